/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/* Settings of the shop, kept in its file because they go with it. The keys: */
#define ZG_SETTING_SHOP_NAME "shop.name"
#define ZG_SETTING_CLERK "clerk.on-duty"                /* staff id */
#define ZG_SETTING_COURIER "order.courier"              /* the default courier */
#define ZG_SETTING_CUT_OFF "order.cut-off"              /* HH:MM, local: paid before it ships the same day */
#define ZG_SETTING_STUCK_DAYS "order.stuck-days"        /* shipped and not received for so long is stuck */
#define ZG_SETTING_SHIP_HOURS "order.ship-hours"        /* the platform's default deadline after payment */
#define ZG_SETTING_WORDING_LANGUAGE "wording.language"  /* the word list that replies are checked by */
#define ZG_SETTING_WAIT_MINUTES "reply.wait-minutes"    /* how long "please wait" may take */
#define ZG_SETTING_LOST_DAYS "customer.lost-days"       /* no order for so long, after at least one, is lost */
#define ZG_SETTING_MARKETING_BUDGET "customer.marketing-per-month" /* invitations to buy a customer gets in a month */
#define ZG_SETTING_CUSTOMER_COLUMNS "customer.columns"  /* which columns the list of customers shows */
#define ZG_SETTING_CHASE_QUIET "chase.quiet"            /* "22:00-08:00": nobody is reminded of a payment */
#define ZG_SETTING_ORDER_COLUMNS "order.columns"        /* which columns the list of orders shows */
#define ZG_SETTING_MASK_PHONES "privacy.mask-phones"    /* "1": lists show 138****8000 */
#define ZG_SETTING_SET_UP "shop.set-up"                 /* "1" once the first three questions were answered */

/**
 * ZgStaff:
 * @number: the number customers know a clerk by (工号), may be empty
 *
 * A person who works at the desk.
 */
typedef struct {
  gint64 id;
  char *uid;
  char *name;
  char *number;
} ZgStaff;

ZgStaff *zg_staff_copy (const ZgStaff *staff) G_GNUC_WARN_UNUSED_RESULT;
void zg_staff_free (ZgStaff *staff);

char *zg_shop_table_get_setting (ZgDatabase  *db,
                                 const char  *key,
                                 const char  *fallback,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_shop_table_set_setting (ZgDatabase  *db,
                                    const char  *key,
                                    const char  *value,
                                    GError     **error);

GPtrArray *zg_shop_table_load_staff (ZgDatabase  *db,
                                     GError     **error);
ZgStaff *zg_shop_table_find_staff (ZgDatabase  *db,
                                   const char  *name_or_number,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStaff *zg_shop_table_get_clerk (ZgDatabase  *db,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_shop_table_insert_staff (ZgDatabase  *db,
                                   const char  *name,
                                   const char  *number,
                                   GError     **error);
gboolean zg_shop_table_set_clerk (ZgDatabase  *db,
                                  gint64       staff_id,
                                  GError     **error);

/**
 * ZgRecent:
 * @place: 0 to 7, stays until the customer leaves
 *
 * One of the last eight customers that were talked to.
 */
typedef struct {
  int place;
  gint64 customer_id;
  gint64 order_id;
  char *call_name;
} ZgRecent;

void zg_recent_free (ZgRecent *recent);
GPtrArray *zg_shop_table_load_recents (ZgDatabase  *db,
                                       GError     **error);
gboolean zg_shop_table_note_recent (ZgDatabase  *db,
                                    gint64       customer_id,
                                    gint64       order_id,
                                    ZgTime       at,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgStaff, zg_staff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRecent, zg_recent_free)

G_END_DECLS
