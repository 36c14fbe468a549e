/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-file.h"

G_BEGIN_DECLS

gboolean zg_reply_espanso_read (ZgReplyFile  *file,
                                const char   *text,
                                GError      **error);

G_END_DECLS
