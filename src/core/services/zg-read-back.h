/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fill-context.h"

G_BEGIN_DECLS

/**
 * ZgReadBack:
 * @reply: the reply it is made of
 * @customer_id: whom it is for, or 0
 * @call_name: what to call them; may be empty
 * @fill: the text, or what it lacks
 *
 * The text by which an order is read back to the customer.
 */
typedef struct {
  ZgReply *reply;
  gint64 customer_id;
  char *call_name;
  ZgFill *fill;
} ZgReadBack;

ZgReadBack *zg_read_back_make (ZgDatabase  *db,
                               gint64       order_id,
                               gint64       staff_id,
                               ZgClock     *clock,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_read_back_describe_missing (const ZgReadBack *read_back) G_GNUC_WARN_UNUSED_RESULT;
void zg_read_back_free (ZgReadBack *read_back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReadBack, zg_read_back_free)

G_END_DECLS
