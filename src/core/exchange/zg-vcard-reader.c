/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-garbled.h"
#include "zg-vcard-card.h"
#include "zg-vcard-lines.h"
#include "zg-vcard-value.h"

/* No card of a person has more. A file that says so is damaged, or made to fill the memory. */
#define MAX_PROPERTIES 2000
#define MAX_CARD (8 * 1024 * 1024)

struct _ZgVcardReader {
  ZgVcardLines *lines;
  guint64 begun_at;             /* the line of a BEGIN that was read already; 0 without */
};

static gboolean
is_mark (const ZgVcardProperty *property,
         const char            *name)
{
  g_autofree char *value = g_strstrip (g_strndup (property->value->str, MIN (property->value->len, 16)));

  return strcmp (property->name, name) == 0 && g_ascii_strcasecmp (value, "VCARD") == 0;
}

/**
 * zg_vcard_recognise:
 * @head: (array length=length): how a file begins
 * @length: how many bytes that are
 *
 * Returns: whether the first thing in it is a card
 */
gboolean
zg_vcard_recognise (const char *head,
                    gsize       length)
{
  static const char mark[] = "BEGIN:VCARD";
  gsize n = 0;

  /* In UTF-16 there is a NUL beside each letter. */
  for (gsize i = 0; i < length && n < strlen (mark); i++)
    {
      if (g_ascii_toupper (head[i]) == mark[n])
        n++;
      else if (n > 0 ? head[i] != '\0' && head[i] != ' ' : (guchar) head[i] < 0x80 && head[i] != '\0' && !g_ascii_isspace (head[i]))
        return FALSE;
    }
  return n == strlen (mark);
}

/* Names in German or French come out as rare Chinese characters when they are taken for GB18030, which accepts nearly
 * everything. So all that does not say its encoding is looked at before anything is taken. */
static gboolean
check_encoding (const char  *path,
                GError     **error)
{
  g_autoptr(ZgVcardLines) lines = zg_vcard_lines_open (path, error);
  const ZgVcardProperty *property;
  ZgGarbled garbled = { 0 };

  if (lines == NULL)
    return FALSE;
  if (strcmp (zg_vcard_lines_get_encoding (lines), "GB18030") != 0)
    return TRUE;
  while (TRUE)
    {
      g_autofree char *text = NULL;
      gboolean is_sound;

      if (!zg_vcard_lines_next (lines, &property, error))
        return FALSE;
      if (property == NULL)
        break;
      if (property->is_binary || zg_vcard_property_get_parameter (property, "CHARSET") != NULL
          || g_utf8_validate (property->value->str, (gssize) property->value->len, NULL))
        continue;
      text = zg_vcard_value_decode (property, &is_sound);
      if (is_sound)
        zg_garbled_look (&garbled, text);
    }
  if (!zg_garbled_is (&garbled))
    return TRUE;
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_ENCODING,
                       _("The file is damaged or in an encoding that is not known. Save it as UTF-8."));
  return FALSE;
}

/**
 * zg_vcard_reader_open:
 * @path: a vCard file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader before the first card
 */
ZgVcardReader *
zg_vcard_reader_open (const char  *path,
                      GError     **error)
{
  g_autoptr(ZgVcardReader) reader = NULL;

  if (!check_encoding (path, error))
    return NULL;
  reader = g_new0 (ZgVcardReader, 1);
  reader->lines = zg_vcard_lines_open (path, error);
  return reader->lines != NULL ? g_steal_pointer (&reader) : NULL;
}

/**
 * zg_vcard_reader_close:
 * @reader: (transfer full): a reader
 */
void
zg_vcard_reader_close (ZgVcardReader *reader)
{
  g_clear_pointer (&reader->lines, zg_vcard_lines_close);
  g_free (reader);
}

/* Goes to the next BEGIN:VCARD; whatever stands between two cards is nobody's. */
static gboolean
find_begin (ZgVcardReader  *self,
            GError        **error)
{
  const ZgVcardProperty *property;

  while (self->begun_at == 0)
    {
      if (!zg_vcard_lines_next (self->lines, &property, error))
        return FALSE;
      if (property == NULL)
        return TRUE;
      if (is_mark (property, "BEGIN"))
        self->begun_at = property->line;
    }
  return TRUE;
}

/* Reads the properties of a card up to its END. A card inside another one is that of an AGENT, who is somebody else. */
static gboolean
read_card (ZgVcardReader  *self,
           ZgVcardCard    *card,
           GError        **error)
{
  gsize n_bytes = 0;
  guint n_properties = 0;
  guint depth = 0;
  gboolean after_agent = FALSE;
  const ZgVcardProperty *property;

  while (TRUE)
    {
      if (!zg_vcard_lines_next (self->lines, &property, error))
        return FALSE;
      if (property == NULL)
        {
          zg_contact_record_refuse (zg_vcard_card_get_record (card), _("the card has no end; the file is cut off there"));
          return TRUE;
        }
      if (is_mark (property, "BEGIN"))
        {
          if (!after_agent && depth == 0)
            {
              self->begun_at = property->line;
              zg_contact_record_refuse (zg_vcard_card_get_record (card), _("the card has no end"));
              return TRUE;
            }
          depth++;
        }
      if (depth == 0 && is_mark (property, "END"))
        return TRUE;
      if (depth > 0 && is_mark (property, "END"))
        depth--;
      else if (depth == 0 && n_properties < MAX_PROPERTIES && n_bytes < MAX_CARD)
        zg_vcard_card_take (card, property);
      after_agent = strcmp (property->name, "AGENT") == 0;
      n_bytes += property->value->len;
      n_properties++;
      if (n_properties >= MAX_PROPERTIES || n_bytes >= MAX_CARD)
        zg_contact_record_refuse (zg_vcard_card_get_record (card), _("the card is too long to be a person's"));
    }
}

/**
 * zg_vcard_reader_next:
 * @reader: a reader
 * @record_out: (out) (transfer full) (nullable): the next card, refused or not; %NULL at the end
 * @error: return location for an error
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_vcard_reader_next (ZgVcardReader    *reader,
                      ZgContactRecord **record_out,
                      GError          **error)
{
  g_autoptr(ZgVcardCard) card = NULL;

  *record_out = NULL;
  if (!find_begin (reader, error))
    return FALSE;
  if (reader->begun_at == 0)
    return TRUE;

  card = zg_vcard_card_new (reader->begun_at);
  reader->begun_at = 0;
  if (!read_card (reader, card, error))
    return FALSE;
  *record_out = zg_vcard_card_finish (card);
  return TRUE;
}

/**
 * zg_vcard_reader_get_encoding:
 * @reader: a reader
 *
 * Returns: (transfer none): the encoding of what does not say its own
 */
const char *
zg_vcard_reader_get_encoding (ZgVcardReader *reader)
{
  return zg_vcard_lines_get_encoding (reader->lines);
}

/**
 * zg_vcard_reader_get_progress:
 * @reader: a reader
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
zg_vcard_reader_get_progress (ZgVcardReader *reader)
{
  return zg_vcard_lines_get_progress (reader->lines);
}
