/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-attachment-table.h"
#include "zg-contact-table.h"
#include "zg-customer-attachment.h"
#include "zg-customer-desk.h"
#include "zg-customer-interest.h"
#include "zg-customer-orders.h"
#include "zg-customer-table.h"
#include "zg-customer-tag.h"
#include "zg-error.h"
#include "zg-interest-table.h"
#include "zg-member-level.h"
#include "zg-order-table.h"
#include "zg-store.h"
#include "zg-tag-table.h"

/* What is kept with a customer: files, and what they asked for with the follow-up that reminds of it. */

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

  self->folder = shop_folder_make (&path);
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

static void
run_as_write (Fixture       *self,
              gconstpointer  func)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = zg_store_write (self->store, (ZgStoreFunc) func, self->clock, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static gint64
add_customer (ZgDatabase *db)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;

  zg_personal_set (&customer->name, "王晓雯");
  zg_customer_table_insert (db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
}

static ZgInterest *
sketch (gint64      customer_id,
        const char *product,
        ZgTime      ask_again_at)
{
  ZgInterest *interest = zg_interest_new ();

  g_free (interest->product);
  interest->product = g_strdup (product);
  g_free (interest->reason);
  interest->reason = g_strdup ("price");
  interest->customer_id = customer_id;
  interest->ask_again_at = ask_again_at;
  return interest;
}

/* The open follow-ups as one text: "day after now: text". */
static char *
list_open (ZgDatabase *db,
           gint64      customer_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) follow_ups = zg_follow_up_table_load_open (db, customer_id, G_MAXINT64, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const ZgFollowUp *follow_up = g_ptr_array_index (follow_ups, i);

      g_string_append_printf (text, "%s%d: %s", i > 0 ? "\n" : "", (int) ((follow_up->due_at - NOW) / ZG_TIME_DAY),
                              follow_up->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_open (ZgDatabase *db,
             gint64      customer_id,
             const char *wanted)
{
  g_autofree char *found = list_open (db, customer_id);

  g_assert_cmpstr (found, ==, wanted);
}

/* The interest that the shop file has, changed by hand to what follows. */
static ZgInterest *
load (ZgDatabase *db,
      gint64      id)
{
  g_autoptr(GError) error = NULL;
  ZgInterest *interest = zg_interest_table_load (db, id, &error);

  g_assert_no_error (error);
  return interest;
}

static gboolean
interest_reminds (ZgDatabase    *db,
                  gpointer       clock,
                  GCancellable  *cancellable,
                  GError       **error)
{
  static const struct {
    ZgInterestState state;
    int days;                   /* until to ask again, 0 for never */
    const char *product;
    const char *follow_ups;
  } cases[] = {
    { ZG_INTEREST_OPEN, 10, "衬衫", "10: Ask again: 衬衫" },
    { ZG_INTEREST_OPEN, 10, "裙子", "10: Ask again: 裙子" },
    { ZG_INTEREST_OPEN, 0, "裙子", "" },
    { ZG_INTEREST_BOUGHT, 7, "裙子", "" },
    { ZG_INTEREST_GIVEN_UP, 7, "裙子", "" },
    { ZG_INTEREST_GIVEN_UP, 0, "裙子", "" },
  };
  gint64 customer_id = add_customer (db);
  g_autoptr(ZgInterest) first = sketch (customer_id, " 裙子 ", NOW + 7 * ZG_TIME_DAY);

  g_assert_true (zg_customer_interest_add (db, first, clock, error));
  assert_open (db, customer_id, "7: Ask again: 裙子");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgInterest) before = load (db, first->id);
      g_autoptr(ZgInterest) after = zg_interest_copy (before);
      g_autoptr(ZgInterest) again = NULL;

      after->state = cases[i].state;
      after->ask_again_at = cases[i].days > 0 ? NOW + cases[i].days * ZG_TIME_DAY : ZG_TIME_NONE;
      g_free (after->product);
      after->product = g_strdup (cases[i].product);
      g_assert_true (zg_customer_interest_change (db, before, after, clock, error));
      assert_open (db, customer_id, cases[i].follow_ups);
      g_assert_true (zg_customer_interest_take_back (db, before, after, clock, error));
      assert_open (db, customer_id, "7: Ask again: 裙子");
      again = load (db, first->id);
      g_assert_cmpint (again->state, ==, ZG_INTEREST_OPEN);
      g_assert_cmpint (again->ask_again_at, ==, NOW + 7 * ZG_TIME_DAY);
      g_assert_cmpstr (again->product, ==, "裙子");
      g_assert_cmpint (again->follow_up_id, !=, 0);
    }
  return TRUE;
}

/* Somebody asked again and marked it done, or took it away: it does not come back by itself. */
static gboolean
reminder_is_left_alone (ZgDatabase    *db,
                        gpointer       clock,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(ZgInterest) interest = sketch (customer_id, "裙子", NOW + ZG_TIME_DAY);
  g_autoptr(ZgInterest) before = NULL;
  g_autoptr(ZgInterest) after = NULL;

  g_assert_true (zg_customer_interest_add (db, interest, clock, error));
  g_assert_true (zg_follow_up_table_finish (db, interest->follow_up_id, NOW, "", error));
  before = load (db, interest->id);
  after = zg_interest_copy (before);
  g_free (after->note);
  after->note = g_strdup ("想要红色");
  g_assert_true (zg_customer_interest_change (db, before, after, clock, error));
  assert_open (db, customer_id, "");

  g_assert_true (zg_follow_up_table_delete (db, interest->follow_up_id, error));
  g_clear_pointer (&before, zg_interest_free);
  before = load (db, interest->id);
  g_assert_cmpint (before->follow_up_id, ==, 0);
  g_clear_pointer (&after, zg_interest_free);
  after = zg_interest_copy (before);
  g_assert_true (zg_customer_interest_change (db, before, after, clock, error));
  assert_open (db, customer_id, "");

  after->ask_again_at = NOW + 3 * ZG_TIME_DAY;
  g_assert_true (zg_customer_interest_change (db, before, after, clock, error));
  assert_open (db, customer_id, "3: Ask again: 裙子");
  return TRUE;
}

static gboolean
interest_comes_back (ZgDatabase    *db,
                     gpointer       clock,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(ZgInterest) interest = sketch (customer_id, "裙子", NOW + ZG_TIME_DAY);
  g_autoptr(ZgInterest) removed = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) one = NULL;
  const ZgInterest *again;

  g_assert_true (zg_customer_interest_add (db, interest, clock, error));
  removed = zg_customer_interest_remove (db, interest->id, error);
  none = zg_interest_table_list (db, customer_id, error);
  g_assert_cmpuint (none->len, ==, 0);
  assert_open (db, customer_id, "");

  g_assert_true (zg_customer_interest_put_back (db, removed, clock, error));
  one = zg_interest_table_list (db, customer_id, error);
  g_assert_cmpuint (one->len, ==, 1);
  again = g_ptr_array_index (one, 0);
  g_assert_cmpint (again->id, ==, interest->id);
  g_assert_cmpstr (again->uid, ==, interest->uid);
  g_assert_cmpstr (again->reason, ==, "price");
  assert_open (db, customer_id, "1: Ask again: 裙子");
  return TRUE;
}

