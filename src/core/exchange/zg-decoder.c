/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-decoder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <iconv.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * The text of a file as UTF-8, block by block, whatever its size. Which encoding it is in is known before the first
 * block: a mark at its start, else strict UTF-8 over all of it, else GB18030, which Taobao writes without a mark. That
 * GB18030 was the right guess is for the header to show: it accepts nearly everything. No Chinese header in GB18030 is
 * UTF-8 by accident, so a file whose first line is UTF-8 is that with a damaged row further down.
 */

#define BLOCK_SIZE (256 * 1024)
#define REPLACEMENT "\xef\xbf\xbd"

struct _ZgDecoder {
  int fd;
  gint64 size;
  gint64 position;
  const char *encoding;
  iconv_t converter;            /* (iconv_t) -1 for UTF-8 */
  gboolean is_damaged;          /* UTF-8 with bytes that are none */
  char raw[BLOCK_SIZE];
  gsize n_raw;                  /* bytes in @raw that wait for the rest of their character */
};

G_DEFINE_QUARK (zg-exchange-error-quark, zg_exchange_error)

static gboolean
fail (GError          **error,
      ZgExchangeError   code,
      const char       *text)
{
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, code, text);
  return FALSE;
}

static gssize
read_block (int    fd,
            char  *buffer,
            gsize  size)
{
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);
  return n;
}

/* Strict UTF-8 from here to the end? A character may lie across two blocks. */
static gboolean
is_utf8 (ZgDecoder  *self,
         gboolean   *is_utf8_out,
         GError    **error)
{
  gsize kept = 0;

  *is_utf8_out = TRUE;
  while (TRUE)
    {
      gssize n = read_block (self->fd, self->raw + kept, BLOCK_SIZE - kept);
      const char *end;
      gsize length;

      if (n < 0)
        return fail (error, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));
      length = kept + (gsize) n;
      if (n == 0)
        {
          *is_utf8_out = kept == 0;
          return TRUE;
        }

      kept = 0;
      for (const char *p = self->raw; p < self->raw + length; p = end)
        {
          if (g_utf8_validate (p, self->raw + length - p, &end))
            break;
          if (*end == '\0')
            {
              /* NUL is refused row by row, not here. */
              end++;
              continue;
            }
          kept = self->raw + length - end;
          if (kept >= 4 || g_utf8_get_char_validated (end, (gssize) kept) != (gunichar) -2)
            {
              *is_utf8_out = FALSE;
              return TRUE;
            }
          memmove (self->raw, end, kept);
          break;
        }
    }
}

static gboolean
refuse_other_formats (const char  *head,
                      gsize        n,
                      GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (head, (gssize) n);

  if (n == 0)
    return fail (error, ZG_EXCHANGE_ERROR_EMPTY, _("The file is empty."));
  if (n >= 4 && (memcmp (head, "PK\x03\x04", 4) == 0 || memcmp (head, "\xd0\xcf\x11\xe0", 4) == 0))
    return fail (error, ZG_EXCHANGE_ERROR_SPREADSHEET,
                 _("This is a spreadsheet or an archive. Save it as CSV, or export the orders as CSV."));
  if (g_strstr_len (lower, (gssize) MIN (n, 512), "<html") != NULL
      || g_strstr_len (lower, (gssize) MIN (n, 512), "<!doctype html") != NULL
      || g_strstr_len (lower, (gssize) MIN (n, 512), "<table") != NULL)
    return fail (error, ZG_EXCHANGE_ERROR_WEB_PAGE,
                 _("This is a web page, not a table. Export the orders as CSV."));
  if (n >= 16 && memcmp (head, "SQLite format 3", 16) == 0)
    return fail (error, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT, _("This is a database, not an order export."));
  return TRUE;
}

