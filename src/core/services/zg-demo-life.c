/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-life.h"

#include <string.h>

#include "zg-contact-table.h"
#include "zg-fill-context.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-table.h"
#include "zg-reply-desk.h"

/*
 * The orders of the demo are lived through at the desk as real ones are: ticked, moved through the gate, edited, with
 * the replies that went out copied from the library. So the demo obeys every rule of the shop, and its totals, ticks
 * and search index are those of a real one.
 */

/* The clock as it stood then. */
static ZgClock *
clock_at (ZgDemoDesk *desk,
          ZgTime      at)
{
  return zg_clock_new_fixed (at, zg_clock_get_zone (desk->book->clock));
}

/* The early shift ends at 16 o'clock. */
static gint64
clerk_at (ZgDemoDesk *desk,
          ZgTime      at)
{
  g_autoptr(GDateTime) time = zg_time_to_date_time (at, zg_clock_get_zone (desk->book->clock));

  return desk->clerks[g_date_time_get_hour (time) < 16 ? 0 : 1];
}

static gint64
clerk_of (ZgDemoDesk *desk,
          JsonObject *script,
          ZgTime      at)
{
  gint64 index = zg_demo_number (script, "by", at < desk->book->now - ZG_TIME_DAY ? -1 : 0);

  return index >= 0 && index < ZG_DEMO_CLERKS ? desk->clerks[index] : clerk_at (desk, at);
}

/*
 * Copies a reply as a clerk would have done: filled for the customer and the order as things stood then. What would
 * have had to be asked is not copied, here as little as in the window.
 */
static gboolean
copy_reply (ZgDemoDesk  *desk,
            const char  *key,
            const char  *text,
            gint64       customer_id,
            gint64       order_id,
            gint64       staff_id,
            ZgTime       at,
            GError     **error)
{
  const ZgReply *reply = g_hash_table_lookup (desk->replies, key);
  g_autoptr(ZgClock) clock = clock_at (desk, at);
  g_autoptr(ZgFillContext) context = NULL;
  g_autoptr(ZgFill) fill = NULL;

  if (reply == NULL)
    {
      g_critical ("The demo copies a reply that is not in the library: %s", key);
      return TRUE;
    }
  if (text == NULL)
    {
      guint wording = (guint) zg_demo_book_roll (desk->book, 0, (int) zg_reply_get_n_wordings (reply) - 1);

      context = zg_fill_context_load (desk->db, customer_id, order_id, staff_id, clock, error);
      if (context == NULL)
        return FALSE;
      fill = zg_fill_context_fill_known (context, zg_reply_get_wording (reply, wording), NULL);
      if (fill->missing->len > 0)
        return TRUE;
      text = fill->text;
    }
  return zg_reply_desk_log_copy (desk->db, reply, customer_id, order_id, text, staff_id, at, error) != 0;
}

static gboolean
write_line (ZgDemoDesk     *desk,
            ZgContactKind   kind,
            gint64          customer_id,
            gint64          order_id,
            gint64          staff_id,
            const char     *text,
            ZgTime          at,
            GError        **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  contact->kind = kind;
  contact->at = at;
  contact->customer_id = customer_id;
  contact->order_id = order_id;
  contact->staff_id = staff_id;
  contact->text = g_strdup (text);
  return zg_contact_table_insert (desk->db, contact, error);
}

/* Colours, sizes and notes that are not there need no tick. */
static gboolean
needs_tick (const ZgOrder *order,
            ZgCheck        check)
{
  g_autofree char *value = zg_check_get_value (check, order, NULL);

  return check == ZG_CHECK_SHIP_TIME || value != NULL;
}

/* What was ticked: by the script, else everything once an order was packed. */
static guint
list_ticks (const ZgDemoOrder *plan,
            ZgCheck            checks[ZG_N_HUMAN_CHECKS])
{
  guint n_checks = 0;

  for (guint i = 0; i < zg_demo_length (plan->script, "ticks"); i++)
    {
      JsonArray *ticks = json_object_get_array_member (plan->script, "ticks");
      const char *key = json_array_get_string_element (ticks, i);

      if (n_checks < ZG_N_HUMAN_CHECKS && zg_check_from_key (key, &checks[n_checks]))
        n_checks++;
    }
  if (n_checks > 0 || plan->state < ZG_ORDER_PACKED || plan->state == ZG_ORDER_CLOSED)
    return n_checks;

  for (int check = 0; check < ZG_N_HUMAN_CHECKS; check++)
    if (needs_tick (plan->order, check))
      checks[n_checks++] = check;
  return n_checks;
}

