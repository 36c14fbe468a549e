/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-toast-area"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-toast-area.h"

/**
 * ZgToastArea:
 *
 * Wraps the main list of a screen and lets short messages rise over it; never the whole window, so that a message
 * can't cover a preview, its button, or the customer chip. One message at a time: the next replaces it. The undo
 * that a message offers is also what Ctrl+Z does, and lives on after the message has gone, until the next one.
 *
 * Not AdwToastOverlay: that of libadwaita 1.2 frees a message that is dismissed while it still comes, which a hasty hand
 * or a busy computer makes happen.
 */
struct _ZgToastArea
{
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
  guint hide_id;                /* counts until the message goes, or 0 */
  gboolean has_pointer;
  gboolean has_focus;
  ZgToastUndo undo;
  gpointer undo_data;
  GDestroyNotify undo_destroy;
};

enum {
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void zg_toast_area_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgToastArea, zg_toast_area, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, zg_toast_area_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
forget_undo (ZgToastArea *self)
{
  GDestroyNotify destroy = g_steal_pointer (&self->undo_destroy);
  gpointer data = g_steal_pointer (&self->undo_data);

  self->undo = NULL;
  if (destroy != NULL)
    destroy (data);
}

static gboolean
hide_cb (gpointer user_data)
{
  ZgToastArea *self = user_data;

  self->hide_id = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

/* A message that offers something stays longer, and none goes while somebody is at it. */
static void
count_down (ZgToastArea *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer) && !self->has_pointer && !self->has_focus)
    self->hide_id = g_timeout_add_seconds (gtk_widget_get_visible (GTK_WIDGET (self->button)) ? 6 : 3, hide_cb, self);
}

static void
pointer_cb (ZgToastArea              *self,
            GParamSpec               *pspec,
            GtkEventControllerMotion *motion)
{
  self->has_pointer = gtk_event_controller_motion_contains_pointer (motion);
  count_down (self);
}

static void
focus_cb (ZgToastArea             *self,
          GParamSpec              *pspec,
          GtkEventControllerFocus *focus)
{
  self->has_focus = gtk_event_controller_focus_contains_focus (focus);
  count_down (self);
}

/* What has gone is nothing that could be read or pressed. */
static void
revealed_cb (ZgToastArea *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer) || gtk_revealer_get_reveal_child (self->revealer))
    return;
  gtk_label_set_text (self->label, "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_button_set_label (self->button, "");
}

static void
show_toast (ZgToastArea *self,
            const char  *text,
            const char  *button)
{
  gtk_label_set_text (self->label, text);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  count_down (self);
}

static void
dismiss (ZgToastArea *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
zg_toast_area_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, gtk_overlay_get_child (ZG_TOAST_AREA (object)->overlay));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_toast_area_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      zg_toast_area_set_child (ZG_TOAST_AREA (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_toast_area_dispose (GObject *object)
{
  ZgToastArea *self = ZG_TOAST_AREA (object);

  forget_undo (self);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->overlay)));

  G_OBJECT_CLASS (zg_toast_area_parent_class)->dispose (object);
}

static void
zg_toast_area_class_init (ZgToastAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_toast_area_get_property;
  object_class->set_property = zg_toast_area_set_property;
  object_class->dispose = zg_toast_area_dispose;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_close_button (ZgToastArea *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (dismiss), self, G_CONNECT_SWAPPED);
  return button;
}

/* Looks as the library's own message does, whose style it has: node `toast` with what stands in it. */
static GtkWidget *
create_message (ZgToastArea *self)
{
  GtkWidget *message = g_object_new (GTK_TYPE_BOX, "css-name", "toast", "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_box_append (GTK_BOX (message), GTK_WIDGET (self->label));

  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->button), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (zg_toast_area_undo), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (message), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (message), create_close_button (self));

  g_signal_connect_object (motion, "notify::contains-pointer", G_CALLBACK (pointer_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (message, motion);
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (message, focus);
  return message;
}

static void
zg_toast_area_init (ZgToastArea *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_widget_set_halign (GTK_WIDGET (self->revealer), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->revealer), GTK_ALIGN_END);
  gtk_revealer_set_child (self->revealer, create_message (self));
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->revealer));
}

