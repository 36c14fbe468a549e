/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-backup.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "zg-shop-file.h"

/*
 * Backups: verified copies in a folder beside the shop file, named for the time they were made. They get thinner with
 * age: of the last days one a day is kept, then one a week, then one a month.
 */

#define FOLDER_NAME "backups"
#define NAME_FORMAT "shop-%Y%m%d-%H%M%S.db"
#define REPLACED_FORMAT "replaced-%Y%m%d-%H%M%S.db"

#define N_DAILY 12
#define N_WEEKLY 10
#define N_MONTHLY 9

/**
 * zg_backup_free:
 * @backup: (transfer full): a backup's description; the file stays
 */
void
zg_backup_free (ZgBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

/**
 * zg_backup_get_folder:
 * @shop_path: the shop file
 *
 * Returns: (transfer full): where its backups are
 */
char *
zg_backup_get_folder (const char *shop_path)
{
  g_autofree char *folder = g_path_get_dirname (shop_path);

  return g_build_filename (folder, FOLDER_NAME, NULL);
}

/* When a backup of that name was made; %ZG_TIME_NONE for any other name. */
static ZgTime
parse_name (const char *name,
            GTimeZone  *zone)
{
  g_autoptr(GDateTime) time = NULL;
  int year, month, day, hour, minute, second, length = 0;

  if (sscanf (name, "shop-%4d%2d%2d-%2d%2d%2d.db%n", &year, &month, &day, &hour, &minute, &second, &length) != 6
      || length == 0 || name[length] != '\0')
    return ZG_TIME_NONE;

  time = g_date_time_new (zone, year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) * ZG_TIME_SECOND : ZG_TIME_NONE;
}

static gint
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const ZgBackup *first = *(const ZgBackup * const *) a;
  const ZgBackup *second = *(const ZgBackup * const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

/**
 * zg_backup_list:
 * @folder: zg_backup_get_folder()
 * @zone: the zone that the names are in
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgBackup): the backups, newest first; none when there is no folder
 */
GPtrArray *
zg_backup_list (const char  *folder,
                GTimeZone   *zone,
                GError     **error)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_backup_free);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL)
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&backups);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      ZgTime at = parse_name (name, zone);
      ZgBackup *backup;
      GStatBuf info;

      if (at == ZG_TIME_NONE)
        continue;

      backup = g_new0 (ZgBackup, 1);
      backup->path = g_build_filename (folder, name, NULL);
      backup->at = at;
      backup->size = g_stat (backup->path, &info) == 0 ? info.st_size : 0;
      g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

/* A number that two times share when they fall into the same day, week or month. */
static gint64
get_period (ZgTime     time,
            GTimeZone *zone,
            int        level)
{
  g_autoptr(GDateTime) moment = zg_time_to_date_time (time, zone);

  if (level == 0)
    return g_date_time_get_year (moment) * 1000 + g_date_time_get_day_of_year (moment);
  if (level == 1)
    return g_date_time_get_week_numbering_year (moment) * 100 + g_date_time_get_week_of_year (moment);
  return g_date_time_get_year (moment) * 100 + g_date_time_get_month (moment);
}

/**
 * zg_backup_choose_thinned:
 * @times: (array length=n_times): when the backups were made, newest first
 * @n_times: how many
 * @zone: where days begin and end
 *
 * Chooses what to delete: the newest of each of the last 12 days with a backup, of 10 weeks and of 9 months stay, and
 * so does the newest of all.
 *
 * Returns: (transfer full) (element-type guint): indexes into @times that may go
 */
GArray *
zg_backup_choose_thinned (const ZgTime *times,
                          guint         n_times,
                          GTimeZone    *zone)
{
  static const int n_kept[] = { N_DAILY, N_WEEKLY, N_MONTHLY };
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *keep = g_new0 (gboolean, MAX (n_times, 1));

  for (int level = 0; level < 3; level++)
    {
      gint64 last_period = -1;
      int n_periods = 0;

      for (guint i = 0; i < n_times && n_periods < n_kept[level]; i++)
        {
          gint64 period = get_period (times[i], zone, level);

          if (period == last_period)
            continue;
          last_period = period;
          n_periods++;
          keep[i] = TRUE;
        }
    }

  for (guint i = 0; i < n_times; i++)
    {
      if (!keep[i])
        g_array_append_val (gone, i);
    }
  return gone;
}

