/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-csv-writer.h"

#include "zg-csv-writer.h"
#include "zg-reply-cell.h"

/* Replies as tables: our own, with all but the pictures, and 千牛's. */

static const char * const columns[] = {
  "group", "title", "shortcode", "body", "variants", "keywords", "stages", "favourite", "valid_from", "valid_until",
  "starts_wait", "owner", "starter", "uses", "last_used_at", "uid",
};

static void
add_row (GString             *csv,
         const ZgReplyRecord *record,
         GTimeZone           *zone)
{
  const ZgReply *reply = record->reply;
  g_autofree char *body = zg_reply_cell_from_wording (reply->body);
  g_autofree char *variants = zg_reply_cell_from_wordings (reply->variants);
  g_autofree char *keywords = zg_reply_cell_from_keywords (reply->keywords);
  g_autofree char *stages = zg_reply_cell_from_stages (reply->stages);
  g_autofree char *valid_from = zg_time_to_iso (reply->valid_from, zone);
  g_autofree char *valid_until = zg_time_to_iso (reply->valid_until, zone);
  g_autofree char *uses = g_strdup_printf ("%" G_GINT64_FORMAT, reply->use_count);
  g_autofree char *last_used_at = zg_time_to_iso (reply->last_used_at, zone);
  const char *cells[G_N_ELEMENTS (columns)] = {
    reply->group_name, reply->title, reply->shortcode, body, variants, keywords, stages, reply->favourite ? "1" : "0",
    valid_from, valid_until, reply->starts_wait ? "1" : "0", record->owner, reply->starter, uses, last_used_at, reply->uid,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    zg_csv_append (csv, i, cells[i]);
  zg_csv_end_row (csv);
}

/**
 * zg_reply_csv_write:
 * @records: (element-type ZgReplyRecord): replies
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): our own table of them
 */
char *
zg_reply_csv_write (GPtrArray *records,
                    GTimeZone *zone)
{
  GString *csv = g_string_new (NULL);

  zg_csv_begin (csv);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    zg_csv_append (csv, i, columns[i]);
  zg_csv_end_row (csv);
  for (guint i = 0; i < records->len; i++)
    add_row (csv, g_ptr_array_index (records, i), zone);
  return g_string_free (csv, FALSE);
}

static gboolean
has_gbk (const char *text)
{
  g_autofree char *gbk = g_convert (text, -1, "GBK", "UTF-8", NULL, NULL, NULL);

  return gbk != NULL;
}

/**
 * zg_reply_csv_count_without_gbk:
 * @records: (element-type ZgReplyRecord): replies
 *
 * Returns: how many of them have a character that GBK does not have, a rare one or a face, which 千牛 may show wrong
 */
gint64
zg_reply_csv_count_without_gbk (GPtrArray *records)
{
  gint64 n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const ZgReply *reply = ((ZgReplyRecord *) g_ptr_array_index (records, i))->reply;
      g_autofree char *body = zg_reply_flatten (reply->body);

      n += !has_gbk (body) || !has_gbk (reply->shortcode) || !has_gbk (reply->group_name);
    }
  return n;
}

/**
 * zg_reply_csv_write_qianniu:
 * @records: (element-type ZgReplyRecord): replies
 *
 * 千牛 knows a code, a text and a group. It reads GBK; what GBK does not have is written in GB18030's four bytes.
 *
 * Returns: (transfer full): its table of them
 */
GBytes *
zg_reply_csv_write_qianniu (GPtrArray *records)
{
  g_autoptr(GString) csv = g_string_new ("快捷短语编码,快捷短语,快捷短语分组\r\n");
  char *data;
  gsize length;

  for (guint i = 0; i < records->len; i++)
    {
      const ZgReply *reply = ((ZgReplyRecord *) g_ptr_array_index (records, i))->reply;
      g_autofree char *body = zg_reply_flatten (reply->body);

      zg_csv_append (csv, 0, reply->shortcode);
      zg_csv_append (csv, 1, body);
      zg_csv_append (csv, 2, reply->group_name);
      zg_csv_end_row (csv);
    }
  /* The system's table has gaps (U+E78D to U+E796); a question mark there is better than no file. */
  data = g_convert_with_fallback (csv->str, (gssize) csv->len, "GB18030", "UTF-8", "?", NULL, &length, NULL);
  return g_bytes_new_take (data, data != NULL ? length : 0);
}
