/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_ERASE_BANNER (zg_erase_banner_get_type ())
G_DECLARE_FINAL_TYPE (ZgEraseBanner, zg_erase_banner, ZG, ERASE_BANNER, GtkBox)

G_END_DECLS
