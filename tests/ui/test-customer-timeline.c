/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "customers/zg-customer-page.h"
#include "customers/zg-note-editor.h"
#include "customers/zg-timeline-row.h"
#include "zg-contact-table.h"
#include "zg-ui-fixture.h"

/* A customer's timeline: more of it, one kind of it, and its notes changed where they stand. */

#define MANY 300
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  gint64 customer_id;
  gint64 contact_id;
  const char *text;
} Line;

static gboolean
add_many (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Line *line = data;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (ZgContact) contact = zg_contact_new ();

      contact->customer_id = line->customer_id;
      contact->at = NOW - ZG_TIME_DAY - i * ZG_TIME_HOUR;
      contact->kind = i % 10 == 3 ? ZG_CONTACT_NOTE : ZG_CONTACT_COPY;
      contact->text = g_strdup_printf ("line %u.", i);
      if (!zg_contact_table_insert (db, contact, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_note (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Line *line = data;
  g_autoptr (ZgContact) contact = zg_contact_new ();

  contact->customer_id = line->customer_id;
  contact->at = NOW - ZG_TIME_HOUR;
  contact->kind = ZG_CONTACT_NOTE;
  contact->text = g_strdup (line->text);
  if (!zg_contact_table_insert (db, contact, error))
    return FALSE;
  line->contact_id = contact->id;
  return TRUE;
}

static gboolean
change_note (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Line *line = data;

  return zg_contact_table_set_text (db, line->contact_id, line->text, error);
}

static void
write_line (ZgUiFixture *fixture,
            ZgStoreFunc  func,
            Line        *line)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, func, line, &error);
  g_assert_no_error (error);
}

static gboolean
is_note (ZgUiFixture *fixture,
         gint64       id,
         const char  *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgContact) contact = NULL;

  zg_contact_table_load (zg_store_get_list_reader (fixture->store, &error), id, &contact, &error);
  g_assert_no_error (error);
  return contact != NULL ? g_strcmp0 (contact->text, text) == 0 : text == NULL;
}

static GtkWidget *
open_page (ZgUiFixture *fixture,
           ZgWindow    *window,
           gint64       id)
{
  GtkWidget *page;

  g_assert_true (zg_window_show_screen (window, "customers"));
  page = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_CUSTOMER_PAGE, NULL);
  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (zg_ui_find (page, ZG_TYPE_TIMELINE_ROW, NULL) != NULL
                    && gtk_widget_get_mapped (zg_ui_find (page, ZG_TYPE_TIMELINE_ROW, NULL)));
  return page;
}

