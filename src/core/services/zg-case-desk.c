/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-case-desk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-case-table.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-money.h"
#include "zg-order-parcel.h"
#include "zg-order-remark.h"
#include "zg-order-table.h"

/*
 * What the desk does with cases. Each thing done is written with a line of the case's log; what follows for the order, how many
 * cases are open and whether it may ship, is derived with every write of a case. A case in memory that could not be written is
 * to be read again.
 */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

/* An order that may not ship any more leaves the parcel that it shares. */
static gboolean
settle_parcel (ZgDatabase    *db,
               const ZgCase  *self,
               ZgTime         now,
               GError       **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, self->order_id, error);

  return order != NULL && zg_order_parcel_settle (db, order, now, error);
}

/* A case that comes up or ends stands in the customer's timeline; what happens in between is in its own log. */
static gboolean
remark (ZgDatabase    *db,
        const ZgCase  *self,
        const char    *line,
        const char    *words,
        gint64         staff_id,
        ZgTime         at,
        GError       **error)
{
  ZgCaseLine as_line = { .type = (char *) line, .text = (char *) (words != NULL ? words : "") };
  g_autofree char *text = zg_case_line_describe (&as_line);

  return zg_order_remark_add (db, self->order_id, zg_case_type_to_label (self->type), text, staff_id, at, error);
}

static gboolean
forget_remark (ZgDatabase    *db,
               const ZgCase  *self,
               ZgTime         at,
               GError       **error)
{
  return zg_order_remark_remove (db, self->order_id, zg_case_type_to_label (self->type), at, error);
}

/* One of a kind at a time: two would go their ways without each other. */
static gboolean
check_single (ZgDatabase    *db,
              const ZgCase  *self,
              GError       **error)
{
  g_autoptr(GPtrArray) others = zg_case_table_list_for_order (db, self->order_id, error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const ZgCase *other = g_ptr_array_index (others, i);

      if (other->id == self->id || !zg_case_is_open (other) || strcmp (other->type, self->type) != 0)
        continue;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: %s is a kind of case, “Return” */
                   _("A case “%s” of this order is open already."), zg_case_type_to_label (self->type));
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_case_desk_open:
 * @db: a writing connection in a transaction
 * @self: a new case with its order, type and who looks after it, and perhaps a reason and an amount; gets the rest
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the order does not stand where such a case can come up, or has one that
 *   is open; zg_case_desk_remove() takes it back
 */
gboolean
zg_case_desk_open (ZgDatabase  *db,
                   ZgCase      *self,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, self->order_id, error);
  g_autoptr(GPtrArray) rules = order != NULL ? zg_case_table_load_rules (db, error) : NULL;
  g_autofree char *text = NULL;

  if (rules == NULL
      || !zg_case_open (self, order->state, order->platform, zg_clock_now (clock), rules, error)
      || !check_single (db, self, error))
    return FALSE;
  if (self->amount < 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A case is about no amount below zero."));
      return FALSE;
    }
  text = self->reason != NULL && *self->reason != '\0' ? g_strdup_printf ("%s: %s", self->type, self->reason)
                                                       : g_strdup (self->type);
  return zg_case_table_insert (db, self, error) && settle_parcel (db, self, self->opened_at, error)
         && zg_case_table_add_line (db, self->id, self->opened_at, self->staff_id, "opened", text, error)
         && remark (db, self, "opened", self->reason, self->staff_id, self->opened_at, error);
}

/* Writes the case with a line of its log. */
static gboolean
write_case (ZgDatabase  *db,
            ZgCase      *self,
            const char  *line,
            const char  *text,
            gint64       staff_id,
            ZgClock     *clock,
            GError     **error)
{
  return zg_case_table_update (db, self, error) && settle_parcel (db, self, zg_clock_now (clock), error)
         && zg_case_table_add_line (db, self->id, zg_clock_now (clock), staff_id, line, text, error);
}

