/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-contact-writer.h"

#include <glib/gi18n.h>

#include "zg-contact-import-table.h"
#include "zg-customer-find.h"
#include "zg-customer-table.h"
#include "zg-erased-table.h"
#include "zg-error.h"
#include "zg-import-buyers.h"
#include "zg-import-table.h"
#include "zg-same-customer.h"
#include "zg-search-index.h"

/*
 * Finds each person in the shop or makes a customer of them. Somebody is found by what a file of ours calls them, by an
 * account, and by a phone; never by what a platform hides. A phone with another name may be somebody else of the family:
 * there a person has to say.
 */

struct _ZgContactWriter {
  ZgDatabase *db;
  gint64 import_id;
  ZgClock *clock;
  GHashTable *seen;             /* of a dry run: hashes of who would be in the shop file by now */
  ZgErasedMarks *erased;        /* NULL while nobody was */
};

/**
 * zg_contact_writer_begin:
 * @db: a writing connection in a transaction; for a dry run a reading one will do
 * @import_id: the import, 0 for a dry run
 * @clock: what time it is
 * @seen: (nullable): of a dry run, what it has met up to now; nothing is written then
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a writer for this transaction; zg_contact_writer_end() has to be called before
 *   COMMIT
 */
ZgContactWriter *
zg_contact_writer_begin (ZgDatabase  *db,
                         gint64       import_id,
                         ZgClock     *clock,
                         GHashTable  *seen,
                         GError     **error)
{
  g_autoptr(ZgErasedMarks) erased = NULL;
  ZgContactWriter *self;

  if (!zg_erased_table_load (db, &erased, error))
    return NULL;
  self = g_new0 (ZgContactWriter, 1);
  self->db = db;
  self->import_id = import_id;
  self->clock = clock;
  self->seen = seen;
  self->erased = g_steal_pointer (&erased);
  if (seen == NULL)
    zg_search_index_hold (db);
  return self;
}

/**
 * zg_contact_writer_free:
 * @writer: (transfer full): a writer
 */
void
zg_contact_writer_free (ZgContactWriter *writer)
{
  g_clear_pointer (&writer->erased, zg_erased_marks_free);
  g_free (writer);
}

/**
 * zg_contact_writer_end:
 * @writer: a writer
 * @error: return location for an error
 *
 * Returns: whether the transaction may be committed
 */
gboolean
zg_contact_writer_end (ZgContactWriter  *writer,
                       GError          **error)
{
  return writer->seen != NULL || zg_search_index_release (writer->db, error);
}

static gboolean
is_real_phone (const ZgPhone *phone)
{
  return phone->digits != NULL && phone->disclosure == ZG_DISCLOSURE_PLAIN;
}

static void
set_found (ZgContactChange *change,
           gint64           id,
           const char      *value,
           gboolean         is_certain)
{
  change->customer_id = id;
  change->value = g_strdup (value);
  change->is_certain = is_certain;
}

static gboolean
find_by_account (ZgContactWriter   *self,
                 const ZgCustomer  *said,
                 ZgContactChange   *change,
                 GError           **error)
{
  for (guint i = 0; i < said->accounts->len && change->customer_id == 0; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (said->accounts, i);
      gint64 id;

      if (!zg_personal_identifies (&part->account))
        continue;
      if (!zg_customer_table_find_by_account (self->db, part->platform, part->account.text, &id, error))
        return FALSE;
      if (id != 0)
        set_found (change, id, part->account.text, TRUE);
    }
  return TRUE;
}

/* Who has the phone and the name is the same person; who has the phone alone may be. */
static gboolean
find_by_phone (ZgContactWriter   *self,
               const ZgCustomer  *said,
               gboolean           with_name,
               ZgContactChange   *change,
               GError           **error)
{
  for (guint i = 0; i < said->phones->len && change->customer_id == 0; i++)
    {
      const ZgPhone *phone = ((ZgCustomerPhone *) g_ptr_array_index (said->phones, i))->phone;
      g_autofree char *call_name = NULL;
      gint64 id = 0;

      if (!is_real_phone (phone) || (with_name && !zg_personal_identifies (&said->name)))
        continue;
      if (!(with_name ? zg_customer_table_find_by_phone (self->db, phone->digits, said->name.text, &id, error)
                      : zg_customer_find_other_with_phone (self->db, 0, phone->digits, &id, &call_name, error)))
        return FALSE;
      if (id != 0)
        set_found (change, id, phone->text, with_name);
    }
  return TRUE;
}

static gboolean
has_means (const ZgCustomer *said)
{
  for (guint i = 0; i < said->phones->len; i++)
    if (is_real_phone (((ZgCustomerPhone *) g_ptr_array_index (said->phones, i))->phone))
      return TRUE;
  for (guint i = 0; i < said->accounts->len; i++)
    if (zg_personal_identifies (&((ZgCustomerAccount *) g_ptr_array_index (said->accounts, i))->account))
      return TRUE;
  return FALSE;
}

