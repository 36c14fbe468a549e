/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"

G_BEGIN_DECLS

void zg_session_write (ZgSession      *session,
                       ZgStoreFunc     func,
                       gpointer        data,
                       GDestroyNotify  destroy);

G_END_DECLS
