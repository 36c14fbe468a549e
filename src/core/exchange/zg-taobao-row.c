/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-taobao-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-integer.h"
#include "zg-money.h"
#include "zg-phone.h"
#include "zg-taobao-words.h"

/*
 * One row of a Taobao export as what it says of an order. Times are China's. Whether the rows are orders or lines of
 * orders, zg-taobao-profile.c knows from the header.
 */

/* Ten billion yuan, in fen. */
#define MAX_AMOUNT G_GINT64_CONSTANT (1000000000000)

/* A row that is being read. */
typedef struct {
  const ZgHeaderMap *map;
  ZgDelimitedReader *reader;
  ZgImportRecord *record;
  gboolean is_line;
  char **reason_out;
} Row;

static gboolean
has (const Row      *row,
     ZgTaobaoColumn  column)
{
  return zg_header_map_has (row->map, column);
}

static char *
get_text (const Row      *row,
          ZgTaobaoColumn  column)
{
  return zg_header_map_get_text (row->map, row->reader, column);
}

static char *
get_id (const Row      *row,
        ZgTaobaoColumn  column)
{
  return zg_header_map_get_id (row->map, row->reader, column);
}

static void
set (char **destination,
     char  *text)
{
  g_free (*destination);
  *destination = text;
}

static gboolean
is_number (const char *number)
{
  gsize length = strlen (number);

  return length <= 40
         && strspn (number, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == length
         && strcspn (number, "0123456789") < length;
}

static gboolean
read_number (const Row *row)
{
  g_autofree char *number = get_id (row, has (row, COLUMN_NUMBER) ? COLUMN_NUMBER : COLUMN_MAIN_NUMBER);

  if (number[0] == '\0')
    *row->reason_out = g_strdup (_("the order number is missing"));
  else if (zg_cell_is_rounded_id (number))
    *row->reason_out = g_strdup_printf (_("order number “%s” has lost its digits in a spreadsheet; export the file again"),
                                        number);
  else if (!is_number (number))
    *row->reason_out = g_strdup_printf (_("“%s” is not an order number"), number);
  if (*row->reason_out != NULL)
    return FALSE;

  set (&row->record->order->number, g_steal_pointer (&number));
  return TRUE;
}

static gboolean
read_money (const Row      *row,
            ZgTaobaoColumn  column,
            gint64         *minor_out)
{
  g_autofree char *text = get_id (row, column);
  gint64 minor = 0;

  if (text[0] == '\0')
    return TRUE;
  /* What nobody pays is a number from another column, and the sum of a few such would not fit into 64 bits. */
  if (zg_money_parse (text, "CNY", &minor, NULL) && minor <= MAX_AMOUNT && minor >= -MAX_AMOUNT)
    {
      *minor_out = minor;
      return TRUE;
    }
  *row->reason_out = g_strdup_printf (_("“%s” is not an amount of money"), text);
  return FALSE;
}

static gboolean
read_time (const Row      *row,
           ZgTaobaoColumn  column,
           ZgTime         *time_out)
{
  g_autofree char *text = get_id (row, column);

  if (text[0] == '\0' || zg_time_parse_export (text, NULL, time_out))
    return TRUE;
  *row->reason_out = g_strdup_printf (_("“%s” is not a date"), text);
  return FALSE;
}

static gboolean
read_state (const Row *row)
{
  ZgOrder *order = row->record->order;
  ZgPlatformFacts *facts = order->facts;

  if (!has (row, COLUMN_STATE))
    return TRUE;

  row->record->fields |= ZG_IMPORT_STATE;
  row->record->known_holds |= ZG_HOLD_PLATFORM;
  set (&facts->state_text, get_text (row, COLUMN_STATE));
  set (&facts->close_reason, get_text (row, COLUMN_CLOSE_REASON));
  if (strcmp (facts->close_reason, "订单未关闭") == 0)
    facts->close_reason[0] = '\0';

  if (facts->state_text[0] == '\0' || zg_taobao_find_state (facts->state_text, order))
    return TRUE;
  *row->reason_out = g_strdup_printf (_("“%s” is not a known order status"), facts->state_text);
  return FALSE;
}

/* 分阶段订单信息, for a pre-sale: as long as a stage is not paid the order must not ship. */
static void
read_stages (const Row *row)
{
  ZgOrder *order = row->record->order;
  g_autofree char *stages = get_text (row, COLUMN_STAGES);

  if (!has (row, COLUMN_STAGES))
    return;
  row->record->known_holds |= ZG_HOLD_PRESALE;
  if (order->facts->state <= ZG_ORDER_PAID
      && (strstr (stages, "未付") != NULL || strstr (stages, "NOPAID") != NULL))
    order->holds |= ZG_HOLD_PRESALE;
}

static gboolean
read_refund (const Row *row)
{
  ZgPlatformFacts *facts = row->record->order->facts;
  g_autofree char *amount = get_text (row, COLUMN_REFUND);

  if (!has (row, COLUMN_REFUND) && !has (row, COLUMN_REFUND_STATE))
    return TRUE;

  row->record->fields |= ZG_IMPORT_REFUND;
  if (has (row, COLUMN_REFUND_STATE))
    row->record->known_holds |= ZG_HOLD_REFUND;
  set (&facts->refund_state, get_text (row, COLUMN_REFUND_STATE));
  if (zg_taobao_is_no_refund (facts->refund_state))
    facts->refund_state[0] = '\0';
  if (zg_taobao_is_open_refund (facts->refund_state))
    row->record->order->holds |= ZG_HOLD_REFUND;
  return zg_taobao_is_no_refund (amount) || read_money (row, COLUMN_REFUND, &facts->refund);
}

/*
 * Tmall's short form has everything in one cell, `王晓雯，86-13800000000，浙江省 杭州市 西湖区 文三路1号 ，`. Takes name and
 * phone off the address.
 */
static void
split_composite (const Row  *row,
                 char      **address)
{
  ZgOrder *order = row->record->order;
  g_auto(GStrv) parts = g_strsplit (*address, "，", 3);

  if (has (row, COLUMN_RECIPIENT) || g_strv_length (parts) < 3 || !g_str_has_prefix (g_strstrip (parts[1]), "86-"))
    return;

  row->record->fields |= ZG_IMPORT_RECIPIENT | ZG_IMPORT_PHONE;
  zg_personal_set (&order->recipient, parts[0]);
  zg_personal_set (&order->phone, parts[1] + strlen ("86-"));
  if (g_str_has_suffix (g_strstrip (parts[2]), "，"))
    parts[2][strlen (parts[2]) - strlen ("，")] = '\0';
  set (address, g_strdup (parts[2]));
}

static void
read_address (const Row *row)
{
  ZgOrder *order = row->record->order;
  g_autofree char *address = get_text (row, COLUMN_NEW_ADDRESS);

  if (!has (row, COLUMN_ADDRESS) && !has (row, COLUMN_NEW_ADDRESS))
    return;

  /* What the buyer changed it to counts. */
  if (address[0] != '\0')
    row->record->fields |= ZG_IMPORT_NEW_ADDRESS;
  else
    set (&address, get_text (row, COLUMN_ADDRESS));
  split_composite (row, &address);
  row->record->fields |= ZG_IMPORT_ADDRESS;
  g_clear_pointer (&order->address, zg_address_free);
  order->address = zg_address_parse_export (address);
}

static void
read_buyer (const Row *row)
{
  ZgOrder *order = row->record->order;

  if (has (row, COLUMN_ACCOUNT))
    {
      g_autofree char *account = get_text (row, COLUMN_ACCOUNT);

      zg_personal_set (&row->record->account, account);
    }
  if (has (row, COLUMN_RECIPIENT))
    {
      g_autofree char *name = get_text (row, COLUMN_RECIPIENT);

      row->record->fields |= ZG_IMPORT_RECIPIENT;
      zg_personal_set (&order->recipient, name);
    }
  if (has (row, COLUMN_MOBILE) || has (row, COLUMN_PHONE))
    {
      g_autofree char *mobile = get_id (row, COLUMN_MOBILE);
      g_autofree char *phone = get_id (row, COLUMN_PHONE);
      g_autoptr(ZgPhone) parsed = zg_phone_parse (mobile[0] != '\0' ? mobile : phone);

      row->record->fields |= ZG_IMPORT_PHONE;
      zg_personal_set_full (&order->phone, parsed->text, parsed->disclosure);
    }
}

static void
add_title (const Row  *row,
           const char *title,
           gboolean    is_only)
{
  ZgOrderItem *item = zg_order_item_new ();

  g_ptr_array_add (row->record->order->items, item);
  set (&item->title, g_strstrip (g_strdup (title)));
  if (is_only)
    {
      g_autofree char *pieces = get_id (row, COLUMN_N_PIECES);

      item->quantity = CLAMP (g_ascii_strtoll (pieces, NULL, 10), 1, 1000000);
      set (&item->properties, get_text (row, COLUMN_NEW_SKU));
      if (item->properties[0] != '\0')
        row->record->fields |= ZG_IMPORT_NEW_SKU;
      else
        set (&item->properties, get_text (row, COLUMN_PROPERTIES));
      zg_order_item_parse_properties (item);
    }
}

/*
 * The list has all titles in one cell, joined by a wide comma that a title may hold too: 宝贝种类 tells how many there
 * are. How many of each is told only when it is one title.
 */
static void
read_titles (const Row *row)
{
  ZgTaobaoColumn column = has (row, COLUMN_TITLES) ? COLUMN_TITLES : COLUMN_TITLE;
  g_autofree char *titles = get_text (row, column);
  g_autofree char *kinds = get_id (row, COLUMN_N_KINDS);
  g_auto(GStrv) parts = g_strsplit (titles, "，", -1);
  gboolean is_only = g_strv_length (parts) == 1 || strcmp (kinds, "1") == 0;

  if (titles[0] == '\0')
    return;

  row->record->fields |= ZG_IMPORT_TITLES;
  if (is_only)
    add_title (row, titles, TRUE);
  for (guint i = 0; !is_only && parts[i] != NULL; i++)
    add_title (row, parts[i], FALSE);
}

static gboolean
read_line (const Row *row)
{
  g_autofree char *quantity = get_id (row, COLUMN_QUANTITY);
  ZgOrderItem *item = zg_order_item_new ();

  g_ptr_array_add (row->record->order->items, item);
  row->record->fields |= ZG_IMPORT_LINES;
  set (&item->title, get_text (row, COLUMN_TITLE));
  set (&item->line_number, get_id (row, COLUMN_LINE_NUMBER));
  set (&item->sku, get_text (row, COLUMN_SKU));
  set (&item->properties, get_text (row, COLUMN_PROPERTIES));
  zg_order_item_parse_properties (item);

  if (quantity[0] != '\0' && !zg_integer_parse (quantity, 1, 1000000, &item->quantity))
    {
      *row->reason_out = g_strdup_printf (_("“%s” is not a number of pieces"), quantity);
      return FALSE;
    }
  return read_money (row, COLUMN_PRICE, &item->price);
}

/* The money in a row of lines is the line's. */
static gboolean
read_order_money (const Row *row)
{
  ZgOrder *order = row->record->order;

  if (row->is_line)
    return TRUE;
  if (has (row, COLUMN_TOTAL))
    row->record->fields |= ZG_IMPORT_MONEY;
  return read_money (row, COLUMN_GOODS, &order->goods)
         && read_money (row, COLUMN_POSTAGE, &order->postage)
         && read_money (row, COLUMN_TOTAL, &order->total)
         && read_money (row, COLUMN_PAID, &order->paid);
}

static gboolean
read_times (const Row *row)
{
  ZgOrder *order = row->record->order;

  if (has (row, COLUMN_ORDERED_AT))
    row->record->fields |= ZG_IMPORT_TIMES;
  return read_time (row, COLUMN_ORDERED_AT, &order->ordered_at)
         && read_time (row, COLUMN_PAID_AT, &order->paid_at)
         && read_time (row, COLUMN_RECEIVED_AT, &order->received_at);
}

static void
take_text (const Row       *row,
           ZgTaobaoColumn   column,
           ZgImportFields   field,
           char           **destination)
{
  if (!has (row, column))
    return;
  row->record->fields |= field;
  set (destination, get_text (row, column));
}

static void
read_notes (const Row *row)
{
  ZgOrder *order = row->record->order;

  take_text (row, COLUMN_BUYER_NOTE, ZG_IMPORT_BUYER_NOTE, &order->buyer_note);
  if (!row->is_line)
    take_text (row, COLUMN_SELLER_NOTE, ZG_IMPORT_SELLER_NOTE, &order->seller_note);
  take_text (row, COLUMN_COURIER, ZG_IMPORT_COURIER, &order->courier);
  take_text (row, COLUMN_TRACKING, ZG_IMPORT_TRACKING, &order->tracking);
  if (order->tracking != NULL && g_str_has_prefix (order->tracking, "No:"))
    set (&order->tracking, g_strdup (order->tracking + strlen ("No:")));
  if (has (row, COLUMN_SHOP))
    set (&order->shop, get_text (row, COLUMN_SHOP));
}

/**
 * zg_taobao_row_read:
 * @map: where the columns are
 * @reader: a reader that stands on a row
 * @is_line: whether the row is a line of an order, not an order
 * @record: an empty record; filled in
 * @reason_out: (out) (transfer full) (nullable): why the row is refused, translated
 *
 * Returns: whether the row makes sense
 */
gboolean
zg_taobao_row_read (const ZgHeaderMap  *map,
                    ZgDelimitedReader  *reader,
                    gboolean            is_line,
                    ZgImportRecord     *record,
                    char              **reason_out)
{
  const Row row = { map, reader, record, is_line, reason_out };

  *reason_out = NULL;
  if (!read_number (&row) || !read_state (&row) || !read_order_money (&row) || !read_times (&row) || !read_refund (&row))
    return FALSE;

  set (&record->order->platform, g_strdup ("taobao"));
  read_stages (&row);
  read_buyer (&row);
  read_address (&row);
  read_notes (&row);
  if (is_line)
    return read_line (&row);
  read_titles (&row);
  return TRUE;
}
