/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-erased-table.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/random.h>

#include "zg-statement.h"

/*
 * Who was erased for good. There are only some hundred million phone numbers, so a plain hash of one could be looked up:
 * a mark is an HMAC-SHA256 (RFC 2104) with a key that is this shop file's own. Whoever has the file could still try all
 * numbers; whoever has only a list of marks can't.
 */

#define SETTING_SALT "privacy.salt"
#define SALT_SIZE 32

/* What a mark is of; the words keep a phone and an account of the same letters apart. */
#define KIND_CUSTOMER "customer"
#define KIND_PHONE "phone"
#define KIND_ACCOUNT "account"
#define KIND_ORDER "order"

struct _ZgErasedMarks {
  char *salt;
  GHashTable *marks;
};

static char *
make_mark (const char *salt,
           const char *kind,
           const char *first,
           const char *second)
{
  g_autofree char *text = g_strconcat (kind, "\n", first, second != NULL ? "\n" : NULL, second, NULL);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) salt, strlen (salt), text, -1);
}

static gboolean
has_mark (const ZgErasedMarks *marks,
          const char          *kind,
          const char          *first,
          const char          *second)
{
  g_autofree char *mark = make_mark (marks->salt, kind, first, second);

  return g_hash_table_contains (marks->marks, mark);
}

/* (transfer full) (nullable): the salt of the shop; %NULL while nobody was erased. */
static gboolean
read_salt (ZgDatabase  *db,
           char       **salt_out,
           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT value FROM setting WHERE key = '" SETTING_SALT "'", error);
  gboolean has_row;

  *salt_out = NULL;
  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *salt_out = zg_statement_dup_text (statement, 0);
  return TRUE;
}

static gboolean
write_salt (ZgDatabase  *db,
            const char  *salt,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT OR REPLACE INTO setting (key, value) VALUES ('" SETTING_SALT "', ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, salt);
  return zg_statement_run (statement, error);
}

/* (transfer full) (nullable): the salt of the shop, made now if there is none. */
static char *
get_salt (ZgDatabase  *db,
          GError     **error)
{
  g_autoptr(GString) salt = NULL;
  guint8 bytes[SALT_SIZE];
  char *known;

  if (!read_salt (db, &known, error))
    return NULL;
  if (known != NULL)
    return known;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FAILED, _("This computer gives no random numbers: %s"),
                   g_strerror (errno));
      return NULL;
    }
  salt = g_string_new (NULL);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (salt, "%02x", bytes[i]);
  return write_salt (db, salt->str, error) ? g_strdup (salt->str) : NULL;
}

/**
 * zg_erased_table_load:
 * @db: a connection
 * @marks_out: (out) (transfer full) (nullable): the marks; %NULL while nobody was erased, which costs one look
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
zg_erased_table_load (ZgDatabase     *db,
                      ZgErasedMarks **marks_out,
                      GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT mark FROM erased_mark", error);
  g_autoptr(ZgErasedMarks) marks = NULL;
  gboolean has_row;

  *marks_out = NULL;
  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        {
          *marks_out = g_steal_pointer (&marks);
          return TRUE;
        }
      if (marks == NULL)
        {
          marks = g_new0 (ZgErasedMarks, 1);
          marks->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          marks->salt = get_salt (db, error);
          if (marks->salt == NULL)
            return FALSE;
        }
      g_hash_table_add (marks->marks, zg_statement_dup_text (statement, 0));
    }
  return FALSE;
}

static gboolean
insert_mark (ZgDatabase  *db,
             const char  *mark,
             ZgTime       at,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "INSERT OR IGNORE INTO erased_mark (mark, at) VALUES (?, ?)",
                                                       error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, mark);
  zg_statement_bind_int64 (statement, 1, at);
  return zg_statement_run (statement, error);
}

static gboolean
add_mark (ZgDatabase  *db,
          const char  *salt,
          const char  *kind,
          const char  *first,
          const char  *second,
          ZgTime       at,
          GError     **error)
{
  g_autofree char *mark = make_mark (salt, kind, first, second);

  return insert_mark (db, mark, at, error);
}

/* Marks what a query for one customer says: of one or two columns. */
static gboolean
add_all (ZgDatabase  *db,
         const char  *sql,
         const char  *salt,
         const char  *kind,
         gint64       customer_id,
         ZgTime       at,
         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!add_mark (db, salt, kind, zg_statement_get_text (statement, 0),
                     zg_statement_get_n_columns (statement) > 1 ? zg_statement_get_text (statement, 1) : NULL, at, error))
        return FALSE;
    }
  return FALSE;
}

