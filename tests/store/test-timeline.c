/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-desk.h"
#include "zg-customer-note.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-store.h"

/* A customer's timeline: read in parts of any size, by kinds; its notes changed, removed and brought back. */

/* 2026-09-22 14:20 in China. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (NULL);
  path = g_build_filename (self->folder, "shop", "shop.db", NULL);
  self->store = zg_store_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  g_clear_object (&self->store);
  shop_folder_remove (self->folder);
}

/* Each test is one job on the writing thread. */
static void
run_as_write (Fixture       *self,
              gconstpointer  func)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = zg_store_write (self->store, (ZgStoreFunc) func, NULL, &error);

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

static ZgContact *
add_contact (ZgDatabase    *db,
             gint64         customer_id,
             ZgContactKind  kind,
             ZgTime         at,
             const char    *text)
{
  g_autoptr(GError) error = NULL;
  ZgContact *contact = zg_contact_new ();

  contact->customer_id = customer_id;
  contact->kind = kind;
  contact->at = at;
  contact->text = g_strdup (text);
  zg_contact_table_insert (db, contact, &error);
  g_assert_no_error (error);
  return contact;
}

static void
add_order (ZgDatabase *db,
           gint64      customer_id,
           ZgTime      ordered_at,
           ZgTime      paid_at)
{
  static int number = 1000;
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  order->number = g_strdup_printf ("%d", number++);
  order->customer_id = customer_id;
  order->ordered_at = ordered_at;
  order->paid_at = paid_at;
  zg_order_table_insert (db, order, 0, &error);
  g_assert_no_error (error);
}

