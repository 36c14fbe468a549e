/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-adaptive-bin"

#include "config.h"

#include "zg-adaptive-bin.h"

/* The window's narrowest useful width: a strip beside the chat window. */
#define NARROWEST 360

/* What GTK takes for text of normal size: 96 dots an inch, in 1024ths. */
#define NORMAL_TEXT (96 * 1024)

/**
 * ZgAdaptiveBin:
 *
 * The root of the window's content. It watches its own width and says how many columns there is room for.
 *
 * The wide layout needs far more than the narrow one, so this widget reports the narrow minimum whatever its child
 * asks for: otherwise the window could never be made narrow. For the one frame between the new width and the new
 * layout the child gets its own minimum and is clipped. The mode changes in an idle, because changing a layout
 * while it is being allocated is not allowed.
 *
 * With larger text there is room for less: what counts is the width in letters. So a window of 720 pixels whose text is
 * twice as large as usual is a strip.
 */
struct _ZgAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  ZgColumnMode mode;
  ZgColumnMode wanted_mode;
  guint idle_id;
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_COLUMN_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void zg_adaptive_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgAdaptiveBin, zg_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, zg_adaptive_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

GType
zg_column_mode_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { ZG_COLUMN_MODE_SLIM, "ZG_COLUMN_MODE_SLIM", "slim" },
        { ZG_COLUMN_MODE_NARROW, "ZG_COLUMN_MODE_NARROW", "narrow" },
        { ZG_COLUMN_MODE_MEDIUM, "ZG_COLUMN_MODE_MEDIUM", "medium" },
        { ZG_COLUMN_MODE_WIDE, "ZG_COLUMN_MODE_WIDE", "wide" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("ZgColumnMode", values));
    }

  return type;
}

/**
 * zg_column_mode_for_width:
 * @width: of the window, in pixels, divided by how much larger than usual text is
 *
 * Returns: how many columns there is room for
 */
ZgColumnMode
zg_column_mode_for_width (int width)
{
  if (width >= 1200)
    return ZG_COLUMN_MODE_WIDE;
  if (width >= 1000)
    return ZG_COLUMN_MODE_MEDIUM;
  if (width >= 640)
    return ZG_COLUMN_MODE_NARROW;
  return ZG_COLUMN_MODE_SLIM;
}

/* How much larger than usual the person wants text; never less than 1. */
static double
get_text_scale (ZgAdaptiveBin *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return MAX (dpi, NORMAL_TEXT) / (double) NORMAL_TEXT;
}

static gboolean
apply_mode_cb (gpointer data)
{
  ZgAdaptiveBin *self = data;

  self->idle_id = 0;
  if (self->mode != self->wanted_mode)
    {
      self->mode = self->wanted_mode;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_MODE]);
    }

  return G_SOURCE_REMOVE;
}

static void
zg_adaptive_bin_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ZgAdaptiveBin *self = ZG_ADAPTIVE_BIN (widget);
  int child_minimum = 0;
  int child_natural = 0;

  if (self->child != NULL)
    {
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
        {
          int width = 0;

          gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
          for_size = MAX (for_size, width);
        }
      gtk_widget_measure (self->child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
    }

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (child_minimum, (int) (NARROWEST * get_text_scale (self)))
                                                        : child_minimum;
  *natural = MAX (*minimum, child_natural);
}

static void
zg_adaptive_bin_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ZgAdaptiveBin *self = ZG_ADAPTIVE_BIN (widget);
  int minimum_width = 0;
  int minimum_height = 0;

  self->wanted_mode = zg_column_mode_for_width ((int) (width / get_text_scale (self)));
  if (self->wanted_mode != self->mode && self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_mode_cb, self, NULL);

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  width = MAX (width, minimum_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, minimum_height), baseline, NULL);
}

static void
zg_adaptive_bin_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ZgAdaptiveBin *self = ZG_ADAPTIVE_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_COLUMN_MODE:
      g_value_set_enum (value, self->mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_adaptive_bin_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      zg_adaptive_bin_set_child (ZG_ADAPTIVE_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_adaptive_bin_dispose (GObject *object)
{
  ZgAdaptiveBin *self = ZG_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_adaptive_bin_parent_class)->dispose (object);
}

static void
zg_adaptive_bin_class_init (ZgAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = zg_adaptive_bin_get_property;
  object_class->set_property = zg_adaptive_bin_set_property;
  object_class->dispose = zg_adaptive_bin_dispose;
  widget_class->measure = zg_adaptive_bin_measure;
  widget_class->size_allocate = zg_adaptive_bin_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /* How many columns there is room for; changes in an idle after the width did. */
  properties[PROP_COLUMN_MODE] =
    g_param_spec_enum ("column-mode", NULL, NULL, ZG_TYPE_COLUMN_MODE, ZG_COLUMN_MODE_WIDE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "adaptive-bin");
}

static void
zg_adaptive_bin_init (ZgAdaptiveBin *self)
{
  self->mode = ZG_COLUMN_MODE_WIDE;
  self->wanted_mode = ZG_COLUMN_MODE_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
zg_adaptive_bin_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    zg_adaptive_bin_set_child (ZG_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
zg_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = zg_adaptive_bin_add_child;
}

/**
 * zg_adaptive_bin_set_child:
 * @child: (nullable): what the window shows
 */
void
zg_adaptive_bin_set_child (ZgAdaptiveBin *self,
                           GtkWidget     *child)
{
  g_return_if_fail (ZG_IS_ADAPTIVE_BIN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * zg_adaptive_bin_get_column_mode:
 *
 * Returns: how many columns there is room for
 */
ZgColumnMode
zg_adaptive_bin_get_column_mode (ZgAdaptiveBin *self)
{
  g_return_val_if_fail (ZG_IS_ADAPTIVE_BIN (self), ZG_COLUMN_MODE_WIDE);

  return self->mode;
}
