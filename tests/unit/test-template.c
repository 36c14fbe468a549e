/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-template.h"

/* A customer with a nasty name: values are never looked at again. */
static char *
look_up (const ZgPlaceholder *placeholder,
         int                  offset,
         gpointer             data)
{
  switch (placeholder->id)
    {
    case ZG_PLACEHOLDER_CUSTOMER_CALL:
      return g_strdup (data);
    case ZG_PLACEHOLDER_ORDER_NUMBER:
      return g_strdup ("123");
    case ZG_PLACEHOLDER_ORDER_COLOUR:
      return g_strdup ("黑色");
    case ZG_PLACEHOLDER_SHOP_NAME:
      return g_strdup ("青禾小铺");
    case ZG_PLACEHOLDER_TODAY:
      return g_strdup_printf ("今天%+d", offset);
    default:
      return NULL;
    }
}

static void
test_fill (void)
{
  static const struct {
    const char *body;
    const char *text;
    guint n_missing;
    gboolean personal;
  } rows[] = {
    { "您好", "您好", 0, FALSE },
    { "", "", 0, FALSE },
    { "{称呼}您好", "王小姐您好", 0, TRUE },
    { "{ 称呼 }您好", "王小姐您好", 0, TRUE },
    { "{customer.call}, hello", "王小姐, hello", 0, TRUE },
    { "{客户|亲}您好", "亲您好", 0, FALSE },
    { "{称呼|亲}您好", "王小姐您好", 0, TRUE },
    { "{客户|}您好", "您好", 0, FALSE },
    { "{客户|} {快递|}\x1e", "{客户|} {快递|}\x1e", 1, FALSE },
    { " \x1e", " \x1e", 0, FALSE },
    { "{客户｜亲}您好", "亲您好", 0, FALSE },
    { "{今天+3}{今天}{今天-1}", "今天+3今天+0今天-1", 0, FALSE },
    { "{今天 + 3}{今天＋3}{TODAY+3}{today - 10}", "今天+3今天+3今天+3今天-10", 0, FALSE },
    { "{訂單號}{Order.Number}{ｏｒｄｅｒ．ｎｕｍｂｅｒ}", "123123123", 0, TRUE },
    { "{{称呼}}", "{称呼}", 0, FALSE },
    { "a } b", "a } b", 0, FALSE },
    { "}}", "}}", 0, FALSE },
    { "{{}}", "{}", 0, FALSE },
    { "{{a} b}}", "{a} b}", 0, FALSE },
    { "{{{{a}}}}}}", "{{a}}}}", 0, FALSE },
    { "{{称呼}", "{称呼}", 0, FALSE },
    { "{{{称呼}}}", "{王小姐}", 0, TRUE },
    { "{{{{", "{{", 0, FALSE },
    { "{表情:微笑}", "/:^_^", 0, FALSE },
    { "{表情：微笑}{face:smile}", "/:^_^/:^_^", 0, FALSE },
    { "{今天－1}{ 今天 }{今天+0}", "今天-1今天+0今天+0", 0, FALSE },
    { "{ 客户 | 亲 }您好", "亲您好", 0, FALSE },
    { "您好\x1e{称呼}", "您好\x1e王小姐", 0, TRUE },
    { "a\xff{称呼}", "a\xef\xbf\xbd王小姐", 0, TRUE },
    { "{店铺}", "青禾小铺", 0, FALSE },
    { "{快递}", "C\xe2\x81\xa0o\xe2\x81\xa0u\xe2\x81\xa0r\xe2\x81\xa0i\xe2\x81\xa0" "e\xe2\x81\xa0r\xe2\x81\xa0?", 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill (rows[i].body, ZG_EMOTICONS_WANGWANG, look_up, "王小姐", NULL);

      g_assert_cmpstr (fill->text, ==, rows[i].text);
      g_assert_cmpint (fill->missing->len, ==, rows[i].n_missing);
      g_assert_cmpint (fill->is_personal, ==, rows[i].personal);
    }
}

static void
test_broken (void)
{
  static const char * const bodies[] = {
    "{称呼", "您好{", "{称呼{订单号}}", "{没有这个}", "{}", "{称\n呼}", "{表情:没有}", "{|亲}", "{?}", "{?:甲|乙}",
    "{ }", "{金额+3}", "{称呼\x1e}", "{称\r呼}", "{?备注", "{表情:}", "{?备注:{称呼}}", "{今天+}", "{今天+3天}", "{今天+99999999999999999999}", "{今天+9999}", "{+3}", "{称呼\xff}", "{\xe7",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill (bodies[i], ZG_EMOTICONS_NONE, look_up, "王小姐", NULL);

      if (fill->missing->len == 0)
        g_test_message ("%s", bodies[i]);
      g_assert_cmpint (fill->missing->len, >, 0);
      g_assert_true (((ZgMissing *) g_ptr_array_index (fill->missing, 0))->is_broken);
    }
}

/* What is missing, as "name/label/choice,choice=prefill", with ! for what no answer helps. */
static void
test_missing (void)
{
  static const struct {
    const char *body;
    const char *missing;
  } rows[] = {
    { "{快递}", "order.courier/Courier/" },
    { "{快递}{快递}{order.courier}{宅配}", "order.courier/Courier/" },
    { "{?快递:中通|圆通}", "快递/快递/中通,圆通" },
    { "{?快递: 中通 ||圆通| }", "快递/快递/中通,圆通" },
    { "{?快递:|}", "快递/快递/" },
    { "{?快递:中通｜圆通|顺丰}", "快递/快递/中通,圆通,顺丰" },
    { "{?order.courier:Post|Express}", "order.courier/Courier/Post,Express" },
    { "{快递}{?快递:中通|圆通}", "order.courier/Courier/中通,圆通" },
    { "{?快递:中通|圆通}{快递}", "快递/快递/中通,圆通" },
    { "{?备注}{?备注}{?面料}", "备注/备注/ 面料/面料/" },
    { "{没有这个}", "没有这个/{没有这个}/!" },
    { "{?没有这个}{没有这个}", "没有这个/没有这个/ 没有这个/{没有这个}/!" },
    { "{下单日期+7}{下单日期}{order.date+7}", "order.date+7/Order date+7/ order.date/Order date/" },
    { "{?颜色:黑色|白色}{?颜色}", "颜色/颜色/黑色,白色=黑色" },
    { "{?運單號}{?運单号}{?运单号}", "order.tracking/運單號/" },
    { "{?颜色}{？顏色：白色｜黑色}", "颜色/颜色/白色,黑色=黑色" },
    { "{?颜色:白色|紫色}", "颜色/颜色/白色,紫色" },
    { "{?颜色: 白色 | 黑色 }", "颜色/颜色/白色,黑色=黑色" },
    { "{?店铺}", "店铺/店铺/=青禾小铺" },
    { "{?订单号:１２３|4}", "订单号/订单号/１２３,4=１２３" },
    { "{金额+3}", "金额/{金额+3}/!" },
    { "{称呼 您好，请您核对一下收货信息：收件人、电话和地址",
      "{称呼 您好，请您核对一下收货信息：收件人、电话和地址/{称呼 您好，请您核对一下收货信息：收件人、电话…/!" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill (rows[i].body, ZG_EMOTICONS_NONE, look_up, "王小姐", NULL);
      g_autoptr(GString) all = g_string_new (NULL);

      for (guint k = 0; k < fill->missing->len; k++)
        {
          const ZgMissing *missing = g_ptr_array_index (fill->missing, k);
          g_autofree char *choices = missing->choices != NULL ? g_strjoinv (",", missing->choices) : g_strdup ("");

          g_string_append_printf (all, "%s%s/%s/%s%s%s%s", k > 0 ? " " : "", missing->name, missing->label, choices,
                                  missing->prefill != NULL ? "=" : "", missing->prefill != NULL ? missing->prefill : "",
                                  missing->is_broken ? "!" : "");
          g_assert_cmpint (missing->is_broken, ==, missing->fault != NULL);
        }
      g_assert_cmpstr (all->str, ==, rows[i].missing);
    }
}

/* An answer counts under every name of the field, and makes the text personal where the field is. */
static void
test_answers_by_any_name (void)
{
  static const char * const names[] = { "order.courier", "快递", "宅配" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(ZgFill) fill = NULL;

      g_hash_table_insert (answers, (gpointer) names[i], "中通");
      fill = zg_template_fill ("{快递}{?快递:中通|圆通}{?宅配}{order.courier|x}", ZG_EMOTICONS_NONE, look_up, "", answers);
      g_assert_cmpstr (fill->text, ==, "中通中通中通中通");
      g_assert_true (fill->is_personal);
    }
}

static void
test_value_is_not_read_again (void)
{
  static const char * const names[] = { "{订单号}", "A&B <b>", "{{", "}", "{称呼}", "{?x}", "{", "{表情:微笑}" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill ("给{称呼}的{订单号}", ZG_EMOTICONS_NONE, look_up, (gpointer) names[i], NULL);
      g_autofree char *expected = g_strdup_printf ("给%s的123", names[i]);

      g_assert_cmpstr (fill->text, ==, expected);
      g_assert_cmpint (fill->missing->len, ==, 0);
    }
}

static void
test_answers (void)
{
  g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ZgFill) before = zg_template_fill ("发{?快递:中通|圆通}，{?备注}，再说{?备注}", ZG_EMOTICONS_NONE, look_up, "", NULL);
  g_autoptr(ZgFill) after = NULL;
  const ZgMissing *courier;

  g_assert_cmpint (before->missing->len, ==, 2);
  courier = g_ptr_array_index (before->missing, 0);
  g_assert_cmpstr (courier->name, ==, "快递");
  g_assert_cmpstr (courier->choices[1], ==, "圆通");
  g_assert_null (((ZgMissing *) g_ptr_array_index (before->missing, 1))->choices);

  g_hash_table_insert (answers, "快递", "中通");
  g_hash_table_insert (answers, "备注", "{称呼}");
  after = zg_template_fill ("发{?快递:中通|圆通}，{?备注}，再说{?备注}", ZG_EMOTICONS_NONE, look_up, "", answers);
  g_assert_cmpint (after->missing->len, ==, 0);
  g_assert_cmpstr (after->text, ==, "发中通，{称呼}，再说{称呼}");
}

/* What the shop knows is offered, shown where it would stand, and accepted by one call. */
static void
test_offers (void)
{
  static const char *body = "要{?颜色:黑色|白色}，{?备注}";
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ZgFill) before = zg_template_fill (body, ZG_EMOTICONS_NONE, look_up, "", NULL);
  g_autoptr(ZgFill) after = NULL;
  const ZgSpan *span = &g_array_index (before->spans, ZgSpan, 0);

  g_assert_cmpint (before->missing->len, ==, 2);
  g_assert_cmpint (span->kind, ==, ZG_SPAN_OFFERED);
  g_assert_cmpmem (before->text + span->start, span->end - span->start,
                   "黑\xe2\x81\xa0色\xe2\x81\xa0?", strlen ("黑\xe2\x81\xa0色\xe2\x81\xa0?"));
  g_assert_false (before->is_personal);

  g_assert_true (zg_fill_accept_offers (before, answers));
  g_assert_cmpint (g_hash_table_size (answers), ==, 1);
  after = zg_template_fill (body, ZG_EMOTICONS_NONE, look_up, "", answers);
  g_assert_cmpint (after->missing->len, ==, 1);
  g_assert_true (g_str_has_prefix (after->text, "要黑色，"));
  g_assert_true (after->is_personal);
  g_assert_false (zg_fill_accept_offers (after, answers));

  /* Said otherwise, the shop's own answer is not used. */
  g_hash_table_replace (answers, g_strdup ("order.colour"), g_strdup ("白色"));
  g_hash_table_remove (answers, "颜色");
  g_clear_pointer (&after, zg_fill_free);
  after = zg_template_fill (body, ZG_EMOTICONS_NONE, look_up, "", answers);
  g_assert_true (g_str_has_prefix (after->text, "要白色，"));
}

