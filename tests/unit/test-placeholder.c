/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-emoticon.h"
#include "zg-placeholder.h"

/* Every placeholder of the table has names that lead to it and to nothing else, and all that help and preview need. */
static void
test_table (void)
{
  for (guint id = 0; id < ZG_N_PLACEHOLDERS; id++)
    {
      const ZgPlaceholder *placeholder = zg_placeholder_get (id);

      g_assert_cmpint (placeholder->id, ==, id);
      g_assert_true (zg_placeholder_find (placeholder->name) == placeholder);
      g_assert_nonnull (placeholder->aliases[0]);
      g_assert_nonnull (placeholder->aliases[1]);
      for (gsize i = 0; i < G_N_ELEMENTS (placeholder->aliases) && placeholder->aliases[i] != NULL; i++)
        {
          g_assert_true (zg_placeholder_find (placeholder->aliases[i]) == placeholder);
          g_assert_null (strpbrk (placeholder->aliases[i], "{}|:?+-"));
        }
      g_assert_cmpstr (zg_placeholder_get_label (placeholder), !=, "");
      g_assert_cmpstr (zg_placeholder_get_explanation (placeholder), !=, "");
      g_assert_cmpstr (zg_placeholder_get_example (placeholder), !=, "");
    }
}

/* The names that the product promises. */
static void
test_promised_names (void)
{
  static const char * const names[] = {
    "customer.name", "order.number", "order.items", "order.amount", "order.colour", "客户", "称呼", "订单号", "下单日期", "商品",
    "颜色", "尺码", "金额", "收货人", "电话", "地址", "快递", "运单号", "发货时间", "距截单", "链接", "活动", "店铺", "客服", "工号",
    "今天", "訂單號", "客戶", "ＴＯＤＡＹ", " 客户 ", "Customer.Name", "貨運單號",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (zg_placeholder_find (names[i]) == NULL)
      g_error ("there is no {%s}", names[i]);

  g_assert_null (zg_placeholder_find (""));
  g_assert_null (zg_placeholder_find ("order"));
  g_assert_null (zg_placeholder_find ("客户 客户"));
}

static void
test_list (void)
{
  static const struct {
    const char *typed;
    const char *first;
    guint n_least;
  } rows[] = {
    { "", "customer.name", ZG_N_PLACEHOLDERS },
    { "dd", "order.number", 1 },
    { "dingdan", "order.number", 1 },
    { "ddh", "order.number", 1 },
    { "ddbh", "order.number", 1 },
    { "订", "order.number", 1 },
    { "訂單", "order.number", 1 },
    { "单号", "order.number", 2 },
    { "快递", "order.courier", 2 },
    { "kd", "order.courier", 2 },
    { "order.a", "order.amount", 2 },
    { "jt", "today", 1 },
    { "yan", "order.colour", 1 },
    { "Phone", "order.phone", 1 },
  };
  g_autoptr(GPtrArray) nothing = zg_placeholder_list ("没有这个");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) found = zg_placeholder_list (rows[i].typed);

      g_assert_cmpint (found->len, >=, rows[i].n_least);
      g_assert_cmpstr (((const ZgPlaceholder *) found->pdata[0])->name, ==, rows[i].first);
    }
  g_assert_cmpint (nothing->len, ==, 0);
}

static void
test_written_name (void)
{
  static const char * const mainland[] = { "zh_CN.UTF-8", "zh_CN", "zh", "C", NULL };
  static const char * const taiwan[] = { "zh_TW", "zh", "C", NULL };
  static const char * const english[] = { "en_GB", "zh_CN", "C", NULL };
  const ZgPlaceholder *size = zg_placeholder_get (ZG_PLACEHOLDER_ORDER_SIZE);

  g_assert_cmpstr (zg_placeholder_pick_name (size, mainland), ==, "尺码");
  g_assert_cmpstr (zg_placeholder_pick_name (size, taiwan), ==, "尺寸");
  g_assert_cmpstr (zg_placeholder_pick_name (size, english), ==, "order.size");
  g_assert_cmpstr (zg_placeholder_pick_name (size, NULL), ==, "order.size");
}

static void
test_emoticons (void)
{
  g_autoptr(GPtrArray) all = zg_emoticon_list ("");
  g_autoptr(GPtrArray) smiles = zg_emoticon_list ("wx");

  g_assert_cmpint (zg_emoticons_of_platform ("taobao"), ==, ZG_EMOTICONS_WANGWANG);
  g_assert_cmpint (zg_emoticons_of_platform ("tmall"), ==, ZG_EMOTICONS_WANGWANG);
  g_assert_cmpint (zg_emoticons_of_platform ("wechat"), ==, ZG_EMOTICONS_WECHAT);
  g_assert_cmpint (zg_emoticons_of_platform ("jd"), ==, ZG_EMOTICONS_NONE);
  g_assert_cmpint (zg_emoticons_of_platform (NULL), ==, ZG_EMOTICONS_NONE);

  g_assert_cmpstr (zg_emoticon_find ("玫瑰", ZG_EMOTICONS_NONE), ==, "");
  g_assert_cmpstr (zg_emoticon_find ("玫瑰", ZG_EMOTICONS_WANGWANG), ==, "/:-F");
  g_assert_cmpstr (zg_emoticon_find ("玫瑰", ZG_EMOTICONS_WECHAT), ==, "[玫瑰]");
  g_assert_cmpstr (zg_emoticon_find ("害羞", ZG_EMOTICONS_WANGWANG), ==, "/:^$^");
  g_assert_cmpstr (zg_emoticon_find ("握手", ZG_EMOTICONS_WANGWANG), ==, "/:)-(");
  g_assert_cmpstr (zg_emoticon_find ("禮物", ZG_EMOTICONS_WECHAT), ==, "[礼物]");
  g_assert_cmpstr (zg_emoticon_find ("Smile", ZG_EMOTICONS_WECHAT), ==, "[微笑]");
  g_assert_null (zg_emoticon_find ("没有", ZG_EMOTICONS_WECHAT));

  g_assert_cmpint (all->len, >, 20);
  g_assert_cmpstr (smiles->pdata[0], ==, "微笑");
  for (guint i = 0; i < all->len; i++)
    {
      const char *codes[] = {
        zg_emoticon_find (all->pdata[i], ZG_EMOTICONS_WANGWANG), zg_emoticon_find (all->pdata[i], ZG_EMOTICONS_WECHAT),
      };

      /* What is written is read again as a face that is written so. */
      for (gsize k = 0; k < G_N_ELEMENTS (codes); k++)
        {
          gsize length = 0;
          const char *name = *codes[k] != '\0' ? zg_emoticon_read (codes[k], &length) : NULL;

          g_assert_cmpint (length, ==, strlen (codes[k]));
          if (name != NULL)
            g_assert_cmpstr (zg_emoticon_find (name, k == 0 ? ZG_EMOTICONS_WANGWANG : ZG_EMOTICONS_WECHAT), ==, codes[k]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placeholder/table", test_table);
  g_test_add_func ("/placeholder/promised-names", test_promised_names);
  g_test_add_func ("/placeholder/list", test_list);
  g_test_add_func ("/placeholder/written-name", test_written_name);
  g_test_add_func ("/placeholder/emoticons", test_emoticons);
  return g_test_run ();
}
