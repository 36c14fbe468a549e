/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-round.h"

/* What rounds say: their states and limits, for files and for people. */

static const char * const state_words[ZG_N_ROUND_STATES] = { "to-do", "copied", "skipped", "not-allowed" };
static const char * const limit_words[] = { "", "consent", "budget", "twice" };

/**
 * zg_round_step_free:
 * @step: (transfer full) (nullable): a step
 */
void
zg_round_step_free (ZgRoundStep *step)
{
  if (step == NULL)
    return;

  zg_round_free (step->round);
  zg_round_member_free (step->member);
  g_free (step);
}

/**
 * zg_round_sum_free:
 * @sum: (transfer full) (nullable): what came of a round
 */
void
zg_round_sum_free (ZgRoundSum *sum)
{
  if (sum == NULL)
    return;

  zg_round_free (sum->round);
  g_clear_pointer (&sum->reasons, g_ptr_array_unref);
  g_free (sum);
}

/**
 * zg_round_state_to_word:
 * @state: a state
 *
 * Returns: (transfer none): the word for files and the command line
 */
const char *
zg_round_state_to_word (ZgRoundState state)
{
  return state_words[state];
}

/**
 * zg_round_limit_to_word:
 * @limit: a limit
 *
 * Returns: (transfer none): the word that is kept with the member
 */
const char *
zg_round_limit_to_word (ZgRoundLimit limit)
{
  return limit_words[limit];
}

/**
 * zg_round_reason_to_text:
 * @state: the member's state
 * @reason: the member's reason
 *
 * Returns: (transfer full): the reason in words; a person's own words as they are, empty when there is none
 */
char *
zg_round_reason_to_text (ZgRoundState  state,
                         const char   *reason)
{
  if (state != ZG_ROUND_NOT_ALLOWED)
    return g_strdup (reason);
  if (strcmp (reason, limit_words[ZG_ROUND_LIMIT_CONSENT]) == 0)
    return g_strdup (_("They do not want to be contacted."));
  if (strcmp (reason, limit_words[ZG_ROUND_LIMIT_BUDGET]) == 0)
    return g_strdup (_("They had enough invitations this month."));
  if (strcmp (reason, limit_words[ZG_ROUND_LIMIT_TWICE]) == 0)
    return g_strdup (_("They got it in this round already."));
  return g_strdup (reason);
}

/**
 * zg_round_sum_get_n_members:
 * @sum: what came of a round
 *
 * Returns: how many customers it was for, without those who were erased
 */
gint64
zg_round_sum_get_n_members (const ZgRoundSum *sum)
{
  gint64 n = 0;

  for (int i = 0; i < ZG_N_ROUND_STATES; i++)
    n += sum->counts[i];
  return n;
}

static void
append_count (GString    *text,
              const char *label,
              gint64      count)
{
  /* TRANSLATORS: a line of a list of counts: “Copied: 12” */
  g_string_append_printf (text, _("%1$s: %2$ld"), label, (glong) count);
  g_string_append_c (text, '\n');
}

static void
append_reasons (GString          *text,
                const ZgRoundSum *sum,
                ZgRoundState      state)
{
  for (guint i = 0; i < sum->reasons->len; i++)
    {
      const ZgRoundReason *reason = sum->reasons->pdata[i];
      g_autofree char *words = NULL;

      if (reason->state != state)
        continue;
      words = zg_round_reason_to_text (state, reason->reason);
      /* A sentence that goes on. */
      if (g_str_has_suffix (words, "."))
        words[strlen (words) - 1] = '\0';
      else if (g_str_has_suffix (words, "。"))
        words[strlen (words) - strlen ("。")] = '\0';
      g_string_append (text, "  ");
      append_count (text, *words != '\0' ? words : _("no reason given"), reason->count);
    }
}

/**
 * zg_round_sum_to_text:
 * @sum: what came of a round
 *
 * Returns: (transfer full): the same in words, a line for each number, to be read or pasted somewhere
 */
char *
zg_round_sum_to_text (const ZgRoundSum *sum)
{
  static const struct {
    ZgRoundState state;
    const char *label;
  } lines[] = {
    { ZG_ROUND_COPIED, N_("Copied") },
    { ZG_ROUND_SKIPPED, N_("Skipped") },
    { ZG_ROUND_NOT_ALLOWED, N_("Passed over") },
    { ZG_ROUND_TO_DO, N_("Not done") },
  };
  GString *text = g_string_new (NULL);

  append_count (text, sum->round->name, zg_round_sum_get_n_members (sum));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (sum->counts[lines[i].state] == 0 && lines[i].state != ZG_ROUND_COPIED)
        continue;
      append_count (text, _(lines[i].label), sum->counts[lines[i].state]);
      append_reasons (text, sum, lines[i].state);
    }
  if (sum->n_gone > 0)
    append_count (text, _("Erased before their turn"), sum->n_gone);
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
