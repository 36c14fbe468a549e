/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-header"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-table-header.h"
#include "zg-table-layout.h"

/**
 * ZgTableHeader:
 *
 * The titles above a #ZgTableView. Those that one can sort by are buttons: a click sorts, another turns the order round.
 * Where columns can be hidden there is a menu of them: a button at the end, or a right click on any title.
 *
 * CSS node: `header`, with a `button` for each title, and `menubutton.columns`.
 */
struct _ZgTableHeader
{
  GtkWidget parent_instance;

  const ZgTableColumn *columns;
  guint n_columns;
  GtkWidget *titles[ZG_TABLE_MAX_COLUMNS];
  GtkWidget *arrows[ZG_TABLE_MAX_COLUMNS];      /* NULL where one can't sort */
  GtkWidget *menu;                              /* NULL where no column can be hidden */
  GSimpleActionGroup *actions;                  /* one for each column that can be hidden */
  guint hidden;
  int sort;
  gboolean descending;
};

enum {
  SORT,
  COLUMNS_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTableHeader, zg_table_header, GTK_TYPE_WIDGET)

static void
clicked_cb (ZgTableHeader *self,
            GtkWidget     *title)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const ZgTableColumn *column = &self->columns[i];

      if (self->titles[i] != title)
        continue;
      zg_table_header_set_sort (self, column->sort, self->sort == column->sort ? !self->descending
                                                                               : !column->first_ascending);
      g_signal_emit (self, signals[SORT], 0, self->sort, self->descending);
    }
}

static void
zg_table_header_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ZgTableHeader *self = ZG_TABLE_HEADER (widget);

  int least = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      int height;

      gtk_widget_measure (self->titles[i], orientation, -1, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
  if (self->menu != NULL)
    gtk_widget_measure (self->menu, orientation, -1, &least, NULL, NULL, NULL);
  *minimum = *natural = MAX (*natural, least);
}

/* It stands at the very end, in the blank of the last column, too. */
static void
allocate_menu (ZgTableHeader *self,
               int            width,
               int            height)
{
  int least;

  gtk_widget_measure (self->menu, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->menu, &(GtkAllocation) { MAX (width - least, 0), 0, least, height }, -1);
}

static void
zg_table_header_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ZgTableHeader *self = ZG_TABLE_HEADER (widget);
  ZgTableSpan spans[ZG_TABLE_MAX_COLUMNS];

  if (self->menu != NULL)
    {
      allocate_menu (self, width, height);
      width -= ZG_TABLE_MENU_WIDTH;
    }
  zg_table_columns_allot (self->columns, self->n_columns, self->hidden, zg_table_layout_get_letter_scale (widget), width,
                          spans);
  for (guint i = 0; i < self->n_columns; i++)
    {
      int least;

      gtk_widget_set_child_visible (self->titles[i], spans[i].width > 0);
      if (spans[i].width == 0)
        continue;
      /* A title wider than its column is cut there. */
      gtk_widget_measure (self->titles[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->titles[i],
                                &(GtkAllocation) { spans[i].x, 0, MAX (spans[i].width, least), height }, -1);
    }
}

static void
zg_table_header_dispose (GObject *object)
{
  ZgTableHeader *self = ZG_TABLE_HEADER (object);

  for (guint i = 0; i < self->n_columns; i++)
    gtk_widget_unparent (self->titles[i]);
  self->n_columns = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (zg_table_header_parent_class)->dispose (object);
}

