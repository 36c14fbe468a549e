/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

typedef struct _ZgBulk ZgBulk;

/**
 * ZgBulkRefusal:
 * @id: for which row it was refused
 * @reason: the sentence why
 */
typedef struct {
  gint64 id;
  char *reason;
} ZgBulkRefusal;

/**
 * ZgBulkClass:
 * @check: (nullable): whether it can be done at all; asked before each part
 * @run_one: does it for one row, and says so with zg_bulk_note_done() or zg_bulk_note_refused(); a failure is that of all
 * @reverse: the change that takes it back, for those alone that it has changed
 * @clear: (nullable): frees what its kind has beside #ZgBulk
 *
 * What is done with each of many rows.
 */
typedef struct {
  gboolean (*check) (const ZgBulk  *bulk,
                     GError       **error);
  gboolean (*run_one) (ZgDatabase  *db,
                       ZgBulk      *bulk,
                       gint64       id,
                       GError     **error);
  ZgBulk *(*reverse) (const ZgBulk *bulk);
  void (*clear) (ZgBulk *bulk);
} ZgBulkClass;

/**
 * ZgBulk:
 * @ids: (element-type gint64): for whom
 * @staff_id: who does it, or 0
 * @done_ids: (element-type gint64): what was changed or made by it
 * @refused: (element-type ZgBulkRefusal): what a rule forbids, each with the sentence why
 * @n_done: how many of @ids it has got through; to be read with g_atomic_int_get() from any thread
 *
 * One change for many rows. Kinds of it begin with this.
 */
struct _ZgBulk
{
  const ZgBulkClass *klass;
  GArray *ids;
  ZgClock *clock;
  gint64 staff_id;
  GArray *done_ids;
  GPtrArray *refused;
  int n_done;
};

gpointer zg_bulk_new (const ZgBulkClass *klass,
                      gsize              size,
                      GArray            *ids,
                      ZgClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
gpointer zg_bulk_ref (gpointer bulk) G_GNUC_WARN_UNUSED_RESULT;
void zg_bulk_unref (gpointer bulk);
gboolean zg_bulk_is_done (ZgBulk *bulk);
gboolean zg_bulk_run (ZgDatabase    *db,
                      gpointer       bulk,
                      GCancellable  *cancellable,
                      GError       **error);
ZgBulk *zg_bulk_reverse (const ZgBulk *bulk) G_GNUC_WARN_UNUSED_RESULT;
void zg_bulk_note_done (ZgBulk *bulk,
                        gint64  id);
void zg_bulk_note_refused (ZgBulk     *bulk,
                           gint64      id,
                           const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgBulk, zg_bulk_unref)

G_END_DECLS
