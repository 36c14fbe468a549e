/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-cells"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-checklist.h"
#include "zg-money.h"
#include "zg-order-cells.h"
#include "zg-order-flag.h"
#include "zg-order-lines.h"
#include "zg-order-tone.h"
#include "zg-platform.h"

/* What the cells of the order list show. */

enum {
  FLAG,
  TAIL,
  NAME,
  GOODS,
  NOTE,
  TOTAL,
  STATE,
  CHECKS,
  PLATFORM,
  COURIER,
  TRACKING,
  PROMISE,
  NEXT,
  N_COLUMNS
};

static const ZgTableColumn columns[N_COLUMNS] = {
  [FLAG] = { "", 46, FALSE, 0, -1, FALSE },
  [TAIL] = { N_("Order"), 78, FALSE, 0, ZG_ORDER_SORT_ORDERED, FALSE, NULL, FALSE },
  [NAME] = { N_("Customer"), 108, FALSE, 0, -1, FALSE, NULL, FALSE },
  [GOODS] = { N_("Goods"), 0, FALSE, 0, -1, FALSE, NULL, FALSE },
  [NOTE] = { N_("Notes"), 168, FALSE, 3, -1, FALSE, "notes", TRUE },
  [TOTAL] = { N_("Amount"), 92, TRUE, 0, ZG_ORDER_SORT_TOTAL, FALSE, "amount", FALSE },
  [STATE] = { N_("State"), 96, FALSE, 0, ZG_ORDER_SORT_STATE, TRUE, NULL, FALSE },
  [CHECKS] = { N_("Checks"), 88, FALSE, 0, -1, FALSE, "checks", FALSE },
  [PLATFORM] = { N_("Platform"), 84, FALSE, 3, ZG_ORDER_SORT_PLATFORM, TRUE, "platform", TRUE },
  [COURIER] = { N_("Courier"), 92, FALSE, 3, ZG_ORDER_SORT_COURIER, TRUE, "courier", TRUE },
  [TRACKING] = { N_("Tracking"), 148, FALSE, 3, -1, FALSE, "tracking", TRUE },
  [PROMISE] = { N_("Ships by"), 152, FALSE, 2, ZG_ORDER_SORT_DEADLINE, TRUE, "ships-by", FALSE },
  [NEXT] = { N_("Next step"), 172, FALSE, 1, -1, FALSE, "next-step", FALSE },
};

/* A column of plain text. Digits stand below each other in all of them. */
static void
add_text (ZgTableRow *cells,
          guint       column,
          gboolean    dim,
          const char *text)
{
  zg_table_row_add_text (cells, column, dim ? "secondary numeric dim" : "secondary numeric", text);
}

static void
add_flag (ZgTableRow        *cells,
          guint              column,
          const ZgOrderLine *line)
{
  int flag = line->row->flag;

  if (zg_order_flag_to_class (flag) != NULL)
    zg_table_row_add_icon (cells, column, zg_order_flag_to_class (flag), "emoji-flags-symbolic", 16,
                           zg_order_flag_to_label (flag));
}

static void
add_tail (ZgTableRow        *cells,
          guint              column,
          gboolean           dim,
          const ZgOrderLine *line)
{
  g_autofree char *tail = zg_order_number_tail (line->row->number);

  add_text (cells, column, dim, tail);
}

static void
add_goods (ZgTableRow        *cells,
           guint              column,
           const ZgOrderLine *line)
{
  g_autofree char *text = NULL;

  if (line->row->quantity > 1)
    /* TRANSLATORS: the first of the goods and how many pieces in all, "Cardigan black L, 2 pieces" */
    text = g_strdup_printf (ngettext ("%s, %ld piece", "%s, %ld pieces", (gulong) line->row->quantity),
                            line->row->first_item != NULL ? line->row->first_item : "",
                            (glong) line->row->quantity);
  add_text (cells, column, FALSE, text != NULL ? text : line->row->first_item);
}

static void
add_total (ZgTableRow        *cells,
           guint              column,
           const ZgOrderLine *line)
{
  g_autofree char *text = zg_money_to_text (line->row->total, line->row->currency);

  add_text (cells, column, FALSE, text);
}

