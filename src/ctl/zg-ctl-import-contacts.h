/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-ctl.h"

G_BEGIN_DECLS

ZgCtlStatus zg_ctl_import_contacts (ZgCtl        *ctl,
                                    const char   *path,
                                    GCancellable *cancellable,
                                    void        (*progress) (double   part,
                                                             gint64   n_rows,
                                                             gpointer data),
                                    JsonArray    *documents);

G_END_DECLS
