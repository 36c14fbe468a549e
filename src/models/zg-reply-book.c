/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-reply-book.h"

#include "zg-contact-table.h"
#include "zg-reply-page.h"
#include "zg-reply-table.h"

/*
 * The replies as a clerk sees them: filtered by group, ranked for what was typed, ready to be filled for the current
 * customer and order. The store is read on its own thread; ranking and filling are so quick that they happen in place.
 */

struct _ZgReplyBook {
  GObject parent_instance;

  ZgStore *store;
  ZgClock *clock;
  gint64 customer_id;
  gint64 order_id;
  gint64 staff_id;
  gint64 group_id;
  char *query;
  ZgReplyPage *page;                   /* NULL until the first load is there */
  GListStore *hits;
  GCancellable *loading;
};

enum {
  LOADING,
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyBook, zg_reply_book, G_TYPE_OBJECT)

static void
zg_reply_book_dispose (GObject *object)
{
  ZgReplyBook *self = ZG_REPLY_BOOK (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->page, zg_reply_page_unref);
  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (zg_reply_book_parent_class)->dispose (object);
}

static void
zg_reply_book_class_init (ZgReplyBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_book_dispose;

  /**
   * ZgReplyBook::loading:
   * @book: the book
   *
   * New hits are about to take the place of those on show.
   */
  signals[LOADING] = g_signal_new ("loading", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * ZgReplyBook::loaded:
   * @book: the book
   *
   * Replies, groups or the person were read anew; the hits are those of the new page.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * ZgReplyBook::failed:
   * @book: the book
   * @error: (type GError): why
   *
   * The store could not be read; what was there stays.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_reply_book_init (ZgReplyBook *self)
{
  self->hits = g_list_store_new (ZG_TYPE_REPLY_ITEM);
  self->query = g_strdup ("");
}

/* Puts the hits for the query and group on show, as one change. */
static void
rank (ZgReplyBook *self)
{
  g_autoptr(GArray) rankings = NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->page == NULL)
    return;

  rankings = zg_reply_ranker_rank (self->page->ranker, self->query, zg_reply_page_get_stages (self->page), zg_clock_now (self->clock));
  for (guint i = 0; i < rankings->len; i++)
    {
      guint index = g_array_index (rankings, ZgReplyRanking, i).index;
      const ZgReply *reply = g_ptr_array_index (self->page->replies, index);

      /* A search looks at all groups: who searches does not know the group. */
      if (self->query[0] == '\0' && self->group_id != 0 && reply->group_id != self->group_id)
        continue;

      g_ptr_array_add (items, zg_reply_item_new (self->page, index, items->len + 1));
    }
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), items->pdata, items->len);
}

static gboolean
load_page (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgReplyPage *page = data;

  page->replies = zg_reply_desk_load (db, page->staff_id, error);
  if (page->replies == NULL)
    return FALSE;
  page->groups = zg_reply_table_load_groups (db, error);
  if (page->groups == NULL)
    return FALSE;
  page->copies = zg_contact_table_load_copies (db, page->customer_id, error);
  if (page->copies == NULL)
    return FALSE;
  page->context = zg_fill_context_load (db, page->customer_id, page->order_id, page->staff_id, page->clock, error);
  if (page->context == NULL)
    return FALSE;

  page->ranker = zg_reply_ranker_new (page->replies);
  return TRUE;
}

