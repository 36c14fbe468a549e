/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-backup-task"

#include "config.h"

#include "zg-backup-task.h"

#include "zg-backup.h"

/* A backup older than this is followed by the next. */
#define MAX_AGE (20 * ZG_TIME_HOUR)

typedef struct {
  char *shop_path;
  ZgClock *clock;
  gboolean only_if_due;
} Backup;

static void
backup_free (gpointer data)
{
  Backup *backup = data;

  g_free (backup->shop_path);
  zg_clock_unref (backup->clock);
  g_free (backup);
}

static void
run (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Backup *backup = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean done;

  if (backup->only_if_due)
    {
      done = zg_backup_make_if_due (backup->shop_path, MAX_AGE, backup->clock, cancellable, &error);
    }
  else
    {
      path = zg_backup_make (backup->shop_path, backup->clock, cancellable, &error);
      done = path != NULL;
    }

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * zg_backup_task_run_async:
 * @shop_path: the shop file
 * @clock: what time it is
 * @only_if_due: whether to make one only when the newest is from yesterday or older
 * @cancellable: (nullable): to give up
 *
 * Makes a verified backup on a thread of its own.
 */
void
zg_backup_task_run_async (const char          *shop_path,
                          ZgClock             *clock,
                          gboolean             only_if_due,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Backup *backup = g_new0 (Backup, 1);

  backup->shop_path = g_strdup (shop_path);
  backup->clock = zg_clock_ref (clock);
  backup->only_if_due = only_if_due;
  g_task_set_source_tag (task, zg_backup_task_run_async);
  g_task_set_task_data (task, backup, backup_free);
  g_task_run_in_thread (task, run);
}

/**
 * zg_backup_task_run_finish:
 *
 * Returns: whether there is a backup, or none was due
 */
gboolean
zg_backup_task_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
