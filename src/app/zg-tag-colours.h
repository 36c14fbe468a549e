/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-pill.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgTagColours knows the colours of the shop's tags, kept up to date with the shop file.
 *
 * Signals:
 *   changed ()      some tag has another colour
 */
#define ZG_TYPE_TAG_COLOURS (zg_tag_colours_get_type ())
G_DECLARE_FINAL_TYPE (ZgTagColours, zg_tag_colours, ZG, TAG_COLOURS, GObject)

ZgTagColours *zg_tag_colours_of (ZgSession *session);
const char *zg_tag_colours_get (ZgTagColours *self,
                                const char   *tag);
ZgTone zg_tag_colours_get_tone (ZgTagColours *self,
                                const char   *tag);
void zg_tag_colours_set (ZgTagColours *self,
                         const char   *tag,
                         const char   *colour,
                         ZgToastArea  *toasts);

G_END_DECLS
