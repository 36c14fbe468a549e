/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

GtkWidget *zg_mask_row_new (ZgSession *session);

G_END_DECLS
