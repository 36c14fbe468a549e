/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-shop-copies.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "zg-backup.h"
#include "zg-erase-table.h"
#include "zg-erased-table.h"
#include "zg-shop-file.h"
#include "zg-store-wipe.h"

/*
 * Copies of the shop file: backups, and what migrations and restoring have put aside. Who was erased from the shop is still
 * in them. Rewriting one makes a new copy without these people and puts it in its place.
 */

/**
 * zg_shop_copy_free:
 * @copy: (transfer full): a copy's description; the file stays
 */
void
zg_shop_copy_free (ZgShopCopy *copy)
{
  g_free (copy->path);
  g_free (copy);
}

/* What a file beside the shop file, or among the backups, is by its name; the journals of these are not listed. */
static gboolean
recognise (const char     *name,
           const char     *shop_name,
           ZgShopCopyKind *kind_out)
{
  gboolean is_of_shop = g_str_has_prefix (name, shop_name) || g_str_has_prefix (name, "shop-");

  if (g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm") || g_str_has_suffix (name, "-journal"))
    return FALSE;
  if (is_of_shop && strstr (name, ZG_SHOP_FILE_UNFINISHED) != NULL)
    *kind_out = ZG_SHOP_COPY_UNFINISHED;
  else if (is_of_shop && strstr (name, ".before-form-") != NULL)
    *kind_out = ZG_SHOP_COPY_MIGRATION;
  else if (g_str_has_prefix (name, "replaced-") && g_str_has_suffix (name, ".db"))
    *kind_out = ZG_SHOP_COPY_REPLACED;
  else if (g_str_has_prefix (name, "shop-") && g_str_has_suffix (name, ".db"))
    *kind_out = ZG_SHOP_COPY_BACKUP;
  else
    return FALSE;
  return TRUE;
}

static gboolean
list_folder (const char  *folder,
             const char  *shop_name,
             GPtrArray   *copies,
             GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      ZgShopCopyKind kind;
      ZgShopCopy *copy;
      GStatBuf info;

      if (strcmp (name, shop_name) == 0 || !recognise (name, shop_name, &kind))
        continue;
      copy = g_new0 (ZgShopCopy, 1);
      copy->path = g_build_filename (folder, name, NULL);
      copy->kind = kind;
      if (g_stat (copy->path, &info) == 0)
        {
          copy->size = info.st_size;
          copy->at = info.st_mtime * ZG_TIME_SECOND;
        }
      g_ptr_array_add (copies, copy);
    }
  return TRUE;
}

static gint
compare_paths (gconstpointer a,
               gconstpointer b)
{
  const ZgShopCopy *first = *(const ZgShopCopy * const *) a;
  const ZgShopCopy *second = *(const ZgShopCopy * const *) b;

  return strcmp (first->path, second->path);
}

/**
 * zg_shop_copies_list:
 * @shop_path: the shop file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgShopCopy): all copies that the program has ever made by itself. Those
 *   that people made, and put elsewhere, only they know.
 */
GPtrArray *
zg_shop_copies_list (const char  *shop_path,
                     GError     **error)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_shop_copy_free);
  g_autofree char *folder = g_path_get_dirname (shop_path);
  g_autofree char *name = g_path_get_basename (shop_path);
  g_autofree char *backups = zg_backup_get_folder (shop_path);

  if (!list_folder (folder, name, copies, error) || !list_folder (backups, name, copies, error))
    return NULL;
  g_ptr_array_sort (copies, compare_paths);
  return g_steal_pointer (&copies);
}

static gboolean
load_marks (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return zg_erased_table_load (db, data, error);
}

typedef struct {
  const ZgErasedMarks *marks;
  GHashTable *found;            /* id of a customer in the copy → uid */
  ZgTime now;
} RewriteJob;

/* A family has one phone: who is still a customer is not meant by the mark of another. */
static gboolean
leave_out_living (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  RewriteJob *job = data;

  return zg_erased_table_leave_out_living (db, job->found, error);
}

