/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chinese input methods write digits and punctuation in full width (１３８，（）). Rules read the narrow form. */

char *zg_width_fold (const char *text);

G_END_DECLS
