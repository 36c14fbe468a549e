/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-delimited-reader.h"
#include "zg-import-record.h"

G_BEGIN_DECLS

typedef struct _ZgTaobaoProfile ZgTaobaoProfile;

/**
 * ZgRowResult:
 * @ZG_ROW_ORDER: the row says something of an order
 * @ZG_ROW_NOTHING: an empty row, a sum or a note
 * @ZG_ROW_REFUSED: something in it is wrong
 */
typedef enum {
  ZG_ROW_ORDER,
  ZG_ROW_NOTHING,
  ZG_ROW_REFUSED,
} ZgRowResult;

ZgTaobaoProfile *zg_taobao_profile_recognise (ZgDelimitedReader  *reader,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_taobao_profile_free (ZgTaobaoProfile *profile);
gboolean zg_taobao_profile_has_format (const char *word);
const char *zg_taobao_profile_get_format (ZgTaobaoProfile *profile);
void zg_taobao_profile_list_columns (ZgTaobaoProfile   *profile,
                                     ZgDelimitedReader *reader,
                                     GPtrArray         *taken,
                                     GPtrArray         *left_out);
ZgRowResult zg_taobao_profile_read (ZgTaobaoProfile    *profile,
                                    ZgDelimitedReader  *reader,
                                    ZgImportRecord     *record,
                                    char              **reason_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTaobaoProfile, zg_taobao_profile_free)

G_END_DECLS
