/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-address.h"

#define ABSENT ZG_DISCLOSURE_ABSENT
#define CIPHER ZG_DISCLOSURE_CIPHER
#define MASKED ZG_DISCLOSURE_MASKED
#define PLAIN ZG_DISCLOSURE_PLAIN

static const struct {
  const char *text;
  const char *province;
  const char *city;
  const char *district;
  const char *detail;
  const char *postcode;
  ZgDisclosure disclosure;
  gboolean complete;
} parse_table[] = {
  /* as exports write them: blanks, and a postcode at the end */
  { "广东省 广州市 越秀区 示例街道环市东路1号(510180)", "广东省", "广州市", "越秀区", "示例街道环市东路1号", "510180", PLAIN, TRUE },
  { "广东省 广州市 越秀区 示例街道（５１０１８０）", "广东省", "广州市", "越秀区", "示例街道", "510180", PLAIN, TRUE },
  { "广东省 广州市 越秀区 示例街道（510180） ", "广东省", "广州市", "越秀区", "示例街道", "510180", PLAIN, TRUE },
  { "广东省 广州市 其它区 示例路(000000)", "广东省", "广州市", "其它区", "示例路", NULL, PLAIN, TRUE },
  { "广东省  广州市\t越秀区　示例 街道 2 号", "广东省", "广州市", "越秀区", "示例 街道 2 号", NULL, PLAIN, TRUE },
  { "广东省 广州市 越秀区 示例楼(东门)", "广东省", "广州市", "越秀区", "示例楼(东门)", NULL, PLAIN, TRUE },
  { "广东省 广州市 越秀区 示例楼(东门)(510180)", "广东省", "广州市", "越秀区", "示例楼(东门)", "510180", PLAIN, TRUE },
  { "广东省 广州市 越秀区 示例楼(12345)", "广东省", "广州市", "越秀区", "示例楼(12345)", NULL, PLAIN, TRUE },
  { "上海 上海市 闵行区 示例路1号(201100)", "上海", "上海市", "闵行区", "示例路1号", "201100", PLAIN, TRUE },
  { "北京市 北京市 西城区 示例街1号", "北京市", "北京市", "西城区", "示例街1号", NULL, PLAIN, TRUE },
  { "北京 东城区 示例街1号", "北京", NULL, "东城区", "示例街1号", NULL, PLAIN, TRUE },
  { "新疆维吾尔自治区 伊犁哈萨克自治州 伊宁市 示例路", "新疆维吾尔自治区", "伊犁哈萨克自治州", "伊宁市", "示例路", NULL, PLAIN, TRUE },
  { "内蒙古自治区 锡林郭勒盟 西乌珠穆沁旗 示例路", "内蒙古自治区", "锡林郭勒盟", "西乌珠穆沁旗", "示例路", NULL, PLAIN, TRUE },
  { "黑龙江省 大兴安岭地区 漠河市 示例路", "黑龙江省", "大兴安岭地区", "漠河市", "示例路", NULL, PLAIN, TRUE },
  { "江苏省 苏州市 工业园区 示例路", "江苏省", "苏州市", "工业园区", "示例路", NULL, PLAIN, TRUE },
  { "浙江省 台州市 路桥区 示例路", "浙江省", "台州市", "路桥区", "示例路", NULL, PLAIN, TRUE },
  { "河北省 唐山市 路北区 示例路", "河北省", "唐山市", "路北区", "示例路", NULL, PLAIN, TRUE },
  { "浙江省 杭州市 幸福小区 3 幢 502", "浙江省", "杭州市", NULL, "幸福小区 3 幢 502", NULL, PLAIN, FALSE },
  { "广东省 东莞市 示例街道 示例路", "广东省", "东莞市", NULL, "示例街道 示例路", NULL, PLAIN, TRUE },
  { "湖北省 省直辖县级行政区划 仙桃市 示例路", "湖北省", "省直辖县级行政区划", "仙桃市", "示例路", NULL, PLAIN, TRUE },
  { "香港特别行政区 九龙 观塘区 示例街", "香港特别行政区", "九龙", "观塘区", "示例街", NULL, PLAIN, TRUE },
  { "广东省 null null null", "广东省", NULL, NULL, NULL, NULL, ABSENT, FALSE },

  /* a province alone, as anonymised files have it */
  { "上海", "上海", NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { "广东", "广东", NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { "内蒙古自治区", "内蒙古自治区", NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { "广东省 深圳市", "广东省", "深圳市", NULL, NULL, NULL, ABSENT, FALSE },

  /* without blanks */
  { "浙江省杭州市西湖区文三路100号", "浙江省", "杭州市", "西湖区", "文三路100号", NULL, PLAIN, TRUE },
  { "浙江省杭州市西湖区文三路 100 号 幸福小区 3 幢 502", "浙江省", "杭州市", "西湖区", "文三路 100 号 幸福小区 3 幢 502", NULL, PLAIN, TRUE },
  { "广东深圳市南山区示例路", "广东", "深圳市", "南山区", "示例路", NULL, PLAIN, TRUE },
  { "上海市闵行区示例路", "上海市", NULL, "闵行区", "示例路", NULL, PLAIN, TRUE },
  { "上海上海市闵行区示例路", "上海", "上海市", "闵行区", "示例路", NULL, PLAIN, TRUE },
  { "北京市市辖区海淀区示例路", "北京市", "市辖区", "海淀区", "示例路", NULL, PLAIN, TRUE },
  { "北京市西城区示例路", "北京市", NULL, "西城区", "示例路", NULL, PLAIN, TRUE },
  { "吉林省吉林市船营区示例路", "吉林省", "吉林市", "船营区", "示例路", NULL, PLAIN, TRUE },
  { "吉林吉林市船营区示例路", "吉林", "吉林市", "船营区", "示例路", NULL, PLAIN, TRUE },
  { "吉林市船营区示例路", NULL, "吉林市", "船营区", "示例路", NULL, PLAIN, FALSE },
  { "北京东路100号", NULL, NULL, NULL, "北京东路100号", NULL, PLAIN, FALSE },
  { "上海路 100 号", NULL, NULL, NULL, "上海路 100 号", NULL, PLAIN, FALSE },
  { "湖南省常德市津市市示例路", "湖南省", "常德市", "津市市", "示例路", NULL, PLAIN, TRUE },
  { "江苏省苏州市常熟市示例镇", "江苏省", "苏州市", "常熟市", "示例镇", NULL, PLAIN, TRUE },
  { "山西省晋城市城区示例街", "山西省", "晋城市", "城区", "示例街", NULL, PLAIN, TRUE },
  { "甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县示例路", "甘肃省", "临夏回族自治州", "积石山保安族东乡族撒拉族自治县", "示例路", NULL, PLAIN, TRUE },
  { "海南省定安县示例镇", "海南省", NULL, "定安县", "示例镇", NULL, PLAIN, TRUE },
  { "湖北省仙桃市示例大道", "湖北省", "仙桃市", NULL, "示例大道", NULL, PLAIN, TRUE },
  { "浙江省杭州市文三路幸福小区3幢", "浙江省", "杭州市", NULL, "文三路幸福小区3幢", NULL, PLAIN, FALSE },
  { "浙江省杭州市中山路100号上城区", "浙江省", "杭州市", NULL, "中山路100号上城区", NULL, PLAIN, FALSE },
  { "杭州市西湖区文三路", NULL, "杭州市", "西湖区", "文三路", NULL, PLAIN, FALSE },
  { "台北市大安區示例路1號", NULL, "台北市", "大安區", "示例路1號", NULL, PLAIN, TRUE },
  { "新竹縣竹北市示例路1號", NULL, NULL, NULL, "新竹縣竹北市示例路1號", NULL, PLAIN, FALSE },
  { "12 Example Street, Springfield", NULL, NULL, NULL, "12 Example Street, Springfield", NULL, PLAIN, FALSE },
  { "城市花园3号", NULL, NULL, NULL, "城市花园3号", NULL, PLAIN, FALSE },

  /* hidden and nothing */
  { "浙江省 杭州市 西湖区 文三路***", "浙江省", "杭州市", "西湖区", "文三路***", NULL, MASKED, TRUE },
  { "浙江省 杭州市 西湖区 ****", "浙江省", "杭州市", "西湖区", "****", NULL, MASKED, TRUE },
  { "****", NULL, NULL, NULL, "****", NULL, MASKED, FALSE },
  { "##aGVs bG8=", NULL, NULL, NULL, "##aGVs bG8=", NULL, CIPHER, FALSE },
  { "null", NULL, NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { "", NULL, NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { NULL, NULL, NULL, NULL, NULL, NULL, ABSENT, FALSE },
  { "(510180)", NULL, NULL, NULL, NULL, "510180", ABSENT, FALSE },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_table); i++)
    {
      g_autoptr (ZgAddress) address = zg_address_parse_export (parse_table[i].text);

      g_test_message ("%s", parse_table[i].text);
      g_assert_cmpstr (address->province, ==, parse_table[i].province);
      g_assert_cmpstr (address->city, ==, parse_table[i].city);
      g_assert_cmpstr (address->district, ==, parse_table[i].district);
      g_assert_cmpstr (address->detail, ==, parse_table[i].detail);
      g_assert_cmpstr (address->postcode, ==, parse_table[i].postcode);
      g_assert_cmpint (address->disclosure, ==, parse_table[i].disclosure);
      g_assert_cmpint (zg_address_is_complete (address), ==, parse_table[i].complete);
    }
}

/* No cut of a text, not even through a character, may do worse than be understood wrongly. */
static void
test_parse_cut (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_table); i++)
    for (const char *end = parse_table[i].text; end != NULL && *end != '\0'; end++)
      {
        g_autofree char *cut = g_strndup (parse_table[i].text, (gsize) (end - parse_table[i].text));
        g_autoptr (ZgAddress) address = zg_address_parse_export (cut);
        g_autofree char *text = zg_address_to_text (address);
        g_autofree char *key = zg_address_to_key (address);

        g_assert_true (g_utf8_validate (text, -1, NULL));
        if (key != NULL)
          g_assert_true (g_utf8_validate (key, -1, NULL));
      }
}

static const struct {
  const char *export;
  const char *text;
  const char *region;
} text_table[] = {
  { "浙江省 杭州市 西湖区 文三路 100 号(310012)", "浙江省杭州市西湖区文三路 100 号", "浙江 杭州" },
  { "上海 上海市 浦东新区 示例路", "上海市浦东新区示例路", "上海 浦东" },
  { "北京市海淀区示例路", "北京市海淀区示例路", "北京 海淀" },
  { "湖北 武汉市 武昌区 示例路", "湖北武汉市武昌区示例路", "湖北 武汉" },
  { "海南省定安县示例镇", "海南省定安县示例镇", "海南 定安" },
  { "内蒙古自治区 锡林郭勒盟 锡林浩特市 示例路", "内蒙古自治区锡林郭勒盟锡林浩特市示例路", "内蒙古 锡林郭勒盟" },
  { "广东", "广东", "广东" },
  { "台北市大安區示例路1號", "台北市大安區示例路1號", "台北" },
  { "12 Example Street", "12 Example Street", "" },
  { "", "", "" },
};

static void
test_text (void)
{
  g_autoptr (ZgAddress) foreign = zg_address_new ();
  g_autofree char *foreign_text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (text_table); i++)
    {
      g_autoptr (ZgAddress) address = zg_address_parse_export (text_table[i].export);
      g_autofree char *text = zg_address_to_text (address);
      g_autofree char *region = zg_address_to_region (address);

      g_assert_cmpstr (text, ==, text_table[i].text);
      g_assert_cmpstr (region, ==, text_table[i].region);
    }

  foreign->city = g_strdup ("Springfield");
  foreign->detail = g_strdup ("12 Example Street");
  foreign_text = zg_address_to_text (foreign);
  g_assert_cmpstr (foreign_text, ==, "Springfield 12 Example Street");
}

