/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-case-desk.h"
#include "zg-error.h"
#include "zg-merge-radar.h"
#include "zg-order-bulk.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-parcel.h"
#include "zg-order-payment.h"
#include "zg-order-ship.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"
#include "zg-shipment-table.h"
#include "zg-shop-file.h"
#include "zg-slip-mark.h"
#include "zg-slip-table.h"

/* Parcels in a shop file: merged, taken apart, shipped together or in parts, taken back. Orders are called A to F. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define N_ORDERS 6

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
  ZgTime now;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->now = NOW;
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static gint64
id_of (Fixture *self,
       char     letter)
{
  char number[2] = { letter, '\0' };
  gint64 id;

  g_assert_true (zg_order_table_find (self->db, "taobao", "s", number, &id, NULL));
  return id;
}

static ZgOrder *
load (Fixture *self,
      char     letter)
{
  return zg_order_table_load (self->db, id_of (self, letter), NULL);
}

static void
add_item (ZgOrder *order,
          int      quantity)
{
  ZgOrderItem *item = zg_order_item_new ();

  item->title = g_strdup ("开衫");
  item->quantity = quantity;
  g_ptr_array_add (order->items, item);
}

/* A paid order of two pieces; all are the same buyer's and go to one address. */
static void
add_order (Fixture *self,
           char     letter)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;

  g_free (order->platform);
  g_free (order->shop);
  order->platform = g_strdup ("taobao");
  order->shop = g_strdup ("s");
  order->number = g_strdup_printf ("%c", letter);
  order->buyer_account = g_strdup ("tb1");
  order->ordered_at = NOW - ZG_TIME_HOUR + letter;
  order->state = ZG_ORDER_PAID;
  order->total = order->paid = 10000;
  order->postage = 500;
  order->address->city = g_strdup ("杭州市");
  order->address->detail = g_strdup ("文三路 9 号");
  order->address->disclosure = ZG_DISCLOSURE_PLAIN;
  add_item (order, 1);
  add_item (order, 1);
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
}

static void
add_orders (Fixture *self)
{
  for (int i = 0; i < N_ORDERS; i++)
    add_order (self, (char) ('A' + i));
}

static GPtrArray *
load_all (Fixture    *self,
          const char *letters)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  for (; *letters != '\0'; letters++)
    g_ptr_array_add (orders, load (self, *letters));
  return orders;
}

static gboolean
ship (Fixture     *self,
      ZgOrder     *order,
      const char  *reason,
      const char  *tracking,
      int          n_pieces,
      GError     **error)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));
  ZgShipRequest request = { .order_id = order->id, .at = self->now, .reason = reason, .tracking = tracking };
  g_autoptr(GPtrArray) shipments = zg_shipment_table_list (self->db, order->id, NULL);
  g_autoptr(GArray) left = zg_shipment_count_left (order, shipments);

  if (n_pieces > 0 && left->len > 0)
    {
      ZgShipPiece piece = { g_array_index (left, ZgShipPiece, 0).item_id, n_pieces };

      g_array_append_val (pieces, piece);
      request.pieces = pieces;
    }
  return zg_order_ship (self->db, &request, self->clock, error);
}

static gboolean
move (Fixture       *self,
      ZgOrder       *order,
      ZgOrderState   to,
      ZgActor        actor,
      GError       **error)
{
  ZgOrderMoveRequest request = { .to = to, .at = self->now, .actor = actor, .reason = "the boss said so" };

  return zg_order_gate_move (self->db, order, &request, error);
}

static gboolean
edit (Fixture     *self,
      ZgOrder     *order,
      char         what,
      GError     **error)
{
  if (what == 'h')
    order->holds |= ZG_HOLD_REFUND;
  else if (what == 'f')
    order->holds &= ~ZG_HOLD_REFUND;
  else
    {
      g_free (order->address->detail);
      order->address->detail = g_strdup ("余杭区 1 号");
    }
  return zg_order_desk_save (self->db, order, 0, self->clock, error);
}

static gboolean
open_case (Fixture     *self,
           ZgOrder     *order,
           GError     **error)
{
  g_autoptr(ZgCase) it = zg_case_new ("cancel");

  it->order_id = order->id;
  return zg_case_desk_open (self->db, it, self->clock, error);
}