static void
page_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ZgReplyBook) self = ZG_REPLY_BOOK (user_data);
  g_autoptr(GError) error = NULL;
  ZgReplyPage *page = zg_store_finish (ZG_STORE (source), result, &error);

  if (page == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  /* Disposed, or somebody else is current by now: one buyer's data never shows for another. */
  if (self->store == NULL || page->customer_id != self->customer_id || page->order_id != self->order_id)
    {
      zg_reply_page_unref (page);
      return;
    }

  g_signal_emit (self, signals[LOADING], 0);
  g_clear_pointer (&self->page, zg_reply_page_unref);
  self->page = page;
  rank (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/**
 * zg_reply_book_new:
 * @store: the store
 * @clock: what time it is
 *
 * Returns: (transfer full): an empty book; zg_reply_book_reload() fills it
 */
ZgReplyBook *
zg_reply_book_new (ZgStore *store,
                   ZgClock *clock)
{
  ZgReplyBook *self = g_object_new (ZG_TYPE_REPLY_BOOK, NULL);

  self->store = g_object_ref (store);
  self->clock = zg_clock_ref (clock);
  return self;
}

/**
 * zg_reply_book_reload:
 * @book: a book
 *
 * Reads everything anew; #ZgReplyBook::loaded tells when it is there.
 */
void
zg_reply_book_reload (ZgReplyBook *book)
{
  ZgReplyPage *page = g_new0 (ZgReplyPage, 1);

  g_cancellable_cancel (book->loading);
  g_clear_object (&book->loading);
  book->loading = g_cancellable_new ();

  g_atomic_ref_count_init (&page->n_refs);
  page->customer_id = book->customer_id;
  page->order_id = book->order_id;
  page->staff_id = book->staff_id;
  page->clock = zg_clock_ref (book->clock);
  zg_store_read_async (book->store, load_page, page, (GDestroyNotify) zg_reply_page_unref, book->loading, page_loaded_cb,
                       g_object_ref (book));
}

/**
 * zg_reply_book_set_person:
 * @book: a book
 * @customer_id: whom texts are for, or 0
 * @order_id: what they are about, or 0
 * @staff_id: who says it, or 0
 *
 * Changes the person. The hits of the one before are taken away at once, so that nobody copies them by mistake.
 */
void
zg_reply_book_set_person (ZgReplyBook *book,
                          gint64       customer_id,
                          gint64       order_id,
                          gint64       staff_id)
{
  gboolean is_other = customer_id != book->customer_id || order_id != book->order_id;

  book->customer_id = customer_id;
  book->order_id = order_id;
  book->staff_id = staff_id;
  if (is_other)
    g_list_store_remove_all (book->hits);
  zg_reply_book_reload (book);
}

/**
 * zg_reply_book_set_query:
 * @book: a book
 * @query: what was typed
 */
void
zg_reply_book_set_query (ZgReplyBook *book,
                         const char  *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query));

  if (g_strcmp0 (stripped, book->query) == 0)
    return;

  g_free (book->query);
  book->query = g_steal_pointer (&stripped);
  rank (book);
}

/**
 * zg_reply_book_get_query:
 * @book: a book
 *
 * Returns: (transfer none): what is searched for
 */
const char *
zg_reply_book_get_query (ZgReplyBook *book)
{
  return book->query;
}

/**
 * zg_reply_book_set_group:
 * @book: a book
 * @group_id: the group to show while nothing is searched, 0 for all
 */
void
zg_reply_book_set_group (ZgReplyBook *book,
                         gint64       group_id)
{
  if (group_id == book->group_id)
    return;

  book->group_id = group_id;
  rank (book);
}

/**
 * zg_reply_book_get_group:
 * @book: a book
 *
 * Returns: the group that is shown, 0 for all
 */
gint64
zg_reply_book_get_group (ZgReplyBook *book)
{
  return book->group_id;
}

/**
 * zg_reply_book_get_hits:
 * @book: a book
 *
 * Returns: (transfer none) (element-type ZgReplyItem): what fits, the best first
 */
GListModel *
zg_reply_book_get_hits (ZgReplyBook *book)
{
  return G_LIST_MODEL (book->hits);
}

/**
 * zg_reply_book_get_groups:
 * @book: a book
 *
 * Returns: (transfer none) (nullable) (element-type ZgReplyGroup): the groups, %NULL while nothing was read yet
 */
GPtrArray *
zg_reply_book_get_groups (ZgReplyBook *book)
{
  return book->page != NULL ? book->page->groups : NULL;
}

/**
 * zg_reply_book_get_n_replies:
 * @book: a book
 *
 * Returns: how many replies there are in all
 */
guint
zg_reply_book_get_n_replies (ZgReplyBook *book)
{
  return book->page != NULL ? book->page->replies->len : 0;
}
