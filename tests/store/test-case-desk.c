/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-attachment-table.h"
#include "zg-case-desk.h"
#include "zg-case-table.h"
#include "zg-customer-table.h"
#include "zg-due.h"
#include "zg-error.h"
#include "zg-erase-table.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-parcel.h"
#include "zg-order-promise.h"
#include "zg-order-table.h"
#include "zg-promise-table.h"
#include "zg-return-window.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-timeline.h"

/* Cases and promises on orders: what follows for the order, undo, two clerks at once, what is sent again, what is due. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 customer_id;
  gint64 staff_id;
} Fixture;

static void
set_time (Fixture *self,
          ZgTime   now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  g_clear_pointer (&self->clock, zg_clock_unref);
  self->clock = zg_clock_new_fixed (now, zone);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  zg_personal_set (&customer->name, "王晓雯");
  zg_customer_table_insert (self->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  self->customer_id = customer->id;
  self->staff_id = zg_shop_table_insert_staff (self->db, "小林", "8", &error);
  g_assert_no_error (error);
  set_time (self, NOW);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_clock_unref (self->clock);
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  shop_folder_remove (self->folder);
}

/* An order of two lines that cost 219 and are paid. */
static gint64
add_order (Fixture      *self,
           const char   *number,
           ZgOrderState  state)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;
  static const char * const titles[] = { "云朵针织开衫", "围巾" };

  order->number = g_strdup (number);
  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  order->customer_id = self->customer_id;
  order->ordered_at = NOW - 9 * ZG_TIME_DAY;
  order->goods = order->total = order->paid = 21900;
  order->state = state;
  order->paid_at = NOW - 9 * ZG_TIME_DAY;
  order->received_at = state >= ZG_ORDER_RECEIVED ? NOW - 5 * ZG_TIME_DAY : ZG_TIME_NONE;
  order->confirmed_at = NOW - 9 * ZG_TIME_DAY;
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "13800000001");
  zg_address_free (order->address);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路示例小区3幢501(310012)");
  order->courier = g_strdup ("中通");
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      ZgOrderItem *item = zg_order_item_new ();

      item->title = g_strdup (titles[i]);
      item->quantity = (gint64) i + 1;
      item->price = 7300;
      g_ptr_array_add (order->items, item);
    }
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
  return order->id;
}

static ZgCase *
open_case (Fixture     *self,
           gint64       order_id,
           const char  *type,
           GError     **error)
{
  g_autoptr(ZgCase) new_case = zg_case_new (type);

  new_case->order_id = order_id;
  new_case->staff_id = self->staff_id;
  if (!zg_case_desk_open (self->db, new_case, self->clock, error))
    return NULL;
  return zg_case_table_load (self->db, new_case->id, error);
}

static ZgCase *
open_good (Fixture    *self,
           gint64      order_id,
           const char *type)
{
  g_autoptr(GError) error = NULL;
  ZgCase *opened = open_case (self, order_id, type, &error);

  g_assert_no_error (error);
  return opened;
}

/* "1 held" and the like: how many open cases the order says it has, and whether they stop it. */
static char *
describe_order (Fixture *self,
                gint64   order_id)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);

  return g_strdup_printf ("%d%s", order->n_open_cases, order->holds & ZG_HOLD_CASE ? " held" : "");
}

static gboolean
can_pack (Fixture *self,
          gint64   order_id)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);

  return zg_order_gate_offers (order, ZG_ORDER_PACKED);
}

