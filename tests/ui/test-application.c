/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "zg-application.h"
#include "zg-backup.h"
#include "zg-error-window.h"
#include "zg-ui-fixture.h"

/* The application as it is started from a command line. */

typedef void (*Steps) (ZgApplication *application,
                       const char    *path);

typedef struct {
  ZgApplication *application;
  const char *path;
  Steps steps;
} Run;

static gboolean
steps_cb (gpointer data)
{
  Run *run = data;

  run->steps (run->application, run->path);
  g_application_quit (G_APPLICATION (run->application));

  return G_SOURCE_REMOVE;
}

static void
activated_cb (Run *run)
{
  g_idle_add (steps_cb, run);
}

/* Without @path it is the demo. */
static void
run_application (const char *path,
                 Steps       steps)
{
  g_autoptr (ZgApplication) application = zg_application_new ();
  Run run = { application, path, steps };
  char *argv[] = { (char *) "zhanggui", (char *) "--now", (char *) "2026-09-22T14:20:00+08:00",
                   (char *) (path != NULL ? "--db" : "--demo"), (char *) path, NULL };

  g_signal_connect_data (application, "activate", G_CALLBACK (activated_cb), &run, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), g_strv_length (argv), argv), ==, 0);
}

static GtkWindow *
get_window (ZgApplication *application)
{
  return gtk_application_get_active_window (GTK_APPLICATION (application));
}

static ZgShopProfile *
get_profile (ZgApplication *application)
{
  return zg_session_get_profile (zg_window_get_session (ZG_WINDOW (get_window (application))));
}

static void
rename_shop (ZgApplication *application,
             const char    *name)
{
  ZgShopProfile *profile = get_profile (application);

  zg_shop_profile_set_shop_name (profile, name);
  zg_ui_wait_until (g_str_equal (zg_shop_profile_get_shop_name (profile), name));
}

static guint
count_files (const char *folder,
             const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n_files += g_str_has_prefix (name, prefix);

  return n_files;
}

static char *
find_backup (const char *shop_path)
{
  g_autofree char *folder = zg_backup_get_folder (shop_path);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) backups = zg_backup_list (folder, zone, NULL);
  const ZgBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  return newest != NULL ? g_strdup (newest->path) : NULL;
}

static void
restore_steps (ZgApplication *application,
               const char    *path)
{
  g_autofree char *shop_folder = g_path_get_dirname (path);
  g_autofree char *backup = NULL;
  GtkWindow *before = get_window (application);

  g_assert_true (ZG_IS_WINDOW (get_window (application)));
  g_signal_emit_by_name (zg_ui_find (GTK_WIDGET (get_window (application)), GTK_TYPE_BUTTON, "Open the shop"), "clicked");
  zg_ui_wait_until (zg_shop_profile_get_set_up (get_profile (application)));
  rename_shop (application, "青禾小铺");
  g_action_group_activate_action (G_ACTION_GROUP (get_window (application)), "back-up", NULL);
  zg_ui_wait_until ((backup = find_backup (path)) != NULL);

  rename_shop (application, "另一家店");

  g_action_group_activate_action (G_ACTION_GROUP (application), "restore-backup",
                                  g_variant_new_bytestring (backup));
  zg_ui_wait_until (get_window (application) != NULL && get_window (application) != before);
  g_assert_cmpstr (zg_shop_profile_get_shop_name (get_profile (application)), ==, "青禾小铺");
  /* What was replaced is still there. */
  g_assert_cmpint (count_files (shop_folder, "replaced-"), >=, 1);
}

static void
test_restore (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zhanggui-app-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);

  run_application (path, restore_steps);
}

static void
foreign_steps (ZgApplication *application,
               const char    *path)
{
  GtkWindow *window = get_window (application);

  g_assert_true (ZG_IS_ERROR_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Quit"));
}

static void
test_foreign_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zhanggui-app-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, "This is a letter to my aunt & no <b>shop</b> file.", -1, NULL));
  run_application (path, foreign_steps);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "This is a letter to my aunt & no <b>shop</b> file.");
}

/* A folder stands where the file should be; once it is away the shop opens from the same window. */
static void
in_the_way_steps (ZgApplication *application,
                  const char    *path)
{
  /* Held, so that the next window can't be at its address. */
  g_autoptr (GtkWindow) before = g_object_ref (get_window (application));
  GtkWidget *button;

  g_assert_true (ZG_IS_ERROR_WINDOW (before));
  button = zg_ui_find (GTK_WIDGET (before), GTK_TYPE_BUTTON, "Try again");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  zg_ui_wait_until (get_window (application) != NULL && get_window (application) != before);
  g_assert_true (ZG_IS_ERROR_WINDOW (get_window (application)));

  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_signal_emit_by_name (zg_ui_find (GTK_WIDGET (get_window (application)), GTK_TYPE_BUTTON, "Try again"), "clicked");
  zg_ui_wait_until (ZG_IS_WINDOW (get_window (application)));
}

static void
test_try_again (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zhanggui-app-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  run_application (path, in_the_way_steps);
}

static char *demo_folder;

static void
demo_steps (ZgApplication *application,
            const char    *path)
{
  ZgSession *session = zg_window_get_session (ZG_WINDOW (get_window (application)));

  demo_folder = g_path_get_dirname (zg_store_get_path (zg_session_get_store (session)));
  g_assert_true (zg_shop_profile_get_set_up (get_profile (application)));
  g_assert_cmpint (zg_session_get_recents (session)->len, ==, ZG_N_RECENTS);
}

/* All of it is gone when it is closed. */
static void
test_demo (void)
{
  run_application (NULL, demo_steps);
  g_assert_false (g_file_test (demo_folder, G_FILE_TEST_EXISTS));
  g_clear_pointer (&demo_folder, g_free);
}

static void
test_wrong_time (void)
{
  g_autoptr (ZgApplication) application = zg_application_new ();
  char *argv[] = { (char *) "zhanggui", (char *) "--now", (char *) "yesterday", NULL };

  g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, argv), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  g_test_add_func ("/application/restore", test_restore);
  g_test_add_func ("/application/foreign-file", test_foreign_file);
  g_test_add_func ("/application/try-again", test_try_again);
  g_test_add_func ("/application/demo", test_demo);
  g_test_add_func ("/application/wrong-time", test_wrong_time);

  return g_test_run ();
}
