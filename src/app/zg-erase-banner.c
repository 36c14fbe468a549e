/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-erase-banner"

#include "config.h"

#include "zg-erase-banner.h"

#include <glib/gi18n.h>

#include "zg-session.h"

/**
 * ZgEraseBanner:
 *
 * Says over every screen that somebody who was erased is still in the bytes of the shop file, and why, with a button to try it
 * again; not there while nothing is known to be left.
 *
 * Properties: session (ZgSession, to be set once).
 */
struct _ZgEraseBanner
{
  GtkBox parent_instance;

  ZgUnfinishedErase *erase;
  GtkLabel *label;
  GtkWidget *try_again;
};

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgEraseBanner, zg_erase_banner, GTK_TYPE_BOX)

static void
update (ZgEraseBanner *self)
{
  const char *reason = zg_unfinished_erase_get_reason (self->erase);
  gboolean is_busy = zg_unfinished_erase_is_busy (self->erase);

  if (reason != NULL)
    gtk_label_set_text (self->label, reason);
  gtk_widget_set_sensitive (self->try_again, !is_busy);
  gtk_button_set_label (GTK_BUTTON (self->try_again), is_busy ? _("Trying…") : _("Try again"));
  gtk_widget_set_visible (GTK_WIDGET (self), reason != NULL);
}

static void
try_again_cb (ZgEraseBanner *self)
{
  zg_unfinished_erase_finish (self->erase);
}

static void
zg_erase_banner_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ZgEraseBanner *self = ZG_ERASE_BANNER (object);
  ZgSession *session;

  switch (prop_id)
    {
    case PROP_SESSION:
      session = g_value_get_object (value);
      if (session == NULL || self->erase != NULL)
        break;
      self->erase = g_object_ref (zg_session_get_unfinished_erase (session));
      g_signal_connect_object (self->erase, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_erase_banner_dispose (GObject *object)
{
  ZgEraseBanner *self = ZG_ERASE_BANNER (object);

  g_clear_object (&self->erase);

  G_OBJECT_CLASS (zg_erase_banner_parent_class)->dispose (object);
}

static void
zg_erase_banner_class_init (ZgEraseBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = zg_erase_banner_set_property;
  object_class->dispose = zg_erase_banner_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ZG_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_erase_banner_init (ZgEraseBanner *self)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "banner");
  gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self), "erase-banner");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  self->label = GTK_LABEL (label);
  self->try_again = gtk_button_new ();
  gtk_widget_set_valign (self->try_again, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->try_again, "clicked", G_CALLBACK (try_again_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), image);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->try_again);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
