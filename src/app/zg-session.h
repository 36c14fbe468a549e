/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-customer.h"
#include "zg-idle-watch.h"
#include "zg-order.h"
#include "zg-shop-profile.h"
#include "zg-shop-table.h"
#include "zg-store.h"
#include "zg-time.h"
#include "zg-unfinished-erase.h"

G_BEGIN_DECLS

/*
 * ZgSession is what all screens share: the shop file, the clock, who works here, and whom they are talking to.
 *
 * Properties, all with notify:
 *   store         ZgStore   construct-only
 *   customer-id   gint64    whom the clerk is talking to; 0 is "no customer", which is a valid state
 *   order-id      gint64    about which order; 0 for none
 *
 * Signals:
 *   person-changed ()       another customer or order, or their rows changed in the shop file: fill texts in again
 *   recents-changed ()      the last eight customers changed
 *   failed (GError *)       something could not be written; the window says so
 *
 * The shop's name, the clerk and the window's settings are properties of zg_session_get_profile().
 * zg_session_get_idle_watch() knows when nobody has touched the window for three minutes.
 * The shop file's own "changed" signal is on the store, see zg_session_get_store().
 *
 * To change whom we talk to, a screen activates `win.talk-to` (zg-window-actions.c has the table of all intents).
 */
#define ZG_TYPE_SESSION (zg_session_get_type ())
G_DECLARE_FINAL_TYPE (ZgSession, zg_session, ZG, SESSION, GObject)

#define ZG_N_RECENTS 8

ZgSession *zg_session_new (ZgStore *store,
                           ZgClock *clock) G_GNUC_WARN_UNUSED_RESULT;
ZgStore *zg_session_get_store (ZgSession *self);
ZgClock *zg_session_get_clock (ZgSession *self);
ZgShopProfile *zg_session_get_profile (ZgSession *self);

gint64 zg_session_get_customer_id (ZgSession *self);
gint64 zg_session_get_order_id (ZgSession *self);
const ZgCustomer *zg_session_get_customer (ZgSession *self);
const ZgOrder *zg_session_get_order (ZgSession *self);
void zg_session_talk_to (ZgSession *self,
                         gint64     customer_id,
                         gint64     order_id);
GPtrArray *zg_session_get_recents (ZgSession *self);
const ZgRecent *zg_session_get_recent (ZgSession *self,
                                       int        place);

gint64 zg_session_get_clerk_id (ZgSession *self);
ZgIdleWatch *zg_session_get_idle_watch (ZgSession *self);
ZgUnfinishedErase *zg_session_get_unfinished_erase (ZgSession *self);
void zg_session_fail (ZgSession    *self,
                      const GError *error);

G_END_DECLS
