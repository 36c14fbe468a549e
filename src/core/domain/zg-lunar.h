/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The years whose months are known, both as solar and as lunar years. */
#define ZG_LUNAR_FIRST_YEAR 1901
#define ZG_LUNAR_LAST_YEAR 2099

/**
 * ZgLunarDate:
 * @year: the lunar year, which begins in January or February of the solar one
 * @month: 1 to 12
 * @day: 1 to 30
 * @is_leap_month: whether it is the month that is put in after the ordinary one of the same number
 */
typedef struct {
  int year;
  int month;
  int day;
  gboolean is_leap_month;
} ZgLunarDate;

int zg_lunar_get_leap_month (int year);
int zg_lunar_get_month_days (int      year,
                             int      month,
                             gboolean is_leap_month);
gboolean zg_lunar_to_solar (const ZgLunarDate *lunar,
                            GDate             *solar_out);
gboolean zg_lunar_from_solar (const GDate *solar,
                              ZgLunarDate *lunar_out);

G_END_DECLS
