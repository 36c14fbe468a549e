/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-tone"

#include "config.h"

#include "zg-order-tone.h"

/**
 * zg_order_tone:
 * @state: where an order stands
 *
 * Returns: the colour of that state: unpaid wants us to ask, paid wants us to ship, after that nothing is expected
 */
ZgTone
zg_order_tone (ZgOrderState state)
{
  switch (state)
    {
    case ZG_ORDER_UNPAID:
      return ZG_TONE_WARNING;
    case ZG_ORDER_PAID:
      return ZG_TONE_INFO;
    case ZG_ORDER_PACKED:
    case ZG_ORDER_SHIPPED:
    case ZG_ORDER_RECEIVED:
    case ZG_ORDER_COMPLETED:
    case ZG_ORDER_CLOSED:
    default:
      return ZG_TONE_NEUTRAL;
    }
}
