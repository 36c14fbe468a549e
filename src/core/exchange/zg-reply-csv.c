/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-garbled.h"
#include "zg-header-map.h"
#include "zg-reply-cell.h"

/* Tables of replies: our own, 千牛's quick phrases, and short_code with content. */

typedef enum {
  COLUMN_GROUP,
  COLUMN_TITLE,
  COLUMN_SHORTCODE,
  COLUMN_BODY,
  COLUMN_VARIANTS,
  COLUMN_KEYWORDS,
  COLUMN_STAGES,
  COLUMN_FAVOURITE,
  COLUMN_VALID_FROM,
  COLUMN_VALID_UNTIL,
  COLUMN_STARTS_WAIT,
  COLUMN_OWNER,
  COLUMN_STARTER,
  COLUMN_USES,
  COLUMN_LAST_USED_AT,
  COLUMN_UID,
  N_OWN_COLUMNS,
  COLUMN_QIANNIU_CODE = N_OWN_COLUMNS,
  COLUMN_QIANNIU_PHRASE,
  COLUMN_QIANNIU_GROUP,
  COLUMN_SHORT_CODE,
  COLUMN_CONTENT,
  N_COLUMNS,
} Column;

/* As zg_header_normalise() gives them. */
static const ZgColumnName column_names[] = {
  { "group", COLUMN_GROUP }, { "分组", COLUMN_GROUP }, { "分組", COLUMN_GROUP },
  { "title", COLUMN_TITLE }, { "标题", COLUMN_TITLE }, { "標題", COLUMN_TITLE },
  { "shortcode", COLUMN_SHORTCODE }, { "短码", COLUMN_SHORTCODE }, { "短碼", COLUMN_SHORTCODE },
  { "body", COLUMN_BODY }, { "正文", COLUMN_BODY }, { "内容", COLUMN_BODY }, { "內容", COLUMN_BODY },
  { "variants", COLUMN_VARIANTS }, { "其他说法", COLUMN_VARIANTS }, { "其他說法", COLUMN_VARIANTS },
  { "keywords", COLUMN_KEYWORDS }, { "关键词", COLUMN_KEYWORDS }, { "關鍵詞", COLUMN_KEYWORDS },
  { "stages", COLUMN_STAGES }, { "阶段", COLUMN_STAGES }, { "階段", COLUMN_STAGES },
  { "favourite", COLUMN_FAVOURITE }, { "收藏", COLUMN_FAVOURITE },
  { "valid_from", COLUMN_VALID_FROM }, { "valid_until", COLUMN_VALID_UNTIL },
  { "starts_wait", COLUMN_STARTS_WAIT }, { "owner", COLUMN_OWNER }, { "starter", COLUMN_STARTER },
  { "uses", COLUMN_USES }, { "last_used_at", COLUMN_LAST_USED_AT }, { "uid", COLUMN_UID },
  { "快捷短语编码", COLUMN_QIANNIU_CODE }, { "快捷短语", COLUMN_QIANNIU_PHRASE }, { "快捷短语分组", COLUMN_QIANNIU_GROUP },
  { "short_code", COLUMN_SHORT_CODE }, { "content", COLUMN_CONTENT },
  { NULL, 0 },
};

/* What stands where in each kind of table; the rest of our own is read by name. */
static const struct {
  ZgReplyFormat format;
  Column marks[2];              /* with one of them, and two known columns in all, it is such a table */
  Column shortcode;
  Column body;
  Column group;
  const char *body_name;
} kinds[] = {
  { ZG_REPLY_FORMAT_QIANNIU, { COLUMN_QIANNIU_PHRASE, COLUMN_QIANNIU_CODE }, COLUMN_QIANNIU_CODE, COLUMN_QIANNIU_PHRASE,
    COLUMN_QIANNIU_GROUP, "快捷短语" },
  { ZG_REPLY_FORMAT_SHORT_CODES, { COLUMN_SHORT_CODE, COLUMN_SHORT_CODE }, COLUMN_SHORT_CODE, COLUMN_CONTENT, COLUMN_GROUP,
    "content" },
  { ZG_REPLY_FORMAT_CSV, { COLUMN_BODY, COLUMN_TITLE }, COLUMN_SHORTCODE, COLUMN_BODY, COLUMN_GROUP, "body" },
};