static gboolean
interest_is_refused (ZgDatabase    *db,
                     gpointer       clock,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(ZgInterest) past = sketch (customer_id, "裙子", NOW - ZG_TIME_DAY);
  g_autoptr(ZgInterest) nothing = sketch (customer_id, " ", ZG_TIME_NONE);
  g_autoptr(ZgInterest) known = sketch (customer_id, "裙子", ZG_TIME_NONE);
  g_autoptr(ZgInterest) stale = NULL;
  g_autoptr(GError) past_error = NULL;
  g_autoptr(GError) empty_error = NULL;
  g_autoptr(GError) stale_error = NULL;

  g_assert_false (zg_customer_interest_add (db, past, clock, &past_error));
  g_assert_error (past_error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_assert_false (zg_customer_interest_add (db, nothing, clock, &empty_error));
  g_assert_error (empty_error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);

  g_assert_true (zg_customer_interest_add (db, known, clock, error));
  stale = zg_interest_copy (known);
  g_assert_true (zg_interest_table_update (db, known, error));
  stale->state = ZG_INTEREST_BOUGHT;
  g_assert_false (zg_customer_interest_change (db, known, stale, clock, &stale_error));
  g_assert_error (stale_error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  return TRUE;
}

static gboolean
attachment_comes_back (ZgDatabase    *db,
                       gpointer       clock,
                       GCancellable  *cancellable,
                       GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("%PDF-1.7\0\xff", 10);
  g_autoptr(ZgAttachment) attachment = zg_attachment_new ("/tmp/发票.pdf", bytes, error);
  g_autoptr(ZgAttachment) removed = NULL;
  g_autoptr(ZgAttachment) again = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) local_error = NULL;
  const ZgAttachment *shown;
  gint64 n = -1;

  g_assert_true (zg_customer_attachment_add (db, attachment, customer_id, 0, 0, clock, error));
  list = zg_attachment_table_list (db, customer_id, error);
  g_assert_cmpuint (list->len, ==, 1);
  shown = g_ptr_array_index (list, 0);
  g_assert_null (shown->bytes);
  g_assert_cmpstr (shown->name, ==, "发票.pdf");
  g_assert_cmpint (shown->size, ==, 10);

  removed = zg_customer_attachment_remove (db, attachment->id, error);
  g_assert_true (zg_attachment_table_count (db, customer_id, &n, error));
  g_assert_cmpint (n, ==, 0);
  g_assert_null (zg_customer_attachment_remove (db, attachment->id, &local_error));
  g_assert_error (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);

  g_assert_true (zg_customer_attachment_put_back (db, removed, error));
  again = zg_attachment_table_load (db, attachment->id, error);
  g_assert_true (g_bytes_equal (again->bytes, bytes));
  g_assert_cmpstr (again->uid, ==, attachment->uid);
  g_assert_cmpint (again->at, ==, NOW);
  return TRUE;
}

/* What somebody else renamed meanwhile is not renamed over, and changing back takes it back. */
static gboolean
attachment_changes (ZgDatabase    *db,
                    gpointer       clock,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr(ZgAttachment) before = zg_attachment_new ("发票.pdf", bytes, error);
  g_autoptr(ZgAttachment) after = NULL;
  g_autoptr(ZgAttachment) again = NULL;
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) local_error = NULL;

  order->customer_id = customer_id;
  order->number = g_strdup ("20260922579");
  g_assert_true (zg_order_table_insert (db, order, 0, error));
  names = zg_customer_orders_list_names (db, customer_id, 5, error);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (((ZgOrderName *) names->pdata[0])->number, ==, "20260922579");

  g_assert_true (zg_customer_attachment_add (db, before, customer_id, 0, 0, clock, error));
  after = zg_attachment_copy (before);
  g_free (after->name);
  after->name = g_strdup ("../付款截图.pdf");
  after->order_id = order->id;
  g_assert_true (zg_customer_attachment_change (db, before, after, error));
  g_assert_cmpstr (after->name, ==, "付款截图.pdf");
  again = zg_attachment_table_load (db, before->id, error);
  g_assert_cmpstr (again->name, ==, "付款截图.pdf");
  g_assert_cmpstr (again->order_number, ==, "20260922579");

  g_assert_false (zg_customer_attachment_change (db, before, before, &local_error));
  g_assert_error (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_assert_true (zg_customer_attachment_change (db, after, before, error));
  g_clear_pointer (&again, zg_attachment_free);
  again = zg_attachment_table_load (db, before->id, error);
  g_assert_cmpstr (again->name, ==, "发票.pdf");
  g_assert_null (again->order_number);
  return TRUE;
}

/* A tag has its colour before it is anybody's, and keeps it when the last one loses it. */
static gboolean
tag_has_colour (ZgDatabase    *db,
                gpointer       clock,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GHashTable) colours = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *blue = NULL;
  g_autofree char *left = NULL;

  g_assert_true (zg_customer_tag_set_colour (db, "学生", "blue", &none, error));
  g_assert_cmpstr (none, ==, "");
  g_assert_true (zg_customer_tag_set_colour (db, "学生", "red", &blue, error));
  g_assert_cmpstr (blue, ==, "blue");
  colours = zg_tag_table_load_colours (db, error);
  g_assert_cmpuint (g_hash_table_size (colours), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (colours, "学生"), ==, "red");

  g_assert_false (zg_customer_tag_set_colour (db, "学生", "beige", &left, &local_error));
  g_assert_error (local_error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_assert_null (left);
  g_assert_true (zg_customer_tag_set_colour (db, "学生", "", &left, error));
  g_clear_pointer (&colours, g_hash_table_unref);
  colours = zg_tag_table_load_colours (db, error);
  g_assert_cmpuint (g_hash_table_size (colours), ==, 0);
  return TRUE;
}

/* What the page shows comes with the customer: no bytes of files, and the level that fits. */
static gboolean
file_has_cards (ZgDatabase    *db,
                gpointer       clock,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 customer_id = add_customer (db);
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr(ZgAttachment) attachment = zg_attachment_new ("发票.pdf", bytes, error);
  g_autoptr(ZgInterest) interest = sketch (customer_id, "帆布托特包", ZG_TIME_NONE);
  g_autoptr(ZgCustomerFile) file = NULL;

  g_ptr_array_add (levels, zg_member_level_new ("老客户", 0, 1));
  g_assert_true (zg_member_level_save_all (db, levels, error));
  g_assert_true (zg_customer_attachment_add (db, attachment, customer_id, 0, 0, clock, error));
  g_assert_true (zg_customer_interest_add (db, interest, clock, error));
  file = zg_customer_desk_open (db, customer_id, NULL, error);
  g_assert_cmpuint (file->attachments->len, ==, 1);
  g_assert_null (((ZgAttachment *) file->attachments->pdata[0])->bytes);
  g_assert_cmpstr (((ZgInterest *) file->interests->pdata[0])->product, ==, "帆布托特包");
  g_assert_null (file->customer->suggested_level);

  g_assert_true (zg_database_exec (db, "UPDATE customer SET n_orders = 1", error));
  g_clear_pointer (&file, zg_customer_file_free);
  file = zg_customer_desk_open (db, customer_id, NULL, error);
  g_assert_cmpstr (file->customer->suggested_level, ==, "老客户");
  return TRUE;
}

/* A file that grows without end is not read to its end. */
static void
test_read_file (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "film.mp4", NULL);
  g_autofree char *bytes = g_malloc0 (ZG_ATTACHMENT_MAX_BYTES + 1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) large_error = NULL;
  g_autoptr(GError) endless_error = NULL;
  g_autoptr(GBytes) read = NULL;

  g_assert_true (g_file_set_contents (path, bytes, ZG_ATTACHMENT_MAX_BYTES, NULL));
  read = zg_customer_attachment_read_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (read), ==, ZG_ATTACHMENT_MAX_BYTES);

  g_assert_true (g_file_set_contents (path, bytes, ZG_ATTACHMENT_MAX_BYTES + 1, NULL));
  g_assert_null (zg_customer_attachment_read_file (file, NULL, &large_error));
  g_assert_error (large_error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_assert_null (zg_customer_attachment_read_file (endless, NULL, &endless_error));
  g_assert_error (endless_error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

static void
add_job (const char  *path,
         ZgStoreFunc  func)
{
  g_test_add (path, Fixture, func, set_up, run_as_write, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_job ("/customer-interest/reminds", interest_reminds);
  add_job ("/customer-interest/left-alone", reminder_is_left_alone);
  add_job ("/customer-interest/undo", interest_comes_back);
  add_job ("/customer-interest/refused", interest_is_refused);
  add_job ("/customer-attachment/undo", attachment_comes_back);
  add_job ("/customer-attachment/change", attachment_changes);
  add_job ("/customer-tag/colour", tag_has_colour);
  add_job ("/customer-desk/cards", file_has_cards);
  g_test_add ("/customer-attachment/read-file", Fixture, NULL, set_up, test_read_file, tear_down);

  return g_test_run ();
}
