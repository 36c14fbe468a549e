/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-duplicate-row"

#include "config.h"

#include "zg-duplicate-row.h"

#include <glib/gi18n.h>

#include "zg-pill.h"

/* Two customers who may be one, as a row of a list: both, and why. */

#define PAIR_KEY "zg-pair"

static const char *
get_name (const ZgCustomerRow *row)
{
  return row->call_name != NULL && *row->call_name != '\0' ? row->call_name : row->name.text;
}

static char *
describe (const ZgCustomerRow *row)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (row->name.text != NULL && g_strcmp0 (row->name.text, get_name (row)) != 0)
    g_ptr_array_add (facts, g_strdup (row->name.text));
  if (row->phone.text != NULL)
    g_ptr_array_add (facts, g_strdup (row->phone.text));
  if (row->city != NULL && *row->city != '\0')
    g_ptr_array_add (facts, g_strdup (row->city));
  g_ptr_array_add (facts, g_strdup_printf (ngettext ("%d order", "%d orders", (int) row->n_orders), (int) row->n_orders));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
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
create_person (const ZgCustomerRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *facts = describe (row);
  GtkWidget *details = create_label (facts, "secondary");

  gtk_widget_add_css_class (details, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (get_name (row), "heading"));
  gtk_box_append (GTK_BOX (box), details);
  return box;
}

/**
 * zg_duplicate_row_new:
 * @pair: who may be one
 * @a: one of them
 * @b: the other one
 *
 * Returns: (transfer floating): a #GtkListBoxRow
 */
GtkWidget *
zg_duplicate_row_new (const ZgDuplicate   *pair,
                      const ZgCustomerRow *a,
                      const ZgCustomerRow *b)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *why = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *reasons = zg_duplicate_reasons_to_text (pair->reasons);
  g_autofree char *name = g_strdup_printf (C_("two customers", "%s and %s"), get_name (a), get_name (b));
  GtkWidget *label = create_label (reasons, "secondary");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (why), zg_pill_new (zg_duplicate_strength_to_label (pair->strength),
                                              pair->strength == ZG_DUPLICATE_CERTAIN ? ZG_TONE_INFO : ZG_TONE_NEUTRAL));
  gtk_box_append (GTK_BOX (why), label);
  gtk_widget_add_css_class (box, "duplicate");
  gtk_box_append (GTK_BOX (box), create_person (a));
  gtk_box_append (GTK_BOX (box), create_person (b));
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), PAIR_KEY, g_memdup2 (pair, sizeof *pair), g_free);
  return row;
}

/**
 * zg_duplicate_row_get_pair:
 * @row: a row of zg_duplicate_row_new()
 *
 * Returns: (transfer none): whom it is about
 */
const ZgDuplicate *
zg_duplicate_row_get_pair (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PAIR_KEY);
}
