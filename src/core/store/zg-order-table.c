/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-order-table.h"

#include <glib/gi18n.h>

#include "zg-order-items.h"
#include "zg-parcel-table.h"
#include "zg-radar-key.h"
#include "zg-search-index.h"
#include "zg-statement.h"
#include "zg-uid.h"

/*
 * The order table. Where an order stands, its times and its history belong to zg-order-state-table.c, which only the
 * order gate calls: an update here leaves them as they are.
 */

static ZgPlatformFacts *
read_facts (ZgStatement *statement)
{
  ZgPlatformFacts *facts;

  if (zg_statement_is_null (statement, 37))
    return NULL;

  facts = zg_platform_facts_new ();
  facts->evidence_at = zg_statement_get_time (statement, 37);
  facts->state = zg_statement_is_null (statement, 38) ? ZG_ORDER_STATE_UNKNOWN
                                                      : (ZgOrderState) zg_statement_get_int64 (statement, 38);
  zg_statement_copy_text (statement, 39, &facts->state_text);
  zg_statement_copy_text (statement, 40, &facts->refund_state);
  facts->refund = zg_statement_get_int64 (statement, 41);
  zg_statement_copy_text (statement, 42, &facts->close_reason);
  zg_statement_copy_text (statement, 44, &facts->marks);
  return facts;
}

static ZgAddress *
read_address (ZgStatement *statement)
{
  ZgAddress *address = zg_address_new ();

  zg_statement_copy_text (statement, 26, &address->province);
  zg_statement_copy_text (statement, 27, &address->city);
  zg_statement_copy_text (statement, 28, &address->district);
  zg_statement_copy_text (statement, 29, &address->detail);
  zg_statement_copy_text (statement, 30, &address->postcode);
  address->disclosure = zg_statement_get_int64 (statement, 31);
  return address;
}

/* What came with the fifth form of the shop file. */
static void
read_more (ZgStatement *statement,
           ZgOrder     *order)
{
  order->kind = zg_statement_get_int64 (statement, 46);
  order->belongs_to = zg_statement_get_int64 (statement, 47);
  order->gift = zg_statement_get_int64 (statement, 48) != 0;
  order->discount = zg_statement_get_int64 (statement, 49);
  order->presale = zg_statement_get_int64 (statement, 50) != 0;
  order->deposit = zg_statement_get_int64 (statement, 51);
  order->balance_from = zg_statement_get_time (statement, 52);
  order->balance_until = zg_statement_get_time (statement, 53);
  order->closes_at = zg_statement_get_time (statement, 54);
  order->parcel_id = zg_statement_get_int64 (statement, 55);
  order->n_open_cases = (int) zg_statement_get_int64 (statement, 56);
  order->partly_shipped = zg_statement_get_int64 (statement, 57) != 0;
  order->slip_printed_at = zg_statement_get_time (statement, 58);
  zg_statement_copy_text (statement, 59, &order->slip_mark);
  zg_statement_copy_text (statement, 60, &order->chase_cause);
  order->chase_stopped_at = zg_statement_get_time (statement, 61);
}

