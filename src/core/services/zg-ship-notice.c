/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-ship-notice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-reply-desk.h"

/* Which of the replies tells a buyer that the goods are on their way. */

/* The starter library's own text for this; a shop that mended it keeps the key. */
#define STARTER_KEY "shipping-shipped"

static gboolean
has_number (const ZgOrder *order)
{
  return order->tracking != NULL && *order->tracking != '\0';
}

/* A notice tells the number and asks the clerk for nothing: the stage also has answers to where a parcel is, and the like. */
static gboolean
is_notice (const ZgFill  *fill,
           const ZgOrder *order)
{
  return fill->missing->len == 0 && (!has_number (order) || strstr (fill->text, order->tracking) != NULL);
}

/* What is used most; the text made for it where none was used yet. */
static gboolean
is_better (const ZgReply *reply,
           const ZgReply *best)
{
  if (best == NULL)
    return TRUE;
  if (reply->use_count != best->use_count)
    return reply->use_count > best->use_count;
  return g_strcmp0 (reply->starter, STARTER_KEY) == 0;
}

/* (transfer full) (nullable): the wording whose turn it is, or the next one that will do; %NULL when none does. */
static ZgFill *
fill_notice (ZgFillContext *context,
             const ZgReply *reply,
             guint          wording)
{
  guint n_wordings = zg_reply_get_n_wordings (reply);

  for (guint step = 0; step < n_wordings; step++)
    {
      ZgFill *fill = zg_fill_context_fill_known (context, zg_reply_get_wording (reply, (wording + step) % n_wordings), NULL);

      if (is_notice (fill, context->order))
        return fill;
      zg_fill_free (fill);
    }
  return NULL;
}

/* Of the shop's replies the one to take: the best that will do, else the starter's, to show what it lacks. Without a number
 * any text would do, so only that one is to the point. */
static const ZgReply *
choose_reply (GPtrArray     *replies,
              ZgFillContext *context,
              ZgTime         now)
{
  const ZgReply *best = NULL;
  const ZgReply *starter = NULL;

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);
      ZgFill *fill;

      if ((reply->stages & (1u << ZG_STAGE_SHIPPING)) == 0 || !zg_reply_is_valid_at (reply, now))
        continue;
      if (g_strcmp0 (reply->starter, STARTER_KEY) == 0)
        starter = reply;
      fill = fill_notice (context, reply, 0);
      if (fill != NULL && is_better (reply, best))
        best = reply;
      g_clear_pointer (&fill, zg_fill_free);
    }
  if (starter != NULL && (best == NULL || !has_number (context->order)))
    return starter;
  return best;
}

/**
 * zg_ship_notice_make:
 * @db: a connection
 * @order_id: an order that left
 * @staff_id: who tells it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Fills the shop's shipping notice for @order_id: of those that tell its number the one that is used most.
 *
 * Returns: (transfer full) (nullable): the text, or what it lacks; %NULL with %ZG_DOMAIN_ERROR_REFUSED when the shop has no
 *   such reply
 */
ZgOrderText *
zg_ship_notice_make (ZgDatabase  *db,
                     gint64       order_id,
                     gint64       staff_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autoptr(ZgOrderText) notice = g_new0 (ZgOrderText, 1);
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(GPtrArray) replies = order != NULL ? zg_reply_desk_load (db, staff_id, error) : NULL;
  g_autoptr(ZgFillContext) context = NULL;
  const ZgReply *reply;
  guint wording = 0;

  if (replies == NULL)
    return NULL;
  context = zg_fill_context_load (db, order->customer_id, order_id, staff_id, clock, error);
  if (context == NULL)
    return NULL;
  reply = choose_reply (replies, context, zg_clock_now (clock));
  if (reply == NULL)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("There is no reply for the shipping notice stage that tells the tracking number. Write one under "
                             "Replies."));
      return NULL;
    }
  if (!zg_reply_desk_next_wording (db, reply, order->customer_id, &wording, NULL, error))
    return NULL;

  notice->reply = zg_reply_copy (reply);
  notice->customer_id = order->customer_id;
  notice->call_name = g_strdup (context->customer != NULL ? zg_customer_get_call_name (context->customer) : "");
  notice->fill = fill_notice (context, reply, wording);
  if (notice->fill == NULL)
    notice->fill = zg_fill_context_fill_known (context, zg_reply_get_wording (reply, wording), NULL);
  return g_steal_pointer (&notice);
}
