/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZG_PIECE_LITERAL,     /* text as it is */
  ZG_PIECE_FIELD,       /* {name}, {name|fallback}, {name+3} */
  ZG_PIECE_ASK,         /* {?name}, {?name:one|two} */
  ZG_PIECE_EMOTICON,    /* {表情:name} */
  ZG_PIECE_BROKEN,      /* a brace that does not close, or that nests */
} ZgPieceKind;

/**
 * ZgPiece:
 * @start: where it begins in the body, in bytes
 * @end: where it ends
 * @name: (nullable): the name inside the braces
 * @argument: (nullable): the fallback of a field, the choices of an ask joined by "|"
 * @offset: days added to a date
 *
 * A piece of a reply's body.
 */
typedef struct {
  ZgPieceKind kind;
  gsize start;
  gsize end;
  char *name;
  char *argument;
  int offset;
} ZgPiece;

gboolean zg_template_next_piece (const char *body,
                                 gsize       position,
                                 ZgPiece    *piece);
char **zg_piece_split_choices (const ZgPiece *piece) G_GNUC_WARN_UNUSED_RESULT;
void zg_piece_clear (ZgPiece *piece);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgPiece, zg_piece_clear)

G_END_DECLS
