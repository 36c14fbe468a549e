/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-composer"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-composer.h"
#include "zg-customer-desk.h"
#include "zg-customer-job.h"

/**
 * ZgCustomerComposer:
 *
 * One line to write a note or a follow-up in, above a customer's timeline. Enter keeps it, Esc closes the line; what
 * was typed about a customer stays until it is kept, also while others are looked at.
 */
struct _ZgCustomerComposer
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgClock *clock;
  gint64 customer_id;
  GHashTable *drafts;           /* id → what was typed about that customer and not kept */
  gboolean is_follow_up;
  ZgTime due_at;
  guint choose_idle;

  /* template */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkEditable *entry;
  GtkWidget *days;
  GtkToggleButton *tomorrow;
  GtkToggleButton *in_three_days;
  GtkToggleButton *in_a_week;
  GtkToggleButton *other_day;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  GtkWidget *save;
};

enum {
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerComposer, zg_customer_composer, GTK_TYPE_WIDGET)

static gboolean
has_text (ZgCustomerComposer *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  return text[strspn (text, " \t")] != '\0';
}

/* A follow-up needs no words: the day alone says to get back to them. */
static void
update_save (ZgCustomerComposer *self)
{
  gtk_widget_set_sensitive (self->save, self->is_follow_up ? self->due_at != ZG_TIME_NONE : has_text (self));
}

static void
day_toggled_cb (ZgCustomerComposer *self,
                GtkToggleButton    *button)
{
  int days = button == self->tomorrow ? 1 : button == self->in_three_days ? 3 : button == self->in_a_week ? 7 : 0;

  if (!gtk_toggle_button_get_active (button) || days == 0)
    return;
  self->due_at = zg_customer_desk_due_in_days (days, self->clock);
  gtk_widget_hide (GTK_WIDGET (self->other_day));
  update_save (self);
}

static void
day_chosen_cb (ZgCustomerComposer *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  self->due_at = zg_customer_desk_due_on (g_date_time_get_year (day), g_date_time_get_month (day),
                                          g_date_time_get_day_of_month (day), self->clock);
  text = zg_time_to_text (self->due_at, zg_clock_now (self->clock), zg_clock_get_zone (self->clock));
  gtk_button_set_label (GTK_BUTTON (self->other_day), text);
  gtk_widget_show (GTK_WIDGET (self->other_day));
  gtk_toggle_button_set_active (self->other_day, TRUE);
  gtk_menu_button_popdown (self->calendar_button);
  update_save (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
choose_idle_cb (gpointer data)
{
  ZgCustomerComposer *self = data;

  self->choose_idle = 0;
  day_chosen_cb (self);
  return G_SOURCE_REMOVE;
}

/* Space selects the day under the ring, which is the calendar's own doing; then it is chosen, as with Enter the day that
 * is selected. */
static gboolean
calendar_key_cb (ZgCustomerComposer *self,
                 guint               keyval,
                 guint               keycode,
                 GdkModifierType     state)
{
  if ((keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
      && gtk_widget_is_focus (GTK_WIDGET (self->calendar)) && self->choose_idle == 0)
    self->choose_idle = g_idle_add (choose_idle_cb, self);
  return GDK_EVENT_PROPAGATE;
}

/* The popover would give the focus to the button for another month. */
static void
calendar_shown_cb (ZgCustomerComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
clear (ZgCustomerComposer *self)
{
  gtk_editable_set_text (self->entry, "");
  self->due_at = ZG_TIME_NONE;
  gtk_widget_hide (GTK_WIDGET (self->other_day));
}

static void
kept_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgCustomerComposer) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA);

  if (job == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }

  if (job->customer_id == self->customer_id)
    {
      clear (self);
      zg_customer_composer_close (self);
    }
  zg_customer_job_offer_undo (job, ZG_TOAST_AREA (toasts),
                              job->kind == ZG_CUSTOMER_JOB_ADD_NOTE ? _("Note kept") : _("Follow-up kept"));
}

static void
save_cb (ZgCustomerComposer *self)
{
  ZgCustomerJob *job;

  if (!gtk_widget_get_sensitive (self->save))
    return;

  job = zg_customer_job_new (self->is_follow_up ? ZG_CUSTOMER_JOB_ADD_FOLLOW_UP : ZG_CUSTOMER_JOB_ADD_NOTE,
                             self->session, self->customer_id);
  job->text = g_strdup (gtk_editable_get_text (self->entry));
  job->due_at = self->due_at;
  zg_customer_job_run_async (job, kept_cb, g_object_ref (self));
}

static void
close_cb (ZgCustomerComposer *self)
{
  zg_customer_composer_close (self);
}

static gboolean
key_pressed_cb (ZgCustomerComposer *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  zg_customer_composer_close (self);
  return GDK_EVENT_STOP;
}

static void
zg_customer_composer_dispose (GObject *object)
{
  ZgCustomerComposer *self = ZG_CUSTOMER_COMPOSER (object);

  g_clear_handle_id (&self->choose_idle, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_composer_parent_class)->dispose (object);
}

static void
zg_customer_composer_class_init (ZgCustomerComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_composer_dispose;

  signals[CLOSED] = g_signal_new ("closed", ZG_TYPE_CUSTOMER_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, calendar);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, days);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, in_a_week);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, in_three_days);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, other_day);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, revealer);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, save);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, title);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerComposer, tomorrow);
  gtk_widget_class_bind_template_callback (widget_class, calendar_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_save);
}

