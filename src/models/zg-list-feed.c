/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-list-feed.h"

#include "zg-list-query.h"

/* How long after a write the list looks again, in ms. An import writes many times a second: while it goes on, the list
 * looks less often. */
#define RELOAD_DELAY 300
#define RELOAD_DELAY_BUSY 2000

/**
 * ZgListFeed:
 *
 * Feeds a list of customers or orders: asks for the ids that a query and a filter let through, counts the filters, and
 * hears of what changes in the shop file. While nobody watches it only remembers that it has to look again.
 */
struct _ZgListFeed
{
  GObject parent_instance;

  const ZgListSource *source;
  ZgStore *store;
  ZgClock *clock;
  ZgRowList *rows;
  ZgListQuery query;
  GCancellable *cancellable;    /* of the query that is under way */
  GCancellable *count_cancellable;
  guint reload_timeout;
  gint64 reloaded_at;           /* monotonic */
  gint64 current;               /* whom the clerk talks to, or about what */
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

G_DEFINE_FINAL_TYPE (ZgListFeed, zg_list_feed, G_TYPE_OBJECT)

static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ZgListFeed) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 counts[ZG_LIST_MAX_FILTERS];

  if (zg_list_query_count_finish (result, counts, &error))
    g_signal_emit (self, signals[COUNTED], 0, counts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("the rows of a list can't be counted: %s", error->message);
}

static void
count (ZgListFeed *self)
{
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  self->count_cancellable = g_cancellable_new ();
  zg_list_query_count_async (self->source, self->store, self->clock, self->count_cancellable, counted_cb,
                             g_object_ref (self));
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ZgListFeed) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) values = NULL;
  g_autoptr(GArray) ids = zg_list_query_run_finish (result, &values, &error);
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
reload (ZgListFeed *self)
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
  zg_list_query_run_async (&self->query, self->source, self->store, self->clock, self->cancellable, loaded_cb,
                           g_object_ref (self));
}

static void
refresh_stale_rows (ZgListFeed *self)
{
  if (!self->stale || !self->watched)
    return;

  self->stale = FALSE;
  zg_row_list_refresh (self->rows, NULL);
}

