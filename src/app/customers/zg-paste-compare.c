/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-compare"

#include "config.h"

#include "zg-paste-compare.h"

#include <glib/gi18n.h>

/**
 * ZgPasteCompare:
 *
 * What was pasted beside what is known of a customer, where both say something: what is there, what would come, and what is
 * done. Hidden while there is nothing to choose. Signal: `changed`, when somebody chose.
 */
struct _ZgPasteCompare
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GPtrArray *items;             /* (nullable) (element-type ZgPasteItem) */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPasteCompare, zg_paste_compare, GTK_TYPE_WIDGET)

static void
toggled_cb (GtkToggleButton *button,
            ZgPasteCompare  *self)
{
  ZgPasteItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (!gtk_toggle_button_get_active (button))
    return;
  item->choice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "choice"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zg_paste_compare_dispose (GObject *object)
{
  ZgPasteCompare *self = ZG_PASTE_COMPARE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_paste_compare_parent_class)->dispose (object);
}

static void
zg_paste_compare_class_init (ZgPasteCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_paste_compare_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_PASTE_COMPARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_paste_compare_init (ZgPasteCompare *self)
{
  GtkWidget *title = gtk_label_new (_("What is known already"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section");
  gtk_box_append (GTK_BOX (self->box), title);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
make_text (ZgCustomerField  field,
           const char      *text)
{
  g_autoptr (ZgPhone) phone = NULL;

  if (field != ZG_CUSTOMER_FIELD_PHONES)
    return g_strdup (text);
  phone = zg_phone_parse (text);
  return zg_phone_to_text (phone);
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A button for each thing that can be done, one of them pressed. */
static GtkWidget *
create_choices (ZgPasteCompare *self,
                ZgPasteItem    *item)
{
  const struct {
    ZgPasteChoice choice;
    const char *label;
    gboolean is_possible;
  } choices[] = {
    { ZG_PASTE_LEAVE, C_("pasted value", "Leave"), TRUE },
    { ZG_PASTE_ADD, C_("pasted value", "Add"), item->can_add },
    { ZG_PASTE_REPLACE, C_("pasted value", "Replace"), item->can_replace },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  zg_customer_field_to_label (item->field), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button;

      if (!choices[i].is_possible)
        continue;
      button = gtk_toggle_button_new_with_label (choices[i].label);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), item->choice == choices[i].choice);
      g_object_set_data (G_OBJECT (button), "item", item);
      g_object_set_data (G_OBJECT (button), "choice", GINT_TO_POINTER (choices[i].choice));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
add_row (ZgPasteCompare *self,
         ZgPasteItem    *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *known = make_text (item->field, item->known);
  g_autofree char *said = make_text (item->field, item->said);
  /* TRANSLATORS: what is known of a customer, then what was pasted */
  g_autofree char *text = g_strdup_printf (_("%s → %s"), known, said);

  gtk_widget_add_css_class (row, "reject-row");
  gtk_box_append (GTK_BOX (row), create_label (zg_customer_field_to_label (item->field), "secondary"));
  gtk_box_append (GTK_BOX (row), create_label (item->is_known ? said : text, NULL));
  if (item->is_known)
    gtk_box_append (GTK_BOX (row), create_label (_("Known already"), "dim-label"));
  else
    gtk_box_append (GTK_BOX (row), create_choices (self, item));
  gtk_list_box_append (self->list, row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (row)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

/**
 * zg_paste_compare_show:
 * @items: (element-type ZgPasteItem): from zg_paste_fill_list(); what is chosen is written into them
 */
void
zg_paste_compare_show (ZgPasteCompare *self,
                       GPtrArray      *items)
{
  GtkListBoxRow *row;

  g_return_if_fail (ZG_IS_PASTE_COMPARE (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  for (guint i = 0; i < items->len; i++)
    if (((ZgPasteItem *) g_ptr_array_index (items, i))->known != NULL)
      add_row (self, g_ptr_array_index (items, i));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}
