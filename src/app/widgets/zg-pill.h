/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgTone:
 * @ZG_TONE_NEUTRAL: nothing is expected of us
 * @ZG_TONE_INFO: about the current customer, or what fits now
 * @ZG_TONE_WARNING: unpaid, a tick that dropped, a wording hint
 * @ZG_TONE_ERROR: late, missing, refused
 * @ZG_TONE_SUCCESS: a check that passed; never a whole row
 * @ZG_TONE_TAG_RED: what the shop chose for a tag, and so on in the order of zg-tag-colour.h
 *
 * What a colour means. A colour never means anything else.
 */
typedef enum {
  ZG_TONE_NEUTRAL,
  ZG_TONE_INFO,
  ZG_TONE_WARNING,
  ZG_TONE_ERROR,
  ZG_TONE_SUCCESS,
  ZG_TONE_TAG_RED,
  ZG_TONE_TAG_ORANGE,
  ZG_TONE_TAG_YELLOW,
  ZG_TONE_TAG_GREEN,
  ZG_TONE_TAG_TEAL,
  ZG_TONE_TAG_BLUE,
  ZG_TONE_TAG_PURPLE,
  ZG_TONE_TAG_GREY,
} ZgTone;

#define ZG_TYPE_TONE (zg_tone_get_type ())
GType zg_tone_get_type (void);

const char *zg_tone_to_class (ZgTone tone);
ZgTone zg_tone_from_tag_colour (const char *word);
void zg_widget_set_tone (GtkWidget *widget,
                         ZgTone     tone);

#define ZG_TYPE_PILL (zg_pill_get_type ())
G_DECLARE_FINAL_TYPE (ZgPill, zg_pill, ZG, PILL, GtkWidget)

GtkWidget *zg_pill_new (const char *label,
                        ZgTone      tone) G_GNUC_WARN_UNUSED_RESULT;
void zg_pill_set_label (ZgPill     *self,
                        const char *label);
void zg_pill_set_tone (ZgPill *self,
                       ZgTone  tone);

G_END_DECLS
