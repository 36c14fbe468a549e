/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-due.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-store.h"
#include "zg-waiting.h"

/* "One moment, please" starts a customer's clock, the next copy for them ends it, and taking a copy back takes the clock
 * back too. What is in the file outlives the program. */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  gint64 customer_id;
  ZgReply *wait;
  ZgReply *answer;
} Fixture;

static ZgReply *
insert_reply (Fixture    *self,
              const char *title,
              gboolean    starts_wait)
{
  g_autoptr(GError) error = NULL;
  ZgReply *reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup (title);
  g_free (reply->body);
  reply->body = g_strdup (title);
  reply->group_id = zg_reply_table_ensure_group (self->db, "忙碌", &error);
  g_assert_no_error (error);
  reply->starts_wait = starts_wait;
  zg_reply_table_insert (self->db, reply, NOW, &error);
  g_assert_no_error (error);
  return reply;
}

static gint64
insert_customer (Fixture    *self,
                 const char *call_name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  g_free (customer->call_name);
  customer->call_name = g_strdup (call_name);
  zg_customer_table_insert (self->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
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

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = shop_folder_make (&self->path);
  open_shop (self);
  self->customer_id = insert_customer (self, "王小姐");
  self->wait = insert_reply (self, "请稍等", TRUE);
  self->answer = insert_reply (self, "有货的", FALSE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  close_shop (self);
  shop_folder_remove (self->folder);
  g_free (self->path);
  zg_reply_free (self->wait);
  zg_reply_free (self->answer);
}

static gint64
copy_for (Fixture       *self,
          gint64         customer_id,
          const ZgReply *reply,
          ZgTime         at)
{
  g_autoptr(GError) error = NULL;
  gint64 id = zg_reply_desk_log_copy (self->db, reply, customer_id, 0, reply->body, 0, at, &error);

  g_assert_no_error (error);
  return id;
}

static gint64
copy (Fixture       *self,
      const ZgReply *reply,
      ZgTime         at)
{
  return copy_for (self, self->customer_id, reply, at);
}

static void
undo (Fixture *self,
      gint64   contact_id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (zg_reply_desk_undo_copy (self->db, contact_id, self->customer_id, &error));
  g_assert_no_error (error);
}

/* Nobody waits when @due_at is %ZG_TIME_NONE. */
static void
assert_waits_for (Fixture       *self,
                  const ZgReply *reply,
                  gint64         minutes,
                  ZgTime         due_at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = zg_waiting_table_load (self->db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, due_at != ZG_TIME_NONE ? 1 : 0);
  if (all->len > 0)
    {
      const ZgWaiting *waiting = g_ptr_array_index (all, 0);

      g_assert_cmpint (waiting->due_at, ==, due_at);
      g_assert_cmpint (waiting->started_at, ==, due_at - minutes * ZG_TIME_MINUTE);
      g_assert_cmpint (waiting->customer_id, ==, self->customer_id);
      g_assert_cmpstr (waiting->call_name, ==, "王小姐");
      g_assert_cmpint (waiting->reply_id, ==, reply->id);
    }
}

static void
assert_due_at (Fixture *self,
               ZgTime   due_at)
{
  assert_waits_for (self, self->wait, ZG_WAITING_DEFAULT_MINUTES, due_at);
}

static void
test_next_copy_ends (Fixture       *self,
                     gconstpointer  data)
{
  copy (self, self->wait, NOW);
  assert_due_at (self, NOW + 3 * ZG_TIME_MINUTE);
  copy (self, self->wait, NOW + ZG_TIME_MINUTE);
  assert_due_at (self, NOW + 4 * ZG_TIME_MINUTE);
  copy (self, self->answer, NOW + 2 * ZG_TIME_MINUTE);
  assert_due_at (self, ZG_TIME_NONE);
}

static void
test_setting (Fixture       *self,
              gconstpointer  data)
{
  static const struct {
    const char *setting;
    gint64 minutes;
  } rows[] = { { "10", 10 }, { "0", 3 }, { "61", 3 }, { "soon", 3 }, { "", 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_WAIT_MINUTES, rows[i].setting, NULL));
      copy (self, self->wait, NOW);
      assert_waits_for (self, self->wait, rows[i].minutes, NOW + rows[i].minutes * ZG_TIME_MINUTE);
    }
}

/* As the preferences set it. Who waits already was told nothing of that. */
static void
test_set_minutes (Fixture       *self,
                  gconstpointer  data)
{
  static const struct {
    gint64 wanted;
    gint64 minutes;
  } rows[] = { { 5, 5 }, { 0, 1 }, { -4, 1 }, { 60, 60 }, { 61, 60 } };

  copy (self, self->wait, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (zg_waiting_set_minutes (self->db, rows[i].wanted, NULL));
      g_assert_cmpint (zg_waiting_get_minutes (self->db, NULL), ==, rows[i].minutes);
    }
  assert_waits_for (self, self->wait, 3, NOW + 3 * ZG_TIME_MINUTE);
  copy (self, self->wait, NOW);
  assert_waits_for (self, self->wait, 60, NOW + 60 * ZG_TIME_MINUTE);
}

/* Asked to wait again, in other words: the clock is that of the last words. */
static void
test_other_words (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ZgReply) other = insert_reply (self, "再等一下", TRUE);
  g_autoptr(GError) error = NULL;

  copy (self, self->wait, NOW);
  copy (self, other, NOW + ZG_TIME_MINUTE);
  assert_waits_for (self, other, 3, NOW + 4 * ZG_TIME_MINUTE);

  /* The reply is deleted for good: they wait all the same. */
  g_assert_true (zg_database_exec (self->db, "UPDATE waiting SET reply_id = NULL", &error));
  other->id = 0;
  assert_waits_for (self, other, 3, NOW + 4 * ZG_TIME_MINUTE);
}