/* Whoever was merged into them is somebody of their own in older backups. */
static const char merged_sql[] =
  "WITH RECURSIVE part (id) AS (SELECT ?1 UNION SELECT m.other_id FROM part JOIN customer_merge AS m "
  "ON m.kept_id = part.id AND m.undone_at IS NULL) "
  "SELECT json_extract(other_rows, '$.customer[0].uid') FROM customer_merge WHERE kept_id IN (SELECT id FROM part) "
  "AND undone_at IS NULL AND json_extract(other_rows, '$.customer[0].uid') IS NOT NULL";

/**
 * zg_erased_table_add_customer:
 * @db: a writing connection in a transaction
 * @customer: a customer who is about to be erased, with all parts and orders
 * @at: when that is
 * @error: return location for an error
 *
 * Marks phones, accounts and orders, so that no import brings them back, and the customer, who is found by that in older
 * backups. What the platform hides makes no mark: it would be that of many.
 *
 * Returns: whether the marks are written
 */
gboolean
zg_erased_table_add_customer (ZgDatabase        *db,
                              const ZgCustomer  *customer,
                              ZgTime             at,
                              GError           **error)
{
  g_autofree char *salt = get_salt (db, error);

  if (salt == NULL || !add_mark (db, salt, KIND_CUSTOMER, customer->uid, NULL, at, error))
    return FALSE;
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && !add_mark (db, salt, KIND_PHONE, part->phone->digits, NULL, at, error))
        return FALSE;
    }
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account)
          && !add_mark (db, salt, KIND_ACCOUNT, part->platform, part->account.text, at, error))
        return FALSE;
    }
  return add_all (db, "SELECT platform, number FROM shop_order WHERE customer_id = ?", salt, KIND_ORDER, customer->id, at,
                  error)
         && add_all (db, merged_sql, salt, KIND_CUSTOMER, customer->id, at, error);
}

/**
 * zg_erased_table_add_order:
 * @db: a writing connection in a transaction
 * @platform: a word of zg-platform.h
 * @number: the number of an order that came in without its buyer
 * @at: when that was
 * @error: return location for an error
 *
 * Other files know the order by its number alone: they are not to complete it.
 *
 * Returns: whether it is marked
 */
gboolean
zg_erased_table_add_order (ZgDatabase  *db,
                           const char  *platform,
                           const char  *number,
                           ZgTime       at,
                           GError     **error)
{
  g_autofree char *salt = get_salt (db, error);

  return salt != NULL && add_mark (db, salt, KIND_ORDER, platform, number, at, error);
}

/**
 * zg_erased_table_adopt:
 * @db: a writing connection in a transaction, to a copy of the shop
 * @marks: the marks of the shop
 * @at: when it is done
 * @error: return location for an error
 *
 * Gives an older copy of a shop the marks of today, so that it knows them when it is restored.
 *
 * Returns: whether it has them
 */
