/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

/**
 * ZgImportJournalKeeper:
 *
 * Takes care of the shop file's journal while an import writes.
 */
typedef struct _ZgImportJournalKeeper ZgImportJournalKeeper;

ZgImportJournalKeeper *zg_import_journal_keeper_new (ZgStore *store) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_journal_keeper_free (ZgImportJournalKeeper *keeper);
void zg_import_journal_keeper_job_ended (ZgImportJournalKeeper *keeper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportJournalKeeper, zg_import_journal_keeper_free)

G_END_DECLS
