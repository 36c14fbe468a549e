/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-order-sheet.h"

#include <glib/gi18n.h>

#include "zg-order-blocks.h"
#include "zg-platform.h"

static void
add_fact (ZgPageFlow *flow,
          const char *label,
          const char *text)
{
  ZgPageCell cells[] = {
    { label, ZG_PAGE_SMALL, 1, PANGO_ALIGN_LEFT },
    { text, ZG_PAGE_BODY, 3, PANGO_ALIGN_LEFT },
  };

  if (text != NULL && text[0] != '\0')
    zg_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
}

static void
add_time (ZgPageFlow           *flow,
          const ZgPaperOptions *options,
          const char           *label,
          ZgTime                time)
{
  g_autofree char *text = zg_order_blocks_format_time (time, options->zone);

  add_fact (flow, label, text);
}

static void
add_facts (ZgPageFlow           *flow,
           const ZgSheet        *sheet,
           const ZgPaperOptions *options)
{
  const ZgOrder *order = sheet->order;

  add_fact (flow, _("Order number"), order->number);
  add_fact (flow, _("Platform"), zg_platform_to_label (order->platform));
  add_fact (flow, _("Customer"), sheet->customer);
  add_fact (flow, _("Caution"), sheet->caution);
  add_fact (flow, _("Stands at"), zg_order_state_to_label (order->state));
  add_time (flow, options, _("Ordered"), order->ordered_at);
  add_time (flow, options, _("Paid"), order->paid_at);
  add_time (flow, options, _("To ship by"), order->ship_by);
  add_time (flow, options, _("Shipped"), order->shipped_at);
}

/* With a box to tick with a pen, where it was not ticked at the desk. */
static void
add_check (ZgPageFlow           *flow,
           const ZgPaperOptions *options,
           const ZgCheckRow     *row)
{
  g_autofree char *at = zg_order_blocks_format_time (row->at, options->zone);
  g_autofree char *by = row->state == ZG_CHECK_OK && row->by != NULL ? g_strjoin ("   ", row->by, at, NULL) : NULL;
  ZgPageCell cells[] = {
    { row->state == ZG_CHECK_OK ? "[x]" : "[  ]", ZG_PAGE_BODY, 0.5, PANGO_ALIGN_LEFT },
    { row->label, ZG_PAGE_BODY, 2.5, PANGO_ALIGN_LEFT },
    { row->value, ZG_PAGE_BODY, 4, PANGO_ALIGN_LEFT },
    { by, ZG_PAGE_SMALL, 2, PANGO_ALIGN_RIGHT },
  };

  zg_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
  if (row->note != NULL && row->note[0] != '\0')
    {
      ZgPageCell note[] = {
        { NULL, ZG_PAGE_SMALL, 0.5, PANGO_ALIGN_LEFT },
        { row->note, ZG_PAGE_SMALL, 8.5, PANGO_ALIGN_LEFT },
      };

      zg_page_flow_add_row (flow, note, G_N_ELEMENTS (note));
    }
}

/**
 * zg_order_sheet_add:
 * @flow: pages; gets a sheet more
 * @sheet: what stands on it
 * @options: whose it is
 */
void
zg_order_sheet_add (ZgPageFlow           *flow,
                    const ZgSheet        *sheet,
                    const ZgPaperOptions *options)
{
  g_autofree char *printed = zg_order_blocks_format_time (options->now, options->zone);
  g_autofree char *footer = g_strdup_printf ("%s   %s", sheet->order->number, printed);
  g_autoptr(GPtrArray) orders = g_ptr_array_new ();

  g_ptr_array_add (orders, sheet->order);
  zg_page_flow_begin_sheet (flow, footer);
  zg_order_blocks_add_title (flow, options->shop, _("Order sheet"));
  add_facts (flow, sheet, options);
  zg_page_flow_add_space (flow, 0.4);
  zg_order_blocks_add_recipient (flow, sheet->order);
  zg_page_flow_add_space (flow, 0.6);
  zg_order_blocks_add_items (flow, orders, TRUE);
  zg_order_blocks_add_money (flow, sheet->order);
  zg_order_blocks_add_note (flow, _("Buyer's note"), sheet->order->buyer_note);
  zg_order_blocks_add_note (flow, _("Shop's note"), sheet->order->seller_note);
  zg_page_flow_add_space (flow, 0.8);
  zg_page_flow_add_text (flow, _("Confirmation list"), ZG_PAGE_HEADING);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (sheet->rows, i);

      /* What the program found in order needs no ink. */
      if (zg_check_is_human (row->check) || row->state != ZG_CHECK_OK)
        add_check (flow, options, row);
    }
  if (sheet->history->len > 0)
    {
      zg_page_flow_add_space (flow, 0.8);
      zg_page_flow_add_text (flow, _("What happened"), ZG_PAGE_HEADING);
      for (guint i = 0; i < sheet->history->len; i++)
        zg_page_flow_add_text (flow, g_ptr_array_index (sheet->history, i), ZG_PAGE_BODY);
    }
}
