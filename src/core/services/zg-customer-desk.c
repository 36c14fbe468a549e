/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-desk.h"

#include <glib/gi18n.h>

#include "zg-attachment-table.h"
#include "zg-contact-table.h"
#include "zg-customer-change.h"
#include "zg-customer-orders.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-interest-table.h"
#include "zg-member-level.h"
#include "zg-same-customer.h"

/* What the desk does with a customer: look them up with all that happened, write them down, change them. */

/* A payment or a damage is about one of the last orders. */
#define MAX_ORDER_NAMES 20

/**
 * zg_customer_file_free:
 * @file: (transfer full) (nullable): a customer's file
 */
void
zg_customer_file_free (ZgCustomerFile *file)
{
  if (file == NULL)
    return;

  zg_customer_free (file->customer);
  g_clear_pointer (&file->follow_ups, g_ptr_array_unref);
  zg_timeline_free (file->timeline);
  g_clear_pointer (&file->interests, g_ptr_array_unref);
  g_clear_pointer (&file->attachments, g_ptr_array_unref);
  g_clear_pointer (&file->order_names, g_ptr_array_unref);
  g_free (file);
}

static gboolean
read_sums (ZgDatabase      *db,
           ZgCustomerFile  *file,
           GError         **error)
{
  gint64 n_unfinished, n_paid;

  if (!zg_customer_orders_count (db, file->customer->id, &n_unfinished, &n_paid, error))
    return FALSE;

  file->n_unfinished = n_unfinished;
  file->average = n_paid > 0 ? (file->customer->spent + n_paid / 2) / n_paid : 0;
  return TRUE;
}

/* What the cards beside the timeline show. */
static gboolean
read_cards (ZgDatabase      *db,
            ZgCustomerFile  *file,
            GError         **error)
{
  gint64 id = file->customer->id;

  file->interests = zg_interest_table_list (db, id, error);
  if (file->interests == NULL)
    return FALSE;
  file->attachments = zg_attachment_table_list (db, id, error);
  if (file->attachments == NULL)
    return FALSE;
  file->order_names = zg_customer_orders_list_names (db, id, file->attachments->len > 0 ? MAX_ORDER_NAMES : 0, error);
  return file->order_names != NULL && zg_member_level_suggest (db, id, &file->customer->suggested_level, error);
}

/**
 * zg_customer_desk_open:
 * @db: a connection
 * @customer_id: a customer
 * @span: (nullable): which part of the timeline to read with them; %NULL for all of it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer with all that belongs to them; %NULL with
 *   %ZG_STORE_ERROR_NOT_FOUND when they are gone
 */
ZgCustomerFile *
zg_customer_desk_open (ZgDatabase            *db,
                       gint64                 customer_id,
                       const ZgTimelineSpan  *span,
                       GError               **error)
{
  g_autoptr(ZgCustomerFile) file = g_new0 (ZgCustomerFile, 1);

  file->customer = zg_customer_table_load (db, customer_id, error);
  if (file->customer == NULL || !read_sums (db, file, error))
    return NULL;
  file->follow_ups = zg_follow_up_table_load_open (db, customer_id, G_MAXINT64, error);
  if (file->follow_ups == NULL)
    return NULL;
  file->timeline = zg_timeline_load (db, customer_id, span, error);
  if (file->timeline == NULL || !read_cards (db, file, error))
    return NULL;

  return g_steal_pointer (&file);
}

/**
 * zg_customer_desk_sketch:
 * @name: (nullable): what was typed as the name
 * @platform: a word of zg-platform.h, where @phone_or_account is a name there
 * @phone_or_account: (nullable): a phone number, or else a name on @platform
 *
 * The customer that two fields of a form make. What has the form of a phone number is one.
 *
 * Returns: (transfer full): a new customer, not written yet
 */
