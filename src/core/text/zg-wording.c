/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-wording.h"

#include <stdlib.h>

#include "zg-fold.h"
#include "zg-word-finder.h"

/*
 * The wording check: words of a list in a text, but for those that stand in one of their exceptions. It warns and
 * suggests; nobody asks it for leave.
 */

/* A text with fewer words of oneself than this is not about oneself. */
#define MANY_SELF 3

/* Shorter texts ("好的，这就去查。", "On it.") address nobody and are polite all the same: Chinese characters and Latin
 * words. */
#define FEW_HAN 8
#define FEW_LATIN 6

struct _ZgWording {
  GPtrArray *entries;           /* ZgWordingEntry */
  ZgWordFinder *finder;
  guint longest;                /* of all exceptions, in characters */
};

/* A word or an exception of @entry, from character @start to @end. */
typedef struct {
  guint entry;
  guint start;
  guint end;
} Match;

typedef struct {
  ZgWording *wording;
  GArray *chars;
  GArray *words;                /* Match */
  GArray *exceptions;           /* Match */
} Search;

/* The finder's tags: twice the entry, and one more for its exceptions. */
#define TAG(entry, is_exception) (2 * (entry) + ((is_exception) ? 1 : 0))
#define TAG_ENTRY(tag) ((tag) / 2)
#define TAG_IS_EXCEPTION(tag) ((tag) % 2 == 1)

static guint
add_word (ZgWordFinder *finder,
          const char   *word,
          guint         tag)
{
  g_autoptr(GArray) chars = zg_wording_text_read (word, NULL, 0);
  g_autofree gunichar *plain = g_new (gunichar, MAX (chars->len, 1));

  for (guint i = 0; i < chars->len; i++)
    plain[i] = g_array_index (chars, ZgWordingChar, i).c;
  zg_word_finder_add (finder, plain, chars->len, tag);
  return chars->len;
}

/**
 * zg_wording_new:
 * @entries: (element-type ZgWordingEntry): the word list; must not change any more
 *
 * Compiles a word list. Entries that are switched off are left out. It never changes, so any number of threads can
 * check with it.
 *
 * Returns: (transfer full): the list, ready to check with
 */
ZgWording *
zg_wording_new (GPtrArray *entries)
{
  ZgWording *wording = g_atomic_rc_box_new0 (ZgWording);

  wording->entries = g_ptr_array_ref (entries);
  wording->finder = zg_word_finder_new ();
  for (guint i = 0; i < entries->len; i++)
    {
      const ZgWordingEntry *entry = entries->pdata[i];

      if (!entry->enabled)
        continue;
      add_word (wording->finder, entry->word, TAG (i, FALSE));
      for (gsize k = 0; entry->exceptions[k] != NULL; k++)
        {
          guint length = add_word (wording->finder, entry->exceptions[k], TAG (i, TRUE));

          wording->longest = MAX (wording->longest, length);
        }
    }
  zg_word_finder_compile (wording->finder);
  return wording;
}

/**
 * zg_wording_ref:
 * @wording: a compiled word list
 *
 * Returns: (transfer full): @wording
 */
ZgWording *
zg_wording_ref (ZgWording *wording)
{
  return g_atomic_rc_box_acquire (wording);
}

static void
clear (gpointer data)
{
  ZgWording *wording = data;

  g_ptr_array_unref (wording->entries);
  zg_word_finder_free (wording->finder);
}

/**
 * zg_wording_unref:
 * @wording: (transfer full): a compiled word list
 */
void
zg_wording_unref (ZgWording *wording)
{
  g_atomic_rc_box_release_full (wording, clear);
}

static const ZgWordingEntry *
get_entry (ZgWording *wording,
           guint      index)
{
  return wording->entries->pdata[index];
}

static gunichar
get_char (GArray *chars,
          guint   index)
{
  return index < chars->len ? g_array_index (chars, ZgWordingChar, index).c : ' ';
}

/* Whether a Latin word or a number goes on from @a to @b, so that nothing ends between them. */
static gboolean
goes_on (gunichar a,
         gunichar b)
{
  return zg_wording_char_is_latin (a) && zg_wording_char_is_latin (b)
         && g_unichar_isdigit (a) == g_unichar_isdigit (b);
}

static void
take_match (guint    tag,
            guint    n_chars,
            guint    end,
            gpointer data)
{
  Search *search = data;
  Match match = { .entry = TAG_ENTRY (tag), .start = end - n_chars, .end = end };

  if (match.start > 0 && goes_on (get_char (search->chars, match.start - 1), get_char (search->chars, match.start)))
    return;
  if (goes_on (get_char (search->chars, end - 1), get_char (search->chars, end)))
    return;
  g_array_append_val (TAG_IS_EXCEPTION (tag) ? search->exceptions : search->words, match);
}

/* By entry and place. */
static int
compare_exceptions (gconstpointer a,
                    gconstpointer b)
{
  const Match *x = a;
  const Match *y = b;

  if (x->entry != y->entry)
    return x->entry < y->entry ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* By place, the longest first. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Match *x = a;
  const Match *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return (x->end < y->end) - (x->end > y->end);
}