/*
 * Does a word: what, then the orders. m merges, u takes the parcel apart, o takes one out, x sends two apart, y takes that
 * back, s ships with a reason, S without one, t ships with the number T and the second letter, p a piece, z takes back, c closes,
 * h holds, f frees, e moves to another address, k packs, g ships by the gate alone, r receives, P is shipped and C closed by the
 * platform, n opens a case, d deletes.
 */
static gboolean
run_word (Fixture     *self,
          const char  *word,
          GError     **error)
{
  g_autoptr(ZgOrder) order = load (self, word[1]);
  g_autoptr(GPtrArray) orders = NULL;
  char tracking[3] = { 'T', word[1] != '\0' ? word[2] : '\0', '\0' };

  self->now += ZG_TIME_MINUTE;
  switch (word[0])
    {
    case 'm':
      orders = load_all (self, word + 1);
      return zg_order_parcel_merge (self->db, orders, ZG_POSTAGE_COMPUTED, 0, self->now, error) != 0;
    case 'u':
      return zg_order_parcel_unmerge (self->db, order->parcel_id, 0, 0, self->now, error);
    case 'o':
      return zg_order_parcel_take_out (self->db, order, 0, self->now, error);
    case 'x':
    case 'y':
      return zg_merge_radar_set_apart (self->db, order->id, id_of (self, word[2]), word[0] == 'x', 0, self->now, error);
    case 's':
    case 'S':
      return ship (self, order, word[0] == 's' ? "the boss said so" : NULL, NULL, 0, error);
    case 't':
      return ship (self, order, "the boss said so", tracking, 0, error);
    case 'p':
      return ship (self, order, "the boss said so", word[2] != '\0' ? tracking : NULL, 1, error);
    case 'z':
      return zg_order_gate_undo (self->db, order, self->now, error);
    case 'c':
      return move (self, order, ZG_ORDER_CLOSED, ZG_ACTOR_DESK, error);
    case 'k':
      return move (self, order, ZG_ORDER_PACKED, ZG_ACTOR_DESK, error);
    case 'g':
      return move (self, order, ZG_ORDER_SHIPPED, ZG_ACTOR_DESK, error);
    case 'r':
      return move (self, order, ZG_ORDER_RECEIVED, ZG_ACTOR_DESK, error);
    case 'P':
      return move (self, order, ZG_ORDER_SHIPPED, ZG_ACTOR_PLATFORM, error);
    case 'C':
      return move (self, order, ZG_ORDER_CLOSED, ZG_ACTOR_PLATFORM, error);
    case 'n':
      return open_case (self, order, error);
    case 'd':
      return zg_order_table_delete (self->db, order->id, error);
    default:
      return edit (self, order, word[0], error);
    }
}

static GError *
try_word (Fixture    *self,
          const char *word)
{
  GError *error = NULL;

  zg_database_exec (self->db, "SAVEPOINT word", NULL);
  if (!run_word (self, word, &error))
    zg_database_exec (self->db, "ROLLBACK TO word", NULL);
  zg_database_exec (self->db, "RELEASE word", NULL);
  return error;
}

/* "s" for shipped and the like; a paid order says nothing. "~" is partly shipped. */
static void
append_order (GString       *text,
              const ZgOrder *order)
{
  static const char states[] = "0.ksrd-";

  g_string_append (text, order->number);
  if (order->state != ZG_ORDER_PAID)
    g_string_append_c (text, states[order->state]);
  if (order->partly_shipped)
    g_string_append_c (text, '~');
}

