/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-reply-page.h"

#include "zg-contact-table.h"

/* A reply that was found, ready to be filled for the person that was current when it was. */

struct _ZgReplyItem {
  GObject parent_instance;

  ZgReplyPage *page;
  guint index;
  guint number;
};

G_DEFINE_FINAL_TYPE (ZgReplyItem, zg_reply_item, G_TYPE_OBJECT)

static ZgReplyPage *
page_ref (ZgReplyPage *page)
{
  g_atomic_ref_count_inc (&page->n_refs);
  return page;
}

/* Gives a reference back. */
void
zg_reply_page_unref (ZgReplyPage *page)
{
  if (!g_atomic_ref_count_dec (&page->n_refs))
    return;

  g_clear_pointer (&page->ranker, zg_reply_ranker_free);
  g_clear_pointer (&page->replies, g_ptr_array_unref);
  g_clear_pointer (&page->groups, g_ptr_array_unref);
  g_clear_pointer (&page->context, zg_fill_context_free);
  g_clear_pointer (&page->copies, g_hash_table_unref);
  zg_clock_unref (page->clock);
  g_free (page);
}

static const ZgCopies *
find_copies (ZgReplyItem *item)
{
  const ZgReply *reply = zg_reply_item_get_reply (item);

  return g_hash_table_lookup (item->page->copies, &reply->id);
}

static void
zg_reply_item_finalize (GObject *object)
{
  zg_reply_page_unref (ZG_REPLY_ITEM (object)->page);

  G_OBJECT_CLASS (zg_reply_item_parent_class)->finalize (object);
}

static void
zg_reply_item_class_init (ZgReplyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_reply_item_finalize;
}

static void
zg_reply_item_init (ZgReplyItem *self)
{
}

/**
 * zg_reply_item_get_reply:
 * @item: a hit
 *
 * Returns: (transfer none): the reply
 */
const ZgReply *
zg_reply_item_get_reply (ZgReplyItem *item)
{
  return g_ptr_array_index (item->page->replies, item->index);
}

/**
 * zg_reply_item_get_number:
 * @item: a hit
 *
 * Returns: its place among the hits, from 1: the key that copies it, up to 9
 */
guint
zg_reply_item_get_number (ZgReplyItem *item)
{
  return item->number;
}

/* At which stages the conversation about the current order can stand. */
guint32
zg_reply_page_get_stages (ZgReplyPage *page)
{
  const ZgOrder *order = page->context->order;

  return zg_stages_for_order (order != NULL ? (int) order->state : -1);
}

/**
 * zg_reply_item_get_fits_now:
 * @item: a hit
 *
 * Returns: whether it is for where the current order stands
 */
gboolean
zg_reply_item_get_fits_now (ZgReplyItem *item)
{
  return item->page->context->order != NULL
         && (zg_reply_item_get_reply (item)->stages & zg_reply_page_get_stages (item->page)) != 0;
}

/**
 * zg_reply_item_get_last_copy:
 * @item: a hit
 *
 * Returns: when it was last copied for the current customer, or %ZG_TIME_NONE
 */
ZgTime
zg_reply_item_get_last_copy (ZgReplyItem *item)
{
  const ZgCopies *copies = find_copies (item);

  return copies != NULL ? copies->last_at : ZG_TIME_NONE;
}

/**
 * zg_reply_item_get_wording:
 * @item: a hit
 *
 * Returns: the wording whose turn it is for the current customer
 */
guint
zg_reply_item_get_wording (ZgReplyItem *item)
{
  const ZgCopies *copies = find_copies (item);

  return copies != NULL ? copies->count % zg_reply_get_n_wordings (zg_reply_item_get_reply (item)) : 0;
}

/**
 * zg_reply_item_fill:
 * @item: a hit
 * @wording: which wording
 * @answers: (nullable) (element-type utf8 utf8): what the clerk answered
 *
 * Returns: (transfer full): the text for the customer and order that were current when the hit was made
 */
ZgFill *
zg_reply_item_fill (ZgReplyItem *item,
                    guint        wording,
                    GHashTable  *answers)
{
  return zg_fill_context_fill (item->page->context, zg_reply_get_wording (zg_reply_item_get_reply (item), wording),
                               answers);
}

/* (transfer full): a hit of @page, which it keeps. */
ZgReplyItem *
zg_reply_item_new (ZgReplyPage *page,
                   guint        index,
                   guint        number)
{
  ZgReplyItem *item = g_object_new (ZG_TYPE_REPLY_ITEM, NULL);

  item->page = page_ref (page);
  item->index = index;
  item->number = number;
  return item;
}

/**
 * zg_reply_item_load:
 * @db: a connection
 * @reply: a reply
 * @customer_id: whom it is for
 * @order_id: what it is about, or 0
 * @staff_id: who says it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Makes one reply ready to be filled for somebody, as a book does with all of them. Any thread.
 *
 * Returns: (transfer full) (nullable): the reply
 */
ZgReplyItem *
zg_reply_item_load (ZgDatabase     *db,
                    const ZgReply  *reply,
                    gint64          customer_id,
                    gint64          order_id,
                    gint64          staff_id,
                    ZgClock        *clock,
                    GError        **error)
{
  ZgReplyPage *page = g_new0 (ZgReplyPage, 1);
  ZgReplyItem *item = NULL;

  g_atomic_ref_count_init (&page->n_refs);
  page->customer_id = customer_id;
  page->order_id = order_id;
  page->staff_id = staff_id;
  page->clock = zg_clock_ref (clock);
  page->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_ptr_array_add (page->replies, zg_reply_copy (reply));
  page->copies = zg_contact_table_load_copies (db, customer_id, error);
  page->context = page->copies != NULL ? zg_fill_context_load (db, customer_id, order_id, staff_id, clock, error) : NULL;
  if (page->context != NULL)
    item = zg_reply_item_new (page, 0, 1);
  zg_reply_page_unref (page);
  return item;
}
