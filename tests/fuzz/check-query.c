/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-query.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zg-customer-table.h"
#include "zg-demo.h"
#include "zg-filtered-customers.h"
#include "zg-find-table.h"
#include "zg-fold.h"
#include "zg-phone.h"
#include "zg-pinyin.h"
#include "zg-store.h"

/*
 * What holds for whatever is typed into a search field, and for every filter, whatever bytes they are: compared with all
 * texts of all customers of the demo shop, read one by one. The first line of an input is typed, the rest is a filter.
 */

#define NOW ((ZgTime) 1790000000 * ZG_TIME_SECOND)
#define ALL 100000

enum {
  NAMES,
  PHONES,
  ADDRESSES,
  NOTES,
  TAGS,
  N_FIELDS,
};

typedef struct {
  gint64 id;
  char **names;
  char *fields[N_FIELDS];       /* all that can be found, simplified */
} Person;

static ZgStore *store;
static ZgDatabase *db;
static ZgClock *clock_of_shop;
static GPtrArray *people;

/* A fuzzer keeps the input of what aborts, not of what traps. */
static void G_GNUC_PRINTF (1, 2)
fail (const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  abort ();
}

/* The shop ****************************************************************************************************************/

/* What a text is for a search: Chinese characters, letters of alphabets and other signs, each kind by itself. */
static char
get_class (gunichar c,
           char     before)
{
  if (g_unichar_ismark (c))
    return before;
  if (zg_char_is_han (c))
    return 'h';
  if (g_unichar_isalnum (c))
    return c < 0x590 || (c >= 0x1e00 && c < 0x2000) ? 'w' : 'o';
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL ? 'o' : 0;
}

/* Folded, with one bar wherever something else stands in it or another kind begins: what has a part of that has a part of
 * the text. */
static char *
simplify (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *simple = g_string_new (NULL);
  gboolean bar = FALSE;
  char before = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = zg_fold_char (g_utf8_get_char (at));
      char class = c == 0xfffd ? 0 : get_class (c, before);

      bar |= class != before;
      if (class != 0)
        {
          if (bar && simple->len > 0)
            g_string_append_c (simple, '|');
          g_string_append_unichar (simple, c);
          bar = FALSE;
        }
      before = class;
    }
  return g_string_free (simple, FALSE);
}

static void
add_line (GString    *lines,
          const char *text)
{
  g_string_append_printf (lines, "%s\n", text != NULL ? text : "");
}

static const char *
get_readable (const ZgPersonal *personal)
{
  return personal->disclosure >= ZG_DISCLOSURE_MASKED ? personal->text : NULL;
}

static void
read_names (const ZgCustomer *customer,
            GString          *names)
{
  add_line (names, get_readable (&customer->name));
  add_line (names, customer->call_name);
  for (guint i = 0; i < customer->accounts->len; i++)
    add_line (names, get_readable (&((ZgCustomerAccount *) g_ptr_array_index (customer->accounts, i))->account));
}

static void
read_addresses (const ZgCustomer *customer,
                GString          *addresses)
{
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *entry = g_ptr_array_index (customer->addresses, i);

      add_line (addresses, entry->recipient.text);
      g_string_append_printf (addresses, "%s%s%s%s\n", entry->address->province, entry->address->city,
                              entry->address->district, entry->address->detail);
    }
}

