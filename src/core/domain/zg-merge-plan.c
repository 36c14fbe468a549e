/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-merge-plan.h"

#include "zg-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* What two entries of one person become: whose value counts, field by field. */

static const struct {
  const char *word;
  const char *label;
  const char *between;          /* (nullable): what stands between two values that are joined */
} fields[ZG_N_MERGE_FIELDS] = {
  [ZG_MERGE_NAME] = { "name", N_("Name"), NULL },
  [ZG_MERGE_CALL_NAME] = { "call-name", N_("How to call them"), NULL },
  [ZG_MERGE_PHONE] = { "phone", N_("Preferred phone"), NULL },
  [ZG_MERGE_ACCOUNT] = { "account", N_("Preferred account"), NULL },
  [ZG_MERGE_ADDRESS] = { "address", N_("Preferred address"), NULL },
  [ZG_MERGE_BIRTHDAY] = { "birthday", N_("Birthday"), NULL },
  [ZG_MERGE_HEIGHT] = { "height", N_("Height"), NULL },
  [ZG_MERGE_WEIGHT] = { "weight", N_("Weight"), NULL },
  [ZG_MERGE_SHOE_SIZE] = { "shoe-size", N_("Shoe size"), NULL },
  [ZG_MERGE_USUAL_SIZE] = { "usual-size", N_("Usual size"), NULL },
  [ZG_MERGE_TYPE] = { "type", N_("Customer type"), NULL },
  [ZG_MERGE_LEVEL] = { "level", N_("Level"), NULL },
  [ZG_MERGE_SOURCE] = { "source", N_("Source"), NULL },
  [ZG_MERGE_CONSENT] = { "consent", N_("Consent to be contacted"), NULL },
  [ZG_MERGE_CAUTION] = { "caution", N_("Caution"), " · " },
  [ZG_MERGE_NOTE] = { "note", N_("Note"), "\n" },
};

/**
 * zg_merge_field_to_word:
 * @field: a field
 *
 * Returns: its word on the command line, `call-name`
 */
const char *
zg_merge_field_to_word (ZgMergeField field)
{
  return fields[field].word;
}

/**
 * zg_merge_field_to_label:
 * @field: a field
 *
 * Returns: its name in the user's language
 */
const char *
zg_merge_field_to_label (ZgMergeField field)
{
  return _(fields[field].label);
}

/**
 * zg_merge_field_from_word:
 * @word: a word of the command line
 * @field_out: (out): the field
 *
 * Returns: whether there is such a field
 */
gboolean
zg_merge_field_from_word (const char   *word,
                          ZgMergeField *field_out)
{
  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      if (strcmp (fields[i].word, word) != 0)
        continue;
      *field_out = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * zg_merge_field_can_join:
 * @field: a field
 *
 * Returns: whether the values of both may stand beside each other
 */
gboolean
zg_merge_field_can_join (ZgMergeField field)
{
  return fields[field].between != NULL;
}

/**
 * zg_merge_plan_new:
 *
 * Returns: (transfer full): a plan for two customers of whom nothing is known
 */
ZgMergePlan *
zg_merge_plan_new (void)
{
  return g_new0 (ZgMergePlan, 1);
}

/**
 * zg_merge_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
zg_merge_plan_free (ZgMergePlan *plan)
{
  if (plan == NULL)
    return;

  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      zg_personal_clear (&plan->kept.values[i]);
      zg_personal_clear (&plan->other.values[i]);
    }
  g_free (plan);
}

static gboolean
is_no (const ZgPersonal *consent)
{
  return g_strcmp0 (consent->text, "2") == 0;
}

static ZgMergeChoice
propose_one (const ZgMergePlan *plan,
             ZgMergeField       field)
{
  const ZgPersonal *kept = &plan->kept.values[field];
  const ZgPersonal *other = &plan->other.values[field];

  /* Nothing discloses least of all: a gap is filled by this too. */
  if (other->disclosure > kept->disclosure)
    return ZG_MERGE_TAKE_OTHER;
  if (other->disclosure < kept->disclosure || zg_personal_equal (kept, other))
    return ZG_MERGE_TAKE_KEPT;
  /* Who once said no is not written to because another entry says yes. */
  if (field == ZG_MERGE_CONSENT)
    return is_no (other) ? ZG_MERGE_TAKE_OTHER : ZG_MERGE_TAKE_KEPT;
  return zg_merge_field_can_join (field) ? ZG_MERGE_TAKE_BOTH : ZG_MERGE_TAKE_KEPT;
}

