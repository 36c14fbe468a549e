/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "zg-decoder.h"
#include "zg-garbled.h"
#include "zg-reply-csv.h"
#include "zg-reply-espanso.h"
#include "zg-reply-json.h"
#include "zg-reply-phrases.h"

/* Files of replies, known by what stands in them and never by their names. */

/* Replies are compared with each other and with the shop's before one is written, so a file of them is in memory as a
 * whole. Ten thousand replies have some MiB; only JSON has pictures, too, and has to take back what was exported. */
#define MEBIBYTE (1024 * 1024)
#define MAX_TEXT 32
#define MAX_TEXT_WITH_PICTURES 256

/**
 * zg_reply_file_new:
 * @format: what it was taken for
 * @encoding: the encoding that it is in
 *
 * Returns: (transfer full): a file that says nothing yet
 */
ZgReplyFile *
zg_reply_file_new (ZgReplyFormat  format,
                   const char    *encoding)
{
  ZgReplyFile *file = g_new0 (ZgReplyFile, 1);

  file->format = format;
  file->encoding = g_strdup (encoding);
  file->records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_record_free);
  file->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_refusal_free);
  return file;
}

/**
 * zg_reply_file_free:
 * @file: (transfer full) (nullable): a file
 */
void
zg_reply_file_free (ZgReplyFile *file)
{
  if (file == NULL)
    return;

  g_free (file->encoding);
  g_free (file->header);
  g_ptr_array_unref (file->records);
  g_ptr_array_unref (file->refusals);
  g_free (file);
}

/**
 * zg_reply_file_refuse:
 * @file: a file
 * @line: a line of it
 * @content: what stands there
 * @reason: why it is refused, translated
 */
void
zg_reply_file_refuse (ZgReplyFile *file,
                      guint64      line,
                      const char  *content,
                      const char  *reason)
{
  g_ptr_array_add (file->refusals, zg_reply_refusal_new (line, content, reason));
}

static const char *
skip_blanks (const char *text)
{
  while (TRUE)
    {
      if (strncmp (text, "\xef\xbb\xbf", 3) == 0)
        text += 3;
      else if (g_ascii_isspace (*text))
        text++;
      else
        return text;
    }
}

/* A phrase may begin with a bracket, as [微笑] does. */
static gboolean
looks_like_json (const char *text)
{
  text = skip_blanks (text);
  if (*text == '[')
    {
      text = skip_blanks (text + 1);
      return *text == '{' || *text == ']';
    }
  return *text == '{' && strchr ("\"}", *skip_blanks (text + 1)) != NULL && *skip_blanks (text + 1) != '\0';
}

static gboolean
looks_like_espanso (const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n' ? 1 : 0;
      if (strncmp (line, "\xef\xbb\xbf", 3) == 0)
        line += 3;
      if (g_str_has_prefix (line, "matches:"))
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_reply_file_recognise:
 * @path: a file
 * @format_out: (out): what it is
 *
 * Looks at the beginning of a file. Plain text can't be told from a telephone list: whoever asks for phrases gets them.
 *
 * Returns: whether it is a file of replies
 */
gboolean
zg_reply_file_recognise (const char    *path,
                         ZgReplyFormat *format_out)
{
  g_autoptr(ZgDecoder) decoder = zg_decoder_open (path, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean at_end;

  if (decoder == NULL || !zg_decoder_read (decoder, text, &at_end, NULL))
    return FALSE;

  if (looks_like_json (text->str))
    *format_out = ZG_REPLY_FORMAT_JSON;
  else if (looks_like_espanso (text->str))
    *format_out = ZG_REPLY_FORMAT_ESPANSO;
  else
    return zg_reply_csv_recognise (path, format_out);
  return TRUE;
}

/**
 * zg_reply_file_refuse_encoding:
 * @error: return location for an error
 *
 * Says that a file is in an encoding that is not known.
 *
 * Returns: %FALSE
 */
gboolean
zg_reply_file_refuse_encoding (GError **error)
{
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_ENCODING,
                       _("The file is damaged or in an encoding that is not known. Save it as UTF-8."));
  return FALSE;
}

static gboolean
refuse_size (gint64    n_bytes,
             int       limit,
             GError  **error)
{
  g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_UNREADABLE,
               /* TRANSLATORS: both %d are whole numbers of megabytes */
               _("The file is too large for a file of replies: it has %d MB, and at most %d MB can be read. Split it."),
               (int) MIN ((n_bytes + MEBIBYTE - 1) / MEBIBYTE, G_MAXINT), limit);
  return FALSE;
}

/* Before anything is read. */
static gboolean
check_size (const char  *path,
            int          limit,
            GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0 || info.st_size <= (gint64) limit * MEBIBYTE)
    return TRUE;
  return refuse_size (info.st_size, limit, error);
}

/* All of a file as UTF-8. What is no plain file does not tell its size before. */
static char *
read_text (const char  *path,
           int          limit,
           char       **encoding_out,
           GError     **error)
{
  g_autoptr(ZgDecoder) decoder = zg_decoder_open (path, error);
  g_autoptr(GString) text = g_string_new (NULL);
  ZgGarbled garbled = { 0 };
  gboolean at_end = FALSE;

  if (decoder == NULL)
    return NULL;
  while (!at_end)
    {
      if (!zg_decoder_read (decoder, text, &at_end, error))
        return NULL;
      /* Han characters take three bytes where GB18030 has two. */
      if (text->len > (gsize) limit * 2 * MEBIBYTE)
        {
          refuse_size ((gint64) text->len, limit, error);
          return NULL;
        }
    }

  *encoding_out = g_strdup (zg_decoder_get_encoding (decoder));
  if (strcmp (*encoding_out, "GB18030") == 0)
    zg_garbled_look (&garbled, text->str);
  if (strlen (text->str) != text->len || strstr (text->str, "\xef\xbf\xbd") != NULL || zg_garbled_is (&garbled))
    {
      zg_reply_file_refuse_encoding (error);
      return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zg_reply_file_read:
 * @path: a file
 * @format: what it is, from zg_reply_file_recognise()
 * @zone: the zone of times that name none
 * @error: return location for an error
 *
 * Reads a file of replies. What makes no sense is refused reply by reply.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it is no such file
 */
ZgReplyFile *
zg_reply_file_read (const char    *path,
                    ZgReplyFormat  format,
                    GTimeZone     *zone,
                    GError       **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = NULL;
  g_autoptr(ZgReplyFile) file = NULL;
  int limit = format == ZG_REPLY_FORMAT_JSON ? MAX_TEXT_WITH_PICTURES : MAX_TEXT;
  gboolean ok;

  if (!check_size (path, limit, error))
    return NULL;
  if (format == ZG_REPLY_FORMAT_CSV || format == ZG_REPLY_FORMAT_QIANNIU || format == ZG_REPLY_FORMAT_SHORT_CODES)
    return zg_reply_csv_read (path, zone, error);

  text = read_text (path, limit, &encoding, error);
  if (text == NULL)
    return NULL;
  file = zg_reply_file_new (format, encoding);
  if (format == ZG_REPLY_FORMAT_JSON)
    ok = zg_reply_json_read (file, text, zone, error);
  else if (format == ZG_REPLY_FORMAT_ESPANSO)
    ok = zg_reply_espanso_read (file, text, error);
  else
    ok = zg_reply_phrases_read (file, text, error);
  return ok ? g_steal_pointer (&file) : NULL;
}
