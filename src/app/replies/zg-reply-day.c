/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-day"

#include "config.h"

#include "zg-reply-day.h"

#include <glib/gi18n.h>
#include <stdio.h>

struct _ZgReplyDay
{
  GtkWidget parent_instance;

  GTimeZone *zone;

  GtkWidget *entry;
  GtkWidget *button;
  GtkCalendar *calendar;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyDay, zg_reply_day, GTK_TYPE_WIDGET)

static GDateTime *
make_day (ZgReplyDay *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int year, month, day;
  char rest;

  if (sscanf (text, " %d%*[-./]%d%*[-./]%d %c", &year, &month, &day, &rest) != 3 || year < 2000 || year > 2200)
    return NULL;
  return g_date_time_new (self->zone, year, month, day, 0, 0, 0);
}

static gboolean
is_empty (ZgReplyDay *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text == '\0';
}

static void
entry_changed_cb (ZgReplyDay *self)
{
  g_autoptr (GDateTime) day = self->zone != NULL ? make_day (self) : NULL;

  if (day != NULL || is_empty (self))
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_day (ZgReplyDay *self,
          GDateTime  *day)
{
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
day_selected_cb (ZgReplyDay *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  show_day (self, day);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* Begins with the day that is typed. */
static void
opened_cb (ZgReplyDay *self)
{
  g_autoptr (GDateTime) day = make_day (self);

  if (day == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
zg_reply_day_dispose (GObject *object)
{
  ZgReplyDay *self = ZG_REPLY_DAY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (zg_reply_day_parent_class)->dispose (object);
}

static void
zg_reply_day_class_init (ZgReplyDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_day_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_REPLY_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_reply_day_init (ZgReplyDay *self)
{
  GtkLayoutManager *layout = gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("year-month-day"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->button = gtk_menu_button_new ();
  self->calendar = GTK_CALENDAR (calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (self->button, _("Calendar"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
}

/**
 * zg_reply_day_set_zone:
 * @zone: where the day begins
 */
void
zg_reply_day_set_zone (ZgReplyDay *self,
                       GTimeZone  *zone)
{
  g_return_if_fail (ZG_IS_REPLY_DAY (self));

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
}

/**
 * zg_reply_day_set_label:
 * @label: which day it is, for who does not see it
 */
void
zg_reply_day_set_label (ZgReplyDay *self,
                        const char *label)
{
  g_autofree char *button = g_strdup_printf ("%s: %s", label, _("Calendar"));

  g_return_if_fail (ZG_IS_REPLY_DAY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
}

/**
 * zg_reply_day_set_time:
 * @time: a moment of the day, or %ZG_TIME_NONE
 */
void
zg_reply_day_set_time (ZgReplyDay *self,
                       ZgTime      time)
{
  g_autoptr (GDateTime) day = NULL;

  g_return_if_fail (ZG_IS_REPLY_DAY (self));

  if (time == ZG_TIME_NONE)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return;
    }
  day = zg_time_to_date_time (time, self->zone);
  show_day (self, day);
}

/**
 * zg_reply_day_get_time:
 * @days_after: 0 for the day itself, 1 for the day after it
 * @time_out: (out): when that day begins, %ZG_TIME_NONE when there is none
 *
 * Returns: %FALSE when what is typed is no day
 */
gboolean
zg_reply_day_get_time (ZgReplyDay *self,
                       int         days_after,
                       ZgTime     *time_out)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) after = NULL;

  g_return_val_if_fail (ZG_IS_REPLY_DAY (self), FALSE);

  *time_out = ZG_TIME_NONE;
  if (is_empty (self))
    return TRUE;
  day = make_day (self);
  if (day == NULL)
    return FALSE;
  after = g_date_time_add_days (day, days_after);
  *time_out = g_date_time_to_unix (after) * ZG_TIME_SECOND;
  return TRUE;
}

/**
 * zg_reply_day_focus:
 *
 * Puts the cursor into the field.
 */
void
zg_reply_day_focus (ZgReplyDay *self)
{
  g_return_if_fail (ZG_IS_REPLY_DAY (self));

  gtk_widget_grab_focus (self->entry);
}
