/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "zg-division-names.h"
#include "zg-paste.h"

/* The parser of pasted addresses: by the files of tests/fixtures/paste, which say what has to come out, and by itself. */

enum {
  QUIRK,
  PASTE,
  FIRST_FIELD,
  N_COLUMNS = FIRST_FIELD + ZG_N_PASTE_FIELDS + 1,
};

/* The sequence of the columns. */
static const ZgPasteField column_fields[] = {
  ZG_PASTE_NAME, ZG_PASTE_PHONE, ZG_PASTE_POSTCODE, ZG_PASTE_PROVINCE, ZG_PASTE_CITY, ZG_PASTE_DISTRICT, ZG_PASTE_DETAIL,
  ZG_PASTE_NOTE,
};

typedef struct {
  guint n;
  guint n_right;
} Score;

/* Letters, digits and stars in narrow width: what the columns are compared by. */
static char *
plain (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *at = narrow; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '*')
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static char *
get_field (const ZgPaste *paste,
           ZgPasteField   field)
{
  if (field == ZG_PASTE_PHONE && paste->phones->len > 0)
    {
      g_autoptr(GPtrArray) phones = g_ptr_array_new ();

      for (guint i = 0; i < paste->phones->len; i++)
        g_ptr_array_add (phones, g_ptr_array_index (paste->phones, i));
      g_ptr_array_add (phones, NULL);
      return g_strjoinv (" ", (char **) phones->pdata);
    }
  return g_strdup (paste->fields[field] != NULL ? paste->fields[field] : "");
}

static gboolean
is_same (ZgPasteField  field,
         const char   *expected,
         const char   *found)
{
  g_autofree char *plain_expected = plain (expected);
  g_autofree char *plain_found = plain (found);

  if (field == ZG_PASTE_DETAIL || field == ZG_PASTE_NOTE)
    return strcmp (plain_expected, plain_found) == 0;
  return strcmp (expected, found) == 0;
}

static char *
list_asked (const ZgPaste *paste)
{
  static const ZgPasteField askable[] = { ZG_PASTE_NAME, ZG_PASTE_PHONE, ZG_PASTE_PROVINCE, ZG_PASTE_CITY, ZG_PASTE_DISTRICT };
  g_autoptr(GString) asked = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (askable); i++)
    if (paste->ask[askable[i]] != NULL)
      g_string_append_printf (asked, "%s%s", asked->len > 0 ? "," : "", zg_paste_field_get_key (askable[i]));
  return g_string_free (g_steal_pointer (&asked), FALSE);
}

/* Whether all columns of a line are right; says what is not. */
static gboolean
check_line (char **columns,
            guint  n_columns)
{
  g_autofree char *text = n_columns > PASTE ? g_strcompress (columns[PASTE]) : NULL;
  g_autoptr(ZgPaste) paste = zg_paste_parse (text);
  g_autofree char *asked = list_asked (paste);
  const char *ask = n_columns == N_COLUMNS ? columns[N_COLUMNS - 1] : "";
  gboolean is_right = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (column_fields); i++)
    {
      const char *expected = FIRST_FIELD + i < n_columns ? columns[FIRST_FIELD + i] : "";
      g_autofree char *found = get_field (paste, column_fields[i]);

      if (!is_same (column_fields[i], expected, found))
        {
          g_test_message ("%s: %s: %s is “%s”, not “%s”", columns[QUIRK], text,
                          zg_paste_field_get_key (column_fields[i]), found, expected);
          is_right = FALSE;
        }
    }
  if (strcmp (ask, asked) != 0)
    {
      g_test_message ("%s: %s: asks for “%s”, not for “%s”", columns[QUIRK], text, asked, ask);
      is_right = FALSE;
    }
  return is_right;
}

static void
report (gpointer key,
        gpointer value,
        gpointer data)
{
  const Score *score = value;

  g_test_message ("%3u of %3u right: %s", score->n_right, score->n, (const char *) key);
}

/* Scores a file by quirk; at least @least percent of its lines have to be right in every column. */
static void
score_file (const char *name,
            guint       least)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "paste", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GHashTable) quirks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  Score all = { 0, 0 };

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", N_COLUMNS);
      guint n_columns = g_strv_length (columns);
      Score *score;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      score = g_hash_table_lookup (quirks, columns[QUIRK]);
      if (score == NULL)
        {
          score = g_new0 (Score, 1);
          g_hash_table_insert (quirks, g_strdup (columns[QUIRK]), score);
        }
      if (check_line (columns, n_columns))
        {
          score->n_right++;
          all.n_right++;
        }
      score->n++;
      all.n++;
    }
  g_hash_table_foreach (quirks, report, NULL);
  g_test_message ("%u of %u lines of %s right, %.1f %%", all.n_right, all.n, name, 100.0 * all.n_right / all.n);
  g_assert_cmpuint (all.n, >, 50);
  g_assert_cmpuint (100 * all.n_right, >=, least * all.n);
}

static void
test_pastes (void)
{
  score_file ("pastes.tsv", 97);
}

static void
test_held_out (void)
{
  score_file ("held-out.tsv", 80);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/pastes", test_pastes);
  g_test_add_func ("/paste/held-out", test_held_out);
  return g_test_run ();
}
