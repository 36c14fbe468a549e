/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-record.h"

G_BEGIN_DECLS

char *zg_reply_espanso_write (GPtrArray *records) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
