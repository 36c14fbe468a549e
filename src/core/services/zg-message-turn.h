/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgMessageTurn:
 *
 * The parts of one reply that are copied one after the other, and whose turn it is.
 */
typedef struct _ZgMessageTurn ZgMessageTurn;

ZgMessageTurn *zg_message_turn_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_message_turn_free (ZgMessageTurn *turn);
void zg_message_turn_set (ZgMessageTurn *turn,
                          const char    *text,
                          gboolean       has_picture);
void zg_message_turn_restart (ZgMessageTurn *turn);
void zg_message_turn_advance (ZgMessageTurn *turn);
guint zg_message_turn_get_n_parts (const ZgMessageTurn *turn);
guint zg_message_turn_get_next (const ZgMessageTurn *turn);
const char *zg_message_turn_get_text (const ZgMessageTurn *turn,
                                      guint                part);
gboolean zg_message_turn_is_picture (const ZgMessageTurn *turn,
                                     guint                part);
gsize zg_message_turn_get_start (const ZgMessageTurn *turn,
                                 guint                part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMessageTurn, zg_message_turn_free)

G_END_DECLS
