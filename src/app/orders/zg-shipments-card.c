/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shipments-card"

#include "config.h"

#include "zg-shipments-card.h"

#include <glib/gi18n.h>

#include "zg-order-section.h"
#include "zg-shipment.h"

/**
 * ZgShipmentsCard:
 *
 * What left in which shipment, and what is still here. Not shown where all went in one go: the facts say that.
 */
struct _ZgShipmentsCard
{
  GtkWidget parent_instance;
};

static void zg_shipments_card_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgShipmentsCard, zg_shipments_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_shipments_card_card_init))

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
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

/* One line for each kind of goods. */
static char *
describe_pieces (const ZgOrder *order,
                 GArray        *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (pieces, ZgShipPiece, i);
      const ZgOrderItem *item = find_item (order, piece->item_id);

      if (item == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->title);
      if (has_text (item->colour))
        g_string_append_printf (text, " %s", item->colour);
      if (has_text (item->size))
        g_string_append_printf (text, " %s", item->size);
      g_string_append_printf (text, " ×%" G_GINT64_FORMAT, piece->quantity);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_content (const char *head,
                const char *pieces)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  if (has_text (head))
    gtk_box_append (GTK_BOX (content), zg_order_section_create_text (head, "list-text", "numeric"));
  if (has_text (pieces))
    gtk_box_append (GTK_BOX (content), zg_order_section_create_text (pieces, "caption", has_text (head) ? "dim-label" : NULL));
  return content;
}

static void
add_shipment (GtkWidget         *list,
              const ZgOrder     *order,
              const ZgShipment  *shipment,
              guint              number,
              ZgClock           *clock)
{
  g_autofree char *at = zg_time_to_text (shipment->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autofree char *pieces = describe_pieces (order, shipment->pieces);
  g_autofree char *details = g_strdup_printf ("%s%s%s", at, has_text (pieces) ? "\n" : "", pieces);
  /* TRANSLATORS: which of several shipments of an order */
  g_autofree char *caption = g_strdup_printf (_("No. %u"), number);
  g_autofree char *head = g_strstrip (g_strjoin (" ", has_text (shipment->courier) ? shipment->courier : "",
                                                 has_text (shipment->tracking) ? shipment->tracking : _("no number yet"), NULL));

  zg_order_section_add_row (list, caption, create_content (head, details),
                            has_text (shipment->tracking)
                            ? zg_order_section_create_copy_button (shipment->tracking, _("Copy the tracking number")) : NULL);
}

static void
zg_shipments_card_show (ZgOrderCard       *card,
                        const ZgOrderFile *file,
                        ZgClock           *clock)
{
  GtkWidget *list;

  zg_order_section_clear (GTK_WIDGET (card));
  gtk_widget_set_visible (GTK_WIDGET (card), file->order->partly_shipped || file->shipments->len > 1);
  if (!gtk_widget_get_visible (GTK_WIDGET (card)))
    return;

  list = zg_order_section_add (GTK_WIDGET (card), _("Shipments"), NULL);
  for (guint i = 0; i < file->shipments->len; i++)
    add_shipment (list, file->order, g_ptr_array_index (file->shipments, i), i + 1, clock);
  if (file->order->partly_shipped)
    {
      g_autoptr (GArray) left = zg_shipment_count_left (file->order, file->shipments);
      g_autofree char *pieces = describe_pieces (file->order, left);

      zg_order_section_add_row (list, _("Still here"), zg_order_section_create_text (pieces, "list-text", "warning"), NULL);
    }
}

static void
zg_shipments_card_card_init (ZgOrderCardInterface *iface)
{
  iface->show = zg_shipments_card_show;
}

static void
zg_shipments_card_dispose (GObject *object)
{
  zg_order_section_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (zg_shipments_card_parent_class)->dispose (object);
}

static void
zg_shipments_card_class_init (ZgShipmentsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_shipments_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
zg_shipments_card_init (ZgShipmentsCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
