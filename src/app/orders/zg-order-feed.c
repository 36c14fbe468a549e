/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-feed"

#include "config.h"

#include "zg-order-feed.h"
#include "zg-order-lines.h"
#include "zg-order-query.h"

/* How long after a write the list looks again, in ms. An import writes many times a second: while it goes on, the list
 * looks less often. */
#define RELOAD_DELAY 300
#define RELOAD_DELAY_BUSY 2000

/**
 * ZgOrderFeed:
 *
 * Feeds the order list: asks for the ids that a query and a filter let through, counts the filters, and hears of
 * what changes in the shop file. While nobody watches it only remembers that it has to look again.
 */
struct _ZgOrderFeed
{
  GObject parent_instance;

  ZgSession *session;
  ZgRowList *rows;
  ZgOrderQuery query;
  GCancellable *cancellable;    /* of the query that is under way */
  GCancellable *count_cancellable;
  guint reload_timeout;
  gint64 reloaded_at;           /* monotonic */
  gint64 talking_to;
  gboolean watched;
  gboolean same_list;           /* what is under way only brings the list up to date */
  gboolean changed;             /* the shop file was, since what is under way was asked for */
  gboolean outdated;            /* the ids may be others */
  gboolean stale;               /* what the rows show may be other, of nobody knows which */
};

enum {
  LOADED,
  COUNTED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderFeed, zg_order_feed, G_TYPE_OBJECT)

static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgOrderFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 counts[ZG_N_ORDER_FILTERS];

  if (zg_order_query_count_finish (result, counts, &error))
    g_signal_emit (self, signals[COUNTED], 0, counts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("orders can't be counted: %s", error->message);
}

static void
count (ZgOrderFeed *self)
{
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  self->count_cancellable = g_cancellable_new ();
  zg_order_query_count_async (self->session, self->count_cancellable, counted_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgOrderFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GArray) ids = zg_order_query_run_finish (result, &values, &error);
  gboolean same_list;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  same_list = self->same_list;
  self->same_list = FALSE;
  if (ids == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  /* What was changed meanwhile may be read anew already. */
  if (!self->changed)
    zg_row_list_take_values (self->rows, ids, g_steal_pointer (&values));
  g_signal_emit (self, signals[LOADED], 0, ids, same_list);
  count (self);
}

static void
reload (ZgOrderFeed *self)
{
  /* The window starts and an import runs without the work for a list that nobody sees. */
  self->outdated = !self->watched;
  if (self->outdated)
    return;

  /* Also stops the counting: whoever types waits for nothing. */
  g_cancellable_cancel (self->count_cancellable);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->changed = FALSE;
  zg_order_query_run_async (&self->query, self->session, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
refresh_stale_rows (ZgOrderFeed *self)
{
  if (!self->stale || !self->watched)
    return;

  self->stale = FALSE;
  zg_row_list_refresh (self->rows, NULL);
}

static gboolean
reload_timeout_cb (gpointer data)
{
  ZgOrderFeed *self = data;

  self->reload_timeout = 0;
  self->reloaded_at = g_get_monotonic_time ();
  /* What the person asked for is on its way and is as new. */
  self->same_list = self->cancellable == NULL;
  refresh_stale_rows (self);
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (ZgOrderFeed *self,
                  guint        tables,
                  GArray      *customer_ids,
                  GArray      *order_ids)
{
  if ((tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_SETTING)) == 0)
    return;

  self->changed = TRUE;
  /* A customer does not say which orders are theirs, and a setting may change what all of them promise. */
  if (order_ids == NULL || (tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_SETTING)) != 0)
    self->stale = TRUE;
  else
    zg_row_list_refresh (self->rows, order_ids);

  if (self->reload_timeout == 0)
    {
      gboolean busy = g_get_monotonic_time () - self->reloaded_at < 2 * RELOAD_DELAY_BUSY * 1000;

      self->reload_timeout = g_timeout_add (busy ? RELOAD_DELAY_BUSY : RELOAD_DELAY, reload_timeout_cb, self);
    }
}

/* The rows that the clerk talked about and talks about now look different. */
static void
person_changed_cb (ZgOrderFeed *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = zg_session_get_order_id (self->session);

  g_array_append_val (ids, self->talking_to);
  g_array_append_val (ids, now);
  self->talking_to = now;
  zg_row_list_refresh (self->rows, ids);
}

static GPtrArray *
fetch_rows (ZgDatabase    *db,
            const gint64  *ids,
            guint          n_ids,
            gpointer       data,
            GError       **error)
{
  return zg_order_lines_load (db, ids, n_ids, data, error);
}

static void
zg_order_feed_dispose (GObject *object)
{
  ZgOrderFeed *self = ZG_ORDER_FEED (object);

  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  zg_order_query_clear (&self->query);

  G_OBJECT_CLASS (zg_order_feed_parent_class)->dispose (object);
}

static void
zg_order_feed_class_init (ZgOrderFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_order_feed_dispose;

  signals[LOADED] = g_signal_new ("loaded", ZG_TYPE_ORDER_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_BOOLEAN);
  signals[COUNTED] = g_signal_new ("counted", ZG_TYPE_ORDER_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", ZG_TYPE_ORDER_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_order_feed_init (ZgOrderFeed *self)
{
  self->query.text = g_strdup ("");
  self->query.descending = TRUE;
  self->outdated = TRUE;
}

/**
 * zg_order_feed_new:
 * @session: what all screens share, with a shop file
 *
 * Returns: (transfer full): a feed of all orders that nobody watches yet, the newest order first
 */
ZgOrderFeed *
zg_order_feed_new (ZgSession *session)
{
  ZgOrderFeed *self = g_object_new (ZG_TYPE_ORDER_FEED, NULL);

  self->session = g_object_ref (session);
  self->talking_to = zg_session_get_order_id (session);
  self->rows = zg_row_list_new (zg_session_get_store (session), fetch_rows, (GDestroyNotify) zg_order_line_free,
                                zg_clock_ref (zg_session_get_clock (session)), (GDestroyNotify) zg_clock_unref);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * zg_order_feed_get_rows:
 *
 * Returns: (transfer none): the rows, of #ZgOrderLine
 */
ZgRowList *
zg_order_feed_get_rows (ZgOrderFeed *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), NULL);

  return self->rows;
}

/**
 * zg_order_feed_get_text:
 *
 * Returns: (transfer none): what is searched for, without blanks around it; empty for the whole list
 */
const char *
zg_order_feed_get_text (ZgOrderFeed *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), NULL);

  return self->query.text;
}

/**
 * zg_order_feed_set_text:
 * @text: what to search for, empty for the whole list
 *
 * Stops the search before and starts another.
 */
void
zg_order_feed_set_text (ZgOrderFeed *self,
                        const char  *text)
{
  g_return_if_fail (ZG_IS_ORDER_FEED (self));

  g_free (self->query.text);
  self->query.text = g_strstrip (g_strdup (text));
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_order_feed_get_filter:
 *
 * Returns: which orders are in the whole list; a search looks at all
 */
ZgOrderFilter
zg_order_feed_get_filter (ZgOrderFeed *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), ZG_ORDER_FILTER_ALL);

  return self->query.filter;
}

