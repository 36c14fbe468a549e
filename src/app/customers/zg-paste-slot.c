/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-slot"

#include "config.h"

#include "zg-paste-slot.h"

#include <glib/gi18n.h>

/* Where the fields stand: three columns; those of one row have the same number there. */
static const struct {
  const char *caption;
  int row;
  int column;
  int width;
  gboolean is_rare;             /* only seen where it was found */
} layout[ZG_N_PASTE_FIELDS] = {
  [ZG_PASTE_NAME] = { N_("Name"), 0, 0, 1, FALSE },
  [ZG_PASTE_PHONE] = { N_("Phone"), 0, 1, 2, FALSE },
  [ZG_PASTE_PROVINCE] = { N_("Province"), 1, 0, 1, FALSE },
  [ZG_PASTE_CITY] = { N_("City"), 1, 1, 1, FALSE },
  [ZG_PASTE_DISTRICT] = { N_("District"), 1, 2, 1, FALSE },
  [ZG_PASTE_DETAIL] = { N_("Street, number, building, room"), 2, 0, 3, FALSE },
  [ZG_PASTE_POSTCODE] = { N_("Postcode"), 3, 0, 1, TRUE },
  [ZG_PASTE_NOTE] = { N_("Note"), 4, 0, 3, TRUE },
};

/**
 * zg_paste_slot_create:
 * @slot: (out caller-allocates): the slot
 * @field: what stands in it
 * @grid: gets its caption and entry, in their place among the others
 */
void
zg_paste_slot_create (ZgPasteSlot  *slot,
                      ZgPasteField  field,
                      GtkGrid      *grid)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (_(layout[field].caption));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_widget_add_css_class (caption, "secondary");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), layout[field].width > 1 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_visible (mark, FALSE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(layout[field].caption), -1);
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (head), mark);
  gtk_box_append (GTK_BOX (cell), head);
  gtk_box_append (GTK_BOX (cell), entry);
  gtk_grid_attach (grid, cell, layout[field].column, layout[field].row, layout[field].width, 1);
  slot->field = field;
  slot->cell = cell;
  slot->entry = GTK_EDITABLE (entry);
  slot->mark = GTK_LABEL (mark);
}

/**
 * zg_paste_slot_mark:
 * @slot: a slot
 * @text: what to say beside it, may be empty
 * @is_warning: whether somebody should look at it
 */
void
zg_paste_slot_mark (ZgPasteSlot *slot,
                    const char  *text,
                    gboolean     is_warning)
{
  gtk_label_set_text (slot->mark, text);
  gtk_widget_set_visible (GTK_WIDGET (slot->mark), *text != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (slot->mark),
                              (const char *[]) { "caption", is_warning ? "warning" : "dim-label", NULL });
  if (is_warning && *gtk_editable_get_text (slot->entry) != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (slot->entry), "guess");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (slot->entry), "guess");
}

static void
mark_confidence (ZgPasteSlot   *slot,
                 const ZgPaste *paste)
{
  ZgPasteConfidence confidence = paste->confidence[slot->field];
  gboolean is_asked = paste->ask[slot->field] != NULL && paste->fields[slot->field] == NULL;

  if (is_asked || confidence == ZG_PASTE_GUESS)
    zg_paste_slot_mark (slot, _("please check"), TRUE);
  else if (confidence == ZG_PASTE_LIKELY)
    zg_paste_slot_mark (slot, _("likely"), FALSE);
  else if (confidence == ZG_PASTE_MISSING && !layout[slot->field].is_rare && !zg_paste_is_empty (paste))
    zg_paste_slot_mark (slot, _("not found"), FALSE);
  else
    zg_paste_slot_mark (slot, "", FALSE);
}

/* What somebody has typed into the window is not overwritten. */
static gboolean
is_typed (const ZgPasteSlot *slot,
          const char        *said)
{
  const char *text = gtk_editable_get_text (slot->entry);

  return slot->cell == NULL && *text != '\0' && g_strcmp0 (text, slot->filled) != 0 && g_strcmp0 (text, said) != 0;
}

/**
 * zg_paste_slot_fill:
 * @slot: a slot
 * @paste: what was understood of a text
 *
 * Shows what it says and how sure that is, unless somebody has typed something else.
 */
void
zg_paste_slot_fill (ZgPasteSlot   *slot,
                    const ZgPaste *paste)
{
  const char *said = paste->fields[slot->field];

  if (is_typed (slot, said))
    {
      /* TRANSLATORS: what was pasted, beside a field in which something else was typed before */
      g_autofree char *text = said != NULL ? g_strdup_printf (_("pasted: %s"), said) : g_strdup ("");

      zg_paste_slot_mark (slot, text, TRUE);
      return;
    }
  g_free (slot->filled);
  slot->filled = g_strdup (said);
  gtk_editable_set_text (slot->entry, said != NULL ? said : "");
  mark_confidence (slot, paste);
  if (slot->cell != NULL)
    gtk_widget_set_visible (slot->cell, said != NULL || !layout[slot->field].is_rare);
}
