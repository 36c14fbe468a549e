/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-error.h"
#include "zg-integer.h"
#include "zg-order-ship.h"
#include "zg-order-table.h"
#include "zg-shipment.h"

/* `order ship`: an order, a part of it, or all that is in a parcel with it. */

typedef struct {
  ZgCtl *ctl;
  const char *number;
  ZgShipRequest request;
} ShipJob;

/* Whether @text is N=QTY. */
static gboolean
parse_item (const char *text,
            gint64     *line_out,
            gint64     *quantity_out)
{
  g_auto(GStrv) parts = g_strsplit (text, "=", 2);

  return parts[0] != NULL && parts[1] != NULL
         && zg_integer_parse (parts[0], 1, 100000, line_out)
         && zg_integer_parse (parts[1], 1, 1000000, quantity_out);
}

/* What --item says, as pieces of the order; none of them leaves all that is left. */
static gboolean
find_pieces (ZgCtl          *ctl,
             const ZgOrder  *order,
             GArray         *pieces,
             GError        **error)
{
  for (guint i = 0; i < zg_ctl_options_count (ctl->options, "--item"); i++)
    {
      gint64 line = 0, quantity = 0;
      ZgShipPiece piece;

      parse_item (zg_ctl_options_get_nth (ctl->options, "--item", i), &line, &quantity);
      if (line > order->items->len)
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       ngettext ("This order has %u line.", "This order has %u lines.", order->items->len),
                       order->items->len);
          return FALSE;
        }
      piece = (ZgShipPiece) { ((const ZgOrderItem *) g_ptr_array_index (order->items, line - 1))->id, quantity };
      g_array_append_val (pieces, piece);
    }
  return TRUE;
}

static gboolean
ship (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ShipJob *job = data;
  gint64 id = zg_order_table_find_by_number (db, job->number, error);
  g_autoptr(ZgOrder) order = id != 0 ? zg_order_table_load (db, id, error) : NULL;
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));

  if (order == NULL || !find_pieces (job->ctl, order, pieces, error))
    return FALSE;
  job->request.order_id = id;
  job->request.staff_id = job->ctl->staff_id;
  job->request.pieces = pieces->len > 0 ? pieces : NULL;
  return zg_order_ship (db, &job->request, job->ctl->clock, error);
}

ZgCtlStatus
zg_ctl_order_ship (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  const char *at = zg_ctl_options_get (ctl->options, "--at");
  g_autoptr(GError) error = NULL;
  ShipJob job = {
    .ctl = ctl, .number = arguments[0],
    .request = {
      .at = zg_clock_now (ctl->clock),
      .courier = zg_ctl_options_get (ctl->options, "--courier"),
      .tracking = zg_ctl_options_get (ctl->options, "--tracking"),
      .reason = zg_ctl_options_get (ctl->options, "--reason"),
    },
  };

  for (guint i = 0; i < zg_ctl_options_count (ctl->options, "--item"); i++)
    {
      const char *item = zg_ctl_options_get_nth (ctl->options, "--item", i);
      gint64 line, quantity;

      if (!parse_item (item, &line, &quantity))
        return zg_ctl_usage (_("“%s” is no part of an order. Write it like 1=2: the line, and how many pieces of it."), item);
    }
  if (at != NULL && !zg_ctl_parse_time (ctl, at, &job.request.at, &error))
    return zg_ctl_usage ("%s", error->message);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, ship, &job, &error))
    return zg_ctl_fail (error);
  return zg_ctl_order_show (ctl, 1, arguments);
}