static gboolean
tick (ZgDemoDesk   *desk,
      ZgDemoOrder  *plan,
      ZgTime        at,
      GError      **error)
{
  const char *ticked = zg_demo_text (plan->script, "ticked");
  ZgCheck checks[ZG_N_HUMAN_CHECKS];
  guint n_checks = list_ticks (plan, checks);
  g_autoptr(ZgClock) clock = NULL;

  if (n_checks == 0)
    return TRUE;
  if (ticked != NULL)
    at = zg_demo_book_read_time (desk->book, ticked);
  clock = clock_at (desk, at);
  return zg_order_desk_tick (desk->db, plan->order->id, checks, n_checks, TRUE,
                             clerk_of (desk, plan->script, at), clock, error);
}

static gboolean
move (ZgDemoDesk    *desk,
      ZgDemoOrder   *plan,
      ZgOrderState   to,
      ZgTime         at,
      GError       **error)
{
  gboolean is_told = plan->order->facts != NULL && to != ZG_ORDER_PACKED && to != ZG_ORDER_SHIPPED;
  g_autoptr(ZgOrder) order = zg_order_table_load (desk->db, plan->order->id, error);
  ZgOrderMoveRequest request = {
    .to = to, .at = at, .actor = is_told ? ZG_ACTOR_PLATFORM : ZG_ACTOR_DESK,
    .staff_id = is_told ? 0 : clerk_of (desk, plan->script, at),
  };

  return order != NULL && zg_order_gate_move (desk->db, order, &request, error);
}

/* A copy now and then: not every customer is told everything. */
static gboolean
maybe_copy (ZgDemoDesk   *desk,
            ZgDemoOrder  *plan,
            const char   *key,
            int           percent,
            ZgTime        at,
            GError      **error)
{
  if (!zg_demo_book_chance (desk->book, percent))
    return TRUE;
  return copy_reply (desk, key, NULL, plan->order->customer_id, plan->order->id, clerk_at (desk, at), at, error);
}

static gboolean
live_until_shipped (ZgDemoDesk   *desk,
                    ZgDemoOrder  *plan,
                    ZgTime        paid_at,
                    GError      **error)
{
  ZgTime ticked_at = paid_at + 6 * ZG_TIME_MINUTE;
  ZgTime packed_at = plan->shipped_at != ZG_TIME_NONE ? MAX (plan->shipped_at - 95 * ZG_TIME_MINUTE, ticked_at)
                                                      : desk->book->now - 50 * ZG_TIME_MINUTE;

  if (!move (desk, plan, ZG_ORDER_PAID, paid_at, error)
      || !maybe_copy (desk, plan, "payment-thanks", 30, paid_at + 2 * ZG_TIME_MINUTE, error)
      || !tick (desk, plan, ticked_at, error))
    return FALSE;
  if (plan->state == ZG_ORDER_PAID)
    return TRUE;
  if (!maybe_copy (desk, plan, "confirm-address-short", 40, ticked_at - 2 * ZG_TIME_MINUTE, error)
      || !move (desk, plan, ZG_ORDER_PACKED, packed_at, error))
    return FALSE;
  if (plan->state == ZG_ORDER_PACKED)
    return TRUE;
  return move (desk, plan, ZG_ORDER_SHIPPED, plan->shipped_at, error)
         && (plan->script != NULL
             || maybe_copy (desk, plan, "shipping-shipped", 70, plan->shipped_at + 20 * ZG_TIME_MINUTE, error));
}

static gboolean
live_after_shipping (ZgDemoDesk   *desk,
                     ZgDemoOrder  *plan,
                     GError      **error)
{
  ZgTime asked_at = MIN (plan->received_at + 26 * ZG_TIME_HOUR, desk->book->now);
  ZgTime completed_at;

  if (plan->state < ZG_ORDER_RECEIVED)
    return TRUE;
  if (!move (desk, plan, ZG_ORDER_RECEIVED, plan->received_at, error)
      || !maybe_copy (desk, plan, "review-follow-up", 25, asked_at, error))
    return FALSE;
  if (plan->state < ZG_ORDER_COMPLETED)
    return TRUE;
  completed_at = zg_demo_book_time_on_day (desk->book, plan->received_at, zg_demo_book_roll (desk->book, 1, 4), 20,
                                           zg_demo_book_roll (desk->book, 0, 59));
  return move (desk, plan, ZG_ORDER_COMPLETED, MIN (completed_at, desk->book->now - 10 * ZG_TIME_MINUTE), error);
}

/* What happened to the order later: the buyer moved house, a refund was opened. */
static gboolean
edit (ZgDemoDesk   *desk,
      ZgDemoOrder  *plan,
      GError      **error)
{
  const char *detail = zg_demo_text (plan->script, "then_detail");
  const char *at = zg_demo_text (plan->script, "then_at");
  const char *holds = zg_demo_text (plan->script, "holds");
  g_autoptr(ZgClock) clock = NULL;
  g_autoptr(ZgOrder) order = NULL;

  if (detail == NULL && holds == NULL)
    return TRUE;

  order = zg_order_table_load (desk->db, plan->order->id, error);
  if (order == NULL)
    return FALSE;
  clock = clock_at (desk, at != NULL ? zg_demo_book_read_time (desk->book, at) : desk->book->now);
  zg_demo_set_text (&order->address->detail, detail);
  if (holds != NULL)
    order->holds |= ZG_HOLD_REFUND;
  return zg_order_desk_save (desk->db, order, clerk_of (desk, plan->script, desk->book->now), clock, error);
}

