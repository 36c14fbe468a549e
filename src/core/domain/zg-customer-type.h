/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply.h"

G_BEGIN_DECLS

/* How somebody buys, and how to talk with them. The shop file keeps the word; one that is not known is its own label. */

const char * const *zg_customer_type_list (void);
gboolean zg_customer_type_is_known (const char *word);
const char *zg_customer_type_to_label (const char *word);
const char *zg_customer_type_get_advice (const char *word);
const char *zg_customer_type_get_example (const char *word);
int zg_customer_type_rate (const char    *word,
                           const ZgReply *reply);
GPtrArray *zg_customer_type_pick_replies (const char *word,
                                          GPtrArray  *replies,
                                          guint       most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
