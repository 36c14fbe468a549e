/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-product"

#include "config.h"

#include "zg-size-chart.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/*
 * Who wears which size. A size fits who lies within all of its bounds; who lies between two is told both and advised the
 * larger, because what is too large can still be worn.
 */

typedef struct {
  gboolean has;                 /* whether the chart goes by it */
  int value;                    /* 0 for not known */
  gsize from;                   /* where a row has its bounds */
  gsize to;
} Measure;

/**
 * zg_size_row_new:
 * @size: what the size is called
 *
 * Returns: (transfer full): the size without any bound
 */
ZgSizeRow *
zg_size_row_new (const char *size)
{
  ZgSizeRow *row = g_new0 (ZgSizeRow, 1);

  row->size = g_strdup (size);
  row->note = g_strdup ("");
  return row;
}

/**
 * zg_size_row_copy:
 * @row: a row
 *
 * Returns: (transfer full): the same
 */
ZgSizeRow *
zg_size_row_copy (const ZgSizeRow *row)
{
  ZgSizeRow *copy = g_memdup2 (row, sizeof *row);

  copy->size = g_strdup (row->size);
  copy->note = g_strdup (row->note);
  return copy;
}

/**
 * zg_size_row_free:
 * @row: (transfer full) (nullable): a row
 */
void
zg_size_row_free (ZgSizeRow *row)
{
  if (row == NULL)
    return;
  g_free (row->size);
  g_free (row->note);
  g_free (row);
}

static gboolean
is_measure (int height,
            int weight)
{
  const ZgBodySize body = { .height = height, .weight = weight };

  return zg_body_size_validate (&body, NULL);
}

static gboolean
validate_row (const ZgSizeRow  *row,
              GError          **error)
{
  if (row->size[0] == '\0')
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A row of the size chart has no size."));
      return FALSE;
    }
  if (!is_measure (row->height_from, row->weight_from) || !is_measure (row->height_to, row->weight_to))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: %s is a size, as M */
                   _("The measures of size %s are not those of a person: 40 to 250 cm, 2 to 300 kg."), row->size);
      return FALSE;
    }
  if ((row->height_to != 0 && row->height_from > row->height_to) || (row->weight_to != 0 && row->weight_from > row->weight_to))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: %s is a size, as M */
                   _("Size %s begins behind its end; write the smaller measure first."), row->size);
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_size_chart_validate:
 * @rows: (element-type ZgSizeRow): a chart
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether it can be kept
 */
gboolean
zg_size_chart_validate (GPtrArray  *rows,
                        GError    **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const ZgSizeRow *row = g_ptr_array_index (rows, i);

      if (!validate_row (row, error))
        return FALSE;
      if (!g_hash_table_add (seen, row->size))
        {
          /* TRANSLATORS: %s is a size, as M */
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Size %s stands in the chart twice."), row->size);
          return FALSE;
        }
    }
  return TRUE;
}

static int
get_bound (const ZgSizeRow *row,
           gsize            offset)
{
  return *(const int *) ((const char *) row + offset);
}

static int
compare_bounds (const ZgSizeRow *a,
                const ZgSizeRow *b,
                gsize            from,
                gsize            to)
{
  int a_to = get_bound (a, to) != 0 ? get_bound (a, to) : G_MAXINT;
  int b_to = get_bound (b, to) != 0 ? get_bound (b, to) : G_MAXINT;

  if (get_bound (a, from) != get_bound (b, from))
    return get_bound (a, from) < get_bound (b, from) ? -1 : 1;
  return (a_to > b_to) - (a_to < b_to);
}

static gint
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Measure *measure = data;

  return compare_bounds (*(const ZgSizeRow * const *) a, *(const ZgSizeRow * const *) b, measure->from, measure->to);
}

static gboolean
has_bounds (const ZgSizeRow *row,
            const Measure   *measure)
{
  return get_bound (row, measure->from) != 0 || get_bound (row, measure->to) != 0;
}

