/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order"

#include "config.h"

#include "zg-order.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * zg_order_new:
 *
 * Returns: (transfer full): an unpaid order in CNY of no shop, without items, address and platform facts
 */
ZgOrder *
zg_order_new (void)
{
  ZgOrder *order = g_new0 (ZgOrder, 1);

  order->platform = g_strdup ("other");
  order->shop = g_strdup ("");
  order->currency = g_strdup ("CNY");
  order->address = zg_address_new ();
  order->items = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_item_free);
  return order;
}

/**
 * zg_order_copy:
 * @order: an order
 *
 * Returns: (transfer full): an order with the same content
 */
ZgOrder *
zg_order_copy (const ZgOrder *order)
{
  ZgOrder *copy = g_new0 (ZgOrder, 1);

  *copy = *order;
  copy->uid = g_strdup (order->uid);
  copy->platform = g_strdup (order->platform);
  copy->shop = g_strdup (order->shop);
  copy->number = g_strdup (order->number);
  copy->currency = g_strdup (order->currency);
  copy->recipient = (ZgPersonal) ZG_PERSONAL_INIT;
  zg_personal_copy (&copy->recipient, &order->recipient);
  copy->phone = (ZgPersonal) ZG_PERSONAL_INIT;
  zg_personal_copy (&copy->phone, &order->phone);
  copy->address = order->address != NULL ? zg_address_copy (order->address) : NULL;
  copy->courier = g_strdup (order->courier);
  copy->tracking = g_strdup (order->tracking);
  copy->buyer_note = g_strdup (order->buyer_note);
  copy->seller_note = g_strdup (order->seller_note);
  copy->buyer_account = g_strdup (order->buyer_account);
  copy->slip_mark = g_strdup (order->slip_mark);
  copy->chase_cause = g_strdup (order->chase_cause);
  copy->facts = order->facts != NULL ? zg_platform_facts_copy (order->facts) : NULL;
  copy->items = g_ptr_array_new_full (order->items->len, (GDestroyNotify) zg_order_item_free);
  for (guint i = 0; i < order->items->len; i++)
    g_ptr_array_add (copy->items, zg_order_item_copy (order->items->pdata[i]));
  return copy;
}

/**
 * zg_order_free:
 * @order: (transfer full) (nullable): an order
 */
void
zg_order_free (ZgOrder *order)
{
  if (order == NULL)
    return;

  g_free (order->uid);
  g_free (order->platform);
  g_free (order->shop);
  g_free (order->number);
  g_free (order->currency);
  zg_personal_clear (&order->recipient);
  zg_personal_clear (&order->phone);
  g_clear_pointer (&order->address, zg_address_free);
  g_free (order->courier);
  g_free (order->tracking);
  g_free (order->buyer_note);
  g_free (order->seller_note);
  g_free (order->buyer_account);
  g_free (order->slip_mark);
  g_free (order->chase_cause);
  g_clear_pointer (&order->facts, zg_platform_facts_free);
  g_clear_pointer (&order->items, g_ptr_array_unref);
  g_free (order);
}

/**
 * zg_order_item_new:
 *
 * Returns: (transfer full): one piece of nothing
 */
ZgOrderItem *
zg_order_item_new (void)
{
  ZgOrderItem *item = g_new0 (ZgOrderItem, 1);

  item->quantity = 1;
  return item;
}

/**
 * zg_order_item_copy:
 * @item: a line of an order
 *
 * Returns: (transfer full): a line with the same content
 */
ZgOrderItem *
zg_order_item_copy (const ZgOrderItem *item)
{
  ZgOrderItem *copy = g_memdup2 (item, sizeof *item);

  copy->line_number = g_strdup (item->line_number);
  copy->title = g_strdup (item->title);
  copy->properties = g_strdup (item->properties);
  copy->colour = g_strdup (item->colour);
  copy->size = g_strdup (item->size);
  copy->sku = g_strdup (item->sku);
  return copy;
}

/**
 * zg_order_item_free:
 * @item: (transfer full) (nullable): a line of an order
 */
void
zg_order_item_free (ZgOrderItem *item)
{
  if (item == NULL)
    return;

  g_free (item->line_number);
  g_free (item->title);
  g_free (item->properties);
  g_free (item->colour);
  g_free (item->size);
  g_free (item->sku);
  g_free (item);
}

