/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-statement.h"
#include "zg-nowhere.h"
#include <adwaita.h>
