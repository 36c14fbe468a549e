/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-attachment.h"
#include "zg-case.h"
#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgCaseFile:
 * @self: the case
 * @order: the order it is about
 * @lines: (element-type ZgCaseLine): its log, the oldest line first
 * @attachments: (element-type ZgAttachment): its files, without the bytes
 * @windows: (element-type ZgReturnWindow): for each line of the order whether it may go back within seven days; none where
 *   the type of the case does not ask
 *
 * A case with all that the desk looks at beside it.
 */
typedef struct {
  ZgCase *self;
  ZgOrder *order;
  GPtrArray *lines;
  GPtrArray *attachments;
  GPtrArray *windows;
} ZgCaseFile;

ZgCaseFile *zg_case_desk_load (ZgDatabase  *db,
                               gint64       id,
                               ZgClock     *clock,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_case_file_free (ZgCaseFile *file);

gboolean zg_case_desk_open (ZgDatabase  *db,
                            ZgCase      *self,
                            ZgClock     *clock,
                            GError     **error);
gboolean zg_case_desk_step (ZgDatabase  *db,
                            ZgCase      *self,
                            const char  *to,
                            const char  *reason,
                            gint64       staff_id,
                            ZgClock     *clock,
                            GError     **error);
gboolean zg_case_desk_offer (ZgDatabase  *db,
                             ZgCase      *self,
                             const char  *remedy,
                             gint64       amount,
                             gint64       staff_id,
                             ZgClock     *clock,
                             GError     **error);
gboolean zg_case_desk_choose (ZgDatabase  *db,
                              ZgCase      *self,
                              guint        n,
                              gboolean     on,
                              gint64       staff_id,
                              ZgClock     *clock,
                              GError     **error);
gboolean zg_case_desk_do (ZgDatabase  *db,
                          ZgCase      *self,
                          guint        n,
                          gint64       staff_id,
                          ZgClock     *clock,
                          GError     **error);
gboolean zg_case_desk_set_field (ZgDatabase  *db,
                                 ZgCase      *self,
                                 const char  *field,
                                 const char  *value,
                                 ZgClock     *clock,
                                 GError     **error);
gboolean zg_case_desk_save (ZgDatabase    *db,
                            const ZgCase  *before,
                            ZgCase        *after,
                            gint64         staff_id,
                            ZgClock       *clock,
                            GError       **error);
gboolean zg_case_desk_close (ZgDatabase      *db,
                             ZgCase          *self,
                             const char      *outcome,
                             ZgSatisfaction   satisfaction,
                             gint64           staff_id,
                             ZgClock         *clock,
                             GError         **error);
gboolean zg_case_desk_reopen (ZgDatabase  *db,
                              ZgCase      *self,
                              gint64       staff_id,
                              ZgClock     *clock,
                              GError     **error);
gboolean zg_case_desk_resend (ZgDatabase  *db,
                              ZgCase      *self,
                              GArray      *quantities,
                              gint64       staff_id,
                              ZgClock     *clock,
                              GError     **error);
gboolean zg_case_desk_attach (ZgDatabase    *db,
                              const ZgCase  *self,
                              ZgAttachment  *attachment,
                              gint64         staff_id,
                              ZgClock       *clock,
                              GError       **error);
gboolean zg_case_desk_take_back (ZgDatabase    *db,
                                 const ZgCase  *before,
                                 const ZgCase  *saved,
                                 gint64         staff_id,
                                 ZgClock       *clock,
                                 GError       **error);
gboolean zg_case_desk_remove (ZgDatabase    *db,
                              const ZgCase  *saved,
                              GError       **error);
gboolean zg_case_desk_set_rule (ZgDatabase        *db,
                                const ZgCaseRule  *rule,
                                GError           **error);
GArray *zg_case_desk_list_refunds (ZgDatabase  *db,
                                   ZgClock     *clock,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCaseFile, zg_case_file_free)

G_END_DECLS
