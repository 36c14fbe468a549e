/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-talk-search"

#include "config.h"

#include "zg-talk-search.h"

#include <string.h>

#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-list-table.h"
#include "zg-order-table.h"
#include "zg-phone.h"
#include "zg-platform.h"
#include "zg-reply-desk.h"

/* As many lines as there are digits to choose them by. */
#define MAX_LINES 9

/* Replies have a search of their own on their screen: here only the best. */
#define MAX_REPLIES 3

/* One person's orders beyond these are looked up on their page. */
#define MAX_ORDERS_EACH 3

typedef struct {
  char *query;
  ZgTime now;
  gint64 clerk_id;
  GPtrArray *talks;
  gboolean known;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->query);
  g_clear_pointer (&search->talks, g_ptr_array_unref);
  g_free (search);
}

/**
 * zg_talk_free:
 * @talk: (transfer full): a line of the search
 */
void
zg_talk_free (ZgTalk *talk)
{
  g_free (talk->call_name);
  zg_personal_clear (&talk->name);
  zg_personal_clear (&talk->phone);
  g_free (talk->city);
  g_free (talk->number);
  g_free (talk);
}

static gboolean
is_listed (GPtrArray *talks,
           gint64     customer_id,
           gint64     order_id)
{
  for (guint i = 0; i < talks->len; i++)
    {
      const ZgTalk *talk = g_ptr_array_index (talks, i);

      if (talk->customer_id == customer_id && (order_id == 0 || talk->order_id == order_id))
        return TRUE;
    }
  return FALSE;
}

static void
add_line (GPtrArray           *talks,
          const ZgCustomerRow *customer,
          const ZgOrderRow    *order,
          int                  place)
{
  const ZgTalk *last = talks->len > 0 ? g_ptr_array_index (talks, talks->len - 1) : NULL;
  ZgTalk *talk;

  if (talks->len >= MAX_LINES || is_listed (talks, customer->id, order != NULL ? order->id : 0))
    return;

  talk = g_new0 (ZgTalk, 1);
  talk->customer_id = customer->id;
  talk->same_customer = last != NULL && last->customer_id == customer->id;
  talk->place = place;
  talk->call_name = g_strdup (customer->call_name);
  zg_personal_copy (&talk->name, &customer->name);
  zg_personal_copy (&talk->phone, &customer->phone);
  talk->city = g_strdup (customer->city);
  if (order != NULL)
    {
      talk->order_id = order->id;
      talk->number = g_strdup (order->number);
      talk->state = order->state;
    }
  g_ptr_array_add (talks, talk);
}

static ZgCustomerRow *
load_customer (ZgDatabase  *db,
               gint64       id,
               ZgTime       now,
               GError     **error)
{
  g_autoptr (GPtrArray) rows = zg_list_table_customer_rows (db, &id, 1, now, error);

  return rows != NULL && rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : NULL;
}

static guint
add_open_orders (Search              *search,
                 const ZgCustomerRow *customer,
                 GPtrArray           *orders)
{
  guint n_added = 0;

  for (guint i = 0; i < orders->len && n_added < MAX_ORDERS_EACH; i++)
    {
      const ZgOrderRow *order = g_ptr_array_index (orders, i);

      if (order == NULL || order->state > ZG_ORDER_SHIPPED)
        continue;
      add_line (search->talks, customer, order, -1);
      n_added++;
    }

  return n_added;
}

/* One line for each order that one may be talking about: those still open, or else, unless @only_open, the newest. */
static gboolean
add_customer (Search      *search,
              ZgDatabase  *db,
              gint64       customer_id,
              gboolean     only_open,
              GError     **error)
{
  g_autoptr (ZgCustomerRow) customer = load_customer (db, customer_id, search->now, error);
  g_autoptr (GArray) order_ids = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  if (customer == NULL)
    return *error == NULL;
  order_ids = zg_order_table_list_for_customer (db, customer_id, MAX_LINES, error);
  if (order_ids == NULL)
    return FALSE;
  orders = zg_list_table_order_rows (db, (const gint64 *) (void *) order_ids->data, order_ids->len, error);
  if (orders == NULL)
    return FALSE;

  if (add_open_orders (search, customer, orders) == 0 && !only_open)
    add_line (search->talks, customer, orders->len > 0 ? g_ptr_array_index (orders, 0) : NULL, -1);

  return TRUE;
}

