/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-case"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-case.h"
#include "zg-error.h"
#include "zg-money.h"

/* What is offered to the buyer, what they choose of it, what is done; and the values of a case. */

static const struct {
  const char *word;
  const char *label;
} satisfactions[ZG_N_SATISFACTIONS] = {
  [ZG_SATISFACTION_NOT_ASKED] = { "not-asked", NC_("satisfaction", "not asked") },
  [ZG_SATISFACTION_YES] = { "yes", NC_("satisfaction", "content") },
  [ZG_SATISFACTION_SO_SO] = { "so-so", NC_("satisfaction", "so-so") },
  [ZG_SATISFACTION_NO] = { "no", NC_("satisfaction", "not content") },
};

/**
 * zg_satisfaction_to_word:
 * @satisfaction: what a buyer says
 *
 * Returns: (nullable): the word of files and of the command line
 */
const char *
zg_satisfaction_to_word (ZgSatisfaction satisfaction)
{
  return (guint) satisfaction < ZG_N_SATISFACTIONS ? satisfactions[satisfaction].word : NULL;
}

/**
 * zg_satisfaction_from_word:
 * @word: (nullable): a word as zg_satisfaction_to_word() gives it
 * @satisfaction_out: (out): what a buyer says
 *
 * Returns: whether @word is one
 */
gboolean
zg_satisfaction_from_word (const char     *word,
                           ZgSatisfaction *satisfaction_out)
{
  for (int i = 0; i < ZG_N_SATISFACTIONS; i++)
    if (g_strcmp0 (satisfactions[i].word, word) == 0)
      {
        *satisfaction_out = (ZgSatisfaction) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_satisfaction_to_label:
 * @satisfaction: what a buyer says
 *
 * Returns: its name in the user's language
 */
const char *
zg_satisfaction_to_label (ZgSatisfaction satisfaction)
{
  return (guint) satisfaction < ZG_N_SATISFACTIONS
         ? g_dpgettext2 (NULL, "satisfaction", satisfactions[satisfaction].label) : _("Not known");
}

/**
 * zg_case_new:
 * @type: a key of a type
 *
 * Returns: (transfer full): a case that is not opened yet
 */
ZgCase *
zg_case_new (const char *type)
{
  ZgCase *self = g_new0 (ZgCase, 1);

  self->type = g_strdup (type);
  self->step = g_strdup ("");
  self->remedies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_remedy_free);
  return self;
}

static gpointer
copy_remedy (gconstpointer remedy,
             gpointer      data)
{
  ZgRemedy *copy = g_memdup2 (remedy, sizeof (ZgRemedy));

  copy->remedy = g_strdup (copy->remedy);
  return copy;
}

/**
 * zg_case_copy:
 * @self: a case
 *
 * Returns: (transfer full): a case with the same content
 */
ZgCase *
zg_case_copy (const ZgCase *self)
{
  ZgCase *copy = g_memdup2 (self, sizeof *self);

  copy->uid = g_strdup (self->uid);
  copy->type = g_strdup (self->type);
  copy->step = g_strdup (self->step);
  copy->reason = g_strdup (self->reason);
  copy->outcome = g_strdup (self->outcome);
  copy->courier = g_strdup (self->courier);
  copy->tracking = g_strdup (self->tracking);
  copy->platform_number = g_strdup (self->platform_number);
  copy->note = g_strdup (self->note);
  copy->staff_name = g_strdup (self->staff_name);
  copy->number = g_strdup (self->number);
  copy->platform = g_strdup (self->platform);
  copy->currency = g_strdup (self->currency);
  copy->customer = g_strdup (self->customer);
  copy->new_number = g_strdup (self->new_number);
  copy->remedies = g_ptr_array_copy (self->remedies, (GCopyFunc) copy_remedy, NULL);
  return copy;
}

/**
 * zg_case_free:
 * @self: (transfer full) (nullable): a case
 */
void
zg_case_free (ZgCase *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->type);
  g_free (self->step);
  g_free (self->reason);
  g_free (self->outcome);
  g_free (self->courier);
  g_free (self->tracking);
  g_free (self->platform_number);
  g_free (self->note);
  g_free (self->staff_name);
  g_free (self->number);
  g_free (self->platform);
  g_free (self->currency);
  g_free (self->customer);
  g_free (self->new_number);
  g_ptr_array_unref (self->remedies);
  g_free (self);
}

