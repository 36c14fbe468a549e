/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-load"

#include "config.h"

#include "zg-round-load.h"

#include "zg-segment.h"

/* Reading what one has to know before a round is started, on the store's reading thread. */

/**
 * zg_round_offer_free:
 * @offer: (transfer full) (nullable): an offer
 */
void
zg_round_offer_free (ZgRoundOffer *offer)
{
  if (offer == NULL)
    return;

  g_clear_pointer (&offer->segments, g_ptr_array_unref);
  g_clear_pointer (&offer->open, g_ptr_array_unref);
  g_free (offer);
}

static gboolean
load_offer (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ZgRoundOffer *offer = data;
  g_autoptr (GPtrArray) rounds = zg_round_table_load_all (db, TRUE, error);

  offer->segments = rounds != NULL ? zg_segment_load_all (db, error) : NULL;
  if (offer->segments == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      ZgRoundSum *sum = zg_round_sum_up (db, ((ZgRound *) rounds->pdata[i])->id, error);

      if (sum == NULL)
        return FALSE;
      g_ptr_array_add (offer->open, sum);
    }
  return TRUE;
}

/**
 * zg_round_load_offer_async:
 * @session: the shop
 *
 * Asks for whom a round can be, and which rounds go on.
 */
void
zg_round_load_offer_async (ZgSession           *session,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  ZgRoundOffer *offer = g_new0 (ZgRoundOffer, 1);

  offer->open = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_round_sum_free);
  zg_store_read_async (zg_session_get_store (session), load_offer, offer, (GDestroyNotify) zg_round_offer_free, cancellable,
                       callback, user_data);
}

/**
 * zg_round_load_offer_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what there is
 */
ZgRoundOffer *
zg_round_load_offer_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

typedef struct {
  char *filter;
  GArray *customer_ids;
  ZgClock *clock;
  ZgMarketingCounts counts;
} CountJob;

static void
count_job_free (gpointer data)
{
  CountJob *job = data;

  g_free (job->filter);
  g_clear_pointer (&job->customer_ids, g_array_unref);
  zg_clock_unref (job->clock);
  g_free (job);
}

static gboolean
count (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  CountJob *job = data;
  g_autoptr (ZgCustomerFilter) filter = zg_customer_filter_parse (job->filter, error);

  return filter != NULL && zg_marketing_count (db, filter, job->customer_ids, job->clock, &job->counts, error);
}

/**
 * zg_round_load_counts_async:
 * @session: the shop
 * @filter: the text of a #ZgCustomerFilter
 * @customer_ids: (nullable) (element-type gint64): these customers instead
 *
 * Asks how many customers a round finds, and how many of them may not be invited.
 */
void
zg_round_load_counts_async (ZgSession           *session,
                            const char          *filter,
                            GArray              *customer_ids,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CountJob *job = g_new0 (CountJob, 1);

  job->filter = g_strdup (filter);
  job->customer_ids = customer_ids != NULL ? g_array_ref (customer_ids) : NULL;
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), count, job, count_job_free, cancellable, callback, user_data);
}

/**
 * zg_round_load_counts_finish:
 * @counts_out: (out): how many there are
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_round_load_counts_finish (GAsyncResult       *result,
                             ZgMarketingCounts  *counts_out,
                             GError            **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  CountJob *job = zg_store_finish (ZG_STORE (store), result, error);

  if (job == NULL)
    return FALSE;
  *counts_out = job->counts;
  count_job_free (job);
  return TRUE;
}
