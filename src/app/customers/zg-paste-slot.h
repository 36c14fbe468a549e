/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-paste.h"

G_BEGIN_DECLS

/**
 * ZgPasteSlot:
 * @field: what stands in it
 * @cell: (nullable): caption and entry, where they are the form's own and not of the window around it
 * @entry: where it stands
 * @mark: how sure it is
 * @filled: (nullable): what was filled in from the text
 *
 * Where one field of a pasted text is shown and corrected.
 */
typedef struct {
  ZgPasteField field;
  GtkWidget *cell;
  GtkEditable *entry;
  GtkLabel *mark;
  char *filled;
} ZgPasteSlot;

void zg_paste_slot_create (ZgPasteSlot  *slot,
                           ZgPasteField  field,
                           GtkGrid      *grid);
void zg_paste_slot_mark (ZgPasteSlot *slot,
                         const char  *text,
                         gboolean     is_warning);
void zg_paste_slot_fill (ZgPasteSlot   *slot,
                         const ZgPaste *paste);

G_END_DECLS
