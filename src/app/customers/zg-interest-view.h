/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-interest.h"

G_BEGIN_DECLS

GtkWidget *zg_interest_view_new (const ZgInterest *interest,
                                 ZgClock          *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
