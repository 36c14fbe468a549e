/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-pinyin.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-readings.h"
#include "zg-utf8.h"

/*
 * What people type on a Latin keyboard to find a Chinese text: its pinyin, its initials, or a mixture.
 *
 * A text becomes a row of syllables: a Chinese character with its readings, or a letter or digit that is typed as it
 * is. Everything else is skipped, as people do when they type.
 */

/* More of a name or title nobody types. */
#define MAX_SYLLABLES 48
#define MAX_SPELLINGS 8
/* Names that are alike so far may stand in any order. */
#define MAX_SORTED_SYLLABLES 12
/* Fewer than a set of places has bits. */
#define MAX_TYPED 60

#define DIAERESIS 0x0308
#define RIGHT_QUOTE 0x2019

typedef struct {
  const ZgReadings *readings;   /* %NULL for a letter */
  char letter[2];
  gunichar c;                   /* folded */
  guint start;                  /* in the text, in bytes */
  guint end;
} Syllable;

struct _ZgSyllables {
  guint n;
  Syllable items[MAX_SYLLABLES];        /* on the heap only as many as there are */
};

/* Surnames of two characters that are not read as their characters are. */
static const struct {
  const char *han;
  ZgReadings first;
  ZgReadings second;
} compound_surnames[] = {
  { "尉迟", { { "yu" } }, { { "chi" } } }, { "万俟", { { "mo" } }, { { "qi" } } },
  { "单于", { { "chan" } }, { { "yu" } } }, { "长孙", { { "zhang" } }, { { "sun" } } },
  { "澹台", { { "tan" } }, { { "tai" } } }, { "乐正", { { "yue" } }, { { "zheng" } } },
  { "子车", { { "zi" } }, { { "ju" } } }, { "拓跋", { { "tuo" } }, { { "ba" } } },
  { "宰父", { { "zai" } }, { { "fu" } } }, { "亓官", { { "qi" } }, { { "guan" } } },
};

static const char *
get_reading (const Syllable *syllable,
             guint           index)
{
  if (syllable->readings == NULL)
    return index == 0 ? syllable->letter : NULL;

  return index < ZG_MAX_READINGS ? syllable->readings->pinyin[index] : NULL;
}

/* The letter or digit that is typed for @c, 0 if there is none. José is typed jose. */
static char
get_letter (gunichar c)
{
  gunichar mark;

  while (c >= 0x80 && g_unichar_decompose (c, &c, &mark))
    ;

  return c < 0x80 && g_ascii_isalnum ((char) c) ? (char) c : 0;
}

static void
read_syllables (const char  *text,
                ZgSyllables *syllables)
{
  const char *end = text + strlen (text);

  syllables->n = 0;
  for (const char *p = text; p < end && syllables->n < MAX_SYLLABLES;)
    {
      Syllable *syllable = &syllables->items[syllables->n];
      const char *start = p;
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      *syllable = (Syllable) { .c = zg_fold_char (c), .start = start - text, .end = p - text };
      if (zg_char_is_han (c))
        {
          syllable->readings = zg_readings_of_char (c);
          if (syllable->readings->pinyin[0] != NULL)
            syllables->n++;
        }
      else
        {
          syllable->letter[0] = get_letter (syllable->c);
          if (syllable->letter[0] != 0)
            syllables->n++;
        }
    }
}

static gboolean
is_familiar (gunichar c)
{
  static const char * const words[] = { "小", "老", "阿", "大" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_utf8_get_char (words[i]) == c)
        return TRUE;
    }
  return FALSE;
}

/* Gives the head of a name the readings of surnames. */
static void
read_surname (ZgSyllables *syllables)
{
  if (syllables->n == 0 || syllables->items[0].readings == NULL)
    return;

  /* Two characters alone are a surname of one and a given name: 单于 is Shan Yu, 单于先生 is Mr Chanyu. */
  for (gsize i = 0; syllables->n > 2 && i < G_N_ELEMENTS (compound_surnames); i++)
    {
      const char *han = compound_surnames[i].han;

      if (g_utf8_get_char (han) == syllables->items[0].c
          && g_utf8_get_char (g_utf8_next_char (han)) == syllables->items[1].c)
        {
          syllables->items[0].readings = &compound_surnames[i].first;
          syllables->items[1].readings = &compound_surnames[i].second;
          return;
        }
    }

  /* What people call each other: in 老单 and 小仇 the surname stands behind. */
  if (syllables->n == 2 && syllables->items[1].readings != NULL && is_familiar (syllables->items[0].c))
    syllables->items[1].readings = zg_readings_of_surname (syllables->items[1].c);
  syllables->items[0].readings = zg_readings_of_surname (syllables->items[0].c);
}

