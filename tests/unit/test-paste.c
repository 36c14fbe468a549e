/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "zg-division-names.h"
#include "zg-paste.h"

/* The parser of pasted addresses: by the files of tests/fixtures/paste, which say what has to come out, and by itself. */

enum {
  QUIRK,
  PASTE,
  FIRST_FIELD,
  N_COLUMNS = FIRST_FIELD + ZG_N_PASTE_FIELDS + 1,
};

/* The sequence of the columns. */
static const ZgPasteField column_fields[] = {
  ZG_PASTE_NAME, ZG_PASTE_PHONE, ZG_PASTE_POSTCODE, ZG_PASTE_PROVINCE, ZG_PASTE_CITY, ZG_PASTE_DISTRICT, ZG_PASTE_DETAIL,
  ZG_PASTE_NOTE,
};

typedef struct {
  guint n;
  guint n_right;
} Score;

/* Letters, digits and stars in narrow width: what the columns are compared by. */
static char *
plain (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *at = narrow; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '*')
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static char *
get_field (const ZgPaste *paste,
           ZgPasteField   field)
{
  if (field == ZG_PASTE_PHONE && paste->phones->len > 0)
    {
      g_autoptr(GPtrArray) phones = g_ptr_array_new ();

      for (guint i = 0; i < paste->phones->len; i++)
        g_ptr_array_add (phones, g_ptr_array_index (paste->phones, i));
      g_ptr_array_add (phones, NULL);
      return g_strjoinv (" ", (char **) phones->pdata);
    }
  return g_strdup (paste->fields[field] != NULL ? paste->fields[field] : "");
}

static gboolean
is_same (ZgPasteField  field,
         const char   *expected,
         const char   *found)
{
  g_autofree char *plain_expected = plain (expected);
  g_autofree char *plain_found = plain (found);

  if (field == ZG_PASTE_DETAIL || field == ZG_PASTE_NOTE)
    return strcmp (plain_expected, plain_found) == 0;
  return strcmp (expected, found) == 0;
}

static char *
list_asked (const ZgPaste *paste)
{
  static const ZgPasteField askable[] = { ZG_PASTE_NAME, ZG_PASTE_PHONE, ZG_PASTE_PROVINCE, ZG_PASTE_CITY, ZG_PASTE_DISTRICT };
  g_autoptr(GString) asked = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (askable); i++)
    if (paste->ask[askable[i]] != NULL)
      g_string_append_printf (asked, "%s%s", asked->len > 0 ? "," : "", zg_paste_field_get_key (askable[i]));
  return g_string_free (g_steal_pointer (&asked), FALSE);
}

/* Whether all columns of a line are right; says what is not. */
static gboolean
check_line (char **columns,
            guint  n_columns)
{
  g_autofree char *text = n_columns > PASTE ? g_strcompress (columns[PASTE]) : NULL;
  g_autoptr(ZgPaste) paste = zg_paste_parse (text);
  g_autofree char *asked = list_asked (paste);
  const char *ask = n_columns == N_COLUMNS ? columns[N_COLUMNS - 1] : "";
  gboolean is_right = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (column_fields); i++)
    {
      const char *expected = FIRST_FIELD + i < n_columns ? columns[FIRST_FIELD + i] : "";
      g_autofree char *found = get_field (paste, column_fields[i]);

      if (!is_same (column_fields[i], expected, found))
        {
          g_test_message ("%s: %s: %s is “%s”, not “%s”", columns[QUIRK], text,
                          zg_paste_field_get_key (column_fields[i]), found, expected);
          is_right = FALSE;
        }
    }
  if (strcmp (ask, asked) != 0)
    {
      g_test_message ("%s: %s: asks for “%s”, not for “%s”", columns[QUIRK], text, asked, ask);
      is_right = FALSE;
    }
  return is_right;
}

static void
report (gpointer key,
        gpointer value,
        gpointer data)
{
  const Score *score = value;

  g_test_message ("%3u of %3u right: %s", score->n_right, score->n, (const char *) key);
}

