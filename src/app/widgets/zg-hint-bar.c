/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-hint-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-fit-layout.h"
#include "zg-hint-bar.h"
#include "zg-key-cap.h"

/**
 * ZgHintBar:
 *
 * The line at the foot of the window: the five or six keys that do something here and now. What does not fit is left
 * out from the end, whole hints at a time.
 *
 * CSS node: `hintbar`
 */
struct _ZgHintBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgHintBar, zg_hint_bar, GTK_TYPE_WIDGET)

/* Between two hints. */
#define GAP 18

static void
clear (ZgHintBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
zg_hint_bar_dispose (GObject *object)
{
  clear (ZG_HINT_BAR (object));

  G_OBJECT_CLASS (zg_hint_bar_parent_class)->dispose (object);
}

static void
zg_hint_bar_class_init (ZgHintBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_hint_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "hintbar");
}

static void
zg_hint_bar_init (ZgHintBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), zg_fit_layout_new (GAP));
}

/**
 * zg_hint_bar_new:
 *
 * Returns: (transfer floating): an empty hint bar
 */
GtkWidget *
zg_hint_bar_new (void)
{
  return g_object_new (ZG_TYPE_HINT_BAR, NULL);
}

static const char *
key_to_label (const char *key)
{
  /* The one key that keyboards do not label alike in every language. */
  return g_str_equal (key, "Space") ? C_("keyboard key", "Space") : key;
}

/**
 * zg_hint_bar_set_hints:
 * @hints: (array length=n_hints) (nullable): the keys that are true now, the most useful first; copied
 */
void
zg_hint_bar_set_hints (ZgHintBar    *self,
                       const ZgHint *hints,
                       gsize         n_hints)
{
  g_return_if_fail (ZG_IS_HINT_BAR (self));

  clear (self);
  for (gsize i = 0; i < n_hints; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_auto (GStrv) keys = g_strsplit (hints[i].keys, " ", -1);
      GtkWidget *label = gtk_label_new (hints[i].text);

      for (guint k = 0; keys[k] != NULL; k++)
        gtk_box_append (GTK_BOX (box), zg_key_cap_new (key_to_label (keys[k])));
      gtk_box_append (GTK_BOX (box), label);
      gtk_widget_set_parent (box, GTK_WIDGET (self));
    }
}
