/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-emoticon.h"
#include "zg-fill.h"
#include "zg-piece.h"
#include "zg-template-check.h"
#include "zg-template-value.h"

G_BEGIN_DECLS

/**
 * ZgTemplateLookup:
 * @placeholder: what is asked for
 * @offset: days added to a day
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

G_END_DECLS
