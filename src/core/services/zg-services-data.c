/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-services-data.h"

#include <gio/gio.h>

#include "zg-services-resources.h"

/* The files of data/ that the program carries inside: starter replies and the script of the demo shop. */

/* With a static library nobody but we registers it. */
static void
register_resource (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      zg_services_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

/**
 * zg_services_data_load_json:
 * @name: a file below data/, "replies/en.json"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file, read
 */
JsonParser *
zg_services_data_load_json (const char  *name,
                            GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_BASE "/data/", name, NULL);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GBytes) bytes = NULL;
  const char *text;
  gsize length;

  register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return g_steal_pointer (&parser);
}
