/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-error.h"
#include "zg-order-state.h"

#include <string.h>

#define UNPAID ZG_ORDER_UNPAID
#define PAID ZG_ORDER_PAID
#define PACKED ZG_ORDER_PACKED
#define SHIPPED ZG_ORDER_SHIPPED
#define RECEIVED ZG_ORDER_RECEIVED
#define COMPLETED ZG_ORDER_COMPLETED
#define CLOSED ZG_ORDER_CLOSED

/* One row per state the order stands at, one column per state it should go to: + allowed, . refused. */
static const char * const desk[] = {
  /* to:         u p k s r c x */
  [UNPAID] =    ".+....+",
  [PAID] =      "..++..+",
  [PACKED] =    "...+..+",
  [SHIPPED] =   "....+..",
  [RECEIVED] =  ".....+.",
  [COMPLETED] = ".......",
  [CLOSED] =    ".......",
};

static const char * const desk_cash_on_delivery[] = {
  [UNPAID] =    ".+++..+",
  [PAID] =      "..++..+",
  [PACKED] =    "...+..+",
  [SHIPPED] =   "....+..",
  [RECEIVED] =  ".....+.",
  [COMPLETED] = ".......",
  [CLOSED] =    ".......",
};

/* With any hold nothing is packed or shipped. */
static const char * const desk_held[] = {
  [UNPAID] =    ".+....+",
  [PAID] =      "......+",
  [PACKED] =    "......+",
  [SHIPPED] =   "....+..",
  [RECEIVED] =  ".....+.",
  [COMPLETED] = ".......",
  [CLOSED] =    ".......",
};

/* With an open list and no reason nothing is shipped. */
static const char * const desk_unconfirmed[] = {
  [UNPAID] =    ".+....+",
  [PAID] =      "..+...+",
  [PACKED] =    "......+",
  [SHIPPED] =   "....+..",
  [RECEIVED] =  ".....+.",
  [COMPLETED] = ".......",
  [CLOSED] =    ".......",
};

static const char * const platform[] = {
  [UNPAID] =    ".++++++",
  [PAID] =      "..+++++",
  [PACKED] =    "...++++",
  [SHIPPED] =   "....+++",
  [RECEIVED] =  ".....++",
  [COMPLETED] = "......+",
  [CLOSED] =    ".......",
};

static void
check_table (const char * const     *table,
             const ZgOrderSituation *situation,
             ZgActor                 actor,
             const char             *reason)
{
  for (int from = 0; from < ZG_N_ORDER_STATES; from++)
    for (int to = 0; to < ZG_N_ORDER_STATES; to++)
      {
        ZgOrderSituation here = *situation;
        g_autoptr (GError) error = NULL;
        gboolean allowed;

        here.state = (ZgOrderState) from;
        allowed = zg_order_state_check (&here, (ZgOrderState) to, actor, reason, &error);
        g_test_message ("%s to %s, holds %d: %s", zg_order_state_to_word ((ZgOrderState) from),
                        zg_order_state_to_word ((ZgOrderState) to), here.holds, error ? error->message : "allowed");
        g_assert_cmpint (allowed, ==, table[from][to] == '+');
        if (allowed)
          g_assert_no_error (error);
        else
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
      }
}

static void
test_desk (void)
{
  const ZgOrderSituation confirmed = { .checklist_complete = TRUE };

  check_table (desk, &confirmed, ZG_ACTOR_DESK, NULL);
}

static void
test_cash_on_delivery (void)
{
  const ZgOrderSituation confirmed = { .checklist_complete = TRUE, .cash_on_delivery = TRUE };

  check_table (desk_cash_on_delivery, &confirmed, ZG_ACTOR_DESK, NULL);
}

/* What there is nothing to ship of is done when it is paid, whatever else is said of it. */
static const char * const desk_nothing_to_ship[] = {
  [UNPAID] =    ".+....+",
  [PAID] =      ".....++",
  [PACKED] =    "...+..+",
  [SHIPPED] =   "....+..",
  [RECEIVED] =  ".....+.",
  [COMPLETED] = ".......",
  [CLOSED] =    ".......",
};

