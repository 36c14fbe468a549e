/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-pill"

#include "config.h"

#include "zg-pill.h"
#include "zg-tag-colour.h"

/**
 * ZgPill:
 *
 * A word on a tint: where an order stands, a tag, what fits now. 20 px high. The word always says what the colour
 * says, so that nobody depends on seeing colours.
 *
 * CSS node: `pill`, with one of the classes `.info`, `.warning`, `.error`, `.success`, or none for neutral.
 */
struct _ZgPill
{
  GtkWidget parent_instance;

  GtkWidget *label;
  ZgTone tone;
};

enum {
  PROP_0,
  PROP_LABEL,
  PROP_TONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgPill, zg_pill, GTK_TYPE_WIDGET)

static const char * const tone_classes[] = {
  NULL, "info", "warning", "error", "success", "tag-red", "tag-orange", "tag-yellow", "tag-green", "tag-teal", "tag-blue",
  "tag-purple", "tag-grey",
};

GType
zg_tone_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { ZG_TONE_NEUTRAL, "ZG_TONE_NEUTRAL", "neutral" },
        { ZG_TONE_INFO, "ZG_TONE_INFO", "info" },
        { ZG_TONE_WARNING, "ZG_TONE_WARNING", "warning" },
        { ZG_TONE_ERROR, "ZG_TONE_ERROR", "error" },
        { ZG_TONE_SUCCESS, "ZG_TONE_SUCCESS", "success" },
        { ZG_TONE_TAG_RED, "ZG_TONE_TAG_RED", "tag-red" },
        { ZG_TONE_TAG_ORANGE, "ZG_TONE_TAG_ORANGE", "tag-orange" },
        { ZG_TONE_TAG_YELLOW, "ZG_TONE_TAG_YELLOW", "tag-yellow" },
        { ZG_TONE_TAG_GREEN, "ZG_TONE_TAG_GREEN", "tag-green" },
        { ZG_TONE_TAG_TEAL, "ZG_TONE_TAG_TEAL", "tag-teal" },
        { ZG_TONE_TAG_BLUE, "ZG_TONE_TAG_BLUE", "tag-blue" },
        { ZG_TONE_TAG_PURPLE, "ZG_TONE_TAG_PURPLE", "tag-purple" },
        { ZG_TONE_TAG_GREY, "ZG_TONE_TAG_GREY", "tag-grey" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("ZgTone", values));
    }

  return type;
}

/**
 * zg_tone_to_class:
 * @tone: a tone
 *
 * Returns: the style class of it; empty for neutral
 */
const char *
zg_tone_to_class (ZgTone tone)
{
  g_return_val_if_fail ((guint) tone < G_N_ELEMENTS (tone_classes), "");

  return tone_classes[tone] != NULL ? tone_classes[tone] : "";
}

/**
 * zg_tone_from_tag_colour:
 * @word: (nullable): a word of zg-tag-colour.h
 *
 * Returns: how a tag of that colour looks; neutral for none
 */
ZgTone
zg_tone_from_tag_colour (const char *word)
{
  const char * const *words = zg_tag_colour_list ();

  for (int i = 0; words[i] != NULL && ZG_TONE_TAG_RED + i <= ZG_TONE_TAG_GREY; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return ZG_TONE_TAG_RED + i;
  return ZG_TONE_NEUTRAL;
}

/**
 * zg_widget_set_tone:
 * @widget: anything that the style sheet colours by tone: a pill, a label, a banner
 *
 * Gives @widget the style class of @tone and takes those of the others away.
 */
void
zg_widget_set_tone (GtkWidget *widget,
                    ZgTone     tone)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail ((guint) tone < G_N_ELEMENTS (tone_classes));

  for (guint i = 1; i < G_N_ELEMENTS (tone_classes); i++)
    {
      if (i == tone)
        gtk_widget_add_css_class (widget, tone_classes[i]);
      else
        gtk_widget_remove_css_class (widget, tone_classes[i]);
    }
}

static void
zg_pill_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  ZgPill *self = ZG_PILL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_TONE:
      g_value_set_enum (value, self->tone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_pill_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      zg_pill_set_label (ZG_PILL (object), g_value_get_string (value));
      break;
    case PROP_TONE:
      zg_pill_set_tone (ZG_PILL (object), g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_pill_dispose (GObject *object)
{
  ZgPill *self = ZG_PILL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_pill_parent_class)->dispose (object);
}

static void
zg_pill_class_init (ZgPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = zg_pill_get_property;
  object_class->set_property = zg_pill_set_property;
  object_class->dispose = zg_pill_dispose;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TONE] =
    g_param_spec_enum ("tone", NULL, NULL, ZG_TYPE_TONE, ZG_TONE_NEUTRAL,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
zg_pill_init (ZgPill *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * zg_pill_new:
 * @label: (nullable): the word
 *
 * Returns: (transfer floating): a new pill
 */
GtkWidget *
zg_pill_new (const char *label,
             ZgTone      tone)
{
  return g_object_new (ZG_TYPE_PILL, "label", label, "tone", tone, NULL);
}

/**
 * zg_pill_set_label:
 * @label: (nullable): the word, shown as plain text
 */
void
zg_pill_set_label (ZgPill     *self,
                   const char *label)
{
  g_return_if_fail (ZG_IS_PILL (self));

  label = label != NULL ? label : "";
  if (g_str_equal (label, gtk_label_get_label (GTK_LABEL (self->label))))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * zg_pill_set_tone:
 *
 * Sets what the pill's colour means.
 */
void
zg_pill_set_tone (ZgPill *self,
                  ZgTone  tone)
{
  g_return_if_fail (ZG_IS_PILL (self));

  if (self->tone == tone)
    return;
  self->tone = tone;
  zg_widget_set_tone (GTK_WIDGET (self), tone);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TONE]);
}