static void
read_row (ZgStatement *statement,
          ZgOrder     *order)
{
  zg_statement_copy_text (statement, 0, &order->uid);
  order->version = zg_statement_get_int64 (statement, 1);
  zg_statement_copy_text (statement, 2, &order->platform);
  zg_statement_copy_text (statement, 3, &order->shop);
  zg_statement_copy_text (statement, 4, &order->number);
  order->customer_id = zg_statement_get_int64 (statement, 5);
  order->state = zg_statement_get_int64 (statement, 6);
  order->holds = zg_statement_get_int64 (statement, 7);
  order->cash_on_delivery = zg_statement_get_int64 (statement, 8) != 0;
  order->confirmed_at = zg_statement_get_time (statement, 9);
  order->ordered_at = zg_statement_get_time (statement, 10);
  order->paid_at = zg_statement_get_time (statement, 11);
  order->packed_at = zg_statement_get_time (statement, 12);
  order->shipped_at = zg_statement_get_time (statement, 13);
  order->received_at = zg_statement_get_time (statement, 14);
  order->completed_at = zg_statement_get_time (statement, 15);
  order->closed_at = zg_statement_get_time (statement, 16);
  order->ship_by = zg_statement_get_time (statement, 17);
  zg_statement_copy_text (statement, 18, &order->currency);
  order->goods = zg_statement_get_int64 (statement, 19);
  order->postage = zg_statement_get_int64 (statement, 20);
  order->total = zg_statement_get_int64 (statement, 21);
  order->paid = zg_statement_get_int64 (statement, 22);
  zg_personal_set_full (&order->recipient, zg_statement_get_text (statement, 23),
                        zg_statement_get_int64 (statement, 24));
  zg_personal_set_full (&order->phone, zg_statement_get_text (statement, 25), zg_statement_get_int64 (statement, 43));
  g_clear_pointer (&order->address, zg_address_free);
  order->address = read_address (statement);
  zg_statement_copy_text (statement, 32, &order->courier);
  zg_statement_copy_text (statement, 33, &order->tracking);
  zg_statement_copy_text (statement, 34, &order->buyer_note);
  zg_statement_copy_text (statement, 35, &order->seller_note);
  order->flag = zg_statement_get_int64 (statement, 36);
  zg_statement_copy_text (statement, 45, &order->buyer_account);
  g_clear_pointer (&order->facts, zg_platform_facts_free);
  order->facts = read_facts (statement);
  read_more (statement, order);
}

/**
 * zg_order_table_load:
 * @db: a connection
 * @id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the order with its items; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is
 *   none
 */
ZgOrder *
zg_order_table_load (ZgDatabase  *db,
                     gint64       id,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT uid, version, platform, shop, number, customer_id, state, holds, cash_on_delivery, confirmed_at, "
    "ordered_at, paid_at, packed_at, shipped_at, received_at, completed_at, closed_at, ship_by, currency, goods, "
    "postage, total, paid, recipient, recipient_disclosure, phone, province, city, district, detail, postcode, "
    "address_disclosure, courier, tracking, buyer_note, seller_note, flag, evidence_at, platform_state, "
    "platform_text, refund_state, refund, close_reason, phone_disclosure, platform_marks, "
    "nullif(buyer_account, ''), kind, belongs_to, gift, discount, presale, deposit, balance_from, balance_until, "
    "closes_at, parcel_id, n_open_cases, partly_shipped, slip_printed_at, nullif(slip_mark, ''), "
    "nullif(chase_cause, ''), chase_stopped_at FROM shop_order WHERE id = ?", error);
  g_autoptr(ZgOrder) order = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such order."));
      return NULL;
    }

  order = zg_order_new ();
  order->id = id;
  read_row (statement, order);
  if (!zg_order_items_load (db, order, error))
    return NULL;
  return g_steal_pointer (&order);
}

/* A list of columns that a few more may follow. */
#define INSERT_ORDER_COLUMNS \
  "INTO shop_order (customer_id, holds, cash_on_delivery, ordered_at, ship_by, currency, goods, postage, total, paid, " \
  "recipient, recipient_disclosure, phone, phone_disclosure, province, city, district, detail, postcode, " \
  "address_disclosure, courier, tracking, buyer_note, seller_note, flag, evidence_at, platform_state, platform_text, " \
  "refund_state, refund, close_reason, platform_marks, uid, platform, shop, number, number_reversed, state, " \
  "confirmed_at, paid_at, packed_at, shipped_at, received_at, completed_at, closed_at, import_id, buyer_account, " \
  "radar_key"
#define N_ORDER_COLUMNS 48

