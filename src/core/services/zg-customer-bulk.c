/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-bulk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-bulk-table.h"
#include "zg-contact-table.h"
#include "zg-customer-desk.h"
#include "zg-error.h"

/*
 * What the desk does with many customers at once, and takes back at once. A customer takes up to half a millisecond, most of it in
 * the index of the search: so it is cut into parts, between which a copy or a note is written.
 */

/* Whoever stops it does not wait longer than this many customers take. */
#define STEP 64

/* How long a part takes, µs. */
#define PART_TIME (100 * 1000)

/**
 * zg_customer_bulk_new:
 * @kind: what to do
 * @ids: (element-type gint64): for whom; a reference is kept, so nobody may change it
 * @text: (nullable): the tag, or what the follow-up is about
 * @clock: what time it is
 *
 * Returns: (transfer full): a change that is not done yet
 */
ZgCustomerBulk *
zg_customer_bulk_new (ZgBulkKind  kind,
                      GArray     *ids,
                      const char *text,
                      ZgClock    *clock)
{
  ZgCustomerBulk *bulk = g_atomic_rc_box_new0 (ZgCustomerBulk);

  bulk->kind = kind;
  bulk->ids = g_array_ref (ids);
  bulk->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  bulk->clock = zg_clock_ref (clock);
  bulk->due_at = ZG_TIME_NONE;
  bulk->done_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return bulk;
}

static void
clear (gpointer data)
{
  ZgCustomerBulk *bulk = data;

  g_array_unref (bulk->ids);
  g_array_unref (bulk->done_ids);
  zg_clock_unref (bulk->clock);
  g_free (bulk->text);
}

/**
 * zg_customer_bulk_ref:
 * @bulk: a change of many
 *
 * Returns: (transfer full): the same, for whoever watches it while it is done
 */
ZgCustomerBulk *
zg_customer_bulk_ref (ZgCustomerBulk *bulk)
{
  return g_atomic_rc_box_acquire (bulk);
}

/**
 * zg_customer_bulk_unref:
 * @bulk: (transfer full) (nullable): a change of many
 */
void
zg_customer_bulk_unref (ZgCustomerBulk *bulk)
{
  if (bulk != NULL)
    g_atomic_rc_box_release_full (bulk, clear);
}

static gboolean
is_tag (ZgBulkKind kind)
{
  return kind == ZG_BULK_ADD_TAG || kind == ZG_BULK_REMOVE_TAG;
}

/* A comma would make two tags of it the next time somebody edits the customer. */
static gboolean
check (const ZgCustomerBulk  *bulk,
       GError               **error)
{
  if (is_tag (bulk->kind) && *bulk->text == '\0')
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Write down which tag."));
  else if (is_tag (bulk->kind) && (strpbrk (bulk->text, ",\n") != NULL || strstr (bulk->text, "，") != NULL
                                   || strstr (bulk->text, "、") != NULL))
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("One tag at a time, without a comma."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
change_tag (ZgDatabase      *db,
            ZgCustomerBulk  *bulk,
            gint64           id,
            GError         **error)
{
  gboolean changed;

  if (!zg_bulk_table_tag (db, id, bulk->text, bulk->kind == ZG_BULK_ADD_TAG, zg_clock_now (bulk->clock), &changed, error))
    return FALSE;
  if (changed)
    g_array_append_val (bulk->done_ids, id);
  return TRUE;
}

static gboolean
add_follow_up (ZgDatabase      *db,
               ZgCustomerBulk  *bulk,
               gint64           id,
               GError         **error)
{
  gboolean has_customer;
  gint64 follow_up_id;

  if (!zg_bulk_table_has_customer (db, id, &has_customer, error))
    return FALSE;
  if (!has_customer)
    return TRUE;
  follow_up_id = zg_customer_desk_add_follow_up (db, id, bulk->due_at, bulk->text, bulk->staff_id, bulk->clock, error);
  if (follow_up_id == 0)
    return FALSE;
  g_array_append_val (bulk->done_ids, follow_up_id);
  return TRUE;
}

static gboolean
run_one (ZgDatabase      *db,
         ZgCustomerBulk  *bulk,
         gint64           id,
         GError         **error)
{
  if (is_tag (bulk->kind))
    return change_tag (db, bulk, id, error);
  if (bulk->kind == ZG_BULK_ADD_FOLLOW_UP)
    return add_follow_up (db, bulk, id, error);
  if (!zg_follow_up_table_delete (db, id, error))
    return FALSE;
  g_array_append_val (bulk->done_ids, id);
  return TRUE;
}

/**
 * zg_customer_bulk_is_done:
 * @bulk: a change of many
 *
 * Returns: whether it has got through all of them
 */
gboolean
zg_customer_bulk_is_done (ZgCustomerBulk *bulk)
{
  return (guint) g_atomic_int_get (&bulk->n_done) >= bulk->ids->len;
}

static gboolean
run_until (ZgDatabase      *db,
           ZgCustomerBulk  *bulk,
           gint64           end,
           GCancellable    *cancellable,
           GError         **error)
{
  for (guint i = (guint) bulk->n_done; i < bulk->ids->len; i++)
    {
      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!run_one (db, bulk, g_array_index (bulk->ids, gint64, i), error))
        return FALSE;
      g_atomic_int_set (&bulk->n_done, (int) i + 1);
      if (g_get_monotonic_time () >= end)
        return TRUE;
    }
  return TRUE;
}

/**
 * zg_customer_bulk_run:
 * @db: a writing connection in a transaction
 * @bulk: a change of many that is not done yet
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Does a part of it, as much as others can wait for, who also have something to write: to be called in one transaction after
 * the other until zg_customer_bulk_is_done(). Who is gone meanwhile, or is so already, is passed by. What other parts have
 * done before one that fails is taken back with zg_customer_bulk_reverse().
 *
 * Returns: whether this part is done; else the transaction is to be rolled back
 */
gboolean
zg_customer_bulk_run (ZgDatabase      *db,
                      ZgCustomerBulk  *bulk,
                      GCancellable    *cancellable,
                      GError         **error)
{
  guint n_before = (guint) bulk->n_done;
  guint n_done_before = bulk->done_ids->len;

  if (!check (bulk, error))
    return FALSE;
  if (run_until (db, bulk, g_get_monotonic_time () + PART_TIME, cancellable, error))
    return TRUE;

  g_atomic_int_set (&bulk->n_done, (int) n_before);
  g_array_set_size (bulk->done_ids, n_done_before);
  return FALSE;
}

/**
 * zg_customer_bulk_reverse:
 * @bulk: a change of many that was done
 *
 * Returns: (transfer full): the change that takes it back, for those alone whom it has changed
 */
ZgCustomerBulk *
zg_customer_bulk_reverse (const ZgCustomerBulk *bulk)
{
  static const ZgBulkKind opposites[] = {
    [ZG_BULK_ADD_TAG] = ZG_BULK_REMOVE_TAG,
    [ZG_BULK_REMOVE_TAG] = ZG_BULK_ADD_TAG,
    [ZG_BULK_ADD_FOLLOW_UP] = ZG_BULK_DELETE_FOLLOW_UP,
  };

  g_return_val_if_fail (bulk->kind < G_N_ELEMENTS (opposites), NULL);

  return zg_customer_bulk_new (opposites[bulk->kind], bulk->done_ids, bulk->text, bulk->clock);
}