static void
add_state (ZgTableRow        *cells,
           guint              column,
           const ZgOrderLine *line)
{
  zg_table_row_add_pill (cells, column, zg_order_tone (line->row->state), zg_order_state_to_label (line->row->state));
}

static void
add_checks (ZgTableRow        *cells,
            const ZgOrderLine *line)
{
  gboolean complete = line->row->confirmed_at != ZG_TIME_NONE;
  gboolean over = line->row->state == ZG_ORDER_CLOSED
                  || (line->row->state >= ZG_ORDER_SHIPPED && line->row->n_ticked == 0);
  char text[32];

  g_snprintf (text, sizeof text, "%d/%d", line->row->n_ticked, line->row->n_checks);
  /* TRANSLATORS: every row of the confirmation list is ticked */
  add_text (cells, CHECKS, complete || over, complete ? _("complete") : over ? "—" : text);
}

/* The buyer's note before ours. */
static void
add_notes (ZgTableRow        *cells,
           const ZgOrderLine *line)
{
  const char *theirs = line->row->buyer_note != NULL ? line->row->buyer_note : "";
  const char *ours = line->row->seller_note != NULL ? line->row->seller_note : "";
  g_autofree char *text = g_strconcat (theirs, *theirs != '\0' && *ours != '\0' ? " · " : "", ours, NULL);

  g_strdelimit (text, "\n", ' ');
  add_text (cells, NOTE, FALSE, text);
}

static const char *
get_classes (ZgOrderUrgency urgency)
{
  switch (urgency)
    {
    case ZG_ORDER_URGENCY_LATE:
      return "secondary numeric error";
    case ZG_ORDER_URGENCY_SOON:
      return "secondary numeric warning";
    case ZG_ORDER_URGENCY_NONE:
      return "secondary numeric dim";
    case ZG_ORDER_URGENCY_NORMAL:
    default:
      return "secondary numeric";
    }
}

static void
fill (ZgTableRow    *cells,
      gconstpointer  value,
      gboolean       two_lines,
      gpointer       data)
{
  const ZgOrderLine *line = value;
  ZgSession *session = data;

  zg_table_row_set_current (cells, line != NULL && line->row->id == zg_session_get_order_id (session));
  if (line == NULL)
    return;
  if (two_lines)
    {
      zg_table_row_add_text (cells, ZG_TABLE_FIRST, "who numeric", line->row->call_name);
      add_flag (cells, ZG_TABLE_FIRST_END, line);
      add_tail (cells, ZG_TABLE_FIRST_END, TRUE, line);
      add_state (cells, ZG_TABLE_FIRST_END, line);
      add_goods (cells, ZG_TABLE_SECOND, line);
      add_total (cells, ZG_TABLE_SECOND_END, line);
      return;
    }

  add_flag (cells, FLAG, line);
  add_tail (cells, TAIL, FALSE, line);
  zg_table_row_add_text (cells, NAME, "who numeric", line->row->call_name);
  add_goods (cells, GOODS, line);
  add_notes (cells, line);
  add_total (cells, TOTAL, line);
  add_state (cells, STATE, line);
  add_checks (cells, line);
  add_text (cells, PLATFORM, FALSE, zg_platform_to_label (line->row->platform));
  add_text (cells, COURIER, FALSE, line->row->courier);
  add_text (cells, TRACKING, FALSE, line->row->tracking);
  zg_table_row_add_text (cells, PROMISE, get_classes (line->promise_urgency), *line->promise != '\0' ? line->promise : "—");
  zg_table_row_add_text (cells, NEXT, get_classes (line->next_urgency), line->next_step);
}

/**
 * zg_order_cells_set_up:
 * @table: an empty table
 * @session: about which order the clerk is talking; has to live as long as the table
 *
 * Makes it the table of the orders, the newest first.
 */
void
zg_order_cells_set_up (ZgTable   *table,
                       ZgSession *session)
{
  zg_table_set_columns (table, columns, N_COLUMNS, fill, session);
  zg_table_set_label (table, _("Orders"));
  zg_table_set_sort (table, ZG_ORDER_SORT_ORDERED, TRUE);
}
