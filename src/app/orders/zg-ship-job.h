/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-shipment.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgShipJob:
 * @order_id: an order
 * @version: of it, as it was read
 * @n_orders: how many leave: itself, and what shares its parcel
 * @courier: (nullable): who carries it, %NULL for the one that it has
 * @tracking: (nullable): the number of this shipment
 * @pieces: (nullable) (element-type ZgShipPiece): what leaves, %NULL for all that is left
 * @n_left: how many pieces stay here
 * @reason: (nullable): why a rule is overridden
 *
 * Sends an order, a part of it, or a parcel, and knows how that is taken back.
 */
typedef struct {
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 order_id;
  gint64 version;
  guint n_orders;
  char *courier;
  char *tracking;
  GArray *pieces;
  gint64 n_left;
  char *reason;
} ZgShipJob;

ZgShipJob *zg_ship_job_new (ZgSession *session,
                            gint64     order_id) G_GNUC_WARN_UNUSED_RESULT;
void zg_ship_job_free (ZgShipJob *job);
void zg_ship_job_run_async (ZgShipJob           *job,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
ZgShipJob *zg_ship_job_run_finish (GAsyncResult  *result,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_ship_job_offer_undo (ZgShipJob   *job,
                             ZgToastArea *toasts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgShipJob, zg_ship_job_free)

G_END_DECLS
