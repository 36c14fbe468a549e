/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-store-error.h"

#include <glib/gi18n.h>

#include "zg-database-private.h"

/**
 * zg_store_error_quark:
 *
 * The error domain of the store, with the codes of #ZgStoreError.
 */
G_DEFINE_QUARK (zg-store-error-quark, zg_store_error)

static const struct {
  int sqlite_code;
  ZgStoreError code;
  const char *text;
} error_table[] = {
  { SQLITE_BUSY, ZG_STORE_ERROR_BUSY, N_("Another program is writing to the shop file. Try again in a moment.") },
  { SQLITE_LOCKED, ZG_STORE_ERROR_BUSY, N_("Another program is writing to the shop file. Try again in a moment.") },
  { SQLITE_FULL, ZG_STORE_ERROR_FULL, N_("The disk is full. Free some space and try again; nothing was changed.") },
  { SQLITE_READONLY, ZG_STORE_ERROR_READ_ONLY, N_("The shop file can't be written. Check the permissions of its folder.") },
  { SQLITE_PERM, ZG_STORE_ERROR_READ_ONLY, N_("The shop file can't be written. Check the permissions of its folder.") },
  { SQLITE_CORRUPT, ZG_STORE_ERROR_CORRUPT, N_("The shop file is damaged. Restore the newest backup.") },
  { SQLITE_NOTADB, ZG_STORE_ERROR_FOREIGN_FILE, N_("This file is not a shop file of Zhanggui.") },
  { SQLITE_CANTOPEN, ZG_STORE_ERROR_CANT_OPEN, N_("The shop file can't be opened. Check its folder.") },
  { SQLITE_CONSTRAINT, ZG_STORE_ERROR_CONSTRAINT, N_("The shop file refused a value.") },
};

/*
 * Sets @error from SQLite's result @code of @handle. The details of SQLite stay in the message's tail only where no
 * sentence of ours fits. Returns %FALSE, so that callers can return it.
 */
gboolean
zg_store_error_set (GError  **error,
                    sqlite3  *handle,
                    int       code)
{
  int extended = handle != NULL ? sqlite3_extended_errcode (handle) : code;

  if ((extended & 0xff) != (code & 0xff))
    extended = code;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      return FALSE;
    }

  if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("There is such an entry already."));
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (error_table); i++)
    {
      if (error_table[i].sqlite_code != (code & 0xff))
        continue;

      if (error_table[i].code == ZG_STORE_ERROR_CONSTRAINT && handle != NULL)
        g_debug ("constraint: %s", sqlite3_errmsg (handle));
      g_set_error_literal (error, ZG_STORE_ERROR, error_table[i].code, _(error_table[i].text));
      return FALSE;
    }

  g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FAILED, _("The shop file could not be used (%s)."),
               handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
  return FALSE;
}
