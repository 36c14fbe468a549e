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

/**
 * zg_timeline_free:
 * @timeline: (transfer full) (nullable): a part of a timeline
 */
void
zg_timeline_free (ZgTimeline *timeline)
{
  if (timeline == NULL)
    return;

  g_ptr_array_unref (timeline->entries);
  g_free (timeline);
}

/**
 * zg_timeline_entry_get_place:
 * @entry: an entry
 *
 * Returns: where it stands
 */
ZgTimelinePlace
zg_timeline_entry_get_place (const ZgTimelineEntry *entry)
{
  return (ZgTimelinePlace) {
    .at = entry->at,
    .is_order = entry->order != NULL,
    .id = entry->order != NULL ? entry->order->id : entry->contact->id,
  };
}

static gboolean
orders_equal (const ZgOrder *a,
              const ZgOrder *b)
{
  g_autofree char *items_of_a = NULL;
  g_autofree char *items_of_b = NULL;

  /* What an import changes does not count as an edit. */
  if (a->version != b->version || a->state != b->state || a->total != b->total)
    return FALSE;
  items_of_a = zg_order_items_to_text (a);
  items_of_b = zg_order_items_to_text (b);
  return g_str_equal (items_of_a, items_of_b);
}

/**
 * zg_timeline_entry_equal:
 * @a: an entry
 * @b: another one
 *
 * Returns: whether both are the same thing, and say the same
 */
gboolean
zg_timeline_entry_equal (const ZgTimelineEntry *a,
                         const ZgTimelineEntry *b)
{
  ZgTimelinePlace place_of_a = zg_timeline_entry_get_place (a);
  ZgTimelinePlace place_of_b = zg_timeline_entry_get_place (b);

  if (zg_timeline_place_compare (&place_of_a, &place_of_b) != 0)
    return FALSE;
  if (a->order != NULL)
    return orders_equal (a->order, b->order);
  return g_strcmp0 (a->contact->title, b->contact->title) == 0
         && g_strcmp0 (a->contact->text, b->contact->text) == 0
         && g_strcmp0 (a->contact->staff_name, b->contact->staff_name) == 0;
}

/* Page after page, until what was seen is reached. One more than a page tells whether there is more. */
static gboolean
read_places (ZgDatabase            *db,
             gint64                 customer_id,
             const ZgTimelineSpan  *span,
             ZgTimeline            *timeline,
             GArray                *places,
             GError               **error)
{
  ZgTimelinePlace last = span->after;

  do
    {
      guint n_before = places->len;

      if (!zg_timeline_table_read (db, customer_id, timeline->kinds, &last, span->limit + 1, places, error))
        return FALSE;
      timeline->has_earlier = places->len - n_before > (guint) span->limit;
      if (timeline->has_earlier)
        g_array_set_size (places, places->len - 1);
      if (places->len > 0)
        last = g_array_index (places, ZgTimelinePlace, places->len - 1);
    }
  while (timeline->has_earlier && span->until.id != 0 && zg_timeline_place_compare (&last, &span->until) < 0);
  return TRUE;
}

static ZgTimelineEntry *
load_entry (ZgDatabase             *db,
            const ZgTimelinePlace  *place,
            GError                **error)
{
  g_autoptr(ZgTimelineEntry) entry = g_new0 (ZgTimelineEntry, 1);

  entry->at = place->at;
  if (place->is_order)
    entry->order = zg_order_table_load (db, place->id, error);
  else if (!zg_contact_table_load (db, place->id, &entry->contact, error))
    return NULL;
  return entry->order != NULL || entry->contact != NULL ? g_steal_pointer (&entry) : NULL;
}

/**
 * zg_timeline_load:
 * @db: a connection
 * @customer_id: a customer
 * @span: (nullable): which part; %NULL for all that ever happened
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what happened, newest first
 */
ZgTimeline *
zg_timeline_load (ZgDatabase            *db,
                  gint64                 customer_id,
                  const ZgTimelineSpan  *span,
                  GError               **error)
{
  static const ZgTimelineSpan all = { .kinds = ZG_TIMELINE_ALL, .limit = G_MAXINT - 1 };
  g_autoptr(ZgTimeline) timeline = g_new0 (ZgTimeline, 1);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ZgTimelinePlace));

  timeline->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_timeline_entry_free);
  span = span != NULL ? span : &all;
  if (!zg_timeline_table_get_kinds (db, customer_id, &timeline->available, error))
    return NULL;
  timeline->kinds = (span->kinds & timeline->available) != 0 ? span->kinds : ZG_TIMELINE_ALL;
  if (!read_places (db, customer_id, span, timeline, places, error))
    return NULL;

  for (guint i = 0; i < places->len; i++)
    {
      ZgTimelineEntry *entry = load_entry (db, &g_array_index (places, ZgTimelinePlace, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (timeline->entries, entry);
    }
  return g_steal_pointer (&timeline);
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
