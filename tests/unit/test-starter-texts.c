/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "starter-replies.h"
#include "zg-reply-desk.h"
#include "zg-template.h"

/* How the starter replies are written: filled without a gap, in the words and with the punctuation of their market. */

/* A line that is longer is a wall of text in a chat window; a status line has to fit beside a name. */
#define MAX_LINE 200
#define MAX_LINE_LATIN 420
#define MAX_STATUS_LINE 60
#define MAX_STATUS_LINE_LATIN 160

/* A shop that knows all of a customer and an order; @data says whether it does. */
static char *
look_up (const ZgPlaceholder *placeholder,
         int                  offset,
         gpointer             data)
{
  const gboolean *is_known = data;

  switch (placeholder->id)
    {
    case ZG_PLACEHOLDER_SHOP_NAME:
    case ZG_PLACEHOLDER_CLERK_NAME:
    case ZG_PLACEHOLDER_TODAY:
      return g_strdup ("X");
    case ZG_PLACEHOLDER_PRODUCT_LINK:
    case ZG_PLACEHOLDER_SHOP_PROMOTION:
      return NULL;
    default:
      return *is_known ? g_strdup ("X") : NULL;
    }
}

static gboolean
is_asked (GArray     *pieces,
          const char *name)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);

      if (piece->kind == ZG_PIECE_ASK && strcmp (piece->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* For a sample customer and order nothing is missing but what the clerk chooses. */
static void
check_filled (const ZgReply *reply,
              const char    *wording)
{
  gboolean is_known = TRUE;
  g_autoptr(ZgFill) fill = zg_template_fill (wording, ZG_EMOTICONS_NONE, look_up, &is_known, NULL);
  g_autoptr(GArray) pieces = zg_template_parse (wording);

  for (guint i = 0; i < fill->missing->len; i++)
    {
      const ZgMissing *missing = fill->missing->pdata[i];

      if (!is_asked (pieces, missing->name))
        g_error ("%s: nobody knows {%s}", reply->starter, missing->name);
    }
}

static void
test_filled (void)
{
  starter_replies_foreach_wording (NULL, check_filled);
}

/*
 * What is not always known has something to say instead, and a question to the clerk is never answered by chance: only a
 * courier's name is meant to be known from the order.
 */
static void
check_placeholders (const ZgReply *reply,
                    const char    *wording)
{
  g_autoptr(GArray) pieces = zg_template_parse (wording);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      gboolean needs_fallback = FALSE;

      if (piece->kind == ZG_PIECE_ASK && piece->placeholder != NULL
          && piece->placeholder->id != ZG_PLACEHOLDER_ORDER_COURIER)
        g_error ("%s: the order answers {?%s}", reply->starter, piece->name);
      if (piece->kind != ZG_PIECE_FIELD)
        continue;
      switch (piece->placeholder->id)
        {
        case ZG_PLACEHOLDER_CUSTOMER_CALL:
        case ZG_PLACEHOLDER_CLERK_NUMBER:
        case ZG_PLACEHOLDER_ORDER_CUT_OFF:
        case ZG_PLACEHOLDER_PRODUCT_LINK:
        case ZG_PLACEHOLDER_SHOP_PROMOTION:
          needs_fallback = TRUE;
          break;
        default:
          break;
        }
      if (needs_fallback && (piece->argument == NULL || *piece->argument == '\0'))
        g_error ("%s: {%s} needs a fallback", reply->starter, piece->name);
    }
}

static void
test_placeholders (void)
{
  starter_replies_foreach_wording (NULL, check_placeholders);
}

/* One who has only just come in, or reads an automatic answer, has no name and no order yet. */
static void
check_unknown_customer (const ZgReply *reply,
                        const char    *wording)
{
  const guint32 stages = 1u << ZG_STAGE_GREETING | 1u << ZG_STAGE_NEED | 1u << ZG_STAGE_BUSY | 1u << ZG_STAGE_AWAY
                         | 1u << ZG_STAGE_STATUS_LINE | 1u << ZG_STAGE_PROMOTION | 1u << ZG_STAGE_BIRTHDAY;
  gboolean is_known = FALSE;
  g_autoptr(ZgFill) fill = NULL;
  g_autoptr(GArray) pieces = NULL;

  if ((reply->stages & stages) == 0)
    return;
  fill = zg_template_fill (wording, ZG_EMOTICONS_NONE, look_up, &is_known, NULL);
  pieces = zg_template_parse (wording);
  for (guint i = 0; i < fill->missing->len; i++)
    {
      const ZgMissing *missing = fill->missing->pdata[i];

      if (!is_asked (pieces, missing->name))
        g_error ("%s asks for {%s} of a stranger", reply->starter, missing->name);
    }
}

static void
test_unknown_customer (void)
{
  starter_replies_foreach_wording (NULL, check_unknown_customer);
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Chinese punctuation is as wide as a character: none of the narrow marks stands beside one. */
static void
assert_full_width (const ZgReply *reply,
                   const char    *text)
{
  gunichar last = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));

      if (c < 0x80 && strchr (",.;:!?()\"'~-", (int) c) != NULL && (is_han (last) || is_han (next)))
        g_error ("%s: narrow “%c” in “%s”", reply->starter, (int) c, text);
      if (c == 0x3002 && last == 0x3002)
        g_error ("%s: two full stops", reply->starter);
      last = c;
    }
}

