/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgExchangeError:
 * @ZG_EXCHANGE_ERROR_UNREADABLE: the file can't be read
 * @ZG_EXCHANGE_ERROR_FOLDER: it is a folder
 * @ZG_EXCHANGE_ERROR_EMPTY: there is nothing in it
 * @ZG_EXCHANGE_ERROR_SPREADSHEET: a spreadsheet or an archive, not text
 * @ZG_EXCHANGE_ERROR_WEB_PAGE: a web page under another name
 * @ZG_EXCHANGE_ERROR_NOT_AN_EXPORT: text, but no order export
 * @ZG_EXCHANGE_ERROR_ENCODING: text in an encoding that is not known
 *
 * Why a file is refused as a whole. A row that is refused is no error: the import goes on.
 */
typedef enum {
  ZG_EXCHANGE_ERROR_UNREADABLE,
  ZG_EXCHANGE_ERROR_FOLDER,
  ZG_EXCHANGE_ERROR_EMPTY,
  ZG_EXCHANGE_ERROR_SPREADSHEET,
  ZG_EXCHANGE_ERROR_WEB_PAGE,
  ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
  ZG_EXCHANGE_ERROR_ENCODING,
} ZgExchangeError;

#define ZG_EXCHANGE_ERROR (zg_exchange_error_quark ())
GQuark zg_exchange_error_quark (void);

G_END_DECLS
