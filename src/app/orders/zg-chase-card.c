/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-chase-card"

#include "config.h"

#include "zg-chase-card.h"

#include <glib/gi18n.h>

#include "zg-chase-desk.h"
#include "zg-chase-job.h"
#include "zg-order-copy.h"
#include "zg-order-section.h"
#include "zg-wrap-layout.h"

/**
 * ZgChaseCard:
 *
 * The reminders of an unpaid order: what was done, what comes next with the button that copies its text, what comes later, and
 * why it was not paid, in one click. It is not there for an order that was paid and never chased.
 *
 * CSS node: `chasecard`
 */
struct _ZgChaseCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* outlives the card */
  gint64 order_id;
  ZgChaseCause cause;
};

static void zg_chase_card_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgChaseCard, zg_chase_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_chase_card_card_init))

/* What is wished *****************************************************************************************************/

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  gint64 order_id;
} Reminder;

static void
reminder_free (gpointer data)
{
  Reminder *reminder = data;

  g_object_unref (reminder->session);
  g_object_unref (reminder->toasts);
  g_free (reminder);
}

static gboolean
mark_done_cb (gpointer data)
{
  Reminder *reminder = data;

  zg_chase_job_run (ZG_CHASE_JOB_DONE, ZG_CHASE_CAUSE_NONE, reminder->order_id, reminder->session, reminder->toasts);
  return G_SOURCE_REMOVE;
}

/* The reminder is done once its text is on the clipboard. The copy is logged before, so that the last toast is the reminder's. */
static void
copied_cb (gboolean copied,
           gpointer user_data)
{
  if (copied)
    g_idle_add_full (G_PRIORITY_DEFAULT, mark_done_cb, user_data, reminder_free);
  else
    reminder_free (user_data);
}

/* What a customer with this cause would say: the reply that answers it best is chosen. */
static const char *
get_words (ZgChaseCause cause)
{
  switch (cause)
    {
    case ZG_CHASE_CAUSE_FORGOT:
      return C_("what a customer says", "forgot to pay");
    case ZG_CHASE_CAUSE_HESITATING:
      return C_("what a customer says", "still thinking about it");
    case ZG_CHASE_CAUSE_PRICE:
      return C_("what a customer says", "too expensive");
    case ZG_CHASE_CAUSE_PAYMENT:
      return C_("what a customer says", "the payment does not go through");
    case ZG_CHASE_CAUSE_MISTAKE:
      return C_("what a customer says", "ordered the wrong thing");
    case ZG_CHASE_CAUSE_NONE:
    default:
      return NULL;
    }
}

static void
remind_cb (ZgChaseCard *self)
{
  Reminder *reminder = g_new (Reminder, 1);

  reminder->session = g_object_ref (self->session);
  reminder->toasts = g_object_ref (self->toasts);
  reminder->order_id = self->order_id;
  zg_order_copy_for_stage (self->session, self->toasts, self->order_id, ZG_STAGE_PAYMENT, get_words (self->cause), copied_cb,
                           reminder);
}

static void
change (ZgChaseCard    *self,
        ZgChaseJobKind  kind)
{
  zg_chase_job_run (kind, ZG_CHASE_CAUSE_NONE, self->order_id, self->session, self->toasts);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  change (ZG_CHASE_CARD (widget), ZG_CHASE_JOB_DONE);
}

static void
skip_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  change (ZG_CHASE_CARD (widget), ZG_CHASE_JOB_SKIP);
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  change (ZG_CHASE_CARD (widget), ZG_CHASE_JOB_STOP);
}

static void
resume_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  change (ZG_CHASE_CARD (widget), ZG_CHASE_JOB_RESUME);
}

/* The button that is down is let up again. */
static void
cause_cb (ZgChaseCard *self,
          GtkWidget   *button)
{
  ZgChaseCause cause = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "cause"));

  /* Who clicks again before it is written means what they see. */
  self->cause = cause == self->cause ? ZG_CHASE_CAUSE_NONE : cause;
  zg_chase_job_run (ZG_CHASE_JOB_CAUSE, self->cause, self->order_id, self->session, self->toasts);
}

/* What is shown *****************************************************************************************************/

