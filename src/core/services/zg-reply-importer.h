/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-import.h"
#include "zg-store.h"

G_BEGIN_DECLS

ZgReplyFile *zg_reply_importer_read (const char  *path,
                                     GTimeZone   *zone,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyPlan *zg_reply_importer_plan (ZgStore            *store,
                                     const ZgReplyFile  *file,
                                     gboolean            convert,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_importer_apply (ZgStore            *store,
                                  const ZgReplyPlan  *plan,
                                  const char         *path,
                                  gint64              staff_id,
                                  ZgClock            *clock,
                                  gint64             *import_id_out,
                                  GError            **error);
char *zg_reply_importer_make_rejects (const ZgReplyPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
