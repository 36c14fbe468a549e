/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fact-label"

#include "config.h"

#include "zg-fact-label.h"
#include "zg-hidden-label.h"

/* Texts in the rows of a customer's side, which wrap. */

/* A long address asks for no more, or the side would take the timeline's room. */
#define NARROW_ENOUGH 18

static void
make_wrap (GtkLabel *label)
{
  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  /* How narrow it may get is found by laying the text out as narrow as that: not a line for each character. */
  gtk_label_set_width_chars (label, 6);
  gtk_label_set_max_width_chars (label, NARROW_ENOUGH);
}

/**
 * zg_fact_label_new:
 * @text: what to say
 *
 * Returns: (transfer floating): a label for what one reads first
 */
GtkWidget *
zg_fact_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  make_wrap (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "list-text");
  return label;
}

/**
 * zg_fact_label_new_dim:
 * @text: what to say
 *
 * Returns: (transfer floating): a label for what stands below
 */
GtkWidget *
zg_fact_label_new_dim (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  make_wrap (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/**
 * zg_fact_label_new_hidden:
 * @text: what the platform gives
 * @disclosure: how much of it is real
 *
 * Returns: (transfer floating): a label that has a lock where the platform hides something
 */
GtkWidget *
zg_fact_label_new_hidden (const char   *text,
                          ZgDisclosure  disclosure)
{
  GtkWidget *widget = zg_hidden_label_new ();

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (widget), text, disclosure);
  make_wrap (zg_hidden_label_get_label (ZG_HIDDEN_LABEL (widget)));
  gtk_widget_add_css_class (widget, "numeric");
  return widget;
}
