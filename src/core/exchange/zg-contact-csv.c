/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-contact-columns.h"
#include "zg-contact-draft.h"
#include "zg-contact-label.h"
#include "zg-customer-row.h"
#include "zg-delimited-reader.h"
#include "zg-header-map.h"

/* Tables of contacts: our own, Google's and Outlook's. */

/* What Google writes between several values in one cell. */
#define GOOGLE_SEPARATOR " ::: "

struct _ZgContactCsv {
  ZgDelimitedReader *reader;
  ZgContactFormat format;
  char *header;
  GPtrArray *titles;            /* as they stand in the file */
  GPtrArray *names;             /* as zg_header_normalise() gives them */
  ZgContactField *fields;       /* of other programs' tables */
};

/* One of the phones or addresses of a row. */
typedef struct {
  char *label;
  char *text;
  char *parts[ZG_CONTACT_COLUMN_EXTENDED + 1];
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->label, g_free);
  g_clear_pointer (&place->text, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (place->parts); i++)
    g_clear_pointer (&place->parts[i], g_free);
}

static void
take_header (ZgContactCsv *self)
{
  guint n = zg_delimited_reader_get_n_fields (self->reader);

  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      const char *title = zg_delimited_reader_get_field (self->reader, i);

      g_ptr_array_add (self->titles, zg_cell_to_text (title));
      g_ptr_array_add (self->names, zg_header_normalise (title));
    }
}

static void
find_fields (ZgContactCsv *self)
{
  self->fields = g_new0 (ZgContactField, self->names->len);
  for (guint i = 0; i < self->names->len && self->format != ZG_CONTACT_FORMAT_CSV; i++)
    self->fields[i] = zg_contact_field_find (self->format, g_ptr_array_index (self->names, i));
}

/* Notes may stand before the header. */
static gboolean
find_header (ZgContactCsv  *self,
             GError       **error)
{
  for (int row = 0; row < 5; row++)
    {
      gboolean has_record;

      if (!zg_delimited_reader_next (self->reader, &has_record, error))
        return FALSE;
      if (!has_record)
        break;
      if (zg_delimited_reader_get_fault (self->reader) != ZG_RECORD_SOUND)
        continue;
      take_header (self);
      if (zg_contact_columns_recognise (self->names, &self->format))
        {
          self->header = zg_delimited_reader_get_raw (self->reader);
          find_fields (self);
          return TRUE;
        }
    }
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                       _("This is no file of contacts. Zhanggui knows vCard, tables of Google and Outlook, and its own CSV."));
  return FALSE;
}

/**
 * zg_contact_csv_open:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the table before its first row; %NULL for what is no table of contacts
 */
