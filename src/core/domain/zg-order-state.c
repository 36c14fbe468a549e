/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-state"

#include "config.h"

#include "zg-order-state.h"

#include "zg-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define TO(state) (1u << ZG_ORDER_##state)

/*
 * The one table of where an order stands: words, labels, the label of the step that leads there, and where the desk may
 * go from there, prepaid and cash on delivery. @next is the step that a button offers. There is no way back in it:
 * taking a step back is undo, which knows what the step had changed.
 */
static const struct {
  const char *word;
  const char *label;
  const char *step;
  guint desk;
  guint desk_cash;
  ZgOrderState next;
  ZgOrderState next_cash;
} states[ZG_N_ORDER_STATES] = {
  [ZG_ORDER_UNPAID] = { "unpaid", N_("Unpaid"), N_("Mark as unpaid"), TO (PAID) | TO (CLOSED),
                        TO (PAID) | TO (PACKED) | TO (SHIPPED) | TO (CLOSED), ZG_ORDER_PAID, ZG_ORDER_PACKED },
  [ZG_ORDER_PAID] = { "paid", N_("Paid"), N_("Mark as paid"), TO (PACKED) | TO (SHIPPED) | TO (CLOSED),
                      TO (PACKED) | TO (SHIPPED) | TO (CLOSED), ZG_ORDER_PACKED, ZG_ORDER_PACKED },
  [ZG_ORDER_PACKED] = { "packed", N_("Packed"), N_("Mark as packed"), TO (SHIPPED) | TO (CLOSED),
                        TO (SHIPPED) | TO (CLOSED), ZG_ORDER_SHIPPED, ZG_ORDER_SHIPPED },
  [ZG_ORDER_SHIPPED] = { "shipped", N_("Shipped"), N_("Mark as shipped"), TO (RECEIVED), TO (RECEIVED),
                         ZG_ORDER_RECEIVED, ZG_ORDER_RECEIVED },
  [ZG_ORDER_RECEIVED] = { "received", N_("Received"), N_("Mark as received"), TO (COMPLETED), TO (COMPLETED),
                          ZG_ORDER_COMPLETED, ZG_ORDER_COMPLETED },
  [ZG_ORDER_COMPLETED] = { "completed", N_("Completed"), N_("Mark as completed"), 0, 0,
                           ZG_ORDER_STATE_UNKNOWN, ZG_ORDER_STATE_UNKNOWN },
  [ZG_ORDER_CLOSED] = { "closed", N_("Closed"), N_("Close the order"), 0, 0,
                        ZG_ORDER_STATE_UNKNOWN, ZG_ORDER_STATE_UNKNOWN },
};

/* What forbids packing and shipping, the most telling first. */
static const struct {
  ZgHold hold;
  const char *word;
  const char *label;
  const char *refusal;
} holds[] = {
  { ZG_HOLD_REFUND, "refund", N_("Refund open"),
    N_("A refund of this order is open. Settle it before the order is packed or shipped.") },
  { ZG_HOLD_PLATFORM, "platform", N_("Held by the platform"),
    N_("The platform says not to ship this order yet. Wait until it releases the order.") },
  { ZG_HOLD_PRESALE, "presale", N_("Balance not paid"),
    N_("The balance of this pre-sale order is not paid. It cannot be packed or shipped before.") },
  { ZG_HOLD_CASE, "case", N_("Stopped by a case"),
    N_("A case of this order is open in which nothing may be sent. Settle it before the order is packed or shipped.") },
};

static gboolean
is_state (ZgOrderState state)
{
  return (int) state >= 0 && (int) state < ZG_N_ORDER_STATES;
}

/**
 * zg_order_state_to_word:
 * @state: a state, or %ZG_ORDER_STATE_UNKNOWN
 *
 * Returns: (nullable): the word of files and of the command line, not translated; %NULL for no statement
 */
const char *
zg_order_state_to_word (ZgOrderState state)
{
  return is_state (state) ? states[state].word : NULL;
}

/**
 * zg_order_state_from_word:
 * @word: (nullable): a word as zg_order_state_to_word() gives it
 * @state_out: (out) (optional): the state
 *
 * Returns: whether @word is a state
 */
