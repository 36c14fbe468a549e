/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-readings.h"

#include <string.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#include "zg-fold.h"

/*
 * ICU knows one reading of a character, and of the 6,763 of GB 2312 all but fifteen as people read them (compared
 * with the readings of the 8,105 standard characters). But people look for a character by all its readings, and a
 * surname has its own. Where that is so, these tables have the last word; ICU has it elsewhere.
 */

#define HAN_FIRST 0x3400u
#define HAN_LAST 0x9FFFu
#define N_HAN (HAN_LAST - HAN_FIRST + 1)

typedef struct {
  const char *han;
  const char *readings;         /* the first is the usual one */
} Entry;

/* Anywhere but at the head of a name. In folded form, except where traditional characters differ in reading. */
static const Entry text_entries[] = {
  /* Words that stand in every sentence. */
  { "地", "di de" }, { "得", "de dei" }, { "的", "de di" }, { "了", "le liao" }, { "着", "zhe zhao zhuo" },
  { "都", "dou du" }, { "还", "hai huan" }, { "什", "shen shi" }, { "谁", "shei shui" }, { "似", "si shi" },
  { "长", "chang zhang" }, { "重", "zhong chong" }, { "行", "xing hang" }, { "便", "bian pian" },
  { "会", "hui kuai" },
  { "称", "cheng chen" }, { "差", "cha chai" }, { "调", "diao tiao" }, { "传", "chuan zhuan" }, { "种", "zhong chong" },
  { "系", "xi ji" }, { "觉", "jue jiao" }, { "率", "lv shuai" }, { "曾", "ceng zeng" }, { "给", "gei ji" },
  /* Goods and how they are made. */
  { "薄", "bao bo" }, { "弹", "dan tan" }, { "呢", "ne ni" }, { "参", "can shen" }, { "藏", "cang zang" },
  { "壳", "ke qiao" }, { "圈", "quan juan" }, { "塞", "sai se" }, { "模", "mo mu" }, { "扎", "zha za" },
  { "粘", "zhan nian" }, { "熨", "yun yu" }, { "卡", "ka qia" }, { "血", "xue xie" },
  { "削", "xiao xue" }, { "纶", "lun guan" }, { "曝", "pu bao" }, { "脉", "mai mo" }, { "校", "xiao jiao" },
  { "拓", "tuo ta" }, { "咳", "ke hai" }, { "帧", "zhen" }, { "仔", "zai zi" }, { "袷", "jia qia" },
  /* Places. */
  { "埔", "pu bu" }, { "堡", "bao bu" }, { "番", "fan pan" }, { "泊", "bo po" }, { "莞", "guan wan" },
  { "莘", "xin shen" }, { "蔚", "wei yu" }, { "折", "zhe she" }, { "刹", "sha cha" },
  /* Given names. */
  { "乐", "le yue" }, { "朝", "chao zhao" }, { "茜", "qian xi" }, { "晟", "sheng cheng" }, { "盛", "sheng cheng" },
  { "柏", "bai bo" }, { "筠", "yun jun" }, { "隽", "jun juan" },
  { "伽", "jia ga" }, { "彷", "pang fang" }, { "沈", "shen chen" }, { "秘", "mi bi" },
  { "禅", "chan shan" }, { "宿", "su xiu" }, { "降", "jiang xiang" },
  /* Traditional characters that fold to one with another reading, and what ICU gets wrong. */
  { "乾", "qian gan" }, { "徵", "zheng zhi" }, { "瞭", "liao le" }, { "著", "zhu zhe" }, { "黾", "min mian" },
  { "蹒", "pan" }, { "呒", "wu" },
};

