/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-customer-desk.h"
#include "zg-due.h"
#include "zg-order-desk.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/* The shop's records as JSON, for the command line and for exports. The keys are a contract. */

JsonNode *zg_record_json_customer (const ZgCustomerFile *file,
                                   GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *zg_record_json_order (const ZgOrderFile *file,
                                GTimeZone         *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *zg_record_json_reply (const ZgReply *reply,
                                GTimeZone     *zone) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *zg_record_json_due (const ZgDue *due,
                              ZgTime       now,
                              GTimeZone   *zone) G_GNUC_WARN_UNUSED_RESULT;

JsonNode *zg_json_take_object (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_json_new_address (const ZgAddress *address) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *zg_json_new_strings (GPtrArray *strings) G_GNUC_WARN_UNUSED_RESULT;
void zg_json_set_text (JsonObject *object,
                       const char *key,
                       const char *text);
void zg_json_set_id (JsonObject *object,
                     const char *key,
                     gint64      id);
void zg_json_set_time (JsonObject *object,
                       const char *key,
                       ZgTime      time,
                       GTimeZone  *zone);
void zg_json_set_money (JsonObject *object,
                        const char *key,
                        gint64      minor,
                        const char *currency);

G_END_DECLS
