/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-proof"

#include "config.h"

#include "zg-reply-proof.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-reply-text.h"

struct _ZgReplyProof
{
  GtkWidget parent_instance;

  ZgFill *of_person;            /* NULL where there is no customer */
  ZgFill *of_sample;
  char *call_name;

  GtkWidget *box;
  GtkLabel *caption;
  GtkToggleButton *sample;
  ZgReplyText *text;
};

G_DEFINE_FINAL_TYPE (ZgReplyProof, zg_reply_proof, GTK_TYPE_WIDGET)

static void
refresh (ZgReplyProof *self)
{
  gboolean is_sample = self->of_person == NULL || gtk_toggle_button_get_active (self->sample);
  /* Translators: above a reply that is being written: whom it is filled for */
  g_autofree char *caption = is_sample ? g_strdup (_("As a sample customer would read it"))
                                       : g_strdup_printf (_("As %s would read it"), self->call_name);

  if (self->of_sample == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->sample), self->of_person != NULL);
  gtk_label_set_text (self->caption, caption);
  zg_reply_text_show (self->text, is_sample ? self->of_sample : self->of_person, NULL);
}

static void
zg_reply_proof_dispose (GObject *object)
{
  ZgReplyProof *self = ZG_REPLY_PROOF (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->of_person, zg_fill_free);
  g_clear_pointer (&self->of_sample, zg_fill_free);
  g_clear_pointer (&self->call_name, g_free);

  G_OBJECT_CLASS (zg_reply_proof_parent_class)->dispose (object);
}

static void
zg_reply_proof_class_init (ZgReplyProofClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_proof_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_head (ZgReplyProof *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkWidget *sample = gtk_toggle_button_new_with_label (_("Sample customer"));

  self->caption = GTK_LABEL (caption);
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_ellipsize (self->caption, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  self->sample = GTK_TOGGLE_BUTTON (sample);
  gtk_widget_add_css_class (sample, "segment");
  gtk_widget_add_css_class (sample, "caption");
  g_signal_connect_swapped (sample, "toggled", G_CALLBACK (refresh), self);
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (head), sample);
  return head;
}

static void
zg_reply_proof_init (ZgReplyProof *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), create_head (self));
  self->text = g_object_new (ZG_TYPE_REPLY_TEXT, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static ZgFill *
fill (ZgFillContext *context,
      const char    *body)
{
  ZgFill *fill = zg_fill_context_fill (context, body, NULL);

  /* A line of its own for each message; what stands between them is as long. */
  g_strdelimit (fill->text, ZG_REPLY_MESSAGE_SEPARATOR, '\n');
  return fill;
}

/**
 * zg_reply_proof_show:
 * @person: (nullable): for the current customer
 * @sample: for somebody invented
 * @body: a wording
 *
 * Shows the wording filled.
 */
void
zg_reply_proof_show (ZgReplyProof  *self,
                     ZgFillContext *person,
                     ZgFillContext *sample,
                     const char    *body)
{
  g_return_if_fail (ZG_IS_REPLY_PROOF (self));

  g_clear_pointer (&self->of_person, zg_fill_free);
  g_clear_pointer (&self->of_sample, zg_fill_free);
  g_clear_pointer (&self->call_name, g_free);
  if (person != NULL && person->customer != NULL)
    {
      self->of_person = fill (person, body);
      self->call_name = g_strdup (zg_customer_get_call_name (person->customer));
    }
  self->of_sample = fill (sample, body);
  refresh (self);
}

/**
 * zg_reply_proof_set_compact:
 * @compact: whether it stands below the fields, where there is little room
 */
void
zg_reply_proof_set_compact (ZgReplyProof *self,
                            gboolean      compact)
{
  g_return_if_fail (ZG_IS_REPLY_PROOF (self));

  zg_reply_text_set_compact (self->text, compact);
}
