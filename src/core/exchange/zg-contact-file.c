/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-file.h"

#include "zg-contact-csv.h"
#include "zg-vcard-reader.h"

/* Files of contacts, known by what stands in them and never by their names. */

struct _ZgContactFile {
  ZgVcardReader *cards;         /* one of the two */
  ZgContactCsv *csv;
};

/**
 * zg_contact_file_recognise:
 * @path: a file
 * @format_out: (out): what it is
 *
 * Looks at the beginning of a file.
 *
 * Returns: whether it is a file of contacts
 */
gboolean
zg_contact_file_recognise (const char      *path,
                           ZgContactFormat *format_out)
{
  g_autoptr(ZgContactCsv) csv = NULL;

  if (zg_vcard_recognise (path))
    {
      *format_out = ZG_CONTACT_FORMAT_VCARD;
      return TRUE;
    }
  csv = zg_contact_csv_open (path, NULL);
  if (csv == NULL)
    return FALSE;
  *format_out = zg_contact_csv_get_format (csv);
  return TRUE;
}

/**
 * zg_contact_file_open:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file before the first person; %NULL for what is no file of contacts
 */
ZgContactFile *
zg_contact_file_open (const char  *path,
                      GError     **error)
{
  g_autoptr(ZgContactFile) file = g_new0 (ZgContactFile, 1);

  if (zg_vcard_recognise (path))
    file->cards = zg_vcard_reader_open (path, error);
  else
    file->csv = zg_contact_csv_open (path, error);
  return file->cards != NULL || file->csv != NULL ? g_steal_pointer (&file) : NULL;
}

/**
 * zg_contact_file_close:
 * @file: (transfer full): a file
 */
void
zg_contact_file_close (ZgContactFile *file)
{
  g_clear_pointer (&file->cards, zg_vcard_reader_close);
  g_clear_pointer (&file->csv, zg_contact_csv_close);
  g_free (file);
}

/**
 * zg_contact_file_get_format:
 * @file: a file
 *
 * Returns: what it is
 */
ZgContactFormat
zg_contact_file_get_format (ZgContactFile *file)
{
  return file->cards != NULL ? ZG_CONTACT_FORMAT_VCARD : zg_contact_csv_get_format (file->csv);
}

/**
 * zg_contact_file_get_encoding:
 * @file: a file
 *
 * Returns: (transfer none): the encoding that it is in
 */
const char *
zg_contact_file_get_encoding (ZgContactFile *file)
{
  return file->cards != NULL ? zg_vcard_reader_get_encoding (file->cards) : zg_contact_csv_get_encoding (file->csv);
}

/**
 * zg_contact_file_get_header:
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the line that rows of it need before them; %NULL for cards
 */
const char *
zg_contact_file_get_header (ZgContactFile *file)
{
  return file->csv != NULL ? zg_contact_csv_get_header (file->csv) : NULL;
}

/**
 * zg_contact_file_get_progress:
 * @file: a file
 *
 * Returns: how much of it was read, from 0 to 1
 */
double
zg_contact_file_get_progress (ZgContactFile *file)
{
  return file->cards != NULL ? zg_vcard_reader_get_progress (file->cards) : zg_contact_csv_get_progress (file->csv);
}

/**
 * zg_contact_file_next:
 * @file: a file
 * @record_out: (out) (transfer full) (nullable): the next person, refused or not; %NULL at the end
 * @error: return location for an error
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_contact_file_next (ZgContactFile    *file,
                      ZgContactRecord **record_out,
                      GError          **error)
{
  return file->cards != NULL ? zg_vcard_reader_next (file->cards, record_out, error)
                             : zg_contact_csv_next (file->csv, record_out, error);
}
