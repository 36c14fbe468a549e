/* SPDX-License-Identifier: GPL-3.0-or-later */
void zg_markup (void) { gtk_label_set_markup (NULL, NULL); }
