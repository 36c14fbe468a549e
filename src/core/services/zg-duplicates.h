/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

/* Why two customers may be one person. */
typedef enum {
  ZG_DUPLICATE_PHONE = 1 << 0,
  ZG_DUPLICATE_ADDRESS = 1 << 1,        /* and the same name */
  ZG_DUPLICATE_ACCOUNT = 1 << 2,        /* the same name, as a rule on another platform */
  ZG_DUPLICATE_NEAR_PHONE = 1 << 3,     /* and the same name */
} ZgDuplicateReasons;

typedef enum {
  ZG_DUPLICATE_POSSIBLE,
  ZG_DUPLICATE_LIKELY,
  ZG_DUPLICATE_CERTAIN,                 /* as good as */
} ZgDuplicateStrength;

/**
 * ZgDuplicate:
 * @a_id: the older one
 * @b_id: the newer one
 *
 * Two customers who may be one.
 */
typedef struct {
  gint64 a_id;
  gint64 b_id;
  ZgDuplicateReasons reasons;
  ZgDuplicateStrength strength;
} ZgDuplicate;

/**
 * ZgDuplicates:
 * @pairs: (element-type ZgDuplicate): the most certain ones first
 * @n_crowded: values that so many share that they tell nothing: the shop's own phone, a made-up one
 *
 * What a scan has found.
 */
typedef struct {
  GArray *pairs;
  guint n_crowded;
} ZgDuplicates;

typedef void (*ZgDuplicatesProgress) (double   part,
                                      gpointer data);

void zg_duplicates_free (ZgDuplicates *duplicates);
ZgDuplicates *zg_duplicates_scan (ZgDatabase            *db,
                                  ZgDuplicatesProgress   progress,
                                  gpointer               data,
                                  GCancellable          *cancellable,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_duplicates_scan_async (ZgStore              *store,
                               ZgDuplicatesProgress  progress,
                               gpointer              data,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
ZgDuplicates *zg_duplicates_scan_finish (ZgStore       *store,
                                         GAsyncResult  *result,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_duplicate_reasons_to_text (ZgDuplicateReasons reasons) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_duplicate_strength_to_word (ZgDuplicateStrength strength);
const char *zg_duplicate_strength_to_label (ZgDuplicateStrength strength);
char **zg_duplicate_reasons_to_words (ZgDuplicateReasons reasons) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDuplicates, zg_duplicates_free)

G_END_DECLS
