/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-member-level.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-round.h"
#include "zg-shop-file.h"
#include "zg-store-error.h"

/* A round goes from one customer to the next and on after a restart; consent and budget hold, also across rounds, at the
 * edge of a month and of a time zone; nothing of it breaks when a customer is merged or erased meanwhile. */

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  GTimeZone *zone;
  ZgClock *clock;
  gint64 ids[5];                /* 1 to 4 */
  gint64 reply_id;
} Fixture;

static void
set_clock (Fixture    *self,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  ZgTime now;

  g_assert_true (zg_time_parse_iso (text, self->zone, &now, &error));
  g_clear_pointer (&self->clock, zg_clock_unref);
  self->clock = zg_clock_new_fixed (now, self->zone);
}

static void
run_sql (Fixture    *self,
         const char *format,
         gint64      id)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto(GStrv) parts = g_strsplit (format, "$", -1);
  g_autofree char *sql = g_strjoinv (number, parts);

  zg_database_exec (self->db, sql, &error);
  g_assert_no_error (error);
}

static void
open_shop (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
close_shop (Fixture *self)
{
  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
}

/* 1 spent most; all of them are members. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) reply = zg_reply_new ();

  self->folder = shop_folder_make (&self->path);
  self->zone = zg_time_zone_china ();
  set_clock (self, "2026-09-22T14:20:00");
  open_shop (self);
  for (int i = 1; i <= 4; i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();

      customer->call_name = g_strdup_printf ("客户%d", i);
      customer->level = g_strdup ("金卡");
      g_assert_true (zg_customer_table_insert (self->db, customer, zg_clock_now (self->clock), 0, &error));
      self->ids[i] = customer->id;
      run_sql (self, "UPDATE customer SET spent = 1000 - $ WHERE id = $", customer->id);
    }
  g_free (reply->title);
  reply->title = g_strdup ("上新");
  g_free (reply->body);
  reply->body = g_strdup ("{称呼}，上新了");
  reply->group_id = zg_reply_table_ensure_group (self->db, "活动", &error);
  g_assert_true (zg_reply_table_insert (self->db, reply, zg_clock_now (self->clock), &error));
  self->reply_id = reply->id;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  close_shop (self);
  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static gint64
start_round (Fixture    *self,
             const char *filter,
             gboolean    marketing)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgSegment) segment = zg_segment_new ("活动", filter);
  gint64 id = zg_round_start (self->db, segment, self->reply_id, marketing, 0, self->clock, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* Whose turn it is: 1 to 4, 0 at the end. */
static int
get_turn (Fixture *self,
          gint64   round_id,
          gint64  *position_out)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgRoundStep) step = zg_round_next (self->db, round_id, self->clock, &error);

  g_assert_no_error (error);
  if (step->member == NULL)
    {
      g_assert_cmpint (step->round->finished_at, !=, ZG_TIME_NONE);
      return 0;
    }
  if (position_out != NULL)
    *position_out = step->member->position;
  for (int i = 1; i <= 4; i++)
    if (self->ids[i] == step->member->customer_id)
      return i;
  g_assert_not_reached ();
}

/* Copies for whose turn it is, who has to be @who. */
static void
copy (Fixture *self,
      gint64   round_id,
      int      who)
{
  g_autoptr(GError) error = NULL;
  gint64 position = 0;

  g_assert_cmpint (get_turn (self, round_id, &position), ==, who);
  g_assert_cmpint (zg_round_copied (self->db, round_id, position, "上新了", 0, self->clock, &error), >, 0);
  g_assert_no_error (error);
}

static void
skip (Fixture    *self,
      gint64      round_id,
      int         who,
      const char *reason)
{
  g_autoptr(GError) error = NULL;
  gint64 position = 0;

  g_assert_cmpint (get_turn (self, round_id, &position), ==, who);
  g_assert_true (zg_round_skip (self->db, round_id, position, reason, 0, self->clock, &error));
}

static void
take_back (Fixture *self,
           gint64   round_id)
{
  g_autoptr(GError) error = NULL;

  zg_round_take_back (self->db, round_id, &error);
  g_assert_no_error (error);
}

