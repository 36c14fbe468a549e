/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/* As much as a picture of a reply may have: all of it lies in the shop file and in each of its backups. */
#define ZG_ATTACHMENT_MAX_BYTES (10 * 1024 * 1024)

/**
 * ZgAttachment:
 * @order_id: the order it is about, or 0
 * @case_id: the case of that order it belongs to, or 0
 * @order_number: (nullable): what that order is called
 * @name: the name of the file, without the folders it was in
 * @media_type: what the bytes are: "image/png", "image/jpeg", "application/pdf" or "application/octet-stream"
 * @size: how many bytes
 * @bytes: (nullable): the file as it was given; %NULL in a list
 *
 * A file that belongs to a customer: a screenshot of a payment, a picture of damage.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 customer_id;
  gint64 order_id;
  gint64 case_id;
  ZgTime at;
  gint64 staff_id;
  char *staff_name;
  char *order_number;
  char *name;
  char *media_type;
  gint64 size;
  GBytes *bytes;
} ZgAttachment;

ZgAttachment *zg_attachment_new (const char  *name,
                                 GBytes      *bytes,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgAttachment *zg_attachment_copy (const ZgAttachment *attachment) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_attachment_is_picture (const ZgAttachment *attachment);
void zg_attachment_free (ZgAttachment *attachment);
char *zg_attachment_make_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgAttachment, zg_attachment_free)

G_END_DECLS
