/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-consent"

#include "config.h"

#include "zg-consent.h"

#include "zg-error.h"

#include <glib/gi18n.h>

static const struct {
  const char *word;
  const char *label;
} consents[ZG_N_CONSENTS] = {
  [ZG_CONSENT_NOT_ASKED] = { "not-asked", N_("Not asked yet") },
  [ZG_CONSENT_YES] = { "yes", N_("May be contacted") },
  [ZG_CONSENT_NO] = { "no", N_("Does not want to be contacted") },
};

/**
 * zg_consent_to_word:
 * @consent: a consent
 *
 * Returns: the word of files and of the command line, not translated
 */
const char *
zg_consent_to_word (ZgConsent consent)
{
  g_return_val_if_fail ((int) consent >= 0 && (int) consent < ZG_N_CONSENTS, NULL);

  return consents[consent].word;
}

/**
 * zg_consent_from_word:
 * @word: (nullable): a word as zg_consent_to_word() gives it
 * @consent_out: (out) (optional): the consent; untouched when @word is none
 *
 * Returns: whether @word is a consent
 */
gboolean
zg_consent_from_word (const char *word,
                      ZgConsent  *consent_out)
{
  for (int i = 0; i < ZG_N_CONSENTS; i++)
    if (g_strcmp0 (consents[i].word, word) == 0)
      {
        if (consent_out != NULL)
          *consent_out = (ZgConsent) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zg_consent_to_label:
 * @consent: a consent
 *
 * Returns: what it says, in the user's language
 */
const char *
zg_consent_to_label (ZgConsent consent)
{
  g_return_val_if_fail ((int) consent >= 0 && (int) consent < ZG_N_CONSENTS, NULL);

  return _(consents[consent].label);
}

/**
 * zg_consent_format:
 * @consent: a consent
 * @since: when they said so, or %ZG_TIME_NONE
 * @now: what time it is
 * @zone: (nullable): the zone of the person who reads it; %NULL for the computer's
 *
 * Returns: (transfer full): what it says and since when, in the user's language
 */
char *
zg_consent_format (ZgConsent  consent,
                   ZgTime     since,
                   ZgTime     now,
                   GTimeZone *zone)
{
  g_autofree char *when = zg_time_to_text (since, now, zone);

  if (consent == ZG_CONSENT_NOT_ASKED || *when == '\0')
    return g_strdup (zg_consent_to_label (consent));

  /* TRANSLATORS: what a customer said, "May be contacted", and since when, "Yesterday 18:20" */
  return g_strdup_printf (_("%1$s, since %2$s"), zg_consent_to_label (consent), when);
}

/**
 * zg_consent_change:
 * @consent: (inout): what they had said
 * @since: (inout): when they had said it
 * @to: what they say
 * @now: what time it is
 *
 * That somebody says the same again does not make it newer: what counts is since when it holds.
 *
 * Returns: whether anything changed
 */
gboolean
zg_consent_change (ZgConsent *consent,
                   ZgTime    *since,
                   ZgConsent  to,
                   ZgTime     now)
{
  if (*consent == to)
    return FALSE;

  *consent = to;
  *since = to != ZG_CONSENT_NOT_ASKED ? now : ZG_TIME_NONE;
  return TRUE;
}

/**
 * zg_consent_check_promotion:
 * @consent: what a customer said
 * @error: return location, #ZG_DOMAIN_ERROR_REFUSED
 *
 * Whether a text that invites to buy may be copied for them. Who was not asked may be written to, as long as the budget
 * of such messages is kept; a no always counts. Service for an order never asks this.
 *
 * Returns: whether it may
 */
gboolean
zg_consent_check_promotion (ZgConsent   consent,
                            GError    **error)
{
  if (consent != ZG_CONSENT_NO)
    return TRUE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("This customer does not want to be contacted. Only what their own orders need may be written."));
  return FALSE;
}
