/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/* Whether goods may go back within seven days without a reason. */
typedef enum {
  ZG_RETURN_NOT_BEGUN,          /* not signed for yet */
  ZG_RETURN_OPEN,
  ZG_RETURN_OVER,
  ZG_RETURN_EXCLUDED,           /* goods that the rule is not for */
} ZgReturnState;

/**
 * ZgReturnWindow:
 * @until: the first moment at which it is over; %ZG_TIME_NONE where there is no such moment
 * @text: why, a sentence in the user's language
 */
typedef struct {
  ZgReturnState state;
  ZgTime until;
  char *text;
} ZgReturnWindow;

ZgReturnWindow *zg_return_window (const char *policy,
                                  ZgTime      received_at,
                                  ZgTime      now,
                                  GTimeZone  *zone) G_GNUC_WARN_UNUSED_RESULT;
void zg_return_window_free (ZgReturnWindow *window);
const char *zg_return_state_to_word (ZgReturnState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReturnWindow, zg_return_window_free)

G_END_DECLS
