/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-about-window.h"
#include "zg-error-window.h"
#include "zg-first-start.h"
#include "import/zg-import-window.h"
#include "import/zg-reply-import-window.h"
#include "preferences/zg-new-clerk-window.h"
#include "customers/zg-new-customer-window.h"
#include "preferences/zg-preferences-window.h"
#include "zg-mock-portal.h"
#include "zg-recent-strip.h"
#include "zg-reply-table.h"
#include "zg-restore-window.h"
#include "zg-shortcuts-window.h"
#include "zg-talk-popover.h"
#include "zg-toast-area.h"
#include "zg-ui-fixture.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* The caps of keys, and names that are the same in Chinese. Everything else that a Chinese user sees is Chinese. */
static const char * const allowed[] = {
  "Alt", "Ctrl", "Delete", "Enter", "Esc", "Shift",
  "CSV", "GB", "GNU", "TA", "UTF", "vCard",
  "LINE", "WhatsApp", "Shopify", "WooCommerce", "Etsy", "eBay", "TikTok", "Shop",
};

/* What is typed into the settings of a desktop, and the names of desktops: in the preferences, which explain it. */
static const struct {
  const char *place;
  const char *text;
} allowed_texts[] = {
  { "preferences", "zhanggui --quick-reply" },
  { "preferences", "GNOME" },
  { "preferences", "KDE Plasma" },
  { "preferences", "sway" },
  { "preferences", "bindsym Mod4+space exec" },
};

/* What a widget can say. */
static const char * const properties[] = {
  "label", "title", "subtitle", "description", "tooltip-text", "placeholder-text",
};

static gboolean
is_allowed (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      if (g_str_equal (word, allowed[i]))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): what is left of @text without what may stand in this @place, as a whole. */
static char *
take_out_allowed (const char *text,
                  const char *place)
{
  g_autoptr (GString) rest = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (allowed_texts); i++)
    if (g_str_equal (allowed_texts[i].place, place))
      g_string_replace (rest, allowed_texts[i].text, " ", 0);

  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* (nullable) (transfer full): the first word of two or more Latin letters in @text that no Chinese user should meet. */
static char *
find_latin_word (const char *text,
                 const char *place)
{
  g_autoptr (GRegex) regex = g_regex_new ("[A-Za-z]{2,}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *rest = take_out_allowed (text, place);

  for (g_regex_match (regex, rest, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      if (!is_allowed (word))
        return g_steal_pointer (&word);
    }
  return NULL;
}

static char *
get_text (GtkWidget  *widget,
          const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  char *text = NULL;

  /* Markup is not shown. */
  if (GTK_IS_LABEL (widget) && g_str_equal (property, "label"))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (pspec != NULL && pspec->value_type == G_TYPE_STRING && (pspec->flags & G_PARAM_READABLE) != 0)
    g_object_get (widget, property, &text, NULL);
  return text;
}

/* What those hear who do not see the window. */
static void
check_heard (GtkWidget  *widget,
             const char *place)
{
  static const GtkAccessibleProperty heard[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *word = NULL;

      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), heard[i]))
        continue;
      /* Compared with what it can't be, to be told what it is. */
      text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), heard[i], "\001");
      word = text != NULL ? find_latin_word (text, place) : NULL;
      if (word != NULL)
        {
          g_test_message ("%s: “%s” is heard in %s of a %s", place, word, text, G_OBJECT_TYPE_NAME (widget));
          g_test_fail ();
        }
    }
}

/* Hidden widgets too: they are shown sooner or later. */
static int
check_widget (GtkWidget  *widget,
              const char *place)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);
  int n_texts = 0;

  /* A row of libadwaita's without an apply button has it all the same, and never shows it. */
  if (GTK_IS_BUTTON (widget) && row != NULL && !adw_entry_row_get_show_apply_button (ADW_ENTRY_ROW (row))
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "adw-entry-apply-symbolic") == 0)
    return 0;

  check_heard (widget, place);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *text = get_text (widget, properties[i]);
      g_autofree char *word = text != NULL ? find_latin_word (text, place) : NULL;

      if (text != NULL && *text != '\0')
        n_texts++;
      if (word != NULL)
        {
          g_test_message ("%s: “%s” in the %s “%s” of a %s", place, word, properties[i], text, G_OBJECT_TYPE_NAME (widget));
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_texts += check_widget (child, place);
  return n_texts;
}