/* What is in parcels, "(A B)15", and orders that are no longer paid and alone. The number is what is saved, "!" that it left. */
static char *
describe (Fixture *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  for (char letter = 'A'; letter < 'A' + N_ORDERS; letter++)
    {
      gint64 id = id_of (self, letter);
      g_autoptr(ZgOrder) order = id != 0 ? load (self, letter) : NULL;
      g_autoptr(ZgParcel) parcel = NULL;
      g_autoptr(GPtrArray) orders = NULL;

      if (order == NULL || (order->parcel_id == 0 && order->state == ZG_ORDER_PAID && !order->partly_shipped))
        continue;
      if (order->parcel_id != 0 && !g_hash_table_add (seen, g_memdup2 (&order->parcel_id, sizeof (gint64))))
        continue;
      g_string_append (text, text->len > 0 ? " " : "");
      if (order->parcel_id == 0)
        {
          append_order (text, order);
          continue;
        }
      parcel = zg_parcel_table_load (self->db, order->parcel_id, NULL);
      orders = zg_parcel_table_load_orders (self->db, order->parcel_id, NULL);
      g_assert_nonnull (parcel);
      g_string_append_c (text, '(');
      for (guint i = 0; i < orders->len; i++)
        {
          g_string_append (text, i > 0 ? " " : "");
          append_order (text, g_ptr_array_index (orders, i));
        }
      g_string_append_printf (text, ")%d%s", (int) parcel->saved_postage / 100, parcel->shipped_at != ZG_TIME_NONE ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *script;
  const char *result;
} ways[] = {
  { "mAB", "(A B)5" },
  { "mBA mCD", "(A B)5 (C D)5" },
  { "mAB mCA", "(A B C)10" },
  { "mAB mCD mAD", "(A B C D)15" },
  { "mAB mCDE mEA", "(A B C D E)20" },
  { "mAAB", "(A B)5" },
  { "mAB uB", "" },
  { "mABC oB", "(A C)5" },
  { "mAB oB", "" },
  /* leaving */
  { "mABC cB", "(A C)5 B-" },
  { "mAB cB", "B-" },
  { "mAB cB zB", "" },
  { "mABC hC", "(A B)5" },
  { "mAB hA", "" },
  { "mAB hA fA", "" },
  { "mABC nA", "(B C)5" },
  { "mAB CA", "A-" },
  { "mABC dA", "(B C)5" },
  { "mAB dA", "" },
  { "mAB eA", "(A B)5" },
  { "mAB kA", "(Ak B)5" },
  /* leaving the shop */
  { "mAB sA", "(As Bs)5!" },
  { "mABC sB", "(As Bs Cs)10!" },
  { "mAB kA sB", "(As Bs)5!" },
  { "mAB sA zB", "(A B)5" },
  { "mAB kA sB zB", "(Ak B)5" },
  { "mAB sA zA uA", "" },
  { "mAB sA rA", "(Ar Bs)5!" },
  { "mAB sA rA zA zB", "(A B)5" },
  { "mAB sA CB", "(As B-)5!" },
  { "mAB sA CB zA", "B-" },
  { "mAB eA sA", "(As Bs)5!" },
  { "mAB hC", "(A B)5" },
  /* the platform knows of one of them first */
  { "mAB PA", "(As B)5" },
  { "mAB PA sB", "(As Bs)5!" },
  { "mAB PA gB", "(As Bs)5!" },
  { "mAB PA sB zB", "(As B)5" },
  { "mAB PA PB", "(As Bs)5!" },
  { "mAB PA hB", "As" },
  /* parts */
  { "pA", "A~" },
  { "pA pA", "As" },
  { "pA sA", "As" },
  { "pA gA", "As" },
  { "pA zA", "" },
  { "pA pA zA", "A~" },
  { "pA pA zA zA", "" },
  { "pA kA", "Ak~" },
  { "pA kA zA", "A~" },
  { "kA pA zA", "Ak" },
  { "kA pA zA zA", "" },
  { "pA PA", "As" },
  { "pA cA", "A-" },
  { "pA cA zA", "A~" },
  { "pA cA zA zA", "" },
  { "pA mAB", "(A~ B)5" },
  { "pA mAB sB", "(As Bs)5!" },
  { "pA mAB sB zA", "(A~ B)5" },
  { "sA zA", "" },
  { "xAB mAB", "(A B)5" },
};

static void
test_ways (Fixture       *self,
           gconstpointer  data)
{
  add_orders (self);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto(GStrv) words = g_strsplit (ways[i].script, " ", -1);
      g_autofree char *result = NULL;

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      g_test_message ("%s", ways[i].script);
      for (int j = 0; words[j] != NULL; j++)
        {
          g_autoptr(GError) error = try_word (self, words[j]);

          g_assert_no_error (error);
        }
      result = describe (self);
      g_assert_cmpstr (result, ==, ways[i].result);
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

/* The last word is refused, with this in what is said, and nothing is changed. */
static const struct {
  const char *script;
  const char *says;
} refused[] = {
  { "mAB mAB", "one parcel already" },
  { "mA", "two different" },
  { "mAA", "two different" },
  { "xAA", "two different" },
  { "mAB xAB", "Take it apart first" },
  { "cB mAB", "Order B: The order is closed" },
  { "hB mAB", "Order B: A refund" },
  { "sB mAB", "Order B: The order has left" },
  { "mAB sA uA", "left already" },
  { "mAB sA oA", "left already" },
  { "mAB sA CA CB uA", "left already" },
  { "mAB sA mAC", "left already" },
  { "mAB PA uB", "left already" },
  { "mAB PA mBC", "left already" },
  { "mAB gA", "in one parcel with B" },
  { "mAB SA", "Order A: The confirmation list is not complete" },
  { "mAB SA", "Order B: The confirmation list is not complete" },
  { "mAB eB SA", "Orders A and B of this parcel have different addresses" },
  { "mAB pA", "Send the whole parcel" },
  { "mAB sA rB zA", "Order B of the same parcel went on" },
  { "mAB sA sB", "already stands" },
  { "hA sA", "refund" },
  { "hA pA", "refund" },
  { "SA", "The confirmation list is not complete" },
  { "PA zA", "no step of the desk" },
};

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  add_orders (self);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto(GStrv) words = g_strsplit (refused[i].script, " ", -1);

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      for (int j = 0; words[j] != NULL; j++)
        {
          g_autofree char *before = describe (self);
          g_autoptr(GError) error = try_word (self, words[j]);
          g_autofree char *after = describe (self);

          g_test_message ("%s: %s", refused[i].script, error != NULL ? error->message : "done");
          if (words[j + 1] != NULL)
            {
              g_assert_no_error (error);
              continue;
            }
          g_assert_nonnull (error);
          g_assert_nonnull (strstr (error->message, refused[i].says));
          g_assert_cmpstr (before, ==, after);
        }
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

static void
append_letters (Fixture *self,
                GString *text,
                GArray  *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(ZgOrder) order = zg_order_table_load (self->db, g_array_index (ids, gint64, i), NULL);

      g_string_append (text, order->number);
    }
}

/* "ABC DE, A: BC": the suggestions, and what could go with A. */
static char *
describe_radar (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (self->db, &error);
  g_autoptr(GArray) like = zg_merge_radar_find (self->db, id_of (self, 'A'), &error);
  GString *text = g_string_new (NULL);
  guint n;

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      append_letters (self, text, ((ZgMergeGroup *) g_ptr_array_index (groups, i))->order_ids);
    }
  g_string_append (text, ", A: ");
  append_letters (self, text, like);
  g_assert_true (zg_merge_radar_count (self->db, &n, &error));
  g_assert_cmpuint (n, ==, groups->len);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *script;
  const char *result;
} radars[] = {
  { "", "ABCDEF, A: BCDEF" },
  { "mAB", "ABCDEF, A: CDEF" },
  { "mABCDEF", ", A: " },
  { "mABCDEF cF", ", A: " },
  { "mABCDEF uA", "ABCDEF, A: BCDEF" },
  { "mABC mDEF", "ABCDEF, A: DEF" },
  { "hA", "BCDEF, A: " },
  { "hA fA", "ABCDEF, A: BCDEF" },
  { "sB", "ACDEF, A: CDEF" },
  { "kB", "ABCDEF, A: BCDEF" },
  { "cB", "ACDEF, A: CDEF" },
  { "cB zB", "ABCDEF, A: BCDEF" },
  { "eA", "BCDEF, A: " },
  { "eA eB", "AB CDEF, A: B" },
  { "nB", "ACDEF, A: CDEF" },
  { "xAB", "ACDEF, A: CDEF" },
  { "xBA xAC", "ADEF BC, A: DEF" },
  { "xAB yBA", "ABCDEF, A: BCDEF" },
  { "mBC xAB", "ADEF, A: DEF" },
  { "mAB xBC", "ABDEF, A: DEF" },
  { "xAB xAC xAD xAE xAF", "BCDEF, A: " },
  { "xAB mAB", "ABCDEF, A: CDEF" },
  { "mAB PA", "CDEF, A: " },
};

static void
test_radar (Fixture       *self,
            gconstpointer  data)
{
  add_orders (self);
  for (gsize i = 0; i < G_N_ELEMENTS (radars); i++)
    {
      g_auto(GStrv) words = g_strsplit (radars[i].script, " ", -1);
      g_autofree char *result = NULL;

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      g_test_message ("%s", radars[i].script);
      for (int j = 0; words[j] != NULL && words[j][0] != '\0'; j++)
        {
          g_autoptr(GError) error = try_word (self, words[j]);

          g_assert_no_error (error);
        }
      result = describe_radar (self);
      g_assert_cmpstr (result, ==, radars[i].result);
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

/* What the radar must not find: another buyer, account, shop, address; hidden ones; who is not known; what is not to be sent. */
static const struct {
  const char *what;
  const char *sql;
} strangers[] = {
  { "another account", "buyer_account = 'tb2'" },
  { "no account", "buyer_account = ''" },
  { "another shop", "shop = 't'" },
  { "another platform", "platform = 'other'" },
  { "another house", "detail = '文三路 19 号'" },
  { "a hidden address", "address_disclosure = 2" },
  { "an unpaid order", "state = 0" },
  { "a surcharge", "kind = 1" },
  { "nothing to ship", "kind = 2" },
  { "what is sent again", "kind = 3" },
  { "a pre-sale", "presale = 1, paid = 100, holds = 4" },
  { "cash on delivery", "cash_on_delivery = 1, paid = 0, state = 2" },
};

static void
test_strangers (Fixture       *self,
                gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE shop_order SET %s WHERE number = 'B'", strangers[i].sql);
      g_autoptr(GPtrArray) groups = NULL;
      g_autoptr(GArray) like = NULL;
      g_autoptr(ZgOrder) b = NULL;
      g_autoptr(GError) error = NULL;

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      g_test_message ("%s", strangers[i].what);
      add_order (self, 'A');
      add_order (self, 'B');
      b = load (self, 'B');
      g_assert_true (zg_database_exec (self->db, sql, &error));
      zg_order_free (b);
      b = zg_order_table_load (self->db, 2, NULL);
      /* Whoever edits the order writes its key. */
      g_assert_true (zg_order_desk_save (self->db, b, 0, self->clock, &error));
      groups = zg_merge_radar_list (self->db, &error);
      like = zg_merge_radar_find (self->db, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (groups->len, ==, 0);
      g_assert_cmpuint (like->len, ==, 0);
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

/* Money that goes back unpays a pre-sale; a step taken back unpays an order. Both leave. */
static void
test_unpaid (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = NULL;
  g_autoptr(ZgPayment) back = zg_payment_new (ZG_PAYMENT_PART, -100);
  g_autofree char *after = NULL;

  add_orders (self);
  order = load (self, 'A');
  order->presale = TRUE;
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, &error));
  g_assert_no_error (try_word (self, "mABC"));
  back->order_id = order->id;
  back->at = NOW;
  zg_order_payment_add (self->db, back, &error);
  g_assert_no_error (error);
  after = describe (self);
  g_assert_cmpstr (after, ==, "(B C)5");
}

static char *
list_numbers (Fixture *self,
              char     letter)
{
  g_autoptr(ZgOrder) order = load (self, letter);
  g_autoptr(GPtrArray) shipments = zg_shipment_table_list (self->db, order->id, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (shipments, i);

      g_string_append_printf (text, "%s=%u ", shipment->tracking, shipment->pieces->len);
    }
  g_string_append_printf (text, ": %s", order->tracking != NULL ? order->tracking : "");
  return g_string_free (text, FALSE);
}

/* Which numbers the shipments of A have, with how many lines; at last the order's own. */
static const struct {
  const char *script;
  const char *numbers;
} trackings[] = {
  { "tA1", "T1=2 : T1" },
  { "tA1 zA", ": T1" },
  { "tA1 zA tA2", "T2=2 : T2" },
  { "pA1", "T1=1 : T1" },
  { "pA1 pA2", "T1=1 T2=1 : T2" },
  { "pA1 pA2 zA", "T1=1 : T1" },
  { "pA1 sA", "T1=1 =1 : T1" },
  { "pA1 tA2 zA", "T1=1 : T1" },
  { "sA", "=2 : " },
  { "mAB tB7", "T7=2 : T7" },
  { "PA", ": " },
};

static void
test_numbers (Fixture       *self,
              gconstpointer  data)
{
  add_orders (self);
  for (gsize i = 0; i < G_N_ELEMENTS (trackings); i++)
    {
      g_auto(GStrv) words = g_strsplit (trackings[i].script, " ", -1);
      g_autofree char *result = NULL;

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      for (int j = 0; words[j] != NULL; j++)
        g_assert_no_error (try_word (self, words[j]));
      result = list_numbers (self, 'A');
      g_test_message ("%s", trackings[i].script);
      g_assert_cmpstr (result, ==, trackings[i].numbers);
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

/* Whose slips are out of date after all were printed in the middle of a script, at "|". */
static const struct {
  const char *script;
  const char *outdated;
} slips[] = {
  { "|", "" },
  { "| mAB", "AB" },
  { "| mAB uA", "" },
  { "mAB |", "" },
  { "mAB | mAC", "ABC" },
  { "mAB | uA", "AB" },
  { "mABC | cC", "ABC" },
  { "mABC | oC", "ABC" },
  { "mABC | dC", "AB" },
  { "mAB | sA", "" },
  { "mAB | eA", "A" },
};

static void
test_slips (Fixture       *self,
            gconstpointer  data)
{
  add_orders (self);
  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_auto(GStrv) words = g_strsplit (slips[i].script, " ", -1);
      g_autoptr(GString) outdated = g_string_new (NULL);

      zg_database_exec (self->db, "SAVEPOINT way", NULL);
      for (int j = 0; words[j] != NULL; j++)
        {
          for (char letter = 'A'; words[j][0] == '|' && letter <= 'C'; letter++)
            {
              g_autoptr(ZgOrder) order = load (self, letter);

              g_assert_true (zg_slip_table_note (self->db, order, NOW, NULL));
            }
          if (words[j][0] != '|')
            g_assert_no_error (try_word (self, words[j]));
        }
      for (char letter = 'A'; letter <= 'C'; letter++)
        {
          g_autoptr(ZgOrder) order = id_of (self, letter) != 0 ? load (self, letter) : NULL;

          if (order != NULL && zg_slip_is_outdated (order))
            g_string_append_c (outdated, letter);
        }
      g_test_message ("%s", slips[i].script);
      g_assert_cmpstr (outdated->str, ==, slips[i].outdated);
      zg_database_exec (self->db, "ROLLBACK TO way; RELEASE way", NULL);
    }
}

/* Somebody else merges, ships or edits between the reading and the merging. */
static const char * const meanwhile[] = { "mBC", "sB", "eB", "cB", "kB" };

static void
test_stale (Fixture       *self,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meanwhile); i++)
    {
      Fixture other = *self;
      g_autoptr(GPtrArray) read = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL, *after = NULL;

      zg_database_exec (self->db, "DELETE FROM shop_order; DELETE FROM parcel", NULL);
      add_orders (self);
      g_assert_true (zg_database_commit (self->db, NULL));
      read = load_all (self, "AB");

      other.db = zg_shop_file_open_writer (self->path, &error);
      g_assert_no_error (error);
      g_assert_true (zg_database_begin (other.db, NULL));
      g_assert_no_error (try_word (&other, meanwhile[i]));
      g_assert_true (zg_database_commit (other.db, NULL));
      zg_database_close (other.db);

      g_assert_true (zg_database_begin (self->db, NULL));
      before = describe (self);
      g_assert_cmpint (zg_order_parcel_merge (self->db, read, ZG_POSTAGE_COMPUTED, 0, NOW, &error), ==, 0);
      g_test_message ("%s: %s", meanwhile[i], error->message);
      g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
      zg_database_rollback (self->db);
      g_assert_true (zg_database_begin (self->db, NULL));
      after = describe (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A parcel that somebody else added to is not taken apart unseen, nor shipped as an order that is not that any more. */
static void
test_stale_parcel (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(ZgOrder) a = NULL;
  g_autoptr(ZgParcel) parcel = NULL;
  g_autoptr(GError) error = NULL;
  ZgShipRequest request = { .at = NOW, .reason = "the boss said so" };

  add_orders (self);
  g_assert_no_error (try_word (self, "mAB"));
  a = load (self, 'A');
  parcel = zg_parcel_table_load (self->db, a->parcel_id, NULL);
  g_assert_no_error (try_word (self, "mAC"));
  g_assert_false (zg_order_parcel_unmerge (self->db, parcel->id, parcel->version, 0, NOW, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);

  g_assert_no_error (try_word (self, "kA"));
  request.order_id = a->id;
  request.version = a->version;
  g_assert_false (zg_order_ship (self->db, &request, self->clock, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
}

/* What the timeline says of an order that left its parcel by itself. */
static void
test_told (Fixture       *self,
           gconstpointer  data)
{
  gint64 n = 0;

  add_orders (self);
  g_assert_no_error (try_word (self, "mAB"));
  g_assert_no_error (try_word (self, "hA"));
  g_assert_true (zg_database_query_int64 (self->db,
    "SELECT count(*) FROM contact WHERE order_id = 1 AND title = 'Parcel' AND text = 'No more in one parcel with B   "
    "A refund of this order is open. Settle it before it goes in a parcel with others.'", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

static ZgBulk *
run_bulk (Fixture *self,
          ZgBulk  *bulk)
{
  g_autoptr(GError) error = NULL;

  while (!zg_bulk_is_done (bulk))
    {
      zg_bulk_run (self->db, bulk, NULL, &error);
      g_assert_no_error (error);
    }
  return bulk;
}

/* Many orders sent at once, two of one box among them, and one whose box may not leave. Taken back, all are as before. */
static void
test_bulk (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgOrderBulk) bulk = NULL;
  ZgBulk *back;
  g_autofree char *sent = NULL, *taken_back = NULL;

  add_orders (self);
  g_assert_no_error (try_word (self, "mAB"));
  g_assert_no_error (try_word (self, "mCD"));
  g_assert_no_error (try_word (self, "eD"));
  for (char letter = 'A'; letter <= 'E'; letter++)
    {
      gint64 id = id_of (self, letter);

      g_array_append_val (ids, id);
    }
  bulk = zg_order_bulk_new_move (ids, ZG_ORDER_SHIPPED, NULL, self->clock);
  run_bulk (self, &bulk->bulk);
  g_assert_cmpuint (bulk->bulk.refused->len, ==, 5);
  g_clear_pointer (&bulk, zg_bulk_unref);

  g_assert_no_error (try_word (self, "hE"));
  bulk = zg_order_bulk_new_move (ids, ZG_ORDER_SHIPPED, "the boss said so", self->clock);
  run_bulk (self, &bulk->bulk);
  sent = describe (self);
  g_assert_cmpstr (sent, ==, "(As Bs)5! (Cs Ds)5!");
  g_assert_cmpuint (bulk->bulk.refused->len, ==, 1);
  g_assert_cmpuint (bulk->bulk.done_ids->len, ==, 4);

  back = run_bulk (self, zg_bulk_reverse (&bulk->bulk));
  taken_back = describe (self);
  g_assert_cmpstr (taken_back, ==, "(A B)5 (C D)5");
  g_assert_cmpuint (back->refused->len, ==, 0);
  zg_bulk_unref (back);
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  gint64 n = -1;
  g_autoptr(GError) error = NULL;

  zg_database_query_int64 (self->db, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* A line that is no more takes what left of it along, also while an import does without the file's own care for that. */
static void
test_lost_line (Fixture       *self,
                gconstpointer  data)
{
  for (int bulk = 0; bulk < 2; bulk++)
    {
      g_autoptr(ZgOrder) order = NULL;
      g_autoptr(GError) error = NULL;

      add_order (self, (char) ('A' + bulk));
      g_assert_no_error (try_word (self, bulk ? "pB" : "pA"));
      g_assert_true (zg_database_commit (self->db, NULL));
      zg_database_set_bulk (self->db, bulk, FALSE);
      g_assert_true (zg_database_begin (self->db, NULL));
      order = load (self, (char) ('A' + bulk));
      g_ptr_array_remove_index (order->items, 0);
      g_assert_true (zg_order_table_update (self->db, order, &error));
      g_assert_cmpint (count (self, "SELECT count(*) FROM shipment_item"), ==, 0);
      g_assert_true (zg_database_commit (self->db, NULL));
      zg_database_set_bulk (self->db, FALSE, FALSE);
      g_assert_true (zg_database_begin (self->db, NULL));
    }
}

/* The same of a parcel that an import takes its last but one order from. */
static void
test_bulk_write (Fixture       *self,
                 gconstpointer  data)
{
  add_orders (self);
  g_assert_no_error (try_word (self, "mAB"));
  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_set_bulk (self->db, TRUE, FALSE);
  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_no_error (try_word (self, "CA"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order WHERE parcel_id IS NOT NULL"), ==, 0);
}

/* What is always so. */
static void
check_always (Fixture *self)
{
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (self->db, NULL);

  g_assert_cmpint (count (self, "SELECT count(*) FROM parcel AS p WHERE (SELECT count(*) FROM shop_order WHERE parcel_id = p.id) < 2"),
                   ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order WHERE parcel_id IS NOT NULL AND parcel_id NOT IN (SELECT id FROM parcel)"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order AS o JOIN parcel AS p ON p.id = o.parcel_id "
                                "WHERE o.state < 3 AND (p.shipped_at IS NOT NULL OR o.holds <> 0 OR o.state = 0)"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order AS o JOIN parcel AS p ON p.id = o.parcel_id "
                                "WHERE o.state = 6 AND p.shipped_at IS NULL"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM parcel AS p WHERE shipped_at IS NULL AND NOT EXISTS "
                                "(SELECT 1 FROM shop_order WHERE parcel_id = p.id AND state < 3)"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order AS o WHERE partly_shipped <> (state < 3 AND EXISTS "
                                "(SELECT 1 FROM shipment WHERE order_id = o.id AND undone_at IS NULL))"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_item AS i WHERE quantity < (SELECT sum(s.quantity) FROM shipment_item AS s "
                                "JOIN shipment AS h ON h.id = s.shipment_id WHERE s.item_id = i.id AND h.undone_at IS NULL)"), ==, 0);
  /* The answer for one order knows of all that the list has for it. */
  for (guint i = 0; i < groups->len; i++)
    {
      const ZgMergeGroup *group = g_ptr_array_index (groups, i);
      g_autoptr(GPtrArray) orders = zg_merge_radar_load (self->db, group, NULL);
      const ZgOrder *first = g_ptr_array_index (orders, 0);
      g_autoptr(GArray) like = zg_merge_radar_find (self->db, first->id, NULL);

      for (guint j = 1; j < orders->len; j++)
        {
          const ZgOrder *order = g_ptr_array_index (orders, j);
          gboolean is_found = FALSE;

          for (guint k = 0; k < like->len; k++)
            is_found = is_found || g_array_index (like, gint64, k) == order->id;
          g_assert_true (zg_parcel_check_order (order, NULL));
          g_assert_cmpint (is_found, ==, first->parcel_id == 0 || first->parcel_id != order->parcel_id);
        }
    }
}

static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  static const char words[] = "mmmmmmuoxyspzzzchfekgrPCn";
  guint n_done = 0;

  add_orders (self);
  for (int i = 0; i < 1500; i++)
    {
      char word[4] = { words[g_test_rand_int_range (0, sizeof words - 1)], (char) g_test_rand_int_range ('A', 'A' + N_ORDERS),
                       (char) g_test_rand_int_range ('A', 'A' + N_ORDERS), '\0' };
      g_autoptr(GError) error = NULL;

      if (i % 60 == 59)
        {
          zg_database_exec (self->db, "DELETE FROM order_case; DELETE FROM shop_order; DELETE FROM parcel", NULL);
          add_orders (self);
        }
      error = try_word (self, word);
      n_done += error == NULL;
      g_test_message ("%s: %s", word, error != NULL ? error->message : "done");
      check_always (self);
    }
  g_assert_cmpuint (n_done, >, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/order-parcel/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("ways", test_ways);
  ADD ("refused", test_refused);
  ADD ("radar", test_radar);
  ADD ("strangers", test_strangers);
  ADD ("unpaid", test_unpaid);
  ADD ("numbers", test_numbers);
  ADD ("slips", test_slips);
  ADD ("stale", test_stale);
  ADD ("stale-parcel", test_stale_parcel);
  ADD ("told", test_told);
  ADD ("bulk", test_bulk);
  ADD ("lost-line", test_lost_line);
  ADD ("bulk-write", test_bulk_write);
  ADD ("random", test_random);

  return g_test_run ();
}
