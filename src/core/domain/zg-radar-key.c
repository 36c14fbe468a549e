/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-radar-key"

#include "config.h"

#include "zg-radar-key.h"

#include <string.h>

/*
 * Which orders may go in one parcel: same platform, shop and buyer account, and an address that says the same however it
 * is written. What makes one wait for its parcel (paid, not held, goods) is not in the key, so that it stays the same
 * while an order moves; the shop file's index has only those that wait.
 */

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* With its end, so that "a" and "bc" is not "ab" and "c". */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/**
 * zg_radar_key:
 * @order: an order
 *
 * Returns: a number above 0 that is equal for orders that may go in one parcel, or 0 where the account or the address is
 *   hidden or not known: these are merged by hand
 */
gint64
zg_radar_key (const ZgOrder *order)
{
  g_autoptr(GChecksum) checksum = NULL;
  g_autofree char *address = NULL;
  guint8 digest[20];
  gsize length = sizeof digest;
  gint64 key;

  if (order->buyer_account == NULL || order->buyer_account[0] == '\0' || order->address == NULL
      || order->address->disclosure != ZG_DISCLOSURE_PLAIN || order->address->detail == NULL)
    return 0;

  checksum = g_checksum_new (G_CHECKSUM_SHA1);
  address = zg_address_to_key (order->address);
  add_text (checksum, order->platform);
  add_text (checksum, order->shop);
  add_text (checksum, order->buyer_account);
  add_text (checksum, address);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (&key, digest, sizeof key);
  return MAX (GINT64_FROM_BE (key) & G_MAXINT64, 1);
}
