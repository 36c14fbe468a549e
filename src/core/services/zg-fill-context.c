/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-fill-context.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-money.h"
#include "zg-order-table.h"

/* What the shop knows for each placeholder, for one customer and one order. */

/**
 * zg_fill_context_free:
 * @context: (transfer full): a context
 */
void
zg_fill_context_free (ZgFillContext *context)
{
  g_clear_pointer (&context->customer, zg_customer_free);
  g_clear_pointer (&context->order, zg_order_free);
  g_clear_pointer (&context->promise, zg_ship_promise_free);
  g_clear_pointer (&context->clerk, zg_staff_free);
  g_clear_pointer (&context->goods, zg_fill_goods_free);
  g_clear_pointer (&context->clock, zg_clock_unref);
  g_free (context->shop_name);
  g_free (context);
}

static gboolean
load_order (ZgDatabase     *db,
            ZgFillContext  *context,
            gint64          order_id,
            GError        **error)
{
  g_autoptr(ZgOrder) nothing = NULL;

  if (order_id == 0)
    {
      nothing = zg_order_new ();
      context->promise = zg_ship_promise_make (db, nothing, context->clock, error);
      return context->promise != NULL;
    }

  context->order = zg_order_table_load (db, order_id, error);
  if (context->order == NULL)
    return FALSE;
  context->promise = zg_ship_promise_make (db, context->order, context->clock, error);
  return context->promise != NULL;
}

/* The clerk @staff_id, else who is on duty. A shop without staff yet has none. */
static gboolean
load_clerk (ZgDatabase     *db,
            ZgFillContext  *context,
            gint64          staff_id,
            GError        **error)
{
  g_autoptr(GPtrArray) staff = zg_shop_table_load_staff (db, error);

  if (staff == NULL)
    return FALSE;

  for (guint i = 0; i < staff->len; i++)
    {
      const ZgStaff *clerk = g_ptr_array_index (staff, i);

      if (clerk->id == staff_id)
        {
          context->clerk = zg_staff_copy (clerk);
          return TRUE;
        }
    }
  context->clerk = zg_shop_table_get_clerk (db, NULL);
  return TRUE;
}

/**
 * zg_fill_context_load:
 * @db: a connection
 * @customer_id: whom texts are for, 0 for nobody: then the order's customer
 * @order_id: what they are about, 0 for nothing
 * @staff_id: who says it, 0 for the clerk on duty
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the context; %NULL with %ZG_DOMAIN_ERROR_REFUSED when the order is another
 *   customer's
 */
ZgFillContext *
zg_fill_context_load (ZgDatabase  *db,
                      gint64       customer_id,
                      gint64       order_id,
                      gint64       staff_id,
                      ZgClock     *clock,
                      GError     **error)
{
  g_autoptr(ZgFillContext) context = g_new0 (ZgFillContext, 1);

  context->clock = zg_clock_ref (clock);
  context->shop_name = zg_shop_table_get_setting (db, ZG_SETTING_SHOP_NAME, "", error);
  if (context->shop_name == NULL
      || !load_order (db, context, order_id, error)
      || !load_clerk (db, context, staff_id, error))
    return NULL;

  if (customer_id == 0 && context->order != NULL)
    customer_id = context->order->customer_id;
  if (context->order != NULL && context->order->customer_id != 0 && context->order->customer_id != customer_id)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("Order %s is another customer's: one buyer's data must never go to another."),
                   context->order->number);
      return NULL;
    }
  if (customer_id != 0)
    {
      context->customer = zg_customer_table_load (db, customer_id, error);
      if (context->customer == NULL)
        return NULL;
    }
  return zg_fill_context_set_product (context, db, 0, error) ? g_steal_pointer (&context) : NULL;
}

/**
 * zg_fill_context_set_product:
 * @context: a context of zg_fill_context_load()
 * @db: a connection
 * @product_id: the product that is talked about, 0 for that of the order
 * @error: return location for an error
 *
 * Returns: whether texts are about that product from now on
 */
gboolean
zg_fill_context_set_product (ZgFillContext  *context,
                             ZgDatabase     *db,
                             gint64          product_id,
                             GError        **error)
{
  const ZgCustomer *customer = context->customer;
  ZgFillGoods *goods = zg_fill_goods_load (db, customer != NULL ? customer->id : 0, customer != NULL ? &customer->size : NULL,
                                           context->order, product_id, zg_clock_now (context->clock), error);

  if (goods == NULL)
    return FALSE;
  zg_fill_goods_free (context->goods);
  context->goods = goods;
  return TRUE;
}

/* Starred text is what the customer sees of it, too; cipher text is nothing to read. */
static char *
speak_personal (const ZgPersonal *personal)
{
  return personal->disclosure >= ZG_DISCLOSURE_MASKED ? g_strdup (personal->text) : NULL;
}

