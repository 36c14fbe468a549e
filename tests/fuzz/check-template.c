/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-template.h"

#include <string.h>

#include "zg-foreign-placeholder.h"
#include "zg-template.h"

/*
 * What holds for every body, every value and every answer, whatever bytes they are. Of an input, the bytes 0xFF part
 * the body, the customer's name, the colour of the order, and the answer to {?备注}.
 */

#define N_PARTS 4

typedef enum {
  BODY,
  NAME,
  COLOUR,
  NOTE,
} Part;

/* What the shop knows: two values, and the date. */
typedef struct {
  const char *name;
  const char *colour;
} Shop;

static char *
look_up (const ZgPlaceholder *placeholder,
         int                  offset,
         gpointer             data)
{
  const Shop *shop = data;

  switch (placeholder->id)
    {
    case ZG_PLACEHOLDER_CUSTOMER_NAME:
      return g_strdup (shop->name);
    case ZG_PLACEHOLDER_ORDER_COLOUR:
    case ZG_PLACEHOLDER_ORDER_ITEMS:
      return g_strdup (shop->colour);
    case ZG_PLACEHOLDER_TODAY:
      return g_strdup_printf ("%+d", offset);
    default:
      return NULL;
    }
}

static ZgFill *
fill (const char *body,
      const Shop *shop,
      GHashTable *answers)
{
  return zg_template_fill (body, ZG_EMOTICONS_WANGWANG, look_up, (gpointer) shop, answers);
}

static const ZgSpan *
get_span (const ZgFill *filled,
          guint         index)
{
  return &g_array_index (filled->spans, ZgSpan, index);
}

/* The text without what was put in. */
static char *
take_spans_out (const ZgFill *filled)
{
  g_autoptr(GString) rest = g_string_new (NULL);
  gsize position = 0;

  for (guint i = 0; i < filled->spans->len; i++)
    {
      g_string_append_len (rest, filled->text + position, get_span (filled, i)->start - position);
      g_string_append_c (rest, '\x01');
      position = get_span (filled, i)->end;
    }
  g_string_append (rest, filled->text + position);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static void
check_spans (const ZgFill *filled)
{
  gsize last = 0, length = strlen (filled->text);

  g_assert_true (g_utf8_validate (filled->text, -1, NULL));
  for (guint i = 0; i < filled->spans->len; i++)
    {
      const ZgSpan *span = get_span (filled, i);

      g_assert_cmpint (span->start, >=, last);
      g_assert_cmpint (span->end, >, span->start);
      g_assert_cmpint (span->end, <=, length);
      g_assert_true (g_utf8_validate (filled->text + span->start, span->end - span->start, NULL));
      g_assert_true (span->kind == ZG_SPAN_VALUE || filled->missing->len > 0);
      last = span->end;
    }
}

static void
check_missing (const ZgFill *filled)
{
  for (guint i = 0; i < filled->missing->len; i++)
    {
      const ZgMissing *missing = g_ptr_array_index (filled->missing, i);

      g_assert_true (*missing->name != '\0' && *missing->label != '\0');
      g_assert_true (g_utf8_validate (missing->name, -1, NULL) && g_utf8_validate (missing->label, -1, NULL));
      g_assert_cmpint (missing->is_broken, ==, missing->fault != NULL);
      g_assert_false (missing->is_broken && (missing->prefill != NULL || missing->choices != NULL));
      if (missing->prefill != NULL && missing->choices != NULL)
        g_assert_true (g_strv_contains ((const char * const *) missing->choices, missing->prefill));
    }
}

/* A value is what one of the values becomes when it is cleaned, and nothing that hides or turns the text is in it. */
static void
check_values (const ZgFill *filled,
              const Shop   *shop,
              const char   *note)
{
  const char *values[] = { shop->name, shop->colour, note };

  for (guint i = 0; i < filled->spans->len; i++)
    {
      const ZgSpan *span = get_span (filled, i);
      g_autofree char *text = g_strndup (filled->text + span->start, span->end - span->start);
      gboolean known = *text == '+' || *text == '-';

      if (span->kind != ZG_SPAN_VALUE)
        continue;
      for (gsize k = 0; k < 2 * G_N_ELEMENTS (values) && !known; k++)
        {
          g_autofree char *clean = zg_template_clean_value (values[k / 2], k % 2 == 1);

          known = strcmp (clean, text) == 0;
        }
      g_assert_true (known);
      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_assert_true (c == '\n' || !g_unichar_iscntrl (c));
          g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f);
        }
    }
}

