/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "bench-figures.h"
#include "zg-pinyin.h"
#include "zg-reply-book.h"
#include "zg-reply-health.h"
#include "zg-reply-table.h"
#include "zg-similar.h"

/*
 * Finding one of 10,000 replies: from a key press to the rows, as the window does it through the book. What is typed is
 * cut from the replies themselves and grows key by key, so common and rare beginnings come as often as at a desk; questions
 * come as they are pasted. The limit is for the processor's time of the whole key press. A plain search for the same bytes
 * in all texts in the same run is the reference.
 */

#define N_REPLIES 10000
#define N_TYPED 60
#define LIMIT_MS 10.0

typedef enum {
  KIND_CHINESE,
  KIND_INITIALS,
  KIND_PINYIN,
  KIND_SHORTCODE,
  KIND_QUESTION,
  KIND_CLEAR,
  N_KINDS,
} Kind;

static const char * const kinds[N_KINDS] = {
  [KIND_CHINESE] = "Chinese",
  [KIND_INITIALS] = "initials",
  [KIND_PINYIN] = "pinyin",
  [KIND_SHORTCODE] = "shortcode",
  [KIND_QUESTION] = "a customer's question",
  [KIND_CLEAR] = "back to all",
};

static const char * const goods[] = {
  "针织开衫", "羊毛围巾", "棉麻衬衫", "牛仔裤", "连衣裙", "保温杯", "帆布包", "运动鞋", "羽绒服", "睡衣", "茶叶", "蜂蜜",
  "耳环", "手机壳", "床单", "台灯", "雨伞", "香薰", "笔记本", "拼图",
};
static const char * const subjects[] = {
  "尺码", "颜色", "发货", "快递", "退货", "换货", "质量", "价格", "优惠", "洗涤", "库存", "赠品", "包装", "发票", "保修", "材质",
  "运费", "地址", "评价", "预售",
};
static const char * const actions[] = {
  "说明", "推荐", "核对", "提醒", "答复", "道歉", "催付", "确认", "回访", "安抚", "介绍", "比较", "通知", "感谢", "补偿", "登记",
};
static const char * const openings[] = { "请问", "老板，", "我买的", "昨天问过的", "想问一下" };
static const char * const closings[] = { "怎么样呀", "能便宜点吗", "什么时候能到", "有问题怎么弄", "可以换吗" };
static const char * const sentences[] = {
  "您放心，这边会一直跟着，有消息第一时间告诉您。", "您看中哪一款可以发给我，帮您对一下。", "今天下午四点前付款，晚上就能发出。",
  "收到后有任何不满意，随时来找我们。", "麻烦您拍一张照片发过来，我们马上处理。", "这款面料偏软，贴身穿也舒服。",
  "两件一起拍可以省一份运费。", "您稍等一下，我去仓库看看再回您。",
};

#define PICK(list, number) list[(number) % G_N_ELEMENTS (list)]

/* The @i'th of replies that all differ, with some 80 characters of which some are in many. */
static ZgReply *
make_reply (guint   i,
            GRand  *random,
            gint64  group_id)
{
  ZgReply *reply = zg_reply_new ();
  const char *good = PICK (goods, i), *subject = PICK (subjects, i / 20), *action = PICK (actions, i / 400);
  GString *body = g_string_new (NULL);

  reply->group_id = group_id;
  reply->position = (int) i;
  reply->title = g_strdup_printf ("%s%s%s %u", good, subject, action, i / 6400 + 1);
  reply->shortcode = g_strdup_printf ("h%u", i);
  reply->stages = 1u << (i % ZG_N_STAGES);
  reply->starter = g_strdup ("");
  g_string_printf (body, "{称呼|亲}，关于%s的%s，编号 %u。", good, subject, i);
  g_string_append (body, PICK (sentences, g_rand_int (random)));
  for (guint k = 0; k < 40; k++)
    {
      g_string_append_unichar (body, (gunichar) g_rand_int_range (random, 0x4e00, 0x5200));
      if (k % 7 == 6)
        g_string_append (body, PICK (subjects, g_rand_int (random)));
    }
  reply->body = g_string_free (body, FALSE);
  g_ptr_array_add (reply->variants, g_strdup_printf ("%s，%s第 %u 条", reply->title, subject, i));
  for (guint k = 0; k < 3; k++)
    g_ptr_array_add (reply->keywords, g_strdup_printf ("%s%s", PICK (goods, i + k), PICK (subjects, i / 20 + k)));
  return reply;
}

static gboolean
write_replies (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  gint64 group_id = zg_reply_table_ensure_group (db, "全部", error);

  if (group_id == 0)
    return FALSE;
  for (guint i = 0; i < N_REPLIES; i++)
    {
      g_autoptr(ZgReply) reply = make_reply (i, random, group_id);

      if (!zg_reply_table_insert (db, reply, ZG_TIME_DAY, error))
        return FALSE;
    }
  return TRUE;
}

