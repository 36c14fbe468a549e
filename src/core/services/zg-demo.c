/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "zg-customer-table.h"
#include "zg-demo-cards.h"
#include "zg-demo-cases.h"
#include "zg-demo-customers.h"
#include "zg-demo-life.h"
#include "zg-error.h"
#include "zg-reply-table.h"
#include "zg-row-counts.h"
#include "zg-shop-table.h"
#include "zg-starter-library.h"

/*
 * A shop with a year behind it, to look around in. Everything in it is invented; its phone numbers were never given
 * out. Today's open orders are written in the script (data/demo), the past is rolled by dice that always fall alike.
 */

/* How many orders an invented customer has, by a roll of ten. */
static const int n_orders_by_roll[] = { 1, 1, 1, 1, 1, 2, 2, 3, 3, 5 };

/* What the people of the script ordered before lies at least so far back: lately is what the script says. */
#define EARLIER_DAYS 40
#define LATELY_DAYS 3

typedef struct {
  ZgDemoDesk desk;
  GPtrArray *customers;         /* of ZgCustomer, in the order they were made */
  GPtrArray *plans;             /* of ZgDemoOrder */
  GHashTable *by_number;        /* the script's number → ZgDemoOrder */
  int n_invented;
} Filling;

static void
filling_clear (Filling *self)
{
  g_clear_pointer (&self->desk.book, zg_demo_book_free);
  g_clear_pointer (&self->desk.replies, g_hash_table_unref);
  g_clear_pointer (&self->customers, g_ptr_array_unref);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

static gboolean
require_empty (ZgDatabase  *db,
               GError     **error)
{
  gint64 n_customers, n_orders;

  if (!zg_row_counts_get (db, ZG_ROWS_CUSTOMERS, &n_customers, error)
      || !zg_row_counts_get (db, ZG_ROWS_ORDERS, &n_orders, error))
    return FALSE;
  if (n_customers + n_orders == 0)
    return TRUE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("This shop has customers or orders of its own. The demo only fills an empty shop; choose "
                         "another file for it."));
  return FALSE;
}

/* The shop's name and who works there. */
static gboolean
set_up_shop (Filling  *self,
             GError  **error)
{
  ZgDatabase *db = self->desk.db;
  JsonArray *clerks = zg_demo_book_get_list (self->desk.book, "clerks");

  for (guint i = 0; i < ZG_DEMO_CLERKS; i++)
    {
      JsonArray *clerk = json_array_get_array_element (clerks, i);

      self->desk.clerks[i] = zg_shop_table_insert_staff (db, json_array_get_string_element (clerk, 0),
                                                         json_array_get_string_element (clerk, 1), error);
      if (self->desk.clerks[i] == 0)
        return FALSE;
    }
  return zg_shop_table_set_setting (db, ZG_SETTING_SHOP_NAME, zg_demo_text (self->desk.book->root, "shop"), error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SET_UP, "1", error)
         && zg_shop_table_set_clerk (db, self->desk.clerks[0], error);
}

