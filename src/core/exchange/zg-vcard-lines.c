/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-lines.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "zg-decoder.h"

/*
 * The properties of a vCard file, one after the other (RFC 6350 3.2, RFC 2425 5.8, vCard 2.1 of 1996).
 *
 * A fold is a line end with a blank behind it; old phones fold without the blank, and quoted-printable has a way of its
 * own. So a line that does not begin like a property belongs to the one before. Bytes are put together before they become
 * text: a fold may cut a character, and properties of one file may be in different encodings.
 *
 * Memory does not grow with the file: of a line, and of a value, only so much is kept, and of a picture nothing.
 */

#define BLOCK_SIZE (64 * 1024)
#define MAX_LINE (1024 * 1024)
#define MAX_VALUE (1024 * 1024)

/* A line that is shorter and goes on without a blank was not folded: its text has a line end. */
#define MIN_FOLDED 60

struct _ZgVcardLines {
  ZgDecoder *decoder;           /* of UTF-16; all else is read as it is, from @fd */
  int fd;
  char *encoding;
  gint64 size;
  gint64 n_read;
  GString *text;                /* from @position on not read yet */
  gsize position;
  gboolean at_end;
  gboolean after_cr;            /* line feeds and more returns that come now end the same line */
  guint64 n_lines;

  GString *pending;             /* the line that was read and not taken */
  gsize n_pending;              /* its length in the file */
  gboolean has_pending;

  ZgVcardProperty property;
};

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_UNREADABLE, _("The file can't be read."));
  return FALSE;
}

static gboolean
read_more (ZgVcardLines  *self,
           GError       **error)
{
  gssize n;

  g_string_erase (self->text, 0, (gssize) self->position);
  self->position = 0;
  if (self->decoder != NULL)
    return zg_decoder_read (self->decoder, self->text, &self->at_end, error);

  {
    gsize start = self->text->len;

    g_string_set_size (self->text, start + BLOCK_SIZE);
    do
      n = read (self->fd, self->text->str + start, BLOCK_SIZE);
    while (n < 0 && errno == EINTR);
    g_string_truncate (self->text, start + (gsize) MAX (n, 0));
  }
  self->n_read += MAX (n, 0);
  self->at_end = n == 0;
  return n >= 0 || fail (error);
}

/**
 * zg_vcard_lines_open:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file before its first property; %NULL for what is no text
 */
ZgVcardLines *
zg_vcard_lines_open (const char  *path,
                     GError     **error)
{
  g_autoptr(ZgDecoder) decoder = zg_decoder_open (path, error);
  g_autoptr(ZgVcardLines) self = NULL;
  GStatBuf info;

  if (decoder == NULL)
    return NULL;

  self = g_new0 (ZgVcardLines, 1);
  self->fd = -1;
  self->text = g_string_new (NULL);
  self->pending = g_string_new (NULL);
  self->property.value = g_string_new (NULL);
  self->encoding = g_strdup (zg_decoder_get_encoding (decoder));
  if (g_str_has_prefix (self->encoding, "UTF-16"))
    {
      self->decoder = g_steal_pointer (&decoder);
      return g_steal_pointer (&self);
    }

  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    {
      fail (error);
      return NULL;
    }
  self->size = info.st_size;
  if (!read_more (self, error))
    return NULL;
  if (g_str_has_prefix (self->text->str, "\xef\xbb\xbf"))
    self->position = 3;
  return g_steal_pointer (&self);
}

/**
 * zg_vcard_lines_close:
 * @lines: (transfer full): what zg_vcard_lines_open() gave
 */
void
zg_vcard_lines_close (ZgVcardLines *lines)
{
  g_clear_pointer (&lines->decoder, zg_decoder_close);
  if (lines->fd >= 0)
    close (lines->fd);
  zg_vcard_property_clear (&lines->property);
  g_string_free (lines->property.value, TRUE);
  g_string_free (lines->text, TRUE);
  g_string_free (lines->pending, TRUE);
  g_free (lines->encoding);
  g_free (lines);
}

/* Whether a byte of the file is there to be looked at; reads on when it has to. */
static gboolean
has_byte (ZgVcardLines  *self,
          gboolean      *has_byte_out,
          GError       **error)
{
  while (self->position >= self->text->len && !self->at_end)
    {
      if (!read_more (self, error))
        return FALSE;
    }
  *has_byte_out = self->position < self->text->len;
  return TRUE;
}

/* The rest of a line end: "\n", "\r\n", "\r", and "\r\r\n" that two programs together have made. */
static gboolean
skip_line_end (ZgVcardLines  *self,
               GError       **error)
{
  gboolean has;

  while (self->after_cr)
    {
      char c;

      if (!has_byte (self, &has, error))
        return FALSE;
      c = has ? self->text->str[self->position] : '\0';
      self->after_cr = c == '\r';
      if (c == '\r' || c == '\n')
        self->position++;
    }
  return TRUE;
}

