/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fact-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-fact-list.h"

/**
 * ZgFactList:
 *
 * A card with what is known of a customer under one heading. What is not known takes no room: the button beside the heading
 * adds it. A row stays the same widget while it shows the same thing, so that a change elsewhere takes neither the focus nor
 * what is being typed. It tells what people want of its rows by the signal `intent`, and needs the action `fact.add` (a
 * field's number).
 */
struct _ZgFactList
{
  GtkWidget parent_instance;

  const ZgFactKind * const *kinds;

  GtkWidget *header;
  GtkWidget *add;
  GMenu *menu;                  /* (nullable): what can be added */
  GtkWidget *list;
  GtkWidget *nothing;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgFactList, zg_fact_list, GTK_TYPE_WIDGET)

/* Rows *****************************************************************************************************************/

static ZgFactRow *
get_row (ZgFactList *self,
         int         index)
{
  return (ZgFactRow *) gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}

static gboolean
is_known (const ZgFactKind *kind,
          const ZgCustomer *customer)
{
  g_autofree char *text = zg_customer_field_to_text (customer, kind->field);

  return *text != '\0' || (kind->is_shown != NULL && kind->is_shown (customer));
}

static guint
count (const ZgFactKind *kind,
       const ZgCustomer *customer)
{
  if (zg_fact_kind_has_parts (kind))
    return zg_customer_get_parts (customer, kind->field)->len;
  return is_known (kind, customer) ? 1 : 0;
}

static void
intent_cb (ZgFactRow  *row,
           int         intent,
           ZgFactList *self)
{
  g_signal_emit (self, signals[INTENT], 0, row, intent);
}

static ZgFactRow *
create_row (ZgFactList       *self,
            const ZgFactKind *kind)
{
  ZgFactRow *row = ZG_FACT_ROW (zg_fact_row_new (kind));

  g_signal_connect_object (row, "intent", G_CALLBACK (intent_cb), self, 0);
  return row;
}

/* The row of that kind which showed this part before; a row that is being edited keeps its place. */
static ZgFactRow *
find_row (ZgFactList       *self,
          const ZgFactKind *kind,
          gint64            part_id)
{
  ZgFactRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (zg_fact_row_get_kind (row) == kind && !zg_fact_row_is_new (row) && zg_fact_row_get_part_id (row) == part_id)
      return row;
  return NULL;
}

static void
put_row (ZgFactList *self,
         ZgFactRow  *row,
         int         position)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == NULL)
    gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (row), position);
  else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != position)
    {
      g_object_ref (row);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (row), position);
      g_object_unref (row);
    }
}

/* Returns the place behind the rows of that kind. */
static int
show_kind (ZgFactList       *self,
           const ZgFactKind *kind,
           const ZgCustomer *customer,
           ZgClock          *clock,
           int               position)
{
  for (guint i = 0; i < count (kind, customer); i++)
    {
      gint64 id = zg_fact_kind_has_parts (kind) ? *(gint64 *) zg_customer_get_parts (customer, kind->field)->pdata[i] : 0;
      ZgFactRow *row = find_row (self, kind, id);

      if (row == NULL)
        row = create_row (self, kind);
      put_row (self, row, position++);
      zg_fact_row_show (row, customer, i, clock);
    }
  return position;
}

/* The rows from @position on show what is not known any more, or are for something new and stay. */
static void
remove_gone (ZgFactList *self,
             int         position)
{
  ZgFactRow *row;

  while ((row = get_row (self, position)) != NULL)
    if (zg_fact_row_is_new (row))
      position++;
    else
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
update_nothing (ZgFactList *self)
{
  gboolean empty = get_row (self, 0) == NULL;

  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->nothing, empty);
}

/* The button ***********************************************************************************************************/

/* Most are never opened, and the widgets of five would be a fifth of what opening the page takes. */
static void
open_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (ZG_FACT_LIST (data)->menu));
}

static void
update_add (ZgFactList       *self,
            const ZgCustomer *customer)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = 0; self->kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!zg_fact_kind_has_parts (self->kinds[i]) && is_known (self->kinds[i], customer))
        continue;
      item = g_menu_item_new (_(self->kinds[i]->add_label), NULL);
      g_menu_item_set_action_and_target (item, "fact.add", "i", (int) self->kinds[i]->field);
      g_menu_append_item (menu, item);
      if (self->kinds[i]->other_action != NULL)
        g_menu_append (menu, _(self->kinds[i]->other_label), self->kinds[i]->other_action);
    }
  g_set_object (&self->menu, menu);
  /* The one that was opened is of what was known before. */
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), NULL);
  gtk_widget_set_visible (self->add, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
row_activated_cb (GtkListBox *list,
                  ZgFactRow  *row,
                  ZgFactList *self)
{
  intent_cb (row, ZG_FACT_BEGIN, self);
}

/* Class ****************************************************************************************************************/

static void
zg_fact_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ZG_FACT_LIST (object)->menu);

  G_OBJECT_CLASS (zg_fact_list_parent_class)->dispose (object);
}

