/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * LunarMonths:
 * @year: a lunar year
 * @leap_month: the number of its leap month, 0 when it has none
 * @starts: the solar day on which each month begins, the leap month in its place: 219 is 19 February. The days of the
 *   new solar year, which come last, are those after a larger number. Twelve months end with 0.
 */
typedef struct {
  guint16 year;
  guint16 leap_month;
  guint16 starts[13];
} LunarMonths;

#define N_LUNAR_MONTHS 199

extern const LunarMonths lunar_months[N_LUNAR_MONTHS];
