/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-attachment.h"

#include <glib/gi18n.h>

#include "zg-attachment-table.h"
#include "zg-error.h"

/* Files that the desk keeps with a customer; lists and counts are zg-attachment-table.c's. */

/**
 * zg_customer_attachment_read_file:
 * @file: a file that somebody chose
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a file, and no more of it than can be kept: it may be a video, or grow without end. Not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL with %ZG_DOMAIN_ERROR_INVALID when that is too much
 */
GBytes *
zg_customer_attachment_read_file (GFile         *file,
                                  GCancellable  *cancellable,
                                  GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *buffer = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;
  buffer = g_malloc (ZG_ATTACHMENT_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, ZG_ATTACHMENT_MAX_BYTES + 1, &length, cancellable, error))
    return NULL;
  if (length > ZG_ATTACHMENT_MAX_BYTES)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("The file is larger than 10 MB. Choose a smaller one."));
      return NULL;
    }
  return g_bytes_new (buffer, length);
}

/**
 * zg_customer_attachment_add:
 * @db: a writing connection in a transaction
 * @attachment: what zg_attachment_new() gave; gets its id
 * @customer_id: whom it belongs to
 * @order_id: the order it is about, or 0
 * @staff_id: who adds it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is kept; zg_customer_attachment_remove() takes it back
 */
gboolean
zg_customer_attachment_add (ZgDatabase    *db,
                            ZgAttachment  *attachment,
                            gint64         customer_id,
                            gint64         order_id,
                            gint64         staff_id,
                            ZgClock       *clock,
                            GError       **error)
{
  attachment->customer_id = customer_id;
  attachment->order_id = order_id;
  attachment->staff_id = staff_id;
  attachment->at = zg_clock_now (clock);
  return zg_attachment_table_insert (db, attachment, error);
}

/**
 * zg_customer_attachment_change:
 * @db: a writing connection in a transaction
 * @before: an attachment as it was shown
 * @after: (inout): the same as it should be called, and about which order; gets a name that a file can have
 * @error: return location for an error
 *
 * Changed from @after to @before it is taken back.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it in the meantime
 */
gboolean
zg_customer_attachment_change (ZgDatabase          *db,
                               const ZgAttachment  *before,
                               ZgAttachment        *after,
                               GError             **error)
{
  g_autofree char *typed = g_steal_pointer (&after->name);

  after->name = zg_attachment_make_name (typed);
  return zg_attachment_table_update (db, before, after, error);
}

/**
 * zg_customer_attachment_remove:
 * @db: a writing connection in a transaction
 * @id: an attachment
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was removed, for zg_customer_attachment_put_back()
 */
ZgAttachment *
zg_customer_attachment_remove (ZgDatabase  *db,
                               gint64       id,
                               GError     **error)
{
  g_autoptr(ZgAttachment) attachment = zg_attachment_table_load (db, id, error);

  if (attachment == NULL || !zg_attachment_table_delete (db, id, error))
    return NULL;
  return g_steal_pointer (&attachment);
}

/**
 * zg_customer_attachment_put_back:
 * @db: a writing connection in a transaction
 * @attachment: what zg_customer_attachment_remove() gave
 * @error: return location for an error
 *
 * Returns: whether it is there again, as it was
 */
gboolean
zg_customer_attachment_put_back (ZgDatabase    *db,
                                 ZgAttachment  *attachment,
                                 GError       **error)
{
  return zg_attachment_table_insert (db, attachment, error);
}
