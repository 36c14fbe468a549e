/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgErrorText:
 * @heading: what happened, in a few words, translated
 * @advice: (nullable): what one can do about it, translated
 * @button: (nullable): label of the offered action, translated
 * @action: (nullable): the action it activates
 */
typedef struct {
  const char *heading;
  const char *advice;
  const char *button;
  const char *action;
} ZgErrorText;

ZgErrorText zg_error_text (const GError *error);
char *zg_error_text_to_body (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
