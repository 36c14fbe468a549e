/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-hint-bar.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgScreen is what the window asks of each screen in its stack (Replies, Customers, Orders). A screen is a GtkWidget
 * that implements it. It gets all it needs from the session and never includes another screen: to show something that
 * is not its own it activates one of the `win.` actions listed in zg-window-actions.c.
 *
 * Properties (a screen overrides both with g_object_class_override_property()):
 *   session       ZgSession      construct-only
 *   column-mode   ZgColumnMode   writable; how much room there is, set by the window
 *
 * Signals:
 *   hints-changed ()   emit with zg_screen_hints_changed() when other keys are true than before
 *
 * Commands. The window owns the keys and hands them to the visible screen as widget actions; a screen installs those
 * that it knows with gtk_widget_class_install_action() and enables them with gtk_widget_action_set_enabled():
 *   screen.new      Ctrl+N    a new customer, order or reply
 *   screen.undo     Ctrl+Z    take the last thing back (while no text field has the focus)
 *   screen.edit     F2        edit what is chosen
 *   screen.find     Ctrl+F    to the search field
 *   screen.back     Alt+←     from a page back to its list
 *   screen.escape   Esc       out of whatever one is in: a query, a page
 * `screen.undo` needs no installing where the screen has a toast area: the window tries that one too.
 */
#define ZG_TYPE_SCREEN (zg_screen_get_type ())
G_DECLARE_INTERFACE (ZgScreen, zg_screen, ZG, SCREEN, GtkWidget)

struct _ZgScreenInterface
{
  GTypeInterface parent_iface;

  /* Where the focus goes when the screen is opened: the list, or the search field. Required. */
  void (*focus) (ZgScreen *self);
  /* The five or six keys that are true now, the most useful first. Required. */
  const ZgHint *(*get_hints) (ZgScreen *self,
                              gsize    *n_hints_out);
  /* The area that the window's messages rise over while this screen is shown. Required. */
  ZgToastArea *(*get_toast_area) (ZgScreen *self);
  /* Shows the page of a customer or order, or the list for 0; on Replies, chooses that reply. Optional. */
  void (*open) (ZgScreen *self,
                gint64    id);
  /* Whether something was typed that would be lost with the window. Optional. */
  gboolean (*has_unsaved) (ZgScreen *self);
};

void zg_screen_focus (ZgScreen *self);
const ZgHint *zg_screen_get_hints (ZgScreen *self,
                                   gsize    *n_hints_out);
ZgToastArea *zg_screen_get_toast_area (ZgScreen *self);
void zg_screen_open (ZgScreen *self,
                     gint64    id);
gboolean zg_screen_has_unsaved (ZgScreen *self);
void zg_screen_hints_changed (ZgScreen *self);

G_END_DECLS