static const struct {
  const char *icon_name;
  const char *tone;
  const char *label;
} looks[] = {
  [ZG_CHASE_DONE] = { "object-select-symbolic", "success", N_("Done") },
  [ZG_CHASE_SKIPPED] = { "list-remove-symbolic", "dim-label", N_("Left out") },
  [ZG_CHASE_PASSED] = { "list-remove-symbolic", "dim-label", N_("Its time has passed") },
  [ZG_CHASE_NEXT] = { "alarm-symbolic", "kind-payment", N_("Next") },
  [ZG_CHASE_LATER] = { "content-loading-symbolic", "dim-label", N_("Later") },
};

static char *
describe_wait (ZgTime wait)
{
  int minutes = (int) (wait / ZG_TIME_MINUTE);

  if (wait <= 0)
    return g_strdup (_("due"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", MAX (minutes, 1)), MAX (minutes, 1));
  /* TRANSLATORS: hours and minutes */
  return g_strdup_printf (_("in %1$d h %2$d min"), minutes / 60, minutes % 60);
}

static char *
describe_detail (const ZgChasePlan *plan,
                 const ZgChaseStep *step,
                 ZgTime             now)
{
  if (step->state == ZG_CHASE_DONE || step->state == ZG_CHASE_SKIPPED)
    return g_strdup_printf ("%s%s%s", _(looks[step->state].label), step->by != NULL ? " · " : "",
                            step->by != NULL ? step->by : "");
  if (step == plan->next && plan->capped)
    return g_strdup_printf (_("reminded %d times in 24 hours"), ZG_CHASE_CAP);
  if (step == plan->next)
    return describe_wait (step->at - now);
  return g_strdup (step->state == ZG_CHASE_PASSED ? _(looks[step->state].label) : "");
}

static GtkWidget *
create_remind_button (ZgChaseCard *self,
                      gboolean     capped)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("edit-copy-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Remind now")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !capped);
  gtk_widget_set_tooltip_text (button, _("Copy the reminder that fits"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remind now"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remind_cb), self);
  return button;
}

static void
add_step (ZgChaseCard       *self,
          GtkWidget         *list,
          const ZgChasePlan *plan,
          const ZgChaseStep *step,
          ZgClock           *clock)
{
  GtkWidget *box = zg_order_section_add_box (list);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[step->state].icon_name);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *time = zg_time_to_text (step->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  /* TRANSLATORS: the number of a reminder, and when it is */
  g_autofree char *title = g_strdup_printf (_("No. %1$d %2$s"), step->number + 1, time);
  g_autofree char *detail = describe_detail (plan, step, zg_clock_now (clock));
  GtkWidget *detail_label = zg_order_section_create_text (detail, "secondary", "dim-label");

  gtk_widget_add_css_class (icon, looks[step->state].tone);
  gtk_widget_add_css_class (box, "ends-in-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _(looks[step->state].label), -1);
  gtk_box_append (GTK_BOX (texts), zg_order_section_create_number (title, step == plan->next ? "who" : "list-text"));
  gtk_widget_set_hexpand (detail_label, TRUE);
  gtk_box_append (GTK_BOX (texts), detail_label);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  if (step == plan->next)
    gtk_box_append (GTK_BOX (box), create_remind_button (self, plan->capped));
}

static void
add_causes (ZgChaseCard *self,
            GtkWidget   *list)
{
  GtkWidget *row = zg_order_section_add_box (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), zg_order_section_create_text (_("Why it is not paid"), "caption", "dim-label"));
  gtk_widget_set_layout_manager (buttons, zg_wrap_layout_new (6));
  for (int cause = ZG_CHASE_CAUSE_FORGOT; cause < ZG_N_CHASE_CAUSES; cause++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (zg_chase_cause_to_label (cause));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), cause == (int) self->cause);
      gtk_widget_add_css_class (button, "chase-cause");
      g_object_set_data (G_OBJECT (button), "cause", GINT_TO_POINTER (cause));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (cause_cb), self);
      gtk_widget_set_parent (button, buttons);
    }
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (row, "chase-causes");
  gtk_box_append (GTK_BOX (row), box);
}

