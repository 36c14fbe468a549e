/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-card"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-card.h"

/**
 * ZgCard:
 *
 * A heading with a button that adds something, and below it the rows of what a customer has of one sort. It looks like a
 * #ZgFactList; its rows are not fields of the customer, but rows of the shop file with a life of their own. A row stays the same
 * widget while it shows the same thing, so that a change elsewhere takes neither the focus nor what is being typed. It tells
 * what people want of its rows by the signal `intent`.
 */
struct _ZgCard
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *add;
  GtkWidget *list;
  GtkWidget *nothing;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCard, zg_card, GTK_TYPE_WIDGET)

static ZgCardRow *
get_nth (ZgCard *self,
         int     index)
{
  return (ZgCardRow *) gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}

static void
update_nothing (ZgCard *self)
{
  gboolean empty = get_nth (self, 0) == NULL;

  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->nothing, empty);
}

static void
intent_cb (ZgCardRow *row,
           int        intent,
           ZgCard    *self)
{
  g_signal_emit (self, signals[INTENT], 0, row, intent);
}

static void
row_activated_cb (GtkListBox *list,
                  ZgCardRow  *row,
                  ZgCard     *self)
{
  intent_cb (row, ZG_CARD_BEGIN, self);
}

static void
zg_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_card_parent_class)->dispose (object);
}

static void
zg_card_class_init (ZgCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_card_dispose;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  ZG_TYPE_CARD_ROW, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factlist");
}

static void
zg_card_init (ZgCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
create_header (ZgCard     *self,
               const char *title,
               const char *add_label,
               const char *add_action)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "section");
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->header, "facts-header");
  gtk_box_append (GTK_BOX (self->header), label);

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "row-button");
  gtk_widget_set_tooltip_text (self->add, add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), add_action);
  gtk_box_append (GTK_BOX (self->header), self->add);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

/**
 * zg_card_new:
 * @title: the heading
 * @add_label: what its button does
 * @add_action: how
 *
 * Returns: (transfer floating): a card without anything in it
 */
GtkWidget *
zg_card_new (const char *title,
             const char *add_label,
             const char *add_action)
{
  ZgCard *self = g_object_new (ZG_TYPE_CARD, NULL);

  create_header (self, title, add_label, add_action);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->nothing = gtk_label_new (_("Nothing yet"));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "secondary");
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (self->nothing, "facts-nothing");
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  update_nothing (self);
  return GTK_WIDGET (self);
}

/**
 * zg_card_get_row:
 * @id: what it shows, 0 for the one for something new
 *
 * Returns: (transfer none) (nullable): the row
 */
ZgCardRow *
zg_card_get_row (ZgCard *self,
                 gint64  id)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_CARD (self), NULL);

  for (int i = 0; (row = get_nth (self, i)) != NULL; i++)
    if (zg_card_row_get_id (row) == id)
      return row;
  return NULL;
}

/**
 * zg_card_get_edited:
 *
 * Returns: (transfer none) (nullable): the row that is being changed
 */
ZgCardRow *
zg_card_get_edited (ZgCard *self)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_CARD (self), NULL);

  for (int i = 0; (row = get_nth (self, i)) != NULL; i++)
    if (zg_card_row_get_fields (row) != NULL)
      return row;
  return NULL;
}

/**
 * zg_card_put:
 * @id: what it is to show, 0 for something new
 * @position: where it stands, -1 for the end
 *
 * Returns: (transfer none): the row for it, which may have been there before
 */
ZgCardRow *
zg_card_put (ZgCard *self,
             gint64  id,
             int     position)
{
  ZgCardRow *row = zg_card_get_row (self, id);

  if (row == NULL)
    {
      row = ZG_CARD_ROW (zg_card_row_new ());
      g_signal_connect_object (row, "intent", G_CALLBACK (intent_cb), self, 0);
      gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (row), position);
    }
  else if (position >= 0 && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != position)
    {
      g_object_ref (row);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (row), position);
      g_object_unref (row);
    }
  update_nothing (self);
  return row;
}

/**
 * zg_card_keep:
 * @n_rows: how many from above are there still
 *
 * Takes the others away, but for the one for something new.
 */
void
zg_card_keep (ZgCard *self,
              int     n_rows)
{
  ZgCardRow *row;

  g_return_if_fail (ZG_IS_CARD (self));

  while ((row = get_nth (self, n_rows)) != NULL)
    if (zg_card_row_get_id (row) == 0)
      n_rows++;
    else
      {
        if (gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL || gtk_widget_has_focus (GTK_WIDGET (row)))
          gtk_widget_grab_focus (self->add);
        gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      }
  update_nothing (self);
}

/**
 * zg_card_end:
 * @row: a row that was being changed
 *
 * It shows again what is known; the one for something new goes.
 */
void
zg_card_end (ZgCard    *self,
             ZgCardRow *row)
{
  g_autoptr (ZgCardRow) kept = g_object_ref (row);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL;

  g_return_if_fail (ZG_IS_CARD (self));

  zg_card_row_end (row);
  if (zg_card_row_get_id (row) != 0 || gtk_widget_get_parent (GTK_WIDGET (row)) != self->list)
    return;
  if (had_focus)
    gtk_widget_grab_focus (self->add);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  update_nothing (self);
}

/**
 * zg_card_clear:
 *
 * Forgets all rows, and what was typed.
 */
void
zg_card_clear (ZgCard *self)
{
  ZgCardRow *row;

  g_return_if_fail (ZG_IS_CARD (self));

  while ((row = get_nth (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  update_nothing (self);
}
