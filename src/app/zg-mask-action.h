/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"

G_BEGIN_DECLS

GAction *zg_mask_action_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