/**
 * zg_order_feed_set_filter:
 * @filter: which orders are in the whole list
 */
void
zg_order_feed_set_filter (ZgOrderFeed   *self,
                          ZgOrderFilter  filter)
{
  g_return_if_fail (ZG_IS_ORDER_FEED (self));

  if (self->query.filter == filter)
    return;
  self->query.filter = filter;
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_order_feed_set_sort:
 * @sort: what the whole list is sorted by; a search has its best hits first
 * @descending: whether the largest comes first
 */
void
zg_order_feed_set_sort (ZgOrderFeed *self,
                        ZgOrderSort  sort,
                        gboolean     descending)
{
  g_return_if_fail (ZG_IS_ORDER_FEED (self));

  descending = !!descending;
  if (self->query.sort == sort && self->query.descending == descending)
    return;
  self->query.sort = sort;
  self->query.descending = descending;
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_order_feed_set_watched:
 * @watched: whether anybody sees the list
 */
void
zg_order_feed_set_watched (ZgOrderFeed *self,
                           gboolean     watched)
{
  g_return_if_fail (ZG_IS_ORDER_FEED (self));

  self->watched = watched;
  refresh_stale_rows (self);
  if (watched && self->outdated)
    reload (self);
}

/**
 * zg_order_feed_is_loading:
 *
 * Returns: whether other ids are on their way
 */
gboolean
zg_order_feed_is_loading (ZgOrderFeed *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * zg_order_feed_get_customer_id:
 * @id: an order
 *
 * Returns: whose order that is, 0 when it is nobody's or not in the list
 */
gint64
zg_order_feed_get_customer_id (ZgOrderFeed *self,
                               gint64       id)
{
  g_autoptr (ZgRow) row = NULL;
  const ZgOrderLine *line;
  guint position;

  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), 0);

  if (!zg_row_list_find_id (self->rows, id, &position))
    return 0;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  line = zg_row_get_value (row);
  return line != NULL ? line->row->customer_id : 0;
}

/**
 * zg_order_feed_get_neighbour:
 * @id: an order
 * @step: how many rows further down
 *
 * Returns: the order that stands there in the list, or 0
 */
gint64
zg_order_feed_get_neighbour (ZgOrderFeed *self,
                             gint64       id,
                             int          step)
{
  guint position;

  g_return_val_if_fail (ZG_IS_ORDER_FEED (self), 0);

  if (!zg_row_list_find_id (self->rows, id, &position) || (step < 0 && position < (guint) -step))
    return 0;
  return zg_row_list_get_id (self->rows, position + step);
}