/* A clock may run without a reply that started it. */
static void
test_without_reply (Fixture       *self,
                    gconstpointer  data)
{
  ZgWaiting waiting = { .customer_id = self->customer_id, .started_at = NOW, .due_at = NOW + 3 * ZG_TIME_MINUTE };
  g_autoptr(ZgReply) nothing = zg_reply_new ();
  g_autoptr(GError) error = NULL;

  zg_waiting_table_put (self->db, &waiting, &error);
  g_assert_no_error (error);
  assert_waits_for (self, nothing, 3, NOW + 3 * ZG_TIME_MINUTE);
}

/* Who has to be answered first stands first, whoever came to the shop first. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  gint64 first = self->customer_id;

  copy (self, self->wait, NOW + ZG_TIME_MINUTE);
  self->customer_id = insert_customer (self, "李先生");
  copy (self, self->wait, NOW);
  all = zg_waiting_table_load (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((ZgWaiting *) g_ptr_array_index (all, 0))->customer_id, ==, self->customer_id);
  g_assert_cmpint (((ZgWaiting *) g_ptr_array_index (all, 1))->customer_id, ==, first);
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  gint64 wait = copy (self, self->wait, NOW);
  gint64 answer = copy (self, self->answer, NOW + ZG_TIME_MINUTE);

  /* What would have ended it was not sent: they still wait, since then. */
  undo (self, answer);
  assert_due_at (self, NOW + 3 * ZG_TIME_MINUTE);
  undo (self, wait);
  assert_due_at (self, ZG_TIME_NONE);
}

/* Where the clock goes back to is the copy before, for the same customer, by the time it was made. */
static void
test_undo_finds_the_copy_before (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContact) call = zg_contact_new ();
  gint64 answer;

  /* Logged in another order than they happened: another computer's clock. */
  copy (self, self->wait, NOW + ZG_TIME_MINUTE);
  copy (self, self->answer, NOW);
  answer = copy (self, self->answer, NOW + 2 * ZG_TIME_MINUTE);
  undo (self, answer);
  assert_due_at (self, NOW + 4 * ZG_TIME_MINUTE);

  /* In the same moment the one that was logged last is the last one. */
  copy (self, self->answer, NOW + ZG_TIME_MINUTE);
  answer = copy (self, self->answer, NOW + 2 * ZG_TIME_MINUTE);
  undo (self, answer);
  assert_due_at (self, ZG_TIME_NONE);

  /* A call is no copy, and what somebody else got is not what this customer got. */
  copy (self, self->wait, NOW + 3 * ZG_TIME_MINUTE);
  call->at = NOW + 4 * ZG_TIME_MINUTE;
  call->kind = ZG_CONTACT_CALL;
  call->customer_id = self->customer_id;
  g_assert_true (zg_contact_table_insert (self->db, call, &error));
  answer = copy (self, self->answer, NOW + 5 * ZG_TIME_MINUTE);
  copy_for (self, insert_customer (self, "李先生"), self->answer, NOW + 6 * ZG_TIME_MINUTE);
  undo (self, answer);
  assert_due_at (self, NOW + 6 * ZG_TIME_MINUTE);
}

