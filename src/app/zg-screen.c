/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-screen"

#include "config.h"

#include "zg-screen.h"

enum {
  HINTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ZgScreen, zg_screen, GTK_TYPE_WIDGET)

static void
zg_screen_default_init (ZgScreenInterface *iface)
{
  g_object_interface_install_property (iface,
    g_param_spec_object ("session", NULL, NULL, ZG_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_object_interface_install_property (iface,
    g_param_spec_enum ("column-mode", NULL, NULL, ZG_TYPE_COLUMN_MODE, ZG_COLUMN_MODE_WIDE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  signals[HINTS_CHANGED] =
    g_signal_new ("hints-changed", ZG_TYPE_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * zg_screen_focus:
 *
 * Puts the focus where work on this screen begins.
 */
void
zg_screen_focus (ZgScreen *self)
{
  g_return_if_fail (ZG_IS_SCREEN (self));

  ZG_SCREEN_GET_IFACE (self)->focus (self);
}

/**
 * zg_screen_get_hints:
 * @n_hints_out: (out): how many
 *
 * Returns: (transfer none) (array length=n_hints_out): the keys that are true now
 */
const ZgHint *
zg_screen_get_hints (ZgScreen *self,
                     gsize    *n_hints_out)
{
  g_return_val_if_fail (ZG_IS_SCREEN (self), NULL);
  g_return_val_if_fail (n_hints_out != NULL, NULL);

  return ZG_SCREEN_GET_IFACE (self)->get_hints (self, n_hints_out);
}

/**
 * zg_screen_get_toast_area:
 *
 * Returns: (transfer none): what the window's messages rise over while this screen is shown
 */
ZgToastArea *
zg_screen_get_toast_area (ZgScreen *self)
{
  g_return_val_if_fail (ZG_IS_SCREEN (self), NULL);

  return ZG_SCREEN_GET_IFACE (self)->get_toast_area (self);
}

/**
 * zg_screen_open:
 * @id: a customer or order, or 0 for the list
 *
 * Shows the page of @id.
 */
void
zg_screen_open (ZgScreen *self,
                gint64    id)
{
  g_return_if_fail (ZG_IS_SCREEN (self));

  if (ZG_SCREEN_GET_IFACE (self)->open != NULL)
    ZG_SCREEN_GET_IFACE (self)->open (self, id);
}

/**
 * zg_screen_has_unsaved:
 *
 * Returns: whether something was typed that would be lost with the window
 */
gboolean
zg_screen_has_unsaved (ZgScreen *self)
{
  g_return_val_if_fail (ZG_IS_SCREEN (self), FALSE);

  return ZG_SCREEN_GET_IFACE (self)->has_unsaved != NULL && ZG_SCREEN_GET_IFACE (self)->has_unsaved (self);
}

/**
 * zg_screen_hints_changed:
 *
 * For screens: other keys are true than before.
 */
void
zg_screen_hints_changed (ZgScreen *self)
{
  g_return_if_fail (ZG_IS_SCREEN (self));

  g_signal_emit (self, signals[HINTS_CHANGED], 0);
}
