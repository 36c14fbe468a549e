/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-division-names.h"

#include <string.h>

/*
 * All names of divisions, in one array sorted by their hash: what is called alike lies side by side, and the first bits
 * of a hash say where to look. A text is asked for all names it begins with in one walk over its characters.
 */

#define BUCKET_BITS 13
#define N_BUCKETS (1u << BUCKET_BITS)

static GArray *names;
static guint16 buckets[N_BUCKETS + 1];

/* What may be left out at the end of a name, the longer before the shorter. */
static const char * const ends[] = {
  "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "省", "市", "区", "县", "盟", NULL,
};

/* The peoples in the names of autonomous divisions. 内蒙古 keeps its own. */
static const char * const peoples[] = {
  "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族",
  "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族",
  "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "普米族",
  "塔吉克", "怒族", "鄂温克族", "保安族", "裕固族", "独龙族", "各族", NULL,
};

static guint32
hash_char (guint32  hash,
           gunichar c)
{
  return (hash ^ c) * 0x01000193u;
}

/* Mixes once more, because the first bits are used. */
static guint32
finish_hash (guint32 hash)
{
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ (hash >> 12);
}

#define HASH_START 0x811c9dc5u

static void
add_name (const char        *text,
          gsize              n_bytes,
          guint              division,
          guint              above,
          ZgDivisionNameKind kind)
{
  guint32 hash = HASH_START;
  ZgDivisionName name = { text, 0, division, above, n_bytes, kind };

  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    hash = hash_char (hash, g_utf8_get_char (at));
  name.hash = finish_hash (hash);
  g_array_append_val (names, name);
}

static gsize
cut_end (const char         *text,
         gsize               n_bytes,
         const char * const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      /* Two characters have to stay. */
      if (n_bytes >= length + 6 && memcmp (text + n_bytes - length, words[i], length) == 0)
        return n_bytes - length;
    }
  return n_bytes;
}

static void
add_short_name (guint division)
{
  const char *name = zg_division_get (division)->name;
  gsize full = strlen (name);
  gsize length = cut_end (name, full, ends);

  if (length < full && g_str_has_prefix (name + length, "自治"))
    {
      gsize before;

      do
        {
          before = length;
          length = cut_end (name, before, peoples);
        }
      while (length < before);
    }
  if (length < full)
    add_name (name, length, division, ZG_DIVISION_NONE, ZG_DIVISION_NAME_SHORT);
}

/* 内蒙 is the one province that people shorten further. */
static void
add_inner_mongolia (void)
{
  guint division = zg_division_find_code (150000);

  add_name (zg_division_get (division)->name, strlen ("内蒙"), division, ZG_DIVISION_NONE, ZG_DIVISION_NAME_SHORT);
}

static guint
find_code (const char *text)
{
  return zg_division_find_code ((guint32) g_ascii_strtoull (text, NULL, 10));
}

/* Columns: where it stood, the old name, codes of today. */
static void
add_former_names (char **lines)
{
  for (; *lines != NULL; lines++)
    {
      g_auto(GStrv) columns = g_strsplit (*lines, "\t", 4);
      g_auto(GStrv) codes = NULL;

      if (**lines == '#' || g_strv_length (columns) < 3)
        continue;
      codes = g_strsplit (columns[2], " ", -1);
      for (int i = 0; codes[i] != NULL; i++)
        add_name (g_intern_string (columns[1]), strlen (columns[1]), find_code (codes[i]), find_code (columns[0]),
                  ZG_DIVISION_NAME_FORMER);
    }
}

/* Columns: where it is or nothing, the name, the code of the district or nothing. */
static void
add_zones (char **lines)
{
  for (; *lines != NULL; lines++)
    {
      g_auto(GStrv) columns = g_strsplit (*lines, "\t", 3);

      if (**lines == '#' || g_strv_length (columns) < 2)
        continue;
      add_name (g_intern_string (columns[1]), strlen (columns[1]), columns[2] != NULL ? find_code (columns[2]) : ZG_DIVISION_NONE,
                find_code (columns[0]), ZG_DIVISION_NAME_ZONE);
    }
}

