/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-personal.h"

G_BEGIN_DECLS

/**
 * ZgAddress:
 * @province: (nullable): 省, 自治区 or 直辖市
 * @city: (nullable): 地级市, or the municipality again
 * @district: (nullable): 区, 县, 县级市
 * @detail: (nullable): street, number, building, room, and notes for the courier
 * @postcode: (nullable): six digits; `000000` (unknown) is kept as %NULL
 * @disclosure: how much of @detail is real
 *
 * A postal address in China.
 */
typedef struct {
  char *province;
  char *city;
  char *district;
  char *detail;
  char *postcode;
  ZgDisclosure disclosure;
} ZgAddress;

ZgAddress *zg_address_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgAddress *zg_address_copy (const ZgAddress *address) G_GNUC_WARN_UNUSED_RESULT;
void zg_address_free (ZgAddress *address);
ZgAddress *zg_address_parse_export (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_address_to_text (const ZgAddress *address);
char *zg_address_to_region (const ZgAddress *address);
char *zg_address_to_key (const ZgAddress *address);
gboolean zg_address_is_empty (const ZgAddress *address);
gboolean zg_address_is_complete (const ZgAddress *address);
gboolean zg_address_equal (const ZgAddress *a,
                           const ZgAddress *b);
gboolean zg_address_improves (const ZgAddress *candidate,
                              const ZgAddress *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgAddress, zg_address_free)

G_END_DECLS
