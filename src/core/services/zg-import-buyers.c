/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-buyers.h"

#include "zg-customer-table.h"
#include "zg-import-customer.h"
#include "zg-import-table.h"

/*
 * Finds the buyer of an order or makes one. New buyers wait in memory until some hundred can be written at once; whoever
 * buys twice in the meantime is completed there.
 */

struct _ZgImportBuyers {
  ZgDatabase *db;
  ZgNewRows *rows;
  gint64 import_id;
  ZgClock *clock;
  ZgImportCounts *counts;
  GHashTable *seen;
  GPtrArray *fresh;             /* ZgCustomer, in the order of their ids */
  GHashTable *by_account;       /* what tells somebody from others → ZgCustomer */
  GHashTable *by_person;
};

/**
 * zg_import_buyers_new:
 * @db: a writing connection in a transaction
 * @rows: gives new customers their ids
 * @import_id: the import
 * @clock: what time it is
 * @counts: (inout): counts what was done
 * @seen: (nullable): of a dry run, who would have been made by transactions before this one
 *
 * Returns: (transfer full): no buyers yet
 */
ZgImportBuyers *
zg_import_buyers_new (ZgDatabase     *db,
                      ZgNewRows      *rows,
                      gint64          import_id,
                      ZgClock        *clock,
                      ZgImportCounts *counts,
                      GHashTable     *seen)
{
  ZgImportBuyers *self = g_new0 (ZgImportBuyers, 1);

  self->db = db;
  self->rows = rows;
  self->import_id = import_id;
  self->clock = clock;
  self->counts = counts;
  self->seen = seen;
  self->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_customer_free);
  self->by_account = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_person = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * zg_import_buyers_free:
 * @buyers: (transfer full): what zg_import_buyers_new() gave
 */
void
zg_import_buyers_free (ZgImportBuyers *buyers)
{
  g_hash_table_unref (buyers->by_account);
  g_hash_table_unref (buyers->by_person);
  g_ptr_array_unref (buyers->fresh);
  g_free (buyers);
}

static char *
make_key (const char *first,
          const char *second)
{
  return g_strconcat (first, "\n", second, NULL);
}

/* Takes @key. The oldest counts, as it does in the shop file. */
static void
note_key (GHashTable *keys,
          char       *key,
          ZgCustomer *customer)
{
  const ZgCustomer *known = g_hash_table_lookup (keys, key);

  if (known == NULL || known->id > customer->id)
    g_hash_table_replace (keys, key, customer);
  else
    g_free (key);
}

/* Notes all by which somebody new can be found again. */
static void
note_fresh (ZgImportBuyers *self,
            ZgCustomer     *customer)
{
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account))
        note_key (self->by_account, make_key (part->platform, part->account.text), customer);
    }
  for (guint i = 0; i < customer->phones->len && zg_personal_identifies (&customer->name); i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && part->phone->disclosure == ZG_DISCLOSURE_PLAIN)
        note_key (self->by_person, make_key (part->phone->digits, customer->name.text), customer);
    }
}

static ZgCustomer *
find_fresh (GHashTable *keys,
            const char *first,
            const char *second)
{
  g_autofree char *key = make_key (first, second);

  return g_hash_table_lookup (keys, key);
}

/* The account first: it is the buyer's own. A phone alone is a family's, so the name has to be the same. */
static gboolean
find (ZgImportBuyers        *self,
      const ZgImportRecord  *record,
      gint64                *id_out,
      ZgCustomer           **fresh_out,
      GError               **error)
{
  const ZgOrder *order = record->order;
  g_autoptr(ZgPhone) phone = NULL;

  *id_out = 0;
  *fresh_out = NULL;
  if (zg_personal_identifies (&record->account))
    {
      *fresh_out = find_fresh (self->by_account, order->platform, record->account.text);
      if (*fresh_out != NULL)
        return TRUE;
      if (!zg_customer_table_find_by_account (self->db, order->platform, record->account.text, id_out, error))
        return FALSE;
      if (*id_out != 0)
        return TRUE;
    }

  if (!zg_personal_identifies (&order->recipient) || !zg_personal_identifies (&order->phone))
    return TRUE;
  phone = zg_phone_parse (order->phone.text);
  if (phone->digits == NULL)
    return TRUE;
  if (!zg_customer_table_find_by_phone (self->db, phone->digits, order->recipient.text, id_out, error))
    return FALSE;
  if (*id_out == 0)
    *fresh_out = find_fresh (self->by_person, phone->digits, order->recipient.text);
  return TRUE;
}

