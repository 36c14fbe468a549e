/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-list-table.h"
#include "zg-order-bulk-bar.h"
#include "zg-order-cells.h"
#include "zg-order-filter-bar.h"
#include "zg-order-lines.h"
#include "zg-order-list.h"
#include "zg-shop-table.h"

static const char * const filters[ZG_N_ORDER_FILTERS] = {
  [ZG_ORDER_FILTER_ALL] = N_("All"),
  [ZG_ORDER_FILTER_UNPAID] = N_("Unpaid"),
  [ZG_ORDER_FILTER_UNCONFIRMED] = N_("To confirm"),
  [ZG_ORDER_FILTER_TO_SHIP] = N_("To ship"),
  [ZG_ORDER_FILTER_MERGEABLE] = N_("To merge"),
  [ZG_ORDER_FILTER_SHIPPED] = N_("Shipped"),
  [ZG_ORDER_FILTER_CASE] = N_("After-sales"),
  [ZG_ORDER_FILTER_CONFLICT] = N_("Platform differs"),
};

static char *
no_hit (const char *text)
{
  return g_strdup_printf (_("No order found for “%s”"), text);
}

static const ZgListKind kind = {
  .get_source = zg_list_source_orders,
  .get_current = zg_session_get_order_id,
  .set_up_table = zg_order_cells_set_up,
  .make_filter_end = zg_order_filter_bar_new,
  .columns_setting = ZG_SETTING_ORDER_COLUMNS,
  .make_choice_bar = zg_order_bulk_bar_new,
  .open_action = "orders.open",
  .find_name = N_("Find an order"),
  .find_hint = N_("End of the number, customer, goods, tracking number, note"),
  .filters_name = N_("Which orders"),
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
  .button = {
    .icon_name = "list-add-symbolic",
    .label = N_("New order"),
    .name = N_("New order"),
    .tooltip = N_("New order (Ctrl+N)"),
    .action = "screen.new",
    .suggested = TRUE,
  },
  .second = {
    .icon_name = "document-open-symbolic",
    .label = N_("Import"),
    .name = N_("Import orders"),
    .tooltip = N_("Import orders (Ctrl+I)"),
    .action = "win.import",
  },
  .none = {
    .icon_name = "package-x-generic-symbolic",
    .no_rows = N_("No orders yet"),
    .no_rows_text = N_("Import an order export of your platform, and the orders are here."),
    .searched = N_("Numbers, customers, goods, tracking numbers and notes were searched."),
    .no_hit = no_hit,
    .nothing_here = N_("Nothing to do here"),
    .nothing_here_text = N_("No order is in this group at the moment."),
  },
};

/**
 * zg_order_list_new:
 * @session: what all screens share
 *
 * The list of the Orders screen. It activates `orders.open` (x).
 *
 * Returns: (transfer floating): a #ZgListPage
 */
GtkWidget *
zg_order_list_new (ZgSession *session)
{
  return zg_list_page_new (&kind, session);
}

/**
 * zg_order_list_get_customer_id:
 * @list: what zg_order_list_new() returned
 * @id: an order
 *
 * Returns: whose order that is, 0 when it is nobody's or not in the list
 */
gint64
zg_order_list_get_customer_id (ZgListPage *list,
                               gint64      id)
{
  g_autoptr (ZgRow) row = zg_list_page_dup_row (list, id);
  const ZgOrderLine *line = row != NULL ? zg_row_get_value (row) : NULL;

  return line != NULL ? line->row->customer_id : 0;
}
