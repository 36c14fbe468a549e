/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_import_toast_show (ZgToastArea *area,
                           ZgSession   *session,
                           gint64       import_id,
                           gint64       n_orders);

void zg_import_toast_show_replies (ZgToastArea *area,
                                   ZgSession   *session,
                                   gint64       import_id,
                                   gint64       n_replies);

void zg_import_toast_show_contacts (ZgToastArea *area,
                                    ZgSession   *session,
                                    gint64       import_id,
                                    gint64       n_people);

G_END_DECLS
