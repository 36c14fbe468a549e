/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_ERASE_COPIES (zg_erase_copies_get_type ())
G_DECLARE_FINAL_TYPE (ZgEraseCopies, zg_erase_copies, ZG, ERASE_COPIES, AdwPreferencesGroup)

void zg_erase_copies_show (ZgEraseCopies *self,
                           ZgSession     *session,
                           GPtrArray     *copies);
guint zg_erase_copies_get_n_left (ZgEraseCopies *self);
gboolean zg_erase_copies_is_busy (ZgEraseCopies *self);
void zg_erase_copies_rewrite (ZgEraseCopies *self);
void zg_erase_copies_stop (ZgEraseCopies *self);

G_END_DECLS
