/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_customer_tag_set_colour (ZgDatabase  *db,
                                     const char  *tag,
                                     const char  *colour,
                                     char       **before_out,
                                     GError     **error);

G_END_DECLS
