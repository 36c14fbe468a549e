/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-import-table.h"
#include "zg-importer.h"
#include "zg-order-parcel.h"
#include "zg-reply-import-table.h"

/* Takes an import back, a few rows at a time so that others get their turn. */

#define UNDO_STEP 200

/**
 * zg_import_undo_free:
 * @undo: (transfer full): what undoing did
 */
void
zg_import_undo_free (ZgImportUndo *undo)
{
  g_ptr_array_unref (undo->kept);
  g_free (undo);
}

/* An undo under way. */
typedef struct {
  gint64 import_id;
  ZgImportLog *log;
  ZgTime now;
  gint64 after_order;
  gint64 after_customer;
  gboolean more;
  ZgImportUndo *undo;
} UndoJob;

static gboolean
put_back (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  UndoJob *job = data;

  return zg_import_journal_put_back (db, job->import_id, UNDO_STEP, &job->more, job->undo->kept, error);
}

/* Replies are few: all at once. */
static gboolean
put_replies_back (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  UndoJob *job = data;

  return zg_reply_import_table_put_back (db, job->import_id, job->now, &job->undo->replies_removed,
                                         &job->undo->replies_restored, job->undo->kept, error);
}

static gboolean
remove_new (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  UndoJob *job = data;

  return zg_import_journal_remove_new (db, job->import_id, UNDO_STEP, &job->after_order, &job->after_customer, &job->more,
                                       &job->undo->orders_removed, &job->undo->customers_removed, job->undo->kept, error);
}

static gboolean
look_up (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  UndoJob *job = data;

  job->log = zg_import_table_load (db, job->import_id, error);
  if (job->log == NULL)
    return FALSE;
  if (job->log->state == ZG_IMPORT_UNDONE)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, _("This import was taken back already."));
      return FALSE;
    }
  if (job->log->state == ZG_IMPORT_RUNNING)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("This import is still running. Cancel it where it was started, or wait until it is done."));
      return FALSE;
    }
  return TRUE;
}

/* At the end, so that an undo that was broken off can be done again. An import of which nothing is left is forgotten;
 * what stays of another says where it came from. */
static gboolean
end_undo (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  UndoJob *job = data;

  if (!zg_order_parcel_sweep (db, job->now, error))
    return FALSE;
  if (job->undo->kept->len == 0)
    return zg_import_table_forget (db, job->import_id, error);
  return zg_import_table_finish (db, job->import_id, ZG_IMPORT_UNDONE, job->now, job->log->n_rows, job->log->n_rejected,
                                 error);
}

static void
undo_job_clear (UndoJob *job)
{
  g_clear_pointer (&job->log, zg_import_log_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UndoJob, undo_job_clear)

/**
 * zg_importer_undo:
 * @store: the shop
 * @import_id: what zg_importer_run() gave
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes an import back: removes what it made and puts back what it changed, except where somebody built on it since.
 * Not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): what was taken back
 */
ZgImportUndo *
zg_importer_undo (ZgStore  *store,
                  gint64    import_id,
                  ZgClock  *clock,
                  GError  **error)
{
  g_autoptr(ZgImportUndo) undo = g_new0 (ZgImportUndo, 1);
  g_auto(UndoJob) job = { .import_id = import_id, .now = zg_clock_now (clock), .undo = undo };

  undo->kept = g_ptr_array_new_with_free_func (g_free);
  /* Whoever runs an import may be in the middle of writing: to see that nobody has to wait for it. */
  if (!zg_store_read (store, look_up, &job, error)
      || !zg_store_write (store, put_replies_back, &job, error))
    return NULL;

  do
    {
      if (!zg_store_write (store, put_back, &job, error))
        return NULL;
    }
  while (job.more);

  do
    {
      if (!zg_store_write (store, remove_new, &job, error))
        return NULL;
    }
  while (job.more);

  if (!zg_store_write (store, end_undo, &job, error))
    return NULL;
  return g_steal_pointer (&undo);
}