/* Whether all rows, or any, go by a measure. */
static gboolean
goes_by (GPtrArray     *rows,
         const Measure *measure,
         gboolean       all)
{
  for (guint i = 0; i < rows->len; i++)
    if (has_bounds (g_ptr_array_index (rows, i), measure) != all)
      return !all;
  return all;
}

/* (transfer full): the rows from the smallest to the largest, as far as the chart tells; else in its own order. */
static GPtrArray *
sort_rows (GPtrArray     *rows,
           const Measure *measures)
{
  GPtrArray *sorted = g_ptr_array_copy (rows, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  for (int i = 0; i < 2; i++)
    if (goes_by (rows, &measures[i], TRUE))
      {
        g_ptr_array_sort_with_data (sorted, compare_rows, (gpointer) &measures[i]);
        break;
      }
  return sorted;
}

/*
 * Marks the rows that somebody with this measure could take: those within whose bounds it lies, else the two around it.
 * ZG_SIZE_TOO_SMALL and ZG_SIZE_TOO_LARGE where there is nothing on one side.
 */
static ZgSizeResult
mark (GPtrArray     *rows,
      const Measure *measure,
      gboolean      *marks)
{
  int below = -1, above = -1;
  gboolean is_within = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      int from = get_bound (g_ptr_array_index (rows, i), measure->from);
      int to = get_bound (g_ptr_array_index (rows, i), measure->to);

      marks[i] = measure->value >= from && (to == 0 || measure->value <= to);
      is_within |= marks[i];
      if (to != 0 && measure->value > to)
        below = (int) i;
      if (measure->value < from && above < 0)
        above = (int) i;
    }
  if (is_within)
    return ZG_SIZE_FITS;
  if (below < 0 || above < 0)
    return below < 0 ? ZG_SIZE_TOO_SMALL : ZG_SIZE_TOO_LARGE;
  marks[below] = marks[above] = TRUE;
  return ZG_SIZE_BETWEEN;
}

static void
advise (ZgSizeAdvice *advice,
        GPtrArray    *rows,
        int           smaller,
        int           larger)
{
  advice->result = smaller >= 0 && smaller != larger ? ZG_SIZE_BETWEEN : ZG_SIZE_FITS;
  advice->size = g_ptr_array_index (rows, larger);
  advice->smaller = advice->result == ZG_SIZE_BETWEEN ? g_ptr_array_index (rows, smaller) : NULL;
}

/* What both measures allow; where they allow nothing in common, the two that are nearest to each other. */
static void
join_marks (ZgSizeAdvice   *advice,
            GPtrArray      *rows,
            const gboolean *first,
            const gboolean *second)
{
  int common = -1, before_common = -1, last_first = -1, last_second = -1;

  for (int i = 0; i < (int) rows->len; i++)
    {
      gboolean meets = (first[i] && last_second >= 0) || (second[i] && last_first >= 0);

      if (first[i] && second[i])
        {
          before_common = common;
          common = i;
        }
      else if (meets && common < 0 && advice->size == NULL)
        advise (advice, rows, first[i] ? last_second : last_first, i);
      last_first = first[i] ? i : last_first;
      last_second = second[i] ? i : last_second;
    }
  if (common >= 0)
    advise (advice, rows, before_common, common);
}

/**
 * zg_size_chart_advise:
 * @rows: (element-type ZgSizeRow): a chart; it may be empty
 * @body: whom the size is for
 *
 * Returns: which size they take; the rows in it are those of @rows
 */
