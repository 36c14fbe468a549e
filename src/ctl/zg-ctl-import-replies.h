/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-ctl.h"
#include "zg-reply-file.h"

G_BEGIN_DECLS

ZgCtlStatus zg_ctl_import_replies (ZgCtl         *ctl,
                                   const char    *path,
                                   ZgReplyFormat  format,
                                   JsonArray     *documents);

G_END_DECLS
