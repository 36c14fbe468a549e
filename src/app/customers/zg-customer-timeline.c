/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-timeline.h"
#include "zg-money.h"
#include "zg-order-tone.h"
#include "zg-timeline.h"

/**
 * ZgCustomerTimeline:
 *
 * What happened between the shop and a customer, newest first, a card for each heading. A row of an order opens it.
 */
struct _ZgCustomerTimeline
{
  GtkWidget parent_instance;

  ZgClock *clock;
};

G_DEFINE_FINAL_TYPE (ZgCustomerTimeline, zg_customer_timeline, GTK_TYPE_WIDGET)

static const struct {
  const char *icon_name;
  const char *css_class;
} kinds[] = {
  [ZG_CONTACT_COPY] = { "edit-copy-symbolic", "dim-label" },
  [ZG_CONTACT_NOTE] = { "document-edit-symbolic", "dim-label" },
  [ZG_CONTACT_CALL] = { "call-start-symbolic", "kind-visit" },
  [ZG_CONTACT_CHANGE] = { "document-properties-symbolic", "dim-label" },
};

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
get_title (const ZgTimelineEntry *entry)
{
  const ZgContact *contact = entry->contact;

  if (entry->order != NULL)
    {
      g_autofree char *tail = zg_order_number_tail (entry->order->number);
      g_autofree char *total = zg_money_to_text (entry->order->total, entry->order->currency);

      /* TRANSLATORS: a line of the timeline: the end of the order number, and its total */
      return g_strdup_printf (_("Ordered %s  %s"), tail, total);
    }

  switch (contact->kind)
    {
    case ZG_CONTACT_COPY:
      return has_text (contact->title) ? g_strdup_printf (_("Copied: %s"), contact->title) : g_strdup (_("Copied"));
    case ZG_CONTACT_CALL:
      return g_strdup (has_text (contact->title) ? contact->title : _("Got back to them"));
    case ZG_CONTACT_CHANGE:
      return g_strdup (has_text (contact->title) ? contact->title : _("Changed"));
    case ZG_CONTACT_NOTE:
    default:
      return g_strdup (has_text (contact->title) ? contact->title : _("Note"));
    }
}

static char *
get_text (const ZgTimelineEntry *entry)
{
  const ZgContact *contact = entry->contact;
  g_autofree char *text = NULL;

  if (entry->order != NULL)
    return zg_order_items_to_summary (entry->order);

  /* TRANSLATORS: quotes around what was copied */
  if (contact->kind == ZG_CONTACT_COPY && has_text (contact->text))
    text = g_strdup_printf (_("“%s”"), contact->text);
  else
    text = g_strdup (has_text (contact->text) ? contact->text : "");

  if (!has_text (contact->staff_name))
    return g_steal_pointer (&text);
  return *text != '\0' ? g_strdup_printf ("%s · %s", text, contact->staff_name) : g_strdup (contact->staff_name);
}

static char *
get_time (ZgCustomerTimeline *self,
          ZgTime              at)
{
  ZgTime now = zg_clock_now (self->clock);
  GTimeZone *zone = zg_clock_get_zone (self->clock);
  g_autoptr (GDateTime) then = zg_time_to_date_time (at, zone);

  if (then != NULL && zg_timeline_get_period (at, now, zone) == ZG_TIMELINE_TODAY && at <= now)
    return g_date_time_format (then, "%H:%M");
  return zg_time_to_text (at, now, zone);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_texts (const ZgTimelineEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = get_title (entry);
  g_autofree char *text = get_text (entry);

  gtk_box_append (GTK_BOX (box), create_label (title, NULL));
  if (*text != '\0')
    {
      GtkWidget *label = create_label (text, "secondary");

      gtk_widget_add_css_class (label, "dim-label");
      /* Copied texts can be long: they are for recognising, the reply has the whole. */
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (entry->order != NULL)
    gtk_box_append (GTK_BOX (box), zg_pill_new (zg_order_state_to_label (entry->order->state),
                                                zg_order_tone (entry->order->state)));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
create_row (ZgCustomerTimeline    *self,
            const ZgTimelineEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  g_autofree char *time = get_time (self, entry->at);
  GtkWidget *icon;
  GtkWidget *when = gtk_label_new (time);

  icon = gtk_image_new_from_icon_name (entry->order != NULL ? "package-x-generic-symbolic"
                                                            : kinds[entry->contact->kind].icon_name);
  gtk_widget_add_css_class (icon, entry->order != NULL ? "kind-shipping" : kinds[entry->contact->kind].css_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_widget_set_margin_top (when, 2);
  gtk_widget_add_css_class (when, "secondary");
  gtk_widget_add_css_class (when, "numeric");
  gtk_widget_add_css_class (when, "dim-label");

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), create_texts (entry));
  gtk_box_append (GTK_BOX (box), when);
  gtk_widget_add_css_class (box, "timeline-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->order != NULL);
  if (entry->order != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-order");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", entry->order->id);
    }
  return row;
}

static GtkWidget *
add_card (ZgCustomerTimeline *self,
          ZgTimelinePeriod    period)
{
  g_autofree char *heading =
    zg_timeline_period_to_label (period, zg_clock_now (self->clock), zg_clock_get_zone (self->clock));
  GtkWidget *label = create_label (heading, "section");
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "inset-focus");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return list;
}

static void
clear (ZgCustomerTimeline *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
zg_customer_timeline_dispose (GObject *object)
{
  ZgCustomerTimeline *self = ZG_CUSTOMER_TIMELINE (object);

  clear (self);
  g_clear_pointer (&self->clock, zg_clock_unref);

  G_OBJECT_CLASS (zg_customer_timeline_parent_class)->dispose (object);
}

static void
zg_customer_timeline_class_init (ZgCustomerTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_timeline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customertimeline");
}

static void
zg_customer_timeline_init (ZgCustomerTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * zg_customer_timeline_show:
 * @entries: (element-type ZgTimelineEntry): what happened, newest first
 * @clock: what time it is
 */
void
zg_customer_timeline_show (ZgCustomerTimeline *self,
                           GPtrArray          *entries,
                           ZgClock            *clock)
{
  GtkWidget *card = NULL;
  int shown = -1;

  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  clear (self);
  g_clear_pointer (&self->clock, zg_clock_unref);
  self->clock = zg_clock_ref (clock);

  for (guint i = 0; i < entries->len; i++)
    {
      const ZgTimelineEntry *entry = g_ptr_array_index (entries, i);
      ZgTimelinePeriod period = zg_timeline_get_period (entry->at, zg_clock_now (clock), zg_clock_get_zone (clock));

      if ((int) period != shown)
        card = add_card (self, period);
      shown = period;
      gtk_list_box_append (GTK_LIST_BOX (card), create_row (self, entry));
    }

  if (entries->len == 0)
    {
      GtkWidget *label = create_label (_("Nothing has happened yet. Orders, copied replies and notes will stand here."),
                                       "dim-label");

      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
}