/* What a person types to find the @i'th reply. */
static char *
make_typed (guint i,
            Kind  kind)
{
  g_autoptr(GPtrArray) keys = NULL;
  g_autofree char *name = g_strdup_printf ("%s%s%s", PICK (goods, i), PICK (subjects, i / 20), PICK (actions, i / 400));

  switch (kind)
    {
    case KIND_CHINESE:
      return g_steal_pointer (&name);
    case KIND_INITIALS:
    case KIND_PINYIN:
      keys = zg_text_keys (name);
      return g_strdup (g_ptr_array_index (keys, kind == KIND_PINYIN));
    case KIND_SHORTCODE:
      return g_strdup_printf ("h%u", i);
    case KIND_QUESTION:
      return g_strconcat (PICK (openings, i), PICK (goods, i / 3), "的", PICK (subjects, i / 7), PICK (closings, i / 5), NULL);
    case KIND_CLEAR:
    default:
      return g_strdup ("");
    }
}

static void
press (ZgReplyBook *book,
       const char  *query,
       GArray      *times)
{
  double begin = bench_cpu (), taken;

  zg_reply_book_set_query (book, query);
  taken = bench_cpu () - begin;
  g_array_append_val (times, taken);
}

/* Types @typed key by key, or pastes it. */
static void
type (ZgReplyBook *book,
      const char  *typed,
      Kind         kind,
      GArray      *times)
{
  const char *end = kind == KIND_QUESTION ? typed + strlen (typed) : typed;

  do
    {
      g_autofree char *query = NULL;

      if (*end != '\0')
        end = g_utf8_next_char (end);
      query = g_strndup (typed, end - typed);
      press (book, query, times);
    }
  while (*end != '\0');
}

/* The reference: the same bytes looked for in all texts, with strstr(). */
static double
scan (ZgReplyBook *book,
      const char  *typed)
{
  GListModel *hits = zg_reply_book_get_hits (book);
  double begin;
  guint n = 0;

  zg_reply_book_set_query (book, "");
  begin = bench_cpu ();
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(ZgReplyItem) item = g_list_model_get_item (hits, i);

      n += strstr (zg_reply_item_get_reply (item)->body, typed) != NULL;
    }
  g_debug ("%u", n);
  return bench_cpu () - begin;
}

static gboolean
measure (ZgReplyBook *book)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  double reference = scan (book, "第一时间"), p95;

  for (Kind kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < N_TYPED; i++)
        {
          g_autofree char *typed = make_typed ((guint) g_rand_int_range (random, 0, N_REPLIES), kind);

          if (kind == KIND_CLEAR)
            zg_reply_book_set_query (book, "x");
          type (book, typed, kind, times);
        }
      g_array_append_vals (all, times->data, times->len);
      printf ("%-24s %4u keys   median %6.2f p95 %6.2f max %6.2f ms\n", kinds[kind], times->len, bench_percentile (times, 0.5),
              bench_percentile (times, 0.95), bench_percentile (times, 1));
    }

  p95 = bench_percentile (all, 0.95);
  printf ("%-24s %4u keys   median %6.2f p95 %6.2f max %6.2f ms   ratio to limit of %.0f ms %.2f, to strstr %.1f\n", "all",
          all->len, bench_percentile (all, 0.5), p95, bench_percentile (all, 1), LIMIT_MS, p95 / LIMIT_MS, p95 / reference);
  return p95 <= LIMIT_MS;
}

static gboolean
measure_health (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  double begin = bench_cpu ();
  g_autoptr(ZgReplyHealth) health = zg_reply_health_check (db, 0, ZG_TIME_DAY, error);

  if (health == NULL)
    return FALSE;
  printf ("%-24s %u findings in %.0f ms, on a thread of its own\n", "health", health->findings->len, bench_cpu () - begin);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgClock) clock = zg_clock_new_system ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(ZgReplyBook) book = NULL;
  g_autoptr(ZgStore) store = NULL;
  gint64 begin;
  gboolean good;

  setlocale (LC_ALL, "");
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  zg_store_write (store, write_replies, NULL, &error);
  g_assert_no_error (error);

  book = zg_reply_book_new (store, clock);
  g_signal_connect_swapped (book, "loaded", G_CALLBACK (g_main_loop_quit), loop);
  begin = g_get_monotonic_time ();
  zg_reply_book_reload (book);
  g_main_loop_run (loop);
  printf ("%-24s %u replies in %.0f ms, on a thread of the store\n", "read",
          zg_reply_book_get_n_replies (book), (g_get_monotonic_time () - begin) / 1e3);

  good = measure (book);
  g_assert_true (zg_store_read (store, measure_health, NULL, &error));
  g_clear_object (&book);
  zg_store_close (store);
  for (const char * const *ending = (const char * const []) { "", "-wal", "-shm", ".lock", NULL }; *ending != NULL; ending++)
    {
      g_autofree char *file = g_strconcat (path, *ending, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return good ? 0 : 1;
}
