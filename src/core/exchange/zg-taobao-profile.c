/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-taobao-profile.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-header-map.h"
#include "zg-taobao-row.h"
#include "zg-taobao-words.h"

/*
 * What 千牛 and its forerunners export for Taobao and Tmall, in all the forms there were since 2014: orders
 * (ExportOrderList, 19 to 61 columns), lines (ExportOrderDetailList, 销售明细). Times are China's.
 */

#define FORMAT_ORDERS "taobao-orders"
#define FORMAT_LINES "taobao-lines"

struct _ZgTaobaoProfile {
  ZgHeaderMap *map;
  gboolean is_lines;
};

/**
 * zg_taobao_profile_recognise:
 * @reader: a reader before its first record; stands on the header afterwards
 * @error: return location for an error
 *
 * Looks for a header among the first rows: notes may stand before it.
 *
 * Returns: (transfer full) (nullable): how to read the file; %NULL with %ZG_EXCHANGE_ERROR_NOT_AN_EXPORT
 */
ZgTaobaoProfile *
zg_taobao_profile_recognise (ZgDelimitedReader  *reader,
                             GError            **error)
{
  gboolean lacks_number = FALSE;
  gboolean has_record;

  for (int row = 0; row < 20; row++)
    {
      g_autoptr(ZgHeaderMap) map = NULL;
      ZgTaobaoProfile *self;

      if (!zg_delimited_reader_next (reader, &has_record, error))
        return NULL;
      if (!has_record)
        break;
      if (zg_delimited_reader_get_fault (reader) != ZG_RECORD_SOUND)
        continue;

      map = zg_header_map_new (reader, zg_taobao_column_names, N_COLUMNS);
      if (zg_header_map_get_n_known (map) < 3 || zg_header_map_has (map, COLUMN_FOREIGN))
        continue;
      lacks_number = !zg_header_map_has (map, COLUMN_NUMBER) && !zg_header_map_has (map, COLUMN_MAIN_NUMBER);
      if (lacks_number)
        continue;

      self = g_new0 (ZgTaobaoProfile, 1);
      self->is_lines = zg_header_map_has (map, COLUMN_TITLE) && zg_header_map_has (map, COLUMN_PRICE)
                       && zg_header_map_has (map, COLUMN_QUANTITY);
      self->map = g_steal_pointer (&map);
      return self;
    }

  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT, lacks_number
                       ? _("The column 订单编号 is missing. Export the orders again.")
                       : _("This is not an order export. Zhanggui knows the order exports of Taobao and Tmall: "
                           "ExportOrderList and ExportOrderDetailList."));
  return NULL;
}

/**
 * zg_taobao_profile_free:
 * @profile: (transfer full): a profile
 */
void
zg_taobao_profile_free (ZgTaobaoProfile *profile)
{
  zg_header_map_free (profile->map);
  g_free (profile);
}

/**
 * zg_taobao_profile_get_format:
 * @profile: a profile
 *
 * Returns: (transfer none): what the file was taken for, as the command line says it
 */
const char *
zg_taobao_profile_get_format (ZgTaobaoProfile *profile)
{
  return profile->is_lines ? FORMAT_LINES : FORMAT_ORDERS;
}

/**
 * zg_taobao_profile_list_columns:
 * @profile: how to read the file
 * @reader: a reader that stands on the header
 * @taken: (element-type utf8): gets the names of the columns that are read
 * @left_out: (element-type utf8): gets those of the others
 */
void
zg_taobao_profile_list_columns (ZgTaobaoProfile   *profile,
                                ZgDelimitedReader *reader,
                                GPtrArray         *taken,
                                GPtrArray         *left_out)
{
  for (guint i = 0; i < zg_delimited_reader_get_n_fields (reader); i++)
    {
      g_autofree char *name = zg_cell_to_id (zg_delimited_reader_get_field (reader, i));
      int column = zg_header_map_get_column (profile->map, i);

      if (*name != '\0')
        g_ptr_array_add (column >= 0 && column != COLUMN_OTHER ? taken : left_out, g_steal_pointer (&name));
    }
}

/**
 * zg_taobao_profile_has_format:
 * @word: a word
 *
 * Returns: whether zg_taobao_profile_get_format() may give it
 */
gboolean
zg_taobao_profile_has_format (const char *word)
{
  return strcmp (word, FORMAT_LINES) == 0 || strcmp (word, FORMAT_ORDERS) == 0;
}

/* Empty rows, sums and notes. */
static gboolean
is_note (ZgDelimitedReader *reader)
{
  guint n_filled = 0;
  g_autofree char *first = zg_cell_to_id (zg_delimited_reader_get_field (reader, 0));

  for (guint i = 0; i < zg_delimited_reader_get_n_fields (reader) && n_filled == 0; i++)
    n_filled += zg_delimited_reader_get_field (reader, i)[0] != '\0';
  return n_filled == 0 || zg_taobao_is_note (first);
}

/* Text behind the last column: commas that belong to a value, or a quote that does not close. Columns that a quote
 * swallowed would move all that follow it to other columns. */
static gboolean
check_width (const ZgTaobaoProfile *self,
             ZgDelimitedReader     *reader,
             char                 **reason_out)
{
  guint n_fields = zg_header_map_get_n_fields (self->map);

  if (zg_delimited_reader_get_n_fields (reader) < n_fields && zg_delimited_reader_has_stray_quote (reader))
    {
      if (zg_delimited_reader_spans_lines (reader))
        zg_delimited_reader_split_lines (reader);
      *reason_out = zg_record_fault_describe (ZG_RECORD_UNCLOSED_QUOTE);
      return FALSE;
    }

  for (guint i = n_fields; i < zg_delimited_reader_get_n_fields (reader); i++)
    {
      if (zg_delimited_reader_get_field (reader, i)[0] == '\0')
        continue;
      if (zg_delimited_reader_spans_lines (reader))
        {
          zg_delimited_reader_split_lines (reader);
          *reason_out = zg_record_fault_describe (ZG_RECORD_UNCLOSED_QUOTE);
        }
      else
        {
          *reason_out = g_strdup (_("the row has more cells than the header"));
        }
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_taobao_profile_read:
 * @profile: how to read the file
 * @reader: a reader that stands on a row
 * @record: an empty record; filled in
 * @reason_out: (out) (transfer full) (nullable): why the row is refused, translated
 *
 * Returns: what the row is
 */
ZgRowResult
zg_taobao_profile_read (ZgTaobaoProfile    *profile,
                        ZgDelimitedReader  *reader,
                        ZgImportRecord     *record,
                        char              **reason_out)
{
  *reason_out = zg_record_fault_describe (zg_delimited_reader_get_fault (reader));
  record->line = record->last_line = zg_delimited_reader_get_line (reader);
  if (*reason_out != NULL)
    return ZG_ROW_REFUSED;
  if (is_note (reader))
    return ZG_ROW_NOTHING;
  if (!check_width (profile, reader, reason_out)
      || !zg_taobao_row_read (profile->map, reader, profile->is_lines, record, reason_out))
    return ZG_ROW_REFUSED;
  return ZG_ROW_ORDER;
}
