/* SPDX-License-Identifier: GPL-3.0-or-later */

void
test (void)
{
  sleep (1);
  usleep (1);
  gettimeofday (NULL);
}
