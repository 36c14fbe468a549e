/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-reply-desk.h"
#include "zg-reply-rank.h"
#include "zg-store.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_ITEM (zg_reply_item_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyItem, zg_reply_item, ZG, REPLY_ITEM, GObject)

const ZgReply *zg_reply_item_get_reply (ZgReplyItem *item);
guint zg_reply_item_get_number (ZgReplyItem *item);
gboolean zg_reply_item_get_fits_now (ZgReplyItem *item);
ZgTime zg_reply_item_get_last_copy (ZgReplyItem *item);
guint zg_reply_item_get_wording (ZgReplyItem *item);
ZgFill *zg_reply_item_fill (ZgReplyItem *item,
                            guint        wording,
                            GHashTable  *answers) G_GNUC_WARN_UNUSED_RESULT;

ZgReplyItem *zg_reply_item_load (ZgDatabase     *db,
                                 const ZgReply  *reply,
                                 gint64          customer_id,
                                 gint64          order_id,
                                 gint64          staff_id,
                                 ZgClock        *clock,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

#define ZG_TYPE_REPLY_BOOK (zg_reply_book_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyBook, zg_reply_book, ZG, REPLY_BOOK, GObject)

ZgReplyBook *zg_reply_book_new (ZgStore *store,
                                ZgClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_book_set_person (ZgReplyBook *book,
                               gint64       customer_id,
                               gint64       order_id,
                               gint64       staff_id);
void zg_reply_book_reload (ZgReplyBook *book);
void zg_reply_book_set_query (ZgReplyBook *book,
                              const char  *query);
const char *zg_reply_book_get_query (ZgReplyBook *book);
void zg_reply_book_set_group (ZgReplyBook *book,
                              gint64       group_id);
gint64 zg_reply_book_get_group (ZgReplyBook *book);
GListModel *zg_reply_book_get_hits (ZgReplyBook *book);
GPtrArray *zg_reply_book_get_groups (ZgReplyBook *book);
guint zg_reply_book_get_n_replies (ZgReplyBook *book);

G_END_DECLS
