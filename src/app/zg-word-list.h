/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-session.h"
#include "zg-wording.h"

G_BEGIN_DECLS

/*
 * ZgWordList has the words that the shop's texts are checked for, kept up to date with the shop file.
 *
 * Signals:
 *   changed ()      the words are there, or are others
 */
#define ZG_TYPE_WORD_LIST (zg_word_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgWordList, zg_word_list, ZG, WORD_LIST, GObject)

ZgWordList *zg_word_list_get (ZgSession *session);
ZgWording *zg_word_list_get_words (ZgWordList *self);

G_END_DECLS
