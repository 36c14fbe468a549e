/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-emoticon.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-pinyin.h"

/*
 * {表情:微笑}: the same faces as chat programs write them. Each has the name of the mainland, that of Taiwan where it
 * differs in more than its characters, and an English one. "" is where a program has no such face: then nothing is
 * written, as where a platform has no faces at all.
 */
static const struct {
  const char *names[4];
  const char *wangwang;
  const char *wechat;
} emoticons[] = {
  { { "微笑", "smile" }, "/:^_^", "[微笑]" },
  { { "玫瑰", "rose" }, "/:-F", "[玫瑰]" },
  { { "大笑", "laugh" }, "/:^O^", "[呲牙]" },
  { { "露齿笑", "露齒笑", "grin" }, "/:^W^", "[呲牙]" },
  { { "偷笑", "chuckle" }, "/:815", "[偷笑]" },
  { { "害羞", "shy" }, "/:^$^", "[害羞]" },
  { { "调皮", "調皮", "tongue" }, "/:Q", "[调皮]" },
  { { "飞吻", "飛吻", "kiss" }, "/:087", "[亲亲]" },
  { { "抱抱", "hug" }, "/:H", "[拥抱]" },
  { { "爱心", "愛心", "heart" }, "/:Y", "[爱心]" },
  { { "强", "讚", "praise" }, "/:b", "[强]" },
  { { "胜利", "勝利", "victory" }, "/:806", "[胜利]" },
  { { "加油", "cheer" }, "/:012", "[加油]" },
  { { "鼓掌", "clap" }, "/:8*8", "[鼓掌]" },
  { { "握手", "handshake" }, "/:)-(", "[握手]" },
  { { "抱拳", "thanks" }, "", "[抱拳]" },
  { { "成交", "OK", "ok" }, "/:(OK)", "[OK]" },
  { { "礼物", "禮物", "gift" }, "/:(&)", "[礼物]" },
  { { "庆祝", "慶祝", "celebrate" }, "/:U*U", "[庆祝]" },
  { { "恭喜发财", "恭喜發財", "fortune" }, "/:803", "[發]" },
  { { "对不起", "對不起", "sorry" }, "/:819", "" },
  { { "流泪", "流淚", "cry" }, "/:>_<", "[流泪]" },
  { { "再见", "再見", "bye" }, "/:804", "[再见]" },
};

static const char * const prefixes[] = { "表情:", "表情：", "face:", "face：" };

/**
 * zg_emoticons_of_platform:
 * @platform: (nullable): a word of zg-platform.h
 *
 * Returns: how faces are written where the customer is
 */
ZgEmoticons
zg_emoticons_of_platform (const char *platform)
{
  if (platform == NULL)
    return ZG_EMOTICONS_NONE;
  if (strcmp (platform, "taobao") == 0 || strcmp (platform, "tmall") == 0 || strcmp (platform, "1688") == 0)
    return ZG_EMOTICONS_WANGWANG;
  if (g_str_has_prefix (platform, "wechat") || strcmp (platform, "weixin") == 0)
    return ZG_EMOTICONS_WECHAT;
  return ZG_EMOTICONS_NONE;
}

static int
find_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (emoticons); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (emoticons[i].names) && emoticons[i].names[k] != NULL; k++)
        {
          if (strcmp (emoticons[i].names[k], name) == 0)
            return (int) i;
        }
    }

  return -1;
}

/**
 * zg_emoticon_skip_prefix:
 * @text: what stands behind an opening brace
 *
 * Returns: (transfer none) (nullable): where in @text the name of a face begins, %NULL when no face is meant
 */
const char *
zg_emoticon_skip_prefix (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (g_str_has_prefix (text, prefixes[i]))
        return text + strlen (prefixes[i]);
    }

  return NULL;
}

/**
 * zg_emoticon_find:
 * @name: a face; width, capitals and traditional characters make no difference
 * @style: how it is written there
 *
 * Returns: (transfer none) (nullable): the face, "" where it is not written, %NULL when there is no such face
 */
const char *
zg_emoticon_find (const char *name,
                  ZgEmoticons style)
{
  int index = find_name (name);

  if (index < 0)
    {
      g_autofree char *folded = zg_fold (name);

      index = find_name (folded);
    }
  if (index < 0)
    return NULL;

  return style == ZG_EMOTICONS_WANGWANG ? emoticons[index].wangwang
         : style == ZG_EMOTICONS_WECHAT ? emoticons[index].wechat : "";
}

/* How many bytes @code takes at @text, 0 when it is not there. A code that ends in a letter ends a word. */
static gsize
match_code (const char *text,
            const char *code)
{
  gsize length = strlen (code);

  if (length == 0 || strncmp (text, code, length) != 0)
    return 0;
  return g_ascii_isalnum (code[length - 1]) && g_ascii_isalnum (text[length]) ? 0 : length;
}

/**
 * zg_emoticon_read:
 * @text: a text of 旺旺 or WeChat
 * @length_out: (out): how many bytes the face takes
 *
 * Returns: (transfer none) (nullable): the name of the face that @text begins with
 */
const char *
zg_emoticon_read (const char *text,
                  gsize      *length_out)
{
  if (*text != '/' && *text != '[')
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (emoticons); i++)
    {
      gsize length = MAX (match_code (text, emoticons[i].wangwang), match_code (text, emoticons[i].wechat));

      if (length == 0)
        continue;
      *length_out = length;
      return emoticons[i].names[0];
    }

  return NULL;
}

static gboolean
begins_with (const char *name,
             const char *typed)
{
  gsize start, end;

  return zg_find_typed (name, typed, &start, &end) && start == 0;
}

/**
 * zg_emoticon_list:
 * @typed: what was typed of a name so far, also its pinyin or initials; "" lists all
 *
 * Returns: (transfer container) (element-type utf8): the names of the faces that begin so, to choose from
 */
GPtrArray *
zg_emoticon_list (const char *typed)
{
  GPtrArray *names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (emoticons); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (emoticons[i].names) && emoticons[i].names[k] != NULL; k++)
        {
          if (*typed != '\0' && !begins_with (emoticons[i].names[k], typed))
            continue;
          g_ptr_array_add (names, (gpointer) emoticons[i].names[k]);
          break;
        }
    }
  return names;
}
