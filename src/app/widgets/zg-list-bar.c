/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-list-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-filter-bar.h"
#include "zg-list-bar.h"

/* The first filter of each source lets all rows through. */
#define ALL_ROWS 0

/**
 * ZgListBar:
 *
 * What stands over a list: the search field, a button, and the filters with their counts. It tells the list's feed what
 * to look for.
 */
struct _ZgListBar
{
  GtkWidget parent_instance;

  const ZgListKind *kind;
  ZgListFeed *feed;             /* NULL where no shop file could be opened */
  guint n_rows;
  char *segment;                /* which rows take the place of a filter, empty for none */

  /* template */
  GtkWidget *entry;
  GtkWidget *button;
  GtkImage *button_icon;
  GtkWidget *button_label;
  GtkWidget *second;
  GtkImage *second_icon;
  GtkWidget *second_label;
  GtkWidget *filter_button;
  GtkWidget *filter_label;
  ZgFilterBar *filters;
  GtkWidget *first_hits;
};

enum {
  ROWS_CHANGED,
  SEGMENT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgListBar, zg_list_bar, GTK_TYPE_WIDGET)

/* A search looks at all rows, or at those of a segment. */
static void
show_filter (ZgListBar *self)
{
  if (*self->segment != '\0')
    zg_filter_bar_show_none (self->filters);
  else
    zg_filter_bar_show (self->filters, zg_list_bar_has_query (self) ? ALL_ROWS : zg_list_feed_get_filter (self->feed));
  /* What is done with all of them is done with those that are shown. */
  if (self->kind->filter_texts != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->second), "s", zg_list_bar_get_segment (self));
}

static void
query_changed_cb (ZgListBar *self)
{
  if (self->feed == NULL)
    return;

  zg_list_feed_set_text (self->feed, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  show_filter (self);
}

/* While a search looks at all rows, choosing a filter ends it. */
static void
filter_chosen_cb (ZgListBar *self,
                  int        filter)
{
  if (self->feed == NULL)
    return;

  zg_list_feed_set_filter (self->feed, filter);
  zg_list_bar_set_segment (self, "");
  zg_list_bar_clear_query (self);
  show_filter (self);
}

static void
zg_list_bar_dispose (GObject *object)
{
  ZgListBar *self = ZG_LIST_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->feed);

  G_OBJECT_CLASS (zg_list_bar_parent_class)->dispose (object);
}

static void
zg_list_bar_finalize (GObject *object)
{
  g_free (ZG_LIST_BAR (object)->segment);

  G_OBJECT_CLASS (zg_list_bar_parent_class)->finalize (object);
}

static void
zg_list_bar_class_init (ZgListBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_list_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = zg_list_bar_finalize;

  /**
   * ZgListBar::rows-changed:
   * @self: the bar
   * @n_rows: how many rows the list has now
   */
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", ZG_TYPE_LIST_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * ZgListBar::segment-changed:
   * @self: the bar
   *
   * Other rows take the place of a filter, or none any more.
   */
  signals[SEGMENT_CHANGED] = g_signal_new ("segment-changed", ZG_TYPE_LIST_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_FILTER_BAR);
  gtk_widget_class_set_css_name (widget_class, "listbar");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/widgets/zg-list-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, button);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, button_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, button_label);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, second);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, second_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, second_label);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, filter_label);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, filters);
  gtk_widget_class_bind_template_child (widget_class, ZgListBar, first_hits);
}

static void
zg_list_bar_init (ZgListBar *self)
{
  g_autofree char *first_hits = NULL;

  self->segment = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  first_hits = g_strdup_printf (ngettext ("The first %d hit; type more to see others",
                                          "The first %d hits; type more to see others", ZG_LIST_MAX_HITS),
                                ZG_LIST_MAX_HITS);
  gtk_label_set_text (GTK_LABEL (self->first_hits), first_hits);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed_cb), self);
  g_signal_connect_swapped (self->filters, "chosen", G_CALLBACK (filter_chosen_cb), self);
}

static void
set_name (gpointer    widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_button (const ZgListButton *look,
            GtkWidget          *button,
            GtkImage           *icon,
            GtkWidget          *label)
{
  gtk_image_set_from_icon_name (icon, look->icon_name);
  gtk_label_set_text (GTK_LABEL (label), _(look->label));
  set_name (button, _(look->name));
  gtk_widget_set_tooltip_text (button, _(look->tooltip));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), look->action);
}

/**
 * zg_list_bar_set_kind:
 * @kind: what it is a list of; has to live as long as the widget
 *
 * Gives the bar its texts. To be called once.
 */
void
zg_list_bar_set_kind (ZgListBar        *self,
                      const ZgListKind *kind)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  self->kind = kind;
  g_object_set (self->entry, "placeholder-text", _(kind->find_hint), NULL);
  set_name (self->entry, _(kind->find_name));
  zg_filter_bar_set_labels (self->filters, kind->filters, kind->n_filters);
  set_name (self->filters, _(kind->filters_name));

  set_button (&kind->button, self->button, self->button_icon, self->button_label);
  if (kind->second.action != NULL)
    set_button (&kind->second, self->second, self->second_icon, self->second_label);
  gtk_widget_set_visible (self->second, kind->second.action != NULL);
  if (kind->button.suggested)
    gtk_widget_add_css_class (self->button, "suggested-action");
}

