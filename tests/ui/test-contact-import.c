/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import/zg-contact-import-window.h"
#include "import/zg-import-window.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-ui-fixture.h"
#include "zg-window-drop.h"

#define CARD(lines) "BEGIN:VCARD\r\nVERSION:3.0\r\n" lines "END:VCARD\r\n"
#define KNOWN CARD ("FN:王晓雯\r\nTEL:13800002468\r\nNOTE:老同学\r\n")
#define STRANGER CARD ("FN:李新\r\nTEL:13900008888\r\nADR:;;文三路 1 号;杭州市;浙江省;;中国\r\n")
#define FAMILY CARD ("FN:王爸爸\r\nTEL:13800002468\r\nNOTE:家里人\r\n")
#define NOBODY CARD ("")
#define FAR_PHOTO (5 * 1024 * 1024)
#define MANY 8000

typedef GtkWindow *(*Open) (GtkWindow  *parent,
                            ZgSession  *session,
                            const char *path);

static GtkWidget *
open_file (ZgUiFixture *fixture,
           ZgWindow    *window,
           Open         open,
           const char  *text,
           const char  *button)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.vcf", NULL);
  GtkWidget *import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = GTK_WIDGET (open (GTK_WINDOW (window), fixture->session, path));
  gtk_window_present (GTK_WINDOW (import));
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, button) != NULL
                    && gtk_widget_get_visible (zg_ui_find (import, GTK_TYPE_BUTTON, button)));
  return import;
}

static void
close_file (ZgUiFixture *fixture,
            GtkWidget   *import)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.vcf", NULL);

  if (import != NULL)
    gtk_window_close (GTK_WINDOW (import));
  g_assert_cmpint (remove (path), ==, 0);
}

