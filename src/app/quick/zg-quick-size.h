/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void zg_quick_size_fit (AdwClamp *clamp);

G_END_DECLS
