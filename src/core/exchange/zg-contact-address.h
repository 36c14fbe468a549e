/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-address.h"

G_BEGIN_DECLS

/**
 * ZgContactAddress:
 *
 * An address in the parts that other programs have, each of them (nullable).
 */
typedef struct {
  const char *box;
  const char *extended;
  const char *street;
  const char *city;
  const char *region;
  const char *postcode;
  const char *country;
} ZgContactAddress;

ZgAddress *zg_contact_address_make (const ZgContactAddress *parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
