/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "zg-fold.h"

/*
 * What people type to find a Chinese name: all of its pinyin, or the initials. ICU knows the readings, with those of
 * surnames apart, but one for each; where people use two, or ICU is wrong for names, the tables below have the last
 * word. Every character is asked for once and remembered.
 */

#define FIRST_HAN 0x3400
#define LAST_HAN 0x9fff
#define MAX_READINGS 3
#define MAX_VARIANTS 8

/* Readings of a character, up to the first %NULL. */
typedef struct {
  const char *pinyin[MAX_READINGS];
} Readings;

/* Surnames: where ICU is wrong, or where bearers say it in two ways. */
static const struct {
  const char *han;
  Readings readings;
} surname_readings[] = {
  { "缪", { { "miao" } } }, { "朴", { { "piao", "pu" } } }, { "覃", { { "qin", "tan" } } }, { "单", { { "shan", "dan" } } },
  { "曾", { { "zeng" } } }, { "仇", { { "qiu", "chou" } } }, { "解", { { "xie", "jie" } } }, { "查", { { "zha", "cha" } } },
  { "区", { { "ou", "qu" } } }, { "乐", { { "yue", "le" } } }, { "盖", { { "ge", "gai" } } }, { "员", { { "yun", "yuan" } } },
  { "尹", { { "yin" } } }, { "冼", { { "xian" } } }, { "洗", { { "xian", "xi" } } }, { "翟", { { "zhai", "di" } } },
  { "臧", { { "zang" } } }, { "隗", { { "wei", "kui" } } }, { "逄", { { "pang" } } }, { "訾", { { "zi" } } },
  { "华", { { "hua" } } }, { "任", { { "ren" } } }, { "宁", { { "ning" } } }, { "纪", { { "ji" } } },
  { "晟", { { "cheng", "sheng" } } }, { "秘", { { "bi", "mi" } } }, { "重", { { "chong", "zhong" } } },
};

/* Anywhere else: characters with two readings that people type. */
static const struct {
  const char *han;
  Readings readings;
} text_readings[] = {
  { "乐", { { "le", "yue" } } }, { "行", { { "xing", "hang" } } }, { "重", { { "zhong", "chong" } } },
  { "长", { { "chang", "zhang" } } }, { "朝", { { "chao", "zhao" } } }, { "曾", { { "zeng", "ceng" } } },
  { "茜", { { "qian", "xi" } } }, { "晟", { { "sheng", "cheng" } } }, { "单", { { "dan", "shan" } } },
  { "还", { { "hai", "huan" } } }, { "调", { { "tiao", "diao" } } }, { "差", { { "cha", "chai" } } },
  { "了", { { "le", "liao" } } }, { "得", { { "de", "dei" } } }, { "好", { { "hao" } } },
  { "会", { { "hui", "kuai" } } }, { "降", { { "jiang", "xiang" } } }, { "率", { { "lv", "shuai" } } },
  { "参", { { "can", "shen" } } }, { "藏", { { "cang", "zang" } } }, { "传", { { "chuan", "zhuan" } } },
  { "弹", { { "dan", "tan" } } }, { "都", { { "dou", "du" } } }, { "发", { { "fa" } } }, { "给", { { "gei", "ji" } } },
  { "盛", { { "sheng", "cheng" } } }, { "石", { { "shi", "dan" } } }, { "宿", { { "su", "xiu" } } },
};

