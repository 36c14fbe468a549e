/* SPDX-License-Identifier: GPL-3.0-or-later */
void zg_open (void) { sqlite3_open ("", NULL); }
