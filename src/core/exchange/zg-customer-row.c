/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-customer-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-customer-cell.h"
#include "zg-customer-type.h"
#include "zg-integer.h"

/* The columns of our own table: see zg_export_table_read_customers(), which writes them. */

typedef void (*Take) (ZgContactRecord *record,
                      const char      *text);

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = *text != '\0' ? g_strdup (text) : NULL;
}

static void
take_uid (ZgContactRecord *record,
          const char      *text)
{
  set_text (&record->customer->uid, text);
}

static void
take_name (ZgContactRecord *record,
           const char      *text)
{
  zg_personal_set (&record->customer->name, text);
}

static void
take_call_name (ZgContactRecord *record,
                const char      *text)
{
  set_text (&record->customer->call_name, text);
}

static void
take_level (ZgContactRecord *record,
            const char      *text)
{
  set_text (&record->customer->level, text);
}

static void
take_note (ZgContactRecord *record,
           const char      *text)
{
  set_text (&record->customer->note, text);
}

static void
take_caution (ZgContactRecord *record,
              const char      *text)
{
  set_text (&record->customer->caution, text);
}

static void
take_source (ZgContactRecord *record,
             const char      *text)
{
  set_text (&record->customer->source, text);
}

static void
take_type (ZgContactRecord *record,
           const char      *text)
{
  if (zg_customer_type_is_known (text))
    set_text (&record->customer->type, text);
  else
    zg_contact_record_leave_out (record, "type", _("there is no such kind of buyer"));
}

static void
take_phones (ZgContactRecord *record,
             const char      *text)
{
  zg_customer_cell_read_phones (record->customer, text);
}

static void
take_accounts (ZgContactRecord *record,
               const char      *text)
{
  zg_customer_cell_read_accounts (record->customer, text);
}

static void
take_addresses (ZgContactRecord *record,
                const char      *text)
{
  zg_customer_cell_read_addresses (record->customer, text);
}

static void
take_tags (ZgContactRecord *record,
           const char      *text)
{
  zg_customer_cell_read_tags (record->customer, text);
}

static void
take_birthday (ZgContactRecord *record,
               const char      *text)
{
  g_autoptr(GError) error = NULL;

  if (!zg_birthday_parse (text, &record->customer->birthday, &error))
    zg_contact_record_refuse (record, error->message);
}

static void
take_measure (ZgContactRecord *record,
              const char      *text,
              int             *measure)
{
  gint64 number;

  if (zg_integer_parse (text, 0, 1000000, &number))
    *measure = (int) number;
  else
    zg_contact_record_refuse (record, _("height and weight are whole numbers of millimetres and grams here"));
}

static void
take_height (ZgContactRecord *record,
             const char      *text)
{
  take_measure (record, text, &record->customer->size.height);
}

static void
take_weight (ZgContactRecord *record,
             const char      *text)
{
  take_measure (record, text, &record->customer->size.weight);
}

static void
take_shoe_size (ZgContactRecord *record,
                const char      *text)
{
  set_text (&record->customer->size.shoe, text);
}

static void
take_usual_size (ZgContactRecord *record,
                 const char      *text)
{
  set_text (&record->customer->size.usual, text);
}

static void
take_consent (ZgContactRecord *record,
              const char      *text)
{
  if (!zg_consent_from_word (text, &record->customer->consent))
    zg_contact_record_refuse (record, _("consent is yes or no"));
}

/* Since when; the file of a shop always says the zone. */
static void
take_consent_at (ZgContactRecord *record,
                 const char      *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  if (!zg_time_parse_iso (text, utc, &record->customer->consent_at, NULL))
    zg_contact_record_leave_out (record, "consent_at", _("this is no time"));
}

/* Derived: the orders say it. */
static void
take_nothing (ZgContactRecord *record,
              const char      *text)
{
}

static const struct {
  const char *column;
  Take take;
} columns[] = {
  { "uid", take_uid }, { "name", take_name }, { "call_name", take_call_name }, { "level", take_level }, { "type", take_type },
  { "note", take_note }, { "caution", take_caution }, { "source", take_source }, { "phones", take_phones },
  { "accounts", take_accounts }, { "addresses", take_addresses }, { "tags", take_tags }, { "birthday", take_birthday },
  { "height_mm", take_height }, { "weight_g", take_weight }, { "shoe_size", take_shoe_size }, { "consent", take_consent }, { "consent_at", take_consent_at }, { "usual_size", take_usual_size },
  { "orders", take_nothing }, { "spent", take_nothing }, { "currency", take_nothing }, { "last_order_at", take_nothing },
  { "last_contact_at", take_nothing }, { "version", take_nothing },
};

/**
 * zg_customer_row_knows:
 * @column: a column's name
 *
 * Returns: whether our own table has it
 */
gboolean
zg_customer_row_knows (const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].column, column) == 0)
      return TRUE;
  return FALSE;
}

/**
 * zg_customer_row_take:
 * @record: a record of our own table
 * @column: a column's name
 * @cell: what stands there
 */
void
zg_customer_row_take (ZgContactRecord *record,
                      const char      *column,
                      const char      *cell)
{
  g_autofree char *text = zg_cell_to_exact_text (cell);

  if (*text == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].column, column) == 0)
      {
        columns[i].take (record, text);
        return;
      }
  zg_contact_record_leave_out (record, column, _("this field is not known here"));
}
