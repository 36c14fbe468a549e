/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-brace.h"
#include "zg-piece.h"

/* What is offered behind a brace and on the help page. */

static const ZgBrace *
get (GPtrArray *braces,
     guint      index)
{
  g_assert_cmpint (index, <, braces->len);
  return g_ptr_array_index (braces, index);
}

static const ZgBrace *
find (GPtrArray  *braces,
      const char *text)
{
  for (guint i = 0; i < braces->len; i++)
    {
      if (g_str_equal (get (braces, i)->text, text))
        return get (braces, i);
    }
  return NULL;
}

/* Whatever is offered can be filled as it is. */
static void
test_valid (void)
{
  g_autoptr (GPtrArray) braces = zg_brace_search ("");
  guint n[3] = { 0 };

  for (guint i = 0; i < braces->len; i++)
    {
      const ZgBrace *brace = get (braces, i);
      g_autoptr (GArray) pieces = zg_template_parse (brace->text);
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, 0);

      g_assert_cmpint (pieces->len, ==, 1);
      g_assert_cmpint (piece->fault, ==, ZG_PIECE_FAULT_NONE);
      g_assert_cmpint (piece->kind, !=, ZG_PIECE_LITERAL);
      g_assert_true (piece->placeholder == brace->placeholder || brace->kind == ZG_BRACE_FORM);
      g_assert_true ((piece->kind == ZG_PIECE_EMOTICON) == (brace->kind == ZG_BRACE_FACE
                                                            || g_str_equal (brace->text, "{face:smile}")));
      g_assert_true (brace->kind == ZG_BRACE_FACE || brace->explanation != NULL);
      n[brace->kind]++;
    }
  g_assert_cmpint (n[ZG_BRACE_PLACEHOLDER], ==, ZG_N_PLACEHOLDERS);
  g_assert_cmpint (n[ZG_BRACE_FORM], ==, 6);
  g_assert_cmpint (n[ZG_BRACE_FACE], >, 20);
}

static void
test_list (void)
{
  static const struct {
    const char *typed;
    const char *first;          /* NULL for nothing */
    guint n_most;
  } rows[] = {
    { "", "{customer.name}", ZG_N_PLACEHOLDERS + 6 },
    { "ddh", "{order.number}", 3 },
    { "订单", "{order.number}", 1 },
    { "dingdan", "{order.number}", 1 },
    { "dear", "{customer.name|dear}", 1 },
    { "?", "{?Colour:black|white}", 2 },
    { "face", "{face:smile}", 1 },
    { "表情:", "{表情:微笑}", 40 },
    { "表情:mg", "{表情:玫瑰}", 1 },
    { "face:r", "{face:rose}", 3 },
    { "face:no such face", NULL, 0 },
    { "没有这个", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) braces = zg_brace_list (rows[i].typed);

      g_test_message ("“%s”: %u", rows[i].typed, braces->len);
      g_assert_cmpint (braces->len, <=, rows[i].n_most);
      if (rows[i].first != NULL)
        g_assert_cmpstr (get (braces, 0)->text, ==, rows[i].first);
    }
}

/* The help finds what is meant by any word about it. */
static void
test_search (void)
{
  static const struct {
    const char *words;
    const char *text;
    gboolean is_first;
  } rows[] = {
    { "phone", "{order.phone}", TRUE },
    { "快递", "{order.courier}", TRUE },
    { "kd", "{order.courier}", TRUE },
    { "cut-off", "{order.cut-off}", TRUE },
    { "cut-off", "{order.ship-time}", FALSE },
    { "earlier", "{today+3}", TRUE },
    { "WeChat", "{face:smile}", TRUE },
    { "玫瑰", "{face:玫瑰}", TRUE },
    { "read", "{{", FALSE },
  };
  g_autoptr (GPtrArray) nothing = zg_brace_search ("没有这个");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) braces = zg_brace_search (rows[i].words);

      g_test_message ("“%s”: %u", rows[i].words, braces->len);
      g_assert_nonnull (find (braces, rows[i].text));
      if (rows[i].is_first)
        g_assert_cmpstr (get (braces, 0)->text, ==, rows[i].text);
    }
  g_assert_cmpint (nothing->len, ==, 0);
}

static void
test_other_names (void)
{
  g_autoptr (GPtrArray) numbers = zg_brace_list ("order.number");
  g_autoptr (GPtrArray) addresses = zg_brace_list ("order.address");
  g_autoptr (GPtrArray) forms = zg_brace_list ("?");
  g_autofree char *number = zg_brace_dup_other_names (get (numbers, 0));
  g_autofree char *address = zg_brace_dup_other_names (get (addresses, 0));

  g_assert_cmpstr (number, ==, "{订单号} {訂單編號} {订单编号} {单号}");
  /* The two languages' own names may be one. */
  g_assert_cmpstr (address, ==, "{地址} {收货地址} {收件地址}");
  g_assert_null (zg_brace_dup_other_names (get (forms, 0)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brace/valid", test_valid);
  g_test_add_func ("/brace/list", test_list);
  g_test_add_func ("/brace/search", test_search);
  g_test_add_func ("/brace/other-names", test_other_names);
  return g_test_run ();
}
