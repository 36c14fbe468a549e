/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-import-record.h"

G_BEGIN_DECLS

gboolean zg_import_record_is_somebody (const ZgImportRecord *record);
ZgCustomer *zg_import_customer_new (const ZgImportRecord *record) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_import_customer_complete (ZgCustomer           *customer,
                                      const ZgImportRecord *record);

G_END_DECLS
