/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-cells"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-birthday.h"
#include "zg-customer-cells.h"
#include "zg-customer-desk.h"
#include "zg-list-table.h"
#include "zg-money.h"
#include "zg-phone.h"
#include "zg-row-list.h"
#include "zg-tag-colours.h"

/* What the cells of the customer list show. */

/* More tags than these are only counted: the column is for recognising somebody, not for reading. */
#define N_TAGS 2

enum {
  NAME,
  PHONE,
  CITY,
  LEVEL,
  TAGS,
  SOURCE,
  CONSENT,
  BIRTHDAY,
  ORDERS,
  SPENT,
  LAST_ORDER,
  QUIET,
  N_COLUMNS
};

/* A column that somebody asked for gives way after those that everybody has at first. */
static const ZgTableColumn columns[N_COLUMNS] = {
  [NAME] = { N_("Customer"), 0, FALSE, 0, ZG_CUSTOMER_SORT_NAME, TRUE, NULL, FALSE },
  [PHONE] = { N_("Phone"), 138, FALSE, 0, -1, FALSE, "phone", FALSE },
  [CITY] = { N_("City"), 104, FALSE, 2, ZG_CUSTOMER_SORT_CITY, TRUE, "city", FALSE },
  [LEVEL] = { N_("Level"), 76, FALSE, 3, ZG_CUSTOMER_SORT_LEVEL, FALSE, "level", FALSE },
  [TAGS] = { N_("Tags"), 168, FALSE, 4, -1, FALSE, "tags", FALSE },
  [SOURCE] = { N_("Source"), 92, FALSE, 1, -1, FALSE, "source", TRUE },
  [CONSENT] = { N_("Consent"), 88, FALSE, 1, -1, FALSE, "consent", TRUE },
  [BIRTHDAY] = { N_("Birthday"), 112, FALSE, 1, -1, FALSE, "birthday", TRUE },
  [ORDERS] = { N_("Orders"), 64, TRUE, 0, ZG_CUSTOMER_SORT_ORDERS, FALSE, "orders", FALSE },
  [SPENT] = { N_("Spent"), 92, TRUE, 0, ZG_CUSTOMER_SORT_SPENT, FALSE, "spent", FALSE },
  [LAST_ORDER] = { N_("Last order"), 124, FALSE, 0, ZG_CUSTOMER_SORT_LAST_ORDER, FALSE, "last-order", FALSE },
  [QUIET] = { N_("Silent for"), 84, TRUE, 0, ZG_CUSTOMER_SORT_LAST_CONTACT, FALSE, "silent", FALSE },
};

/* Something is open with them: one mark, the most urgent first. */
static const struct {
  const char *icon_name;
  const char *classes;
  const char *text;
} marks[] = {
  { "user-available-symbolic", "info", N_("You are talking to them") },
  { "alarm-symbolic", "kind-payment", N_("An order is not paid") },
  { "call-start-symbolic", "kind-visit", N_("A follow-up is due") },
  { "dialog-warning-symbolic", "warning", N_("Take care") },
};

static int
find_mark (const ZgCustomerRow *row,
           gboolean             current)
{
  if (current)
    return 0;
  if (row->unpaid)
    return 1;
  if (row->follow_up_due)
    return 2;
  return row->caution ? 3 : -1;
}

/* What we call them, and the full name, which gives way where there is no room for both. */
static void
add_name (ZgTableRow          *cells,
          guint                column,
          const ZgCustomerRow *row,
          gboolean             current)
{
  const char *full_name = row->name.text != NULL ? row->name.text : "";
  const char *title = row->call_name != NULL && *row->call_name != '\0' ? row->call_name : full_name;
  int mark = find_mark (row, current);

  if (*title == '\0' && row->phone.text != NULL)
    title = row->phone.text;
  if (mark >= 0)
    zg_table_row_add_icon (cells, column, marks[mark].classes, marks[mark].icon_name, 16, _(marks[mark].text));
  else
    zg_table_row_add_icon (cells, column, "", NULL, 16, NULL);
  zg_table_row_add_text (cells, column, "who", title);
  if (*full_name != '\0' && !g_str_equal (title, full_name))
    zg_table_row_add_text (cells, column, "secondary dim", full_name);
  if (current)
    zg_table_row_add_pill (cells, column, ZG_TONE_INFO, _("Talking"));
}

