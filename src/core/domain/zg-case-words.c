/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-case"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-case-type.h"

/* What the keys of data/cases are called. */

typedef struct {
  const char *key;
  const char *label;
} Word;

static const Word types[] = {
  { "cancel", NC_("case", "Cancellation") },
  { "refund-only", NC_("case", "Refund without return") },
  { "return", NC_("case", "Return") },
  { "exchange", NC_("case", "Exchange") },
  { "resend", NC_("case", "Send again") },
  { "lost", NC_("case", "Parcel lost") },
  { "stuck", NC_("case", "Parcel stuck") },
  { "refused", NC_("case", "Parcel refused") },
  { "intercepted", NC_("case", "Parcel called back") },
  { "price-difference", NC_("case", "Price difference") },
  { "complaint", NC_("case", "Complaint") },
  { "dispute", NC_("case", "Platform dispute") },
};

static const Word steps[] = {
  { "asked", NC_("case step", "Asked for") },
  { "stopped", NC_("case step", "Stopped") },
  { "approved", NC_("case step", "Agreed to") },
  { "sent-back", NC_("case step", "Sent back") },
  { "on-way-back", NC_("case step", "On its way back") },
  { "arrived", NC_("case step", "Back in the shop") },
  { "refunded", NC_("case step", "Refunded") },
  { "sent", NC_("case step", "New parcel sent") },
  { "received", NC_("case step", "New parcel received") },
  { "reported", NC_("case step", "Reported") },
  { "traced", NC_("case step", "Courier asked") },
  { "moving", NC_("case step", "Moving again") },
  { "ordered", NC_("case step", "Courier told") },
  { "paid-back", NC_("case step", "Difference paid back") },
  { "heard", NC_("case step", "Heard") },
  { "answered", NC_("case step", "Answered") },
  { "settled", NC_("case step", "Settled") },
  { "opened", NC_("case step", "Platform called in") },
  { "evidence", NC_("case step", "Evidence handed in") },
  { "decided", NC_("case step", "Decided") },
  { ZG_CASE_CLOSED, NC_("case step", "Closed") },
};

static const Word remedies[] = {
  { "refund-all", NC_("remedy", "Refund everything") },
  { "part-refund", NC_("remedy", "Refund a part") },
  { "return", NC_("remedy", "Return and refund") },
  { "exchange", NC_("remedy", "Exchange") },
  { "resend", NC_("remedy", "Send again") },
  { "coupon", NC_("remedy", "Coupon") },
  { "gift", NC_("remedy", "Gift") },
  { "explanation", NC_("remedy", "Explanation") },
  { "apology", NC_("remedy", "Apology") },
};

static const char *
find_label (const Word *words,
            gsize       n_words,
            const char *key)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      return words[i].label;
  return NULL;
}

/**
 * zg_case_type_to_label:
 * @key: a key of a type
 *
 * Returns: its name in the user's language; a key that a newer program wrote is its own name
 */
const char *
zg_case_type_to_label (const char *key)
{
  const char *label = find_label (types, G_N_ELEMENTS (types), key);

  return label != NULL ? g_dpgettext2 (NULL, "case", label) : key;
}

/**
 * zg_case_step_to_label:
 * @key: a key of a step
 *
 * Returns: its name in the user's language; a key that a newer program wrote is its own name
 */
const char *
zg_case_step_to_label (const char *key)
{
  const char *label = find_label (steps, G_N_ELEMENTS (steps), key);

  return label != NULL ? g_dpgettext2 (NULL, "case step", label) : key;
}

/**
 * zg_remedy_to_label:
 * @key: a key of a remedy, or the shop's own words
 *
 * Returns: its name in the user's language; the shop's own words are their own name
 */
const char *
zg_remedy_to_label (const char *key)
{
  const char *label = find_label (remedies, G_N_ELEMENTS (remedies), key);

  return label != NULL ? g_dpgettext2 (NULL, "remedy", label) : key;
}

/**
 * zg_remedy_is_known:
 * @key: a key of a remedy, or the shop's own words
 *
 * Returns: whether the program has a name for it
 */
gboolean
zg_remedy_is_known (const char *key)
{
  return find_label (remedies, G_N_ELEMENTS (remedies), key) != NULL;
}

/**
 * zg_remedy_needs_amount:
 * @key: a key of a remedy, or the shop's own words
 *
 * Returns: whether it says nothing without an amount of money
 */
gboolean
zg_remedy_needs_amount (const char *key)
{
  return g_strcmp0 (key, "part-refund") == 0;
}
