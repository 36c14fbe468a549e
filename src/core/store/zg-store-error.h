/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgStoreError:
 * @ZG_STORE_ERROR_FAILED: something else went wrong; the message has the details
 * @ZG_STORE_ERROR_BUSY: another program is writing to the shop file
 * @ZG_STORE_ERROR_FULL: no room left
 * @ZG_STORE_ERROR_READ_ONLY: the shop file or its folder can't be written
 * @ZG_STORE_ERROR_CORRUPT: the shop file is damaged
 * @ZG_STORE_ERROR_NEWER_SCHEMA: a newer release wrote the shop file
 * @ZG_STORE_ERROR_FOREIGN_FILE: not a shop file
 * @ZG_STORE_ERROR_NETWORK_DRIVE: the shop file lies on a network drive
 * @ZG_STORE_ERROR_DUPLICATE: there is one already
 * @ZG_STORE_ERROR_NOT_FOUND: there is none
 * @ZG_STORE_ERROR_STALE: somebody else changed the row in the meantime
 * @ZG_STORE_ERROR_CONSTRAINT: a value that the shop file refuses
 * @ZG_STORE_ERROR_CANT_OPEN: the shop file can't be reached
 *
 * What can go wrong with the shop file, in terms that mean something to a person. SQLite's numbers stay below.
 */
typedef enum {
  ZG_STORE_ERROR_FAILED,
  ZG_STORE_ERROR_BUSY,
  ZG_STORE_ERROR_FULL,
  ZG_STORE_ERROR_READ_ONLY,
  ZG_STORE_ERROR_CORRUPT,
  ZG_STORE_ERROR_NEWER_SCHEMA,
  ZG_STORE_ERROR_FOREIGN_FILE,
  ZG_STORE_ERROR_NETWORK_DRIVE,
  ZG_STORE_ERROR_DUPLICATE,
  ZG_STORE_ERROR_NOT_FOUND,
  ZG_STORE_ERROR_STALE,
  ZG_STORE_ERROR_CONSTRAINT,
  ZG_STORE_ERROR_CANT_OPEN,
} ZgStoreError;

#define ZG_STORE_ERROR (zg_store_error_quark ())
GQuark zg_store_error_quark (void);

G_END_DECLS
