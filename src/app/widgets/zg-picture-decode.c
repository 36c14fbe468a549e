/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-picture-decode"

#include "config.h"

#include "zg-picture-decode.h"

#include <glib/gi18n.h>

#include "zg-picture.h"

/*
 * Pictures from outside are decoded on a thread of their own, no larger than they are shown: a photo of 40 million pixels takes
 * a second and 160 MB. What the frame of the file claims is looked at before anything is decoded, see zg_picture_new().
 */

typedef struct {
  GBytes *bytes;
  int max_side;
} Decode;

static void
decode_free (gpointer data)
{
  Decode *decode = data;

  g_bytes_unref (decode->bytes);
  g_free (decode);
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         data)
{
  const Decode *decode = data;
  double scale = MIN (1.0, (double) decode->max_side / MAX (width, height));

  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* Photos of phones lie on their side and say so. */
static GdkTexture *
decode (Decode  *decode,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), decode);
  if (!gdk_pixbuf_loader_write_bytes (loader, decode->bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  upright = pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
  return upright != NULL ? gdk_texture_new_for_pixbuf (upright) : NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Decode *request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgPicture) picture = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = zg_picture_new (request->bytes, &error);
  if (picture == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  texture = decode (request, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This picture is damaged and can't be shown."));
}

/**
 * zg_picture_decode_async:
 * @bytes: what a file holds
 * @max_side: how wide or high the texture is at the most, in pixels; a larger picture is made smaller
 * @cancellable: (nullable): to give up
 *
 * Decodes a picture, upright, on a thread of its own.
 */
void
zg_picture_decode_async (GBytes              *bytes,
                         int                  max_side,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Decode *request = g_new0 (Decode, 1);

  request->bytes = g_bytes_ref (bytes);
  request->max_side = max_side;
  g_task_set_task_data (task, request, decode_free);
  g_task_run_in_thread (task, run);
}

/**
 * zg_picture_decode_finish:
 * @error: return location for an error: one sentence that says what is wrong with the picture
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
zg_picture_decode_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
