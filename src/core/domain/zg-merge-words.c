/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-merge-plan.h"

#include "zg-birthday.h"
#include "zg-body-size.h"
#include "zg-consent.h"
#include "zg-customer-type.h"

/**
 * zg_merge_value_to_text:
 * @field: a field
 * @value: what one of two customers says there, as it is kept
 *
 * Returns: (transfer full) (nullable): the same for people, translated; %NULL when nothing is known
 */
char *
zg_merge_value_to_text (ZgMergeField      field,
                        const ZgPersonal *value)
{
  gint64 number = value->text != NULL ? g_ascii_strtoll (value->text, NULL, 10) : 0;
  ZgBirthday birthday;

  if (value->text == NULL || *value->text == '\0')
    return NULL;

  switch (field)
    {
    case ZG_MERGE_BIRTHDAY:
      return zg_birthday_from_text (value->text, &birthday, NULL) ? zg_birthday_format (&birthday) : g_strdup (value->text);
    case ZG_MERGE_HEIGHT:
      return zg_body_size_format_height ((int) number);
    case ZG_MERGE_WEIGHT:
      return zg_body_size_format_weight ((int) number);
    case ZG_MERGE_TYPE:
      return g_strdup (zg_customer_type_to_label (value->text));
    case ZG_MERGE_CONSENT:
      return g_strdup (zg_consent_to_label ((ZgConsent) number));
    default:
      return g_strdup (value->text);
    }
}
