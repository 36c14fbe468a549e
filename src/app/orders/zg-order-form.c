/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-form"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-desk.h"
#include "zg-order-form.h"

/**
 * ZgOrderForm:
 *
 * The fields of an order that a person may change, each by the name that zg_order_desk_set_field() knows. Only fields
 * that were changed are written, so what a platform hides stays as it came.
 *
 * Signals:
 *   save ()     Enter in a field, Ctrl+S, or the button
 *   cancel ()   the other button
 *
 * CSS node: `orderform`
 */
struct _ZgOrderForm
{
  GtkWidget parent_instance;

  GtkWidget *box;
  ZgOrder *order;               /* what the fields were filled with */
  GPtrArray *fields;            /* Field */
};

typedef struct {
  char *name;
  char *start;                  /* what the order says */
  GtkEditable *editable;
} Field;

enum {
  SAVE,
  CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderForm, zg_order_form, GTK_TYPE_WIDGET)

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->name);
  g_free (field->start);
  g_free (field);
}

static void
emit_save (ZgOrderForm *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
emit_cancel (ZgOrderForm *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  emit_save (ZG_ORDER_FORM (widget));
}

static void
zg_order_form_dispose (GObject *object)
{
  ZgOrderForm *self = ZG_ORDER_FORM (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->order, zg_order_free);

  G_OBJECT_CLASS (zg_order_form_parent_class)->dispose (object);
}

static void
zg_order_form_class_init (ZgOrderFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_form_dispose;

  signals[SAVE] = g_signal_new ("save", ZG_TYPE_ORDER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", ZG_TYPE_ORDER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderform");
}

static void
zg_order_form_init (ZgOrderForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

static char *
read_value (const ZgOrder *order,
            const char    *name)
{
  if (g_str_equal (name, "recipient"))
    return g_strdup (order->recipient.text);
  if (g_str_equal (name, "phone"))
    return g_strdup (order->phone.text);
  if (g_str_equal (name, "address"))
    return zg_address_to_text (order->address);
  if (g_str_equal (name, "courier"))
    return g_strdup (order->courier);
  if (g_str_equal (name, "tracking"))
    return g_strdup (order->tracking);
  if (g_str_equal (name, "buyer-note"))
    return g_strdup (order->buyer_note);
  if (g_str_equal (name, "seller-note"))
    return g_strdup (order->seller_note);
  return NULL;
}

/* @name is "item.N.what". */
static char *
read_item_value (const ZgOrder *order,
                 const char    *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 3);
  guint64 line = g_ascii_strtoull (parts[1], NULL, 10);
  const ZgOrderItem *item;

  if (line < 1 || line > order->items->len)
    return NULL;
  item = g_ptr_array_index (order->items, line - 1);
  if (g_str_equal (parts[2], "colour"))
    return g_strdup (item->colour);
  if (g_str_equal (parts[2], "size"))
    return g_strdup (item->size);
  return g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);
}

static char *
read_field (const ZgOrder *order,
            const char    *name)
{
  char *value = g_str_has_prefix (name, "item.") ? read_item_value (order, name) : read_value (order, name);

  return value != NULL ? value : g_strdup ("");
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_field (ZgOrderForm *self,
           GtkWidget   *box,
           const char  *caption,
           const char  *name,
           int          width_chars)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = create_label (caption, "caption");
  GtkWidget *entry = gtk_entry_new ();
  Field *field = g_new0 (Field, 1);

  field->name = g_strdup (name);
  field->start = read_field (self->order, name);
  field->editable = GTK_EDITABLE (entry);
  g_ptr_array_add (self->fields, field);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_editable_set_text (GTK_EDITABLE (entry), field->start);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (emit_save), self);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), entry);
  gtk_box_append (GTK_BOX (box), cell);
}

static GtkWidget *
add_card (GtkWidget  *parent,
          const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = create_label (title, "section");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "form-card");
  gtk_box_append (GTK_BOX (parent), label);
  gtk_box_append (GTK_BOX (parent), card);
  return card;
}

static GtkWidget *
add_line (GtkWidget *card)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (card), line);
  return line;
}

