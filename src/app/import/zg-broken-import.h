/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_BROKEN_IMPORT (zg_broken_import_get_type ())
G_DECLARE_FINAL_TYPE (ZgBrokenImport, zg_broken_import, ZG, BROKEN_IMPORT, GtkBox)

void zg_broken_import_look (ZgBrokenImport *self,
                            ZgSession      *session);

G_END_DECLS