/* Whether the first line is UTF-8 and not just ASCII. */
static gboolean
begins_with_utf8 (const char *head,
                  gsize       n)
{
  const char *end = memchr (head, '\n', n);
  gsize length = end != NULL ? (gsize) (end - head) : n;

  for (gsize i = 0; end != NULL && i < length; i++)
    {
      if ((guchar) head[i] >= 0x80)
        return g_utf8_validate_len (head, length, NULL);
    }
  return FALSE;
}

/* What @head, the first @n bytes, says, and if that is nothing, all of the file. */
static gboolean
find_encoding (ZgDecoder  *self,
               const char *head,
               gsize       n,
               gsize      *mark_out,
               GError    **error)
{
  gboolean utf8;

  *mark_out = 0;
  if (n >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    {
      self->encoding = head[0] == '\xff' ? "UTF-16LE" : "UTF-16BE";
      *mark_out = 2;
      return TRUE;
    }

  if (n >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    *mark_out = 3;
  if (lseek (self->fd, 0, SEEK_SET) < 0)
    return fail (error, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));
  if (!is_utf8 (self, &utf8, error))
    return FALSE;
  self->is_damaged = !utf8 && (*mark_out > 0 || begins_with_utf8 (head, n));
  self->encoding = utf8 || self->is_damaged ? "UTF-8" : "GB18030";
  return TRUE;
}

static gboolean
choose_encoding (ZgDecoder  *self,
                 GError    **error)
{
  char head[4096];
  gssize n = read_block (self->fd, head, sizeof head);
  gsize mark;

  if (n < 0)
    return fail (error, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));
  if (!refuse_other_formats (head, (gsize) n, error) || !find_encoding (self, head, (gsize) n, &mark, error))
    return FALSE;

  if (lseek (self->fd, (off_t) mark, SEEK_SET) < 0)
    return fail (error, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));
  self->position = (gint64) mark;
  if (strcmp (self->encoding, "UTF-8") != 0)
    {
      self->converter = iconv_open ("UTF-8", self->encoding);
      if (self->converter == (iconv_t) -1)
        return fail (error, ZG_EXCHANGE_ERROR_ENCODING, _("This computer can't read Chinese text of this encoding."));
    }
  return TRUE;
}

/**
 * zg_decoder_open:
 * @path: a file
 * @error: return location for an error
 *
 * Opens a text file and finds out in which encoding it is, which reads all of it once.
 *
 * Returns: (transfer full) (nullable): the decoder; %NULL for what is no text
 */
