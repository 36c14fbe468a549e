/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-flag"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-flag.h"

/* The coloured flags that platforms have, in their order; 0 is none. */
static const struct {
  const char *label;
  const char *css_class;
} flags[ZG_N_ORDER_FLAGS] = {
  { N_("No flag"), NULL },
  { N_("Red flag"), "flag-red" },
  { N_("Yellow flag"), "flag-yellow" },
  { N_("Green flag"), "flag-green" },
  { N_("Blue flag"), "flag-blue" },
  { N_("Purple flag"), "flag-purple" },
};

/**
 * zg_order_flag_to_label:
 * @flag: a flag, 0 for none
 *
 * Returns: what it is called, translated
 */
const char *
zg_order_flag_to_label (int flag)
{
  return _(flags[CLAMP (flag, 0, ZG_N_ORDER_FLAGS - 1)].label);
}

/**
 * zg_order_flag_to_class:
 * @flag: a flag, 0 for none
 *
 * Returns: (nullable): the style class of its colour
 */
const char *
zg_order_flag_to_class (int flag)
{
  return flags[CLAMP (flag, 0, ZG_N_ORDER_FLAGS - 1)].css_class;
}

/**
 * zg_order_flag_show:
 * @image: where to show it
 * @flag: a flag, 0 for none
 */
void
zg_order_flag_show (GtkImage *image,
                    int       flag)
{
  flag = CLAMP (flag, 0, ZG_N_ORDER_FLAGS - 1);

  for (int i = 1; i < ZG_N_ORDER_FLAGS; i++)
    if (i != flag)
      gtk_widget_remove_css_class (GTK_WIDGET (image), flags[i].css_class);

  if (flag == 0)
    gtk_image_clear (image);
  else
    {
      gtk_image_set_from_icon_name (image, "emoji-flags-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (image), flags[flag].css_class);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  flag != 0 ? zg_order_flag_to_label (flag) : "", -1);
}
