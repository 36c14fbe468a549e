/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-hidden-label.h"
#include "zg-money.h"
#include "zg-order-facts.h"
#include "zg-order-state-table.h"
#include "zg-phone.h"
#include "zg-platform.h"

/* A long address asks for no more, or the side would take the checklist's room. */
#define NARROW_ENOUGH 18
#define CAPTION_CHARS 9

/**
 * ZgOrderFacts:
 *
 * The side of an order's page: goods and sums, where it goes and how, what was written, what the platform says. What
 * the platform hides has a lock and no copy button: nobody could use it.
 *
 * CSS node: `orderfacts`
 */
struct _ZgOrderFacts
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgOrderFacts, zg_order_facts, GTK_TYPE_WIDGET)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static GtkWidget *
create_label (const char *text,
              const char *first_class,
              const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NARROW_ENOUGH);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

/* What must stand in one piece. */
static GtkWidget *
create_number (const char *text,
               const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row_button (const char *icon_name,
                   const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
create_copy_button (const char *text,
                    const char *label)
{
  GtkWidget *button = create_row_button ("edit-copy-symbolic", label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "orders.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  return button;
}

static GtkWidget *
add_section (ZgOrderFacts *self,
             const char   *title,
             gboolean      editable)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (title, "section", NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (header), label);
  if (editable)
    {
      GtkWidget *edit = create_row_button ("document-edit-symbolic", _("Edit (F2)"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "screen.edit");
      gtk_box_append (GTK_BOX (header), edit);
    }
  gtk_widget_add_css_class (header, "facts-header");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (header, GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return list;
}

static GtkWidget *
add_box (GtkWidget *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "facts-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

/* A row: what it is at the left, what one reads in the middle, a button at the right. */
static void
add_row (GtkWidget  *list,
         const char *caption,
         GtkWidget  *content,
         GtkWidget  *button)
{
  GtkWidget *box = add_box (list);
  GtkWidget *label = create_label (caption, "secondary", "dim-label");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CAPTION_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CAPTION_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "fact-caption");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), content);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
}

/* Goods and sums ****************************************************************************************************/

static void
add_item (GtkWidget         *list,
          const ZgOrderItem *item,
          const char        *currency)
{
  GtkWidget *box = add_box (list);
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

  gtk_box_append (GTK_BOX (texts), create_label (item->title, "list-text", NULL));
  if (has_text (kind))
    gtk_box_append (GTK_BOX (texts), create_label (kind, "secondary", "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (texts, "fact");
  quantity = create_number (quantity_text, item->quantity > 1 ? "who" : "dim-label");
  price = create_number (price_text, "list-text");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), quantity);
  gtk_box_append (GTK_BOX (box), price);
  gtk_widget_add_css_class (box, "ends-in-text");
}

static void
add_sums (GtkWidget     *list,
          const ZgOrder *order)
{
  GtkWidget *box = add_box (list);
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

      label = create_label (text, "caption", "dim-label");
    }
  else
    label = create_label (details, "caption", "dim-label");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  caption = create_label (order->state == ZG_ORDER_UNPAID ? _("to pay") : _("paid"), "secondary", "dim-label");
  gtk_label_set_wrap (GTK_LABEL (caption), FALSE);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), create_number (total, "who"));
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
  gtk_label_set_max_width_chars (label, NARROW_ENOUGH);
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
    add_row (list, caption, create_hidden_label (text, disclosure),
             can_be_used (disclosure) ? create_copy_button (text, copy_label) : NULL);
  else
    add_row (list, caption, create_label (_("missing"), "error", NULL), NULL);
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
    add_row (list, _("Courier"), create_label (order->courier, "list-text", NULL), NULL);
  else
    add_row (list, _("Courier"), create_label (_("not chosen"), "warning", NULL), NULL);
  if (has_text (order->tracking))
    add_row (list, _("Tracking"), create_label (order->tracking, "numeric", NULL),
             create_copy_button (order->tracking, _("Copy the tracking number")));
  if (has_text (file->ship_time))
    add_row (list, _("Promise"), create_label (file->ship_time, "list-text", NULL), NULL);
}

