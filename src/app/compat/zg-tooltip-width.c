/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-tooltip-width"

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "zg-tooltip-width.h"

/*
 * GTK (4.8 at least) lets a tooltip be as many columns wide as its text has characters. A Chinese character takes two of
 * Pango's columns, so that a Chinese tooltip would be broken into three or four lines of a few characters each.
 */

/* As GTK has it for text of one column a character. */
#define MAX_COLUMNS 50

static int
count_columns (const char *text)
{
  int columns = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return columns;
}

static void
widen_cb (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  int columns = count_columns (text);

  /* What GTK has just set it to, and not what was set here. */
  if (gtk_label_get_wrap (label) && columns > gtk_label_get_max_width_chars (label))
    gtk_label_set_max_width_chars (label, MIN (columns, MAX_COLUMNS));
}

static void
watch_labels (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      watch_labels (child);
      if (!GTK_IS_LABEL (child) || g_object_get_data (G_OBJECT (child), G_LOG_DOMAIN) != NULL)
        continue;
      g_object_set_data (G_OBJECT (child), G_LOG_DOMAIN, child);
      g_signal_connect (child, "notify::max-width-chars", G_CALLBACK (widen_cb), NULL);
      widen_cb (GTK_LABEL (child));
    }
}

/* The window of tooltips is GTK's own and no public type, so it is known by its name in style sheets when it appears. */
static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_NATIVE (widget) && strcmp (gtk_widget_get_css_name (widget), "tooltip") == 0)
    watch_labels (widget);
  return TRUE;
}

/**
 * zg_tooltip_width_init:
 *
 * Lets Chinese tooltips be as wide as their text. Once in a process, after GTK is there.
 */
void
zg_tooltip_width_init (void)
{
  static gboolean done;

  if (done)
    return;
  done = TRUE;
  /* A class has its signals once it is made. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
