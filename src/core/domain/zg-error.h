/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgDomainError:
 * @ZG_DOMAIN_ERROR_INVALID: the text is not a value of this kind
 * @ZG_DOMAIN_ERROR_REFUSED: a rule of the shop forbids it
 * @ZG_DOMAIN_ERROR_CHANGED: somebody else changed the same thing in the meantime
 *
 * What can be wrong with a value or an intent, before any file is touched. Messages are whole translated sentences.
 */
typedef enum {
  ZG_DOMAIN_ERROR_INVALID,
  ZG_DOMAIN_ERROR_REFUSED,
  ZG_DOMAIN_ERROR_CHANGED,
} ZgDomainError;

#define ZG_DOMAIN_ERROR (zg_domain_error_quark ())
GQuark zg_domain_error_quark (void);

G_END_DECLS
