/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-taobao-profile.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-money.h"
#include "zg-phone.h"
#include "zg-taobao-words.h"

/*
 * What 千牛 and its forerunners export for Taobao and Tmall, in all the forms there were since 2014: orders
 * (ExportOrderList, 19 to 61 columns), lines (ExportOrderDetailList, 销售明细). Times are China's.
 */

struct _ZgTaobaoProfile {
  int places[N_COLUMNS];
  guint n_fields;
  gboolean is_lines;
};

static gboolean
has (const ZgTaobaoProfile *self, ZgTaobaoColumn column)
{
  return self->places[column] >= 0;
}

/* (transfer full): the clean value of a column, "" where it is missing. */
static char *
get (const ZgTaobaoProfile *self,
     ZgDelimitedReader     *reader,
     ZgTaobaoColumn         column)
{
  return has (self, column) ? zg_cell_clean (zg_delimited_reader_get_field (reader, (guint) self->places[column]))
                            : g_strdup ("");
}

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
  g_autoptr(ZgTaobaoProfile) self = g_new0 (ZgTaobaoProfile, 1);
  gboolean lacks_number = FALSE;
  gboolean has_record;

  for (int row = 0; row < 20; row++)
    {
      guint n_known;

      if (!zg_delimited_reader_next (reader, &has_record, error))
        return NULL;
      if (!has_record)
        break;
      if (zg_delimited_reader_get_fault (reader) != ZG_RECORD_SOUND)
        continue;

      n_known = zg_header_map (reader, zg_taobao_column_names, self->places, N_COLUMNS);
      if (n_known < 3)
        continue;
      lacks_number = !has (self, COLUMN_NUMBER) && !has (self, COLUMN_MAIN_NUMBER);
      if (lacks_number)
        continue;

      self->n_fields = zg_delimited_reader_get_n_fields (reader);
      self->is_lines = has (self, COLUMN_TITLE) && has (self, COLUMN_PRICE) && has (self, COLUMN_QUANTITY);
      return g_steal_pointer (&self);
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
  return profile->is_lines ? "taobao-lines" : "taobao-orders";
}

/* An id that went through a spreadsheet's numbers: its last digits are gone for good. */
static gboolean
is_damaged_number (const char *number)
{
  const char *e = strpbrk (number, "eE");

  return e != NULL && e > number && g_ascii_isdigit (e[-1] == '.' && e - 1 > number ? e[-2] : e[-1])
         && (e[1] == '+' || e[1] == '-' || g_ascii_isdigit (e[1]))
         && strspn (number, "0123456789.") == (gsize) (e - number);
}