static gboolean
is_favourite (Filling    *self,
              const char *key)
{
  JsonArray *favourites = zg_demo_book_get_list (self->desk.book, "favourites");

  for (guint i = 0; i < json_array_get_length (favourites); i++)
    if (strcmp (json_array_get_string_element (favourites, i), key) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
set_up_replies (Filling     *self,
                const char  *language,
                GError     **error)
{
  ZgDatabase *db = self->desk.db;
  g_autoptr(GPtrArray) replies = NULL;

  if (!zg_starter_library_install (db, language, self->desk.book->clock, NULL, error))
    return FALSE;
  replies = zg_reply_table_load_all (db, error);
  if (replies == NULL)
    return FALSE;

  for (guint i = 0; i < replies->len; i++)
    {
      ZgReply *reply = zg_reply_copy (replies->pdata[i]);
      const char *slash = reply->starter != NULL ? strchr (reply->starter, '/') : NULL;
      const char *key = slash != NULL ? slash + 1 : "";

      g_hash_table_insert (self->desk.replies, g_strdup (key), reply);
      reply->favourite = is_favourite (self, key);
      if (reply->favourite && !zg_reply_table_update (db, reply, self->desk.book->now, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  ZgTime first = *(const ZgTime *) a;
  ZgTime second = *(const ZgTime *) b;

  return (first > second) - (first < second);
}

/* Some moments of the year before @days ago on which something was ordered, more of them lately than long ago. */
static GArray *
roll_times (Filling *self,
            int      days,
            int      n_times)
{
  ZgDemoBook *book = self->desk.book;
  GArray *times = g_array_new (FALSE, FALSE, sizeof (ZgTime));

  for (int i = 0; i < n_times; i++)
    {
      double share = g_rand_double (book->rand);
      ZgTime at = zg_demo_book_time_on_day (book, book->now, -days - (int) (360 * share * sqrt (share)),
                                            zg_demo_book_roll (book, 8, 23), zg_demo_book_roll (book, 0, 59));

      g_array_append_val (times, at);
    }
  g_array_sort (times, compare_times);
  return times;
}

static void
invent_orders (Filling          *self,
               const ZgCustomer *customer,
               GArray           *times)
{
  for (guint i = 0; i < times->len; i++)
    {
      ZgTime at = g_array_index (times, ZgTime, i);

      g_ptr_array_add (self->plans, zg_demo_order_invent (self->desk.book, customer, at, self->n_invented++));
    }
}

/* A person of the script, with the orders that are written there and those of before. */
static gboolean
add_person (Filling     *self,
            JsonObject  *person,
            GError     **error)
{
  ZgDemoBook *book = self->desk.book;
  ZgCustomer *customer = zg_demo_customer_read (person);
  g_autoptr(GArray) times = roll_times (self, EARLIER_DAYS, (int) zg_demo_number (person, "earlier", 0));
  ZgTime since = zg_demo_book_read_time (book, zg_demo_text (person, "since"));

  g_ptr_array_add (self->customers, customer);
  if (times->len > 0)
    since = MIN (since, g_array_index (times, ZgTime, 0) - ZG_TIME_HOUR);
  if (!zg_customer_table_insert (self->desk.db, customer, since, 0, error))
    return FALSE;

  invent_orders (self, customer, times);
  for (guint i = 0; i < zg_demo_length (person, "orders"); i++)
    {
      JsonObject *script = json_array_get_object_element (json_object_get_array_member (person, "orders"), i);
      ZgDemoOrder *plan = zg_demo_order_read (book, customer, script);

      g_ptr_array_add (self->plans, plan);
      g_hash_table_insert (self->by_number, (char *) zg_demo_text (script, "number"), plan);
    }
  return TRUE;
}

static gboolean
add_invented (Filling  *self,
              int       index,
              GError  **error)
{
  ZgDemoBook *book = self->desk.book;
  ZgCustomer *customer = zg_demo_customer_invent (book, index);
  int n_orders = n_orders_by_roll[zg_demo_book_roll (book, 0, G_N_ELEMENTS (n_orders_by_roll) - 1)];
  g_autoptr(GArray) times = roll_times (self, LATELY_DAYS, n_orders);
  ZgTime since = g_array_index (times, ZgTime, 0) - 20 * ZG_TIME_MINUTE;

  g_ptr_array_add (self->customers, customer);
  zg_demo_set_text (&customer->level, zg_demo_customer_level (book, n_orders));
  if (!zg_customer_table_insert (self->desk.db, customer, since, 0, error))
    return FALSE;
  invent_orders (self, customer, times);
  return zg_demo_desk_chat (&self->desk, customer->id, since + 10 * ZG_TIME_MINUTE, error);
}

static gboolean
add_customers (Filling  *self,
               GError  **error)
{
  JsonArray *people = zg_demo_book_get_list (self->desk.book, "people");
  int n_invented = (int) zg_demo_number (self->desk.book->root, "generated_customers", 0);

  for (int i = 0; i < n_invented; i++)
    if (!add_invented (self, i, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (people); i++)
    if (!add_person (self, json_array_get_object_element (people, i), error))
      return FALSE;
  return TRUE;
}

/* One after the other as they came in, so that each sees of the others what the desk saw. */
static gboolean
live_orders (Filling  *self,
             GError  **error)
{
  g_ptr_array_sort (self->plans, zg_demo_order_compare);
  for (guint i = 0; i < self->plans->len; i++)
    if (!zg_demo_desk_live_order (&self->desk, self->plans->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gint64
find_order (Filling    *self,
            JsonObject *script)
{
  const char *number = zg_demo_text (script, "order");
  ZgDemoOrder *plan = number != NULL ? g_hash_table_lookup (self->by_number, number) : NULL;

  return plan != NULL ? plan->order->id : 0;
}

typedef gboolean (*WriteFunc) (ZgDemoDesk  *desk,
                               JsonObject  *script,
                               gint64       customer_id,
                               gint64       order_id,
                               GError     **error);

static gboolean
write_all (Filling     *self,
           JsonObject  *person,
           const char  *member,
           gint64       customer_id,
           WriteFunc    write,
           GError     **error)
{
  for (guint i = 0; i < zg_demo_length (person, member); i++)
    {
      JsonObject *script = json_array_get_object_element (json_object_get_array_member (person, member), i);

      if (!write (&self->desk, script, customer_id, find_order (self, script), error))
        return FALSE;
    }
  return TRUE;
}

/* The newest order that the script has of somebody. */
static gint64
find_last_order (Filling    *self,
                 JsonObject *person)
{
  guint length = zg_demo_length (person, "orders");
  JsonObject *script;
  ZgDemoOrder *plan;

  if (length == 0)
    return 0;
  script = json_array_get_object_element (json_object_get_array_member (person, "orders"), length - 1);
  plan = g_hash_table_lookup (self->by_number, zg_demo_text (script, "number"));
  return plan->order->id;
}

/* The last eight, in the order of the script. */
static gboolean
note_recent (Filling     *self,
             JsonObject  *person,
             gint64       customer_id,
             GError     **error)
{
  JsonArray *recents = zg_demo_book_get_list (self->desk.book, "recents");

  for (guint i = 0; i < json_array_get_length (recents); i++)
    if (strcmp (json_array_get_string_element (recents, i), zg_demo_text (person, "name")) == 0)
      return zg_shop_table_note_recent (self->desk.db, customer_id, find_last_order (self, person),
                                        self->desk.book->now - (i + 1) * ZG_TIME_MINUTE, error);
  return TRUE;
}

/* What was said and what is due, and all sums at the end. */
static gboolean
talk (Filling  *self,
      GError  **error)
{
  JsonArray *people = zg_demo_book_get_list (self->desk.book, "people");
  guint n_people = json_array_get_length (people);
  guint n_invented = self->customers->len - n_people;

  for (guint i = 0; i < n_people; i++)
    {
      JsonObject *person = json_array_get_object_element (people, i);
      gint64 id = ((const ZgCustomer *) self->customers->pdata[n_invented + i])->id;

      if (!write_all (self, person, "contacts", id, zg_demo_desk_write_contact, error)
          || !write_all (self, person, "follow_ups", id, zg_demo_desk_write_follow_up, error)
          || !write_all (self, person, "cases", id, zg_demo_desk_write_case, error)
          || !write_all (self, person, "promises", id, zg_demo_desk_write_promise, error)
          || !write_all (self, person, "interests", id, zg_demo_desk_write_interest, error)
          || !write_all (self, person, "files", id, zg_demo_desk_keep_file, error)
          || !note_recent (self, person, id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->customers->len; i++)
    {
      const ZgCustomer *customer = g_ptr_array_index (self->customers, i);

      if (!zg_customer_table_refresh_totals (self->desk.db, customer->id, error))
        return FALSE;
    }
  return zg_demo_desk_colour_tags (&self->desk, error);
}

/**
 * zg_demo_fill:
 * @db: a writing connection in a transaction
 * @language: (nullable): a language of zg_starter_library_list_languages(), %NULL for that of the locale
 * @clock: what time it is: the demo's year ends now
 * @error: return location for an error
 *
 * Fills an empty shop with invented data: clerks, replies, about 120 customers, their orders in all standings, what was
 * said, what is due. The same clock gives the same shop.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the shop has customers or orders already
 */
gboolean
zg_demo_fill (ZgDatabase  *db,
              const char  *language,
              ZgClock     *clock,
              GError     **error)
{
  g_auto(Filling) filling = { .desk = { .db = db } };

  if (!require_empty (db, error))
    return FALSE;
  if (language == NULL)
    language = zg_starter_library_pick_language (NULL);
  filling.desk.book = zg_demo_book_open (language, clock, error);
  if (filling.desk.book == NULL)
    return FALSE;

  filling.desk.replies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zg_reply_free);
  filling.customers = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_customer_free);
  filling.plans = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_demo_order_free);
  filling.by_number = g_hash_table_new (g_str_hash, g_str_equal);

  return set_up_shop (&filling, error)
         && set_up_replies (&filling, language, error)
         && add_customers (&filling, error)
         && live_orders (&filling, error)
         && talk (&filling, error);
}
