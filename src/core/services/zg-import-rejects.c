/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-rejects.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-delimiter.h"
#include "zg-header-map.h"
#include "zg-importer.h"
#include "zg-taobao-profile.h"

/* What becomes of the rows that an import refused. */

/* What the two columns before a refused row's own are called in every language, as zg_header_normalise() gives it: a file
 * of refused rows may come from another computer. */
static const char * const line_names[] = { "lineinthefile", "文件里的行号", "檔案裡的列號", NULL };
static const char * const reason_names[] = { "whyitwasrefused", "进不来的原因", "無法匯入的原因", NULL };

/* Rows that are read once more are kept whole up to this size, or not at all. */
#define MAX_RAW (16 * 1024)

/**
 * zg_import_reject_free:
 * @reject: (transfer full): a row that was refused
 */
void
zg_import_reject_free (ZgImportReject *reject)
{
  g_free (reject->reason);
  g_free (reject->raw);
  g_clear_pointer (&reject->more, g_ptr_array_unref);
  g_free (reject);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const ZgImportReject *one = *(const ZgImportReject * const *) a;
  const ZgImportReject *other = *(const ZgImportReject * const *) b;

  return (one->line > other->line) - (one->line < other->line);
}

/* The next reject from @index on whose rows are still to be found, or NULL. */
static ZgImportReject *
find_open (GPtrArray *rejects,
           guint     *index)
{
  for (; *index < rejects->len; (*index)++)
    {
      ZgImportReject *reject = g_ptr_array_index (rejects, *index);

      if (reject->last_line != 0)
        return reject;
    }
  return NULL;
}

static void
add_raw (ZgImportReject    *reject,
         ZgDelimitedReader *reader)
{
  g_autofree char *raw = zg_delimited_reader_get_raw (reader);

  if (strlen (raw) > MAX_RAW)
    return;
  if (reject->raw == NULL)
    {
      reject->raw = g_steal_pointer (&raw);
      return;
    }
  if (reject->more == NULL)
    reject->more = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (reject->more, g_steal_pointer (&raw));
}

/**
 * zg_import_rejects_complete:
 * @rejects: (element-type ZgImportReject): rows that were refused; brought into the order of the file
 * @path: the file
 *
 * Finds the rows of the orders that the shop file refused. That shows only long after they were read, and to keep all rows
 * for it would cost every import; so the file is read once more, which is seldom needed. The rows of a file that is gone
 * stay unknown.
 */
void
zg_import_rejects_complete (GPtrArray  *rejects,
                            const char *path)
{
  g_autoptr(ZgDelimitedReader) reader = NULL;
  g_autoptr(ZgTaobaoProfile) profile = NULL;
  ZgImportReject *reject;
  gboolean has_record = TRUE;
  guint i = 0;

  g_ptr_array_sort (rejects, compare_lines);
  if (find_open (rejects, &i) == NULL)
    return;

  reader = zg_delimited_reader_open (path, NULL);
  profile = reader != NULL ? zg_taobao_profile_recognise (reader, NULL) : NULL;
  while (profile != NULL && (reject = find_open (rejects, &i)) != NULL
         && zg_delimited_reader_next (reader, &has_record, NULL) && has_record)
    {
      g_autoptr(ZgImportRecord) record = zg_import_record_new ();
      g_autofree char *reason = NULL;

      /* Rows in between that were refused for themselves have an entry of their own. */
      if (zg_taobao_profile_read (profile, reader, record, &reason) == ZG_ROW_ORDER && record->line >= reject->line
          && record->line <= reject->last_line)
        add_raw (reject, reader);
      if (zg_delimited_reader_get_line (reader) >= reject->last_line)
        i++;
    }
}

/* What follows the first cell of a row. */
static const char *
skip_cell (const char *row,
           char        delimiter)
{
  gboolean quoted = FALSE;

  for (; *row != '\0'; row++)
    {
      if (*row == '"')
        quoted = !quoted;
      else if (*row == delimiter && !quoted)
        return row + 1;
    }
  return row;
}

static gboolean
is_named (const char         *row,
          const char         *end,
          char                delimiter,
          const char * const *names)
{
  g_autofree char *cell = g_strndup (row, (gsize) (end - row));
  g_autofree char *name = NULL;

  if (g_str_has_suffix (cell, (const char[]) { delimiter, '\0' }))
    cell[strlen (cell) - 1] = '\0';
  name = zg_header_normalise (cell);
  return g_strv_contains (names, name);
}

/* Whether the file was itself made by zg_importer_make_rejects(). */
static gboolean
has_own_columns (const char *header,
                 char        delimiter)
{
  const char *second = skip_cell (header, delimiter);

  return is_named (header, second, delimiter, line_names)
         && is_named (second, skip_cell (second, delimiter), delimiter, reason_names);
}

/* A row from the file's own first cell on: what was said of it when it was refused before counts no more. */
static const char *
skip_own_columns (const char *row,
                  gboolean    has_own,
                  char        delimiter)
{
  if (row == NULL || !has_own)
    return row;
  return skip_cell (skip_cell (row, delimiter), delimiter);
}

/* One row, with its line and the reason before its own cells: what is behind a quote that does not close would be lost. */
static void
append_row (GString              *text,
            const ZgImportReject *reject,
            const char           *raw,
            char                  delimiter)
{
  g_auto(GStrv) quoted = g_strsplit (reject->reason, "\"", -1);
  g_autofree char *reason = g_strjoinv ("\"\"", quoted);

  g_string_append_printf (text, "%" G_GUINT64_FORMAT "%c\"%s\"%c%s", reject->line, delimiter, reason, delimiter,
                          raw != NULL ? raw : "");
  if (text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

/**
 * zg_importer_make_rejects:
 * @result: what an import did
 *
 * Returns: (transfer full): the refused rows under their header, each after its line in the file and the reason, to be
 *   mended and imported again; in a file of refused rows the new ones take the place of the old
 */
char *
zg_importer_make_rejects (const ZgImportResult *result)
{
  GString *text = g_string_new ("\xef\xbb\xbf");
  char delimiter = zg_delimiter_find (result->header, strlen (result->header));
  gboolean has_own = has_own_columns (result->header, delimiter);

  /* Translators: the name of a column in a table of refused rows */
  g_string_append_printf (text, "%s%c%s%c%s", _("Line in the file"), delimiter, _("Why it was refused"), delimiter,
                          skip_own_columns (result->header, has_own, delimiter));
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);

      append_row (text, reject, skip_own_columns (reject->raw, has_own, delimiter), delimiter);
      for (guint k = 0; reject->more != NULL && k < reject->more->len; k++)
        append_row (text, reject, skip_own_columns (g_ptr_array_index (reject->more, k), has_own, delimiter), delimiter);
    }
  return g_string_free (text, FALSE);
}