ZgCustomer *
zg_customer_desk_sketch (const char *name,
                         const char *platform,
                         const char *phone_or_account)
{
  ZgCustomer *customer = zg_customer_new ();
  g_autoptr(ZgPhone) phone = zg_phone_parse (phone_or_account);

  zg_personal_set (&customer->name, name);
  if (phone->kind == ZG_PHONE_MOBILE || phone->kind == ZG_PHONE_LAND_LINE || phone->kind == ZG_PHONE_FOREIGN)
    zg_customer_add_phone (customer, phone_or_account, NULL);
  else
    zg_customer_add_account (customer, platform, phone_or_account);
  return customer;
}

/**
 * zg_customer_desk_create:
 * @db: a writing connection in a transaction
 * @customer: a new customer; gets its id
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether the customer is written; %FALSE when there is nothing to find them by, or an account is somebody
 *   else's
 */
gboolean
zg_customer_desk_create (ZgDatabase  *db,
                         ZgCustomer  *customer,
                         ZgClock     *clock,
                         GError     **error)
{
  return zg_customer_validate (customer, error)
         && zg_same_customer_refuse (db, customer, error)
         && zg_customer_table_insert (db, customer, zg_clock_now (clock), 0, error);
}

static gboolean
log_changes (ZgDatabase        *db,
             const ZgCustomer  *before,
             const ZgCustomer  *after,
             gint64             staff_id,
             ZgClock           *clock,
             gint64            *contact_id_out,
             GError           **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  *contact_id_out = 0;
  if (!zg_customer_change_describe (before, after, &contact->title, &contact->text))
    return TRUE;

  contact->at = zg_clock_now (clock);
  contact->kind = ZG_CONTACT_CHANGE;
  contact->customer_id = after->id;
  contact->staff_id = staff_id;
  if (!zg_contact_table_insert (db, contact, error))
    return FALSE;
  *contact_id_out = contact->id;
  return TRUE;
}

/**
 * zg_customer_desk_change:
 * @db: a writing connection in a transaction
 * @before: a customer as they were shown
 * @after: the same customer as somebody wants them to be
 * @even_if_changed: whether it counts also where somebody else changed the same thing since; a person was told and wants it so
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @saved_out: (out) (optional) (transfer full): the customer as they are now
 * @contact_id_out: (out): the line of the timeline that tells of it, 0 when nothing was changed
 * @error: return location for an error
 *
 * Writes what is different between the two, and what changed from what to what into the timeline. What somebody else changed
 * beside it stays.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_CHANGED when somebody else changed the same thing
 */
gboolean
zg_customer_desk_change (ZgDatabase        *db,
                         const ZgCustomer  *before,
                         const ZgCustomer  *after,
                         gboolean           even_if_changed,
                         gint64             staff_id,
                         ZgClock           *clock,
                         ZgCustomer       **saved_out,
                         gint64            *contact_id_out,
                         GError           **error)
{
  g_autoptr(ZgCustomer) present = zg_customer_table_load (db, before->id, error);
  g_autoptr(ZgCustomer) target = NULL;

  if (present == NULL)
    return FALSE;

  target = zg_customer_copy (present);
  if (!zg_customer_change_apply (target, before, after, even_if_changed, error))
    return FALSE;
  if (target->consent != present->consent)
    target->consent_at = zg_clock_now (clock);
  if (!zg_customer_validate (target, error)
      || !zg_same_customer_refuse (db, target, error)
      || !zg_customer_table_update (db, target, zg_clock_now (clock), error)
      || !log_changes (db, present, target, staff_id, clock, contact_id_out, error))
    return FALSE;

  if (saved_out != NULL)
    *saved_out = g_steal_pointer (&target);
  return TRUE;
}

/**
 * zg_customer_desk_take_back:
 * @db: a writing connection in a transaction
 * @before: the customer as they were before a change
 * @saved: the customer as the change left them
 * @contact_id: the line of the timeline that tells of the change, 0 for none; it goes too
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes zg_customer_desk_change() back. What was changed beside it or after it stays.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_CHANGED when somebody changed the same thing after that
 */
