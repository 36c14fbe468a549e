/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-chase.h"
#include "zg-error.h"
#include "zg-integer.h"

/* The ladder of reminders as a value and as text, and the words of the chase. */

#define DAY_MINUTES (24 * 60)
#define MAX_STEPS 6
/* No platform keeps an unpaid order longer. */
#define MAX_MINUTES (60 * DAY_MINUTES)

static const struct {
  const char *word;
  const char *label;
} causes[ZG_N_CHASE_CAUSES] = {
  [ZG_CHASE_CAUSE_NONE] = { "", "" },
  [ZG_CHASE_CAUSE_FORGOT] = { "forgot", N_("Forgot") },
  [ZG_CHASE_CAUSE_HESITATING] = { "hesitating", N_("Hesitating") },
  [ZG_CHASE_CAUSE_PRICE] = { "price", NC_("why it is not paid", "Too expensive") },
  [ZG_CHASE_CAUSE_PAYMENT] = { "payment", N_("Can't pay") },
  [ZG_CHASE_CAUSE_MISTAKE] = { "mistake", N_("Ordered by mistake") },
};

/**
 * zg_chase_cause_to_word:
 * @cause: why an order was not paid
 *
 * Returns: the word of the shop file and of the command line, not translated; empty for none
 */
const char *
zg_chase_cause_to_word (ZgChaseCause cause)
{
  return causes[cause].word;
}

/**
 * zg_chase_cause_from_word:
 * @word: (nullable): a word as zg_chase_cause_to_word() gives it; %NULL is the empty one
 * @cause_out: (out): the cause
 *
 * Returns: whether there is such a cause
 */
