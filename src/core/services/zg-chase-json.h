/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-chase-desk.h"

G_BEGIN_DECLS

JsonObject *zg_chase_json_new (const ZgChasePlan *plan,
                               GTimeZone         *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_chase_json_new_entry (const ZgChaseEntry *entry,
                                     ZgTime              now,
                                     GTimeZone          *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_chase_json_new_recovery (const ZgChaseRecovery *recovery,
                                        GTimeZone             *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
