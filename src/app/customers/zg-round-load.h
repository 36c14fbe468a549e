/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-round.h"
#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgRoundOffer:
 * @segments: (element-type ZgSegment): whom a round can be for
 * @open: (element-type ZgRoundSum): the rounds that go on, the newest first
 *
 * What there is before a round is started.
 */
typedef struct {
  GPtrArray *segments;
  GPtrArray *open;
} ZgRoundOffer;

void zg_round_offer_free (ZgRoundOffer *offer);
void zg_round_load_offer_async (ZgSession           *session,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
ZgRoundOffer *zg_round_load_offer_finish (GAsyncResult  *result,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_round_load_counts_async (ZgSession           *session,
                                 const char          *filter,
                                 GArray              *customer_ids,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean zg_round_load_counts_finish (GAsyncResult       *result,
                                      ZgMarketingCounts  *counts_out,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundOffer, zg_round_offer_free)

G_END_DECLS
