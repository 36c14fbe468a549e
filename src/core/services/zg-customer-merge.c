/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-merge-rows.h"
#include "zg-search-index.h"

/*
 * Two entries of one person become one. The other one's row is gone while the merge holds, so lists, search and counts
 * need to know nothing of it; the merge keeps what brings it back. Nothing is ever merged without a person.
 */

static void
read_preferred (const ZgCustomer *customer,
                ZgMergeSide      *side)
{
  if (customer->phones->len > 0)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, 0);
      g_autofree char *text = zg_phone_to_text (part->phone);

      zg_personal_set_full (&side->values[ZG_MERGE_PHONE], text, part->phone->disclosure);
    }
  if (customer->accounts->len > 0)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, 0);

      zg_personal_copy (&side->values[ZG_MERGE_ACCOUNT], &part->account);
    }
  if (customer->addresses->len > 0)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, 0);
      g_autofree char *text = zg_address_to_text (part->address);

      zg_personal_set_full (&side->values[ZG_MERGE_ADDRESS], text, part->address->disclosure);
    }
}

static gboolean
load_side (ZgDatabase   *db,
           ZgMergeSide  *side,
           GError      **error)
{
  g_autoptr(ZgCustomer) customer = NULL;

  if (!zg_merge_table_load_side (db, side, error))
    return FALSE;
  customer = zg_customer_table_load (db, side->id, error);
  if (customer == NULL)
    return FALSE;
  read_preferred (customer, side);
  return TRUE;
}

/**
 * zg_customer_merge_plan:
 * @db: a connection
 * @kept_id: the customer who is to stay
 * @other_id: the one to merge into them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): both as they are and what the program proposes, for zg_merge_plan_choose() and
 *   zg_customer_merge(); %NULL when one is gone or they are the same
 */
ZgMergePlan *
zg_customer_merge_plan (ZgDatabase  *db,
                        gint64       kept_id,
                        gint64       other_id,
                        GError     **error)
{
  g_autoptr(ZgMergePlan) plan = zg_merge_plan_new ();

  if (kept_id == other_id)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("This is one customer already. Choose two different ones."));
      return NULL;
    }

  plan->kept.id = kept_id;
  plan->other.id = other_id;
  if (!load_side (db, &plan->kept, error) || !load_side (db, &plan->other, error))
    return NULL;
  zg_merge_plan_propose (plan);
  return g_steal_pointer (&plan);
}

static gboolean
check_plan (ZgDatabase         *db,
            const ZgMergePlan  *plan,
            const ZgCustomer   *kept,
            const ZgCustomer   *other,
            GError            **error)
{
  gboolean not_same;

  if (kept->version != plan->kept.version || other->version != plan->other.version)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody changed one of the two customers in the meantime. Look at both again, then merge "
                             "them."));
      return FALSE;
    }
  if (!zg_not_same_table_contains (db, kept->id, other->id, &not_same, error))
    return FALSE;
  if (not_same)
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                         _("Somebody noted that these two are not the same person. Take that note back first."));
  return !not_same;
}

