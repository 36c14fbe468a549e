/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-order-items"

#include "config.h"

#include "zg-new-order-items.h"

#include <glib/gi18n.h>

#include "zg-money.h"
#include "zg-order-desk.h"

/**
 * ZgNewOrderItems:
 *
 * The goods of a new order: what it is called in a line of its own, and below colour, size, how many and what a piece costs. What
 * was guessed from a chat is tinted until somebody touches it. There is always a line to type into.
 *
 * CSS node: `newitems`
 */
struct _ZgNewOrderItems
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *add;
  GPtrArray *rows;              /* (element-type Row) */
  gboolean filling;
};

enum { TITLE, COLOUR, SIZE, QUANTITY, PRICE, N_FIELDS };

static const struct {
  const char *name;
  const char *caption;
  int width_chars;
} fields[N_FIELDS] = {
  [TITLE] = { "title", N_("Goods"), 14 },
  [COLOUR] = { "colour", N_("Colour"), 5 },
  [SIZE] = { "size", N_("Size"), 4 },
  [QUANTITY] = { "quantity", N_("Quantity"), 3 },
  [PRICE] = { "price", N_("Price"), 6 },
};

typedef struct {
  ZgNewOrderItems *owner;
  GtkWidget *box;
  GtkEditable *entries[N_FIELDS];
} Row;

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgNewOrderItems, zg_new_order_items, GTK_TYPE_WIDGET)

static void
changed_cb (ZgNewOrderItems *self,
            GtkWidget       *entry)
{
  if (self->filling)
    return;
  gtk_widget_remove_css_class (entry, "guess");
  gtk_widget_set_tooltip_text (entry, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_entry (ZgNewOrderItems *self,
              int              field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(fields[field].caption));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), fields[field].width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), fields[field].width_chars);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (field == QUANTITY || field == PRICE)
    {
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_widget_add_css_class (entry, "numeric");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(fields[field].caption), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static void
remove_cb (Row *row)
{
  ZgNewOrderItems *self = row->owner;

  gtk_box_remove (GTK_BOX (self->list), row->box);
  g_ptr_array_remove (self->rows, row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static Row *
add_row (ZgNewOrderItems *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  row->owner = self;
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (int i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *entry = create_entry (self, i);

      row->entries[i] = GTK_EDITABLE (entry);
      gtk_box_append (GTK_BOX (i == TITLE ? first : second), entry);
    }
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove these goods"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove these goods"), -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), row);
  gtk_box_append (GTK_BOX (first), remove);
  gtk_box_append (GTK_BOX (row->box), first);
  gtk_box_append (GTK_BOX (row->box), second);
  gtk_widget_add_css_class (row->box, "new-item");
  gtk_box_append (GTK_BOX (self->list), row->box);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear (ZgNewOrderItems *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (GTK_BOX (self->list), ((Row *) self->rows->pdata[i])->box);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_cb (ZgNewOrderItems *self)
{
  Row *row = add_row (self);

  gtk_widget_grab_focus (GTK_WIDGET (row->entries[TITLE]));
}

static void
zg_new_order_items_dispose (GObject *object)
{
  ZgNewOrderItems *self = ZG_NEW_ORDER_ITEMS (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_new_order_items_parent_class)->dispose (object);
}

static void
zg_new_order_items_class_init (ZgNewOrderItemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_new_order_items_dispose;

  /**
   * ZgNewOrderItems::changed:
   *
   * Somebody typed, or took goods out.
   */
  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_NEW_ORDER_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "newitems");
}

static void
zg_new_order_items_init (ZgNewOrderItems *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->add = gtk_button_new_with_label (_("Add goods"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  add_row (self);
}

/* Filling **********************************************************************************************************/

static void
mark_guess (GtkEditable       *entry,
            ZgPasteConfidence  confidence)
{
  if (confidence == ZG_PASTE_CERTAIN || confidence == ZG_PASTE_LIKELY)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (entry), "guess");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), confidence == ZG_PASTE_GUESS ? _("Guessed: please look at it")
                                                                                : _("Nobody said it: please look at it"));
}

static void
fill_row (Row                *row,
          const ZgOrderItem  *item,
          const ZgPastedItem *pasted,
          const char         *currency)
{
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);
  g_autofree char *price = zg_money_to_decimal (item->price, currency);

  gtk_editable_set_text (row->entries[TITLE], item->title != NULL ? item->title : "");
  gtk_editable_set_text (row->entries[COLOUR], item->colour != NULL ? item->colour : "");
  gtk_editable_set_text (row->entries[SIZE], item->size != NULL ? item->size : "");
  gtk_editable_set_text (row->entries[QUANTITY], quantity);
  gtk_editable_set_text (row->entries[PRICE], pasted != NULL && pasted->price < 0 ? "" : price);
  if (pasted == NULL)
    return;
  mark_guess (row->entries[TITLE], pasted->title_confidence);
  mark_guess (row->entries[QUANTITY], pasted->quantity_confidence);
  mark_guess (row->entries[PRICE], pasted->price_confidence);
}

/**
 * zg_new_order_items_show:
 * @order: whose goods to show
 * @pasted: (nullable) (element-type ZgPastedItem): how sure each of them is
 */
void
zg_new_order_items_show (ZgNewOrderItems *self,
                         const ZgOrder   *order,
                         GPtrArray       *pasted)
{
  g_return_if_fail (ZG_IS_NEW_ORDER_ITEMS (self));

  self->filling = TRUE;
  clear (self);
  for (guint i = 0; i < order->items->len; i++)
    fill_row (add_row (self), order->items->pdata[i], pasted != NULL && i < pasted->len ? pasted->pdata[i] : NULL,
              order->currency);
  if (order->items->len == 0)
    add_row (self);
  self->filling = FALSE;
}

static gboolean
is_empty (const Row *row)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (*gtk_editable_get_text (row->entries[i]) != '\0')
      return FALSE;
  return TRUE;
}

/**
 * zg_new_order_items_read:
 * @order: gets the goods, and the sums that follow
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when something does not fit, which has the focus then
 */
gboolean
zg_new_order_items_read (ZgNewOrderItems  *self,
                         ZgOrder          *order,
                         GError          **error)
{
  g_return_val_if_fail (ZG_IS_NEW_ORDER_ITEMS (self), FALSE);

  g_ptr_array_set_size (order->items, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      guint line = order->items->len + 1;

      for (int field = 0; field < N_FIELDS && !is_empty (row); field++)
        {
          g_autofree char *name = g_strdup_printf ("item.%u.%s", line, fields[field].name);
          g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (row->entries[field])));

          if (field != TITLE && *value == '\0')
            continue;
          if (!zg_order_desk_set_field (order, name, value, error))
            {
              gtk_widget_grab_focus (GTK_WIDGET (row->entries[field]));
              return FALSE;
            }
        }
    }
  return TRUE;
}

/**
 * zg_new_order_items_focus:
 *
 * Puts the focus where goods are missing.
 */
void
zg_new_order_items_focus (ZgNewOrderItems *self)
{
  g_return_if_fail (ZG_IS_NEW_ORDER_ITEMS (self));

  if (self->rows->len == 0)
    add_row (self);
  gtk_widget_grab_focus (GTK_WIDGET (((Row *) g_ptr_array_index (self->rows, 0))->entries[TITLE]));
}
