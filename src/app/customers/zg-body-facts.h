/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-kind.h"

G_BEGIN_DECLS

const ZgFactKind * const *zg_body_facts_get (void);

G_END_DECLS