static void
zg_customer_composer_init (ZgCustomerComposer *self)
{
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_hide (GTK_WIDGET (self));
}

static void
open_line (ZgCustomerComposer *self,
           gboolean            is_follow_up)
{
  self->is_follow_up = is_follow_up;
  gtk_label_set_label (self->title, is_follow_up ? _("Get back to them") : _("Note"));
  g_object_set (self->entry, "placeholder-text", is_follow_up ? _("What about?") : _("What to remember"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, is_follow_up ? _("What about?") : _("Note"),
                                  -1);
  gtk_widget_set_visible (self->days, is_follow_up);
  update_save (self);
  gtk_widget_show (GTK_WIDGET (self));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  /* A draft is gone on with, not written over. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/**
 * zg_customer_composer_set_session:
 * @session: the shop
 */
void
zg_customer_composer_set_session (ZgCustomerComposer *self,
                                  ZgSession          *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_COMPOSER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->clock = zg_clock_ref (zg_session_get_clock (session));
}

/**
 * zg_customer_composer_set_customer:
 * @customer_id: whom the next note is about
 *
 * Closes the line. What was typed about the customer before is there again when they are.
 */
void
zg_customer_composer_set_customer (ZgCustomerComposer *self,
                                   gint64              customer_id)
{
  const char *text;
  g_autofree char *draft = NULL;

  g_return_if_fail (ZG_IS_CUSTOMER_COMPOSER (self));

  text = gtk_editable_get_text (self->entry);
  if (*text != '\0')
    g_hash_table_insert (self->drafts, g_memdup2 (&self->customer_id, sizeof self->customer_id), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, &self->customer_id);

  self->customer_id = customer_id;
  draft = g_strdup (g_hash_table_lookup (self->drafts, &customer_id));
  clear (self);
  gtk_editable_set_text (self->entry, draft != NULL ? draft : "");
  zg_customer_composer_close (self);
}

/**
 * zg_customer_composer_write_note:
 *
 * Opens the line for a note.
 */
void
zg_customer_composer_write_note (ZgCustomerComposer *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_COMPOSER (self));

  open_line (self, FALSE);
}

/**
 * zg_customer_composer_write_follow_up:
 *
 * Opens the line for a follow-up, for tomorrow unless another day is chosen.
 */
void
zg_customer_composer_write_follow_up (ZgCustomerComposer *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_COMPOSER (self));

  if (self->due_at == ZG_TIME_NONE)
    {
      g_autoptr (GDateTime) today = zg_time_to_date_time (zg_clock_now (self->clock), zg_clock_get_zone (self->clock));

      gtk_calendar_select_day (self->calendar, today);
      gtk_toggle_button_set_active (self->tomorrow, TRUE);
      self->due_at = zg_customer_desk_due_in_days (1, self->clock);
    }
  open_line (self, TRUE);
}

/**
 * zg_customer_composer_has_drafts:
 *
 * Returns: whether something was typed, about whomever, and not kept
 */
gboolean
zg_customer_composer_has_drafts (ZgCustomerComposer *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (ZG_IS_CUSTOMER_COMPOSER (self), FALSE);

  if (*gtk_editable_get_text (self->entry) != '\0')
    return TRUE;
  /* What is remembered of this customer was typed on since, and taken away. */
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (*(const gint64 *) id != self->customer_id)
      return TRUE;
  return FALSE;
}

/**
 * zg_customer_composer_is_open:
 *
 * Returns: whether the line is shown
 */
gboolean
zg_customer_composer_is_open (ZgCustomerComposer *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_COMPOSER (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * zg_customer_composer_close:
 *
 * Closes the line. What was typed is there again when it is opened.
 */
void
zg_customer_composer_close (ZgCustomerComposer *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_COMPOSER (self));

  if (!zg_customer_composer_is_open (self))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  /* The focus leaves before the line goes: an entry that is hidden with the focus complains. */
  g_signal_emit (self, signals[CLOSED], 0);
  gtk_widget_hide (GTK_WIDGET (self));
}
