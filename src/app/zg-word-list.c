/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-word-list"

#include "config.h"

#include "zg-word-list.h"

#include "zg-wording-list.h"

struct _ZgWordList
{
  GObject parent_instance;

  ZgSession *session;           /* whose it is; not held */
  ZgWording *words;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgWordList, zg_word_list, G_TYPE_OBJECT)

/* What a job gives back. */
typedef struct {
  ZgWording *words;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->words, zg_wording_unref);
  g_free (load);
}

static gboolean
load_words (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Load *load = data;

  load->words = zg_wording_list_compile (db, error);
  return load->words != NULL;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgWordList) self = user_data;
  g_autoptr (GError) error = NULL;
  Load *load = zg_store_finish (ZG_STORE (object), result, &error);

  if (load == NULL)
    {
      if (self->session != NULL)
        zg_session_fail (self->session, error);
      return;
    }

  g_clear_pointer (&self->words, zg_wording_unref);
  self->words = g_steal_pointer (&load->words);
  load_free (load);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reload (ZgWordList *self)
{
  zg_store_read_async (zg_session_get_store (self->session), load_words, g_new0 (Load, 1), load_free, NULL, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (ZgWordList *self,
                  guint       tables)
{
  if ((tables & (ZG_TABLE_WORDING | ZG_TABLE_SETTING)) != 0)
    reload (self);
}

static void
zg_word_list_finalize (GObject *object)
{
  ZgWordList *self = ZG_WORD_LIST (object);

  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->words, zg_wording_unref);

  G_OBJECT_CLASS (zg_word_list_parent_class)->finalize (object);
}

static void
zg_word_list_class_init (ZgWordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_word_list_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", ZG_TYPE_WORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_word_list_init (ZgWordList *self)
{
}

/**
 * zg_word_list_get:
 * @session: the shop
 *
 * Returns: (transfer none): its word list, one for all who ask; the first who does has it read
 */
ZgWordList *
zg_word_list_get (ZgSession *session)
{
  ZgWordList *self = g_object_get_data (G_OBJECT (session), "zg-word-list");

  if (self != NULL)
    return self;

  self = g_object_new (ZG_TYPE_WORD_LIST, NULL);
  g_set_weak_pointer (&self->session, session);
  g_object_set_data_full (G_OBJECT (session), "zg-word-list", self, g_object_unref);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

/**
 * zg_word_list_get_words:
 * @self: a word list
 *
 * Returns: (transfer none) (nullable): the words, ready to check with; %NULL until they are read
 */
ZgWording *
zg_word_list_get_words (ZgWordList *self)
{
  g_return_val_if_fail (ZG_IS_WORD_LIST (self), NULL);

  return self->words;
}
