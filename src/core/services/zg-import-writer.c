/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-writer.h"

#include <string.h>

#include "zg-customer-table.h"
#include "zg-import-merge.h"
#include "zg-import-table.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"

/* Writes what a file says of one order: finds the order and its buyer or makes them, and changes only what is new. */

/* The account first: it is the buyer's own. A phone alone is a family's, so the name has to be the same. */
static gboolean
find_customer (ZgDatabase            *db,
               const ZgImportRecord  *record,
               gint64                *id_out,
               GError               **error)
{
  const ZgOrder *order = record->order;
  g_autoptr(ZgPhone) phone = NULL;

  *id_out = 0;
  if (zg_personal_identifies (&record->account))
    {
      if (!zg_customer_table_find_by_account (db, order->platform, record->account.text, id_out, error))
        return FALSE;
      if (*id_out != 0)
        return TRUE;
    }

  if (!zg_personal_identifies (&order->recipient) || !zg_personal_identifies (&order->phone))
    return TRUE;
  phone = zg_phone_parse (order->phone.text);
  return phone->digits == NULL
         || zg_customer_table_find_by_phone (db, phone->digits, order->recipient.text, id_out, error);
}

/* Somebody who can be told from others: hidden data makes nobody. */
static gboolean
is_somebody (const ZgImportRecord *record)
{
  return zg_personal_identifies (&record->account)
         || (zg_personal_identifies (&record->order->recipient) && zg_personal_identifies (&record->order->phone));
}