static GtkWidget *
create_menu_button (const ZgChasePlan *plan)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  if (plan->next != NULL)
    {
      g_menu_append (menu, _("Reminded otherwise"), "chase.done");
      g_menu_append (menu, _("Leave this one out"), "chase.skip");
    }
  if (plan->stop == ZG_CHASE_STOP_BY_HAND)
    g_menu_append (menu, _("Remind again"), "chase.resume");
  else
    g_menu_append (menu, _("Leave the buyer alone"), "chase.stop");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_tooltip_text (button, _("More about the reminders"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More about the reminders"), -1);
  return button;
}

static void
add_header (GtkWidget         *header,
            const ZgChasePlan *plan)
{
  g_autofree char *cap = g_strdup_printf (_("at most %d in 24 hours"), ZG_CHASE_CAP);
  g_autofree char *count = NULL;
  GtkWidget *label = zg_order_section_create_text (cap, "caption", "dim-label");
  guint n_done = 0;

  for (guint i = 0; i < plan->steps->len; i++)
    n_done += ((ZgChaseStep *) plan->steps->pdata[i])->state == ZG_CHASE_DONE ? 1 : 0;
  count = g_strdup_printf ("%u/%u", n_done, plan->steps->len);
  gtk_widget_set_hexpand (gtk_widget_get_first_child (header), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), zg_order_section_create_number (count, "dim-label"));
  gtk_box_append (GTK_BOX (header), create_menu_button (plan));
}

static gboolean
is_worth_showing (const ZgOrderFile *file)
{
  if (file->order->state == ZG_ORDER_UNPAID)
    return !file->order->cash_on_delivery;
  for (guint i = 0; i < file->chase->steps->len; i++)
    if (((ZgChaseStep *) file->chase->steps->pdata[i])->state == ZG_CHASE_DONE)
      return file->order->state == ZG_ORDER_PAID;
  return FALSE;
}

static void
zg_chase_card_show (ZgOrderCard       *card,
                    const ZgOrderFile *file,
                    ZgClock           *clock)
{
  ZgChaseCard *self = ZG_CHASE_CARD (card);
  const ZgChasePlan *plan = file->chase;
  GtkWidget *header;
  GtkWidget *list;

  self->order_id = file->order->id;
  self->cause = plan->cause;
  zg_order_section_clear (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), is_worth_showing (file));
  if (!is_worth_showing (file))
    return;

  list = zg_order_section_add (GTK_WIDGET (self), _("Payment reminders"), &header);
  if (file->order->state == ZG_ORDER_UNPAID)
    add_header (header, plan);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ZgChaseStep *step = g_ptr_array_index (plan->steps, i);

      if (file->order->state == ZG_ORDER_UNPAID || step->state == ZG_CHASE_DONE)
        add_step (self, list, plan, step, clock);
    }
  if (plan->stop != ZG_CHASE_GOES_ON && file->order->state == ZG_ORDER_UNPAID)
    gtk_box_append (GTK_BOX (zg_order_section_add_box (list)),
                    zg_order_section_create_text (zg_chase_stop_to_label (plan->stop), "secondary", "dim-label"));
  if (file->order->state == ZG_ORDER_UNPAID)
    add_causes (self, list);
}

static void
zg_chase_card_set_session (ZgOrderCard *card,
                           ZgSession   *session,
                           ZgToastArea *toasts)
{
  ZgChaseCard *self = ZG_CHASE_CARD (card);

  g_set_object (&self->session, session);
  self->toasts = toasts;
}

static void
zg_chase_card_card_init (ZgOrderCardInterface *iface)
{
  iface->set_session = zg_chase_card_set_session;
  iface->show = zg_chase_card_show;
}

static void
zg_chase_card_dispose (GObject *object)
{
  ZgChaseCard *self = ZG_CHASE_CARD (object);

  zg_order_section_clear (GTK_WIDGET (object));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_chase_card_parent_class)->dispose (object);
}

static void
zg_chase_card_class_init (ZgChaseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_chase_card_dispose;
  gtk_widget_class_install_action (widget_class, "chase.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "chase.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "chase.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "chase.resume", NULL, resume_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chasecard");
}

static void
zg_chase_card_init (ZgChaseCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