/**
 * zg_demo_desk_live_order:
 * @desk: a desk
 * @plan: an order; gets its id
 * @error: return location for an error
 *
 * Takes an order in and brings it to where it stands today.
 *
 * Returns: whether it stands there
 */
gboolean
zg_demo_desk_live_order (ZgDemoDesk   *desk,
                         ZgDemoOrder  *plan,
                         GError      **error)
{
  ZgTime ordered_at = plan->order->ordered_at;
  ZgTime paid_at = ordered_at + zg_demo_book_roll (desk->book, 2, 15) * ZG_TIME_MINUTE;

  if (!zg_order_table_insert (desk->db, plan->order, 0, error))
    return FALSE;

  if (plan->state == ZG_ORDER_UNPAID)
    return tick (desk, plan, paid_at, error) && edit (desk, plan, error);
  if (plan->state == ZG_ORDER_CLOSED)
    return move (desk, plan, ZG_ORDER_CLOSED, ordered_at + ZG_TIME_DAY, error);
  return live_until_shipped (desk, plan, paid_at, error)
         && live_after_shipping (desk, plan, error)
         && edit (desk, plan, error);
}

/**
 * zg_demo_desk_write_contact:
 * @desk: a desk
 * @script: a contact of the script
 * @customer_id: with whom
 * @order_id: about which order, or 0
 * @error: return location for an error
 *
 * Returns: whether it stands in the timeline
 */
gboolean
zg_demo_desk_write_contact (ZgDemoDesk  *desk,
                            JsonObject  *script,
                            gint64       customer_id,
                            gint64       order_id,
                            GError     **error)
{
  const char *kind = zg_demo_text (script, "kind");
  const char *text = zg_demo_text (script, "text");
  ZgTime at = zg_demo_book_read_time (desk->book, zg_demo_text (script, "at"));
  gint64 staff_id = clerk_of (desk, script, at);

  if (strcmp (kind, "copy") == 0)
    return copy_reply (desk, zg_demo_text (script, "reply"), text, customer_id, order_id, staff_id, at, error);
  return write_line (desk, strcmp (kind, "call") == 0 ? ZG_CONTACT_CALL : ZG_CONTACT_NOTE, customer_id, order_id,
                     staff_id, text, at, error);
}

/**
 * zg_demo_desk_write_follow_up:
 * @desk: a desk
 * @script: a follow-up of the script
 * @customer_id: whom to get back to
 * @order_id: about which order, or 0
 * @error: return location for an error
 *
 * Returns: whether it is due
 */
gboolean
zg_demo_desk_write_follow_up (ZgDemoDesk  *desk,
                              JsonObject  *script,
                              gint64       customer_id,
                              gint64       order_id,
                              GError     **error)
{
  const char *key = zg_demo_text (script, "reply");
  const ZgReply *reply = key != NULL ? g_hash_table_lookup (desk->replies, key) : NULL;
  g_autoptr(ZgFollowUp) follow_up = zg_follow_up_new ();

  follow_up->customer_id = customer_id;
  follow_up->order_id = order_id;
  follow_up->reply_id = reply != NULL ? reply->id : 0;
  follow_up->staff_id = clerk_of (desk, script, desk->book->now);
  follow_up->due_at = zg_demo_book_read_time (desk->book, zg_demo_text (script, "at"));
  follow_up->text = g_strdup (zg_demo_text (script, "text"));
  return zg_follow_up_table_insert (desk->db, follow_up, error);
}

/**
 * zg_demo_desk_chat:
 * @desk: a desk
 * @customer_id: with whom
 * @at: about when
 * @error: return location for an error
 *
 * A word with an invented customer: a note, a call, or nothing.
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_demo_desk_chat (ZgDemoDesk  *desk,
                   gint64       customer_id,
                   ZgTime       at,
                   GError     **error)
{
  ZgTime call_at = zg_demo_book_time_on_day (desk->book, at, 8, 15, zg_demo_book_roll (desk->book, 0, 59));

  if (zg_demo_book_chance (desk->book, 25)
      && !write_line (desk, ZG_CONTACT_NOTE, customer_id, 0, clerk_at (desk, at),
                      zg_demo_book_pick (desk->book, "notes"), at, error))
    return FALSE;
  if (!zg_demo_book_chance (desk->book, 15) || call_at > desk->book->now)
    return TRUE;
  return write_line (desk, ZG_CONTACT_CALL, customer_id, 0, clerk_at (desk, call_at),
                     zg_demo_book_pick (desk->book, "calls_made"), call_at, error);
}
