/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgErasedMarks:
 *
 * Marks of people who were erased for good. They tell nobody who that was; whoever comes with the same phone or account
 * can be told from others.
 */
typedef struct _ZgErasedMarks ZgErasedMarks;

gboolean zg_erased_table_load (ZgDatabase     *db,
                               ZgErasedMarks **marks_out,
                               GError        **error);
gboolean zg_erased_table_add_customer (ZgDatabase        *db,
                                       const ZgCustomer  *customer,
                                       ZgTime             at,
                                       GError           **error);
gboolean zg_erased_table_add_order (ZgDatabase  *db,
                                    const char  *platform,
                                    const char  *number,
                                    ZgTime       at,
                                    GError     **error);
gboolean zg_erased_table_adopt (ZgDatabase           *db,
                                const ZgErasedMarks  *marks,
                                ZgTime                at,
                                GError              **error);
gboolean zg_erased_table_find_customers (ZgDatabase           *db,
                                         const ZgErasedMarks  *marks,
                                         GHashTable           *found,
                                         GError              **error);
gboolean zg_erased_table_leave_out_living (ZgDatabase  *db,
                                           GHashTable  *found,
                                           GError     **error);
void zg_erased_marks_free (ZgErasedMarks *marks);
gboolean zg_erased_marks_have_phone (const ZgErasedMarks *marks,
                                     const char          *digits);
gboolean zg_erased_marks_have_account (const ZgErasedMarks *marks,
                                       const char          *platform,
                                       const char          *account);
gboolean zg_erased_marks_have_order (const ZgErasedMarks *marks,
                                     const char          *platform,
                                     const char          *number);
gboolean zg_erased_marks_have_customer (const ZgErasedMarks *marks,
                                        const ZgCustomer    *customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgErasedMarks, zg_erased_marks_free)

G_END_DECLS
