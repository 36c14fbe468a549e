/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_MERGE_CHOICE (zg_merge_choice_get_type ())
G_DECLARE_FINAL_TYPE (ZgMergeChoice, zg_merge_choice, ZG, MERGE_CHOICE, AdwWindow)

void zg_merge_choice_open (GtkWidget        *page,
                           ZgSession        *session,
                           const ZgCustomer *customer);

G_END_DECLS
