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

static gboolean
is_tag (ZgBulkKind kind)
{
  return kind == ZG_BULK_ADD_TAG || kind == ZG_BULK_REMOVE_TAG;
}

/* A comma would make two tags of it the next time somebody edits the customer. */
static gboolean
check (const ZgBulk  *parent,
       GError       **error)
{
  const ZgCustomerBulk *bulk = (const ZgCustomerBulk *) parent;

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

  if (!zg_bulk_table_tag (db, id, bulk->text, bulk->kind == ZG_BULK_ADD_TAG, zg_clock_now (bulk->bulk.clock), &changed, error))
    return FALSE;
  if (changed)
    zg_bulk_note_done (&bulk->bulk, id);
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
  follow_up_id = zg_customer_desk_add_follow_up (db, id, bulk->due_at, bulk->text, bulk->bulk.staff_id, bulk->bulk.clock, error);
  if (follow_up_id == 0)
    return FALSE;
  zg_bulk_note_done (&bulk->bulk, follow_up_id);
  return TRUE;
}

static gboolean
run_one (ZgDatabase  *db,
         ZgBulk      *parent,
         gint64       id,
         GError     **error)
{
  ZgCustomerBulk *bulk = (ZgCustomerBulk *) parent;

  if (is_tag (bulk->kind))
    return change_tag (db, bulk, id, error);
  if (bulk->kind == ZG_BULK_ADD_FOLLOW_UP)
    return add_follow_up (db, bulk, id, error);
  if (!zg_follow_up_table_delete (db, id, error))
    return FALSE;
  zg_bulk_note_done (parent, id);
  return TRUE;
}

static ZgBulk *
reverse (const ZgBulk *parent)
{
  static const ZgBulkKind opposites[] = {
    [ZG_BULK_ADD_TAG] = ZG_BULK_REMOVE_TAG,
    [ZG_BULK_REMOVE_TAG] = ZG_BULK_ADD_TAG,
    [ZG_BULK_ADD_FOLLOW_UP] = ZG_BULK_DELETE_FOLLOW_UP,
  };
  const ZgCustomerBulk *bulk = (const ZgCustomerBulk *) parent;

  g_return_val_if_fail (bulk->kind < G_N_ELEMENTS (opposites), NULL);

  return &zg_customer_bulk_new (opposites[bulk->kind], parent->done_ids, bulk->text, parent->clock)->bulk;
}

static void
clear (ZgBulk *parent)
{
  g_free (((ZgCustomerBulk *) parent)->text);
}

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
  static const ZgBulkClass klass = { .check = check, .run_one = run_one, .reverse = reverse, .clear = clear };
  ZgCustomerBulk *bulk = zg_bulk_new (&klass, sizeof (ZgCustomerBulk), ids, clock);

  bulk->kind = kind;
  bulk->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  bulk->due_at = ZG_TIME_NONE;
  return bulk;
}
