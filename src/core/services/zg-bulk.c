/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-bulk.h"

/*
 * What the desk does with many rows at once, and takes back at once. A row takes up to half a millisecond, most of it in the
 * index of the search: so it is cut into parts, between which a copy or a note is written.
 */

/* Whoever stops it does not wait longer than this many rows take. */
#define STEP 64

/* How long a part takes, µs. */
#define PART_TIME (100 * 1000)

static void
refusal_free (gpointer data)
{
  ZgBulkRefusal *refusal = data;

  g_free (refusal->reason);
  g_free (refusal);
}

/**
 * zg_bulk_new:
 * @klass: what is done with each row
 * @size: of the structure that begins with #ZgBulk
 * @ids: (element-type gint64): for whom; a reference is kept, so nobody may change it
 * @clock: what time it is
 *
 * Returns: (transfer full): a change that is not done yet
 */
gpointer
zg_bulk_new (const ZgBulkClass *klass,
             gsize              size,
             GArray            *ids,
             ZgClock           *clock)
{
  ZgBulk *bulk = g_atomic_rc_box_alloc0 (size);

  bulk->klass = klass;
  bulk->ids = g_array_ref (ids);
  bulk->clock = zg_clock_ref (clock);
  bulk->done_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  bulk->refused = g_ptr_array_new_with_free_func (refusal_free);
  return bulk;
}

static void
clear (gpointer data)
{
  ZgBulk *bulk = data;

  if (bulk->klass->clear != NULL)
    bulk->klass->clear (bulk);
  g_array_unref (bulk->ids);
  g_array_unref (bulk->done_ids);
  g_ptr_array_unref (bulk->refused);
  zg_clock_unref (bulk->clock);
}

/**
 * zg_bulk_ref:
 * @bulk: a change of many
 *
 * Returns: (transfer full): the same, for whoever watches it while it is done
 */
gpointer
zg_bulk_ref (gpointer bulk)
{
  return g_atomic_rc_box_acquire (bulk);
}

/**
 * zg_bulk_unref:
 * @bulk: (transfer full) (nullable): a change of many
 */
void
zg_bulk_unref (gpointer bulk)
{
  if (bulk != NULL)
    g_atomic_rc_box_release_full (bulk, clear);
}

/**
 * zg_bulk_is_done:
 * @bulk: a change of many
 *
 * Returns: whether it has got through all of them
 */
gboolean
zg_bulk_is_done (ZgBulk *bulk)
{
  return (guint) g_atomic_int_get (&bulk->n_done) >= bulk->ids->len;
}

static gboolean
run_until (ZgDatabase    *db,
           ZgBulk        *bulk,
           gint64         end,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = (guint) bulk->n_done; i < bulk->ids->len; i++)
    {
      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!bulk->klass->run_one (db, bulk, g_array_index (bulk->ids, gint64, i), error))
        return FALSE;
      g_atomic_int_set (&bulk->n_done, (int) i + 1);
      if (g_get_monotonic_time () >= end)
        return TRUE;
    }
  return TRUE;
}

/**
 * zg_bulk_run:
 * @db: a writing connection in a transaction
 * @bulk: (type ZgBulk): a change of many that is not done yet
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Does a part of it, as much as others can wait for, who also have something to write: to be called in one transaction after
 * the other until zg_bulk_is_done(). What other parts have done before one that fails is taken back with zg_bulk_reverse().
 *
 * Returns: whether this part is done; else the transaction is to be rolled back
 */
gboolean
zg_bulk_run (ZgDatabase    *db,
             gpointer       bulk,
             GCancellable  *cancellable,
             GError       **error)
{
  ZgBulk *self = bulk;
  guint n_before = (guint) self->n_done;
  guint n_done_before = self->done_ids->len;
  guint n_refused_before = self->refused->len;

  if (self->klass->check != NULL && !self->klass->check (self, error))
    return FALSE;
  if (run_until (db, self, g_get_monotonic_time () + PART_TIME, cancellable, error))
    return TRUE;

  g_atomic_int_set (&self->n_done, (int) n_before);
  g_array_set_size (self->done_ids, n_done_before);
  g_ptr_array_set_size (self->refused, (int) n_refused_before);
  return FALSE;
}

/**
 * zg_bulk_reverse:
 * @bulk: a change of many that was done
 *
 * Returns: (transfer full): the change that takes it back, for those alone that it has changed
 */
ZgBulk *
zg_bulk_reverse (const ZgBulk *bulk)
{
  return bulk->klass->reverse (bulk);
}

/**
 * zg_bulk_note_done:
 * @bulk: a change of many
 * @id: what it has changed, or made
 */
void
zg_bulk_note_done (ZgBulk *bulk,
                   gint64  id)
{
  g_array_append_val (bulk->done_ids, id);
}

/**
 * zg_bulk_note_refused:
 * @bulk: a change of many
 * @id: for which row it is refused
 * @reason: the sentence why
 */
void
zg_bulk_note_refused (ZgBulk     *bulk,
                      gint64      id,
                      const char *reason)
{
  ZgBulkRefusal *refusal = g_new (ZgBulkRefusal, 1);

  refusal->id = id;
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (bulk->refused, refusal);
}
