/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-name"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-name.h"
#include "zg-pill.h"

/**
 * ZgCustomerName:
 *
 * Who a row of the customer list is about: an icon when something is open with them, what we call them, the full name,
 * and a mark for whom the clerk is talking to.
 *
 * CSS node: `customername`.
 */
struct _ZgCustomerName
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *call_name;
  GtkWidget *full_name;
  GtkWidget *talking;           /* NULL until they are talked to: few ever are */
};

G_DEFINE_FINAL_TYPE (ZgCustomerName, zg_customer_name, GTK_TYPE_WIDGET)

/* A longer name may be cut, so that nobody's name makes the window wide. */
#define MAX_CALL_NAME 14

static const struct {
  const char *icon_name;
  const char *css_class;
  const char *text;
} marks[] = {
  { "user-available-symbolic", "info", N_("You are talking to them") },
  { "alarm-symbolic", "kind-payment", N_("An order is not paid") },
  { "call-start-symbolic", "kind-visit", N_("A follow-up is due") },
  { "dialog-warning-symbolic", "warning", N_("Take care") },
};

static int
find_mark (const ZgCustomerRow *row,
           gboolean             current)
{
  if (current)
    return 0;
  if (row->unpaid)
    return 1;
  if (row->follow_up_due)
    return 2;
  return row->caution ? 3 : -1;
}

static void
show_mark (ZgCustomerName *self,
           int             mark)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (self->icon, marks[i].css_class);

  if (mark >= 0)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), marks[mark].icon_name);
      gtk_widget_add_css_class (self->icon, marks[mark].css_class);
    }
  else
    {
      gtk_image_clear (GTK_IMAGE (self->icon));
    }
  gtk_widget_set_tooltip_text (self->icon, mark >= 0 ? _(marks[mark].text) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mark >= 0 ? _(marks[mark].text) : "",
                                  -1);
}

/* How many Latin letters a text is as wide as. */
static int
count_columns (const char *text)
{
  int n_columns = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n_columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n_columns;
}

static void
zg_customer_name_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_customer_name_parent_class)->dispose (object);
}

static void
zg_customer_name_class_init (ZgCustomerNameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_name_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customername");
}

static void
zg_customer_name_init (ZgCustomerName *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 16);
  gtk_widget_set_parent (self->icon, widget);

  self->call_name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->call_name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->call_name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->call_name, "who");
  gtk_widget_set_parent (self->call_name, widget);

  self->full_name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->full_name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->full_name, "secondary");
  gtk_widget_add_css_class (self->full_name, "dim-label");
  gtk_widget_set_parent (self->full_name, widget);
}

/**
 * zg_customer_name_new:
 *
 * Returns: (transfer floating): a name of nobody
 */
GtkWidget *
zg_customer_name_new (void)
{
  return g_object_new (ZG_TYPE_CUSTOMER_NAME, NULL);
}

/**
 * zg_customer_name_show:
 * @row: (nullable): a row of the list; %NULL when the customer is gone
 * @current: whether the clerk is talking to them
 */
void
zg_customer_name_show (ZgCustomerName      *self,
                       const ZgCustomerRow *row,
                       gboolean             current)
{
  const char *full_name = row != NULL && row->name.text != NULL ? row->name.text : "";
  const char *call_name = row != NULL && row->call_name != NULL ? row->call_name : "";
  const char *title = *call_name != '\0' ? call_name : full_name;

  g_return_if_fail (ZG_IS_CUSTOMER_NAME (self));

  if (*title == '\0' && row != NULL && row->phone.text != NULL)
    title = row->phone.text;
  gtk_label_set_text (GTK_LABEL (self->call_name), title);
  /* Where there is no room for both names, the full one gives way. */
  gtk_label_set_width_chars (GTK_LABEL (self->call_name), MIN (count_columns (title) * 3 / 4, MAX_CALL_NAME));
  gtk_label_set_text (GTK_LABEL (self->full_name), full_name);
  gtk_widget_set_visible (self->full_name, *full_name != '\0' && !g_str_equal (title, full_name));
  if (current && self->talking == NULL)
    {
      int width;

      self->talking = zg_pill_new (_("Talking"), ZG_TONE_INFO);
      gtk_widget_set_parent (self->talking, GTK_WIDGET (self));
      gtk_widget_measure (self->talking, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_set_size_request (self->talking, width, -1);
    }
  if (self->talking != NULL)
    gtk_widget_set_visible (self->talking, current);
  show_mark (self, row != NULL ? find_mark (row, current) : -1);
}
