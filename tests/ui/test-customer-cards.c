/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "customers/zg-attachment-card.h"
#include "customers/zg-attachment-editor.h"
#include "customers/zg-attachment-view.h"
#include "customers/zg-attachment-window.h"
#include "customers/zg-card-row.h"
#include "customers/zg-customer-head.h"
#include "customers/zg-customer-page.h"
#include "customers/zg-fact-row.h"
#include "customers/zg-interest-card.h"
#include "customers/zg-interest-editor.h"
#include "customers/zg-tags-editor.h"
#include "zg-customer-interest.h"
#include "zg-customer-table.h"
#include "zg-interest-table.h"
#include "zg-member-level.h"
#include "zg-pill.h"
#include "zg-ui-fixture.h"

/* The cards beside a customer's timeline that have rows of their own in the shop file. */

static ZgWindow *
open_page (ZgUiFixture *fixture,
           gint64       id)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_true (zg_window_show_screen (window, "customers"));
  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  return window;
}

static GtkWidget *
get_page (ZgWindow *window)
{
  return zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "customers")), ZG_TYPE_CUSTOMER_PAGE, NULL);
}

static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
sees (ZgWindow   *window,
      const char *text)
{
  return shows (get_page (window), text);
}

static void
undo (ZgWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
}

static GtkWidget *
get_label (ZgWindow   *window,
           const char *text)
{
  GtkWidget *label = zg_ui_find (get_page (window), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return label;
}

static ZgCardRow *
get_row (ZgWindow   *window,
         const char *text)
{
  return ZG_CARD_ROW (gtk_widget_get_ancestor (get_label (window, text), ZG_TYPE_CARD_ROW));
}

/* The entries of a row that is being changed, from above. */
static GtkWidget *
get_entry (GtkWidget *editor,
           int        index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (editor); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && index-- == 0)
      return child;
  g_assert_not_reached ();
}

static GtkWidget *
find_interest_editor (ZgWindow *window)
{
  return zg_ui_find (get_page (window), ZG_TYPE_INTEREST_EDITOR, NULL);
}

static void
type_interest (ZgWindow   *window,
               const char *product,
               const char *day)
{
  GtkWidget *editor;

  zg_ui_wait_until (find_interest_editor (window) != NULL);
  editor = find_interest_editor (window);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (editor, 0)), product);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (editor, 1)), day);
  g_signal_emit_by_name (get_entry (editor, 1), "activate");
}

/* What they asked for is noted with the day to ask again, which a follow-up reminds of; both go with undo. */
static void
test_interest_add (ZgUiFixture   *fixture,
                   gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);
  GtkWidget *page = get_page (window);

  zg_ui_wait_until (sees (window, "Asked for, not bought"));
  gtk_widget_activate_action (page, "page.add-interest", NULL);
  type_interest (window, "亚麻衬衫", "soon");
  zg_ui_wait_until (sees (window, "Write the day like 10-1, 2026-10-01 or 3 weeks."));
  g_assert_true (zg_record_page_has_changes (ZG_RECORD_PAGE (page)));
  type_interest (window, "亚麻衬衫", "3 days");
  zg_ui_wait_until (sees (window, "亚麻衬衫") && find_interest_editor (window) == NULL);
  g_assert_true (sees (window, "ask again on Sep 25"));
  zg_ui_wait_until (sees (window, "Ask again: 亚麻衬衫"));
  g_assert_false (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));

  undo (window);
  zg_ui_wait_until (!sees (window, "亚麻衬衫") && !sees (window, "Ask again: 亚麻衬衫"));

  zg_ui_fixture_close_window (fixture, window);
}

typedef struct {
  ZgClock *clock;
  gint64 customer_id;
  gint64 interest_id;
} Late;

static gboolean
add_late (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Late *late = data;
  g_autoptr (ZgInterest) interest = zg_interest_new ();

  interest->customer_id = late->customer_id;
  interest->at = zg_clock_now (late->clock) - 9 * ZG_TIME_DAY;
  interest->ask_again_at = zg_clock_now (late->clock) - 2 * ZG_TIME_DAY;
  g_free (interest->product);
  interest->product = g_strdup ("帆布托特包");
  g_free (interest->reason);
  interest->reason = g_strdup ("price");
  if (!zg_interest_table_insert (db, interest, error))
    return FALSE;
  late->interest_id = interest->id;
  return TRUE;
}

static gboolean
change_elsewhere (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Late *late = data;
  g_autoptr (ZgInterest) before = zg_interest_table_load (db, late->interest_id, error);
  g_autoptr (ZgInterest) after = zg_interest_copy (before);

  g_free (after->product);
  after->product = g_strdup ("帆布托特包 米白");
  return zg_customer_interest_change (db, before, after, late->clock, error);
}

