/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fill-context.h"

G_BEGIN_DECLS

/**
 * ZgOrderText:
 * @reply: the reply it is made of
 * @customer_id: whom it is for, or 0
 * @call_name: what to call them; may be empty
 * @fill: the text, or what it lacks
 *
 * A text about an order, for its customer.
 */
typedef struct {
  ZgReply *reply;
  gint64 customer_id;
  char *call_name;
  ZgFill *fill;
} ZgOrderText;

ZgOrderText *zg_order_text_make (ZgDatabase  *db,
                                 gint64       order_id,
                                 ZgStage      stage,
                                 const char  *about,
                                 gint64       staff_id,
                                 ZgClock     *clock,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_order_text_describe_missing (const ZgOrderText *text) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_text_free (ZgOrderText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderText, zg_order_text_free)

G_END_DECLS
