/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-wording.h"

G_BEGIN_DECLS

#define ZG_TYPE_WORDING_HINT (zg_wording_hint_get_type ())
G_DECLARE_FINAL_TYPE (ZgWordingHint, zg_wording_hint, ZG, WORDING_HINT, GtkWidget)

void zg_wording_hint_show (ZgWordingHint *self,
                           GArray        *findings);

G_END_DECLS