/* Surnames of two characters, with the reading of both. */
static const struct {
  const char *han;
  const char *first;
  const char *second;
} compound_surnames[] = {
  { "欧阳", "ou", "yang" }, { "上官", "shang", "guan" }, { "司马", "si", "ma" }, { "诸葛", "zhu", "ge" },
  { "尉迟", "yu", "chi" }, { "万俟", "mo", "qi" }, { "慕容", "mu", "rong" }, { "皇甫", "huang", "fu" },
  { "令狐", "ling", "hu" }, { "夏侯", "xia", "hou" }, { "东方", "dong", "fang" }, { "公孙", "gong", "sun" },
  { "长孙", "zhang", "sun" }, { "宇文", "yu", "wen" }, { "司徒", "si", "tu" }, { "独孤", "du", "gu" },
  { "南宫", "nan", "gong" }, { "澹台", "tan", "tai" }, { "单于", "chan", "yu" }, { "端木", "duan", "mu" },
  { "呼延", "hu", "yan" }, { "轩辕", "xuan", "yuan" }, { "西门", "xi", "men" }, { "拓跋", "tuo", "ba" },
};

static GMutex cache_mutex;
static Readings *cache[2][LAST_HAN - FIRST_HAN + 1];

/* ICU's reading of one character in plain letters; (nullable). ü is "v" when @keep_umlaut, else "u". */
static char *
read_with_icu (UTransliterator *transliterator,
               gunichar         c,
               gboolean         keep_umlaut)
{
  UChar text[64] = { (UChar) c };
  int32_t length = 1, limit = 1;
  UErrorCode code = U_ZERO_ERROR;
  char utf8[192];
  g_autofree char *decomposed = NULL;
  g_autoptr(GString) plain = g_string_new (NULL);

  if (transliterator == NULL)
    return NULL;
  utrans_transUChars (transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &code);
  u_strToUTF8 (utf8, sizeof utf8, NULL, text, length, &code);
  if (U_FAILURE (code))
    return NULL;

  decomposed = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFD);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

      if (letter >= 'a' && letter <= 'z')
        g_string_append_c (plain, (char) letter);
      else if (letter == 0x308 && keep_umlaut && plain->len > 0)
        plain->str[plain->len - 1] = 'v';
    }
  return plain->len > 0 ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

static UTransliterator *
open_transliterator (const UChar *id)
{
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);

  if (U_FAILURE (code))
    g_warning ("no pinyin: %s", u_errorName (code));
  return U_FAILURE (code) ? NULL : transliterator;
}

/* With the lock held: asks the tables, then ICU. The answer lives as long as the program. */
static Readings *
make_readings (gunichar c,
               gboolean is_surname)
{
  static UTransliterator *transliterators[2];
  static gboolean is_open;
  Readings *readings = g_new0 (Readings, 1);
  char *plain, *umlaut;

  if (is_surname)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (surname_readings); i++)
        {
          if (g_utf8_get_char (surname_readings[i].han) == c)
            {
              *readings = surname_readings[i].readings;
              return readings;
            }
        }
    }
  for (gsize i = 0; !is_surname && i < G_N_ELEMENTS (text_readings); i++)
    {
      if (g_utf8_get_char (text_readings[i].han) == c)
        {
          *readings = text_readings[i].readings;
          return readings;
        }
    }

  if (!is_open)
    {
      transliterators[0] = open_transliterator (u"Han-Latin");
      transliterators[1] = open_transliterator (u"Han-Latin/Names");
      is_open = TRUE;
    }

  plain = read_with_icu (transliterators[is_surname], c, FALSE);
  umlaut = read_with_icu (transliterators[is_surname], c, TRUE);
  readings->pinyin[0] = umlaut;
  if (g_strcmp0 (plain, umlaut) != 0)
    readings->pinyin[1] = plain;
  else
    g_free (plain);
  return readings;
}

static const Readings *
get_readings (gunichar c,
              gboolean is_surname)
{
  static const Readings none;
  Readings **place;
  Readings *readings;

  if (c < FIRST_HAN || c > LAST_HAN)
    return &none;

  place = &cache[is_surname ? 1 : 0][c - FIRST_HAN];
  readings = g_atomic_pointer_get (place);
  if (readings != NULL)
    return readings;

  g_mutex_lock (&cache_mutex);
  readings = g_atomic_pointer_get (place);
  if (readings == NULL)
    {
      readings = make_readings (c, is_surname);
      g_atomic_pointer_set (place, readings);
    }
  g_mutex_unlock (&cache_mutex);
  return readings;
}

