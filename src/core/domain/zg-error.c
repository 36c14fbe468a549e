/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-error.h"

/**
 * zg_domain_error_quark:
 *
 * The error domain of values and rules, see #ZgDomainError.
 */
G_DEFINE_QUARK (zg-domain-error-quark, zg_domain_error)