/* What stands in several lines of one field may be typed in one. */
static Person *
read_person (gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, id, &error);
  Person *person = g_new0 (Person, 1);
  GString *fields[N_FIELDS];

  g_assert_no_error (error);
  for (int i = 0; i < N_FIELDS; i++)
    fields[i] = g_string_new (NULL);

  read_names (customer, fields[NAMES]);
  for (guint i = 0; i < customer->phones->len; i++)
    add_line (fields[PHONES], ((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone->digits);
  read_addresses (customer, fields[ADDRESSES]);
  add_line (fields[NOTES], customer->note);
  add_line (fields[NOTES], customer->caution);
  for (guint i = 0; i < customer->tags->len; i++)
    add_line (fields[TAGS], g_ptr_array_index (customer->tags, i));

  person->id = id;
  person->names = g_strsplit (fields[NAMES]->str, "\n", -1);
  for (int i = 0; i < N_FIELDS; i++)
    {
      person->fields[i] = simplify (fields[i]->str);
      g_string_free (fields[i], TRUE);
    }
  return person;
}

static gboolean
fill_cb (ZgDatabase    *writer,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return zg_demo_fill (writer, "zh_CN", clock_of_shop, error);
}

/* What is open needs no name: nothing stays behind, however the program ends. */
static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
ensure_shop (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (store != NULL)
    return;

  folder = g_dir_make_tmp ("zg-query-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "shop.db", NULL);
  zone = g_time_zone_new_identifier ("Asia/Shanghai");
  clock_of_shop = zg_clock_new_fixed (NOW, zone);
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  zg_store_write (store, fill_cb, NULL, &error);
  g_assert_no_error (error);
  db = zg_store_open_reader (store, &error);
  g_assert_no_error (error);

  ids = zg_find_table_customers (db, "", ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 100);
  people = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (people, read_person (g_array_index (ids, gint64, i)));
  remove_folder (folder);
}

static const Person *
get_person (gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (((Person *) g_ptr_array_index (people, i))->id == id)
      return g_ptr_array_index (people, i);
  g_assert_not_reached ();
}

/* What is found ***********************************************************************************************************/

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type utf8): what stands between blanks of any kind and can be looked for. */
static GPtrArray *
list_pieces (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autoptr(GString) piece = g_string_new (NULL);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = valid; ; at = g_utf8_next_char (at))
    {
      g_autofree char *simple = NULL;

      if (*at != '\0' && zg_fold_char (g_utf8_get_char (at)) != ' ')
        {
          g_string_append_unichar (piece, g_utf8_get_char (at));
          continue;
        }
      simple = simplify (piece->str);
      g_string_truncate (piece, 0);
      if (*simple != '\0')
        g_ptr_array_add (pieces, g_steal_pointer (&simple));
      if (*at == '\0')
        return pieces;
    }
}

static gboolean
has_piece (const Person *person,
           const char   *piece)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (strstr (person->fields[i], piece) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_pieces (const Person *person,
            GPtrArray    *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (!has_piece (person, g_ptr_array_index (pieces, i)))
      return FALSE;
  return TRUE;
}

/* Letters may be the pinyin of a name; what begins with it is a name too. */
static gboolean
has_sound (const Person *person,
           const char   *letters)
{
  for (int i = 0; person->names[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) keys = zg_name_keys (person->names[i]);

      for (guint k = 0; k < keys->len; k++)
        if (g_str_has_prefix (g_ptr_array_index (keys, k), letters))
          return TRUE;
    }
  return FALSE;
}

/* What was typed stands there, or was meant as @letters of a keyboard, or as a @number written in another way; each of
 * them %NULL if it cannot be that. */
static gboolean
is_reason (const Person *person,
           const char   *letters,
           const char   *number,
           GPtrArray    *pieces)
{
  return (pieces != NULL && has_pieces (person, pieces)) || (letters != NULL && has_sound (person, letters))
         || (number != NULL && has_piece (person, number));
}

/* Signs alone find nobody. One Han character, and one or two others, are looked for in all texts only beside something
 * longer; alone in names and at the ends of phones. */
static gboolean
are_long (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = g_ptr_array_index (pieces, i);
      glong n = g_utf8_strlen (piece, -1);

      if (n < 2 || (n == 2 && !zg_char_is_han (g_utf8_get_char (piece))))
        return FALSE;
    }
  return pieces->len > 0;
}

static void
check_found (GArray *ids,
             guint   limit)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_assert_cmpuint (ids->len, <=, limit);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (g_hash_table_add (seen, &g_array_index (ids, gint64, i)));
}

/* (transfer full) (nullable): the phone number that was typed in another way than it is kept. */
static char *
make_number (const char *query)
{
  g_autofree char *folded = zg_fold (query);
  g_autofree char *digits = zg_phone_digits_of_typed (folded);

  return digits != NULL ? simplify (digits) : NULL;
}

