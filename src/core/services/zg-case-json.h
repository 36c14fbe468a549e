/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-case-desk.h"
#include "zg-promise.h"

G_BEGIN_DECLS

/* Cases and promises as JSON, for the command line. The keys are a contract. */

JsonObject *zg_case_json_new (const ZgCase *self,
                              GTimeZone    *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_case_json_new_file (const ZgCaseFile *file,
                                   GTimeZone        *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *zg_case_json_new_list (GPtrArray *cases,
                                  GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_promise_json_new (const ZgPromise *promise,
                                 GTimeZone       *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *zg_promise_json_new_list (GPtrArray *promises,
                                     GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
