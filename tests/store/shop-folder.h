/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *shop_folder_make (char **shop_out) G_GNUC_WARN_UNUSED_RESULT;
void shop_folder_remove (char *folder);

G_END_DECLS
