/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-error.h"
#include "zg-order-gate.h"
#include "zg-order-payment.h"
#include "zg-order-table.h"
#include "zg-payment-table.h"
#include "zg-shop-file.h"

/* Money that comes in part by part: what is paid, where the order stands, and what taking back brings back. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define TOTAL 20000

typedef struct {
  char *folder;
  ZgDatabase *db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  shop_folder_remove (self->folder);
}

static gint64
add_order (Fixture    *self,
           const char *number,
           gboolean    presale,
           gboolean    cash)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;

  order->number = g_strdup (number);
  order->ordered_at = NOW - ZG_TIME_HOUR;
  order->total = TOTAL;
  order->presale = presale;
  order->deposit = presale ? 5000 : 0;
  order->cash_on_delivery = cash;
  zg_order_derive_holds (order);
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
  return order->id;
}

/* Does one word of a script: "+50" is paid, "-50" goes back, "u2" takes the second payment back, "paid" and the like move,
 * "undo" takes the last step back. Returns the error. */
static GError *
run_word (Fixture    *self,
          gint64      order_id,
          const char *word,
          ZgTime      at)
{
  GError *error = NULL;
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);
  ZgOrderMoveRequest request = { .at = at, .actor = ZG_ACTOR_DESK, .reason = "the boss said so" };

  if (word[0] == '+' || word[0] == '-')
    {
      g_autoptr(ZgPayment) payment = zg_payment_new (ZG_PAYMENT_PART, g_ascii_strtoll (word, NULL, 10) * 100);

      payment->order_id = order_id;
      payment->at = at;
      zg_order_payment_add (self->db, payment, &error);
    }
  else if (word[0] == 'u' && g_ascii_isdigit (word[1]))
    {
      g_autoptr(GPtrArray) payments = zg_payment_table_list (self->db, order_id, NULL);
      const ZgPayment *payment = g_ptr_array_index (payments, (guint) (word[1] - '1'));

      zg_order_payment_undo (self->db, payment->id, at, &error);
    }
  else if (strcmp (word, "undo") == 0)
    zg_order_gate_undo (self->db, order, at, &error);
  else
    {
      g_assert_true (zg_order_state_from_word (word, &request.to));
      zg_order_gate_move (self->db, order, &request, &error);
    }
  return error;
}

/* "state paid" with the payments behind it, all in whole units: "paid 200: 50 150". */
static char *
describe (Fixture *self,
          gint64   order_id)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);
  g_autoptr(GPtrArray) payments = zg_payment_table_list (self->db, order_id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "%s%s %d:", zg_order_state_to_word (order->state), order->holds & ZG_HOLD_PRESALE ? " held" : "",
                   (int) (order->paid / 100));
  for (guint i = 0; i < payments->len; i++)
    g_string_append_printf (text, " %d", (int) (((const ZgPayment *) g_ptr_array_index (payments, i))->amount / 100));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A script, a p for pre-sale or c for cash on delivery before it, and what is there after it. */
static const struct {
  const char *script;
  const char *result;
} cases[] = {
  { "", "unpaid 0:" },
  { "+50", "unpaid 50: 50" },
  { "+50 +150", "paid 200: 50 150" },
  { "+200", "paid 200: 200" },
  { "paid", "paid 200: 200" },
  { "+50 paid", "paid 200: 50 150" },
  { "paid undo", "unpaid 0:" },
  { "+50 paid undo", "unpaid 50: 50" },
  { "+50 +150 undo", "unpaid 50: 50" },
  { "+50 +150 u2", "unpaid 50: 50" },
  { "+50 +150 u1", "unpaid 0:" },
  { "+50 paid u1", "unpaid 0:" },
  { "+50 paid u2", "unpaid 50: 50" },
  { "+50 u1 +200", "paid 200: 200" },
  { "paid -30", "paid 170: 200 -30" },
  { "paid -30 u2", "paid 200: 200" },
  { "paid shipped -200", "shipped 0: 200 -200" },
  { "c shipped +200", "shipped 200: 200" },
  { "c shipped +200 u1", "shipped 0:" },
  { "p", "unpaid held 0:" },
  { "p +50", "unpaid held 50: 50" },
  { "p +50 +150", "paid 200: 50 150" },
  { "p +50 +150 undo", "unpaid held 50: 50" },
  { "p +50 +150 shipped", "shipped 200: 50 150" },
};

static void
test_ways (Fixture       *self,
           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) words = g_strsplit (cases[i].script, " ", -1);
      gboolean has_kind = words[0] != NULL && (strcmp (words[0], "p") == 0 || strcmp (words[0], "c") == 0);
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      gint64 id = add_order (self, number, has_kind && words[0][0] == 'p', has_kind && words[0][0] == 'c');
      g_autofree char *result = NULL;

      for (int j = has_kind ? 1 : 0; words[0] != NULL && words[0][0] != '\0' && words[j] != NULL; j++)
        {
          g_autoptr(GError) error = run_word (self, id, words[j], NOW + j * ZG_TIME_MINUTE);

          g_assert_no_error (error);
        }
      result = describe (self, id);
      g_test_message ("%s", cases[i].script);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

/* The last word of the script is refused, and all is as it was before it. */
static const struct {
  const char *script;
  int code;
} refused[] = {
  { "+201", ZG_DOMAIN_ERROR_INVALID },
  { "+0", ZG_DOMAIN_ERROR_INVALID },
  { "-1", ZG_DOMAIN_ERROR_INVALID },
  { "+50 +151", ZG_DOMAIN_ERROR_INVALID },
  { "+50 -51", ZG_DOMAIN_ERROR_INVALID },
  { "paid +1", ZG_DOMAIN_ERROR_INVALID },
  { "paid packed u1", ZG_DOMAIN_ERROR_REFUSED },
  { "+50 shipped", ZG_DOMAIN_ERROR_REFUSED },
  { "p +50 packed", ZG_DOMAIN_ERROR_REFUSED },
  { "closed +200", ZG_DOMAIN_ERROR_REFUSED },
};

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto(GStrv) words = g_strsplit (refused[i].script, " ", -1);
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      gboolean presale = strcmp (words[0], "p") == 0;
      gint64 id = add_order (self, number, presale, FALSE);

      for (int j = presale ? 1 : 0; words[j] != NULL; j++)
        {
          g_autofree char *before = describe (self, id);
          g_autoptr(GError) error = run_word (self, id, words[j], NOW + j * ZG_TIME_MINUTE);
          g_autofree char *after = describe (self, id);

          g_test_message ("%s: %s", refused[i].script, error != NULL ? error->message : "done");
          if (words[j + 1] != NULL)
            {
              g_assert_no_error (error);
              continue;
            }
          g_assert_error (error, ZG_DOMAIN_ERROR, refused[i].code);
          g_assert_cmpstr (before, ==, after);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/order-payment/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("ways", test_ways);
  ADD ("refused", test_refused);

  return g_test_run ();
}
