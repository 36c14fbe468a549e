/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shop-folder.h"

#include <gio/gio.h>

/* A folder of its own for each test, which a shop file, its journal and whatever is made of it are in. */

/**
 * shop_folder_make:
 * @shop_out: (out) (optional) (transfer full): the path of the shop file that may be made there
 *
 * Returns: (transfer full): the folder, see shop_folder_remove()
 */
char *
shop_folder_make (char **shop_out)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("zg-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (shop_out != NULL)
    *shop_out = g_build_filename (folder, "shop.db", NULL);
  return folder;
}

static void
remove_all (GFile *file)
{
  g_autoptr(GFileEnumerator) children =
    g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr(GError) error = NULL;
  GFile *child;

  /* A file has none. */
  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

/**
 * shop_folder_remove:
 * @folder: (transfer full): what shop_folder_make() has made
 *
 * Removes the folder and all that is in it.
 */
void
shop_folder_remove (char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  remove_all (file);
  g_free (folder);
}
