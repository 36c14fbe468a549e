/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-form"

#include "config.h"

#include "zg-paste-form.h"

#include <glib/gi18n.h>

#include "zg-paste-answer.h"
#include "zg-paste-compare.h"
#include "zg-paste-question.h"
#include "zg-paste-slot.h"
#include "zg-paste-view.h"

/**
 * ZgPasteForm:
 *
 * A pasted text and what was understood of it, field by field with how sure that is; what it leaves open is asked, and what a
 * customer has already is shown beside it. The fields can be corrected. Name and phone can be fields of the window
 * around it, which stand in its content, see zg_paste_form_adopt(). Signals: `changed`; `settled`, when a text was pasted
 * and nothing has to be asked any more.
 *
 * While no text field has the focus, 1 to 9 answer what is asked.
 */
struct _ZgPasteForm
{
  GtkWidget parent_instance;

  ZgPasteView *view;
  ZgPasteQuestion *question;
  GtkWidget *nothing;
  GtkWidget *content;           /* nullable */
  GtkWidget *grid;
  ZgPasteCompare *compare;
  ZgPasteSlot slots[ZG_N_PASTE_FIELDS];
  ZgPaste *paste;               /* nullable */
  ZgCustomer *customer;         /* nullable */
  GPtrArray *items;             /* (nullable) (element-type ZgPasteItem) */
  gboolean is_filling;
};

enum {
  PROP_CONTENT = 1,
  N_PROPS
};

enum {
  CHANGED,
  SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPasteForm, zg_paste_form, GTK_TYPE_WIDGET)

/* Values ***************************************************************************************************************/

static const char *
get_value (ZgPasteForm  *self,
           ZgPasteField  field)
{
  const char *text = gtk_editable_get_text (self->slots[field].entry);
  g_autoptr (ZgPhone) phone = NULL;

  if (*text == '\0')
    return NULL;
  /* The window's own field may hold a name on a platform as well. */
  phone = field == ZG_PASTE_PHONE && self->slots[field].cell == NULL ? zg_phone_parse (text) : NULL;
  return phone == NULL || phone->digits != NULL ? text : NULL;
}

/* (element-type utf8): the phone numbers behind the first. */
static GPtrArray *
list_further_phones (ZgPasteForm *self)
{
  GPtrArray *phones = g_ptr_array_new ();

  for (guint i = 1; self->paste != NULL && i < self->paste->phones->len; i++)
    g_ptr_array_add (phones, g_ptr_array_index (self->paste->phones, i));
  return phones;
}

static GPtrArray *
list_items (ZgPasteForm      *self,
            ZgPasteValues    *values,
            const ZgCustomer *customer)
{
  for (int i = 0; i < ZG_N_PASTE_FIELDS; i++)
    values->fields[i] = get_value (self, i);
  return zg_paste_fill_list (values, customer);
}

/* What somebody chose counts on while they correct a field. */
static void
keep_choices (GPtrArray       *items,
              const GPtrArray *before)
{
  for (guint i = 0; before != NULL && i < items->len && i < before->len; i++)
    {
      ZgPasteItem *item = g_ptr_array_index (items, i);
      const ZgPasteItem *old = g_ptr_array_index (before, i);

      if (item->field == old->field && item->part == old->part && g_strcmp0 (item->known, old->known) == 0)
        item->choice = old->choice;
    }
}

static void
compare (ZgPasteForm *self,
         gboolean     keep)
{
  g_autoptr (GPtrArray) phones = list_further_phones (self);
  ZgPasteValues values = { .phones = phones };
  g_autoptr (GPtrArray) items = NULL;

  if (self->customer != NULL && self->paste != NULL)
    {
      items = list_items (self, &values, self->customer);
      if (keep)
        keep_choices (items, self->items);
      zg_paste_compare_show (self->compare, items);
      g_clear_pointer (&self->items, g_ptr_array_unref);
      self->items = g_steal_pointer (&items);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Filling **************************************************************************************************************/

static void
fill (ZgPasteForm *self)
{
  gboolean is_empty = zg_paste_is_empty (self->paste);

  self->is_filling = TRUE;
  for (int i = 0; i < ZG_N_PASTE_FIELDS; i++)
    zg_paste_slot_fill (&self->slots[i], self->paste);
  self->is_filling = FALSE;
  zg_paste_question_show (self->question, self->paste);
  gtk_widget_set_visible (self->grid, !is_empty);
  gtk_widget_set_visible (self->nothing, is_empty && *self->paste->text != '\0');
  compare (self, FALSE);
}

/* The focus goes to what somebody has to do next. */
static void
lead_on (ZgPasteForm *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->question)))
    gtk_widget_grab_focus (GTK_WIDGET (self->question));
  else if (!zg_paste_is_empty (self->paste))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
view_changed_cb (ZgPasteForm *self)
{
  g_autofree char *text = zg_paste_view_dup_text (self->view);

  zg_paste_free (self->paste);
  self->paste = zg_paste_parse (text);
  zg_paste_view_show (self->view, self->paste);
  fill (self);
}

static void
answer_cb (ZgPasteForm *self,
           int          field,
           const char  *name)
{
  if (!zg_paste_answer (self->paste, field, name))
    return;
  fill (self);
  lead_on (self);
}

