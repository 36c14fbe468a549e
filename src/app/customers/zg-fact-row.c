/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fact-row"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-copy-button.h"
#include "zg-fact-row.h"
#include "zg-width-first-layout.h"

/**
 * ZgFactRow:
 *
 * One thing that is known of a customer: what it is at the left, what one reads in the middle, a button that copies it at the
 * right. Activated, it becomes the fields to change it in, in the same place. Saving, and all that can be wrong with it, is
 * for whoever listens to the signal `intent`.
 */
struct _ZgFactRow
{
  GtkListBoxRow parent_instance;

  const ZgFactKind *kind;
  guint index;
  gint64 part_id;
  gboolean is_new;

  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *middle;            /* the view or the editor */
  GtkWidget *view;
  GtkWidget *copy;
  ZgFactEditor *editor;         /* (nullable): while it is changed */
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgFactRow, zg_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
intent_cb (ZgFactRow *self,
           int        intent)
{
  g_signal_emit (self, signals[INTENT], 0, intent);
}

/* The focus went somewhere else in the window: what was typed counts. In another window it may come back. */
static void
focus_left_cb (ZgFactRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editor != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    intent_cb (self, ZG_FACT_COMMIT);
}

static void
zg_fact_row_class_init (ZgFactRowClass *klass)
{
  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
}

static void
zg_fact_row_init (ZgFactRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "facts-row");
  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (self->middle, TRUE);
  gtk_widget_set_valign (self->middle, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->middle, "fact");
  gtk_box_append (GTK_BOX (self->box), zg_width_first_bin_new (self->middle));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

static void
set_caption (ZgFactRow  *self,
             const char *text)
{
  self->caption = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->caption), 7);
  gtk_label_set_max_width_chars (GTK_LABEL (self->caption), 7);
  gtk_widget_set_valign (self->caption, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->caption, "secondary");
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_widget_add_css_class (self->caption, "fact-caption");
  gtk_box_prepend (GTK_BOX (self->box), self->caption);
}

/**
 * zg_fact_row_new:
 * @kind: what it shows
 *
 * Returns: (transfer floating): a row for something new, until zg_fact_row_show() says what it is
 */
GtkWidget *
zg_fact_row_new (const ZgFactKind *kind)
{
  ZgFactRow *self = g_object_new (ZG_TYPE_FACT_ROW, NULL);

  self->kind = kind;
  self->is_new = TRUE;
  if (kind->caption != NULL)
    set_caption (self, _(kind->caption));
  return GTK_WIDGET (self);
}

/**
 * zg_fact_row_get_kind:
 *
 * Returns: (transfer none): what it shows
 */
const ZgFactKind *
zg_fact_row_get_kind (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), NULL);

  return self->kind;
}

/**
 * zg_fact_row_get_part_id:
 *
 * Returns: the row of the shop file that it shows, 0 where there is none of its own
 */
gint64
zg_fact_row_get_part_id (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), 0);

  return self->part_id;
}

/**
 * zg_fact_row_is_new:
 *
 * Returns: whether it is for something that is not there yet
 */
gboolean
zg_fact_row_is_new (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), FALSE);

  return self->is_new;
}

/**
 * zg_fact_row_show:
 * @customer: whose it is
 * @index: its place where a customer has several, else 0
 * @clock: what day it is
 *
 * Shows what is known. Fields that are open keep what was typed.
 */
void
zg_fact_row_show (ZgFactRow        *self,
                  const ZgCustomer *customer,
                  guint             index,
                  ZgClock          *clock)
{
  g_autofree char *copy_text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ZG_IS_FACT_ROW (self));

  self->is_new = FALSE;
  self->index = index;
  self->part_id = 0;
  if (zg_fact_kind_has_parts (self->kind))
    self->part_id = *(gint64 *) g_ptr_array_index (zg_customer_get_parts (customer, self->kind->field), index);

  if (self->view != NULL)
    gtk_box_remove (GTK_BOX (self->middle), self->view);
  self->view = self->kind->create_view (self->kind, customer, index, clock);
  gtk_box_prepend (GTK_BOX (self->middle), self->view);
  gtk_widget_set_visible (self->view, self->editor == NULL);

  g_clear_pointer (&self->copy, gtk_widget_unparent);
  if (self->kind->dup_copy_text != NULL)
    copy_text = self->kind->dup_copy_text (customer, index);
  if (copy_text != NULL)
    {
      self->copy = zg_copy_button_new (copy_text, _(self->kind->copy_label));
      gtk_widget_set_visible (self->copy, self->editor == NULL);
      gtk_box_append (GTK_BOX (self->box), self->copy);
    }

  if (self->kind->get_caption != NULL)
    gtk_label_set_text (GTK_LABEL (self->caption), self->kind->get_caption (customer, index));

  name = zg_customer_field_to_text (customer, self->kind->field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->kind->caption != NULL ? _(self->kind->caption) : name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Enter to edit"), -1);
}

static void
set_editing (ZgFactRow *self,
             gboolean   editing)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !editing);
  gtk_widget_set_focusable (GTK_WIDGET (self), !editing);
  /* Where there are several fields, each says itself what it is. */
  if (self->caption != NULL)
    gtk_widget_set_visible (self->caption, !editing || !zg_fact_kind_has_parts (self->kind));
  if (self->view != NULL)
    gtk_widget_set_visible (self->view, !editing);
  if (self->copy != NULL)
    gtk_widget_set_visible (self->copy, !editing);
}

/**
 * zg_fact_row_begin:
 * @customer: whose it is
 * @left: (nullable): fields that were left with something typed and not saved
 * @clock: what day it is
 *
 * Becomes the fields to change it in.
 *
 * Returns: (transfer none): the fields
 */
ZgFactEditor *
zg_fact_row_begin (ZgFactRow        *self,
                   const ZgCustomer *customer,
                   ZgFactEditor     *left,
                   ZgClock          *clock)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self) && self->editor == NULL, NULL);

  if (self->is_new && zg_fact_kind_has_parts (self->kind))
    self->index = zg_customer_get_parts (customer, self->kind->field)->len;
  self->editor = left != NULL ? left
                              : ZG_FACT_EDITOR (zg_fact_editor_new (self->kind, customer, self->index, clock));
  g_signal_connect_object (self->editor, "intent", G_CALLBACK (intent_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (GTK_BOX (self->middle), GTK_WIDGET (self->editor));
  set_editing (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
  return self->editor;
}

/**
 * zg_fact_row_get_editor:
 *
 * Returns: (transfer none) (nullable): the fields, while it is changed
 */
ZgFactEditor *
zg_fact_row_get_editor (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), NULL);

  return self->editor;
}

/**
 * zg_fact_row_end:
 *
 * Shows again what is known. Whoever holds the fields can begin with them again.
 */
void
zg_fact_row_end (ZgFactRow *self)
{
  ZgFactEditor *editor;

  g_return_if_fail (ZG_IS_FACT_ROW (self));

  if (self->editor == NULL)
    return;

  editor = g_steal_pointer (&self->editor);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Before the field goes: an entry that is hidden with the focus complains. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_box_remove (GTK_BOX (self->middle), GTK_WIDGET (editor));
  set_editing (self, FALSE);
}
