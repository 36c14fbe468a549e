/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-open-counts"

#include "config.h"

#include "zg-open-counts.h"

#include "zg-due.h"
#include "zg-list-table.h"

/* An import changes orders twenty times a second; nobody reads badges that fast. In milliseconds. */
#define QUIET_TIME 400

/* How often the clock is looked at: a computer that slept, or was set right, is past the moment without a timer having
 * run so long. In milliseconds. */
#define LOOK_TIME (60 * 1000)

/**
 * ZgOpenCounts:
 *
 * How much is open, for the badges of the sidebar: orders that want us to do something, customers whose follow-up is
 * due, and whether something of that is late. Counted on a thread and a connection of its own after every change, and
 * when something becomes due by time passing alone.
 */
struct _ZgOpenCounts
{
  GObject parent_instance;

  ZgSession *session;
  GCancellable *cancellable;
  guint timeout;
  guint next_timeout;
  ZgTime next_at;               /* when the counts are others although nothing was written */
  gboolean counting;
  gboolean again;
  guint n_orders;
  guint n_customers;
  gboolean orders_late;
  gboolean customers_late;
};

enum {
  PROP_0,
  PROP_ORDERS,
  PROP_ORDERS_LATE,
  PROP_CUSTOMERS,
  PROP_CUSTOMERS_LATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgOpenCounts, zg_open_counts, G_TYPE_OBJECT)

typedef struct {
  ZgStore *store;
  ZgClock *clock;
  ZgTime next_at;
  guint n_orders;
  guint n_customers;
  gboolean orders_late;
  gboolean customers_late;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_object_unref (count->store);
  zg_clock_unref (count->clock);
  g_free (count);
}

/* A follow-up may wait until the evening of its day; a deadline that is in the due list has passed. */
static gboolean
count_due (Count       *count,
           ZgDatabase  *db,
           GError     **error)
{
  ZgTime now = zg_clock_now (count->clock);
  g_autoptr (GDateTime) at = zg_time_to_date_time (now, zg_clock_get_zone (count->clock));
  g_autoptr (GDateTime) midnight = g_date_time_new (zg_clock_get_zone (count->clock), g_date_time_get_year (at),
                                                    g_date_time_get_month (at), g_date_time_get_day_of_month (at),
                                                    0, 0, 0);
  g_autoptr (GDateTime) next_midnight = g_date_time_add_days (midnight, 1);
  ZgTime today = g_date_time_to_unix (midnight) * ZG_TIME_SECOND;
  g_autoptr (GPtrArray) due_list = NULL;

  count->next_at = g_date_time_to_unix (next_midnight) * ZG_TIME_SECOND;
  due_list = zg_due_list (db, count->next_at, count->clock, error);
  if (due_list == NULL)
    return FALSE;

  for (guint i = 0; i < due_list->len; i++)
    {
      const ZgDue *due = g_ptr_array_index (due_list, i);

      if (due->at > now)
        {
          count->next_at = due->at;
          break;
        }
      if (due->kind == ZG_DUE_SHIP)
        count->orders_late = TRUE;
      if (due->kind == ZG_DUE_WAITING)
        {
          count->n_customers++;
          count->customers_late = TRUE;
        }
      if (due->kind == ZG_DUE_FOLLOW_UP)
        {
          count->n_customers++;
          count->customers_late |= due->at < today;
        }
    }
  return TRUE;
}

static gboolean
count_all (Count   *count,
           GError **error)
{
  g_autoptr (ZgDatabase) db = zg_store_open_reader (count->store, error);
  gint64 n_orders;

  if (db == NULL || !zg_list_table_count_open_orders (db, &n_orders, error))
    return FALSE;

  count->n_orders = (guint) n_orders;
  return count_due (count, db, error);
}

