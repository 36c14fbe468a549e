/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-toast-area"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-toast-area.h"

/**
 * ZgToastArea:
 *
 * Wraps the main list of a screen and lets short messages rise over it; never the whole window, so that a message
 * can't cover a preview, its button, or the customer chip. One message at a time: the next replaces it. The undo
 * that a message offers is also what Ctrl+Z does, and lives on after the message has gone, until the next one.
 */
struct _ZgToastArea
{
  GtkWidget parent_instance;

  AdwToastOverlay *overlay;
  AdwToast *toast;              /* the message that is shown, or NULL */
  gint64 shown_at;              /* since when, in monotonic microseconds */
  gint64 gone_at;               /* when the last one has gone, or will have */
  char *waiting_text;           /* what is shown once that has gone, or NULL */
  char *waiting_button;
  guint waiting_id;
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

/*
 * libadwaita 1.2 ends a message together with what belongs to it 300 ms after it was dismissed, also when its way in
 * still goes on, which takes 500 ms while an older message is on its way out; the end of the way in then works on freed
 * memory. So no message comes while another goes, and none goes while it comes: the one that is shown changes its words.
 */
#define WAY_IN (600 * G_TIME_SPAN_MILLISECOND)
#define WAY_OUT (400 * G_TIME_SPAN_MILLISECOND)

static void
dismissed_cb (ZgToastArea *self,
              AdwToast    *toast)
{
  if (self->toast != toast)
    return;
  g_clear_object (&self->toast);
  self->gone_at = g_get_monotonic_time () + WAY_OUT;
}

/* The toolkit dismisses it after this, whatever it says by then. */
static void
button_clicked_cb (ZgToastArea *self,
                   AdwToast    *toast)
{
  dismissed_cb (self, toast);
  zg_toast_area_undo (self);
}

/* Tells the shown message what to say; its time begins anew. */
static void
set_words (ZgToastArea *self,
           const char  *text,
           const char  *button)
{
  g_autofree char *markup = zg_markup_escape (text);

  adw_toast_set_title (self->toast, markup);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_timeout (self->toast, button != NULL ? 6 : 3);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

static void
forget_waiting (ZgToastArea *self)
{
  g_clear_pointer (&self->waiting_text, g_free);
  g_clear_pointer (&self->waiting_button, g_free);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
}

static void show_toast (ZgToastArea *self, const char *text, const char *button);

static gboolean
show_waiting_cb (gpointer user_data)
{
  ZgToastArea *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->waiting_text);
  g_autofree char *button = g_steal_pointer (&self->waiting_button);

  self->waiting_id = 0;
  show_toast (self, text, button);
  return G_SOURCE_REMOVE;
}

static void
show_toast (ZgToastArea *self,
            const char  *text,
            const char  *button)
{
  gint64 now = g_get_monotonic_time ();

  forget_waiting (self);
  if (self->toast == NULL && now < self->gone_at)
    {
      self->waiting_text = g_strdup (text);
      self->waiting_button = g_strdup (button);
      self->waiting_id = g_timeout_add ((guint) ((self->gone_at - now) / 1000) + 1, show_waiting_cb, self);
      return;
    }

  if (self->toast == NULL)
    {
      self->toast = zg_markup_toast_new (text);
      self->shown_at = now;
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (button_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  set_words (self, text, button);
}

/* Takes the message away, if one is shown or waits. */
static void
dismiss (ZgToastArea *self)
{
  forget_waiting (self);
  if (self->toast == NULL)
    return;

  if (g_get_monotonic_time () - self->shown_at >= WAY_IN)
    {
      adw_toast_dismiss (self->toast);
      return;
    }
  /* It has hardly come: it goes by itself after a second, the shortest time there is. */
  adw_toast_set_button_label (self->toast, NULL);
  adw_toast_set_timeout (self->toast, 1);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
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
      g_value_set_object (value, adw_toast_overlay_get_child (ZG_TOAST_AREA (object)->overlay));
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
  forget_waiting (self);
  g_clear_object (&self->toast);
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

static void
zg_toast_area_init (ZgToastArea *self)
{
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
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

  if (adw_toast_overlay_get_child (self->overlay) == child)
    return;
  adw_toast_overlay_set_child (self->overlay, child);
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
