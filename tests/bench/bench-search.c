/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench-figures.h"
#include "bench-people.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-fold.h"
#include "zg-list-table.h"
#include "zg-pinyin.h"
#include "zg-statement.h"
#include "zg-store.h"

/*
 * Search in the store: the first 50 rows as the window gets them. Each way to ask is tried with many different words, cut
 * from the people in the file, so common and rare ones come as often as in a shop; each is asked again and again. LIKE over
 * the same table in the same run is the reference. The limit is for wall time on a quiet machine; processor time stands
 * beside it, because it hardly changes when others are at work.
 */

#define LIMIT_MS 5.0
#define N_QUERIES 200
#define N_ROUNDS 5
#define N_ROWS 50

typedef enum {
  KIND_HAN_2,
  KIND_HAN_3,
  KIND_DIGITS,
  KIND_INITIALS,
  KIND_NAME_CHARACTER,
  KIND_NICK_LETTERS,
  KIND_PINYIN,
} Kind;

static const struct {
  const char *title;
  gboolean has_limit;
} kinds[] = {
  [KIND_HAN_2] = { "2 Chinese characters", TRUE },
  [KIND_HAN_3] = { "3 Chinese characters", TRUE },
  [KIND_DIGITS] = { "4 phone digits", TRUE },
  [KIND_INITIALS] = { "pinyin initials", TRUE },
  [KIND_NAME_CHARACTER] = { "1 character of a name", TRUE },
  [KIND_NICK_LETTERS] = { "2 characters of a nick", FALSE },
  [KIND_PINYIN] = { "half-typed pinyin", FALSE },
};

/* Milliseconds. */
typedef struct {
  double wall;
  double cpu;
} Span;

typedef struct {
  GArray *walls;
  GArray *cpus;
} Spans;

static Span
span_begin (void)
{
  return (Span) { g_get_monotonic_time () / 1e3, bench_cpu () };
}

static Span
span_end (Span begin)
{
  return (Span) { g_get_monotonic_time () / 1e3 - begin.wall, bench_cpu () - begin.cpu };
}

static void
spans_add (Spans *spans,
           Span   span)
{
  g_array_append_val (spans->walls, span.wall);
  g_array_append_val (spans->cpus, span.cpu);
}

/* Prints a line and returns whether the limit is kept. Frees @spans. */
static gboolean
report (const char *title,
        Spans      *spans,
        gboolean    has_limit,
        const char *more)
{
  double p95 = bench_percentile (spans->walls, 0.95);
  g_autofree char *limit = has_limit ? g_strdup_printf ("   ratio to limit of %.0f ms %.2f", LIMIT_MS, p95 / LIMIT_MS)
                                     : g_strdup ("");

  printf ("%-24s wall median %6.2f p95 %6.2f ms   cpu median %6.2f p95 %6.2f max %6.2f ms%s%s\n", title,
          bench_percentile (spans->walls, 0.5), p95, bench_percentile (spans->cpus, 0.5), bench_percentile (spans->cpus, 0.95),
          bench_percentile (spans->cpus, 1), limit, more);
  g_array_unref (spans->walls);
  g_array_unref (spans->cpus);
  return !has_limit || p95 <= LIMIT_MS;
}

static Spans
spans_new (void)
{
  return (Spans) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
}

/* @n Chinese characters that stand together in @text, or %NULL. */
static char *
cut_han (GRand      *rand,
         const char *text,
         guint       n)
{
  glong length = g_utf8_strlen (text, -1);

  for (guint attempt = 0; attempt < 20 && length >= n; attempt++)
    {
      glong at = g_rand_int_range (rand, 0, (gint32) (length - n + 1));
      g_autofree char *part = g_utf8_substring (text, at, at + n);
      guint n_han = 0;

      for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
        n_han += zg_char_is_han (g_utf8_get_char (p));
      if (n_han == n)
        return g_steal_pointer (&part);
    }
  return NULL;
}

