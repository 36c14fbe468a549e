/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_customer_note_change (ZgDatabase       *db,
                                  const ZgContact  *before,
                                  const char       *text,
                                  gboolean          even_if_changed,
                                  ZgContact       **saved_out,
                                  GError          **error);
gboolean zg_customer_note_take_back (ZgDatabase       *db,
                                     const ZgContact  *before,
                                     const ZgContact  *saved,
                                     GError          **error);

G_END_DECLS
