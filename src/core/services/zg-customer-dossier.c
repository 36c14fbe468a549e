/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-dossier.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-consent.h"
#include "zg-contact.h"
#include "zg-customer-field.h"
#include "zg-customer-table.h"
#include "zg-dossier-table.h"
#include "zg-interest.h"
#include "zg-money.h"
#include "zg-order-state.h"
#include "zg-platform.h"
#include "zg-record-json.h"

/*
 * All that is known of one customer, as privacy laws give everybody the right to see it. JSON has every column of every row,
 * files as base64 (RFC 4648); the text has what people can read, without what only programs need.
 */

struct _ZgCustomerDossier {
  ZgCustomer *customer;
  GPtrArray *sections;
};

static const char *
order_state_to_word (int state)
{
  return zg_order_state_to_word (state);
}

static const char *
order_state_to_label (int state)
{
  return zg_order_state_to_label (state);
}

static const char *
interest_state_to_word (int state)
{
  return zg_interest_state_to_word (state);
}

static const char *
interest_state_to_label (int state)
{
  return zg_interest_state_to_label (state);
}

static const char *
contact_kind_to_word (int kind)
{
  return zg_contact_kind_to_word (kind);
}

/* What the sections are called for people, and the words for a number in them. */
static const struct {
  const char *key;
  const char *heading;
  const char *column;
  const char *(*to_word) (int number);
  const char *(*to_label) (int number);
} layouts[] = {
  { "customer", N_("Customer"), NULL, NULL, NULL },
  { "phones", N_("Phones"), NULL, NULL, NULL },
  { "accounts", N_("Accounts"), NULL, NULL, NULL },
  { "addresses", N_("Addresses"), NULL, NULL, NULL },
  { "tags", N_("Tags"), NULL, NULL, NULL },
  { "orders", N_("Orders"), "state", order_state_to_word, order_state_to_label },
  { "order_items", N_("What was ordered"), NULL, NULL, NULL },
  { "order_history", N_("What happened to the orders"), "to_state", order_state_to_word, order_state_to_label },
  { "order_ticks", N_("What was checked of the orders"), NULL, NULL, NULL },
  { "payments", N_("Payments"), NULL, NULL, NULL },
  { "shipments", N_("Parcels"), NULL, NULL, NULL },
  { "shipment_items", N_("What was in the parcels"), NULL, NULL, NULL },
  { "not_one_parcel", N_("Found to go in two parcels"), NULL, NULL, NULL },
  { "cases", N_("Cases"), NULL, NULL, NULL },
  { "case_remedies", N_("What was offered"), NULL, NULL, NULL },
  { "case_lines", N_("What happened in the cases"), NULL, NULL, NULL },
  { "promises", N_("Promises"), NULL, NULL, NULL },
  { "payment_chase", N_("Reminders to pay"), NULL, NULL, NULL },
  { "timeline", N_("Copied, noted, said and changed"), "kind", contact_kind_to_word, NULL },
  { "follow_ups", N_("Follow-ups"), NULL, NULL, NULL },
  { "interests", N_("Asked for and not bought"), "state", interest_state_to_word, interest_state_to_label },
  { "attachments", N_("Files"), NULL, NULL, NULL },
  { "rounds", N_("Rounds"), NULL, NULL, NULL },
  { "waiting", N_("Told to wait a moment"), NULL, NULL, NULL },
  { "recent", N_("Among the last eight who were talked to"), NULL, NULL, NULL },
  { "not_same_person", N_("Found to be somebody else"), NULL, NULL, NULL },
  { "merges", N_("Merged with other entries"), NULL, NULL, NULL },
  { "before_imports", N_("As it was before imports"), NULL, NULL, NULL },
};

/* Columns that say nothing to people, or say again what another one says. */
static const char * const for_programs[] = {
  "uid", "version", "version_after", "position", "name_key", "disclosure", "name_disclosure", "recipient_disclosure",
  "phone_disclosure", "address_disclosure", "digits", "reversed", "number_reversed", "platform_marks", "platform_state",
  "import_id", "currency", "holds", "n_ticked", "cash_on_delivery", "flag", "marketing", "place", "birthday_day", "from_state",
  "actor", "undone", "state", "kind", "check_key", "media_type", "size", "colour", "quantity", "radar_key",
  "presale", "n_open_cases", "partly_shipped", "slip_mark", "due_set", "skipped", "satisfaction", NULL,
};

