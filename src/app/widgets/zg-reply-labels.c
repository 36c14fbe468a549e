/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-labels"

#include "config.h"

#include "zg-reply-labels.h"

#include <adwaita.h>

#include "zg-reply-marks.h"

/* The labels in a row of a reply, in the list of the Replies screen and in the quick panel. */

/**
 * zg_reply_labels_show:
 * @label: a label
 * @text: plain text
 * @attributes: its looks
 *
 * Shows a text. A label that is told what it shows already would be laid out anew, and with each key most rows are.
 */
void
zg_reply_labels_show (GtkLabel      *label,
                      const char    *text,
                      PangoAttrList *attributes)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
  if (!pango_attr_list_equal (gtk_label_get_attributes (label), attributes))
    gtk_label_set_attributes (label, attributes);
}

/**
 * zg_reply_labels_show_title:
 * @label: a label
 * @title: a reply's title
 * @query: what was searched for, to mark it
 *
 * Shows a title, and why it was found.
 */
void
zg_reply_labels_show_title (GtkLabel   *label,
                            const char *title,
                            const char *query)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  zg_reply_marks_add_hits (attributes, title, query, TRUE, dark);
  zg_reply_labels_show (label, title, attributes);
}
