/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgHint:
 * @keys: what is printed on the keys, one key cap for each word: `Ctrl+K`, `↑ ↓`, `1–9`. Untranslated; write
 *   `Space` for the space bar
 * @text: what they do now, translated
 */
typedef struct {
  const char *keys;
  const char *text;
} ZgHint;

#define ZG_TYPE_HINT_BAR (zg_hint_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgHintBar, zg_hint_bar, ZG, HINT_BAR, GtkWidget)

GtkWidget *zg_hint_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_hint_bar_set_hints (ZgHintBar    *self,
                            const ZgHint *hints,
                            gsize         n_hints);

G_END_DECLS
