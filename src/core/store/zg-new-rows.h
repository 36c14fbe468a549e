/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgNewRows:
 *
 * New customers and orders on their way into the shop file, many at a time. For one transaction.
 */
typedef struct _ZgNewRows ZgNewRows;

/**
 * ZgNewRowsGoOn:
 * @data: what was given with it
 * @error: return location for an error
 *
 * Asked every few milliseconds while thousands of rows are written.
 *
 * Returns: whether to go on; when not, writing ends with @error
 */
typedef gboolean (*ZgNewRowsGoOn) (gpointer   data,
                                   GError   **error);

ZgNewRows *zg_new_rows_begin (ZgDatabase  *db,
                              gint64       import_id,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_new_rows_free (ZgNewRows *rows);
gint64 zg_new_rows_take_customer_id (ZgNewRows *rows);
gint64 zg_new_rows_take_order_id (ZgNewRows *rows);
gboolean zg_new_rows_write (ZgNewRows      *rows,
                            GPtrArray      *customers,
                            GPtrArray      *orders,
                            ZgTime          now,
                            ZgNewRowsGoOn   go_on,
                            gpointer        data,
                            GError        **error);
gboolean zg_new_rows_finish (ZgNewRows  *rows,
                             GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgNewRows, zg_new_rows_free)

G_END_DECLS
