/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-member-level.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-desk.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-integer.h"
#include "zg-money.h"

/*
 * Which member level fits a customer. It is a suggestion: the level is what a person gave, and stays until a person takes
 * the suggestion. A level that has no rule is given by hand alone, and nobody is suggested out of it.
 */

#define MAX_NAME 30
#define MAX_LEVELS 20

/**
 * zg_level_suggestion_free:
 * @suggestion: (transfer full) (nullable): a suggestion
 */
void
zg_level_suggestion_free (ZgLevelSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;

  g_free (suggestion->present);
  g_free (suggestion->suggested);
  g_free (suggestion);
}

/* @sentence: (transfer full) */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, sentence);
  g_free (sentence);
  return FALSE;
}

static gboolean
has_rule (const ZgMemberLevel *level)
{
  return level->min_spent > 0 || level->min_orders > 0;
}

static gboolean
check_name (GPtrArray  *levels,
            guint       place,
            GError    **error)
{
  const char *name = g_strstrip (((ZgMemberLevel *) levels->pdata[place])->name);

  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME || strpbrk (name, "\n\t") != NULL)
    return refuse (error, g_strdup_printf (_("“%s” can't be the name of a level: it has to be one short line."), name));
  for (guint i = 0; i < place; i++)
    if (strcmp (((ZgMemberLevel *) levels->pdata[i])->name, name) == 0)
      return refuse (error, g_strdup_printf (_("Two levels have the name “%s”."), name));
  return TRUE;
}

/* What a higher level asks for is not less than what one below it does. */
static gboolean
check_rule (GPtrArray  *levels,
            guint       place,
            GError    **error)
{
  const ZgMemberLevel *level = levels->pdata[place];

  if (level->min_spent < 0 || level->min_orders < 0)
    return refuse (error, g_strdup_printf (_("The level “%s” asks for less than nothing."), level->name));
  for (guint i = 0; i < place; i++)
    {
      const ZgMemberLevel *lower = levels->pdata[i];

      if ((level->min_spent > 0 && level->min_spent <= lower->min_spent)
          || (level->min_orders > 0 && level->min_orders <= lower->min_orders))
        return refuse (error, g_strdup_printf (_("The level “%s” has to ask for more than those before it."), level->name));
    }
  return TRUE;
}

/**
 * zg_member_level_save_all:
 * @db: a writing connection in a transaction
 * @levels: (element-type ZgMemberLevel): all levels with their rules, the lowest first
 * @error: return location for an error
 *
 * Nobody's level changes by it. Saving what zg_level_table_load() gave before takes it back.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID for levels that can't be
 */
gboolean
zg_member_level_save_all (ZgDatabase  *db,
                          GPtrArray   *levels,
                          GError     **error)
{
  if (levels->len > MAX_LEVELS)
    return refuse (error, g_strdup_printf (_("There can be %d levels at the most."), MAX_LEVELS));
  for (guint i = 0; i < levels->len; i++)
    if (!check_name (levels, i, error) || !check_rule (levels, i, error))
      return FALSE;
  return zg_level_table_replace (db, levels, error);
}

/**
 * zg_member_level_parse:
 * @text: a level as the command line takes it: 金卡=1000, 金卡=1000/5 (money or orders), 金卡=/5, 金卡 (by hand)
 * @level_out: (out) (transfer full): the level
 * @error: return location for an error
 *
 * Returns: whether @text is a level
 */
gboolean
zg_member_level_parse (const char     *text,
                       ZgMemberLevel **level_out,
                       GError        **error)
{
  g_auto(GStrv) parts = g_strsplit (text, "=", 2);
  g_auto(GStrv) rule = g_strsplit (parts[0] != NULL && parts[1] != NULL ? parts[1] : "", "/", 2);
  gint64 spent = 0, n_orders = 0;

  if (rule[0] != NULL && *rule[0] != '\0' && !zg_money_parse (rule[0], NULL, &spent, error))
    return FALSE;
  if (rule[0] != NULL && rule[1] != NULL && !zg_integer_parse (rule[1], 1, G_MAXINT, &n_orders))
    return refuse (error, g_strdup_printf (_("“%s” is no level. Write it like GOLD=1000/5: money, or orders."), text));
  *level_out = zg_member_level_new (parts[0] != NULL ? parts[0] : "", spent, n_orders);
  return TRUE;
}

/**
 * zg_member_level_describe:
 * @level: a level
 * @currency: (nullable): what its money is in
 *
 * Returns: (transfer full): its rule in words
 */
char *
zg_member_level_describe (const ZgMemberLevel *level,
                          const char          *currency)
{
  g_autofree char *spent = zg_money_to_text (level->min_spent, currency);

  if (level->min_spent > 0 && level->min_orders > 0)
    return g_strdup_printf (ngettext ("spent %s or %d order", "spent %s or %d orders", level->min_orders), spent,
                            (int) level->min_orders);
  if (level->min_spent > 0)
    return g_strdup_printf (_("spent %s"), spent);
  if (level->min_orders > 0)
    return g_strdup_printf (ngettext ("%d order", "%d orders", level->min_orders), (int) level->min_orders);
  return g_strdup (_("given by hand"));
}

