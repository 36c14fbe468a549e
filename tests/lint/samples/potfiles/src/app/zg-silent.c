/* SPDX-License-Identifier: GPL-3.0-or-later */
/* _("not a sentence") */
int zg_silent;