static char *
join (const char *key,
      const char *words)
{
  return words != NULL && *words != '\0' ? g_strdup_printf ("%s: %s", key, words) : g_strdup (key);
}

/**
 * zg_case_desk_step:
 * @db: a writing connection in a transaction
 * @self: a case as it was read; gets the new version
 * @to: a key of a step; %ZG_CASE_CLOSED closes it
 * @reason: (nullable): why it goes there out of its order, or what came of it
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the steps do not follow each other so
 */
gboolean
zg_case_desk_step (ZgDatabase  *db,
                   ZgCase      *self,
                   const char  *to,
                   const char  *reason,
                   gint64       staff_id,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autoptr(GPtrArray) rules = NULL;
  g_autofree char *text = join (to, reason);

  if (strcmp (to, ZG_CASE_CLOSED) == 0)
    return zg_case_desk_close (db, self, reason, self->satisfaction, staff_id, clock, error);
  rules = zg_case_table_load_rules (db, error);
  return rules != NULL && zg_case_move (self, to, reason, zg_clock_now (clock), rules, error)
         && write_case (db, self, "step", text, staff_id, clock, error);
}

static char *
describe_remedy (const ZgCase *self,
                 guint         n)
{
  const ZgRemedy *remedy = g_ptr_array_index (self->remedies, n - 1);
  g_autofree char *amount = remedy->amount != 0 ? zg_money_to_text (remedy->amount, self->currency) : NULL;

  return join (remedy->remedy, amount);
}

/**
 * zg_case_desk_offer:
 * @db: a writing connection in a transaction
 * @self: a case as it was read; gets the new version
 * @remedy: a key of zg-case-type.h, or the shop's own words
 * @amount: minor units of the order's currency; 0 for none
 * @staff_id: who offers it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is offered; %FALSE with %ZG_DOMAIN_ERROR_INVALID when the amount can't be
 */
gboolean
zg_case_desk_offer (ZgDatabase  *db,
                    ZgCase      *self,
                    const char  *remedy,
                    gint64       amount,
                    gint64       staff_id,
                    ZgClock     *clock,
                    GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, self->order_id, error);
  g_autofree char *text = NULL;

  if (order == NULL || !zg_case_offer (self, remedy, amount, order->paid, zg_clock_now (clock), error))
    return FALSE;
  text = describe_remedy (self, self->remedies->len);
  return write_case (db, self, "offered", text, staff_id, clock, error);
}

/**
 * zg_case_desk_choose:
 * @db: a writing connection in a transaction
 * @self: a case as it was read; gets the new version
 * @n: which of the remedies, from 1
 * @on: whether the buyer wants it, else wants it no longer
 * @staff_id: who notes it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted
 */
gboolean
zg_case_desk_choose (ZgDatabase  *db,
                     ZgCase      *self,
                     guint        n,
                     gboolean     on,
                     gint64       staff_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autofree char *text = NULL;

  if (!zg_case_choose (self, n, on, zg_clock_now (clock), error))
    return FALSE;
  text = describe_remedy (self, n);
  return write_case (db, self, on ? "chosen" : "not-chosen", text, staff_id, clock, error);
}

/**
 * zg_case_desk_do:
 * @db: a writing connection in a transaction
 * @self: a case as it was read; gets the new version
 * @n: which of the remedies, from 1
 * @staff_id: who did it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Money that goes back is noted with the order's payments: here stands that what was agreed on is done.
 *
 * Returns: whether it is noted; %FALSE with %ZG_DOMAIN_ERROR_REFUSED when nobody chose it
 */
gboolean
zg_case_desk_do (ZgDatabase  *db,
                 ZgCase      *self,
                 guint        n,
                 gint64       staff_id,
                 ZgClock     *clock,
                 GError     **error)
{
  g_autofree char *text = NULL;

  if (!zg_case_do (self, n, zg_clock_now (clock), error))
    return FALSE;
  text = describe_remedy (self, n);
  return write_case (db, self, "done", text, staff_id, clock, error);
}

