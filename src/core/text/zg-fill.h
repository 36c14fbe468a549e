/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgSpanKind:
 * @ZG_SPAN_VALUE: a value that was put in
 * @ZG_SPAN_MISSING: what is missing, named; nothing is copied
 * @ZG_SPAN_OFFERED: the shop's own answer to an ask, which a person has to accept; nothing is copied before
 */
typedef enum {
  ZG_SPAN_VALUE,
  ZG_SPAN_MISSING,
  ZG_SPAN_OFFERED,
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
 * @prefill: (nullable): the answer that the shop knows itself, one of @choices where there are any: shown, and accepted
 *   by one key
 * @fault: (nullable): why no answer helps, a translated sentence: the body has to be mended
 * @is_broken: whether there is a fault
 */
typedef struct {
  char *name;
  char *label;
  char **choices;
  char *prefill;
  char *fault;
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

ZgFill *zg_fill_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_fill_free (ZgFill *fill);
ZgMissing *zg_fill_add_missing (ZgFill     *fill,
                                const char *name,
                                const char *label);
gboolean zg_fill_accept_offers (const ZgFill *fill,
                                GHashTable   *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgFill, zg_fill_free)

G_END_DECLS
