/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgNumberKind:
 * @title: what it is called, marked for translation
 * @subtitle: what it is good for, marked for translation
 * @get: reads it
 * @set: writes it
 *
 * A number of the shop.
 */
typedef struct {
  const char *title;
  const char *subtitle;
  int least;
  int most;
  gint64 (*get) (ZgDatabase  *db,
                 GError     **error);
  gboolean (*set) (ZgDatabase  *db,
                   gint64       number,
                   GError     **error);
} ZgNumberKind;

#define ZG_TYPE_NUMBER_ROW (zg_number_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgNumberRow, zg_number_row, ZG, NUMBER_ROW, AdwActionRow)

GtkWidget *zg_number_row_new (const ZgNumberKind *kind,
                              ZgSession          *session);

G_END_DECLS