/**
 * zg_platform_facts_new:
 *
 * Returns: (transfer full): facts that say nothing
 */
ZgPlatformFacts *
zg_platform_facts_new (void)
{
  ZgPlatformFacts *facts = g_new0 (ZgPlatformFacts, 1);

  facts->state = ZG_ORDER_STATE_UNKNOWN;
  return facts;
}

/**
 * zg_platform_facts_copy:
 * @facts: facts
 *
 * Returns: (transfer full): facts with the same content
 */
ZgPlatformFacts *
zg_platform_facts_copy (const ZgPlatformFacts *facts)
{
  ZgPlatformFacts *copy = g_memdup2 (facts, sizeof *facts);

  copy->state_text = g_strdup (facts->state_text);
  copy->refund_state = g_strdup (facts->refund_state);
  copy->close_reason = g_strdup (facts->close_reason);
  copy->marks = g_strdup (facts->marks);
  return copy;
}

/**
 * zg_platform_facts_free:
 * @facts: (transfer full) (nullable): facts
 */
void
zg_platform_facts_free (ZgPlatformFacts *facts)
{
  if (facts == NULL)
    return;

  g_free (facts->state_text);
  g_free (facts->refund_state);
  g_free (facts->close_reason);
  g_free (facts->marks);
  g_free (facts);
}

static const char * const colour_keys[] = { "颜色分类", "颜色", "主要颜色", "顏色", "color", "colour", NULL };
static const char * const size_keys[] = { "尺码", "尺寸", "规格", "鞋码", "尺碼", "規格", "size", NULL };

static gboolean
is_key (const char         *key,
        const char * const *keys)
{
  for (int i = 0; keys[i] != NULL; i++)
    if (g_ascii_strcasecmp (keys[i], key) == 0)
      return TRUE;

  return FALSE;
}

/* Cuts @text at the first of two separators: the ASCII one and its full-width twin. Returns what follows, or NULL. */
static char *
cut_at (char       *text,
        char        ascii,
        const char *wide)
{
  char *narrow_at = strchr (text, ascii);
  char *wide_at = strstr (text, wide);
  gboolean is_wide = wide_at != NULL && (narrow_at == NULL || wide_at < narrow_at);
  char *at = is_wide ? wide_at : narrow_at;

  if (at == NULL)
    return NULL;

  *at = '\0';
  return at + (is_wide ? strlen (wide) : 1);
}

/**
 * zg_order_item_parse_properties:
 * @item: a line of an order
 *
 * Takes colour and size out of the properties that the platform wrote, `颜色分类：20厘米锅;尺码：L`, with colons and
 * semicolons of either width. What the properties do not say stays as it is.
 */
void
zg_order_item_parse_properties (ZgOrderItem *item)
{
  g_autofree char *properties = g_strdup (item->properties != NULL ? item->properties : "");
  char *property = properties;

  while (property != NULL)
    {
      char *next = cut_at (property, ';', "；");
      char *value = cut_at (property, ':', "：");

      if (value != NULL)
        {
          const char *key = g_strstrip (property);
          char **field = is_key (key, colour_keys) ? &item->colour : is_key (key, size_keys) ? &item->size : NULL;

          value = g_strstrip (value);
          if (field != NULL && *value != '\0')
            {
              g_free (*field);
              *field = g_strdup (value);
            }
        }
      property = next;
    }
}

static void
append_word (GString    *text,
             const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

/* 云朵针织开衫 黑色 L */
static GString *
describe_item (const ZgOrderItem *item)
{
  GString *text = g_string_new (NULL);

  append_word (text, item->title);
  append_word (text, item->colour);
  append_word (text, item->size);
  return text;
}

/**
 * zg_order_items_to_text:
 * @order: an order
 *
 * All goods for a message: `云朵针织开衫 黑色 L ×1，帆布托特包 米白 ×1`.
 *
 * Returns: (transfer full): the text; empty without items
 */
char *
zg_order_items_to_text (const ZgOrder *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = order->items->pdata[i];
      g_autofree char *description = g_string_free (describe_item (item), FALSE);

      /* Goes to a customer, so it follows the shop's language and not the desk's. */
      const char *comma = g_str_is_ascii (description) ? ", " : "，";

      g_string_append_printf (text, "%s%s%s×%" G_GINT64_FORMAT, i > 0 ? comma : "", description,
                              *description != '\0' ? " " : "", item->quantity);
    }

  return g_string_free (text, FALSE);
}

