/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-case"

#include "config.h"

#include "zg-case-type.h"

#include <gio/gio.h>
#include <string.h>

#include "zg-domain-resources.h"

/* The kinds of cases, from data/cases/cases.ini: read once, by whoever needs them first. The file is part of the program, so
 * what is wrong in it is a programmer's error. */

typedef struct {
  ZgCaseType type;
  guint optional;               /* a bit for each step that may be passed over */
} Entry;

static GKeyFile *data;
static GPtrArray *types;        /* of Entry */

static char **
read_list (const char *key,
           const char *name)
{
  char **list = g_key_file_get_string_list (data, key, name, NULL, NULL);

  g_assert (list != NULL && list[0] != NULL);
  return list;
}

static Entry *
read_type (const char *key)
{
  Entry *entry = g_new0 (Entry, 1);
  g_auto(GStrv) states = read_list (key, "when");

  entry->type.key = g_strdup (key);
  entry->type.steps = read_list (key, "steps");
  entry->type.remedies = read_list (key, "remedies");
  for (int i = 0; entry->type.steps[i] != NULL; i++)
    {
      char *sign = strchr (entry->type.steps[i], '?');

      if (sign == NULL)
        continue;
      *sign = '\0';
      entry->optional |= 1u << i;
    }
  for (int i = 0; states[i] != NULL; i++)
    {
      ZgOrderState state = ZG_ORDER_UNPAID;

      if (!zg_order_state_from_word (states[i], &state))
        g_critical ("data/cases: a case can't be opened on an order that is “%s”", states[i]);
      entry->type.states |= 1u << state;
    }
  entry->type.stops_shipping = g_key_file_get_boolean (data, key, "stops-shipping", NULL);
  entry->type.seven_days = g_key_file_get_boolean (data, key, "seven-days", NULL);
  entry->type.new_order = g_key_file_get_boolean (data, key, "new-order", NULL);
  return entry;
}

static void
read_data (void)
{
  static gsize was_read;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) keys = NULL;
  gboolean is_good;

  if (!g_once_init_enter (&was_read))
    return;

  /* With a static library nobody but we registers it. */
  zg_domain_register_resource ();
  bytes = g_resources_lookup_data (RESOURCE_BASE "/data/cases/cases.ini", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  data = g_key_file_new ();
  is_good = g_key_file_load_from_bytes (data, bytes, G_KEY_FILE_NONE, NULL);
  g_assert (is_good);
  types = g_ptr_array_new ();
  keys = g_key_file_get_groups (data, NULL);
  for (int i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (types, read_type (keys[i]));
  g_once_init_leave (&was_read, 1);
}

/**
 * zg_case_type_list:
 *
 * Returns: (transfer none) (element-type ZgCaseType): all kinds of cases, in the order in which a person is shown them
 */
const GPtrArray *
zg_case_type_list (void)
{
  read_data ();
  return types;
}

/**
 * zg_case_type_find:
 * @key: (nullable): a word
 *
 * Returns: (transfer none) (nullable): the kind of case of that name
 */
const ZgCaseType *
zg_case_type_find (const char *key)
{
  read_data ();
  for (guint i = 0; i < types->len; i++)
    {
      const ZgCaseType *type = g_ptr_array_index (types, i);

      if (g_strcmp0 (type->key, key) == 0)
        return type;
    }
  return NULL;
}

/**
 * zg_case_type_find_step:
 * @type: a kind of case
 * @step: (nullable): a key of a step
 *
 * Returns: its place among the steps, from 0; %ZG_CASE_CLOSED stands behind the last of them; -1 for what is no step of it
 */
int
zg_case_type_find_step (const ZgCaseType *type,
                        const char       *step)
{
  int n_steps = (int) g_strv_length (type->steps);

  for (int i = 0; i < n_steps; i++)
    if (g_strcmp0 (type->steps[i], step) == 0)
      return i;
  return g_strcmp0 (step, ZG_CASE_CLOSED) == 0 ? n_steps : -1;
}

/**
 * zg_case_type_is_optional:
 * @type: a kind of case
 * @step: the place of a step
 *
 * Returns: whether the step may be passed over
 */
gboolean
zg_case_type_is_optional (const ZgCaseType *type,
                          int               step)
{
  return (((const Entry *) type)->optional & (1u << step)) != 0;
}

static gboolean
find_rule (GPtrArray  *rules,
           const char *platform,
           const char *type,
           const char *step,
           int        *hours_out)
{
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const ZgCaseRule *rule = g_ptr_array_index (rules, i);

      if (strcmp (rule->platform, platform) != 0 || strcmp (rule->type, type) != 0 || strcmp (rule->step, step) != 0)
        continue;
      *hours_out = rule->hours;
      return TRUE;
    }
  return FALSE;
}

/**
 * zg_case_type_get_hours:
 * @type: a kind of case
 * @platform: (nullable): where the order is from, a word of zg-platform.h
 * @step: a key of a step
 * @rules: (nullable) (element-type ZgCaseRule): where the shop differs
 *
 * The shop's word goes before the program's, and one for the platform before one for all.
 *
 * Returns: how many hours a case may stand at the step; 0 for as long as it likes
 */
int
zg_case_type_get_hours (const ZgCaseType *type,
                        const char       *platform,
                        const char       *step,
                        GPtrArray        *rules)
{
  g_autofree char *of_platform = g_strdup_printf ("hours.%s.%s", step, platform != NULL ? platform : "");
  g_autofree char *of_all = g_strconcat ("hours.", step, NULL);
  int hours;

  read_data ();
  if ((platform != NULL && *platform != '\0' && find_rule (rules, platform, type->key, step, &hours))
      || find_rule (rules, "", type->key, step, &hours))
    return hours;
  if (g_key_file_has_key (data, type->key, of_platform, NULL))
    return g_key_file_get_integer (data, type->key, of_platform, NULL);
  return g_key_file_get_integer (data, type->key, of_all, NULL);
}

/**
 * zg_case_rule_new:
 * @platform: a word of zg-platform.h; empty for all of them
 * @type: a key of a type
 * @step: a key of a step
 * @hours: how long the step may take; 0 for as long as it likes
 *
 * Returns: (transfer full): a rule
 */
ZgCaseRule *
zg_case_rule_new (const char *platform,
                  const char *type,
                  const char *step,
                  int         hours)
{
  ZgCaseRule *rule = g_new0 (ZgCaseRule, 1);

  rule->platform = g_strdup (platform);
  rule->type = g_strdup (type);
  rule->step = g_strdup (step);
  rule->hours = hours;
  return rule;
}

/**
 * zg_case_rule_free:
 * @rule: (transfer full) (nullable): a rule
 */
void
zg_case_rule_free (ZgCaseRule *rule)
{
  if (rule == NULL)
    return;
  g_free (rule->platform);
  g_free (rule->type);
  g_free (rule->step);
  g_free (rule);
}
