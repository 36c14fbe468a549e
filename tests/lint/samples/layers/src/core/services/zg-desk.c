/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-statement.h"
#include "zg-thing.h"
#include <sqlite3.h>
#include <gtk/gtk.h>