static gboolean
has_phone (const ZgCustomer *customer,
           const ZgPersonal *phone)
{
  g_autoptr(ZgPhone) said = zg_phone_parse (phone->text);

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (said->digits != NULL ? g_strcmp0 (part->phone->digits, said->digits) == 0
                               : g_strcmp0 (part->phone->text, said->text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_account (const ZgCustomer     *customer,
             const ZgImportRecord *record)
{
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (strcmp (part->platform, record->order->platform) == 0
          && zg_personal_equal (&part->account, &record->account))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_address (const ZgCustomer *customer,
             const ZgAddress  *address)
{
  g_autofree char *key = zg_address_to_key (address);

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      g_autofree char *known = zg_address_to_key (part->address);

      if (g_strcmp0 (key, known) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds to @customer what the file knows and the shop does not. Returns whether there was anything. */
static gboolean
complete_customer (ZgCustomer           *customer,
                   const ZgImportRecord *record)
{
  const ZgOrder *order = record->order;
  gboolean is_self;
  gboolean changed = FALSE;

  if (order->recipient.disclosure > customer->name.disclosure)
    {
      zg_personal_copy (&customer->name, &order->recipient);
      changed = TRUE;
    }
  if (zg_personal_identifies (&record->account) && !has_account (customer, record))
    {
      zg_customer_add_account (customer, order->platform, record->account.text);
      changed = TRUE;
    }

  /* What goes to somebody else has that person's phone: it stays with the address. */
  is_self = zg_personal_equal (&customer->name, &order->recipient);
  if (is_self && zg_personal_identifies (&order->phone) && !has_phone (customer, &order->phone))
    {
      zg_customer_add_phone (customer, order->phone.text, NULL);
      changed = TRUE;
    }
  if (order->address != NULL && order->address->disclosure == ZG_DISCLOSURE_PLAIN
      && !has_address (customer, order->address))
    {
      zg_customer_add_address (customer, order->recipient.text, order->phone.text, order->address, NULL);
      changed = TRUE;
    }
  return changed;
}

static gboolean
make_customer (ZgDatabase            *db,
               const ZgImportRecord  *record,
               gint64                 import_id,
               ZgTime                 now,
               gint64                *id_out,
               GError               **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  g_free (customer->source);
  customer->source = g_strdup (record->order->platform);
  complete_customer (customer, record);
  if (customer->phones->len == 0 && record->order->phone.disclosure > ZG_DISCLOSURE_CIPHER)
    zg_customer_add_phone (customer, record->order->phone.text, NULL);
  if (!zg_customer_table_insert (db, customer, now, import_id, error))
    return FALSE;
  *id_out = customer->id;
  return TRUE;
}

/* The buyer of an order, made or completed; 0 for somebody whom the platform hides. */
static gboolean
settle_customer (ZgDatabase            *db,
                 const ZgImportRecord  *record,
                 gint64                 import_id,
                 ZgClock               *clock,
                 ZgImportCounts        *counts,
                 gint64                *id_out,
                 GError               **error)
{
  g_autoptr(ZgCustomer) customer = NULL;

  if (!find_customer (db, record, id_out, error))
    return FALSE;
  if (*id_out == 0)
    {
      if (!is_somebody (record))
        return TRUE;
      counts->customers_new++;
      return make_customer (db, record, import_id, zg_clock_now (clock), id_out, error);
    }

  customer = zg_customer_table_load (db, *id_out, error);
  if (customer == NULL)
    return FALSE;
  if (!complete_customer (customer, record))
    {
      counts->customers_unchanged++;
      return TRUE;
    }

  counts->customers_updated++;
  return zg_import_journal_note (db, import_id, ZG_JOURNAL_CUSTOMER, *id_out, error)
         && zg_customer_table_update (db, customer, zg_clock_now (clock), error)
         && zg_import_journal_seal (db, import_id, ZG_JOURNAL_CUSTOMER, *id_out, customer->version, error);
}

static gboolean
insert_order (ZgDatabase            *db,
              const ZgImportRecord  *record,
              gint64                 customer_id,
              gint64                 import_id,
              GError               **error)
{
  g_autoptr(ZgOrder) order = zg_order_copy (record->order);

  order->customer_id = customer_id;
  order->state = order->facts->state != ZG_ORDER_STATE_UNKNOWN ? order->facts->state : ZG_ORDER_UNPAID;
  zg_import_merge_new (order, record);
  return zg_order_table_insert (db, order, import_id, error)
         && zg_customer_table_refresh_totals (db, customer_id, error);
}

/* When the order came to where the platform says it stands. */
static ZgTime
get_moved_at (const ZgOrder *order)
{
  const ZgTime times[ZG_N_ORDER_STATES] = {
    [ZG_ORDER_PAID] = order->paid_at, [ZG_ORDER_SHIPPED] = order->shipped_at, [ZG_ORDER_RECEIVED] = order->received_at,
    [ZG_ORDER_COMPLETED] = order->completed_at, [ZG_ORDER_CLOSED] = order->closed_at,
  };
  ZgOrderState state = order->facts->state;

  return times[state] != ZG_TIME_NONE ? times[state] : order->facts->evidence_at;
}

/* Moves the order to where the platform says it is, if that is ahead: what lags behind is a conflict, not a move. */
static gboolean
follow_platform (ZgDatabase            *db,
                 ZgOrder               *known,
                 const ZgImportRecord  *record,
                 gint64                 import_id,
                 gboolean              *moved_out,
                 GError               **error)
{
  const ZgOrder *said = record->order;
  ZgOrderMoveRequest request = { .to = known->facts->state, .actor = ZG_ACTOR_PLATFORM, .import_id = import_id };

  *moved_out = FALSE;
  if (known->facts->state != said->facts->state || said->facts->state == ZG_ORDER_STATE_UNKNOWN
      || known->state == said->facts->state)
    return TRUE;

  request.at = get_moved_at (said);
  if (!zg_order_gate_check (db, known, &request, NULL))
    return TRUE;
  *moved_out = TRUE;
  return zg_order_gate_move (db, known, &request, error);
}

/* Whether a file knows when something happened of which only that it happened is known. */
static gboolean
tells_time (const ZgOrder        *known,
            const ZgImportRecord *record)
{
  const ZgOrder *said = record->order;
  const struct {
    ZgTime known;
    ZgTime said;
  } times[] = {
    { known->paid_at, said->paid_at }, { known->shipped_at, said->shipped_at }, { known->received_at, said->received_at },
    { known->completed_at, said->completed_at }, { known->closed_at, said->closed_at },
  };

  if ((record->fields & ZG_IMPORT_TIMES) == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (times[i].known == ZG_TIME_NONE && times[i].said != ZG_TIME_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
update_order (ZgDatabase            *db,
              gint64                 order_id,
              const ZgImportRecord  *record,
              gint64                 customer_id,
              gint64                 import_id,
              ZgClock               *clock,
              ZgImportCounts        *counts,
              GError               **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  gboolean changed, moved;

  if (order == NULL)
    return FALSE;

  changed = zg_import_merge (order, record) || tells_time (order, record);
  if (order->shop[0] == '\0' && record->order->shop[0] != '\0')
    {
      g_free (order->shop);
      order->shop = g_strdup (record->order->shop);
      changed = TRUE;
    }
  if (order->customer_id == 0 && customer_id != 0)
    {
      order->customer_id = customer_id;
      changed = TRUE;
    }
  if (!changed)
    {
      counts->orders_unchanged++;
      return TRUE;
    }

  counts->orders_updated++;
  if (!zg_import_journal_note (db, import_id, ZG_JOURNAL_ORDER, order_id, error)
      || !zg_order_table_update (db, order, error)
      || !zg_order_desk_drop_ticks (db, order, clock, error)
      || !follow_platform (db, order, record, import_id, &moved, error))
    return FALSE;
  if ((record->fields & ZG_IMPORT_TIMES) != 0 && !zg_order_state_table_fill_times (db, record->order, order_id, error))
    return FALSE;
  return zg_customer_table_refresh_totals (db, order->customer_id, error)
         && zg_import_journal_seal (db, import_id, ZG_JOURNAL_ORDER, order_id, order->version, error);
}

/* A file of lines does not say the shop, and may come before the file that does. */
static gboolean
find_order (ZgDatabase     *db,
            const ZgOrder  *order,
            gint64         *id_out,
            GError        **error)
{
  if (order->shop[0] == '\0')
    return zg_order_table_find_in_any_shop (db, order->platform, order->number, id_out, error);
  return zg_order_table_find (db, order->platform, order->shop, order->number, id_out, error)
         && (*id_out != 0 || zg_order_table_find (db, order->platform, "", order->number, id_out, error));
}

/**
 * zg_import_writer_apply:
 * @db: a writing connection in a transaction
 * @record: what a file says of an order
 * @import_id: the import
 * @clock: what time it is
 * @counts: (inout): counts what was done
 * @error: return location for an error
 *
 * Writes one record. The same record again changes nothing.
 *
 * Returns: whether it is written
 */
gboolean
zg_import_writer_apply (ZgDatabase            *db,
                        const ZgImportRecord  *record,
                        gint64                 import_id,
                        ZgClock               *clock,
                        ZgImportCounts        *counts,
                        GError               **error)
{
  const ZgOrder *order = record->order;
  gint64 customer_id = 0, order_id;

  if (!find_order (db, order, &order_id, error)
      || !settle_customer (db, record, import_id, clock, counts, &customer_id, error))
    return FALSE;

  counts->items += order->items->len;
  if (order_id != 0)
    return update_order (db, order_id, record, customer_id, import_id, clock, counts, error);
  counts->orders_new++;
  return insert_order (db, record, customer_id, import_id, error);
}
