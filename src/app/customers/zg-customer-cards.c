/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-cards"

#include "config.h"

#include "zg-attachment-card.h"
#include "zg-customer-cards.h"
#include "zg-interest-card.h"

/**
 * ZgCustomerCards:
 *
 * What a customer asked for and did not buy, and the files that belong to them. The page that it stands on has the actions
 * `page.add-interest` and `page.attach`, and takes files that are dropped on it.
 */
struct _ZgCustomerCards
{
  GtkWidget parent_instance;

  ZgInterestCard *interests;
  ZgAttachmentCard *attachments;
  guint add_source;
};

enum {
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerCards, zg_customer_cards, GTK_TYPE_WIDGET)

/* Where a page keeps its cards. */
#define KEY "zg-customer-cards"

static gboolean
add_interest_idle (gpointer data)
{
  ZgCustomerCards *self = data;

  self->add_source = 0;
  zg_interest_card_add (self->interests);
  return G_SOURCE_REMOVE;
}

/* The menu gives the focus back to its button when it closes, and would take it out of the field again. */
static void
add_interest_cb (GtkWidget  *page,
                 const char *action_name,
                 GVariant   *parameter)
{
  ZgCustomerCards *self = g_object_get_data (G_OBJECT (page), KEY);

  if (self->add_source == 0)
    self->add_source = g_idle_add_full (G_PRIORITY_LOW, add_interest_idle, self, NULL);
}

static void
attach_cb (GtkWidget  *page,
           const char *action_name,
           GVariant   *parameter)
{
  ZgCustomerCards *self = g_object_get_data (G_OBJECT (page), KEY);

  zg_attachment_card_choose (self->attachments);
}

static gboolean
drop_cb (ZgCustomerCards *self,
         const GValue    *value,
         double           x,
         double           y)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = list; at != NULL; at = at->next)
    g_list_store_append (files, at->data);
  zg_attachment_card_add_files (self->attachments, G_LIST_MODEL (files));
  return TRUE;
}

static void
mode_changed_cb (ZgCustomerCards *self)
{
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
zg_customer_cards_dispose (GObject *object)
{
  ZgCustomerCards *self = ZG_CUSTOMER_CARDS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->add_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_customer_cards_parent_class)->dispose (object);
}

static void
zg_customer_cards_class_init (ZgCustomerCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_customer_cards_dispose;

  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_CUSTOMER_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
zg_customer_cards_init (ZgCustomerCards *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->interests = g_object_new (ZG_TYPE_INTEREST_CARD, NULL);
  self->attachments = g_object_new (ZG_TYPE_ATTACHMENT_CARD, NULL);
  g_signal_connect_object (self->interests, "mode-changed", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attachments, "mode-changed", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->interests), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->attachments), GTK_WIDGET (self));
}

/**
 * zg_customer_cards_install_actions:
 * @page_class: the class of the page that the cards stand on
 *
 * Gives it `page.add-interest` and `page.attach`.
 */
void
zg_customer_cards_install_actions (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "page.add-interest", NULL, add_interest_cb);
  gtk_widget_class_install_action (page_class, "page.attach", NULL, attach_cb);
}

/**
 * zg_customer_cards_set_session:
 * @session: the shop
 * @page: the page that the cards stand on, which takes what is dropped on it
 */
void
zg_customer_cards_set_session (ZgCustomerCards *self,
                               ZgSession       *session,
                               GtkWidget       *page)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (ZG_IS_CUSTOMER_CARDS (self));

  g_object_set_data (G_OBJECT (page), KEY, self);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (drop));
  zg_interest_card_set_session (self->interests, session);
  zg_attachment_card_set_session (self->attachments, session);
}

/**
 * zg_customer_cards_show:
 * @file: a customer with all that belongs to them
 *
 * Shows what is known now. What is being typed stays.
 */
void
zg_customer_cards_show (ZgCustomerCards      *self,
                        const ZgCustomerFile *file)
{
  g_return_if_fail (ZG_IS_CUSTOMER_CARDS (self));

  zg_interest_card_show (self->interests, file->customer->id, file->interests);
  zg_attachment_card_show (self->attachments, file->customer->id, file->attachments, file->order_names);
}

/**
 * zg_customer_cards_clear:
 *
 * Shows nobody.
 */
void
zg_customer_cards_clear (ZgCustomerCards *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_CARDS (self));

  zg_interest_card_clear (self->interests);
  zg_attachment_card_clear (self->attachments);
}

/**
 * zg_customer_cards_paste:
 *
 * Returns: whether there was a picture on the clipboard, which is kept with the customer
 */
gboolean
zg_customer_cards_paste (ZgCustomerCards *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_CARDS (self), FALSE);

  return zg_attachment_card_paste (self->attachments);
}

/**
 * zg_customer_cards_is_editing:
 *
 * Returns: whether anything is being changed
 */
gboolean
zg_customer_cards_is_editing (ZgCustomerCards *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_CARDS (self), FALSE);

  return zg_interest_card_is_editing (self->interests) || zg_attachment_card_is_editing (self->attachments);
}

/**
 * zg_customer_cards_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_customer_cards_has_changes (ZgCustomerCards *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_CARDS (self), FALSE);

  return zg_interest_card_has_changes (self->interests) || zg_attachment_card_has_changes (self->attachments);
}

/**
 * zg_customer_cards_cancel:
 *
 * Stops changing.
 *
 * Returns: whether anything was being changed
 */
gboolean
zg_customer_cards_cancel (ZgCustomerCards *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_CARDS (self), FALSE);

  return zg_interest_card_cancel (self->interests) || zg_attachment_card_cancel (self->attachments);
}
