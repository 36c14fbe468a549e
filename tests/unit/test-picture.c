/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-error.h"
#include "zg-picture.h"

/* What is taken for a picture, and what only says so. */

#define PNG_HEAD "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define PNG_TAIL "\0\0\0\0IEND\xae\x42\x60\x82"
#define APP0 "\xff\xe0\0\x04JF"
#define SOF(height, width) "\xff\xc0\0\x0b\x08" height width "\x01\x01\x11\0"
#define SCAN "\xff\xda\0\x08\x01\x01\0\0\x3f\0data\xff\xd9"

#define BYTES(text) text, sizeof (text) - 1

static const struct {
  const char *name;
  const char *data;
  gsize size;
  const char *media_type;
  int width;
  int height;
} rows[] = {
  { "png", BYTES (PNG_HEAD "\0\0\x01\x02\0\0\0\x05\x08\x06\0\0\0crc4" PNG_TAIL), "image/png", 258, 5 },
  { "png cut off", BYTES (PNG_HEAD "\0\0\x01\x02\0\0\0\x05\x08\x06\0\0\0crc4\0\0\0\0IEN"), NULL, 0, 0 },
  { "png without width", BYTES (PNG_HEAD "\0\0\0\0\0\0\0\x05\x08\x06\0\0\0crc4" PNG_TAIL), NULL, 0, 0 },
  { "png of 4 billion", BYTES (PNG_HEAD "\xff\xff\xff\xff\0\0\0\x05\x08\x06\0\0\0crc4" PNG_TAIL), NULL, 0, 0 },
  { "png of too many pixels", BYTES (PNG_HEAD "\0\0\x3f\xff\0\0\x3f\xff\x08\x06\0\0\0crc4" PNG_TAIL), NULL, 0, 0 },
  { "png signature alone", BYTES ("\x89PNG\r\n\x1a\n"), NULL, 0, 0 },
  { "jpeg", BYTES ("\xff\xd8" APP0 SOF ("\0\x10", "\x01\0") SCAN), "image/jpeg", 256, 16 },
  { "jpeg with fill bytes", BYTES ("\xff\xd8" APP0 "\xff\xff" SOF ("\0\x10", "\x01\0") SCAN), "image/jpeg", 256, 16 },
  { "jpeg with a tail", BYTES ("\xff\xd8" SOF ("\0\x10", "\x01\0") SCAN "tail"), "image/jpeg", 256, 16 },
  { "jpeg cut off", BYTES ("\xff\xd8" SOF ("\0\x10", "\x01\0") "\xff\xda\0\x08\x01\x01\0\0\x3f\0da"), NULL, 0, 0 },
  { "jpeg without a frame", BYTES ("\xff\xd8" APP0 SCAN), NULL, 0, 0 },
  { "jpeg of wrong lengths", BYTES ("\xff\xd8\xff\xe0\xff\xff" SCAN), NULL, 0, 0 },
  { "gif", BYTES ("GIF89a\1\0\1\0\0\0\0;"), NULL, 0, 0 },
  { "text", BYTES ("not a picture at all, but renamed to .png"), NULL, 0, 0 },
  { "nothing", BYTES (""), NULL, 0, 0 },
};

static void
test_formats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rows[i].data, rows[i].size);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgPicture) picture = zg_picture_new (bytes, &error);

      g_test_message ("%s", rows[i].name);
      if (rows[i].media_type == NULL)
        {
          g_assert_null (picture);
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (picture->media_type, ==, rows[i].media_type);
      g_assert_cmpint (picture->width, ==, rows[i].width);
      g_assert_cmpint (picture->height, ==, rows[i].height);
      g_assert_true (picture->bytes == bytes);
    }
}

/* No start of a picture is one, and none is read behind its end. */
static void
test_cut_off (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize size = 0; size + 4 < rows[i].size && rows[i].media_type != NULL; size++)
      {
        g_autofree char *copy = g_memdup2 (rows[i].data, size);
        g_autoptr(GBytes) bytes = g_bytes_new (copy, size);

        g_assert_null (zg_picture_new (bytes, NULL));
      }
}

static void
test_limit (void)
{
  gsize size = ZG_PICTURE_MAX_BYTES + 1;
  g_autofree char *data = g_malloc0 (size);
  g_autoptr(GBytes) most = NULL;
  g_autoptr(GBytes) more = NULL;
  g_autoptr(ZgPicture) picture = NULL;
  g_autoptr(GError) error = NULL;

  memcpy (data, rows[0].data, 33);
  memcpy (data + size - 1 - 12, BYTES (PNG_TAIL));
  most = g_bytes_new (data, size - 1);
  more = g_bytes_new (data, size);
  picture = zg_picture_new (most, &error);
  g_assert_no_error (error);
  g_assert_nonnull (picture);
  g_assert_null (zg_picture_new (more, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/formats", test_formats);
  g_test_add_func ("/picture/cut-off", test_cut_off);
  g_test_add_func ("/picture/limit", test_limit);
  return g_test_run ();
}
