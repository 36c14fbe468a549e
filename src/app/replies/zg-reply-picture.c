/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-picture"

#include "config.h"

#include "zg-reply-picture.h"

#include <glib/gi18n.h>

#include "zg-file-dialog.h"
#include "zg-picture-table.h"

#define SHOWN_HEIGHT 120

struct _ZgReplyPicture
{
  GtkWidget parent_instance;

  gint64 picture_id;            /* the one that the shop file has, 0 for none or a new one */
  GBytes *bytes;                /* of a new one, NULL for none */
  GCancellable *loading;

  GtkWidget *box;
  GtkWidget *choose;
  GtkWidget *remove;
  GtkLabel *error;
  GtkLabel *facts;
  GtkPicture *picture;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyPicture, zg_reply_picture, GTK_TYPE_WIDGET)

typedef struct {
  gint64 id;
  ZgPicture *picture;
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  zg_picture_free (job->picture);
  g_free (job);
}

static void
show_error (ZgReplyPicture *self,
            const GError   *error)
{
  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
}

static void
show (ZgReplyPicture  *self,
      GdkTexture      *texture,
      const ZgPicture *picture)
{
  g_autofree char *facts = NULL;

  gtk_picture_set_paintable (self->picture, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), texture != NULL);
  gtk_widget_set_visible (self->remove, texture != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose), texture != NULL ? _("Another picture…") : _("Choose a picture…"));
  if (picture == NULL)
    return;

  /* Translators: a picture's size: width × height in pixels, then the size of the file in KB */
  facts = g_strdup_printf (_("%d × %d · %d KB"), picture->width, picture->height,
                           (int) (g_bytes_get_size (picture->bytes) / 1024) + 1);
  gtk_label_set_text (self->facts, facts);
}

static gboolean
read_picture (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  LoadJob *job = data;

  job->picture = zg_picture_table_load (db, job->id, error);
  return job->picture != NULL;
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgReplyPicture) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  LoadJob *job = zg_store_finish (ZG_STORE (store), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (job != NULL && self->box != NULL && job->id == self->picture_id)
    {
      texture = gdk_texture_new_from_bytes (job->picture->bytes, &error);
      show (self, texture, job->picture);
    }
  if (self->box != NULL)
    show_error (self, error);
  g_clear_pointer (&job, load_job_free);
}

static void
stop_loading (ZgReplyPicture *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* Reads no more than is needed to see that a file is too large. */
static void
chosen_cb (GListModel *files,
           gpointer    user_data)
{
  ZgReplyPicture *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;

  if (self->box == NULL)
    return;

  stream = g_file_read (file, NULL, &error);
  g_byte_array_set_size (data, ZG_PICTURE_MAX_BYTES + 1);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), data->data, data->len, &size, NULL, &error))
    {
      show_error (self, error);
      return;
    }
  bytes = g_bytes_new (data->data, size);
  zg_reply_picture_set_bytes (self, bytes);
}

static void
choose_cb (ZgReplyPicture *self)
{
  static const char * const patterns[] = { "png", "jpg", "jpeg", NULL };
  ZgFileDialogFilter filters[] = { { _("Pictures"), patterns }, { _("All files"), NULL } };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  zg_file_dialog_open (GTK_WINDOW (root), _("Choose a picture"), filters, G_N_ELEMENTS (filters), NULL, FALSE,
                       chosen_cb, g_object_ref (self), g_object_unref);
}

static void
remove_cb (ZgReplyPicture *self)
{
  gtk_widget_grab_focus (self->choose);
  stop_loading (self);
  self->picture_id = 0;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  show (self, NULL, NULL);
  show_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zg_reply_picture_dispose (GObject *object)
{
  ZgReplyPicture *self = ZG_REPLY_PICTURE (object);

  stop_loading (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_reply_picture_parent_class)->dispose (object);
}

static void
zg_reply_picture_class_init (ZgReplyPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_picture_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_REPLY_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
zg_reply_picture_init (ZgReplyPicture *self)
{
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->picture = GTK_PICTURE (picture);
  gtk_widget_set_size_request (picture, -1, SHOWN_HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_picture_set_alternative_text (self->picture, _("The picture of this reply"));
  gtk_box_append (GTK_BOX (self->box), picture);
  self->facts = GTK_LABEL (add_label (self->box, "dim-label"));
  self->error = GTK_LABEL (add_label (self->box, "error"));

  self->choose = gtk_button_new ();
  self->remove = gtk_button_new_with_label (_("Without a picture"));
  gtk_widget_add_css_class (self->remove, "flat");
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->choose);
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (self->box), buttons);
  show (self, NULL, NULL);
  show_error (self, NULL);
}

/**
 * zg_reply_picture_load:
 * @store: the shop file
 * @picture_id: the picture that the reply has, or 0
 *
 * Shows the picture that is kept.
 */
void
zg_reply_picture_load (ZgReplyPicture *self,
                       ZgStore        *store,
                       gint64          picture_id)
{
  LoadJob *job;

  g_return_if_fail (ZG_IS_REPLY_PICTURE (self));

  stop_loading (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->picture_id = picture_id;
  show (self, NULL, NULL);
  show_error (self, NULL);
  if (picture_id == 0)
    return;

  self->loading = g_cancellable_new ();
  job = g_new0 (LoadJob, 1);
  job->id = picture_id;
  zg_store_read_async (store, read_picture, job, load_job_free, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * zg_reply_picture_set_bytes:
 * @bytes: what a file holds
 *
 * Takes a new picture, if it is one: it is decoded before. Else says why not, and the one before stays.
 */
void
zg_reply_picture_set_bytes (ZgReplyPicture *self,
                            GBytes         *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgPicture) picture = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (ZG_IS_REPLY_PICTURE (self));

  picture = zg_picture_new (bytes, &error);
  texture = picture != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  if (picture != NULL && texture == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("This picture is damaged and can't be shown."));
  show_error (self, error);
  if (texture == NULL)
    return;

  stop_loading (self);
  self->picture_id = 0;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  show (self, texture, picture);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * zg_reply_picture_get_id:
 *
 * Returns: the kept picture that is still wanted, 0 for none or a new one
 */
gint64
zg_reply_picture_get_id (ZgReplyPicture *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_PICTURE (self), 0);

  return self->picture_id;
}

/**
 * zg_reply_picture_make_new:
 *
 * Returns: (transfer full) (nullable): a new picture to be kept with the reply
 */
ZgPicture *
zg_reply_picture_make_new (ZgReplyPicture *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_PICTURE (self), NULL);

  return self->bytes != NULL ? zg_picture_new (self->bytes, NULL) : NULL;
}