/* At the head of a name. The second reading is what people say who do not know the family. */
static const Entry surname_entries[] = {
  { "单", "shan dan" }, { "曾", "zeng ceng" }, { "仇", "qiu chou" }, { "解", "xie jie" }, { "查", "zha cha" },
  { "区", "ou qu" }, { "乐", "yue le" }, { "盖", "ge gai" }, { "缪", "miao mou" }, { "朴", "piao pu" },
  { "覃", "qin tan" }, { "员", "yun yuan" }, { "洗", "xian xi" }, { "翟", "zhai di" }, { "隗", "wei kui" },
  { "种", "chong zhong" }, { "召", "shao zhao" }, { "尉", "wei yu" }, { "繁", "po fan" }, { "折", "she zhe" },
  { "黑", "he hei" }, { "秘", "bi mi" }, { "重", "chong zhong" }, { "晟", "cheng sheng" }, { "乜", "nie mie" },
  { "祭", "zhai ji" }, { "句", "gou ju" }, { "谌", "chen shen" }, { "费", "fei bi" }, { "郗", "xi chi" },
  { "郇", "xun huan" }, { "薄", "bo bao" }, { "牟", "mou mu" }, { "柏", "bai bo" }, { "都", "du dou" },
  { "能", "nai neng" }, { "藏", "zang cang" }, { "参", "shen can" }, { "莘", "shen xin" }, { "粘", "nian zhan" },
  { "褚", "chu zhe" }, { "咎", "jiu zan" }, { "沈", "shen" },
  { "盛", "sheng" }, { "长", "zhang chang" }, { "万", "wan" }, { "应", "ying" }, { "纪", "ji" },
  { "任", "ren" }, { "华", "hua" }, { "宁", "ning" }, { "燕", "yan" }, { "那", "na" }, { "过", "guo" }, { "令", "ling" },
  { "訾", "zi" }, { "逄", "pang" }, { "冼", "xian" }, { "相", "xiang" }, { "瞿", "qu" },
};

static GMutex mutex;
static ZgReadings *of_char[N_HAN];
static ZgReadings *of_surname[N_HAN];

/* Adds a reading once. Keyboards without ü know it as v and as u. */
static void
add_reading (ZgReadings *readings,
             const char *pinyin)
{
  char *v = strchr (pinyin, 'v');
  gsize n = 0;

  while (n < ZG_MAX_READINGS && readings->pinyin[n] != NULL)
    {
      if (strcmp (readings->pinyin[n], pinyin) == 0)
        return;
      n++;
    }
  if (n == ZG_MAX_READINGS || strlen (pinyin) > ZG_MAX_READING_LENGTH)
    return;

  readings->pinyin[n] = g_intern_string (pinyin);
  if (v != NULL)
    {
      g_autofree char *with_u = g_strdup (pinyin);

      with_u[v - pinyin] = 'u';
      add_reading (readings, with_u);
    }
}

static gboolean
add_from_table (ZgReadings  *readings,
                const Entry *entries,
                gsize        n_entries,
                gunichar     c)
{
  for (gsize i = 0; i < n_entries; i++)
    {
      g_auto(GStrv) all = NULL;

      if (g_utf8_get_char (entries[i].han) != c)
        continue;

      all = g_strsplit (entries[i].readings, " ", -1);
      for (gsize k = 0; all[k] != NULL; k++)
        add_reading (readings, all[k]);
      return TRUE;
    }

  return FALSE;
}

/* "Han-Latin/Names" would know surnames too, but not those of the table; and it takes 尉 for 尉迟 even alone. */
static UTransliterator *
open_transliterator (void)
{
  static const UChar id[] = u"Han-Latin";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    {
      g_warning ("no pinyin: %s", u_errorName (status));
      return NULL;
    }

  return transliterator;
}