static void
assert_sum (Fixture    *self,
            gint64      round_id,
            const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgRoundSum) sum = zg_round_sum_up (self->db, round_id, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_string_append_printf (text, "%d to do, %d copied, %d skipped, %d not allowed, %d gone", (int) sum->counts[0],
                          (int) sum->counts[1], (int) sum->counts[2], (int) sum->counts[3], (int) sum->n_gone);
  for (guint i = 0; i < sum->reasons->len; i++)
    {
      const ZgRoundReason *reason = sum->reasons->pdata[i];

      g_string_append_printf (text, "; %s %s %d", zg_round_state_to_word (reason->state), reason->reason,
                              (int) reason->count);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
count_contacts (Fixture    *self,
                const char *condition)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM contact WHERE ", condition, NULL);
  gint64 count;

  zg_database_query_int64 (self->db, g_intern_string (sql), &count, &error);
  g_assert_no_error (error);
  return count;
}

static void
test_walk (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgRoundStep) step = NULL;
  g_autoptr(ZgFill) fill = NULL;
  gint64 round_id = start_round (self, "level:金卡", TRUE);

  /* Who comes into the segment later is not in the round, who leaves it stays. */
  run_sql (self, "UPDATE customer SET level = '' WHERE id = $", self->ids[2]);

  step = zg_round_next (self->db, round_id, self->clock, &error);
  g_assert_true (step->is_unasked);
  fill = zg_round_fill (self->db, step, 0, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fill->text, ==, "客户1，上新了");

  copy (self, round_id, 1);
  g_assert_cmpint (count_contacts (self, "marketing = 1 AND kind = 0 AND title = '上新'"), ==, 1);
  g_assert_false (zg_round_copied (self->db, round_id, 1, "x", 0, self->clock, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);

  close_shop (self);
  open_shop (self);
  skip (self, round_id, 2, " 刚买过 ");
  copy (self, round_id, 3);
  skip (self, round_id, 4, NULL);
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 0);
  assert_sum (self, round_id, "0 to do, 2 copied, 2 skipped, 0 not allowed, 0 gone; skipped  1; skipped 刚买过 1");
}

static void
test_take_back (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 round_id = start_round (self, "level:金卡", TRUE);

  g_assert_false (zg_round_take_back (self->db, round_id, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);

  run_sql (self, "UPDATE customer SET consent = 2 WHERE id = $", self->ids[2]);
  copy (self, round_id, 1);
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 3);
  assert_sum (self, round_id, "2 to do, 1 copied, 0 skipped, 1 not allowed, 0 gone; not-allowed consent 1");
  /* In the meantime 2 said yes: taken back to before them, they are asked about again. */
  take_back (self, round_id);
  g_assert_cmpint (count_contacts (self, "1"), ==, 0);
  run_sql (self, "UPDATE customer SET consent = 1 WHERE id = $", self->ids[2]);
  copy (self, round_id, 1);
  copy (self, round_id, 2);

  /* Stopped, and gone on with. */
  g_assert_true (zg_round_stop (self->db, round_id, self->clock, &error));
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 0);
  g_assert_false (zg_round_skip (self->db, round_id, 3, NULL, 0, self->clock, &error));
  g_clear_error (&error);
  g_assert_false (zg_round_stop (self->db, round_id, self->clock, &error));
  g_clear_error (&error);
  take_back (self, round_id);
  copy (self, round_id, 3);
  copy (self, round_id, 4);

  /* At its end: the last step is taken back, and it goes on. */
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 0);
  take_back (self, round_id);
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 4);
  take_back (self, round_id);
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 3);
  g_assert_cmpint (count_contacts (self, "marketing = 1"), ==, 2);
}

