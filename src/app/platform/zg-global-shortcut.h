/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZgShortcutState:
 * @ZG_SHORTCUT_UNKNOWN: the desktop was not asked yet, or has not answered
 * @ZG_SHORTCUT_MISSING: this desktop has no such portal
 * @ZG_SHORTCUT_OFFERED: it has, and nobody has asked it for a key
 * @ZG_SHORTCUT_ASKING: the person may have to answer the desktop
 * @ZG_SHORTCUT_BOUND: the key works
 * @ZG_SHORTCUT_REFUSED: the person or the desktop said no
 * @ZG_SHORTCUT_ENDED: the desktop has taken the key back
 */
typedef enum {
  ZG_SHORTCUT_UNKNOWN,
  ZG_SHORTCUT_MISSING,
  ZG_SHORTCUT_OFFERED,
  ZG_SHORTCUT_ASKING,
  ZG_SHORTCUT_BOUND,
  ZG_SHORTCUT_REFUSED,
  ZG_SHORTCUT_ENDED,
} ZgShortcutState;

/*
 * ZgGlobalShortcut is a key that works in every program's windows.
 *
 * Signals:
 *   changed ()                  the state or the trigger
 *   activated (const char *)    the key was pressed; with an activation token (nullable)
 */
#define ZG_TYPE_GLOBAL_SHORTCUT (zg_global_shortcut_get_type ())
G_DECLARE_FINAL_TYPE (ZgGlobalShortcut, zg_global_shortcut, ZG, GLOBAL_SHORTCUT, GObject)

ZgGlobalShortcut *zg_global_shortcut_new (const char *id,
                                          const char *description,
                                          const char *preferred_trigger) G_GNUC_WARN_UNUSED_RESULT;
void zg_global_shortcut_look (ZgGlobalShortcut *self);
void zg_global_shortcut_resume (ZgGlobalShortcut *self);
void zg_global_shortcut_bind (ZgGlobalShortcut *self,
                              const char       *parent_window);
void zg_global_shortcut_unbind (ZgGlobalShortcut *self);
ZgShortcutState zg_global_shortcut_get_state (ZgGlobalShortcut *self);
const char *zg_global_shortcut_get_trigger (ZgGlobalShortcut *self);

G_END_DECLS
