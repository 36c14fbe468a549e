/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-case"

#include "config.h"

#include "zg-return-window.h"

#include <glib/gi18n.h>

/*
 * Seven days without a reason: they begin with the day after the one on which the parcel was signed for, and end with the
 * seventh day (《网络购买商品七日无理由退货暂行办法》; the period of Taiwan's 消費者保護法 is the same).
 */

#define DAYS 7

/* Goods that the rule is not for, by the key of a product's return policy. */
static const struct {
  const char *policy;
  const char *text;
} excluded[] = {
  { "made-to-order", N_("Made to order: the seven days are not for it.") },
  { "fresh", N_("It does not keep: the seven days are not for it.") },
  { "opened", N_("Cannot go back once it was opened or downloaded.") },
  { "press", N_("Newspapers and magazines: the seven days are not for them.") },
  { "none", N_("Bought with the buyer's consent that it does not go back.") },
};

static const char *
find_exclusion (const char *policy)
{
  for (gsize i = 0; i < G_N_ELEMENTS (excluded); i++)
    if (g_strcmp0 (excluded[i].policy, policy) == 0)
      return excluded[i].text;
  return NULL;
}

/* The beginning of the local day that follows the seventh. */
static ZgTime
compute_end (ZgTime     received_at,
             GTimeZone *zone)
{
  g_autoptr(GDateTime) received = zg_time_to_date_time (received_at, zone);
  g_autoptr(GDateTime) last = received != NULL ? g_date_time_add_days (received, DAYS + 1) : NULL;
  g_autoptr(GDateTime) end = NULL;

  if (last == NULL)
    return ZG_TIME_NONE;
  end = g_date_time_new (g_date_time_get_timezone (last), g_date_time_get_year (last), g_date_time_get_month (last),
                         g_date_time_get_day_of_month (last), 0, 0, 0);
  return end != NULL ? g_date_time_to_unix (end) * ZG_TIME_SECOND : ZG_TIME_NONE;
}

static char *
describe (ZgReturnState state,
          ZgTime        until,
          GTimeZone    *zone)
{
  g_autoptr(GDateTime) last = zg_time_to_date_time (until - ZG_TIME_SECOND, zone);
  g_autofree char *day = last != NULL ? g_date_time_format (last, "%Y-%m-%d") : g_strdup ("");

  /* TRANSLATORS: %s is a day, 2026-05-08 */
  return g_strdup_printf (state == ZG_RETURN_OPEN ? _("May go back without a reason to the end of %s.")
                                                  : _("The seven days ended with %s."), day);
}

/**
 * zg_return_window:
 * @policy: (nullable): the key of the product's return policy; one that is not known, or none, is seven days
 * @received_at: when the parcel was signed for, or %ZG_TIME_NONE
 * @now: what time it is
 * @zone: (nullable): the shop's zone, whose days are counted; %NULL for the computer's
 *
 * Returns: (transfer full): whether the goods may go back without a reason, until when, and why
 */
ZgReturnWindow *
zg_return_window (const char *policy,
                  ZgTime      received_at,
                  ZgTime      now,
                  GTimeZone  *zone)
{
  ZgReturnWindow *window = g_new0 (ZgReturnWindow, 1);
  const char *exclusion = find_exclusion (policy);

  window->until = ZG_TIME_NONE;
  if (exclusion != NULL)
    {
      window->state = ZG_RETURN_EXCLUDED;
      window->text = g_strdup (_(exclusion));
      return window;
    }
  if (received_at == ZG_TIME_NONE)
    {
      window->state = ZG_RETURN_NOT_BEGUN;
      window->text = g_strdup (_("The seven days begin with the day after it is signed for."));
      return window;
    }
  window->until = compute_end (received_at, zone);
  window->state = now < window->until ? ZG_RETURN_OPEN : ZG_RETURN_OVER;
  window->text = describe (window->state, window->until, zone);
  return window;
}

/**
 * zg_return_window_free:
 * @window: (transfer full) (nullable): what zg_return_window() gave
 */
void
zg_return_window_free (ZgReturnWindow *window)
{
  if (window == NULL)
    return;
  g_free (window->text);
  g_free (window);
}

/**
 * zg_return_state_to_word:
 * @state: whether goods may go back
 *
 * Returns: the word of the command line
 */
const char *
zg_return_state_to_word (ZgReturnState state)
{
  static const char * const words[] = {
    [ZG_RETURN_NOT_BEGUN] = "not-begun",
    [ZG_RETURN_OPEN] = "open",
    [ZG_RETURN_OVER] = "over",
    [ZG_RETURN_EXCLUDED] = "excluded",
  };

  return words[state];
}
