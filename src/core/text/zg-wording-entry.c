/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-wording-entry.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *word;
  const char *label;
  const char *description;
  gboolean is_counted;
} kinds[ZG_N_WORDING_KINDS] = {
  [ZG_WORDING_PROMISE] = {
    "promise", N_("Promise that may not hold"),
    N_("What nobody can promise comes back as a complaint.") },
  [ZG_WORDING_SUPERLATIVE] = {
    "superlative", N_("Superlative"),
    N_("Advertising law forbids words such as “best” or “number one”, in chats too.") },
  [ZG_WORDING_REFUSAL] = {
    "refusal", N_("Cold refusal"),
    N_("Say what is possible instead of what is not.") },
  [ZG_WORDING_FAMILIAR] = {
    "familiar", N_("Too familiar"),
    N_("Customers are addressed politely.") },
  [ZG_WORDING_SELF] = {
    "self", N_("More of oneself than of the customer"),
    N_("Words for oneself. A text that has three or more of them, and more than words that address the customer, gets "
       "a hint."), TRUE },
  [ZG_WORDING_ADDRESS] = {
    "address", N_("Customer not addressed"),
    N_("Words that address the customer. A text that has none of them gets a hint."), TRUE },
  [ZG_WORDING_LURE] = {
    "lure", N_("Luring off the platform"),
    N_("Platforms punish shops that take customers elsewhere.") },
  [ZG_WORDING_PAID_REVIEW] = {
    "paid-review", N_("Paid review"),
    N_("Reviews must not be bought.") },
  [ZG_WORDING_MEDICAL] = {
    "medical", N_("Medical claim"),
    N_("Only medicines may be said to heal.") },
  [ZG_WORDING_SCARCITY] = {
    "scarcity", N_("Scarcity"),
    N_("Only say that little is left when the stock bears it out.") },
};

/* Opening and closing quotation marks in which an advice gives its replacement. */
static const struct {
  const char *open;
  const char *close;
} quotes[] = {
  { "“", "”" },
  { "「", "」" },
};

/**
 * zg_wording_kind_to_word:
 * @kind: a kind
 *
 * Returns: the word of files and of the command line, not translated
 */
const char *
zg_wording_kind_to_word (ZgWordingKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < ZG_N_WORDING_KINDS, NULL);

  return kinds[kind].word;
}

/**
 * zg_wording_kind_from_word:
 * @word: (nullable): a word as zg_wording_kind_to_word() gives it
 * @kind_out: (out) (optional): the kind
 *
 * Returns: whether @word is a kind
 */
gboolean
zg_wording_kind_from_word (const char    *word,
                           ZgWordingKind *kind_out)
{
  for (int i = 0; i < ZG_N_WORDING_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        if (kind_out != NULL)
          *kind_out = (ZgWordingKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zg_wording_kind_to_label:
 * @kind: a kind
 *
 * Returns: its name in the user's language
 */
const char *
zg_wording_kind_to_label (ZgWordingKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < ZG_N_WORDING_KINDS, NULL);

  return _(kinds[kind].label);
}

/**
 * zg_wording_kind_to_description:
 * @kind: a kind
 *
 * Returns: why words of this kind are warned of, in the user's language
 */
const char *
zg_wording_kind_to_description (ZgWordingKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < ZG_N_WORDING_KINDS, NULL);

  return _(kinds[kind].description);
}

/**
 * zg_wording_kind_is_counted:
 * @kind: a kind
 *
 * Returns: whether it depends on the whole text what a word of this kind means; one alone is no finding
 */
gboolean
zg_wording_kind_is_counted (ZgWordingKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < ZG_N_WORDING_KINDS, FALSE);

  return kinds[kind].is_counted;
}

/**
 * zg_wording_entry_new:
 * @language: the list it belongs to
 * @kind: why it is warned of
 * @word: the word
 * @advice: what to say instead
 * @exceptions: (nullable) (array zero-terminated=1): where the word is harmless
 *
 * Returns: (transfer full): an entry of the shop's own that is looked for
 */
ZgWordingEntry *
zg_wording_entry_new (const char         *language,
                      ZgWordingKind       kind,
                      const char         *word,
                      const char         *advice,
                      const char * const *exceptions)
{
  static const char * const none[] = { NULL };
  ZgWordingEntry *entry = g_new0 (ZgWordingEntry, 1);

  entry->language = g_strdup (language);
  entry->kind = kind;
  entry->word = g_strdup (word);
  entry->advice = g_strdup (advice);
  entry->exceptions = g_strdupv ((char **) (exceptions != NULL ? exceptions : none));
  entry->enabled = TRUE;
  return entry;
}

/**
 * zg_wording_entry_copy:
 * @entry: an entry
 *
 * Returns: (transfer full): an entry with the same content
 */
ZgWordingEntry *
zg_wording_entry_copy (const ZgWordingEntry *entry)
{
  ZgWordingEntry *copy = g_new0 (ZgWordingEntry, 1);

  *copy = *entry;
  copy->uid = g_strdup (entry->uid);
  copy->language = g_strdup (entry->language);
  copy->word = g_strdup (entry->word);
  copy->advice = g_strdup (entry->advice);
  copy->exceptions = g_strdupv (entry->exceptions);
  return copy;
}

/**
 * zg_wording_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
zg_wording_entry_free (ZgWordingEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->uid);
  g_free (entry->language);
  g_free (entry->word);
  g_free (entry->advice);
  g_strfreev (entry->exceptions);
  g_free (entry);
}

/**
 * zg_wording_entry_dup_replacement:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): what can stand in the word's place: the first words in quotation marks of the
 *   advice; %NULL when it has none or when the word itself is not what is wrong
 */
char *
zg_wording_entry_dup_replacement (const ZgWordingEntry *entry)
{
  if (zg_wording_kind_is_counted (entry->kind))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *open = strstr (entry->advice, quotes[i].open);
      const char *start = open != NULL ? open + strlen (quotes[i].open) : NULL;
      const char *close = start != NULL ? strstr (start, quotes[i].close) : NULL;

      if (close != NULL && close > start)
        return g_strndup (start, close - start);
    }
  return NULL;
}