static gboolean
is_number (const char *number)
{
  gsize length = strlen (number);

  return length >= 6 && length <= 40
         && strspn (number, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == length
         && strcspn (number, "0123456789") < length;
}

static gboolean
read_money (const ZgTaobaoProfile *self,
            ZgDelimitedReader     *reader,
            ZgTaobaoColumn         column,
            gint64                *minor_out,
            char                 **reason_out)
{
  g_autofree char *text = get (self, reader, column);
  g_autoptr(GError) error = NULL;

  if (text[0] == '\0')
    return TRUE;
  if (zg_money_parse (text, "CNY", minor_out, &error))
    return TRUE;
  *reason_out = g_strdup_printf (_("“%s” is not an amount of money"), text);
  return FALSE;
}

static gboolean
read_time (const ZgTaobaoProfile *self,
           ZgDelimitedReader     *reader,
           ZgTaobaoColumn         column,
           ZgTime                *time_out,
           char                 **reason_out)
{
  g_autofree char *text = get (self, reader, column);

  if (text[0] == '\0')
    return TRUE;
  if (zg_time_parse_export (text, zg_time_zone_china (), time_out))
    return TRUE;
  *reason_out = g_strdup_printf (_("“%s” is not a date"), text);
  return FALSE;
}

static void
take_text (const ZgTaobaoProfile *self,
           ZgDelimitedReader     *reader,
           ZgTaobaoColumn         column,
           ZgImportRecord        *record,
           ZgImportFields         field,
           char                 **destination)
{
  if (!has (self, column))
    return;
  record->fields |= field;
  g_free (*destination);
  *destination = get (self, reader, column);
}

static gboolean
read_number (const ZgTaobaoProfile *self,
             ZgDelimitedReader     *reader,
             ZgImportRecord        *record,
             char                 **reason_out)
{
  gboolean by_main = self->is_lines && has (self, COLUMN_MAIN_NUMBER) && !has (self, COLUMN_NUMBER);
  g_autofree char *number = get (self, reader, by_main || !has (self, COLUMN_NUMBER) ? COLUMN_MAIN_NUMBER : COLUMN_NUMBER);

  if (number[0] == '\0')
    *reason_out = g_strdup (_("the order number is missing"));
  else if (is_damaged_number (number))
    *reason_out = g_strdup_printf (_("order number “%s” has lost its digits in a spreadsheet; export the file again"),
                                   number);
  else if (!is_number (number))
    *reason_out = g_strdup_printf (_("“%s” is not an order number"), number);
  if (*reason_out != NULL)
    return FALSE;

  g_free (record->order->number);
  record->order->number = g_steal_pointer (&number);
  return TRUE;
}

static gboolean
read_state (const ZgTaobaoProfile *self,
            ZgDelimitedReader     *reader,
            ZgImportRecord        *record,
            char                 **reason_out)
{
  ZgPlatformFacts *facts = record->order->facts;

  if (!has (self, COLUMN_STATE))
    return TRUE;

  record->fields |= ZG_IMPORT_STATE;
  g_free (facts->state_text);
  facts->state_text = get (self, reader, COLUMN_STATE);
  zg_taobao_find_state (facts->state_text, &facts->state, &record->order->cash_on_delivery);

  g_free (facts->close_reason);
  facts->close_reason = get (self, reader, COLUMN_CLOSE_REASON);
  if (strcmp (facts->close_reason, "订单未关闭") == 0)
    facts->close_reason[0] = '\0';

  if (facts->state_text[0] == '\0' || facts->state != ZG_ORDER_STATE_UNKNOWN)
    return TRUE;
  *reason_out = g_strdup_printf (_("“%s” is not a known order status"), facts->state_text);
  return FALSE;
}

/* A refund that was asked for and not settled forbids shipping. */
static gboolean
read_refund (const ZgTaobaoProfile *self,
             ZgDelimitedReader     *reader,
             ZgImportRecord        *record,
             char                 **reason_out)
{
  ZgPlatformFacts *facts = record->order->facts;
  g_autofree char *amount = get (self, reader, COLUMN_REFUND);

  if (!has (self, COLUMN_REFUND) && !has (self, COLUMN_REFUND_STATE))
    return TRUE;

  record->fields |= ZG_IMPORT_REFUND;
  g_free (facts->refund_state);
  facts->refund_state = get (self, reader, COLUMN_REFUND_STATE);
  if (strstr (facts->refund_state, "没有申请") != NULL || strstr (facts->refund_state, "无退款") != NULL)
    facts->refund_state[0] = '\0';
  if (strstr (facts->refund_state, "等待") != NULL || strstr (facts->refund_state, "退款中") != NULL
      || strstr (facts->refund_state, "已经申请") != NULL || strstr (facts->refund_state, "处理中") != NULL)
    record->order->holds |= ZG_HOLD_REFUND;

  if (amount[0] == '\0' || strstr (amount, "无退款") != NULL || strstr (amount, "没有申请") != NULL)
    return TRUE;
  return read_money (self, reader, COLUMN_REFUND, &facts->refund, reason_out);
}

static void
read_recipient (const ZgTaobaoProfile *self,
                ZgDelimitedReader     *reader,
                ZgImportRecord        *record)
{
  ZgOrder *order = record->order;

  if (has (self, COLUMN_RECIPIENT))
    {
      g_autofree char *name = get (self, reader, COLUMN_RECIPIENT);

      record->fields |= ZG_IMPORT_RECIPIENT;
      zg_personal_set (&order->recipient, name);
    }

  if (has (self, COLUMN_MOBILE) || has (self, COLUMN_PHONE))
    {
      g_autofree char *mobile = get (self, reader, COLUMN_MOBILE);
      g_autofree char *phone = get (self, reader, COLUMN_PHONE);
      g_autoptr(ZgPhone) parsed = zg_phone_parse (mobile[0] != '\0' ? mobile : phone);

      record->fields |= ZG_IMPORT_PHONE;
      zg_personal_set_full (&order->phone, parsed->text, parsed->disclosure);
    }

  if (has (self, COLUMN_ADDRESS) || has (self, COLUMN_NEW_ADDRESS))
    {
      g_autofree char *changed = get (self, reader, COLUMN_NEW_ADDRESS);
      g_autofree char *address = get (self, reader, COLUMN_ADDRESS);

      record->fields |= ZG_IMPORT_ADDRESS;
      g_clear_pointer (&order->address, zg_address_free);
      /* What the buyer changed it to counts. */
      order->address = zg_address_parse_export (changed[0] != '\0' ? changed : address);
    }

  if (has (self, COLUMN_ACCOUNT))
    {
      g_autofree char *account = get (self, reader, COLUMN_ACCOUNT);

      zg_personal_set (&record->account, account);
    }
}

/* The list has all titles in one cell, joined by a wide comma. How many of each is told only when it is one title. */
static void
read_titles (const ZgTaobaoProfile *self,
             ZgDelimitedReader     *reader,
             ZgImportRecord        *record)
{
  ZgTaobaoColumn column = has (self, COLUMN_TITLES) ? COLUMN_TITLES : COLUMN_TITLE;
  g_autofree char *titles = get (self, reader, column);
  g_autofree char *changed = get (self, reader, COLUMN_NEW_SKU);
  g_autofree char *properties = get (self, reader, COLUMN_PROPERTIES);
  g_autofree char *pieces = get (self, reader, COLUMN_N_PIECES);
  g_auto(GStrv) parts = g_strsplit (titles, "，", -1);
  guint n_parts = g_strv_length (parts);

  if (!has (self, column) || titles[0] == '\0')
    return;

  record->fields |= ZG_IMPORT_TITLES;
  for (guint i = 0; i < n_parts; i++)
    {
      ZgOrderItem *item = zg_order_item_new ();

      g_free (item->title);
      item->title = g_strdup (g_strstrip (parts[i]));
      item->quantity = 1;
      if (n_parts == 1)
        {
          item->quantity = CLAMP (g_ascii_strtoll (pieces, NULL, 10), 1, 1000000);
          g_free (item->properties);
          item->properties = g_strdup (changed[0] != '\0' ? changed : properties);
          zg_order_item_parse_properties (item);
        }
      g_ptr_array_add (record->order->items, item);
    }
}

static gboolean
read_line (const ZgTaobaoProfile *self,
           ZgDelimitedReader     *reader,
           ZgImportRecord        *record,
           char                 **reason_out)
{
  g_autofree char *quantity = get (self, reader, COLUMN_QUANTITY);
  ZgOrderItem *item = zg_order_item_new ();
  gint64 number = 1;

  g_ptr_array_add (record->order->items, item);
  record->fields |= ZG_IMPORT_LINES;
  g_free (item->title);
  item->title = get (self, reader, COLUMN_TITLE);
  g_free (item->line_number);
  item->line_number = get (self, reader, COLUMN_LINE_NUMBER);
  g_free (item->sku);
  item->sku = get (self, reader, COLUMN_SKU);
  g_free (item->properties);
  item->properties = get (self, reader, COLUMN_PROPERTIES);
  zg_order_item_parse_properties (item);

  if (quantity[0] != '\0' && !g_ascii_string_to_signed (quantity, 10, 1, 1000000, &number, NULL))
    {
      *reason_out = g_strdup_printf (_("“%s” is not a number of pieces"), quantity);
      return FALSE;
    }
  item->quantity = number;
  return read_money (self, reader, COLUMN_PRICE, &item->price, reason_out);
}

static gboolean
read_money_and_times (const ZgTaobaoProfile *self,
                      ZgDelimitedReader     *reader,
                      ZgImportRecord        *record,
                      char                 **reason_out)
{
  ZgOrder *order = record->order;

  if (has (self, COLUMN_TOTAL))
    record->fields |= ZG_IMPORT_MONEY;
  if (has (self, COLUMN_ORDERED_AT))
    record->fields |= ZG_IMPORT_TIMES;
  return read_money (self, reader, COLUMN_GOODS, &order->goods, reason_out)
         && read_money (self, reader, COLUMN_POSTAGE, &order->postage, reason_out)
         && read_money (self, reader, COLUMN_TOTAL, &order->total, reason_out)
         && read_money (self, reader, COLUMN_PAID, &order->paid, reason_out)
         && read_time (self, reader, COLUMN_ORDERED_AT, &order->ordered_at, reason_out)
         && read_time (self, reader, COLUMN_PAID_AT, &order->paid_at, reason_out)
         && read_time (self, reader, COLUMN_RECEIVED_AT, &order->received_at, reason_out);
}

static void
read_notes (const ZgTaobaoProfile *self,
            ZgDelimitedReader     *reader,
            ZgImportRecord        *record)
{
  ZgOrder *order = record->order;

  take_text (self, reader, COLUMN_BUYER_NOTE, record, ZG_IMPORT_BUYER_NOTE, &order->buyer_note);
  if (!self->is_lines)
    take_text (self, reader, COLUMN_SELLER_NOTE, record, ZG_IMPORT_SELLER_NOTE, &order->seller_note);
  take_text (self, reader, COLUMN_COURIER, record, ZG_IMPORT_COURIER, &order->courier);
  take_text (self, reader, COLUMN_TRACKING, record, ZG_IMPORT_TRACKING, &order->tracking);
  if (order->tracking != NULL && g_str_has_prefix (order->tracking, "No:"))
    {
      char *number = g_strdup (order->tracking + strlen ("No:"));

      g_free (order->tracking);
      order->tracking = number;
    }
  if (has (self, COLUMN_SHOP))
    {
      g_free (order->shop);
      order->shop = get (self, reader, COLUMN_SHOP);
    }
}

/* Empty rows, sums and notes. */
static gboolean
is_note (ZgDelimitedReader *reader)
{
  guint n_filled = 0;
  g_autofree char *first = zg_cell_clean (zg_delimited_reader_get_field (reader, 0));

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
  if (zg_delimited_reader_get_n_fields (reader) < self->n_fields && zg_delimited_reader_has_stray_quote (reader))
    {
      if (zg_delimited_reader_spans_lines (reader))
        zg_delimited_reader_split_lines (reader);
      *reason_out = zg_record_fault_describe (ZG_RECORD_UNCLOSED_QUOTE);
      return FALSE;
    }

  for (guint i = self->n_fields; i < zg_delimited_reader_get_n_fields (reader); i++)
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
  record->line = zg_delimited_reader_get_line (reader);
  if (*reason_out != NULL)
    return ZG_ROW_REFUSED;
  if (is_note (reader))
    return ZG_ROW_NOTHING;
  if (!check_width (profile, reader, reason_out) || !read_number (profile, reader, record, reason_out))
    return ZG_ROW_REFUSED;

  g_free (record->order->platform);
  record->order->platform = g_strdup ("taobao");
  read_recipient (profile, reader, record);
  read_notes (profile, reader, record);
  if (!read_state (profile, reader, record, reason_out)
      || !read_money_and_times (profile, reader, record, reason_out)
      || !read_refund (profile, reader, record, reason_out))
    return ZG_ROW_REFUSED;

  if (!profile->is_lines)
    read_titles (profile, reader, record);
  else if (!read_line (profile, reader, record, reason_out))
    return ZG_ROW_REFUSED;
  return ZG_ROW_ORDER;
}
