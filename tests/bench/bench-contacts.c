/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_EBOOK
#include <libebook/libebook.h>
#endif

#include "bench-figures.h"
#include "bench-people.h"
#include "zg-contact-importer.h"
#include "zg-find-table.h"
#include "zg-store.h"
#include "zg-vcard-writer.h"

/*
 * The same people in Zhanggui and in Evolution Data Server, which GNOME Contacts stands on: reading a file of vCards, and
 * finding people in it. Evolution Data Server is asked through its own library, so neither pays for a window, but it does
 * for the bus between. It looks for letters as they are; pinyin and initials are not asked of it.
 */

#define N_PEOPLE 50000
#define N_BATCH 1000
#define N_QUERIES 40
#define SEED 20260922

typedef enum {
  KIND_NAME,
  KIND_PHONE,
  KIND_ANY,
  N_KINDS,
} Kind;

static const char * const titles[N_KINDS] = {
  [KIND_NAME] = "part of a name",
  [KIND_PHONE] = "end of a phone",
  [KIND_ANY] = "anything",
};

typedef struct {
  double import_s;
  double median_ms[N_KINDS];
  double p95_ms[N_KINDS];
} Figures;

static double
seconds_since (gint64 begin)
{
  return (g_get_monotonic_time () - begin) / 1e6;
}

static char *
cut (const char *text,
     GRand      *rand,
     glong       n)
{
  glong length = g_utf8_strlen (text, -1);
  glong at = length > n ? g_rand_int_range (rand, 0, (gint32) (length - n + 1)) : 0;

  return g_utf8_substring (text, at, MIN (length, at + n));
}

/* What a clerk might type of one of the people. */
static char *
make_query (Kind   kind,
            GRand *rand)
{
  g_autoptr(ZgCustomer) customer = bench_people_make (g_rand_int_range (rand, 0, N_PEOPLE));
  const ZgCustomerPhone *phone = g_ptr_array_index (customer->phones, 0);
  const ZgCustomerAddress *address = g_ptr_array_index (customer->addresses, 0);

  switch (kind)
    {
    case KIND_NAME:
      return cut (customer->name.text, rand, 2);
    case KIND_PHONE:
      return g_strdup (phone->phone->digits + strlen (phone->phone->digits) - 4);
    default:
      return cut (g_rand_boolean (rand) ? address->address->detail : customer->note, rand, 4);
    }
}

/* Times @find over the same words for each program. */
static void
time_searches (void      (*find) (gpointer    data,
                                  Kind        kind,
                                  const char *query),
               gpointer    data,
               Figures    *figures)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

      for (int i = 0; i < N_QUERIES; i++)
        {
          g_autofree char *query = make_query (kind, rand);
          gint64 begin = g_get_monotonic_time ();
          double ms;

          find (data, kind, query);
          ms = seconds_since (begin) * 1e3;
          g_array_append_val (times, ms);
        }
      figures->median_ms[kind] = bench_percentile (times, 0.5);
      figures->p95_ms[kind] = bench_percentile (times, 0.95);
    }
}

static void
report (const char    *name,
        const Figures *figures)
{
  printf ("%-22s import %6.1f s", name, figures->import_s);
  for (int kind = 0; kind < N_KINDS; kind++)
    printf ("   %s: median %.2f p95 %.2f ms", titles[kind], figures->median_ms[kind], figures->p95_ms[kind]);
  printf ("\n");
}

/* Zhanggui ****************************************************************************************************************/

static void
find_in_shop (gpointer    data,
              Kind        kind,
              const char *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_find_table_customers (data, query, N_PEOPLE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
}

static void
measure_shop (const char *cards,
              const char *folder,
              Figures    *figures)
{
  g_autoptr(ZgClock) clock = zg_clock_new_system ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContactImportResult) result = NULL;
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr(ZgDatabase) db = NULL;
  ZgContactImportOptions options = { .policy = ZG_DUPLICATES_SKIP, .clock = clock };
  ZgStore *store = zg_store_open (path, &error);
  gint64 begin = g_get_monotonic_time ();

  g_assert_no_error (error);
  result = zg_contact_importer_run (store, cards, &options, NULL, &error);
  g_assert_no_error (error);
  figures->import_s = seconds_since (begin);
  g_assert_cmpint (result->counts[ZG_CONTACT_NEW], >, N_PEOPLE * 9 / 10);

  db = zg_store_open_reader (store, &error);
  g_assert_no_error (error);
  time_searches (find_in_shop, db, figures);
  g_clear_pointer (&db, zg_database_close);
  zg_store_close (store);
}