/* Whoever has an open order is more likely to be writing now. */
static gboolean
add_customers (Search      *search,
               ZgDatabase  *db,
               GError     **error)
{
  g_autoptr (GArray) ids = zg_find_table_customers (db, search->query, MAX_LINES, error);

  if (ids == NULL)
    return FALSE;
  for (int only_open = 1; only_open >= 0; only_open--)
    for (guint i = 0; i < ids->len && search->talks->len < MAX_LINES; i++)
      if (!add_customer (search, db, g_array_index (ids, gint64, i), only_open, error))
        return FALSE;

  return TRUE;
}

static gboolean
add_order (Search      *search,
           ZgDatabase  *db,
           gint64       order_id,
           GError     **error)
{
  g_autoptr (GPtrArray) orders = zg_list_table_order_rows (db, &order_id, 1, error);
  const ZgOrderRow *order = orders != NULL && orders->len > 0 ? g_ptr_array_index (orders, 0) : NULL;
  g_autoptr (ZgCustomerRow) customer = NULL;

  if (orders == NULL)
    return FALSE;
  if (order == NULL || order->customer_id == 0)
    return TRUE;
  customer = load_customer (db, order->customer_id, search->now, error);
  if (customer != NULL)
    add_line (search->talks, customer, order, -1);

  return customer != NULL || *error == NULL;
}

static gboolean
add_recents (Search      *search,
             ZgDatabase  *db,
             GError     **error)
{
  g_autoptr (GPtrArray) recents = zg_shop_table_load_recents (db, error);

  if (recents == NULL)
    return FALSE;
  for (guint i = 0; i < recents->len; i++)
    {
      const ZgRecent *recent = g_ptr_array_index (recents, i);
      g_autoptr (ZgCustomerRow) customer = load_customer (db, recent->customer_id, search->now, error);
      g_autoptr (GPtrArray) orders = NULL;

      if (customer == NULL)
        continue;
      if (recent->order_id != 0)
        orders = zg_list_table_order_rows (db, &recent->order_id, 1, NULL);
      add_line (search->talks, customer, orders != NULL && orders->len > 0 ? g_ptr_array_index (orders, 0) : NULL,
                recent->place);
    }

  return *error == NULL;
}