/* The ways to spell what was read so far: all pinyin, and the initials. */
typedef struct {
  GString *full[MAX_VARIANTS];
  GString *initials[MAX_VARIANTS];
  guint n;
} Spellings;

static void
spellings_init (Spellings *self)
{
  self->n = 1;
  self->full[0] = g_string_new (NULL);
  self->initials[0] = g_string_new (NULL);
}

static void
spellings_clear (Spellings *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_string_free (self->full[i], TRUE);
      g_string_free (self->initials[i], TRUE);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spellings, spellings_clear)

static void
spellings_append_char (Spellings *self,
                       char       letter)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_string_append_c (self->full[i], letter);
      g_string_append_c (self->initials[i], letter);
    }
}

static void
spellings_append (Spellings      *self,
                  const Readings *readings)
{
  guint n_before = self->n;

  if (readings->pinyin[0] == NULL)
    return;

  for (guint r = 1; r < MAX_READINGS && readings->pinyin[r] != NULL; r++)
    {
      for (guint i = 0; i < n_before && self->n < MAX_VARIANTS; i++)
        {
          self->full[self->n] = g_string_new (self->full[i]->str);
          self->initials[self->n] = g_string_new (self->initials[i]->str);
          g_string_append (self->full[self->n], readings->pinyin[r]);
          g_string_append_c (self->initials[self->n], readings->pinyin[r][0]);
          self->n++;
        }
    }
  for (guint i = 0; i < n_before; i++)
    {
      g_string_append (self->full[i], readings->pinyin[0]);
      g_string_append_c (self->initials[i], readings->pinyin[0][0]);
    }
}

static void
add_key (GPtrArray     *keys,
         const GString *key)
{
  if (key->len > 0 && !g_ptr_array_find_with_equal_func (keys, key->str, g_str_equal, NULL))
    g_ptr_array_add (keys, g_strdup (key->str));
}

/* If @text begins with a surname of two characters: spells it, and returns how many bytes it has. */
static gsize
read_compound_surname (const char *text,
                       Spellings  *spellings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compound_surnames); i++)
    {
      Readings first = { { compound_surnames[i].first } };
      Readings second = { { compound_surnames[i].second } };

      if (!g_str_has_prefix (text, compound_surnames[i].han))
        continue;
      spellings_append (spellings, &first);
      spellings_append (spellings, &second);
      return strlen (compound_surnames[i].han);
    }
  return 0;
}

static GPtrArray *
make_keys (const char *text,
           gboolean    is_name)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = zg_fold (text);
  g_auto(Spellings) spellings = { 0 };
  gboolean is_first = is_name;
  const char *p = folded;

  spellings_init (&spellings);
  if (is_name && g_utf8_strlen (folded, -1) > 2)
    p += read_compound_surname (folded, &spellings);
  if (p != folded)
    is_first = FALSE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (zg_char_is_han (c))
        spellings_append (&spellings, get_readings (c, is_first));
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        spellings_append_char (&spellings, (char) c);
      is_first = FALSE;
    }

  for (guint i = 0; i < spellings.n; i++)
    {
      add_key (keys, spellings.initials[i]);
      add_key (keys, spellings.full[i]);
    }
  return keys;
}

/**
 * zg_name_keys:
 * @name: a person's name or an account, in any script
 *
 * The first character is read as a surname. Thread-safe.
 *
 * Returns: (transfer full) (element-type utf8): what can be typed for it, small letters and digits alone, each once:
 *   initials and all pinyin, for every way to read it
 */
GPtrArray *
zg_name_keys (const char *name)
{
  return make_keys (name, TRUE);
}

/**
 * zg_text_keys:
 * @text: a title or another text that is no name
 *
 * Returns: (transfer full) (element-type utf8): what can be typed for it, as zg_name_keys() does
 */
GPtrArray *
zg_text_keys (const char *text)
{
  return make_keys (text, FALSE);
}
