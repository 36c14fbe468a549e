/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-demo-book.h"
#include "zg-demo-orders.h"

G_BEGIN_DECLS

#define ZG_DEMO_CLERKS 2

/**
 * ZgDemoDesk:
 * @clerks: the staff ids of those who work at the desk
 * @replies: (element-type utf8 ZgReply): the starter replies by their keys
 *
 * The desk at which the demo's year is lived through.
 */
typedef struct {
  ZgDatabase *db;
  ZgDemoBook *book;
  gint64 clerks[ZG_DEMO_CLERKS];
  GHashTable *replies;
} ZgDemoDesk;

gboolean zg_demo_desk_live_order (ZgDemoDesk   *desk,
                                  ZgDemoOrder  *plan,
                                  GError      **error);
gboolean zg_demo_desk_write_contact (ZgDemoDesk  *desk,
                                     JsonObject  *script,
                                     gint64       customer_id,
                                     gint64       order_id,
                                     GError     **error);
gboolean zg_demo_desk_write_follow_up (ZgDemoDesk  *desk,
                                       JsonObject  *script,
                                       gint64       customer_id,
                                       gint64       order_id,
                                       GError     **error);
gboolean zg_demo_desk_chat (ZgDemoDesk  *desk,
                            gint64       customer_id,
                            ZgTime       at,
                            GError     **error);

G_END_DECLS