/**
 * zg_merge_plan_propose:
 * @plan: (inout): a plan whose sides are filled
 *
 * Chooses as most people would: what the kept customer says, gaps filled by the other; what a platform hides gives way to
 * what it does not; notes and cautions of both; of two answers on being contacted the no.
 */
void
zg_merge_plan_propose (ZgMergePlan *plan)
{
  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    plan->choices[i] = propose_one (plan, i);
}

/**
 * zg_merge_plan_choose:
 * @plan: (inout): a plan
 * @field: a field
 * @choice: whose value counts
 * @error: return location, #ZG_DOMAIN_ERROR_REFUSED
 *
 * Returns: %FALSE for what can't be: a hidden value in place of a real one, or two values where there is room for one
 */
gboolean
zg_merge_plan_choose (ZgMergePlan    *plan,
                      ZgMergeField    field,
                      ZgMergeChoice   choice,
                      GError        **error)
{
  const ZgPersonal *taken = choice == ZG_MERGE_TAKE_OTHER ? &plan->other.values[field] : &plan->kept.values[field];
  const ZgPersonal *left = choice == ZG_MERGE_TAKE_OTHER ? &plan->kept.values[field] : &plan->other.values[field];

  if (choice == ZG_MERGE_TAKE_BOTH && !zg_merge_field_can_join (field))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("“%s” has room for one value only. Choose one of the two."), zg_merge_field_to_label (field));
      return FALSE;
    }
  if (choice != ZG_MERGE_TAKE_BOTH && zg_disclosure_is_hidden (taken->disclosure) && zg_personal_identifies (left))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("“%s”: what the platform hides can't take the place of what is known."),
                   zg_merge_field_to_label (field));
      return FALSE;
    }

  plan->choices[field] = choice;
  return TRUE;
}

/**
 * zg_merge_plan_differs:
 * @plan: a plan
 * @field: a field
 *
 * Returns: whether both customers say something, and not the same: a person is asked
 */
gboolean
zg_merge_plan_differs (const ZgMergePlan *plan,
                       ZgMergeField       field)
{
  const ZgPersonal *kept = &plan->kept.values[field];
  const ZgPersonal *other = &plan->other.values[field];

  return kept->disclosure != ZG_DISCLOSURE_ABSENT && other->disclosure != ZG_DISCLOSURE_ABSENT
         && !zg_personal_equal (kept, other);
}

/**
 * zg_merge_plan_get_result:
 * @plan: a plan
 * @field: a field
 * @result: (inout): gets what the merged customer will have there
 *
 * What both say is not said twice.
 */
void
zg_merge_plan_get_result (const ZgMergePlan *plan,
                          ZgMergeField       field,
                          ZgPersonal        *result)
{
  const ZgPersonal *kept = &plan->kept.values[field];
  const ZgPersonal *other = &plan->other.values[field];
  ZgMergeChoice choice = plan->choices[field];
  g_autofree char *joined = NULL;

  if (choice == ZG_MERGE_TAKE_BOTH && (kept->text == NULL || (other->text != NULL && strstr (other->text, kept->text))))
    choice = ZG_MERGE_TAKE_OTHER;
  else if (choice == ZG_MERGE_TAKE_BOTH && (other->text == NULL || strstr (kept->text, other->text)))
    choice = ZG_MERGE_TAKE_KEPT;

  if (choice != ZG_MERGE_TAKE_BOTH)
    {
      zg_personal_copy (result, choice == ZG_MERGE_TAKE_OTHER ? other : kept);
      return;
    }
  joined = g_strconcat (kept->text, fields[field].between, other->text, NULL);
  zg_personal_set_full (result, joined, MIN (kept->disclosure, other->disclosure));
}
