/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-orders.h"

#include <string.h>

#include "zg-money.h"

/* What is ordered in the demo shop, by the script and by the dice. What becomes of it is in zg-demo-life.c. */

/**
 * zg_demo_order_free:
 * @self: (transfer full): an order of the demo
 */
void
zg_demo_order_free (ZgDemoOrder *self)
{
  zg_order_free (self->order);
  g_free (self);
}

/**
 * zg_demo_order_compare:
 * @a: (type ZgDemoOrder): pointer to an order
 * @b: (type ZgDemoOrder): pointer to another
 *
 * Returns: which was ordered first, for g_ptr_array_sort()
 */
int
zg_demo_order_compare (gconstpointer a,
                       gconstpointer b)
{
  const ZgOrder *first = (*(const ZgDemoOrder * const *) a)->order;
  const ZgOrder *second = (*(const ZgDemoOrder * const *) b)->order;

  if (first->ordered_at != second->ordered_at)
    return first->ordered_at < second->ordered_at ? -1 : 1;
  return strcmp (first->number, second->number);
}

static gint64
to_minor (const ZgOrder *order,
          gint64         major)
{
  for (int i = zg_money_decimals (order->currency); i > 0; i--)
    major *= 10;
  return major;
}

/* Whom it goes to: the customer's first address. */
static void
set_recipient (ZgOrder          *order,
               const ZgCustomer *customer)
{
  const ZgCustomerAddress *address = customer->addresses->len > 0 ? customer->addresses->pdata[0] : NULL;

  order->customer_id = customer->id;
  zg_personal_copy (&order->recipient, &customer->name);
  if (address == NULL)
    return;
  zg_personal_copy (&order->phone, &address->phone);
  g_clear_pointer (&order->address, zg_address_free);
  order->address = zg_address_copy (address->address);
}

static ZgDemoOrder *
start_order (ZgDemoBook       *book,
             const ZgCustomer *customer,
             const char       *platform,
             const char       *number,
             ZgTime            at)
{
  ZgDemoOrder *self = g_new0 (ZgDemoOrder, 1);
  g_autoptr(GDateTime) date = zg_time_to_date_time (at, zg_clock_get_zone (book->clock));
  const ZgCustomerAccount *account = customer->accounts->len > 0 ? customer->accounts->pdata[0] : NULL;
  ZgOrder *order = zg_order_new ();

  if (platform == NULL)
    platform = account != NULL ? account->platform : "other";
  zg_demo_set_text (&order->platform, platform);
  zg_demo_set_text (&order->shop, zg_demo_text (book->root, "shop"));
  zg_demo_set_text (&order->currency, zg_demo_text (book->root, "currency"));
  g_free (order->number);
  order->number = g_strdup_printf ("%04d%02d%02d%s", g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date), number);
  order->state = ZG_ORDER_UNPAID;
  order->ordered_at = at;
  if (account != NULL && g_strcmp0 (account->platform, platform) == 0)
    zg_demo_set_text (&order->buyer_account, account->account.text);
  set_recipient (order, customer);
  self->order = order;
  return self;
}

/* When it leaves and arrives, as far as it did: never later than now. */
static void
plan_journey (ZgDemoBook  *book,
              ZgDemoOrder *self)
{
  ZgTime at = self->order->ordered_at;
  ZgTime latest = book->now - 20 * ZG_TIME_MINUTE;

  if (self->state == ZG_ORDER_CLOSED)
    return;
  if (self->state >= ZG_ORDER_SHIPPED && self->shipped_at == ZG_TIME_NONE)
    self->shipped_at = MIN (zg_demo_book_time_on_day (book, at, 1, 15, zg_demo_book_roll (book, 0, 59)), latest);
  if (self->state >= ZG_ORDER_RECEIVED && self->received_at == ZG_TIME_NONE)
    {
      ZgTime arrival = zg_demo_book_time_on_day (book, self->shipped_at, zg_demo_book_roll (book, 2, 4),
                                                 zg_demo_book_roll (book, 9, 19), zg_demo_book_roll (book, 0, 59));

      self->received_at = MIN (arrival, latest + 5 * ZG_TIME_MINUTE);
    }
}

