/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-parts.h"

#include "zg-statement.h"

/*
 * The tables of what a customer has several of: phones, accounts, addresses, tags. A part keeps its row while it has
 * an id; its place in the array is its position.
 */

static gboolean
load_phones (ZgDatabase  *db,
             ZgCustomer  *customer,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, text, label FROM customer_phone WHERE customer_id = ? ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgCustomerPhone *phone;

      if (!has_row)
        return TRUE;

      phone = zg_customer_add_phone (customer, zg_statement_get_text (statement, 1),
                                     zg_statement_get_text (statement, 2));
      phone->id = zg_statement_get_int64 (statement, 0);
    }
  return FALSE;
}

static gboolean
load_accounts (ZgDatabase  *db,
               ZgCustomer  *customer,
               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, platform, account, disclosure FROM customer_account WHERE customer_id = ? ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgCustomerAccount *account;

      if (!has_row)
        return TRUE;

      account = zg_customer_add_account (customer, zg_statement_get_text (statement, 1),
                                         zg_statement_get_text (statement, 2));
      account->id = zg_statement_get_int64 (statement, 0);
      account->account.disclosure = zg_statement_get_int64 (statement, 3);
    }
  return FALSE;
}

static gboolean
load_addresses (ZgDatabase  *db,
                ZgCustomer  *customer,
                GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, label, recipient, recipient_disclosure, phone, phone_disclosure, province, city, district, detail, "
    "postcode, disclosure FROM customer_address WHERE customer_id = ? ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      g_autoptr(ZgAddress) address = NULL;
      ZgCustomerAddress *part;

      if (!has_row)
        return TRUE;

      address = zg_address_new ();
      address->province = zg_statement_dup_text (statement, 6);
      address->city = zg_statement_dup_text (statement, 7);
      address->district = zg_statement_dup_text (statement, 8);
      address->detail = zg_statement_dup_text (statement, 9);
      address->postcode = zg_statement_dup_text (statement, 10);
      address->disclosure = zg_statement_get_int64 (statement, 11);
      part = zg_customer_add_address (customer, NULL, NULL, address, zg_statement_get_text (statement, 1));
      part->id = zg_statement_get_int64 (statement, 0);
      zg_personal_set_full (&part->recipient, zg_statement_get_text (statement, 2),
                            zg_statement_get_int64 (statement, 3));
      zg_personal_set_full (&part->phone, zg_statement_get_text (statement, 4), zg_statement_get_int64 (statement, 5));
    }
  return FALSE;
}

static gboolean
load_tags (ZgDatabase  *db,
           ZgCustomer  *customer,
           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT t.name FROM customer_tag AS x JOIN tag AS t ON t.id = x.tag_id WHERE x.customer_id = ? ORDER BY t.name",
    error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (customer->tags, zg_statement_dup_text (statement, 0));
    }
  return FALSE;
}

/* Fills the empty arrays of @customer, whose id is set. */
gboolean
zg_customer_parts_load (ZgDatabase  *db,
                        ZgCustomer  *customer,
                        GError     **error)
{
  return load_phones (db, customer, error)
         && load_accounts (db, customer, error)
         && load_addresses (db, customer, error)
         && load_tags (db, customer, error);
}

/* Every part struct begins with its row id. */
static gint64
part_id (gpointer part)
{
  return *(gint64 *) part;
}

