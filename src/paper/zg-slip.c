/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-slip.h"

#include <glib/gi18n.h>

#include "zg-order-blocks.h"
#include "zg-platform.h"

/* The slip that lies beside the goods while they are packed, and then in the parcel. */

static void
add_numbers (ZgPageFlow           *flow,
             GPtrArray            *orders,
             const ZgPaperOptions *options)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *ordered = zg_order_blocks_format_time (order->ordered_at, options->zone);
      g_autofree char *from = g_strjoin ("   ", zg_platform_to_label (order->platform), ordered, NULL);
      ZgPageCell cells[] = {
        { order->number, ZG_PAGE_BODY, 3, PANGO_ALIGN_LEFT },
        { from, ZG_PAGE_SMALL, 2, PANGO_ALIGN_RIGHT },
      };

      zg_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
    }
}

/* Of several orders each note tells whose it is. */
static void
add_notes (ZgPageFlow *flow,
           GPtrArray  *orders)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *buyer = orders->len > 1 ? g_strdup_printf (_("Buyer's note, order %s"), order->number)
                                               : g_strdup (_("Buyer's note"));
      g_autofree char *seller = orders->len > 1 ? g_strdup_printf (_("Shop's note, order %s"), order->number)
                                                : g_strdup (_("Shop's note"));

      zg_order_blocks_add_note (flow, buyer, order->buyer_note);
      zg_order_blocks_add_note (flow, seller, order->seller_note);
    }
}

static gboolean
is_gift (GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++)
    if (((const ZgOrder *) g_ptr_array_index (orders, i))->gift)
      return TRUE;
  return FALSE;
}

/**
 * zg_slip_add:
 * @flow: pages; gets a sheet more
 * @orders: (element-type ZgOrder): the orders of one parcel, at least one; the first says who gets it
 * @options: whose slip it is
 *
 * A gift among them keeps the prices of all of them off the slip.
 */
void
zg_slip_add (ZgPageFlow           *flow,
             GPtrArray            *orders,
             const ZgPaperOptions *options)
{
  const ZgOrder *first = g_ptr_array_index (orders, 0);
  g_autofree char *printed = zg_order_blocks_format_time (options->now, options->zone);
  g_autofree char *footer = g_strdup_printf ("%s   %s", first->number, printed);
  gboolean with_prices = !is_gift (orders);

  zg_page_flow_begin_sheet (flow, footer);
  zg_order_blocks_add_title (flow, options->shop, _("Packing slip"));
  add_numbers (flow, orders, options);
  zg_page_flow_add_space (flow, 0.4);
  zg_order_blocks_add_recipient (flow, first);
  zg_page_flow_add_space (flow, 0.6);
  zg_order_blocks_add_items (flow, orders, with_prices);
  for (guint i = 0; with_prices && i < orders->len; i++)
    zg_order_blocks_add_money (flow, g_ptr_array_index (orders, i));
  add_notes (flow, orders);
}