/* A platform's own words for where an order stands. Orders from chats have none. */
static void
add_facts (ZgDemoBook  *book,
           ZgDemoOrder *self)
{
  JsonObject *texts = json_object_get_object_member (book->root, "state_texts");
  ZgOrderState state = self->state == ZG_ORDER_PACKED ? ZG_ORDER_PAID : self->state;
  ZgOrder *order = self->order;

  if (strcmp (order->platform, "wechat") == 0 || strcmp (order->platform, "line") == 0
      || strcmp (order->platform, "whatsapp") == 0)
    return;

  order->facts = zg_platform_facts_new ();
  order->facts->evidence_at = MAX (order->ordered_at, book->now - 2 * ZG_TIME_HOUR);
  order->facts->state = state;
  zg_demo_set_text (&order->facts->state_text, zg_demo_text (texts, zg_order_state_to_word (state)));
  if (state == ZG_ORDER_CLOSED)
    zg_demo_set_text (&order->facts->close_reason, zg_demo_book_pick (book, "close_reasons"));
}

static JsonObject *
find_product (ZgDemoBook *book,
              const char *title)
{
  JsonArray *products = zg_demo_book_get_list (book, "products");

  for (guint i = 0; i < json_array_get_length (products); i++)
    {
      JsonObject *product = json_array_get_object_element (products, i);

      if (strcmp (zg_demo_text (product, "title"), title) == 0)
        return product;
    }
  return NULL;
}

static void
add_item (ZgOrder    *order,
          const char *title,
          const char *colour,
          const char *size,
          gint64      quantity,
          gint64      price)
{
  ZgOrderItem *item = zg_order_item_new ();

  zg_demo_set_text (&item->title, title);
  zg_demo_set_text (&item->colour, colour);
  zg_demo_set_text (&item->size, size);
  item->quantity = quantity;
  item->price = to_minor (order, price);
  order->goods += item->price * quantity;
  g_ptr_array_add (order->items, item);
}

/* ["云朵针织开衫", "黑色", "L", 2, 150]: quantity and price may be left out. */
static void
read_item (ZgDemoBook *book,
           ZgOrder    *order,
           JsonArray  *line)
{
  const char *title = json_array_get_string_element (line, 0);
  JsonObject *product = find_product (book, title);
  guint length = json_array_get_length (line);

  add_item (order, title, json_array_get_string_element (line, 1), json_array_get_string_element (line, 2),
            length > 3 ? json_array_get_int_element (line, 3) : 1,
            length > 4 ? json_array_get_int_element (line, 4) : zg_demo_number (product, "price", 0));
}

static void
settle_amount (ZgOrder *order,
               gint64   discount,
               gint64   postage)
{
  order->postage = to_minor (order, postage);
  order->total = order->goods - to_minor (order, discount) + order->postage;
}

static char *
invent_tracking (ZgDemoBook *book)
{
  return g_strdup_printf ("DEMO%04d%06d", zg_demo_book_roll (book, 1000, 9999), zg_demo_book_roll (book, 0, 999999));
}

static void
read_times (ZgDemoBook  *book,
            ZgDemoOrder *self,
            JsonObject  *script)
{
  const char *shipped = zg_demo_text (script, "shipped");
  const char *received = zg_demo_text (script, "received");

  if (shipped != NULL)
    self->shipped_at = zg_demo_book_read_time (book, shipped);
  if (received != NULL)
    self->received_at = zg_demo_book_read_time (book, received);
  plan_journey (book, self);
}

/**
 * zg_demo_order_read:
 * @book: a book
 * @customer: a customer who is in the shop
 * @script: an order of the script
 *
 * Returns: (transfer full): the order
 */