static void
add_key (GPtrArray  *keys,
         const char *key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (strcmp (g_ptr_array_index (keys, i), key) == 0)
        return;
    }

  g_ptr_array_add (keys, g_strdup (key));
}

/* Spells the text in the @spelling'th way: the number's digits choose a reading for each syllable that has several.
 * Returns whether there is such a way. */
static gboolean
spell (const ZgSyllables *syllables,
       guint              spelling,
       char              *initials,
       char              *pinyin)
{
  for (guint i = 0; i < syllables->n; i++)
    {
      const Syllable *syllable = &syllables->items[i];
      guint n_readings = 1;
      const char *reading;

      while (get_reading (syllable, n_readings) != NULL)
        n_readings++;
      reading = get_reading (syllable, spelling % n_readings);
      spelling /= n_readings;

      *initials++ = reading[0];
      pinyin = g_stpcpy (pinyin, reading);
    }
  *initials = '\0';

  return spelling == 0;
}

static GPtrArray *
make_keys (const ZgSyllables *syllables)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  char initials[MAX_SYLLABLES + 1];
  char pinyin[MAX_SYLLABLES * ZG_MAX_READING_LENGTH + 1];

  for (guint i = 0; syllables->n > 0 && i < MAX_SPELLINGS && spell (syllables, i, initials, pinyin); i++)
    {
      add_key (keys, initials);
      add_key (keys, pinyin);
    }

  return keys;
}

/**
 * zg_name_keys:
 * @name: (nullable): a person's name, nick or account, in any script, valid UTF-8 or not
 *
 * What can be typed to find a name: its initials (wxw for 王晓雯) and its pinyin (wangxiaowen), for each way to read
 * it, at most eight. A Chinese character at the head is read as a surname. Latin letters and digits stay in their
 * place. Any thread.
 *
 * Returns: (transfer full) (element-type utf8): small letters and digits alone, each key once, the usual reading
 *   first; empty when there is nothing to type
 */
GPtrArray *
zg_name_keys (const char *name)
{
  ZgSyllables syllables;

  read_syllables (name != NULL ? name : "", &syllables);
  read_surname (&syllables);

  return make_keys (&syllables);
}

/**
 * zg_name_sort_key:
 * @name: (nullable): a name, in any script, valid UTF-8 or not
 *
 * What names are sorted by, byte by byte, as in a Chinese address book: by the pinyin of the surname, then by the surname
 * itself, so that 李 and 黎 do not mix, then by the given name in the same way. Latin names stand among them under their
 * letters, names without any letter at the end. Any thread.
 *
 * Returns: (transfer full): the key
 */
char *
zg_name_sort_key (const char *name)
{
  ZgSyllables syllables;
  GString *key = g_string_sized_new (48);

  read_syllables (name != NULL ? name : "", &syllables);
  read_surname (&syllables);
  for (guint i = 0; i < MIN (syllables.n, MAX_SORTED_SYLLABLES); i++)
    {
      const Syllable *syllable = &syllables.items[i];

      g_string_append (key, get_reading (syllable, 0));
      /* The blank lets li stand before lian. */
      if (syllable->readings != NULL)
        {
          g_string_append_c (key, ' ');
          g_string_append_unichar (key, syllable->c);
        }
    }
  if (key->len == 0)
    g_string_append_c (key, '~');
  return g_string_free (key, FALSE);
}

/**
 * zg_text_keys:
 * @text: (nullable): a title or another text that is no name
 *
 * Returns: (transfer full) (element-type utf8): what can be typed to find @text, as zg_name_keys() does for names
 */
GPtrArray *
zg_text_keys (const char *text)
{
  ZgSyllables syllables;

  read_syllables (text != NULL ? text : "", &syllables);

  return make_keys (&syllables);
}

/* The letter of a keyboard for @c, which is folded: ü, with any tone, is v there. 0 if there is none. */
static char
get_typed_letter (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 1; i < n; i++)
    {
      if (parts[0] == 'u' && parts[i] == DIAERESIS)
        return 'v';
    }

  return parts[0] < 0x80 && g_ascii_isalnum ((char) parts[0]) ? (char) parts[0] : 0;
}

/* What is typed, without blanks, tones and the apostrophe of xi'an; 0 letters if it is no pinyin. */
static guint
read_typed (const char *typed,
            char       *letters,
            guint       size)
{
  const char *end = typed + strlen (typed);
  guint n = 0;

  for (const char *p = typed; p < end;)
    {
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      c = zg_fold_char (c);
      if (c == ' ' || c == '\'' || c == RIGHT_QUOTE)
        continue;
      if (g_unichar_ismark (c) && n > 0)
        {
          if (c == DIAERESIS && letters[n - 1] == 'u')
            letters[n - 1] = 'v';
          continue;
        }
      if (get_typed_letter (c) == 0 || n == size)
        return 0;
      letters[n++] = get_typed_letter (c);
    }

  return n;
}