static void
check_same (const ZgFill *a,
            const ZgFill *b)
{
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpint (a->missing->len, ==, b->missing->len);
  g_assert_cmpint (a->spans->len, ==, b->spans->len);
  g_assert_cmpint (a->is_personal, ==, b->is_personal);
}

static gboolean
is_readable (const char *value)
{
  g_autofree char *clean = zg_template_clean_value (value, TRUE);

  return *clean != '\0';
}

/* What has to be missing, read from the pieces alone. */
static gboolean
expect_missing (GArray     *pieces,
                const Shop *shop)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      g_autofree char *known = NULL;

      if (piece->fault != ZG_PIECE_FAULT_NONE)
        return TRUE;
      if (piece->kind == ZG_PIECE_ASK)
        return TRUE;
      if (piece->kind != ZG_PIECE_FIELD || piece->argument != NULL)
        continue;
      known = look_up (piece->placeholder, piece->offset, (gpointer) shop);
      if (known == NULL || !is_readable (known))
        return TRUE;
    }
  return FALSE;
}

static const char *
strpbrk_in (const char *text,
            gsize       length,
            const char *accept)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (accept, text[i]) != NULL)
      return text + i;

  return NULL;
}

/* Whether nothing to read is left of a body that had something in it. */
static gboolean
is_emptied (const char *body,
            GArray     *pieces,
            const Shop *shop)
{
  gboolean any = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      g_autofree char *text = NULL;
      g_autofree char *known = NULL;

      any |= piece->kind != ZG_PIECE_LITERAL;
      if (piece->kind == ZG_PIECE_LITERAL || piece->kind == ZG_PIECE_BRACE)
        text = g_strndup (body + piece->start, piece->end - piece->start);
      else if (piece->kind == ZG_PIECE_EMOTICON)
        text = g_strdup (zg_emoticon_find (piece->name, ZG_EMOTICONS_WANGWANG));
      else if (piece->kind == ZG_PIECE_FIELD)
        {
          known = look_up (piece->placeholder, piece->offset, (gpointer) shop);
          text = g_strdup (known != NULL && is_readable (known) ? known : piece->argument);
        }
      /* What cleaning takes out of a value may stand in a body. */
      for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\x1e')
          return FALSE;
    }
  return any;
}

/* Pieces lie side by side over all of the body. */
static void
check_pieces (const char *body,
              GArray     *pieces)
{
  gsize position = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      g_autofree char *fault = zg_piece_describe_fault (piece);

      g_assert_cmpint (piece->start, ==, position);
      g_assert_cmpint (piece->end, >, piece->start);
      g_assert_true (g_utf8_validate (body + piece->start, piece->end - piece->start, NULL));
      g_assert_cmpint (fault != NULL, ==, piece->fault != ZG_PIECE_FAULT_NONE);
      /* Nothing in braces goes on in the next line or message. */
      if (piece->kind != ZG_PIECE_LITERAL)
        g_assert_null (strpbrk_in (body + piece->start, piece->end - piece->start, "\r\n\x1e"));
      position = piece->end;
    }
  g_assert_cmpint (position, ==, strlen (body));
}

/* Whatever is asked can be answered: then only what is broken is missing. The shop's own offers are answers, too. */
static void
check_answers (const char   *body,
               const Shop   *shop,
               const ZgFill *filled)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ZgFill) accepted = NULL;
  g_autoptr(ZgFill) answered = NULL;

  zg_fill_accept_offers (filled, answers);
  accepted = fill (body, shop, answers);
  g_assert_false (zg_fill_accept_offers (accepted, answers));

  for (guint i = 0; i < filled->missing->len; i++)
    g_hash_table_replace (answers, g_strdup (((ZgMissing *) g_ptr_array_index (filled->missing, i))->name),
                          g_strdup ("{客户}"));
  answered = fill (body, shop, answers);
  for (guint i = 0; i < answered->missing->len; i++)
    g_assert_true (((ZgMissing *) g_ptr_array_index (answered->missing, i))->is_broken);
  check_spans (answered);
}

