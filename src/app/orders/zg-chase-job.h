/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-chase.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_CHASE_JOB_DONE,
  ZG_CHASE_JOB_SKIP,
  ZG_CHASE_JOB_CAUSE,
  ZG_CHASE_JOB_STOP,
  ZG_CHASE_JOB_RESUME,
} ZgChaseJobKind;

void zg_chase_job_run (ZgChaseJobKind  kind,
                       ZgChaseCause    cause,
                       gint64          order_id,
                       ZgSession      *session,
                       ZgToastArea    *toasts);

G_END_DECLS
