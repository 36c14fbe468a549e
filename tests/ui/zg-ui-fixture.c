/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-ui-fixture.h"

#include <glib/gstdio.h>

#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-reply-table.h"
#include "zg-resources.h"
#include "zg-table-row.h"

/* Never the person's own shop: every test program gets a home of its own. */
void
zg_ui_test_init (int    *argc,
                 char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  zg_app_register_resource ();
  adw_init ();
}

static gboolean
answer_questions (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_SHOP_NAME, "青禾小铺", error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SET_UP, "1", error)
         && zg_shop_table_insert_staff (db, "小陈", "02", error) != 0;
}

/* With "new" as data: a shop whose first questions have not been answered. With "now": its clock goes. */
void
zg_ui_fixture_set_up (ZgUiFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  ZgTime now;

  fixture->folder = g_dir_make_tmp ("zhanggui-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "shop.db", NULL);
  g_assert_true (zg_time_parse_iso ("2026-09-22T14:20:00+08:00", NULL, &now, NULL));
  fixture->clock = g_strcmp0 (data, "now") == 0 ? zg_clock_new_system () : zg_clock_new_fixed (now, NULL);
  fixture->store = zg_store_open (fixture->path, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (data, "new") != 0)
    zg_store_write (fixture->store, answer_questions, NULL, &error);
  g_assert_no_error (error);
  fixture->session = zg_session_new (fixture->store, fixture->clock);
}

void
zg_ui_fixture_tear_down (ZgUiFixture   *fixture,
                         gconstpointer  data)
{
  static const char * const names[] = { "shop.db", "shop.db-wal", "shop.db-shm" };

  /* A write that is under way may hold the session for a moment; nothing else may. */
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  zg_ui_wait_until (fixture->session == NULL);
  zg_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->clock, zg_clock_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

typedef struct {
  ZgCustomer *customer;
  ZgOrder *order;
  ZgTime now;
} Insert;

static gboolean
insert (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Insert *job = data;

  if (job->customer != NULL)
    return zg_customer_table_insert (db, job->customer, job->now, 0, error);
  return zg_order_table_insert (db, job->order, 0, error);
}

gint64
zg_ui_fixture_add_customer (ZgUiFixture *fixture,
                            const char  *name,
                            const char  *call_name,
                            const char  *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgCustomer) customer = zg_customer_new ();
  Insert job = { .customer = customer, .now = zg_clock_now (fixture->clock) };

  zg_personal_set (&customer->name, name);
  g_free (customer->call_name);
  customer->call_name = g_strdup (call_name);
  if (phone != NULL)
    zg_customer_add_phone (customer, phone, NULL);
  zg_store_write (fixture->store, insert, &job, &error);
  g_assert_no_error (error);

  return customer->id;
}

gint64
zg_ui_fixture_add_order (ZgUiFixture  *fixture,
                         gint64        customer_id,
                         const char   *number,
                         ZgOrderState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrder) order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();
  Insert job = { .order = order, .now = zg_clock_now (fixture->clock) };

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  g_free (order->number);
  order->number = g_strdup (number);
  order->customer_id = customer_id;
  order->state = state;
  order->ordered_at = job.now;
  order->total = order->goods = 21900;
  item->title = g_strdup ("云朵针织开衫");
  item->quantity = 1;
  g_ptr_array_add (order->items, item);
  zg_store_write (fixture->store, insert, &job, &error);
  g_assert_no_error (error);

  return order->id;
}

static gboolean
insert_reply (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  ZgReply *reply = data;

  reply->group_id = zg_reply_table_ensure_group (db, "常用", error);
  return reply->group_id != 0 && zg_reply_table_insert (db, reply, ZG_TIME_SECOND, error);
}

gint64
zg_ui_fixture_add_reply (ZgUiFixture *fixture,
                         ZgReply     *reply)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, insert_reply, reply, &error);
  g_assert_no_error (error);
  return reply->id;
}