/* Whoever is found has what was typed, and whoever has it is found. */
static void
check_customers (const char *query,
                 GArray     *found)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autofree char *folded = zg_fold (valid);
  g_autofree char *letters = zg_pinyin_of_typed (valid);
  g_autofree char *number = make_number (query);
  g_autoptr(GPtrArray) pieces = list_pieces (query);
  gboolean all_long = are_long (pieces);

  if (letters != NULL && letters[strspn (letters, "0123456789")] == '\0')
    g_clear_pointer (&letters, g_free);
  for (guint i = 0; i < found->len && *folded != '\0'; i++)
    if (!is_reason (get_person (g_array_index (found, gint64, i)), letters, number, pieces))
      fail ("“%s” finds somebody without it", query);
  for (guint i = 0; i < people->len && *folded != '\0'; i++)
    {
      const Person *person = g_ptr_array_index (people, i);

      if (is_reason (person, letters, number, all_long ? pieces : NULL) && !has_id (found, person->id))
        fail ("“%s” does not find who has it: %s", query, person->fields[NAMES]);
    }
}

/* @query with more words finds no more people, unless they made it a phone number. */
static void
check_narrower (const char *query,
                const char *more,
                GArray     *found)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *both = g_strconcat (query, " ", more, NULL);
  g_autofree char *number = make_number (both);
  g_autoptr(GPtrArray) pieces = list_pieces (query);
  g_autoptr(GArray) some = zg_find_table_customers (db, both, ALL, &error);

  g_assert_no_error (error);
  if (!are_long (pieces))
    return;
  for (guint i = 0; i < some->len; i++)
    {
      gint64 id = g_array_index (some, gint64, i);

      if (!has_id (found, id) && (number == NULL || !has_piece (get_person (id), number)))
        fail ("“%s” finds somebody whom “%s” does not", both, query);
    }
}

/* A filter ****************************************************************************************************************/

static void
check_same_text (const ZgCustomerFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = zg_customer_filter_to_text (filter);
  g_autofree char *words = zg_customer_filter_describe (filter);
  g_autoptr(ZgCustomerFilter) again = zg_customer_filter_parse (text, &error);

  g_assert_no_error (error);
  g_assert_true (zg_customer_filter_equal (filter, again));
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpint (zg_customer_filter_is_empty (filter), ==, zg_customer_filter_is_empty (again));
}

/* Searching some customers finds those of all who are among them, in the same order. */
static void
check_among (const ZgCustomerFilter *filter,
             const char             *query,
             GArray                 *found)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) listed =
    zg_filtered_customers_list (db, filter, ZG_CUSTOMER_SORT_NAME, FALSE, clock_of_shop, &error);
  g_autoptr(GArray) among = NULL;
  gint64 n_listed = -1;
  guint at = 0;

  g_assert_no_error (error);
  check_found (listed, people->len);
  zg_filtered_customers_count (db, filter, clock_of_shop, &n_listed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_listed, ==, listed->len);

  among = zg_find_table_customers_among (db, query, filter, clock_of_shop, ALL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      if (!has_id (listed, id))
        continue;
      g_assert_cmpuint (at, <, among->len);
      g_assert_cmpint (g_array_index (among, gint64, at), ==, id);
      at++;
    }
  g_assert_cmpuint (at, ==, among->len);
}

static void
check_filter (const char *text,
              const char *query,
              GArray     *found)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (text, &error);

  if (filter == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  check_same_text (filter);
  check_among (filter, query, found);
}

/**
 * check_query:
 * @input: bytes: a line that is typed, and a filter
 * @size: how many
 *
 * Aborts when something does not hold.
 */
void
check_query (const char *input,
             gsize       size)
{
  g_autofree char *query = g_strndup (input, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GArray) orders = NULL;
  char *rest = strchr (query, '\n');

  ensure_shop ();
  if (rest != NULL)
    *rest++ = '\0';

  found = zg_find_table_customers (db, query, ALL, &error);
  g_assert_no_error (error);
  check_found (found, people->len);
  check_customers (query, found);
  orders = zg_find_table_orders (db, query, 50, &error);
  g_assert_no_error (error);
  check_found (orders, 50);
  if (rest == NULL)
    return;
  check_narrower (query, rest, found);
  check_filter (rest, query, found);
}
