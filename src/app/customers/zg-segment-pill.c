/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-segment-pill"

#include "config.h"

#include "zg-segment-pill.h"

#define MAX_NAME_CHARS 16
#define SEGMENT_KEY "zg-segment"

/* A segment as a pill: its name, and how many customers are in it. */

/**
 * zg_segment_pill_new:
 * @count: a segment with its count
 *
 * Returns: (transfer floating): a #GtkToggleButton
 */
GtkWidget *
zg_segment_pill_new (const ZgSegmentCount *count)
{
  GtkWidget *pill = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (count->segment->name);
  GtkWidget *number = gtk_label_new (NULL);
  g_autofree char *words = zg_segment_describe (count->segment);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_NAME_CHARS);
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_add_css_class (pill, "segment");
  gtk_widget_set_tooltip_text (pill, words);
  g_object_set_data_full (G_OBJECT (pill), SEGMENT_KEY, zg_segment_copy (count->segment), (GDestroyNotify) zg_segment_free);
  zg_segment_pill_show_count (pill, count->n);
  return pill;
}

/**
 * zg_segment_pill_get_segment:
 * @pill: a pill
 *
 * Returns: (transfer none): its segment
 */
const ZgSegment *
zg_segment_pill_get_segment (GtkWidget *pill)
{
  return g_object_get_data (G_OBJECT (pill), SEGMENT_KEY);
}

/**
 * zg_segment_pill_is_of:
 * @pill: a pill
 * @segment: a segment
 *
 * Returns: whether the pill is of that segment, as it is now
 */
gboolean
zg_segment_pill_is_of (GtkWidget       *pill,
                       const ZgSegment *segment)
{
  const ZgSegment *shown = zg_segment_pill_get_segment (pill);

  return shown->id == segment->id && shown->version == segment->version && g_strcmp0 (shown->key, segment->key) == 0
         && g_str_equal (shown->filter, segment->filter);
}

/**
 * zg_segment_pill_show_count:
 * @pill: a pill
 * @n: how many customers are in its segment, -1 when that can't be known
 */
void
zg_segment_pill_show_count (GtkWidget *pill,
                            gint64     n)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (pill)));
  g_autofree char *number = n >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, n) : g_strdup ("–");

  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  zg_segment_pill_get_segment (pill)->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, number, -1);
}
