/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-marks.h"

#include <string.h>

/* What the platform last said of each field and line of an order. A mark is eight hexadecimal digits, or dashes for a field
 * that no file has spoken of. The fields' come first; the lines' follow behind a plus sign. */

#define NO_MARK '-'
#define LINES "+"

/* FNV-1a: a mark only has to differ when the text does. */
static void
make_mark (const char *text,
           char        mark[ZG_MARK_LENGTH + 1])
{
  guint32 hash = 2166136261u;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;
  g_snprintf (mark, ZG_MARK_LENGTH + 1, "%08x", hash);
}

/**
 * zg_import_marks_read:
 * @marks: (out caller-allocates): marks to set
 * @text: (nullable): what the shop file has; an earlier release knew fewer of them
 */
void
zg_import_marks_read (ZgImportMarks *marks,
                      const char    *text)
{
  gsize length = text != NULL ? strcspn (text, LINES) : 0;

  memset (marks->fields, NO_MARK, sizeof marks->fields);
  if (length > 0)
    memcpy (marks->fields, text, MIN (length, sizeof marks->fields));
  marks->lines = g_string_new (text != NULL && text[length] != '\0' ? text + length + strlen (LINES) : NULL);
}

/**
 * zg_import_marks_clear:
 * @marks: marks that were read
 */
void
zg_import_marks_clear (ZgImportMarks *marks)
{
  if (marks->lines != NULL)
    g_string_free (marks->lines, TRUE);
  marks->lines = NULL;
}

/**
 * zg_import_marks_to_text:
 * @marks: marks
 *
 * Returns: (transfer full): the marks, to be kept with the order
 */
char *
zg_import_marks_to_text (const ZgImportMarks *marks)
{
  GString *text = g_string_new_len (marks->fields, sizeof marks->fields);

  if (marks->lines->len > 0)
    g_string_append_printf (text, LINES "%s", marks->lines->str);
  return g_string_free (text, FALSE);
}

/**
 * zg_import_marks_note:
 * @marks: marks
 * @mark: a field
 * @text: (nullable): what the platform says of it now
 *
 * Returns: whether it says something else than last time
 */
gboolean
zg_import_marks_note (ZgImportMarks *marks,
                      ZgImportMark   mark,
                      const char    *text)
{
  char *place = marks->fields + mark * ZG_MARK_LENGTH;
  char fresh[ZG_MARK_LENGTH + 1];

  make_mark (text, fresh);
  if (memcmp (place, fresh, ZG_MARK_LENGTH) == 0)
    return FALSE;
  memcpy (place, fresh, ZG_MARK_LENGTH);
  return TRUE;
}

/**
 * zg_import_marks_has:
 * @marks: marks
 * @mark: a field
 *
 * Returns: whether a file has spoken of it
 */
gboolean
zg_import_marks_has (const ZgImportMarks *marks,
                     ZgImportMark         mark)
{
  return marks->fields[mark * ZG_MARK_LENGTH] != NO_MARK;
}

/**
 * zg_import_marks_has_line:
 * @marks: marks
 * @text: all that the platform says of a line
 *
 * Returns: whether it said so before
 */
gboolean
zg_import_marks_has_line (const ZgImportMarks *marks,
                          const char          *text)
{
  char mark[ZG_MARK_LENGTH + 1];

  make_mark (text, mark);
  for (gsize at = 0; at + ZG_MARK_LENGTH <= marks->lines->len; at += ZG_MARK_LENGTH)
    {
      if (memcmp (marks->lines->str + at, mark, ZG_MARK_LENGTH) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_import_marks_clear_lines:
 * @marks: marks
 *
 * For newer evidence, which tells all lines anew.
 */
void
zg_import_marks_clear_lines (ZgImportMarks *marks)
{
  g_string_truncate (marks->lines, 0);
}

/**
 * zg_import_marks_add_line:
 * @marks: marks
 * @text: all that the platform says of a line
 */
void
zg_import_marks_add_line (ZgImportMarks *marks,
                          const char    *text)
{
  char mark[ZG_MARK_LENGTH + 1];

  make_mark (text, mark);
  g_string_append (marks->lines, mark);
}
