/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-stock.h"

#include <glib/gi18n.h>

#include "zg-product-table.h"
#include "zg-shipment-table.h"

/*
 * Stock that is counted. What leaves the desk is taken off it, and put back when the shipment is taken back, both in the
 * transaction that writes the shipment. What a platform says was shipped elsewhere changes nothing: those pieces were never
 * counted here. A stock does not fall below zero: whoever ships two of one had two, so two come back.
 */

/* One line of an order with the stock it draws from. */
typedef struct {
  const ZgOrderItem *item;
  ZgProduct *product;
  const ZgVariant *variant;     /* NULL where the whole product is counted */
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->product, zg_product_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Looks up what a line is; without a product when it is none, or one in the bin. */
static gboolean
find_line (ZgDatabase         *db,
           const ZgOrderItem  *item,
           Line               *line,
           GError            **error)
{
  gint64 id;

  *line = (Line) { .item = item };
  if (!zg_product_table_find_for_item (db, item, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  line->product = zg_product_table_load (db, id, error);
  if (line->product == NULL)
    return FALSE;
  if (line->product->deleted_at != ZG_TIME_NONE)
    {
      line_clear (line);
      return TRUE;
    }
  line->variant = zg_product_find_variant (line->product, item->sku, item->colour, item->size);
  if (line->variant != NULL && line->variant->stock == ZG_PRODUCT_NONE)
    line->variant = NULL;
  return TRUE;
}

static gboolean
is_same_stock (const Line *a,
               const Line *b)
{
  if (a->product == NULL || b->product == NULL || a->product->id != b->product->id)
    return FALSE;
  return (a->variant != NULL ? a->variant->id : 0) == (b->variant != NULL ? b->variant->id : 0);
}

static gint64
get_left (GArray *left,
          gint64  item_id)
{
  for (guint i = 0; i < left->len; i++)
    if (g_array_index (left, ZgShipPiece, i).item_id == item_id)
      return g_array_index (left, ZgShipPiece, i).quantity;
  return 0;
}

static char *
describe_short (const Line *line,
                gint64      needed,
                gint64      stock)
{
  g_autoptr(GString) name = g_string_new (zg_product_get_name (line->product));
  const char *parts[] = { line->variant != NULL ? line->variant->colour : "", line->variant != NULL ? line->variant->size : "" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (name, " %s", parts[i]);

  /* TRANSLATORS: of goods on stock: the first %s is a product; the first %d is how many an order needs, the second how many
   * there are */
  return g_strdup_printf (_("%s: needs %d, has %d"), name->str, (int) needed, (int) stock);
}

/* What the lines say together; several of the same stock are added up. */
static void
judge (GArray        *lines,
       GArray        *left,
       ZgStockState  *state,
       char         **note_out)
{
  g_autoptr(GString) note = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gint64 stock, needed = 0;
      gboolean is_first = TRUE;

      if (line->product == NULL)
        continue;
      stock = zg_product_get_stock_of (line->product, line->variant);
      if (stock == ZG_PRODUCT_NONE)
        {
          *state = MAX (*state, ZG_STOCK_NOT_COUNTED);
          continue;
        }
      *state = MAX (*state, ZG_STOCK_ENOUGH);
      for (guint k = 0; k < lines->len; k++)
        if (is_same_stock (line, &g_array_index (lines, Line, k)))
          {
            is_first &= k >= i;
            needed += get_left (left, g_array_index (lines, Line, k).item->id);
          }
      if (is_first && needed > stock)
        {
          g_autofree char *part = describe_short (line, needed, stock);

          g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", part);
          *state = ZG_STOCK_SHORT;
        }
    }
  if (*state == ZG_STOCK_SHORT)
    *note_out = g_string_free (g_steal_pointer (&note), FALSE);
  else if (*state == ZG_STOCK_NOT_COUNTED)
    *note_out = g_strdup (_("Not counted"));
}

/**
 * zg_product_stock_check:
 * @db: a connection
 * @order: an order
 * @state_out: (out): whether there is enough of its goods, as far as they have not left
 * @note_out: (out) (transfer full) (nullable): what there is too little of, or that nobody counts it
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_stock_check (ZgDatabase     *db,
                        const ZgOrder  *order,
                        ZgStockState   *state_out,
                        char          **note_out,
                        GError        **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr(GPtrArray) shipments = NULL;
  g_autoptr(GArray) left = NULL;
  gboolean is_used;

  *state_out = ZG_STOCK_UNKNOWN;
  *note_out = NULL;
  if (!zg_product_table_is_used (db, &is_used, error))
    return FALSE;
  if (!is_used || order->state >= ZG_ORDER_SHIPPED)
    return TRUE;
  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  shipments = zg_shipment_table_list (db, order->id, error);
  if (shipments == NULL)
    return FALSE;
  left = zg_shipment_count_left (order, shipments);
  for (guint i = 0; i < order->items->len; i++)
    {
      Line line;

      if (!find_line (db, g_ptr_array_index (order->items, i), &line, error))
        return FALSE;
      g_array_append_val (lines, line);
    }
  judge (lines, left, state_out, note_out);
  return TRUE;
}

static const ZgOrderItem *
find_item (const ZgOrder *order,
           gint64         item_id)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      if (item->id == item_id)
        return item;
    }
  return NULL;
}

static gboolean
move_pieces (ZgDatabase     *db,
             const ZgOrder  *order,
             GArray         *pieces,
             int             sign,
             GError        **error)
{
  gboolean is_used;

  if (!zg_product_table_is_used (db, &is_used, error))
    return FALSE;
  for (guint i = 0; is_used && i < pieces->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (pieces, ZgShipPiece, i);
      const ZgOrderItem *item = find_item (order, piece->item_id);
      g_auto(Line) line = { 0 };

      if (item == NULL)
        continue;
      if (!find_line (db, item, &line, error))
        return FALSE;
      if (line.product == NULL || zg_product_get_stock_of (line.product, line.variant) == ZG_PRODUCT_NONE)
        continue;
      if (!zg_product_table_move_stock (db, line.product->id, line.variant != NULL ? line.variant->id : 0,
                                        sign * piece->quantity, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_product_stock_take:
 * @db: a writing connection in a transaction
 * @order: an order, with its lines
 * @pieces: (element-type ZgShipPiece): what leaves
 * @error: return location for an error
 *
 * Returns: whether the pieces are off the stock, where it is counted
 */
gboolean
zg_product_stock_take (ZgDatabase     *db,
                       const ZgOrder  *order,
                       GArray         *pieces,
                       GError        **error)
{
  return move_pieces (db, order, pieces, -1, error);
}

/**
 * zg_product_stock_give_back:
 * @db: a writing connection in a transaction
 * @order: an order, with its lines
 * @pieces: (element-type ZgShipPiece): what was said to have left and has not
 * @error: return location for an error
 *
 * Returns: whether the pieces are on the stock again
 */
gboolean
zg_product_stock_give_back (ZgDatabase     *db,
                            const ZgOrder  *order,
                            GArray         *pieces,
                            GError        **error)
{
  return move_pieces (db, order, pieces, 1, error);
}