ZgDecoder *
zg_decoder_open (const char  *path,
                 GError     **error)
{
  g_autoptr(ZgDecoder) self = g_new0 (ZgDecoder, 1);
  struct stat info;

  self->converter = (iconv_t) -1;
  /* Opening a pipe would wait for somebody who writes into it. */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0)
    {
      fail (error, ZG_EXCHANGE_ERROR_UNREADABLE,
            errno == ENOENT ? _("There is no such file.")
            : errno == EACCES ? _("You may not read this file; change its permissions.") : _("The file can't be read."));
      return NULL;
    }
  if (fstat (self->fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      fail (error, ZG_EXCHANGE_ERROR_FOLDER, _("This is a folder. Choose the exported file in it."));
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      fail (error, ZG_EXCHANGE_ERROR_UNREADABLE,
            _("This is not an ordinary file. Save it on the disk and choose it there."));
      return NULL;
    }

  self->size = info.st_size;
  if (!choose_encoding (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * zg_decoder_close:
 * @decoder: (transfer full): a decoder
 */
void
zg_decoder_close (ZgDecoder *decoder)
{
  if (decoder->fd >= 0)
    close (decoder->fd);
  if (decoder->converter != (iconv_t) -1)
    iconv_close (decoder->converter);
  g_free (decoder);
}

/**
 * zg_decoder_get_encoding:
 * @decoder: a decoder
 *
 * Returns: (transfer none): the encoding's name
 */
const char *
zg_decoder_get_encoding (ZgDecoder *decoder)
{
  return decoder->encoding;
}

/* What can't be converted becomes U+FFFD, unit by unit: the row that has it is refused. */
static void
convert (ZgDecoder *self,
         gsize      length,
         gboolean   at_end,
         GString   *text)
{
  gsize unit = g_str_has_prefix (self->encoding, "UTF-16") ? 2 : 1;
  char *in = self->raw;
  gsize n_in = length;

  while (n_in > 0)
    {
      gsize start = text->len;
      gsize n_out = n_in * 3 + 16;
      char *out;
      gsize result;
      int code;

      g_string_set_size (text, start + n_out);
      out = text->str + start;
      result = iconv (self->converter, &in, &n_in, &out, &n_out);
      code = errno;
      g_string_truncate (text, (gsize) (out - text->str));
      if (result != (gsize) -1)
        break;
      if (code == E2BIG)
        continue;
      if (code == EINVAL && !at_end)
        break;
      g_string_append (text, REPLACEMENT);
      in += MIN (unit, n_in);
      n_in -= MIN (unit, n_in);
    }

  self->n_raw = n_in;
  memmove (self->raw, in, n_in);
}

static void
take_utf8 (ZgDecoder *self,
           gsize      length,
           gboolean   at_end,
           GString   *text)
{
  gsize kept = 0;

  /* Keep back the beginning of a character that is not all here. */
  for (gsize back = 1; !at_end && back <= 3 && back <= length; back++)
    {
      guchar c = (guchar) self->raw[length - back];

      if (c < 0x80)
        break;
      if (c >= 0xc0)
        {
          if ((gsize) g_utf8_skip[c] > back)
            kept = back;
          break;
        }
    }

  g_string_append_len (text, self->raw, (gssize) (length - kept));
  memmove (self->raw, self->raw + length - kept, kept);
  self->n_raw = kept;
}

/* What is no UTF-8 becomes U+FFFD, byte by byte: the row that has it is refused. */
static void
take_damaged_utf8 (ZgDecoder *self,
                   gsize      length,
                   gboolean   at_end,
                   GString   *text)
{
  const char *in = self->raw;
  const char *end = self->raw + length;

  self->n_raw = 0;
  while (in < end)
    {
      const char *valid_end;

      g_utf8_validate_len (in, end - in, &valid_end);
      g_string_append_len (text, in, valid_end - in);
      in = valid_end;
      if (in == end)
        break;

      if (*in == '\0')
        {
          g_string_append_c (text, '\0');
        }
      else if (!at_end && end - in < 4 && g_utf8_get_char_validated (in, end - in) == (gunichar) -2)
        {
          self->n_raw = (gsize) (end - in);
          break;
        }
      else
        {
          g_string_append (text, REPLACEMENT);
        }
      in++;
    }
  memmove (self->raw, in, self->n_raw);
}

/**
 * zg_decoder_read:
 * @decoder: a decoder
 * @text: the next part of the text is added to it
 * @end_out: (out): whether that was the last one
 * @error: return location for an error
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_decoder_read (ZgDecoder  *decoder,
                 GString    *text,
                 gboolean   *end_out,
                 GError    **error)
{
  gssize n = read_block (decoder->fd, decoder->raw + decoder->n_raw, BLOCK_SIZE - decoder->n_raw);
  gsize length;

  if (n < 0)
    return fail (error, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));

  decoder->position += n;
  length = decoder->n_raw + (gsize) n;
  *end_out = n == 0;
  if (decoder->converter != (iconv_t) -1)
    convert (decoder, length, n == 0, text);
  else if (decoder->is_damaged)
    take_damaged_utf8 (decoder, length, n == 0, text);
  else
    take_utf8 (decoder, length, n == 0, text);
  return TRUE;
}

/**
 * zg_decoder_get_progress:
 * @decoder: a decoder
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
zg_decoder_get_progress (ZgDecoder *decoder)
{
  return decoder->size > 0 ? CLAMP ((double) decoder->position / (double) decoder->size, 0, 1) : 1;
}