/* What the platform hides is dim and has a small lock: it is normal, so it is no error. */
static void
add_phone (ZgTableRow          *cells,
           guint                column,
           const ZgCustomerRow *row)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (row->phone.text);
  g_autofree char *text = zg_phone_to_text (phone);
  gboolean hidden = phone->disclosure == ZG_DISCLOSURE_CIPHER || phone->disclosure == ZG_DISCLOSURE_MASKED;

  zg_table_row_add_text (cells, column, hidden ? "secondary numeric dim" : "secondary numeric", text);
  if (hidden)
    zg_table_row_add_icon (cells, column, "dim", "changes-prevent-symbolic", 12, _("Hidden by the platform"));
}

static void
add_level (ZgTableRow          *cells,
           const ZgCustomerRow *row)
{
  gboolean has_level = row->level != NULL && *row->level != '\0';

  zg_table_row_add_text (cells, LEVEL, has_level ? "secondary" : "secondary dim", has_level ? row->level : _("normal"));
}

static void
add_tags (ZgTableRow          *cells,
          const ZgCustomerRow *row,
          ZgTagColours        *colours)
{
  g_auto (GStrv) tags = NULL;
  guint n_tags;

  if (row->tags == NULL || *row->tags == '\0')
    return;
  tags = g_strsplit (row->tags, "\n", -1);
  n_tags = g_strv_length (tags);
  for (guint i = 0; i < MIN (n_tags, N_TAGS); i++)
    zg_table_row_add_pill (cells, TAGS, zg_tag_colours_get_tone (colours, tags[i]), tags[i]);
  if (n_tags > N_TAGS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n_tags - N_TAGS);

      zg_table_row_add_pill (cells, TAGS, ZG_TONE_NEUTRAL, more);
    }
}

static void
add_number (ZgTableRow *cells,
            guint       column,
            gboolean    dim,
            const char *text)
{
  zg_table_row_add_text (cells, column, dim ? "secondary numeric dim" : "secondary numeric", text);
}

static const char * const consents[ZG_N_CONSENTS] = {
  [ZG_CONSENT_NOT_ASKED] = NC_("consent", "not asked"),
  [ZG_CONSENT_YES] = NC_("consent", "yes"),
  [ZG_CONSENT_NO] = NC_("consent", "no"),
};

static void
add_consent (ZgTableRow          *cells,
             const ZgCustomerRow *row)
{
  ZgConsent consent = MIN (row->consent, ZG_CONSENT_NO);

  zg_table_row_add_text (cells, CONSENT, consent == ZG_CONSENT_NOT_ASKED ? "secondary dim" : "secondary",
                         g_dpgettext2 (NULL, "consent", consents[consent]));
}

/* The day on which it is kept next, whichever calendar it is of. */
static void
add_birthday (ZgTableRow          *cells,
              const ZgCustomerRow *row,
              ZgClock             *clock)
{
  g_autoptr (GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;
  ZgBirthdayNext next;
  ZgBirthday birthday;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  if (!zg_birthday_from_text (row->birthday, &birthday, NULL) || !zg_birthday_get_next (&birthday, &today, &next))
    return;
  day = g_date_time_new_utc (g_date_get_year (&next.solar), g_date_get_month (&next.solar), g_date_get_day (&next.solar), 0, 0,
                             0);
  text = g_date_time_format (day, _("%b %-d"));
  add_number (cells, BIRTHDAY, FALSE, text);
}

static void
add_orders (ZgTableRow          *cells,
            const ZgCustomerRow *row)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, row->n_orders);
  add_number (cells, ORDERS, row->n_orders == 0, text);
}