static void
check (gpointer    widget,
       const char *place)
{
  /* A place that says nothing was not looked at. */
  g_assert_cmpint (check_widget (GTK_WIDGET (widget), place), >, 1);
}

static void
check_and_close (gpointer    window,
                 const char *place)
{
  int width;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  check (window, place);
  /* Beside a strip of 360 px no dialog is wider; the frame of a window without a compositor is 5 px on each side. */
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width > 370)
    g_error ("%s is %d px wide", place, width);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
add_reply (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup ("核对地址");
  g_free (reply->body);
  reply->body = g_strdup ("{称呼}，发 {?快递:中通|圆通} 可以吗？{运单号}");
  reply->stages = 1 << ZG_STAGE_CONFIRMATION;
  reply->group_id = zg_reply_table_ensure_group (db, "核对订单", error);
  return reply->group_id != 0 && zg_reply_table_insert (db, reply, *(const ZgTime *) data, error);
}

static void
act (ZgWindow   *window,
     const char *action,
     GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

/* Lists, pages and forms of every screen, with and without somebody to talk to. */
static void
test_screens (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const char * const screens[] = { "replies", "customers", "orders" };
  g_autoptr (GError) error = NULL;
  ZgTime now = zg_clock_now (fixture->clock);
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 order_id = 0;
  ZgWindow *window;
  GtkWidget *popover;
  GtkWidget *strip;

  for (int state = ZG_ORDER_CLOSED; state >= ZG_ORDER_UNPAID; state--)
    {
      g_autofree char *number = g_strdup_printf ("2026092210465%d", state);

      order_id = zg_ui_fixture_add_order (fixture, customer_id, number, state);
    }
  zg_store_write (fixture->store, add_reply, &now, &error);
  g_assert_no_error (error);
  window = zg_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      act (window, "show-screen", g_variant_new_string (screens[i]));
      zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_WIDGET, i == 0 ? "核对地址" : "王小姐") != NULL);
      check (window, screens[i]);
    }

  act (window, "talk-to", g_variant_new ("(xx)", customer_id, order_id));
  act (window, "show-screen", g_variant_new_string ("replies"));
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _("Unpaid")) != NULL);
  check (window, "replies for a customer");
  /* The search offers the last customers; they are written in the background. */
  strip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_RECENT_STRIP, NULL);
  zg_ui_wait_until (zg_ui_find (strip, GTK_TYPE_LABEL, "王小姐") != NULL);
  zg_window_switch_customer (window);
  popover = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_TALK_POPOVER, NULL);
  zg_ui_wait_until (zg_ui_find (popover, GTK_TYPE_LABEL, "王小姐") != NULL);
  check (popover, "whom to talk to");
  gtk_popover_popdown (GTK_POPOVER (popover));

  act (window, "open-customer", g_variant_new_int64 (customer_id));
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "王晓雯") != NULL);
  check (window, "page of a customer");
  act (window, "edit", NULL);
  check (window, "form of a customer");
  act (window, "escape", NULL);

  act (window, "open-order", g_variant_new_int64 (order_id));
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _("Confirmation list")) != NULL);
  check (window, "page of an order");
  act (window, "edit", NULL);
  check (window, "form of an order");
  act (window, "escape", NULL);

  zg_ui_fixture_close_window (fixture, window);
}

