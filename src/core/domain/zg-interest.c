/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-interest"

#include "config.h"

#include "zg-interest.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/* What customers asked for and did not buy. */

/* Why not: the keys stand in shop files and exports, the words are shown. In the order in which people choose. */
static const char * const reasons[] = { "price", "size", "waiting", "compared", "other", NULL };

static const char * const reason_labels[] = {
  N_("Price"),
  N_("Size"),
  /* TRANSLATORS: why somebody did not buy: they wait for a sale, for their pay, for somebody's opinion */
  N_("Waiting"),
  /* TRANSLATORS: why somebody did not buy: they compare with other shops */
  N_("Comparing with others"),
  /* TRANSLATORS: why somebody did not buy */
  N_("Something else"),
};

static const struct {
  const char *word;
  const char *label;
} states[] = {
  /* TRANSLATORS: of something that somebody asked for and has not bought yet */
  [ZG_INTEREST_OPEN] = { "open", N_("Not bought yet") },
  [ZG_INTEREST_BOUGHT] = { "bought", N_("Bought after all") },
  [ZG_INTEREST_GIVEN_UP] = { "given-up", N_("Given up") },
};

/**
 * zg_interest_new:
 *
 * Returns: (transfer full): an open interest in nothing yet, of nobody
 */
ZgInterest *
zg_interest_new (void)
{
  ZgInterest *interest = g_new0 (ZgInterest, 1);

  interest->product = g_strdup ("");
  interest->reason = g_strdup ("");
  interest->note = g_strdup ("");
  return interest;
}

/**
 * zg_interest_copy:
 * @interest: an interest
 *
 * Returns: (transfer full): the same
 */
ZgInterest *
zg_interest_copy (const ZgInterest *interest)
{
  ZgInterest *copy = g_memdup2 (interest, sizeof *interest);

  copy->uid = g_strdup (interest->uid);
  copy->staff_name = g_strdup (interest->staff_name);
  copy->product = g_strdup (interest->product);
  copy->reason = g_strdup (interest->reason);
  copy->note = g_strdup (interest->note);
  return copy;
}

/**
 * zg_interest_free:
 * @interest: (transfer full) (nullable): an interest
 */
void
zg_interest_free (ZgInterest *interest)
{
  if (interest == NULL)
    return;

  g_free (interest->uid);
  g_free (interest->staff_name);
  g_free (interest->product);
  g_free (interest->reason);
  g_free (interest->note);
  g_free (interest);
}

/**
 * zg_interest_validate:
 * @interest: (inout): an interest; blanks around its texts go
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when it does not say what they asked for, or gives an unknown reason
 */
gboolean
zg_interest_validate (ZgInterest  *interest,
                      GError     **error)
{
  g_strstrip (interest->product);
  g_strstrip (interest->note);
  if (interest->product[0] == '\0')
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Write down what they asked for."));
      return FALSE;
    }
  if (interest->reason[0] != '\0' && !g_strv_contains (reasons, interest->reason))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) reasons);

      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: the first %s is what was given, the second the words that are known */
                   _("“%s” is no reason; say one of: %s."), interest->reason, known);
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_interest_list_reasons:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of all reasons, in the order for people to choose from
 */
const char * const *
zg_interest_list_reasons (void)
{
  return reasons;
}

/**
 * zg_interest_reason_to_label:
 * @reason: (nullable): a key
 *
 * Returns: the reason in the user's language; what is not in the table is its own label, nothing is ""
 */
const char *
zg_interest_reason_to_label (const char *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reason_labels); i++)
    {
      if (g_strcmp0 (reasons[i], reason) == 0)
        return _(reason_labels[i]);
    }
  return reason != NULL ? reason : "";
}

/**
 * zg_interest_state_to_word:
 * @state: what became of it
 *
 * Returns: its word in JSON
 */
const char *
zg_interest_state_to_word (ZgInterestState state)
{
  return states[state].word;
}

/**
 * zg_interest_state_to_label:
 * @state: what became of it
 *
 * Returns: it in the user's language
 */
const char *
zg_interest_state_to_label (ZgInterestState state)
{
  return _(states[state].label);
}