ZgSizeAdvice
zg_size_chart_advise (GPtrArray        *rows,
                      const ZgBodySize *body)
{
  Measure measures[] = {
    { FALSE, body->weight, G_STRUCT_OFFSET (ZgSizeRow, weight_from), G_STRUCT_OFFSET (ZgSizeRow, weight_to) },
    { FALSE, body->height, G_STRUCT_OFFSET (ZgSizeRow, height_from), G_STRUCT_OFFSET (ZgSizeRow, height_to) },
  };
  g_autoptr(GPtrArray) sorted = sort_rows (rows, measures);
  g_autofree gboolean *marks = g_new (gboolean, 2 * rows->len + 1);
  ZgSizeAdvice advice = { .result = ZG_SIZE_NO_CHART };

  for (int i = 0; i < 2; i++)
    measures[i].has = goes_by (rows, &measures[i], FALSE);
  if (!measures[0].has && !measures[1].has)
    {
      /* One size for everybody needs no measure. */
      if (rows->len == 1)
        advise (&advice, rows, -1, 0);
      return advice;
    }
  advice.asks_weight = measures[0].has && measures[0].value == 0;
  advice.asks_height = measures[1].has && measures[1].value == 0;
  if (advice.asks_weight || advice.asks_height)
    {
      advice.result = ZG_SIZE_ASK;
      return advice;
    }

  for (int i = 0; i < 2; i++)
    {
      ZgSizeResult result = measures[i].has ? mark (sorted, &measures[i], marks + i * rows->len) : ZG_SIZE_FITS;

      for (guint k = 0; !measures[i].has && k < rows->len; k++)
        marks[i * rows->len + k] = TRUE;
      if (result == ZG_SIZE_TOO_SMALL || result == ZG_SIZE_TOO_LARGE)
        {
          advice.result = result;
          return advice;
        }
    }
  join_marks (&advice, sorted, marks, marks + rows->len);
  return advice;
}

/**
 * zg_size_result_to_word:
 * @result: what a chart says
 *
 * Returns: the word of the command line
 */
const char *
zg_size_result_to_word (ZgSizeResult result)
{
  static const char * const words[] = {
    [ZG_SIZE_NO_CHART] = "no-chart",
    [ZG_SIZE_ASK] = "ask",
    [ZG_SIZE_FITS] = "fits",
    [ZG_SIZE_BETWEEN] = "between",
    [ZG_SIZE_TOO_SMALL] = "too-small",
    [ZG_SIZE_TOO_LARGE] = "too-large",
  };

  return words[result];
}

static char *
ask (const ZgSizeAdvice *advice)
{
  if (advice->asks_height && advice->asks_weight)
    return g_strdup (_("How tall are you, and what do you weigh? Then we can tell you the size."));
  return g_strdup (advice->asks_height ? _("How tall are you? Then we can tell you the size.")
                                       : _("What do you weigh? Then we can tell you the size."));
}

/**
 * zg_size_advice_to_text:
 * @advice: what zg_size_chart_advise() gave
 * @body: whom it is for
 *
 * Returns: (transfer full) (nullable): it as a sentence for them; %NULL without a chart
 */
char *
zg_size_advice_to_text (const ZgSizeAdvice *advice,
                        const ZgBodySize   *body)
{
  const ZgBodySize measures = { .height = body->height, .weight = body->weight };
  g_autofree char *known = zg_body_size_is_known (&measures) ? zg_body_size_format (&measures) : g_strdup ("");
  g_autofree char *text = NULL;

  switch (advice->result)
    {
    case ZG_SIZE_ASK:
      return ask (advice);
    case ZG_SIZE_FITS:
      /* TRANSLATORS: to a customer; the first %s is "165 cm · 52 kg", the second a size */
      text = *known != '\0' ? g_strdup_printf (_("For %s size %s fits."), known, advice->size->size)
                            : g_strdup_printf (_("Size %s fits."), advice->size->size);
      break;
    case ZG_SIZE_BETWEEN:
      /* TRANSLATORS: to a customer; the first %s is "165 cm · 52 kg", the others are sizes */
      text = g_strdup_printf (_("%s is between %s and %s; we advise %s, which is the roomier one."), known,
                              advice->smaller->size, advice->size->size, advice->size->size);
      break;
    case ZG_SIZE_TOO_SMALL:
      return g_strdup_printf (_("For %s even the smallest size would be too large."), known);
    case ZG_SIZE_TOO_LARGE:
      return g_strdup_printf (_("For %s even the largest size would be too small."), known);
    case ZG_SIZE_NO_CHART:
    default:
      return NULL;
    }
  if (advice->size->note[0] != '\0')
    return g_strdup_printf ("%s %s", text, advice->size->note);
  return g_steal_pointer (&text);
}