/* A day that has passed is amber, and what becomes of it is said with one button and taken back with undo. */
static void
test_interest_change (ZgUiFixture   *fixture,
                      gconstpointer  data)
{
  Late late = { .clock = fixture->clock };
  ZgWindow *window;

  late.customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  g_assert_true (zg_store_write (fixture->store, add_late, &late, NULL));
  window = open_page (fixture, late.customer_id);
  zg_ui_wait_until (sees (window, "ask again on Sep 20"));
  g_assert_true (gtk_widget_has_css_class (get_label (window, "ask again on Sep 20"), "warning"));
  g_assert_true (sees (window, "Price"));

  g_signal_emit_by_name (get_row (window, "帆布托特包"), "intent", (int) ZG_INTEREST_INTENT_BOUGHT);
  zg_ui_wait_until (sees (window, "Bought after all") && !sees (window, "ask again on Sep 20"));
  undo (window);
  zg_ui_wait_until (sees (window, "ask again on Sep 20"));

  g_signal_emit_by_name (get_row (window, "帆布托特包"), "intent", (int) ZG_CARD_BEGIN);
  type_interest (window, "帆布托特包", "10-1");
  zg_ui_wait_until (sees (window, "ask again on Oct  1") || sees (window, "ask again on Oct 1"));
  g_signal_emit_by_name (get_row (window, "帆布托特包"), "intent", (int) ZG_CARD_BEGIN);
  gtk_widget_activate_action (find_interest_editor (window), "card.want", "i", ZG_CARD_REMOVE);
  zg_ui_wait_until (!sees (window, "帆布托特包"));
  undo (window);
  zg_ui_wait_until (sees (window, "帆布托特包"));

  zg_ui_fixture_close_window (fixture, window);
}

/* Whether it was saved; until the page knows what is there now, it is refused again. */
static gboolean
insists (ZgWindow *window)
{
  GtkWidget *editor = find_interest_editor (window);

  if (editor != NULL)
    gtk_widget_activate_action (editor, "card.want", "i", ZG_CARD_INSIST);
  return editor == NULL;
}

/* What somebody else changed meanwhile is told, and mine is saved when I want it so; Esc keeps what was typed. */
static void
test_interest_stale (ZgUiFixture   *fixture,
                     gconstpointer  data)
{
  Late late = { .clock = fixture->clock };
  ZgWindow *window;
  GtkWidget *page;

  late.customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  g_assert_true (zg_store_write (fixture->store, add_late, &late, NULL));
  window = open_page (fixture, late.customer_id);
  page = get_page (window);
  zg_ui_wait_until (sees (window, "帆布托特包"));
  g_signal_emit_by_name (get_row (window, "帆布托特包"), "intent", (int) ZG_CARD_BEGIN);
  g_assert_true (zg_store_write (fixture->store, change_elsewhere, &late, NULL));
  type_interest (window, "帆布包", "10-1");
  zg_ui_wait_until (sees (window, "Save mine"));
  /* The page has heard of it before what was typed came to the shop file, or does so now. */
  zg_ui_wait_until (insists (window));
  zg_ui_wait_until (sees (window, "帆布包") && find_interest_editor (window) == NULL);

  g_signal_emit_by_name (get_row (window, "帆布包"), "intent", (int) ZG_CARD_BEGIN);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (find_interest_editor (window), 0)), "half");
  g_assert_true (zg_record_page_cancel (ZG_RECORD_PAGE (page)));
  g_assert_null (find_interest_editor (window));
  undo (window);
  zg_ui_wait_until (find_interest_editor (window) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (find_interest_editor (window), 0))), ==, "half");

  zg_ui_fixture_close_window (fixture, window);
}

/* Files ****************************************************************************************************************/

static GBytes *
make_picture (int width,
              int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkTexture) texture = NULL;

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  return gdk_texture_save_to_png_bytes (texture);
}

static void
add_file (ZgUiFixture *fixture,
          ZgWindow    *window,
          const char  *name,
          GBytes      *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  g_list_store_append (files, file);
  zg_attachment_card_add_files (ZG_ATTACHMENT_CARD (zg_ui_find (get_page (window), ZG_TYPE_ATTACHMENT_CARD, NULL)),
                                G_LIST_MODEL (files));
}

static gboolean
has_thumbnail (ZgWindow *window)
{
  GtkWidget *card = zg_ui_find (get_page (window), ZG_TYPE_ATTACHMENT_CARD, NULL);
  GtkWidget *row = zg_ui_find (card, ZG_TYPE_CARD_ROW, NULL);
  GtkWidget *image = row != NULL ? zg_ui_find (row, GTK_TYPE_IMAGE, NULL) : NULL;

  return image != NULL && gtk_image_get_storage_type (GTK_IMAGE (image)) == GTK_IMAGE_PAINTABLE;
}