static char *
speak_customer (const ZgFillContext *context,
                ZgPlaceholderId      id)
{
  const ZgCustomer *customer = context->customer;

  if (customer == NULL)
    return NULL;
  /* Nobody is addressed as 林**. */
  if (id == ZG_PLACEHOLDER_CUSTOMER_CALL && customer->call_name != NULL && customer->call_name[0] != '\0')
    return g_strdup (customer->call_name);
  return zg_personal_identifies (&customer->name) ? g_strdup (customer->name.text) : NULL;
}

static char *
speak_date (ZgTime      time,
            int         offset,
            GTimeZone  *zone)
{
  g_autoptr(GDateTime) moment = zg_time_to_date_time (time, zone);
  g_autoptr(GDateTime) shifted = g_date_time_add_days (moment, offset);

  /* Translators: a day in a message to a customer, as for strftime: "September 22" */
  return shifted != NULL ? g_date_time_format (shifted, _("%B %-d")) : NULL;
}

/* What is to pay until it is paid, what was paid from then on. An order that nobody has put a price on yet has none. */
static char *
speak_amount (const ZgOrder *order)
{
  if (order->state != ZG_ORDER_UNPAID && order->paid != 0)
    return zg_money_to_text (order->paid, order->currency);
  if (order->state == ZG_ORDER_UNPAID && order->total == 0)
    return NULL;
  return zg_money_to_text (order->total, order->currency);
}

static char *
speak_order (const ZgFillContext *context,
             ZgPlaceholderId      id,
             int                  offset)
{
  const ZgOrder *order = context->order;

  switch (id)
    {
    case ZG_PLACEHOLDER_ORDER_NUMBER:
      return g_strdup (order->number);
    case ZG_PLACEHOLDER_ORDER_DATE:
      return order->ordered_at != ZG_TIME_NONE
             ? speak_date (order->ordered_at, offset, zg_clock_get_zone (context->clock)) : NULL;
    case ZG_PLACEHOLDER_ORDER_ITEMS:
      return zg_order_items_to_text (order);
    case ZG_PLACEHOLDER_ORDER_COLOUR:
      return zg_order_colours_to_text (order);
    case ZG_PLACEHOLDER_ORDER_SIZE:
      return zg_order_sizes_to_text (order);
    case ZG_PLACEHOLDER_ORDER_AMOUNT:
      return speak_amount (order);
    case ZG_PLACEHOLDER_ORDER_RECIPIENT:
      return speak_personal (&order->recipient);
    case ZG_PLACEHOLDER_ORDER_PHONE:
      return speak_personal (&order->phone);
    case ZG_PLACEHOLDER_ORDER_ADDRESS:
      return order->address != NULL && order->address->disclosure != ZG_DISCLOSURE_CIPHER
             ? zg_address_to_text (order->address) : NULL;
    case ZG_PLACEHOLDER_ORDER_COURIER:
      return g_strdup (order->courier);
    case ZG_PLACEHOLDER_ORDER_TRACKING:
      return g_strdup (order->tracking);
    default:
      return NULL;
    }
}

/* "1 h 40 min" until the house's cut-off; nothing when it has passed or when nobody could make it any more. */
static char *
speak_until_cut_off (const ZgShipPromise *promise)
{
  int minutes = (int) (promise->until_cut_off / ZG_TIME_MINUTE);

  if (minutes <= 0)
    return NULL;
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", minutes / 60), minutes / 60);
  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}

static char *
look_up (const ZgPlaceholder *placeholder,
         int                  offset,
         gpointer             data)
{
  ZgFillContext *context = data;

  switch (placeholder->id)
    {
    case ZG_PLACEHOLDER_CUSTOMER_NAME:
    case ZG_PLACEHOLDER_CUSTOMER_CALL:
      return speak_customer (context, placeholder->id);
    case ZG_PLACEHOLDER_ORDER_SHIP_TIME:
      return g_strdup (context->promise->text);
    case ZG_PLACEHOLDER_ORDER_CUT_OFF:
      return speak_until_cut_off (context->promise);
    case ZG_PLACEHOLDER_SHOP_NAME:
      return g_strdup (context->shop_name);
    case ZG_PLACEHOLDER_CLERK_NAME:
      return context->clerk != NULL ? g_strdup (context->clerk->name) : NULL;
    case ZG_PLACEHOLDER_CLERK_NUMBER:
      return context->clerk != NULL ? g_strdup (context->clerk->number) : NULL;
    case ZG_PLACEHOLDER_TODAY:
      return speak_date (zg_clock_now (context->clock), offset, zg_clock_get_zone (context->clock));
    case ZG_PLACEHOLDER_PRODUCT_NAME:
    case ZG_PLACEHOLDER_PRODUCT_PRICE:
    case ZG_PLACEHOLDER_PRODUCT_POINTS:
    case ZG_PLACEHOLDER_PRODUCT_RECOMMEND:
    case ZG_PLACEHOLDER_PRODUCT_SIZE_ADVICE:
    case ZG_PLACEHOLDER_PRODUCT_CAUTIONS:
    case ZG_PLACEHOLDER_PRODUCT_LINK:
    case ZG_PLACEHOLDER_SHOP_PROMOTION:
      return zg_fill_goods_speak (context->goods, placeholder->id);
    default:
      return context->order != NULL ? speak_order (context, placeholder->id, offset) : NULL;
    }
}

