/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-delimited-reader.h"

#include <string.h>

#include "zg-delimiter.h"

/*
 * Tables as text, record by record: RFC 4180 with what platforms really write: ="…" for ids, quotes inside plain
 * fields, rows of commas. Memory does not grow with the file: a record has a limit, and one that is longer is skipped.
 *
 * A quote that does not close would swallow all that follows. When a record runs into its limit or the end of the file
 * inside quotes, it is reported with the line it begins on, and reading goes on with the line after that. The same is
 * offered for a record that spans lines and does not fit the header: zg_delimited_reader_split_lines().
 */

#define MAX_RECORD (1024 * 1024)

struct _ZgDelimitedReader {
  ZgDecoder *decoder;
  GString *text;                /* decoded, from @position on not read yet */
  gsize position;
  gboolean at_end;
  char delimiter;
  guint64 next_line;

  /* The current record. */
  gsize start;                  /* in @text */
  guint64 line;
  GString *fields;              /* each ends with a NUL */
  GArray *offsets;
  ZgRecordFault fault;
  guint n_lines;
  gboolean has_stray_quote;
};

/* Reads on; drops what lies before the current record. */
static gboolean
read_more (ZgDelimitedReader  *self,
           GError            **error)
{
  if (self->start > 0)
    {
      g_string_erase (self->text, 0, (gssize) self->start);
      self->position -= self->start;
      self->start = 0;
    }
  return zg_decoder_read (self->decoder, self->text, &self->at_end, error);
}

/**
 * zg_delimited_reader_open:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader before its first record; %NULL for what is no text
 */
ZgDelimitedReader *
zg_delimited_reader_open (const char  *path,
                          GError     **error)
{
  g_autoptr(ZgDelimitedReader) self = g_new0 (ZgDelimitedReader, 1);

  self->text = g_string_new (NULL);
  self->fields = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->next_line = 1;
  self->decoder = zg_decoder_open (path, error);
  if (self->decoder == NULL || !read_more (self, error))
    return NULL;

  self->delimiter = zg_delimiter_find (self->text->str, self->text->len);
  return g_steal_pointer (&self);
}

/**
 * zg_delimited_reader_close:
 * @reader: (transfer full): a reader
 */
void
zg_delimited_reader_close (ZgDelimitedReader *reader)
{
  g_clear_pointer (&reader->decoder, zg_decoder_close);
  g_string_free (reader->text, TRUE);
  g_string_free (reader->fields, TRUE);
  g_array_unref (reader->offsets);
  g_free (reader);
}

static void
begin_field (ZgDelimitedReader *self)
{
  gsize offset = self->fields->len;

  g_array_append_val (self->offsets, offset);
}

static void
end_field (ZgDelimitedReader *self)
{
  g_string_append_c (self->fields, '\0');
}

typedef enum {
  STEP_GO_ON,
  STEP_NEED_MORE,
  STEP_RECORD,
} Step;

/* Takes a line end at @position: "\n", "\r\n" or "\r". */
static Step
take_line_end (ZgDelimitedReader *self)
{
  if (self->text->str[self->position] == '\r')
    {
      if (self->position + 1 >= self->text->len && !self->at_end)
        return STEP_NEED_MORE;
      self->position++;
      if (self->position < self->text->len && self->text->str[self->position] == '\n')
        self->position++;
    }
  else
    {
      self->position++;
    }
  self->n_lines++;
  return STEP_RECORD;
}

/* Inside quotes: up to the closing quote. */
static Step
read_quoted (ZgDelimitedReader *self,
             gboolean          *quoted)
{
  const char *text = self->text->str;

  while (self->position < self->text->len)
    {
      const char *start = text + self->position;
      const char *quote = memchr (start, '"', self->text->len - self->position);
      gsize length = quote != NULL ? (gsize) (quote - start) : self->text->len - self->position;

      for (const char *p = start; (p = memchr (p, '\n', length - (gsize) (p - start))) != NULL; p++)
        self->n_lines++;
      g_string_append_len (self->fields, start, (gssize) length);
      self->position += length;
      if (quote == NULL)
        break;

      if (self->position + 1 >= self->text->len && !self->at_end)
        return STEP_NEED_MORE;
      self->position++;
      if (self->position < self->text->len && text[self->position] == '"')
        {
          g_string_append_c (self->fields, '"');
          self->position++;
          continue;
        }
      *quoted = FALSE;
      self->has_stray_quote |= self->position < self->text->len && text[self->position] != self->delimiter
                               && strchr (" \t\r\n", text[self->position]) == NULL;
      return STEP_GO_ON;
    }
  return STEP_NEED_MORE;
}

