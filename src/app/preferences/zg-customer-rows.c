/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-rows"

#include "config.h"

#include "zg-customer-rows.h"

#include <glib/gi18n.h>

#include "zg-levels-window.h"
#include "zg-markup.h"
#include "zg-mask-row.h"
#include "zg-number-row.h"
#include "zg-round.h"
#include "zg-segment.h"
#include "zg-waiting.h"

/* The rules of the shop about its customers, in the preferences. */

static const ZgNumberKind wait = {
  .title = N_("Minutes a customer may wait"),
  .subtitle = N_("after a reply that says “one moment, please”; then you are told"),
  .least = 1,
  .most = ZG_WAITING_MAX_MINUTES,
  .get = zg_waiting_get_minutes,
  .set = zg_waiting_set_minutes,
};

static const ZgNumberKind budget = {
  .title = N_("Invitations to buy in a month"),
  .subtitle = N_("for one customer at the most; news of an order are never limited"),
  .least = 0,
  .most = ZG_MARKETING_MAX_BUDGET,
  .get = zg_marketing_get_budget,
  .set = zg_marketing_set_budget,
};

static const ZgNumberKind lost = {
  .title = N_("Lost after so many days"),
  .subtitle = N_("without an order, for who has bought before"),
  .least = 1,
  .most = ZG_LOST_MAX_DAYS,
  .get = zg_segment_get_lost_days,
  .set = zg_segment_set_lost_days,
};

static void
levels_cb (GtkWidget *row,
           ZgSession *session)
{
  gtk_window_present (zg_levels_window_new (GTK_WINDOW (gtk_widget_get_root (row)), session));
}

/**
 * zg_customer_rows_new_wait:
 * @session: whose shop it is
 *
 * Returns: (transfer floating): the row for how long a customer may wait
 */
GtkWidget *
zg_customer_rows_new_wait (ZgSession *session)
{
  return zg_number_row_new (&wait, session);
}

static GtkWidget *
create_levels_row (ZgSession *session)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), _("Member levels"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), _("what one has to spend or how often to order"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (levels_cb), session, 0);
  return row;
}

/**
 * zg_customer_rows_new:
 * @session: whose shop it is
 *
 * Returns: (transfer full) (element-type GtkWidget): the rows of the group "Customers" of the preferences
 */
GPtrArray *
zg_customer_rows_new (ZgSession *session)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_add (rows, zg_number_row_new (&budget, session));
  g_ptr_array_add (rows, zg_number_row_new (&lost, session));
  g_ptr_array_add (rows, create_levels_row (session));
  g_ptr_array_add (rows, zg_mask_row_new (session));
  return rows;
}