/* The messages that rise over the lists and say that something was done. */
static void
test_toasts (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 order_id = zg_ui_fixture_add_order (fixture, customer_id, "20260922104651", ZG_ORDER_UNPAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *overlay;
  GtkWidget *next;

  act (window, "show-screen", g_variant_new_string ("orders"));
  overlay = zg_ui_find (GTK_WIDGET (zg_window_get_visible_screen (window)), ZG_TYPE_TOAST_AREA, NULL);
  act (window, "imported", g_variant_new ("(xxb)", G_GINT64_CONSTANT (1), G_GINT64_CONSTANT (2), TRUE));
  check (overlay, "an import that is done");
  act (window, "back-up", NULL);
  zg_ui_wait_until (zg_ui_find (overlay, GTK_TYPE_LABEL, _("Backed up and verified")) != NULL);
  check (overlay, "a backup that is made");

  act (window, "open-order", g_variant_new_int64 (order_id));
  zg_ui_wait_until ((next = zg_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Mark as paid"))) != NULL);
  g_signal_emit_by_name (next, "clicked");
  zg_ui_wait_until (zg_ui_find (overlay, GTK_TYPE_LABEL, _("Undo")) != NULL);
  check (overlay, "an order that has moved");

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_empty (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  static const char * const screens[] = { "replies", "customers", "orders" };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      act (window, "show-screen", g_variant_new_string (screens[i]));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      check (window, screens[i]);
    }
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_first_start (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_FIRST_START, NULL));
  check (window, "first start");
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_windows (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWindow *parent = GTK_WINDOW (window);
  ZgShopProfile *profile = zg_session_get_profile (fixture->session);

  check_and_close (zg_preferences_window_new (parent, fixture->session, NULL), "preferences");
  check_and_close (zg_new_clerk_window_new (parent, profile), "new clerk");
  check_and_close (zg_new_customer_window_new (parent, fixture->session, NULL), "new customer");
  check_and_close (zg_restore_window_new (parent, fixture->path, fixture->clock), "restore");
  for (int code = ZG_STORE_ERROR_FAILED; code <= ZG_STORE_ERROR_CANT_OPEN; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (ZG_STORE_ERROR, code, "");

      check_and_close (zg_error_window_new (NULL, "店铺文件", fixture->clock, error), "error");
    }
  check_and_close (zg_shortcuts_window_new (parent), "shortcuts");
  check_and_close (zg_about_window_new (parent), "about");
  zg_ui_fixture_close_window (fixture, window);
}

/* What the preferences say of the key of the desktop, however far that is. */
static void
test_shortcut (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  static const struct {
    ZgMockAnswer answer;
    ZgShortcutState state;
  } answers[] = {
    { ZG_MOCK_NEVER_ANSWERS, ZG_SHORTCUT_ASKING },
    { ZG_MOCK_REFUSES, ZG_SHORTCUT_REFUSED },
    { ZG_MOCK_GRANTS, ZG_SHORTCUT_BOUND },
  };
  g_autoptr (ZgGlobalShortcut) shortcut = zg_global_shortcut_new ("quick-reply", "快捷面板", "");
  g_autoptr (ZgMockPortal) portal = NULL;
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgPreferencesWindow *preferences = zg_preferences_window_new (GTK_WINDOW (window), fixture->session, shortcut);

  gtk_window_present (GTK_WINDOW (preferences));
  zg_ui_wait_until (zg_global_shortcut_get_state (shortcut) == ZG_SHORTCUT_MISSING);
  check (preferences, "preferences");
  portal = zg_mock_portal_new (TRUE);
  portal->trigger = "空格";
  zg_ui_wait_until (zg_global_shortcut_get_state (shortcut) == ZG_SHORTCUT_OFFERED);
  check (preferences, "preferences");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      zg_global_shortcut_unbind (shortcut);
      portal->answer = answers[i].answer;
      zg_global_shortcut_bind (shortcut, "");
      zg_ui_wait_until (portal->n_binds == i + 1 && zg_global_shortcut_get_state (shortcut) == answers[i].state);
      check (preferences, "preferences");
    }
  zg_mock_portal_close_session (portal);
  zg_ui_wait_until (zg_global_shortcut_get_state (shortcut) == ZG_SHORTCUT_ENDED);
  check_and_close (preferences, "preferences");
  zg_ui_fixture_close_window (fixture, window);
}

/* One good row, one whose number a spreadsheet has spoilt. */
static void
test_import (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  static const char export[] =
    "订单编号,买家会员名,买家实际支付金额,总金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,宝贝标题,宝贝总数量\n"
    "2026092210001,青禾,0,59,等待买家付款,赵一诺,浙江省 杭州市 西湖区 文三路,13900007713,2026-09-22 10:00:00,帆布包,1\n"
    "3.51531E+16,青禾,0,59,等待买家付款,赵一诺,浙江省 杭州市 西湖区 文三路,13900007713,2026-09-22 10:00:00,帆布包,1\n";
  g_autofree char *path = g_build_filename (fixture->folder, "订单表", NULL);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import;

  g_file_set_contents (path, export, -1, &error);
  g_assert_no_error (error);
  import = GTK_WIDGET (zg_import_window_new (GTK_WINDOW (window), fixture->session, path));
  gtk_window_present (GTK_WINDOW (import));
  line = g_strdup_printf (_("Line %d"), 3);
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL, line) != NULL);
  check (import, "import");
  gtk_window_destroy (GTK_WINDOW (import));

  zg_ui_fixture_close_window (fixture, window);
  remove (path);
}