/* Outside quotes: up to the end of the field or the record. */
static Step
read_plain (ZgDelimitedReader *self)
{
  const char *text = self->text->str;
  gsize start = self->position;

  while (self->position < self->text->len)
    {
      char c = text[self->position];

      if (c == self->delimiter || c == '\n' || c == '\r')
        {
          g_string_append_len (self->fields, text + start, (gssize) (self->position - start));
          if (c != self->delimiter)
            return take_line_end (self);
          self->position++;
          end_field (self);
          begin_field (self);
          return STEP_GO_ON;
        }
      self->position++;
    }
  g_string_append_len (self->fields, text + start, (gssize) (self->position - start));
  return STEP_NEED_MORE;
}

/* At the beginning of a field: does it begin with a quote, or with ="? */
static Step
read_opening (ZgDelimitedReader *self,
              gboolean          *quoted)
{
  const char *text = self->text->str + self->position;
  gsize n = self->text->len - self->position;

  if (n < 2 && !self->at_end)
    return STEP_NEED_MORE;
  if (n >= 1 && text[0] == '"')
    {
      self->position++;
      *quoted = TRUE;
    }
  else if (n >= 2 && text[0] == '=' && text[1] == '"')
    {
      self->position += 2;
      *quoted = TRUE;
    }
  return STEP_GO_ON;
}

/* Skips a line that is too long to be kept. */
static gboolean
skip_line (ZgDelimitedReader  *self,
           GError            **error)
{
  while (TRUE)
    {
      const char *end = memchr (self->text->str + self->position, '\n', self->text->len - self->position);

      if (end != NULL)
        {
          self->position = (gsize) (end - self->text->str) + 1;
          self->next_line++;
          self->start = self->position;
          return TRUE;
        }
      self->position = self->start = self->text->len;
      if (self->at_end)
        return TRUE;
      if (!read_more (self, error))
        return FALSE;
    }
}

/* Goes on with the line after the first one of the current record. */
static void
go_to_second_line (ZgDelimitedReader *self)
{
  const char *end = memchr (self->text->str + self->start, '\n', self->text->len - self->start);

  self->position = end != NULL ? (gsize) (end - self->text->str) + 1 : self->text->len;
  self->next_line = self->line + 1;
}

static void
find_fault (ZgDelimitedReader *self)
{
  gsize n_ends = self->offsets->len;
  gsize n_nuls = 0;

  for (gsize i = 0; i < self->fields->len; i++)
    n_nuls += self->fields->str[i] == '\0';
  if (n_nuls > n_ends)
    self->fault = ZG_RECORD_NUL;
  else if (memmem (self->fields->str, self->fields->len, "\xef\xbf\xbd", 3) != NULL)
    self->fault = ZG_RECORD_BAD_TEXT;
}

static void
begin_record (ZgDelimitedReader *self)
{
  self->start = self->position;
  self->line = self->next_line;
  self->n_lines = 0;
  self->fault = ZG_RECORD_SOUND;
  self->has_stray_quote = FALSE;
  g_string_truncate (self->fields, 0);
  g_array_set_size (self->offsets, 0);
  begin_field (self);
}

/* The record is over its limit, or the file ends inside quotes. */
static gboolean
give_up (ZgDelimitedReader  *self,
         gboolean            quoted,
         GError            **error)
{
  const char *first_end = memchr (self->text->str + self->start, '\n', self->position - self->start);

  if (quoted && first_end != NULL)
    {
      self->fault = ZG_RECORD_UNCLOSED_QUOTE;
      go_to_second_line (self);
      return TRUE;
    }
  self->fault = quoted && self->at_end ? ZG_RECORD_UNCLOSED_QUOTE : ZG_RECORD_TOO_LONG;
  return skip_line (self, error);
}

