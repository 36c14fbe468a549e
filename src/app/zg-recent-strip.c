/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-recent-strip"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-fit-layout.h"
#include "zg-recent-strip.h"
#include "zg-waiting-clock.h"

/**
 * ZgRecentStrip:
 *
 * The last eight customers beside the chip, by name: initials in circles would make two people of one surname look
 * alike. Each keeps its place and its Alt+digit until it leaves, so that the hand can learn it; the current one is
 * marked and stays where it is. Where room is short they go from the right. Who was told to wait has the time beside the
 * name.
 *
 * CSS node: `recentstrip`, with a `button` for each, `button.current` for the one being talked to, `button.waiting` and
 * `button.late` for who waits.
 */
struct _ZgRecentStrip
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgWaitingClock *waiting;
};

G_DEFINE_FINAL_TYPE (ZgRecentStrip, zg_recent_strip, GTK_TYPE_WIDGET)

static void
clear (ZgRecentStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
show_time (ZgRecentStrip *self,
           GtkWidget     *button)
{
  gint64 *customer_id = g_object_get_data (G_OBJECT (button), "zg-customer-id");
  GtkWidget *time = g_object_get_data (G_OBJECT (button), "zg-time");
  const ZgWaiting *waiting = zg_waiting_clock_find (self->waiting, *customer_id);

  gtk_widget_set_visible (time, waiting != NULL);
  zg_waiting_clock_show (self->waiting, waiting, button, GTK_LABEL (gtk_widget_get_last_child (time)));
}

static void
show_times (ZgRecentStrip *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    show_time (self, button);
}

/* A picture of a clock and the time. */
static GtkWidget *
create_time (void)
{
  GtkWidget *time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (time), gtk_image_new_from_icon_name ("alarm-symbolic"));
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (time), label);
  return time;
}

static GtkWidget *
create_button (const ZgRecent *recent,
               gboolean        current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *time = create_time ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (recent->call_name);
  /* Translators: a tooltip; %s is a customer's name, %d a digit of the keyboard */
  g_autofree char *tooltip = g_strdup_printf (_("Talk to %s (Alt+%d)"), recent->call_name, recent->place + 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), time);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "zg-time", time);
  g_object_set_data_full (G_OBJECT (button), "zg-customer-id", g_memdup2 (&recent->customer_id, sizeof (gint64)), g_free);
  gtk_widget_add_css_class (button, "flat");
  if (current)
    gtk_widget_add_css_class (button, "current");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", recent->place + 1);

  return button;
}

static void
update (ZgRecentStrip *self)
{
  GPtrArray *recents = zg_session_get_recents (self->session);
  gint64 current_id = zg_session_get_customer_id (self->session);

  clear (self);
  for (guint i = 0; i < recents->len; i++)
    {
      const ZgRecent *recent = g_ptr_array_index (recents, i);

      gtk_widget_set_parent (create_button (recent, recent->customer_id == current_id), GTK_WIDGET (self));
    }
  show_times (self);
}

static void
zg_recent_strip_dispose (GObject *object)
{
  ZgRecentStrip *self = ZG_RECENT_STRIP (object);

  clear (self);
  g_clear_object (&self->waiting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_recent_strip_parent_class)->dispose (object);
}

static void
zg_recent_strip_class_init (ZgRecentStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_recent_strip_dispose;
  gtk_widget_class_set_css_name (widget_class, "recentstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zg_recent_strip_init (ZgRecentStrip *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), zg_fit_layout_new (0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Last customers"),
                                  -1);
}

/**
 * zg_recent_strip_set_session:
 * @session: whose last eight customers are shown
 */
void
zg_recent_strip_set_session (ZgRecentStrip *self,
                             ZgSession     *session)
{
  g_return_if_fail (ZG_IS_RECENT_STRIP (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->waiting = zg_waiting_clock_new (session);
  g_signal_connect_object (self->waiting, "changed", G_CALLBACK (show_times), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting, "tick", G_CALLBACK (show_times), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "recents-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::customer-id", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