ZgDemoOrder *
zg_demo_order_read (ZgDemoBook       *book,
                    const ZgCustomer *customer,
                    JsonObject       *script)
{
  JsonArray *items = json_object_get_array_member (script, "items");
  const char *detail = zg_demo_text (script, "detail");
  ZgTime at = zg_demo_book_read_time (book, zg_demo_text (script, "at"));
  ZgDemoOrder *self = start_order (book, customer, zg_demo_text (script, "platform"),
                                   zg_demo_text (script, "number"), at);
  ZgOrder *order = self->order;

  self->script = script;
  if (!zg_order_state_from_word (zg_demo_text (script, "state"), &self->state))
    g_critical ("The demo has an order of no state: %s", order->number);
  for (guint i = 0; i < json_array_get_length (items); i++)
    read_item (book, order, json_array_get_array_element (items, i));
  settle_amount (order, zg_demo_number (script, "discount", 0), zg_demo_number (script, "postage", 0));
  order->flag = (int) zg_demo_number (script, "flag", 0);
  zg_demo_set_text (&order->courier, zg_demo_text (script, "courier"));
  zg_demo_set_text (&order->buyer_note, zg_demo_text (script, "buyer_note"));
  zg_demo_set_text (&order->seller_note, zg_demo_text (script, "seller_note"));
  if (detail != NULL)
    zg_demo_set_text (&order->address->detail, detail);
  if (self->state >= ZG_ORDER_SHIPPED && self->state != ZG_ORDER_CLOSED)
    order->tracking = invent_tracking (book);
  read_times (book, self, script);
  add_facts (book, self);
  return self;
}

/* An order's age tells where it stands; what is open today is in the script. */
static ZgOrderState
invent_state (ZgDemoBook *book,
              ZgTime      at)
{
  int days = (int) ((book->now - at) / ZG_TIME_DAY);

  if (zg_demo_book_chance (book, 7))
    return ZG_ORDER_CLOSED;
  if (days < 5)
    return ZG_ORDER_SHIPPED;
  if (days < 14)
    return ZG_ORDER_RECEIVED;
  return ZG_ORDER_COMPLETED;
}

static const char *
pick_of (ZgDemoBook *book,
         JsonObject *product,
         const char *member)
{
  guint length = zg_demo_length (product, member);

  if (length == 0)
    return "";
  return json_array_get_string_element (json_object_get_array_member (product, member),
                                        (guint) zg_demo_book_roll (book, 0, (int) length - 1));
}

static void
invent_items (ZgDemoBook *book,
              ZgOrder    *order)
{
  JsonArray *products = zg_demo_book_get_list (book, "products");
  int n_products = (int) json_array_get_length (products);
  int first = zg_demo_book_roll (book, 0, n_products - 1);
  int n_items = zg_demo_book_chance (book, 30) ? 2 : 1;

  for (int i = 0; i < n_items; i++)
    {
      JsonObject *product = json_array_get_object_element (products, (guint) ((first + i * 5) % n_products));

      add_item (order, zg_demo_text (product, "title"), pick_of (book, product, "colours"),
                pick_of (book, product, "sizes"), zg_demo_book_chance (book, 12) ? 2 : 1,
                zg_demo_number (product, "price", 0));
    }
}

/**
 * zg_demo_order_invent:
 * @book: a book
 * @customer: a customer who is in the shop
 * @at: when it was ordered
 * @index: which of the invented it is
 *
 * Returns: (transfer full): an order that is in no script
 */
ZgDemoOrder *
zg_demo_order_invent (ZgDemoBook       *book,
                      const ZgCustomer *customer,
                      ZgTime            at,
                      int               index)
{
  g_autofree char *number = g_strdup_printf ("%d", 1000000 + index * 97);
  ZgDemoOrder *self = start_order (book, customer, NULL, number, at);
  ZgOrder *order = self->order;

  self->state = invent_state (book, at);
  invent_items (book, order);
  settle_amount (order, zg_demo_book_chance (book, 25) ? 5 : 0, 0);
  if (self->state != ZG_ORDER_CLOSED)
    {
      zg_demo_set_text (&order->courier, zg_demo_book_pick (book, "couriers"));
      order->tracking = invent_tracking (book);
    }
  plan_journey (book, self);
  add_facts (book, self);
  return self;
}
