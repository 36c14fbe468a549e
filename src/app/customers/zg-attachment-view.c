/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-view"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-attachment-view.h"
#include "zg-fact-label.h"

/* How a row shows a file that belongs to a customer. */

#define THUMBNAIL_SIZE 48

static GtkWidget *
create_picture (const ZgAttachment *attachment,
                GdkTexture         *thumbnail)
{
  GtkWidget *picture;

  if (thumbnail == NULL)
    {
      picture = gtk_image_new_from_icon_name (zg_attachment_is_picture (attachment) ? "image-x-generic-symbolic"
                                                                                    : "text-x-generic-symbolic");
      gtk_widget_add_css_class (picture, "dim-label");
    }
  else
    {
      picture = gtk_image_new_from_paintable (GDK_PAINTABLE (thumbnail));
      gtk_image_set_pixel_size (GTK_IMAGE (picture), THUMBNAIL_SIZE);
      gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
    }
  gtk_widget_set_size_request (picture, THUMBNAIL_SIZE, THUMBNAIL_SIZE);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "thumbnail");
  /* The name beside it says it. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return picture;
}

static char *
dup_facts (const ZgAttachment *attachment,
           ZgClock            *clock)
{
  g_autofree char *at = zg_time_to_text (attachment->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autofree char *size = g_format_size ((guint64) attachment->size);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *order = NULL;

  if (attachment->order_number != NULL)
    {
      const char *number = attachment->order_number;
      glong length = g_utf8_strlen (number, -1);

      /* TRANSLATORS: about which order a file is; %s is the end of the order's number */
      order = g_strdup_printf (_("order …%s"), length > 3 ? g_utf8_offset_to_pointer (number, length - 3) : number);
      g_ptr_array_add (facts, order);
    }
  g_ptr_array_add (facts, at);
  g_ptr_array_add (facts, size);
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

/**
 * zg_attachment_view_new:
 * @attachment: a file
 * @thumbnail: (nullable): how it looks, if that is known already
 * @clock: what day it is
 *
 * Returns: (transfer floating): how it looks, what it is called and what it is about, with a button to change that
 */
GtkWidget *
zg_attachment_view_new (const ZgAttachment *attachment,
                        GdkTexture         *thumbnail,
                        ZgClock            *clock)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (attachment->name);
  g_autofree char *facts = dup_facts (attachment, clock);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (name, attachment->name);
  gtk_widget_add_css_class (name, "list-text");
  gtk_box_append (GTK_BOX (view), create_picture (attachment, thumbnail));
  gtk_box_append (GTK_BOX (content), name);
  gtk_box_append (GTK_BOX (content), zg_fact_label_new_dim (facts));
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (view), content);
  gtk_box_append (GTK_BOX (view), zg_card_tool_new ("document-edit-symbolic", _("Rename or remove"),
                                                    ZG_ATTACHMENT_INTENT_EDIT));
  return view;
}