static void
test_nothing_to_ship (void)
{
  static const ZgOrderKind kinds[] = { ZG_ORDER_SURCHARGE, ZG_ORDER_VIRTUAL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const ZgOrderSituation confirmed = { .kind = kinds[i], .checklist_complete = TRUE };
      const ZgOrderSituation cash = { .kind = kinds[i], .checklist_complete = TRUE, .cash_on_delivery = TRUE };
      const ZgOrderSituation unpaid = { .kind = kinds[i] };
      const ZgOrderSituation paid = { .kind = kinds[i], .state = PAID };

      check_table (desk_nothing_to_ship, &confirmed, ZG_ACTOR_DESK, NULL);
      check_table (platform, &confirmed, ZG_ACTOR_PLATFORM, NULL);
      g_assert_false (zg_order_state_check (&cash, SHIPPED, ZG_ACTOR_DESK, "the boss said so", NULL));
      g_assert_cmpint (zg_order_state_next (&unpaid), ==, PAID);
      g_assert_cmpint (zg_order_state_next (&paid), ==, COMPLETED);
    }
}

static void
test_resend (void)
{
  const ZgOrderSituation resend = { .kind = ZG_ORDER_RESEND, .checklist_complete = TRUE };

  check_table (desk, &resend, ZG_ACTOR_DESK, NULL);
}

/* A hold is no matter of reasons. */
static void
test_holds (void)
{
  for (int holds = 1; holds < 1 << ZG_N_HOLDS; holds++)
    {
      const ZgOrderSituation held = { .checklist_complete = TRUE, .holds = (ZgHold) holds };

      check_table (desk_held, &held, ZG_ACTOR_DESK, NULL);
      check_table (desk_held, &held, ZG_ACTOR_DESK, "the boss said so");
    }

  {
    const ZgOrderSituation cash = { .holds = ZG_HOLD_REFUND, .cash_on_delivery = TRUE, .checklist_complete = TRUE };

    g_assert_false (zg_order_state_check (&cash, SHIPPED, ZG_ACTOR_DESK, NULL, NULL));
  }
}

static void
test_checklist (void)
{
  const ZgOrderSituation open = { 0 };

  check_table (desk_unconfirmed, &open, ZG_ACTOR_DESK, NULL);
  check_table (desk_unconfirmed, &open, ZG_ACTOR_DESK, "");
  check_table (desk_unconfirmed, &open, ZG_ACTOR_DESK, " \t　");
  check_table (desk, &open, ZG_ACTOR_DESK, "the customer confirmed on the phone");
}

static void
test_platform (void)
{
  for (int holds = 0; holds < 8; holds++)
    {
      const ZgOrderSituation situation = { .holds = (ZgHold) holds };

      check_table (platform, &situation, ZG_ACTOR_PLATFORM, NULL);
    }
}

/* A refusal tells what is wrong, so that a person knows what to do. */
static const struct {
  ZgOrderSituation situation;
  ZgOrderState to;
  const char *says;
} message_table[] = {
  { { .state = PAID }, PAID, "already" },
  { { .state = UNPAID }, SHIPPED, "not paid" },
  { { .state = SHIPPED }, PAID, "Undo" },
  { { .state = CLOSED }, PAID, "closed" },
  { { .state = PAID }, RECEIVED, "straight" },
  { { .state = PAID, .holds = ZG_HOLD_REFUND }, PACKED, "refund" },
  { { .state = PAID, .holds = ZG_HOLD_PLATFORM }, PACKED, "platform" },
  { { .state = PAID, .holds = ZG_HOLD_PRESALE }, PACKED, "balance" },
  { { .state = PAID, .holds = ZG_HOLD_REFUND | ZG_HOLD_PRESALE }, SHIPPED, "refund" },
  { { .state = PAID }, SHIPPED, "list is not complete" },
};

static void
test_messages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (message_table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (zg_order_state_check (&message_table[i].situation, message_table[i].to, ZG_ACTOR_DESK, NULL,
                                            &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, message_table[i].says));
    }
}

