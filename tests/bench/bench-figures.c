/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-figures.h"

#include <time.h>

/* What each bench measures with. */

/**
 * bench_cpu:
 *
 * Returns: what this thread has had of the processor so far, ms: what else the computer does is not counted
 */
double
bench_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * bench_percentile:
 * @times: (element-type double): times; are sorted
 * @part: 0.5 for the median, 1 for the longest
 *
 * Returns: that percentile; 0 of nothing
 */
double
bench_percentile (GArray *times,
                  double  part)
{
  if (times->len == 0)
    return 0;
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, MIN ((guint) (times->len * part), times->len - 1));
}
