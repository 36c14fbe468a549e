/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-computer-settings"

#include "config.h"

#include "zg-computer-settings.h"

/**
 * zg_computer_settings_new:
 *
 * What belongs to this computer and not to the shop.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed, as in some tests, and
 *   everything stays as it is by default
 */
GSettings *
zg_computer_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