/* Scores a file by quirk; at least @least percent of its lines have to be right in every column. */
static void
score_file (const char *name,
            guint       least)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "paste", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GHashTable) quirks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  Score all = { 0, 0 };

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", N_COLUMNS);
      guint n_columns = g_strv_length (columns);
      Score *score;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      score = g_hash_table_lookup (quirks, columns[QUIRK]);
      if (score == NULL)
        {
          score = g_new0 (Score, 1);
          g_hash_table_insert (quirks, g_strdup (columns[QUIRK]), score);
        }
      if (check_line (columns, n_columns))
        {
          score->n_right++;
          all.n_right++;
        }
      score->n++;
      all.n++;
    }
  g_hash_table_foreach (quirks, report, NULL);
  g_test_message ("%u of %u lines of %s right, %.1f %%", all.n_right, all.n, name, 100.0 * all.n_right / all.n);
  g_assert_cmpuint (all.n, >, 50);
  g_assert_cmpuint (100 * all.n_right, >=, least * all.n);
}

static void
test_pastes (void)
{
  score_file ("pastes.tsv", 97);
}

static void
test_held_out (void)
{
  score_file ("held-out.tsv", 90);
}

/* Confidence: what was written is certain, what follows is likely, the rest is a guess. */
static void
test_confidence (void)
{
  static const struct {
    const char *text;
    ZgPasteField field;
    ZgPasteConfidence confidence;
  } rows[] = {
    { "收货人：张三 电话：13000000001 地址：浙江省杭州市西湖区文三路1号", ZG_PASTE_NAME, ZG_PASTE_CERTAIN },
    { "张三 13000000001 浙江省杭州市西湖区文三路1号", ZG_PASTE_NAME, ZG_PASTE_LIKELY },
    { "文三路19号张三13000000001", ZG_PASTE_NAME, ZG_PASTE_GUESS },
    { "浙江省杭州市西湖区文三路1号", ZG_PASTE_NAME, ZG_PASTE_MISSING },
    { "张三 13000000001", ZG_PASTE_PHONE, ZG_PASTE_CERTAIN },
    { "文三路20313000000001", ZG_PASTE_PHONE, ZG_PASTE_LIKELY },
    { "张* 130****0001 杭州市西湖区", ZG_PASTE_PHONE, ZG_PASTE_LIKELY },
    { "张三 1300000001 杭州市西湖区", ZG_PASTE_PHONE, ZG_PASTE_MISSING },
    { "浙江省杭州市西湖区文三路1号", ZG_PASTE_PROVINCE, ZG_PASTE_CERTAIN },
    { "杭州市西湖区文三路1号", ZG_PASTE_PROVINCE, ZG_PASTE_LIKELY },
    { "越秀区示例路1号", ZG_PASTE_PROVINCE, ZG_PASTE_GUESS },
    { "西湖区示例路1号", ZG_PASTE_PROVINCE, ZG_PASTE_MISSING },
    { "福建省福清市示例路1号", ZG_PASTE_CITY, ZG_PASTE_LIKELY },
    { "上海浦东新区示例路1号", ZG_PASTE_CITY, ZG_PASTE_CERTAIN },
    { "浙江杭州余杭示例路1号", ZG_PASTE_DISTRICT, ZG_PASTE_LIKELY },
    { "江苏省南通市海门市示例路1号", ZG_PASTE_DISTRICT, ZG_PASTE_LIKELY },
    { "山东省青岛市西海岸新区示例路1号", ZG_PASTE_DISTRICT, ZG_PASTE_GUESS },
    { "浙江省杭州市西湖区文三路1号", ZG_PASTE_DETAIL, ZG_PASTE_CERTAIN },
    { "文三路1号，浙江省杭州市西湖区", ZG_PASTE_DETAIL, ZG_PASTE_LIKELY },
    { "张三 13000000001 文三路1号", ZG_PASTE_DETAIL, ZG_PASTE_GUESS },
    { "浙江省杭州市西湖区文三路1号 310012", ZG_PASTE_POSTCODE, ZG_PASTE_LIKELY },
    { "浙江省杭州市西湖区文三路1号 邮编：310012", ZG_PASTE_POSTCODE, ZG_PASTE_CERTAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgPaste) paste = zg_paste_parse (rows[i].text);

      if (paste->confidence[rows[i].field] != rows[i].confidence)
        g_test_message ("%s: %s", rows[i].text, zg_paste_field_get_key (rows[i].field));
      g_assert_cmpstr (zg_paste_confidence_get_key (paste->confidence[rows[i].field]), ==,
                       zg_paste_confidence_get_key (rows[i].confidence));
    }
}

