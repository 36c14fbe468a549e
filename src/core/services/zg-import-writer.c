/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-writer.h"

#include <string.h>

#include "zg-customer-table.h"
#include "zg-erased-table.h"
#include "zg-import-buyers.h"
#include "zg-import-merge.h"
#include "zg-import-table.h"
#include "zg-new-rows.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-parcel.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-search-index.h"

/*
 * Writes what a file says of orders: finds each and its buyer or makes them, and changes only what is new. What is new
 * waits until the end and is written at once; whatever asks for something that waits has it written first.
 */

struct _ZgImportWriter {
  ZgDatabase *db;
  gint64 import_id;
  ZgClock *clock;
  ZgImportCounts *counts;
  GHashTable *seen;
  ZgNewRows *rows;
  ZgImportBuyers *buyers;
  GPtrArray *orders;            /* new ones that wait; the records' own */
  GHashTable *numbers;          /* theirs */
  ZgNewRowsGoOn go_on;
  gpointer data;
  ZgErasedMarks *erased;        /* NULL while nobody was */
  GHashTable *stale_totals;     /* ids of customers in the shop file with other orders than their totals say */
};

/**
 * zg_import_writer_begin:
 * @db: a writing connection in a transaction
 * @import_id: the import
 * @clock: what time it is
 * @counts: (inout): counts what is done
 * @seen: (nullable): of a dry run, what transactions before this one would have left; hashes that are gathered here
 * @go_on: asked while what waits is written
 * @data: for @go_on
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a writer for this transaction; zg_import_writer_end() has to be called before COMMIT
 */
ZgImportWriter *
zg_import_writer_begin (ZgDatabase      *db,
                        gint64           import_id,
                        ZgClock         *clock,
                        ZgImportCounts  *counts,
                        GHashTable      *seen,
                        ZgNewRowsGoOn    go_on,
                        gpointer         data,
                        GError         **error)
{
  g_autoptr(ZgNewRows) rows = zg_new_rows_begin (db, import_id, error);
  g_autoptr(ZgErasedMarks) erased = NULL;
  ZgImportWriter *self;

  if (rows == NULL || !zg_erased_table_load (db, &erased, error))
    return NULL;

  self = g_new0 (ZgImportWriter, 1);
  self->db = db;
  self->import_id = import_id;
  self->clock = clock;
  self->counts = counts;
  self->seen = seen;
  self->erased = g_steal_pointer (&erased);
  self->go_on = go_on;
  self->data = data;
  self->buyers = zg_import_buyers_new (db, rows, import_id, clock, counts, seen);
  self->rows = g_steal_pointer (&rows);
  self->orders = g_ptr_array_new ();
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->stale_totals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  zg_search_index_hold (db);
  return self;
}

/**
 * zg_import_writer_free:
 * @writer: (transfer full): a writer
 */
void
zg_import_writer_free (ZgImportWriter *writer)
{
  zg_import_buyers_free (writer->buyers);
  zg_new_rows_free (writer->rows);
  g_ptr_array_unref (writer->orders);
  g_hash_table_unref (writer->numbers);
  g_hash_table_unref (writer->stale_totals);
  g_clear_pointer (&writer->erased, zg_erased_marks_free);
  g_free (writer);
}

/**
 * zg_import_writer_flush:
 * @writer: a writer
 * @error: return location for an error
 *
 * Writes what waits.
 *
 * Returns: whether it is written
 */
gboolean
zg_import_writer_flush (ZgImportWriter  *writer,
                        GError         **error)
{
  if (!zg_new_rows_write (writer->rows, zg_import_buyers_get_fresh (writer->buyers), writer->orders,
                          zg_clock_now (writer->clock), writer->go_on, writer->data, error))
    return FALSE;
  zg_import_buyers_clear (writer->buyers);
  g_hash_table_remove_all (writer->numbers);
  g_ptr_array_set_size (writer->orders, 0);
  return TRUE;
}

/* Counted once for all of the customer's orders, at the end. */
static void
note_totals (ZgImportWriter *self,
             gint64          customer_id)
{
  if (customer_id != 0 && !g_hash_table_contains (self->stale_totals, &customer_id))
    g_hash_table_add (self->stale_totals, g_memdup2 (&customer_id, sizeof customer_id));
}

static void
count_order (ZgImportWriter  *self,
             ZgReadyRecord   *ready,
             ZgImportOutcome  outcome)
{
  gint64 *counts[] = {
    [ZG_IMPORT_NEW] = &self->counts->orders_new,
    [ZG_IMPORT_UPDATED] = &self->counts->orders_updated,
    [ZG_IMPORT_UNCHANGED] = &self->counts->orders_unchanged,
  };

  ready->outcome = outcome;
  (*counts[outcome])++;
}

