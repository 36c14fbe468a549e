/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many characters a size in words may have: M, 均码, 170/92A, "shoulders wide, take L". */
#define ZG_BODY_SIZE_MAX_WORDS 40

/**
 * ZgBodySize:
 * @height: millimetres
 * @weight: grams
 * @shoe: (nullable): size of their shoes, in their words: 37, 235, 23.5 cm, US 7
 * @usual: (nullable): what they usually take, in their words: M, 均码, 27码
 *
 * What a shop has to know to advise on a size. 0 and %NULL stand for what is not known. Measures are whole numbers, so
 * that they are kept and compared exactly.
 */
typedef struct {
  int height;
  int weight;
  char *shoe;
  char *usual;
} ZgBodySize;

void zg_body_size_clear (ZgBodySize *size);
void zg_body_size_copy (const ZgBodySize *size,
                        ZgBodySize       *copy_out);
gboolean zg_body_size_equal (const ZgBodySize *a,
                             const ZgBodySize *b);
gboolean zg_body_size_is_known (const ZgBodySize *size);
gboolean zg_body_size_validate (const ZgBodySize  *size,
                                GError           **error);
char *zg_body_size_normalise_shoe (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_body_size_normalise_usual (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* zg-body-size-parse.c: as people write it */
gboolean zg_body_size_parse_height (const char  *text,
                                    int         *height_out,
                                    GError     **error);
gboolean zg_body_size_parse_weight (const char  *text,
                                    int         *weight_out,
                                    GError     **error);

/* zg-body-size-words.c: for people */
char *zg_body_size_format_height (int height) G_GNUC_WARN_UNUSED_RESULT;
char *zg_body_size_format_weight (int weight) G_GNUC_WARN_UNUSED_RESULT;
char *zg_body_size_format (const ZgBodySize *size) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgBodySize, zg_body_size_clear)

G_END_DECLS
