/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ZG_SHORTCUTS_INTERFACE "org.freedesktop.portal.GlobalShortcuts"

/* What is asked for. The strings are kept by who asks, as long as there is a session. */
typedef struct {
  const char *id;               /* what the portal keeps the key under */
  const char *description;      /* what it does, for people */
  const char *preferred_trigger;
} ZgShortcutWish;

/**
 * ZgShortcutSessionFuncs:
 * @bound: the key is @trigger now, as the portal describes it, may be empty; %NULL when none was chosen. Comes again when
 *   the person takes another key
 * @failed: there is no key. G_IO_ERROR_PERMISSION_DENIED means that the person said no. The session is of no use any more
 * @activated: the key was pressed; with an activation token (nullable)
 * @closed: the portal has closed the session, which is to be freed
 *
 * Each may free or close the session.
 */
typedef struct {
  void (*bound) (const char *trigger,
                 gpointer    user_data);
  void (*failed) (const GError *error,
                  gpointer      user_data);
  void (*activated) (const char *token,
                     gpointer    user_data);
  void (*closed) (gpointer user_data);
} ZgShortcutSessionFuncs;

typedef struct _ZgShortcutSession ZgShortcutSession;

ZgShortcutSession *zg_shortcut_session_open (GDBusConnection              *connection,
                                             const ZgShortcutWish         *wish,
                                             const char                   *parent_window,
                                             const ZgShortcutSessionFuncs *funcs,
                                             gpointer                      user_data) G_GNUC_WARN_UNUSED_RESULT;
void zg_shortcut_session_close (ZgShortcutSession *session);
void zg_shortcut_session_free (ZgShortcutSession *session);

G_END_DECLS
