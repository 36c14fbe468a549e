/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-placeholder.h"

G_BEGIN_DECLS

/**
 * ZgBraceKind:
 * @ZG_BRACE_PLACEHOLDER: a line of the table of placeholders
 * @ZG_BRACE_FORM: another way to write one, or to write something else
 * @ZG_BRACE_FACE: a face of chat programs
 */
typedef enum {
  ZG_BRACE_PLACEHOLDER,
  ZG_BRACE_FORM,
  ZG_BRACE_FACE,
} ZgBraceKind;

/**
 * ZgBrace:
 * @text: what is written, with its braces, as people of this language write it
 * @label: (nullable): what it is called in the window; %NULL where @text says it
 * @explanation: (nullable): a translated sentence or two; %NULL of a face
 * @placeholder: (nullable): the line of the table
 *
 * Something that can be written in braces, to choose from.
 */
typedef struct {
  ZgBraceKind kind;
  char *text;
  const char *label;
  const char *explanation;
  const ZgPlaceholder *placeholder;
} ZgBrace;

GPtrArray *zg_brace_list (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_brace_search (const char *words) G_GNUC_WARN_UNUSED_RESULT;
char *zg_brace_dup_other_names (const ZgBrace *brace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