gboolean
zg_customer_desk_take_back (ZgDatabase        *db,
                            const ZgCustomer  *before,
                            const ZgCustomer  *saved,
                            gint64             contact_id,
                            ZgClock           *clock,
                            GError           **error)
{
  g_autoptr(ZgCustomer) target = zg_customer_table_load (db, saved->id, error);

  return target != NULL
         && zg_customer_change_apply (target, saved, before, FALSE, error)
         && zg_customer_table_update (db, target, zg_clock_now (clock), error)
         && (contact_id == 0 || zg_contact_table_delete (db, contact_id, error));
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * zg_customer_desk_add_note:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @text: what to remember
 * @staff_id: who writes it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: the id of the line in the timeline, 0 when it was not written; zg_contact_table_delete() takes it back
 */
gint64
zg_customer_desk_add_note (ZgDatabase  *db,
                           gint64       customer_id,
                           const char  *text,
                           gint64       staff_id,
                           ZgClock     *clock,
                           GError     **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  contact->text = dup_stripped (text);
  if (*contact->text == '\0')
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Write down what to remember."));
      return 0;
    }

  contact->at = zg_clock_now (clock);
  contact->kind = ZG_CONTACT_NOTE;
  contact->customer_id = customer_id;
  contact->staff_id = staff_id;
  return zg_contact_table_insert (db, contact, error) ? contact->id : 0;
}

/**
 * zg_customer_desk_add_follow_up:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @due_at: when to get back to them
 * @text: what about, may be empty
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: the follow-up's id, 0 when it was not written; zg_follow_up_table_delete() takes it back
 */
gint64
zg_customer_desk_add_follow_up (ZgDatabase  *db,
                                gint64       customer_id,
                                ZgTime       due_at,
                                const char  *text,
                                gint64       staff_id,
                                ZgClock     *clock,
                                GError     **error)
{
  g_autoptr(ZgFollowUp) follow_up = zg_follow_up_new ();

  if (due_at == ZG_TIME_NONE || zg_customer_desk_quiet_days (due_at, ZG_TIME_NONE, clock) > 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("Choose today or a later day to get back to them."));
      return 0;
    }

  follow_up->customer_id = customer_id;
  follow_up->due_at = due_at;
  follow_up->text = dup_stripped (text);
  follow_up->staff_id = staff_id;
  return zg_follow_up_table_insert (db, follow_up, error) ? follow_up->id : 0;
}

/**
 * zg_customer_desk_finish_follow_up:
 * @db: a writing connection in a transaction
 * @follow_up: an open follow-up
 * @staff_id: who did it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Marks it done and writes a line into the timeline: the customer was heard of.
 *
 * Returns: the id of that line, 0 when nothing was written
 */
gint64
zg_customer_desk_finish_follow_up (ZgDatabase        *db,
                                   const ZgFollowUp  *follow_up,
                                   gint64             staff_id,
                                   ZgClock           *clock,
                                   GError           **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  contact->at = zg_clock_now (clock);
  contact->kind = ZG_CONTACT_CALL;
  contact->customer_id = follow_up->customer_id;
  contact->order_id = follow_up->order_id;
  contact->staff_id = staff_id;
  contact->text = g_strdup (follow_up->text);
  if (!zg_follow_up_table_finish (db, follow_up->id, contact->at, "", error)
      || !zg_contact_table_insert (db, contact, error))
    return 0;
  return contact->id;
}

/**
 * zg_customer_desk_reopen_follow_up:
 * @db: a writing connection in a transaction
 * @follow_up_id: a follow-up that was marked done
 * @contact_id: the line in the timeline that told of it
 * @error: return location for an error
 *
 * Takes zg_customer_desk_finish_follow_up() back.
 *
 * Returns: whether it is open again
 */
gboolean
zg_customer_desk_reopen_follow_up (ZgDatabase  *db,
                                   gint64       follow_up_id,
                                   gint64       contact_id,
                                   GError     **error)
{
  return zg_follow_up_table_finish (db, follow_up_id, ZG_TIME_NONE, "", error)
         && zg_contact_table_delete (db, contact_id, error);
}
