/* SPDX-License-Identifier: GPL-3.0-or-later */
const char *zg_listed = N_("Order");
