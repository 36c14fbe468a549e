/* SPDX-License-Identifier: GPL-3.0-or-later */
void zg_ask (void) { adw_message_dialog_new (NULL, NULL, NULL); }