/* What a person typed is certain. */
static void
entry_changed_cb (ZgPasteForm *self,
                  GtkEditable *entry)
{
  if (self->is_filling)
    return;
  for (int i = 0; i < ZG_N_PASTE_FIELDS; i++)
    if (self->slots[i].entry == entry)
      zg_paste_slot_mark (&self->slots[i], "", FALSE);
  compare (self, TRUE);
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  ZgPasteForm *self = ZG_PASTE_FORM (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->question))
         && zg_paste_question_choose (self->question, (guint) g_variant_get_int32 (args));
}

/* Class ****************************************************************************************************************/

static void
zg_paste_form_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ZgPasteForm *self = ZG_PASTE_FORM (object);

  self->content = g_value_get_object (value);
  gtk_widget_insert_after (self->content, GTK_WIDGET (self), GTK_WIDGET (self->question));
}

static gboolean
zg_paste_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZG_PASTE_FORM (widget)->view));
}

static void
zg_paste_form_dispose (GObject *object)
{
  ZgPasteForm *self = ZG_PASTE_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (int i = 0; i < ZG_N_PASTE_FIELDS; i++)
    g_clear_pointer (&self->slots[i].filled, g_free);
  g_clear_pointer (&self->paste, zg_paste_free);
  g_clear_pointer (&self->customer, zg_customer_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_paste_form_parent_class)->dispose (object);
}

static void
zg_paste_form_class_init (ZgPasteFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = zg_paste_form_set_property;
  object_class->dispose = zg_paste_form_dispose;
  widget_class->grab_focus = zg_paste_form_grab_focus;

  /* The window's own fields; below what is asked, above the address. */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_PASTE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", ZG_TYPE_PASTE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pasteform");
  for (guint i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, 0, digit_cb, "i", (int) i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + i, 0, digit_cb, "i", (int) i);
    }
}

static void
create_grid (ZgPasteForm *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_visible (self->grid, FALSE);
  for (int i = 0; i < ZG_N_PASTE_FIELDS; i++)
    {
      zg_paste_slot_create (&self->slots[i], i, GTK_GRID (self->grid));
      g_signal_connect_object (self->slots[i].entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
zg_paste_form_init (ZgPasteForm *self)
{
  GtkLayoutManager *layout_manager = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout_manager), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout_manager), 12);
  self->view = g_object_new (ZG_TYPE_PASTE_VIEW, NULL);
  self->question = g_object_new (ZG_TYPE_PASTE_QUESTION, NULL);
  self->compare = g_object_new (ZG_TYPE_PASTE_COMPARE, NULL);
  self->nothing = gtk_label_new (_("There is no name, phone number or address in this text."));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  create_grid (self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->question), GTK_WIDGET (self));
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->compare), GTK_WIDGET (self));
  g_signal_connect_object (self->view, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "pasted", G_CALLBACK (lead_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->question, "answer", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
}

/**
 * zg_paste_form_new:
 *
 * Returns: (transfer floating): a form without a text
 */
GtkWidget *
zg_paste_form_new (void)
{
  return g_object_new (ZG_TYPE_PASTE_FORM, NULL);
}

/**
 * zg_paste_form_adopt:
 * @field: a field
 * @entry: where the window around it has that field
 * @mark: a label beside that, for how sure it is
 *
 * Fills that entry instead of one of its own, unless somebody has typed something into it.
 */
void
zg_paste_form_adopt (ZgPasteForm  *self,
                     ZgPasteField  field,
                     GtkEditable  *entry,
                     GtkLabel     *label)
{
  g_return_if_fail (ZG_IS_PASTE_FORM (self));

  gtk_grid_remove (GTK_GRID (self->grid), g_steal_pointer (&self->slots[field].cell));
  self->slots[field].entry = entry;
  self->slots[field].mark = label;
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * zg_paste_form_set_customer:
 * @customer: whom it is about; copied
 *
 * Shows what was pasted beside what is known of them.
 */
void
zg_paste_form_set_customer (ZgPasteForm      *self,
                            const ZgCustomer *customer)
{
  g_return_if_fail (ZG_IS_PASTE_FORM (self));

  g_clear_pointer (&self->customer, zg_customer_free);
  self->customer = zg_customer_copy (customer);
  compare (self, FALSE);
}

/**
 * zg_paste_form_paste:
 * @text: what somebody pasted elsewhere
 *
 * Does what pasting it here would do.
 */
void
zg_paste_form_paste (ZgPasteForm *self,
                     const char  *text)
{
  g_return_if_fail (ZG_IS_PASTE_FORM (self));

  zg_paste_view_set_text (self->view, text);
  lead_on (self);
}

/**
 * zg_paste_form_apply:
 * @customer: (inout): gets what was pasted, as somebody corrected it and chose
 *
 * Returns: whether there was anything
 */
gboolean
zg_paste_form_apply (ZgPasteForm *self,
                     ZgCustomer  *customer)
{
  g_autoptr (GPtrArray) phones = list_further_phones (self);
  ZgPasteValues values = { .phones = phones };
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (ZG_IS_PASTE_FORM (self), FALSE);

  items = list_items (self, &values, customer);
  keep_choices (items, self->items);
  return zg_paste_fill_apply (&values, items, customer);
}
