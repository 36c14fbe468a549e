/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-reply-suggest.h"

#include <math.h>
#include <string.h>

#include "zg-terms.h"

/*
 * Which replies answer what a customer wrote. Every keyword, title and text is a unit of terms; an index tells the units
 * that have a term. A term counts by how rare it is among the replies (the usual inverse document frequency). A keyword
 * counts most, and the more of it is in the question the more: it is a question that customers ask. A title counts in the
 * same way but less, a text for what it has in common with the question alone.
 */

#define KEYWORD_FACTOR 3.0
#define OTHER_KEYWORD_FACTOR 0.5        /* of each further keyword that is met */
#define TITLE_FACTOR 1.4
#define BODY_FACTOR 0.5

#define MAX_SUGGESTIONS 20
/* Less has hardly more in common with the question than a "please". */
#define LEAST_SCORE 0.02
/* Of the best one. */
#define LEAST_SHARE 0.3
/* A pasted conversation is no question. */
#define MAX_QUESTION_CHARACTERS 300

typedef enum {
  UNIT_KEYWORD,
  UNIT_TITLE,
  UNIT_BODY,
} UnitKind;

typedef struct {
  guint reply;
  UnitKind kind;
  float total;                  /* what its terms weigh together */
  float met;                    /* while a question is looked at: what those of its terms weigh that are in it */
} Unit;

typedef struct {
  guint32 unit;
  guint32 term;                 /* its number */
  float weight;
} Posting;

struct _ZgReplySuggester {
  GPtrArray *replies;
  GArray *units;
  GHashTable *numbers;          /* term's id -> its number, from 1 */
  GArray *postings;             /* by term */
  GArray *starts;               /* by term's number: where its postings begin; with an end */
  GArray *rarities;             /* by term's number: float */
};

static guint32
get_number (ZgReplySuggester *self,
            guint32           id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (id)));
}

static void
add_unit (ZgReplySuggester *self,
          guint             reply,
          UnitKind          kind,
          const char       *text)
{
  g_autoptr(GArray) terms = zg_terms_of_text (text, kind != UNIT_BODY);
  Unit unit = { .reply = reply, .kind = kind };

  for (guint i = 0; i < terms->len; i++)
    {
      const ZgTerm *term = &g_array_index (terms, ZgTerm, i);
      Posting posting = { self->units->len, get_number (self, term->id), term->weight };

      if (posting.term == 0)
        {
          posting.term = g_hash_table_size (self->numbers) + 1;
          g_hash_table_insert (self->numbers, GUINT_TO_POINTER (term->id), GUINT_TO_POINTER (posting.term));
        }
      g_array_append_val (self->postings, posting);
    }
  g_array_append_val (self->units, unit);
}

static void
add_reply (ZgReplySuggester *self,
           guint             index,
           const ZgReply    *reply)
{
  g_autoptr(GString) body = g_string_new (reply->body);

  for (guint i = 0; i < reply->keywords->len; i++)
    add_unit (self, index, UNIT_KEYWORD, g_ptr_array_index (reply->keywords, i));
  add_unit (self, index, UNIT_TITLE, reply->title);
  for (guint i = 0; i < reply->variants->len; i++)
    g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (reply->variants, i));
  add_unit (self, index, UNIT_BODY, body->str);
}

/* Brings the postings, which are by unit, into the order of terms: counted first, then each to its place. */
static void
sort_postings (ZgReplySuggester *self)
{
  guint n_terms = g_hash_table_size (self->numbers);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Posting), self->postings->len);
  guint32 *starts;

  self->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->starts, n_terms + 3);
  g_array_set_size (sorted, self->postings->len);
  starts = (guint32 *) (void *) self->starts->data;

  /* One further than they end up: filling moves them back. */
  for (guint i = 0; i < self->postings->len; i++)
    starts[g_array_index (self->postings, Posting, i).term + 2]++;
  for (guint i = 1; i < n_terms + 3; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < self->postings->len; i++)
    {
      Posting posting = g_array_index (self->postings, Posting, i);

      g_array_index (sorted, Posting, starts[posting.term + 1]++) = posting;
    }
  g_array_unref (self->postings);
  self->postings = sorted;
}

static void
weigh_terms (ZgReplySuggester *self)
{
  guint n_terms = g_hash_table_size (self->numbers);

  self->rarities = g_array_new (FALSE, TRUE, sizeof (float));
  g_array_set_size (self->rarities, n_terms + 1);
  for (guint term = 1; term <= n_terms; term++)
    {
      guint start = g_array_index (self->starts, guint32, term);
      guint end = g_array_index (self->starts, guint32, term + 1);
      guint n_with = 0;
      guint before = G_MAXUINT;
      float rarity;

      for (guint i = start; i < end; i++)
        {
          guint reply = g_array_index (self->units, Unit, g_array_index (self->postings, Posting, i).unit).reply;

          n_with += reply != before;
          before = reply;
        }
      rarity = logf (1 + (self->replies->len - n_with + 0.5f) / (n_with + 0.5f));
      g_array_index (self->rarities, float, term) = rarity;

      for (guint i = start; i < end; i++)
        {
          Posting *posting = &g_array_index (self->postings, Posting, i);

          posting->weight *= rarity;
          g_array_index (self->units, Unit, posting->unit).total += posting->weight;
        }
    }
}

/**
 * zg_reply_suggester_new:
 * @replies: (element-type ZgReply): the replies; a reference is kept
 *
 * Reads the replies once. Any thread.
 *
 * Returns: (transfer full): what knows their answers
 */