/* The first exception of @match's entry that is long enough to reach it, or the number of exceptions. */
static guint
find_exception (Search      *search,
                const Match *match)
{
  Match wanted = { .entry = match->entry };
  guint low = 0;
  guint high = search->exceptions->len;

  wanted.start = match->start - MIN (match->start, search->wording->longest);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_exceptions (&g_array_index (search->exceptions, Match, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_excepted (Search      *search,
             const Match *match)
{
  for (guint i = find_exception (search, match); i < search->exceptions->len; i++)
    {
      const Match *exception = &g_array_index (search->exceptions, Match, i);

      if (exception->entry != match->entry || exception->start > match->start)
        return FALSE;
      if (exception->end >= match->end)
        return TRUE;
    }
  return FALSE;
}

static void
run (Search *search)
{
  guint state = 0;
  guint n_kept = 0;

  for (guint i = 0; i < search->chars->len; i++)
    state = zg_word_finder_feed (search->wording->finder, state, get_char (search->chars, i), i + 1, take_match, search);

  g_array_sort (search->exceptions, compare_exceptions);
  g_array_sort (search->words, compare_words);
  for (guint i = 0; i < search->words->len; i++)
    {
      Match match = g_array_index (search->words, Match, i);

      if (!is_excepted (search, &match))
        g_array_index (search->words, Match, n_kept++) = match;
    }
  g_array_set_size (search->words, n_kept);
}

static void
report (Search      *search,
        const Match *match,
        GArray      *findings)
{
  ZgWordingFinding finding = {
    .start = g_array_index (search->chars, ZgWordingChar, match->start).start,
    .end = g_array_index (search->chars, ZgWordingChar, match->end - 1).end,
    .entry = get_entry (search->wording, match->entry),
  };

  g_array_append_val (findings, finding);
}

/* The first entry of the list that counts words of @kind, or %NULL. */
static const ZgWordingEntry *
find_counted (ZgWording     *wording,
              ZgWordingKind  kind)
{
  for (guint i = 0; i < wording->entries->len; i++)
    {
      const ZgWordingEntry *entry = get_entry (wording, i);

      if (entry->kind == kind && entry->enabled)
        return entry;
    }
  return NULL;
}

/* Whether a text is so short, or of so other a script than @word, that nobody misses the address. */
static gboolean
is_short (Search     *search,
          const char *word)
{
  gboolean wants_han = zg_char_is_han (zg_fold_char (g_utf8_get_char (word)));
  guint n_han = 0;
  guint n_latin = 0;

  for (guint i = 0; i < search->chars->len; i++)
    {
      gunichar c = get_char (search->chars, i);

      if (zg_char_is_han (c))
        n_han++;
      else if (zg_wording_char_is_latin (c) && (i == 0 || !zg_wording_char_is_latin (get_char (search->chars, i - 1))))
        n_latin++;
    }
  return wants_han ? n_han < FEW_HAN : n_han > 0 || n_latin < FEW_LATIN;
}

/* What only the whole text shows: whom it speaks of. */
static void
weigh (Search         *search,
       ZgWordingFlags  flags,
       GArray         *findings)
{
  const ZgWordingEntry *address = find_counted (search->wording, ZG_WORDING_ADDRESS);
  guint n[ZG_N_WORDING_KINDS] = { 0 };
  const Match *self = NULL;
  gboolean addressed;

  for (guint i = 0; i < search->words->len; i++)
    {
      const Match *match = &g_array_index (search->words, Match, i);
      ZgWordingKind kind = get_entry (search->wording, match->entry)->kind;

      if (++n[kind] == MANY_SELF && kind == ZG_WORDING_SELF)
        self = match;
    }

  /* Too familiar is an address, if not a good one. */
  addressed = n[ZG_WORDING_ADDRESS] + n[ZG_WORDING_FAMILIAR] > 0 || (flags & ZG_WORDING_IS_ADDRESSED) != 0;
  if (address != NULL && !addressed && !is_short (search, address->word))
    {
      ZgWordingFinding finding = { .entry = address };

      g_array_append_val (findings, finding);
    }
  if (self != NULL && n[ZG_WORDING_SELF] > n[ZG_WORDING_ADDRESS])
    report (search, self, findings);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const ZgWordingFinding *x = a;
  const ZgWordingFinding *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return (x->end > y->end) - (x->end < y->end);
}

/**
 * zg_wording_check:
 * @wording: a compiled word list
 * @text: a text as a customer would read it
 * @masks: (array length=n_masks) (nullable): parts of it that are not checked, in order
 * @n_masks: how many
 * @flags: what else is known of the text
 *
 * Of words that overlap only the first and longest is reported. Quick enough for every key: a text of 64 KiB takes some
 * milliseconds. Any thread.
 *
 * Returns: (transfer full) (element-type ZgWordingFinding): what to say of @text, in its order
 */
GArray *
zg_wording_check (ZgWording           *wording,
                  const char          *text,
                  const ZgWordingMask *masks,
                  guint                n_masks,
                  ZgWordingFlags       flags)
{
  g_autoptr(GArray) chars = zg_wording_text_read (text, masks, n_masks);
  g_autoptr(GArray) words = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr(GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (Match));
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (ZgWordingFinding));
  Search search = { .wording = wording, .chars = chars, .words = words, .exceptions = exceptions };
  guint end = 0;

  run (&search);
  for (guint i = 0; i < words->len; i++)
    {
      const Match *match = &g_array_index (words, Match, i);

      if (zg_wording_kind_is_counted (get_entry (wording, match->entry)->kind) || match->start < end)
        continue;
      report (&search, match, findings);
      end = match->end;
    }
  if ((flags & ZG_WORDING_TO_NOBODY) == 0)
    weigh (&search, flags, findings);
  g_array_sort (findings, compare_findings);
  return findings;
}