/* Deletes the rows of the customer that are not among @parts any more. */
static gboolean
delete_missing (ZgDatabase  *db,
                const char  *select_sql,
                const char  *delete_sql,
                gint64       customer_id,
                GPtrArray   *parts,
                GError     **error)
{
  g_autoptr(GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) read = zg_statement_new (db, select_sql, error);
  g_autoptr(ZgStatement) erase = zg_statement_new (db, delete_sql, read != NULL ? error : NULL);
  gboolean has_row = TRUE;

  if (read == NULL || erase == NULL)
    return FALSE;

  zg_statement_bind_int64 (read, 0, customer_id);
  while (has_row)
    {
      gboolean kept = FALSE;
      gint64 id;

      if (!zg_statement_step (read, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      id = zg_statement_get_int64 (read, 0);
      for (guint i = 0; i < parts->len && !kept; i++)
        kept = part_id (g_ptr_array_index (parts, i)) == id;
      if (!kept)
        g_array_append_val (missing, id);
    }

  for (guint i = 0; i < missing->len; i++)
    {
      zg_statement_bind_int64 (erase, 0, g_array_index (missing, gint64, i));
      if (!zg_statement_run (erase, error))
        return FALSE;
    }
  return TRUE;
}

#define INSERT_PHONE \
  "INTO customer_phone (customer_id, position, label, text, disclosure, digits, reversed, import_id)"
#define INSERT_ACCOUNT \
  "INTO customer_account (customer_id, position, platform, account, disclosure, import_id)"
#define INSERT_ADDRESS \
  "INTO customer_address (customer_id, position, label, recipient, recipient_disclosure, phone, phone_disclosure, " \
  "province, city, district, detail, postcode, disclosure, import_id)"

/* Binds and runs; @last_id is the import of a new part, the row of one that is there. */
static gboolean
write_phone (ZgStatement            *statement,
             gint64                  customer_id,
             const ZgCustomerPhone  *part,
             guint                   position,
             gint64                  last_id,
             GError                **error)
{
  g_autofree char *reversed = NULL;
  /* A virtual number expires and may be somebody else's tomorrow: it is shown but finds nobody. */
  const char *digits = part->phone->disclosure == ZG_DISCLOSURE_PLAIN ? part->phone->digits : NULL;

  if (digits != NULL)
    reversed = g_utf8_strreverse (digits, -1);
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_text (statement, 2, part->label);
  zg_statement_bind_text (statement, 3, part->phone->text);
  zg_statement_bind_int64 (statement, 4, part->phone->disclosure);
  zg_statement_bind_text_or_null (statement, 5, digits);
  zg_statement_bind_text_or_null (statement, 6, reversed);
  zg_statement_bind_id (statement, 7, last_id);
  return zg_statement_run (statement, error);
}

static gboolean
write_account (ZgStatement              *statement,
               gint64                    customer_id,
               const ZgCustomerAccount  *part,
               guint                     position,
               gint64                    last_id,
               GError                  **error)
{
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_text (statement, 2, part->platform);
  zg_statement_bind_text (statement, 3, part->account.text);
  zg_statement_bind_int64 (statement, 4, part->account.disclosure);
  zg_statement_bind_id (statement, 5, last_id);
  return zg_statement_run (statement, error);
}

static gboolean
write_address (ZgStatement              *statement,
               gint64                    customer_id,
               const ZgCustomerAddress  *part,
               guint                     position,
               gint64                    last_id,
               GError                  **error)
{
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_text (statement, 2, part->label);
  zg_statement_bind_text (statement, 3, part->recipient.text);
  zg_statement_bind_int64 (statement, 4, part->recipient.disclosure);
  zg_statement_bind_text (statement, 5, part->phone.text);
  zg_statement_bind_int64 (statement, 6, part->phone.disclosure);
  zg_statement_bind_text (statement, 7, part->address->province);
  zg_statement_bind_text (statement, 8, part->address->city);
  zg_statement_bind_text (statement, 9, part->address->district);
  zg_statement_bind_text (statement, 10, part->address->detail);
  zg_statement_bind_text (statement, 11, part->address->postcode);
  zg_statement_bind_int64 (statement, 12, part->address->disclosure);
  zg_statement_bind_id (statement, 13, last_id);
  return zg_statement_run (statement, error);
}

static gboolean
save_phone (ZgDatabase       *db,
            gint64            customer_id,
            ZgCustomerPhone  *part,
            guint             position,
            gint64            import_id,
            GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, part->id == 0
    ? "INSERT " INSERT_PHONE " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    : "UPDATE customer_phone SET position = ?2, label = ?3, text = ?4, disclosure = ?5, digits = ?6, reversed = ?7 "
      "WHERE id = ?8", error);

  if (statement == NULL
      || !write_phone (statement, customer_id, part, position, part->id == 0 ? import_id : part->id, error))
    return FALSE;
  if (part->id == 0)
    part->id = zg_database_last_id (db);
  return TRUE;
}

static gboolean
save_account (ZgDatabase         *db,
              gint64              customer_id,
              ZgCustomerAccount  *part,
              guint               position,
              gint64              import_id,
              GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, part->id == 0
    ? "INSERT " INSERT_ACCOUNT " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    : "UPDATE customer_account SET position = ?2, platform = ?3, account = ?4, disclosure = ?5 WHERE id = ?6", error);

  if (statement == NULL
      || !write_account (statement, customer_id, part, position, part->id == 0 ? import_id : part->id, error))
    return FALSE;
  if (part->id == 0)
    part->id = zg_database_last_id (db);
  return TRUE;
}

static gboolean
save_address (ZgDatabase         *db,
              gint64              customer_id,
              ZgCustomerAddress  *part,
              guint               position,
              gint64              import_id,
              GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, part->id == 0
    ? "INSERT " INSERT_ADDRESS " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    : "UPDATE customer_address SET position = ?2, label = ?3, recipient = ?4, recipient_disclosure = ?5, phone = ?6, "
      "phone_disclosure = ?7, province = ?8, city = ?9, district = ?10, detail = ?11, postcode = ?12, disclosure = ?13 "
      "WHERE id = ?14", error);

  if (statement == NULL
      || !write_address (statement, customer_id, part, position, part->id == 0 ? import_id : part->id, error))
    return FALSE;
  if (part->id == 0)
    part->id = zg_database_last_id (db);
  return TRUE;
}

