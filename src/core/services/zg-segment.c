/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-segment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-desk.h"
#include "zg-error.h"
#include "zg-filtered-customers.h"
#include "zg-integer.h"
#include "zg-level-table.h"
#include "zg-shop-table.h"

/* Filters with a name: those that come with the program, and those that the shop saved. */

#define MAX_NAME 60

/* The ready ones; %d is the number of days of the lost and the quiet ones. */
static const struct {
  const char *key;
  const char *name;
  const char *filter;
} ready[] = {
  { "birthday", N_("Birthday this month"), "birthday:this-month" },
  { "lost", N_("Lost customers"), "orders:1.. no-order:%dd" },
  { "quiet", N_("Silent for 30 days"), "orders:1.. no-contact:%dd" },
  { "never-contacted", N_("Never contacted"), "never-contacted" },
  { "unshipped", N_("Waiting for a parcel"), "unshipped" },
  { "ask-again", N_("Time to ask again"), "asked:due" },
};

/* In front of a level's name. */
#define LEVEL_KEY "level:"

/**
 * zg_segment_get_lost_days:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: after how many days without an order a customer is lost; 0 on an error
 */
gint64
zg_segment_get_lost_days (ZgDatabase  *db,
                          GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, ZG_SETTING_LOST_DAYS, "", error);
  gint64 days;

  if (value == NULL)
    return 0;
  if (!zg_integer_parse (value, 1, ZG_LOST_MAX_DAYS, &days))
    days = ZG_LOST_DEFAULT_DAYS;
  return days;
}

/**
 * zg_segment_set_lost_days:
 * @db: a writing connection in a transaction
 * @days: after how many days without an order a customer is lost; brought between 1 and %ZG_LOST_MAX_DAYS
 * @error: return location for an error
 *
 * Returns: whether it is so from now on
 */
gboolean
zg_segment_set_lost_days (ZgDatabase  *db,
                          gint64       days,
                          GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (days, 1, ZG_LOST_MAX_DAYS));

  return zg_shop_table_set_setting (db, ZG_SETTING_LOST_DAYS, value, error);
}

static void
add_ready (GPtrArray  *segments,
           const char *key,
           char       *name,
           char       *filter)
{
  ZgSegment *segment = g_new0 (ZgSegment, 1);

  segment->key = g_strdup (key);
  segment->name = name;
  segment->filter = filter;
  g_ptr_array_add (segments, segment);
}

static void
add_level (GPtrArray  *segments,
           const char *level)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_new ();
  g_autofree char *key = g_strconcat (LEVEL_KEY, level, NULL);

  for (guint i = 0; i < segments->len; i++)
    if (g_strcmp0 (((ZgSegment *) segments->pdata[i])->key, key) == 0)
      return;

  filter->level = g_strdup (level);
  /* TRANSLATORS: the customers of a member level */
  add_ready (segments, key, g_strdup_printf (_("Members: %s"), level), zg_customer_filter_to_text (filter));
}

/**
 * zg_segment_load_ready:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgSegment): the segments that come with the program, also one for each
 *   member level
 */
GPtrArray *
zg_segment_load_ready (ZgDatabase  *db,
                       GError     **error)
{
  g_autoptr(GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_segment_free);
  g_autoptr(GPtrArray) levels = zg_level_table_load (db, error);
  g_autoptr(GPtrArray) used = levels != NULL ? zg_level_table_list_used (db, error) : NULL;
  gint64 lost_days = used != NULL ? zg_segment_get_lost_days (db, error) : 0;

  if (lost_days == 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ready); i++)
    {
      int days = strcmp (ready[i].key, "lost") == 0 ? (int) lost_days : ZG_QUIET_DAYS;
      g_auto(GStrv) parts = g_strsplit (ready[i].filter, "%d", 2);
      g_autofree char *number = g_strdup_printf ("%d", days);

      add_ready (segments, ready[i].key, g_strdup (_(ready[i].name)), g_strjoinv (number, parts));
    }
  /* The highest first. */
  for (guint i = levels->len; i > 0; i--)
    add_level (segments, ((ZgMemberLevel *) levels->pdata[i - 1])->name);
  for (guint i = 0; i < used->len; i++)
    add_level (segments, used->pdata[i]);
  return g_steal_pointer (&segments);
}

/**
 * zg_segment_load_all:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgSegment): the segments that come with the program, then the saved
 *   ones in their order
 */
GPtrArray *
zg_segment_load_all (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(GPtrArray) segments = zg_segment_load_ready (db, error);
  g_autoptr(GPtrArray) saved = segments != NULL ? zg_segment_table_load (db, error) : NULL;

  if (saved == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (segments, g_steal_pointer (&saved));
  return g_steal_pointer (&segments);
}

/**
 * zg_segment_find:
 * @db: a connection
 * @name: a name, the key of a ready one, or a filter as text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the segment; for a filter, one without a row whose name is its description; %NULL
 *   with %ZG_DOMAIN_ERROR_INVALID when it is none of these
 */
ZgSegment *
zg_segment_find (ZgDatabase  *db,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(GPtrArray) segments = zg_segment_load_all (db, error);
  g_autoptr(ZgCustomerFilter) filter = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (segments == NULL)
    return NULL;
  /* What the shop saved comes first: a ready one is also found by its key. */
  for (guint i = segments->len; i > 0; i--)
    {
      const ZgSegment *segment = segments->pdata[i - 1];

      if (strcmp (segment->name, name) == 0 || g_strcmp0 (segment->key, name) == 0)
        return zg_segment_copy (segment);
    }

  filter = zg_customer_filter_parse (name, error);
  if (filter == NULL)
    {
      g_prefix_error (error, _("There is no segment “%s”. "), name);
      return NULL;
    }
  text = zg_customer_filter_to_text (filter);
  words = zg_customer_filter_describe (filter);
  return zg_segment_new (words, text);
}

/**
 * zg_segment_describe:
 * @segment: a segment
 *
 * Returns: (transfer full): whom it means, in words; why it can't be read when a newer program saved it
 */
char *
zg_segment_describe (const ZgSegment *segment)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (segment->filter, &error);

  return filter != NULL ? zg_customer_filter_describe (filter) : g_strdup (error->message);
}