/* Two rounds for the same people, and a month that ends in between: in Shanghai, eight hours before it does in UTC. */
static void
test_budget (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 first, second, third, service, next_month;
  gint64 position;

  run_sql (self, "UPDATE customer SET level = '' WHERE id > $", self->ids[1]);
  set_clock (self, "2026-09-01T00:00:00");
  first = start_round (self, "level:金卡", TRUE);
  second = start_round (self, "level:金卡", TRUE);
  third = start_round (self, "level:金卡", TRUE);
  service = start_round (self, "level:金卡", FALSE);
  copy (self, first, 1);
  /* Their turn in both: the third invitation is refused even though the round had said that it is their turn. */
  g_assert_cmpint (get_turn (self, third, &position), ==, 1);
  copy (self, second, 1);
  g_assert_cmpint (zg_round_copied (self->db, third, position, "上新了", 0, self->clock, &error), ==, 0);
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (get_turn (self, third, NULL), ==, 0);
  assert_sum (self, third, "0 to do, 0 copied, 0 skipped, 1 not allowed, 0 gone; not-allowed budget 1");
  /* Order service is never limited, and counts for nothing. */
  copy (self, service, 1);
  g_assert_cmpint (count_contacts (self, "marketing = 0"), ==, 1);

  set_clock (self, "2026-09-30T23:59:59");
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 0);
  set_clock (self, "2026-10-01T00:00:00");
  next_month = start_round (self, "level:金卡", TRUE);
  copy (self, next_month, 1);
  g_assert_true (zg_marketing_set_budget (self->db, 1, &error));
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 0);
  g_assert_true (zg_marketing_set_budget (self->db, 0, &error));
  set_clock (self, "2026-11-01T00:00:00");
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 0);

  /* What was taken back does not count. */
  g_assert_true (zg_marketing_set_budget (self->db, 1, &error));
  first = start_round (self, "level:金卡", TRUE);
  copy (self, first, 1);
  take_back (self, first);
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 1);
}

static void
test_zone (Fixture       *self,
           gconstpointer  data)
{
  gint64 round_id;

  run_sql (self, "UPDATE customer SET level = '' WHERE id > $", self->ids[1]);
  g_assert_true (zg_marketing_set_budget (self->db, 1, NULL));
  /* 07:00 on the 1st in Shanghai is still the last day of September in UTC. */
  set_clock (self, "2026-09-30T22:00:00Z");
  round_id = start_round (self, "level:金卡", TRUE);
  copy (self, round_id, 1);
  set_clock (self, "2026-10-01T01:00:00Z");
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 0);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_utc ();
  set_clock (self, "2026-10-01T01:00:00Z");
  g_assert_cmpint (get_turn (self, start_round (self, "level:金卡", TRUE), NULL), ==, 1);
}

