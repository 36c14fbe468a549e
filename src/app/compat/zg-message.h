/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgMessageDone:
 *
 * Called when the person agreed.
 */
typedef void (*ZgMessageDone) (gpointer user_data);

void zg_message_show (GtkWindow  *parent,
                      const char *heading,
                      const char *body);
void zg_message_ask (GtkWindow      *parent,
                     const char     *heading,
                     const char     *body,
                     const char     *button,
                     gboolean        destructive,
                     ZgMessageDone   done,
                     gpointer        user_data,
                     GDestroyNotify  destroy);
void zg_message_show_error (GtkWindow    *parent,
                            const GError *error);

G_END_DECLS
