/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

char *zg_markup_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void zg_markup_status_page_set_description (AdwStatusPage *page,
                                            const char    *text);
void zg_markup_row_set_title (AdwPreferencesRow *row,
                              const char        *text);
void zg_markup_row_set_subtitle (AdwActionRow *row,
                                 const char   *text);

G_END_DECLS
