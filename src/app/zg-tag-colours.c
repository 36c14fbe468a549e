/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-tag-colours"

#include "config.h"

#include "zg-tag-colours.h"

#include <glib/gi18n.h>

#include "zg-customer-tag.h"
#include "zg-session-write.h"
#include "zg-tag-colour.h"
#include "zg-tag-table.h"

struct _ZgTagColours
{
  GObject parent_instance;

  ZgSession *session;           /* (unowned): it has us */
  GHashTable *colours;          /* tag → word */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTagColours, zg_tag_colours, G_TYPE_OBJECT)

/* Reading **************************************************************************************************************/

typedef struct {
  GHashTable *colours;
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_clear_pointer (&job->colours, g_hash_table_unref);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LoadJob *job = data;

  job->colours = zg_tag_table_load_colours (db, error);
  return job->colours != NULL;
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgTagColours) self = user_data;
  g_autoptr (GError) error = NULL;
  LoadJob *job = zg_store_finish (ZG_STORE (store), result, &error);

  /* Tags without colours say the same. */
  if (job == NULL)
    {
      g_debug ("The colours of tags could not be read: %s", error->message);
      return;
    }
  g_hash_table_unref (self->colours);
  self->colours = g_steal_pointer (&job->colours);
  load_job_free (job);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reload (ZgTagColours *self)
{
  zg_store_read_async (zg_session_get_store (self->session), load, g_new0 (LoadJob, 1), load_job_free, NULL, loaded_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (ZgTagColours *self,
                  guint         tables)
{
  if ((tables & ZG_TABLE_TAG) != 0)
    reload (self);
}

/* Writing **************************************************************************************************************/

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  char *tag;
  char *colour;
  char *before;
} SetJob;

static void
set_job_free (gpointer data)
{
  SetJob *job = data;

  g_object_unref (job->session);
  g_clear_object (&job->toasts);
  g_free (job->tag);
  g_free (job->colour);
  g_free (job->before);
  g_free (job);
}

static SetJob *
set_job_new (ZgSession  *session,
             const char *tag,
             const char *colour)
{
  SetJob *job = g_new0 (SetJob, 1);

  job->session = g_object_ref (session);
  job->tag = g_strdup (tag);
  job->colour = g_strdup (colour);
  return job;
}

static gboolean
set_colour (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  SetJob *job = data;

  return zg_customer_tag_set_colour (db, job->tag, job->colour, &job->before, error);
}

static void
undo (gpointer data)
{
  SetJob *job = data;

  zg_session_write (job->session, set_colour, set_job_new (job->session, job->tag, job->before), set_job_free);
}

static void
set_cb (GObject      *store,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (ZgTagColours) self = user_data;
  g_autoptr (GError) error = NULL;
  SetJob *job = zg_store_finish (ZG_STORE (store), result, &error);
  g_autofree char *text = NULL;

  if (job == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }
  /* TRANSLATORS: a tag has another colour now: the first %s is the tag, the second the colour */
  text = g_strdup_printf (_("“%s”: %s"), job->tag, zg_tag_colour_to_label (job->colour));
  if (job->toasts != NULL)
    zg_toast_area_show_undo (job->toasts, text, NULL, undo, job, set_job_free);
  else
    set_job_free (job);
}

/* Class ****************************************************************************************************************/

static void
zg_tag_colours_finalize (GObject *object)
{
  g_hash_table_unref (ZG_TAG_COLOURS (object)->colours);

  G_OBJECT_CLASS (zg_tag_colours_parent_class)->finalize (object);
}

static void
zg_tag_colours_class_init (ZgTagColoursClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_tag_colours_finalize;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_TAG_COLOURS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_tag_colours_init (ZgTagColours *self)
{
  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * zg_tag_colours_of:
 * @session: the shop
 *
 * Returns: (transfer none): the colours of its tags; none until they were read
 */
ZgTagColours *
zg_tag_colours_of (ZgSession *session)
{
  ZgTagColours *self = g_object_get_data (G_OBJECT (session), "zg-tag-colours");

  g_return_val_if_fail (ZG_IS_SESSION (session), NULL);

  if (self != NULL)
    return self;

  self = g_object_new (ZG_TYPE_TAG_COLOURS, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "zg-tag-colours", self, g_object_unref);
  if (zg_session_get_store (session) != NULL)
    {
      g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                               G_CONNECT_SWAPPED);
      reload (self);
    }
  return self;
}

/**
 * zg_tag_colours_get:
 * @tag: a tag
 *
 * Returns: (transfer none): the word of its colour, "" for none
 */
const char *
zg_tag_colours_get (ZgTagColours *self,
                    const char   *tag)
{
  const char *word;

  g_return_val_if_fail (ZG_IS_TAG_COLOURS (self), "");

  word = g_hash_table_lookup (self->colours, tag);
  return word != NULL ? word : "";
}

/**
 * zg_tag_colours_get_tone:
 * @tag: a tag
 *
 * Returns: how its pill looks
 */
ZgTone
zg_tag_colours_get_tone (ZgTagColours *self,
                         const char   *tag)
{
  return zg_tone_from_tag_colour (zg_tag_colours_get (self, tag));
}

/**
 * zg_tag_colours_set:
 * @tag: a tag
 * @colour: a word, or "" for none
 * @toasts: (nullable): where to say so, and to offer to take it back
 *
 * Gives a tag its colour, for the whole shop.
 */
void
zg_tag_colours_set (ZgTagColours *self,
                    const char   *tag,
                    const char   *colour,
                    ZgToastArea  *toasts)
{
  SetJob *job;

  g_return_if_fail (ZG_IS_TAG_COLOURS (self));

  job = set_job_new (self->session, tag, colour);
  job->toasts = toasts != NULL ? g_object_ref (toasts) : NULL;
  zg_store_write_async (zg_session_get_store (self->session), set_colour, job, set_job_free, NULL, set_cb,
                        g_object_ref (self));
}
