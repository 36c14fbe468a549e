/* SPDX-License-Identifier: GPL-3.0-or-later */
const char *
zg_plural (int n)
{
  return ngettext (ONE, MANY, n);
}
