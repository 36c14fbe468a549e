/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-order-blocks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-money.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* Adds @text to @line, behind @separator where something stands before it. */
static void
append (GString    *line,
        const char *separator,
        const char *text)
{
  if (!is_blank (text))
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", text);
}

/**
 * zg_order_blocks_format_time:
 * @time: a time
 * @zone: where the shop is
 *
 * Returns: (transfer full) (nullable): the time as paper has it, which is read on another day; %NULL for none
 */
char *
zg_order_blocks_format_time (ZgTime     time,
                             GTimeZone *zone)
{
  g_autoptr(GDateTime) date_time = zg_time_to_date_time (time, zone);

  return date_time != NULL ? g_date_time_format (date_time, "%Y-%m-%d %H:%M") : NULL;
}

/**
 * zg_order_blocks_add_title:
 * @flow: pages
 * @shop: (nullable): what the shop is called
 * @title: what kind of paper it is
 */
void
zg_order_blocks_add_title (ZgPageFlow *flow,
                           const char *shop,
                           const char *title)
{
  ZgPageCell cells[] = {
    { shop, ZG_PAGE_TITLE, 3, PANGO_ALIGN_LEFT },
    { title, ZG_PAGE_HEADING, 2, PANGO_ALIGN_RIGHT },
  };

  zg_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
  zg_page_flow_add_rule (flow);
}

/**
 * zg_order_blocks_add_recipient:
 * @flow: pages
 * @order: an order
 *
 * Who gets it where, and how it goes there; what the platform hides as it hides it.
 */
void
zg_order_blocks_add_recipient (ZgPageFlow    *flow,
                               const ZgOrder *order)
{
  g_autoptr(GString) who = g_string_new (NULL);
  g_autoptr(GString) how = g_string_new (NULL);
  g_autofree char *address = order->address != NULL ? zg_address_to_text (order->address) : NULL;

  append (who, "   ", order->recipient.text);
  append (who, "   ", order->phone.text);
  append (how, "   ", order->courier);
  append (how, "   ", order->tracking);
  if (who->len > 0)
    zg_page_flow_add_text (flow, who->str, ZG_PAGE_HEADING);
  if (!is_blank (address))
    zg_page_flow_add_text (flow, address, ZG_PAGE_STRONG);
  if (order->address != NULL && !is_blank (order->address->postcode))
    zg_page_flow_add_text (flow, order->address->postcode, ZG_PAGE_BODY);
  if (how->len > 0)
    zg_page_flow_add_text (flow, how->str, ZG_PAGE_BODY);
}

/* Items ***************************************************************************************************************/

/* Which columns there are: prices are left out for a gift, codes where no goods have one. */
typedef enum {
  SHOWS_CODES = 1 << 0,
  SHOWS_PRICES = 1 << 1,
} Columns;

static void
add_cells (ZgPageFlow *flow,
           ZgPageCell  cells[5],
           Columns     columns,
           gboolean    is_header)
{
  guint n = columns & SHOWS_PRICES ? 5 : 3;

  if (!(columns & SHOWS_CODES))
    {
      memmove (&cells[1], &cells[2], 3 * sizeof *cells);
      n--;
    }
  if (is_header)
    zg_page_flow_begin_table (flow, cells, n);
  else
    zg_page_flow_add_row (flow, cells, n);
}

static Columns
choose_columns (GPtrArray *orders,
                gboolean   with_prices)
{
  Columns columns = with_prices ? SHOWS_PRICES : 0;

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      for (guint j = 0; j < order->items->len; j++)
        if (!is_blank (((const ZgOrderItem *) g_ptr_array_index (order->items, j))->sku))
          columns |= SHOWS_CODES;
    }
  return columns;
}

static char *
describe_item (const ZgOrderItem *item)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) variant = g_string_new (NULL);

  if (item->gift)
    g_string_append_printf (text, _("(Gift) %s"), item->title != NULL ? item->title : "");
  else
    append (text, "", item->title);
  append (variant, " · ", item->colour);
  append (variant, " · ", item->size);
  if (variant->len == 0)
    append (variant, "", item->properties);
  append (text, "\n", variant->str);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_item (ZgPageFlow        *flow,
          const ZgOrder     *order,
          const ZgOrderItem *item,
          Columns            columns)
{
  g_autofree char *title = describe_item (item);
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);
  g_autofree char *price = zg_money_to_text (item->price, order->currency);
  g_autofree char *sum = zg_money_to_text (item->price * item->quantity, order->currency);
  ZgPageCell cells[] = {
    { title, ZG_PAGE_BODY, 6, PANGO_ALIGN_LEFT },
    { item->sku, ZG_PAGE_SMALL, 2, PANGO_ALIGN_LEFT },
    { quantity, ZG_PAGE_STRONG, 1, PANGO_ALIGN_RIGHT },
    { item->price != 0 ? price : NULL, ZG_PAGE_BODY, 1.8, PANGO_ALIGN_RIGHT },
    { item->price != 0 ? sum : NULL, ZG_PAGE_BODY, 1.8, PANGO_ALIGN_RIGHT },
  };

  add_cells (flow, cells, columns, FALSE);
}

