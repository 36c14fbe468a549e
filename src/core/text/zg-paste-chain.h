/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-paste-text.h"

G_BEGIN_DECLS

/**
 * ZgPasteChain:
 * @region: what the names say together
 * @n_names: how many names
 * @score: how much they say
 * @last_is_full: whether the last one was written in full
 *
 * Names of divisions one after the other that go together: 浙江省 杭州 西湖区.
 */
typedef struct {
  ZgPasteRegion region;
  guint n_names;
  guint score;
  gboolean last_is_full;
} ZgPasteChain;

gboolean zg_paste_chain_read (const ZgPasteText *text,
                              guint              at,
                              ZgPasteChain      *chain);
gboolean zg_paste_chain_refine (const ZgPasteText   *text,
                                guint                at,
                                const ZgPasteRegion *known,
                                ZgPasteChain        *chain);
gboolean zg_paste_region_is_within (const ZgPasteRegion *region,
                                    guint                above);

G_END_DECLS