/* Binds nine parameters from @at on: what few orders have, so that an import does not write it for each. */
static void
bind_more (ZgStatement   *statement,
           int            at,
           const ZgOrder *order)
{
  zg_statement_bind_int64 (statement, at, order->kind);
  zg_statement_bind_id (statement, at + 1, order->belongs_to);
  zg_statement_bind_int64 (statement, at + 2, order->gift ? 1 : 0);
  zg_statement_bind_int64 (statement, at + 3, order->discount);
  zg_statement_bind_int64 (statement, at + 4, order->presale ? 1 : 0);
  zg_statement_bind_int64 (statement, at + 5, order->deposit);
  zg_statement_bind_time (statement, at + 6, order->balance_from);
  zg_statement_bind_time (statement, at + 7, order->balance_until);
  zg_statement_bind_time (statement, at + 8, order->closes_at);
}

#define SET_MORE(a, b, c, d, e, f, g, h, i) \
  "kind = ?" #a ", belongs_to = ?" #b ", gift = ?" #c ", discount = ?" #d ", presale = ?" #e ", deposit = ?" #f ", " \
  "balance_from = ?" #g ", balance_until = ?" #h ", closes_at = ?" #i

static gboolean
has_more (const ZgOrder *order)
{
  return order->kind != ZG_ORDER_GOODS || order->belongs_to != 0 || order->gift || order->discount != 0 || order->presale
         || order->deposit != 0 || order->balance_from != ZG_TIME_NONE || order->balance_until != ZG_TIME_NONE
         || order->closes_at != ZG_TIME_NONE;
}

/**
 * zg_order_table_write_more:
 * @db: a writing connection in a transaction
 * @order: a new order whose row is written
 * @error: return location for an error
 *
 * Writes what few orders have: what they belong to, what was agreed on.
 *
 * Returns: whether it is written
 */
gboolean
zg_order_table_write_more (ZgDatabase     *db,
                           const ZgOrder  *order,
                           GError        **error)
{
  g_autoptr(ZgStatement) statement = NULL;

  if (!has_more (order))
    return TRUE;
  statement = zg_statement_new (db, "UPDATE shop_order SET " SET_MORE (1, 2, 3, 4, 5, 6, 7, 8, 9) " WHERE id = ?10", error);
  if (statement == NULL)
    return FALSE;
  bind_more (statement, 0, order);
  zg_statement_bind_int64 (statement, 9, order->id);
  return zg_statement_run (statement, error);
}

/* An order that is done waits for no parcel; what brings it back gives it its key. */
static gint64
get_radar_key (const ZgOrder *order)
{
  return order->state < ZG_ORDER_COMPLETED ? zg_radar_key (order) : 0;
}