/* With the lock held: ICU's reading, with tones and umlauts taken off. What stays Han has none. */
static void
add_from_icu (ZgReadings *readings,
              gunichar    c)
{
  static UTransliterator *transliterator;
  static gboolean is_open;
  UChar text[32] = { (UChar) c };
  int32_t length = 1;
  int32_t limit = 1;
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr(GString) pinyin = g_string_new (NULL);

  if (!is_open)
    transliterator = open_transliterator ();
  is_open = TRUE;
  if (transliterator == NULL)
    return;

  utrans_transUChars (transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < length; i++)
    {
      gunichar marks[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n = g_unichar_fully_decompose (text[i], FALSE, marks, G_N_ELEMENTS (marks));

      for (gsize k = 0; k < n; k++)
        {
          if (marks[k] == 0x0308 && pinyin->len > 0)
            pinyin->str[pinyin->len - 1] = 'v';
          else if (marks[k] < 0x80 && g_ascii_isalpha ((char) marks[k]))
            g_string_append_c (pinyin, g_ascii_tolower ((char) marks[k]));
        }
    }

  if (pinyin->len > 0)
    add_reading (readings, pinyin->str);
}

static ZgReadings *
make_readings (gunichar c,
               gboolean is_surname)
{
  ZgReadings *readings = g_new0 (ZgReadings, 1);
  gunichar folded = zg_fold_char (c);

  if (is_surname && add_from_table (readings, surname_entries, G_N_ELEMENTS (surname_entries), folded))
    return readings;
  if (add_from_table (readings, text_entries, G_N_ELEMENTS (text_entries), c))
    return readings;
  if (c != folded && add_from_table (readings, text_entries, G_N_ELEMENTS (text_entries), folded))
    return readings;

  add_from_icu (readings, c);
  if (readings->pinyin[0] == NULL && c != folded)
    add_from_icu (readings, folded);

  return readings;
}

/* The answer for a character is made once (20 µs), read without a lock after that, and lives as long as the
 * program. */
static const ZgReadings *
look_up (ZgReadings **cache,
         gunichar     c,
         gboolean     is_surname)
{
  static const ZgReadings none;
  ZgReadings *readings;

  if (c < HAN_FIRST || c > HAN_LAST)
    {
      gunichar folded = zg_char_is_han (c) ? zg_fold_char (c) : c;

      return folded != c ? look_up (cache, folded, is_surname) : &none;
    }

  readings = g_atomic_pointer_get (&cache[c - HAN_FIRST]);
  if (readings != NULL)
    return readings;

  g_mutex_lock (&mutex);
  readings = cache[c - HAN_FIRST];
  if (readings == NULL)
    {
      readings = make_readings (c, is_surname);
      g_atomic_pointer_set (&cache[c - HAN_FIRST], readings);
    }
  g_mutex_unlock (&mutex);

  return readings;
}

/**
 * zg_readings_of_char:
 * @c: a character, traditional or simplified
 *
 * Any thread. The first call makes ICU load its tables, see zg_text_warm_up().
 *
 * Returns: (transfer none): how @c is read in words and given names; without readings when it is not Chinese, or
 *   too rare to be known
 */
const ZgReadings *
zg_readings_of_char (gunichar c)
{
  return look_up (of_char, c, FALSE);
}

/**
 * zg_readings_of_surname:
 * @c: a character, traditional or simplified
 *
 * Any thread.
 *
 * Returns: (transfer none): how @c is read at the head of a name
 */
const ZgReadings *
zg_readings_of_surname (gunichar c)
{
  return look_up (of_surname, c, TRUE);
}

static guint
add_to_hash (guint        hash,
             const Entry *entries,
             gsize        n_entries)
{
  for (gsize i = 0; i < n_entries; i++)
    hash = hash * 31 * 31 + g_str_hash (entries[i].han) * 31 + g_str_hash (entries[i].readings);
  return hash;
}

/**
 * zg_readings_make_version:
 *
 * Who stores what was made of readings has to make it anew when this changes: because a table here was edited, or
 * because another ICU was installed.
 *
 * Returns: (transfer full): a word without blanks
 */
char *
zg_readings_make_version (void)
{
  UVersionInfo icu;
  guint hash = add_to_hash (5381, text_entries, G_N_ELEMENTS (text_entries));

  hash = add_to_hash (hash, surname_entries, G_N_ELEMENTS (surname_entries));
  u_getVersion (icu);
  return g_strdup_printf ("%08x-icu%d.%d", hash, icu[0], icu[1]);
}