static guint
count_rows (GtkWidget *root)
{
  guint n = ZG_IS_TIMELINE_ROW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
shows (GtkWidget  *page,
       const char *text)
{
  GtkWidget *label = zg_ui_find (page, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
offers (GtkWidget  *page,
        const char *label)
{
  GtkWidget *button = zg_ui_find (page, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_get_mapped (button);
}

static void
click (GtkWidget  *page,
       const char *label)
{
  GtkWidget *button = zg_ui_find (page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static ZgTimelineRow *
get_note_row (GtkWidget  *page,
              const char *text)
{
  return ZG_TIMELINE_ROW (gtk_widget_get_ancestor (zg_ui_find (page, GTK_TYPE_LABEL, text), ZG_TYPE_TIMELINE_ROW));
}

static GtkTextBuffer *
begin (GtkWidget  *page,
       const char *text)
{
  ZgTimelineRow *row = get_note_row (page, text);

  g_signal_emit_by_name (row, "activate");
  g_assert_true (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (zg_ui_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
want (GtkWidget    *page,
      ZgNoteIntent  intent)
{
  g_signal_emit_by_name (zg_ui_find (page, ZG_TYPE_NOTE_EDITOR, NULL), "intent", (int) intent);
}

/* However long it is, there is a screen of rows and what one has asked for; a change elsewhere moves none of them. */
static void
test_pages (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  Line line = { .customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468") };
  ZgWindow *window;
  GtkWidget *page;
  GtkWidget *row;
  guint n;

  write_line (fixture, add_many, &line);
  window = zg_ui_fixture_open_window (fixture);
  page = open_page (fixture, window, line.customer_id);
  g_assert_cmpuint (count_rows (page), <, 60);

  row = zg_ui_find (page, ZG_TYPE_TIMELINE_ROW, NULL);
  gtk_widget_grab_focus (row);
  line.text = "new.";
  write_line (fixture, add_note, &line);
  zg_ui_wait_until (shows (page, "new."));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  g_assert_true (GTK_WIDGET (get_note_row (page, "“line 0.”")) == row);

  while ((n = count_rows (page)) < MANY + 1)
    {
      click (page, "Show earlier");
      zg_ui_wait_until (count_rows (page) > n);
    }
  g_assert_cmpuint (n, ==, MANY + 1);
  zg_ui_wait_until (!offers (page, "Show earlier"));
  line.text = "newest.";
  write_line (fixture, add_note, &line);
  zg_ui_wait_until (shows (page, "newest."));
  g_assert_cmpuint (count_rows (page), ==, MANY + 2);

  zg_ui_fixture_close_window (fixture, window);
}

/* One kind alone, also of the next customer who has any of it; what there is none of is not offered. */
static void
test_filter (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  Line line = { .customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468") };
  Line other = { .customer_id = zg_ui_fixture_add_customer (fixture, "李静", "李女士", "13900001111"), .text = "theirs." };
  gint64 third_id = zg_ui_fixture_add_customer (fixture, "赵敏", "赵同学", "13700001111");
  ZgWindow *window;
  GtkWidget *page;

  write_line (fixture, add_many, &line);
  write_line (fixture, add_note, &other);
  zg_ui_fixture_add_order (fixture, other.customer_id, "246801357", ZG_ORDER_PAID);
  zg_ui_fixture_add_order (fixture, third_id, "246801358", ZG_ORDER_PAID);
  window = zg_ui_fixture_open_window (fixture);
  page = open_page (fixture, window, line.customer_id);
  g_assert_false (offers (page, "Orders"));
  g_assert_true (offers (page, "Copies"));

  click (page, "Notes");
  zg_ui_wait_until (shows (page, "line 3.") && !shows (page, "“line 0.”"));
  g_assert_cmpuint (count_rows (page), <=, MANY / 10);

  zg_screen_open (zg_window_get_screen (window, "customers"), other.customer_id);
  zg_ui_wait_until (shows (page, "theirs."));
  g_assert_cmpuint (count_rows (page), ==, 1);
  zg_screen_open (zg_window_get_screen (window, "customers"), third_id);
  zg_ui_wait_until (shows (page, "137 0000 1111"));
  /* The widget that showed an order shows a note now, and does what a note does. */
  zg_screen_open (zg_window_get_screen (window, "customers"), other.customer_id);
  zg_ui_wait_until (shows (page, "theirs."));
  begin (page, "theirs.");
  want (page, ZG_NOTE_CANCEL);
  zg_screen_open (zg_window_get_screen (window, "customers"), third_id);
  zg_ui_wait_until (shows (page, "137 0000 1111"));
  g_assert_cmpuint (count_rows (page), ==, 1);
  g_assert_false (offers (page, "All"));

  /* An order opens its page. */
  g_signal_emit_by_name (zg_ui_find (page, ZG_TYPE_TIMELINE_ROW, NULL), "activate");
  zg_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (zg_window_get_screen (window, "orders"))));

  zg_ui_fixture_close_window (fixture, window);
}

/* A note is changed in its place; undo brings the old words back, Escape leaves them, and what was typed can be had again. */
static void
test_note (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  Line line = { .customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468"), .text = "old." };
  ZgWindow *window;
  GtkWidget *page;

  write_line (fixture, add_note, &line);
  window = zg_ui_fixture_open_window (fixture);
  page = open_page (fixture, window, line.customer_id);

  gtk_text_buffer_set_text (begin (page, "old."), "new.", -1);
  want (page, ZG_NOTE_COMMIT);
  zg_ui_wait_until (shows (page, "new.") && !zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_true (is_note (fixture, line.contact_id, "new."));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (shows (page, "old."));

  gtk_text_buffer_set_text (begin (page, "old."), "half.", -1);
  want (page, ZG_NOTE_CANCEL);
  g_assert_false (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_true (shows (page, "old.") && is_note (fixture, line.contact_id, "old."));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (zg_record_page_has_changes (ZG_RECORD_PAGE (page)));
  want (page, ZG_NOTE_COMMIT);
  zg_ui_wait_until (shows (page, "half."));

  g_signal_emit_by_name (get_note_row (page, "half."), "intent", (int) ZG_NOTE_REMOVE);
  zg_ui_wait_until (!shows (page, "half."));
  g_assert_true (is_note (fixture, line.contact_id, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (shows (page, "half."));

  gtk_text_buffer_set_text (begin (page, "half."), " ", -1);
  want (page, ZG_NOTE_COMMIT);
  zg_ui_wait_until (!shows (page, "half.") && !zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_true (is_note (fixture, line.contact_id, NULL));

  zg_ui_fixture_close_window (fixture, window);
}

/* Somebody else was faster: the row says what the note is now and keeps what was typed. */
static void
test_stale_note (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  Line line = { .customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468"), .text = "old." };
  ZgWindow *window;
  GtkWidget *page;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  write_line (fixture, add_note, &line);
  window = zg_ui_fixture_open_window (fixture);
  page = open_page (fixture, window, line.customer_id);

  buffer = begin (page, "old.");
  gtk_text_buffer_set_text (buffer, "mine.", -1);
  line.text = "theirs.";
  write_line (fixture, change_note, &line);
  want (page, ZG_NOTE_COMMIT);
  zg_ui_wait_until (shows (page, "Somebody else changed this note in the meantime. It is now: theirs."));
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "mine.");
  g_assert_true (is_note (fixture, line.contact_id, "theirs."));

  click (page, "Save mine");
  zg_ui_wait_until (shows (page, "mine.") && !zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_true (is_note (fixture, line.contact_id, "mine."));

  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void      (*test) (ZgUiFixture *, gconstpointer))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  add ("/customer-timeline/pages", test_pages);
  add ("/customer-timeline/filter", test_filter);
  add ("/customer-timeline/note", test_note);
  add ("/customer-timeline/stale-note", test_stale_note);

  return g_test_run ();
}