static gsize
find_line_end (const char *text,
               gsize       length)
{
  const char *feed = memchr (text, '\n', length);
  gsize n = feed != NULL ? (gsize) (feed - text) : length;
  const char *turn = memchr (text, '\r', n);

  return turn != NULL ? (gsize) (turn - text) : n;
}

/* Puts the next line into @pending. */
static gboolean
read_line (ZgVcardLines  *self,
           GError       **error)
{
  gboolean has;

  g_string_truncate (self->pending, 0);
  self->n_pending = 0;
  if (!skip_line_end (self, error) || !has_byte (self, &has, error))
    return FALSE;
  self->has_pending = has;
  while (has)
    {
      const char *start = self->text->str + self->position;
      gsize n = self->text->len - self->position;
      gsize length = find_line_end (start, n);

      g_string_append_len (self->pending, start, (gssize) MIN (length, MAX_LINE - self->pending->len));
      self->n_pending += length;
      self->position += length;
      if (length < n)
        {
          self->after_cr = self->text->str[self->position++] == '\r';
          break;
        }
      if (!has_byte (self, &has, error))
        return FALSE;
    }
  self->n_lines += self->has_pending;
  return TRUE;
}

static void
append_value (ZgVcardProperty *property,
              const char      *text,
              gsize            length,
              gsize            n_in_file)
{
  gsize room = MAX_VALUE - property->value->len;

  property->n_bytes += n_in_file;
  if (property->is_binary)
    return;
  property->is_cut = property->is_cut || length > room || n_in_file > length;
  g_string_append_len (property->value, text, (gssize) MIN (length, room));
}

/* Begins a property with the line that is pending. */
static void
begin_property (ZgVcardLines *self)
{
  ZgVcardProperty *property = &self->property;
  gsize start = zg_vcard_property_begin (property, self->pending);

  property->line = self->n_lines;
  append_value (property, self->pending->str + start, self->pending->len - start, self->n_pending - start);
}

/* Whether the pending line belongs to the property; if so, it is added. @n_before is the length of the line before. */
static gboolean
join_line (ZgVcardLines *self,
           gsize         n_before)
{
  ZgVcardProperty *property = &self->property;
  GString *line = self->pending;
  GString *value = property->value;
  gsize skip = 0;

  if (line->len == 0)
    return FALSE;
  if (zg_vcard_property_is_quoted_printable (property) && value->len > 0 && value->str[value->len - 1] == '=')
    {
      if (zg_vcard_property_starts (line))
        return FALSE;
      g_string_truncate (value, value->len - 1);
    }
  else if (line->str[0] == ' ' || line->str[0] == '\t')
    {
      skip = 1;
    }
  else if (zg_vcard_property_starts (line))
    {
      return FALSE;
    }
  else if (n_before < MIN_FOLDED && !property->is_binary)
    {
      append_value (property, "\n", 1, 1);
    }
  append_value (property, line->str + skip, line->len - skip, self->n_pending - skip);
  return TRUE;
}

/**
 * zg_vcard_lines_next:
 * @lines: a file
 * @property_out: (out) (transfer none) (nullable): the next property, until the next call; %NULL at the end. A line that
 *   is none has no name
 * @error: return location for an error
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_vcard_lines_next (ZgVcardLines           *lines,
                     const ZgVcardProperty **property_out,
                     GError                **error)
{
  gsize n_before;

  *property_out = NULL;
  while (!lines->has_pending || lines->pending->len == 0)
    {
      if (!read_line (lines, error))
        return FALSE;
      if (!lines->has_pending)
        return TRUE;
    }

  begin_property (lines);
  *property_out = &lines->property;
  do
    {
      n_before = lines->n_pending;
      if (!read_line (lines, error))
        return FALSE;
    }
  while (lines->has_pending && join_line (lines, n_before));
  return TRUE;
}

/**
 * zg_vcard_lines_get_encoding:
 * @lines: a file
 *
 * Returns: (transfer none): the encoding of what does not say its own
 */
const char *
zg_vcard_lines_get_encoding (ZgVcardLines *lines)
{
  return lines->encoding;
}

/**
 * zg_vcard_lines_get_progress:
 * @lines: a file
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
zg_vcard_lines_get_progress (ZgVcardLines *lines)
{
  if (lines->decoder != NULL)
    return zg_decoder_get_progress (lines->decoder);
  return lines->size > 0 ? CLAMP ((double) lines->n_read / (double) lines->size, 0, 1) : 1;
}
