/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   walk (gint64)     go on with that round, which may be a new one
 */
#define ZG_TYPE_ROUND_START (zg_round_start_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundStart, zg_round_start, ZG, ROUND_START, AdwWindow)

GtkWindow *zg_round_start_new (GtkWindow  *parent,
                               ZgSession  *session,
                               const char *filter,
                               GArray     *customer_ids);

G_END_DECLS
