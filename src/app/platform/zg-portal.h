/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ZG_PORTAL_NAME "org.freedesktop.portal.Desktop"
#define ZG_PORTAL_PATH "/org/freedesktop/portal/desktop"

/* @connection is where the portal can be asked, and %NULL when it is missing or has gone. */
typedef void (*ZgPortalFunc) (GDBusConnection *connection,
                              gpointer         user_data);

typedef struct _ZgPortal ZgPortal;

ZgPortal *zg_portal_new (const char   *interface,
                         ZgPortalFunc  func,
                         gpointer      user_data) G_GNUC_WARN_UNUSED_RESULT;
void zg_portal_free (ZgPortal *portal);
void zg_portal_look (ZgPortal *portal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPortal, zg_portal_free)

G_END_DECLS
