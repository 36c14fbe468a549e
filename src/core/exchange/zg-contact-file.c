/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "zg-contact-csv.h"
#include "zg-vcard-reader.h"

/* Files of contacts, known by what stands in them and never by their names. */

/* So much of a file is looked at. */
#define HEAD_SIZE (16 * 1024)

struct _ZgContactFile {
  ZgVcardReader *cards;         /* one of the two */
  ZgContactCsv *csv;
};

/* (transfer full): how a file begins, with its first lines; empty for what can't be read. */
static GString *
read_head (const char *path)
{
  GString *head = g_string_sized_new (HEAD_SIZE);
  /* Opening a pipe would wait for somebody who writes into it. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GStatBuf info;
  gssize n = 0;

  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    n = read (fd, head->str, HEAD_SIZE);
  if (fd >= 0)
    close (fd);
  g_string_set_size (head, (gsize) MAX (n, 0));
  return head;
}

/* Whether a header of contacts may stand in @head. To open a table reads all of it, and most are others. */
static gboolean
may_be_table (const GString *head)
{
  static const char * const words[] = { "phone", "e-mail", "labels", "membership", "电话", "電話", "邮件", "郵件" };
  g_autofree char *lower = g_ascii_strdown (head->str, (gssize) head->len);

  if (g_str_has_prefix (head->str, "\xff\xfe") || g_str_has_prefix (head->str, "\xfe\xff"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length;
      g_autofree char *word = g_convert (words[i], -1, "GB18030", "UTF-8", NULL, &length, NULL);

      if (g_strstr_len (lower, (gssize) head->len, words[i]) != NULL
          || (word != NULL && memmem (head->str, head->len, word, length) != NULL))
        return TRUE;
    }
  return FALSE;
}

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
  g_autoptr(GString) head = read_head (path);
  g_autoptr(ZgContactCsv) csv = NULL;

  if (zg_vcard_recognise (head->str, head->len))
    {
      *format_out = ZG_CONTACT_FORMAT_VCARD;
      return TRUE;
    }
  csv = may_be_table (head) ? zg_contact_csv_open (path, NULL) : NULL;
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
  g_autoptr(GString) head = read_head (path);

  if (zg_vcard_recognise (head->str, head->len))
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
