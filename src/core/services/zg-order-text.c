/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-text.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-suggest.h"
#include "zg-reply-table.h"

/* The shop's own reply for where an order stands, filled for it: to read it back, to remind of the payment, to tell it left. */

/* The starter library's own text that reads an order back; a shop that mended it keeps the key. */
#define STARTER_KEY "confirm-order"

/* A favourite is what the shop chose; else the text made for it; else the one that was used most; else the one that comes first. */
static gboolean
is_better (const ZgReply *reply,
           const ZgReply *best)
{
  gboolean is_starter = g_strcmp0 (reply->starter, STARTER_KEY) == 0;

  if (best == NULL)
    return TRUE;
  if (reply->favourite != best->favourite)
    return reply->favourite;
  if (is_starter != (g_strcmp0 (best->starter, STARTER_KEY) == 0))
    return is_starter;
  return reply->use_count > best->use_count;
}

static GPtrArray *
list_for_stage (GPtrArray *replies,
                ZgStage    stage)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (replies, i);

      if ((reply->stages & (1u << stage)) != 0)
        g_ptr_array_add (list, reply);
    }
  return list;
}

/* What answers @about best, where something does. */
static const ZgReply *
choose_reply (GPtrArray  *replies,
              ZgStage     stage,
              const char *about,
              ZgTime      now)
{
  g_autoptr (GPtrArray) list = list_for_stage (replies, stage);
  const ZgReply *best = NULL;

  if (about != NULL && *about != '\0')
    {
      g_autoptr (ZgReplySuggester) suggester = zg_reply_suggester_new (list);
      g_autoptr (GArray) found = zg_reply_suggester_suggest (suggester, about, now);

      if (found->len > 0)
        return g_ptr_array_index (list, g_array_index (found, ZgReplySuggestion, 0).index);
    }
  for (guint i = 0; i < list->len; i++)
    if (is_better (g_ptr_array_index (list, i), best))
      best = g_ptr_array_index (list, i);
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
 * zg_order_text_make:
 * @db: a connection
 * @order_id: an order
 * @stage: what the text is for
 * @about: (nullable): what the customer said, to choose among several replies
 * @staff_id: who says it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Fills the shop's reply for @stage for @order_id, whoever the clerk is talking to.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with %ZG_DOMAIN_ERROR_REFUSED when the shop has no such reply
 */
ZgOrderText *
zg_order_text_make (ZgDatabase  *db,
                    gint64       order_id,
                    ZgStage      stage,
                    const char  *about,
                    gint64       staff_id,
                    ZgClock     *clock,
                    GError     **error)
{
  g_autoptr (ZgOrderText) text = g_new0 (ZgOrderText, 1);
  g_autoptr (GPtrArray) replies = zg_reply_desk_load (db, 0, error);
  g_autoptr (ZgOrder) order = replies != NULL ? zg_order_table_load (db, order_id, error) : NULL;
  g_autoptr (ZgFillContext) context = NULL;
  const ZgReply *reply;
  guint wording = 0;

  if (order == NULL)
    return NULL;

  reply = choose_reply (replies, stage, about, zg_clock_now (clock));
  if (reply == NULL)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: %s is where a conversation stands, “Payment reminder” */
                   _("There is no reply for the stage “%s” yet. Write one under Replies."), zg_stage_to_label (stage));
      return NULL;
    }

  context = zg_fill_context_load (db, order->customer_id, order_id, staff_id, clock, error);
  if (context == NULL
      || !zg_reply_desk_next_wording (db, reply, order->customer_id, &wording, NULL, error))
    return NULL;

  text->reply = zg_reply_copy (reply);
  text->customer_id = order->customer_id;
  text->call_name = g_strdup (context->customer != NULL ? zg_customer_get_call_name (context->customer) : "");
  text->fill = fill_whole (context, reply, wording);
  return g_steal_pointer (&text);
}

/**
 * zg_order_text_describe_missing:
 * @text: a text that lacks something
 *
 * Returns: (transfer full): a sentence that says what
 */
char *
zg_order_text_describe_missing (const ZgOrderText *text)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < text->fill->missing->len; i++)
    {
      const ZgMissing *missing = g_ptr_array_index (text->fill->missing, i);

      /* TRANSLATORS: between the things that a text lacks */
      g_string_append_printf (labels, "%s%s", i > 0 ? _(", ") : "", missing->label);
    }
  return g_strdup_printf (_("Nothing was copied: the text still lacks %s."), labels->str);
}

/**
 * zg_order_text_free:
 * @text: (transfer full) (nullable): a text
 */
void
zg_order_text_free (ZgOrderText *text)
{
  if (text == NULL)
    return;

  g_clear_pointer (&text->reply, zg_reply_free);
  g_clear_pointer (&text->fill, zg_fill_free);
  g_free (text->call_name);
  g_free (text);
}
