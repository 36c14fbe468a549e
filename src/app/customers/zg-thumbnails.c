/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-thumbnails"

#include "config.h"

#include "zg-attachment-source.h"
#include "zg-picture-decode.h"
#include "zg-thumbnails.h"

/**
 * ZgThumbnails:
 *
 * Small pictures of a customer's attachments. They come one after the other once the page is there: their bytes are read from
 * the shop file for it, so only those of the newest are, and a page that is left stops asking.
 */
struct _ZgThumbnails
{
  GObject parent_instance;

  ZgSession *session;
  GHashTable *textures;         /* id → GdkTexture */
  GArray *waiting;              /* ids, the next one last */
  gint64 loading;               /* 0 for none */
  GCancellable *cancellable;
};

enum {
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgThumbnails, zg_thumbnails, G_TYPE_OBJECT)

/* Twice as large as it is shown, for screens that have twice the pixels. */
#define MAX_SIDE 96

/* Who has more files than these is looked at by their names. */
#define MAX_THUMBNAILS 30

static void load_next (ZgThumbnails *self);

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgThumbnails) self = user_data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = zg_picture_decode_finish (result, &error);
  gint64 id = self->loading;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = 0;
  /* What can't be shown keeps its icon, and says why when it is opened. */
  if (texture != NULL)
    {
      g_hash_table_insert (self->textures, g_memdup2 (&id, sizeof id), texture);
      g_signal_emit (self, signals[LOADED], 0, id);
    }
  load_next (self);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgThumbnails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgAttachment) attachment = zg_attachment_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (attachment != NULL)
    {
      zg_picture_decode_async (attachment->bytes, MAX_SIDE, self->cancellable, decoded_cb, g_object_ref (self));
      return;
    }
  self->loading = 0;
  load_next (self);
}

static void
load_next (ZgThumbnails *self)
{
  if (self->loading != 0 || self->waiting->len == 0)
    return;

  self->loading = g_array_index (self->waiting, gint64, self->waiting->len - 1);
  g_array_set_size (self->waiting, self->waiting->len - 1);
  zg_attachment_load_async (self->session, self->loading, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
zg_thumbnails_finalize (GObject *object)
{
  ZgThumbnails *self = ZG_THUMBNAILS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_hash_table_unref (self->textures);
  g_array_unref (self->waiting);

  G_OBJECT_CLASS (zg_thumbnails_parent_class)->finalize (object);
}

static void
zg_thumbnails_class_init (ZgThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_thumbnails_finalize;

  signals[LOADED] = g_signal_new ("loaded", ZG_TYPE_THUMBNAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
}

static void
zg_thumbnails_init (ZgThumbnails *self)
{
  self->textures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
}

/**
 * zg_thumbnails_new:
 * @session: the shop
 *
 * Returns: (transfer full): none yet
 */
ZgThumbnails *
zg_thumbnails_new (ZgSession *session)
{
  ZgThumbnails *self = g_object_new (ZG_TYPE_THUMBNAILS, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * zg_thumbnails_get:
 * @id: an attachment
 *
 * Returns: (transfer none) (nullable): how it looks, if that is known already
 */
GdkTexture *
zg_thumbnails_get (ZgThumbnails *self,
                   gint64        id)
{
  g_return_val_if_fail (ZG_IS_THUMBNAILS (self), NULL);

  return g_hash_table_lookup (self->textures, &id);
}

/**
 * zg_thumbnails_load:
 * @attachments: (element-type ZgAttachment): the newest first
 *
 * Begins to load those that are pictures and not known yet.
 */
void
zg_thumbnails_load (ZgThumbnails *self,
                    GPtrArray    *attachments)
{
  g_return_if_fail (ZG_IS_THUMBNAILS (self));

  g_array_set_size (self->waiting, 0);
  for (guint i = MIN (attachments->len, MAX_THUMBNAILS); i > 0; i--)
    {
      const ZgAttachment *attachment = g_ptr_array_index (attachments, i - 1);

      if (zg_attachment_is_picture (attachment) && attachment->id != self->loading
          && zg_thumbnails_get (self, attachment->id) == NULL)
        g_array_append_val (self->waiting, attachment->id);
    }
  load_next (self);
}

/**
 * zg_thumbnails_clear:
 *
 * Forgets all and stops loading.
 */
void
zg_thumbnails_clear (ZgThumbnails *self)
{
  g_return_if_fail (ZG_IS_THUMBNAILS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = 0;
  g_array_set_size (self->waiting, 0);
  g_hash_table_remove_all (self->textures);
}