/* Of somebody who does not exist; what is the shop's own is real where there is a shop. */
static char *
look_up_sample (const ZgPlaceholder *placeholder,
                int                  offset,
                gpointer             data)
{
  ZgFillContext *context = data;
  g_autofree char *known = context->shop_name != NULL ? look_up (placeholder, offset, context) : NULL;

  if (known != NULL && *known != '\0')
    return g_steal_pointer (&known);
  if (placeholder->kind == ZG_PLACEHOLDER_DAY)
    return speak_date (zg_clock_now (context->clock), offset, zg_clock_get_zone (context->clock));
  return g_strdup (zg_placeholder_get_example (placeholder));
}

/* Where the conversation is: the order's platform, else that of the customer's first account. */
static const char *
get_platform (const ZgFillContext *context)
{
  if (context->order != NULL)
    return context->order->platform;
  if (context->customer != NULL && context->customer->accounts->len > 0)
    return ((ZgCustomerAccount *) g_ptr_array_index (context->customer->accounts, 0))->platform;
  return NULL;
}

/**
 * zg_fill_context_new_sample:
 * @clock: what time it is
 *
 * For a preview without a customer: every placeholder has the example of the table in zg-placeholder.c, so that nothing
 * of a real customer is in it, and faces are written as WeChat does. Nothing that is filled so may be copied.
 *
 * Returns: (transfer full): the context of an invented customer and order
 */
ZgFillContext *
zg_fill_context_new_sample (ZgClock *clock)
{
  ZgFillContext *context = g_new0 (ZgFillContext, 1);

  context->clock = zg_clock_ref (clock);
  context->is_sample = TRUE;
  return context;
}

/**
 * zg_fill_context_load_sample:
 * @db: a connection
 * @staff_id: who says it, 0 for the clerk on duty
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the same with the name, the clerk and the cut-off of this shop
 */
ZgFillContext *
zg_fill_context_load_sample (ZgDatabase  *db,
                             gint64       staff_id,
                             ZgClock     *clock,
                             GError     **error)
{
  ZgFillContext *context = zg_fill_context_load (db, 0, 0, staff_id, clock, error);

  if (context != NULL)
    context->is_sample = TRUE;
  return context;
}

/**
 * zg_fill_context_fill:
 * @context: a context
 * @body: a reply's wording
 * @answers: (nullable) (element-type utf8 utf8): what the clerk answered, see zg_template_fill()
 *
 * Returns: (transfer full): the text for this customer and this order
 */
ZgFill *
zg_fill_context_fill (ZgFillContext *context,
                      const char    *body,
                      GHashTable    *answers)
{
  if (context->is_sample)
    return zg_template_fill (body, ZG_EMOTICONS_WECHAT, look_up_sample, context, answers);
  return zg_template_fill (body, zg_emoticons_of_platform (get_platform (context)), look_up, context, answers);
}

/**
 * zg_fill_context_fill_known:
 * @context: a context
 * @body: a reply's wording
 * @answers: (nullable) (element-type utf8 utf8): what the clerk answered, see zg_template_fill()
 *
 * Fills as zg_fill_context_fill() does and takes what the order knows for an ask instead of offering it: where nobody is
 * there to accept it, and for a read-back, which is proof-read as a whole.
 *
 * Returns: (transfer full): the text for this customer and this order
 */
ZgFill *
zg_fill_context_fill_known (ZgFillContext *context,
                            const char    *body,
                            GHashTable    *answers)
{
  g_autoptr(ZgFill) fill = zg_fill_context_fill (context, body, answers);
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, answer;

  if (!zg_fill_accept_offers (fill, all))
    return g_steal_pointer (&fill);

  if (answers != NULL)
    {
      g_hash_table_iter_init (&iter, answers);
      while (g_hash_table_iter_next (&iter, &name, &answer))
        g_hash_table_replace (all, g_strdup (name), g_strdup (answer));
    }
  return zg_fill_context_fill (context, body, all);
}
