/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-address"

#include "config.h"

#include "zg-address-region.h"

#include <string.h>

/* The provinces by the short names that people use (GB/T 2260), and how they are written in Taiwan. */
static const char * const provinces[] = {
  "北京", "天津", "上海", "重庆", "重慶", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽",
  "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃",
  "青海", "宁夏", "新疆", "香港", "澳门", "澳門", "台湾", "台灣", "臺灣", NULL,
};

/* These are their own city. */
static const char * const municipalities[] = {
  "北京", "天津", "上海", "重庆", "重慶", "香港", "澳门", "澳門", NULL,
};

static const char * const province_ends[] = {
  "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "特別行政區", "自治区", "省", "市", NULL,
};

static const char * const street_ends[] = {
  "路", "东路", "西路", "南路", "北路", "中路", "街", "东街", "西街", "南街", "北街", "大街", "大道", NULL,
};

/* Prefecture-level cities without districts, and counties that stand directly under their province. */
static const char * const without_district[] = {
  "东莞", "中山", "儋州", "三沙", "嘉峪关",
  "仙桃", "潜江", "天门", "神农架", "济源",
  "五指山", "琼海", "文昌", "万宁", "东方", "定安", "屯昌", "澄迈", "临高", "白沙", "昌江", "乐东", "陵水", "保亭", "琼中",
  "石河子", "阿拉尔", "图木舒克", "五家渠", "北屯", "铁门关", "双河", "可克达拉", "昆玉", "胡杨河", "新星", "白杨",
  NULL,
};

/* Addresses in Taiwan begin with the city or county. */
static const char * const taiwanese_cities[] = {
  "台北市", "臺北市", "新北市", "桃園市", "台中市", "臺中市", "台南市", "臺南市", "高雄市", "基隆市", "新竹市", "嘉義市",
  "新竹縣", "苗栗縣", "彰化縣", "南投縣", "雲林縣", "嘉義縣", "屏東縣", "宜蘭縣", "花蓮縣", "台東縣", "臺東縣", "澎湖縣",
  "金門縣", "連江縣", NULL,
};

static const char *
match_prefix (const char         *text,
              const char * const *prefixes)
{
  for (int i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (text, prefixes[i]))
      return prefixes[i];

  return NULL;
}

/**
 * zg_region_match_province:
 * @text: a text
 *
 * Returns: how many bytes at the beginning of @text are a province, with its ending if it is written; 0 for none
 */
gsize
zg_region_match_province (const char *text)
{
  const char *name = match_prefix (text, provinces);
  const char *end;

  if (name == NULL)
    return 0;

  end = match_prefix (text + strlen (name), province_ends);
  if (end == NULL)
    /* 北京东路 is a street in many cities. */
    return match_prefix (text + strlen (name), street_ends) != NULL ? 0 : strlen (name);
  /* 吉林市 is a city of the province 吉林: only a municipality ends in 市. */
  if (strcmp (end, "市") == 0 && !zg_region_is_municipality (name))
    return 0;

  return strlen (name) + strlen (end);
}

/**
 * zg_region_is_municipality:
 * @province: (nullable): a province in any form
 *
 * Returns: whether it is its own city: the four municipalities, Hong Kong and Macau
 */
gboolean
zg_region_is_municipality (const char *province)
{
  return province != NULL && match_prefix (province, municipalities) != NULL;
}

/**
 * zg_region_has_no_district:
 * @name: (nullable): a city or county
 *
 * Returns: whether addresses there have no district: Dongguan and its like, and counties directly under the province
 */
gboolean
zg_region_has_no_district (const char *name)
{
  return name != NULL && match_prefix (name, without_district) != NULL;
}

/**
 * zg_region_is_own_city:
 * @name: a part of an address
 *
 * Returns: whether it is a city without the usual ending, as Hong Kong's and Taiwan's parts are
 */
gboolean
zg_region_is_own_city (const char *name)
{
  return strcmp (name, "香港岛") == 0 || strcmp (name, "九龙") == 0 || strcmp (name, "新界") == 0 ||
         strcmp (name, "澳门半岛") == 0 || strcmp (name, "离岛") == 0 || zg_region_is_taiwanese_city (name);
}

/**
 * zg_region_is_taiwanese_city:
 * @name: (nullable): a city
 *
 * Returns: whether it is a city or county of Taiwan, where addresses name no province
 */
gboolean
zg_region_is_taiwanese_city (const char *name)
{
  return name != NULL && match_prefix (name, taiwanese_cities) != NULL;
}

/**
 * zg_region_to_short:
 * @name: (nullable): a province, city or district
 *
 * Returns: (transfer full): the name as people say it: 浙江 for 浙江省, 杭州 for 杭州市, 浦东 for 浦东新区. Names of two
 *   characters stay (沙市, 城区)
 */
char *
zg_region_to_short (const char *name)
{
  static const char * const ends[] = { "新区", "地区", "自治州", "市", "区", "區", "县", "縣", NULL };
  const char *province;

  if (name == NULL)
    return g_strdup ("");

  province = match_prefix (name, provinces);
  if (province != NULL && zg_region_match_province (name) == strlen (name))
    return g_strdup (province);

  for (int i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        gsize length = strlen (name) - strlen (ends[i]);
        g_autofree char *rest = g_strndup (name, length);

        if (g_utf8_strlen (rest, -1) >= 2)
          return g_steal_pointer (&rest);
      }

  return g_strdup (name);
}
