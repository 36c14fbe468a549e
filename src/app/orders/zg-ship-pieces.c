/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ship-pieces"

#include "config.h"

#include "zg-ship-pieces.h"

#include <glib/gi18n.h>

#include "zg-order-section.h"
#include "zg-shipment.h"

/**
 * ZgShipPieces:
 *
 * Which pieces of an order leave now: all that are left, unless somebody says less. Not shown where there is nothing to
 * choose: a single piece, or a parcel, which goes as a whole.
 *
 * CSS node: `shippieces`
 */
struct _ZgShipPieces
{
  GtkWidget parent_instance;

  GArray *left;                 /* (element-type ZgShipPiece) */
  GPtrArray *spins;             /* (element-type GtkSpinButton): one for each of them; owned by their rows */
};

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgShipPieces, zg_ship_pieces, GTK_TYPE_WIDGET)

/* A number that was typed counts before the window is told. */
static gboolean
key_pressed_cb (GtkWidget       *spin,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *self = gtk_widget_get_ancestor (spin, ZG_TYPE_SHIP_PIECES);

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_signal_emit (self, signals[ACTIVATE], 0);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_spin (gint64      n_left,
             const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, (double) n_left, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) n_left);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), spin, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (spin, keys);
  return spin;
}

static const ZgOrderItem *
find_item (const ZgOrder *order,
           gint64         id)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

static void
add_row (ZgShipPieces      *self,
         GtkWidget         *list,
         const ZgOrderItem *item,
         gint64             n_left)
{
  GtkWidget *box = zg_order_section_add_box (list);
  g_autofree char *kind = g_strstrip (g_strjoin (" ", item->colour != NULL ? item->colour : "",
                                                 item->size != NULL ? item->size : "", NULL));
  g_autofree char *name = g_strstrip (g_strjoin (" ", item->title, kind, NULL));
  GtkWidget *label = zg_order_section_create_text (name, "list-text", NULL);
  GtkWidget *spin = create_spin (n_left, name);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), spin);
  g_ptr_array_add (self->spins, spin);
}

/**
 * zg_ship_pieces_show:
 * @file: an order
 *
 * Shows what is left of it, all of it to leave.
 */
void
zg_ship_pieces_show (ZgShipPieces      *self,
                     const ZgOrderFile *file)
{
  GtkWidget *list = NULL;
  gint64 n_left = 0;

  g_return_if_fail (ZG_IS_SHIP_PIECES (self));

  zg_order_section_clear (GTK_WIDGET (self));
  g_ptr_array_set_size (self->spins, 0);
  g_clear_pointer (&self->left, g_array_unref);
  self->left = zg_shipment_count_left (file->order, file->shipments);
  for (guint i = 0; i < self->left->len; i++)
    n_left += g_array_index (self->left, ZgShipPiece, i).quantity;
  gtk_widget_set_visible (GTK_WIDGET (self), n_left > 1 && file->mates->parcel->len == 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  list = zg_order_section_add (GTK_WIDGET (self), _("What leaves now"), NULL);
  for (guint i = 0; i < self->left->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (self->left, ZgShipPiece, i);

      add_row (self, list, find_item (file->order, piece->item_id), piece->quantity);
    }
}

/**
 * zg_ship_pieces_read:
 * @n_left_out: (out): how many pieces stay here
 *
 * Returns: (transfer full) (nullable) (element-type ZgShipPiece): what is to leave, %NULL when that is all that is left
 */
GArray *
zg_ship_pieces_read (ZgShipPieces *self,
                     gint64       *n_left_out)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));

  g_return_val_if_fail (ZG_IS_SHIP_PIECES (self), NULL);

  *n_left_out = 0;
  for (guint i = 0; i < self->spins->len; i++)
    {
      const ZgShipPiece *left = &g_array_index (self->left, ZgShipPiece, i);
      ZgShipPiece piece = { left->item_id, gtk_spin_button_get_value_as_int (g_ptr_array_index (self->spins, i)) };

      *n_left_out += left->quantity - piece.quantity;
      if (piece.quantity > 0)
        g_array_append_val (pieces, piece);
    }
  return *n_left_out > 0 ? g_steal_pointer (&pieces) : NULL;
}

static void
zg_ship_pieces_dispose (GObject *object)
{
  ZgShipPieces *self = ZG_SHIP_PIECES (object);

  zg_order_section_clear (GTK_WIDGET (self));
  g_clear_pointer (&self->spins, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_array_unref);

  G_OBJECT_CLASS (zg_ship_pieces_parent_class)->dispose (object);
}

static void
zg_ship_pieces_class_init (ZgShipPiecesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_ship_pieces_dispose;

  /**
   * ZgShipPieces::activate-default:
   *
   * Enter was pressed in a number.
   */
  signals[ACTIVATE] = g_signal_new ("activate-default", ZG_TYPE_SHIP_PIECES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shippieces");
}

static void
zg_ship_pieces_init (ZgShipPieces *self)
{
  self->spins = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