gboolean
zg_order_state_from_word (const char   *word,
                          ZgOrderState *state_out)
{
  for (int i = 0; i < ZG_N_ORDER_STATES; i++)
    if (g_strcmp0 (states[i].word, word) == 0)
      {
        if (state_out != NULL)
          *state_out = (ZgOrderState) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zg_order_state_to_label:
 * @state: a state, or %ZG_ORDER_STATE_UNKNOWN
 *
 * Returns: its name in the user's language
 */
const char *
zg_order_state_to_label (ZgOrderState state)
{
  return is_state (state) ? _(states[state].label) : _("Not known");
}

/**
 * zg_order_state_next_label:
 * @to: where a step leads
 *
 * Returns: what a button for the step says, in the user's language
 */
const char *
zg_order_state_next_label (ZgOrderState to)
{
  g_return_val_if_fail (is_state (to), NULL);

  return _(states[to].step);
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

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

/* What both the desk and the platform may not do: nothing happens twice, and no step goes back. */
static gboolean
check_direction (ZgOrderState   from,
                 ZgOrderState   to,
                 GError       **error)
{
  g_autofree char *message = NULL;

  if (to == from)
    /* TRANSLATORS: %s is where an order stands, "Paid" */
    message = g_strdup_printf (_("The order already stands at “%s”."), zg_order_state_to_label (to));
  else if (from == ZG_ORDER_CLOSED)
    message = g_strdup (_("The order is closed. Undo the closing to go on with it."));
  else if (to < from)
    /* TRANSLATORS: both %s are where an order stands, "Shipped" and "Paid" */
    message = g_strdup_printf (_("An order does not go back from “%s” to “%s”. Undo the last step instead."),
                               zg_order_state_to_label (from), zg_order_state_to_label (to));

  return message == NULL || refuse (error, message);
}

static gboolean
check_holds (ZgHold    open,
             GError  **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
    if (open & holds[i].hold)
      return refuse (error, _(holds[i].refusal));

  return TRUE;
}

/* What there is nothing to ship of is done when it is paid. */
static guint
get_desk_steps (const ZgOrderSituation *situation)
{
  ZgOrderState from = situation->state;

  if (!zg_order_kind_needs_parcel (situation->kind) && from <= ZG_ORDER_PAID)
    return from == ZG_ORDER_UNPAID ? TO (PAID) | TO (CLOSED) : TO (COMPLETED) | TO (CLOSED);
  return situation->cash_on_delivery ? states[from].desk_cash : states[from].desk;
}

static gboolean
refuse_step (const ZgOrderSituation  *situation,
             ZgOrderState             to,
             GError                 **error)
{
  g_autofree char *message = NULL;

  if (situation->kind == ZG_ORDER_SURCHARGE && to >= ZG_ORDER_PACKED && to <= ZG_ORDER_RECEIVED)
    return refuse (error, _("A surcharge never ships: it belongs to another order. Mark it as completed when it is paid."));
  if (!zg_order_kind_needs_parcel (situation->kind) && to >= ZG_ORDER_PACKED && to <= ZG_ORDER_RECEIVED)
    return refuse (error, _("There is nothing to ship in this order. Mark it as completed when it is paid."));
  if (situation->state == ZG_ORDER_UNPAID)
    return refuse (error, _("The order is not paid yet. Mark it as paid first."));

  message = g_strdup_printf (_("An order does not go from “%s” straight to “%s”."),
                             zg_order_state_to_label (situation->state), zg_order_state_to_label (to));
  return refuse (error, message);
}

static gboolean
check_desk (const ZgOrderSituation  *situation,
            ZgOrderState             to,
            const char              *reason,
            GError                 **error)
{
  if ((get_desk_steps (situation) & (1u << to)) == 0)
    return refuse_step (situation, to, error);

  if ((to == ZG_ORDER_PACKED || to == ZG_ORDER_SHIPPED) && !check_holds (situation->holds, error))
    return FALSE;

  if (to == ZG_ORDER_SHIPPED && !situation->checklist_complete && is_blank (reason))
    return refuse (error, _("The confirmation list is not complete. Say why the order is shipped all the same."));

  return TRUE;
}

/**
 * zg_order_state_check:
 * @situation: all that is known of the order
 * @to: where it should go
 * @actor: who moves it
 * @reason: (nullable): why the desk ships an order whose checklist is not complete
 * @error: return location: #ZG_DOMAIN_ERROR_REFUSED with a sentence that says what to do, #ZG_DOMAIN_ERROR_INVALID when
 *   @to is no state
 *
 * The rule of the order gate. The desk goes step by step from unpaid to completed, may ship a paid order without
 * packing it and close one that is not shipped. Holds forbid it to pack and to ship; shipping before the checklist is
 * complete needs a reason. Cash on delivery ships unpaid; what has nothing to ship is completed when it is paid. What a platform says has happened already: any step
 * forward and closing at any time. Nobody goes back, that is undo.
 *
 * Returns: whether the order may go there
 */
gboolean
zg_order_state_check (const ZgOrderSituation  *situation,
                      ZgOrderState             to,
                      ZgActor                  actor,
                      const char              *reason,
                      GError                 **error)
{
  g_return_val_if_fail (is_state (situation->state), FALSE);

  if (!is_state (to))
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("An order cannot stand there. Choose one of the states in the list."));
      return FALSE;
    }
  if (!check_direction (situation->state, to, error))
    return FALSE;

  return actor == ZG_ACTOR_PLATFORM || check_desk (situation, to, reason, error);
}

/**
 * zg_order_state_next:
 * @situation: all that is known of the order
 *
 * Returns: the step to offer at the desk, or %ZG_ORDER_STATE_UNKNOWN when there is none: at the end, or while something
 *   forbids to pack and ship. That a checklist is open does not take the step away, it asks for a reason
 */
ZgOrderState
zg_order_state_next (const ZgOrderSituation *situation)
{
  ZgOrderState next;

  g_return_val_if_fail (is_state (situation->state), ZG_ORDER_STATE_UNKNOWN);

  next = situation->cash_on_delivery ? states[situation->state].next_cash : states[situation->state].next;
  if (!zg_order_kind_needs_parcel (situation->kind) && situation->state <= ZG_ORDER_PAID)
    next = situation->state == ZG_ORDER_UNPAID ? ZG_ORDER_PAID : ZG_ORDER_COMPLETED;
  if ((next == ZG_ORDER_PACKED || next == ZG_ORDER_SHIPPED) && situation->holds != ZG_HOLD_NONE)
    return ZG_ORDER_STATE_UNKNOWN;

  return next;
}

/**
 * zg_hold_to_word:
 * @hold: a single hold
 *
 * Returns: (nullable): the word of files and of the command line, not translated; %NULL for none
 */
const char *
zg_hold_to_word (ZgHold hold)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
    if (holds[i].hold == hold)
      return holds[i].word;

  return NULL;
}

/**
 * zg_hold_to_label:
 * @hold: a single hold
 *
 * Returns: (nullable): its name in the user's language; %NULL for none
 */
const char *
zg_hold_to_label (ZgHold hold)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
    if (holds[i].hold == hold)
      return _(holds[i].label);

  return NULL;
}