/**
 * zg_segment_count:
 * @db: a connection
 * @segment: a segment
 * @clock: what time it is and where
 * @count_out: (out): how many customers are in it
 * @error: return location for an error
 *
 * Returns: whether they were counted; %FALSE with %ZG_DOMAIN_ERROR_INVALID when a newer program saved the filter
 */
gboolean
zg_segment_count (ZgDatabase       *db,
                  const ZgSegment  *segment,
                  ZgClock          *clock,
                  gint64           *count_out,
                  GError          **error)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (segment->filter, error);

  return filter != NULL && zg_filtered_customers_count (db, filter, clock, count_out, error);
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, sentence);
  return FALSE;
}

/* A name is one line, and no ready segment's. */
static gboolean
check_name (ZgDatabase  *db,
            const char  *name,
            GError     **error)
{
  g_autoptr(GPtrArray) others = zg_segment_load_ready (db, error);

  if (others == NULL)
    return FALSE;
  if (*name == '\0')
    return refuse (error, _("A segment needs a name."));
  if (g_utf8_strlen (name, -1) > MAX_NAME || strchr (name, '\n') != NULL)
    return refuse (error, _("A segment's name is one short line."));
  for (guint i = 0; i < others->len; i++)
    {
      const ZgSegment *other = others->pdata[i];

      if (strcmp (other->name, name) == 0 || strcmp (other->key, name) == 0)
        {
          g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("There is a segment “%s” already."), name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * zg_segment_save:
 * @db: a writing connection in a transaction
 * @segment: a new segment, or one with another name or filter; gets its id and version, and its filter in canonical form
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID for a name or a filter that can't be, with %ZG_STORE_ERROR_DUPLICATE when
 *   the name is taken, with %ZG_STORE_ERROR_STALE when somebody else changed it
 */
gboolean
zg_segment_save (ZgDatabase  *db,
                 ZgSegment   *segment,
                 GError     **error)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (segment->filter, error);

  g_strstrip (segment->name);
  if (filter == NULL || !check_name (db, segment->name, error))
    return FALSE;

  g_free (segment->filter);
  segment->filter = zg_customer_filter_to_text (filter);
  return segment->id == 0 ? zg_segment_table_insert (db, segment, error) : zg_segment_table_update (db, segment, error);
}

/**
 * zg_segment_move:
 * @db: a writing connection in a transaction
 * @id: a saved segment
 * @place: where it should stand among the saved ones, from 0; beyond the end is the end
 * @place_before_out: (out): where it stood, to move it back
 * @error: return location for an error
 *
 * Returns: whether it stands there; %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
zg_segment_move (ZgDatabase  *db,
                 gint64       id,
                 guint        place,
                 guint       *place_before_out,
                 GError     **error)
{
  g_autoptr(GPtrArray) saved = zg_segment_table_load (db, error);
  ZgSegment *moved = NULL;

  if (saved == NULL)
    return FALSE;
  for (guint i = 0; i < saved->len && moved == NULL; i++)
    if (((ZgSegment *) saved->pdata[i])->id == id)
      {
        *place_before_out = i;
        moved = g_ptr_array_steal_index (saved, i);
      }
  if (moved == NULL)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such segment any more."));
      return FALSE;
    }

  g_ptr_array_insert (saved, (int) MIN (place, saved->len), moved);
  for (guint i = 0; i < saved->len; i++)
    {
      const ZgSegment *segment = saved->pdata[i];

      if (segment->position != (int) i + 1 && !zg_segment_table_set_position (db, segment->id, (int) i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_segment_delete:
 * @db: a writing connection in a transaction
 * @id: a saved segment
 * @error: return location for an error
 *
 * Rounds that were started from it go on: they have their members. zg_segment_restore() takes it back.
 *
 * Returns: whether it is gone
 */
gboolean
zg_segment_delete (ZgDatabase  *db,
                   gint64       id,
                   GError     **error)
{
  return zg_segment_table_delete (db, id, error);
}

/**
 * zg_segment_restore:
 * @db: a writing connection in a transaction
 * @before: a saved segment as it was before it was renamed, given another filter, or deleted
 * @error: return location for an error
 *
 * Undo of zg_segment_save() and zg_segment_delete().
 *
 * Returns: whether it is as it was; %FALSE with %ZG_STORE_ERROR_DUPLICATE when its name was taken in the meantime
 */
gboolean
zg_segment_restore (ZgDatabase       *db,
                    const ZgSegment  *before,
                    GError          **error)
{
  g_autoptr(GPtrArray) saved = zg_segment_table_load (db, error);
  g_autoptr(ZgSegment) segment = zg_segment_copy (before);

  if (saved == NULL)
    return FALSE;
  for (guint i = 0; i < saved->len; i++)
    {
      const ZgSegment *present = saved->pdata[i];

      if (strcmp (present->uid, before->uid) != 0)
        continue;
      segment->id = present->id;
      segment->version = present->version;
      return zg_segment_table_update (db, segment, error);
    }
  return zg_segment_table_insert (db, segment, error);
}
