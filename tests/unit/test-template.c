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
    { "{客户｜亲}您好", "亲您好", 0, FALSE },
    { "{今天+3}{今天}{今天-1}", "今天+3今天+0今天-1", 0, FALSE },
    { "{今天 + 3}{今天＋3}{TODAY+3}{today - 10}", "今天+3今天+3今天+3今天-10", 0, FALSE },
    { "{訂單號}{Order.Number}{ｏｒｄｅｒ．ｎｕｍｂｅｒ}", "123123123", 0, TRUE },
    { "{{称呼}}", "{称呼}", 0, FALSE },
    { "a } b", "a } b", 0, FALSE },
    { "}}", "}", 0, FALSE },
    { "{{{称呼}}}", "{王小姐}", 0, TRUE },
    { "{{{{", "{{", 0, FALSE },
    { "{表情:微笑}", "/:^_^", 0, FALSE },
    { "{表情：微笑}{face:smile}", "/:^_^/:^_^", 0, FALSE },
    { "{?颜色:黑色|白色}", "黑色", 0, TRUE },
    { "{？颜色：黑色｜白色}", "黑色", 0, TRUE },
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
    "{ }", "{金额+3}", "{今天+}", "{今天+3天}", "{今天+99999999999999999999}", "{今天+9999}", "{+3}", "{称呼\xff}", "{\xe7",
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

/* What is missing, as "name/label/choice,choice", with ! for what no answer helps. */
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

          g_string_append_printf (all, "%s%s/%s/%s%s", k > 0 ? " " : "", missing->name, missing->label, choices,
                                  missing->is_broken ? "!" : "");
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
    { "👩\xe2\x80\x8d🦰", "👩\xe2\x80\x8d🦰" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = zg_template_clean_value (rows[i].value);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

static void
test_large (void)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(ZgFill) fill = NULL;

  while (body->len < 1024 * 1024)
    g_string_append (body, "您好{称呼}，{{}} ");
  fill = zg_template_fill (body->str, ZG_EMOTICONS_NONE, look_up, "王", NULL);
  g_assert_cmpint (fill->missing->len, ==, 0);
  g_assert_true (g_str_has_prefix (fill->text, "您好王，{} 您好王"));
}

/* Bodies that a slow filler would need minutes for. */
static void
test_large_and_broken (void)
{
  static const char * const parts[] = { "{", "}", "{a", "{a}", "{?a|", "|", "{?x:", "a|", "{|", "{a{#", "{?#}", "{今天+" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GString) body = g_string_new ("{?x:");
      g_autoptr(ZgFill) fill = NULL;

      for (guint n = 0; body->len < 1024 * 1024; n++)
        {
          g_auto(GStrv) around = g_strsplit (parts[i], "#", 2);

          g_string_append (body, around[0]);
          if (around[1] != NULL)
            g_string_append_printf (body, "%u%s", n, around[1]);
        }
      g_string_append (body, "}");
      fill = zg_template_fill (body->str, ZG_EMOTICONS_NONE, look_up, "王", NULL);
      g_assert_nonnull (fill->text);
    }
}

/* Bodies put together at random from pieces whose outcome is known, with values that look like pieces. */
static void
test_pieces_at_random (void)
{
  static const struct {
    const char *piece;
    const char *outcome;        /* NULL: the customer's name */
  } pieces[] = {
    { "您好", "您好" }, { "{称呼}", NULL }, { "{ 称呼 | 亲 }", NULL }, { "{订单号}", "123" }, { "{客户|亲}", "亲" },
    { "{{", "{" }, { "}}", "}" }, { "\n", "\n" }, { "|", "|" }, { "{今天-2}", "今天-2" }, { "{表情:玫瑰}", "[玫瑰]" },
    { "{?颜色:白色|紫色}", "黑色" }, { "?", "?" }, { "+3", "+3" }, { "𠮷", "𠮷" }, { "{快递|}", "" },
  };
  static const char * const names[] = { "王小姐", "{订单号}", "{", "}", "{{", "}}", "{称呼}", "A&B <b>", "{?x}", "x|y" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GString) body = g_string_new (NULL);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(ZgFill) fill = NULL;
      const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
      gsize last = 0;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        {
          gsize i = g_test_rand_int_range (0, G_N_ELEMENTS (pieces));

          g_string_append (body, pieces[i].piece);
          g_string_append (text, pieces[i].outcome != NULL ? pieces[i].outcome : name);
        }
      fill = zg_template_fill (body->str, ZG_EMOTICONS_WECHAT, look_up, (gpointer) name, NULL);
      g_assert_cmpstr (fill->text, ==, text->str);
      g_assert_cmpint (fill->missing->len, ==, 0);
      for (guint i = 0; i < fill->spans->len; i++)
        {
          const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

          g_assert_cmpint (span->start, >=, last);
          g_assert_cmpint (span->end, >, span->start);
          g_assert_cmpint (span->end, <=, strlen (fill->text));
          g_assert_cmpint (span->kind, ==, ZG_SPAN_VALUE);
          last = span->end;
        }
    }
}

