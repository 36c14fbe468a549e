/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-part-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-part-list.h"

/**
 * ZgPartList:
 *
 * Phones, accounts or addresses in a form: each part with buttons to move it up and to take it away, and a button for
 * another one. The first is the preferred one.
 */
struct _ZgPartList
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *add;
  GtkWidget *rows;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_ADD_LABEL,
  N_PROPS
};

enum {
  ADD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPartList, zg_part_list, GTK_TYPE_WIDGET)

/* The fields of a row; the two buttons follow them. */
static GtkWidget *
get_fields (GtkWidget *row)
{
  return gtk_widget_get_first_child (row);
}

static void
update_buttons (ZgPartList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *up = gtk_widget_get_next_sibling (get_fields (row));

      gtk_widget_set_sensitive (up, gtk_widget_get_prev_sibling (row) != NULL);
    }
  gtk_widget_set_visible (self->rows, gtk_widget_get_first_child (self->rows) != NULL);
}

static void
move_up_cb (ZgPartList *self,
            GtkWidget  *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  GtkWidget *before = gtk_widget_get_prev_sibling (row);

  if (before != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), row, gtk_widget_get_prev_sibling (before));
  update_buttons (self);
  if (!gtk_widget_get_sensitive (button))
    gtk_widget_child_focus (get_fields (row), GTK_DIR_TAB_FORWARD);
}

static void
remove_cb (ZgPartList *self,
           GtkWidget  *button)
{
  gtk_widget_grab_focus (self->add);
  gtk_box_remove (GTK_BOX (self->rows), gtk_widget_get_parent (button));
  update_buttons (self);
}

static void
add_cb (ZgPartList *self)
{
  g_signal_emit (self, signals[ADD], 0);
  gtk_widget_child_focus (get_fields (gtk_widget_get_last_child (self->rows)), GTK_DIR_TAB_FORWARD);
}

static void
zg_part_list_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ZgPartList *self = ZG_PART_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_widget_get_tooltip_text (self->add));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_part_list_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ZgPartList *self = ZG_PART_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (GTK_LABEL (self->title), g_value_get_string (value));
      break;
    case PROP_ADD_LABEL:
      gtk_widget_set_tooltip_text (self->add, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_part_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_part_list_parent_class)->dispose (object);
}

static void
zg_part_list_class_init (ZgPartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zg_part_list_dispose;
  object_class->get_property = zg_part_list_get_property;
  object_class->set_property = zg_part_list_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADD_LABEL] =
    g_param_spec_string ("add-label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ADD] = g_signal_new ("add", ZG_TYPE_PART_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "partlist");
}

static void
zg_part_list_init (ZgPartList *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "section");
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "row-button");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), self->add);
  gtk_widget_set_parent (header, GTK_WIDGET (self));

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->rows, "form-card");
  gtk_widget_hide (self->rows);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

static GtkWidget *
create_button (const char *icon_name,
               const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * zg_part_list_append:
 * @fields: what to edit a part with
 *
 * Adds a part at the end.
 */
void
zg_part_list_append (ZgPartList *self,
                     GtkWidget  *fields)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *up = create_button ("go-up-symbolic", _("Move up: the first is the preferred one"));
  GtkWidget *remove = create_button ("user-trash-symbolic", _("Take away"));

  g_return_if_fail (ZG_IS_PART_LIST (self));

  gtk_widget_set_hexpand (fields, TRUE);
  gtk_box_append (GTK_BOX (row), fields);
  gtk_box_append (GTK_BOX (row), up);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);
  g_signal_connect_swapped (up, "clicked", G_CALLBACK (move_up_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  update_buttons (self);
}

/**
 * zg_part_list_clear:
 *
 * Takes all parts away.
 */
void
zg_part_list_clear (ZgPartList *self)
{
  GtkWidget *row;

  g_return_if_fail (ZG_IS_PART_LIST (self));

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  update_buttons (self);
}

/**
 * zg_part_list_get_fields:
 *
 * Returns: (transfer container) (element-type GtkWidget): the fields of all parts in their order
 */
GPtrArray *
zg_part_list_get_fields (ZgPartList *self)
{
  GPtrArray *fields;

  g_return_val_if_fail (ZG_IS_PART_LIST (self), NULL);

  fields = g_ptr_array_new ();
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (fields, get_fields (row));
  return fields;
}