/* Each type on an order that it fits: the order says so at once, and no longer once the case is closed. */
static void
test_derived (Fixture       *self,
              gconstpointer  data)
{
  const GPtrArray *types = zg_case_type_list ();

  for (guint i = 0; i < types->len; i++)
    {
      const ZgCaseType *type = g_ptr_array_index (types, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      ZgOrderState state = ZG_ORDER_PAID;
      g_autoptr(ZgCase) opened = NULL;
      g_autofree char *open_text = NULL;
      g_autofree char *closed_text = NULL;
      g_autofree char *again_text = NULL;
      gint64 id;

      while ((type->states & (1u << state)) == 0)
        state++;
      id = add_order (self, number, state);
      opened = open_good (self, id, type->key);
      open_text = describe_order (self, id);
      g_assert_cmpstr (open_text, ==, type->stops_shipping ? "1 held" : "1");
      if (state == ZG_ORDER_PAID)
        g_assert_cmpint (can_pack (self, id), ==, !type->stops_shipping);

      g_assert_true (zg_case_desk_close (self->db, opened, "settled", ZG_SATISFACTION_YES, self->staff_id, self->clock, NULL));
      closed_text = describe_order (self, id);
      g_assert_cmpstr (closed_text, ==, "0");
      if (state == ZG_ORDER_PAID)
        g_assert_true (can_pack (self, id));
      g_assert_true (zg_case_desk_reopen (self->db, opened, self->staff_id, self->clock, NULL));
      again_text = describe_order (self, id);
      g_assert_cmpstr (again_text, ==, open_text);
    }
}

/* Two cases at once: the hold stays until the last one that stops is closed, and other holds are left alone. */
static void
test_two_cases (Fixture       *self,
                gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_PAID);
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, id, NULL);
  g_autoptr(ZgCase) refund = NULL;
  g_autoptr(ZgCase) complaint = NULL;
  g_autofree char *text = NULL;

  order->holds |= ZG_HOLD_REFUND;
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, NULL));
  refund = open_good (self, id, "refund-only");
  complaint = open_good (self, id, "complaint");
  text = describe_order (self, id);
  g_assert_cmpstr (text, ==, "2 held");
  g_assert_true (zg_case_desk_close (self->db, refund, "settled", 0, 0, self->clock, NULL));
  g_free (text);
  text = describe_order (self, id);
  g_assert_cmpstr (text, ==, "1");
  zg_order_free (order);
  order = zg_order_table_load (self->db, id, NULL);
  g_assert_cmpint (order->holds, ==, ZG_HOLD_REFUND);
}

