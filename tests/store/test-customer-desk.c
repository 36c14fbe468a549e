/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-change.h"
#include "zg-customer-desk.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-same-customer.h"
#include "zg-store.h"

/* 2026-09-22 14:20 in China. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgStore *store;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (NULL);
  path = g_build_filename (self->folder, "shop", "shop.db", NULL);
  self->store = zg_store_open (path, &error);
  g_assert_no_error (error);
  self->clock = zg_clock_new_fixed (NOW, zone);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  g_clear_object (&self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
}

/* Each test is one job on the writing thread, with the clock as its data. */
static void
run_as_write (Fixture       *self,
              gconstpointer  func)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = zg_store_write (self->store, (ZgStoreFunc) func, self->clock, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static ZgCustomer *
create (ZgDatabase *db,
        ZgClock    *clock,
        const char *name,
        const char *contact)
{
  g_autoptr(GError) error = NULL;
  ZgCustomer *customer = zg_customer_desk_sketch (name, "taobao", contact);

  zg_customer_desk_create (db, customer, clock, &error);
  g_assert_no_error (error);
  return customer;
}

static void
test_sketch (void)
{
  static const struct {
    const char *contact;
    guint n_phones;
    guint n_accounts;
  } cases[] = {
    { "138 0000 2468", 1, 0 },
    { "+86 13800002468", 1, 0 },
    { "0571-88880468", 1, 0 },
    { "晓雯_xw", 0, 1 },
    { "tb123", 0, 1 },
    { "", 0, 0 },
    { NULL, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_desk_sketch ("王晓雯", "taobao", cases[i].contact);

      g_assert_cmpuint (customer->phones->len, ==, cases[i].n_phones);
      g_assert_cmpuint (customer->accounts->len, ==, cases[i].n_accounts);
    }
}

static gboolean
same_is_found (ZgDatabase    *db,
               gpointer       clock,
               GCancellable  *cancellable,
               GError       **error)
{
  static const struct {
    const char *contact;
    int found;
  } cases[] = {
    { "138 0000 2468", 1 },
    { "+8613800002468", 1 },
    { "晓雯_xw", 2 },
    { "13800002469", 0 },
    { "138****2468", 0 },
    { "晓**", 0 },
  };
  g_autoptr(ZgCustomer) by_phone = create (db, clock, "王晓雯", "13800002468");
  g_autoptr(ZgCustomer) by_account = create (db, clock, "晓雯", "晓雯_xw");
  g_autoptr(ZgCustomer) hidden = create (db, clock, "王**", "138****2468");
  g_auto(ZgSameCustomer) own_phone = { 0 };
  g_auto(ZgSameCustomer) own_account = { 0 };

  g_assert_cmpint (hidden->id, !=, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_desk_sketch ("王", "taobao", cases[i].contact);
      g_auto(ZgSameCustomer) same = { 0 };

      g_assert_true (zg_same_customer_find (db, customer, &same, error));
      g_assert_cmpint (same.id, ==, cases[i].found == 0 ? 0 : cases[i].found == 1 ? by_phone->id : by_account->id);
    }

  /* Nobody is their own double. */
  g_assert_true (zg_same_customer_find (db, by_phone, &own_phone, error));
  g_assert_cmpint (own_phone.id, ==, 0);
  g_assert_true (zg_same_customer_find (db, by_account, &own_account, error));
  g_assert_cmpint (own_account.id, ==, 0);
  return TRUE;
}

static gboolean
account_has_one_owner (ZgDatabase    *db,
                       gpointer       clock,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(ZgCustomer) owner = create (db, clock, "王晓雯", "晓雯_xw");
  g_autoptr(ZgCustomer) other = zg_customer_desk_sketch ("李静", "taobao", "晓雯_xw");
  g_autoptr(ZgCustomer) nobody = zg_customer_desk_sketch (" ", "taobao", "");
  g_autoptr(GError) refused = NULL;
  g_autoptr(GError) invalid = NULL;

  g_assert_cmpint (owner->id, !=, 0);
  g_assert_false (zg_customer_desk_create (db, other, clock, &refused));
  g_assert_error (refused, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (refused->message, "王晓雯"));
  g_assert_false (zg_customer_desk_create (db, nobody, clock, &invalid));
  g_assert_error (invalid, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  return TRUE;
}

static gboolean
edit_is_logged_and_taken_back (ZgDatabase    *db,
                               gpointer       clock,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr(ZgCustomer) before = create (db, clock, "王晓雯", "13800002468");
  g_autoptr(ZgCustomer) edited = zg_customer_copy (before);
  g_autoptr(ZgCustomer) saved = NULL;
  g_autoptr(ZgCustomerFile) changed = NULL;
  g_autoptr(ZgCustomerFile) back = NULL;
  const ZgTimelineEntry *entry;
  gint64 contact_id = 0;

  zg_personal_set (&edited->name, "王小雯");
  g_ptr_array_set_size (edited->phones, 0);
  zg_customer_field_set_text (edited, ZG_CUSTOMER_FIELD_TAGS, "价格在意，L 码, ,价格在意", NULL);
  g_free (edited->type);
  edited->type = g_strdup ("price");
  g_assert_true (zg_customer_field_set_text (edited, ZG_CUSTOMER_FIELD_BIRTHDAY, "农历八月十八", error));
  edited->consent = ZG_CONSENT_NO;
  edited->size = (ZgBodySize) { .height = 1650, .weight = 52500, .shoe = g_strdup ("37"), .usual = g_strdup ("L") };
  g_assert_true (zg_customer_desk_change (db, before, edited, FALSE, 0, clock, &saved, &contact_id, error));

  changed = zg_customer_desk_open (db, before->id, NULL, error);
  g_assert_cmpuint (changed->customer->tags->len, ==, 2);
  g_assert_cmpstr (changed->customer->type, ==, "price");
  g_assert_cmpint (changed->customer->birthday.calendar, ==, ZG_CALENDAR_LUNAR);
  g_assert_cmpint (changed->customer->birthday.day, ==, 18);
  g_assert_cmpint (changed->customer->consent, ==, ZG_CONSENT_NO);
  g_assert_cmpint (changed->customer->consent_at, ==, zg_clock_now (clock));
  g_assert_true (zg_body_size_equal (&changed->customer->size, &edited->size));
  g_assert_cmpuint (changed->timeline->entries->len, ==, 1);
  entry = g_ptr_array_index (changed->timeline->entries, 0);
  g_assert_cmpint (entry->contact->kind, ==, ZG_CONTACT_CHANGE);
  g_assert_cmpint (entry->contact->id, ==, contact_id);
  g_assert_nonnull (strstr (entry->contact->text, "王晓雯 → 王小雯"));
  /* A change is no contact with the customer. */
  g_assert_cmpint (changed->customer->last_contact_at, ==, ZG_TIME_NONE);

  g_assert_true (zg_customer_desk_take_back (db, before, saved, contact_id, clock, error));
  back = zg_customer_desk_open (db, before->id, NULL, error);
  g_assert_cmpstr (back->customer->name.text, ==, "王晓雯");
  g_assert_cmpuint (back->customer->phones->len, ==, 1);
  g_assert_cmpuint (back->customer->tags->len, ==, 0);
  g_assert_cmpuint (back->timeline->entries->len, ==, 0);
  return TRUE;
}

/* Three jobs on the same customer, each a transaction of its own: a failed one is rolled back. */
typedef struct {
  ZgClock *clock;
  ZgCustomer *shown;
  ZgCustomer *mine;
  ZgCustomer *present;
  gboolean even_if_changed;
} Edit;

static gboolean
somebody_else_saves (ZgDatabase    *db,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Edit *edit = data;
  g_autoptr(ZgCustomer) theirs = NULL;
  gint64 contact_id;

  edit->shown = create (db, edit->clock, "王晓雯", "13800002468");
  edit->mine = zg_customer_copy (edit->shown);
  theirs = zg_customer_copy (edit->shown);
  g_ptr_array_set_size (theirs->phones, 0);
  zg_customer_add_phone (theirs, "13900001111", NULL);
  return zg_customer_desk_change (db, edit->shown, theirs, FALSE, 0, edit->clock, NULL, &contact_id, error);
}

static gboolean
i_save (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Edit *edit = data;
  gint64 contact_id;

  return zg_customer_desk_change (db, edit->shown, edit->mine, edit->even_if_changed, 0, edit->clock, NULL, &contact_id,
                                  error);
}

static gboolean
look (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Edit *edit = data;

  g_clear_pointer (&edit->present, zg_customer_free);
  edit->present = zg_customer_table_load (db, edit->mine->id, error);
  return edit->present != NULL;
}

static void
test_two_edit (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Edit edit = { .clock = self->clock };
  ZgCustomerPhone *phone;

  g_assert_true (zg_store_write (self->store, somebody_else_saves, &edit, &error));
  g_assert_no_error (error);

  /* What nobody else touched is saved, and what they did stays. */
  g_free (edit.mine->note);
  edit.mine->note = g_strdup ("喜欢黑色");
  g_assert_true (zg_store_write (self->store, i_save, &edit, &error));
  g_assert_no_error (error);
  g_assert_true (zg_store_read (self->store, look, &edit, &error));
  g_assert_cmpstr (edit.present->note, ==, "喜欢黑色");
  g_assert_cmpuint (edit.present->phones->len, ==, 1);
  phone = edit.present->phones->pdata[0];
  g_assert_cmpstr (phone->phone->digits, ==, "13900001111");

  /* They had put another number in place of mine: I am told, and mine comes back only if I say so again. */
  phone = edit.mine->phones->pdata[0];
  phone->label = g_strdup ("单位");
  g_assert_false (zg_store_write (self->store, i_save, &edit, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "139 0000 1111"));
  g_clear_error (&error);

  edit.even_if_changed = TRUE;
  g_assert_true (zg_store_write (self->store, i_save, &edit, &error));
  g_assert_no_error (error);
  g_assert_true (zg_store_read (self->store, look, &edit, &error));
  g_assert_cmpuint (edit.present->phones->len, ==, 1);
  phone = edit.present->phones->pdata[0];
  g_assert_cmpstr (phone->label, ==, "单位");
  g_assert_cmpstr (phone->phone->digits, ==, "13800002468");
  zg_customer_free (edit.shown);
  zg_customer_free (edit.mine);
  zg_customer_free (edit.present);
}

static gboolean
follow_up_runs_its_course (ZgDatabase    *db,
                           gpointer       clock,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(ZgCustomer) customer = create (db, clock, "王晓雯", NULL);
  g_autoptr(ZgCustomerFile) open = NULL;
  g_autoptr(ZgCustomerFile) done = NULL;
  g_autoptr(ZgCustomerFile) again = NULL;
  g_autoptr(GError) past = NULL;
  g_autoptr(GError) empty = NULL;
  ZgTime due = zg_customer_desk_due_in_days (3, clock);
  gint64 id, contact_id;

  g_assert_cmpint (zg_customer_desk_add_follow_up (db, customer->id, zg_customer_desk_due_in_days (-1, clock), "", 0,
                                                   clock, &past), ==, 0);
  g_assert_error (past, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_assert_cmpint (zg_customer_desk_add_note (db, customer->id, " \n", 0, clock, &empty), ==, 0);
  g_assert_error (empty, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);

  id = zg_customer_desk_add_follow_up (db, customer->id, due, " 问围巾 ", 0, clock, error);
  g_assert_cmpint (id, !=, 0);
  open = zg_customer_desk_open (db, customer->id, NULL, error);
  g_assert_cmpuint (open->follow_ups->len, ==, 1);
  g_assert_cmpstr (((ZgFollowUp *) open->follow_ups->pdata[0])->text, ==, "问围巾");

  contact_id = zg_customer_desk_finish_follow_up (db, open->follow_ups->pdata[0], 0, clock, error);
  done = zg_customer_desk_open (db, customer->id, NULL, error);
  g_assert_cmpuint (done->follow_ups->len, ==, 0);
  g_assert_cmpint (done->customer->last_contact_at, ==, NOW);

  g_assert_true (zg_customer_desk_reopen_follow_up (db, id, contact_id, error));
  again = zg_customer_desk_open (db, customer->id, NULL, error);
  g_assert_cmpuint (again->follow_ups->len, ==, 1);
  g_assert_cmpuint (again->timeline->entries->len, ==, 0);
  return TRUE;
}

static gboolean
sums_leave_out_what_was_not_paid (ZgDatabase    *db,
                                  gpointer       clock,
                                  GCancellable  *cancellable,
                                  GError       **error)
{
  static const struct {
    ZgOrderState state;
    gint64 paid;
  } orders[] = {
    { ZG_ORDER_UNPAID, 0 },
    { ZG_ORDER_PAID, 10000 },
    { ZG_ORDER_COMPLETED, 5001 },
    { ZG_ORDER_CLOSED, 0 },
  };
  g_autoptr(ZgCustomer) customer = create (db, clock, "王晓雯", NULL);
  g_autoptr(ZgCustomerFile) file = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();

      g_free (order->platform);
      order->platform = g_strdup ("taobao");
      order->number = g_strdup_printf ("24680000%d", (int) i);
      order->customer_id = customer->id;
      order->state = orders[i].state;
      order->paid = orders[i].paid;
      order->ordered_at = NOW - (ZgTime) i * ZG_TIME_DAY;
      g_assert_true (zg_order_table_insert (db, order, 0, error));
    }
  g_assert_true (zg_customer_table_refresh_totals (db, customer->id, error));

  file = zg_customer_desk_open (db, customer->id, NULL, error);
  g_assert_cmpint (file->n_unfinished, ==, 2);
  g_assert_cmpint (file->average, ==, 7501);
  g_assert_cmpuint (file->timeline->entries->len, ==, 4);
  return TRUE;
}

static void
test_days (void)
{
  static const struct {
    const char *last_order;
    const char *last_contact;
    int days;
  } cases[] = {
    { NULL, NULL, -1 },
    { "2026-09-22T00:01:00+08:00", NULL, 0 },
    { "2026-09-21T23:59:00+08:00", NULL, 1 },
    { "2026-08-21T12:00:00+08:00", NULL, 32 },
    { "2026-08-21T12:00:00+08:00", "2026-09-20T12:00:00+08:00", 2 },
    { "2026-09-20T12:00:00+08:00", "2026-08-21T12:00:00+08:00", 2 },
    { "2026-09-23T12:00:00+08:00", NULL, 0 },
  };
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(ZgClock) clock = zg_clock_new_fixed (NOW, zone);
  ZgTime due;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZgTime last_order = ZG_TIME_NONE;
      ZgTime last_contact = ZG_TIME_NONE;

      if (cases[i].last_order != NULL)
        g_assert_true (zg_time_parse_iso (cases[i].last_order, zone, &last_order, NULL));
      if (cases[i].last_contact != NULL)
        g_assert_true (zg_time_parse_iso (cases[i].last_contact, zone, &last_contact, NULL));
      g_assert_cmpint (zg_customer_desk_quiet_days (last_order, last_contact, clock), ==, cases[i].days);
    }

  g_assert_true (zg_time_parse_iso ("2026-10-01T10:00:00+08:00", zone, &due, NULL));
  g_assert_cmpint (zg_customer_desk_due_in_days (9, clock), ==, due);
  g_assert_cmpint (zg_customer_desk_due_on (2026, 10, 1, clock), ==, due);
  g_assert_cmpint (zg_customer_desk_due_in_days (0, clock), ==, NOW);
  g_assert_cmpint (zg_customer_desk_due_on (2026, 2, 30, clock), ==, ZG_TIME_NONE);
}

#define ADD(path, job) \
  g_test_add ("/customer-desk/" path, Fixture, (gconstpointer) job, set_up, run_as_write, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/customer-desk/sketch", test_sketch);
  ADD ("same-is-found", same_is_found);
  ADD ("account-has-one-owner", account_has_one_owner);
  ADD ("edit-is-logged-and-taken-back", edit_is_logged_and_taken_back);
  g_test_add ("/customer-desk/two-edit", Fixture, NULL, set_up, test_two_edit, tear_down);
  ADD ("follow-up", follow_up_runs_its_course);
  ADD ("sums", sums_leave_out_what_was_not_paid);
  g_test_add_func ("/customer-desk/days", test_days);

  return g_test_run ();
}
