/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-case"

#include "config.h"

#include "zg-case.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-money.h"

/* The rules of a case: which step may follow, until when, what may be offered, how it ends. What was offered and promised to
 * the buyer is zg-case-remedy.c. */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static void
set_text (char       **destination,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*destination);
  *destination = copy;
}

/**
 * zg_case_is_open:
 * @self: a case
 *
 * Returns: whether it is not settled
 */
gboolean
zg_case_is_open (const ZgCase *self)
{
  return self->closed_at == ZG_TIME_NONE;
}

/**
 * zg_case_get_rule_due:
 * @self: a case
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 *
 * Returns: until when its step has to be done by the rules, or %ZG_TIME_NONE where there is no deadline
 */
ZgTime
zg_case_get_rule_due (const ZgCase *self,
                      GPtrArray    *rules)
{
  const ZgCaseType *type = zg_case_type_find (self->type);
  int hours = type != NULL ? zg_case_type_get_hours (type, self->platform, self->step, rules) : 0;

  return hours > 0 ? self->step_at + hours * ZG_TIME_HOUR : ZG_TIME_NONE;
}

/**
 * zg_case_set_due:
 * @self: a case
 * @due_at: until when its step has to be done, as a person says; %ZG_TIME_NONE for what the rules say
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 *
 * Holds for this step; the next one has its own deadline.
 */
void
zg_case_set_due (ZgCase    *self,
                 ZgTime     due_at,
                 GPtrArray *rules)
{
  self->due_set = due_at != ZG_TIME_NONE;
  self->due_at = self->due_set ? due_at : zg_case_get_rule_due (self, rules);
}

static void
begin_step (ZgCase     *self,
            const char *step,
            ZgTime      at,
            GPtrArray  *rules)
{
  set_text (&self->step, step);
  self->step_at = at;
  zg_case_set_due (self, ZG_TIME_NONE, rules);
}

/**
 * zg_case_open:
 * @self: a new case with its type; gets its first step and deadline
 * @state: where the order stands
 * @platform: the order's platform
 * @at: when the shop heard of it
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when there is no such type, with %ZG_DOMAIN_ERROR_REFUSED when the order does
 *   not stand where such a case can come up
 */
gboolean
zg_case_open (ZgCase        *self,
              ZgOrderState   state,
              const char    *platform,
              ZgTime         at,
              GPtrArray     *rules,
              GError       **error)
{
  const ZgCaseType *type = zg_case_type_find (self->type);

  if (type == NULL)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("There is no kind of case “%s”."), self->type);
      return FALSE;
    }
  if ((type->states & (1u << state)) == 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: the first %s is a kind of case, “Return”, the second where an order stands, “Paid” */
                   _("“%s” does not fit an order that is “%s”."), zg_case_type_to_label (self->type),
                   zg_order_state_to_label (state));
      return FALSE;
    }
  set_text (&self->platform, platform);
  self->opened_at = at;
  self->closed_at = ZG_TIME_NONE;
  begin_step (self, type->steps[0], at, rules);
  return TRUE;
}

/**
 * zg_case_get_next_steps:
 * @self: a case
 *
 * Returns: (transfer full) (array zero-terminated): keys of the steps that it may go to without a reason, in their order; none
 *   for a closed one
 */
char **
zg_case_get_next_steps (const ZgCase *self)
{
  const ZgCaseType *type = zg_case_type_find (self->type);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  int at = type != NULL ? zg_case_type_find_step (type, self->step) : -1;

  if (at < 0 || !zg_case_is_open (self))
    return g_strv_builder_end (builder);
  for (int i = at + 1; type->steps[i - 1] != NULL; i++)
    {
      g_strv_builder_add (builder, type->steps[i] != NULL ? type->steps[i] : ZG_CASE_CLOSED);
      if (type->steps[i] == NULL || !zg_case_type_is_optional (type, i))
        break;
    }
  return g_strv_builder_end (builder);
}

/* (nullable): the step that may not be passed over and is, on the way from one place to another one. */
static const char *
find_passed_over (const ZgCaseType *type,
                  int               from,
                  int               to)
{
  for (int i = from + 1; i < to; i++)
    if (!zg_case_type_is_optional (type, i))
      return type->steps[i];
  return NULL;
}

/**
 * zg_case_check_step:
 * @self: a case
 * @to: a key of a step
 * @reason: (nullable): why it goes there out of its order
 * @error: return location for an error
 *
 * Steps follow each other. Life does not always: one that goes back, or passes something over, needs a reason.
 *
 * Returns: %TRUE when zg_case_move() would do it; %FALSE with %ZG_DOMAIN_ERROR_INVALID for what is no step of the case, with
 *   %ZG_DOMAIN_ERROR_REFUSED when the rules forbid it
 */
