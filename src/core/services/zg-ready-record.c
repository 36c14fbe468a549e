/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-ready-record.h"

#include "zg-import-customer.h"
#include "zg-import-merge.h"

/**
 * zg_buyer_key_new:
 * @first: a platform, or the digits of a phone
 * @second: an account there, or the name of who has the phone
 *
 * Returns: (transfer full): one word for both
 */
char *
zg_buyer_key_new (const char *first,
                  const char *second)
{
  return g_strconcat (first, "\n", second, NULL);
}

/* The digits of a phone that tells somebody from others, together with the name it belongs to. */
static char *
find_digits (const ZgOrder *order)
{
  g_autoptr(ZgPhone) phone = NULL;

  if (!zg_personal_identifies (&order->recipient) || !zg_personal_identifies (&order->phone))
    return NULL;
  phone = zg_phone_parse (order->phone.text);
  return g_strdup (phone->digits);
}

static void
make_buyer (ZgReadyRecord *self)
{
  g_clear_pointer (&self->buyer, zg_new_customer_free);
  if (zg_import_record_is_somebody (self->record))
    self->buyer = zg_new_customer_new (zg_import_customer_new (self->record));
}

/**
 * zg_ready_record_new:
 * @record: (transfer full): what a file says of an order, all of its lines joined
 *
 * From any thread.
 *
 * Returns: (transfer full): the record, ready to be written
 */
ZgReadyRecord *
zg_ready_record_new (ZgImportRecord *record)
{
  ZgReadyRecord *self = g_new0 (ZgReadyRecord, 1);

  self->record = record;
  if (zg_personal_identifies (&record->account))
    {
      self->account_key = zg_buyer_key_new (record->order->platform, record->account.text);
      g_free (record->order->buyer_account);
      record->order->buyer_account = g_strdup (record->account.text);
    }
  self->digits = find_digits (record->order);
  if (self->digits != NULL)
    self->person_key = zg_buyer_key_new (self->digits, record->order->recipient.text);
  zg_import_merge_new (record->order, record);
  make_buyer (self);
  return self;
}

/**
 * zg_ready_record_free:
 * @ready: (transfer full): a record
 */
void
zg_ready_record_free (ZgReadyRecord *ready)
{
  g_clear_pointer (&ready->buyer, zg_new_customer_free);
  zg_import_record_free (ready->record);
  g_free (ready->account_key);
  g_free (ready->digits);
  g_free (ready->person_key);
  g_free (ready);
}

/**
 * zg_ready_record_take:
 * @ready: a record that is going to be written
 *
 * To be called whenever a job begins with the record: a job that was taken back has given the buyer an id, totals, and
 * what other records say of them.
 */
void
zg_ready_record_take (ZgReadyRecord *ready)
{
  if (ready->is_taken)
    make_buyer (ready);
  ready->is_taken = TRUE;
}

static void
clear_text (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

/**
 * zg_ready_record_make_anonymous:
 * @ready: a record of somebody who was erased from the shop
 *
 * Leaves out all that would tell who bought it. What is left out is as if the file had no columns for it, so an order
 * that the shop has does not get it back.
 */
void
zg_ready_record_make_anonymous (ZgReadyRecord *ready)
{
  ZgImportRecord *record = ready->record;
  ZgOrder *order = record->order;

  ready->is_anonymous = TRUE;
  g_clear_pointer (&ready->account_key, g_free);
  g_clear_pointer (&ready->digits, g_free);
  g_clear_pointer (&ready->person_key, g_free);
  zg_personal_clear (&record->account);
  zg_personal_clear (&order->recipient);
  zg_personal_clear (&order->phone);
  g_clear_pointer (&order->address, zg_address_free);
  g_clear_pointer (&order->buyer_account, g_free);
  clear_text (&order->buyer_note);
  clear_text (&order->seller_note);
  clear_text (&order->tracking);
  record->fields &= ~(ZG_IMPORT_RECIPIENT | ZG_IMPORT_PHONE | ZG_IMPORT_ADDRESS | ZG_IMPORT_NEW_ADDRESS
                      | ZG_IMPORT_BUYER_NOTE | ZG_IMPORT_SELLER_NOTE | ZG_IMPORT_TRACKING);
  zg_import_merge_new (order, record);
  make_buyer (ready);
}