typedef struct {
  ZgDelimitedReader *reader;
  ZgHeaderMap *map;
  guint kind;
  GTimeZone *zone;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->reader, zg_delimited_reader_close);
  g_clear_pointer (&table->map, zg_header_map_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
find_kind (const ZgHeaderMap *map,
           guint             *kind_out)
{
  if (zg_header_map_get_n_known (map) < 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (zg_header_map_has (map, kinds[i].marks[0]) || zg_header_map_has (map, kinds[i].marks[1]))
      {
        *kind_out = i;
        return TRUE;
      }
  return FALSE;
}

/* Opens a table and goes to its header, among the first rows: notes may stand before it. */
static gboolean
open_table (Table       *table,
            const char  *path,
            GError     **error)
{
  table->reader = zg_delimited_reader_open (path, error);
  if (table->reader == NULL)
    return FALSE;

  for (int row = 0; row < 5; row++)
    {
      gboolean has_record;

      if (!zg_delimited_reader_next (table->reader, &has_record, error))
        return FALSE;
      if (!has_record)
        break;
      if (zg_delimited_reader_get_fault (table->reader) != ZG_RECORD_SOUND)
        continue;
      g_clear_pointer (&table->map, zg_header_map_free);
      table->map = zg_header_map_new (table->reader, column_names, N_COLUMNS);
      if (find_kind (table->map, &table->kind))
        return TRUE;
    }

  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                       _("This is no file of replies. Zhanggui knows its own CSV and JSON, quick phrases of Qianniu, "
                         "matches of espanso, and tables with short_code and content."));
  return FALSE;
}

/**
 * zg_reply_csv_recognise:
 * @path: a file
 * @format_out: (out): which table it is
 *
 * Returns: whether it is a table of replies
 */
gboolean
zg_reply_csv_recognise (const char    *path,
                        ZgReplyFormat *format_out)
{
  g_auto(Table) table = { 0 };

  if (!open_table (&table, path, NULL))
    return FALSE;
  *format_out = kinds[table.kind].format;
  return TRUE;
}

/* (transfer full): a cell, empty when the table does not have the column. */
static char *
get_cell (const Table *table,
          Column       column,
          gboolean     exact)
{
  int field = zg_header_map_get_first (table->map, column);
  const char *cell = field >= 0 ? zg_delimited_reader_get_field (table->reader, (guint) field) : "";

  return exact ? zg_cell_to_exact_text (cell) : g_strstrip (zg_cell_to_exact_text (cell));
}

static void
take_text (const Table    *table,
           Column          column,
           ZgReplyRecord  *record,
           ZgReplyFields   has,
           char          **text)
{
  if (!zg_header_map_has (table->map, column))
    return;
  g_free (*text);
  *text = get_cell (table, column, FALSE);
  record->fields |= has;
}

static void
take_wordings (const Table   *table,
               ZgReplyRecord *record)
{
  g_autofree char *body = get_cell (table, COLUMN_BODY, TRUE);
  g_autofree char *variants = get_cell (table, COLUMN_VARIANTS, TRUE);
  g_autoptr(GPtrArray) bodies = zg_reply_cell_to_wordings (body);
  ZgReply *reply = record->reply;

  g_free (reply->body);
  reply->body = g_ptr_array_steal_index (bodies, 0);
  record->fields |= ZG_REPLY_HAS_BODY;
  if (!zg_header_map_has (table->map, COLUMN_VARIANTS) && bodies->len == 0)
    return;

  g_ptr_array_extend_and_steal (reply->variants, g_steal_pointer (&bodies));
  g_ptr_array_extend_and_steal (reply->variants, zg_reply_cell_to_wordings (variants));
  record->fields |= ZG_REPLY_HAS_VARIANTS;
}

static gboolean
take_times (const Table    *table,
            ZgReplyRecord  *record,
            char          **reason_out)
{
  const struct {
    Column column;
    ZgReplyFields has;
    ZgTime *time;
  } times[] = {
    { COLUMN_VALID_FROM, ZG_REPLY_HAS_VALID_FROM, &record->reply->valid_from },
    { COLUMN_VALID_UNTIL, ZG_REPLY_HAS_VALID_UNTIL, &record->reply->valid_until },
    { COLUMN_LAST_USED_AT, 0, &record->reply->last_used_at },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *cell = get_cell (table, times[i].column, FALSE);

      if (!zg_header_map_has (table->map, times[i].column))
        continue;
      if (!zg_reply_cell_to_time (cell, table->zone, times[i].time, reason_out))
        return FALSE;
      record->fields |= times[i].has;
    }
  return TRUE;
}

static gboolean
take_flag (const Table    *table,
           Column          column,
           ZgReplyRecord  *record,
           ZgReplyFields   has,
           gboolean       *flag,
           char          **reason_out)
{
  g_autofree char *cell = get_cell (table, column, FALSE);

  if (!zg_header_map_has (table->map, column))
    return TRUE;
  record->fields |= has;
  return zg_reply_cell_to_flag (cell, flag, reason_out);
}

/* What only our own table has. */
static gboolean
take_own (const Table    *table,
          ZgReplyRecord  *record,
          char          **reason_out)
{
  ZgReply *reply = record->reply;
  g_autofree char *keywords = get_cell (table, COLUMN_KEYWORDS, TRUE);
  g_autofree char *stages = get_cell (table, COLUMN_STAGES, FALSE);
  g_autofree char *uses = get_cell (table, COLUMN_USES, FALSE);

  take_text (table, COLUMN_UID, record, ZG_REPLY_HAS_UID, &reply->uid);
  take_text (table, COLUMN_TITLE, record, ZG_REPLY_HAS_TITLE, &reply->title);
  take_text (table, COLUMN_OWNER, record, ZG_REPLY_HAS_OWNER, &record->owner);
  take_text (table, COLUMN_STARTER, record, ZG_REPLY_HAS_STARTER, &reply->starter);
  take_wordings (table, record);
  if (zg_header_map_has (table->map, COLUMN_KEYWORDS))
    {
      g_ptr_array_unref (reply->keywords);
      reply->keywords = zg_reply_cell_to_keywords (keywords);
      record->fields |= ZG_REPLY_HAS_KEYWORDS;
    }
  if (zg_header_map_has (table->map, COLUMN_STAGES))
    record->fields |= ZG_REPLY_HAS_STAGES;
  if (zg_header_map_has (table->map, COLUMN_USES))
    record->fields |= ZG_REPLY_HAS_USES;
  reply->use_count = MAX (0, g_ascii_strtoll (uses, NULL, 10));
  return zg_reply_cell_to_stages (stages, &reply->stages, reason_out)
         && take_times (table, record, reason_out)
         && take_flag (table, COLUMN_FAVOURITE, record, ZG_REPLY_HAS_FAVOURITE, &reply->favourite, reason_out)
         && take_flag (table, COLUMN_STARTS_WAIT, record, ZG_REPLY_HAS_STARTS_WAIT, &reply->starts_wait, reason_out);
}

/* Text behind the last column: commas that belong to a value, or a quote that does not close. */
static char *
find_fault (const Table *table)
{
  ZgRecordFault fault = zg_delimited_reader_get_fault (table->reader);
  guint n_fields = zg_header_map_get_n_fields (table->map);

  if (fault == ZG_RECORD_TOO_LONG)
    return g_strdup (_("the row is too long to be a reply"));
  if (fault != ZG_RECORD_SOUND)
    return zg_record_fault_describe (fault);
  for (guint i = n_fields; i < zg_delimited_reader_get_n_fields (table->reader); i++)
    {
      if (zg_delimited_reader_get_field (table->reader, i)[0] == '\0')
        continue;
      if (!zg_delimited_reader_spans_lines (table->reader))
        return g_strdup (_("the row has more cells than the header"));
      zg_delimited_reader_split_lines (table->reader);
      return zg_record_fault_describe (ZG_RECORD_UNCLOSED_QUOTE);
    }
  return NULL;
}

static gboolean
is_blank (const Table *table)
{
  for (guint i = 0; i < zg_delimited_reader_get_n_fields (table->reader); i++)
    {
      const char *field = zg_delimited_reader_get_field (table->reader, i);

      if (field[strspn (field, " \t")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* The reply of the row that the reader stands on, or why it is none. */
static void
read_row (const Table *table,
          ZgReplyFile *file)
{
  guint64 line = zg_delimited_reader_get_line (table->reader);
  g_autoptr(ZgReplyRecord) record = zg_reply_record_new (line);
  gboolean is_own = kinds[table->kind].format == ZG_REPLY_FORMAT_CSV;
  g_autofree char *content = get_cell (table, kinds[table->kind].body, TRUE);
  gboolean skipped = zg_delimited_reader_get_fault (table->reader) == ZG_RECORD_TOO_LONG;
  g_autofree char *reason = find_fault (table);

  record->raw = skipped ? NULL : zg_delimited_reader_get_raw (table->reader);
  if (reason == NULL)
    {
      take_text (table, kinds[table->kind].shortcode, record, ZG_REPLY_HAS_SHORTCODE, &record->reply->shortcode);
      take_text (table, kinds[table->kind].group, record, ZG_REPLY_HAS_GROUP, &record->reply->group_name);
      if (is_own)
        take_own (table, record, &reason);
      else
        zg_reply_record_take_flat_body (record, content);
    }
  if (reason != NULL)
    {
      zg_reply_file_refuse (file, line, content, reason);
      ((ZgReplyRefusal *) g_ptr_array_index (file->refusals, file->refusals->len - 1))->raw = g_steal_pointer (&record->raw);
      return;
    }

  if (is_own && (record->fields & ZG_REPLY_HAS_TITLE) == 0)
    {
      g_free (record->reply->title);
      record->reply->title = zg_reply_make_title (record->reply->body);
    }
  g_ptr_array_add (file->records, g_steal_pointer (&record));
}

static gboolean
check_encoding (const ZgReplyFile  *file,
                GError            **error)
{
  ZgGarbled garbled = { 0 };

  if (strcmp (file->encoding, "GB18030") != 0)
    return TRUE;
  for (guint i = 0; i < file->records->len; i++)
    zg_garbled_look (&garbled, ((ZgReplyRecord *) g_ptr_array_index (file->records, i))->reply->body);
  for (guint i = 0; i < file->refusals->len; i++)
    zg_garbled_look (&garbled, ((ZgReplyRefusal *) g_ptr_array_index (file->refusals, i))->content);
  return !zg_garbled_is (&garbled) || zg_reply_file_refuse_encoding (error);
}

/**
 * zg_reply_csv_read:
 * @path: a table of replies
 * @zone: the zone of times that name none
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it is no such table or lacks the texts
 */
ZgReplyFile *
zg_reply_csv_read (const char  *path,
                   GTimeZone   *zone,
                   GError     **error)
{
  g_auto(Table) table = { .zone = zone };
  g_autoptr(ZgReplyFile) file = NULL;

  if (!open_table (&table, path, error))
    return NULL;
  if (!zg_header_map_has (table.map, kinds[table.kind].body))
    {
      g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                   _("The column “%s” is missing: it has the texts of the replies."), kinds[table.kind].body_name);
      return NULL;
    }

  file = zg_reply_file_new (kinds[table.kind].format, zg_delimited_reader_get_encoding (table.reader));
  file->header = zg_delimited_reader_get_raw (table.reader);
  while (TRUE)
    {
      gboolean has_record;

      if (!zg_delimited_reader_next (table.reader, &has_record, error))
        return NULL;
      if (!has_record)
        return check_encoding (file, error) ? g_steal_pointer (&file) : NULL;
      if (zg_delimited_reader_get_fault (table.reader) != ZG_RECORD_SOUND || !is_blank (&table))
        read_row (&table, file);
    }
}
