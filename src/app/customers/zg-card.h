/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-card-row.h"

G_BEGIN_DECLS

#define ZG_TYPE_CARD (zg_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgCard, zg_card, ZG, CARD, GtkWidget)

GtkWidget *zg_card_new (const char *title,
                        const char *add_label,
                        const char *add_action) G_GNUC_WARN_UNUSED_RESULT;
ZgCardRow *zg_card_get_row (ZgCard *self,
                            gint64  id);
ZgCardRow *zg_card_get_edited (ZgCard *self);
ZgCardRow *zg_card_put (ZgCard *self,
                        gint64  id,
                        int     position);
void zg_card_keep (ZgCard *self,
                   int     n_rows);
void zg_card_end (ZgCard    *self,
                  ZgCardRow *row);
void zg_card_clear (ZgCard *self);

G_END_DECLS
