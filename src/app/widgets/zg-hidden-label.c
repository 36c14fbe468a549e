/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-hidden-label"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-hidden-label.h"

/**
 * ZgHiddenLabel:
 *
 * A buyer's name, phone or address. What the platform hides is shown dim and with a small lock: it is normal, so it
 * is never red and no error.
 *
 * CSS node: `hiddenlabel`
 */
struct _ZgHiddenLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *lock;
};

G_DEFINE_FINAL_TYPE (ZgHiddenLabel, zg_hidden_label, GTK_TYPE_WIDGET)

static void
zg_hidden_label_dispose (GObject *object)
{
  ZgHiddenLabel *self = ZG_HIDDEN_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->lock, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_hidden_label_parent_class)->dispose (object);
}

static void
zg_hidden_label_class_init (ZgHiddenLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_hidden_label_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hiddenlabel");
}

static void
zg_hidden_label_init (ZgHiddenLabel *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->lock), 12);
  gtk_widget_set_tooltip_text (self->lock, _("Hidden by the platform"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hidden by the platform"),
                                  -1);
  gtk_widget_hide (self->lock);
  gtk_widget_set_parent (self->lock, GTK_WIDGET (self));
}

/**
 * zg_hidden_label_new:
 *
 * Returns: (transfer floating): an empty label
 */
GtkWidget *
zg_hidden_label_new (void)
{
  return g_object_new (ZG_TYPE_HIDDEN_LABEL, NULL);
}

/**
 * zg_hidden_label_set_text:
 * @text: (nullable): the value as it is to be read, plain text
 * @disclosure: how much of it is real
 */
void
zg_hidden_label_set_text (ZgHiddenLabel *self,
                          const char    *text,
                          ZgDisclosure   disclosure)
{
  /* Not zg_disclosure_is_hidden(): nothing at all needs no lock, and a forwarding number can be dialled. */
  gboolean hidden = disclosure == ZG_DISCLOSURE_CIPHER || disclosure == ZG_DISCLOSURE_MASKED;

  g_return_if_fail (ZG_IS_HIDDEN_LABEL (self));

  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (self->lock, hidden);
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hidden");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hidden");
}

/**
 * zg_hidden_label_get_label:
 *
 * Returns: (transfer none): the label inside, to set its alignment, wrapping or attributes
 */
GtkLabel *
zg_hidden_label_get_label (ZgHiddenLabel *self)
{
  g_return_val_if_fail (ZG_IS_HIDDEN_LABEL (self), NULL);

  return GTK_LABEL (self->label);
}