/* Of a body that is text and not too long. */
static void
check_body (const char *body,
            const Shop *shop)
{
  static const Shop other = { "王小姐", "黑色" };
  g_autoptr(ZgFill) filled = fill (body, shop, NULL);
  g_autoptr(ZgFill) again = fill (body, &other, NULL);
  g_autoptr(GArray) pieces = zg_template_parse (body);
  g_autofree char *escaped = zg_template_escape (body);
  g_autoptr(ZgFill) literal = fill (escaped, shop, NULL);

  check_pieces (body, pieces);
  if (g_utf8_strlen (escaped, -1) <= ZG_TEMPLATE_MAX_LENGTH)
    g_assert_cmpstr (literal->text, ==, body);
  g_assert_cmpint (filled->missing->len > 0, ==, expect_missing (pieces, shop) || is_emptied (body, pieces, shop));
  check_answers (body, shop, filled);
  if (strchr (body, '{') == NULL)
    {
      g_assert_cmpstr (filled->text, ==, body);
      g_assert_cmpint (filled->missing->len, ==, 0);
      g_assert_cmpint (filled->spans->len, ==, 0);
    }
  /* Whoever it is for, what is around the values is the same: no value was read as a part of the body. */
  if (is_readable (shop->name) && is_readable (shop->colour))
    {
      g_autofree char *rest = take_spans_out (filled);
      g_autofree char *other_rest = take_spans_out (again);

      g_assert_cmpstr (rest, ==, other_rest);
    }
}

/* Whatever was typed: those that fit, each once, and all of them for nothing. */
static void
check_completion (const char *typed)
{
  g_autoptr(GPtrArray) placeholders = zg_placeholder_list (typed);
  g_autoptr(GPtrArray) emoticons = zg_emoticon_list (typed);

  g_assert_cmpint (placeholders->len, <=, ZG_N_PLACEHOLDERS);
  if (*typed == '\0')
    g_assert_cmpint (placeholders->len, ==, ZG_N_PLACEHOLDERS);
  for (guint i = 0; i < emoticons->len; i++)
    g_assert_nonnull (zg_emoticon_find (emoticons->pdata[i], ZG_EMOTICONS_NONE));
}

/* What is converted is a good body, but for what is too long for one. */
static void
check_foreign (const char *text)
{
  g_autofree char *converted = zg_foreign_placeholders_convert (text);
  g_autoptr(GArray) found = zg_foreign_placeholders_find (text);
  gsize last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const ZgForeignPlaceholder *foreign = &g_array_index (found, ZgForeignPlaceholder, i);

      g_assert_cmpint (foreign->start, >=, last);
      g_assert_cmpint (foreign->end, >, foreign->start);
      g_assert_cmpint (foreign->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + foreign->start, foreign->end - foreign->start, NULL));
      last = foreign->end;
    }
  if (g_utf8_strlen (converted, -1) <= ZG_TEMPLATE_MAX_LENGTH)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (zg_template_check (converted, &error));
    }
}

/* Whether nothing that is filled becomes too long for a message, which is another matter. */
static gboolean
is_short (const char *body,
          const Shop *shop)
{
  gsize longest = MAX (MAX (strlen (shop->name), strlen (shop->colour)), 64);

  return (strlen (body) + 1) * longest < ZG_TEMPLATE_MAX_LENGTH;
}

/**
 * check_template:
 * @input: (array length=size): any bytes
 * @size: how many
 *
 * Stops the program where anything does not hold that has to.
 */
void
check_template (const char *input,
                gsize       size)
{
  g_autofree char *all = g_strndup (input, size);
  g_auto(GStrv) split = g_strsplit (all, "\xff", N_PARTS);
  const char *parts[N_PARTS] = { "", "", "", "" };
  g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ZgFill) filled = NULL;
  g_autoptr(ZgFill) again = NULL;
  g_autoptr(GError) error = NULL;
  gboolean good;
  Shop shop;

  for (gsize i = 0; split[i] != NULL; i++)
    parts[i] = split[i];
  shop = (Shop) { parts[NAME], parts[COLOUR] };
  g_hash_table_insert (answers, (gpointer) "备注", (gpointer) parts[NOTE]);

  filled = fill (parts[BODY], &shop, answers);
  again = fill (parts[BODY], &shop, answers);
  check_same (filled, again);
  check_spans (filled);
  check_missing (filled);
  check_values (filled, &shop, parts[NOTE]);

  if (g_utf8_validate (shop.name, -1, NULL))
    check_completion (shop.name);
  good = zg_template_check (parts[BODY], &error);
  g_assert_cmpint (good, ==, error == NULL);
  if (g_utf8_validate (parts[BODY], -1, NULL))
    {
      check_foreign (parts[BODY]);
      if (is_short (parts[BODY], &shop))
        check_body (parts[BODY], &shop);
    }
}