/* What a power cut has left of a backup under way. Half a day later nobody works on it any more. */
static void
remove_unfinished (const char *folder,
                   ZgTime      now)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, "shop-") && strstr (name, ZG_SHOP_FILE_UNFINISHED) != NULL && g_stat (path, &info) == 0
          && info.st_mtime * ZG_TIME_SECOND < now - ZG_TIME_DAY / 2)
        g_unlink (path);
    }
}

static void
thin (const char *folder,
      GTimeZone  *zone)
{
  g_autoptr(GPtrArray) backups = zg_backup_list (folder, zone, NULL);
  g_autofree ZgTime *times = NULL;
  g_autoptr(GArray) gone = NULL;

  if (backups == NULL)
    return;

  times = g_new0 (ZgTime, backups->len + 1);
  for (guint i = 0; i < backups->len; i++)
    times[i] = ((ZgBackup *) g_ptr_array_index (backups, i))->at;

  gone = zg_backup_choose_thinned (times, backups->len, zone);
  for (guint i = 0; i < gone->len; i++)
    {
      const ZgBackup *backup = g_ptr_array_index (backups, g_array_index (gone, guint, i));

      /* One that can't be deleted takes room, nothing worse. */
      if (g_unlink (backup->path) != 0)
        g_info ("a thinned backup stays: %s", g_strerror (errno));
    }
}

/**
 * zg_backup_write_to:
 * @shop_path: the shop file
 * @path: where the copy goes
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes one verified copy to a place of the caller's choice. Takes as long as reading the file twice: not for the
 * thread of a window.
 *
 * Returns: whether it is there
 */
gboolean
zg_backup_write_to (const char    *shop_path,
                    const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(ZgDatabase) source = NULL;

  if (!zg_shop_file_refuse_as_target (shop_path, path, error))
    return FALSE;
  source = zg_database_open (shop_path, ZG_DATABASE_READER, error);
  return source != NULL && zg_shop_file_copy (source, path, cancellable, error);
}

static char *
make_name (const char *folder,
           const char *format,
           ZgClock    *clock)
{
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autofree char *name = g_date_time_format (now, format);

  return g_build_filename (folder, name, NULL);
}

/**
 * zg_backup_make:
 * @shop_path: the shop file
 * @clock: what time it is
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes a backup now, and thins the old ones. Not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): the backup's path
 */
char *
zg_backup_make (const char    *shop_path,
                ZgClock       *clock,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *folder = zg_backup_get_folder (shop_path);
  g_autofree char *path = make_name (folder, NAME_FORMAT, clock);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, errno == ENOSPC ? ZG_STORE_ERROR_FULL : ZG_STORE_ERROR_READ_ONLY,
                           _("The folder for backups can't be written."));
      return NULL;
    }
  if (!zg_backup_write_to (shop_path, path, cancellable, error))
    return NULL;

  remove_unfinished (folder, zg_clock_now (clock));
  thin (folder, zg_clock_get_zone (clock));
  return g_steal_pointer (&path);
}

/* When the shop file or its journal was last written. */
static ZgTime
get_changed_at (const char *shop_path)
{
  g_autofree char *journal = g_strconcat (shop_path, "-wal", NULL);
  ZgTime changed_at = ZG_TIME_NONE;
  GStatBuf info;

  if (g_stat (shop_path, &info) == 0)
    changed_at = info.st_mtime * ZG_TIME_SECOND;
  if (g_stat (journal, &info) == 0 && info.st_size > 0)
    changed_at = MAX (changed_at, info.st_mtime * ZG_TIME_SECOND);
  return changed_at;
}

/**
 * zg_backup_make_if_due:
 * @shop_path: the shop file
 * @max_age: how old the newest backup may be
 * @clock: what time it is
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes a backup unless there is one of at most @max_age, or nothing was written since the newest.
 *
 * Returns: %FALSE when a backup was due and could not be made
 */
