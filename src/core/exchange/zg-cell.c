/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-cell.h"

#include <string.h>

/* A cell that begins so is a formula for a spreadsheet (OWASP ASVS 1.2.10). */
#define FORMULA_STARTS "=+-@\t\r"

/* How platforms and spreadsheets write "nothing". */
static const char * const empty_words[] = {
  "-", "--", "—", "——", "null", "NULL", "None", "nan", "NaN", "无", "\"\"", "'", "=\"\"", "***", "****",
};

static gboolean
is_blank_at (const char *at,
             gsize      *length_out)
{
  static const struct {
    const char *bytes;
    gsize length;
  } wide[] = { { "\xc2\xa0", 2 }, { "\xe3\x80\x80", 3 }, { "\xef\xbb\xbf", 3 } };

  *length_out = 1;
  if (g_ascii_isspace (*at))
    return TRUE;
  for (gsize i = 0; (guint8) *at >= 0xc2 && i < G_N_ELEMENTS (wide); i++)
    {
      *length_out = wide[i].length;
      if (strncmp (at, wide[i].bytes, wide[i].length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Cuts blanks of any width off both ends. */
static char *
trim (char *text)
{
  gsize length;
  char *end;

  while (is_blank_at (text, &length))
    text += length;
  end = text + strlen (text);
  while (end > text)
    {
      char *last = g_utf8_find_prev_char (text, end);

      if (last == NULL || !is_blank_at (last, &length))
        break;
      end = last;
    }
  *end = '\0';
  return text;
}

/* Whether @text is one of the ways to write that there is nothing. */
static gboolean
is_empty (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (empty_words); i++)
    if (strcmp (text, empty_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * zg_cell_needs_guard:
 * @text: a value that is to be written
 *
 * Whether a spreadsheet would calculate with the value, so that an apostrophe has to stand before it. A value that
 * already looks as if it had one gets another, so that taking exactly one off gives the value back.
 *
 * Returns: whether to write an apostrophe before it
 */
gboolean
zg_cell_needs_guard (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr (FORMULA_STARTS, *text) != NULL;
}

/**
 * zg_cell_to_exact_text:
 * @cell: a cell as it was read
 *
 * The text in a cell of ours, with its blanks, and with words that elsewhere stand for nothing. Only the apostrophe is
 * taken off that a text which zg_cell_needs_guard() got.
 *
 * Returns: (transfer full): the text
 */
char *
zg_cell_to_exact_text (const char *cell)
{
  return g_strdup (cell[0] == '\'' && zg_cell_needs_guard (cell) ? cell + 1 : cell);
}

/**
 * zg_cell_to_text:
 * @cell: a cell as it was read
 *
 * The text in a cell, without blanks around it. A formula is text like any other and never calculated. Text that
 * zg_cell_needs_guard() is written with an apostrophe before it, which is taken off again; the rest of it is given back
 * as it is.
 *
 * Returns: (transfer full): the text, empty for what stands for nothing
 */
char *
zg_cell_to_text (const char *cell)
{
  g_autofree char *copy = NULL;
  const char *text;

  if (cell[0] == '\'' && zg_cell_needs_guard (cell))
    return g_strdup (cell + 1);

  copy = g_strdup (cell);
  text = trim (copy);
  return g_strdup (is_empty (text) ? "" : text);
}

/**
 * zg_cell_to_id:
 * @cell: a cell with an order number, phone, amount or time
 *
 * Takes off, in this order, what platforms and spreadsheets put around an id so that it stays text: blanks and tabs,
 * `="…"`, one apostrophe, quotes.
 *
 * Returns: (transfer full): the id, empty for what stands for nothing
 */
char *
zg_cell_to_id (const char *cell)
{
  g_autofree char *copy = g_strdup (cell);
  char *id = trim (copy);
  gsize length = strlen (id);

  if (length >= 3 && id[0] == '=' && id[1] == '"' && id[length - 1] == '"')
    {
      id[length - 1] = '\0';
      id = trim (id + 2);
    }
  if (id[0] == '\'')
    id = trim (id + 1);
  length = strlen (id);
  if (length >= 2 && id[0] == '"' && id[length - 1] == '"')
    {
      id[length - 1] = '\0';
      id = trim (id + 1);
    }
  return g_strdup (is_empty (id) ? "" : id);
}

/**
 * zg_cell_is_rounded_id:
 * @id: an id
 *
 * Returns: whether a spreadsheet took the id for a number and rounded it: `3.51531E+16`. Its digits are gone.
 */
gboolean
zg_cell_is_rounded_id (const char *id)
{
  gsize n_digits = strspn (id, "0123456789.");

  if (n_digits == 0 || (id[n_digits] != 'E' && id[n_digits] != 'e'))
    return FALSE;
  id += n_digits + 1;
  id += *id == '+' || *id == '-' ? 1 : 0;
  return *id != '\0' && strspn (id, "0123456789") == strlen (id);
}
