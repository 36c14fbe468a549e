/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-attachment.h"
#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

GBytes *zg_customer_attachment_read_file (GFile         *file,
                                          GCancellable  *cancellable,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_attachment_add (ZgDatabase    *db,
                                     ZgAttachment  *attachment,
                                     gint64         customer_id,
                                     gint64         order_id,
                                     gint64         staff_id,
                                     ZgClock       *clock,
                                     GError       **error);
gboolean zg_customer_attachment_change (ZgDatabase          *db,
                                        const ZgAttachment  *before,
                                        ZgAttachment        *after,
                                        GError             **error);
ZgAttachment *zg_customer_attachment_remove (ZgDatabase  *db,
                                             gint64       id,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_attachment_put_back (ZgDatabase    *db,
                                          ZgAttachment  *attachment,
                                          GError       **error);

G_END_DECLS
