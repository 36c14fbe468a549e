/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What phones and addresses are called, here and elsewhere. */

char *zg_contact_label_from_type (const char *type) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_contact_label_to_type (const char *label);

G_END_DECLS
