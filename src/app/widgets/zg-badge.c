/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-badge"

#include "config.h"

#include "zg-badge.h"

/**
 * ZgBadge:
 *
 * How much is open behind a row of the sidebar: grey, or red when something in it is late. Nothing open shows nothing.
 *
 * CSS node: `badge`, with the class `.late`.
 */
struct _ZgBadge
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (ZgBadge, zg_badge, GTK_TYPE_WIDGET)

static void
zg_badge_dispose (GObject *object)
{
  ZgBadge *self = ZG_BADGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_badge_parent_class)->dispose (object);
}

static void
zg_badge_class_init (ZgBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_badge_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "badge");
}

static void
zg_badge_init (ZgBadge *self)
{
  self->label = gtk_label_new ("");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * zg_badge_new:
 *
 * Returns: (transfer floating): a badge that shows nothing yet
 */
GtkWidget *
zg_badge_new (void)
{
  return g_object_new (ZG_TYPE_BADGE, NULL);
}

/**
 * zg_badge_set_count:
 * @count: how much is open
 * @late: whether something of it is late
 */
void
zg_badge_set_count (ZgBadge  *self,
                    guint     count,
                    gboolean  late)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ZG_IS_BADGE (self));

  text = count > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", count);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
}