/* Binds parameters 0 to 31, the columns that insert and update share. */
static void
bind_fields (ZgStatement   *statement,
             const ZgOrder *order)
{
  const ZgAddress *address = order->address;
  const ZgPlatformFacts *facts = order->facts;

  zg_statement_bind_id (statement, 0, order->customer_id);
  zg_statement_bind_int64 (statement, 1, order->holds);
  zg_statement_bind_int64 (statement, 2, order->cash_on_delivery ? 1 : 0);
  zg_statement_bind_time (statement, 3, order->ordered_at);
  zg_statement_bind_time (statement, 4, order->ship_by);
  zg_statement_bind_text (statement, 5, order->currency != NULL ? order->currency : "CNY");
  zg_statement_bind_int64 (statement, 6, order->goods);
  zg_statement_bind_int64 (statement, 7, order->postage);
  zg_statement_bind_int64 (statement, 8, order->total);
  zg_statement_bind_int64 (statement, 9, order->paid);
  zg_statement_bind_text (statement, 10, order->recipient.text);
  zg_statement_bind_int64 (statement, 11, order->recipient.disclosure);
  zg_statement_bind_text (statement, 12, order->phone.text);
  zg_statement_bind_int64 (statement, 13, order->phone.disclosure);
  zg_statement_bind_text (statement, 14, address != NULL ? address->province : NULL);
  zg_statement_bind_text (statement, 15, address != NULL ? address->city : NULL);
  zg_statement_bind_text (statement, 16, address != NULL ? address->district : NULL);
  zg_statement_bind_text (statement, 17, address != NULL ? address->detail : NULL);
  zg_statement_bind_text (statement, 18, address != NULL ? address->postcode : NULL);
  zg_statement_bind_int64 (statement, 19, address != NULL ? address->disclosure : ZG_DISCLOSURE_ABSENT);
  zg_statement_bind_text (statement, 20, order->courier);
  zg_statement_bind_text (statement, 21, order->tracking);
  zg_statement_bind_text (statement, 22, order->buyer_note);
  zg_statement_bind_text (statement, 23, order->seller_note);
  zg_statement_bind_int64 (statement, 24, order->flag);
  zg_statement_bind_time (statement, 25, facts != NULL ? facts->evidence_at : ZG_TIME_NONE);
  if (facts != NULL && facts->state != ZG_ORDER_STATE_UNKNOWN)
    zg_statement_bind_int64 (statement, 26, facts->state);
  else
    zg_statement_bind_null (statement, 26);
  zg_statement_bind_text (statement, 27, facts != NULL ? facts->state_text : NULL);
  zg_statement_bind_text (statement, 28, facts != NULL ? facts->refund_state : NULL);
  zg_statement_bind_int64 (statement, 29, facts != NULL ? facts->refund : 0);
  zg_statement_bind_text (statement, 30, facts != NULL ? facts->close_reason : NULL);
  zg_statement_bind_text (statement, 31, facts != NULL ? facts->marks : NULL);
}

static void
bind_new_order (ZgStatement   *statement,
                const ZgOrder *order,
                const char    *reversed,
                gint64         import_id)
{
  zg_statement_bind_text (statement, 32, order->uid);
  zg_statement_bind_text (statement, 33, order->platform);
  zg_statement_bind_text (statement, 34, order->shop);
  zg_statement_bind_text (statement, 35, order->number);
  zg_statement_bind_text (statement, 36, reversed);
  zg_statement_bind_int64 (statement, 37, order->state);
  zg_statement_bind_time (statement, 38, order->confirmed_at);
  zg_statement_bind_time (statement, 39, order->paid_at);
  zg_statement_bind_time (statement, 40, order->packed_at);
  zg_statement_bind_time (statement, 41, order->shipped_at);
  zg_statement_bind_time (statement, 42, order->received_at);
  zg_statement_bind_time (statement, 43, order->completed_at);
  zg_statement_bind_time (statement, 44, order->closed_at);
  zg_statement_bind_id (statement, 45, import_id);
  zg_statement_bind_text (statement, 46, order->buyer_account);
  zg_statement_bind_id (statement, 47, get_radar_key (order));
}

/**
 * zg_order_table_insert:
 * @db: a writing connection in a transaction
 * @order: a new order in the state it is first known in; gets its id, uid and version
 * @import_id: the import that brings the order, or 0
 * @error: return location for an error
 *
 * Writes a new order with its items. The customer's totals are the caller's to refresh, once for all of their orders.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when the platform and shop have that number already
 */
gboolean
zg_order_table_insert (ZgDatabase  *db,
                       ZgOrder     *order,
                       gint64       import_id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT " INSERT_ORDER_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
    "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, "
    "?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48)", error);
  g_autofree char *reversed = g_utf8_strreverse (order->number, -1);

  if (statement == NULL)
    return FALSE;

  g_free (order->uid);
  order->uid = zg_uid_new ();
  bind_fields (statement, order);
  bind_new_order (statement, order, reversed, import_id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  order->id = zg_database_last_id (db);
  order->version = 1;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return zg_order_table_write_more (db, order, error) && zg_order_items_save (db, order, TRUE, import_id, error)
         && zg_search_index_add_new_order (db, order, error);
}

/**
 * zg_order_table_gather:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement that gathers rows for zg_order_table_add()
 */
