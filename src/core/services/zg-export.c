/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-export.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "zg-csv-writer.h"
#include "zg-customer-table.h"
#include "zg-export-table.h"
#include "zg-money.h"
#include "zg-order-state.h"
#include "zg-record-json.h"
#include "zg-reply-export.h"
#include "zg-shop-file.h"
#include "zg-vcard-writer.h"

/*
 * The shop's tables as files. What a file has and how it is written is said by the names of a query's columns
 * (zg-export-table.c). Rows are written as they are read.
 */

/* Written as soon as there is so much, in bytes. */
#define FLUSH_SIZE (256 * 1024)

static const struct {
  const char *word;
  ZgStatement *(*read) (ZgDatabase  *db,
                        GError     **error);
} tables[] = {
  [ZG_EXPORT_CUSTOMERS] = { "customers", zg_export_table_read_customers },
  [ZG_EXPORT_ORDERS] = { "orders", zg_export_table_read_orders },
  [ZG_EXPORT_REPLIES] = { "replies", NULL },      /* see zg-reply-export.c */
  [ZG_EXPORT_FOLLOW_UPS] = { "followups", zg_export_table_read_follow_ups },
};

static const char * const format_words[] = {
  [ZG_EXPORT_CSV] = "csv",
  [ZG_EXPORT_JSON] = "json",
  [ZG_EXPORT_QIANNIU] = "qianniu",
  [ZG_EXPORT_ESPANSO] = "espanso",
  [ZG_EXPORT_VCARD] = "vcard",
};

/**
 * zg_export_table_from_word:
 * @word: a table, as the command line says it
 * @table_out: (out): the table
 *
 * Returns: whether there is such a table
 */
