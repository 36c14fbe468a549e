/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ZgResidence ZgResidence;

/* Called when only the clipboard keeps the program: all else can be put away. */
typedef void (*ZgResidenceRest) (gpointer user_data);

ZgResidence *zg_residence_new (GtkApplication  *application,
                               ZgResidenceRest  rest,
                               gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
void zg_residence_free (ZgResidence *residence);
void zg_residence_stay (ZgResidence *residence);
void zg_residence_adopt (ZgResidence *residence,
                         GtkWindow   *window);
void zg_residence_quit (ZgResidence *residence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgResidence, zg_residence_free)

G_END_DECLS
