/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-open-shop"

#include "config.h"

#include "zg-open-shop.h"

#include <glib/gstdio.h>

#include "zg-backup-task.h"
#include "zg-demo.h"
#include "zg-search-rebuild.h"
#include "zg-shop-file.h"
#include "zg-starter-library.h"

/* How often to look whether a backup is due. Not at once: the first minutes of a day belong to the person. */
#define BACKUP_CHECK_SECONDS (10 * 60)

/* The one shop file that the program works on: where it is, and while it is open all that belongs to it. A demo is made
 * when it is opened, and taken away at the end. */
struct _ZgOpenShop
{
  ZgClock *clock;
  char *path;                   /* NULL until it is chosen */
  gboolean demo;
  ZgStore *store;
  ZgSession *session;
  guint backup_timeout;
};

static gboolean
choose_path (ZgOpenShop  *shop,
             GError     **error)
{
  g_autofree char *folder = NULL;

  if (shop->path != NULL)
    return TRUE;
  if (!shop->demo)
    {
      shop->path = zg_shop_file_default_path ();
      return TRUE;
    }

  folder = g_dir_make_tmp ("zhanggui-demo-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  shop->path = g_build_filename (folder, "shop.db", NULL);
  return TRUE;
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!zg_backup_task_run_finish (result, &error))
    zg_session_fail (session, error);
}

static gboolean
daily_backup_cb (gpointer user_data)
{
  ZgOpenShop *shop = user_data;

  zg_backup_task_run_async (shop->path, shop->clock, TRUE, NULL, backed_up_cb, g_object_ref (shop->session));

  return G_SOURCE_CONTINUE;
}

static gboolean
fill_demo (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_demo_fill (db, zg_starter_library_pick_language (g_get_language_names ()), data, error);
}

static void
remove_demo (ZgOpenShop *shop)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (shop->path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (shop->path, endings[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/**
 * zg_open_shop_new:
 * @clock: what time it is
 * @path: (nullable): the shop file, %NULL for the one that everybody has
 * @demo: whether to make a throw-away one with invented data
 *
 * Returns: (transfer full): the shop, not open yet
 */
ZgOpenShop *
zg_open_shop_new (ZgClock    *clock,
                  const char *path,
                  gboolean    demo)
{
  ZgOpenShop *shop = g_new0 (ZgOpenShop, 1);

  shop->clock = zg_clock_ref (clock);
  shop->path = g_strdup (path);
  shop->demo = demo;

  return shop;
}

/**
 * zg_open_shop_free:
 * @shop: a shop
 *
 * Closes it, and takes it away if it is a demo.
 */
void
zg_open_shop_free (ZgOpenShop *shop)
{
  zg_open_shop_close (shop);
  if (shop->demo && shop->path != NULL)
    remove_demo (shop);
  zg_clock_unref (shop->clock);
  g_free (shop->path);
  g_free (shop);
}

/**
 * zg_open_shop_open:
 * @shop: a shop
 * @error: return location
 *
 * Opens the file, and makes it if there is none.
 *
 * Returns: whether it is open
 */
gboolean
zg_open_shop_open (ZgOpenShop  *shop,
                   GError     **error)
{
  if (shop->session != NULL)
    return TRUE;
  if (!choose_path (shop, error))
    return FALSE;

  shop->store = zg_store_open (shop->path, error);
  if (shop->store == NULL)
    return FALSE;

  if (shop->demo && !zg_store_write (shop->store, fill_demo, shop->clock, error))
    {
      zg_open_shop_close (shop);
      return FALSE;
    }

  zg_store_watch (shop->store);
  zg_search_rebuild_start (shop->store);
  shop->session = zg_session_new (shop->store, shop->clock);
  zg_unfinished_erase_finish (zg_session_get_unfinished_erase (shop->session));
  if (!shop->demo && !zg_store_is_read_only (shop->store))
    shop->backup_timeout = g_timeout_add_seconds (BACKUP_CHECK_SECONDS, daily_backup_cb, shop);

  return TRUE;
}

/**
 * zg_open_shop_close:
 * @shop: a shop
 *
 * Closes the file; what was to be written is.
 */
void
zg_open_shop_close (ZgOpenShop *shop)
{
  g_clear_handle_id (&shop->backup_timeout, g_source_remove);
  g_clear_object (&shop->session);
  if (shop->store != NULL)
    zg_store_close (shop->store);
  g_clear_object (&shop->store);
}

/**
 * zg_open_shop_become_demo:
 * @shop: a shop
 *
 * Closes it; what is opened next is a demo.
 */
void
zg_open_shop_become_demo (ZgOpenShop *shop)
{
  zg_open_shop_close (shop);
  shop->demo = TRUE;
  g_clear_pointer (&shop->path, g_free);
}

/**
 * zg_open_shop_exists:
 * @shop: a shop
 *
 * Returns: whether there is a file to open, so that nobody makes one by only asking
 */
gboolean
zg_open_shop_exists (ZgOpenShop *shop)
{
  g_autofree char *path = shop->path != NULL ? g_strdup (shop->path) : zg_shop_file_default_path ();

  return shop->session != NULL || g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * zg_open_shop_is_demo:
 * @shop: a shop
 *
 * Returns: whether all of it is invented
 */
gboolean
zg_open_shop_is_demo (ZgOpenShop *shop)
{
  return shop->demo;
}

/**
 * zg_open_shop_get_session:
 * @shop: a shop
 *
 * Returns: (transfer none) (nullable): what all windows share, %NULL while it is closed
 */
ZgSession *
zg_open_shop_get_session (ZgOpenShop *shop)
{
  return shop->session;
}

/**
 * zg_open_shop_get_path:
 * @shop: a shop that was opened, or not without an error
 *
 * Returns: (transfer none) (nullable): where the file is
 */
const char *
zg_open_shop_get_path (ZgOpenShop *shop)
{
  return shop->path;
}

/**
 * zg_open_shop_get_clock:
 * @shop: a shop
 *
 * Returns: (transfer none): what time it is for it
 */
ZgClock *
zg_open_shop_get_clock (ZgOpenShop *shop)
{
  return shop->clock;
}