/**
 * zg_case_desk_close:
 * @db: a writing connection in a transaction
 * @self: a case as it was read; gets the new version
 * @outcome: (nullable): what came of it; has to be said where the case ends before its last step
 * @satisfaction: what the buyer says
 * @staff_id: who closes it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when something is owed to the buyer still, or the money is back and the order
 *   could be shipped
 */
gboolean
zg_case_desk_close (ZgDatabase      *db,
                    ZgCase          *self,
                    const char      *outcome,
                    ZgSatisfaction   satisfaction,
                    gint64           staff_id,
                    ZgClock         *clock,
                    GError         **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, self->order_id, error);

  return order != NULL && zg_case_close (self, order->state, outcome, satisfaction, zg_clock_now (clock), error)
         && write_case (db, self, "closed", self->outcome, staff_id, clock, error)
         && remark (db, self, "closed", self->outcome, staff_id, self->closed_at, error);
}

/**
 * zg_case_desk_reopen:
 * @db: a writing connection in a transaction
 * @self: a closed case as it was read; gets the new version
 * @staff_id: who reopens it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is open, or another one of its kind is
 */
gboolean
zg_case_desk_reopen (ZgDatabase  *db,
                     ZgCase      *self,
                     gint64       staff_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autoptr(GPtrArray) rules = zg_case_table_load_rules (db, error);

  return rules != NULL && zg_case_reopen (self, zg_clock_now (clock), rules, error) && check_single (db, self, error)
         && write_case (db, self, "reopened", self->step, staff_id, clock, error)
         && remark (db, self, "reopened", NULL, staff_id, self->step_at, error);
}

/* What was sent again goes with the step that sent it, unless somebody has worked on it. */
static gboolean
remove_new_order (ZgDatabase  *db,
                  gint64       order_id,
                  GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);

  if (order == NULL)
    return FALSE;
  if (order->version > 1)
    return refuse (error, _("The new order went on since. Close it there first."));
  return zg_order_table_delete (db, order_id, error) && zg_customer_table_refresh_totals (db, order->customer_id, error);
}

/**
 * zg_case_desk_take_back:
 * @db: a writing connection in a transaction
 * @before: a case as it was before something was done
 * @saved: as it was left after that
 * @staff_id: who takes it back, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes back whatever was done: a step, an offer, the closing, what was sent again. The log keeps both.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the case since
 */
gboolean
zg_case_desk_take_back (ZgDatabase    *db,
                        const ZgCase  *before,
                        const ZgCase  *saved,
                        gint64         staff_id,
                        ZgClock       *clock,
                        GError       **error)
{
  g_autoptr(ZgCase) target = zg_case_copy (before);

  target->version = saved->version;
  if (zg_case_is_open (target) && !check_single (db, target, error))
    return FALSE;
  if (!write_case (db, target, "taken-back", NULL, staff_id, clock, error))
    return FALSE;
  if (zg_case_is_open (before) != zg_case_is_open (saved)
      && !forget_remark (db, saved, zg_case_is_open (saved) ? saved->step_at : saved->closed_at, error))
    return FALSE;
  return saved->new_order_id == before->new_order_id || saved->new_order_id == 0
         || remove_new_order (db, saved->new_order_id, error);
}

/**
 * zg_case_desk_remove:
 * @db: a writing connection in a transaction
 * @saved: a case as zg_case_desk_open() left it
 * @error: return location for an error
 *
 * Returns: whether it is gone, as if it had never been opened; %FALSE with %ZG_STORE_ERROR_STALE when something was done in it
 */
gboolean
zg_case_desk_remove (ZgDatabase    *db,
                     const ZgCase  *saved,
                     GError       **error)
{
  return zg_case_table_delete (db, saved, error) && forget_remark (db, saved, saved->opened_at, error);
}
