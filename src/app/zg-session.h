/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-customer.h"
#include "zg-order.h"
#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

/*
 * ZgSession is what all screens share: the shop file, the clock, who works here, and whom they are talking to.
 *
 * Properties, all with notify:
 *   store         ZgStore   construct-only
 *   customer-id   gint64    whom the clerk is talking to; 0 is "no customer", which is a valid state
 *   order-id      gint64    about which order; 0 for none
 *   clerk-id      gint64    who works here; 0 before the first start is done
 *   clerk-name    string
 *   shop-name     string
 *   show-hints    boolean   whether the hint bar is shown
 *   idle          boolean   nobody has touched the window for three minutes
 *
 * Signals:
 *   person-changed ()       the rows of the new customer and order have been loaded; emitted again whenever they
 *                           change in the shop file. Refill texts here, not on notify::customer-id.
 *   recents-changed ()      the last eight customers changed
 *
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

gint64 zg_session_get_customer_id (ZgSession *self);
gint64 zg_session_get_order_id (ZgSession *self);
const ZgCustomer *zg_session_get_customer (ZgSession *self);
const ZgOrder *zg_session_get_order (ZgSession *self);
void zg_session_talk_to (ZgSession *self,
                         gint64     customer_id,
                         gint64     order_id);

gint64 zg_session_get_clerk_id (ZgSession *self);
const char *zg_session_get_clerk_name (ZgSession *self);
const char *zg_session_get_shop_name (ZgSession *self);
gboolean zg_session_get_show_hints (ZgSession *self);
void zg_session_set_show_hints (ZgSession *self,
                                gboolean   show_hints);
void zg_session_touch (ZgSession *self);

G_END_DECLS