static void
zg_toast_area_add_child (GtkBuildable *buildable,
                         GtkBuilder   *builder,
                         GObject      *child,
                         const char   *type)
{
  /* The overlay is added before any template child. */
  if (GTK_IS_WIDGET (child) && ZG_TOAST_AREA (buildable)->overlay != NULL)
    zg_toast_area_set_child (ZG_TOAST_AREA (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
zg_toast_area_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = zg_toast_area_add_child;
}

/**
 * zg_toast_area_new:
 *
 * Returns: (transfer floating): an empty toast area
 */
GtkWidget *
zg_toast_area_new (void)
{
  return g_object_new (ZG_TYPE_TOAST_AREA, NULL);
}

/**
 * zg_toast_area_set_child:
 * @child: (nullable): what the messages rise over
 */
void
zg_toast_area_set_child (ZgToastArea *self,
                         GtkWidget   *child)
{
  g_return_if_fail (ZG_IS_TOAST_AREA (self));

  if (gtk_overlay_get_child (self->overlay) == child)
    return;
  gtk_overlay_set_child (self->overlay, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * zg_toast_area_show:
 * @text: plain text, may hold a customer's name
 *
 * Shows a message in place of the one that is shown. An undo offered before stays with Ctrl+Z.
 */
void
zg_toast_area_show (ZgToastArea *self,
                    const char  *text)
{
  g_return_if_fail (ZG_IS_TOAST_AREA (self));
  g_return_if_fail (text != NULL);

  show_toast (self, text, NULL);
}

/**
 * zg_toast_area_show_undo:
 * @text: plain text, may hold a customer's name
 * @button: (nullable): the button's label, "Undo" when %NULL
 * @undo: takes back what @text tells of
 * @destroy: (nullable): frees @user_data once it can't be undone any more
 *
 * Shows a message with a button that takes the thing back. Ctrl+Z does the same, also after the message has gone.
 */
void
zg_toast_area_show_undo (ZgToastArea    *self,
                         const char     *text,
                         const char     *button,
                         ZgToastUndo     undo,
                         gpointer        user_data,
                         GDestroyNotify  destroy)
{
  g_return_if_fail (ZG_IS_TOAST_AREA (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (undo != NULL);

  forget_undo (self);
  self->undo = undo;
  self->undo_data = user_data;
  self->undo_destroy = destroy;
  show_toast (self, text, button != NULL ? button : _("Undo"));
}

/**
 * zg_toast_area_dismiss:
 *
 * Takes the message away, because what it lies over is needed. An undo that it offered stays with Ctrl+Z.
 */
void
zg_toast_area_dismiss (ZgToastArea *self)
{
  g_return_if_fail (ZG_IS_TOAST_AREA (self));

  dismiss (self);
}

/**
 * zg_toast_area_undo:
 *
 * Does what the last message's button does. Once: afterwards there is nothing to undo.
 *
 * Returns: whether there was anything to undo
 */
gboolean
zg_toast_area_undo (ZgToastArea *self)
{
  ZgToastUndo undo;
  gpointer data;
  GDestroyNotify destroy;

  g_return_val_if_fail (ZG_IS_TOAST_AREA (self), FALSE);

  if (self->undo == NULL)
    return FALSE;

  /* The function may show the next message, with an undo of its own. */
  undo = g_steal_pointer (&self->undo);
  data = g_steal_pointer (&self->undo_data);
  destroy = g_steal_pointer (&self->undo_destroy);
  dismiss (self);
  undo (data);
  if (destroy != NULL)
    destroy (data);

  return TRUE;
}