static int
find_layout (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      if (strcmp (layouts[i].key, key) == 0)
        return (int) i;
    }
  g_assert_not_reached ();
}

/**
 * zg_customer_dossier_load:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all that is known of them; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is no
 *   such customer
 */
ZgCustomerDossier *
zg_customer_dossier_load (ZgDatabase  *db,
                          gint64       customer_id,
                          GError     **error)
{
  g_autoptr(ZgCustomerDossier) dossier = g_new0 (ZgCustomerDossier, 1);

  dossier->customer = zg_customer_table_load (db, customer_id, error);
  if (dossier->customer == NULL)
    return NULL;
  dossier->sections = zg_dossier_table_load (db, customer_id, error);
  return dossier->sections != NULL ? g_steal_pointer (&dossier) : NULL;
}

/**
 * zg_customer_dossier_free:
 * @dossier: (transfer full): what is known of a customer
 */
void
zg_customer_dossier_free (ZgCustomerDossier *dossier)
{
  zg_customer_free (dossier->customer);
  g_clear_pointer (&dossier->sections, g_ptr_array_unref);
  g_free (dossier);
}

static const ZgDossierCell *
find_cell (GPtrArray  *row,
           const char *name)
{
  for (guint i = 0; i < row->len; i++)
    {
      const ZgDossierCell *cell = g_ptr_array_index (row, i);

      if (strcmp (cell->name, name) == 0)
        return cell;
    }
  return NULL;
}

/* The currency that a row says, or the customer's. */
static const char *
find_currency (const ZgCustomerDossier *dossier,
               GPtrArray               *row)
{
  const ZgDossierCell *cell = find_cell (row, "currency");

  return cell != NULL && cell->text != NULL ? cell->text : dossier->customer->currency;
}

/* @layout is an index of the table of layouts. */
static gboolean
has_words (int                  layout,
           const ZgDossierCell *cell)
{
  return layouts[layout].column != NULL && strcmp (layouts[layout].column, cell->name) == 0;
}

static void
set_document (JsonObject *object,
              const char *name,
              const char *text)
{
  g_autoptr(JsonNode) node = json_from_string (text, NULL);

  if (node != NULL)
    json_object_set_member (object, name, g_steal_pointer (&node));
  else
    zg_json_set_text (object, name, text);
}

static void
set_cell (JsonObject          *object,
          int                  layout,
          const ZgDossierCell *cell,
          const char          *currency,
          GTimeZone           *zone)
{
  g_autofree char *base64 = NULL;
  gsize size;

  if (cell->is_null)
    json_object_set_null_member (object, cell->name);
  else if (has_words (layout, cell))
    zg_json_set_text (object, cell->name, layouts[layout].to_word ((int) cell->number));
  else if (cell->kind == ZG_DOSSIER_TIME)
    zg_json_set_time (object, cell->name, cell->number, zone);
  else if (cell->kind == ZG_DOSSIER_MONEY)
    zg_json_set_money (object, cell->name, cell->number, currency);
  else if (cell->kind == ZG_DOSSIER_NUMBER)
    json_object_set_int_member (object, cell->name, cell->number);
  else if (cell->kind == ZG_DOSSIER_JSON)
    set_document (object, cell->name, cell->text);
  else if (cell->kind == ZG_DOSSIER_BYTES)
    {
      const guchar *bytes = g_bytes_get_data (cell->bytes, &size);

      base64 = g_base64_encode (bytes, size);
      zg_json_set_text (object, cell->name, base64);
    }
  else
    zg_json_set_text (object, cell->name, cell->text);
}

/**
 * zg_customer_dossier_to_json:
 * @dossier: what is known of a customer
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): an object with an array for each kind of rows, by the names that the shop file has for them
 */
JsonNode *
zg_customer_dossier_to_json (const ZgCustomerDossier *dossier,
                             GTimeZone               *zone)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const ZgDossierSection *section = g_ptr_array_index (dossier->sections, i);
      JsonArray *array = json_array_new ();
      int layout = find_layout (section->key);

      for (guint j = 0; j < section->rows->len; j++)
        {
          GPtrArray *row = g_ptr_array_index (section->rows, j);
          JsonObject *entry = json_object_new ();

          for (guint k = 0; k < row->len; k++)
            set_cell (entry, layout, g_ptr_array_index (row, k), find_currency (dossier, row), zone);
          json_array_add_object_element (array, entry);
        }
      json_object_set_array_member (object, section->key, array);
    }
  json_node_take_object (node, object);
  return node;
}

