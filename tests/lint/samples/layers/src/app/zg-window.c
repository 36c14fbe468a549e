/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/zg-orders-screen.h"
#include <gtk/gtk.h>
