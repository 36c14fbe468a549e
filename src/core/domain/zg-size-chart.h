/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-body-size.h"

G_BEGIN_DECLS

/**
 * ZgSizeRow:
 * @size: what the size is called: M, 38, 均码
 * @height_from: millimetres, inclusive like all bounds; 0 is no bound
 * @weight_from: grams
 * @note: what is to be said with it, or ""
 *
 * Who wears one size.
 */
typedef struct {
  char *size;
  int height_from;
  int height_to;
  int weight_from;
  int weight_to;
  char *note;
} ZgSizeRow;

/**
 * ZgSizeResult:
 * @ZG_SIZE_NO_CHART: there is no chart to go by
 * @ZG_SIZE_ASK: a measure is needed that is not known
 * @ZG_SIZE_FITS: one size fits
 * @ZG_SIZE_BETWEEN: between two; the larger is advised
 * @ZG_SIZE_TOO_SMALL: smaller than the smallest size
 * @ZG_SIZE_TOO_LARGE: larger than the largest size
 */
typedef enum {
  ZG_SIZE_NO_CHART,
  ZG_SIZE_ASK,
  ZG_SIZE_FITS,
  ZG_SIZE_BETWEEN,
  ZG_SIZE_TOO_SMALL,
  ZG_SIZE_TOO_LARGE,
} ZgSizeResult;

/**
 * ZgSizeAdvice:
 * @size: (transfer none) (nullable): the row that fits, or the larger of two that is advised; %NULL without one
 * @smaller: (transfer none) (nullable): the smaller of two
 * @asks_height: whether the height has to be asked for
 * @asks_weight: whether the weight has to be asked for
 *
 * Which size somebody takes. The rows are those of the chart.
 */
typedef struct {
  ZgSizeResult result;
  const ZgSizeRow *size;
  const ZgSizeRow *smaller;
  gboolean asks_height;
  gboolean asks_weight;
} ZgSizeAdvice;

ZgSizeRow *zg_size_row_new (const char *size) G_GNUC_WARN_UNUSED_RESULT;
ZgSizeRow *zg_size_row_copy (const ZgSizeRow *row) G_GNUC_WARN_UNUSED_RESULT;
void zg_size_row_free (ZgSizeRow *row);
gboolean zg_size_chart_validate (GPtrArray  *rows,
                                 GError    **error);
ZgSizeAdvice zg_size_chart_advise (GPtrArray        *rows,
                                   const ZgBodySize *body);
const char *zg_size_result_to_word (ZgSizeResult result);
char *zg_size_advice_to_text (const ZgSizeAdvice *advice,
                              const ZgBodySize   *body) G_GNUC_WARN_UNUSED_RESULT;

/* zg-size-chart-text.c: as people write it */
GPtrArray *zg_size_chart_parse (const char  *text,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_size_chart_to_text (GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgSizeRow, zg_size_row_free)

G_END_DECLS
