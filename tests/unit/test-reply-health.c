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
  health = check ();
  shown = show (health);
  g_assert_cmpstr (shown, ==, "broken b; broken c; ");
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
  g_test_add_func ("/reply-health/expired", test_expired);
  g_test_add_func ("/reply-health/broken", test_broken);
  g_test_add_func ("/reply-health/similar", test_similar);
  return g_test_run ();
}
