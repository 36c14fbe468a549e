/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"
#include "zg-vcard-lines.h"

G_BEGIN_DECLS

/* What only our own cards have. */
#define ZG_VCARD_ACCOUNT "X-ZHANGGUI-ACCOUNT"
#define ZG_VCARD_BIRTHDAY "X-ZHANGGUI-BIRTHDAY"
#define ZG_VCARD_CAUTION "X-ZHANGGUI-CAUTION"
#define ZG_VCARD_LEVEL "X-ZHANGGUI-LEVEL"
#define ZG_VCARD_SOURCE "X-ZHANGGUI-SOURCE"
#define ZG_VCARD_TYPE "X-ZHANGGUI-TYPE"

/**
 * ZgVcardCard:
 *
 * What one card says, property by property.
 */
typedef struct _ZgVcardCard ZgVcardCard;

ZgVcardCard *zg_vcard_card_new (guint64 line) G_GNUC_WARN_UNUSED_RESULT;
void zg_vcard_card_free (ZgVcardCard *card);
ZgContactRecord *zg_vcard_card_get_record (ZgVcardCard *card);
void zg_vcard_card_take (ZgVcardCard           *card,
                         const ZgVcardProperty *property);
ZgContactRecord *zg_vcard_card_finish (ZgVcardCard *card) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgVcardCard, zg_vcard_card_free)

G_END_DECLS