static void
check_punctuation (const ZgReply *reply,
                   const char    *wording)
{
  g_autoptr(GArray) pieces = zg_template_parse (wording);

  if (!starter_reply_is_chinese (reply))
    return;
  if (strstr (wording, g_str_has_prefix (reply->starter, "zh_TW") ? "“" : "「") != NULL)
    g_error ("%s has the quotation marks of the other market", reply->starter);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      g_autofree char *literal = NULL;

      if (piece->kind == ZG_PIECE_LITERAL)
        {
          literal = g_strndup (wording + piece->start, piece->end - piece->start);
          assert_full_width (reply, literal);
        }
      else if (piece->argument != NULL)
        assert_full_width (reply, piece->argument);
    }
}

static void
test_punctuation (void)
{
  starter_replies_foreach_wording (NULL, check_punctuation);
}

static void
check_lines (const ZgReply *reply,
             const char    *wording)
{
  g_auto(GStrv) messages = zg_reply_split_messages (wording);
  glong max = starter_reply_is_chinese (reply) ? MAX_LINE : MAX_LINE_LATIN;

  if (starter_reply_has_stage (reply, ZG_STAGE_STATUS_LINE))
    max = starter_reply_is_chinese (reply) ? MAX_STATUS_LINE : MAX_STATUS_LINE_LATIN;

  for (gsize i = 0; messages[i] != NULL; i++)
    {
      g_auto(GStrv) lines = g_strsplit (messages[i], "\n", -1);

      for (gsize k = 0; lines[k] != NULL; k++)
        {
          if (g_utf8_strlen (lines[k], -1) > max)
            g_error ("%s has a line of %ld characters", reply->starter, g_utf8_strlen (lines[k], -1));
          if (*lines[k] == '\0' || g_ascii_isspace (*lines[k]) || g_str_has_suffix (lines[k], " "))
            g_error ("%s has an empty line, or one with blanks at its ends", reply->starter);
        }
    }
}

static void
test_lines (void)
{
  starter_replies_foreach_wording (NULL, check_lines);
}

/* What is called by another name on either side of the strait; the first as it would look when only the characters are
 * converted. */
static const struct {
  const char *mainland;
  const char *taiwan;
} terms[] = {
  { "物流", "宅配" }, { "質量", "品質" }, { "短信", "簡訊" }, { "視頻", "影片" }, { "默認", "預設" },
  { "優惠券", "折價券" }, { "包郵", "免運" }, { "發貨", "出貨" }, { "快遞", "貨運" }, { "尺碼", "尺寸" },
  { "拍下", "下單" }, { "質檢", "品檢" }, { "面料", "布料" }, { "屏幕", "螢幕" }, { "店鋪", "賣場" },
  { "支付寶", "電子支付" }, { "驛站", "超商" }, { "賬", "帳" }, { "信息", "訊息" }, { "上新", "新品" },
  { "預售", "預購" }, { "定金", "訂金" }, { "差評", "負評" }, { "投訴", "客訴" }, { "釐米", "公分" },
  { "回訪", "關懷" }, { "郵費", "運費" }, { "補差價", "退差價" }, { "打包", "包裝" }, { "在線", "線上" },
  { "滿減", "滿額" }, { "搜索", "搜尋" }, { "鏈接", "連結" }, { "圖片", "照片" }, { "起球", "毛球" },
  { "掉色", "褪色" }, { "禮品袋", "提袋" }, { "物業", "管理室" }, { "收貨人", "收件人" }, { "轉賬", "轉帳" },
  { "節假日", "連假" }, { "周年", "週年" }, { "實物", "實品" }, { "店主", "老闆" }, { "快遞員", "司機" },
  { "詳情頁", "商品頁" }, { "買家秀", "實穿照" }, { "均碼", "單一尺寸" }, { "大促", "檔期" }, { "親，", "親愛的" },
};

/* All that a clerk or a customer reads of the library. */
static char *
join_all (const char *language)
{
  g_autoptr(GPtrArray) replies = starter_replies_load (language);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = replies->pdata[i];

      g_string_append_printf (all, "%s\n%s\n", reply->group_name, reply->title);
      for (guint k = 0; k < zg_reply_get_n_wordings (reply); k++)
        g_string_append_printf (all, "%s\n", (char *) zg_reply_get_wording (reply, k));
      for (guint k = 0; k < reply->keywords->len; k++)
        g_string_append_printf (all, "%s\n", (char *) reply->keywords->pdata[k]);
    }
  return g_string_free (all, FALSE);
}

static void
test_terms (void)
{
  g_autofree char *all = join_all ("zh_TW");

  G_STATIC_ASSERT (G_N_ELEMENTS (terms) >= 30);
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const char *found = strstr (all, terms[i].mainland);

      if (found != NULL)
        {
          g_autofree char *place = g_utf8_substring (found, 0, MIN (20, g_utf8_strlen (found, -1)));

          g_error ("Taiwan does not say %s: %s", terms[i].mainland, place);
        }
      if (strstr (all, terms[i].taiwan) == NULL)
        g_error ("Nothing says %s", terms[i].taiwan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/starter-texts/filled", test_filled);
  g_test_add_func ("/starter-texts/placeholders", test_placeholders);
  g_test_add_func ("/starter-texts/unknown-customer", test_unknown_customer);
  g_test_add_func ("/starter-texts/punctuation", test_punctuation);
  g_test_add_func ("/starter-texts/lines", test_lines);
  g_test_add_func ("/starter-texts/terms", test_terms);

  return g_test_run ();
}
