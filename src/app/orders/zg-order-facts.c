/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-hidden-label.h"
#include "zg-money.h"
#include "zg-order-facts.h"
#include "zg-order-section.h"
#include "zg-phone.h"

/**
 * ZgOrderFacts:
 *
 * Goods and sums of an order, where it goes and how. What the platform hides has a lock and no copy button: nobody could
 * use it.
 *
 * CSS node: `orderfacts`
 */
struct _ZgOrderFacts
{
  GtkWidget parent_instance;
};

static void zg_order_facts_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgOrderFacts, zg_order_facts, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_order_facts_card_init))

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Goods and sums ****************************************************************************************************/

static void
add_item (GtkWidget         *list,
          const ZgOrderItem *item,
          const char        *currency)
{
  GtkWidget *box = zg_order_section_add_box (list);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *quantity;
  GtkWidget *price;
  g_autofree char *quantity_text = g_strdup_printf ("×%" G_GINT64_FORMAT, item->quantity);
  /* A list of orders tells no price of a line; "0" would be one. */
  g_autofree char *price_text = item->price != 0 ? zg_money_to_text (item->price * item->quantity, currency) : g_strdup ("");
  g_autofree char *kind = NULL;

  if (has_text (item->colour) && has_text (item->size))
    kind = g_strdup_printf ("%s · %s", item->colour, item->size);
  else
    kind = g_strdup (has_text (item->colour) ? item->colour : item->size);

  gtk_box_append (GTK_BOX (texts), zg_order_section_create_text (item->title, "list-text", NULL));
  if (has_text (kind))
    gtk_box_append (GTK_BOX (texts), zg_order_section_create_text (kind, "secondary", "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (texts, "fact");
  quantity = zg_order_section_create_number (quantity_text, item->quantity > 1 ? "who" : "dim-label");
  price = zg_order_section_create_number (price_text, "list-text");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), quantity);
  gtk_box_append (GTK_BOX (box), price);
  gtk_widget_add_css_class (box, "ends-in-text");
}

static void
add_sums (GtkWidget     *list,
          const ZgOrder *order)
{
  GtkWidget *box = zg_order_section_add_box (list);
  g_autofree char *total = zg_money_to_text (order->state == ZG_ORDER_UNPAID ? order->total : order->paid,
                                             order->currency);
  g_autofree char *postage = zg_money_to_text (order->postage, order->currency);
  g_autofree char *details = order->postage != 0 ? g_strdup_printf (_("postage %s"), postage)
                                                 : g_strdup (_("free postage"));
  gint64 discount = order->goods + order->postage - order->total;
  GtkWidget *caption;
  GtkWidget *label;

  if (discount > 0)
    {
      g_autofree char *amount = zg_money_to_text (discount, order->currency);
      g_autofree char *text = g_strdup_printf (_("discount −%s · %s"), amount, details);

      label = zg_order_section_create_text (text, "caption", "dim-label");
    }
  else
    label = zg_order_section_create_text (details, "caption", "dim-label");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  caption = zg_order_section_create_text (order->state == ZG_ORDER_UNPAID ? _("to pay") : _("paid"), "secondary", "dim-label");
  gtk_label_set_wrap (GTK_LABEL (caption), FALSE);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), zg_order_section_create_number (total, "who"));
  gtk_widget_add_css_class (box, "ends-in-text");
}

/* Where it goes *****************************************************************************************************/

static gboolean
can_be_used (ZgDisclosure disclosure)
{
  return disclosure == ZG_DISCLOSURE_PLAIN || disclosure == ZG_DISCLOSURE_VIRTUAL;
}

static GtkWidget *
create_hidden_label (const char   *text,
                     ZgDisclosure  disclosure)
{
  GtkWidget *widget = zg_hidden_label_new ();
  GtkLabel *label = zg_hidden_label_get_label (ZG_HIDDEN_LABEL (widget));

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (widget), text, disclosure);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (label, ZG_ORDER_SECTION_MAX_CHARS);
  /* The lock stays beside what it is about. */
  gtk_widget_set_hexpand (GTK_WIDGET (label), !zg_disclosure_is_hidden (disclosure));
  gtk_widget_add_css_class (widget, "numeric");
  return widget;
}

static void
add_personal (GtkWidget    *list,
              const char   *caption,
              const char   *text,
              ZgDisclosure  disclosure,
              const char   *copy_label)
{
  if (has_text (text))
    zg_order_section_add_row (list, caption, create_hidden_label (text, disclosure),
             can_be_used (disclosure) ? zg_order_section_create_copy_button (text, copy_label) : NULL);
  else
    zg_order_section_add_row (list, caption, zg_order_section_create_text (_("missing"), "error", NULL), NULL);
}

static void
add_delivery (GtkWidget         *list,
              const ZgOrderFile *file)
{
  const ZgOrder *order = file->order;
  g_autoptr (ZgPhone) phone = zg_phone_parse (order->phone.text);
  g_autofree char *number = zg_phone_to_text (phone);
  g_autofree char *address = zg_address_to_text (order->address);

  add_personal (list, _("Recipient"), order->recipient.text, order->recipient.disclosure, _("Copy the name"));
  add_personal (list, _("Phone"), number, phone->disclosure, _("Copy the number"));
  add_personal (list, _("Address"), address, order->address != NULL ? order->address->disclosure : ZG_DISCLOSURE_ABSENT,
                _("Copy the address"));
  if (has_text (order->courier))
    zg_order_section_add_row (list, _("Courier"), zg_order_section_create_text (order->courier, "list-text", NULL), NULL);
  else
    zg_order_section_add_row (list, _("Courier"), zg_order_section_create_text (_("not chosen"), "warning", NULL), NULL);
  if (has_text (order->tracking))
    zg_order_section_add_row (list, _("Tracking"), zg_order_section_create_text (order->tracking, "numeric", NULL),
             zg_order_section_create_copy_button (order->tracking, _("Copy the tracking number")));
  if (has_text (file->ship_time))
    zg_order_section_add_row (list, _("Promise"), zg_order_section_create_text (file->ship_time, "list-text", NULL), NULL);
}

static void
zg_order_facts_show (ZgOrderCard       *card,
                     const ZgOrderFile *file,
                     ZgClock           *clock)
{
  ZgOrderFacts *self = ZG_ORDER_FACTS (card);
  GtkWidget *header;
  GtkWidget *list;

  zg_order_section_clear (GTK_WIDGET (self));
  list = zg_order_section_add (GTK_WIDGET (self), _("Goods and delivery"), &header);
  zg_order_section_add_edit (header);
  for (guint i = 0; i < file->order->items->len; i++)
    add_item (list, g_ptr_array_index (file->order->items, i), file->order->currency);
  add_sums (list, file->order);
  add_delivery (list, file);
}

static void
zg_order_facts_card_init (ZgOrderCardInterface *iface)
{
  iface->show = zg_order_facts_show;
}

static void
zg_order_facts_dispose (GObject *object)
{
  zg_order_section_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (zg_order_facts_parent_class)->dispose (object);
}

static void
zg_order_facts_class_init (ZgOrderFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_facts_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderfacts");
}

static void
zg_order_facts_init (ZgOrderFacts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

