/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-garbled.h"

#include <iconv.h>

/*
 * Text in another encoding, Big5 or Latin-1, is valid GB18030 more often than not, but it comes out as rare characters:
 * hardly one of a real text is outside GB2312.
 */

/* So many say enough. */
#define MAX_CHARACTERS 2000

/**
 * zg_garbled_look:
 * @garbled: (inout): a count
 * @text: text that was read as GB18030
 *
 * Counts the characters of a text.
 */
void
zg_garbled_look (ZgGarbled  *garbled,
                 const char *text)
{
  iconv_t converter = iconv_open ("GB2312", "UTF-8");

  for (const char *p = text; *p != '\0' && garbled->n < MAX_CHARACTERS; p = g_utf8_next_char (p))
    {
      char buffer[8];
      char *in = (char *) p;
      char *out = buffer;
      gsize n_in = (gsize) (g_utf8_next_char (p) - p);
      gsize n_out = sizeof buffer;

      /* Faces are written alike everywhere, and only a file that has its encoding right has them. */
      if (n_in < 2 || n_in > 3)
        continue;
      garbled->n++;
      if (converter == (iconv_t) -1 || iconv (converter, &in, &n_in, &out, &n_out) != 0)
        garbled->n_rare++;
    }
  if (converter != (iconv_t) -1)
    iconv_close (converter);
}

/**
 * zg_garbled_is:
 * @garbled: a count
 *
 * Returns: whether more than a quarter of what was looked at is rare
 */
gboolean
zg_garbled_is (const ZgGarbled *garbled)
{
  return garbled->n_rare * 4 > garbled->n;
}