ZgContactCsv *
zg_contact_csv_open (const char  *path,
                     GError     **error)
{
  g_autoptr(ZgContactCsv) self = g_new0 (ZgContactCsv, 1);

  self->reader = zg_delimited_reader_open (path, error);
  if (self->reader == NULL || !find_header (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * zg_contact_csv_close:
 * @csv: (transfer full): a table
 */
void
zg_contact_csv_close (ZgContactCsv *csv)
{
  g_clear_pointer (&csv->reader, zg_delimited_reader_close);
  g_clear_pointer (&csv->titles, g_ptr_array_unref);
  g_clear_pointer (&csv->names, g_ptr_array_unref);
  g_free (csv->header);
  g_free (csv->fields);
  g_free (csv);
}

/**
 * zg_contact_csv_get_format:
 * @csv: a table
 *
 * Returns: whose table it is
 */
ZgContactFormat
zg_contact_csv_get_format (ZgContactCsv *csv)
{
  return csv->format;
}

/**
 * zg_contact_csv_get_encoding:
 * @csv: a table
 *
 * Returns: (transfer none): the encoding that it is in
 */
const char *
zg_contact_csv_get_encoding (ZgContactCsv *csv)
{
  return zg_delimited_reader_get_encoding (csv->reader);
}

/**
 * zg_contact_csv_get_header:
 * @csv: a table
 *
 * Returns: (transfer none): the line that its rows need before them
 */
const char *
zg_contact_csv_get_header (ZgContactCsv *csv)
{
  return csv->header;
}

/**
 * zg_contact_csv_get_progress:
 * @csv: a table
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
zg_contact_csv_get_progress (ZgContactCsv *csv)
{
  return zg_delimited_reader_get_progress (csv->reader);
}

/* Text behind the last column: commas that belong to a value, or a quote that does not close. */
static char *
find_fault (ZgContactCsv *self)
{
  ZgRecordFault fault = zg_delimited_reader_get_fault (self->reader);

  if (fault == ZG_RECORD_TOO_LONG)
    return g_strdup (_("the row is too long to be a person's"));
  if (fault != ZG_RECORD_SOUND)
    return zg_record_fault_describe (fault);
  for (guint i = self->names->len; i < zg_delimited_reader_get_n_fields (self->reader); i++)
    {
      if (zg_delimited_reader_get_field (self->reader, i)[0] == '\0')
        continue;
      if (!zg_delimited_reader_spans_lines (self->reader))
        return g_strdup (_("the row has more cells than the header"));
      zg_delimited_reader_split_lines (self->reader);
      return zg_record_fault_describe (ZG_RECORD_UNCLOSED_QUOTE);
    }
  return NULL;
}

static gboolean
is_blank (ZgContactCsv *self)
{
  for (guint i = 0; i < zg_delimited_reader_get_n_fields (self->reader); i++)
    {
      const char *field = zg_delimited_reader_get_field (self->reader, i);

      if (field[strspn (field, " \t")] != '\0')
        return FALSE;
    }
  return zg_delimited_reader_get_fault (self->reader) == ZG_RECORD_SOUND;
}

static void
take_tags (ZgContactDraft *draft,
           const char     *text)
{
  g_auto(GStrv) groups = g_strsplit (text, GOOGLE_SEPARATOR, -1);

  for (gsize i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) tags = g_strsplit (groups[i], strchr (groups[i], ';') != NULL ? ";" : "\n", -1);

      /* Google's own groups begin with a star. */
      for (gsize k = 0; tags[k] != NULL; k++)
        if (!g_str_has_prefix (g_strstrip (tags[k]), "*"))
          zg_contact_draft_add_tag (draft, tags[k]);
    }
}

/* What is the person's own, not a phone's or an address's. */
static void
take_plain (ZgContactDraft       *draft,
            const ZgContactField *field,
            const char           *title,
            const char           *text)
{
  switch (field->column)
    {
    case ZG_CONTACT_COLUMN_NAME:
      zg_contact_draft_set_full_name (draft, text);
      break;
    case ZG_CONTACT_COLUMN_CALL_NAME:
      zg_contact_draft_set_call_name (draft, text);
      break;
    case ZG_CONTACT_COLUMN_BIRTHDAY:
      zg_contact_draft_set_birthday (draft, text, FALSE);
      break;
    case ZG_CONTACT_COLUMN_NOTE:
      zg_contact_draft_add_note (draft, text);
      break;
    case ZG_CONTACT_COLUMN_TAGS:
      take_tags (draft, text);
      break;
    case ZG_CONTACT_COLUMN_PHOTO:
      zg_contact_record_leave_out (zg_contact_draft_get_record (draft), title, _("pictures are not kept"));
      break;
    case ZG_CONTACT_COLUMN_FACT:
      zg_contact_draft_add_fact (draft, _(field->label), text);
      break;
    case ZG_CONTACT_COLUMN_UNKNOWN:
      zg_contact_draft_add_fact (draft, title, text);
      break;
    default:
      break;
    }
}

/* Several numbers may stand in one cell; they have one label. */
static void
finish_phone (ZgContactDraft *draft,
              const Place    *place)
{
  g_auto(GStrv) numbers = g_strsplit (place->text != NULL ? place->text : "", GOOGLE_SEPARATOR, -1);
  g_autofree char *label = zg_contact_label_from_type (place->label);
  gboolean is_preferred = place->label != NULL && *place->label == '*';

  for (gsize i = 0; numbers[i] != NULL; i++)
    zg_contact_draft_add_phone (draft, _("Phone"), numbers[i], label, is_preferred);
}

static void
finish_address (ZgContactDraft *draft,
                const Place    *place)
{
  ZgContactAddress address = {
    .street = place->parts[ZG_CONTACT_COLUMN_STREET], .city = place->parts[ZG_CONTACT_COLUMN_CITY],
    .region = place->parts[ZG_CONTACT_COLUMN_REGION], .postcode = place->parts[ZG_CONTACT_COLUMN_POSTCODE],
    .country = place->parts[ZG_CONTACT_COLUMN_COUNTRY], .box = place->parts[ZG_CONTACT_COLUMN_BOX],
    .extended = place->parts[ZG_CONTACT_COLUMN_EXTENDED],
  };
  g_autofree char *label = zg_contact_label_from_type (place->label);

  /* The whole address repeats its parts. */
  if (address.street != NULL || address.city != NULL || address.region != NULL)
    zg_contact_draft_add_address (draft, &address, label, place->label != NULL && *place->label == '*');
  else if (place->text != NULL)
    zg_contact_draft_add_address_text (draft, place->text, label);
}

static void
set_once (char       **text,
          const char  *value)
{
  char *joined = *text != NULL ? g_strconcat (*text, " ", value, NULL) : g_strdup (value);

  g_free (*text);
  *text = joined;
}

static void
take_place (Place                *phones,
            Place                *addresses,
            const ZgContactField *field,
            const char           *text)
{
  Place *phone = &phones[field->group];
  Place *address = &addresses[field->group];

  if (field->column == ZG_CONTACT_COLUMN_PHONE)
    set_once (&phone->text, text);
  else if (field->column == ZG_CONTACT_COLUMN_PHONE_LABEL)
    set_once (&phone->label, text);
  else if (field->column == ZG_CONTACT_COLUMN_ADDRESS_LABEL)
    set_once (&address->label, text);
  else if (field->column == ZG_CONTACT_COLUMN_ADDRESS_TEXT)
    set_once (&address->text, text);
  else
    set_once (&address->parts[field->column], text);

  /* Outlook says what a phone is by its column. */
  if (field->label != NULL && field->column == ZG_CONTACT_COLUMN_PHONE && phone->label == NULL)
    phone->label = g_strdup (field->label);
  else if (field->label != NULL && field->column > ZG_CONTACT_COLUMN_ADDRESS_LABEL && address->label == NULL)
    address->label = g_strdup (field->label);
}

/* (transfer full): what a row of another program's table says. */
static ZgContactRecord *
read_foreign (ZgContactCsv *self,
              guint64       line)
{
  g_autoptr(ZgContactDraft) draft = zg_contact_draft_new (line);
  Place phones[ZG_CONTACT_MAX_GROUPS] = { 0 };
  Place addresses[ZG_CONTACT_MAX_GROUPS] = { 0 };
  char *names[3] = { NULL, NULL, NULL };
  guint n = MIN (self->names->len, zg_delimited_reader_get_n_fields (self->reader));

  for (guint i = 0; i < n; i++)
    {
      const ZgContactField *field = &self->fields[i];
      g_autofree char *text = zg_cell_to_text (zg_delimited_reader_get_field (self->reader, i));

      /* Outlook's way to say that there is no date. */
      if (*text == '\0' || strcmp (text, "0/0/00") == 0)
        continue;
      if (field->column >= ZG_CONTACT_COLUMN_FAMILY && field->column <= ZG_CONTACT_COLUMN_ADDITIONAL)
        set_once (&names[field->column - ZG_CONTACT_COLUMN_FAMILY], text);
      else if (field->column >= ZG_CONTACT_COLUMN_PHONE)
        take_place (phones, addresses, field, text);
      else
        take_plain (draft, field, g_ptr_array_index (self->titles, i), text);
    }
  zg_contact_draft_set_name_parts (draft, names[0], names[1], names[2]);
  for (gsize i = 0; i < ZG_CONTACT_MAX_GROUPS; i++)
    {
      finish_phone (draft, &phones[i]);
      finish_address (draft, &addresses[i]);
      place_clear (&phones[i]);
      place_clear (&addresses[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_clear_pointer (&names[i], g_free);
  return zg_contact_draft_finish (draft);
}

/* (transfer full): what a row of our own table says. */
static ZgContactRecord *
read_own (ZgContactCsv *self,
          guint64       line)
{
  ZgContactRecord *record = zg_contact_record_new (line);
  guint n = MIN (self->names->len, zg_delimited_reader_get_n_fields (self->reader));

  for (guint i = 0; i < n; i++)
    zg_customer_row_take (record, g_ptr_array_index (self->names, i), zg_delimited_reader_get_field (self->reader, i));
  zg_contact_record_check (record);
  return record;
}

static ZgContactRecord *
read_row (ZgContactCsv *self)
{
  guint64 line = zg_delimited_reader_get_line (self->reader);
  gboolean skipped = zg_delimited_reader_get_fault (self->reader) == ZG_RECORD_TOO_LONG;
  g_autofree char *raw = skipped ? NULL : zg_delimited_reader_get_raw (self->reader);
  g_autofree char *fault = find_fault (self);
  ZgContactRecord *record;

  if (fault != NULL)
    {
      record = zg_contact_record_new (line);
      zg_contact_record_refuse (record, fault);
    }
  else
    {
      record = self->format == ZG_CONTACT_FORMAT_CSV ? read_own (self, line) : read_foreign (self, line);
    }
  if (record->refusal != NULL)
    record->raw = g_steal_pointer (&raw);
  return record;
}

/**
 * zg_contact_csv_next:
 * @csv: a table
 * @record_out: (out) (transfer full) (nullable): the next row, refused or not; %NULL at the end
 * @error: return location for an error
 *
 * Returns: %FALSE when the file could not be read further
 */
gboolean
zg_contact_csv_next (ZgContactCsv     *csv,
                     ZgContactRecord **record_out,
                     GError          **error)
{
  gboolean has_record;

  *record_out = NULL;
  do
    {
      if (!zg_delimited_reader_next (csv->reader, &has_record, error))
        return FALSE;
      if (!has_record)
        return TRUE;
    }
  while (is_blank (csv));
  *record_out = read_row (csv);
  return TRUE;
}
