/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-export-table.h"

/*
 * What an export writes of the shop's tables, one query each. The names of its columns are those of the file; a name's
 * ending says how a value is written: _at is a time, _minor is money in the row's currency.
 */

/* A part of what stands in a cell line by line, with bars between the parts: zg-customer-cell.c reads it. */
#define PART(text) "replace(replace(replace(" text ", '\\', '\\\\'), '|', '\\|'), char(10), '\\n')"

#define CUSTOMERS \
  "SELECT c.uid, c.name, c.call_name, c.level, c.note, coalesce(c.caution, '') AS caution, c.source, " \
  "(SELECT group_concat(line, char(10)) FROM (SELECT " PART ("text") " || iif(label = '', '', '|' || " PART ("label") ") " \
  "  AS line FROM customer_phone WHERE customer_id = c.id ORDER BY position, id)) AS phones, " \
  "(SELECT group_concat(line, char(10)) FROM (SELECT " PART ("platform") " || '|' || " PART ("account") " AS line " \
  "  FROM customer_account WHERE customer_id = c.id ORDER BY position, id)) AS accounts, " \
  "(SELECT group_concat(line, char(10)) FROM (SELECT " PART ("province") " || '|' || " PART ("city") " || '|' || " \
  "  " PART ("district") " || '|' || " PART ("detail") " || '|' || " PART ("postcode") " || '|' || " \
  "  " PART ("recipient") " || '|' || " PART ("phone") " || '|' || " PART ("label") " || '|' || disclosure AS line " \
  "  FROM customer_address WHERE customer_id = c.id ORDER BY position, id)) AS addresses, " \
  "(SELECT group_concat(line, char(10)) FROM (SELECT " PART ("t.name") " AS line FROM customer_tag AS x " \
  "  JOIN tag AS t ON t.id = x.tag_id WHERE x.customer_id = c.id ORDER BY t.name)) AS tags, " \
  "c.n_orders AS orders, c.spent AS spent_minor, 'CNY' AS currency, c.last_order_at, c.last_contact_at, c.version, " \
  "c.type, c.birthday, nullif(c.height, 0) AS height_mm, nullif(c.weight, 0) AS weight_g, c.shoe_size, c.usual_size, " \
  "CASE c.consent WHEN 1 THEN 'yes' WHEN 2 THEN 'no' END AS consent, c.consent_at " \
  "FROM customer AS c"

/**
 * zg_export_table_read_customers:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all customers, with what belongs to them
 */
ZgStatement *
zg_export_table_read_customers (ZgDatabase  *db,
                                GError     **error)
{
  return zg_statement_new (db, CUSTOMERS " ORDER BY c.id", error);
}

/**
 * zg_export_table_read_chosen_customers:
 * @db: a connection
 * @ids: customers, as a JSON array of their ids; has to live as long as the statement
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): those of them who are there, as zg_export_table_read_customers() has them
 */
ZgStatement *
zg_export_table_read_chosen_customers (ZgDatabase  *db,
                                       const char  *ids,
                                       GError     **error)
{
  ZgStatement *statement = zg_statement_new (db, CUSTOMERS " WHERE c.id IN (SELECT value FROM json_each(?)) "
                                                 "ORDER BY c.id", error);

  if (statement != NULL)
    zg_statement_bind_text (statement, 0, ids);
  return statement;
}

/**
 * zg_export_table_read_customer_ids:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who there is, in the same order
 */
ZgStatement *
zg_export_table_read_customer_ids (ZgDatabase  *db,
                                   GError     **error)
{
  return zg_statement_new (db, "SELECT id FROM customer ORDER BY id", error);
}

/**
 * zg_export_table_read_orders:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all orders, with their goods and ticks
 */
ZgStatement *
zg_export_table_read_orders (ZgDatabase  *db,
                             GError     **error)
{
  return zg_statement_new (db,
    "SELECT o.uid, o.platform, o.shop, o.number, c.uid AS customer, o.state AS status, o.holds, o.confirmed_at, "
    "o.ordered_at, o.paid_at, o.packed_at, o.shipped_at, o.received_at, o.completed_at, o.closed_at, o.ship_by AS ship_by_at, "
    "o.currency, o.goods AS goods_minor, o.postage AS postage_minor, o.total AS total_minor, o.paid AS paid_minor, "
    "o.recipient, o.phone, o.province, o.city, o.district, o.detail, o.postcode, o.courier, o.tracking, o.buyer_note, "
    "o.seller_note, o.flag, "
    "(SELECT group_concat(line, ' / ') FROM (SELECT title || ' ' || colour || ' ' || size || ' x' || quantity AS line "
    "  FROM order_item WHERE order_id = o.id ORDER BY position, id)) AS items, "
    "(SELECT group_concat(line, ' ') FROM (SELECT check_key || CASE WHEN dropped_at IS NULL THEN '' ELSE '!' END AS line "
    "  FROM order_tick WHERE order_id = o.id ORDER BY check_key)) AS ticks, "
    "o.platform_text, o.refund_state, o.refund AS refund_minor, o.close_reason, o.evidence_at, o.version "
    "FROM shop_order AS o LEFT JOIN customer AS c ON c.id = o.customer_id ORDER BY o.id", error);
}

/**
 * zg_export_table_read_follow_ups:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all follow-ups, the earliest first
 */
ZgStatement *
zg_export_table_read_follow_ups (ZgDatabase  *db,
                                 GError     **error)
{
  return zg_statement_new (db,
    "SELECT f.uid, c.uid AS customer, o.number AS \"order\", f.due_at, f.state AS done, f.done_at, f.text, f.outcome "
    "FROM follow_up AS f LEFT JOIN customer AS c ON c.id = f.customer_id LEFT JOIN shop_order AS o ON o.id = f.order_id "
    "ORDER BY f.due_at, f.id", error);
}
