/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-search-rebuild.h"
#include "zg-shop-table.h"

/* What all commands share: the store and output. */

/* Prints @error (transfer none) as one line. */
ZgCtlStatus
zg_ctl_fail (GError *error)
{
  fprintf (stderr, "%s\n", error->message);
  return ZG_CTL_FAILED;
}

ZgCtlStatus
zg_ctl_usage (const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  return ZG_CTL_USAGE;
}

static gboolean
find_clerk (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ZgCtl *ctl = data;
  g_autoptr(ZgStaff) staff = NULL;
  g_autoptr(GError) local_error = NULL;

  if (ctl->staff != NULL)
    staff = zg_shop_table_find_staff (db, ctl->staff, &local_error);
  else
    staff = zg_shop_table_get_clerk (db, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  ctl->staff_id = staff != NULL ? staff->id : 0;
  return TRUE;
}

/* ZG_MAX_PAGES makes the disk full at will: tests/ctl looks what becomes of the shop then. */
static gboolean
limit_pages (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_database_set_max_pages (db, g_ascii_strtoll (data, NULL, 10), error);
}

/* Opens the shop file once. A command that only reads does not make one. */
gboolean
zg_ctl_open (ZgCtl     *ctl,
             gboolean   create,
             GError   **error)
{
  const char *max_pages = g_getenv ("ZG_MAX_PAGES");

  if (ctl->store != NULL)
    return TRUE;

  if (!create && !g_file_test (ctl->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no shop file %s."), ctl->path);
      return FALSE;
    }

  ctl->store = zg_store_open (ctl->path, error);
  if (ctl->store == NULL
      || (max_pages != NULL && !zg_store_write (ctl->store, limit_pages, (gpointer) max_pages, error)))
    return FALSE;
  return zg_search_rebuild_finish (ctl->store, error) && zg_store_read (ctl->store, find_clerk, ctl, error);
}

gboolean
zg_ctl_read (ZgCtl        *ctl,
             ZgStoreFunc   func,
             gpointer      data,
             GError      **error)
{
  return zg_ctl_open (ctl, FALSE, error) && zg_store_read (ctl->store, func, data, error);
}

gboolean
zg_ctl_write (ZgCtl        *ctl,
              ZgStoreFunc   func,
              gpointer      data,
              GError      **error)
{
  return zg_ctl_open (ctl, TRUE, error) && zg_store_write (ctl->store, func, data, error);
}

gboolean
zg_ctl_parse_time (ZgCtl       *ctl,
                   const char  *text,
                   ZgTime      *time_out,
                   GError     **error)
{
  return zg_time_parse_iso (text, zg_clock_get_zone (ctl->clock), time_out, error);
}

/* One line for people on standard output. */
void
zg_ctl_print (const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
}

/* Prints and frees @node, the one document of this call. */
void
zg_ctl_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  puts (text);
  json_node_unref (node);
}

/* The same of an object (transfer full). */
void
zg_ctl_print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

/* The same of an array (transfer full). */
void
zg_ctl_print_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  zg_ctl_print_json (node);
}
