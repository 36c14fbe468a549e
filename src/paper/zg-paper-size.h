/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A point is 1/72 inch, the unit of a PDF file. */
#define ZG_POINTS_PER_MM (72.0 / 25.4)

/**
 * ZgPaperSize:
 * @word: the word of settings and of the command line
 * @label: what people call it
 * @width: millimetres
 * @height: millimetres
 * @margin: millimetres on each side
 * @font_size: points, of ordinary text
 *
 * A kind of paper that shops print on.
 */
typedef struct {
  const char *word;
  const char *label;
  double width;
  double height;
  double margin;
  double font_size;
} ZgPaperSize;

const ZgPaperSize *zg_paper_size_find (const char *word);
const ZgPaperSize *zg_paper_size_get (guint index);

ZgPaperSize zg_paper_size_fit (double width,
                               double height);

G_END_DECLS