/* A file is kept with the customer, gets another name, goes and comes back. */
static void
test_attachment (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;
  g_autoptr (GBytes) picture = make_picture (300, 200);
  GtkWidget *editor;

  zg_ui_fixture_add_order (fixture, id, "20260922579", ZG_ORDER_PAID);
  window = open_page (fixture, id);
  zg_ui_wait_until (sees (window, "Files"));
  add_file (fixture, window, "damage.png", picture);
  zg_ui_wait_until (sees (window, "damage.png"));
  zg_ui_wait_until (has_thumbnail (window));

  g_signal_emit_by_name (get_row (window, "damage.png"), "intent", (int) ZG_ATTACHMENT_INTENT_EDIT);
  editor = zg_ui_find (get_page (window), ZG_TYPE_ATTACHMENT_EDITOR, NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (editor, 0)), "破损.png");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (zg_ui_find (editor, GTK_TYPE_DROP_DOWN, NULL)), 1);
  g_signal_emit_by_name (get_entry (editor, 0), "activate");
  zg_ui_wait_until (sees (window, "破损.png"));
  g_assert_nonnull (g_strrstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (get_label (window, "破损.png")))),
                               "order …579"));
  undo (window);
  zg_ui_wait_until (sees (window, "damage.png"));

  g_signal_emit_by_name (get_row (window, "damage.png"), "intent", (int) ZG_ATTACHMENT_INTENT_EDIT);
  gtk_widget_activate_action (zg_ui_find (get_page (window), ZG_TYPE_ATTACHMENT_EDITOR, NULL), "card.want", "i",
                              ZG_CARD_REMOVE);
  zg_ui_wait_until (!sees (window, "damage.png"));
  undo (window);
  zg_ui_wait_until (sees (window, "damage.png"));

  zg_ui_fixture_close_window (fixture, window);
}

static GtkWidget *
find_viewer (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ZG_IS_ATTACHMENT_WINDOW (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
open_viewer (ZgWindow   *window,
             const char *name)
{
  g_signal_emit_by_name (get_row (window, name), "intent", (int) ZG_CARD_BEGIN);
  return find_viewer ();
}

/* A picture is shown, larger and smaller; what only claims to be one says so in one sentence. */
static void
test_attachment_window (ZgUiFixture   *fixture,
                        gconstpointer  data)
{
  /* The frame of a PNG that claims 60,000 by 60,000 pixels. */
  static const guint8 huge[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
  };
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);
  g_autoptr (GBytes) picture = make_picture (300, 200);
  g_autoptr (GBytes) claimed = g_bytes_new_static (huge, sizeof huge);
  g_autoptr (GBytes) broken = g_bytes_new_static ("no picture", 10);
  GtkWidget *viewer;
  GtkWidget *shown;

  zg_ui_wait_until (sees (window, "Files"));
  add_file (fixture, window, "a.png", picture);
  zg_ui_wait_until (sees (window, "a.png"));
  add_file (fixture, window, "b.png", claimed);
  zg_ui_wait_until (sees (window, "b.png"));
  add_file (fixture, window, "c.png", broken);
  zg_ui_wait_until (sees (window, "c.png"));

  viewer = open_viewer (window, "a.png");
  zg_ui_wait_until (zg_ui_find (viewer, GTK_TYPE_PICTURE, NULL) != NULL
                    && gtk_widget_get_mapped (zg_ui_find (viewer, GTK_TYPE_PICTURE, NULL)));
  shown = zg_ui_find (viewer, GTK_TYPE_PICTURE, NULL);
  gtk_test_widget_wait_for_draw (viewer);
  gtk_widget_activate_action (viewer, "view.zoom-in", NULL);
  zg_ui_wait_until (gtk_widget_get_width (shown) == 375);
  gtk_widget_activate_action (viewer, "view.zoom-fit", NULL);
  zg_ui_wait_until (gtk_widget_get_width (shown) > 375);
  gtk_widget_activate_action (viewer, "window.close", NULL);
  zg_ui_wait_until (find_viewer () == NULL);

  viewer = open_viewer (window, "b.png");
  zg_ui_wait_until (shows (viewer, "A picture of 60000 × 60000 pixels can't be used."));
  gtk_window_destroy (GTK_WINDOW (viewer));
  viewer = open_viewer (window, "c.png");
  zg_ui_wait_until (shows (viewer, "This file is not a complete PNG or JPEG picture."));
  gtk_window_destroy (GTK_WINDOW (viewer));

  zg_ui_fixture_close_window (fixture, window);
}

/* A picture on the clipboard is pasted onto the page; what is too large says so and nothing is kept. */
static void
test_attachment_paste (ZgUiFixture   *fixture,
                       gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);
  g_autoptr (GBytes) picture = make_picture (30, 20);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (ZG_ATTACHMENT_MAX_BYTES + 1), ZG_ATTACHMENT_MAX_BYTES + 1);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("image/png", picture);

  zg_ui_wait_until (sees (window, "Files"));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  gtk_widget_activate_action (get_page (window), "page.paste-clipboard", NULL);
  zg_ui_wait_until (sees (window, "Picture 2026-09-22 14.20.png"));

  add_file (fixture, window, "film.mp4", large);
  zg_ui_wait_until (shows (GTK_WIDGET (window), "The file is larger than 10 MB. Choose a smaller one."));
  g_assert_false (sees (window, "film.mp4"));

  zg_ui_fixture_close_window (fixture, window);
}

