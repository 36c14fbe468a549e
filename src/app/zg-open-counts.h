/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_OPEN_COUNTS (zg_open_counts_get_type ())
G_DECLARE_FINAL_TYPE (ZgOpenCounts, zg_open_counts, ZG, OPEN_COUNTS, GObject)

ZgOpenCounts *zg_open_counts_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
