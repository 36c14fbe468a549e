/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-paste.h"

#include <string.h>

#include "zg-paste.h"

/* What holds for every pasted text, whatever bytes it is. */

static char *
get_letters (const char *text)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* How often each character is in a text, counted in @counts. */
static void
count_letters (GHashTable *counts,
               const char *text,
               int         by)
{
  g_autofree char *letters = get_letters (text);

  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (at));

      g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + by));
    }
}

/* The letters and digits of all parts with @role are those of @field, in whatever sequence. */
static void
check_role (const ZgPaste *paste,
            ZgPasteRole    role,
            const char    *field)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer count;

  count_letters (counts, field, 1);
  for (guint i = 0; i < paste->spans->len; i++)
    {
      const ZgPasteSpan *span = &g_array_index (paste->spans, ZgPasteSpan, i);
      g_autofree char *part = g_strndup (paste->text + span->start, span->end - span->start);

      if (span->role == role)
        count_letters (counts, part, -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_assert_cmpint (GPOINTER_TO_INT (count), ==, 0);
}

/* ① at the beginning of a line of a list is a letter to Unicode. */
static gboolean
has_circled_number (const char *part)
{
  for (const char *at = part; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= 0x2460 && g_utf8_get_char (at) <= 0x2473)
      return TRUE;
  return FALSE;
}

/* Parts lie side by side over all of the text, and what parts them has no letter. */
static void
check_spans (const ZgPaste *paste)
{
  gsize position = 0;

  for (guint i = 0; i < paste->spans->len; i++)
    {
      const ZgPasteSpan *span = &g_array_index (paste->spans, ZgPasteSpan, i);
      g_autofree char *part = g_strndup (paste->text + span->start, span->end - span->start);

      g_assert_cmpuint (span->start, ==, position);
      g_assert_cmpuint (span->end, >, span->start);
      g_assert_true (g_utf8_validate (part, -1, NULL));
      g_assert_cmpint (span->role, !=, ZG_PASTE_ROLE_FREE);
      if (span->role == ZG_PASTE_ROLE_BREAK && !has_circled_number (part))
        {
          g_autofree char *letters = get_letters (part);

          g_assert_cmpstr (letters, ==, "");
        }
      position = span->end;
    }
  g_assert_cmpuint (position, ==, strlen (paste->text));
}

static gboolean
has_role (const ZgPaste *paste,
          ZgPasteRole    role)
{
  for (guint i = 0; i < paste->spans->len; i++)
    if (g_array_index (paste->spans, ZgPasteSpan, i).role == role)
      return TRUE;
  return FALSE;
}

/* All digits of the parts that are phone numbers are those of the numbers, but for country codes and what is said twice. */
static void
check_phones (const ZgPaste *paste)
{
  g_autofree char *digits = NULL;
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_cmpint (has_role (paste, ZG_PASTE_ROLE_PHONE), ==, paste->phones->len > 0);
  for (guint i = 0; i < paste->phones->len; i++)
    {
      const char *phone = g_ptr_array_index (paste->phones, i);

      g_assert_cmpuint (strlen (phone), >=, 8);
      g_string_append (all, phone);
    }
  g_assert_cmpint (paste->phones->len > 0, ==, paste->fields[ZG_PASTE_PHONE] != NULL);
  digits = get_letters (all->str);
  for (guint i = 0; i < paste->spans->len; i++)
    {
      const ZgPasteSpan *span = &g_array_index (paste->spans, ZgPasteSpan, i);

      for (gsize k = span->start; k < span->end && span->role == ZG_PASTE_ROLE_PHONE; k++)
        if (g_ascii_isdigit (paste->text[k]) && paste->text[k] != '8' && paste->text[k] != '6' && paste->text[k] != '0')
          g_assert_nonnull (strchr (digits, paste->text[k]));
    }
}

static void
check_fields (const ZgPaste *paste)
{
  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    {
      const char *value = paste->fields[i];

      if ((value != NULL) != (paste->confidence[i] != ZG_PASTE_MISSING))
        g_test_message ("%s of %s", zg_paste_field_get_key (i), paste->text);
      g_assert_cmpint (value != NULL, ==, paste->confidence[i] != ZG_PASTE_MISSING);
      g_assert_false (value != NULL && paste->ask[i] != NULL);
      if (value == NULL)
        continue;
      g_assert_true (g_utf8_validate (value, -1, NULL));
      g_assert_cmpstr (value, !=, "");
    }
}

static void
check_same (const ZgPaste *a,
            const ZgPaste *b)
{
  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    {
      g_assert_cmpstr (a->fields[i], ==, b->fields[i]);
      g_assert_cmpint (a->confidence[i], ==, b->confidence[i]);
    }
  g_assert_cmpstr (a->rest, ==, b->rest);
  g_assert_cmpuint (a->spans->len, ==, b->spans->len);
}

/**
 * check_paste:
 * @input: (array length=size): any bytes
 * @size: how many
 *
 * Stops the program where anything does not hold that has to.
 */
void
check_paste (const char *input,
             gsize       size)
{
  g_autofree char *text = g_strndup (input, size);
  g_autoptr(ZgPaste) paste = zg_paste_parse (text);
  g_autoptr(ZgPaste) again = zg_paste_parse (text);

  check_same (paste, again);
  check_spans (paste);
  check_fields (paste);
  check_phones (paste);
  check_role (paste, ZG_PASTE_ROLE_DETAIL, paste->fields[ZG_PASTE_DETAIL]);
  check_role (paste, ZG_PASTE_ROLE_NOTE, paste->fields[ZG_PASTE_NOTE]);
  check_role (paste, ZG_PASTE_ROLE_REST, paste->rest);
  g_assert_cmpint (has_role (paste, ZG_PASTE_ROLE_NAME), ==, paste->fields[ZG_PASTE_NAME] != NULL);
  g_assert_cmpint (has_role (paste, ZG_PASTE_ROLE_POSTCODE), ==, paste->fields[ZG_PASTE_POSTCODE] != NULL);
}
