/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-key-cap"

#include "config.h"

#include "zg-key-cap.h"

/**
 * ZgKeyCap:
 *
 * A small picture of a key, beside what the key does: `1`, `Enter`, `Ctrl+K`. It is an ornament for the eye; the
 * key itself is announced by the widget that it belongs to.
 *
 * CSS node: `keycap`. A row's key that is the chosen one has the class `.chosen`.
 */
struct _ZgKeyCap
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

enum {
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgKeyCap, zg_key_cap, GTK_TYPE_WIDGET)

static void
zg_key_cap_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ZgKeyCap *self = ZG_KEY_CAP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_key_cap_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      zg_key_cap_set_label (ZG_KEY_CAP (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_key_cap_dispose (GObject *object)
{
  ZgKeyCap *self = ZG_KEY_CAP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_key_cap_parent_class)->dispose (object);
}

static void
zg_key_cap_class_init (ZgKeyCapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = zg_key_cap_get_property;
  object_class->set_property = zg_key_cap_set_property;
  object_class->dispose = zg_key_cap_dispose;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keycap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
zg_key_cap_init (ZgKeyCap *self)
{
  self->label = gtk_label_new ("");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * zg_key_cap_new:
 * @label: (nullable): what is printed on the key, as written on keyboards
 *
 * Returns: (transfer floating): a new key cap
 */
GtkWidget *
zg_key_cap_new (const char *label)
{
  return g_object_new (ZG_TYPE_KEY_CAP, "label", label, NULL);
}

/**
 * zg_key_cap_set_label:
 * @label: (nullable): what is printed on the key
 */
void
zg_key_cap_set_label (ZgKeyCap   *self,
                      const char *label)
{
  g_return_if_fail (ZG_IS_KEY_CAP (self));

  label = label != NULL ? label : "";
  if (g_str_equal (label, gtk_label_get_label (GTK_LABEL (self->label))))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