/* An answer with nothing to read in it is none; what is said of a day is not said of another. */
static void
test_answers_that_do_not_count (void)
{
  g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ZgFill) fill = NULL;

  g_hash_table_insert (answers, "称呼", " \n ");
  g_hash_table_insert (answers, "备注", "\xe2\x80\xae\x01");
  g_hash_table_insert (answers, "today", "明天");
  g_hash_table_insert (answers, "order.date+7", "后天");
  fill = zg_template_fill ("{称呼}{今天}{今天+3}{下单日期+7}{?备注}", ZG_EMOTICONS_NONE, look_up, "王", answers);
  g_assert_true (g_str_has_prefix (fill->text, "王明天今天+3后天"));
  g_assert_cmpint (fill->missing->len, ==, 1);
}

static void
test_spans (void)
{
  g_autoptr(ZgFill) fill = zg_template_fill ("给{称呼}：{快递}", ZG_EMOTICONS_NONE, look_up, "王小姐", NULL);
  const ZgSpan *value = &g_array_index (fill->spans, ZgSpan, 0);
  const ZgSpan *missing = &g_array_index (fill->spans, ZgSpan, 1);

  g_assert_cmpint (fill->spans->len, ==, 2);
  g_assert_cmpint (value->kind, ==, ZG_SPAN_VALUE);
  g_assert_cmpmem (fill->text + value->start, value->end - value->start, "王小姐", 9);
  g_assert_cmpint (missing->kind, ==, ZG_SPAN_MISSING);
  g_assert_cmpint (missing->end, ==, strlen (fill->text));
}

