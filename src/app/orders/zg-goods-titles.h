/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"

G_BEGIN_DECLS

void zg_goods_titles_load_async (ZgSession           *session,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
char **zg_goods_titles_load_finish (GAsyncResult  *result,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
