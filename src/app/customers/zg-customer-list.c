/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-bulk-bar.h"
#include "zg-customer-cells.h"
#include "zg-customer-list.h"
#include "zg-list-table.h"
#include "zg-segment-bar.h"

static const char * const filters[ZG_N_CUSTOMER_FILTERS] = {
  [ZG_CUSTOMER_FILTER_ALL] = N_("All"),
  [ZG_CUSTOMER_FILTER_REGULAR] = N_("Regulars"),
  [ZG_CUSTOMER_FILTER_QUIET] = N_("Silent for 30 days"),
  [ZG_CUSTOMER_FILTER_FOLLOW_UP] = N_("To follow up"),
  [ZG_CUSTOMER_FILTER_CAUTION] = N_("Take care"),
};

static char *
no_hit (const char *text)
{
  return g_strdup_printf (_("Nobody found for “%s”"), text);
}

static char *
new_hit (const char *text)
{
  return g_strdup_printf (_("New customer “%s”"), text);
}

static const ZgListKind kind = {
  .get_source = zg_list_source_customers,
  .get_current = zg_session_get_customer_id,
  .set_up_table = zg_customer_cells_set_up,
  .is_backwards = zg_customer_cells_is_backwards,
  .columns_setting = ZG_SETTING_CUSTOMER_COLUMNS,
  .make_choice_bar = zg_customer_bulk_bar_new,
  .open_action = "customers.open",
  .find_name = N_("Find a customer"),
  .find_hint = N_("Name, nick, end of the phone number, address, note"),
  .filters_name = N_("Which customers"),
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
  .filter_texts = zg_list_table_customer_texts,
  .make_filter_end = zg_segment_bar_new,
  .button = {
    .icon_name = "list-add-symbolic",
    .label = N_("New customer"),
    .name = N_("New customer"),
    .tooltip = N_("New customer (Ctrl+N)"),
    .action = "customers.new('')",
    .suggested = TRUE,
  },
  .second = {
    .icon_name = "media-playlist-consecutive-symbolic",
    .label = N_("Round"),
    .name = N_("Round"),
    .tooltip = N_("Tell many customers something, one after the other (R)"),
    .action = "customers.round('')",
  },
  .none = {
    .icon_name = "system-users-symbolic",
    .no_rows = N_("No customers yet"),
    .no_rows_text = N_("They come with the first order export that you import, or from your contacts."),
    .searched = N_("Names, nicks, phone numbers, addresses, notes and tags were searched."),
    .no_hit = no_hit,
    .nothing_here = N_("Nobody here"),
    .nothing_here_text = N_("No customer is in this group at the moment."),
    .other_action = "win.import-contacts",
    .other_label = N_("Import contacts…"),
    .new_action = "customers.new",
    .new_label = N_("New customer"),
    .new_hit = new_hit,
  },
};

/**
 * zg_customer_list_new:
 * @session: what all screens share
 *
 * The list of the Customers screen. It activates `customers.open` (x) and `customers.new` (s, the name).
 *
 * Returns: (transfer floating): a #ZgListPage
 */
GtkWidget *
zg_customer_list_new (ZgSession *session)
{
  return zg_list_page_new (&kind, session);
}
