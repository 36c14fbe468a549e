/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-refusals"

#include "config.h"

#include "zg-order-refusals.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-order-lines.h"
#include "zg-order.h"

#define WIDTH 480
#define HEIGHT 420
#define MIN_WIDTH 340

/* Which of many orders were refused, each with the reason. A row opens its order, where the reason can be looked after. */

static void
open_cb (GtkListBox    *box,
         GtkListBoxRow *row,
         ZgListPage    *list)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_widget_activate_action (GTK_WIDGET (list), "orders.open", "x", *id);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (box))));
}

/* (transfer full): who and which, …579 王小姐; a row that the list has lost meanwhile has its reason alone. */
static char *
describe (ZgListPage *list,
          gint64      id)
{
  g_autoptr (ZgRow) row = zg_list_page_dup_row (list, id);
  const ZgOrderLine *line = row != NULL ? zg_row_get_value (row) : NULL;
  g_autofree char *tail = NULL;

  if (line == NULL)
    return g_strdup (_("An order"));
  tail = zg_order_number_tail (line->row->number);
  return g_strdup_printf ("%s  %s", tail, line->row->call_name != NULL ? line->row->call_name : "");
}

static GtkWidget *
create_row (ZgListPage          *list,
            const ZgBulkRefusal *refusal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe (list, refusal->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->reason);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&refusal->id, sizeof refusal->id), g_free);
  return row;
}

static GtkWidget *
create_content (ZgListPage   *list,
                const ZgBulk *bulk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *rows = gtk_list_box_new ();
  GtkWidget *text = gtk_label_new (_("The others have been done. What stands here is as it was:"));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_visible (text, bulk->done_ids->len > 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_widget_set_valign (rows, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Refused"), -1);
  for (guint i = 0; i < bulk->refused->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), create_row (list, g_ptr_array_index (bulk->refused, i)));
  g_signal_connect_object (rows, "row-activated", G_CALLBACK (open_cb), list, 0);

  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *arguments,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

/**
 * zg_order_refusals_show:
 * @list: the list that the orders were chosen in; it opens an order
 * @bulk: what was done
 *
 * Shows which orders were refused, and why.
 */
void
zg_order_refusals_show (ZgListPage   *list,
                        const ZgBulk *bulk)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  guint n = bulk->refused->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u order was refused", "%u orders were refused", n), n);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_set_size_request (window, MIN_WIDTH, -1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), create_content (list, bulk));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}
