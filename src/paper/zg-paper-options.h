/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgPaperOptions:
 * @shop: (nullable): what the shop is called
 * @now: when it is printed
 * @zone: where the shop is
 *
 * What stands on every paper.
 */
typedef struct {
  const char *shop;
  ZgTime now;
  GTimeZone *zone;
} ZgPaperOptions;

G_END_DECLS