static void
zg_fact_list_class_init (ZgFactListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_fact_list_dispose;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_FACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  ZG_TYPE_FACT_ROW, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factlist");
}

static void
zg_fact_list_init (ZgFactList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
create_header (ZgFactList *self,
               const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *add = g_strdup_printf (_("Add to “%s”"), title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "section");
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->header, "facts-header");
  gtk_box_append (GTK_BOX (self->header), label);

  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), open_menu_cb, self, NULL);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "row-menu-button");
  gtk_widget_set_tooltip_text (self->add, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_box_append (GTK_BOX (self->header), self->add);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

/**
 * zg_fact_list_new:
 * @title: the heading
 * @kinds: (array zero-terminated=1): what it shows, from above; static
 *
 * Returns: (transfer floating): a card without anything in it
 */
GtkWidget *
zg_fact_list_new (const char               *title,
                  const ZgFactKind * const *kinds)
{
  ZgFactList *self = g_object_new (ZG_TYPE_FACT_LIST, NULL);

  self->kinds = kinds;
  create_header (self, title);
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
  return GTK_WIDGET (self);
}

/**
 * zg_fact_list_show:
 * @customer: whose facts to show
 * @clock: what day it is
 *
 * Shows what is known now.
 */
void
zg_fact_list_show (ZgFactList       *self,
                   const ZgCustomer *customer,
                   ZgClock          *clock)
{
  int position = 0;

  g_return_if_fail (ZG_IS_FACT_LIST (self));

  for (int i = 0; self->kinds[i] != NULL; i++)
    position = show_kind (self, self->kinds[i], customer, clock, position);
  remove_gone (self, position);
  update_add (self, customer);
  update_nothing (self);
}

/**
 * zg_fact_list_find:
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the first row of it
 */
ZgFactRow *
zg_fact_list_find (ZgFactList      *self,
                   ZgCustomerField  field)
{
  ZgFactRow *row;

  g_return_val_if_fail (ZG_IS_FACT_LIST (self), NULL);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (zg_fact_row_get_kind (row)->field == field)
      return row;
  return NULL;
}

/**
 * zg_fact_list_find_part:
 * @field: a field
 * @part_id: a row of the shop file, 0 where a customer has only one of it
 *
 * Returns: (transfer none) (nullable): the row that shows it
 */
ZgFactRow *
zg_fact_list_find_part (ZgFactList      *self,
                        ZgCustomerField  field,
                        gint64           part_id)
{
  ZgFactRow *row = NULL;

  g_return_val_if_fail (ZG_IS_FACT_LIST (self), NULL);

  for (int i = 0; row == NULL && self->kinds[i] != NULL; i++)
    if (self->kinds[i]->field == field)
      row = find_row (self, self->kinds[i], part_id);
  return row;
}

/**
 * zg_fact_list_add:
 * @field: what to add
 *
 * Returns: (transfer none) (nullable): a row for something new of that kind; %NULL when this card does not show that
 */
ZgFactRow *
zg_fact_list_add (ZgFactList      *self,
                  ZgCustomerField  field)
{
  ZgFactRow *row;

  g_return_val_if_fail (ZG_IS_FACT_LIST (self), NULL);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (zg_fact_row_is_new (row) && zg_fact_row_get_kind (row)->field == field)
      break;
  for (int i = 0; row == NULL && self->kinds[i] != NULL; i++)
    if (self->kinds[i]->field == field)
      {
        row = create_row (self, self->kinds[i]);
        gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      }
  if (row == NULL)
    return NULL;

  update_nothing (self);
  return row;
}

/**
 * zg_fact_list_remove:
 * @row: a row for something new
 *
 * Takes it away: it was saved and has a row of its own, or nothing was typed.
 */
void
zg_fact_list_remove (ZgFactList *self,
                     ZgFactRow  *row)
{
  g_return_if_fail (ZG_IS_FACT_LIST (self));

  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  update_nothing (self);
}

/**
 * zg_fact_list_clear:
 *
 * Forgets the customer, and what was typed.
 */
void
zg_fact_list_clear (ZgFactList *self)
{
  ZgFactRow *row;

  g_return_if_fail (ZG_IS_FACT_LIST (self));

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/**
 * zg_fact_list_focus_add:
 *
 * Puts the focus on the button that adds something.
 */
void
zg_fact_list_focus_add (ZgFactList *self)
{
  g_return_if_fail (ZG_IS_FACT_LIST (self));

  gtk_widget_grab_focus (self->add);
}
