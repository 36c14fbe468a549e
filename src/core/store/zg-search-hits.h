/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-filtered-customers.h"
#include "zg-match.h"

G_BEGIN_DECLS

/**
 * ZgSearchIndex:
 *
 * One of the full text indexes. Names are a part of what is known of customers.
 */
typedef enum {
  ZG_SEARCH_NAMES,
  ZG_SEARCH_CUSTOMERS,
  ZG_SEARCH_ORDERS,
} ZgSearchIndex;

/**
 * ZgSearchHits:
 * @ids: (element-type gint64): what was found so far, the best first, each once
 * @limit: how many are wanted
 * @check: (nullable): whom the search is for; of customers
 *
 * What a search has found so far. Does nothing any more when that is enough.
 */
typedef struct {
  GArray *ids;
  GHashTable *seen;
  guint limit;
  ZgCustomerCheck *check;
} ZgSearchHits;

void zg_search_hits_init (ZgSearchHits *hits,
                          int           limit);
void zg_search_hits_clear (ZgSearchHits *hits);
gboolean zg_search_hits_collect (ZgSearchHits  *hits,
                                 ZgDatabase    *db,
                                 const char    *sql,
                                 const char    *text,
                                 GError       **error);
gboolean zg_search_hits_collect_range (ZgSearchHits  *hits,
                                       ZgDatabase    *db,
                                       const char    *sql,
                                       const char    *text,
                                       GError       **error);
gboolean zg_search_hits_collect_names (ZgSearchHits   *hits,
                                       ZgDatabase     *db,
                                       const ZgMatch  *match,
                                       GError        **error);
gboolean zg_search_hits_collect_texts (ZgSearchHits   *hits,
                                       ZgDatabase     *db,
                                       ZgSearchIndex   index,
                                       const ZgMatch  *match,
                                       GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgSearchHits, zg_search_hits_clear)

G_END_DECLS