static ZgReply *
make_reply (const char *title,
            const char *body)
{
  ZgReply *reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup (title);
  g_free (reply->body);
  reply->body = g_strdup (body);
  return reply;
}

gint64
zg_ui_fixture_add_text (ZgUiFixture *fixture,
                        const char  *title,
                        const char  *body)
{
  g_autoptr (ZgReply) reply = make_reply (title, body);

  return zg_ui_fixture_add_reply (fixture, reply);
}

static gboolean
rewrite_reply (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  ZgReply *wanted = data;
  g_autoptr (ZgReply) reply = zg_reply_table_load (db, wanted->id, error);

  if (reply == NULL)
    return FALSE;
  g_free (reply->title);
  reply->title = g_steal_pointer (&wanted->title);
  g_free (reply->body);
  reply->body = g_steal_pointer (&wanted->body);
  return zg_reply_table_update (db, reply, ZG_TIME_SECOND, error);
}

/* As another clerk does: past the window, which hears of it when it is done. */
void
zg_ui_fixture_rewrite_reply (ZgUiFixture *fixture,
                             gint64       id,
                             const char  *title,
                             const char  *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgReply) wanted = make_reply (title, body);

  wanted->id = id;
  zg_store_write (fixture->store, rewrite_reply, wanted, &error);
  g_assert_no_error (error);
}

static gboolean
delete_reply (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return zg_reply_table_set_deleted (db, *(gint64 *) data, ZG_TIME_SECOND, error);
}

/* As another clerk does. */
void
zg_ui_fixture_delete_reply (ZgUiFixture *fixture,
                            gint64       id)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, delete_reply, &id, &error);
  g_assert_no_error (error);
}

/* With a new customer. */
gint64
zg_ui_fixture_talk_to (ZgUiFixture *fixture,
                       const char  *call_name)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, call_name, call_name, NULL);

  zg_session_talk_to (fixture->session, customer_id, 0);
  zg_ui_wait_until (zg_session_get_customer (fixture->session) != NULL);
  return customer_id;
}

typedef struct {
  gint64 customer_id;
  guint n;
} Copies;

static gboolean
count_copies (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Copies *copies = data;
  g_autoptr (GHashTable) all = zg_contact_table_load_copies (db, copies->customer_id, error);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    copies->n += ((const ZgCopies *) value)->count;
  return TRUE;
}

/* How often something was copied for a customer, as the log has it. */
guint
zg_ui_fixture_count_copies (ZgUiFixture *fixture,
                            gint64       customer_id)
{
  Copies copies = { .customer_id = customer_id };

  g_assert_true (zg_store_read (fixture->store, count_copies, &copies, NULL));
  return copies.n;
}

ZgWindow *
zg_ui_fixture_open_window (ZgUiFixture *fixture)
{
  ZgWindow *window = zg_window_new (NULL, fixture->session);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  zg_ui_wait_until (gtk_window_is_active (GTK_WINDOW (window)));

  return window;
}

static void
note_finalised (gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
zg_ui_fixture_close_window (ZgUiFixture *fixture,
                            ZgWindow    *window)
{
  gboolean finalised = FALSE;

  g_object_set_data_full (G_OBJECT (window), "zg-finalised", &finalised, note_finalised);
  gtk_window_destroy (GTK_WINDOW (window));
  /* Only what still runs in the background may hold it for a moment. */
  zg_ui_wait_until (finalised);
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
  if (ZG_IS_TABLE_ROW (widget))
    return zg_table_row_shows (ZG_TABLE_ROW (widget), text);
  if (GTK_IS_ENTRY (widget))
    return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
  return FALSE;
}

/* The first visible widget of @type below @root that shows @text, if that is given; NULL when there is none. */
GtkWidget *
zg_ui_find (GtkWidget  *root,
            GType       type,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (text == NULL || shows_text (child, text)))
        return child;
      found = zg_ui_find (child, type, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/* What would be pasted now. */
void
zg_ui_assert_clipboard (GtkWidget  *widget,
                        const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  zg_ui_wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}
