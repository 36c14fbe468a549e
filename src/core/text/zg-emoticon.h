/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgEmoticons:
 *
 * How a chat program writes faces: with codes of its own, with words in brackets, or not at all.
 */
typedef enum {
  ZG_EMOTICONS_NONE,
  ZG_EMOTICONS_WANGWANG,
  ZG_EMOTICONS_WECHAT,
} ZgEmoticons;

ZgEmoticons zg_emoticons_of_platform (const char *platform);
const char *zg_emoticon_skip_prefix (const char *text);
const char *zg_emoticon_find (const char *name,
                              ZgEmoticons style);
const char *zg_emoticon_read (const char *text,
                              gsize      *length_out);
GPtrArray *zg_emoticon_list (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
