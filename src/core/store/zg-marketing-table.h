/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-consent.h"
#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_marketing_table_look_up (ZgDatabase  *db,
                                     gint64       customer_id,
                                     ZgTime       since,
                                     ZgConsent   *consent_out,
                                     gint64      *n_invitations_out,
                                     GError     **error);
gboolean zg_marketing_table_mark (ZgDatabase  *db,
                                  gint64       contact_id,
                                  GError     **error);

G_END_DECLS