static void
assert_shows (GtkWidget  *import,
              const char *text)
{
  if (zg_ui_find (import, GTK_TYPE_LABEL, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static void
press (GtkWidget  *import,
       const char *button)
{
  GtkWidget *found = zg_ui_find (import, GTK_TYPE_TOGGLE_BUTTON, button);

  g_assert_nonnull (found);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (found), TRUE);
}

static guint
count_found (ZgUiFixture *fixture,
             const char  *name)
{
  g_autoptr(GArray) ids = zg_find_table_customers (zg_store_get_list_reader (fixture->store, NULL), name, 10, NULL);

  return ids->len;
}

/* (transfer full): what is noted of the known customer. */
static char *
dup_note (ZgUiFixture *fixture,
          gint64       id)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (zg_store_get_list_reader (fixture->store, NULL), id, NULL);

  return g_strdup (customer->note != NULL ? customer->note : "");
}

/* It is seen what becomes of everybody; who may be there already is asked about, one by one. */
static void
test_one_by_one (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import = open_file (fixture, window, zg_contact_import_window_new, KNOWN STRANGER NOBODY, "Import 1 person");
  g_autofree char *note = NULL;

  assert_shows (import, "Contacts (vCard) · 3 people · UTF-8");
  assert_shows (import, "1 person may be there already");
  assert_shows (import, "1 row was refused");
  assert_shows (import, "Fills in: note");
  assert_shows (import, "New");
  g_assert_cmpuint (count_found (fixture, "李新"), ==, 0);

  g_assert_null (zg_ui_find (import, GTK_TYPE_TOGGLE_BUTTON, "Somebody new"));
  press (import, "Fill in");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Import 2 people") != NULL);
  press (import, "Skip");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Import 1 person") != NULL);
  press (import, "Fill in");
  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 2 people") != NULL);
  zg_ui_wait_until (count_found (fixture, "李新") == 1);
  note = dup_note (fixture, id);
  g_assert_cmpstr (note, ==, "老同学");

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (count_found (fixture, "李新") == 0);
  g_free (note);
  note = dup_note (fixture, id);
  g_assert_cmpstr (note, ==, "");

  close_file (fixture, NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* Who has a customer's phone under another name may be somebody new, or the same. */
static void
test_family (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import = open_file (fixture, window, zg_contact_import_window_new, FAMILY, "Close");
  g_autofree char *note = NULL;

  press (import, "Somebody new");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Import 1 person") != NULL);
  press (import, "Fill in");
  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 1 person") != NULL);
  note = dup_note (fixture, id);
  g_assert_cmpstr (note, ==, "家里人");
  g_assert_cmpuint (count_found (fixture, "王爸爸"), ==, 0);

  import = open_file (fixture, window, zg_contact_import_window_new,
                      CARD ("FN:王妈妈\r\nTEL:13800002468\r\n") STRANGER, "Import 1 person");
  press (import, "Somebody new");
  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 2 people") != NULL);
  g_assert_cmpuint (count_found (fixture, "王妈妈"), ==, 1);

  close_file (fixture, NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* All at once, and back. */
static void
test_all_at_once (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  ZgWindow *window;
  GtkWidget *import;

  zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  window = zg_ui_fixture_open_window (fixture);
  import = open_file (fixture, window, zg_contact_import_window_new, KNOWN STRANGER, "Import 1 person");
  press (import, "Fill in all");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Import 2 people") != NULL);
  press (import, "One by one");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL, "1 person may be there already") != NULL
                    && zg_ui_find (import, GTK_TYPE_BUTTON, "Import 1 person") != NULL);

  close_file (fixture, import);
  zg_ui_fixture_close_window (fixture, window);
}

/* What is no file of contacts is refused in one sentence, and the largest picture does not matter. */
static void
test_bad_files (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  static const char * const bad[] = { "", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN", "订单编号,买家会员名\r\n1,2\r\n", "\x89PNG\r\n\x1a\n" };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autoptr(GString) card = g_string_new ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:李新\r\nTEL:13900008888\r\nPHOTO;ENCODING=b:");
  GtkWidget *import;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      import = open_file (fixture, window, zg_contact_import_window_new, bad[i], "Close");
      gtk_widget_activate_action (import, "import.go", NULL);
      close_file (fixture, NULL);
    }

  while (card->len < FAR_PHOTO)
    g_string_append (card, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg==\r\n ");
  g_string_append (card, "\r\nEND:VCARD\r\n");
  import = open_file (fixture, window, zg_contact_import_window_new, card->str, "Import 1 person");
  assert_shows (import, "李新");

  close_file (fixture, import);
  zg_ui_fixture_close_window (fixture, window);
}

/* Closing the window while the import runs takes back what was written. */
static void
test_cancel (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autoptr(GString) cards = g_string_new (NULL);
  GtkWidget *import;

  for (int i = 0; i < MANY; i++)
    g_string_append_printf (cards, CARD ("FN:李新\r\nTEL:139%08d\r\n"), i);
  import = open_file (fixture, window, zg_contact_import_window_new, cards->str, "Import 8000 people");
  g_object_add_weak_pointer (G_OBJECT (import), (gpointer *) &import);
  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until (count_found (fixture, "李新") > 0);
  if (import != NULL)
    gtk_window_close (GTK_WINDOW (import));
  zg_ui_wait_until (import == NULL);
  g_assert_cmpuint (count_found (fixture, "李新"), ==, 0);
  g_assert_null (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 8000 people"));

  close_file (fixture, NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* A file that is dropped onto the window is one of contacts when it is called so, and else one of orders. */
static void
test_dropped (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.VCF", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "a.csv", NULL);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import;

  g_assert_true (g_file_set_contents (path, STRANGER, -1, NULL));
  g_assert_true (g_file_set_contents (other, "x", -1, NULL));
  g_assert_true (zg_window_open_file (window, path));
  import = find_window (ZG_TYPE_CONTACT_IMPORT_WINDOW);
  g_assert_nonnull (import);
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Import 1 person") != NULL);
  gtk_window_close (GTK_WINDOW (import));

  g_assert_true (zg_window_open_file (window, other));
  import = find_window (ZG_TYPE_IMPORT_WINDOW);
  g_assert_nonnull (import);
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, "Close") != NULL);
  gtk_window_close (GTK_WINDOW (import));

  remove (path);
  remove (other);
  zg_ui_fixture_close_window (fixture, window);
}

/* Who opens contacts as orders is led to where they belong. */
static void
test_from_orders (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import = open_file (fixture, window, zg_import_window_new, STRANGER, "Import contacts…");
  GtkWidget *contacts;

  assert_shows (import, "This is a file of contacts, not of orders.");
  gtk_widget_activate_action (import, "import.go", NULL);
  contacts = find_window (ZG_TYPE_CONTACT_IMPORT_WINDOW);
  g_assert_nonnull (contacts);
  zg_ui_wait_until (zg_ui_find (contacts, GTK_TYPE_BUTTON, "Import 1 person") != NULL);

  close_file (fixture, contacts);
  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void (*test) (ZgUiFixture *, gconstpointer))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  add ("/contact-import/one-by-one", test_one_by_one);
  add ("/contact-import/family", test_family);
  add ("/contact-import/all-at-once", test_all_at_once);
  add ("/contact-import/bad-files", test_bad_files);
  add ("/contact-import/cancel", test_cancel);
  add ("/contact-import/from-orders", test_from_orders);
  add ("/contact-import/dropped", test_dropped);

  return g_test_run ();
}