gboolean
zg_case_check_step (const ZgCase  *self,
                    const char    *to,
                    const char    *reason,
                    GError       **error)
{
  const ZgCaseType *type = zg_case_type_find (self->type);
  int from = type != NULL ? zg_case_type_find_step (type, self->step) : -1;
  int target = type != NULL ? zg_case_type_find_step (type, to) : -1;
  const char *passed_over;

  if (target < 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: the first %s is a step, the second a kind of case */
                   _("“%s” is no step of a case “%s”."), to, zg_case_type_to_label (self->type));
      return FALSE;
    }
  if (!zg_case_is_open (self))
    return refuse (error, _("The case is closed. Reopen it to go on with it."));
  if (target == from)
    return refuse (error, _("The case stands there already."));
  if (!is_blank (reason))
    return TRUE;
  if (target < from)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("“%s” lies behind this case. Say why it goes back to it."), zg_case_step_to_label (to));
      return FALSE;
    }
  passed_over = find_passed_over (type, from, target);
  if (passed_over == NULL)
    return TRUE;
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
               /* TRANSLATORS: both are steps of a case: before “Refunded” comes “Back in the shop” */
               _("Before “%s” comes “%s”. Say why it is passed over."), zg_case_step_to_label (to),
               zg_case_step_to_label (passed_over));
  return FALSE;
}

/**
 * zg_case_move:
 * @self: a case
 * @to: a key of a step, and not %ZG_CASE_CLOSED, which zg_case_close() is for
 * @reason: (nullable): why it goes there out of its order
 * @at: when it got there
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 * @error: return location for an error
 *
 * Returns: whether it stands there now, with the deadline of that step
 */
gboolean
zg_case_move (ZgCase      *self,
              const char  *to,
              const char  *reason,
              ZgTime       at,
              GPtrArray   *rules,
              GError     **error)
{
  if (!zg_case_check_step (self, to, reason, error))
    return FALSE;
  begin_step (self, to, at, rules);
  return TRUE;
}

/* (nullable): what the buyer chose and did not get. */
static const ZgRemedy *
find_owed (const ZgCase *self)
{
  for (guint i = 0; i < self->remedies->len; i++)
    {
      const ZgRemedy *remedy = g_ptr_array_index (self->remedies, i);

      if (remedy->chosen_at != ZG_TIME_NONE && remedy->done_at == ZG_TIME_NONE)
        return remedy;
    }
  return NULL;
}

/* Whether all the money went back: then nothing may leave the shop any more, not even when the case is closed. */
static gboolean
gave_all_back (const ZgCase *self)
{
  gboolean is_refunded = strcmp (self->step, "refunded") == 0;

  for (guint i = 0; i < self->remedies->len; i++)
    {
      const ZgRemedy *remedy = g_ptr_array_index (self->remedies, i);

      if (remedy->done_at == ZG_TIME_NONE)
        continue;
      if (strcmp (remedy->remedy, "refund-all") == 0)
        return TRUE;
      if (strcmp (remedy->remedy, "part-refund") == 0)
        is_refunded = FALSE;
    }
  return is_refunded;
}

/**
 * zg_case_close:
 * @self: a case
 * @state: where the order stands
 * @outcome: (nullable): what came of it; has to be said where the case ends before its last step
 * @satisfaction: what the buyer says
 * @at: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is closed; %FALSE with %ZG_DOMAIN_ERROR_REFUSED when something is owed to the buyer still, or the money
 *   is back and the order could be shipped
 */
gboolean
zg_case_close (ZgCase          *self,
               ZgOrderState     state,
               const char      *outcome,
               ZgSatisfaction   satisfaction,
               ZgTime           at,
               GError         **error)
{
  const ZgRemedy *owed = find_owed (self);

  if (!zg_case_is_open (self))
    return refuse (error, _("The case is closed already."));
  if (owed != NULL)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: %s is something offered to a buyer, “Refund a part” */
                   _("“%s” was agreed on and is not done. Do it, or take the choice back."), zg_remedy_to_label (owed->remedy));
      return FALSE;
    }
  /* A type of a newer program has steps that nobody here knows: it can be closed all the same. */
  if (zg_case_type_find (self->type) != NULL && !zg_case_check_step (self, ZG_CASE_CLOSED, outcome, NULL))
    return refuse (error, _("The case did not come to its end. Say what came of it."));
  if (state <= ZG_ORDER_PACKED && gave_all_back (self))
    return refuse (error, _("The money went back, but the order could still be shipped. Close the order first."));

  set_text (&self->outcome, outcome);
  self->satisfaction = satisfaction;
  self->closed_at = at;
  return TRUE;
}

/**
 * zg_case_reopen:
 * @self: a closed case
 * @at: what time it is
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 * @error: return location for an error
 *
 * It goes on where it stood; the time for that step begins anew.
 *
 * Returns: whether it is open again
 */
gboolean
zg_case_reopen (ZgCase     *self,
                ZgTime      at,
                GPtrArray  *rules,
                GError    **error)
{
  g_autofree char *step = g_strdup (self->step);

  if (zg_case_is_open (self))
    return refuse (error, _("The case is open."));
  self->closed_at = ZG_TIME_NONE;
  self->satisfaction = ZG_SATISFACTION_NOT_ASKED;
  set_text (&self->outcome, NULL);
  begin_step (self, step, at, rules);
  return TRUE;
}
