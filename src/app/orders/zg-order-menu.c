/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-menu"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-flag.h"
#include "zg-order-gate.h"
#include "zg-order-menu.h"
#include "zg-order-state-table.h"

/* The step that could be taken back: the last one, if the desk made it. */
static const ZgOrderMove *
get_last_move (GPtrArray *history)
{
  for (guint i = history->len; i > 0; i--)
    {
      const ZgOrderMove *move = g_ptr_array_index (history, i - 1);

      if (!move->undone)
        return move->actor == ZG_ACTOR_DESK ? move : NULL;
    }
  return NULL;
}

/**
 * zg_order_menu_new:
 * @order: an order
 * @history: (element-type ZgOrderMove): what was done with it
 *
 * Returns: (transfer full): what else can be done with it: other steps than the next, taking one back, editing
 */
GMenuModel *
zg_order_menu_new (const ZgOrder *order,
                   GPtrArray     *history)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  const ZgOrderMove *last = get_last_move (history);

  for (int to = 0; to < ZG_N_ORDER_STATES; to++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (to == (int) zg_order_gate_next (order) || !zg_order_gate_offers (order, to))
        continue;
      item = g_menu_item_new (zg_order_state_next_label (to), NULL);
      g_menu_item_set_action_and_target (item, "order.move", "s", zg_order_state_to_word (to));
      g_menu_append_item (steps, item);
    }
  if (last != NULL)
    {
      /* TRANSLATORS: %s is a step that was taken, "Shipped" */
      g_autofree char *label = g_strdup_printf (_("Undo “%s”"), zg_order_state_to_label (last->to));

      g_menu_append (steps, label, "order.undo-move");
    }
  g_menu_append (rest, _("_Edit"), "screen.edit");
  g_menu_append (rest, _("Order _once more…"), "orders.repeat");
  g_menu_append (paper, _("_Print packing slip…"), "order.print-slip");
  g_menu_append (paper, _("Print order _sheet…"), "order.print-sheet");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  return G_MENU_MODEL (menu);
}

/**
 * zg_order_menu_new_flags:
 *
 * Returns: (transfer full): the flags to choose from
 */
GMenuModel *
zg_order_menu_new_flags (void)
{
  GMenu *menu = g_menu_new ();

  for (int flag = 0; flag < ZG_N_ORDER_FLAGS; flag++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (zg_order_flag_to_label (flag), NULL);

      g_menu_item_set_action_and_target (item, "order.flag", "i", flag);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