static void
count_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (count_all (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void schedule (ZgOpenCounts *self);

static gboolean
look_cb (gpointer user_data)
{
  ZgOpenCounts *self = user_data;
  ZgTime left = self->next_at - zg_clock_now (zg_session_get_clock (self->session));

  self->next_timeout = 0;
  if (left <= 0)
    schedule (self);
  else
    self->next_timeout = g_timeout_add ((guint) MIN (left / 1000 + 1, LOOK_TIME), look_cb, self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_next (ZgOpenCounts *self,
               ZgTime        next_at)
{
  self->next_at = next_at;
  g_clear_handle_id (&self->next_timeout, g_source_remove);
  look_cb (self);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  ZgOpenCounts *self;
  const Count *count = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* Cancelled means that the badges are gone. What can't be counted now is counted after the next change. */
  if (!g_task_propagate_boolean (G_TASK (result), &error)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  self->counting = FALSE;
  if (error == NULL)
    {
      self->n_orders = count->n_orders;
      self->n_customers = count->n_customers;
      self->orders_late = count->orders_late;
      self->customers_late = count->customers_late;
      for (guint i = PROP_ORDERS; i < N_PROPS; i++)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
      wait_for_next (self, count->next_at);
    }
  if (self->again)
    schedule (self);
}

static gboolean
start_cb (gpointer user_data)
{
  ZgOpenCounts *self = user_data;
  g_autoptr (GTask) task = NULL;
  Count *count;

  self->timeout = 0;
  if (self->counting)
    {
      self->again = TRUE;
      return G_SOURCE_REMOVE;
    }

  self->counting = TRUE;
  self->again = FALSE;
  count = g_new0 (Count, 1);
  count->store = g_object_ref (zg_session_get_store (self->session));
  count->clock = zg_clock_ref (zg_session_get_clock (self->session));
  task = g_task_new (NULL, self->cancellable, counted_cb, self);
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, count, count_free);
  g_task_run_in_thread (task, count_thread);

  return G_SOURCE_REMOVE;
}

static void
schedule (ZgOpenCounts *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (QUIET_TIME, start_cb, self);
}

static void
store_changed_cb (ZgOpenCounts *self,
                  guint         tables,
                  GArray       *customer_ids,
                  GArray       *order_ids)
{
  if ((tables & (ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_IMPORT | ZG_TABLE_WAITING)) != 0)
    schedule (self);
}

static void
zg_open_counts_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ZgOpenCounts *self = ZG_OPEN_COUNTS (object);

  switch (prop_id)
    {
    case PROP_ORDERS:
      g_value_set_uint (value, self->n_orders);
      break;
    case PROP_ORDERS_LATE:
      g_value_set_boolean (value, self->orders_late);
      break;
    case PROP_CUSTOMERS:
      g_value_set_uint (value, self->n_customers);
      break;
    case PROP_CUSTOMERS_LATE:
      g_value_set_boolean (value, self->customers_late);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_open_counts_dispose (GObject *object)
{
  ZgOpenCounts *self = ZG_OPEN_COUNTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->next_timeout, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_open_counts_parent_class)->dispose (object);
}

static void
zg_open_counts_class_init (ZgOpenCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = zg_open_counts_get_property;
  object_class->dispose = zg_open_counts_dispose;

  properties[PROP_ORDERS] = g_param_spec_uint ("orders", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ORDERS_LATE] = g_param_spec_boolean ("orders-late", NULL, NULL, FALSE, flags);
  properties[PROP_CUSTOMERS] = g_param_spec_uint ("customers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CUSTOMERS_LATE] = g_param_spec_boolean ("customers-late", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_open_counts_init (ZgOpenCounts *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * zg_open_counts_new:
 * @session: whose shop is counted
 *
 * Returns: (transfer full): counts that are filled in soon, and again whenever they are others
 */
ZgOpenCounts *
zg_open_counts_new (ZgSession *session)
{
  ZgOpenCounts *self = g_object_new (ZG_TYPE_OPEN_COUNTS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  schedule (self);

  return self;
}
