/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/zg-orders-screen.h"
/* #include "zg-nowhere.h" in a comment is none */
#include "zg-card.h"