/* o an order, c a copy, n a note, f that somebody got back to them, e a change. */
static char *
spell (const ZgTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const ZgTimelineEntry *entry = g_ptr_array_index (timeline->entries, i);

      g_string_append_c (text, entry->order != NULL ? 'o' : "cnfe"[entry->contact->kind]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_spells (const ZgTimeline *timeline,
               const char       *expected)
{
  g_autofree char *text = spell (timeline);

  g_assert_cmpstr (text, ==, expected);
}

/* Of the same moment the contact comes first, and what was written later; an order without a time stands where it was paid,
 * or at the very end. */
static gboolean
order_of_lines (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 id = add_customer (db);
  gint64 other_id = add_customer (db);
  g_autoptr(ZgTimeline) timeline = NULL;
  g_autoptr(ZgTimeline) nothing = NULL;

  zg_contact_free (add_contact (db, id, ZG_CONTACT_COPY, NOW - 50, "a"));
  zg_contact_free (add_contact (db, id, ZG_CONTACT_NOTE, NOW - 50, "b"));
  zg_contact_free (add_contact (db, id, ZG_CONTACT_CALL, NOW - 10, "c"));
  zg_contact_free (add_contact (db, other_id, ZG_CONTACT_COPY, NOW, "nobody's"));
  add_order (db, id, NOW - 50, NOW - 1);
  add_order (db, id, NOW - 20, ZG_TIME_NONE);
  add_order (db, id, ZG_TIME_NONE, NOW - 30);
  add_order (db, id, ZG_TIME_NONE, ZG_TIME_NONE);
  zg_contact_free (add_contact (db, id, ZG_CONTACT_CHANGE, NOW - 60, "d"));

  timeline = zg_timeline_load (db, id, NULL, error);
  assert_spells (timeline, "fooncoeo");
  g_assert_false (timeline->has_earlier);
  g_assert_cmpint (timeline->available, ==, ZG_TIMELINE_ALL);

  nothing = zg_timeline_load (db, add_customer (db), NULL, error);
  g_assert_cmpuint (nothing->entries->len, ==, 0);
  g_assert_cmpint (nothing->available, ==, 0);
  return TRUE;
}

/* A history with many lines in the same moment, of all kinds. */
static gint64
add_history (ZgDatabase *db,
             guint       n)
{
  GRand *random = g_rand_new_with_seed (4);
  gint64 id = add_customer (db);

  for (guint i = 0; i < n; i++)
    {
      ZgTime at = NOW - g_rand_int_range (random, 1, (int) n / 2) * ZG_TIME_HOUR;
      int kind = g_rand_int_range (random, -2, 4);

      if (kind < 0)
        add_order (db, id, kind == -1 && i % 8 == 0 ? ZG_TIME_NONE : at, at);
      else
        zg_contact_free (add_contact (db, id, kind, at, "text"));
    }
  g_rand_free (random);
  return id;
}

static ZgTimelinePlace
get_place (const ZgTimeline *timeline,
           guint             index)
{
  return zg_timeline_entry_get_place (g_ptr_array_index (timeline->entries, index));
}

/* Parts of any size, one behind the other, are the whole: nothing twice, nothing left out. */
static gboolean
parts (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  static const ZgTimelineKinds kinds[] = {
    ZG_TIMELINE_ALL, ZG_TIMELINE_ORDERS, ZG_TIMELINE_COPIES, ZG_TIMELINE_NOTES, ZG_TIMELINE_CALLS, ZG_TIMELINE_CHANGES,
  };
  static const int limits[] = { 1, 2, 7, 12, 1000 };
  gint64 id = add_history (db, 300);
  guint n_of_kinds = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (limits); i++)
    {
      ZgTimelineSpan all = { .kinds = kinds[i % G_N_ELEMENTS (kinds)], .limit = 1000 };
      ZgTimelineSpan span = { .kinds = all.kinds, .limit = limits[i / G_N_ELEMENTS (kinds)] };
      g_autoptr(ZgTimeline) whole = zg_timeline_load (db, id, &all, error);
      gboolean has_earlier = TRUE;
      guint n = 0;

      for (guint j = 1; j < whole->entries->len; j++)
        {
          ZgTimelinePlace above = get_place (whole, j - 1);
          ZgTimelinePlace below = get_place (whole, j);

          g_assert_cmpint (zg_timeline_place_compare (&above, &below), <, 0);
        }
      while (has_earlier)
        {
          g_autoptr(ZgTimeline) part = zg_timeline_load (db, id, &span, error);

          g_assert_cmpint (part->entries->len, <=, span.limit);
          for (guint j = 0; j < part->entries->len; j++)
            g_assert_true (zg_timeline_entry_equal (part->entries->pdata[j], whole->entries->pdata[n++]));
          has_earlier = part->has_earlier;
          span.after = get_place (part, part->entries->len - 1);
        }
      g_assert_cmpuint (n, ==, whole->entries->len);
      if (span.limit == 1)
        n_of_kinds += span.kinds == ZG_TIMELINE_ALL ? 0 : n;
    }
  g_assert_cmpuint (n_of_kinds, ==, 300);
  return TRUE;
}

/* What was seen is read again however much came before it since; a kind that is gone gives way to all. */
static gboolean
again (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  gint64 id = add_customer (db);
  ZgTimelineSpan span = { .kinds = ZG_TIMELINE_ALL, .limit = 3 };
  ZgTimelineSpan notes = { .kinds = ZG_TIMELINE_NOTES, .limit = 3 };
  g_autoptr(ZgTimeline) first = NULL;
  g_autoptr(ZgTimeline) more = NULL;
  g_autoptr(ZgTimeline) without = NULL;

  for (int i = 0; i < 10; i++)
    zg_contact_free (add_contact (db, id, ZG_CONTACT_COPY, NOW + i, "copy"));
  first = zg_timeline_load (db, id, &span, error);
  g_assert_cmpuint (first->entries->len, ==, 3);
  g_assert_true (first->has_earlier);

  for (int i = 0; i < 10; i++)
    zg_contact_free (add_contact (db, id, ZG_CONTACT_COPY, NOW + 100 + i, "copy"));
  span.until = get_place (first, 2);
  more = zg_timeline_load (db, id, &span, error);
  g_assert_cmpuint (more->entries->len, >=, 13);
  g_assert_cmpuint (more->entries->len, <, 17);
  g_assert_true (more->has_earlier);

  without = zg_timeline_load (db, id, &notes, error);
  g_assert_cmpint (without->kinds, ==, ZG_TIMELINE_ALL);
  g_assert_cmpuint (without->entries->len, ==, 3);
  return TRUE;
}

/* The customer's last contact, as the file has it and as SQL counts it. */
static void
assert_last_contact (ZgDatabase *db,
                     gint64      id,
                     ZgTime      expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, id, &error);
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce(max(at), 0) FROM contact WHERE kind < 3 AND customer_id = %"
                                          G_GINT64_FORMAT, id);
  gint64 counted;

  g_assert_no_error (error);
  zg_database_query_int64 (db, sql, &counted, &error);
  g_assert_no_error (error);
  g_assert_cmpint (customer->last_contact_at, ==, expected);
  g_assert_cmpint (counted, ==, expected);
}

static void
assert_note (ZgDatabase *db,
             gint64      id,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContact) note = NULL;

  zg_contact_table_load (db, id, &note, &error);
  g_assert_no_error (error);
  if (text != NULL)
    g_assert_cmpstr (note->text, ==, text);
  else
    g_assert_null (note);
}

