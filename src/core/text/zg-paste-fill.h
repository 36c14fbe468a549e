/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-field.h"
#include "zg-paste.h"

G_BEGIN_DECLS

/**
 * ZgPasteChoice:
 * @ZG_PASTE_LEAVE: what is known stays as it is, and what was pasted is not taken
 * @ZG_PASTE_ADD: it comes beside what is known
 * @ZG_PASTE_REPLACE: it takes the place of what is known
 *
 * What becomes of a pasted value.
 */
typedef enum {
  ZG_PASTE_LEAVE,
  ZG_PASTE_ADD,
  ZG_PASTE_REPLACE,
} ZgPasteChoice;

/**
 * ZgPasteValues:
 * @fields: (nullable): what was pasted, by #ZgPasteField, as somebody has corrected it
 * @phones: (nullable) (element-type utf8): further phone numbers
 */
typedef struct {
  const char *fields[ZG_N_PASTE_FIELDS];
  const GPtrArray *phones;
} ZgPasteValues;

/**
 * ZgPasteItem:
 * @field: what it is of a customer
 * @part: where a customer can have several, the place of @known among them
 * @known: (nullable): what is known there
 * @said: what was pasted
 * @is_known: whether the customer has it already: there is nothing to choose
 * @can_add: whether it can stand beside @known
 * @can_replace: whether it can take the place of @known
 * @choice: what is done with it; at first what takes nothing away that is worth anything
 *
 * One thing that a pasted text says of a customer, beside what is known of them.
 */
typedef struct {
  ZgCustomerField field;
  guint part;
  char *known;
  char *said;
  gboolean is_known;
  gboolean can_add;
  gboolean can_replace;
  ZgPasteChoice choice;
} ZgPasteItem;

GPtrArray *zg_paste_fill_list (const ZgPasteValues *values,
                               const ZgCustomer    *customer) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_paste_fill_apply (const ZgPasteValues *values,
                              const GPtrArray     *items,
                              ZgCustomer          *customer);

G_END_DECLS
