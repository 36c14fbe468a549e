/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-desk.h"

G_BEGIN_DECLS

#define ZG_TYPE_SHIP_PIECES (zg_ship_pieces_get_type ())
G_DECLARE_FINAL_TYPE (ZgShipPieces, zg_ship_pieces, ZG, SHIP_PIECES, GtkWidget)

void zg_ship_pieces_show (ZgShipPieces      *self,
                          const ZgOrderFile *file);
GArray *zg_ship_pieces_read (ZgShipPieces *self,
                             gint64       *n_left_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
