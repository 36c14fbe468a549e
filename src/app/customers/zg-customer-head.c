/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-head"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-customer-desk.h"
#include "zg-customer-field.h"
#include "zg-customer-head.h"
#include "zg-merge-menu.h"
#include "zg-pill.h"
#include "zg-platform.h"
#include "zg-tag-colours.h"

/* More tags would push the name out of sight. */
#define MAX_TAGS 4

/**
 * ZgCustomerHead:
 *
 * The head of a customer's page: who they are, and what can be done. Its buttons activate `screen.back`, `win.talk-to`,
 * `page.note` and `page.follow-up`.
 */
struct _ZgCustomerHead
{
  GtkWidget parent_instance;

  /* template */
  GtkBox *box;
  GtkWidget *back;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkBox *pills;
  GtkLabel *details;
  GtkWidget *actions;
  GtkWidget *talk_button;
  GtkWidget *talk_icon;
  GtkWidget *note_button;
  GtkWidget *note_icon;
  GtkWidget *follow_up_icon;
  GMenu *merges;
};

G_DEFINE_FINAL_TYPE (ZgCustomerHead, zg_customer_head, GTK_TYPE_WIDGET)

static void
add_pill (ZgCustomerHead *self,
          const char     *text,
          ZgTone          tone)
{
  gtk_box_append (self->pills, zg_pill_new (text, tone));
}

static void
show_pills (ZgCustomerHead   *self,
            const ZgCustomer *customer,
            gboolean          talking,
            ZgTagColours     *colours)
{
  GtkWidget *pill;

  while ((pill = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_box_remove (self->pills, pill);

  if (talking)
    add_pill (self, _("Talking"), ZG_TONE_INFO);
  if (customer->caution != NULL && *customer->caution != '\0')
    add_pill (self, _("Take care"), ZG_TONE_WARNING);
  if (customer->level != NULL && *customer->level != '\0')
    add_pill (self, customer->level, ZG_TONE_NEUTRAL);
  for (guint i = 0; i < MIN (customer->tags->len, MAX_TAGS); i++)
    add_pill (self, customer->tags->pdata[i], zg_tag_colours_get_tone (colours, customer->tags->pdata[i]));
  if (customer->tags->len > MAX_TAGS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", customer->tags->len - MAX_TAGS);
      g_autofree char *all = zg_customer_field_to_text (customer, ZG_CUSTOMER_FIELD_TAGS);

      add_pill (self, more, ZG_TONE_NEUTRAL);
      gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->pills)), all);
    }
}

static char *
get_details (const ZgCustomer *customer,
             GTimeZone        *zone)
{
  g_autoptr (GDateTime) since = zg_time_to_date_time (customer->created_at, zone);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (customer->call_name != NULL && *customer->call_name != '\0'
      && g_strcmp0 (customer->call_name, customer->name.text) != 0)
    /* TRANSLATORS: how to address the customer in a message */
    g_ptr_array_add (texts, g_strdup_printf (_("Call them %s"), customer->call_name));
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *account = g_ptr_array_index (customer->accounts, i);

      g_ptr_array_add (texts, g_strdup_printf ("%s %s", zg_platform_to_label (account->platform),
                                               account->account.text));
    }
  if (since != NULL)
    /* TRANSLATORS: strftime(3): since when somebody is a customer. In Chinese: 第一次来是 %Y年%-m月 */
    g_ptr_array_add (texts, g_date_time_format (since, _("first seen %B %Y")));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" · ", (char **) texts->pdata);
}

/* On what one most likely came for; never on the way back, where a second Enter would undo the first. */
static gboolean
zg_customer_head_grab_focus (GtkWidget *widget)
{
  ZgCustomerHead *self = ZG_CUSTOMER_HEAD (widget);

  return gtk_widget_grab_focus (self->talk_button) || gtk_widget_grab_focus (self->note_button)
         || gtk_widget_grab_focus (self->back);
}

static void
zg_customer_head_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &ZG_CUSTOMER_HEAD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_customer_head_parent_class)->dispose (object);
}

static void
zg_customer_head_class_init (ZgCustomerHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_head_dispose;
  widget_class->grab_focus = zg_customer_head_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerhead");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-head.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, actions);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, back);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, box);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, details);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, follow_up_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, merges);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, name);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, note_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, note_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, pills);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, talk_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerHead, talk_icon);
}

static void
zg_customer_head_init (ZgCustomerHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_customer_head_show:
 * @customer: who they are
 * @session: whom the clerk is talking to, and where the shop is
 */
void
zg_customer_head_show (ZgCustomerHead   *self,
                       const ZgCustomer *customer,
                       ZgSession        *session)
{
  const char *call_name = zg_customer_get_call_name (customer);
  const char *name = customer->name.text != NULL && *customer->name.text != '\0' ? customer->name.text : call_name;
  g_autofree char *details = get_details (customer, zg_clock_get_zone (zg_session_get_clock (session)));
  gboolean talking = zg_session_get_customer_id (session) == customer->id;

  g_return_if_fail (ZG_IS_CUSTOMER_HEAD (self));

  adw_avatar_set_text (self->avatar, call_name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->details, details);
  zg_merge_menu_fill (self->merges, session, customer->id);
  show_pills (self, customer, talking, zg_tag_colours_of (session));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->talk_button), "(xx)", customer->id, (gint64) 0);
  /* Its focus goes to the next button with it. */
  if (talking && gtk_widget_has_focus (self->talk_button))
    gtk_widget_grab_focus (self->note_button);
  gtk_widget_set_visible (self->talk_button, !talking);
}

/**
 * zg_customer_head_set_column_mode:
 * @mode: how much room the window has
 *
 * Puts the buttons below the name where both would have to be cut, and leaves out pictures in a strip.
 */
void
zg_customer_head_set_column_mode (ZgCustomerHead *self,
                                  ZgColumnMode    mode)
{
  gboolean below = mode < ZG_COLUMN_MODE_MEDIUM;
  gboolean slim = mode == ZG_COLUMN_MODE_SLIM;

  g_return_if_fail (ZG_IS_CUSTOMER_HEAD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->actions, below ? 9 : 0);
  gtk_widget_set_visible (self->talk_icon, !slim);
  gtk_widget_set_visible (self->note_icon, !slim);
  gtk_widget_set_visible (self->follow_up_icon, !slim);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), !slim);
}
