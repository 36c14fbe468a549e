/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-unfinished-erase"

#include "config.h"

#include "zg-unfinished-erase.h"

#include "zg-customer-erase.h"

/**
 * ZgUnfinishedErase:
 *
 * Somebody was erased, but is still in the bytes of the shop file: a disk was full, another program had the file open, or the
 * computer went off. It is tried again when the shop is opened, and when somebody asks for it; while it fails it knows why.
 *
 * Signals: changed (): it is tried, or another reason stands in the way, or none.
 */
struct _ZgUnfinishedErase
{
  GObject parent_instance;

  ZgStore *store;
  char *reason;
  gboolean is_busy;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgUnfinishedErase, zg_unfinished_erase, G_TYPE_OBJECT)

static void
zg_unfinished_erase_finalize (GObject *object)
{
  ZgUnfinishedErase *self = ZG_UNFINISHED_ERASE (object);

  g_clear_object (&self->store);
  g_free (self->reason);

  G_OBJECT_CLASS (zg_unfinished_erase_parent_class)->finalize (object);
}

static void
zg_unfinished_erase_class_init (ZgUnfinishedEraseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_unfinished_erase_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", ZG_TYPE_UNFINISHED_ERASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_unfinished_erase_init (ZgUnfinishedErase *self)
{
}

/**
 * zg_unfinished_erase_new:
 * @store: a shop
 *
 * Returns: (transfer full): what is left to be done in it, not looked for yet
 */
ZgUnfinishedErase *
zg_unfinished_erase_new (ZgStore *store)
{
  ZgUnfinishedErase *self = g_object_new (ZG_TYPE_UNFINISHED_ERASE, NULL);

  self->store = g_object_ref (store);
  return self;
}

static void
finish_thread (GTask        *task,
               gpointer      self,
               gpointer      store,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (zg_customer_erase_finish (store, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  ZgUnfinishedErase *self = ZG_UNFINISHED_ERASE (object);
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  g_clear_pointer (&self->reason, g_free);
  /* Cancelled: the shop was closed meanwhile. The next start goes on. */
  if (!g_task_propagate_boolean (G_TASK (result), &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->reason = g_strdup (error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * zg_unfinished_erase_finish:
 *
 * Does what is left to be done, if anything is, on a thread of its own.
 */
void
zg_unfinished_erase_finish (ZgUnfinishedErase *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ZG_IS_UNFINISHED_ERASE (self));

  if (self->is_busy)
    return;
  self->is_busy = TRUE;
  task = g_task_new (self, NULL, finished_cb, NULL);
  g_task_set_source_tag (task, zg_unfinished_erase_finish);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, finish_thread);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * zg_unfinished_erase_take:
 * @error: with which zg_customer_erase() failed
 *
 * Tells the window's line about it, if the rows are gone and only their bytes are left.
 *
 * Returns: whether that is so; else nobody was erased
 */
gboolean
zg_unfinished_erase_take (ZgUnfinishedErase *self,
                          const GError      *error)
{
  ZgDatabase *db;

  g_return_val_if_fail (ZG_IS_UNFINISHED_ERASE (self), FALSE);

  db = zg_store_get_list_reader (self->store, NULL);
  if (db == NULL || !zg_customer_erase_is_due (db))
    return FALSE;
  g_free (self->reason);
  self->reason = g_strdup (error->message);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * zg_unfinished_erase_get_reason:
 *
 * Returns: (transfer none) (nullable): in a whole sentence that it is not done, and why; %NULL while nothing is known to be left
 */
const char *
zg_unfinished_erase_get_reason (ZgUnfinishedErase *self)
{
  g_return_val_if_fail (ZG_IS_UNFINISHED_ERASE (self), NULL);

  return self->reason;
}

/**
 * zg_unfinished_erase_is_busy:
 *
 * Returns: whether it is being tried
 */
gboolean
zg_unfinished_erase_is_busy (ZgUnfinishedErase *self)
{
  g_return_val_if_fail (ZG_IS_UNFINISHED_ERASE (self), FALSE);

  return self->is_busy;
}
