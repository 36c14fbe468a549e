/* SPDX-License-Identifier: GPL-3.0-or-later */

static void
show (GtkWidget *widget,
      GError   **error)
{
  gtk_label_new ("Customers");
  gtk_label_new (_("Customers"));
  gtk_label_set_text (GTK_LABEL (widget), "Two orders");
  gtk_label_set_text (GTK_LABEL (widget), "·");
  gtk_label_set_text (GTK_LABEL (widget), name);
  adw_toast_new ("Copied");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget),
                               "Nothing yet");
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, "%s is no number", text);
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("%s is no number"), text);
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, "%s: %lu", text, number);
  gtk_widget_set_tooltip_text (widget, "F2"); /* a key */
}
