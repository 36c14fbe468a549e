/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-state.h"
#include "zg-personal.h"
#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgTalk:
 * @customer_id: whom one could talk to
 * @order_id: about which order, or 0 when they have none
 * @same_customer: whether the line before is about the same customer
 * @reply_id: for a line that is about a reply instead: which; the other ids are 0
 * @place: for the last eight: their place, else -1
 *
 * One line of the search for whom to talk to. There is one for each order, because two open orders of one person are
 * the easy slip.
 */
typedef struct {
  gint64 customer_id;
  gint64 order_id;
  gint64 reply_id;
  gboolean same_customer;
  int place;
  char *call_name;              /* or the reply's title */
  ZgPersonal name;
  ZgPersonal phone;
  char *city;                   /* or the reply's group */
  char *number;
  ZgOrderState state;
} ZgTalk;

void zg_talk_free (ZgTalk *talk);

void zg_talk_search_async (ZgSession           *session,
                           const char          *query,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
GPtrArray *zg_talk_search_finish (ZgSession     *session,
                                  GAsyncResult  *result,
                                  GError       **error);
void zg_talk_recognise_async (ZgSession           *session,
                              const char          *text,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
char *zg_talk_recognise_finish (ZgSession     *session,
                                GAsyncResult  *result,
                                GError       **error);

gint64 zg_talk_find_only_open_order (ZgSession *session,
                                     gint64     customer_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTalk, zg_talk_free)

G_END_DECLS
