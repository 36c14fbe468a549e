/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_QUICK_PERSON (zg_quick_person_get_type ())
G_DECLARE_FINAL_TYPE (ZgQuickPerson, zg_quick_person, ZG, QUICK_PERSON, GtkWidget)

void zg_quick_person_set_session (ZgQuickPerson *self,
                                  ZgSession     *session);
void zg_quick_person_popup (ZgQuickPerson *self);

G_END_DECLS
