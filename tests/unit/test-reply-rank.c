/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "zg-reply-rank.h"
#include "zg-order-state.h"

static ZgReply *
make_reply (const char *title,
            const char *shortcode,
            const char *keyword,
            const char *body,
            guint32     stages)
{
  ZgReply *reply = zg_reply_new ();

  g_free (reply->title);
  g_free (reply->shortcode);
  g_free (reply->body);
  reply->title = g_strdup (title);
  reply->shortcode = g_strdup (shortcode);
  reply->body = g_strdup (body);
  reply->stages = stages;
  g_ptr_array_add (reply->keywords, g_strdup (keyword));
  return reply;
}

static void
test_rank (void)
{
  static const struct {
    const char *query;
    const char *order;
  } rows[] = {
    { "hddz", "0 1 2" }, { "核对地址", "0 1 2" }, { "核对", "0 1 2 3" }, { "hedui", "0 1 2 3" }, { "hddzjd", "1" },
    { "对地", "0 1 2" }, { "在吗", "4" }, { "褪色", "5" }, { "没有", "" }, { "ＨＤＤＺ", "0 1 2" },
  };
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;

  g_ptr_array_add (replies, make_reply ("核对地址", "hddz", "地址对吗", "请核对", 1u << ZG_STAGE_CONFIRMATION));
  g_ptr_array_add (replies, make_reply ("核对地址（简短）", "hddzj", "", "地址", 0));
  g_ptr_array_add (replies, make_reply ("核对地址和快递", "hddzk", "", "快递", 0));
  g_ptr_array_add (replies, make_reply ("核对订单", "hddd", "", "订单", 1u << ZG_STAGE_CONFIRMATION));
  g_ptr_array_add (replies, make_reply ("进门问好", "wh", "在吗", "您好", 1u << ZG_STAGE_GREETING));
  g_ptr_array_add (replies, make_reply ("洗涤", "xd", "", "不会褪色", 0));
  ranker = zg_reply_ranker_new (replies);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) rankings = zg_reply_ranker_rank (ranker, rows[i].query, 0, 0);
      g_autoptr(GString) order = g_string_new (NULL);

      for (guint k = 0; k < rankings->len; k++)
        g_string_append_printf (order, "%s%u", k > 0 ? " " : "", g_array_index (rankings, ZgReplyRanking, k).index);
      if (strcmp (order->str, rows[i].order) != 0)
        g_test_message ("%s", rows[i].query);
      g_assert_cmpstr (order->str, ==, rows[i].order);
    }
}

static void
test_rank_ties (void)
{
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;
  g_autoptr(GArray) all = NULL;
  g_autoptr(GArray) hits = NULL;
  ZgReply *favourite = make_reply ("催付二", "", "", "x", 0);

  favourite->favourite = TRUE;
  g_ptr_array_add (replies, make_reply ("催付一", "", "", "x", 0));
  g_ptr_array_add (replies, favourite);
  g_ptr_array_add (replies, make_reply ("催付三", "", "", "x", 1u << ZG_STAGE_PAYMENT));
  ranker = zg_reply_ranker_new (replies);

  all = zg_reply_ranker_rank (ranker, "", zg_stages_for_order (ZG_ORDER_UNPAID), 0);
  g_assert_cmpint (g_array_index (all, ZgReplyRanking, 0).index, ==, 2);
  g_assert_cmpint (g_array_index (all, ZgReplyRanking, 1).index, ==, 0);
  hits = zg_reply_ranker_rank (ranker, "催付", zg_stages_for_order (ZG_ORDER_UNPAID), 0);
  g_assert_cmpint (g_array_index (hits, ZgReplyRanking, 0).index, ==, 2);
  g_assert_cmpint (g_array_index (hits, ZgReplyRanking, 1).index, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-rank/rank", test_rank);
  g_test_add_func ("/reply-rank/rank-ties", test_rank_ties);
  return g_test_run ();
}
