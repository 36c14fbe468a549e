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
    { "heduidizhi", "0 1 2" }, { "heddz", "0 1 2" }, { "dizhi", "0 1 2" }, { "kd", "2" }, { "簡短", "1" },
    { "dingdan", "3" }, { "d", "6" }, { "wh", "4" }, { "地址 核对", "0 1 2" }, { "hd kuaidi", "2" }, { "核对　快递", "2" },
    { "核对 没有", "" }, { "vip", "6" }, { "dkh", "6" }, { "大客", "6" }, { "一直", "6" }, { "\xff", "6" },
    /* Pinyin of keywords; a question, with a typing error, and one that begins like a title. */
    { "dizhiduima", "0" }, { "zaima", "4" }, { "zm", "" }, { "请问地址对不对", "0 1 2" }, { "老板在吗在吗", "4" },
    { "核对地址对吗亲", "0 1 2" }, { "会褪色吗", "5" }, { "what is this", "" },
  };
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;

  g_ptr_array_add (replies, make_reply ("核对地址", "hddz", "地址对吗", "请核对", 1u << ZG_STAGE_CONFIRMATION));
  g_ptr_array_add (replies, make_reply ("核对地址（简短）", "hddzj", "", "地址", 0));
  g_ptr_array_add (replies, make_reply ("核对地址和快递", "hddzk", "", "快递", 0));
  g_ptr_array_add (replies, make_reply ("核对订单", "hddd", "", "订单", 1u << ZG_STAGE_CONFIRMATION));
  g_ptr_array_add (replies, make_reply ("进门问好", "wh", "在吗", "您好", 1u << ZG_STAGE_GREETING));
  g_ptr_array_add (replies, make_reply ("洗涤", "xd", "", "不会褪色", 0));
  g_ptr_array_add (replies, make_reply ("【大客户】VIP", "", "\xff\xe4", "感谢您\n一直\xe4", 0));
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
  g_assert_cmpint (g_array_index (all, ZgReplyRanking, 1).index, ==, 1);
  g_assert_cmpint (g_array_index (all, ZgReplyRanking, 2).index, ==, 0);
  hits = zg_reply_ranker_rank (ranker, "催付", zg_stages_for_order (ZG_ORDER_UNPAID), 0);
  g_assert_cmpint (g_array_index (hits, ZgReplyRanking, 0).index, ==, 2);
  g_assert_cmpint (g_array_index (hits, ZgReplyRanking, 1).index, ==, 1);
}

static void
test_last_use (void)
{
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;
  g_autoptr(GArray) hits = NULL;
  const ZgTime now = 1000 * ZG_TIME_DAY;
  const ZgTime used[] = { ZG_TIME_NONE, now - 90 * ZG_TIME_DAY, now - ZG_TIME_DAY, now + ZG_TIME_DAY };
  const guint order[] = { 3, 2, 1, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    {
      ZgReply *reply = make_reply ("催付", "", "", "x", 0);

      reply->last_used_at = used[i];
      g_ptr_array_add (replies, reply);
    }
  ranker = zg_reply_ranker_new (replies);
  hits = zg_reply_ranker_rank (ranker, "cf", 0, now);
  g_assert_cmpint (hits->len, ==, G_N_ELEMENTS (order));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (g_array_index (hits, ZgReplyRanking, i).index, ==, order[i]);
}

/* What may not be said any more, or not yet, is there but last, however well it fits. */
static void
test_expired (void)
{
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;
  const ZgTime now = 1000 * ZG_TIME_DAY;
  static const char * const queries[] = { "", "cf", "催付", "催付什么时候最好" };
  ZgReply *expired = make_reply ("催付", "cf", "催付什么时候", "x", 1u << ZG_STAGE_PAYMENT);
  ZgReply *early = make_reply ("催付", "", "", "x", 1u << ZG_STAGE_PAYMENT);

  expired->valid_until = now;
  expired->favourite = TRUE;
  early->valid_from = now + 1;
  g_ptr_array_add (replies, expired);
  g_ptr_array_add (replies, early);
  g_ptr_array_add (replies, make_reply ("再催付", "", "催付", "x", 0));
  ranker = zg_reply_ranker_new (replies);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GArray) hits = zg_reply_ranker_rank (ranker, queries[i], 1u << ZG_STAGE_PAYMENT, now);

      g_test_message ("%s", queries[i]);
      g_assert_cmpuint (hits->len, >=, 2);
      g_assert_cmpuint (g_array_index (hits, ZgReplyRanking, 0).index, ==, 2);
      g_assert_cmpuint (g_array_index (hits, ZgReplyRanking, 1).index, ==, 0);
    }
}

static void
test_liveliness (void)
{
  const ZgTime now = 1000 * ZG_TIME_DAY;
  const struct {
    gint64 n_uses;
    ZgTime last;
    double liveliness;
  } rows[] = {
    { 0, ZG_TIME_NONE, 0 }, { 1, now, 1 }, { 3, now, 2 }, { 1, now - 14 * ZG_TIME_DAY, 0.5 },
    { 3, now - 28 * ZG_TIME_DAY, 0.5 }, { 1, now + ZG_TIME_DAY, 1 }, { 0, now, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgReply reply = { .use_count = rows[i].n_uses, .last_used_at = rows[i].last };

      g_assert_cmpfloat_with_epsilon (zg_reply_get_liveliness (&reply, now), rows[i].liveliness, 1e-9);
    }
}

static void
test_speed (void)
{
  static const char * const queries[] = { "h", "hd", "hddz", "核对", "dizhi", "没有的话", "wenti", "您好 地址" };
  static const char * const words[] = { "核对", "地址", "发货", "快递", "催付", "尺码", "颜色", "您好", "退换", "问题" };
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;
  double slowest = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s%s%s%u", words[i % 10], words[i / 10 % 10], words[i / 100 % 10], i);
      g_autofree char *code = g_strdup_printf ("c%u", i);

      g_ptr_array_add (replies, make_reply (title, code, words[i % 7],
                                            "亲爱的{称呼|亲}，请您核对一下收货信息：{收货人}，{电话}，{地址}。没问题的话回复“对”就好，"
                                            "要改的地方告诉我，我马上改。{商品} 今天 16:00 前付款今天发出。", 1u << (i % 19)));
    }
  ranker = zg_reply_ranker_new (replies);
  g_array_unref (zg_reply_ranker_rank (ranker, "a", 0, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double seconds;

      g_test_timer_start ();
      g_array_unref (zg_reply_ranker_rank (ranker, queries[i], 1, 0));
      seconds = g_test_timer_elapsed ();
      g_test_message ("%s: %.2f ms", queries[i], seconds * 1000);
      slowest = MAX (slowest, seconds);
    }
  g_test_minimized_result (slowest * 1000, "%.2f ms for the slowest query over 10,000 replies", slowest * 1000);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-rank/rank", test_rank);
  g_test_add_func ("/reply-rank/rank-ties", test_rank_ties);
  g_test_add_func ("/reply-rank/last-use", test_last_use);
  g_test_add_func ("/reply-rank/expired", test_expired);
  g_test_add_func ("/reply-rank/liveliness", test_liveliness);
  if (g_test_perf ())
    g_test_add_func ("/reply-rank/speed", test_speed);
  return g_test_run ();
}
