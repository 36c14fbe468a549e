/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-ctl.h"

G_BEGIN_DECLS

ZgCtlStatus zg_ctl_import_list (ZgCtl *ctl);

G_END_DECLS
