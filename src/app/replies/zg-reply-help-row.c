/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-help-row"

#include "config.h"

#include "zg-reply-help-row.h"

#include <glib/gi18n.h>

/* What is written, what it is called, what it becomes; below it what is to be known of it. */

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *line = create_label (text, "caption");

  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (line, "dim-label");
  return line;
}

/* What it becomes, on one line. A question has no answer yet: its explanation says what happens. */
static GtkWidget *
create_example (const ZgBrace *brace,
                ZgFillContext *context)
{
  g_autoptr (ZgFill) fill = zg_fill_context_fill (context, brace->text, NULL);
  gboolean is_known = fill->missing->len == 0;
  GtkWidget *example;

  if (!is_known && brace->kind != ZG_BRACE_PLACEHOLDER)
    return NULL;

  example = create_label (is_known ? g_strdelimit (fill->text, "\n", ' ') : _("not known"), "caption");
  gtk_label_set_ellipsize (GTK_LABEL (example), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (example), 1);
  gtk_widget_set_hexpand (example, TRUE);
  gtk_widget_add_css_class (example, is_known ? "info" : "dim-label");
  return example;
}

static GtkWidget *
create_head (const ZgBrace *brace,
             ZgFillContext *context)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *example = create_example (brace, context);

  gtk_box_append (GTK_BOX (head), create_label (brace->text, "who"));
  if (brace->label != NULL)
    {
      GtkWidget *label = create_label (brace->label, "secondary");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (head), label);
    }
  if (example != NULL)
    gtk_box_append (GTK_BOX (head), example);
  return head;
}

/**
 * zg_reply_help_row_new:
 * @brace: something that can be written in braces
 * @context: whom it is filled for, as an example
 *
 * Returns: (transfer floating): a row that tells all about it
 */
GtkWidget *
zg_reply_help_row_new (const ZgBrace *brace,
                       ZgFillContext *context)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *others = zg_brace_dup_other_names (brace);
  g_autofree char *name = g_strjoin (" ", brace->text, brace->label != NULL ? brace->label : "", brace->explanation, NULL);

  gtk_box_append (GTK_BOX (box), create_head (brace, context));
  if (brace->explanation != NULL)
    gtk_box_append (GTK_BOX (box), create_line (brace->explanation));
  if (others != NULL)
    {
      /* Translators: other names of a placeholder, in braces and separated by spaces */
      g_autofree char *also = g_strdup_printf (_("Also %s"), others);

      gtk_box_append (GTK_BOX (box), create_line (also));
    }
  gtk_widget_add_css_class (box, "help-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "zg-text", g_strdup (brace->text), g_free);
  return row;
}

/**
 * zg_reply_help_row_get_text:
 * @row: a row
 *
 * Returns: (transfer none): what is to be written, with its braces
 */
const char *
zg_reply_help_row_get_text (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "zg-text");
}