/* A good row, and one without its text. */
static void
test_import_replies (ZgUiFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "话术表", NULL);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import;

  g_file_set_contents (path, "快捷短语编码,快捷短语,快捷短语分组\n您1,您好 [单号],问候\n您2,,问候\n", -1, &error);
  g_assert_no_error (error);
  import = GTK_WIDGET (zg_reply_import_window_new (GTK_WINDOW (window), fixture->session, path));
  gtk_window_present (GTK_WINDOW (import));
  line = g_strdup_printf (_("Line %d"), 3);
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL, line) != NULL);
  check (import, "import of replies");
  gtk_window_destroy (GTK_WINDOW (import));

  zg_ui_fixture_close_window (fixture, window);
  remove (path);
}

/* The test would notice an English word, and a text that has lost its translation. */
static void
test_finds_latin (void)
{
  g_autofree char *word = find_latin_word ("按 Enter 复制，Unpaid", "orders");
  g_autofree char *command = find_latin_word ("zhanggui --quick-reply", "orders");
  g_autofree char *part = find_latin_word ("quick", "preferences");

  g_assert_cmpstr (word, ==, "Unpaid");
  g_assert_cmpstr (command, ==, "zhanggui");
  g_assert_cmpstr (part, ==, "quick");
  g_assert_null (find_latin_word ("Ctrl+K 找客户 F2 · TA", "orders"));
  g_assert_null (find_latin_word ("zhanggui --quick-reply", "preferences"));
  g_assert_cmpstr (_("Customers"), ==, g_str_equal (g_getenv ("LANGUAGE"), "zh_TW") ? "客戶" : "客户");
}

#define ADD(path, data, func) \
  g_test_add (path, ZgUiFixture, data, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  const char *language;
  g_autofree char *locale = NULL;

  zg_ui_test_init (&argc, &argv);

  language = g_getenv ("ZG_TEST_LANGUAGE");
  if (language == NULL)
    language = "zh_CN";
  g_setenv ("LANGUAGE", language, TRUE);
  locale = g_strconcat (language, ".UTF-8", NULL);
  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_print ("1..0 # SKIP this computer has no locale %s\n", locale);
      return 77;
    }
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("ZG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/chinese/finds-latin", test_finds_latin);
  ADD ("/chinese/screens", NULL, test_screens);
  ADD ("/chinese/toasts", NULL, test_toasts);
  ADD ("/chinese/empty", NULL, test_empty);
  ADD ("/chinese/first-start", "new", test_first_start);
  ADD ("/chinese/windows", NULL, test_windows);
  ADD ("/chinese/shortcut", NULL, test_shortcut);
  ADD ("/chinese/import", NULL, test_import);
  ADD ("/chinese/import-replies", NULL, test_import_replies);

  return g_test_run ();
}