static void
zg_table_header_class_init (ZgTableHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_table_header_dispose;
  widget_class->measure = zg_table_header_measure;
  widget_class->size_allocate = zg_table_header_size_allocate;

  signals[SORT] = g_signal_new ("sort", ZG_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[COLUMNS_CHOSEN] = g_signal_new ("columns-chosen", ZG_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
zg_table_header_init (ZgTableHeader *self)
{
  self->sort = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
make_title (ZgTableHeader *self,
            guint          index)
{
  const ZgTableColumn *column = &self->columns[index];
  const char *text = *column->title != '\0' ? _(column->title) : "";
  gboolean sorts = column->sort >= 0;
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = sorts ? g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL)
                           : g_object_new (GTK_TYPE_BOX, "css-name", "button", NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, column->at_end ? GTK_ALIGN_END : GTK_ALIGN_START);
  if (!sorts)
    {
      gtk_box_append (GTK_BOX (title), box);
      return title;
    }

  self->arrows[index] = gtk_image_new ();
  gtk_widget_hide (self->arrows[index]);
  gtk_box_append (GTK_BOX (box), self->arrows[index]);
  gtk_button_set_child (GTK_BUTTON (title), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (title, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return title;
}

static void
column_shown_cb (ZgTableHeader *self,
                 GVariant      *value,
                 GSimpleAction *action)
{
  guint column = (guint) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (action), "column"));

  zg_table_header_set_hidden (self, self->hidden ^ (1u << column));
  g_signal_emit (self, signals[COLUMNS_CHOSEN], 0);
}

static void
add_choice (ZgTableHeader *self,
            GMenu         *menu,
            guint          index)
{
  const ZgTableColumn *column = &self->columns[index];
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (column->key, NULL, g_variant_new_boolean (TRUE));
  g_autofree char *name = g_strconcat ("columns.", column->key, NULL);

  g_object_set_data (G_OBJECT (action), "column", GINT_TO_POINTER (index));
  g_signal_connect_object (action, "change-state", G_CALLBACK (column_shown_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (menu, _(column->title), name);
}

static void
add_menu (ZgTableHeader *self)
{
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].key != NULL)
      add_choice (self, choices, i);
  g_menu_append_section (menu, C_("table", "Columns"), G_MENU_MODEL (choices));

  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                             "tooltip-text", _("Choose the columns"), NULL);
  gtk_widget_add_css_class (self->menu, "columns");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose the columns"), -1);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->actions));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (gtk_menu_button_popup), self->menu, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * zg_table_header_set_columns:
 * @columns: a constant
 * @n_columns: how many
 *
 * Makes the titles; to be called once.
 */
void
zg_table_header_set_columns (ZgTableHeader       *self,
                             const ZgTableColumn *columns,
                             guint                n_columns)
{
  g_return_if_fail (ZG_IS_TABLE_HEADER (self) && self->n_columns == 0 && n_columns <= ZG_TABLE_MAX_COLUMNS);

  self->columns = columns;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->titles[i] = make_title (self, i);
      gtk_widget_set_parent (self->titles[i], GTK_WIDGET (self));
    }
  if (zg_table_columns_can_hide (columns, n_columns))
    add_menu (self);
  zg_table_header_set_hidden (self, zg_table_columns_get_hidden_at_first (columns, n_columns));
}

/**
 * zg_table_header_set_hidden:
 * @hidden: a bit for each column that nobody wants to see
 */
void
zg_table_header_set_hidden (ZgTableHeader *self,
                            guint          hidden)
{
  g_return_if_fail (ZG_IS_TABLE_HEADER (self));

  self->hidden = hidden;
  for (guint i = 0; i < self->n_columns; i++)
    {
      GAction *action = self->columns[i].key != NULL
                        ? g_action_map_lookup_action (G_ACTION_MAP (self->actions), self->columns[i].key) : NULL;

      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean ((hidden & (1u << i)) == 0));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * zg_table_header_get_hidden:
 *
 * Returns: a bit for each column that nobody wants to see
 */
guint
zg_table_header_get_hidden (ZgTableHeader *self)
{
  g_return_val_if_fail (ZG_IS_TABLE_HEADER (self), 0);

  return self->hidden;
}

/**
 * zg_table_header_set_sort:
 * @sort: what the table is sorted by
 * @descending: whether what the column shows falls from the top
 */
void
zg_table_header_set_sort (ZgTableHeader *self,
                          int            sort,
                          gboolean       descending)
{
  g_return_if_fail (ZG_IS_TABLE_HEADER (self));

  self->sort = sort;
  self->descending = !!descending;
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean sorted = self->columns[i].sort == sort;
      GtkAccessibleSort order = sorted ? descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING
                                       : GTK_ACCESSIBLE_SORT_NONE;

      if (self->arrows[i] == NULL)
        continue;
      gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]), descending ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_widget_set_visible (self->arrows[i], sorted);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->titles[i]), GTK_ACCESSIBLE_PROPERTY_SORT, order, -1);
    }
}
