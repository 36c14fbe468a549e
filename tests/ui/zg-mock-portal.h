/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person, or the desktop for them, answers to BindShortcuts. */
typedef enum {
  ZG_MOCK_GRANTS,
  ZG_MOCK_GRANTS_AT_ONCE,       /* answers before the method has returned */
  ZG_MOCK_GRANTS_NOTHING,       /* says yes, and lists no shortcut */
  ZG_MOCK_REFUSES,
  ZG_MOCK_FAILS,
  ZG_MOCK_NEVER_ANSWERS,
  ZG_MOCK_THROWS,               /* a D-Bus error, as from a desktop that has only half of it */
} ZgMockAnswer;

/**
 * ZgMockPortal:
 *
 * The part of xdg-desktop-portal that a program gets a key of the desktop from, as strict as the strictest: it serves only
 * those who have registered, before anything else, and binds only once in a session.
 */
typedef struct {
  ZgMockAnswer answer;
  const char *trigger;          /* what the key is called */

  /* What came. */
  guint n_calls;
  guint n_binds;
  guint n_closed_sessions;
  guint n_closed_requests;
  char *app_id;
  char *shortcut_id;
  char *description;
  char *preferred_trigger;
  char *parent_window;

  GDBusConnection *connection;
  char *client;                 /* who has registered */
  GPtrArray *sessions;          /* object paths of those that are open, the newest last */
  gboolean bound;               /* the newest session is used up */
  guint portal_ids[2];
  GArray *object_ids;           /* of requests and sessions */
} ZgMockPortal;

ZgMockPortal *zg_mock_portal_new (gboolean has_shortcuts) G_GNUC_WARN_UNUSED_RESULT;
void zg_mock_portal_free (ZgMockPortal *portal);
void zg_mock_portal_activate (ZgMockPortal *portal,
                              const char   *shortcut_id,
                              const char   *token);
void zg_mock_portal_change_trigger (ZgMockPortal *portal,
                                    const char   *trigger);
void zg_mock_portal_close_session (ZgMockPortal *portal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMockPortal, zg_mock_portal_free)

G_END_DECLS
