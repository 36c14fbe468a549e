/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-duplicates.h"

#include <string.h>

#include "zg-duplicate-table.h"

/*
 * Looks through the whole file for customers who may be one person. Each value becomes a number; the numbers are sorted, and
 * those that stand together are looked at. So a million customers are a few passes over the file and a few sorts, where
 * comparing everybody with everybody would never end.
 */

/* What more people share is nobody's: the shop's own phone, a number that somebody made up. */
#define MAX_SHARED 20
/* Of one name there may be many whose phones begin alike. */
#define MAX_ALIKE 200

typedef struct {
  guint64 key;
  gint64 customer_id;
  guint64 value;                /* of a phone its digits, of an address its row */
} Entry;

typedef struct {
  ZgDatabase *db;
  ZgDuplicatesProgress progress;
  gpointer data;
  GCancellable *cancellable;
  double before;                /* how far the scan is when the table begins that is read now */
  double share;                 /* how much of the scan that table is */
  int percent;
  guint n_rows;
  GArray *names;                /* Entry by customer, the key made of the name */
  GArray *values;               /* Entry of the table that is read */
  GArray *near;
  GHashTable *pairs;            /* ZgDuplicate, found by the two ids */
  guint n_crowded;
} Scan;

/* FNV-1a, with a last stir: the keys are combined with each other. */
static guint64
stir (guint64 hash)
{
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return hash ^ (hash >> 32);
}

/* Blanks do not count, of any width. */
static guint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strncmp (p, "\u3000", 3) == 0)
        p += 2;
      else if (*p != ' ')
        hash = (hash ^ (guchar) g_ascii_tolower (*p)) * G_GUINT64_CONSTANT (1099511628211);
    }
  return stir (hash);
}

/* The digits in a text, of both widths: however an address is written, house and room numbers are the same. */
static guint64
hash_digits (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        hash = (hash ^ (guint64) digit) * G_GUINT64_CONSTANT (1099511628211);
    }
  return stir (hash);
}

static guint
pair_hash (gconstpointer data)
{
  const ZgDuplicate *pair = data;

  return (guint) stir ((guint64) pair->a_id * 31 + (guint64) pair->b_id);
}

static gboolean
pair_equal (gconstpointer a,
            gconstpointer b)
{
  const ZgDuplicate *first = a;
  const ZgDuplicate *second = b;

  return first->a_id == second->a_id && first->b_id == second->b_id;
}

static gboolean
go_on (Scan   *scan,
       double  part)
{
  int percent;

  if (++scan->n_rows % 4096 != 0)
    return TRUE;
  percent = (int) (100 * (scan->before + part * scan->share));
  if (scan->progress != NULL && percent > scan->percent)
    scan->progress (percent / 100.0, scan->data);
  scan->percent = MAX (scan->percent, percent);
  return !g_cancellable_is_cancelled (scan->cancellable);
}

static void
add_entry (GArray  *entries,
           guint64  key,
           gint64   customer_id,
           guint64  value)
{
  Entry entry = { key, customer_id, value };

  g_array_append_val (entries, entry);
}

static gboolean
take_name (gint64      row_id,
           gint64      customer_id,
           const char *text,
           double      part,
           gpointer    data)
{
  Scan *scan = data;

  /* One letter or character is no name. */
  if (text[0] != '\0' && *g_utf8_next_char (text) != '\0')
    add_entry (scan->names, hash_text (text), customer_id, 0);
  return go_on (scan, part);
}