static gboolean
has_phone (GPtrArray             *phones,
           const ZgCustomerPhone *part)
{
  g_autofree char *text = zg_phone_to_text (part->phone);

  for (guint i = 0; i < phones->len; i++)
    {
      const ZgCustomerPhone *known = g_ptr_array_index (phones, i);
      g_autofree char *known_text = zg_phone_to_text (known->phone);

      if (known->phone->disclosure == part->phone->disclosure && g_strcmp0 (text, known_text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_account (GPtrArray               *accounts,
             const ZgCustomerAccount *part)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      const ZgCustomerAccount *known = g_ptr_array_index (accounts, i);

      if (strcmp (known->platform, part->platform) == 0 && zg_personal_equal (&known->account, &part->account))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_address (GPtrArray               *addresses,
             const ZgCustomerAddress *part)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      const ZgCustomerAddress *known = g_ptr_array_index (addresses, i);

      if (zg_address_equal (known->address, part->address) && zg_personal_equal (&known->recipient, &part->recipient)
          && zg_personal_equal (&known->phone, &part->phone))
        return TRUE;
    }
  return FALSE;
}

/* What both have is not kept twice. */
static gboolean
absorb_parts (ZgDatabase        *db,
              const ZgCustomer  *kept,
              const ZgCustomer  *other,
              GError           **error)
{
  for (guint i = 0; i < other->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (other->phones, i);

      if (has_phone (kept->phones, part) && !zg_merge_rows_absorb_part (db, ZG_MERGE_PHONES, part->id, error))
        return FALSE;
    }
  for (guint i = 0; i < other->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (other->accounts, i);

      if (has_account (kept->accounts, part) && !zg_merge_rows_absorb_part (db, ZG_MERGE_ACCOUNTS, part->id, error))
        return FALSE;
    }
  for (guint i = 0; i < other->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (other->addresses, i);

      if (has_address (kept->addresses, part) && !zg_merge_rows_absorb_part (db, ZG_MERGE_ADDRESSES, part->id, error))
        return FALSE;
    }
  return TRUE;
}

static const struct {
  ZgMergeField field;
  ZgMergePart part;
} part_fields[] = {
  { ZG_MERGE_PHONE, ZG_MERGE_PHONES }, { ZG_MERGE_ACCOUNT, ZG_MERGE_ACCOUNTS }, { ZG_MERGE_ADDRESS, ZG_MERGE_ADDRESSES },
};

static gboolean
apply_fields (ZgDatabase         *db,
              const ZgMergePlan  *plan,
              GError            **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (part_fields); i++)
    {
      if (!zg_merge_rows_move_parts (db, part_fields[i].part, plan->kept.id, plan->other.id,
                                     plan->choices[part_fields[i].field] == ZG_MERGE_TAKE_OTHER, error))
        return FALSE;
    }

  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      g_auto(ZgPersonal) joined = ZG_PERSONAL_INIT;

      if (i == ZG_MERGE_PHONE || i == ZG_MERGE_ACCOUNT || i == ZG_MERGE_ADDRESS)
        continue;
      if (plan->choices[i] == ZG_MERGE_TAKE_OTHER
          && !zg_merge_rows_take_field (db, i, plan->kept.id, plan->other.id, error))
        return FALSE;
      if (plan->choices[i] != ZG_MERGE_TAKE_BOTH)
        continue;
      zg_merge_plan_get_result (plan, i, &joined);
      if (joined.text != NULL && !zg_merge_rows_set_text (db, i, plan->kept.id, joined.text, error))
        return FALSE;
    }
  return TRUE;
}

/* A line of the timeline, which goes again with the merge: nobody's name stays with somebody else. */
static gboolean
log_merge (ZgDatabase        *db,
           gint64             merge_id,
           gint64             kept_id,
           const ZgCustomer  *other,
           gint64             staff_id,
           ZgTime             at,
           GError           **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  contact->at = at;
  contact->kind = ZG_CONTACT_CHANGE;
  contact->customer_id = kept_id;
  contact->staff_id = staff_id;
  /* TRANSLATORS: a line of a customer's timeline; %s is the name of another entry of the same person */
  contact->title = g_strdup_printf (_("Merged with %s"), zg_customer_get_call_name (other));
  return zg_contact_table_insert (db, contact, error) && zg_merge_table_note_line (db, merge_id, contact->uid, error);
}

/* What is derived from the rows of a customer, after they were changed here. */
static gboolean
settle (ZgDatabase  *db,
        gint64       customer_id,
        ZgTime       at,
        GError     **error)
{
  return zg_merge_rows_touch (db, customer_id, at, error)
         && zg_customer_table_refresh_sort_key (db, customer_id, error)
         && zg_customer_table_refresh_totals (db, customer_id, error)
         && zg_search_index_add_customer (db, customer_id, error);
}

/**
 * zg_customer_merge:
 * @db: a writing connection in a transaction
 * @plan: what zg_customer_merge_plan() gave, with a person's choices
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Makes one customer of two. All that points at the other one moves: orders, what was said, follow-ups, attachments,
 * phones, accounts, addresses, tags. Phones and the like of both are kept; a choice says whose come first.
 *
 * Returns: the merge's id for zg_customer_unmerge(); 0 with %ZG_STORE_ERROR_STALE when one of them was changed since the
 *   plan was made, and with %ZG_DOMAIN_ERROR_REFUSED when a person found that they are two
 */
