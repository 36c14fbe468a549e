/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-parcel.h"

G_BEGIN_DECLS

JsonObject *zg_parcel_json_new (const ZgParcel *parcel,
                                GTimeZone      *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *zg_parcel_json_differences (GPtrArray *orders,
                                       GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_parcel_json_suggestion (GPtrArray *orders,
                                       gint64     parcel_id,
                                       GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *zg_parcel_json_shipments (const ZgOrder *order,
                                     GPtrArray     *shipments,
                                     GTimeZone     *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
