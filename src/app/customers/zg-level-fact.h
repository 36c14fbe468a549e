/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-kind.h"

G_BEGIN_DECLS

extern const ZgFactKind zg_level_fact;

G_END_DECLS
