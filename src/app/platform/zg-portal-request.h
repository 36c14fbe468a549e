/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @results is a vardict, and %NULL with @error. G_IO_ERROR_PERMISSION_DENIED means that the person said no. */
typedef void (*ZgPortalAnswer) (GVariant     *results,
                                const GError *error,
                                gpointer      user_data);

typedef struct _ZgPortalRequest ZgPortalRequest;

ZgPortalRequest *zg_portal_request_new (GDBusConnection *connection,
                                        ZgPortalAnswer   answer,
                                        gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
void zg_portal_request_free (ZgPortalRequest *request);
const char *zg_portal_request_get_token (ZgPortalRequest *request);
void zg_portal_request_call (ZgPortalRequest *request,
                             const char      *interface,
                             const char      *method,
                             GVariant        *parameters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPortalRequest, zg_portal_request_free)

G_END_DECLS