/**
 * zg_member_level_choose:
 * @levels: (element-type ZgMemberLevel): the levels, the lowest first
 * @present: (nullable): the level that the customer has
 * @spent: what they spent, minor units
 * @n_orders: how many orders they have
 *
 * Returns: (nullable) (transfer none): the highest level whose rule fits; %NULL when that is what they have, none fits, or
 *   they have one that is given by hand
 */
const char *
zg_member_level_choose (GPtrArray  *levels,
                        const char *present,
                        gint64      spent,
                        gint64      n_orders)
{
  const char *fitting = NULL;

  for (guint i = 0; i < levels->len; i++)
    {
      const ZgMemberLevel *level = levels->pdata[i];

      if ((level->min_spent > 0 && spent >= level->min_spent) || (level->min_orders > 0 && n_orders >= level->min_orders))
        fitting = level->name;
      if (!has_rule (level) && g_strcmp0 (level->name, present) == 0)
        return NULL;
    }
  return g_strcmp0 (fitting, present) != 0 ? fitting : NULL;
}

/**
 * zg_member_level_suggest:
 * @db: a connection
 * @customer_id: a customer
 * @suggested_out: (out) (transfer full) (nullable): the level that fits better than theirs
 * @error: return location for an error
 *
 * Returns: whether the customer was looked at
 */
gboolean
zg_member_level_suggest (ZgDatabase  *db,
                         gint64       customer_id,
                         char       **suggested_out,
                         GError     **error)
{
  g_autoptr(GPtrArray) levels = zg_level_table_load (db, error);
  g_autoptr(ZgLevelCandidate) candidate =
    levels != NULL ? zg_level_table_load_candidate (db, customer_id, error) : NULL;

  if (candidate == NULL)
    return FALSE;
  *suggested_out = g_strdup (zg_member_level_choose (levels, candidate->level, candidate->spent, candidate->n_orders));
  return TRUE;
}

/**
 * zg_member_level_suggest_all:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgLevelSuggestion): the customers whose level is another than the one
 *   that fits, whoever spent most first
 */
GPtrArray *
zg_member_level_suggest_all (ZgDatabase  *db,
                             GError     **error)
{
  g_autoptr(GPtrArray) suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_level_suggestion_free);
  g_autoptr(GPtrArray) levels = zg_level_table_load (db, error);
  g_autoptr(GPtrArray) candidates = NULL;
  gint64 min_spent = 0, min_orders = 0;

  if (levels == NULL)
    return NULL;
  for (guint i = levels->len; i > 0; i--)
    {
      const ZgMemberLevel *level = levels->pdata[i - 1];

      min_spent = level->min_spent > 0 ? level->min_spent : min_spent;
      min_orders = level->min_orders > 0 ? level->min_orders : min_orders;
    }

  candidates = zg_level_table_load_candidates (db, min_spent, min_orders, error);
  if (candidates == NULL)
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      ZgLevelCandidate *candidate = candidates->pdata[i];
      const char *fitting = zg_member_level_choose (levels, candidate->level, candidate->spent, candidate->n_orders);
      ZgLevelSuggestion *suggestion;

      if (fitting == NULL)
        continue;
      suggestion = g_new0 (ZgLevelSuggestion, 1);
      suggestion->customer_id = candidate->customer_id;
      suggestion->present = g_steal_pointer (&candidate->level);
      suggestion->suggested = g_strdup (fitting);
      suggestion->spent = candidate->spent;
      suggestion->n_orders = candidate->n_orders;
      g_ptr_array_add (suggestions, suggestion);
    }
  return g_steal_pointer (&suggestions);
}

/**
 * zg_member_level_apply:
 * @db: a writing connection in a transaction
 * @suggestions: (element-type ZgLevelSuggestion): who gets which level
 * @is_reverse: whether to give back the level that they had
 * @staff_id: who says so, or 0
 * @clock: what time it is
 * @n_changed_out: (out): how many have another level now
 * @error: return location for an error
 *
 * Gives customers the levels that were suggested, each noted in their timeline. Whose level was changed since, or who was
 * erased, is left alone.
 *
 * Returns: whether it is done
 */
gboolean
zg_member_level_apply (ZgDatabase  *db,
                       GPtrArray   *suggestions,
                       gboolean     is_reverse,
                       gint64       staff_id,
                       ZgClock     *clock,
                       guint       *n_changed_out,
                       GError     **error)
{
  *n_changed_out = 0;
  for (guint i = 0; i < suggestions->len; i++)
    {
      const ZgLevelSuggestion *suggestion = suggestions->pdata[i];
      const char *from = is_reverse ? suggestion->suggested : suggestion->present;
      const char *to = is_reverse ? suggestion->present : suggestion->suggested;
      g_autoptr(ZgCustomer) before = zg_customer_table_load (db, suggestion->customer_id, NULL);
      g_autoptr(ZgCustomer) after = NULL;
      g_autoptr(ZgCustomer) saved = NULL;
      gint64 contact_id;

      if (before == NULL || g_strcmp0 (before->level != NULL ? before->level : "", from) != 0)
        continue;
      after = zg_customer_copy (before);
      g_free (after->level);
      after->level = g_strdup (to);
      if (!zg_customer_desk_change (db, before, after, FALSE, staff_id, clock, &saved, &contact_id, error))
        return FALSE;
      (*n_changed_out)++;
    }
  return TRUE;
}
