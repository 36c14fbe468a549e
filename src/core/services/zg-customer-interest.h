/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-interest.h"
#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_customer_interest_add (ZgDatabase  *db,
                                   ZgInterest  *interest,
                                   ZgClock     *clock,
                                   GError     **error);
gboolean zg_customer_interest_change (ZgDatabase        *db,
                                      const ZgInterest  *before,
                                      ZgInterest        *after,
                                      ZgClock           *clock,
                                      GError           **error);
gboolean zg_customer_interest_take_back (ZgDatabase        *db,
                                         const ZgInterest  *before,
                                         const ZgInterest  *saved,
                                         ZgClock           *clock,
                                         GError           **error);
ZgInterest *zg_customer_interest_remove (ZgDatabase  *db,
                                         gint64       id,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_interest_put_back (ZgDatabase  *db,
                                        ZgInterest  *interest,
                                        ZgClock     *clock,
                                        GError     **error);

G_END_DECLS
