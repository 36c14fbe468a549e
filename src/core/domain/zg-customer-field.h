/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

/**
 * ZgCustomerField:
 *
 * What a person can change of a customer. One table, in zg-customer-field.c, has for each its word on the command line, its
 * name for people, how it is told in one line, compared and copied; editing, the timeline, merging and undo read it.
 */
typedef enum {
  ZG_CUSTOMER_FIELD_NAME,
  ZG_CUSTOMER_FIELD_CALL_NAME,
  ZG_CUSTOMER_FIELD_LEVEL,
  ZG_CUSTOMER_FIELD_TYPE,
  ZG_CUSTOMER_FIELD_CAUTION,
  ZG_CUSTOMER_FIELD_PHONES,
  ZG_CUSTOMER_FIELD_ACCOUNTS,
  ZG_CUSTOMER_FIELD_ADDRESSES,
  ZG_CUSTOMER_FIELD_TAGS,
  ZG_CUSTOMER_FIELD_BIRTHDAY,
  ZG_CUSTOMER_FIELD_SIZE,
  ZG_CUSTOMER_FIELD_CONSENT,
  ZG_CUSTOMER_FIELD_SOURCE,
  ZG_CUSTOMER_FIELD_NOTE,
  ZG_CUSTOMER_N_FIELDS
} ZgCustomerField;

const char *zg_customer_field_to_word (ZgCustomerField field);
gboolean zg_customer_field_from_word (const char      *word,
                                      ZgCustomerField *field_out);
const char *zg_customer_field_to_label (ZgCustomerField field);
char *zg_customer_field_to_text (const ZgCustomer *customer,
                                 ZgCustomerField   field);
gboolean zg_customer_field_set_text (ZgCustomer       *customer,
                                     ZgCustomerField   field,
                                     const char       *text,
                                     GError          **error);
gboolean zg_customer_field_equal (const ZgCustomer *a,
                                  const ZgCustomer *b,
                                  ZgCustomerField   field);
void zg_customer_field_copy (ZgCustomer       *destination,
                             const ZgCustomer *source,
                             ZgCustomerField   field);

G_END_DECLS
