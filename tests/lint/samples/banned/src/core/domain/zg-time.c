/* SPDX-License-Identifier: GPL-3.0-or-later */
gint64 zg_now (void) { return g_get_real_time (); }