/* Statements that gather the parts of many new customers. */
gboolean
zg_customer_parts_gather (ZgDatabase     *db,
                          ZgStatement   **phones_out,
                          ZgStatement   **accounts_out,
                          ZgStatement   **addresses_out,
                          GError        **error)
{
  *phones_out = zg_statement_new_gathering (db, "INSERT OR FAIL " INSERT_PHONE, 8, NULL, error);
  if (*phones_out == NULL)
    return FALSE;
  *accounts_out = zg_statement_new_gathering (db, "INSERT OR FAIL " INSERT_ACCOUNT, 6, NULL, error);
  if (*accounts_out == NULL)
    return FALSE;
  *addresses_out = zg_statement_new_gathering (db, "INSERT OR FAIL " INSERT_ADDRESS, 14, NULL, error);
  return *addresses_out != NULL;
}

/* Puts the parts of a new customer, who has no tags, beside those that wait. */
void
zg_customer_parts_add (ZgStatement      *phones,
                       ZgStatement      *accounts,
                       ZgStatement      *addresses,
                       const ZgCustomer *customer,
                       gint64            import_id)
{
  for (guint i = 0; i < customer->phones->len; i++)
    write_phone (phones, customer->id, g_ptr_array_index (customer->phones, i), i, import_id, NULL);
  for (guint i = 0; i < customer->accounts->len; i++)
    write_account (accounts, customer->id, g_ptr_array_index (customer->accounts, i), i, import_id, NULL);
  for (guint i = 0; i < customer->addresses->len; i++)
    write_address (addresses, customer->id, g_ptr_array_index (customer->addresses, i), i, import_id, NULL);
}

static gboolean
save_tags (ZgDatabase  *db,
           ZgCustomer  *customer,
           gboolean     is_new,
           GError     **error)
{
  g_autoptr(ZgStatement) clear = NULL;
  g_autoptr(ZgStatement) name = NULL;
  g_autoptr(ZgStatement) link = NULL;

  if (is_new && customer->tags->len == 0)
    return TRUE;

  clear = zg_statement_new (db, "DELETE FROM customer_tag WHERE customer_id = ?", error);
  if (clear == NULL)
    return FALSE;
  zg_statement_bind_int64 (clear, 0, customer->id);
  if (!zg_statement_run (clear, error))
    return FALSE;

  name = zg_statement_new (db, "INSERT OR IGNORE INTO tag (name) VALUES (?)", error);
  if (name == NULL)
    return FALSE;
  link = zg_statement_new (db, "INSERT OR IGNORE INTO customer_tag (customer_id, tag_id) "
                               "SELECT ?1, id FROM tag WHERE name = ?2", error);
  if (link == NULL)
    return FALSE;

  for (guint i = 0; i < customer->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (customer->tags, i);

      zg_statement_bind_text (name, 0, tag);
      zg_statement_bind_int64 (link, 0, customer->id);
      zg_statement_bind_text (link, 1, tag);
      if (!zg_statement_run (name, error) || !zg_statement_run (link, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the parts of @customer, whose row is written. New parts are marked with @import_id. */
gboolean
zg_customer_parts_save (ZgDatabase  *db,
                        ZgCustomer  *customer,
                        gboolean     is_new,
                        gint64       import_id,
                        GError     **error)
{
  if (!is_new
      && (!delete_missing (db, "SELECT id FROM customer_phone WHERE customer_id = ?",
                           "DELETE FROM customer_phone WHERE id = ?", customer->id, customer->phones, error)
          || !delete_missing (db, "SELECT id FROM customer_account WHERE customer_id = ?",
                              "DELETE FROM customer_account WHERE id = ?", customer->id, customer->accounts, error)
          || !delete_missing (db, "SELECT id FROM customer_address WHERE customer_id = ?",
                              "DELETE FROM customer_address WHERE id = ?", customer->id, customer->addresses, error)))
    return FALSE;

  for (guint i = 0; i < customer->phones->len; i++)
    {
      if (!save_phone (db, customer->id, g_ptr_array_index (customer->phones, i), i, import_id, error))
        return FALSE;
    }
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      if (!save_account (db, customer->id, g_ptr_array_index (customer->accounts, i), i, import_id, error))
        return FALSE;
    }
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      if (!save_address (db, customer->id, g_ptr_array_index (customer->addresses, i), i, import_id, error))
        return FALSE;
    }
  return save_tags (db, customer, is_new, error);
}