static gboolean
reload_timeout_cb (gpointer data)
{
  ZgListFeed *self = data;

  self->reload_timeout = 0;
  self->reloaded_at = g_get_monotonic_time ();
  /* What the person asked for is on its way and is as new. */
  self->same_list = self->cancellable == NULL;
  refresh_stale_rows (self);
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (ZgListFeed *self,
                  guint       tables,
                  GArray     *customer_ids,
                  GArray     *order_ids)
{
  GArray *ids = self->source->is_orders ? order_ids : customer_ids;

  if ((tables & self->source->tables) == 0)
    return;

  self->changed = TRUE;
  if (ids == NULL || (tables & self->source->vague_tables) != 0)
    self->stale = TRUE;
  else
    zg_row_list_refresh (self->rows, ids);

  if (self->reload_timeout == 0)
    {
      gboolean busy = g_get_monotonic_time () - self->reloaded_at < 2 * RELOAD_DELAY_BUSY * 1000;

      self->reload_timeout = g_timeout_add (busy ? RELOAD_DELAY_BUSY : RELOAD_DELAY, reload_timeout_cb, self);
    }
}

static void
zg_list_feed_dispose (GObject *object)
{
  ZgListFeed *self = ZG_LIST_FEED (object);

  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_pointer (&self->clock, zg_clock_unref);
  zg_list_query_clear (&self->query);

  G_OBJECT_CLASS (zg_list_feed_parent_class)->dispose (object);
}

static void
zg_list_feed_class_init (ZgListFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_list_feed_dispose;

  signals[LOADED] = g_signal_new ("loaded", ZG_TYPE_LIST_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_BOOLEAN);
  signals[COUNTED] = g_signal_new ("counted", ZG_TYPE_LIST_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", ZG_TYPE_LIST_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_list_feed_init (ZgListFeed *self)
{
  self->query.text = g_strdup ("");
  self->query.descending = TRUE;
  self->outdated = TRUE;
}

/**
 * zg_list_feed_new:
 * @source: what is listed
 * @store: the shop
 * @clock: what time it is
 * @current: the row that looks different, see zg_list_feed_set_current()
 *
 * Returns: (transfer full): a feed of all rows that nobody watches yet, the first sort of @source descending
 */
ZgListFeed *
zg_list_feed_new (const ZgListSource *source,
                  ZgStore            *store,
                  ZgClock            *clock,
                  gint64              current)
{
  ZgListFeed *self = g_object_new (ZG_TYPE_LIST_FEED, NULL);

  self->source = source;
  self->store = g_object_ref (store);
  self->clock = zg_clock_ref (clock);
  self->current = current;
  self->rows = zg_row_list_new (store, source->load_rows, source->free_row, zg_clock_ref (clock),
                                (GDestroyNotify) zg_clock_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * zg_list_feed_set_current:
 * @id: the customer that the clerk talks to, or the order that they talk about; 0 for none
 *
 * Both that row and the one before look different now.
 */
void
zg_list_feed_set_current (ZgListFeed *self,
                          gint64      id)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (ZG_IS_LIST_FEED (self));

  g_array_append_val (ids, self->current);
  g_array_append_val (ids, id);
  self->current = id;
  zg_row_list_refresh (self->rows, ids);
}

/**
 * zg_list_feed_get_rows:
 *
 * Returns: (transfer none): the rows
 */
ZgRowList *
zg_list_feed_get_rows (ZgListFeed *self)
{
  g_return_val_if_fail (ZG_IS_LIST_FEED (self), NULL);

  return self->rows;
}

/**
 * zg_list_feed_get_text:
 *
 * Returns: (transfer none): what is searched for, without blanks around it; empty for the whole list
 */
const char *
zg_list_feed_get_text (ZgListFeed *self)
{
  g_return_val_if_fail (ZG_IS_LIST_FEED (self), NULL);

  return self->query.text;
}

/**
 * zg_list_feed_set_text:
 * @text: what to search for, empty for the whole list
 *
 * Stops the search before and starts another.
 */
void
zg_list_feed_set_text (ZgListFeed *self,
                       const char *text)
{
  g_return_if_fail (ZG_IS_LIST_FEED (self));

  g_free (self->query.text);
  self->query.text = g_strstrip (g_strdup (text));
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_list_feed_get_filter:
 *
 * Returns: which rows are in the whole list; a search looks at all
 */
int
zg_list_feed_get_filter (ZgListFeed *self)
{
  g_return_val_if_fail (ZG_IS_LIST_FEED (self), 0);

  return self->query.filter;
}

/**
 * zg_list_feed_set_filter:
 * @filter: which rows are in the whole list
 */
void
zg_list_feed_set_filter (ZgListFeed *self,
                         int         filter)
{
  g_return_if_fail (ZG_IS_LIST_FEED (self));

  if (self->query.filter == filter)
    return;
  self->query.filter = filter;
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_list_feed_set_segment:
 * @segment: (nullable): the text of a #ZgCustomerFilter that takes the place of the filter, %NULL for none
 *
 * A search looks at the customers of the segment alone.
 */
void
zg_list_feed_set_segment (ZgListFeed *self,
                          const char *segment)
{
  g_return_if_fail (ZG_IS_LIST_FEED (self));

  if (g_strcmp0 (self->query.segment, segment) == 0)
    return;
  g_free (self->query.segment);
  self->query.segment = g_strdup (segment);
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_list_feed_set_sort:
 * @sort: what the whole list is sorted by; a search has its best hits first
 * @descending: whether the largest comes first
 */
void
zg_list_feed_set_sort (ZgListFeed *self,
                       int         sort,
                       gboolean    descending)
{
  g_return_if_fail (ZG_IS_LIST_FEED (self));

  descending = !!descending;
  if (self->query.sort == sort && self->query.descending == descending)
    return;
  self->query.sort = sort;
  self->query.descending = descending;
  self->same_list = FALSE;
  reload (self);
}

/**
 * zg_list_feed_set_watched:
 * @watched: whether anybody sees the list
 */
void
zg_list_feed_set_watched (ZgListFeed *self,
                          gboolean    watched)
{
  g_return_if_fail (ZG_IS_LIST_FEED (self));

  self->watched = watched;
  refresh_stale_rows (self);
  if (watched && self->outdated)
    reload (self);
}

/**
 * zg_list_feed_is_loading:
 *
 * Returns: whether other ids are on their way
 */
gboolean
zg_list_feed_is_loading (ZgListFeed *self)
{
  g_return_val_if_fail (ZG_IS_LIST_FEED (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * zg_list_feed_get_neighbour:
 * @id: a row
 * @step: how many rows further down
 *
 * Returns: the row that stands there in the list, or 0
 */
gint64
zg_list_feed_get_neighbour (ZgListFeed *self,
                            gint64      id,
                            int         step)
{
  guint position;

  g_return_val_if_fail (ZG_IS_LIST_FEED (self), 0);

  if (!zg_row_list_find_id (self->rows, id, &position) || (step < 0 && position < (guint) -step))
    return 0;
  return zg_row_list_get_id (self->rows, position + step);
}