/* Tags and level ******************************************************************************************************/

static gboolean
give_tags (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (ZgCustomer) customer = zg_customer_table_load (db, *(gint64 *) data, error);

  g_ptr_array_add (customer->tags, g_strdup ("学生"));
  return zg_customer_table_update (db, customer, ZG_TIME_DAY, error);
}

static gboolean
has_tone (ZgWindow *window,
          ZgTone    tone)
{
  GtkWidget *head = zg_ui_find (get_page (window), ZG_TYPE_CUSTOMER_HEAD, NULL);
  GtkWidget *pill = gtk_widget_get_ancestor (zg_ui_find (head, GTK_TYPE_LABEL, "学生"), ZG_TYPE_PILL);
  ZgTone found;

  g_object_get (pill, "tone", &found, NULL);
  return found == tone;
}

/* A colour is chosen where the tag is edited, for the whole shop, and goes with undo; what was typed stays. */
static void
test_tag_colour (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;
  GtkWidget *editor;
  GtkWidget *button;
  GtkWidget *list;

  g_assert_true (zg_store_write (fixture->store, give_tags, &id, NULL));
  window = open_page (fixture, id);
  zg_ui_wait_until (sees (window, "Tags"));
  g_assert_true (has_tone (window, ZG_TONE_NEUTRAL));
  g_signal_emit_by_name (gtk_widget_get_ancestor (get_label (window, "Tags"), ZG_TYPE_FACT_ROW), "intent",
                         (int) ZG_FACT_BEGIN);
  editor = zg_ui_find (get_page (window), ZG_TYPE_TAGS_EDITOR, NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (editor, 0)), "学生, 送礼");
  button = zg_ui_find (editor, GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  list = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  zg_ui_wait_until (gtk_widget_get_mapped (list));
  gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 6), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Blue");
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 6), "activate");
  zg_ui_wait_until (has_tone (window, ZG_TONE_TAG_BLUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (editor, 0))), ==, "学生, 送礼");
  g_assert_true (zg_record_page_is_editing (ZG_RECORD_PAGE (get_page (window))));
  zg_ui_wait_until (shows (GTK_WIDGET (window), "“学生”: Blue"));
  undo (window);
  zg_ui_wait_until (has_tone (window, ZG_TONE_NEUTRAL));

  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
set_rules (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);

  g_ptr_array_add (levels, zg_member_level_new ("银", 0, 1));
  return zg_customer_table_refresh_totals (db, *(gint64 *) data, error) && zg_member_level_save_all (db, levels, error);
}

/* The level that the rules suggest is taken with one button, and given back with undo; without a rule nothing is said. */
static void
test_level (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;

  zg_ui_fixture_add_order (fixture, id, "20260922579", ZG_ORDER_PAID);
  window = open_page (fixture, id);
  zg_ui_wait_until (sees (window, "Person"));
  g_assert_false (sees (window, "Level"));
  g_assert_true (zg_store_write (fixture->store, set_rules, &id, NULL));
  zg_ui_wait_until (sees (window, "By your rules: 银"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (get_label (window, "Make it 银"), GTK_TYPE_BUTTON), "clicked");
  zg_ui_wait_until (sees (window, "银") && !sees (window, "By your rules: 银"));
  undo (window);
  zg_ui_wait_until (sees (window, "By your rules: 银"));

  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void      (*test) (ZgUiFixture   *fixture,
                        gconstpointer  data))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  add ("/customer-cards/interest-add", test_interest_add);
  add ("/customer-cards/interest-change", test_interest_change);
  add ("/customer-cards/interest-stale", test_interest_stale);
  add ("/customer-cards/attachment", test_attachment);
  add ("/customer-cards/attachment-window", test_attachment_window);
  add ("/customer-cards/attachment-paste", test_attachment_paste);
  add ("/customer-cards/tag-colour", test_tag_colour);
  add ("/customer-cards/level", test_level);
  return g_test_run ();
}