/**
 * zg_remedy_free:
 * @remedy: (transfer full) (nullable): something offered
 */
void
zg_remedy_free (ZgRemedy *remedy)
{
  if (remedy == NULL)
    return;
  g_free (remedy->remedy);
  g_free (remedy);
}

/**
 * zg_case_line_free:
 * @line: (transfer full) (nullable): a line of a log
 */
void
zg_case_line_free (ZgCaseLine *line)
{
  if (line == NULL)
    return;
  g_free (line->staff_name);
  g_free (line->type);
  g_free (line->text);
  g_free (line);
}

/* What was done, by the type of a line. */
static const struct {
  const char *type;
  const char *label;
} lines[] = {
  { "opened", NC_("line of a case", "Opened") },
  { "step", NC_("line of a case", "Step") },
  { "offered", NC_("line of a case", "Offered") },
  { "chosen", NC_("line of a case", "Chosen") },
  { "not-chosen", NC_("line of a case", "Not chosen any more") },
  { "done", NC_("line of a case", "Done") },
  { "set", NC_("line of a case", "Changed") },
  { "closed", NC_("line of a case", "Closed") },
  { "reopened", NC_("line of a case", "Reopened") },
  { "sent", NC_("line of a case", "New order") },
  { "file", NC_("line of a case", "File") },
  { "taken-back", NC_("line of a case", "Taken back") },
};

/* A key in front of the words is read as its label. */
static const char *
label_of (const char *type,
          const char *key)
{
  if (strcmp (type, "step") == 0 || strcmp (type, "reopened") == 0)
    return zg_case_step_to_label (key);
  if (strcmp (type, "opened") == 0)
    return zg_case_type_to_label (key);
  return zg_remedy_to_label (key);
}

/**
 * zg_case_line_describe:
 * @line: a line of a log
 *
 * Returns: (transfer full): it as a person reads it, "Step: Agreed to: pictures are clear"
 */
char *
zg_case_line_describe (const ZgCaseLine *line)
{
  const char *colon = strstr (line->text, ": ");
  g_autofree char *key = colon != NULL ? g_strndup (line->text, colon - line->text) : g_strdup (line->text);
  const char *name = line->type;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strcmp (lines[i].type, line->type) == 0)
      name = g_dpgettext2 (NULL, "line of a case", lines[i].label);
  if (*line->text == '\0')
    return g_strdup (name);
  if (colon == NULL)
    return g_strdup_printf (_("%s: %s"), name, label_of (line->type, key));
  /* TRANSLATORS: what was done in a case, “Step”; what it was, “Sent back”; and why */
  return g_strdup_printf (_("%s: %s: %s"), name, label_of (line->type, key), colon + strlen (": "));
}

static gboolean
check_open (const ZgCase  *self,
            GError       **error)
{
  if (zg_case_is_open (self))
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("The case is closed. Reopen it to go on with it."));
  return FALSE;
}

/**
 * zg_case_offer:
 * @self: an open case
 * @remedy: a key of zg-case-type.h, or the shop's own words
 * @amount: minor units; 0 for none
 * @paid: what was paid of the order
 * @at: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is among the remedies, as the last; %FALSE with %ZG_DOMAIN_ERROR_INVALID when it says nothing, or its
 *   amount is more than was paid
 */