static void
test_for_nobody (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  copy (self, self->wait, NOW);
  g_assert_cmpint (zg_reply_desk_log_copy (self->db, self->answer, 0, 0, "有货的", 0, NOW, &error), ==, -1);
  assert_due_at (self, NOW + 3 * ZG_TIME_MINUTE);
}

static guint
count_due (Fixture *self,
           ZgTime   now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgClock) clock = zg_clock_new_fixed (now, zg_time_zone_china ());
  g_autoptr(GPtrArray) list = zg_due_list (self->db, ZG_TIME_NONE, clock, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    n += ((ZgDue *) g_ptr_array_index (list, i))->kind == ZG_DUE_WAITING;
  return n;
}

static void
test_restart (Fixture       *self,
              gconstpointer  data)
{
  copy (self, self->wait, NOW);
  close_shop (self);
  open_shop (self);
  assert_due_at (self, NOW + 3 * ZG_TIME_MINUTE);
  g_assert_cmpuint (count_due (self, NOW + 3 * ZG_TIME_MINUTE - 1), ==, 0);
  g_assert_cmpuint (count_due (self, NOW + 3 * ZG_TIME_MINUTE), ==, 1);
}

static void
test_text (void)
{
  static const struct {
    gint64 seconds;
    const char *text;
  } rows[] = { { -5, "0:00" }, { 0, "0:00" }, { 80, "1:20" }, { 3599, "59:59" }, { 3600, "1 hour" },
    { 47 * 3600 + 3599, "47 hours" }, { 48 * 3600, "2 days" } };
  ZgWaiting waiting = { .started_at = NOW, .due_at = NOW + 3 * ZG_TIME_MINUTE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = zg_waiting_to_text (&waiting, NOW + rows[i].seconds * ZG_TIME_SECOND);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_false (zg_waiting_is_late (&waiting, NOW + 3 * ZG_TIME_MINUTE - 1));
  g_assert_true (zg_waiting_is_late (&waiting, NOW + 3 * ZG_TIME_MINUTE));
}

/* Several messages of one reply are one entry of the log, which grows. */
static void
test_one_entry (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contacts = NULL;
  gint64 first = copy (self, self->answer, NOW);
  gint64 second = zg_reply_desk_log_next_message (self->db, self->answer, self->customer_id, 0, "第二条", 0, NOW, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second, ==, first);
  contacts = zg_contact_table_load_for_customer (self->db, self->customer_id, 10, &error);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (((ZgContact *) g_ptr_array_index (contacts, 0))->text, ==, "有货的\n第二条");

  /* The entry was taken back meanwhile: what is copied after that is an entry again. */
  undo (self, first);
  second = zg_reply_desk_log_next_message (self->db, self->answer, self->customer_id, 0, "第二条", 0, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second, >, 0);
}

typedef struct {
  Fixture *fixture;
  const ZgReply *reply;
} CopyJob;

static gboolean
copy_job (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const CopyJob *job = data;

  return zg_waiting_note_copy (db, job->reply, job->fixture->customer_id, NOW, error);
}

static void
changed_cb (ZgStore *store,
            guint    tables,
            GArray  *customer_ids,
            GArray  *order_ids,
            guint   *seen)
{
  *seen |= tables;
}

/* Whoever shows the clocks is told that one started and that one ended. */
static void
test_is_told (Fixture       *self,
              gconstpointer  data)
{
  const ZgReply * const replies[] = { self->wait, self->answer };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = NULL;
  guint seen;

  close_shop (self);
  store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &seen);
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      CopyJob job = { self, replies[i] };

      seen = 0;
      zg_store_write (store, copy_job, &job, &error);
      g_assert_no_error (error);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (seen, ==, ZG_TABLE_WAITING);
    }
  zg_store_close (store);
  open_shop (self);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/waiting/next-copy-ends", test_next_copy_ends);
  add ("/waiting/setting", test_setting);
  add ("/waiting/set-minutes", test_set_minutes);
  add ("/waiting/other-words", test_other_words);
  add ("/waiting/without-reply", test_without_reply);
  add ("/waiting/order", test_order);
  add ("/waiting/undo", test_undo);
  add ("/waiting/undo-finds-the-copy-before", test_undo_finds_the_copy_before);
  add ("/waiting/for-nobody", test_for_nobody);
  add ("/waiting/restart", test_restart);
  add ("/waiting/one-entry", test_one_entry);
  add ("/waiting/is-told", test_is_told);
  g_test_add_func ("/waiting/text", test_text);
  return g_test_run ();
}