static void
add_notes (ZgOrderFacts  *self,
           const ZgOrder *order)
{
  GtkWidget *list;

  if (!has_text (order->buyer_note) && !has_text (order->seller_note))
    return;

  list = add_section (self, _("Notes"), TRUE);
  if (has_text (order->buyer_note))
    add_row (list, _("Buyer"), create_label (order->buyer_note, "list-text", NULL), NULL);
  if (has_text (order->seller_note))
    add_row (list, _("Ours"), create_label (order->seller_note, "list-text", NULL), NULL);
}

static void
add_platform (ZgOrderFacts      *self,
              const ZgOrderFile *file,
              ZgClock           *clock)
{
  const ZgPlatformFacts *facts = file->order->facts;
  g_autofree char *since = NULL;
  GtkWidget *content;
  GtkWidget *list;

  if (facts == NULL || (!has_text (facts->state_text) && !has_text (facts->refund_state)))
    return;

  since = zg_time_to_text (facts->evidence_at, zg_clock_now (clock), zg_clock_get_zone (clock));
  list = add_section (self, _("What the platform says"), FALSE);
  if (has_text (facts->state_text))
    {
      content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      gtk_box_append (GTK_BOX (content), create_label (facts->state_text, "list-text", NULL));
      gtk_box_append (GTK_BOX (content), create_label (since, "caption", "dim-label"));
      add_row (list, zg_platform_to_label (file->order->platform), content, NULL);
    }
  if (has_text (facts->refund_state))
    add_row (list, _("Refund"), create_label (facts->refund_state, "list-text", NULL), NULL);
  if (has_text (facts->close_reason))
    add_row (list, _("Closed"), create_label (facts->close_reason, "list-text", NULL), NULL);
}

static void
add_history (ZgOrderFacts      *self,
             const ZgOrderFile *file,
             ZgClock           *clock)
{
  GtkWidget *list = NULL;

  for (guint i = file->history->len; i > 0; i--)
    {
      const ZgOrderMove *move = g_ptr_array_index (file->history, i - 1);
      g_autofree char *when = zg_time_to_text (move->at, zg_clock_now (clock), zg_clock_get_zone (clock));
      const char *who = move->actor == ZG_ACTOR_PLATFORM ? _("by the platform") : move->staff_name;
      g_autofree char *detail = has_text (who) ? g_strdup_printf ("%s · %s", when, who) : g_strdup (when);
      GtkWidget *content;

      if (move->undone)
        continue;
      if (list == NULL)
        list = add_section (self, _("History"), FALSE);
      content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      gtk_box_append (GTK_BOX (content), create_label (detail, "secondary", "numeric"));
      if (has_text (move->reason))
        gtk_box_append (GTK_BOX (content), create_label (move->reason, "caption", "dim-label"));
      add_row (list, zg_order_state_to_label (move->to), content, NULL);
    }
}

static void
clear (ZgOrderFacts *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
zg_order_facts_dispose (GObject *object)
{
  clear (ZG_ORDER_FACTS (object));

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

/**
 * zg_order_facts_show:
 * @file: an order with all that belongs to it
 * @clock: what time it is
 */
void
zg_order_facts_show (ZgOrderFacts      *self,
                     const ZgOrderFile *file,
                     ZgClock           *clock)
{
  GtkWidget *list;

  g_return_if_fail (ZG_IS_ORDER_FACTS (self));

  clear (self);
  list = add_section (self, _("Goods and delivery"), TRUE);
  for (guint i = 0; i < file->order->items->len; i++)
    add_item (list, g_ptr_array_index (file->order->items, i), file->order->currency);
  add_sums (list, file->order);
  add_delivery (list, file);
  add_notes (self, file->order);
  add_platform (self, file, clock);
  add_history (self, file, clock);
}
