/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-marks.h"

#include <string.h>

/* What the platform last said of each field of an order. A mark is eight hexadecimal digits, or dashes for a field that
 * no file has spoken of. */

#define NO_MARK '-'

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
 * @marks: marks to set
 * @text: (nullable): what the shop file has; an earlier release knew fewer of them
 */
void
zg_import_marks_read (ZgImportMarks *marks,
                      const char    *text)
{
  memset (marks->text, NO_MARK, sizeof marks->text - 1);
  marks->text[sizeof marks->text - 1] = '\0';
  if (text != NULL)
    memcpy (marks->text, text, MIN (strlen (text), sizeof marks->text - 1));
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
  char *place = marks->text + mark * ZG_MARK_LENGTH;
  char fresh[ZG_MARK_LENGTH + 1];

  make_mark (text, fresh);
  if (strncmp (place, fresh, ZG_MARK_LENGTH) == 0)
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
  return marks->text[mark * ZG_MARK_LENGTH] != NO_MARK;
}

/**
 * zg_import_describe_items:
 * @order: an order as a file has it
 *
 * Returns: (transfer full): the text whose mark its items have
 */
char *
zg_import_describe_items (const ZgOrder *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      g_string_append_printf (text, "%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n", item->title != NULL ? item->title : "",
                              item->properties != NULL ? item->properties : "",
                              item->line_number != NULL ? item->line_number : "", item->quantity, item->price);
    }
  return g_string_free (text, FALSE);
}
