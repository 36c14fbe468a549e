/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

void check_vcard (const char *input,
                  gsize       size);