ZgReplySuggester *
zg_reply_suggester_new (GPtrArray *replies)
{
  ZgReplySuggester *self = g_new0 (ZgReplySuggester, 1);

  self->replies = g_ptr_array_ref (replies);
  self->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  self->numbers = g_hash_table_new (NULL, NULL);
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  for (guint i = 0; i < replies->len; i++)
    add_reply (self, i, g_ptr_array_index (replies, i));
  sort_postings (self);
  weigh_terms (self);
  return self;
}

/**
 * zg_reply_suggester_free:
 * @suggester: (transfer full): a suggester
 */
void
zg_reply_suggester_free (ZgReplySuggester *suggester)
{
  g_ptr_array_unref (suggester->replies);
  g_array_unref (suggester->units);
  g_hash_table_unref (suggester->numbers);
  g_array_unref (suggester->postings);
  g_array_unref (suggester->starts);
  g_array_unref (suggester->rarities);
  g_free (suggester);
}

/* Notes in each unit what of it is in the question. Returns what the question weighs. */
static double
meet (ZgReplySuggester *self,
      const char       *question,
      GArray           *met)
{
  g_autoptr(GArray) terms = zg_terms_of_text (question, TRUE);
  float unknown = logf (1 + (self->replies->len + 0.5f) / 0.5f);
  double total = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const ZgTerm *term = &g_array_index (terms, ZgTerm, i);
      guint32 number = get_number (self, term->id);

      total += term->weight * (number != 0 ? g_array_index (self->rarities, float, number) : unknown);
      if (number == 0)
        continue;
      for (guint k = g_array_index (self->starts, guint32, number); k < g_array_index (self->starts, guint32, number + 1); k++)
        {
          const Posting *posting = &g_array_index (self->postings, Posting, k);
          Unit *unit = &g_array_index (self->units, Unit, posting->unit);

          if (unit->met == 0)
            g_array_append_val (met, posting->unit);
          unit->met += posting->weight;
        }
    }
  return total;
}

typedef struct {
  double best_keyword;
  double keywords;
  double others;
} Points;

static void
add_points (Points     *points,
            const Unit *unit)
{
  double share = unit->met / unit->total;
  double part = unit->met * share;

  switch (unit->kind)
    {
    case UNIT_KEYWORD:
      points->best_keyword = MAX (points->best_keyword, part);
      points->keywords += part;
      break;
    case UNIT_TITLE:
      points->others += TITLE_FACTOR * part;
      break;
    case UNIT_BODY:
      points->others += BODY_FACTOR * unit->met;
      break;
    }
}

static double
sum_up (const Points *points)
{
  return KEYWORD_FACTOR * (points->best_keyword + OTHER_KEYWORD_FACTOR * (points->keywords - points->best_keyword))
         + points->others;
}

static int
compare_suggestions (gconstpointer a,
                     gconstpointer b)
{
  const ZgReplySuggestion *first = a, *second = b;

  if (first->is_expired != second->is_expired)
    return first->is_expired ? 1 : -1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/* Takes away what is too far behind the best one. */
static void
cut (GArray *suggestions)
{
  double best = 0;
  guint n = 0;

  for (guint i = 0; i < suggestions->len; i++)
    best = MAX (best, g_array_index (suggestions, ZgReplySuggestion, i).score);
  for (guint i = 0; i < suggestions->len && n < MAX_SUGGESTIONS; i++)
    {
      if (g_array_index (suggestions, ZgReplySuggestion, i).score >= MAX (LEAST_SCORE, LEAST_SHARE * best))
        g_array_index (suggestions, ZgReplySuggestion, n++) = g_array_index (suggestions, ZgReplySuggestion, i);
    }
  g_array_set_size (suggestions, n);
}

/**
 * zg_reply_suggester_suggest:
 * @suggester: a suggester; not from two threads at once
 * @text: what a customer wrote, as it was pasted
 * @now: what time it is
 *
 * Finds the replies that answer @text. Traditional characters, full width and typing errors do not matter.
 *
 * Returns: (transfer full) (element-type ZgReplySuggestion): at most 20, the best first, behind them those that may not be
 *   said at this time; none when nothing fits
 */
GArray *
zg_reply_suggester_suggest (ZgReplySuggester *suggester,
                            const char       *text,
                            ZgTime            now)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *question = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_QUESTION_CHARACTERS));
  g_autoptr(GArray) met = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) points = g_array_new (FALSE, TRUE, sizeof (Points));
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (ZgReplySuggestion));
  double total = meet (suggester, question, met);

  for (guint i = 0; i < met->len; i++)
    {
      Unit *unit = &g_array_index (suggester->units, Unit, g_array_index (met, guint32, i));
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (unit->reply + 1)));

      if (place == 0)
        {
          ZgReplySuggestion suggestion = { .index = unit->reply };

          suggestion.is_expired = !zg_reply_is_valid_at (g_ptr_array_index (suggester->replies, unit->reply), now);
          g_array_append_val (suggestions, suggestion);
          g_array_set_size (points, suggestions->len);
          place = suggestions->len;
          g_hash_table_insert (places, GUINT_TO_POINTER (unit->reply + 1), GUINT_TO_POINTER (place));
        }
      add_points (&g_array_index (points, Points, place - 1), unit);
      unit->met = 0;
    }

  for (guint i = 0; i < suggestions->len; i++)
    {
      double sum = sum_up (&g_array_index (points, Points, i));

      /* A text that has all of the question in it, but no keyword, gets one half. */
      g_array_index (suggestions, ZgReplySuggestion, i).score = sum / (sum + BODY_FACTOR * total);
    }
  g_array_sort (suggestions, compare_suggestions);
  cut (suggestions);
  return suggestions;
}
