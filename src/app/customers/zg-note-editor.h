/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-contact.h"

G_BEGIN_DECLS

/**
 * ZgNoteIntent:
 * @ZG_NOTE_BEGIN: to change the note
 * @ZG_NOTE_COMMIT: to save what was typed
 * @ZG_NOTE_INSIST: to save it although somebody else changed the note
 * @ZG_NOTE_CANCEL: to leave the note as it was
 * @ZG_NOTE_REMOVE: to take the note away
 *
 * What a person wants of a note.
 */
typedef enum {
  ZG_NOTE_BEGIN,
  ZG_NOTE_COMMIT,
  ZG_NOTE_INSIST,
  ZG_NOTE_CANCEL,
  ZG_NOTE_REMOVE,
} ZgNoteIntent;

#define ZG_TYPE_NOTE_EDITOR (zg_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgNoteEditor, zg_note_editor, ZG, NOTE_EDITOR, GtkWidget)

GtkWidget *zg_note_editor_new (const ZgContact *note) G_GNUC_WARN_UNUSED_RESULT;
const ZgContact *zg_note_editor_get_before (ZgNoteEditor *self);
char *zg_note_editor_dup_text (ZgNoteEditor *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_note_editor_is_changed (ZgNoteEditor *self);
gboolean zg_note_editor_tell (ZgNoteEditor *self,
                              const GError *error);

G_END_DECLS
