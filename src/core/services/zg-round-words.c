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