gboolean
zg_case_offer (ZgCase      *self,
               const char  *remedy,
               gint64       amount,
               gint64       paid,
               ZgTime       at,
               GError     **error)
{
  ZgRemedy *offer;

  if (!check_open (self, error))
    return FALSE;
  if (*remedy == '\0' || (amount == 0 && zg_remedy_needs_amount (remedy)))
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           *remedy == '\0' ? _("Say what is offered.") : _("Say how much is offered."));
      return FALSE;
    }
  if (amount < 0 || (amount > paid && zg_remedy_needs_amount (remedy)))
    {
      g_autofree char *most = zg_money_to_text (paid, self->currency);

      /* TRANSLATORS: %s is an amount of money */
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Only %s was paid of this order; no more can go back."),
                   most);
      return FALSE;
    }

  offer = g_new0 (ZgRemedy, 1);
  offer->remedy = g_strdup (remedy);
  offer->amount = amount;
  offer->offered_at = at;
  g_ptr_array_add (self->remedies, offer);
  return TRUE;
}

static ZgRemedy *
get_remedy (ZgCase  *self,
            guint    n,
            GError **error)
{
  if (!check_open (self, error))
    return NULL;
  if (n >= 1 && n <= self->remedies->len)
    return g_ptr_array_index (self->remedies, n - 1);
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               ngettext ("%u remedy is offered in this case.", "%u remedies are offered in this case.", self->remedies->len),
               self->remedies->len);
  return NULL;
}

/**
 * zg_case_choose:
 * @self: an open case
 * @n: which of the remedies, from 1
 * @on: whether the buyer wants it, else wants it no longer
 * @at: what time it is
 * @error: return location for an error
 *
 * A buyer may want more than one thing: a part of the money, and a coupon.
 *
 * Returns: whether it is noted; %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is done already
 */
gboolean
zg_case_choose (ZgCase    *self,
                guint      n,
                gboolean   on,
                ZgTime     at,
                GError   **error)
{
  ZgRemedy *remedy = get_remedy (self, n, error);

  if (remedy == NULL)
    return FALSE;
  if (remedy->done_at != ZG_TIME_NONE)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, _("This is done already."));
      return FALSE;
    }
  if (!on || remedy->chosen_at == ZG_TIME_NONE)
    remedy->chosen_at = on ? at : ZG_TIME_NONE;
  return TRUE;
}

/**
 * zg_case_do:
 * @self: an open case
 * @n: which of the remedies, from 1
 * @at: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted as done; %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the buyer did not choose it, or it was done
 */
gboolean
zg_case_do (ZgCase   *self,
            guint     n,
            ZgTime    at,
            GError  **error)
{
  ZgRemedy *remedy = get_remedy (self, n, error);

  if (remedy == NULL)
    return FALSE;
  if (remedy->chosen_at == ZG_TIME_NONE || remedy->done_at != ZG_TIME_NONE)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           remedy->done_at != ZG_TIME_NONE ? _("This is done already.")
                                                           : _("The buyer has not chosen this. Choose it first."));
      return FALSE;
    }
  remedy->done_at = at;
  return TRUE;
}

/* Whether it is time to send something again and nobody has made the order. */
static gboolean
is_to_be_sent (const ZgCase *self)
{
  const ZgCaseType *type = zg_case_type_find (self->type);

  return type != NULL && type->new_order && self->new_order_id == 0
         && zg_case_type_find_step (type, self->step) >= zg_case_type_find_step (type, "sent") - 1;
}

/**
 * zg_case_get_warning:
 * @self: a case
 *
 * Returns: (nullable): what a person should look at, in the user's language; %NULL when all is well
 */
const char *
zg_case_get_warning (const ZgCase *self)
{
  if (!zg_case_is_open (self))
    return NULL;
  if (is_to_be_sent (self))
    return _("What is sent again has no order yet.");
  return self->remedies->len == 0 ? _("Nothing is offered to the buyer yet.") : NULL;
}
