/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-address"

#include "config.h"

#include "zg-address.h"
#include "zg-address-region.h"

#include "zg-width.h"

#include <string.h>

/* The longest name of a district has 15 characters (积石山保安族东乡族撒拉族自治县). */
#define MAX_NAME 16

static const char * const city_ends[] = { "市", "自治州", "地区", "地區", "盟", NULL };
static const char * const district_ends[] = { "区", "區", "县", "縣", "旗", "市", "鄉", "鎮", NULL };

/* 幸福小区 is where somebody lives and no district; a street or a number before the end is none either. */
static const char * const not_district[] = {
  "小区", "小區", "社区", "社區", "园区", "園區", "校区", "厂区", "片区", "街区", "库区", "景区",
  "生活区", "住宅区", "宿舍区", "别墅区", "服务区", "超市", "夜市", "门市", "菜市", "城市", NULL,
};
static const char * const not_in_name[] = {
  "路", "街", "巷", "弄", "号", "號", "村", "大道", "公寓", "花园", "大厦", "广场", NULL,
};

static const char *
next_character (const char *at)
{
  return g_utf8_next_char (at);
}

static gboolean
ends_with_one_of (const char         *text,
                  const char * const *ends)
{
  for (int i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;

  return FALSE;
}

/* Whether a name holds what belongs to a street. 路 may begin one (路桥区), so the first character does not count. */
static gboolean
has_street (const char *name)
{
  const char *rest = next_character (name);

  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || g_ascii_ispunct (*at))
      return TRUE;
  for (int i = 0; not_in_name[i] != NULL; i++)
    if (strstr (rest, not_in_name[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_city_name (const char *name)
{
  if (g_str_has_prefix (name, "省直辖") || g_str_has_prefix (name, "自治区直辖") || strcmp (name, "市辖区") == 0)
    return TRUE;

  return ends_with_one_of (name, city_ends) && g_utf8_strlen (name, -1) >= 3 && !has_street (name);
}

static gboolean
is_district_name (const char *name)
{
  if (strcmp (name, "其它区") == 0 || strcmp (name, "其他区") == 0 || g_str_has_suffix (name, "工业园区"))
    return TRUE;
  if (!ends_with_one_of (name, district_ends) || ends_with_one_of (name, not_district))
    return FALSE;

  return g_utf8_strlen (name, -1) >= 2 && g_utf8_strlen (name, -1) <= MAX_NAME && !has_street (name);
}

/*
 * The shortest beginning of @text that is a name, or NULL. The shortest is right, as in 苏州市常熟市虞山镇, but where the
 * last letter of a name is written twice (津市市).
 */
static char *
find_name (const char *text,
           gboolean  (*is_name) (const char *name))
{
  const char *end = text;

  for (int n = 0; n < MAX_NAME && *end != '\0'; n++)
    {
      g_autofree char *name = NULL;

      end = next_character (end);
      name = g_strndup (text, (gsize) (end - text));
      if (is_name (name))
        {
          gboolean doubled = g_str_has_suffix (name, "市") && g_str_has_prefix (end, "市") &&
                             !g_str_has_prefix (end, "市辖区");

          return doubled ? g_strconcat (name, "市", NULL) : g_steal_pointer (&name);
        }
    }

  return NULL;
}

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " ");
}

/*
 * Splits a text without blanks: 浙江省杭州市西湖区文三路100号. Without a province only city and district together count.
 */
static void
split_glued (ZgAddress  *address,
             const char *text)
{
  gsize province_length = zg_region_match_province (text);
  const char *rest = skip_blanks (text + province_length);
  g_autofree char *city = NULL;
  g_autofree char *district = NULL;

  if (province_length > 0)
    {
      g_autofree char *province = g_strndup (text, province_length);

      /* 上海市闵行区: the municipality is its own city, unless it is written twice. */
      if (!zg_region_is_municipality (province) || zg_region_match_province (rest) > 0 ||
          g_str_has_prefix (rest, "市辖区"))
        city = find_name (rest, is_city_name);
      address->province = g_steal_pointer (&province);
    }
  else
    city = find_name (rest, is_city_name);

  if (city != NULL)
    rest = skip_blanks (rest + strlen (city));
  district = find_name (rest, is_district_name);
  if (province_length == 0 && (city == NULL || district == NULL))
    {
      address->detail = g_strdup (text);
      return;
    }

  if (district != NULL)
    rest = skip_blanks (rest + strlen (district));
  address->city = g_steal_pointer (&city);
  address->district = g_steal_pointer (&district);
  address->detail = *rest != '\0' ? g_strdup (rest) : NULL;
}

/* Splits a text with a blank after each part, as exports have it. The parts are trusted more than their last letters. */
static void
split_parts (ZgAddress  *address,
             char      **parts)
{
  int at = 0;

  address->province = g_strdup (parts[at++]);

  if (parts[at] != NULL &&
      (is_city_name (parts[at]) || zg_region_is_own_city (parts[at]) ||
       g_strcmp0 (address->province, parts[at]) == 0 || g_str_has_suffix (parts[at], "行政区划")))
    address->city = g_strdup (parts[at++]);
  if (parts[at] != NULL && is_district_name (parts[at]))
    address->district = g_strdup (parts[at++]);
  if (parts[at] != NULL)
    address->detail = g_strjoinv (" ", parts + at);
}

/* Takes a postcode in parentheses off the end. 000000 stands for an unknown one. */
static void
cut_postcode (ZgAddress *address,
              char      *text)
{
  g_autofree char *folded = zg_width_fold (text);
  gsize length = strlen (g_strchomp (folded));
  const char *code = folded + length - 8;
  char *open;

  if (length < 8 || code[0] != '(' || code[7] != ')' || strspn (code + 1, "0123456789") != 6)
    return;

  if (!g_str_has_prefix (code, "(000000)"))
    address->postcode = g_strndup (code + 1, 6);

  open = g_strrstr (text, "(");
  if (open == NULL || strlen (open) > 24)
    open = g_strrstr (text, "（");
  if (open != NULL)
    *open = '\0';
  g_strchomp (text);
}

/* Blanks of all widths become one ASCII blank; the word null, which some exports write for a missing part, goes. */
static char **
split_blanks (const char *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *narrow = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) wide = g_strsplit (text, "\xE3\x80\x80", -1);
  g_autofree char *joined = g_strjoinv (" ", wide);

  narrow = g_strdelimit (g_steal_pointer (&joined), "\t\r\n", ' ');
  words = g_strsplit (narrow, " ", -1);
  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strcmp (words[i], "null") != 0)
      g_ptr_array_add (parts, g_strdup (words[i]));
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

/**
 * zg_address_parse_export:
 * @text: (nullable): an address as platforms write it into one cell:
 *   `广东省 广州市 越秀区 示例街道环市东路…(510180)`, the same without blanks, a province alone
 *
 * Never fails: what is not understood is kept as the detail. A text with a star anywhere is masked, cipher text is kept
 * whole. Parts are kept as they were written.
 *
 * Returns: (transfer full): the address; empty when @text stands for nothing
 */
ZgAddress *
zg_address_parse_export (const char *text)
{
  g_autoptr (ZgAddress) address = zg_address_new ();
  ZgDisclosure disclosure = zg_disclosure_of_text (text);
  g_autofree char *bare = NULL;
  g_auto (GStrv) parts = NULL;

  if (disclosure == ZG_DISCLOSURE_ABSENT)
    return g_steal_pointer (&address);

  bare = g_strstrip (g_utf8_make_valid (text, -1));
  if (disclosure == ZG_DISCLOSURE_CIPHER)
    {
      address->detail = g_steal_pointer (&bare);
      address->disclosure = disclosure;
      return g_steal_pointer (&address);
    }

  cut_postcode (address, bare);
  parts = split_blanks (bare);
  if (parts[0] == NULL)
    return g_steal_pointer (&address);

  if (zg_region_match_province (parts[0]) == strlen (parts[0]))
    {
      split_parts (address, parts);
    }
  else
    {
      g_autofree char *whole = g_strjoinv (" ", parts);

      split_glued (address, whole);
    }

  /* A province alone hides nothing and tells no street: that is less than a masked street. */
  if (address->detail != NULL || disclosure == ZG_DISCLOSURE_MASKED)
    address->disclosure = disclosure;
  return g_steal_pointer (&address);
}