static gboolean
note_is_changed (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 id = add_customer (db);
  g_autoptr(ZgContact) call = add_contact (db, id, ZG_CONTACT_CALL, NOW - 100, "call");
  g_autoptr(ZgContact) note = add_contact (db, id, ZG_CONTACT_NOTE, NOW, "喜欢黑色");
  g_autoptr(ZgContact) saved = NULL;
  g_autoptr(ZgContact) gone = NULL;

  g_assert_true (zg_customer_note_change (db, note, " 喜欢白色\n不要放驿站 ", FALSE, &saved, error));
  assert_note (db, note->id, "喜欢白色\n不要放驿站");
  g_assert_cmpstr (saved->text, ==, "喜欢白色\n不要放驿站");
  g_assert_cmpint (saved->at, ==, NOW);
  assert_last_contact (db, id, NOW);
  g_assert_true (zg_customer_note_take_back (db, note, saved, error));
  assert_note (db, note->id, "喜欢黑色");

  g_assert_true (zg_customer_note_change (db, note, " \n", FALSE, &gone, error));
  g_assert_null (gone);
  assert_note (db, note->id, NULL);
  assert_last_contact (db, id, NOW - 100);
  g_assert_true (zg_customer_note_take_back (db, note, NULL, error));
  assert_note (db, note->id, "喜欢黑色");
  assert_last_contact (db, id, NOW);

  g_assert_false (zg_customer_note_change (db, call, "no note", FALSE, NULL, error));
  g_assert_error (*error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (error);
  assert_note (db, call->id, "call");
  return TRUE;
}

/* Somebody else was faster: that is told, and what they wrote stays until a person says otherwise. */
static gboolean
note_is_stale (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 id = add_customer (db);
  g_autoptr(ZgContact) note = add_contact (db, id, ZG_CONTACT_NOTE, NOW, "喜欢黑色");
  g_autoptr(ZgContact) theirs = NULL;
  g_autoptr(ZgContact) mine = NULL;

  g_assert_true (zg_customer_note_change (db, note, "喜欢白色", FALSE, &theirs, error));
  g_assert_false (zg_customer_note_change (db, note, "喜欢红色", FALSE, NULL, error));
  g_assert_error (*error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED);
  g_assert_nonnull (strstr ((*error)->message, "喜欢白色"));
  g_clear_error (error);
  assert_note (db, note->id, "喜欢白色");
  g_assert_false (zg_customer_note_change (db, note, "", FALSE, NULL, error));
  g_clear_error (error);
  assert_note (db, note->id, "喜欢白色");

  g_assert_true (zg_customer_note_change (db, note, "喜欢红色", TRUE, &mine, error));
  assert_note (db, note->id, "喜欢红色");
  g_assert_false (zg_customer_note_take_back (db, note, theirs, error));
  g_assert_error (*error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED);
  g_clear_error (error);
  assert_note (db, note->id, "喜欢红色");

  /* Removed meanwhile: who insists has it back in its place. */
  g_assert_true (zg_contact_table_delete (db, note->id, error));
  assert_last_contact (db, id, 0);
  g_assert_false (zg_customer_note_change (db, note, "喜欢蓝色", FALSE, NULL, error));
  g_assert_error (*error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED);
  g_clear_error (error);
  g_assert_true (zg_customer_note_change (db, note, "喜欢蓝色", TRUE, NULL, error));
  assert_note (db, note->id, "喜欢蓝色");
  assert_last_contact (db, id, NOW);
  return TRUE;
}

static void
test_periods (void)
{
  static const struct {
    const char *at;
    ZgTimelinePeriod period;
  } cases[] = {
    { "2026-09-22T00:00:00+08:00", ZG_TIMELINE_TODAY },
    { "2026-09-22T15:00:00+08:00", ZG_TIMELINE_TODAY },
    { "2026-09-21T23:59:59+08:00", ZG_TIMELINE_THIS_MONTH },
    { "2026-09-01T00:00:00+08:00", ZG_TIMELINE_THIS_MONTH },
    { "2026-08-31T23:59:59+08:00", ZG_TIMELINE_EARLIER },
    { "2025-09-22T14:00:00+08:00", ZG_TIMELINE_EARLIER },
  };
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZgTime at;

      g_assert_true (zg_time_parse_iso (cases[i].at, zone, &at, NULL));
      g_assert_cmpint (zg_timeline_get_period (at, NOW, zone), ==, cases[i].period);
    }
}

static void
add (const char  *path,
     ZgStoreFunc  func)
{
  g_test_add (path, Fixture, (gconstpointer) func, set_up, run_as_write, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/timeline/order", order_of_lines);
  add ("/timeline/parts", parts);
  add ("/timeline/again", again);
  g_test_add_func ("/timeline/periods", test_periods);
  add ("/timeline/note-is-changed", note_is_changed);
  add ("/timeline/note-is-stale", note_is_stale);

  return g_test_run ();
}