/**
 * zg_import_seen_note:
 * @seen: hashes of what a dry run has met
 * @first: what tells something from others
 * @second: the rest of that
 *
 * A dry run takes each of its transactions back: it has to remember what the ones before would have left. To remember
 * hashes is enough for counts, and takes less memory than the file.
 *
 * Returns: whether this is the first time
 */
gboolean
zg_import_seen_note (GHashTable *seen,
                     const char *first,
                     const char *second)
{
  /* FNV-1a, a NUL between the two. */
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  const char * const texts[] = { first, second };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (const char *p = texts[i]; *p != '\0'; p++)
        hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);
      hash *= G_GUINT64_CONSTANT (1099511628211);
    }
  return g_hash_table_add (seen, (gpointer) (guintptr) hash);
}

/* Whether nobody in the dry run up to now would be found for this customer. */
static gboolean
is_new_to_dry_run (ZgImportBuyers   *self,
                   const ZgCustomer *customer)
{
  gboolean is_new = TRUE;

  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account))
        is_new = zg_import_seen_note (self->seen, part->platform, part->account.text) && is_new;
    }
  for (guint i = 0; i < customer->phones->len && zg_personal_identifies (&customer->name); i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && part->phone->disclosure == ZG_DISCLOSURE_PLAIN)
        is_new = zg_import_seen_note (self->seen, part->phone->digits, customer->name.text) && is_new;
    }
  return is_new;
}

static ZgCustomer *
make_fresh (ZgImportBuyers       *self,
            const ZgImportRecord *record)
{
  ZgCustomer *customer = zg_import_customer_new (record);

  customer->id = zg_new_rows_take_customer_id (self->rows);
  g_ptr_array_add (self->fresh, customer);
  note_fresh (self, customer);
  if (self->seen == NULL || is_new_to_dry_run (self, customer))
    self->counts->customers_new++;
  else
    self->counts->customers_unchanged++;
  return customer;
}

static void
complete_fresh (ZgImportBuyers       *self,
                ZgCustomer           *customer,
                const ZgImportRecord *record)
{
  if (!zg_import_customer_complete (customer, record))
    {
      self->counts->customers_unchanged++;
      return;
    }
  self->counts->customers_updated++;
  note_fresh (self, customer);
}

/* Completes somebody whom the shop file has. */
static gboolean
complete_known (ZgImportBuyers        *self,
                gint64                 id,
                const ZgImportRecord  *record,
                GError               **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (self->db, id, error);

  if (customer == NULL)
    return FALSE;
  if (!zg_import_customer_complete (customer, record))
    {
      self->counts->customers_unchanged++;
      return TRUE;
    }

  self->counts->customers_updated++;
  return zg_import_journal_note (self->db, self->import_id, ZG_JOURNAL_CUSTOMER, id, error)
         && zg_customer_table_update (self->db, customer, zg_clock_now (self->clock), error)
         && zg_import_journal_seal (self->db, self->import_id, ZG_JOURNAL_CUSTOMER, id, customer->version, error);
}

/**
 * zg_import_buyers_settle:
 * @buyers: the buyers
 * @record: what a file says of an order
 * @id_out: (out): the buyer, made or completed; 0 for somebody whom the platform hides
 * @fresh_out: (out) (transfer none) (nullable): the buyer too, when they wait to be written; until then totals may still
 *   be changed
 * @error: return location for an error
 *
 * Returns: whether it is settled
 */
gboolean
zg_import_buyers_settle (ZgImportBuyers        *buyers,
                         const ZgImportRecord  *record,
                         gint64                *id_out,
                         ZgCustomer           **fresh_out,
                         GError               **error)
{
  if (!find (buyers, record, id_out, fresh_out, error))
    return FALSE;
  if (*id_out != 0)
    return complete_known (buyers, *id_out, record, error);

  if (*fresh_out != NULL)
    complete_fresh (buyers, *fresh_out, record);
  else if (zg_import_record_is_somebody (record))
    *fresh_out = make_fresh (buyers, record);
  if (*fresh_out != NULL)
    *id_out = (*fresh_out)->id;
  return TRUE;
}

/**
 * zg_import_buyers_get_fresh:
 * @buyers: the buyers
 *
 * Returns: (transfer none) (element-type ZgCustomer): who waits to be written, in the order of the ids
 */
GPtrArray *
zg_import_buyers_get_fresh (ZgImportBuyers *buyers)
{
  return buyers->fresh;
}

/**
 * zg_import_buyers_clear:
 * @buyers: the buyers
 *
 * To be called when those who waited are written: they are found in the shop file now.
 */
void
zg_import_buyers_clear (ZgImportBuyers *buyers)
{
  g_hash_table_remove_all (buyers->by_account);
  g_hash_table_remove_all (buyers->by_person);
  g_ptr_array_set_size (buyers->fresh, 0);
}