/* Any bytes at all: no crash, valid text, and the spans lie on characters of it. */
static void
test_bytes_at_random (void)
{
  static const char bytes[] = "{}|?:+- \nax3\xe4\xbb\x8a\xe5\xa4\xa9\xff\x80\xef\xbd\x9c";

  for (guint round = 0; round < 50000; round++)
    {
      char body[25] = { 0 };
      g_autoptr(ZgFill) fill = NULL;

      for (int i = g_test_rand_int_range (0, 24); i > 0; i--)
        body[i - 1] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      fill = zg_template_fill (body, ZG_EMOTICONS_NONE, look_up, "王", NULL);
      g_assert_true (g_utf8_validate (fill->text, -1, NULL));
      for (guint i = 0; i < fill->spans->len; i++)
        {
          const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

          g_assert_true (g_utf8_validate (fill->text + span->start, span->end - span->start, NULL));
        }
      for (guint i = 0; i < fill->missing->len; i++)
        g_assert_true (g_utf8_validate (((ZgMissing *) g_ptr_array_index (fill->missing, i))->label, -1, NULL));
    }
}

/* Every placeholder and face of the tables has names that lead to it and to nothing else. */
static void
test_tables (void)
{
  for (guint id = 0; id < ZG_N_PLACEHOLDERS; id++)
    {
      const ZgPlaceholder *placeholder = zg_placeholder_get (id);

      g_assert_cmpint (placeholder->id, ==, id);
      g_assert_true (zg_placeholder_find (placeholder->name) == placeholder);
      g_assert_nonnull (placeholder->aliases[0]);
      for (gsize i = 0; i < G_N_ELEMENTS (placeholder->aliases) && placeholder->aliases[i] != NULL; i++)
        g_assert_true (zg_placeholder_find (placeholder->aliases[i]) == placeholder);
    }
  g_assert_null (zg_placeholder_find (""));
  g_assert_null (zg_placeholder_find ("order"));
  g_assert_cmpint (zg_emoticons_of_platform ("taobao"), ==, ZG_EMOTICONS_WANGWANG);
  g_assert_cmpint (zg_emoticons_of_platform ("wechat"), ==, ZG_EMOTICONS_WECHAT);
  g_assert_cmpint (zg_emoticons_of_platform ("jd"), ==, ZG_EMOTICONS_NONE);
  g_assert_cmpint (zg_emoticons_of_platform (NULL), ==, ZG_EMOTICONS_NONE);
  g_assert_cmpstr (zg_emoticon_find ("玫瑰", ZG_EMOTICONS_NONE), ==, "");
}

/* Text without braces is unchanged, whatever it is. */
static void
test_plain_is_unchanged (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr(GString) body = g_string_new (NULL);
      g_autoptr(ZgFill) fill = NULL;
      gint n = g_test_rand_int_range (0, 60);

      for (gint i = 0; i < n; i++)
        {
          gunichar c = g_test_rand_int_range (1, 0x2ffff);

          if (g_unichar_validate (c) && c != '{' && c != '}')
            g_string_append_unichar (body, c);
        }
      fill = zg_template_fill (body->str, ZG_EMOTICONS_NONE, look_up, "王", NULL);
      g_assert_cmpstr (fill->text, ==, body->str);
      g_assert_cmpint (fill->spans->len, ==, 0);
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
  g_test_add_func ("/template/pieces-at-random", test_pieces_at_random);
  g_test_add_func ("/template/bytes-at-random", test_bytes_at_random);
  g_test_add_func ("/template/tables", test_tables);
  g_test_add_func ("/template/value-is-not-read-again", test_value_is_not_read_again);
  g_test_add_func ("/template/answers", test_answers);
  g_test_add_func ("/template/spans", test_spans);
  g_test_add_func ("/template/clean", test_clean);
  g_test_add_func ("/template/large", test_large);
  g_test_add_func ("/template/plain-is-unchanged", test_plain_is_unchanged);
  return g_test_run ();
}
