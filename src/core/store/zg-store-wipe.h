/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

gboolean zg_store_wipe (ZgStore       *store,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
