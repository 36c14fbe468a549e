/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-book.h"

G_BEGIN_DECLS

/* What was read from the store in one go, so that all of it fits together. */
typedef struct {
  gatomicrefcount n_refs;
  gint64 customer_id;
  gint64 order_id;
  gint64 staff_id;
  ZgClock *clock;
  GPtrArray *replies;
  GPtrArray *groups;
  ZgReplyRanker *ranker;
  ZgFillContext *context;
  GHashTable *copies;
} ZgReplyPage;

void zg_reply_page_unref (ZgReplyPage *page);
guint32 zg_reply_page_get_stages (ZgReplyPage *page);
ZgReplyItem *zg_reply_item_new (ZgReplyPage *page,
                                guint        index,
                                guint        number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
