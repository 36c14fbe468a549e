/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-change.h"
#include "zg-store.h"

G_BEGIN_DECLS

/**
 * ZgContactImportOptions:
 * @policy: what to do with people who are there already
 * @answers: (nullable): what somebody chose for single people: #ZgDuplicatePolicy by line, see zg_contact_answer()
 * @dry_run: whether nothing is written
 * @staff_id: who imports, or 0
 * @clock: what time it is
 * @progress: (nullable): told from the calling thread how far it is, from 0 to 1
 */
typedef struct {
  ZgDuplicatePolicy policy;
  GHashTable *answers;
  gboolean dry_run;
  gint64 staff_id;
  ZgClock *clock;
  void (*progress) (double   part,
                    gint64   n_rows,
                    gpointer data);
  gpointer progress_data;
} ZgContactImportOptions;

/**
 * ZgContactImportResult:
 * @import_id: for zg_importer_undo(); 0 after a dry run, and when there was nothing to do
 * @header: (nullable): the line that rows of the file need before them
 * @counts: how many people became what, by #ZgContactOutcome
 * @changes: (element-type ZgContactChange): the first of whom there is something to say
 * @n_left_out: fields that the shop does not keep, over all people
 * @n_differences: fields where the file says something else than the shop, which stays as it is
 */
typedef struct {
  gint64 import_id;
  char *format;
  char *encoding;
  char *header;
  gint64 n_rows;
  gint64 counts[ZG_N_CONTACT_OUTCOMES];
  GPtrArray *changes;
  gint64 n_left_out;
  gint64 n_differences;
} ZgContactImportResult;

ZgContactImportResult *zg_contact_importer_run (ZgStore                       *store,
                                                const char                    *path,
                                                const ZgContactImportOptions  *options,
                                                GCancellable                  *cancellable,
                                                GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_contact_importer_recognise (const char *path);
const char *zg_contact_importer_get_label (const ZgContactImportResult *result);
void zg_contact_import_result_free (ZgContactImportResult *result);
void zg_contact_answer (GHashTable        *answers,
                        guint64            line,
                        ZgDuplicatePolicy  answer);
char *zg_contact_importer_make_rejects (const ZgContactImportResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactImportResult, zg_contact_import_result_free)

G_END_DECLS
