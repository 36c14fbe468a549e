/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-slip-mark"

#include "config.h"

#include "zg-slip-mark.h"

#include <string.h>

/*
 * A mark of what a packer reads on a slip: who gets what where, and the notes. Prices and the tracking number are not in it:
 * nothing wrong leaves the shop when these change.
 */

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  const char *told = text != NULL ? text : "";

  g_checksum_update (checksum, (const guchar *) told, (gssize) strlen (told) + 1);
}

static void
add_item (GChecksum         *checksum,
          const ZgOrderItem *item)
{
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);

  add_text (checksum, item->title);
  add_text (checksum, item->properties);
  add_text (checksum, item->colour);
  add_text (checksum, item->size);
  add_text (checksum, item->sku);
  add_text (checksum, quantity);
  add_text (checksum, item->gift ? "gift" : "");
}

/**
 * zg_slip_mark:
 * @order: an order
 *
 * Returns: (transfer full): the mark, which tells nothing of what it was made from
 */
char *
zg_slip_mark (const ZgOrder *order)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *address = order->address != NULL ? zg_address_to_text (order->address) : NULL;

  add_text (checksum, order->recipient.text);
  add_text (checksum, order->phone.text);
  add_text (checksum, address);
  add_text (checksum, order->courier);
  add_text (checksum, order->buyer_note);
  add_text (checksum, order->seller_note);
  add_text (checksum, order->gift ? "gift" : "");
  /* In another box: another slip. */
  if (order->parcel_id != 0)
    {
      g_autofree char *parcel = g_strdup_printf ("parcel %" G_GINT64_FORMAT, order->parcel_id);

      add_text (checksum, parcel);
    }
  for (guint i = 0; i < order->items->len; i++)
    add_item (checksum, g_ptr_array_index (order->items, i));
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * zg_slip_is_outdated:
 * @order: an order
 *
 * Returns: whether its slip was printed, and would say something else now
 */
gboolean
zg_slip_is_outdated (const ZgOrder *order)
{
  g_autofree char *mark = NULL;

  if (order->slip_printed_at == ZG_TIME_NONE)
    return FALSE;
  mark = zg_slip_mark (order);
  return g_strcmp0 (mark, order->slip_mark) != 0;
}
