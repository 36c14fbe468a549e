/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

typedef struct _ZgReplyCatalogue ZgReplyCatalogue;

ZgReplyCatalogue *zg_reply_catalogue_load (ZgDatabase  *db,
                                           gint64       staff_id,
                                           ZgTime       now,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_catalogue_free (ZgReplyCatalogue *catalogue);
char **zg_reply_catalogue_find (ZgReplyCatalogue   *catalogue,
                                const char * const *terms) G_GNUC_WARN_UNUSED_RESULT;
const ZgReply *zg_reply_catalogue_lookup (ZgReplyCatalogue *catalogue,
                                          const char       *uid);
char *zg_reply_catalogue_describe (const ZgReply *reply) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyCatalogue, zg_reply_catalogue_free)

G_END_DECLS