/* (transfer full) (nullable): what a cell says to people. */
static char *
cell_to_text (int                  layout,
              const ZgDossierCell *cell,
              const char          *currency,
              GTimeZone           *zone)
{
  g_autoptr(GDateTime) time = NULL;

  if (cell->is_null || cell->kind == ZG_DOSSIER_ID || cell->kind == ZG_DOSSIER_BYTES || cell->kind == ZG_DOSSIER_JSON)
    return NULL;
  if (has_words (layout, cell))
    return layouts[layout].to_label != NULL ? g_strdup (layouts[layout].to_label ((int) cell->number)) : NULL;
  if (g_strv_contains (for_programs, cell->name))
    return NULL;
  if (strcmp (cell->name, "platform") == 0)
    return g_strdup (zg_platform_to_label (cell->text));
  if (strcmp (layouts[layout].key, "interests") == 0 && strcmp (cell->name, "reason") == 0)
    return g_strdup (zg_interest_reason_to_label (cell->text));
  if (cell->kind == ZG_DOSSIER_TIME)
    {
      time = zg_time_to_date_time (cell->number, zone);
      return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;
    }
  if (cell->kind == ZG_DOSSIER_MONEY)
    return cell->number != 0 ? zg_money_to_text (cell->number, currency) : NULL;
  return g_strdup (cell->text);
}

static void
append_row (GString                 *text,
            const ZgCustomerDossier *dossier,
            int                      layout,
            GPtrArray               *row,
            GTimeZone               *zone)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *said = cell_to_text (layout, g_ptr_array_index (row, i), find_currency (dossier, row), zone);

      if (said == NULL || said[0] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", is_first ? "- " : "  ", said);
      is_first = FALSE;
    }
  if (!is_first)
    g_string_append_c (text, '\n');
}

/* The customer's own fields have names; phones, accounts, addresses and tags follow in sections of their own. */
static void
append_customer (GString                 *text,
                 const ZgCustomerDossier *dossier,
                 GPtrArray               *row,
                 GTimeZone               *zone)
{
  const ZgCustomer *customer = dossier->customer;
  const struct {
    const char *label;
    ZgTime at;
  } times[] = {
    { N_("known since"), customer->created_at }, { N_("last order"), customer->last_order_at },
    { N_("last contact"), customer->last_contact_at },
  };
  g_autofree char *spent = zg_money_to_text (customer->spent, customer->currency);
  const ZgDossierCell *consent = find_cell (row, "consent");

  for (int field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    {
      g_autofree char *said = zg_customer_field_to_text (customer, field);

      if (field >= ZG_CUSTOMER_FIELD_PHONES && field <= ZG_CUSTOMER_FIELD_TAGS)
        continue;
      if (said != NULL && said[0] != '\0')
        g_string_append_printf (text, "- %s: %s\n", zg_customer_field_to_label (field), said);
    }
  g_string_append_printf (text, "- %s: %s\n", _("messages that invite to buy"), zg_consent_to_label ((int) consent->number));
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(GDateTime) time = times[i].at != ZG_TIME_NONE ? zg_time_to_date_time (times[i].at, zone) : NULL;
      g_autofree char *said = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;

      if (said != NULL)
        g_string_append_printf (text, "- %s: %s\n", _(times[i].label), said);
    }
  g_string_append_printf (text, "- %s: %" G_GINT64_FORMAT ", %s\n", _("orders"), customer->n_orders, spent);
}

/**
 * zg_customer_dossier_to_text:
 * @dossier: what is known of a customer
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): it for people to read, in the user's language
 */
char *
zg_customer_dossier_to_text (const ZgCustomerDossier *dossier,
                             GTimeZone               *zone)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const ZgDossierSection *section = g_ptr_array_index (dossier->sections, i);
      int layout = find_layout (section->key);

      if (section->rows->len == 0)
        continue;
      g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "", _(layouts[layout].heading));
      if (strcmp (section->key, "customer") == 0)
        append_customer (text, dossier, g_ptr_array_index (section->rows, 0), zone);
      for (guint j = 0; j < section->rows->len && strcmp (section->key, "customer") != 0; j++)
        append_row (text, dossier, layout, g_ptr_array_index (section->rows, j), zone);
    }
  return g_string_free (text, FALSE);
}