/**
 * zg_delimited_reader_next:
 * @reader: a reader
 * @has_record_out: (out): whether there is another record; look at its fault first
 * @error: return location for an error
 *
 * Goes to the next record.
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_delimited_reader_next (ZgDelimitedReader  *reader,
                          gboolean           *has_record_out,
                          GError            **error)
{
  gboolean quoted = FALSE;
  gboolean opening = TRUE;

  *has_record_out = FALSE;
  begin_record (reader);
  while (TRUE)
    {
      guint n_fields = reader->offsets->len;
      Step step = STEP_GO_ON;

      if (opening)
        step = read_opening (reader, &quoted);
      if (step == STEP_GO_ON)
        {
          opening = FALSE;
          step = quoted ? read_quoted (reader, &quoted) : read_plain (reader);
          opening = reader->offsets->len > n_fields;
        }

      if (step == STEP_RECORD)
        break;
      if (reader->position - reader->start > MAX_RECORD)
        {
          *has_record_out = TRUE;
          return give_up (reader, quoted, error);
        }
      if (step == STEP_GO_ON)
        continue;
      if (reader->at_end)
        {
          if (reader->position == reader->start)
            return TRUE;
          *has_record_out = TRUE;
          if (quoted)
            return give_up (reader, quoted, error);
          reader->n_lines++;
          break;
        }
      if (!read_more (reader, error))
        return FALSE;
    }

  end_field (reader);
  reader->next_line = reader->line + reader->n_lines;
  find_fault (reader);
  *has_record_out = TRUE;
  return TRUE;
}

/**
 * zg_delimited_reader_get_fault:
 * @reader: a reader that stands on a record
 *
 * Returns: what is wrong with it
 */
ZgRecordFault
zg_delimited_reader_get_fault (ZgDelimitedReader *reader)
{
  return reader->fault;
}

/**
 * zg_delimited_reader_get_line:
 * @reader: a reader that stands on a record
 *
 * Returns: the line of the file that it begins on, from 1
 */
guint64
zg_delimited_reader_get_line (ZgDelimitedReader *reader)
{
  return reader->line;
}

/**
 * zg_delimited_reader_get_n_fields:
 * @reader: a reader that stands on a record
 *
 * Returns: how many fields it has
 */
guint
zg_delimited_reader_get_n_fields (ZgDelimitedReader *reader)
{
  return reader->offsets->len;
}

/**
 * zg_delimited_reader_get_field:
 * @reader: a reader that stands on a record
 * @index: from 0; behind the end of the record are empty fields
 *
 * Returns: (transfer none): the field, valid until the next record
 */
const char *
zg_delimited_reader_get_field (ZgDelimitedReader *reader,
                               guint              index)
{
  return index < reader->offsets->len ? reader->fields->str + g_array_index (reader->offsets, gsize, index) : "";
}

/**
 * zg_delimited_reader_spans_lines:
 * @reader: a reader that stands on a record
 *
 * Returns: whether it has line ends inside quotes
 */
gboolean
zg_delimited_reader_spans_lines (ZgDelimitedReader *reader)
{
  return reader->n_lines > 1;
}

/**
 * zg_delimited_reader_has_stray_quote:
 * @reader: a reader that stands on a record
 *
 * Returns: whether something follows the end of a quoted field. In a record of full width that is a quote somebody
 *   forgot to double; in a narrower one, a quote that did not close has swallowed the fields after it.
 */
gboolean
zg_delimited_reader_has_stray_quote (ZgDelimitedReader *reader)
{
  return reader->has_stray_quote;
}

/**
 * zg_delimited_reader_split_lines:
 * @reader: a reader that stands on a record of several lines that makes no sense
 *
 * Takes it for one with a quote that does not close: the next record begins on its second line.
 */
void
zg_delimited_reader_split_lines (ZgDelimitedReader *reader)
{
  reader->fault = ZG_RECORD_UNCLOSED_QUOTE;
  go_to_second_line (reader);
}

/**
 * zg_delimited_reader_get_raw:
 * @reader: a reader that stands on a record that was not skipped
 *
 * Returns: (transfer full): the record as it stands in the file, in UTF-8, with its line end
 */
char *
zg_delimited_reader_get_raw (ZgDelimitedReader *reader)
{
  return g_strndup (reader->text->str + reader->start, reader->position - reader->start);
}

/**
 * zg_delimited_reader_get_encoding:
 * @reader: a reader
 *
 * Returns: (transfer none): the file's encoding
 */
const char *
zg_delimited_reader_get_encoding (ZgDelimitedReader *reader)
{
  return zg_decoder_get_encoding (reader->decoder);
}

/**
 * zg_delimited_reader_get_progress:
 * @reader: a reader
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
zg_delimited_reader_get_progress (ZgDelimitedReader *reader)
{
  return zg_decoder_get_progress (reader->decoder);
}
