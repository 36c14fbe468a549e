/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-global-shortcut.h"
#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgQuickCalls:
 * @open_shop: returns what all windows share, or %NULL when there is no shop to answer from; it has said so then
 * @find_shop: the same without saying so, and without making a shop file
 * @open_window: brings the main window up to do one of its actions
 * @user_data: for all of them
 *
 * What the application does for those who ask from outside of its windows.
 */
typedef struct {
  ZgSession *(*open_shop) (gpointer user_data);
  ZgSession *(*find_shop) (gpointer user_data);
  void (*open_window) (const char *action,
                       GVariant   *parameter,
                       gpointer    user_data);
  gpointer user_data;
} ZgQuickCalls;

typedef struct _ZgQuickService ZgQuickService;

ZgQuickService *zg_quick_service_new (GtkApplication     *application,
                                      const ZgQuickCalls *calls) G_GNUC_WARN_UNUSED_RESULT;
void zg_quick_service_free (ZgQuickService *service);
void zg_quick_service_prepare (ZgQuickService *service,
                               ZgSession      *session);
void zg_quick_service_forget (ZgQuickService *service);
gboolean zg_quick_service_export (ZgQuickService   *service,
                                  GDBusConnection  *connection,
                                  const char       *object_path,
                                  GError          **error);
void zg_quick_service_unexport (ZgQuickService *service);
void zg_quick_service_open (ZgQuickService *service,
                            const char     *query,
                            guint32         timestamp);
ZgGlobalShortcut *zg_quick_service_get_shortcut (ZgQuickService *service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgQuickService, zg_quick_service_free)

G_END_DECLS