static void
add_spent (ZgTableRow          *cells,
           guint                column,
           const ZgCustomerRow *row)
{
  g_autofree char *text = zg_money_to_text (row->spent, row->currency);

  add_number (cells, column, row->spent == 0, text);
}

static void
add_last_order (ZgTableRow          *cells,
                guint                column,
                gboolean             dim,
                const ZgCustomerRow *row,
                ZgClock             *clock)
{
  g_autofree char *text = zg_time_to_text (row->last_order_at, zg_clock_now (clock), zg_clock_get_zone (clock));

  add_number (cells, column, dim, text);
}

static void
add_quiet (ZgTableRow          *cells,
           const ZgCustomerRow *row,
           ZgClock             *clock)
{
  int days = zg_customer_desk_quiet_days (row->last_order_at, row->last_contact_at, clock);
  gboolean is_quiet = row->n_orders > 0 && days > ZG_QUIET_DAYS;
  g_autofree char *text = NULL;

  if (days == 0)
    text = g_strdup (_("today"));
  else if (days > 0)
    text = g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  zg_table_row_add_text (cells, QUIET, is_quiet ? "secondary numeric warning" : "secondary numeric dim", text);
}

static void
fill (ZgTableRow    *cells,
      gconstpointer  value,
      gboolean       two_lines,
      gpointer       data)
{
  const ZgCustomerRow *row = value;
  ZgSession *session = data;
  ZgClock *clock = zg_session_get_clock (session);
  gboolean current = row != NULL && row->id == zg_session_get_customer_id (session);

  zg_table_row_set_current (cells, current);
  if (row == NULL)
    return;
  if (two_lines)
    {
      add_name (cells, ZG_TABLE_FIRST, row, current);
      add_spent (cells, ZG_TABLE_FIRST_END, row);
      /* Below the name, not below the mark. */
      zg_table_row_add_icon (cells, ZG_TABLE_SECOND, "", NULL, 16, NULL);
      add_phone (cells, ZG_TABLE_SECOND, row);
      add_last_order (cells, ZG_TABLE_SECOND_END, TRUE, row, clock);
      return;
    }

  add_name (cells, NAME, row, current);
  add_phone (cells, PHONE, row);
  zg_table_row_add_text (cells, CITY, "secondary", row->city);
  add_level (cells, row);
  add_tags (cells, row, zg_tag_colours_of (session));
  zg_table_row_add_text (cells, SOURCE, "secondary", row->source);
  add_consent (cells, row);
  add_birthday (cells, row, clock);
  add_orders (cells, row);
  add_spent (cells, SPENT, row);
  add_last_order (cells, LAST_ORDER, FALSE, row, clock);
  add_quiet (cells, row, clock);
}

/* The rows that are in sight are drawn anew. */
static void
colours_changed_cb (ZgTable *table)
{
  GListModel *rows = zg_table_get_model (table);

  if (ZG_IS_ROW_LIST (rows))
    zg_row_list_refresh (ZG_ROW_LIST (rows), NULL);
}

/**
 * zg_customer_cells_set_up:
 * @table: an empty table
 * @session: whom the clerk is talking to, and what time it is; has to live as long as the table
 *
 * Makes it the table of the customers, sorted by the last order, the newest first.
 */
void
zg_customer_cells_set_up (ZgTable   *table,
                          ZgSession *session)
{
  zg_table_set_columns (table, columns, N_COLUMNS, fill, session);
  zg_table_set_label (table, _("Customers"));
  zg_table_set_sort (table, ZG_CUSTOMER_SORT_LAST_ORDER, TRUE);
  g_signal_connect_object (zg_tag_colours_of (session), "changed", G_CALLBACK (colours_changed_cb), table, G_CONNECT_SWAPPED);
}

/**
 * zg_customer_cells_is_backwards:
 * @sort: a #ZgCustomerSort
 *
 * Returns: whether what the column shows grows while what it is sorted by falls: the longer the silence, the older the
 *   last contact
 */
gboolean
zg_customer_cells_is_backwards (int sort)
{
  return sort == ZG_CUSTOMER_SORT_LAST_CONTACT;
}
