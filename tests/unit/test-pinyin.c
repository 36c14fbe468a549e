/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-pinyin.h"
#include "zg-readings.h"

typedef GPtrArray *(*KeysFunc) (const char *text);

/* Checks that the keys are exactly @wanted. */
static void
check_keys (KeysFunc    func,
            const char *text,
            const char *wanted)
{
  g_autoptr(GPtrArray) keys = func (text);
  g_autofree char *joined = NULL;

  g_ptr_array_add (keys, NULL);
  joined = g_strjoinv (" ", (char **) keys->pdata);
  if (strcmp (joined, wanted) != 0)
    g_test_message ("%s", text);
  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_names (void)
{
  static const struct {
    const char *name;
    const char *keys;
  } rows[] = {
    { "王晓雯", "wxw wangxiaowen" },
    { "曾小贤", "zxx zengxiaoxian cxx cengxiaoxian" },
    { "小曾", "xz xiaozeng xc xiaoceng" },
    { "老单", "ls laoshan ld laodan" },
    { "老单的店", "lddd laodandedian laodandidian" },
    { "单田芳", "stf shantianfang dtf dantianfang" },
    { "單田芳", "stf shantianfang dtf dantianfang" },
    { "仇英", "qy qiuying cy chouying" },
    { "解缙", "xj xiejin jj jiejin" },
    { "查良镛", "zly zhaliangyong cly chaliangyong" },
    { "区志强", "ozq ouzhiqiang qzq quzhiqiang" },
    { "尉迟恭", "ycg yuchigong" },
    { "尉健行", "wjx weijianxing yjx yujianxing wjh weijianhang yjh yujianhang" },
    { "万俟雅言", "mqyy moqiyayan" },
    { "万小姐", "wxj wanxiaojie" },
    { "单于先生", "cyxs chanyuxiansheng" },
    { "单于", "sy shanyu dy danyu" },
    { "长孙无忌", "zswj zhangsunwuji" },
    { "欧阳修", "oyx ouyangxiu" },
    { "乐嘉", "yj yuejia lj lejia" },
    { "盖聂", "gn genie gainie" },
    { "吕布", "lb lvbu lubu" },
    { "缪小姐", "mxj miaoxiaojie mouxiaojie" },
    { "朴信惠", "pxh piaoxinhui puxinhui" },
    { "覃先生", "qxs qinxiansheng txs tanxiansheng" },
    { "張三豐", "zsf zhangsanfeng" },
    { "葉問", "yw yewen" },
    { "晓雯_xw", "xwxw xiaowenxw" },
    { "xw_晓雯", "xwxw xwxiaowen" },
    { "A&B <b> 老板", "abblb abblaoban" },
    { "Anna Smith", "annasmith" },
    { "José", "jose" },
    { "ＴＢ１２３", "tb123" },
    { "林**", "l lin" },
    { "𠮷野家", "yj yejia" },
    { "😀", "" },
    { "**", "" },
    { "", "" },
    { NULL, "" },
    { "a\xff" "b\xe4\xb8", "ab" },
    { "\n王\t", "w wang" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_keys (zg_name_keys, rows[i].name, rows[i].keys);
}

/* As in a Chinese address book: by sound, each surname by itself; Latin names among them, names without letters last. */
static void
test_sort_key (void)
{
  static const char * const sorted[] = {
    "13号客户", "安琪", "Anna Smith", "José", "李安", "李晓", "李晓雯", "黎明", "连战", "单田芳", "上官云", "汪晓", "王安石",
    "王五", "王 晓 雯", "乐嘉", "曾小贤", "张三", "张三丰", "朱一", "😀",
  };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *first = zg_name_sort_key (sorted[i]);
      g_autofree char *second = zg_name_sort_key (sorted[i + 1]);

      if (strcmp (first, second) >= 0)
        g_test_message ("%s (%s) does not stand before %s (%s)", sorted[i], first, sorted[i + 1], second);
      g_assert_cmpint (strcmp (first, second), <, 0);
    }
}

static void
test_same_sort_key (void)
{
  static const char * const same[][2] = {
    { "張三豐", "张三丰" }, { "ＡＮＮＡ", "anna" }, { "王晓雯", "王 晓雯。" }, { NULL, "" }, { "**", "😀" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *first = zg_name_sort_key (same[i][0]);
      g_autofree char *second = zg_name_sort_key (same[i][1]);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_texts (void)
{
  static const struct {
    const char *text;
    const char *keys;
  } rows[] = {
    { "核对地址", "hddz heduidizhi heduidezhi" },
    { "長沙", "cs changsha zs zhangsha" },
    { "重庆", "zq zhongqing cq chongqing" },
    { "银行", "yx yinxing yh yinhang" },
    { "音乐", "yl yinle yy yinyue" },
    { "曾经", "cj cengjing zj zengjing" },
    { "乾隆", "ql qianlong gl ganlong" },
    { "女款", "nk nvkuan nukuan" },
    { "L码", "lm lma" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_keys (zg_text_keys, rows[i].text, rows[i].keys);
}

/* Names with more ways to read them, and longer ones, than anybody types. */
static void
test_limits (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autoptr(GPtrArray) keys = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (name, "着行長重乐");
  keys = zg_name_keys (name->str);
  g_assert_cmpint (keys->len, <=, 16);
  g_assert_cmpint (keys->len, >, 2);
  for (guint i = 0; i < keys->len; i++)
    g_assert_cmpint (strlen (g_ptr_array_index (keys, i)), <, 48 * 8 + 1);
}

/* Every reading of every character is something a Latin keyboard can type. */
static void
test_all_readings (void)
{
  guint n_known = 0;

  for (gunichar c = 0x3000; c < 0x30000; c++)
    {
      const ZgReadings *all[] = { zg_readings_of_char (c), zg_readings_of_surname (c) };

      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        {
          for (gsize k = 0; k < ZG_MAX_READINGS && all[i]->pinyin[k] != NULL; k++)
            {
              const char *reading = all[i]->pinyin[k];

              g_assert_cmpint (strspn (reading, "abcdefghijklmnopqrstuvwxyz"), ==, strlen (reading));
              g_assert_cmpint (strlen (reading), >, 0);
              g_assert_cmpint (strlen (reading), <=, ZG_MAX_READING_LENGTH);
            }
          g_assert_null (all[i]->pinyin[ZG_MAX_READINGS]);
        }
      n_known += all[0]->pinyin[0] != NULL && c >= 0x4e00 && c <= 0x9fa5;
    }
  g_assert_cmpint (n_known, >, 20000);
}

static void
test_find (void)
{
  static const struct {
    const char *text;
    const char *typed;
    const char *part;           /* NULL: not there */
  } rows[] = {
    { "核对地址", "hddz", "核对地址" },
    { "核对地址", "hd", "核对" },
    { "核对地址（简短）", "hddzj", "核对地址（简" },
    { "核对地址", "heduidizhi", "核对地址" },
    { "核对地址", "he dui", "核对" },
    { "核对地址", "hed", "核对" },
    { "核对地址", "hedu", "核对" },
    { "核对地址", "hedx", NULL },
    { "核对地址", "hdz", NULL },
    { "核对地址", "dizhi", "地址" },
    { "核对地址", "dezhi", "地址" },
    { "核对地址", "dz", "地址" },
    { "核对地址", "ddz", "对地址" },
    { "核对地址", "dzhi", "地址" },
    { "核对地址", "DZ", "地址" },
    { "核对地址", "ｄｚ", "地址" },
    { "收货人", "shhr", "收货人" },
    { "西安", "xi'an", "西安" },
    { "发L码", "flm", "发L码" },
    { "發貨", "fahuo", "發貨" },
    { "绿色", "lvse", "绿色" },
    { "绿色", "luse", "绿色" },
    { "核对地址", "对", NULL },
    { "核对地址", "h对", NULL },
    { "核对地址", "", NULL },
    { "核对地址", "'", NULL },
    { "", "a", NULL },
    { "核\xff对", "hd", "核\xff对" },
    { "核对", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize start = 0, end = 0;
      gboolean found = zg_find_pinyin (rows[i].text, rows[i].typed, &start, &end);
      g_autofree char *part = found ? g_strndup (rows[i].text + start, end - start) : NULL;

      if (g_strcmp0 (part, rows[i].part) != 0)
        g_test_message ("%s in %s", rows[i].typed, rows[i].text);
      g_assert_cmpstr (part, ==, rows[i].part);
    }
}

/* What keys begin with, however it was typed; NULL for what is no pinyin. */
static void
test_of_typed (void)
{
  static const struct {
    const char *typed;
    const char *letters;
  } rows[] = {
    { "wxw", "wxw" }, { "Wang Xiao　Wen", "wangxiaowen" }, { " ｗｘ ", "wx" }, { "xi'an", "xian" }, { "xi’an", "xian" },
    { "lv", "lv" }, { "lu", "lu" }, { "lü", "lv" }, { "LÜ", "lv" }, { "lǚ bù", "lvbu" }, { "lu\xcc\x88", "lv" },
    { "lu\xcc\x80", "lu" }, { "wáng", "wang" }, { "tb 12", "tb12" },
    { "", NULL }, { " '", NULL }, { "王", NULL }, { "w王", NULL }, { "w-x", NULL }, { "w_x", NULL }, { "\xff", NULL }, { "w\xff", NULL },
    { "\xcc\x88", NULL },
    { "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij", "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij" },
    { "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghija", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letters = zg_pinyin_of_typed (rows[i].typed);

      g_assert_cmpstr (letters, ==, rows[i].letters);
    }
}

static void
test_find_typed (void)
{
  gsize start, end;

  /* The same characters come before the same sound. */
  g_assert_true (zg_find_typed ("地 dz", "dz", &start, &end));
  g_assert_cmpint (start, ==, 4);
  g_assert_true (zg_find_typed ("核对地址", "對", &start, &end));
  g_assert_cmpint (start, ==, 3);
  g_assert_true (zg_find_typed ("核对地址", "dz", &start, &end));
  g_assert_cmpint (start, ==, 6);
  g_assert_false (zg_find_typed ("核对地址", "xyz", &start, &end));
}

static gpointer
read_in_thread (gpointer data)
{
  return zg_name_keys (data);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pinyin", read_in_thread, (gpointer) "王晓雯");
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(GPtrArray) keys = g_thread_join (threads[i]);

      g_assert_cmpint (keys->len, ==, 2);
      g_assert_cmpstr (g_ptr_array_index (keys, 1), ==, "wangxiaowen");
    }
}

static void
test_speed (void)
{
  static const char * const names[] = { "王晓雯", "欧阳修远", "曾小贤", "晓雯_xw", "李雷", "张乐行", "吕布" };
  gsize n = 0;
  double seconds;

  g_test_timer_start ();
  for (guint i = 0; i < 1000000; i++)
    {
      g_autoptr(GPtrArray) keys = zg_name_keys (names[i % G_N_ELEMENTS (names)]);

      n += keys->len;
    }
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%.2f s for the keys of a million names", seconds);
  g_assert_cmpint (n, >, 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, while nothing is loaded yet. */
  g_test_add_func ("/pinyin/threads", test_threads);
  g_test_add_func ("/pinyin/names", test_names);
  g_test_add_func ("/pinyin/sort-key", test_sort_key);
  g_test_add_func ("/pinyin/same-sort-key", test_same_sort_key);
  g_test_add_func ("/pinyin/texts", test_texts);
  g_test_add_func ("/pinyin/limits", test_limits);
  g_test_add_func ("/pinyin/all-readings", test_all_readings);
  g_test_add_func ("/pinyin/find", test_find);
  g_test_add_func ("/pinyin/of-typed", test_of_typed);
  g_test_add_func ("/pinyin/find-typed", test_find_typed);
  if (g_test_perf ())
    g_test_add_func ("/pinyin/speed", test_speed);
  return g_test_run ();
}
