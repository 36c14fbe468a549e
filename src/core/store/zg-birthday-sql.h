/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

char *zg_birthday_sql_of_month (int        month,
                                ZgTime     now,
                                GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