/**
 * zg_pinyin_of_typed:
 * @typed: what was typed, valid UTF-8 or not
 *
 * What the keys of zg_name_keys() begin with, if their text is looked for: wangxw for Wang XW, xianping for xi'an ping,
 * lvbu for Lǚ Bù.
 *
 * Returns: (transfer full) (nullable): small letters and digits alone; %NULL when @typed is no pinyin, or more of it than
 *   anybody types
 */
char *
zg_pinyin_of_typed (const char *typed)
{
  char letters[MAX_TYPED];
  guint n_letters = read_typed (typed, letters, sizeof letters);

  return n_letters > 0 ? g_strndup (letters, n_letters) : NULL;
}

/* Where @letters can be behind a syllable, if before it they are at the places of the bit set @before. */
static guint64
step_syllable (const Syllable *syllable,
               const char     *letters,
               guint           n_letters,
               guint64         before)
{
  guint64 after = 0;

  for (guint at = 0; at < n_letters; at++)
    {
      const char *reading;

      if ((before & ((guint64) 1 << at)) == 0)
        continue;

      for (guint i = 0; (reading = get_reading (syllable, i)) != NULL; i++)
        {
          guint length = 0;

          while (reading[length] != '\0' && at + length < n_letters && reading[length] == letters[at + length])
            length++;
          if (length == 0)
            continue;
          /* The initial, of which zh, ch and sh have two letters; all of it; or as far as it was typed. */
          after |= (guint64) 1 << (at + 1);
          if (length >= 2 && reading[1] == 'h')
            after |= (guint64) 1 << (at + 2);
          if (reading[length] == '\0' || at + length == n_letters)
            after |= (guint64) 1 << (at + length);
        }
    }

  return after;
}

/**
 * zg_syllables_new:
 * @text: a text in which pinyin will be looked for often
 *
 * Reads @text once. Afterwards nothing is left for ICU to load when somebody types.
 *
 * Returns: (transfer full): what zg_syllables_find() looks into; g_free() it
 */
ZgSyllables *
zg_syllables_new (const char *text)
{
  ZgSyllables syllables;

  read_syllables (text, &syllables);

  return g_memdup2 (&syllables, G_STRUCT_OFFSET (ZgSyllables, items) + syllables.n * sizeof *syllables.items);
}

/**
 * zg_syllables_find:
 * @syllables: a text
 * @typed: what was typed
 * @start_out: (out): where the first match begins in the text, in bytes
 * @end_out: (out): where it ends
 *
 * Returns: whether there is a match, as for zg_find_pinyin()
 */
gboolean
zg_syllables_find (const ZgSyllables *syllables,
                   const char        *typed,
                   gsize             *start_out,
                   gsize             *end_out)
{
  char letters[MAX_TYPED];
  guint n_letters = read_typed (typed, letters, sizeof letters);

  if (n_letters == 0)
    return FALSE;

  for (guint first = 0; first < syllables->n; first++)
    {
      guint64 places = 1;

      for (guint i = first; i < syllables->n && places != 0; i++)
        {
          places = step_syllable (&syllables->items[i], letters, n_letters, places);
          if ((places & ((guint64) 1 << n_letters)) != 0)
            {
              *start_out = syllables->items[first].start;
              *end_out = syllables->items[i].end;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/**
 * zg_find_pinyin:
 * @text: any text
 * @typed: what was typed
 * @start_out: (out): where the first match begins in @text, in bytes
 * @end_out: (out): where it ends
 *
 * Finds characters by their pinyin: dizhi, dz, diz and dzhi all find 地址 in 核对地址. Takes time in proportion to the
 * length of @text and allocates nothing.
 *
 * Returns: whether there is a match; never for less than a letter or more than 60
 */
gboolean
zg_find_pinyin (const char *text,
                const char *typed,
                gsize      *start_out,
                gsize      *end_out)
{
  ZgSyllables syllables;

  read_syllables (text, &syllables);

  return zg_syllables_find (&syllables, typed, start_out, end_out);
}

/**
 * zg_find_typed:
 * @text: any text
 * @typed: what was typed
 * @start_out: (out): where the match begins in @text, in bytes
 * @end_out: (out): where it ends
 *
 * What to highlight in a title or name: the part with the same characters, or else the part with that pinyin.
 *
 * Returns: whether there is such a part
 */
gboolean
zg_find_typed (const char *text,
               const char *typed,
               gsize      *start_out,
               gsize      *end_out)
{
  return zg_find_folded (text, typed, start_out, end_out) || zg_find_pinyin (text, typed, start_out, end_out);
}