/* What has to be asked, and what it may be. */
static void
test_ask (void)
{
  static const struct {
    const char *text;
    ZgPasteField field;
    const char *candidates;      /* NULL: nothing to ask; more may follow where it ends in a slash */
  } rows[] = {
    { "鼓楼区示例路1号", ZG_PASTE_PROVINCE, "江苏省/福建省/河南省" },
    { "鼓楼区示例路1号", ZG_PASTE_CITY, "南京市/徐州市/福州市/开封市" },
    { "鼓楼区示例路1号", ZG_PASTE_DISTRICT, NULL },
    { "江苏省鼓楼区示例路1号", ZG_PASTE_PROVINCE, NULL },
    { "江苏省鼓楼区示例路1号", ZG_PASTE_CITY, "南京市/徐州市" },
    { "福建省鼓楼区示例路1号", ZG_PASTE_CITY, NULL },
    { "浙江省杭州市江干区示例路6号", ZG_PASTE_DISTRICT, "上城区/钱塘区" },
    { "陕西省西安市高新区科技路1号", ZG_PASTE_DISTRICT, "新城区/碑林区/" },
    { "陕西省西咸新区示例路1号", ZG_PASTE_CITY, "西安市/" },
    { "广东省东莞市长安镇示例路1号", ZG_PASTE_DISTRICT, NULL },
    { "中正區示例路17號 王小姐", ZG_PASTE_CITY, "臺北市/基隆市" },
    { "中正區示例路17號 王小姐", ZG_PASTE_PROVINCE, NULL },
    { "张三 1310000151 江西省抚州市南城县示例路1号", ZG_PASTE_PHONE, "1310000151" },
    { "张三 1310000151 13100001512 江西省抚州市南城县示例路1号", ZG_PASTE_PHONE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgPaste) paste = zg_paste_parse (rows[i].text);
      GPtrArray *ask = paste->ask[rows[i].field];
      g_autoptr(GString) candidates = g_string_new (NULL);

      for (guint k = 0; ask != NULL && k < ask->len; k++)
        g_string_append_printf (candidates, "%s%s", k > 0 ? "/" : "", (const char *) g_ptr_array_index (ask, k));
      g_test_message ("%s: %s", rows[i].text, candidates->str);
      g_assert_cmpint (ask != NULL, ==, rows[i].candidates != NULL);
      if (ask != NULL && g_str_has_suffix (rows[i].candidates, "/"))
        g_assert_true (g_str_has_prefix (candidates->str, rows[i].candidates));
      else if (ask != NULL)
        g_assert_cmpstr (candidates->str, ==, rows[i].candidates);
    }
}

/* Nothing, and what no form of an address is: no field is invented, and nothing is lost. */
static void
test_odd (void)
{
  static const char * const nothing[] = {
    NULL, "", " \n\t\r\n ", "\xe2\x80\x8f\xe2\x80\xae", "\x01\x02\x1f", "😀😀", "\xff\xfe", "，。：（）", "((((", "****", "0000",
    "a", "你", "路", "省市区县", "86", "+", "收", "地址", "1.2.3.4",
  };
  g_autoptr(ZgPaste) marks = zg_paste_parse ("\xe2\x80\xab张三\xe2\x80\xac\xe2\x80\x8b 13000000001\x07 浙江省杭州市西湖区\xe2\x80\x8f文三路😀1号");
  g_autoptr(ZgPaste) broken = zg_paste_parse ("张三\xff 13000000001 杭州市西湖区文三路1号\xe5\xbc");

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr(ZgPaste) paste = zg_paste_parse (nothing[i]);

      g_test_message ("%s", paste->text);
      g_assert_true (zg_paste_is_empty (paste));
      g_assert_null (paste->ask[ZG_PASTE_PHONE]);
    }

  g_assert_cmpstr (marks->fields[ZG_PASTE_NAME], ==, "张三");
  g_assert_cmpstr (marks->fields[ZG_PASTE_DISTRICT], ==, "西湖区");
  g_assert_cmpstr (marks->fields[ZG_PASTE_DETAIL], ==, "文三路😀1号");
  g_assert_cmpstr (broken->fields[ZG_PASTE_NAME], ==, "张三");
  g_assert_cmpstr (broken->fields[ZG_PASTE_DETAIL], ==, "文三路1号");
}

/* The time for @n characters that repeat @unit; the best of three. */
static gint64
measure (const char *unit,
         guint       n)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint length = g_utf8_strlen (unit, -1);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < n; i += length)
    g_string_append (text, unit);
  for (guint round = 0; round < 3; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(ZgPaste) paste = zg_paste_parse (text->str);

      g_assert_cmpuint (paste->spans->len, >, 0);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return best;
}

