/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

void zg_reply_export_choose (GtkWindow *parent,
                             ZgSession *session,
                             gboolean   qianniu);

G_END_DECLS
