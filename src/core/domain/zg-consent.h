/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgConsent:
 *
 * Whether a customer wants to hear of the shop beyond their own orders. The numbers are those of the shop file.
 */
typedef enum {
  ZG_CONSENT_NOT_ASKED = 0,
  ZG_CONSENT_YES = 1,
  ZG_CONSENT_NO = 2,
} ZgConsent;

#define ZG_N_CONSENTS 3

const char *zg_consent_to_word (ZgConsent consent);
gboolean zg_consent_from_word (const char *word,
                               ZgConsent  *consent_out);
const char *zg_consent_to_label (ZgConsent consent);
char *zg_consent_format (ZgConsent  consent,
                         ZgTime     since,
                         ZgTime     now,
                         GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_consent_change (ZgConsent *consent,
                            ZgTime    *since,
                            ZgConsent  to,
                            ZgTime     now);
gboolean zg_consent_check_promotion (ZgConsent   consent,
                                     GError    **error);

G_END_DECLS