ZgStatement *
zg_order_table_gather (ZgDatabase  *db,
                       GError     **error)
{
  return zg_statement_new_gathering (db, "INSERT OR FAIL " INSERT_ORDER_COLUMNS ", id)", N_ORDER_COLUMNS + 1, NULL,
                                     error);
}

/**
 * zg_order_table_add:
 * @statement: what zg_order_table_gather() gave
 * @order: a new order with its id; gets its uid and version
 * @import_id: the import that brings the order, or 0
 *
 * Puts the order's row beside those that wait; items, search index and zg_order_table_write_more() are the caller's.
 */
void
zg_order_table_add (ZgStatement *statement,
                    ZgOrder     *order,
                    gint64       import_id)
{
  g_autofree char *reversed = g_utf8_strreverse (order->number, -1);

  g_free (order->uid);
  order->uid = zg_uid_new ();
  order->version = 1;
  bind_fields (statement, order);
  bind_new_order (statement, order, reversed, import_id);
  zg_statement_bind_int64 (statement, N_ORDER_COLUMNS, order->id);
  zg_statement_run (statement, NULL);
}

/**
 * zg_order_table_update:
 * @db: a writing connection in a transaction
 * @order: an order as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Writes an edited order with its items. The state and its times stay as they are. Ticks that no longer hold and the
 * customer's totals are the caller's (zg-order-desk.h does both).
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the order since it was read
 */
gboolean
zg_order_table_update (ZgDatabase  *db,
                       ZgOrder     *order,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET customer_id = ?1, holds = ?2, cash_on_delivery = ?3, ordered_at = ?4, ship_by = ?5, "
    "currency = ?6, goods = ?7, postage = ?8, total = ?9, paid = ?10, recipient = ?11, recipient_disclosure = ?12, "
    "phone = ?13, phone_disclosure = ?14, province = ?15, city = ?16, district = ?17, detail = ?18, postcode = ?19, "
    "address_disclosure = ?20, courier = ?21, tracking = ?22, buyer_note = ?23, seller_note = ?24, flag = ?25, "
    "evidence_at = ?26, platform_state = ?27, platform_text = ?28, refund_state = ?29, refund = ?30, "
    "close_reason = ?31, platform_marks = ?32, shop = ?33, buyer_account = ?36, "
    SET_MORE (37, 38, 39, 40, 41, 42, 43, 44, 45) ", radar_key = ?46, version = version + 1 WHERE id = ?34 AND version = ?35", error);

  if (statement == NULL || !zg_search_index_forget_order (db, order->id, error))
    return FALSE;

  bind_fields (statement, order);
  zg_statement_bind_text (statement, 32, order->shop);
  zg_statement_bind_int64 (statement, 33, order->id);
  zg_statement_bind_int64 (statement, 34, order->version);
  zg_statement_bind_text (statement, 35, order->buyer_account);
  bind_more (statement, 36, order);
  zg_statement_bind_id (statement, 45, get_radar_key (order));
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this order in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }

  order->version++;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return zg_order_items_save (db, order, FALSE, 0, error)
         && zg_search_index_add_order (db, order->id, error);
}

/**
 * zg_order_table_delete:
 * @db: a writing connection in a transaction
 * @id: an order
 * @error: return location for an error
 *
 * Returns: whether the order is gone, with items, history and ticks
 */
gboolean
zg_order_table_delete (ZgDatabase  *db,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM shop_order WHERE id = ?", error);

  if (statement == NULL || !zg_parcel_table_forget_order (db, id, error) || !zg_search_index_forget_order (db, id, error))
    return FALSE;

  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_ORDER, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_order_table_list_for_customer:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the customer's orders, newest first
 */
GArray *
zg_order_table_list_for_customer (ZgDatabase  *db,
                                  gint64       customer_id,
                                  int          limit,
                                  GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE customer_id = ? ORDER BY ordered_at DESC, id DESC LIMIT ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
