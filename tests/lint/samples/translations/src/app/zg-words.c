/* SPDX-License-Identifier: GPL-3.0-or-later */
const char *zg_words[] = { N_("Order"), N_("Customer"), N_("%d orders of %s") };
