/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-talk-row"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "zg-hidden-label.h"
#include "zg-key-cap.h"
#include "zg-order-tone.h"
#include "zg-talk-row.h"

/**
 * ZgTalkRow:
 *
 * A line of the search for whom to talk to: a person, and one of their orders; or a reply.
 */
struct _ZgTalkRow
{
  GtkListBoxRow parent_instance;

  gint64 customer_id;
  gint64 order_id;
  gint64 reply_id;

  /* template */
  AdwAvatar *avatar;
  GtkLabel *detail_label;
  ZgKeyCap *key_cap;
  ZgHiddenLabel *full_name_label;
  GtkLabel *name_label;
  GtkWidget *no_order_label;
  GtkWidget *order_box;
  GtkLabel *order_label;
  GtkWidget *reply_icon;
  ZgPill *state_pill;
};

G_DEFINE_FINAL_TYPE (ZgTalkRow, zg_talk_row, GTK_TYPE_LIST_BOX_ROW)

static void
zg_talk_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_TALK_ROW);

  G_OBJECT_CLASS (zg_talk_row_parent_class)->dispose (object);
}

static void
zg_talk_row_class_init (ZgTalkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_talk_row_dispose;

  g_type_ensure (ZG_TYPE_HIDDEN_LABEL);
  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-talk-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, full_name_label);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, key_cap);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, no_order_label);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, order_box);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, order_label);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, reply_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkRow, state_pill);
}

static void
zg_talk_row_init (ZgTalkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_fact (GString    *text,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

static char *
describe (const ZgTalk *talk)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *city;

  if (talk->reply_id != 0)
    {
      append_fact (text, _("Reply"));
      append_fact (text, talk->city);
      return g_strdup (text->str);
    }
  if (talk->same_customer)
    return g_strdup (_("Another order of the same customer"));

  if (zg_personal_identifies (&talk->phone) && strlen (talk->phone.text) >= 4)
    {
      /* Translators: %s is the last four digits of a phone number */
      g_autofree char *tail = g_strdup_printf (_("phone …%s"), talk->phone.text + strlen (talk->phone.text) - 4);

      append_fact (text, tail);
    }
  /* Of province and city the last alone says enough here. */
  city = talk->city != NULL ? strrchr (talk->city, ' ') : NULL;
  append_fact (text, city != NULL ? city + 1 : talk->city);

  return g_strdup (text->str);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

static void
show_order (ZgTalkRow    *self,
            const ZgTalk *talk)
{
  g_autofree char *tail = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->order_box, talk->order_id != 0);
  gtk_widget_set_visible (self->no_order_label, talk->order_id == 0 && talk->reply_id == 0);
  if (talk->order_id == 0)
    return;

  tail = zg_order_number_tail (talk->number);
  text = g_strdup_printf (_("order %s"), tail);
  set_label (self->order_label, text);
  zg_pill_set_label (self->state_pill, zg_order_state_to_label (talk->state));
  zg_pill_set_tone (self->state_pill, zg_order_tone (talk->state));
}

/**
 * zg_talk_row_new:
 *
 * Returns: (transfer floating): a row about nobody yet
 */
GtkWidget *
zg_talk_row_new (void)
{
  return g_object_new (ZG_TYPE_TALK_ROW, NULL);
}

/**
 * zg_talk_row_show:
 * @talk: what the line is about; copied
 * @key: (nullable): the key that chooses it
 *
 * A row is shown for one search after the other: to make it is most of the work.
 */
void
zg_talk_row_show (ZgTalkRow    *self,
                  const ZgTalk *talk,
                  const char   *key)
{
  gboolean has_call_name = talk->call_name != NULL && *talk->call_name != '\0';
  const char *name = has_call_name ? talk->call_name : talk->name.text;
  g_autofree char *detail = describe (talk);

  g_return_if_fail (ZG_IS_TALK_ROW (self));

  self->customer_id = talk->customer_id;
  self->order_id = talk->order_id;
  self->reply_id = talk->reply_id;

  name = name != NULL ? name : "";
  if (g_strcmp0 (adw_avatar_get_text (self->avatar), name) != 0)
    adw_avatar_set_text (self->avatar, name);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), talk->reply_id == 0);
  gtk_widget_set_visible (self->reply_icon, talk->reply_id != 0);
  set_label (self->name_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->full_name_label), has_call_name && talk->name.text != NULL);
  zg_hidden_label_set_text (self->full_name_label, talk->name.text, talk->name.disclosure);
  set_label (self->detail_label, detail);
  zg_key_cap_set_label (self->key_cap, key);
  gtk_widget_set_visible (GTK_WIDGET (self->key_cap), key != NULL);
  show_order (self, talk);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * zg_talk_row_get_customer_id:
 *
 * Returns: whom one would talk to
 */
gint64
zg_talk_row_get_customer_id (ZgTalkRow *self)
{
  g_return_val_if_fail (ZG_IS_TALK_ROW (self), 0);

  return self->customer_id;
}

/**
 * zg_talk_row_get_order_id:
 *
 * Returns: about which order, or 0
 */
gint64
zg_talk_row_get_order_id (ZgTalkRow *self)
{
  g_return_val_if_fail (ZG_IS_TALK_ROW (self), 0);

  return self->order_id;
}

/**
 * zg_talk_row_get_reply_id:
 *
 * Returns: the reply that the line is about, or 0 when it is about a customer
 */
gint64
zg_talk_row_get_reply_id (ZgTalkRow *self)
{
  g_return_val_if_fail (ZG_IS_TALK_ROW (self), 0);

  return self->reply_id;
}