static const struct {
  const char *a;
  const char *b;
  gboolean same;
} key_table[] = {
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省杭州市西湖区文三路 100 号", TRUE },
  { "浙江省 杭州市 西湖区 文三路１００号Ａ座", "浙江 杭州市 西湖区 文三路100号a座", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号，3幢-502", "浙江省 杭州市 西湖区 文三路100号 3幢502", TRUE },
  { "上海 上海市 闵行区 示例路1号", "上海市闵行区示例路1号", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号(310012)", "浙江省 杭州市 西湖区 文三路100号(000000)", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省 杭州市 西湖区 文三路101号", FALSE },
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省 杭州市 上城区 文三路100号", FALSE },
  { "吉林省 吉林市 船营区 示例路", "吉林省 长春市 船营区 示例路", FALSE },
};

static void
test_key (void)
{
  static const char * const keyless[] = { "浙江省 杭州市 西湖区 文三路***", "##cipher", "上海", "", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (key_table); i++)
    {
      g_autoptr (ZgAddress) a = zg_address_parse_export (key_table[i].a);
      g_autoptr (ZgAddress) b = zg_address_parse_export (key_table[i].b);
      g_autofree char *key_a = zg_address_to_key (a);
      g_autofree char *key_b = zg_address_to_key (b);

      g_test_message ("%s | %s", key_table[i].a, key_table[i].b);
      g_assert_nonnull (key_a);
      if (key_table[i].same)
        g_assert_cmpstr (key_a, ==, key_b);
      else
        g_assert_cmpstr (key_a, !=, key_b);
    }

  for (int i = 0; keyless[i] != NULL; i++)
    {
      g_autoptr (ZgAddress) address = zg_address_parse_export (keyless[i]);

      g_assert_null (zg_address_to_key (address));
    }
}

static const struct {
  const char *candidate;
  const char *known;
  gboolean improves;
} improves_table[] = {
  { "浙江省 杭州市 西湖区 文三路100号", "", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号", NULL, TRUE },
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省 杭州市 西湖区 ****", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省 杭州市 西湖区 文三路101号", TRUE },
  { "浙江省 杭州市 西湖区 文三路100号", "浙江省 杭州市 西湖区 文三路100号", FALSE },
  { "浙江省 杭州市 西湖区 ****", "浙江省 杭州市 西湖区 文三路100号", FALSE },
  { "浙江省 杭州市 西湖区 ****", "浙江省 杭州市 上城区 ****", FALSE },
  { "浙江省 杭州市 西湖区 ****", "浙江", TRUE },
  { "浙江", "浙江省 杭州市 西湖区 ****", FALSE },
  { "浙江", "浙江省 杭州市 西湖区 文三路100号", FALSE },
  { "浙江", "", TRUE },
  { "浙江省 杭州市", "浙江", TRUE },
  { "浙江", "浙江省 杭州市", FALSE },
  { "", "浙江", FALSE },
  { "", "", FALSE },
};

static void
test_improves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (improves_table); i++)
    {
      g_autoptr (ZgAddress) candidate = zg_address_parse_export (improves_table[i].candidate);
      g_autoptr (ZgAddress) known = NULL;

      if (improves_table[i].known != NULL)
        known = zg_address_parse_export (improves_table[i].known);
      g_test_message ("%s for %s", improves_table[i].candidate, improves_table[i].known);
      g_assert_cmpint (zg_address_improves (candidate, known), ==, improves_table[i].improves);
    }
}

