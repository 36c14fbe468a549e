/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-buyers.h"

#include "zg-customer-table.h"
#include "zg-import-customer.h"
#include "zg-import-table.h"

/*
 * Finds the buyer of an order or makes one. New buyers wait in memory until all of a job can be written at once; whoever
 * buys twice in the meantime is completed there.
 */

struct _ZgImportBuyers {
  ZgDatabase *db;
  ZgNewRows *rows;
  gint64 import_id;
  ZgClock *clock;
  ZgImportCounts *counts;
  GHashTable *seen;
  GPtrArray *fresh;             /* ZgNewCustomer of the records, in the order of their ids */
  GHashTable *by_account;       /* what tells somebody from others → ZgNewCustomer */
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
  self->fresh = g_ptr_array_new ();
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

/* Takes @key. The oldest counts, as it does in the shop file. */
static void
note_key (GHashTable    *keys,
          char          *key,
          ZgNewCustomer *fresh)
{
  const ZgNewCustomer *known = g_hash_table_lookup (keys, key);

  if (known == NULL || known->customer->id > fresh->customer->id)
    g_hash_table_replace (keys, key, fresh);
  else
    g_free (key);
}

/* Notes all by which somebody new can be found again. */
static void
note_fresh (ZgImportBuyers *self,
            ZgNewCustomer  *fresh)
{
  const ZgCustomer *customer = fresh->customer;

  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account))
        note_key (self->by_account, zg_buyer_key_new (part->platform, part->account.text), fresh);
    }
  for (guint i = 0; i < customer->phones->len && zg_personal_identifies (&customer->name); i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && part->phone->disclosure == ZG_DISCLOSURE_PLAIN)
        note_key (self->by_person, zg_buyer_key_new (part->phone->digits, customer->name.text), fresh);
    }
}

/* The account first: it is the buyer's own. A phone alone is a family's, so the name has to be the same. */
static gboolean
find (ZgImportBuyers       *self,
      const ZgReadyRecord  *ready,
      gint64               *id_out,
      ZgNewCustomer       **fresh_out,
      GError              **error)
{
  const ZgOrder *order = ready->record->order;
  *id_out = 0;
  *fresh_out = NULL;
  if (ready->account_key != NULL)
    {
      *fresh_out = g_hash_table_lookup (self->by_account, ready->account_key);
      if (*fresh_out != NULL)
        return TRUE;
      if (!zg_customer_table_find_by_account (self->db, order->platform, ready->record->account.text, id_out, error))
        return FALSE;
      if (*id_out != 0)
        return TRUE;
    }

  if (ready->digits == NULL)
    return TRUE;
  if (!zg_customer_table_find_by_phone (self->db, ready->digits, order->recipient.text, id_out, error))
    return FALSE;
  if (*id_out == 0)
    *fresh_out = g_hash_table_lookup (self->by_person, ready->person_key);
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

static void
take_fresh (ZgImportBuyers *self,
            ZgNewCustomer  *fresh)
{
  fresh->customer->id = zg_new_rows_take_customer_id (self->rows);
  g_ptr_array_add (self->fresh, fresh);
  note_fresh (self, fresh);
  if (self->seen == NULL || is_new_to_dry_run (self, fresh->customer))
    self->counts->customers_new++;
  else
    self->counts->customers_unchanged++;
}

static void
complete_fresh (ZgImportBuyers       *self,
                ZgNewCustomer        *fresh,
                const ZgImportRecord *record)
{
  if (!zg_import_customer_complete (fresh->customer, record))
    {
      self->counts->customers_unchanged++;
      return;
    }
  self->counts->customers_updated++;
  zg_new_customer_refresh (fresh);
  note_fresh (self, fresh);
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

/* Whether a record has the mark of somebody who was erased. */
static gboolean
is_marked (const ZgErasedMarks *marks,
           const ZgReadyRecord *ready)
{
  const ZgImportRecord *record = ready->record;
  g_autoptr(ZgPhone) phone = NULL;

  if (zg_personal_identifies (&record->account)
      && zg_erased_marks_have_account (marks, record->order->platform, record->account.text))
    return TRUE;
  if (!zg_personal_identifies (&record->order->phone))
    return FALSE;
  phone = zg_phone_parse (record->order->phone.text);
  return phone->digits != NULL && zg_erased_marks_have_phone (marks, phone->digits);
}

/**
 * zg_import_buyers_were_erased:
 * @buyers: the buyers
 * @marks: marks of people who were erased
 * @ready: what a file says of an order
 * @erased_out: (out): whether its buyer was erased, and the order may not tell who that was
 * @error: return location for an error
 *
 * Who is a customer is not meant by a mark: a family has one phone, gifts go to others, and somebody may have come back. An
 * order that was erased or made anonymous stays so.
 *
 * Returns: whether that could be found out
 */
gboolean
zg_import_buyers_were_erased (ZgImportBuyers       *buyers,
                              const ZgErasedMarks  *marks,
                              const ZgReadyRecord  *ready,
                              gboolean             *erased_out,
                              GError              **error)
{
  const ZgOrder *order = ready->record->order;
  ZgNewCustomer *fresh;
  gint64 id;

  *erased_out = zg_erased_marks_have_order (marks, order->platform, order->number);
  if (*erased_out || !is_marked (marks, ready))
    return TRUE;
  if (!find (buyers, ready, &id, &fresh, error))
    return FALSE;
  *erased_out = id == 0 && fresh == NULL;
  return TRUE;
}

/**
 * zg_import_buyers_settle:
 * @buyers: the buyers
 * @ready: what a file says of an order; has to live, unchanged, until the buyers who wait are written
 * @id_out: (out): the buyer, made or completed; 0 for somebody whom the platform hides
 * @fresh_out: (out) (transfer none) (nullable): the buyer too, when they wait to be written; until then totals may still
 *   be changed
 * @error: return location for an error
 *
 * Returns: whether it is settled
 */
gboolean
zg_import_buyers_settle (ZgImportBuyers       *buyers,
                         const ZgReadyRecord  *ready,
                         gint64               *id_out,
                         ZgNewCustomer       **fresh_out,
                         GError              **error)
{
  if (!find (buyers, ready, id_out, fresh_out, error))
    return FALSE;
  if (*id_out != 0)
    return complete_known (buyers, *id_out, ready->record, error);

  if (*fresh_out != NULL)
    {
      complete_fresh (buyers, *fresh_out, ready->record);
    }
  else if (ready->buyer != NULL)
    {
      *fresh_out = ready->buyer;
      take_fresh (buyers, ready->buyer);
    }
  if (*fresh_out != NULL)
    *id_out = (*fresh_out)->customer->id;
  return TRUE;
}

/**
 * zg_import_buyers_get_fresh:
 * @buyers: the buyers
 *
 * Returns: (transfer none) (element-type ZgNewCustomer): who waits to be written, in the order of the ids
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
