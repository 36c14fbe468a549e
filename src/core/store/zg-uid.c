/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-uid.h"

/**
 * zg_uid_new:
 *
 * Makes an id that is unique in the world and stays with a row when it moves to another file. It begins with the
 * time (the order of RFC 9562's version 7), so that the index over ids grows at its end instead of all over.
 * Thread-safe.
 *
 * Returns: (transfer full): 32 hexadecimal digits
 */
char *
zg_uid_new (void)
{
  static gint counter;
  guint64 now = (guint64) g_get_real_time () / 1000; /* lint: allow clock because an id is no rule of the shop */
  guint32 sequence = (guint32) g_atomic_int_add (&counter, 1) & 0xfff;

  return g_strdup_printf ("%012" G_GINT64_MODIFIER "x7%03x%08x%08x", now & G_GUINT64_CONSTANT (0xffffffffffff), sequence,
                          g_random_int () | 0x80000000u, g_random_int ());
}
