/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-kind.h"

G_BEGIN_DECLS

extern const ZgFactKind zg_type_fact;
extern const ZgFactKind zg_consent_fact;

G_END_DECLS