/**
 * zg_list_bar_add_end:
 * @self: the bar
 * @widget: (transfer floating): what stands behind the filters
 */
void
zg_list_bar_add_end (ZgListBar *self,
                     GtkWidget *widget)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->filters))), widget,
                              GTK_WIDGET (self->filters));
}

/**
 * zg_list_bar_set_segment:
 * @self: the bar
 * @segment: the text of a filter over customers that takes the place of the filters, empty for none
 *
 * A search goes on among these rows.
 */
void
zg_list_bar_set_segment (ZgListBar  *self,
                         const char *segment)
{
  g_autofree char *before = NULL;

  g_return_if_fail (ZG_IS_LIST_BAR (self));

  if (self->feed == NULL || g_str_equal (self->segment, segment))
    return;
  before = g_steal_pointer (&self->segment);
  self->segment = g_strdup (segment);
  zg_list_feed_set_segment (self->feed, *segment != '\0' ? segment : NULL);
  show_filter (self);
  g_signal_emit (self, signals[SEGMENT_CHANGED], 0);
}

/**
 * zg_list_bar_get_own_segment:
 * @self: the bar
 *
 * Returns: (transfer none): what zg_list_bar_set_segment() has set, empty for none
 */
const char *
zg_list_bar_get_own_segment (ZgListBar *self)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), NULL);

  return self->segment;
}

/**
 * zg_list_bar_get_n_rows:
 * @self: the bar
 *
 * Returns: how many rows the list has
 */
guint
zg_list_bar_get_n_rows (ZgListBar *self)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), 0);

  return self->n_rows;
}

/**
 * zg_list_bar_get_segment:
 * @self: the bar
 *
 * Returns: (transfer none): the text of the filter that is in force, also one of the fixed ones; empty for none
 */
const char *
zg_list_bar_get_segment (ZgListBar *self)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), NULL);

  if (*self->segment != '\0' || self->feed == NULL || self->kind->filter_texts == NULL || zg_list_bar_has_query (self))
    return self->segment;
  return self->kind->filter_texts[zg_list_feed_get_filter (self->feed)];
}

/**
 * zg_list_bar_set_filter_popover:
 * @self: the bar
 * @popover: (transfer floating): all that can be asked of the rows
 *
 * Shows the button that opens it.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
zg_list_bar_set_filter_popover (ZgListBar *self,
                                GtkWidget *popover)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), NULL);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filter_button), popover);
  gtk_widget_show (self->filter_button);
  return self->filter_button;
}

/**
 * zg_list_bar_set_feed:
 * @feed: what loads the list
 *
 * Makes the bar say what is loaded. To be called once.
 */
void
zg_list_bar_set_feed (ZgListBar  *self,
                      ZgListFeed *feed)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  g_set_object (&self->feed, feed);
  g_signal_connect_object (feed, "counted", G_CALLBACK (zg_filter_bar_show_counts), self->filters, G_CONNECT_SWAPPED);
}

/**
 * zg_list_bar_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the button with its label where there is room.
 */
void
zg_list_bar_set_column_mode (ZgListBar    *self,
                             ZgColumnMode  mode)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  gtk_widget_set_visible (self->button_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  gtk_widget_set_visible (self->second_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  gtk_widget_set_visible (self->filter_label, mode >= ZG_COLUMN_MODE_MEDIUM);
}

/**
 * zg_list_bar_get_entry:
 *
 * Returns: (transfer none): the search field
 */
GtkWidget *
zg_list_bar_get_entry (ZgListBar *self)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), NULL);

  return self->entry;
}

/**
 * zg_list_bar_has_query:
 *
 * Returns: whether hits of a search are shown
 */
gboolean
zg_list_bar_has_query (ZgListBar *self)
{
  g_return_val_if_fail (ZG_IS_LIST_BAR (self), FALSE);

  return self->feed != NULL && *zg_list_feed_get_text (self->feed) != '\0';
}

/**
 * zg_list_bar_clear_query:
 *
 * Ends a search; the segment stays.
 *
 * Returns: whether there was one
 */
gboolean
zg_list_bar_clear_query (ZgListBar *self)
{
  if (!zg_list_bar_has_query (self))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

/**
 * zg_list_bar_show_all:
 *
 * Drops the filter.
 */
void
zg_list_bar_show_all (ZgListBar *self)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  if (self->feed == NULL)
    return;
  zg_list_feed_set_filter (self->feed, ALL_ROWS);
  zg_list_bar_set_segment (self, "");
  show_filter (self);
}

/**
 * zg_list_bar_show_n_rows:
 * @n_rows: how many rows the list has
 *
 * Says whether there may be more hits. There is one blue button: an empty list has its own.
 */
void
zg_list_bar_show_n_rows (ZgListBar *self,
                         guint      n_rows)
{
  g_return_if_fail (ZG_IS_LIST_BAR (self));

  self->n_rows = n_rows;
  g_signal_emit (self, signals[ROWS_CHANGED], 0, n_rows);
  gtk_widget_set_visible (self->first_hits, zg_list_bar_has_query (self) && n_rows == ZG_LIST_MAX_HITS);
  if (n_rows > 0 && self->kind->button.suggested)
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}