static void
test_no_state (void)
{
  static const int states[] = { -1, ZG_N_ORDER_STATES, 99 };
  const ZgOrderSituation situation = { .state = PAID };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (zg_order_state_check (&situation, (ZgOrderState) states[i], ZG_ACTOR_PLATFORM, NULL, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

/* What a button offers is what the gate lets through, given a reason. */
static void
test_next (void)
{
  static const ZgOrderState next[] = { PAID, PACKED, SHIPPED, RECEIVED, COMPLETED, ZG_ORDER_STATE_UNKNOWN,
                                       ZG_ORDER_STATE_UNKNOWN };

  for (int state = 0; state < ZG_N_ORDER_STATES; state++)
    for (int holds = 0; holds < 8; holds++)
      for (int cash = 0; cash < 2; cash++)
        {
          const ZgOrderSituation situation = { .state = (ZgOrderState) state, .holds = (ZgHold) holds,
                                               .cash_on_delivery = cash != 0 };
          ZgOrderState offered = zg_order_state_next (&situation);

          if (offered != ZG_ORDER_STATE_UNKNOWN)
            {
              g_assert_true (zg_order_state_check (&situation, offered, ZG_ACTOR_DESK, "reason", NULL));
              g_assert_nonnull (zg_order_state_next_label (offered));
            }
          if (holds == 0 && cash == 0)
            g_assert_cmpint (offered, ==, next[state]);
          if (holds != 0 && (state == PAID || state == PACKED))
            g_assert_cmpint (offered, ==, ZG_ORDER_STATE_UNKNOWN);
          if (holds == 0 && cash != 0 && state == UNPAID)
            g_assert_cmpint (offered, ==, PACKED);
        }
}

static void
test_words (void)
{
  static const char * const words[] = { "unpaid", "paid", "packed", "shipped", "received", "completed", "closed" };
  ZgOrderState state = PAID;

  for (int i = 0; i < ZG_N_ORDER_STATES; i++)
    {
      g_assert_cmpstr (zg_order_state_to_word ((ZgOrderState) i), ==, words[i]);
      g_assert_true (zg_order_state_from_word (words[i], &state));
      g_assert_cmpint (state, ==, i);
      g_assert_nonnull (zg_order_state_to_label ((ZgOrderState) i));
    }

  g_assert_false (zg_order_state_from_word ("Paid", NULL));
  g_assert_false (zg_order_state_from_word ("", NULL));
  g_assert_false (zg_order_state_from_word (NULL, NULL));
  g_assert_null (zg_order_state_to_word (ZG_ORDER_STATE_UNKNOWN));
  g_assert_nonnull (zg_order_state_to_label (ZG_ORDER_STATE_UNKNOWN));

  g_assert_cmpstr (zg_hold_to_word (ZG_HOLD_REFUND), ==, "refund");
  g_assert_cmpstr (zg_hold_to_word (ZG_HOLD_PLATFORM), ==, "platform");
  g_assert_cmpstr (zg_hold_to_word (ZG_HOLD_PRESALE), ==, "presale");
  g_assert_null (zg_hold_to_word (ZG_HOLD_NONE));
  g_assert_nonnull (zg_hold_to_label (ZG_HOLD_PRESALE));
  g_assert_null (zg_hold_to_label (ZG_HOLD_NONE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-state/desk", test_desk);
  g_test_add_func ("/order-state/cash-on-delivery", test_cash_on_delivery);
  g_test_add_func ("/order-state/nothing-to-ship", test_nothing_to_ship);
  g_test_add_func ("/order-state/resend", test_resend);
  g_test_add_func ("/order-state/holds", test_holds);
  g_test_add_func ("/order-state/checklist", test_checklist);
  g_test_add_func ("/order-state/platform", test_platform);
  g_test_add_func ("/order-state/messages", test_messages);
  g_test_add_func ("/order-state/no-state", test_no_state);
  g_test_add_func ("/order-state/next", test_next);
  g_test_add_func ("/order-state/words", test_words);
  return g_test_run ();
}