static void
test_clean (void)
{
  static const struct {
    const char *value;
    const char *clean;
  } rows[] = {
    { "a\tb", "a b" }, { "a\x01" "b", "ab" }, { "a\nb", "a\nb" }, { "\xe2\x80\xae" "abc", "abc" },
    { "\xe2\x81\xa6x\xe2\x81\xa9", "x" }, { "a\xff" "b", "a\xef\xbf\xbd" "b" }, { "\xef\xbb\xbfx", "x" },
    { "a\r\nb\rc", "a\nb\nc" }, { "a\xe2\x80\xa8" "b\xc2\x85" "c", "a\nb\nc" },
    { "\xd8\x9cx", "x" }, { "\x7f\xc2\x9fx", "x" },
    { "👩\xe2\x80\x8d🦰", "👩\xe2\x80\x8d🦰" }, { "👩🏽\xe2\x80\x8d🚀", "👩🏽\xe2\x80\x8d🚀" }, { "", "" },
    { "🏳\xef\xb8\x8f\xe2\x80\x8d🌈", "🏳\xef\xb8\x8f\xe2\x80\x8d🌈" },
    { "می\xe2\x80\x8cخواهم", "می\xe2\x80\x8cخواهم" }, { "क्\xe2\x80\x8dष", "क्\xe2\x80\x8dष" },
    { "王\xe2\x80\x8d小\xe2\x80\x8c姐\xe2\x80\x8b\xe2\x81\xa0", "王小姐" }, { "a\xe2\x80\x8d" "b", "ab" },
    { "👩\xe2\x80\x8d", "👩" }, { "👩\xe2\x80\x8d\xe2\x80\x8d🦰", "👩\xe2\x80\x8d🦰" },
    { "a\x1e" "b\xc2\xad", "ab" }, { "\xed\xa0\x80x", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx" },
    { "x\xf3\xa0\x81\x81\xef\xbf\xbf", "x" }, { "\xe3\x85\xa4", "" }, { " \xe3\x80\x80\n\xc2\xa0", "" },
    { "  王小姐\n", "王小姐" }, { "葛\xf3\xa0\x84\x80", "葛\xf3\xa0\x84\x80" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = zg_template_clean_value (rows[i].value, TRUE);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

/* Where one line is meant there is one, and goods may have several. */
static void
test_clean_lines (void)
{
  static const char * const values[] = { "王\n小姐", "王\r\n小姐", "王\r\r\n\n小姐", "王\xe2\x80\xa8小姐", "王\xc2\x85小姐\v" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill ("{称呼}", ZG_EMOTICONS_NONE, look_up, (gpointer) values[i], NULL);
      g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(ZgFill) said = NULL;

      g_assert_cmpstr (fill->text, ==, "王 小姐");
      g_hash_table_insert (answers, "商品", "围巾\n手套");
      g_hash_table_insert (answers, "地址", "围巾\n手套");
      g_hash_table_insert (answers, "备注", "围巾\n手套");
      said = zg_template_fill ("{商品},{地址},{?备注}", ZG_EMOTICONS_NONE, look_up, "", answers);
      g_assert_cmpstr (said->text, ==, "围巾\n手套,围巾 手套,围巾\n手套");
    }
}

static void
test_large (void)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(ZgFill) fill = NULL;

  while (g_utf8_strlen (body->str, -1) < ZG_TEMPLATE_MAX_LENGTH - 20)
    g_string_append (body, "您好{称呼}，{{}} ");
  fill = zg_template_fill (body->str, ZG_EMOTICONS_NONE, look_up, "王", NULL);
  g_assert_cmpint (fill->missing->len, ==, 0);
  g_assert_true (g_str_has_prefix (fill->text, "您好王，{} 您好王"));
}

/* What no chat program takes is not copied, and only its head is shown. */
static void
test_too_long (void)
{
  g_autofree char *longest = g_strnfill (ZG_TEMPLATE_MAX_LENGTH, 'a');
  g_autofree char *too_long = g_strconcat (longest, "b", NULL);
  g_autofree char *value = g_strconcat ("{称呼}", longest, NULL);
  const char *bodies[] = { too_long, value };
  g_autoptr(ZgFill) good = zg_template_fill (longest, ZG_EMOTICONS_NONE, look_up, "王", NULL);

  g_assert_cmpstr (good->text, ==, longest);
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(ZgFill) fill = zg_template_fill (bodies[i], ZG_EMOTICONS_NONE, look_up, "王", NULL);
      const ZgMissing *missing = g_ptr_array_index (fill->missing, 0);

      g_assert_cmpint (fill->missing->len, ==, 1);
      g_assert_true (missing->is_broken);
      g_assert_cmpint (g_utf8_strlen (fill->text, -1), <, 300);
    }
}

/* Bodies that a slow filler would need minutes for. */
static void
test_large_and_broken (void)
{
  static const char * const parts[] = { "{", "}", "{a", "{a}", "{?a|", "|", "{?x:", "a|", "{|", "{a{#", "{?#}", "{今天+" };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (parts); i++)
    {
      /* Both of a length that is filled and of one that is refused. */
      gsize length = i % 2 == 0 ? ZG_TEMPLATE_MAX_LENGTH - 20 : 1024 * 1024;
      g_autoptr(GString) body = g_string_new ("{?x:");
      g_autoptr(ZgFill) fill = NULL;
      g_autoptr(GArray) pieces = NULL;

      for (guint n = 0; body->len < length; n++)
        {
          g_auto(GStrv) around = g_strsplit (parts[i / 2], "#", 2);

          g_string_append (body, around[0]);
          if (around[1] != NULL)
            g_string_append_printf (body, "%u%s", n, around[1]);
        }
      g_string_append (body, "}");
      fill = zg_template_fill (body->str, ZG_EMOTICONS_NONE, look_up, "王", NULL);
      g_assert_nonnull (fill->text);
      pieces = zg_template_parse (body->str);
      g_assert_cmpint (g_array_index (pieces, ZgPiece, pieces->len - 1).end, ==, body->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fill", test_fill);
  g_test_add_func ("/template/broken", test_broken);
  g_test_add_func ("/template/missing", test_missing);
  g_test_add_func ("/template/answers-by-any-name", test_answers_by_any_name);
  g_test_add_func ("/template/large-and-broken", test_large_and_broken);
  g_test_add_func ("/template/value-is-not-read-again", test_value_is_not_read_again);
  g_test_add_func ("/template/answers", test_answers);
  g_test_add_func ("/template/offers", test_offers);
  g_test_add_func ("/template/answers-that-do-not-count", test_answers_that_do_not_count);
  g_test_add_func ("/template/spans", test_spans);
  g_test_add_func ("/template/clean", test_clean);
  g_test_add_func ("/template/clean-lines", test_clean_lines);
  g_test_add_func ("/template/too-long", test_too_long);
  g_test_add_func ("/template/large", test_large);
  return g_test_run ();
}