static void
test_equal (void)
{
  g_autoptr (ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号(310012)");
  g_autoptr (ZgAddress) copy = zg_address_copy (address);
  g_autoptr (ZgAddress) empty = zg_address_new ();

  g_assert_true (zg_address_equal (address, copy));
  g_assert_false (zg_address_equal (address, empty));
  g_assert_false (zg_address_equal (address, NULL));
  g_assert_true (zg_address_equal (empty, NULL));
  g_assert_true (zg_address_is_empty (empty));
  g_assert_true (zg_address_is_empty (NULL));
  g_assert_false (zg_address_is_empty (address));

  /* the shop file has empty texts where a parsed address has none */
  empty->city = g_strdup ("");
  empty->detail = g_strdup ("");
  g_assert_true (zg_address_is_empty (empty));
  g_assert_true (zg_address_equal (empty, NULL));

  g_free (copy->detail);
  copy->detail = g_strdup ("文三路101号");
  g_assert_false (zg_address_equal (address, copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/parse", test_parse);
  g_test_add_func ("/address/parse-cut", test_parse_cut);
  g_test_add_func ("/address/text", test_text);
  g_test_add_func ("/address/key", test_key);
  g_test_add_func ("/address/improves", test_improves);
  g_test_add_func ("/address/equal", test_equal);
  return g_test_run ();
}
