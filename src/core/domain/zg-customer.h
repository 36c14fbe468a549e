/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-address.h"
#include "zg-birthday.h"
#include "zg-body-size.h"
#include "zg-consent.h"
#include "zg-personal.h"
#include "zg-phone.h"
#include "zg-time.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  char *label;          /* (nullable): "office" */
  ZgPhone *phone;
} ZgCustomerPhone;

typedef struct {
  gint64 id;
  char *platform;       /* a word of zg-platform.h */
  ZgPersonal account;
} ZgCustomerAccount;

typedef struct {
  gint64 id;
  char *label;          /* (nullable) */
  ZgPersonal recipient;
  ZgPersonal phone;
  ZgAddress *address;
} ZgCustomerAddress;

/**
 * ZgCustomer:
 * @name: full name as known, may be hidden
 * @call_name: (nullable): what to call them in a message (王小姐)
 * @caution: (nullable): why to be careful; %NULL when there is nothing
 * @type: (nullable): how they buy, a key of zg-customer-type.h
 * @phones: (element-type ZgCustomerPhone): the first is the preferred one
 * @accounts: (element-type ZgCustomerAccount): names on platforms
 * @addresses: (element-type ZgCustomerAddress): the first is the preferred one
 * @tags: (element-type utf8): names of tags
 * @n_orders: derived: orders that were not closed
 * @spent: derived: minor units of @currency over paid orders
 * @suggested_level: (nullable): derived, where it was asked for: the level whose rule fits better than @level
 *
 * A customer with all that belongs to them. The derived fields are read only: the store keeps them up to date.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  ZgPersonal name;
  char *call_name;
  char *level;
  char *note;
  char *caution;
  char *source;
  char *type;
  ZgBirthday birthday;
  ZgBodySize size;
  ZgConsent consent;
  ZgTime consent_at;
  ZgTime created_at;
  ZgTime updated_at;
  GPtrArray *phones;
  GPtrArray *accounts;
  GPtrArray *addresses;
  GPtrArray *tags;
  gint64 n_orders;
  gint64 spent;
  char *currency;
  ZgTime last_order_at;
  ZgTime last_contact_at;
  char *suggested_level;
} ZgCustomer;

ZgCustomer *zg_customer_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgCustomer *zg_customer_copy (const ZgCustomer *customer) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_free (ZgCustomer *customer);
const char *zg_customer_get_call_name (const ZgCustomer *customer);
ZgCustomerPhone *zg_customer_add_phone (ZgCustomer *customer,
                                        const char *text,
                                        const char *label);
ZgCustomerAccount *zg_customer_add_account (ZgCustomer *customer,
                                            const char *platform,
                                            const char *account);
ZgCustomerAddress *zg_customer_add_address (ZgCustomer      *customer,
                                            const char      *recipient,
                                            const char      *phone,
                                            const ZgAddress *address,
                                            const char      *label);
gboolean zg_customer_validate (const ZgCustomer  *customer,
                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomer, zg_customer_free)

G_END_DECLS
