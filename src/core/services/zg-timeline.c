/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-timeline.h"

#include <glib/gi18n.h>

#include "zg-contact-table.h"
#include "zg-order-table.h"

/* A customer's history: their orders and all that was copied, noted, said or changed, newest first. */

/**
 * zg_timeline_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
zg_timeline_entry_free (ZgTimelineEntry *entry)
{
  if (entry == NULL)
    return;

  zg_order_free (entry->order);
  zg_contact_free (entry->contact);
  g_free (entry);
}

static ZgTime
order_time (const ZgOrder *order)
{
  return order->ordered_at != ZG_TIME_NONE ? order->ordered_at : order->paid_at;
}

static ZgTimelineEntry *
take_entry (ZgTime     at,
            gpointer  *order,
            gpointer  *contact)
{
  ZgTimelineEntry *entry = g_new0 (ZgTimelineEntry, 1);

  entry->at = at;
  if (order != NULL)
    entry->order = g_steal_pointer (order);
  if (contact != NULL)
    entry->contact = g_steal_pointer (contact);
  return entry;
}

/**
 * zg_timeline_merge:
 * @orders: (transfer none) (element-type ZgOrder): orders, newest first; those that are used are taken out
 * @contacts: (transfer none) (element-type ZgContact): contacts, newest first; those that are used are taken out
 * @limit: how many entries at the most
 *
 * Brings both into one order, newest first. Of the same moment the contact comes first: what was said about an order
 * came after it.
 *
 * Returns: (transfer full) (element-type ZgTimelineEntry): the timeline
 */
GPtrArray *
zg_timeline_merge (GPtrArray *orders,
                   GPtrArray *contacts,
                   int        limit)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_timeline_entry_free);
  guint n_orders = 0;
  guint n_contacts = 0;

  while (entries->len < (guint) limit && (n_orders < orders->len || n_contacts < contacts->len))
    {
      gpointer *order = n_orders < orders->len ? &g_ptr_array_index (orders, n_orders) : NULL;
      gpointer *contact = n_contacts < contacts->len ? &g_ptr_array_index (contacts, n_contacts) : NULL;

      if (contact == NULL || (order != NULL && order_time (*order) > ((ZgContact *) *contact)->at))
        {
          g_ptr_array_add (entries, take_entry (order_time (*order), order, NULL));
          n_orders++;
        }
      else
        {
          g_ptr_array_add (entries, take_entry (((ZgContact *) *contact)->at, NULL, contact));
          n_contacts++;
        }
    }
  return entries;
}

/**
 * zg_timeline_load:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many entries at the most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgTimelineEntry): what happened, newest first
 */
GPtrArray *
zg_timeline_load (ZgDatabase  *db,
                  gint64       customer_id,
                  int          limit,
                  GError     **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  g_autoptr(GPtrArray) contacts = NULL;
  g_autoptr(GArray) ids = zg_order_table_list_for_customer (db, customer_id, limit, error);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      ZgOrder *order = zg_order_table_load (db, g_array_index (ids, gint64, i), error);

      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }

  contacts = zg_contact_table_load_for_customer (db, customer_id, limit, error);
  if (contacts == NULL)
    return NULL;
  return zg_timeline_merge (orders, contacts, limit);
}

/**
 * zg_timeline_get_period:
 * @at: when something was
 * @now: what time it is
 * @zone: (nullable): the shop's zone; %NULL for the computer's
 *
 * Returns: the heading it belongs under; what lies ahead belongs to today
 */
ZgTimelinePeriod
zg_timeline_get_period (ZgTime     at,
                        ZgTime     now,
                        GTimeZone *zone)
{
  g_autoptr(GDateTime) then = zg_time_to_date_time (at, zone);
  g_autoptr(GDateTime) today = zg_time_to_date_time (now, zone);

  if (then == NULL || today == NULL)
    return ZG_TIMELINE_EARLIER;
  if (at >= now)
    return ZG_TIMELINE_TODAY;
  if (g_date_time_get_year (then) != g_date_time_get_year (today)
      || g_date_time_get_month (then) != g_date_time_get_month (today))
    return ZG_TIMELINE_EARLIER;
  return g_date_time_get_day_of_month (then) == g_date_time_get_day_of_month (today) ? ZG_TIMELINE_TODAY
                                                                                     : ZG_TIMELINE_THIS_MONTH;
}

/**
 * zg_timeline_period_to_label:
 * @period: a heading
 * @now: what time it is
 * @zone: (nullable): the shop's zone; %NULL for the computer's
 *
 * Returns: (transfer full): the heading in the user's language: Today, the name of the month, Earlier
 */
char *
zg_timeline_period_to_label (ZgTimelinePeriod  period,
                             ZgTime            now,
                             GTimeZone        *zone)
{
  g_autoptr(GDateTime) today = zg_time_to_date_time (now, zone);

  switch (period)
    {
    case ZG_TIMELINE_TODAY:
      return g_strdup (_("Today"));
    case ZG_TIMELINE_THIS_MONTH:
      /* TRANSLATORS: strftime(3): the month alone, September. In Chinese: %-m月 */
      return today != NULL ? g_date_time_format (today, _("%B")) : g_strdup ("");
    case ZG_TIMELINE_EARLIER:
    default:
      return g_strdup (_("Earlier"));
    }
}