/* Evolution Data Server *****************************************************************************************************/

#ifdef HAVE_EBOOK
static void
find_in_book (gpointer    data,
              Kind        kind,
              const char *query)
{
  EBookQuery *asked = kind == KIND_ANY ? e_book_query_any_field_contains (query)
                      : kind == KIND_PHONE ? e_book_query_field_test (E_CONTACT_TEL, E_BOOK_QUERY_CONTAINS, query)
                                               : e_book_query_field_test (E_CONTACT_FULL_NAME, E_BOOK_QUERY_CONTAINS, query);
  g_autofree char *expression = e_book_query_to_string (asked);
  g_autoptr(GError) error = NULL;
  GSList *uids = NULL;

  e_book_client_get_contacts_uids_sync (data, expression, &uids, NULL, &error);
  g_assert_no_error (error);
  g_slist_free_full (uids, g_free);
  e_book_query_unref (asked);
}

/* By the thousand, as a program that reads a file would hand them over. */
static void
import_into_book (EBookClient *book,
                  const char  *cards)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GError) error = NULL;
  GSList *batch = NULL;
  guint n = 0;

  g_file_get_contents (cards, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "END:VCARD\r\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        {
          g_autofree char *card = g_strconcat (parts[i], "END:VCARD\r\n", NULL);

          batch = g_slist_prepend (batch, e_contact_new_from_vcard (card));
          n++;
        }
      if (n == N_BATCH || (parts[i + 1] == NULL && n > 0))
        {
          GSList *uids = NULL;

          e_book_client_add_contacts_sync (book, batch, E_BOOK_OPERATION_FLAG_NONE, &uids, NULL, &error);
          g_assert_no_error (error);
          e_util_free_string_slist (uids);
          g_slist_free_full (g_steal_pointer (&batch), g_object_unref);
          n = 0;
        }
    }
}

static void
measure_book (const char *cards,
              Figures    *figures)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ESourceRegistry) registry = e_source_registry_new_sync (NULL, &error);
  g_autoptr(ESource) source = NULL;
  g_autoptr(EClient) book = NULL;
  gint64 begin;

  g_assert_no_error (error);
  source = e_source_registry_ref_builtin_address_book (registry);
  book = e_book_client_connect_sync (source, 30, NULL, &error);
  g_assert_no_error (error);
  begin = g_get_monotonic_time ();
  import_into_book (E_BOOK_CLIENT (book), cards);
  figures->import_s = seconds_since (begin);
  time_searches (find_in_book, book, figures);
}
#endif

/* (transfer full): a file of all people. */
static char *
write_cards (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "people.vcf", NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr(ZgCustomer) customer = bench_people_make (i);

      zg_vcard_append (text, customer);
    }
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("zg-contacts-XXXXXX", &error);
  g_autofree char *cards = NULL;
  Figures ours = { 0 };

  setlocale (LC_ALL, "");
  g_assert_no_error (error);
  cards = write_cards (folder);
  measure_shop (cards, folder, &ours);
  report ("Zhanggui", &ours);

#ifdef HAVE_EBOOK
  {
    Figures theirs = { 0 };

    measure_book (cards, &theirs);
    report ("Evolution Data Server", &theirs);
    printf ("ratio                  import %.2f", ours.import_s / theirs.import_s);
    for (int kind = 0; kind < N_KINDS; kind++)
      printf ("   %s %.3f", titles[kind], ours.median_ms[kind] / theirs.median_ms[kind]);
    printf ("\n");
    return ours.import_s <= theirs.import_s && ours.median_ms[KIND_ANY] <= theirs.median_ms[KIND_ANY] ? EXIT_SUCCESS
                                                                                                       : EXIT_FAILURE;
  }
#else
  printf ("without libebook there is nothing to compare with\n");
  return 77;
#endif
}