static gboolean
erase_all (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  RewriteJob *job = data;
  GHashTableIter iter;
  gint64 n_orders;
  gpointer id;

  g_hash_table_iter_init (&iter, job->found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!zg_erase_table_erase (db, *(gint64 *) id, TRUE, job->now, &n_orders, error))
        return FALSE;
    }
  return zg_erased_table_adopt (db, job->marks, job->now, error);
}

static void
delete_unfinished (const char *folder,
                   const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *found;

  /* Its journal, and the copy that bringing it to a new form has made. */
  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, found, NULL);

      if (g_str_has_prefix (found, name))
        g_unlink (file);
    }
}

/* Erases people from a file that nobody else has open, and leaves it without a journal. */
static gboolean
erase_from_file (const char    *path,
                 RewriteJob    *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(ZgStore) store = zg_store_open (path, error);
  gboolean ok;

  if (store == NULL)
    return FALSE;
  ok = zg_store_write (store, erase_all, job, error) && zg_store_wipe (store, cancellable, error);
  zg_store_close (store);
  return ok && zg_shop_file_release (path, error) && zg_shop_file_verify (path, error);
}

static gboolean
replace (const char    *path,
         ZgDatabase    *source,
         RewriteJob    *job,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *unfinished = g_strconcat (path, ZG_SHOP_FILE_UNFINISHED "rewrite", NULL);
  gboolean ok;

  ok = zg_shop_file_copy (source, unfinished, cancellable, error)
       && erase_from_file (unfinished, job, cancellable, error);
  if (ok && g_rename (unfinished, path) != 0)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CANT_OPEN, _("“%s” can't be replaced: %s"), path,
                   g_strerror (errno));
      ok = FALSE;
    }
  delete_unfinished (folder, unfinished);
  return ok;
}

/* Half a day later nobody works on it any more. */
static gboolean
is_left_over (const ZgShopCopy *copy,
              ZgTime            now)
{
  GStatBuf info;

  return g_stat (copy->path, &info) == 0 && info.st_mtime * ZG_TIME_SECOND < now - ZG_TIME_DAY / 2;
}

/**
 * zg_shop_copies_rewrite:
 * @store: the shop
 * @copy: one of its copies
 * @clock: what time it is
 * @cancellable: (nullable): to give up; the copy stays as it was
 * @was_changed_out: (out): whether it held anybody who was erased
 * @error: return location for an error
 *
 * Makes a copy anew without the people who were erased from the shop; their orders stay without them. The copy knows the
 * marks after that, and has the newest form: an older release can't read it any more. What a power cut left of a copy is deleted.
 * Not for the thread of a window.
 *
 * Returns: whether the copy holds nobody who was erased; else it is as it was
 */
gboolean
zg_shop_copies_rewrite (ZgStore           *store,
                        const ZgShopCopy  *copy,
                        ZgClock           *clock,
                        GCancellable      *cancellable,
                        gboolean          *was_changed_out,
                        GError           **error)
{
  g_autoptr(ZgErasedMarks) marks = NULL;
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(ZgDatabase) source = NULL;
  RewriteJob job = { NULL, found, zg_clock_now (clock) };

  *was_changed_out = FALSE;
  if (!zg_store_read (store, load_marks, &marks, error))
    return FALSE;
  if (marks == NULL)
    return TRUE;
  if (copy->kind == ZG_SHOP_COPY_UNFINISHED)
    {
      *was_changed_out = is_left_over (copy, zg_clock_now (clock)) && g_unlink (copy->path) == 0;
      return TRUE;
    }

  /* One that was put aside with its journal: what stands there belongs into the file. */
  if (!zg_shop_file_release (copy->path, error))
    return FALSE;
  source = zg_database_open (copy->path, ZG_DATABASE_READER, error);
  if (source == NULL || !zg_erased_table_find_customers (source, marks, found, error)
      || !zg_store_read (store, leave_out_living, &job, error))
    return FALSE;
  if (g_hash_table_size (found) == 0)
    return TRUE;

  job.marks = marks;
  *was_changed_out = replace (copy->path, source, &job, cancellable, error);
  return *was_changed_out;
}