/* The key of a customer's name, 0 when it tells nothing. The names were read in the order of ids. */
static guint64
find_name (const Scan *scan,
           gint64      customer_id)
{
  guint low = 0;
  guint high = scan->names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Entry *entry = &g_array_index (scan->names, Entry, middle);

      if (entry->customer_id == customer_id)
        return entry->key;
      if (entry->customer_id < customer_id)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

/* One digit again and again, or too few of them, is what people type when they have none. */
static gboolean
is_made_up (const char *digits)
{
  gsize length = strlen (digits);

  return length < 7 || length > 19 || strspn (digits, (char[]) { digits[length - 1], '\0' }) >= length - 1;
}

static gboolean
take_phone (gint64      row_id,
            gint64      customer_id,
            const char *text,
            double      part,
            gpointer    data)
{
  Scan *scan = data;
  guint64 number, name;

  if (is_made_up (text))
    return go_on (scan, part);
  number = g_ascii_strtoull (text, NULL, 10);
  add_entry (scan->values, number, customer_id, number);

  /* Of two numbers that differ in one digit, the first six or the last five are alike. */
  name = strlen (text) == 11 ? find_name (scan, customer_id) : 0;
  if (name != 0)
    {
      add_entry (scan->near, stir (name ^ (number / 100000 * 2)), customer_id, number);
      add_entry (scan->near, stir (name ^ (number % 100000 * 2 + 1)), customer_id, number);
    }
  return go_on (scan, part);
}

static gboolean
take_account (gint64      row_id,
              gint64      customer_id,
              const char *text,
              double      part,
              gpointer    data)
{
  Scan *scan = data;

  /* Short ones are chosen by many. */
  if (g_utf8_strlen (text, 16) >= 4)
    add_entry (scan->values, hash_text (text), customer_id, 0);
  return go_on (scan, part);
}

static gboolean
take_address (gint64      row_id,
              gint64      customer_id,
              const char *text,
              double      part,
              gpointer    data)
{
  Scan *scan = data;
  guint64 name = find_name (scan, customer_id);

  if (name != 0)
    add_entry (scan->values, stir (name ^ hash_digits (text)), customer_id, (guint64) row_id);
  return go_on (scan, part);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return (first->customer_id > second->customer_id) - (first->customer_id < second->customer_id);
}

static void
note_pair (Scan                *scan,
           gint64               first_id,
           gint64               second_id,
           ZgDuplicateReasons   reason,
           ZgDuplicateStrength  strength)
{
  ZgDuplicate key = { MIN (first_id, second_id), MAX (first_id, second_id), reason, strength };
  ZgDuplicate *known;

  if (first_id == second_id)
    return;
  known = g_hash_table_lookup (scan->pairs, &key);
  if (known == NULL)
    {
      g_hash_table_add (scan->pairs, g_memdup2 (&key, sizeof key));
      return;
    }
  /* Two reasons are more than one. */
  if ((known->reasons & reason) == 0 && known->strength == strength && strength < ZG_DUPLICATE_CERTAIN)
    known->strength++;
  known->strength = MAX (known->strength, strength);
  known->reasons |= reason;
}

static gboolean
has_same_name (const Scan *scan,
               gint64      first_id,
               gint64      second_id)
{
  guint64 name = find_name (scan, first_id);

  return name != 0 && name == find_name (scan, second_id);
}

/* Families share a phone, and who helps out gives theirs: without the name it is not certain. */
static gboolean
look_at_phones (Scan         *scan,
                const Entry  *first,
                const Entry  *second,
                GError      **error)
{
  gboolean same = has_same_name (scan, first->customer_id, second->customer_id);
  gboolean unknown = find_name (scan, first->customer_id) == 0 || find_name (scan, second->customer_id) == 0;

  note_pair (scan, first->customer_id, second->customer_id, ZG_DUPLICATE_PHONE,
             same ? ZG_DUPLICATE_CERTAIN : unknown ? ZG_DUPLICATE_LIKELY : ZG_DUPLICATE_POSSIBLE);
  return TRUE;
}

static gboolean
look_at_accounts (Scan         *scan,
                  const Entry  *first,
                  const Entry  *second,
                  GError      **error)
{
  note_pair (scan, first->customer_id, second->customer_id, ZG_DUPLICATE_ACCOUNT,
             has_same_name (scan, first->customer_id, second->customer_id) ? ZG_DUPLICATE_CERTAIN : ZG_DUPLICATE_LIKELY);
  return TRUE;
}

static gboolean
look_at_near_phones (Scan         *scan,
                     const Entry  *first,
                     const Entry  *second,
                     GError      **error)
{
  guint n_different = 0;

  for (guint64 a = first->value, b = second->value; a != 0 || b != 0; a /= 10, b /= 10)
    n_different += a % 10 != b % 10;
  if (n_different == 1 && has_same_name (scan, first->customer_id, second->customer_id))
    note_pair (scan, first->customer_id, second->customer_id, ZG_DUPLICATE_NEAR_PHONE, ZG_DUPLICATE_POSSIBLE);
  return TRUE;
}

static gboolean
look_at_addresses (Scan         *scan,
                   const Entry  *first,
                   const Entry  *second,
                   GError      **error)
{
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;

  if (first->customer_id == second->customer_id || !has_same_name (scan, first->customer_id, second->customer_id))
    return TRUE;
  if (!zg_duplicate_table_load_address_key (scan->db, (gint64) first->value, &first_key, error)
      || !zg_duplicate_table_load_address_key (scan->db, (gint64) second->value, &second_key, error))
    return FALSE;
  if (first_key != NULL && g_strcmp0 (first_key, second_key) == 0)
    note_pair (scan, first->customer_id, second->customer_id, ZG_DUPLICATE_ADDRESS, ZG_DUPLICATE_CERTAIN);
  return TRUE;
}

/* Has @look see each two entries with one key, unless there are more than @max of them. */
static gboolean
look_at_groups (Scan     *scan,
                GArray   *entries,
                guint     max,
                gboolean (*look) (Scan         *scan,
                                  const Entry  *first,
                                  const Entry  *second,
                                  GError      **error),
                GError  **error)
{
  const Entry *all = (const Entry *) entries->data;
  guint end;

  g_array_sort (entries, compare_entries);
  for (guint begin = 0; begin < entries->len; begin = end)
    {
      for (end = begin + 1; end < entries->len && all[end].key == all[begin].key; end++)
        ;
      if (end - begin > max)
        {
          scan->n_crowded += max == MAX_SHARED;
          continue;
        }
      for (guint i = begin; i < end; i++)
        for (guint j = i + 1; j < end; j++)
          {
            if (!look (scan, &all[i], &all[j], error))
              return FALSE;
          }
    }
  g_array_set_size (entries, 0);
  return TRUE;
}

/* Reads one table; @share is how much of the scan it is. */
static gboolean
read_values (Scan               *scan,
             ZgDuplicateValues   values,
             ZgDuplicateRow      take,
             double              share,
             GError            **error)
{
  scan->share = share;
  if (!zg_duplicate_table_each (scan->db, values, take, scan, error)
      || g_cancellable_set_error_if_cancelled (scan->cancellable, error))
    return FALSE;
  scan->before += share;
  return TRUE;
}

static void
forget_pair (gint64   a_id,
             gint64   b_id,
             gpointer data)
{
  Scan *scan = data;
  ZgDuplicate key = { a_id, b_id, 0, 0 };

  g_hash_table_remove (scan->pairs, &key);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const ZgDuplicate *first = a;
  const ZgDuplicate *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  if (first->a_id != second->a_id)
    return first->a_id < second->a_id ? -1 : 1;
  return (first->b_id > second->b_id) - (first->b_id < second->b_id);
}

static ZgDuplicates *
collect (Scan *scan)
{
  ZgDuplicates *duplicates = g_new0 (ZgDuplicates, 1);
  GHashTableIter iter;
  gpointer pair;

  duplicates->n_crowded = scan->n_crowded;
  duplicates->pairs = g_array_sized_new (FALSE, FALSE, sizeof (ZgDuplicate), g_hash_table_size (scan->pairs));
  g_hash_table_iter_init (&iter, scan->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    g_array_append_val (duplicates->pairs, *(const ZgDuplicate *) pair);
  g_array_sort (duplicates->pairs, compare_pairs);
  return duplicates;
}

static void
scan_clear (Scan *scan)
{
  g_array_unref (scan->names);
  g_array_unref (scan->values);
  g_array_unref (scan->near);
  g_hash_table_unref (scan->pairs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

/**
 * zg_duplicates_free:
 * @duplicates: (transfer full) (nullable): what a scan has found
 */
void
zg_duplicates_free (ZgDuplicates *duplicates)
{
  if (duplicates == NULL)
    return;

  g_array_unref (duplicates->pairs);
  g_free (duplicates);
}

/**
 * zg_duplicates_scan:
 * @db: a connection that nobody waits for, as zg_store_open_reader() gives
 * @progress: (nullable): told from the calling thread how far it is, from 0 to 1, a hundred times at the most
 * @data: for @progress
 * @cancellable: (nullable):
 * @error: return location for an error
 *
 * Finds customers who may be one person, by phone, by name and address, by the name on another platform, by name and a
 * phone that is one digit off. What a platform hides matches nobody, and pairs that a person found to be two people are
 * left out. Not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with %G_IO_ERROR_CANCELLED when it was cancelled
 */
ZgDuplicates *
zg_duplicates_scan (ZgDatabase            *db,
                    ZgDuplicatesProgress   progress,
                    gpointer               data,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_auto(Scan) scan = {
    .db = db, .progress = progress, .data = data, .cancellable = cancellable,
    .names = g_array_new (FALSE, FALSE, sizeof (Entry)), .values = g_array_new (FALSE, FALSE, sizeof (Entry)),
    .near = g_array_new (FALSE, FALSE, sizeof (Entry)),
    .pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL),
  };

  if (!read_values (&scan, ZG_DUPLICATE_NAMES, take_name, 0.25, error)
      || !read_values (&scan, ZG_DUPLICATE_PHONES, take_phone, 0.3, error)
      || !look_at_groups (&scan, scan.values, MAX_SHARED, look_at_phones, error)
      || !look_at_groups (&scan, scan.near, MAX_ALIKE, look_at_near_phones, error)
      || !read_values (&scan, ZG_DUPLICATE_ACCOUNTS, take_account, 0.15, error)
      || !look_at_groups (&scan, scan.values, MAX_SHARED, look_at_accounts, error)
      || !read_values (&scan, ZG_DUPLICATE_ADDRESSES, take_address, 0.3, error)
      || !look_at_groups (&scan, scan.values, MAX_ALIKE, look_at_addresses, error)
      || !zg_duplicate_table_each_not_same (db, forget_pair, &scan, error))
    return NULL;
  return collect (&scan);
}
