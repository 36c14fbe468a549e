/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-paper-size.h"

#include <string.h>

/* The one table of papers. The third is the roll of label printers; what is printed there is held nearer to the eye. */
static const ZgPaperSize sizes[] = {
  { "A4", "A4", 210, 297, 15, 10.5 },
  { "A5", "A5", 148, 210, 10, 9.5 },
  { "100x150", "100 × 150 mm", 100, 150, 4, 8.5 },
};

/**
 * zg_paper_size_find:
 * @word: (nullable): a word as the command line has it, in any case
 *
 * Returns: (nullable) (transfer none): the paper
 */
const ZgPaperSize *
zg_paper_size_find (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (sizes[i].word, word) == 0)
      return &sizes[i];
  return NULL;
}

/**
 * zg_paper_size_get:
 * @index: counted from 0
 *
 * Returns: (nullable) (transfer none): the paper, %NULL behind the last one
 */
const ZgPaperSize *
zg_paper_size_get (guint index)
{
  return index < G_N_ELEMENTS (sizes) ? &sizes[index] : NULL;
}

/**
 * zg_paper_size_fit:
 * @width: millimetres
 * @height: millimetres
 *
 * Returns: paper of that size, with margins and letters as the table's widest one has them that is no wider
 */
ZgPaperSize
zg_paper_size_fit (double width,
                   double height)
{
  ZgPaperSize fit = sizes[G_N_ELEMENTS (sizes) - 1];

  for (gsize i = G_N_ELEMENTS (sizes); i > 0; i--)
    if (sizes[i - 1].width <= width + 1)
      fit = sizes[i - 1];
  fit.width = width;
  fit.height = height;
  return fit;
}