static char *
cut (GRand      *rand,
     const char *text,
     guint       n)
{
  guint at = strlen (text) > n ? g_rand_int_range (rand, 0, (gint32) (strlen (text) - n + 1)) : 0;

  return g_strndup (text + at, n);
}

/* Something of a person that a clerk might type, as it is asked for by @kind. */
static char *
make_query (Kind    kind,
            GRand  *rand,
            guint   n_customers)
{
  g_autoptr(ZgCustomer) customer = bench_people_make (g_rand_int_range (rand, 0, (gint32) n_customers));
  const ZgCustomerAddress *address = g_ptr_array_index (customer->addresses, 0);
  const ZgCustomerPhone *phone = g_ptr_array_index (customer->phones, 0);
  const ZgCustomerAccount *account = g_ptr_array_index (customer->accounts, 0);
  const char *texts[] = { customer->name.text, customer->note, address->address->detail };
  const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
  g_autoptr(GPtrArray) keys = zg_name_keys (customer->name.text);
  const char *pinyin = g_ptr_array_index (keys, 1);

  switch (kind)
    {
    case KIND_HAN_2:
      return cut_han (rand, text, 2);
    case KIND_HAN_3:
      return cut_han (rand, text, 3);
    case KIND_DIGITS:
      return g_rand_boolean (rand) ? g_strdup (phone->phone->digits + 7) : cut (rand, phone->phone->digits, 4);
    case KIND_INITIALS:
      return g_strdup (g_ptr_array_index (keys, 0));
    case KIND_NAME_CHARACTER:
      return cut_han (rand, customer->name.text, 1);
    case KIND_NICK_LETTERS:
      return cut (rand, account->account.text, 2);
    case KIND_PINYIN:
      return g_strndup (pinyin, (strlen (pinyin) + 1) / 2 + 1);
    default:
      g_assert_not_reached ();
    }
}

/* One search with its rows. */
static Span
time_search (ZgDatabase *db,
             const char *query,
             guint      *n_rows)
{
  Span begin = span_begin ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_find_table_customers (db, query, N_ROWS, &error);
  g_autoptr(GPtrArray) rows = NULL;

  g_assert_no_error (error);
  rows = zg_list_table_customer_rows (db, (gint64 *) ids->data, ids->len, ZG_TIME_SECOND, &error);
  g_assert_no_error (error);
  *n_rows = rows->len;
  return span_end (begin);
}

/* The reference: a scan for the same word, as an application without an index would do it. */
static Span
time_like (ZgDatabase *db,
           const char *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.id FROM customer AS c JOIN customer_phone AS p ON p.customer_id = c.id WHERE c.name LIKE ?1 OR c.note LIKE ?1 "
    "OR p.text LIKE ?1 ORDER BY c.id DESC LIMIT 50", &error);
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", query);
  Span begin = span_begin ();
  gboolean has_row;

  g_assert_no_error (error);
  zg_statement_bind_text (statement, 0, pattern);
  do
    g_assert_true (zg_statement_step (statement, &has_row, NULL));
  while (has_row);
  return span_end (begin);
}

static gboolean
bench_kind (ZgDatabase *db,
            Kind        kind,
            guint       n_customers)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260922 + kind);
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *more = NULL;
  Spans spans = spans_new ();
  guint n_found = 0;
  double worst = 0;
  guint worst_query = 0;

  while (queries->len < N_QUERIES)
    {
      char *query = make_query (kind, rand, n_customers);

      if (query != NULL)
        g_ptr_array_add (queries, query);
    }

  for (guint i = 0; i < N_ROUNDS * N_QUERIES; i++)
    {
      guint n_rows;
      Span span = time_search (db, g_ptr_array_index (queries, i % N_QUERIES), &n_rows);

      spans_add (&spans, span);
      n_found += n_rows;
      if (span.cpu > worst)
        {
          worst = span.cpu;
          worst_query = i % N_QUERIES;
        }
    }

  more = g_strdup_printf ("   rows %.1f   slowest: %s", (double) n_found / (N_ROUNDS * N_QUERIES),
                          (const char *) g_ptr_array_index (queries, worst_query));
  return report (kinds[kind].title, &spans, kinds[kind].has_limit, more);
}

