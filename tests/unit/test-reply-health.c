/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-reply-health.h"

#define NOW (1000 * ZG_TIME_DAY)

static GPtrArray *replies;

static ZgReply *
add (const char *title,
     const char *body)
{
  ZgReply *reply = zg_reply_new ();

  reply->id = replies->len + 1;
  reply->title = g_strdup (title);
  reply->body = g_strdup (body);
  reply->created_at = NOW - ZG_TIME_DAY;
  g_ptr_array_add (replies, reply);
  return reply;
}

static ZgReplyHealth *
check (void)
{
  return zg_reply_health_new (g_steal_pointer (&replies), g_ptr_array_new (), NOW);
}

static void
begin (void)
{
  replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
}

/* What was found, as "fault title; ". */
static char *
show (ZgReplyHealth *health)
{
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < health->findings->len; i++)
    {
      const ZgReplyFinding *finding = g_ptr_array_index (health->findings, i);

      g_string_append_printf (shown, "%s %s; ", zg_reply_fault_to_word (finding->fault), finding->reply->title);
    }
  for (guint i = 0; i < ZG_N_REPLY_FAULTS; i++)
    n += health->counts[i];
  g_assert_cmpuint (n, ==, health->findings->len);
  return g_string_free (shown, FALSE);
}

static void
test_use (void)
{
  const struct {
    gint64 n_uses;
    ZgTime last;
    ZgTime created;
    const char *shown;
  } rows[] = {
    { 0, ZG_TIME_NONE, NOW - 30 * ZG_TIME_DAY, "never-used x; " },
    { 0, ZG_TIME_NONE, NOW - 30 * ZG_TIME_DAY + 1, "" },
    { 5, NOW - 60 * ZG_TIME_DAY, NOW - 90 * ZG_TIME_DAY, "unused x; " },
    { 5, NOW - 60 * ZG_TIME_DAY + 1, NOW - 90 * ZG_TIME_DAY, "" },
    { 1, NOW + ZG_TIME_DAY, NOW - 90 * ZG_TIME_DAY, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgReplyHealth) health = NULL;
      g_autofree char *shown = NULL;
      ZgReply *reply;

      begin ();
      reply = add ("x", "您好");
      reply->use_count = rows[i].n_uses;
      reply->last_used_at = rows[i].last;
      reply->created_at = rows[i].created;
      health = check ();
      shown = show (health);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

/* Counted without a day, or a day without a count: half of what a use is, is none. */
static void
test_half_a_use (void)
{
  g_autoptr(ZgReplyHealth) health = NULL;
  g_autofree char *shown = NULL;
  ZgReply *counted, *dated;

  begin ();
  counted = add ("counted", "您好");
  counted->use_count = 3;
  counted->created_at = NOW - 90 * ZG_TIME_DAY;
  dated = add ("dated", "下午茶");
  dated->last_used_at = NOW - 80 * ZG_TIME_DAY;
  dated->created_at = NOW - 90 * ZG_TIME_DAY;
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "never-used counted; never-used dated; ");
}

/* The worst first; among what nobody uses any more, what was longest without use. */
static void
test_order (void)
{
  g_autoptr(ZgReplyHealth) health = NULL;
  g_autofree char *shown = NULL;
  ZgReply *reply;

  begin ();
  reply = add ("a", "早上好");
  reply->created_at = NOW - 90 * ZG_TIME_DAY;
  for (int i = 0; i < 3; i++)
    {
      static const char * const names[] = { "b", "c", "d" };
      static const char * const bodies[] = { "下午茶", "周末愉快", "晚安" };
      static const int days[] = { 70, 90, 80 };

      reply = add (names[i], bodies[i]);
      reply->use_count = 1;
      reply->last_used_at = NOW - days[i] * ZG_TIME_DAY;
    }
  add ("e", "活动结束了")->valid_until = NOW;
  add ("f", "没有{这个}");
  add ("g", "您的包裹已经发出，请留意查收");
  add ("h", "您的包裹已经发出，请注意查收");
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "broken f; expired e; similar h; unused c; unused d; unused b; never-used a; ");
}

static void
test_expired (void)
{
  g_autoptr(ZgReplyHealth) health = NULL;
  g_autofree char *shown = NULL;

  begin ();
  add ("a", "早上好")->valid_until = NOW;
  add ("b", "下午茶")->valid_until = NOW + 1;
  add ("c", "晚安")->valid_from = NOW + 1;
  add ("d", "周末")->valid_until = NOW - ZG_TIME_DAY;
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "expired a; expired d; ");
}

static void
test_broken (void)
{
  g_autoptr(ZgReplyHealth) health = NULL;
  g_autofree char *shown = NULL;

  begin ();
  add ("a", "{称呼|亲}，早上好");
  add ("b", "{称乎}，下午茶");
  g_ptr_array_add (add ("c", "晚安")->variants, g_strdup ("周末 {订单号"));
  /* Once, however many of its wordings are broken; the reason is that of the first. */
  g_ptr_array_add (add ("d", "{第一个} 您好")->variants, g_strdup ("{第二个} 在的"));
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "broken b; broken c; broken d; ");
  g_assert_nonnull (strstr (((ZgReplyFinding *) g_ptr_array_index (health->findings, 2))->reason, "第一个"));
  for (guint i = 0; i < health->findings->len; i++)
    g_assert_nonnull (((ZgReplyFinding *) g_ptr_array_index (health->findings, i))->reason);
}

static void
test_similar (void)
{
  g_autoptr(ZgReplyHealth) health = NULL;
  g_autofree char *shown = NULL;
  const ZgReplyFinding *finding;

  begin ();
  add ("a", "您的包裹已经发出，请留意查收");
  add ("b", "这款现在缺货，下周到货");
  add ("c", "您的包裹已经发出，请注意查收");
  add ("d", "您的包裹已经发出，请留意查收！");
  /* Of one trade, but another matter: half of it is the same. */
  add ("e", "您的包裹已经签收，满意请给好评");
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "similar d; similar c; ");
  finding = g_ptr_array_index (health->findings, 0);
  g_assert_cmpstr (finding->other->title, ==, "a");
  g_assert_cmpfloat (finding->share, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-health/use", test_use);
  g_test_add_func ("/reply-health/half-a-use", test_half_a_use);
  g_test_add_func ("/reply-health/order", test_order);
  g_test_add_func ("/reply-health/expired", test_expired);
  g_test_add_func ("/reply-health/broken", test_broken);
  g_test_add_func ("/reply-health/similar", test_similar);
  return g_test_run ();
}
