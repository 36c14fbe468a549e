/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-piece.h"
#include "zg-placeholder.h"

G_BEGIN_DECLS

typedef enum {
  ZG_SPAN_VALUE,
  ZG_SPAN_MISSING,
} ZgSpanKind;

/**
 * ZgSpan:
 * @start: where it begins in the filled text, in bytes
 * @end: where it ends
 *
 * A part of a filled text that was not in the body.
 */
typedef struct {
  ZgSpanKind kind;
  gsize start;
  gsize end;
} ZgSpan;

/**
 * ZgMissing:
 * @name: under which name an answer is given
 * @label: what to call it in the window
 * @choices: (nullable): the answers to choose from
 * @is_broken: whether no answer helps: the body has to be mended
 */
typedef struct {
  char *name;
  char *label;
  char **choices;
  gboolean is_broken;
} ZgMissing;

/**
 * ZgFill:
 * @text: the text; where something is missing it names it
 * @spans: (element-type ZgSpan): what was filled in, in order
 * @missing: (element-type ZgMissing): what is missing; nothing is copied while there is any
 * @is_personal: whether it tells of one customer
 *
 * A filled reply.
 */
typedef struct {
  char *text;
  GArray *spans;
  GPtrArray *missing;
  gboolean is_personal;
} ZgFill;

/**
 * ZgTemplateLookup:
 * @placeholder: what is asked for
 * @offset: days added to a date
 * @data: what zg_template_fill() was given
 *
 * Returns: (transfer full) (nullable): the value, %NULL or "" when it is not known
 */
typedef char *(*ZgTemplateLookup) (const ZgPlaceholder *placeholder,
                                   int                  offset,
                                   gpointer             data);

ZgFill *zg_template_fill (const char       *body,
                          ZgEmoticons       emoticons,
                          ZgTemplateLookup  lookup,
                          gpointer          data,
                          GHashTable       *answers) G_GNUC_WARN_UNUSED_RESULT;
void zg_fill_free (ZgFill *fill);
char *zg_template_clean_value (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgFill, zg_fill_free)

G_END_DECLS
