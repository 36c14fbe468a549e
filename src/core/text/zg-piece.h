/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-placeholder.h"

G_BEGIN_DECLS

typedef enum {
  ZG_PIECE_LITERAL,     /* text as it is */
  ZG_PIECE_BRACE,       /* a doubled brace, which is one */
  ZG_PIECE_FIELD,       /* {name}, {name|fallback}, {name+3} */
  ZG_PIECE_ASK,         /* {?name}, {?name:one|two} */
  ZG_PIECE_EMOTICON,    /* {表情:name} */
  ZG_PIECE_BROKEN,      /* an opening brace that nothing closes */
} ZgPieceKind;

/**
 * ZgPieceFault:
 * @ZG_PIECE_FAULT_NONE: it can be filled
 * @ZG_PIECE_FAULT_UNCLOSED: the line or the message ends before the brace is closed
 * @ZG_PIECE_FAULT_NESTED: another brace opens before this one is closed
 * @ZG_PIECE_FAULT_NO_NAME: there is no name between the braces
 * @ZG_PIECE_FAULT_UNKNOWN: there is no placeholder of this name
 * @ZG_PIECE_FAULT_NO_DAY: a number of days behind something that is no day
 * @ZG_PIECE_FAULT_UNKNOWN_EMOTICON: there is no such face
 *
 * Why a piece can never be filled, whoever it is for.
 */
typedef enum {
  ZG_PIECE_FAULT_NONE,
  ZG_PIECE_FAULT_UNCLOSED,
  ZG_PIECE_FAULT_NESTED,
  ZG_PIECE_FAULT_NO_NAME,
  ZG_PIECE_FAULT_UNKNOWN,
  ZG_PIECE_FAULT_NO_DAY,
  ZG_PIECE_FAULT_UNKNOWN_EMOTICON,
} ZgPieceFault;

/**
 * ZgPiece:
 * @start: where it begins in the body, in bytes
 * @end: where it ends; there the next one begins
 * @name: (nullable): the name inside the braces; of a broken piece all of it
 * @argument: (nullable): the fallback of a field, the choices of an ask joined by "|"
 * @offset: days added to a day
 * @placeholder: (nullable): what the name of a field or an ask stands for
 *
 * A piece of a reply's body.
 */
typedef struct {
  ZgPieceKind kind;
  ZgPieceFault fault;
  gsize start;
  gsize end;
  char *name;
  char *argument;
  int offset;
  const ZgPlaceholder *placeholder;
} ZgPiece;

GArray *zg_template_parse (const char *body) G_GNUC_WARN_UNUSED_RESULT;
char **zg_piece_split_choices (const ZgPiece *piece) G_GNUC_WARN_UNUSED_RESULT;
char *zg_piece_describe_fault (const ZgPiece *piece) G_GNUC_WARN_UNUSED_RESULT;
void zg_template_append_escaped (GString    *body,
                                 const char *text,
                                 gsize       length,
                                 guint      *n_open);
char *zg_template_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