static int
compare_text (const ZgDivisionName *a,
              const ZgDivisionName *b)
{
  if (a->n_bytes != b->n_bytes)
    return a->n_bytes < b->n_bytes ? -1 : 1;
  return memcmp (a->text, b->text, a->n_bytes);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const ZgDivisionName *one = a;
  const ZgDivisionName *other = b;
  int order;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  order = compare_text (one, other);
  if (order != 0)
    return order;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return (int) one->division - (int) other->division;
}

static void
fill_buckets (void)
{
  guint bucket = 0;

  for (guint i = 0; i < names->len; i++)
    for (guint own = g_array_index (names, ZgDivisionName, i).hash >> (32 - BUCKET_BITS); bucket <= own; bucket++)
      buckets[bucket] = i;
  for (; bucket <= N_BUCKETS; bucket++)
    buckets[bucket] = names->len;
}

static char **
load_lines (const char *file)
{
  g_autofree char *text = zg_division_data_load (file);

  return g_strsplit (text, "\n", -1);
}

static void
read_names (void)
{
  g_auto(GStrv) former = load_lines ("former.tsv");
  g_auto(GStrv) zones = load_lines ("zones.tsv");
  guint n_divisions = zg_division_count ();

  names = g_array_sized_new (FALSE, FALSE, sizeof (ZgDivisionName), 2 * n_divisions + 512);
  for (guint i = 0; i < n_divisions; i++)
    {
      const char *name = zg_division_get (i)->name;

      add_name (name, strlen (name), i, ZG_DIVISION_NONE, ZG_DIVISION_NAME_FULL);
      add_short_name (i);
    }
  add_inner_mongolia ();
  add_former_names (former);
  add_zones (zones);
  g_array_sort (names, compare_names);
  fill_buckets ();
}

static void
ensure_names (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      read_names ();
      g_once_init_leave (&ready, 1);
    }
}

static gboolean
is_name (const ZgDivisionName *name,
         const gunichar       *text,
         guint                 n_chars)
{
  const char *at = name->text;

  for (guint i = 0; i < n_chars; i++, at = g_utf8_next_char (at))
    if (at >= name->text + name->n_bytes || g_utf8_get_char (at) != text[i])
      return FALSE;
  return at == name->text + name->n_bytes;
}

static gboolean
find_names (const gunichar  *text,
            guint            n_chars,
            guint32          hash,
            ZgDivisionMatch *match)
{
  guint bucket = hash >> (32 - BUCKET_BITS);

  for (guint i = buckets[bucket]; i < buckets[bucket + 1]; i++)
    {
      const ZgDivisionName *name = &g_array_index (names, ZgDivisionName, i);

      if (name->hash != hash || !is_name (name, text, n_chars))
        continue;
      match->names = name;
      match->n_chars = n_chars;
      match->n_names = 1;
      while (++i < buckets[bucket + 1] && name[match->n_names].hash == hash &&
             compare_text (name, &name[match->n_names]) == 0)
        match->n_names++;
      return TRUE;
    }
  return FALSE;
}

/**
 * zg_division_names_match:
 * @text: (array length=n_chars): a text, folded by zg_fold_char()
 * @n_chars: how long it is
 * @matches: (out): the names that it begins with, the longest first
 *
 * Any thread.
 *
 * Returns: how many there are
 */
guint
zg_division_names_match (const gunichar  *text,
                         guint            n_chars,
                         ZgDivisionMatch  matches[ZG_DIVISION_MAX_CHARS])
{
  ZgDivisionMatch found[ZG_DIVISION_MAX_CHARS];
  guint32 hash = HASH_START;
  guint n_found = 0;

  ensure_names ();
  for (guint i = 0; i < MIN (n_chars, ZG_DIVISION_MAX_CHARS) && text[i] >= 0x3400; i++)
    {
      hash = hash_char (hash, text[i]);
      if (i > 0 && find_names (text, i + 1, finish_hash (hash), &found[n_found]))
        n_found++;
    }
  for (guint i = 0; i < n_found; i++)
    matches[i] = found[n_found - 1 - i];
  return n_found;
}
