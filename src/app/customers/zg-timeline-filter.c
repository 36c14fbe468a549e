/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-timeline-filter"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-timeline-filter.h"
#include "zg-wrap-layout.h"

static const struct {
  ZgTimelineKinds kinds;
  const char *label;
} choices[] = {
  { ZG_TIMELINE_ALL, NC_("lines of a timeline", "All") },
  { ZG_TIMELINE_ORDERS, NC_("lines of a timeline", "Orders") },
  { ZG_TIMELINE_NOTES, NC_("lines of a timeline", "Notes") },
  { ZG_TIMELINE_COPIES, NC_("lines of a timeline", "Copies") },
  { ZG_TIMELINE_CALLS, NC_("lines of a timeline", "Follow-ups") },
  { ZG_TIMELINE_CHANGES, NC_("lines of a timeline", "Changes") },
};

/**
 * ZgTimelineFilter:
 *
 * Which lines of a timeline are shown, one of a row of buttons. What a customer has nothing of is not offered, and with one
 * kind there is nothing to choose.
 */
struct _ZgTimelineFilter
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[G_N_ELEMENTS (choices)];
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTimelineFilter, zg_timeline_filter, GTK_TYPE_WIDGET)

static void
clicked_cb (ZgTimelineFilter *self,
            GtkToggleButton  *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, (guint) choices[i].kinds);
}

static void
zg_timeline_filter_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_timeline_filter_parent_class)->dispose (object);
}

static void
zg_timeline_filter_class_init (ZgTimelineFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_timeline_filter_dispose;

  /**
   * ZgTimelineFilter::chosen:
   * @self: the filter
   * @kinds: which lines the person wants to see
   */
  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_TIMELINE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "timelinefilter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
zg_timeline_filter_init (ZgTimelineFilter *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), zg_wrap_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the timeline shows"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "lines of a timeline", choices[i].label));

      gtk_widget_add_css_class (button, "segment");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
    }
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * zg_timeline_filter_new:
 *
 * Returns: (transfer floating): a row of buttons, out of sight
 */
GtkWidget *
zg_timeline_filter_new (void)
{
  return g_object_new (ZG_TYPE_TIMELINE_FILTER, NULL);
}

/**
 * zg_timeline_filter_show:
 * @kinds: which lines are shown
 * @available: of what there is anything
 */
void
zg_timeline_filter_show (ZgTimelineFilter *self,
                         ZgTimelineKinds   kinds,
                         ZgTimelineKinds   available)
{
  guint n = 0;

  g_return_if_fail (ZG_IS_TIMELINE_FILTER (self));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      gboolean offered = (choices[i].kinds & available) != 0;

      /* One that is about to go and has the focus passes it on. */
      if (!offered && gtk_widget_has_focus (GTK_WIDGET (self->buttons[i])))
        gtk_widget_grab_focus (GTK_WIDGET (self->buttons[0]));
      gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), offered);
      if (choices[i].kinds == kinds)
        gtk_toggle_button_set_active (self->buttons[i], TRUE);
      n += offered ? 1 : 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 2);
}