/* Ten times the text takes ten times as long, not a hundred times, whatever it is made of. */
static void
test_linear (void)
{
  static const char * const units[] = {
    "北京", "浙江省杭州市西湖区示例路100号", "张三", "1", "1 ", "(", "13000000001,", "地址", "、", "我", "河北", "海南昌江", "县市辖区", "*1",
    " a", "转1", "收", "吉林市", "备注：", "(a)", "a b", "张三，", "请发", "\n", "😀", "http://",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gint64 little = measure (units[i], 1000);
      gint64 much = measure (units[i], 10000);

      g_test_message ("%s: %.2f ms for 1,000 characters, %.2f ms for 10,000", units[i], little / 1000.0, much / 1000.0);
      g_assert_cmpint (much, <, 40 * MAX (little, 100));
    }
}

/* The table knows what stands where, by name and by number. */
static void
test_divisions (void)
{
  guint hangzhou = zg_division_find_code (330100);
  guint westlake = zg_division_find_code (330106);
  guint jiyuan = zg_division_find_code (419001);
  guint yunyang = zg_division_find_code (500235);

  g_assert_cmpuint (zg_division_count (), >, 3600);
  g_assert_cmpstr (zg_division_get_name (hangzhou, FALSE), ==, "杭州市");
  g_assert_true (zg_division_is_within (westlake, hangzhou));
  g_assert_false (zg_division_is_within (hangzhou, westlake));
  g_assert_cmpuint (zg_division_get_above (westlake, ZG_DIVISION_CITY), ==, hangzhou);
  g_assert_cmpuint (zg_division_get (hangzhou)->n_children, ==, 13);
  g_assert_cmpuint (zg_division_get (hangzhou)->first_child, ==, hangzhou + 1);

  /* Directly under a province: a city without districts. */
  g_assert_cmpuint (zg_division_get (jiyuan)->level, ==, ZG_DIVISION_CITY);
  g_assert_cmpuint (zg_division_get (jiyuan)->n_children, ==, 0);
  g_assert_cmpuint (zg_division_get_above (jiyuan, ZG_DIVISION_PROVINCE), ==, zg_division_find_code (410000));
  /* The counties of Chongqing are in its one city. */
  g_assert_cmpuint (zg_division_get_above (yunyang, ZG_DIVISION_CITY), ==, zg_division_find_code (500100));
  g_assert_cmpuint (zg_division_find_code (500200), ==, ZG_DIVISION_NONE);
  g_assert_cmpuint (zg_division_find_code (419000), ==, ZG_DIVISION_NONE);
  g_assert_cmpstr (zg_division_get_name (zg_division_find_code (710100), TRUE), ==, "臺北市");
}

static void
test_division_names (void)
{
  static const struct {
    const char *text;
    guint n_chars;
    guint n_names;
  } rows[] = {
    { "杭州市西湖区", 3, 1 }, { "杭州西湖", 2, 1 }, { "鼓楼区示例路", 3, 4 }, { "积石山保安族东乡族撒拉族自治县", 15, 1 },
    { "西双版纳", 4, 1 }, { "内蒙古", 3, 1 }, { "昌江石碌", 2, 2 }, { "海门市", 3, 1 }, { "江干区", 3, 2 }, { "高新区", 3, 1 },
    { "九龙坡区", 4, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgDivisionMatch matches[ZG_DIVISION_MAX_CHARS];
      glong n_chars;
      g_autofree gunichar *chars = g_utf8_to_ucs4_fast (rows[i].text, -1, &n_chars);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (zg_division_names_match (chars, n_chars, matches), >, 0);
      g_assert_cmpuint (matches[0].n_chars, ==, rows[i].n_chars);
      g_assert_cmpuint (matches[0].n_names, ==, rows[i].n_names);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/pastes", test_pastes);
  g_test_add_func ("/paste/held-out", test_held_out);
  g_test_add_func ("/paste/confidence", test_confidence);
  g_test_add_func ("/paste/ask", test_ask);
  g_test_add_func ("/paste/odd", test_odd);
  g_test_add_func ("/paste/linear", test_linear);
  g_test_add_func ("/paste/divisions", test_divisions);
  g_test_add_func ("/paste/division-names", test_division_names);
  return g_test_run ();
}