static void
test_merged_and_erased (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgMergePlan) plan = NULL;
  gint64 round_id = start_round (self, "level:金卡", TRUE);
  gint64 position, merge_id;

  copy (self, round_id, 1);
  /* 2 is 1: they have it already. */
  plan = zg_customer_merge_plan (self->db, self->ids[1], self->ids[2], &error);
  g_assert_no_error (error);
  merge_id = zg_customer_merge (self->db, plan, 0, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (merge_id, >, 0);
  g_assert_cmpint (get_turn (self, round_id, &position), ==, 3);
  assert_sum (self, round_id, "2 to do, 1 copied, 0 skipped, 1 not allowed, 0 gone; not-allowed twice 1");

  /* 3 is erased in the middle of their turn. */
  g_assert_true (zg_customer_table_delete (self->db, self->ids[3], &error));
  g_assert_cmpint (zg_round_copied (self->db, round_id, position, "x", 0, self->clock, &error), ==, 0);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);
  assert_sum (self, round_id, "1 to do, 1 copied, 0 skipped, 1 not allowed, 1 gone; not-allowed twice 1");
  copy (self, round_id, 4);
  /* Who was copied for is erased: the sum stays, and the step before can still be taken back. */
  g_assert_true (zg_customer_table_delete (self->db, self->ids[4], &error));
  assert_sum (self, round_id, "0 to do, 2 copied, 0 skipped, 1 not allowed, 1 gone; not-allowed twice 1");
  take_back (self, round_id);
  take_back (self, round_id);
  g_assert_cmpint (get_turn (self, round_id, NULL), ==, 1);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgSegment) nobody = zg_segment_new ("x", "caution");
  g_autoptr(ZgSegment) members = zg_segment_new ("x", "level:金卡");
  g_autoptr(ZgRoundStep) step = NULL;
  gint64 round_id = start_round (self, "level:金卡", TRUE);

  g_assert_cmpint (zg_round_start (self->db, nobody, self->reply_id, TRUE, 0, self->clock, &error), ==, 0);
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (zg_round_start (self->db, members, 999, TRUE, 0, self->clock, &error), ==, 0);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (zg_round_next (self->db, 999, self->clock, &error));
  g_clear_error (&error);

  run_sql (self, "UPDATE reply SET deleted_at = 1 WHERE id = $", self->reply_id);
  step = zg_round_next (self->db, round_id, self->clock, &error);
  g_assert_nonnull (step->member);
  g_assert_null (zg_round_fill (self->db, step, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

/* Whoever waits longest is first, and the round is about that order; birthdays come as the calendar has them. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgRoundStep) step = NULL;
  gint64 waiting, birthdays;

  run_sql (self, "INSERT INTO shop_order (id, uid, platform, number, number_reversed, customer_id, state, ordered_at) VALUES "
                 "(11, 'a', 'taobao', '1', '1', $, 1, 500), (12, 'b', 'taobao', '2', '2', $ - 1, 2, 300), "
                 "(13, 'c', 'taobao', '3', '3', $ - 1, 1, 400), (14, 'd', 'taobao', '4', '4', $ - 1, 3, 100)",
           self->ids[4]);
  waiting = start_round (self, "unshipped", FALSE);
  step = zg_round_next (self->db, waiting, self->clock, &error);
  g_assert_cmpint (step->member->order_id, ==, 12);
  copy (self, waiting, 3);
  copy (self, waiting, 4);
  g_assert_cmpint (get_turn (self, waiting, NULL), ==, 0);
  g_assert_cmpint (count_contacts (self, "order_id IN (11, 12)"), ==, 2);

  run_sql (self, "UPDATE customer SET birthday = '--09-01', birthday_day = 901 WHERE id = $", self->ids[1]);
  run_sql (self, "UPDATE customer SET birthday = 'L--08-15', birthday_day = 10815 WHERE id = $", self->ids[2]);
  run_sql (self, "UPDATE customer SET birthday = '1990-09-23', birthday_day = 923 WHERE id = $", self->ids[3]);
  birthdays = start_round (self, "birthday:this-month", TRUE);
  copy (self, birthdays, 3);
  copy (self, birthdays, 2);
  copy (self, birthdays, 1);
}

static void
add_level (GPtrArray  *levels,
           const char *name,
           gint64      min_spent,
           gint64      min_orders)
{
  g_ptr_array_add (levels, zg_member_level_new (name, min_spent, min_orders));
}

static void
assert_level (Fixture    *self,
              int         who,
              const char *level)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (self->db, self->ids[who], NULL);

  g_assert_cmpstr (customer->level, ==, level);
}

/* 1 goes from none to 金卡, 4 from 金卡 to 银卡. Whose level somebody changes by hand keeps that when it is taken back. */
static void
assert_applied (Fixture   *self,
                GPtrArray *suggestions)
{
  g_autoptr(GError) error = NULL;
  guint n_changed;

  g_assert_true (zg_member_level_apply (self->db, suggestions, FALSE, 0, self->clock, &n_changed, &error));
  g_assert_cmpuint (n_changed, ==, 2);
  assert_level (self, 1, "金卡");
  assert_level (self, 4, "银卡");
  g_assert_cmpint (count_contacts (self, "kind = 3"), ==, 2);
  g_assert_true (zg_member_level_apply (self->db, suggestions, FALSE, 0, self->clock, &n_changed, &error));
  g_assert_cmpuint (n_changed, ==, 0);
  run_sql (self, "UPDATE customer SET level = '贵宾' WHERE id = $", self->ids[4]);
  g_assert_true (zg_member_level_apply (self->db, suggestions, TRUE, 0, self->clock, &n_changed, &error));
  g_assert_cmpuint (n_changed, ==, 1);
  assert_level (self, 1, "");
  assert_level (self, 4, "贵宾");
}

static void
test_levels (Fixture       *self,
             gconstpointer  data)
{
  static const struct {
    const char *present;
    gint64 spent, n_orders;
    const char *suggested;
  } cases[] = {
    { "", 0, 0, NULL }, { "", 9999, 2, NULL }, { "", 10000, 0, "银卡" }, { "", 0, 3, "银卡" }, { "银卡", 10000, 3, NULL },
    { "银卡", 50000, 0, "金卡" }, { "金卡", 10000, 0, "银卡" }, { "金卡", 0, 0, NULL }, { "贵宾", 99999, 99, NULL },
    { "旧名", 50000, 0, "金卡" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  g_autoptr(GPtrArray) wrong = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *suggested = NULL;

  add_level (levels, " 银卡 ", 10000, 3);
  add_level (levels, "金卡", 50000, 0);
  add_level (levels, "贵宾", 0, 0);
  g_assert_true (zg_member_level_save_all (self->db, levels, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (zg_member_level_choose (levels, cases[i].present, cases[i].spent, cases[i].n_orders), ==,
                     cases[i].suggested);

  run_sql (self, "UPDATE customer SET level = '', spent = 60000 WHERE id = $", self->ids[1]);
  run_sql (self, "UPDATE customer SET n_orders = 3, level = '银卡' WHERE id = $", self->ids[2]);
  run_sql (self, "UPDATE customer SET spent = 70000, level = '贵宾' WHERE id = $", self->ids[3]);
  run_sql (self, "UPDATE customer SET n_orders = 4 WHERE id = $", self->ids[4]);
  all = zg_member_level_suggest_all (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((ZgLevelSuggestion *) all->pdata[0])->customer_id, ==, self->ids[1]);
  g_assert_cmpstr (((ZgLevelSuggestion *) all->pdata[0])->suggested, ==, "金卡");
  g_assert_cmpint (((ZgLevelSuggestion *) all->pdata[1])->customer_id, ==, self->ids[4]);
  g_assert_cmpstr (((ZgLevelSuggestion *) all->pdata[1])->present, ==, "金卡");
  g_assert_cmpstr (((ZgLevelSuggestion *) all->pdata[1])->suggested, ==, "银卡");
  g_assert_true (zg_member_level_suggest (self->db, self->ids[1], &suggested, &error));
  g_assert_cmpstr (suggested, ==, "金卡");

  assert_applied (self, all);

  add_level (wrong, "银卡", 10000, 3);
  add_level (wrong, "金卡", 9000, 0);
  g_assert_false (zg_member_level_save_all (self->db, wrong, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  add_level (wrong, "银卡", 90000, 0);
  g_ptr_array_remove_index (wrong, 1);
  g_assert_false (zg_member_level_save_all (self->db, wrong, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

#define ADD(name, test) g_test_add ("/rounds/" name, Fixture, NULL, set_up, test, tear_down)

/* Chosen one by one, in this order: who was erased is left out, and in order service each comes with the order that they
 * wait for. */
static void
test_chosen (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgRoundStep) step = NULL;
  gint64 gone = 4711;
  gint64 round_id, service;

  run_sql (self, "INSERT INTO shop_order (uid, customer_id, platform, number, number_reversed, state, ordered_at) "
                 "VALUES ('o1', $, 'taobao', '1', '1', 1, 1000)", self->ids[2]);
  g_array_append_val (ids, self->ids[3]);
  g_array_append_val (ids, gone);
  g_array_append_val (ids, self->ids[2]);
  round_id = zg_round_start_for (self->db, "三位", ids, self->reply_id, TRUE, 0, self->clock, &error);
  g_assert_no_error (error);
  copy (self, round_id, 3);
  step = zg_round_next (self->db, round_id, self->clock, &error);
  g_assert_cmpint (step->member->customer_id, ==, self->ids[2]);
  g_assert_cmpint (step->member->order_id, ==, 0);
  g_clear_pointer (&step, zg_round_step_free);
  skip (self, round_id, 2, NULL);
  assert_sum (self, round_id, "0 to do, 1 copied, 1 skipped, 0 not allowed, 0 gone; skipped  1");

  service = zg_round_start_for (self->db, "两位", ids, self->reply_id, FALSE, 0, self->clock, &error);
  skip (self, service, 3, NULL);
  step = zg_round_next (self->db, service, self->clock, &error);
  g_assert_cmpint (step->member->order_id, !=, 0);

  g_array_set_size (ids, 0);
  g_array_append_val (ids, gone);
  g_assert_cmpint (zg_round_start_for (self->db, "没人", ids, self->reply_id, TRUE, 0, self->clock, &error), ==, 0);
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

static void
assert_outlook (Fixture    *self,
                GArray     *ids,
                const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse ("level:金卡", &error);
  ZgMarketingCounts counts;
  g_autofree char *text = NULL;

  g_assert_true (zg_marketing_count (self->db, filter, ids, self->clock, &counts, &error));
  text = g_strdup_printf ("%d, %d refused, %d enough, %d unasked", (int) counts.n_customers, (int) counts.n_refused,
                          (int) counts.n_enough, (int) counts.n_unasked);
  g_assert_cmpstr (text, ==, expected);
}

/* What is told before a round begins is what it finds, for a filter and for chosen ones. */
static void
test_outlook (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 gone = 4711;
  gint64 invitations[2], service[2];

  g_array_append_vals (ids, &self->ids[1], 4);
  g_array_append_val (ids, gone);
  assert_outlook (self, NULL, "4, 0 refused, 0 enough, 4 unasked");
  run_sql (self, "UPDATE customer SET consent = 2 WHERE id = $", self->ids[2]);
  run_sql (self, "UPDATE customer SET consent = 1 WHERE id = $", self->ids[4]);
  for (int i = 0; i < 2; i++)
    {
      invitations[i] = start_round (self, "level:金卡", TRUE);
      service[i] = start_round (self, "level:金卡", FALSE);
    }
  for (int i = 0; i < 2; i++)
    {
      copy (self, invitations[i], 1);
      /* Order service counts for nothing. */
      copy (self, service[i], 1);
      copy (self, service[i], 2);
      copy (self, service[i], 3);
    }
  assert_outlook (self, NULL, "4, 1 refused, 1 enough, 1 unasked");
  assert_outlook (self, ids, "4, 1 refused, 1 enough, 1 unasked");
  g_assert_true (zg_marketing_set_budget (self->db, 0, NULL));
  assert_outlook (self, NULL, "4, 1 refused, 3 enough, 0 unasked");
  assert_outlook (self, ids, "4, 1 refused, 3 enough, 0 unasked");
  g_assert_true (zg_marketing_set_budget (self->db, 3, NULL));
  assert_outlook (self, NULL, "4, 1 refused, 0 enough, 2 unasked");
  set_clock (self, "2026-10-01T00:00:00");
  g_assert_true (zg_marketing_set_budget (self->db, 2, NULL));
  assert_outlook (self, ids, "4, 1 refused, 0 enough, 2 unasked");
  assert_outlook (self, NULL, "4, 1 refused, 0 enough, 2 unasked");
}

static void
test_sum_text (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgRoundSum) sum = NULL;
  g_autofree char *text = NULL;
  gint64 round_id = start_round (self, "level:金卡", TRUE);

  run_sql (self, "UPDATE customer SET consent = 2 WHERE id = $", self->ids[2]);
  copy (self, round_id, 1);
  skip (self, round_id, 3, "刚买过");
  g_assert_true (zg_round_stop (self->db, round_id, self->clock, &error));
  sum = zg_round_sum_up (self->db, round_id, &error);
  text = zg_round_sum_to_text (sum);
  g_assert_cmpstr (text, ==, "活动: 4\nCopied: 1\nSkipped: 1\n  刚买过: 1\nPassed over: 1\n"
                             "  They do not want to be contacted: 1\nNot done: 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("walk", test_walk);
  ADD ("take-back", test_take_back);
  ADD ("budget", test_budget);
  ADD ("zone", test_zone);
  ADD ("merged-and-erased", test_merged_and_erased);
  ADD ("refused", test_refused);
  ADD ("order", test_order);
  ADD ("levels", test_levels);
  ADD ("chosen", test_chosen);
  ADD ("outlook", test_outlook);
  ADD ("sum-text", test_sum_text);
  return g_test_run ();
}