gboolean
zg_erased_table_adopt (ZgDatabase           *db,
                       const ZgErasedMarks  *marks,
                       ZgTime                at,
                       GError              **error)
{
  GHashTableIter iter;
  gpointer mark;

  if (!zg_database_exec (db, "DELETE FROM erased_mark", error) || !write_salt (db, marks->salt, error))
    return FALSE;
  g_hash_table_iter_init (&iter, marks->marks);
  while (g_hash_table_iter_next (&iter, &mark, NULL))
    {
      if (!insert_mark (db, mark, at, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds those of a query's rows (id, uid, what a mark is made of) that have a mark. */
static gboolean
collect (ZgDatabase           *db,
         const char           *sql,
         const ZgErasedMarks  *marks,
         const char           *kind,
         GHashTable           *found,
         GError              **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return TRUE;
      id = zg_statement_get_int64 (statement, 0);
      if (has_mark (marks, kind, zg_statement_get_text (statement, 2),
                    zg_statement_get_n_columns (statement) > 3 ? zg_statement_get_text (statement, 3) : NULL))
        g_hash_table_insert (found, g_memdup2 (&id, sizeof id), zg_statement_dup_text (statement, 1));
    }
  return FALSE;
}

/**
 * zg_erased_table_find_customers:
 * @db: a connection to a copy of the shop, of any form
 * @marks: the marks of the shop
 * @found: (element-type gint64 utf8): gets the customers whom the marks mean, by id with their uid
 * @error: return location for an error
 *
 * Reads all customers, phones and accounts.
 *
 * Returns: whether that worked
 */
gboolean
zg_erased_table_find_customers (ZgDatabase           *db,
                                const ZgErasedMarks  *marks,
                                GHashTable           *found,
                                GError              **error)
{
  return collect (db, "SELECT id, uid, uid FROM customer", marks, KIND_CUSTOMER, found, error)
         && collect (db, "SELECT c.id, c.uid, p.digits FROM customer_phone AS p JOIN customer AS c ON c.id = p.customer_id "
                         "WHERE p.digits IS NOT NULL", marks, KIND_PHONE, found, error)
         && collect (db, "SELECT c.id, c.uid, a.platform, a.account FROM customer_account AS a "
                         "JOIN customer AS c ON c.id = a.customer_id", marks, KIND_ACCOUNT, found, error);
}

/**
 * zg_erased_table_leave_out_living:
 * @db: a connection to the shop
 * @found: (element-type gint64 utf8): what zg_erased_table_find_customers() found in a copy; who is a customer still is taken
 *   out
 * @error: return location for an error
 *
 * Returns: whether that worked
 */
gboolean
zg_erased_table_leave_out_living (ZgDatabase  *db,
                                  GHashTable  *found,
                                  GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT 1 FROM customer WHERE uid = ?", error);
  GHashTableIter iter;
  gpointer uid;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, &uid))
    {
      gboolean is_living;

      zg_statement_bind_text (statement, 0, uid);
      if (!zg_statement_step (statement, &is_living, error))
        return FALSE;
      zg_statement_reset (statement);
      if (is_living)
        g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

/**
 * zg_erased_marks_free:
 * @marks: (transfer full): marks
 */
void
zg_erased_marks_free (ZgErasedMarks *marks)
{
  g_free (marks->salt);
  g_hash_table_unref (marks->marks);
  g_free (marks);
}

/**
 * zg_erased_marks_have_phone:
 * @marks: marks
 * @digits: the digits of a phone as #ZgPhone has them
 *
 * Returns: whether somebody who was erased had it
 */
gboolean
zg_erased_marks_have_phone (const ZgErasedMarks *marks,
                            const char          *digits)
{
  return has_mark (marks, KIND_PHONE, digits, NULL);
}

/**
 * zg_erased_marks_have_account:
 * @marks: marks
 * @platform: a word of zg-platform.h
 * @account: a name there
 *
 * Returns: whether it was that of somebody who was erased
 */
gboolean
zg_erased_marks_have_account (const ZgErasedMarks *marks,
                              const char          *platform,
                              const char          *account)
{
  return has_mark (marks, KIND_ACCOUNT, platform, account);
}

/**
 * zg_erased_marks_have_order:
 * @marks: marks
 * @platform: a word of zg-platform.h
 * @number: an order number there
 *
 * Returns: whether it was the order of somebody who was erased
 */
gboolean
zg_erased_marks_have_order (const ZgErasedMarks *marks,
                            const char          *platform,
                            const char          *number)
{
  return has_mark (marks, KIND_ORDER, platform, number);
}

/**
 * zg_erased_marks_have_customer:
 * @marks: marks
 * @customer: somebody whom a file would make a customer
 *
 * Returns: whether that is somebody who was erased
 */
gboolean
zg_erased_marks_have_customer (const ZgErasedMarks *marks,
                               const ZgCustomer    *customer)
{
  /* A file of the shop's own says who was who. */
  if (customer->uid != NULL && has_mark (marks, KIND_CUSTOMER, customer->uid, NULL))
    return TRUE;
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && zg_erased_marks_have_phone (marks, part->phone->digits))
        return TRUE;
    }
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account)
          && zg_erased_marks_have_account (marks, part->platform, part->account.text))
        return TRUE;
    }
  return FALSE;
}
