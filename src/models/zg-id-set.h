/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgIdSet:
 *
 * A set of row ids, made for many of them: a bit for each, so that a million take 125 kB.
 */
typedef struct _ZgIdSet ZgIdSet;

ZgIdSet *zg_id_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_id_set_free (ZgIdSet *set);
void zg_id_set_put (ZgIdSet  *set,
                    gint64    id,
                    gboolean  in);
gboolean zg_id_set_has (ZgIdSet *set,
                        gint64   id);
void zg_id_set_clear (ZgIdSet *set);
guint zg_id_set_get_size (ZgIdSet *set);
GArray *zg_id_set_list (ZgIdSet *set) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgIdSet, zg_id_set_free)

G_END_DECLS