gboolean
zg_export_table_from_word (const char    *word,
                           ZgExportTable *table_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (strcmp (tables[i].word, word) == 0)
        {
          *table_out = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zg_export_format_from_word:
 * @word: a format, as the command line says it, or the ending of a file
 * @format_out: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
zg_export_format_from_word (const char     *word,
                            ZgExportFormat *format_out)
{
  if (g_ascii_strcasecmp (word, "vcf") == 0)
    word = format_words[ZG_EXPORT_VCARD];
  for (gsize i = 0; i < G_N_ELEMENTS (format_words); i++)
    {
      if (g_ascii_strcasecmp (format_words[i], word) == 0)
        {
          *format_out = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zg_export_can_write:
 * @table: what to write
 * @format: how
 *
 * Returns: whether it can be written so; other programs' formats know replies only, and cards customers only
 */
gboolean
zg_export_can_write (ZgExportTable  table,
                     ZgExportFormat format)
{
  if (format == ZG_EXPORT_VCARD)
    return table == ZG_EXPORT_CUSTOMERS;
  return table == ZG_EXPORT_REPLIES || format == ZG_EXPORT_CSV || format == ZG_EXPORT_JSON;
}

/* (transfer full) (nullable): a cell as text; %NULL for nothing. */
static char *
make_cell (ZgStatement *statement,
           int          column,
           const char  *currency,
           GTimeZone   *zone)
{
  const char *name = zg_statement_get_column_name (statement, column);

  if (zg_statement_is_null (statement, column))
    return NULL;
  if (g_str_has_suffix (name, "_at"))
    return zg_time_to_iso (zg_statement_get_time (statement, column), zone);
  if (g_str_has_suffix (name, "_minor"))
    return zg_money_to_decimal (zg_statement_get_int64 (statement, column), currency);
  if (strcmp (name, "status") == 0)
    return g_strdup (zg_order_state_to_word (zg_statement_get_int64 (statement, column)));
  return zg_statement_dup_text (statement, column);
}

/* (transfer full): a column's name in the file. */
static char *
make_name (const char *name)
{
  return g_str_has_suffix (name, "_minor") ? g_strndup (name, strlen (name) - strlen ("_minor")) : g_strdup (name);
}

static const char *
find_currency (ZgStatement *statement)
{
  for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
    {
      if (strcmp (zg_statement_get_column_name (statement, i), "currency") == 0)
        return zg_statement_get_text (statement, i);
    }
  return "CNY";
}

static void
add_csv_row (GString     *text,
             ZgStatement *statement,
             GTimeZone   *zone)
{
  g_autofree char *currency = g_strdup (find_currency (statement));

  for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
    {
      g_autofree char *cell = make_cell (statement, i, currency, zone);

      zg_csv_append (text, (guint) i, cell);
    }
  zg_csv_end_row (text);
}

static void
add_json_row (GString     *text,
              ZgStatement *statement,
              gboolean     is_first,
              GTimeZone   *zone)
{
  g_autofree char *currency = g_strdup (find_currency (statement));
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *json = NULL;

  for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
    {
      g_autofree char *name = make_name (zg_statement_get_column_name (statement, i));
      g_autofree char *cell = make_cell (statement, i, currency, zone);

      zg_json_set_text (object, name, cell);
    }
  json_node_take_object (node, object);
  json = json_to_string (node, FALSE);
  g_string_append_printf (text, "%s%s", is_first ? "[\n" : ",\n", json);
}

static void
add_head (GString        *text,
          ZgStatement    *statement,
          ZgExportFormat  format)
{
  if (format != ZG_EXPORT_CSV)
    return;

  zg_csv_begin (text);
  for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
    {
      g_autofree char *name = make_name (zg_statement_get_column_name (statement, i));

      zg_csv_append (text, (guint) i, name);
    }
  zg_csv_end_row (text);
}

static gboolean
flush (GOutputStream  *stream,
       GString        *text,
       GCancellable   *cancellable,
       GError        **error)
{
  gboolean ok = g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);

  g_string_truncate (text, 0);
  return ok;
}

static gboolean
write_rows (ZgStatement    *statement,
            ZgExportFormat  format,
            GTimeZone      *zone,
            GOutputStream  *stream,
            gint64         *n_rows,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean has_row = TRUE;

  add_head (text, statement, format);
  while (TRUE)
    {
      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (format == ZG_EXPORT_CSV)
        add_csv_row (text, statement, zone);
      else
        add_json_row (text, statement, *n_rows == 0, zone);
      (*n_rows)++;
      if (text->len > FLUSH_SIZE && !flush (stream, text, cancellable, error))
        return FALSE;
    }

  if (format == ZG_EXPORT_JSON)
    g_string_append (text, *n_rows == 0 ? "[]\n" : "\n]\n");
  return flush (stream, text, cancellable, error);
}

static gboolean
write_replies (ZgDatabase      *db,
               ZgExportFormat   format,
               gint64           staff_id,
               GTimeZone       *zone,
               GOutputStream   *stream,
               gint64          *n_rows,
               GCancellable    *cancellable,
               GError         **error)
{
  static const ZgReplyFormat formats[] = {
    [ZG_EXPORT_CSV] = ZG_REPLY_FORMAT_CSV,
    [ZG_EXPORT_JSON] = ZG_REPLY_FORMAT_JSON,
    [ZG_EXPORT_QIANNIU] = ZG_REPLY_FORMAT_QIANNIU,
    [ZG_EXPORT_ESPANSO] = ZG_REPLY_FORMAT_ESPANSO,
  };
  g_autoptr(GBytes) bytes = zg_reply_export_make (db, formats[format], staff_id, zone, n_rows, error);

  return bytes != NULL && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                                     cancellable, error);
}

/* Somebody who was chosen may be gone since. */
static gboolean
write_card (ZgDatabase     *db,
            gint64          id,
            GString        *text,
            GOutputStream  *stream,
            gint64         *n_rows,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, id, &local_error);

  if (customer == NULL)
    {
      if (g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  zg_vcard_append (text, customer);
  (*n_rows)++;
  return text->len <= FLUSH_SIZE || flush (stream, text, cancellable, error);
}

/* @ids: (nullable): who, or everybody */
static gboolean
write_cards (ZgDatabase     *db,
             GArray         *ids,
             GOutputStream  *stream,
             gint64         *n_rows,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr(ZgStatement) statement = ids == NULL ? zg_export_table_read_customer_ids (db, error) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean has_row = statement != NULL;

  if (ids == NULL && statement == NULL)
    return FALSE;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!write_card (db, g_array_index (ids, gint64, i), text, stream, n_rows, cancellable, error))
      return FALSE;
  while (has_row)
    {
      if (!zg_statement_step (statement, &has_row, error)
          || (has_row && !write_card (db, zg_statement_get_int64 (statement, 0), text, stream, n_rows, cancellable, error)))
        return FALSE;
    }
  return flush (stream, text, cancellable, error);
}

static char *
make_id_array (GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static gboolean
write_table (ZgDatabase      *db,
             ZgExportTable    table,
             ZgExportFormat   format,
             gint64           staff_id,
             GArray          *ids,
             GTimeZone       *zone,
             GOutputStream   *stream,
             gint64          *n_rows,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autofree char *chosen = NULL;
  g_autoptr(ZgStatement) statement = NULL;

  if (table == ZG_EXPORT_REPLIES)
    return write_replies (db, format, staff_id, zone, stream, n_rows, cancellable, error);
  if (format == ZG_EXPORT_VCARD)
    return write_cards (db, ids, stream, n_rows, cancellable, error);
  chosen = ids != NULL ? make_id_array (ids) : NULL;
  statement = chosen != NULL ? zg_export_table_read_chosen_customers (db, chosen, error) : tables[table].read (db, error);
  return statement != NULL && write_rows (statement, format, zone, stream, n_rows, cancellable, error);
}

/* Closing is what puts the new file in the place of the old one, and GIO closes whatever is let go: unless it is told
 * that it was cancelled. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static gboolean
write_file (ZgDatabase      *db,
            ZgExportTable    table,
            ZgExportFormat   format,
            gint64           staff_id,
            GArray          *ids,
            const char      *path,
            GTimeZone       *zone,
            gint64          *n_rows_out,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileOutputStream) stream = NULL;

  *n_rows_out = 0;
  if (!zg_shop_file_refuse_as_target (zg_database_get_path (db), path, error))
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (!write_table (db, table, format, staff_id, ids, zone, G_OUTPUT_STREAM (stream), n_rows_out, cancellable, error))
    {
      give_up (G_OUTPUT_STREAM (stream));
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/**
 * zg_export_write:
 * @db: a connection
 * @table: what to write
 * @format: how
 * @staff_id: whose file it is, 0 for the clerk on duty: other clerks' own replies are not in it
 * @path: the file; replaced as a whole or not at all, mode 0600
 * @zone: the zone that times are written in
 * @n_rows_out: (out): how many rows it has
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: whether the file is written
 */
gboolean
zg_export_write (ZgDatabase      *db,
                 ZgExportTable    table,
                 ZgExportFormat   format,
                 gint64           staff_id,
                 const char      *path,
                 GTimeZone       *zone,
                 gint64          *n_rows_out,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_return_val_if_fail (zg_export_can_write (table, format), FALSE);

  return write_file (db, table, format, staff_id, NULL, path, zone, n_rows_out, cancellable, error);
}

/**
 * zg_export_write_customers:
 * @db: a connection
 * @ids: (nullable) (element-type gint64): which customers; %NULL for all
 * @format: %ZG_EXPORT_CSV, %ZG_EXPORT_JSON or %ZG_EXPORT_VCARD
 * @path: the file; replaced as a whole or not at all, mode 0600
 * @zone: the zone that times are written in
 * @n_rows_out: (out): how many rows it has; counts on while they are written, for a thread that tells of it
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes some customers as zg_export_write() writes all of them. Who is not there any more is left out.
 *
 * Returns: whether the file is written
 */
gboolean
zg_export_write_customers (ZgDatabase      *db,
                           GArray          *ids,
                           ZgExportFormat   format,
                           const char      *path,
                           GTimeZone       *zone,
                           gint64          *n_rows_out,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_return_val_if_fail (zg_export_can_write (ZG_EXPORT_CUSTOMERS, format), FALSE);

  return write_file (db, ZG_EXPORT_CUSTOMERS, format, 0, ids, path, zone, n_rows_out, cancellable, error);
}