gint64
zg_customer_merge (ZgDatabase         *db,
                   const ZgMergePlan  *plan,
                   gint64              staff_id,
                   ZgClock            *clock,
                   GError            **error)
{
  gint64 kept_id = plan->kept.id;
  gint64 other_id = plan->other.id;
  g_autoptr(ZgCustomer) kept = zg_customer_table_load (db, kept_id, error);
  g_autoptr(ZgCustomer) other = kept != NULL ? zg_customer_table_load (db, other_id, error) : NULL;
  ZgTime now = zg_clock_now (clock);
  gint64 merge_id;

  if (other == NULL || !check_plan (db, plan, kept, other, error))
    return 0;
  merge_id = zg_merge_table_begin (db, kept_id, other_id, staff_id, now, error);
  if (merge_id == 0 || !zg_search_index_forget_customer (db, kept_id, error)
      || !zg_search_index_forget_customer (db, other_id, error))
    return 0;

  if (!absorb_parts (db, kept, other, error)
      || !apply_fields (db, plan, error)
      || !zg_merge_rows_move (db, merge_id, kept_id, other_id, error)
      || !zg_merge_rows_delete_other (db, other_id, error)
      || !log_merge (db, merge_id, kept_id, other, staff_id, now, error)
      || !settle (db, kept_id, now, error)
      || !zg_merge_table_seal (db, merge_id, error))
    return 0;
  return merge_id;
}

static char *
dup_call_name (ZgDatabase *db,
               gint64      customer_id)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, customer_id, NULL);

  return g_strdup (customer != NULL ? zg_customer_get_call_name (customer) : "");
}

/* The last merge is taken back first: what an earlier one made was read and changed by it. */
static gboolean
check_undo (ZgDatabase             *db,
            const ZgCustomerMerge  *merge,
            GError                **error)
{
  g_autoptr(GPtrArray) merges = NULL;
  const ZgCustomerMerge *last;
  gint64 home_id;

  if (merge->undone_at != ZG_TIME_NONE)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, _("This merge was taken back already."));
      return FALSE;
    }
  if (!zg_merge_table_find_home (db, merge->kept_id, &home_id, error))
    return FALSE;
  if (home_id == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND,
                           _("The merged customer was deleted. There is nothing to take apart."));
      return FALSE;
    }
  if (home_id != merge->kept_id)
    {
      g_autofree char *name = dup_call_name (db, home_id);

      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("Both were merged into %s later. Take that merge back first."), name);
      return FALSE;
    }

  merges = zg_merge_table_list (db, merge->kept_id, error);
  if (merges == NULL)
    return FALSE;
  last = g_ptr_array_index (merges, 0);
  if (last->id != merge->id)
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                 _("%s was merged into the same customer later. Take that merge back first."), last->other_name);
  return last->id == merge->id;
}

/**
 * zg_customer_unmerge:
 * @db: a writing connection in a transaction
 * @merge_id: what zg_customer_merge() gave
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes a merge back. The other customer comes back as they were, and the kept one has again what they had, but for what
 * was edited since. What moved goes back; what came since stays, but for orders of an account that goes back, and what
 * was said about these.
 *
 * Returns: (transfer full) (nullable): whom it was about; %NULL with %ZG_DOMAIN_ERROR_REFUSED when it was taken back
 *   already, or another merge has to be taken back before
 */
ZgCustomerMerge *
zg_customer_unmerge (ZgDatabase  *db,
                     gint64       merge_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autoptr(ZgCustomerMerge) merge = zg_merge_table_load (db, merge_id, error);
  ZgTime now = zg_clock_now (clock);

  if (merge == NULL || !check_undo (db, merge, error)
      || !zg_search_index_forget_customer (db, merge->kept_id, error)
      || !zg_merge_rows_put_back (db, merge, error))
    return NULL;

  if (!zg_merge_table_delete_line (db, merge_id, error)
      || !settle (db, merge->kept_id, now, error)
      || !settle (db, merge->other_id, now, error)
      || !zg_merge_table_finish_undo (db, merge_id, now, error))
    return NULL;
  return g_steal_pointer (&merge);
}

/**
 * zg_customer_set_not_same:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @other_id: another one
 * @not_same: whether they are two people; %FALSE takes that back
 * @staff_id: who says so, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Remembers that two customers who look alike are not: zg_duplicates_scan() leaves them out.
 *
 * Returns: whether it is remembered
 */
gboolean
zg_customer_set_not_same (ZgDatabase  *db,
                          gint64       customer_id,
                          gint64       other_id,
                          gboolean     not_same,
                          gint64       staff_id,
                          ZgClock     *clock,
                          GError     **error)
{
  g_autoptr(ZgMergePlan) plan = zg_customer_merge_plan (db, customer_id, other_id, error);

  if (plan == NULL)
    return FALSE;
  if (!not_same)
    return zg_not_same_table_clear (db, customer_id, other_id, error);
  return zg_not_same_table_set (db, customer_id, other_id, staff_id, zg_clock_now (clock), error);
}
