/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-read-back.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"

/* Which of the replies is the one that reads an order back. */

/* The starter library's own text for this; a shop that mended it keeps the key. */
#define STARTER_KEY "confirm-order"

static gboolean
is_confirmation (const ZgReply *reply)
{
  return (reply->stages & (1u << ZG_STAGE_CONFIRMATION)) != 0;
}

/* A favourite is what the shop chose; else the text made for it; else the one that comes first. */
static guint
rank (const ZgReply *reply)
{
  if (reply->favourite)
    return 2;
  return g_strcmp0 (reply->starter, STARTER_KEY) == 0 ? 1 : 0;
}

static const ZgReply *
choose_reply (GPtrArray *replies)
{
  const ZgReply *best = NULL;

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);

      if (is_confirmation (reply) && (best == NULL || rank (reply) > rank (best)))
        best = reply;
    }
  return best;
}

/* The wording whose turn it is; if that asks for something, the next one that asks for nothing. */
static ZgFill *
fill_whole (ZgFillContext *context,
            const ZgReply *reply,
            guint          wording)
{
  ZgFill *first = zg_fill_context_fill_known (context, zg_reply_get_wording (reply, wording), NULL);
  guint n_wordings = zg_reply_get_n_wordings (reply);

  for (guint step = 1; step < n_wordings && first->missing->len > 0; step++)
    {
      ZgFill *fill = zg_fill_context_fill_known (context, zg_reply_get_wording (reply, (wording + step) % n_wordings), NULL);

      if (fill->missing->len == 0)
        {
          zg_fill_free (first);
          return fill;
        }
      zg_fill_free (fill);
    }
  return first;
}

/**
 * zg_read_back_make:
 * @db: a connection
 * @order_id: an order
 * @staff_id: who reads it back, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Fills the shop's confirmation reply for @order_id, whoever the clerk is talking to.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with %ZG_DOMAIN_ERROR_REFUSED when the shop has no such reply
 */
ZgReadBack *
zg_read_back_make (ZgDatabase  *db,
                   gint64       order_id,
                   gint64       staff_id,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autoptr (ZgReadBack) read_back = g_new0 (ZgReadBack, 1);
  g_autoptr (GPtrArray) replies = zg_reply_desk_load (db, 0, error);
  g_autoptr (ZgOrder) order = replies != NULL ? zg_order_table_load (db, order_id, error) : NULL;
  g_autoptr (ZgFillContext) context = NULL;
  const ZgReply *reply;
  guint wording = 0;

  if (order == NULL)
    return NULL;

  reply = choose_reply (replies);
  if (reply == NULL)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("There is no reply for the order confirmation stage yet. Write one under Replies."));
      return NULL;
    }

  context = zg_fill_context_load (db, order->customer_id, order_id, staff_id, clock, error);
  if (context == NULL
      || !zg_reply_desk_next_wording (db, reply, order->customer_id, &wording, NULL, error))
    return NULL;

  read_back->reply = zg_reply_copy (reply);
  read_back->customer_id = order->customer_id;
  read_back->call_name = g_strdup (context->customer != NULL ? zg_customer_get_call_name (context->customer) : "");
  read_back->fill = fill_whole (context, reply, wording);
  return g_steal_pointer (&read_back);
}

/**
 * zg_read_back_describe_missing:
 * @read_back: a text that lacks something
 *
 * Returns: (transfer full): a sentence that says what
 */
char *
zg_read_back_describe_missing (const ZgReadBack *read_back)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < read_back->fill->missing->len; i++)
    {
      const ZgMissing *missing = g_ptr_array_index (read_back->fill->missing, i);

      /* TRANSLATORS: between the things that a text lacks */
      g_string_append_printf (labels, "%s%s", i > 0 ? _(", ") : "", missing->label);
    }
  return g_strdup_printf (_("Nothing was copied: the text still lacks %s."), labels->str);
}

/**
 * zg_read_back_free:
 * @read_back: (transfer full) (nullable): a text
 */
void
zg_read_back_free (ZgReadBack *read_back)
{
  if (read_back == NULL)
    return;

  g_clear_pointer (&read_back->reply, zg_reply_free);
  g_clear_pointer (&read_back->fill, zg_fill_free);
  g_free (read_back->call_name);
  g_free (read_back);
}
