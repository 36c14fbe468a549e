/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-store-private.h"

/* Connections that read beside the store's own threads. */

/**
 * zg_store_get_list_reader:
 * @store: a store
 * @error: return location for an error
 *
 * A connection for the main thread alone: the few rows that a list shows take less than a hand-over to a thread.
 *
 * Returns: (transfer none) (nullable): the connection
 */
ZgDatabase *
zg_store_get_list_reader (ZgStore  *store,
                          GError  **error)
{
  if (store->list_reader == NULL)
    store->list_reader = zg_database_open (store->path, ZG_DATABASE_READER, error);
  return store->list_reader;
}

/**
 * zg_store_open_reader:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the connection
 */
ZgDatabase *
zg_store_open_reader (ZgStore  *store,
                      GError  **error)
{
  return zg_database_open (store->path, ZG_DATABASE_READER, error);
}