/**
 * zg_order_items_to_summary:
 * @order: an order
 *
 * The goods for one line of a list: the first item, and how many pieces the order has when there are more.
 *
 * Returns: (transfer full): the text; empty without items
 */
char *
zg_order_items_to_summary (const ZgOrder *order)
{
  g_autofree char *first = NULL;
  gint64 quantity = zg_order_get_quantity (order);

  if (order->items->len == 0)
    return g_strdup ("");

  first = g_string_free (describe_item (order->items->pdata[0]), FALSE);
  if (order->items->len == 1 && quantity == 1)
    return g_steal_pointer (&first);
  if (order->items->len == 1)
    return g_strdup_printf ("%s ×%" G_GINT64_FORMAT, first, quantity);

  /* TRANSLATORS: the first of several goods, and how many pieces there are in all: 云朵针织开衫 等 2 件 */
  return g_strdup_printf (ngettext ("%s and more, %ld piece", "%s and more, %ld pieces", (gulong) quantity),
                          first, (glong) quantity);
}

/* 黑色 · 米白; an item that has none among others that have shows as a dash, so that no place gets lost. */
static char *
join_options (const ZgOrder *order,
              goffset        field)
{
  GString *text = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < order->items->len; i++)
    {
      const char *option = G_STRUCT_MEMBER (const char *, order->items->pdata[i], field);
      gboolean has_option = option != NULL && *option != '\0';

      any |= has_option;
      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", has_option ? option : "—");
    }
  if (!any)
    g_string_truncate (text, 0);

  return g_string_free (text, FALSE);
}

/**
 * zg_order_colours_to_text:
 * @order: an order
 *
 * Returns: (transfer full): the colours in the order of the items, `黑色 · 米白`; empty when no item has one
 */
char *
zg_order_colours_to_text (const ZgOrder *order)
{
  return join_options (order, G_STRUCT_OFFSET (ZgOrderItem, colour));
}

/**
 * zg_order_sizes_to_text:
 * @order: an order
 *
 * Returns: (transfer full): the sizes in the order of the items, `L · 均码`; empty when no item has one
 */
char *
zg_order_sizes_to_text (const ZgOrder *order)
{
  return join_options (order, G_STRUCT_OFFSET (ZgOrderItem, size));
}

/**
 * zg_order_get_quantity:
 * @order: an order
 *
 * Returns: how many pieces it has
 */
gint64
zg_order_get_quantity (const ZgOrder *order)
{
  gint64 quantity = 0;

  for (guint i = 0; i < order->items->len; i++)
    quantity += ((const ZgOrderItem *) order->items->pdata[i])->quantity;

  return quantity;
}

/**
 * zg_order_number_tail:
 * @number: (nullable): an order number
 *
 * The end by which people tell open orders apart.
 *
 * Returns: (transfer full): `…579`; a number of up to three characters as it is
 */
char *
zg_order_number_tail (const char *number)
{
  glong length;

  if (number == NULL)
    return g_strdup ("");

  length = g_utf8_strlen (number, -1);
  if (length <= 3)
    return g_strdup (number);

  return g_strconcat ("…", g_utf8_offset_to_pointer (number, length - 3), NULL);
}

/**
 * zg_order_derive_holds:
 * @order: an order of which what was agreed or paid has changed
 *
 * A pre-sale waits for its balance, and no longer. Other holds have other sources and stay.
 */
void
zg_order_derive_holds (ZgOrder *order)
{
  if (!order->presale)
    return;
  if (order->paid < order->total)
    order->holds |= ZG_HOLD_PRESALE;
  else
    order->holds &= ~ZG_HOLD_PRESALE;
}

/**
 * zg_order_platform_differs:
 * @order: an order
 *
 * Packed is a step that no platform knows, and what is received or closed here is over.
 *
 * Returns: whether the platform last said that the order stands elsewhere than at the desk
 */
gboolean
zg_order_platform_differs (const ZgOrder *order)
{
  const ZgPlatformFacts *facts = order->facts;

  return facts != NULL && facts->evidence_at != ZG_TIME_NONE && facts->state != ZG_ORDER_STATE_UNKNOWN
         && order->state <= ZG_ORDER_SHIPPED && facts->state != order->state
         && !(order->state == ZG_ORDER_PACKED && facts->state == ZG_ORDER_PAID);
}
