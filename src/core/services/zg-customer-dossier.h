/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgCustomerDossier:
 *
 * All that the shop file knows of one customer, to be given to them.
 */
typedef struct _ZgCustomerDossier ZgCustomerDossier;

ZgCustomerDossier *zg_customer_dossier_load (ZgDatabase  *db,
                                             gint64       customer_id,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_dossier_free (ZgCustomerDossier *dossier);
JsonNode *zg_customer_dossier_to_json (const ZgCustomerDossier *dossier,
                                       GTimeZone               *zone) G_GNUC_WARN_UNUSED_RESULT;
char *zg_customer_dossier_to_text (const ZgCustomerDossier *dossier,
                                   GTimeZone               *zone) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerDossier, zg_customer_dossier_free)

G_END_DECLS
