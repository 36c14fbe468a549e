/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-word-list"

#include "config.h"

#include "zg-word-list.h"

#include "zg-wording-list.h"

struct _ZgWordList
{
  GObject parent_instance;

  ZgStore *store;
  ZgWording *words;
};

enum {
  CHANGED,
  FAILED,
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
      g_signal_emit (self, signals[FAILED], 0, error);
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
  zg_store_read_async (self->store, load_words, g_new0 (Load, 1), load_free, NULL, loaded_cb, g_object_ref (self));
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

  g_clear_pointer (&self->words, zg_wording_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (zg_word_list_parent_class)->finalize (object);
}

static void
zg_word_list_class_init (ZgWordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_word_list_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", ZG_TYPE_WORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", ZG_TYPE_WORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_word_list_init (ZgWordList *self)
{
}

/**
 * zg_word_list_new:
 * @store: the shop file
 *
 * Returns: (transfer full): its word list, which is read soon
 */
ZgWordList *
zg_word_list_new (ZgStore *store)
{
  ZgWordList *self = g_object_new (ZG_TYPE_WORD_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
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