/**
 * zg_order_blocks_add_items:
 * @flow: pages
 * @orders: (element-type ZgOrder): what is in one parcel
 * @with_prices: whether prices are shown
 *
 * A table of what is to be packed; with several orders each one's number stands above its goods.
 */
void
zg_order_blocks_add_items (ZgPageFlow *flow,
                           GPtrArray  *orders,
                           gboolean    with_prices)
{
  ZgPageCell header[] = {
    { _("Item"), ZG_PAGE_SMALL, 6, PANGO_ALIGN_LEFT },
    { _("Code"), ZG_PAGE_SMALL, 2, PANGO_ALIGN_LEFT },
    { _("Quantity"), ZG_PAGE_SMALL, 1, PANGO_ALIGN_RIGHT },
    { _("Price"), ZG_PAGE_SMALL, 1.8, PANGO_ALIGN_RIGHT },
    { _("Sum"), ZG_PAGE_SMALL, 1.8, PANGO_ALIGN_RIGHT },
  };
  Columns columns = choose_columns (orders, with_prices);
  gint64 pieces = 0;
  g_autofree char *total = NULL;

  add_cells (flow, header, columns, TRUE);
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (orders->len > 1)
        zg_page_flow_add_text (flow, order->number, ZG_PAGE_STRONG);
      for (guint j = 0; j < order->items->len; j++)
        add_item (flow, order, g_ptr_array_index (order->items, j), columns);
      pieces += zg_order_get_quantity (order);
    }
  zg_page_flow_end_table (flow);
  zg_page_flow_add_rule (flow);
  total = g_strdup_printf (ngettext ("%ld piece in all", "%ld pieces in all", (gulong) pieces), (glong) pieces);
  zg_page_flow_add_text (flow, total, ZG_PAGE_STRONG);
}

/**
 * zg_order_blocks_add_note:
 * @flow: pages
 * @heading: whose note it is
 * @note: (nullable): all of it; nothing is added without one
 */
void
zg_order_blocks_add_note (ZgPageFlow *flow,
                          const char *heading,
                          const char *note)
{
  if (is_blank (note))
    return;
  zg_page_flow_add_space (flow, 0.4);
  zg_page_flow_add_text (flow, heading, ZG_PAGE_SMALL);
  zg_page_flow_add_text (flow, note, ZG_PAGE_STRONG);
}

static void
add_sum (ZgPageFlow    *flow,
         const char    *label,
         gint64         amount,
         const ZgOrder *order,
         ZgPageStyle    style)
{
  g_autofree char *text = zg_money_to_text (amount, order->currency);
  ZgPageCell cells[] = {
    { label, style, 3, PANGO_ALIGN_RIGHT },
    { text, style, 1, PANGO_ALIGN_RIGHT },
  };

  zg_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
}

/**
 * zg_order_blocks_add_money:
 * @flow: pages
 * @order: an order
 *
 * What it costs, and what the courier collects.
 */
void
zg_order_blocks_add_money (ZgPageFlow    *flow,
                           const ZgOrder *order)
{
  if (order->goods != 0 && order->goods != order->total)
    add_sum (flow, _("Goods"), order->goods, order, ZG_PAGE_BODY);
  if (order->discount != 0)
    add_sum (flow, _("Discount"), -order->discount, order, ZG_PAGE_BODY);
  if (order->postage != 0)
    add_sum (flow, _("Postage"), order->postage, order, ZG_PAGE_BODY);
  add_sum (flow, _("Total"), order->total, order, ZG_PAGE_STRONG);
  if (order->cash_on_delivery && order->paid < order->total)
    add_sum (flow, _("To be paid on delivery"), order->total - order->paid, order, ZG_PAGE_STRONG);
}