gboolean
zg_chase_cause_from_word (const char   *word,
                          ZgChaseCause *cause_out)
{
  for (int i = 0; i < ZG_N_CHASE_CAUSES; i++)
    if (g_strcmp0 (causes[i].word, word != NULL ? word : "") == 0)
      {
        *cause_out = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_chase_cause_to_label:
 * @cause: why an order was not paid
 *
 * Returns: its name in the user's language; empty for none
 */
const char *
zg_chase_cause_to_label (ZgChaseCause cause)
{
  if (cause == ZG_CHASE_CAUSE_PRICE)
    return C_("why it is not paid", "Too expensive");
  return cause == ZG_CHASE_CAUSE_NONE ? "" : _(causes[cause].label);
}

/**
 * zg_chase_stop_to_label:
 * @stop: why there is no next step
 *
 * Returns: the same as a sentence in the user's language; empty where there is one
 */
const char *
zg_chase_stop_to_label (ZgChaseStop stop)
{
  switch (stop)
    {
    case ZG_CHASE_STOP_PAID:
      return _("It is paid.");
    case ZG_CHASE_STOP_CLOSED:
      return _("It closes before anybody else has to be reminded.");
    case ZG_CHASE_STOP_CASH:
      return _("It is paid at the door.");
    case ZG_CHASE_STOP_PRESALE:
      return _("The balance can't be paid yet.");
    case ZG_CHASE_STOP_BY_HAND:
      return _("The buyer is left alone.");
    case ZG_CHASE_STOP_FINISHED:
      return _("All reminders are done.");
    case ZG_CHASE_GOES_ON:
    default:
      return "";
    }
}

/**
 * zg_chase_state_to_word:
 * @state: where a step stands
 *
 * Returns: the word of the command line, not translated
 */
const char *
zg_chase_state_to_word (ZgChaseState state)
{
  static const char * const words[] = { "done", "skipped", "passed", "next", "later" };

  return words[state];
}

/**
 * zg_chase_ladder_new:
 *
 * Returns: (transfer full): a ladder without steps, quiet from 22:00 to 08:00
 */
ZgChaseLadder *
zg_chase_ladder_new (void)
{
  ZgChaseLadder *ladder = g_new0 (ZgChaseLadder, 1);

  ladder->rules = g_array_new (FALSE, FALSE, sizeof (ZgChaseRule));
  ladder->quiet_from = 22 * 60;
  ladder->quiet_to = 8 * 60;
  return ladder;
}

/**
 * zg_chase_ladder_new_standard:
 *
 * Returns: (transfer full): 20 minutes and 3 hours after the order, 2 hours before it closes
 */
ZgChaseLadder *
zg_chase_ladder_new_standard (void)
{
  ZgChaseLadder *ladder = zg_chase_ladder_new ();

  zg_chase_ladder_add (ladder, 20, 0);
  zg_chase_ladder_add (ladder, 180, 0);
  zg_chase_ladder_add (ladder, 0, 120);
  return ladder;
}

/**
 * zg_chase_ladder_free:
 * @ladder: (transfer full) (nullable): a ladder
 */
void
zg_chase_ladder_free (ZgChaseLadder *ladder)
{
  if (ladder == NULL)
    return;

  g_array_unref (ladder->rules);
  g_free (ladder);
}

/**
 * zg_chase_ladder_add:
 * @ladder: a ladder; gets one more step
 * @after: minutes after the order, 0 for the other kind
 * @before_close: minutes before the platform closes it, 0 for the other kind
 */
void
zg_chase_ladder_add (ZgChaseLadder *ladder,
                     int            after,
                     int            before_close)
{
  ZgChaseRule rule = { after, before_close };

  g_array_append_val (ladder->rules, rule);
}

/* "20m", "3h", "1d" */
static gboolean
parse_minutes (const char *text,
               int        *minutes_out)
{
  gsize length = strlen (text);
  g_autofree char *number = length > 1 ? g_strndup (text, length - 1) : NULL;
  int unit = length > 1 ? (text[length - 1] == 'm' ? 1 : text[length - 1] == 'h' ? 60 : text[length - 1] == 'd' ? DAY_MINUTES : 0) : 0;
  gint64 count;

  if (unit == 0 || !zg_integer_parse (number, 1, MAX_MINUTES / unit, &count))
    return FALSE;
  *minutes_out = (int) count * unit;
  return TRUE;
}

/**
 * zg_chase_ladder_parse:
 * @ladder: a ladder; its steps become those of @text, and stay as they are when it can't be read
 * @text: steps with blanks between them: `20m 3h -2h`, where a minus means before the platform closes the order
 * @error: return location, %ZG_DOMAIN_ERROR_INVALID
 *
 * Returns: whether @text is a ladder
 */
gboolean
zg_chase_ladder_parse (ZgChaseLadder  *ladder,
                       const char     *text,
                       GError        **error)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ,，", -1);
  g_autoptr(GArray) rules = g_array_new (FALSE, FALSE, sizeof (ZgChaseRule));
  int last = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean before = words[i][0] == '-';
      ZgChaseRule rule = { 0, 0 };

      if (words[i][0] == '\0')
        continue;
      if (!parse_minutes (words[i] + (before ? 1 : 0), before ? &rule.before_close : &rule.after)
          || (!before && rule.after <= last) || rules->len == MAX_STEPS)
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("“%s” is no ladder. Write it like 20m 3h -2h: after the order, each later than the one before, "
                         "and with a minus before it closes."), text);
          return FALSE;
        }
      last = before ? last : rule.after;
      g_array_append_val (rules, rule);
    }
  if (rules->len == 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A ladder needs at least one step."));
      return FALSE;
    }
  g_array_unref (ladder->rules);
  ladder->rules = g_steal_pointer (&rules);
  return TRUE;
}

static void
append_minutes (GString *text,
                int      minutes)
{
  if (minutes % DAY_MINUTES == 0)
    g_string_append_printf (text, "%dd", minutes / DAY_MINUTES);
  else if (minutes % 60 == 0)
    g_string_append_printf (text, "%dh", minutes / 60);
  else
    g_string_append_printf (text, "%dm", minutes);
}

/**
 * zg_chase_ladder_to_text:
 * @ladder: a ladder
 *
 * Returns: (transfer full): its steps, as zg_chase_ladder_parse() reads them
 */
char *
zg_chase_ladder_to_text (const ZgChaseLadder *ladder)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ladder->rules->len; i++)
    {
      const ZgChaseRule *rule = &g_array_index (ladder->rules, ZgChaseRule, i);

      g_string_append (text, i > 0 ? " " : "");
      g_string_append (text, rule->before_close > 0 ? "-" : "");
      append_minutes (text, rule->before_close > 0 ? rule->before_close : rule->after);
    }
  return g_string_free (text, FALSE);
}
