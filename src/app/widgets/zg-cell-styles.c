/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-cell-styles"

#include "config.h"

#include "zg-cell-styles.h"
#include "zg-pill.h"

/**
 * ZgCellStyles:
 *
 * What the rows of a table are drawn with. A row is one widget that draws its texts itself, because a widget for each
 * cell costs more than all the rest of a keystroke; here is one widget for each way that a text can look, never shown,
 * so that the style sheet says how, as for anything else.
 */
struct _ZgCellStyles
{
  GtkWidget parent_instance;

  GHashTable *models;           /* kind and classes → the widget */
  GHashTable *icons;            /* name and size → GdkPaintable */
};

G_DEFINE_FINAL_TYPE (ZgCellStyles, zg_cell_styles, GTK_TYPE_WIDGET)

/* What of a row's state can be seen. */
#define ROW_STATES \
  (GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)

/* No person is to meet these widgets, by whatever way they look at the window. */
static GtkWidget *
make_model (ZgCellKind kind)
{
  static GType (* const types[]) (void) = { gtk_label_get_type, zg_pill_get_type, gtk_image_get_type };

  return g_object_new (types[kind] (), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
keep_model (ZgCellStyles *self,
            char         *key,
            GtkWidget    *model)
{
  gtk_widget_set_child_visible (model, FALSE);
  gtk_widget_set_parent (model, GTK_WIDGET (self));
  g_hash_table_insert (self->models, key, model);
}

static void
zg_cell_styles_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  ZgCellStyles *self = ZG_CELL_STYLES (widget);

  GTK_WIDGET_CLASS (zg_cell_styles_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_ICON_THEME || setting == GTK_SYSTEM_SETTING_DISPLAY)
    g_hash_table_remove_all (self->icons);
}

static void
zg_cell_styles_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
zg_cell_styles_dispose (GObject *object)
{
  ZgCellStyles *self = ZG_CELL_STYLES (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->models);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_cell_styles_parent_class)->dispose (object);
}

static void
zg_cell_styles_finalize (GObject *object)
{
  ZgCellStyles *self = ZG_CELL_STYLES (object);

  g_hash_table_unref (self->models);
  g_hash_table_unref (self->icons);

  G_OBJECT_CLASS (zg_cell_styles_parent_class)->finalize (object);
}

static void
zg_cell_styles_class_init (ZgCellStylesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_cell_styles_dispose;
  G_OBJECT_CLASS (klass)->finalize = zg_cell_styles_finalize;
  widget_class->measure = zg_cell_styles_measure;
  widget_class->system_setting_changed = zg_cell_styles_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "cells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
zg_cell_styles_init (ZgCellStyles *self)
{
  self->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * zg_cell_styles_new:
 *
 * Returns: (transfer floating): styles, to be the child of what holds the rows, so that they inherit the same
 */
GtkWidget *
zg_cell_styles_new (void)
{
  return g_object_new (ZG_TYPE_CELL_STYLES, NULL);
}

/**
 * zg_cell_styles_get:
 * @kind: what is to be drawn
 * @classes: style classes, with blanks between
 *
 * Returns: (transfer none): a widget that looks so; its Pango context and style context draw the cell
 */
GtkWidget *
zg_cell_styles_get (ZgCellStyles *self,
                    ZgCellKind    kind,
                    const char   *classes)
{
  g_autofree char *key = g_strdup_printf ("%d %s", kind, classes);
  GtkWidget *model = g_hash_table_lookup (self->models, key);
  g_auto (GStrv) names = NULL;

  if (model != NULL)
    return model;

  model = make_model (kind);
  names = g_strsplit (classes, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      gtk_widget_add_css_class (model, names[i]);
  keep_model (self, g_steal_pointer (&key), model);
  return model;
}

/**
 * zg_cell_styles_get_row:
 * @current: whether the clerk is talking about the row
 * @state: of the row
 *
 * Returns: (transfer none): a widget that looks so: what is behind the cells, and the ring of the focus
 */
GtkWidget *
zg_cell_styles_get_row (ZgCellStyles  *self,
                        gboolean       current,
                        GtkStateFlags  state)
{
  g_autofree char *key = g_strdup_printf ("row %d %u", current, state & ROW_STATES);
  GtkWidget *model = g_hash_table_lookup (self->models, key);

  if (model != NULL)
    return model;

  model = g_object_new (GTK_TYPE_BOX, "css-name", "row", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (model, "activatable");
  if (current)
    gtk_widget_add_css_class (model, "current");
  gtk_widget_set_state_flags (model, state & ROW_STATES, FALSE);
  keep_model (self, g_steal_pointer (&key), model);
  return model;
}

/**
 * zg_cell_styles_get_icon:
 * @icon_name: a symbolic icon
 * @size: in px
 *
 * Returns: (transfer none): the icon, to be drawn with gtk_symbolic_paintable_snapshot_symbolic()
 */
GdkPaintable *
zg_cell_styles_get_icon (ZgCellStyles *self,
                         const char   *icon_name,
                         int           size)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autofree char *key = g_strdup_printf ("%d %d %s", size, scale, icon_name);
  GdkPaintable *icon = g_hash_table_lookup (self->icons, key);

  if (icon == NULL)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

      icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (theme, icon_name, NULL, size, scale, GTK_TEXT_DIR_NONE, 0));
      g_hash_table_insert (self->icons, g_steal_pointer (&key), icon);
    }
  return icon;
}
