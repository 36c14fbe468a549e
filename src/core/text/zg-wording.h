/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply.h"
#include "zg-template.h"
#include "zg-wording-entry.h"
#include "zg-wording-text.h"

G_BEGIN_DECLS

typedef struct _ZgWording ZgWording;

/**
 * ZgWordingFlags:
 * @ZG_WORDING_IS_ADDRESSED: something that is not in the words names the customer
 * @ZG_WORDING_TO_NOBODY: a note or a status line, which nobody is addressed by
 */
typedef enum {
  ZG_WORDING_NONE = 0,
  ZG_WORDING_IS_ADDRESSED = 1 << 0,
  ZG_WORDING_TO_NOBODY = 1 << 1,
} ZgWordingFlags;

/**
 * ZgWordingFinding:
 * @start: where the word begins in the text, in bytes
 * @end: where it ends; @start when the whole text is meant
 * @entry: what it is, as long as the list lives
 */
typedef struct {
  gsize start;
  gsize end;
  const ZgWordingEntry *entry;
} ZgWordingFinding;

ZgWording *zg_wording_new (GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;
ZgWording *zg_wording_ref (ZgWording *wording);
void zg_wording_unref (ZgWording *wording);

GArray *zg_wording_check (ZgWording           *wording,
                          const char          *text,
                          const ZgWordingMask *masks,
                          guint                n_masks,
                          ZgWordingFlags       flags) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_wording_check_body (ZgWording  *wording,
                               const char *body,
                               guint32     stages) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_wording_check_fill (ZgWording    *wording,
                               const char   *body,
                               const ZgFill *fill,
                               guint32       stages) G_GNUC_WARN_UNUSED_RESULT;
void zg_wording_replace (ZgFill                 *fill,
                         const ZgWordingFinding *finding,
                         const char             *replacement);
GPtrArray *zg_wording_check_reply (ZgWording     *wording,
                                   const ZgReply *reply) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgWording, zg_wording_unref)

G_END_DECLS
