/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-picture"

#include "config.h"

#include "zg-picture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/*
 * Pictures of replies. Here only the frame of the file is read: what it is, how large, and whether its end is there.
 * Whether the pixels can be decoded, the window finds out when it shows the picture before it is saved.
 */

/* More than any screen or phone has; a few bytes of a file can claim sizes that would take all memory. */
#define MAX_SIDE 16384
#define MAX_PIXELS (64 * 1024 * 1024)

static const guint8 png_signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
static const guint8 png_end[8] = { 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };

static guint32
read_be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint
read_be16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

/* ISO/IEC 15948: the signature, then the IHDR chunk, and IEND as the last one. */
static gboolean
measure_png (const guint8 *data,
             gsize         size,
             guint32      *width_out,
             guint32      *height_out)
{
  if (size < sizeof png_signature + 25 + sizeof png_end + 4
      || memcmp (data, png_signature, sizeof png_signature) != 0
      || read_be32 (data + 8) != 13
      || memcmp (data + 12, "IHDR", 4) != 0
      || memcmp (data + size - sizeof png_end, png_end, sizeof png_end) != 0)
    return FALSE;

  *width_out = read_be32 (data + 16);
  *height_out = read_be32 (data + 20);
  return TRUE;
}

/* ITU T.81 table B.1: SOF0 … SOF15 without DHT, JPG and DAC tell the size. */
static gboolean
is_frame_header (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Some cameras and phones put bytes of their own behind the end: the end only has to be there. */
static gboolean
has_jpeg_end (const guint8 *data,
              gsize         size)
{
  for (gsize i = size - 1; i > 2; i--)
    if (data[i] == 0xd9 && data[i - 1] == 0xff)
      return TRUE;
  return FALSE;
}

/* ITU T.81 annex B: SOI, then segments with their lengths up to the first scan. */
static gboolean
measure_jpeg (const guint8 *data,
              gsize         size,
              guint32      *width_out,
              guint32      *height_out)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;

  while (at + 4 <= size && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      guint length;

      /* Any marker may be preceded by fill bytes. */
      if (marker == 0xff)
        {
          at++;
          continue;
        }

      length = read_be16 (data + at + 2);
      if (marker == 0xda || length < 2 || length > size - at - 2)
        return FALSE;
      if (is_frame_header (marker))
        {
          if (length < 8)
            return FALSE;
          *height_out = read_be16 (data + at + 5);
          *width_out = read_be16 (data + at + 7);
          return has_jpeg_end (data, size);
        }
      at += 2 + length;
    }
  return FALSE;
}

/**
 * zg_picture_new:
 * @bytes: what a file holds
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with %ZG_DOMAIN_ERROR_INVALID when @bytes are no PNG or JPEG,
 *   are cut off, or are larger than %ZG_PICTURE_MAX_BYTES
 */
ZgPicture *
zg_picture_new (GBytes  *bytes,
                GError **error)
{
  const char *media_type = "image/png";
  guint32 width = 0, height = 0;
  ZgPicture *picture;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > ZG_PICTURE_MAX_BYTES)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("The picture is larger than 10 MB. Choose a smaller one."));
      return NULL;
    }
  if (!measure_png (data, size, &width, &height))
    {
      media_type = "image/jpeg";
      if (!measure_jpeg (data, size, &width, &height))
        {
          g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                               _("This file is not a complete PNG or JPEG picture."));
          return NULL;
        }
    }
  if (width == 0 || height == 0 || width > MAX_SIDE || height > MAX_SIDE || (guint64) width * height > MAX_PIXELS)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("A picture of %u × %u pixels can't be used."), width, height);
      return NULL;
    }

  picture = g_new0 (ZgPicture, 1);
  picture->media_type = g_strdup (media_type);
  picture->width = (int) width;
  picture->height = (int) height;
  picture->bytes = g_bytes_ref (bytes);
  return picture;
}

/**
 * zg_picture_free:
 * @picture: (transfer full) (nullable): a picture
 */
void
zg_picture_free (ZgPicture *picture)
{
  if (picture == NULL)
    return;

  g_free (picture->uid);
  g_free (picture->media_type);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture);
}
