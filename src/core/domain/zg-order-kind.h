/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgOrderKind:
 * @ZG_ORDER_GOODS: what a shop sells
 * @ZG_ORDER_SURCHARGE: a difference or postage paid afterwards: it belongs to another order and never ships
 * @ZG_ORDER_VIRTUAL: nothing to carry: a code, a service
 * @ZG_ORDER_RESEND: sent again or in exchange for another order, without money
 *
 * What an order is. The numbers are kept in the shop file.
 */
typedef enum {
  ZG_ORDER_GOODS = 0,
  ZG_ORDER_SURCHARGE = 1,
  ZG_ORDER_VIRTUAL = 2,
  ZG_ORDER_RESEND = 3,
} ZgOrderKind;

#define ZG_N_ORDER_KINDS 4

const char *zg_order_kind_to_word (ZgOrderKind kind);
gboolean zg_order_kind_from_word (const char  *word,
                                  ZgOrderKind *kind_out);
const char *zg_order_kind_to_label (ZgOrderKind kind);
gboolean zg_order_kind_needs_parcel (ZgOrderKind kind);
gboolean zg_order_kind_belongs (ZgOrderKind kind);

G_END_DECLS
