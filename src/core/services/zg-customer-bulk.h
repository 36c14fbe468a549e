/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgBulkKind:
 * @ZG_BULK_ADD_TAG: everybody gets a tag
 * @ZG_BULK_REMOVE_TAG: everybody loses a tag
 * @ZG_BULK_ADD_FOLLOW_UP: the clerk gets back to everybody
 * @ZG_BULK_DELETE_FOLLOW_UP: takes @ZG_BULK_ADD_FOLLOW_UP back; its ids are follow-ups
 */
typedef enum {
  ZG_BULK_ADD_TAG,
  ZG_BULK_REMOVE_TAG,
  ZG_BULK_ADD_FOLLOW_UP,
  ZG_BULK_DELETE_FOLLOW_UP,
} ZgBulkKind;

/**
 * ZgCustomerBulk:
 * @ids: (element-type gint64): for whom
 * @text: the tag, or what the follow-up is about
 * @due_at: of a follow-up
 * @staff_id: who does it, or 0
 * @done_ids: (element-type gint64): who was changed by it, or the follow-ups that it made
 * @n_done: how many of @ids it has got through; to be read with g_atomic_int_get() from any thread
 *
 * One change for many customers.
 */
typedef struct {
  ZgBulkKind kind;
  GArray *ids;
  char *text;
  ZgTime due_at;
  gint64 staff_id;
  ZgClock *clock;
  GArray *done_ids;
  int n_done;
} ZgCustomerBulk;

ZgCustomerBulk *zg_customer_bulk_new (ZgBulkKind  kind,
                                      GArray     *ids,
                                      const char *text,
                                      ZgClock    *clock) G_GNUC_WARN_UNUSED_RESULT;
ZgCustomerBulk *zg_customer_bulk_ref (ZgCustomerBulk *bulk) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_bulk_unref (ZgCustomerBulk *bulk);
gboolean zg_customer_bulk_is_done (ZgCustomerBulk *bulk);
gboolean zg_customer_bulk_run (ZgDatabase      *db,
                               ZgCustomerBulk  *bulk,
                               GCancellable    *cancellable,
                               GError         **error);
ZgCustomerBulk *zg_customer_bulk_reverse (const ZgCustomerBulk *bulk) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerBulk, zg_customer_bulk_unref)

G_END_DECLS