/* Who has no more than a name is found by that, or each import would bring them anew; but two in one file are two. */
static gboolean
find_by_name (ZgContactWriter   *self,
              const ZgCustomer  *said,
              ZgContactChange   *change,
              GError           **error)
{
  gboolean is_of_import;
  gint64 id;

  if (has_means (said) || !zg_personal_identifies (&said->name))
    return TRUE;
  if (!zg_contact_import_table_find_by_name (self->db, said->name.text, said->call_name, &id, error)
      || !zg_contact_import_table_is_of_import (self->db, id, self->import_id, &is_of_import, error))
    return FALSE;
  if (id != 0 && !is_of_import)
    set_found (change, id, NULL, TRUE);
  return TRUE;
}

static gboolean
find (ZgContactWriter   *self,
      const ZgCustomer  *said,
      ZgContactChange   *change,
      GError           **error)
{
  if (said->uid != NULL && *said->uid != '\0')
    {
      if (!zg_contact_import_table_find (self->db, said->uid, &change->customer_id, error))
        return FALSE;
      change->is_certain = change->customer_id != 0;
    }
  return (change->customer_id != 0 || find_by_account (self, said, change, error))
         && (change->customer_id != 0 || find_by_phone (self, said, TRUE, change, error))
         && (change->customer_id != 0 || find_by_phone (self, said, FALSE, change, error))
         && (change->customer_id != 0 || find_by_name (self, said, change, error));
}

static gboolean
same_name (const char *a,
           const char *b)
{
  return a != NULL && *a != '\0' && g_strcmp0 (a, b) == 0;
}

/* Whether the names of two people with one phone say nothing against their being one. */
static gboolean
may_be_same (const ZgCustomer *known,
             const ZgCustomer *said)
{
  if (!zg_personal_identifies (&known->name) || !zg_personal_identifies (&said->name))
    return TRUE;
  return same_name (known->name.text, said->name.text) || same_name (known->call_name, said->name.text)
         || same_name (said->call_name, known->name.text) || same_name (said->call_name, known->call_name);
}

/* Notes by what somebody can be found again, and says whether a dry run had not met them before. */
static gboolean
note_seen (ZgContactWriter  *self,
           const ZgCustomer *said)
{
  const char *name = zg_personal_identifies (&said->name) ? said->name.text : "";
  gboolean is_new = TRUE;

  if (said->uid != NULL && *said->uid != '\0')
    is_new = zg_import_seen_note (self->seen, "uid", said->uid);
  for (guint i = 0; i < said->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (said->accounts, i);

      if (zg_personal_identifies (&part->account))
        is_new = zg_import_seen_note (self->seen, part->platform, part->account.text) && is_new;
    }
  for (guint i = 0; i < said->phones->len; i++)
    {
      const ZgPhone *phone = ((ZgCustomerPhone *) g_ptr_array_index (said->phones, i))->phone;

      if (is_real_phone (phone))
        is_new = zg_import_seen_note (self->seen, phone->digits, name) && is_new;
    }
  return is_new;
}

static gboolean
insert (ZgContactWriter        *self,
        const ZgContactRecord  *record,
        ZgContactChange        *change,
        GError                **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_copy (record->customer);
  const char *uid = record->customer->uid;

  change->outcome = ZG_CONTACT_NEW;
  change->customer_id = 0;
  if (self->seen != NULL)
    {
      if (!note_seen (self, record->customer))
        change->outcome = ZG_CONTACT_SAME;
      return zg_same_customer_refuse (self->db, customer, error);
    }
  if (!zg_same_customer_refuse (self->db, customer, error)
      || !zg_customer_table_insert (self->db, customer, zg_clock_now (self->clock), self->import_id, error)
      || (uid != NULL && *uid != '\0' && !zg_contact_import_table_set_uid (self->db, customer->id, uid, error)))
    return FALSE;
  change->customer_id = customer->id;
  return TRUE;
}

static gboolean
update (ZgContactWriter  *self,
        ZgCustomer       *customer,
        ZgContactChange  *change,
        GError          **error)
{
  change->outcome = ZG_CONTACT_UPDATED;
  if (!zg_same_customer_refuse (self->db, customer, error))
    return FALSE;
  if (self->seen != NULL)
    return TRUE;
  return zg_import_journal_note (self->db, self->import_id, ZG_JOURNAL_CUSTOMER, customer->id, error)
         && zg_customer_table_update (self->db, customer, zg_clock_now (self->clock), error)
         && zg_import_journal_seal (self->db, self->import_id, ZG_JOURNAL_CUSTOMER, customer->id, customer->version, error);
}