gboolean
zg_backup_make_if_due (const char    *shop_path,
                       ZgTime         max_age,
                       ZgClock       *clock,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *folder = zg_backup_get_folder (shop_path);
  g_autoptr(GPtrArray) backups = zg_backup_list (folder, zg_clock_get_zone (clock), error);
  g_autofree char *path = NULL;
  ZgTime now = zg_clock_now (clock);

  if (backups == NULL)
    return FALSE;

  for (guint i = 0; i < backups->len; i++)
    {
      const ZgBackup *newest = g_ptr_array_index (backups, i);

      /* One of tomorrow tells that the clock was wrong, not that there is a backup of today. */
      if (newest->at > now)
        continue;
      if (now - newest->at < max_age || get_changed_at (shop_path) < newest->at)
        return TRUE;
      break;
    }

  path = zg_backup_make (shop_path, clock, cancellable, error);
  return path != NULL;
}

/* Moves a shop file and what belongs to it: all or nothing. */
static gboolean
move_file (const char *path,
           const char *destination)
{
  static const char * const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (destination, endings[i], NULL);

      if (g_rename (from, to) == 0 || errno == ENOENT)
        continue;
      for (; i > 0; i--)
        {
          g_autofree char *moved = g_strconcat (destination, endings[i - 1], NULL);
          g_autofree char *back = g_strconcat (path, endings[i - 1], NULL);

          g_rename (moved, back);
        }
      return FALSE;
    }
  return TRUE;
}

/* (transfer full): a name for the replaced file that no file has: two restores in one second keep two files. */
static char *
make_replaced_name (const char *shop_path,
                    ZgClock    *clock)
{
  g_autofree char *folder = g_path_get_dirname (shop_path);
  g_autofree char *first = make_name (folder, REPLACED_FORMAT, clock);
  char *name = g_strdup (first);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%d.db", (int) (strlen (first) - strlen (".db")), first, i);
    }
  return name;
}

static gboolean
put_aside (const char  *shop_path,
           const char  *away,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  /* One who has the file open would go on writing into the replaced one. That it is damaged is no reason to keep it. */
  if (!zg_shop_file_release (shop_path, &local_error)
      && g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_BUSY))
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_BUSY,
                           _("Another program has the shop open. Close it first; nothing was restored."));
      return FALSE;
    }
  if (move_file (shop_path, away))
    return TRUE;

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_READ_ONLY,
                       _("The present shop file can't be put aside; nothing was restored."));
  return FALSE;
}

/**
 * zg_backup_restore:
 * @shop_path: the shop file, which nobody may have open; it may be damaged or missing
 * @backup_path: a backup
 * @clock: what time it is
 * @error: return location for an error
 *
 * Puts a backup in the place of the shop file. The backup is checked first, and the replaced file is kept beside the
 * shop file, with its journal.
 *
 * Returns: (transfer full) (nullable): where the replaced file is now, "" when there was none; %NULL when nothing was
 *   changed
 */
char *
zg_backup_restore (const char  *shop_path,
                   const char  *backup_path,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autofree char *fresh = g_strconcat (shop_path, ".restored", NULL);
  g_autofree char *away = make_replaced_name (shop_path, clock);
  g_autofree char *journal = g_strconcat (shop_path, "-wal", NULL);
  gboolean had_file = g_file_test (shop_path, G_FILE_TEST_EXISTS);
  /* SQLite would take the journal of a file that is gone for that of the restored one. */
  gboolean had_any = had_file || g_file_test (journal, G_FILE_TEST_EXISTS);

  if (!zg_shop_file_verify (backup_path, error) || !zg_backup_write_to (backup_path, fresh, NULL, error))
    return NULL;

  if (had_any && !put_aside (shop_path, away, error))
    {
      g_unlink (fresh);
      return NULL;
    }

  if (g_rename (fresh, shop_path) != 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_READ_ONLY,
                           _("The backup can't be put in place; the shop file is as it was."));
      g_unlink (fresh);
      if (had_any)
        move_file (away, shop_path);
      return NULL;
    }

  return had_file ? g_steal_pointer (&away) : g_strdup ("");
}
