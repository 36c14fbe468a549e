/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-round-job.h"

G_BEGIN_DECLS

#define ZG_TYPE_ROUND_PERSON (zg_round_person_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundPerson, zg_round_person, ZG, ROUND_PERSON, GtkBox)

void zg_round_person_show (ZgRoundPerson    *self,
                           const ZgRoundJob *job);

G_END_DECLS