/* Rare words and absent ones: a scan finds fifty of a common word at once, but has to read everything for these. */
static void
bench_like (ZgDatabase *db)
{
  static const char * const words[] = { "曦曦", "文三路799", "没有这个词", "913746", "𠮷" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n_rows;
      Span like = time_like (db, words[i]);
      Span ours = time_search (db, words[i], &n_rows);

      printf ("%-16s LIKE wall %8.2f cpu %8.2f ms   index wall %6.2f cpu %6.2f ms   ratio %.4f   rows %u\n", words[i],
              like.wall, like.cpu, ours.wall, ours.cpu, ours.wall / like.wall, n_rows);
    }
}

static gboolean
edit_one (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ZgCustomer *customer = data;

  g_free (customer->note);
  customer->note = g_strdup_printf ("改过 %" G_GINT64_FORMAT, customer->version);
  return zg_customer_table_update (db, customer, customer->updated_at + 1, error);
}

/* What the disk needs for as many bytes as an edit appends to the journal. */
static void
append_to_disk (int fd)
{
  static const char bytes[32 * 1024];

  g_assert_cmpint (write (fd, bytes, sizeof bytes), ==, sizeof bytes);
  g_assert_cmpint (fsync (fd), ==, 0);
}

/* One edit from asking to on disk, and by turns a bare write of the same size to the same disk, as the reference. */
static gboolean
bench_edit (const char *path)
{
  g_autofree char *reference_path = g_strconcat (path, ".reference", NULL);
  int fd = g_open (reference_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  Spans reference = spans_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (path, &error);
  g_autoptr(ZgDatabase) reader = NULL;
  Spans spans = spans_new ();

  g_assert_no_error (error);
  reader = zg_store_open_reader (store, &error);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_table_load (reader, 1 + i * 7, &error);
      Span begin = span_begin ();

      g_assert_no_error (error);
      g_assert_true (zg_store_write (store, edit_one, customer, &error));
      spans_add (&spans, span_end (begin));
      begin = span_begin ();
      append_to_disk (fd);
      spans_add (&reference, span_end (begin));
    }
  g_clear_pointer (&reader, zg_database_close);
  zg_store_close (store);
  close (fd);
  g_unlink (reference_path);

  report ("bare 32 KiB and fsync", &reference, FALSE, "   (the disk's part of an edit)");
  /* The processor time is that of the thread that waits; the writing thread has its own. */
  return report ("one durable edit", &spans, TRUE, "");
}

/* Has the file in the system's memory, as it is in a shop that works: else the first of each search measures the disk. */
static void
read_file (const char *path)
{
  g_autofree char *buffer = g_malloc (1 << 20);
  FILE *file = fopen (path, "rb");

  g_assert_nonnull (file);
  while (fread (buffer, 1, 1 << 20, file) > 0)
    ;
  fclose (file);
}

int
main (int    argc,
      char **argv)
{
  const char *folder = argc > 1 ? argv[1] : g_get_tmp_dir ();
  guint n_customers = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  guint n_orders = argc > 3 ? (guint) atoi (argv[3]) : 0;
  g_autofree char *name = g_strdup_printf ("zg-shop-%u-%u.db", n_customers, n_orders);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  if (!bench_people_fill (path, n_customers, n_orders, &error))
    g_error ("%s", error->message);
  printf ("%u customers, %u orders, made in %.1f s\n", n_customers, n_orders,
          (g_get_monotonic_time () - start) / 1e6);

  read_file (path);
  db = zg_database_open (path, ZG_DATABASE_READER, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ok = bench_kind (db, i, n_customers) && ok;
  bench_like (db);
  g_clear_pointer (&db, zg_database_close);
  ok = bench_edit (path) && ok;
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
