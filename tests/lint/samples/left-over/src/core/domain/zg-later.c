/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TODO: everything */
int zg_later; /* FIXME */
int zg_XXX_XXXXXX; /* tmp-XXXXXX is a pattern for a name */

/* XXX */
