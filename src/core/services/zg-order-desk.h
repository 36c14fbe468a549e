/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-chase.h"
#include "zg-checklist.h"
#include "zg-customer.h"
#include "zg-database.h"
#include "zg-order-mates.h"
#include "zg-parcel.h"

G_BEGIN_DECLS

/**
 * ZgOrderFile:
 * @order: the order
 * @customer: (nullable): whose it is
 * @ticks: (element-type ZgTick): what was ticked
 * @rows: (element-type ZgCheckRow): the checklist as it stands now
 * @history: (element-type ZgOrderMove): what was done, oldest first
 * @payments: (element-type ZgPayment): what came in and was not taken back, oldest first
 * @cases: (element-type ZgCase): its cases, closed ones too, the oldest first
 * @promises: (element-type ZgPromise): what was promised on it, by the time it is due
 * @chase: its reminders, and which one comes next
 * @shipments: (element-type ZgShipment): what left and was not taken back, oldest first
 * @parcel: (nullable): the parcel that it shares with other orders
 * @mates: the other orders of the same recipient, as far as parcels are concerned
 * @n_done: rows of the checklist that a person ticked
 * @n_total: rows that a person has to tick
 * @ship_time: what the desk tells about the shipping time, translated
 *
 * An order with all that the desk looks at beside it.
 */
typedef struct {
  ZgOrder *order;
  ZgCustomer *customer;
  GPtrArray *ticks;
  GPtrArray *rows;
  GPtrArray *history;
  GPtrArray *payments;
  GPtrArray *cases;
  GPtrArray *promises;
  ZgChasePlan *chase;
  GPtrArray *shipments;
  ZgParcel *parcel;
  ZgOrderMates *mates;
  int n_done;
  int n_total;
  char *ship_time;
} ZgOrderFile;

ZgOrderFile *zg_order_desk_open (ZgDatabase  *db,
                                 gint64       order_id,
                                 ZgClock     *clock,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_file_free (ZgOrderFile *file);

gboolean zg_order_desk_tick (ZgDatabase     *db,
                             gint64          order_id,
                             const ZgCheck  *checks,
                             guint           n_checks,
                             gboolean        on,
                             gint64          staff_id,
                             ZgClock        *clock,
                             GError        **error);
gboolean zg_order_desk_confirm_read_back (ZgDatabase  *db,
                                          gint64       order_id,
                                          gint64       staff_id,
                                          ZgClock     *clock,
                                          GError     **error);
gboolean zg_order_desk_restore_ticks (ZgDatabase  *db,
                                      gint64       order_id,
                                      GPtrArray   *ticks,
                                      ZgClock     *clock,
                                      GError     **error);
gboolean zg_order_desk_save (ZgDatabase  *db,
                             ZgOrder     *order,
                             gint64       staff_id,
                             ZgClock     *clock,
                             GError     **error);
gboolean zg_order_desk_drop_ticks (ZgDatabase  *db,
                                   ZgOrder     *order,
                                   ZgClock     *clock,
                                   GError     **error);
gboolean zg_order_desk_reconsider (ZgDatabase  *db,
                                   gint64       order_id,
                                   ZgClock     *clock,
                                   GError     **error);
gboolean zg_order_desk_set_field (ZgOrder     *order,
                                  const char  *field,
                                  const char  *value,
                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderFile, zg_order_file_free)

G_END_DECLS
