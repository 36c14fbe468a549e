/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-person"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-round-person.h"

#include "zg-money.h"
#include "zg-pill.h"
#include "zg-wrap-layout.h"

/**
 * ZgRoundPerson:
 *
 * Whose turn it is in a round, at a glance: name, tags, why to be careful, and what happened last between them and the shop.
 */
struct _ZgRoundPerson
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkBox *pills;
  GtkWidget *caution;
  GtkLabel *caution_label;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (ZgRoundPerson, zg_round_person, GTK_TYPE_BOX)

static void
zg_round_person_class_init (ZgRoundPersonClass *klass)
{
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
zg_round_person_init (ZgRoundPerson *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->name = GTK_LABEL (create_label ("person"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->name));
  self->pills = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->pills), zg_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->pills));

  self->caution = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->caution, "banner");
  gtk_widget_add_css_class (self->caution, "warning");
  gtk_box_append (GTK_BOX (self->caution), icon);
  self->caution_label = GTK_LABEL (create_label ("secondary"));
  gtk_box_append (GTK_BOX (self->caution), GTK_WIDGET (self->caution_label));
  gtk_box_append (GTK_BOX (self), self->caution);

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lines));
}

static void
show_pills (ZgRoundPerson    *self,
            const ZgCustomer *customer)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_box_remove (self->pills, child);
  if (customer->level != NULL && *customer->level != '\0')
    gtk_box_append (self->pills, zg_pill_new (customer->level, ZG_TONE_INFO));
  for (guint i = 0; i < customer->tags->len; i++)
    gtk_box_append (self->pills, zg_pill_new (g_ptr_array_index (customer->tags, i), ZG_TONE_NEUTRAL));
  gtk_widget_set_visible (GTK_WIDGET (self->pills), gtk_widget_get_first_child (GTK_WIDGET (self->pills)) != NULL);
}

static char *
describe (const ZgTimelineEntry *entry)
{
  const ZgContact *contact = entry->contact;

  if (entry->order != NULL)
    {
      g_autofree char *items = zg_order_items_to_summary (entry->order);
      g_autofree char *total = zg_money_to_text (entry->order->total, entry->order->currency);

      return g_strdup_printf ("%s  %s · %s", items, total, zg_order_state_to_label (entry->order->state));
    }
  if (contact->kind == ZG_CONTACT_COPY)
    return g_strdup_printf (_("Copied: %s"), contact->title != NULL ? contact->title : "");
  if (contact->text != NULL && *contact->text != '\0')
    return g_strdup (contact->text);
  return g_strdup (contact->title != NULL ? contact->title : "");
}

static void
show_lines (ZgRoundPerson    *self,
            const ZgRoundJob *job)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < job->timeline->entries->len; i++)
    {
      const ZgTimelineEntry *entry = g_ptr_array_index (job->timeline->entries, i);
      g_autofree char *what = describe (entry);
      g_autofree char *when = zg_time_to_text (entry->at, zg_clock_now (job->clock), zg_clock_get_zone (job->clock));
      g_autofree char *line = g_strdup_printf ("%s  %s", when, what);
      GtkWidget *label = create_label ("secondary");

      gtk_label_set_text (GTK_LABEL (label), line);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->lines, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lines), job->timeline->entries->len > 0);
}

/**
 * zg_round_person_show:
 * @job: a step of a round with somebody whose turn it is
 */
void
zg_round_person_show (ZgRoundPerson    *self,
                      const ZgRoundJob *job)
{
  const ZgCustomer *customer = job->customer;
  const char *name = customer->name.text != NULL && *customer->name.text != '\0' ? customer->name.text
                                                                                 : zg_customer_get_call_name (customer);
  gboolean has_caution = customer->caution != NULL && *customer->caution != '\0';

  g_return_if_fail (ZG_IS_ROUND_PERSON (self));

  gtk_label_set_text (self->name, name);
  gtk_widget_set_visible (self->caution, has_caution);
  gtk_label_set_text (self->caution_label, has_caution ? customer->caution : "");
  show_pills (self, customer);
  show_lines (self, job);
}
