/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgSearchCalls:
 * @find_shop: returns the shop, or %NULL if there is none yet; asks nobody anything and makes no file
 * @copy_reply: a result was chosen
 * @search: the search should go on in a window
 * @user_data: for all of them
 *
 * What a search of the desktop needs of the program.
 */
typedef struct {
  ZgSession *(*find_shop) (gpointer user_data);
  void (*copy_reply) (gint64   reply_id,
                      guint32  timestamp,
                      gpointer user_data);
  void (*search) (const char *query,
                  guint32     timestamp,
                  gpointer    user_data);
  gpointer user_data;
} ZgSearchCalls;

typedef struct _ZgSearchProvider ZgSearchProvider;

ZgSearchProvider *zg_search_provider_new (GApplication        *application,
                                          const ZgSearchCalls *calls) G_GNUC_WARN_UNUSED_RESULT;
void zg_search_provider_free (ZgSearchProvider *provider);
gboolean zg_search_provider_export (ZgSearchProvider  *provider,
                                    GDBusConnection   *connection,
                                    const char        *object_path,
                                    GError           **error);
void zg_search_provider_unexport (ZgSearchProvider *provider);
void zg_search_provider_forget (ZgSearchProvider *provider);

G_END_DECLS
