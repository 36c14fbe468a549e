/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-integer.h"

#include <errno.h>

static const struct {
  const char *text;
  gint64 min, max;
  gboolean is_number;
  gint64 number;
} cases[] = {
  { "0", 0, 10, TRUE, 0 },
  { "1", 1, 1000000, TRUE, 1 },
  { "+5", 1, 10, TRUE, 5 },
  { "-5", -10, 10, TRUE, -5 },
  { "007", 1, 10, TRUE, 7 },
  { "1000000", 1, 1000000, TRUE, 1000000 },
  { "1000001", 1, 1000000, FALSE, 0 },
  { "0", 1, 10, FALSE, 0 },
  { "-1", 0, 10, FALSE, 0 },
  { "9223372036854775807", 0, G_MAXINT64, TRUE, G_MAXINT64 },
  { "9223372036854775808", 0, G_MAXINT64, FALSE, 0 },
  { "-9223372036854775808", G_MININT64, 0, TRUE, G_MININT64 },
  { "-9223372036854775809", G_MININT64, 0, FALSE, 0 },
  { "99999999999999999999999", G_MININT64, G_MAXINT64, FALSE, 0 },
  { "18446744073709551616", G_MININT64, G_MAXINT64, FALSE, 0 },
  { NULL, G_MININT64, G_MAXINT64, FALSE, 0 },
  { "", G_MININT64, G_MAXINT64, FALSE, 0 },
  { "-", G_MININT64, G_MAXINT64, FALSE, 0 },
  { "+-1", G_MININT64, G_MAXINT64, FALSE, 0 },
  { " 1", 0, 10, FALSE, 0 },
  { "1 ", 0, 10, FALSE, 0 },
  { "1.0", 0, 10, FALSE, 0 },
  { "0x1", 0, 10, FALSE, 0 },
  { "１", 0, 10, FALSE, 0 },
  { "1件", 0, 10, FALSE, 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = 42;

      g_test_message ("“%s”", cases[i].text);
      /* what another call left there says nothing about this one */
      errno = EAGAIN;
      g_assert_cmpint (zg_integer_parse (cases[i].text, cases[i].min, cases[i].max, &number), ==, cases[i].is_number);
      g_assert_cmpint (number, ==, cases[i].is_number ? cases[i].number : 42);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/integer/parse", test_parse);
  return g_test_run ();
}
