/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"

G_BEGIN_DECLS

/* The terms of a customer filter: one table that parsing, writing and describing read. */

typedef enum {
  ZG_FILTER_TERM_TAGS,          /* GPtrArray *: a term for each */
  ZG_FILTER_TERM_TEXT,          /* char * */
  ZG_FILTER_TERM_DATES,         /* ZgFilterRange of YYYYMMDD */
  ZG_FILTER_TERM_DAYS,          /* int: 90d */
  ZG_FILTER_TERM_RANGE,         /* ZgFilterRange */
  ZG_FILTER_TERM_CURRENCY,      /* char *: what amounts are in; before them, and no condition of its own */
  ZG_FILTER_TERM_MONEY,         /* ZgFilterRange of minor units */
  ZG_FILTER_TERM_CHOICE,        /* int: the place of the word, from 1 */
  ZG_FILTER_TERM_FLAG,          /* int: the key alone */
} ZgFilterTermKind;

/**
 * ZgFilterTerm:
 * @offset: where a #ZgCustomerFilter has it
 * @choices: (nullable): the words of a choice
 * @form: how the value is written, for whoever got it wrong
 */
typedef struct {
  const char *key;
  ZgFilterTermKind kind;
  gsize offset;
  const char * const *choices;
  const char *form;
} ZgFilterTerm;

extern const ZgFilterTerm zg_filter_terms[];

gpointer zg_filter_term_get (const ZgFilterTerm     *term,
                             const ZgCustomerFilter *filter);
gboolean zg_filter_term_is_set (const ZgFilterTerm     *term,
                                const ZgCustomerFilter *filter);

G_END_DECLS
