/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_cpu (void);
double bench_percentile (GArray *times,
                         double  part);

G_END_DECLS