static gboolean
add_orders (Search      *search,
            ZgDatabase  *db,
            GError     **error)
{
  g_autoptr (GArray) orders = zg_find_table_orders (db, search->query, MAX_LINES, error);

  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len && search->talks->len < MAX_LINES; i++)
    if (!add_order (search, db, g_array_index (orders, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_replies (Search      *search,
             ZgDatabase  *db,
             GError     **error)
{
  g_autoptr (GPtrArray) replies = zg_reply_search (db, search->query, MAX_REPLIES, search->clerk_id, search->now, error);

  if (replies == NULL)
    return FALSE;
  for (guint i = 0; i < replies->len && search->talks->len < MAX_LINES; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);
      ZgTalk *talk = g_new0 (ZgTalk, 1);

      talk->reply_id = reply->id;
      talk->place = -1;
      talk->call_name = g_strdup (reply->title);
      talk->city = g_strdup (reply->group_name);
      g_ptr_array_add (search->talks, talk);
    }

  return TRUE;
}

static gboolean
run_search (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Search *search = data;

  search->talks = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_talk_free);
  if (*search->query == '\0')
    return add_recents (search, db, error);

  return add_customers (search, db, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && add_orders (search, db, error)
         && add_replies (search, db, error);
}

static gboolean
is_known_account (ZgDatabase *db,
                  const char *text)
{
  const char * const *platforms = zg_platform_list ();

  for (guint i = 0; platforms[i] != NULL; i++)
    {
      gint64 id = 0;

      if (zg_customer_table_find_by_account (db, platforms[i], text, &id, NULL) && id != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known_phone (ZgDatabase *db,
                const char *text)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (text);
  g_autoptr (GArray) ids = NULL;

  if (phone->digits == NULL || phone->kind != ZG_PHONE_MOBILE)
    return FALSE;
  ids = zg_find_table_customers (db, phone->digits, 1, NULL);
  return ids != NULL && ids->len > 0;
}

static gboolean
run_recognise (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Search *search = data;

  search->known = zg_order_table_find_by_number (db, search->query, NULL) != 0
                  || is_known_account (db, search->query)
                  || is_known_phone (db, search->query);

  return TRUE;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Search *search = zg_store_finish (ZG_STORE (object), result, &error);

  if (search == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, search, search_free);
}

static void
start (ZgSession           *session,
       ZgStoreFunc          func,
       const char          *query,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  g_task_set_source_tag (task, start);
  search->query = g_strstrip (g_strdup (query));
  search->now = zg_clock_now (zg_session_get_clock (session));
  search->clerk_id = zg_session_get_clerk_id (session);
  zg_store_read_async (zg_session_get_store (session), func, search, search_free, cancellable, done_cb, task);
}

/**
 * zg_talk_search_async:
 * @query: what was typed; empty lists the last eight customers
 * @cancellable: (nullable): cancelled by the next key
 *
 * Finds whom one could talk to, about which order. At most nine lines, the best first.
 */
void
zg_talk_search_async (ZgSession           *session,
                      const char          *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  start (session, run_search, query, cancellable, callback, user_data);
}

/**
 * zg_talk_search_finish:
 *
 * Returns: (transfer full) (nullable) (element-type ZgTalk): the lines
 */
GPtrArray *
zg_talk_search_finish (ZgSession     *session,
                       GAsyncResult  *result,
                       GError       **error)
{
  Search *search = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *talks;

  if (search == NULL)
    return NULL;
  talks = g_steal_pointer (&search->talks);
  search_free (search);

  return talks;
}

/**
 * zg_talk_recognise_async:
 * @text: what is on the clipboard
 *
 * Asks whether @text is a nick, phone or order number that the shop knows.
 */
void
zg_talk_recognise_async (ZgSession           *session,
                        const char          *text,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  start (session, run_recognise, text, cancellable, callback, user_data);
}

/**
 * zg_talk_recognise_finish:
 *
 * Returns: (transfer full) (nullable): the text, trimmed, where the shop knows it
 */
char *
zg_talk_recognise_finish (ZgSession     *session,
                          GAsyncResult  *result,
                          GError       **error)
{
  Search *search = g_task_propagate_pointer (G_TASK (result), error);
  char *text;

  if (search == NULL)
    return NULL;
  text = search->known ? g_steal_pointer (&search->query) : NULL;
  search_free (search);

  return text;
}

/**
 * zg_talk_find_only_open_order:
 * @customer_id: somebody one begins to talk to
 *
 * Returns: their order that is not received yet, where it is the only one; 0 where there is none, or a choice to make:
 *   two open orders of one person are easily mixed up
 */
gint64
zg_talk_find_only_open_order (ZgSession *session,
                              gint64     customer_id)
{
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (session), NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  gint64 found = 0;

  if (db == NULL || (ids = zg_order_table_list_for_customer (db, customer_id, MAX_LINES, NULL)) == NULL)
    return 0;
  orders = zg_list_table_order_rows (db, (const gint64 *) (void *) ids->data, ids->len, NULL);
  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const ZgOrderRow *order = g_ptr_array_index (orders, i);

      if (order == NULL || order->state > ZG_ORDER_SHIPPED)
        continue;
      if (found != 0)
        return 0;
      found = order->id;
    }

  return found;
}
