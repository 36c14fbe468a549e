/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is a whole number of the currency's minor unit (fen, cent), never a floating number. */

gboolean zg_money_parse (const char  *text,
                         const char  *currency,
                         gint64      *minor_out,
                         GError     **error);
int zg_money_decimals (const char *currency);
char *zg_money_to_decimal (gint64      minor,
                           const char *currency);
char *zg_money_to_text (gint64      minor,
                        const char *currency);

G_END_DECLS
