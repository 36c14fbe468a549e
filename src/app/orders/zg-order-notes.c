/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-notes"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-notes.h"
#include "zg-order-section.h"

/**
 * ZgOrderNotes:
 *
 * What the buyer and the shop wrote about an order, below the confirmation list, where it is in sight without scrolling.
 *
 * CSS node: `ordernotes`
 */
struct _ZgOrderNotes
{
  GtkWidget parent_instance;
};

static void zg_order_notes_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgOrderNotes, zg_order_notes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_order_notes_card_init))

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_notes (ZgOrderNotes  *self,
           const ZgOrder *order)
{
  GtkWidget *header;
  GtkWidget *list;

  if (!has_text (order->buyer_note) && !has_text (order->seller_note))
    return;

  list = zg_order_section_add (GTK_WIDGET (self), _("Notes"), &header);
  zg_order_section_add_edit (header);
  if (has_text (order->buyer_note))
    zg_order_section_add_row (list, _("Buyer"), zg_order_section_create_text (order->buyer_note, "list-text", NULL), NULL);
  if (has_text (order->seller_note))
    zg_order_section_add_row (list, _("Ours"), zg_order_section_create_text (order->seller_note, "list-text", NULL), NULL);
}

static void
zg_order_notes_show (ZgOrderCard       *card,
                     const ZgOrderFile *file,
                     ZgClock           *clock)
{
  zg_order_section_clear (GTK_WIDGET (card));
  add_notes (ZG_ORDER_NOTES (card), file->order);
}

static void
zg_order_notes_card_init (ZgOrderCardInterface *iface)
{
  iface->show = zg_order_notes_show;
}

static void
zg_order_notes_dispose (GObject *object)
{
  zg_order_section_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (zg_order_notes_parent_class)->dispose (object);
}

static void
zg_order_notes_class_init (ZgOrderNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_notes_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ordernotes");
}

static void
zg_order_notes_init (ZgOrderNotes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
