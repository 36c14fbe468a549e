/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-export.h"

#include <glib/gi18n.h>

#include <string.h>

#include "zg-picture-table.h"
#include "zg-reply-csv-writer.h"
#include "zg-reply-desk.h"
#include "zg-reply-espanso-writer.h"
#include "zg-reply-import-table.h"
#include "zg-reply-json.h"

/* The shop's replies for a file; what is in the bin stays here. */

/* (transfer full) (nullable) (element-type ZgReplyRecord): the clerk's replies with what a file says of them. */
static GPtrArray *
load_records (ZgDatabase  *db,
              gint64       staff_id,
              gboolean     with_pictures,
              GError     **error)
{
  g_autoptr(GPtrArray) replies = zg_reply_desk_load (db, staff_id, error);
  g_autoptr(GHashTable) owners = replies != NULL ? zg_reply_import_table_load_owners (db, error) : NULL;
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_record_free);

  if (owners == NULL)
    return NULL;
  for (guint i = 0; i < replies->len; i++)
    {
      ZgReplyRecord *record = zg_reply_record_new (i + 1);

      g_ptr_array_add (records, record);
      zg_reply_free (record->reply);
      record->reply = zg_reply_copy (g_ptr_array_index (replies, i));
      record->owner = g_strdup (g_hash_table_lookup (owners, &record->reply->owner_id));
      if (!with_pictures || record->reply->picture_id == 0)
        continue;
      record->picture = zg_picture_table_load (db, record->reply->picture_id, error);
      if (record->picture == NULL)
        return NULL;
    }
  return g_steal_pointer (&records);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

/* What espanso can't carry is not counted. */
static gint64
count_triggers (GPtrArray *records)
{
  gint64 n = 0;

  for (guint i = 0; i < records->len; i++)
    n += *((ZgReplyRecord *) g_ptr_array_index (records, i))->reply->shortcode != '\0';
  return n;
}

/**
 * zg_reply_export_make:
 * @db: a connection
 * @format: one of the formats that can be written: CSV, JSON, 千牛, espanso
 * @staff_id: whose file it is, 0 for the clerk on duty: other clerks' own replies are not in it
 * @zone: the zone that times are written in
 * @n_rows_out: (out): how many replies are in the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the replies that are listed for them, as a file
 */
GBytes *
zg_reply_export_make (ZgDatabase     *db,
                      ZgReplyFormat   format,
                      gint64          staff_id,
                      GTimeZone      *zone,
                      gint64         *n_rows_out,
                      GError        **error)
{
  g_autoptr(GPtrArray) records = load_records (db, staff_id, format == ZG_REPLY_FORMAT_JSON, error);

  if (records == NULL)
    return NULL;
  *n_rows_out = format == ZG_REPLY_FORMAT_ESPANSO ? count_triggers (records) : (gint64) records->len;
  switch (format)
    {
    case ZG_REPLY_FORMAT_JSON:
      return take_text (zg_reply_json_write (records, zone));
    case ZG_REPLY_FORMAT_QIANNIU:
      return zg_reply_csv_write_qianniu (records);
    case ZG_REPLY_FORMAT_ESPANSO:
      return take_text (zg_reply_espanso_write (records));
    case ZG_REPLY_FORMAT_CSV:
    case ZG_REPLY_FORMAT_SHORT_CODES:
    case ZG_REPLY_FORMAT_PHRASES:
    default:
      return take_text (zg_reply_csv_write (records, zone));
    }
}

/**
 * zg_reply_export_count_without_gbk:
 * @db: a connection
 * @staff_id: whose file it is, as for zg_reply_export_make()
 * @n_out: (out): how many replies 千牛 may show wrong, see zg_reply_csv_count_without_gbk()
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
zg_reply_export_count_without_gbk (ZgDatabase  *db,
                                   gint64       staff_id,
                                   gint64      *n_out,
                                   GError     **error)
{
  g_autoptr(GPtrArray) records = load_records (db, staff_id, FALSE, error);

  if (records != NULL)
    *n_out = zg_reply_csv_count_without_gbk (records);
  return records != NULL;
}

/**
 * zg_reply_export_describe_without_gbk:
 * @n: how many replies 千牛 may show wrong
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
zg_reply_export_describe_without_gbk (gint64 n)
{
  return g_strdup_printf (ngettext ("%d reply has characters that GBK does not have; Qianniu may show them wrong.",
                                    "%d replies have characters that GBK does not have; Qianniu may show them wrong.",
                                    (gulong) n), (int) n);
}