/* An order that a case stops leaves the parcel that it shares; a case that stops nothing leaves it there. */
static void
test_parcel (Fixture       *self,
             gconstpointer  data)
{
  static const struct {
    const char *type;
    gboolean stays;
  } rows[] = { { "cancel", FALSE }, { "dispute", FALSE }, { "complaint", TRUE }, { "price-difference", TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
      g_autoptr(ZgOrder) after = NULL;
      g_autoptr(ZgCase) a_case = NULL;
      g_autoptr(GError) error = NULL;
      gint64 ids[2];

      for (int j = 0; j < 2; j++)
        {
          g_autofree char *number = g_strdup_printf ("%d-%d", (int) i, j);

          ids[j] = add_order (self, number, ZG_ORDER_PAID);
          g_ptr_array_add (orders, zg_order_table_load (self->db, ids[j], NULL));
        }
      g_assert_cmpint (zg_order_parcel_merge (self->db, orders, 0, 0, NOW, &error), !=, 0);
      g_assert_no_error (error);
      a_case = open_good (self, ids[0], rows[i].type);
      after = zg_order_table_load (self->db, ids[0], NULL);
      g_assert_cmpint (after->parcel_id != 0, ==, rows[i].stays);
    }
}

static void
test_second_of_a_kind (Fixture       *self,
                       gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) first = open_good (self, id, "return");
  g_autoptr(ZgCase) second = NULL;
  g_autoptr(ZgCase) before = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (open_case (self, id, "return", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);

  before = zg_case_copy (first);
  g_assert_true (zg_case_desk_close (self->db, first, "sent nothing back", 0, 0, self->clock, NULL));
  second = open_good (self, id, "return");
  /* Neither way may the first one come back beside it. */
  g_assert_false (zg_case_desk_take_back (self->db, before, first, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (zg_case_desk_reopen (self->db, first, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_assert_cmpstr (second->step, ==, "asked");
}

/* An editor that was open when the hold came does not wipe it out; a case that changes nothing for the gate disturbs nobody. */
static void
test_stale_editor (Fixture       *self,
                   gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_PAID);
  g_autoptr(ZgOrder) edited = zg_order_table_load (self->db, id, NULL);
  g_autoptr(ZgCase) complaint = open_good (self, id, "complaint");
  g_autoptr(ZgCase) cancel = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (zg_order_desk_save (self->db, edited, 0, self->clock, NULL));
  cancel = open_good (self, id, "cancel");
  text = describe_order (self, id);
  g_assert_cmpstr (text, ==, "2 held");
  g_assert_false (zg_order_desk_save (self->db, edited, 0, self->clock, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
}

/* What a case is, in one line: all that undo has to bring back. */
static char *
describe (Fixture *self,
          gint64   case_id)
{
  g_autoptr(ZgCase) loaded = zg_case_table_load (self->db, case_id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s due %d%s %s %s %s %s who %d new %d:", loaded->step, zg_case_is_open (loaded) ? "open" : "closed",
                   loaded->due_at != ZG_TIME_NONE ? (int) ((loaded->due_at - NOW) / ZG_TIME_HOUR) : -1,
                   loaded->due_set ? " set" : "", zg_satisfaction_to_word (loaded->satisfaction), loaded->outcome,
                   loaded->tracking, loaded->note, (int) loaded->staff_id, loaded->new_order_id != 0);
  for (guint i = 0; i < loaded->remedies->len; i++)
    {
      const ZgRemedy *remedy = g_ptr_array_index (loaded->remedies, i);

      g_string_append_printf (text, " %s %d%s%s", remedy->remedy, (int) remedy->amount,
                              remedy->chosen_at != ZG_TIME_NONE ? " chosen" : "", remedy->done_at != ZG_TIME_NONE ? " done" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
act (Fixture     *self,
     ZgCase      *a_case,
     const char  *what,
     GError     **error)
{
  ZgDatabase *db = self->db;
  g_autoptr(ZgCase) before = zg_case_copy (a_case);

  if (strcmp (what, "step") == 0)
    return zg_case_desk_step (db, a_case, "approved", NULL, self->staff_id, self->clock, error);
  if (strcmp (what, "close-by-step") == 0)
    return zg_case_desk_step (db, a_case, "closed", "kept it", self->staff_id, self->clock, error);
  if (strcmp (what, "offer") == 0)
    return zg_case_desk_offer (db, a_case, "coupon", 500, self->staff_id, self->clock, error);
  if (strcmp (what, "choose") == 0)
    return zg_case_desk_choose (db, a_case, 1, TRUE, self->staff_id, self->clock, error);
  if (strcmp (what, "do") == 0)
    return zg_case_desk_do (db, a_case, 1, self->staff_id, self->clock, error);
  if (strcmp (what, "close") == 0)
    return zg_case_desk_close (db, a_case, "kept it", ZG_SATISFACTION_NO, self->staff_id, self->clock, error);
  if (strcmp (what, "resend") == 0)
    return zg_case_desk_resend (db, a_case, NULL, self->staff_id, self->clock, error);
  return zg_case_desk_set_field (db, a_case, "tracking", "YT1", self->clock, error)
         && zg_case_desk_set_field (db, a_case, "note", "comes on Friday", self->clock, error)
         && zg_case_desk_set_field (db, a_case, "who", "", self->clock, error)
         && zg_case_desk_set_field (db, a_case, "due", "2026-09-23T14:20:00", self->clock, error)
         && zg_case_desk_save (db, before, a_case, self->staff_id, self->clock, error);
}

/* What is done, and how the case looks then. */
static const struct {
  const char *what;
  const char *looks;
} acts[] = {
  { "step", "approved open due 168 not-asked    who 1 new 0: gift 0 chosen" },
  { "offer", "asked open due 48 not-asked    who 1 new 0: gift 0 chosen coupon 500" },
  { "choose", "asked open due 48 not-asked    who 1 new 0: gift 0 chosen" },
  { "do", "asked open due 48 not-asked    who 1 new 0: gift 0 chosen done" },
  { "resend", "asked open due 48 not-asked    who 1 new 1: gift 0 chosen" },
  { "set", "asked open due 24 set not-asked  YT1 comes on Friday who 0 new 0: gift 0 chosen" },
};

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      gint64 id = add_order (self, number, ZG_ORDER_RECEIVED);
      g_autoptr(ZgCase) a_case = open_good (self, id, "exchange");
      g_autoptr(ZgCase) before = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *first = NULL;
      g_autofree char *then = NULL;
      g_autofree char *last = NULL;

      g_assert_true (zg_case_desk_offer (self->db, a_case, "gift", 0, 0, self->clock, NULL));
      g_assert_true (zg_case_desk_choose (self->db, a_case, 1, TRUE, 0, self->clock, NULL));
      before = zg_case_copy (a_case);
      first = describe (self, a_case->id);
      g_assert_true (act (self, a_case, acts[i].what, &error));
      g_assert_no_error (error);
      then = describe (self, a_case->id);
      g_assert_cmpstr (then, ==, acts[i].looks);
      g_assert_true (zg_case_desk_take_back (self->db, before, a_case, self->staff_id, self->clock, &error));
      g_assert_no_error (error);
      last = describe (self, a_case->id);
      g_assert_cmpstr (last, ==, first);
      /* Once: what was taken back can't be taken back again. */
      g_assert_false (zg_case_desk_take_back (self->db, before, a_case, self->staff_id, self->clock, &error));
      g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
    }
}

static void
test_undo_end (Fixture       *self,
               gconstpointer  data)
{
  static const char * const ends[] = { "close", "close-by-step" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      gint64 id = add_order (self, number, ZG_ORDER_PAID);
      g_autoptr(ZgCase) a_case = open_good (self, id, "cancel");
      g_autoptr(ZgCase) before = zg_case_copy (a_case);
      g_autofree char *text = NULL;
      g_autofree char *first = describe (self, a_case->id);
      g_autofree char *last = NULL;

      g_assert_true (act (self, a_case, ends[i], NULL));
      g_assert_true (can_pack (self, id));
      g_assert_true (zg_case_desk_take_back (self->db, before, a_case, 0, self->clock, NULL));
      last = describe (self, a_case->id);
      g_assert_cmpstr (last, ==, first);
      g_assert_false (can_pack (self, id));
      text = describe_order (self, id);
      g_assert_cmpstr (text, ==, "1 held");
    }
}

static void
test_undo_open (Fixture       *self,
                gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_PAID);
  g_autoptr(ZgCase) a_case = open_good (self, id, "cancel");
  g_autoptr(ZgCase) old = zg_case_copy (a_case);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (zg_case_desk_step (self->db, a_case, "stopped", NULL, 0, self->clock, NULL));
  g_assert_false (zg_case_desk_remove (self->db, old, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_assert_true (zg_case_desk_remove (self->db, a_case, NULL));
  text = describe_order (self, id);
  g_assert_cmpstr (text, ==, "0");
  g_assert_true (can_pack (self, id));
}

/* Whatever the second clerk does with a case that the first has changed: nothing is lost. */
static void
test_stale (Fixture       *self,
            gconstpointer  data)
{
  static const char * const what[] = { "step", "offer", "choose", "close", "resend", "set" };

  for (gsize i = 0; i < G_N_ELEMENTS (what); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      gint64 id = add_order (self, number, ZG_ORDER_RECEIVED);
      g_autoptr(ZgCase) mine = open_good (self, id, "exchange");
      g_autoptr(ZgCase) theirs = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;

      g_assert_true (zg_case_desk_offer (self->db, mine, "gift", 0, 0, self->clock, NULL));
      theirs = zg_case_table_load (self->db, mine->id, NULL);
      g_assert_true (zg_case_desk_step (self->db, theirs, "approved", NULL, 0, self->clock, NULL));
      before = describe (self, mine->id);
      g_test_message ("%s", what[i]);
      if (strcmp (what[i], "step") == 0)
        g_assert_false (zg_case_desk_step (self->db, mine, "sent-back", "saw it", 0, self->clock, &error));
      else
        g_assert_false (act (self, mine, what[i], &error));
      g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
      if (strcmp (what[i], "resend") != 0)
        {
          g_autofree char *after = describe (self, mine->id);

          g_assert_cmpstr (after, ==, before);
        }
    }
}

static void
test_log (Fixture       *self,
          gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) a_case = open_good (self, id, "exchange");
  g_autoptr(ZgCase) before = NULL;
  g_autoptr(ZgCaseFile) file = NULL;
  g_autoptr(GString) log = g_string_new (NULL);

  g_assert_true (zg_case_desk_offer (self->db, a_case, "gift", 0, self->staff_id, self->clock, NULL));
  before = zg_case_copy (a_case);
  g_assert_true (act (self, a_case, "set", NULL));
  g_assert_true (act (self, a_case, "set", NULL));
  g_assert_true (zg_case_desk_take_back (self->db, before, a_case, 0, self->clock, NULL));
  file = zg_case_desk_load (self->db, a_case->id, self->clock, NULL);
  for (guint i = 0; i < file->lines->len; i++)
    {
      const ZgCaseLine *line = g_ptr_array_index (file->lines, i);

      g_assert_cmpint (line->at, ==, NOW);
      g_string_append_printf (log, "%s|%s|%s\n", line->staff_name != NULL ? line->staff_name : "", line->type, line->text);
    }
  /* An edit that changes nothing is none. */
  g_assert_cmpstr (log->str, ==, "小林|opened|exchange\n小林|offered|gift\n"
                   "小林|set|Looked after by: —; Due: Tomorrow 14:20; Tracking number: YT1; Note: comes on Friday\n|taken-back|\n");
}

static void
check_resent (const ZgOrder *order,
              gint64         first_id)
{
  g_assert_cmpint (order->kind, ==, ZG_ORDER_RESEND);
  g_assert_cmpint (order->belongs_to, ==, first_id);
  g_assert_cmpint (order->state, ==, ZG_ORDER_PAID);
  g_assert_cmpint (order->total, ==, 0);
  g_assert_cmpint (order->paid, ==, 0);
  g_assert_cmpint (order->confirmed_at, ==, ZG_TIME_NONE);
  g_assert_cmpint (order->ordered_at, ==, NOW);
  g_assert_cmpstr (order->recipient.text, ==, "王晓雯");
  g_assert_cmpstr (order->phone.text, ==, "13800000001");
  g_assert_cmpstr (order->address->district, ==, "西湖区");
  g_assert_cmpstr (order->platform, ==, "taobao");
  g_assert_null (order->facts);
}

static void
test_resend (Fixture       *self,
             gconstpointer  data)
{
  gint64 id = add_order (self, "2609", ZG_ORDER_RECEIVED);
  gint64 taken_id = add_order (self, "2609-R1", ZG_ORDER_PAID);
  g_autoptr(ZgCase) a_case = open_good (self, id, "exchange");
  g_autoptr(GArray) quantities = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr(ZgOrder) order = NULL;
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(GError) error = NULL;
  gint64 nothing[] = { 0, 0 }, too_many[] = { 0, 3 }, one[] = { 0, 1 };

  g_assert_cmpint (taken_id, >, 0);
  g_array_append_vals (quantities, nothing, 2);
  g_assert_false (zg_case_desk_resend (self->db, a_case, quantities, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  memcpy (quantities->data, too_many, sizeof too_many);
  g_assert_false (zg_case_desk_resend (self->db, a_case, quantities, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  memcpy (quantities->data, one, sizeof one);
  g_assert_true (zg_case_desk_resend (self->db, a_case, quantities, self->staff_id, self->clock, &error));
  g_assert_no_error (error);

  order = zg_order_table_load (self->db, a_case->new_order_id, NULL);
  g_assert_cmpstr (order->number, ==, "2609-R2");
  check_resent (order, id);
  g_assert_cmpuint (order->items->len, ==, 1);
  g_assert_cmpstr (((const ZgOrderItem *) order->items->pdata[0])->title, ==, "围巾");
  g_assert_cmpint (((const ZgOrderItem *) order->items->pdata[0])->quantity, ==, 1);
  g_assert_cmpint (((const ZgOrderItem *) order->items->pdata[0])->price, ==, 0);

  /* Who gets something again has not bought again. */
  customer = zg_customer_table_load (self->db, self->customer_id, NULL);
  g_assert_cmpint (customer->n_orders, ==, 2);
  g_assert_cmpint (customer->last_order_at, ==, NOW - 9 * ZG_TIME_DAY);

  g_assert_false (zg_case_desk_resend (self->db, a_case, NULL, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

/* Goods go out again only where the type of the case is about that. */
static void
test_resend_by_type (Fixture       *self,
                     gconstpointer  data)
{
  static const char * const sends = " return exchange resend lost stuck refused intercepted ";
  const GPtrArray *types = zg_case_type_list ();

  for (guint i = 0; i < types->len; i++)
    {
      const ZgCaseType *type = g_ptr_array_index (types, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *word = g_strdup_printf (" %s ", type->key);
      ZgOrderState state = ZG_ORDER_PAID;
      g_autoptr(ZgCase) a_case = NULL;

      while ((type->states & (1u << state)) == 0)
        state++;
      a_case = open_good (self, add_order (self, number, state), type->key);
      g_test_message ("%s", type->key);
      g_assert_cmpint (zg_case_desk_resend (self->db, a_case, NULL, 0, self->clock, NULL), ==, strstr (sends, word) != NULL);
    }
}

static void
test_undo_resend (Fixture       *self,
                  gconstpointer  data)
{
  gint64 id = add_order (self, "2609", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) a_case = open_good (self, id, "resend");
  g_autoptr(ZgCase) before = zg_case_copy (a_case);
  g_autoptr(ZgOrder) order = NULL;
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(GError) error = NULL;
  ZgOrderMoveRequest request = { .to = ZG_ORDER_PACKED, .at = NOW, .actor = ZG_ACTOR_DESK, .reason = "now" };
  gint64 found;

  g_assert_true (zg_case_desk_resend (self->db, a_case, NULL, 0, self->clock, NULL));
  g_assert_true (zg_case_desk_take_back (self->db, before, a_case, 0, self->clock, &error));
  g_assert_no_error (error);
  g_assert_true (zg_order_table_find_in_any_shop (self->db, "taobao", "2609-R1", &found, NULL));
  g_assert_cmpint (found, ==, 0);

  /* What somebody has packed does not vanish. */
  zg_case_free (a_case);
  a_case = zg_case_table_load (self->db, before->id, NULL);
  zg_case_free (before);
  before = zg_case_copy (a_case);
  g_assert_true (zg_case_desk_resend (self->db, a_case, NULL, 0, self->clock, NULL));
  order = zg_order_table_load (self->db, a_case->new_order_id, NULL);
  g_assert_true (zg_order_gate_move (self->db, order, &request, NULL));
  g_assert_false (zg_case_desk_take_back (self->db, before, a_case, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

static void
test_rules (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) follows = open_good (self, id, "return");
  g_autoptr(ZgCase) set = open_good (self, id, "exchange");
  g_autoptr(ZgCaseRule) rule = zg_case_rule_new ("taobao", "return", "asked", 3);
  g_autoptr(ZgCaseRule) other = zg_case_rule_new ("", "exchange", "asked", 3);
  g_autoptr(ZgCaseRule) wrong_type = zg_case_rule_new ("", "tantrum", "asked", 3);
  g_autoptr(ZgCaseRule) wrong_step = zg_case_rule_new ("", "return", "paid-back", 3);
  g_autoptr(GError) error = NULL;

  g_assert_true (act (self, set, "set", NULL));
  g_assert_true (zg_case_desk_set_rule (self->db, rule, NULL));
  g_assert_true (zg_case_desk_set_rule (self->db, other, NULL));
  zg_case_free (follows);
  follows = zg_case_table_load (self->db, 1, NULL);
  g_assert_cmpint (follows->due_at, ==, NOW + 3 * ZG_TIME_HOUR);
  g_assert_cmpint (follows->version, ==, 1);
  zg_case_free (set);
  set = zg_case_table_load (self->db, 2, NULL);
  g_assert_cmpint (set->due_at, ==, NOW + 24 * ZG_TIME_HOUR);
  rule->hours = -1;
  g_assert_true (zg_case_desk_set_rule (self->db, rule, NULL));
  zg_case_free (follows);
  follows = zg_case_table_load (self->db, 1, NULL);
  g_assert_cmpint (follows->due_at, ==, NOW + 48 * ZG_TIME_HOUR);

  g_assert_false (zg_case_desk_set_rule (self->db, wrong_type, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (zg_case_desk_set_rule (self->db, wrong_step, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

/* The due list as "case 1 Exchange: Asked for; promise 1 the difference". */
static char *
describe_due (Fixture *self,
              ZgTime   until)
{
  g_autoptr(GPtrArray) list = zg_due_list (self->db, until, self->clock, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const ZgDue *due = g_ptr_array_index (list, i);

      if (due->kind != ZG_DUE_CASE && due->kind != ZG_DUE_PROMISE)
        continue;
      g_assert_cmpint (due->customer_id, ==, self->customer_id);
      g_assert_cmpstr (due->customer, ==, "王晓雯");
      g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? "; " : "", zg_due_kind_to_word (due->kind), due->number, due->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gint64
promise (Fixture    *self,
         gint64      order_id,
         const char *text,
         ZgTime      due_at)
{
  g_autoptr(ZgPromise) new_promise = zg_promise_new (text, 500, due_at);
  g_autoptr(GError) error = NULL;

  new_promise->order_id = order_id;
  new_promise->staff_id = self->staff_id;
  zg_order_promise_add (self->db, new_promise, self->clock, &error);
  g_assert_no_error (error);
  return new_promise->id;
}

static void
test_due (Fixture       *self,
          gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_COMPLETED);
  g_autoptr(ZgCase) a_case = open_good (self, id, "exchange");
  gint64 promise_id = promise (self, id, "the difference", NOW + ZG_TIME_HOUR);
  g_autoptr(ZgPromise) kept = NULL;
  g_autofree char *now = describe_due (self, NOW);
  g_autofree char *soon = describe_due (self, NOW + ZG_TIME_HOUR);
  g_autofree char *later = describe_due (self, NOW + 48 * ZG_TIME_HOUR);
  g_autofree char *last = NULL;

  g_assert_cmpstr (now, ==, "");
  g_assert_cmpstr (soon, ==, "promise 1 the difference");
  g_assert_cmpstr (later, ==, "promise 1 the difference; case 1 Exchange: Asked for");
  kept = zg_promise_table_load (self->db, promise_id, NULL);
  g_assert_true (zg_order_promise_end (self->db, kept, ZG_PROMISE_KEPT, 0, self->clock, NULL));
  g_assert_true (zg_case_desk_close (self->db, a_case, "kept it", 0, 0, self->clock, NULL));
  last = describe_due (self, NOW + 48 * ZG_TIME_HOUR);
  g_assert_cmpstr (last, ==, "");
}

static void
test_promise (Fixture       *self,
              gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_COMPLETED);
  gint64 promise_id = promise (self, id, "the difference", NOW);
  g_autoptr(ZgPromise) mine = zg_promise_table_load (self->db, promise_id, NULL);
  g_autoptr(ZgPromise) theirs = zg_promise_copy (mine);
  g_autoptr(ZgPromise) before = zg_promise_copy (mine);
  g_autoptr(ZgPromise) nothing = zg_promise_new ("", 0, NOW);
  g_autoptr(ZgPromise) lost = zg_promise_new ("on no order", 0, NOW);
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (mine->staff_name, ==, "小林");
  g_assert_true (zg_order_promise_end (self->db, mine, ZG_PROMISE_WITHDRAWN, 0, self->clock, NULL));
  g_assert_false (zg_order_promise_end (self->db, theirs, ZG_PROMISE_KEPT, 0, self->clock, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (zg_order_promise_take_back (self->db, before, mine, NULL));
  open = zg_promise_table_list_open (self->db, ZG_TIME_NONE, NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (((const ZgPromise *) open->pdata[0])->done_at, ==, ZG_TIME_NONE);
  g_assert_false (zg_order_promise_remove (self->db, mine, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (zg_order_promise_remove (self->db, open->pdata[0], NULL));
  nothing->order_id = id;
  g_assert_false (zg_order_promise_add (self->db, nothing, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (zg_order_promise_add (self->db, lost, self->clock, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
}

/* The changes in the customer's timeline, the oldest first: "Return Opened; Promise the difference". */
static char *
describe_timeline (Fixture *self)
{
  g_autoptr(ZgTimeline) timeline = zg_timeline_load (self->db, self->customer_id, NULL, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = timeline->entries->len; i > 0; i--)
    {
      const ZgTimelineEntry *entry = g_ptr_array_index (timeline->entries, i - 1);

      if (entry->contact != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", entry->contact->title, entry->contact->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_timeline (Fixture    *self,
                 const char *wanted)
{
  g_autofree char *found = describe_timeline (self);

  g_assert_cmpstr (found, ==, wanted);
}

/* What comes up, ends and is promised stands in the timeline; what is taken back does not. */
static void
test_timeline (Fixture       *self,
               gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) a_case = open_good (self, id, "return");
  g_autoptr(ZgCase) before = zg_case_copy (a_case);
  g_autoptr(ZgPromise) kept = NULL;
  g_autoptr(ZgPromise) promised = NULL;

  assert_timeline (self, "Return Opened");
  set_time (self, NOW + ZG_TIME_HOUR);
  g_assert_true (zg_case_desk_close (self->db, a_case, "kept it", 0, 0, self->clock, NULL));
  assert_timeline (self, "Return Opened; Return Closed: kept it");
  g_assert_true (zg_case_desk_take_back (self->db, before, a_case, 0, self->clock, NULL));
  assert_timeline (self, "Return Opened");
  zg_case_free (a_case);
  a_case = zg_case_table_load (self->db, before->id, NULL);
  g_assert_true (zg_case_desk_step (self->db, a_case, "approved", NULL, 0, self->clock, NULL));
  assert_timeline (self, "Return Opened");
  g_assert_true (zg_case_desk_remove (self->db, a_case, NULL));
  assert_timeline (self, "");

  promised = zg_promise_table_load (self->db, promise (self, id, "the difference", NOW), NULL);
  kept = zg_promise_copy (promised);
  assert_timeline (self, "Promise the difference");
  set_time (self, NOW + 2 * ZG_TIME_HOUR);
  g_assert_true (zg_order_promise_end (self->db, kept, ZG_PROMISE_KEPT, 0, self->clock, NULL));
  assert_timeline (self, "Promise the difference; Promise kept: the difference");
  g_assert_true (zg_order_promise_take_back (self->db, promised, kept, NULL));
  assert_timeline (self, "Promise the difference");
  zg_promise_free (kept);
  kept = zg_promise_table_load (self->db, promised->id, NULL);
  g_assert_true (zg_order_promise_remove (self->db, kept, NULL));
  assert_timeline (self, "");
}

/* What the desk sees of a return: until when it may come back, and its files. */
static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_RECEIVED);
  g_autoptr(ZgCase) a_case = open_good (self, id, "return");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a picture of a hole", 19);
  g_autoptr(ZgAttachment) attachment = zg_attachment_new ("hole.txt", bytes, NULL);
  g_autoptr(ZgCaseFile) file = NULL;
  g_autoptr(ZgOrderFile) order_file = NULL;
  g_autoptr(GPtrArray) of_customer = NULL;
  const ZgReturnWindow *window;

  g_assert_true (zg_case_desk_attach (self->db, a_case, attachment, self->staff_id, self->clock, NULL));
  file = zg_case_desk_load (self->db, a_case->id, self->clock, NULL);
  g_assert_cmpuint (file->attachments->len, ==, 1);
  g_assert_cmpstr (((const ZgAttachment *) file->attachments->pdata[0])->name, ==, "hole.txt");
  of_customer = zg_attachment_table_list (self->db, self->customer_id, NULL);
  g_assert_cmpuint (of_customer->len, ==, 1);
  g_assert_cmpint (((const ZgAttachment *) of_customer->pdata[0])->case_id, ==, a_case->id);
  g_assert_cmpuint (file->windows->len, ==, 2);
  window = g_ptr_array_index (file->windows, 0);
  g_assert_cmpint (window->state, ==, ZG_RETURN_OPEN);
  g_assert_cmpstr (window->text, ==, "May go back without a reason to the end of 2026-09-24.");

  order_file = zg_order_desk_open (self->db, id, self->clock, NULL);
  g_assert_cmpuint (order_file->cases->len, ==, 1);
  g_assert_cmpuint (order_file->promises->len, ==, 0);
}

/* Refunds that a file told of are offered, not opened. */
static void
test_refunds (Fixture       *self,
              gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_SHIPPED);
  gint64 other_id = add_order (self, "2", ZG_ORDER_SHIPPED);
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, id, NULL);
  g_autoptr(ZgCase) a_case = NULL;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  g_autoptr(GArray) long_after = NULL;

  order->holds |= ZG_HOLD_REFUND;
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, NULL));
  before = zg_case_desk_list_refunds (self->db, self->clock, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (g_array_index (before, gint64, 0), ==, id);
  g_assert_cmpint (other_id, !=, id);
  set_time (self, NOW + 200 * ZG_TIME_DAY);
  long_after = zg_case_desk_list_refunds (self->db, self->clock, NULL);
  g_assert_cmpuint (long_after->len, ==, 0);
  set_time (self, NOW);
  a_case = open_good (self, id, "refund-only");
  after = zg_case_desk_list_refunds (self->db, self->clock, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

/* An order that is kept without its buyer has nothing of the case, and is not stopped by it for good. */
static void
test_erase (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = add_order (self, "1", ZG_ORDER_PAID);
  g_autoptr(ZgCase) a_case = open_good (self, id, "cancel");
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 n_orders;

  promise (self, id, "the difference", NOW);
  g_assert_true (zg_case_desk_offer (self->db, a_case, "gift", 0, 0, self->clock, NULL));
  zg_erase_table_erase (self->db, self->customer_id, TRUE, NOW, &n_orders, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_orders, ==, 1);
  text = describe_order (self, id);
  g_assert_cmpstr (text, ==, "0");
  g_assert_null (zg_case_table_load (self->db, a_case->id, NULL));
  {
    g_autoptr(GPtrArray) promises = zg_promise_table_list_for_order (self->db, id, NULL);

    g_assert_cmpuint (promises->len, ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/case-desk/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("derived", test_derived);
  ADD ("two-cases", test_two_cases);
  ADD ("parcel", test_parcel);
  ADD ("second-of-a-kind", test_second_of_a_kind);
  ADD ("stale-editor", test_stale_editor);
  ADD ("undo", test_undo);
  ADD ("undo-end", test_undo_end);
  ADD ("undo-open", test_undo_open);
  ADD ("stale", test_stale);
  ADD ("log", test_log);
  ADD ("resend", test_resend);
  ADD ("resend-by-type", test_resend_by_type);
  ADD ("undo-resend", test_undo_resend);
  ADD ("rules", test_rules);
  ADD ("due", test_due);
  ADD ("promise", test_promise);
  ADD ("file", test_file);
  ADD ("timeline", test_timeline);
  ADD ("refunds", test_refunds);
  ADD ("erase", test_erase);

  return g_test_run ();
}
