/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-badge.h"
#include "zg-empty-state.h"
#include "zg-error-text.h"
#include "zg-hidden-label.h"
#include "zg-hint-bar.h"
#include "zg-idle-watch.h"
#include "zg-key-cap.h"
#include "zg-markup.h"
#include "zg-pill.h"
#include "zg-reply-ask.h"
#include "zg-table-columns.h"
#include "zg-toast-area.h"
#include "zg-tooltip-width.h"
#include "zg-ui-fixture.h"
#include "zg-width-first-layout.h"

static const char *hostile[] = { "A&B <b>", "<", "&amp;", "%s_x", "\u202e林", "" };

static void
destroy (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

static void
test_markup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *markup = zg_markup_escape (hostile[i]);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, hostile[i]);
    }
}

static void
test_plain_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      GtkWidget *pill = zg_pill_new (hostile[i], ZG_TONE_WARNING);
      GtkWidget *cap = zg_key_cap_new (hostile[i]);
      GtkWidget *empty = zg_empty_state_new (NULL, hostile[i], hostile[i]);
      GtkWidget *hidden = zg_hidden_label_new ();

      g_assert_nonnull (zg_ui_find (pill, GTK_TYPE_LABEL, hostile[i]));
      g_assert_true (gtk_widget_has_css_class (pill, "warning"));
      zg_pill_set_tone (ZG_PILL (pill), ZG_TONE_NEUTRAL);
      g_assert_false (gtk_widget_has_css_class (pill, "warning"));
      g_assert_nonnull (zg_ui_find (cap, GTK_TYPE_LABEL, hostile[i]));
      if (*hostile[i] != '\0')
        g_assert_nonnull (zg_ui_find (empty, GTK_TYPE_LABEL, hostile[i]));
      zg_hidden_label_set_text (ZG_HIDDEN_LABEL (hidden), hostile[i], ZG_DISCLOSURE_MASKED);
      g_assert_nonnull (zg_ui_find (hidden, GTK_TYPE_LABEL, hostile[i]));
      g_assert_nonnull (zg_ui_find (hidden, GTK_TYPE_IMAGE, NULL));
      zg_hidden_label_set_text (ZG_HIDDEN_LABEL (hidden), hostile[i], ZG_DISCLOSURE_PLAIN);
      g_assert_null (zg_ui_find (hidden, GTK_TYPE_IMAGE, NULL));
      destroy (pill);
      destroy (cap);
      destroy (empty);
      destroy (hidden);
    }
}

static void
test_badge (void)
{
  GtkWidget *badge = zg_badge_new ();

  g_assert_false (gtk_widget_get_visible (badge));
  zg_badge_set_count (ZG_BADGE (badge), 7, TRUE);
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_true (gtk_widget_has_css_class (badge, "late"));
  g_assert_nonnull (zg_ui_find (badge, GTK_TYPE_LABEL, "7"));
  zg_badge_set_count (ZG_BADGE (badge), 12000, FALSE);
  g_assert_nonnull (zg_ui_find (badge, GTK_TYPE_LABEL, "999+"));
  zg_badge_set_count (ZG_BADGE (badge), 0, FALSE);
  g_assert_false (gtk_widget_get_visible (badge));
  destroy (badge);
}

static void
test_hint_bar (void)
{
  const ZgHint hints[] = { { "↑ ↓", "choose" }, { "Space", "tick" }, { "Ctrl+K", "change" } };
  GtkWidget *bar = g_object_ref_sink (zg_hint_bar_new ());
  int minimum;

  zg_hint_bar_set_hints (ZG_HINT_BAR (bar), hints, G_N_ELEMENTS (hints));
  g_assert_nonnull (zg_ui_find (bar, GTK_TYPE_LABEL, "↓"));
  g_assert_nonnull (zg_ui_find (bar, GTK_TYPE_LABEL, "tick"));
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 60);
  zg_hint_bar_set_hints (ZG_HINT_BAR (bar), NULL, 0);
  g_assert_null (gtk_widget_get_first_child (bar));
  g_assert_finalize_object (bar);
}