static void
leave (ZgContactChange  *change,
       ZgContactOutcome  outcome,
       const char       *reason)
{
  change->outcome = outcome;
  g_free (change->reason);
  change->reason = g_strdup (reason);
}

/* Somebody who is there, without doubt. */
static gboolean
settle_certain (ZgContactWriter        *self,
                ZgCustomer             *known,
                const ZgContactRecord  *record,
                ZgDuplicatePolicy       policy,
                ZgContactChange        *change,
                GError                **error)
{
  gboolean is_of_import;
  g_autofree char *reason = NULL;

  if (!zg_contact_import_table_is_of_import (self->db, known->id, self->import_id, &is_of_import, error))
    return FALSE;
  if (!zg_contact_change_complete (change, known, record))
    {
      change->outcome = ZG_CONTACT_SAME;
      return TRUE;
    }
  /* Two cards of one person in a file are one customer, and nobody is asked about that. */
  if (policy == ZG_DUPLICATES_UPDATE || policy == ZG_DUPLICATES_NEW || policy == ZG_DUPLICATES_SAME || is_of_import)
    return update (self, known, change, error);

  reason = g_strdup_printf (_("%s is there already"), change->known_name);
  leave (change, policy == ZG_DUPLICATES_SKIP ? ZG_CONTACT_SKIPPED : ZG_CONTACT_ASKED, reason);
  return TRUE;
}

/* Somebody with the phone of a customer who is called something else. */
static gboolean
settle_doubtful (ZgContactWriter        *self,
                 const ZgContactRecord  *record,
                 ZgDuplicatePolicy       policy,
                 ZgContactChange        *change,
                 GError                **error)
{
  gboolean is_of_import;
  g_autofree char *reason = NULL;

  if (!zg_contact_import_table_is_of_import (self->db, change->customer_id, self->import_id, &is_of_import, error))
    return FALSE;
  /* Two people of a family, each in the file. */
  if (is_of_import)
    return insert (self, record, change, error);

  reason = g_strdup_printf (_("%s has the phone number %s already, under another name; it may be somebody of the family"),
                            change->known_name, change->value);
  leave (change, policy == ZG_DUPLICATES_SKIP ? ZG_CONTACT_SKIPPED : ZG_CONTACT_ASKED, reason);
  return TRUE;
}

static gboolean
settle (ZgContactWriter        *self,
        const ZgContactRecord  *record,
        ZgDuplicatePolicy       policy,
        ZgContactChange        *change,
        GError                **error)
{
  g_autoptr(ZgCustomer) known = NULL;

  if (!find (self, record->customer, change, error))
    return FALSE;
  if (change->customer_id == 0 && self->erased != NULL && zg_erased_marks_have_customer (self->erased, record->customer))
    {
      leave (change, ZG_CONTACT_REFUSED, _("this person was erased on request and does not come back"));
      return TRUE;
    }
  if (change->customer_id == 0 || (policy == ZG_DUPLICATES_NEW && !change->is_certain))
    return insert (self, record, change, error);

  known = zg_customer_table_load (self->db, change->customer_id, error);
  if (known == NULL)
    return FALSE;
  change->known_name = g_strdup (zg_customer_get_call_name (known));
  change->is_certain = change->is_certain || may_be_same (known, record->customer)
                       /* A person was asked and said so. */
                       || policy == ZG_DUPLICATES_NEW || policy == ZG_DUPLICATES_SAME;
  return change->is_certain ? settle_certain (self, known, record, policy, change, error)
                            : settle_doubtful (self, record, policy, change, error);
}

/**
 * zg_contact_writer_apply:
 * @writer: a writer
 * @record: somebody from a file
 * @policy: what to do when they are there already
 * @change_out: (out) (transfer full): what became of them
 * @error: return location for an error
 *
 * Returns: %FALSE when the shop file can't be written; what is wrong with a person alone is in @change_out
 */
gboolean
zg_contact_writer_apply (ZgContactWriter        *writer,
                         const ZgContactRecord  *record,
                         ZgDuplicatePolicy       policy,
                         ZgContactChange       **change_out,
                         GError                **error)
{
  g_autoptr(ZgContactChange) change = zg_contact_change_new (record);
  g_autoptr(GError) local_error = NULL;

  if (record->refusal != NULL)
    {
      change->outcome = ZG_CONTACT_REFUSED;
    }
  else if (!settle (writer, record, policy, change, &local_error))
    {
      /* Nothing of them was written yet: accounts of somebody else are found first. */
      if (!g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      leave (change, ZG_CONTACT_REFUSED, local_error->message);
    }
  *change_out = g_steal_pointer (&change);
  return TRUE;
}