/* Takes the record's order as it is: nobody else needs it. It waits until all that is new is written. */
static void
add_order (ZgImportWriter *self,
           ZgReadyRecord  *ready,
           gint64          customer_id,
           ZgNewCustomer  *fresh)
{
  ZgOrder *order = ready->record->order;

  if (self->seen == NULL || zg_import_seen_note (self->seen, order->platform, order->number))
    count_order (self, ready, ZG_IMPORT_NEW);
  else
    count_order (self, ready, ZG_IMPORT_UNCHANGED);
  order->id = zg_new_rows_take_order_id (self->rows);
  order->customer_id = customer_id;
  order->state = order->facts->state != ZG_ORDER_STATE_UNKNOWN ? order->facts->state : ZG_ORDER_UNPAID;
  if (fresh != NULL)
    zg_customer_table_count_order (fresh->customer, order);
  else
    note_totals (self, customer_id);

  g_ptr_array_add (self->orders, order);
  g_hash_table_add (self->numbers, order->number);
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
update_order (ZgImportWriter  *self,
              gint64           order_id,
              ZgReadyRecord   *ready,
              gint64           customer_id,
              GError         **error)
{
  ZgDatabase *db = self->db;
  const ZgImportRecord *record = ready->record;
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
  /* Orders of older shop files have none: no news to anybody, but good to have when the row is written anyway. */
  if (order->buyer_account == NULL)
    order->buyer_account = g_strdup (record->order->buyer_account);
  if (!changed)
    {
      count_order (self, ready, ZG_IMPORT_UNCHANGED);
      return TRUE;
    }

  count_order (self, ready, ZG_IMPORT_UPDATED);
  if (!zg_import_journal_note (db, self->import_id, ZG_JOURNAL_ORDER, order_id, error)
      || !zg_order_table_update (db, order, error)
      || !zg_order_desk_drop_ticks (db, order, self->clock, error)
      || !follow_platform (db, order, record, self->import_id, &moved, error)
      || !zg_order_parcel_settle (db, order, zg_clock_now (self->clock), error))
    return FALSE;
  if ((record->fields & ZG_IMPORT_TIMES) != 0 && !zg_order_state_table_fill_times (db, record->order, order_id, error))
    return FALSE;
  note_totals (self, order->customer_id);
  return zg_import_journal_seal (db, self->import_id, ZG_JOURNAL_ORDER, order_id, order->version, error);
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
  return zg_order_table_find (db, order->platform, order->shop, order->number, id_out, error);
}

/* Somebody who was erased does not come back with a file, nor what it tells of them. */
static gboolean
leave_out_erased (ZgImportWriter  *self,
                  ZgReadyRecord   *ready,
                  GError         **error)
{
  const ZgOrder *order = ready->record->order;
  gboolean is_erased = ready->is_anonymous;

  if (self->erased == NULL)
    return TRUE;
  if (!is_erased && !zg_import_buyers_were_erased (self->buyers, self->erased, ready, &is_erased, error))
    return FALSE;
  if (!is_erased)
    return TRUE;

  zg_ready_record_make_anonymous (ready);
  self->counts->anonymous++;
  return zg_erased_table_add_order (self->db, order->platform, order->number, zg_clock_now (self->clock), error);
}

/**
 * zg_import_writer_apply:
 * @writer: a writer
 * @ready: what a file says of an order; has to live, unchanged, until zg_import_writer_end()
 * @error: return location for an error
 *
 * Writes one record, now or at the end. The same record again changes nothing.
 *
 * Returns: whether that worked; when not, the transaction has to be taken back
 */
gboolean
zg_import_writer_apply (ZgImportWriter  *writer,
                        ZgReadyRecord   *ready,
                        GError         **error)
{
  ZgOrder *order = ready->record->order;
  ZgNewCustomer *fresh = NULL;
  gint64 customer_id = 0, order_id;

  zg_ready_record_take (ready);
  /* The same number again: the first has to be in the shop file to be changed. */
  if (g_hash_table_contains (writer->numbers, order->number) && !zg_import_writer_flush (writer, error))
    return FALSE;
  if (!leave_out_erased (writer, ready, error)
      || !find_order (writer->db, order, &order_id, error)
      || !zg_import_buyers_settle (writer->buyers, ready, &customer_id, &fresh, error))
    return FALSE;

  writer->counts->items += order->items->len;
  if (order_id == 0)
    {
      add_order (writer, ready, customer_id, fresh);
      return TRUE;
    }
  if (fresh != NULL && !zg_import_writer_flush (writer, error))
    return FALSE;
  return update_order (writer, order_id, ready, customer_id, error);
}

/**
 * zg_import_writer_end:
 * @writer: a writer
 * @error: return location for an error
 *
 * Writes what still waits, and what follows from all that was written.
 *
 * Returns: whether the transaction may be committed
 */
gboolean
zg_import_writer_end (ZgImportWriter  *writer,
                      GError         **error)
{
  GHashTableIter iter;
  gpointer id;

  if (!zg_import_writer_flush (writer, error) || !zg_new_rows_finish (writer->rows, error))
    return FALSE;

  g_hash_table_iter_init (&iter, writer->stale_totals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!zg_customer_table_refresh_totals (writer->db, *(gint64 *) id, error))
        return FALSE;
    }
  g_hash_table_remove_all (writer->stale_totals);
  return zg_search_index_release (writer->db, error);
}