static void
count_cb (gpointer user_data)
{
  (*(int *) user_data)++;
}

static void
test_undo (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = zg_toast_area_new ();
  int first[2] = { 0, 0 };
  int second = 0;

  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (zg_toast_area_undo (ZG_TOAST_AREA (area)));

  zg_toast_area_show_undo (ZG_TOAST_AREA (area), "A&B <b>", NULL, count_cb, &first[0], count_cb);
  g_assert_cmpint (first[0], ==, 0);
  /* The next message takes the place of the first, and of its undo. */
  zg_toast_area_show_undo (ZG_TOAST_AREA (area), "…", NULL, count_cb, &second, NULL);
  g_assert_cmpint (first[0], ==, 1);
  zg_toast_area_show (ZG_TOAST_AREA (area), "no undo of its own");
  g_assert_true (zg_toast_area_undo (ZG_TOAST_AREA (area)));
  g_assert_cmpint (second, ==, 1);
  g_assert_false (zg_toast_area_undo (ZG_TOAST_AREA (area)));
  g_assert_cmpint (second, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_idle (void)
{
  g_autoptr (ZgIdleWatch) watch = zg_idle_watch_new (30 * 1000);

  g_assert_false (zg_idle_watch_get_idle (watch));
  zg_ui_wait_until (zg_idle_watch_get_idle (watch));
  zg_idle_watch_touch (watch);
  g_assert_false (zg_idle_watch_get_idle (watch));
  zg_ui_wait_until (zg_idle_watch_get_idle (watch));
}

static void
test_error_texts (void)
{
  for (int code = ZG_STORE_ERROR_FAILED; code <= ZG_STORE_ERROR_CANT_OPEN; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (ZG_STORE_ERROR, code, "What happened.");
      g_autofree char *body = zg_error_text_to_body (error);
      ZgErrorText text = zg_error_text (error);

      /* Only a code without a line of its own gets this heading; that is the general one. */
      if (code != ZG_STORE_ERROR_FAILED)
        g_assert_cmpstr (text.heading, !=, "That did not work");
      g_assert_true (g_str_has_prefix (body, "What happened."));
      g_assert_true ((text.button == NULL) == (text.action == NULL));
    }
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Messages that follow each other faster than they come and go; the last one stays. */
static void
test_hasty_messages (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = zg_toast_area_new ();
  gboolean stop = FALSE;
  int n_undone = 0;

  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (area))
    g_main_context_iteration (NULL, TRUE);

  g_timeout_add_seconds (3, stop_cb, &stop);
  for (guint i = 0; !stop; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u & <b>", i);
      gboolean go_on = FALSE;

      zg_toast_area_show_undo (ZG_TOAST_AREA (area), text, NULL, count_cb, &n_undone, NULL);
      if (i % 3 == 0)
        zg_toast_area_undo (ZG_TOAST_AREA (area));
      g_timeout_add (i % 7 * 90, stop_cb, &go_on);
      while (!go_on)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (n_undone, >, 2);
  zg_toast_area_show (ZG_TOAST_AREA (area), "last");
  while (zg_ui_find (area, GTK_TYPE_LABEL, "last") == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
answered_cb (ZgReplyAsk *ask,
             const char *name,
             const char *answer,
             GString    *said)
{
  g_string_append_printf (said, "%s=%s;", name, answer);
}

static char *
look_up (const ZgPlaceholder *placeholder,
         int                  offset,
         gpointer             data)
{
  return placeholder->id == ZG_PLACEHOLDER_ORDER_COURIER ? g_strdup (data) : NULL;
}

/* Enter alone accepts what the order knows, and another order's offer takes its place. */
static void
test_offers (void)
{
  static const struct {
    const char *body;
    const char *known;
    const char *said;
  } rows[] = {
    { "{?快递}", "顺丰", "快递=顺丰;" }, { "{?快递}", "中通", "快递=中通;" }, { "{?快递:圆通|中通}", "中通", "快递=中通;" },
    { "{?快递:圆通|中通}", "顺丰", "快递=圆通;" },
  };
  GtkWidget *window = gtk_window_new ();
  ZgReplyAsk *ask = g_object_new (ZG_TYPE_REPLY_ASK, NULL);
  g_autoptr (GString) said = g_string_new (NULL);

  g_signal_connect (ask, "answered", G_CALLBACK (answered_cb), said);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (ask));
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ZgFill) fill = zg_template_fill (rows[i].body, ZG_EMOTICONS_NONE, look_up, (gpointer) rows[i].known, NULL);

      g_string_truncate (said, 0);
      zg_reply_ask_show (ask, fill->missing, 0);
      g_assert_true (zg_reply_ask_focus_first (ask));
      g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "activate");
      for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND; said->len == 0 && g_get_monotonic_time () < end;)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpstr (said->str, ==, rows[i].said);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What no answer helps says why, as plain text. */
static void
test_faults (void)
{
  GtkWidget *ask = g_object_new (ZG_TYPE_REPLY_ASK, NULL);
  g_autoptr (ZgFill) fill = zg_template_fill ("{<b>}", ZG_EMOTICONS_NONE, look_up, NULL, NULL);
  const ZgMissing *missing = g_ptr_array_index (fill->missing, 0);

  zg_reply_ask_show (ZG_REPLY_ASK (ask), fill->missing, 0);
  g_assert_nonnull (strstr (missing->fault, "{<b>}"));
  g_assert_nonnull (zg_ui_find (ask, GTK_TYPE_LABEL, missing->fault));
  g_assert_false (zg_reply_ask_focus_first (ZG_REPLY_ASK (ask)));
  destroy (ask);
}

/* Columns that can be missed go one by one, the least important first, before the one that takes what is left gets slim. */
static void
test_columns (void)
{
  static const ZgTableColumn columns[] = {
    { "", 0, FALSE, 0, -1, FALSE, NULL, FALSE }, { "", 200, FALSE, 0, -1, FALSE, NULL, FALSE },
    { "", 150, FALSE, 2, -1, FALSE, "a", FALSE }, { "", 100, FALSE, 1, -1, FALSE, "b", TRUE },
  };
  static const struct {
    int width;
    guint hidden;
    double scale;
    int expected[G_N_ELEMENTS (columns)];
  } cases[] = {
    { 570, 0, 1, { 120, 200, 150, 100 } },
    { 569, 0, 1, { 269, 200, 0, 100 } },
    { 420, 0, 1, { 120, 200, 0, 100 } },
    { 419, 0, 1, { 219, 200, 0, 0 } },
    { 250, 0, 1, { 50, 200, 0, 0 } },
    { 1000, 0, 2, { 400, 400, 0, 200 } },
    { 570, 0, 2, { 300, 270, 0, 0 } },
    { 569, 8, 1, { 219, 200, 150, 0 } },
    { 570, 12, 1, { 370, 200, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZgTableSpan spans[G_N_ELEMENTS (columns)];
      int x = 0;

      zg_table_columns_allot (columns, G_N_ELEMENTS (columns), cases[i].hidden, cases[i].scale, cases[i].width,
                              spans);
      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          g_assert_cmpint (spans[c].width, ==, cases[i].expected[c]);
          g_assert_cmpint (spans[c].x, ==, x);
          x += spans[c].width;
        }
    }
}

/* A setting of an older version says nothing of a column that is new. */
static void
test_hidden_columns (void)
{
  static const ZgTableColumn columns[] = {
    { "", 0, FALSE, 0, -1, FALSE, NULL, FALSE }, { "", 100, FALSE, 0, -1, FALSE, "city", FALSE },
    { "", 100, FALSE, 0, -1, FALSE, "source", TRUE },
  };
  static const struct {
    const char *text;
    guint hidden;
    const char *kept;
  } cases[] = {
    { "", 4, "city -source" },
    { "-city", 6, "-city -source" },
    { "city source", 0, "city source" },
    { "-city source gone", 2, "-city source" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint hidden = zg_table_columns_parse_hidden (columns, G_N_ELEMENTS (columns), cases[i].text);
      g_autofree char *kept = zg_table_columns_format_hidden (columns, G_N_ELEMENTS (columns), hidden);

      g_assert_cmpuint (hidden, ==, cases[i].hidden);
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

/* How often a text is laid out can't be seen; that nobody asks for a width to a height can. */
static void
test_width_first (void)
{
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *label = gtk_label_new ("亲，看看有没有听错：您要给自己穿的外套，偏宽松，预算三百元左右。对的话，我马上为您挑。");
  int at_any_height, at_low_height, tall, low;

  gtk_widget_set_layout_manager (bin, g_object_new (ZG_TYPE_WIDTH_FIRST_LAYOUT, NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  adw_bin_set_child (ADW_BIN (bin), label);
  g_object_ref_sink (bin);

  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &at_any_height, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, 20, NULL, &at_low_height, NULL, NULL);
  g_assert_cmpint (at_low_height, ==, at_any_height);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, at_any_height, &tall, NULL, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, 4 * at_any_height, &low, NULL, NULL, NULL);
  g_assert_cmpint (tall, >, low);

  gtk_widget_set_visible (label, FALSE);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &low, &tall, NULL, NULL);
  g_assert_cmpint (tall, ==, 0);
  g_assert_finalize_object (bin);
}

/* What GTK does with the text of its tooltips. */
static void
set_tooltip (GtkLabel   *label,
             const char *text)
{
  gtk_label_set_text (label, text);
  gtk_label_set_max_width_chars (label, MIN ((int) g_utf8_strlen (text, -1), 50));
}

static int
get_n_lines (GtkLabel *label)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  pango_layout_set_width (gtk_label_get_layout (label), width * PANGO_SCALE);
  return pango_layout_get_line_count (gtk_label_get_layout (label));
}

/* A Chinese tooltip is one line, also the one that takes the first one's window. */
static void
test_tooltip_width (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *tip = g_object_new (GTK_TYPE_POPOVER, "css-name", "tooltip", "autohide", FALSE, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  zg_tooltip_width_init ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  set_tooltip (GTK_LABEL (label), "选择显示哪些列");
  gtk_popover_set_child (GTK_POPOVER (tip), label);
  gtk_widget_set_parent (tip, button);
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  gtk_popover_popup (GTK_POPOVER (tip));
  zg_ui_wait_until (gtk_widget_get_mapped (label));
  g_assert_cmpint (get_n_lines (GTK_LABEL (label)), ==, 1);

  set_tooltip (GTK_LABEL (label), "更多");
  g_assert_cmpint (get_n_lines (GTK_LABEL (label)), ==, 1);
  set_tooltip (GTK_LABEL (label), "More columns");
  g_assert_cmpint (gtk_label_get_max_width_chars (GTK_LABEL (label)), ==, 12);
  set_tooltip (GTK_LABEL (label), "您拍的云朵针织开衫给您留着呢，方便时付款就好，我们下午四点发货，明天就能到");
  g_assert_cmpint (gtk_label_get_max_width_chars (GTK_LABEL (label)), ==, 50);

  gtk_widget_unparent (tip);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  g_test_add_func ("/widgets/markup", test_markup);
  g_test_add_func ("/widgets/plain-text", test_plain_text);
  g_test_add_func ("/widgets/badge", test_badge);
  g_test_add_func ("/widgets/hint-bar", test_hint_bar);
  g_test_add_func ("/widgets/undo", test_undo);
  g_test_add_func ("/widgets/idle", test_idle);
  g_test_add_func ("/widgets/error-texts", test_error_texts);
  g_test_add_func ("/widgets/hasty-messages", test_hasty_messages);
  g_test_add_func ("/widgets/offers", test_offers);
  g_test_add_func ("/widgets/faults", test_faults);
  g_test_add_func ("/widgets/columns", test_columns);
  g_test_add_func ("/widgets/columns/hidden", test_hidden_columns);
  g_test_add_func ("/widgets/width-first", test_width_first);
  g_test_add_func ("/widgets/tooltip-width", test_tooltip_width);
  return g_test_run ();
}
