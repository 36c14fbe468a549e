/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-waiting-clock"

#include "config.h"

#include "zg-waiting-clock.h"

/**
 * ZgWaitingClock:
 *
 * Who was told to wait a moment, and for how long by now. It ticks once a second while there is somebody.
 */
struct _ZgWaitingClock
{
  GObject parent_instance;

  ZgSession *session;
  GPtrArray *all;               /* ZgWaiting, the first one due first */
  guint tick;
};

enum {
  CHANGED,
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgWaitingClock, zg_waiting_clock, G_TYPE_OBJECT)

static gboolean
tick_cb (gpointer data)
{
  g_signal_emit (data, signals[TICK], 0);
  return G_SOURCE_CONTINUE;
}

typedef struct {
  GPtrArray *all;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->all, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_all (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Reading *reading = data;

  reading->all = zg_waiting_table_load (db, error);
  return reading->all != NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ZgWaitingClock) self = user_data;
  g_autoptr(GError) error = NULL;
  Reading *reading = zg_store_finish (ZG_STORE (source), result, &error);

  /* What can't be read now is read after the next change. */
  if (reading == NULL)
    return;

  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&reading->all);
  reading_free (reading);
  if (self->all->len == 0)
    g_clear_handle_id (&self->tick, g_source_remove);
  else if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (ZgWaitingClock *self)
{
  zg_store_read_async (zg_session_get_store (self->session), read_all, g_new0 (Reading, 1), reading_free, NULL, read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (ZgWaitingClock *self,
                  guint           tables)
{
  if ((tables & (ZG_TABLE_WAITING | ZG_TABLE_CUSTOMER)) != 0)
    load (self);
}

static void
zg_waiting_clock_dispose (GObject *object)
{
  ZgWaitingClock *self = ZG_WAITING_CLOCK (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_waiting_clock_parent_class)->dispose (object);
}

static void
zg_waiting_clock_finalize (GObject *object)
{
  g_ptr_array_unref (ZG_WAITING_CLOCK (object)->all);

  G_OBJECT_CLASS (zg_waiting_clock_parent_class)->finalize (object);
}

static void
zg_waiting_clock_class_init (ZgWaitingClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_waiting_clock_dispose;
  G_OBJECT_CLASS (klass)->finalize = zg_waiting_clock_finalize;

  /**
   * ZgWaitingClock::changed:
   * @self: the clock
   *
   * Others wait than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * ZgWaitingClock::tick:
   * @self: the clock
   *
   * A second has gone by, and somebody waits.
   */
  signals[TICK] = g_signal_new ("tick", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_waiting_clock_init (ZgWaitingClock *self)
{
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_waiting_free);
}

/**
 * zg_waiting_clock_new:
 * @session: the shop
 *
 * Returns: (transfer full): a clock that soon knows who waits
 */
ZgWaitingClock *
zg_waiting_clock_new (ZgSession *session)
{
  ZgWaitingClock *self = g_object_new (ZG_TYPE_WAITING_CLOCK, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * zg_waiting_clock_find:
 * @customer_id: a customer
 *
 * Returns: (transfer none) (nullable): since when they wait; %NULL when they do not; good until #ZgWaitingClock::changed
 */
const ZgWaiting *
zg_waiting_clock_find (ZgWaitingClock *self,
                       gint64          customer_id)
{
  g_return_val_if_fail (ZG_IS_WAITING_CLOCK (self), NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      const ZgWaiting *waiting = g_ptr_array_index (self->all, i);

      if (waiting->customer_id == customer_id)
        return waiting;
    }
  return NULL;
}

/**
 * zg_waiting_clock_get_longest:
 *
 * Returns: (transfer none) (nullable): whose time is over first; %NULL when nobody waits
 */
const ZgWaiting *
zg_waiting_clock_get_longest (ZgWaitingClock *self)
{
  g_return_val_if_fail (ZG_IS_WAITING_CLOCK (self), NULL);

  return self->all->len > 0 ? g_ptr_array_index (self->all, 0) : NULL;
}

/**
 * zg_waiting_clock_show:
 * @waiting: (nullable): who waits
 * @tinted: gets the class `waiting` while there is time, and `late` after that
 * @label: says for how long
 */
void
zg_waiting_clock_show (ZgWaitingClock  *self,
                       const ZgWaiting *waiting,
                       GtkWidget       *tinted,
                       GtkLabel        *label)
{
  ZgTime now;
  g_autofree char *text = NULL;
  gboolean late;

  g_return_if_fail (ZG_IS_WAITING_CLOCK (self));

  gtk_widget_remove_css_class (tinted, "waiting");
  gtk_widget_remove_css_class (tinted, "late");
  if (waiting == NULL)
    return;

  now = zg_clock_now (zg_session_get_clock (self->session));
  late = zg_waiting_is_late (waiting, now);
  text = zg_waiting_to_text (waiting, now);
  gtk_widget_add_css_class (tinted, late ? "late" : "waiting");
  gtk_label_set_text (label, text);
}
