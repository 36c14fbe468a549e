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
    { "{今天+3}{今天}{今天-1}", "今天+3今天+0今天-1", 0, FALSE },
    { "{{称呼}}", "{称呼}", 0, FALSE },
    { "a } b", "a } b", 0, FALSE },
    { "{表情:微笑}", "/:^_^", 0, FALSE },
    { "{?颜色:黑色|白色}", "黑色", 0, TRUE },
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
    "{称呼", "您好{", "{称呼{订单号}}", "{没有这个}", "{}", "{称\n呼}", "{表情:没有}", "{|亲}",
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
  g_test_add_func ("/template/value-is-not-read-again", test_value_is_not_read_again);
  g_test_add_func ("/template/answers", test_answers);
  g_test_add_func ("/template/spans", test_spans);
  g_test_add_func ("/template/clean", test_clean);
  g_test_add_func ("/template/large", test_large);
  g_test_add_func ("/template/plain-is-unchanged", test_plain_is_unchanged);
  return g_test_run ();
}