static void
add_items (ZgOrderForm *self,
           GtkWidget   *parent)
{
  GtkWidget *card = self->order->items->len > 0 ? add_card (parent, _("Goods")) : NULL;

  for (guint i = 0; i < self->order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (self->order->items, i);
      g_autofree char *colour = g_strdup_printf ("item.%u.colour", i + 1);
      g_autofree char *size = g_strdup_printf ("item.%u.size", i + 1);
      g_autofree char *quantity = g_strdup_printf ("item.%u.quantity", i + 1);
      GtkWidget *line;

      gtk_box_append (GTK_BOX (card), create_label (item->title, "list-text"));
      line = add_line (card);
      add_field (self, line, _("Colour"), colour, 6);
      add_field (self, line, _("Size"), size, 6);
      add_field (self, line, _("Quantity"), quantity, 3);
    }
}

static void
fill_fields (ZgOrderForm *self,
             GtkWidget   *parent)
{
  GtkWidget *card = add_card (parent, _("Delivery"));
  GtkWidget *line = add_line (card);

  add_field (self, line, _("Recipient"), "recipient", 8);
  add_field (self, line, _("Phone"), "phone", 11);
  add_field (self, card, _("Address"), "address", 12);
  line = add_line (card);
  add_field (self, line, _("Courier"), "courier", 6);
  add_field (self, line, _("Tracking number"), "tracking", 10);
  add_items (self, parent);
  card = add_card (parent, _("Notes"));
  add_field (self, card, _("The buyer's note"), "buyer-note", 12);
  add_field (self, card, _("Our note"), "seller-note", 12);
}

static GtkWidget *
create_bar (ZgOrderForm *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  gtk_widget_add_css_class (bar, "form-buttons");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_tooltip_text (save, _("Save (Ctrl+S)"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (emit_cancel), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (emit_save), self);
  gtk_box_append (GTK_BOX (bar), cancel);
  gtk_box_append (GTK_BOX (bar), save);
  return bar;
}

/**
 * zg_order_form_start:
 * @order: an order, which is copied
 *
 * Fills the form with an order.
 */
void
zg_order_form_start (ZgOrderForm   *self,
                     const ZgOrder *order)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  g_return_if_fail (ZG_IS_ORDER_FORM (self));

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->order, zg_order_free);
  self->order = zg_order_copy (order);

  gtk_widget_add_css_class (cards, "form");
  fill_fields (self, cards);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), cards);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), create_bar (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
is_changed (const Field *field)
{
  return g_strcmp0 (gtk_editable_get_text (field->editable), field->start) != 0;
}

/**
 * zg_order_form_rebase:
 * @order: the order as somebody else left it
 *
 * Goes on from what somebody else wrote: fields that were typed into keep what was typed, the others show the news.
 */
void
zg_order_form_rebase (ZgOrderForm   *self,
                      const ZgOrder *order)
{
  g_return_if_fail (ZG_IS_ORDER_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      gboolean typed = is_changed (field);

      g_free (field->start);
      field->start = read_field (order, field->name);
      if (!typed)
        gtk_editable_set_text (field->editable, field->start);
    }
  g_clear_pointer (&self->order, zg_order_free);
  self->order = zg_order_copy (order);
}

/**
 * zg_order_form_make_order:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the order with what was typed; %NULL when a field does not fit, which has the
 *   focus then
 */
ZgOrder *
zg_order_form_make_order (ZgOrderForm  *self,
                          GError      **error)
{
  g_autoptr (ZgOrder) order = NULL;

  g_return_val_if_fail (ZG_IS_ORDER_FORM (self), NULL);

  order = zg_order_copy (self->order);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (field->editable)));

      if (is_changed (field) && !zg_order_desk_set_field (order, field->name, text, error))
        {
          gtk_widget_grab_focus (GTK_WIDGET (field->editable));
          return NULL;
        }
    }
  return g_steal_pointer (&order);
}

/**
 * zg_order_form_get_id:
 *
 * Returns: the order whose form it is, 0 before the first
 */
gint64
zg_order_form_get_id (ZgOrderForm *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FORM (self), 0);

  return self->order != NULL ? self->order->id : 0;
}

/**
 * zg_order_form_is_changed:
 *
 * Returns: whether something was typed that is not saved
 */
gboolean
zg_order_form_is_changed (ZgOrderForm *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    if (is_changed (g_ptr_array_index (self->fields, i)))
      return TRUE;
  return FALSE;
}

/**
 * zg_order_form_focus:
 *
 * Puts the focus in the first field.
 */
void
zg_order_form_focus (ZgOrderForm *self)
{
  g_return_if_fail (ZG_IS_ORDER_FORM (self));

  if (self->fields->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (((Field *) g_ptr_array_index (self->fields, 0))->editable));
}
