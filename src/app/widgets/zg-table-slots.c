/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-slots"

#include "config.h"

#include "zg-row-list.h"
#include "zg-table-choice.h"
#include "zg-table-slots.h"

/* Where a row that is out of sight but has the focus is kept, so that no number becomes too large, px. */
#define FAR_AWAY 20000

/*
 * The row widgets of a table view, and which row of the list each shows. A widget that is not needed any more is taken
 * for the next that is; as long as the same rows are in sight, each keeps its widget.
 */

typedef struct {
  ZgTableSlots *slots;
  GtkWidget *widget;
  guint position;               /* GTK_INVALID_LIST_POSITION when it is free */
  gpointer item;                /* of the list; NULL when it is free */
} Slot;

struct _ZgTableSlots
{
  GtkWidget *view;
  ZgTableMakeFunc make;
  ZgTableShowFunc show;
  gpointer data;
  GListModel *model;            /* the view's */
  GPtrArray *all;               /* of Slot */
  guint n_rows;                 /* of the list, when the slots were filled last */
  guint first;                  /* in sight then */
  guint ahead;                  /* what one will see next, while @ahead_idle is there */
  guint n_ahead;
  guint ahead_idle;
};

static void
fill (Slot *slot)
{
  slot->slots->show (slot->widget, slot->item, slot->slots->data);
}

static void
forget_item (Slot *slot)
{
  if (ZG_IS_ROW (slot->item))
    g_signal_handlers_disconnect_by_func (slot->item, fill, slot);
  g_clear_object (&slot->item);
}

/* Between two frames there is time to ask for what the next one shows. */
static gboolean
ahead_cb (gpointer data)
{
  ZgTableSlots *slots = data;

  slots->ahead_idle = 0;
  for (guint i = 0; i < slots->n_ahead; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (slots->model, slots->ahead + i);

      if (ZG_IS_ROW (item))
        zg_row_get_value (ZG_ROW (item));
    }
  return G_SOURCE_REMOVE;
}

static void
look_ahead (ZgTableSlots *slots,
            guint         first,
            guint         end,
            guint         n_rows)
{
  guint page = end - first;

  if (slots->first != first && slots->n_rows == n_rows && page > 0)
    {
      slots->ahead = first > slots->first ? end : first > page ? first - page : 0;
      slots->n_ahead = MIN (page, n_rows - slots->ahead);
      if (slots->ahead_idle == 0)
        slots->ahead_idle = g_idle_add (ahead_cb, slots);
    }
  slots->first = first;
}

static void
let_go (Slot *slot)
{
  forget_item (slot);
  slot->position = GTK_INVALID_LIST_POSITION;
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  let_go (slot);
  gtk_widget_unparent (slot->widget);
  g_free (slot);
}

static Slot *
add_slot (ZgTableSlots *slots)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->slots = slots;
  slot->position = GTK_INVALID_LIST_POSITION;
  slot->widget = slots->make (slots->data);
  gtk_widget_set_parent (slot->widget, slots->view);
  g_ptr_array_add (slots->all, slot);
  return slot;
}

/* Shows the row of the list at @position, which may be another than when the slot had that position before. */
static void
take (Slot  *slot,
      guint  position)
{
  g_autoptr (GObject) item = g_list_model_get_item (slot->slots->model, position);

  if (slot->position != position || slot->slots->n_rows != g_list_model_get_n_items (slot->slots->model))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (slot->widget),
                                    GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) g_list_model_get_n_items (slot->slots->model),
                                    -1);
  slot->position = position;
  if (slot->item == item)
    return;

  forget_item (slot);
  slot->item = g_steal_pointer (&item);
  if (ZG_IS_ROW (slot->item))
    g_signal_connect_swapped (slot->item, "notify::value", G_CALLBACK (fill), slot);
  fill (slot);
}

static void
set_state (Slot          *slot,
           GtkStateFlags  state)
{
  GtkStateFlags before = gtk_widget_get_state_flags (slot->widget) & GTK_STATE_FLAG_SELECTED;

  if (ZG_IS_TABLE_ROW (slot->widget))
    {
      zg_table_row_set_state (ZG_TABLE_ROW (slot->widget), state);
      return;
    }
  if (before == (state & GTK_STATE_FLAG_SELECTED))
    return;
  if (before == 0)
    gtk_widget_set_state_flags (slot->widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (slot->widget, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (slot->widget), GTK_ACCESSIBLE_STATE_SELECTED, before == 0, -1);
}

static Slot *
find (ZgTableSlots *slots,
      guint         position)
{
  for (guint i = 0; i < slots->all->len; i++)
    {
      Slot *slot = g_ptr_array_index (slots->all, i);

      if (slot->position == position)
        return slot;
    }
  return NULL;
}

static void
show_position (ZgTableSlots *slots,
               guint         position,
               guint         hovered)
{
  Slot *slot = find (slots, position);

  if (slot == NULL)
    slot = find (slots, GTK_INVALID_LIST_POSITION);
  if (slot == NULL)
    slot = add_slot (slots);
  take (slot, position);
  set_state (slot, (zg_table_choice_is_shown (ZG_TABLE_VIEW (slots->view), position) ? GTK_STATE_FLAG_SELECTED : 0)
                   | (position == hovered ? GTK_STATE_FLAG_PRELIGHT : 0));
  gtk_widget_set_child_visible (slot->widget, TRUE);
}

/**
 * zg_table_slots_new:
 * @view: (transfer none): the table view, parent of all rows
 * @make: makes a row
 * @show: makes it show something
 * @data: for both
 *
 * Returns: (transfer full): no rows yet
 */
ZgTableSlots *
zg_table_slots_new (GtkWidget       *view,
                    ZgTableMakeFunc  make,
                    ZgTableShowFunc  show,
                    gpointer         data)
{
  ZgTableSlots *slots = g_new0 (ZgTableSlots, 1);

  slots->view = view;
  slots->make = make;
  slots->show = show;
  slots->data = data;
  slots->all = g_ptr_array_new_with_free_func (slot_free);
  return slots;
}

/**
 * zg_table_slots_free:
 * @slots: (transfer full): slots, whose rows are taken out of the view
 */
void
zg_table_slots_free (ZgTableSlots *slots)
{
  g_clear_handle_id (&slots->ahead_idle, g_source_remove);
  g_ptr_array_unref (slots->all);
  g_free (slots);
}

/**
 * zg_table_slots_set_model:
 * @model: (transfer none) (nullable): the list
 */
void
zg_table_slots_set_model (ZgTableSlots *slots,
                          GListModel   *model)
{
  slots->model = model;
  g_clear_handle_id (&slots->ahead_idle, g_source_remove);
  for (guint i = 0; i < slots->all->len; i++)
    let_go (g_ptr_array_index (slots->all, i));
}

/**
 * zg_table_slots_outdate:
 *
 * The list is another: what stands at a position may be another row.
 */
void
zg_table_slots_outdate (ZgTableSlots *slots)
{
  g_clear_handle_id (&slots->ahead_idle, g_source_remove);
  for (guint i = 0; i < slots->all->len; i++)
    forget_item (g_ptr_array_index (slots->all, i));
}

/**
 * zg_table_slots_show:
 * @first: the first position in sight
 * @end: the position behind the last
 * @cursor: one more that keeps its row, or %GTK_INVALID_LIST_POSITION
 * @hovered: which of them is under the pointer, if any
 *
 * Sees to it that there is a row for each of these positions.
 */
void
zg_table_slots_show (ZgTableSlots *slots,
                     guint         first,
                     guint         end,
                     guint         cursor,
                     guint         hovered)
{
  guint n_rows = slots->model != NULL ? g_list_model_get_n_items (slots->model) : 0;

  for (guint i = 0; i < slots->all->len; i++)
    {
      Slot *slot = g_ptr_array_index (slots->all, i);

      if ((slot->position < first || slot->position >= end) && slot->position != cursor)
        let_go (slot);
    }

  for (guint position = first; position < end; position++)
    show_position (slots, position, hovered);
  if (cursor < n_rows && (cursor < first || cursor >= end))
    show_position (slots, cursor, hovered);
  look_ahead (slots, first, end, n_rows);
  slots->n_rows = n_rows;

  for (guint i = 0; i < slots->all->len; i++)
    {
      Slot *slot = g_ptr_array_index (slots->all, i);

      if (slot->position == GTK_INVALID_LIST_POSITION)
        gtk_widget_set_child_visible (slot->widget, FALSE);
    }
}

/**
 * zg_table_slots_allocate:
 * @place: how far the view is scrolled, px
 * @width: of the view
 * @row_height: of each row
 * @redraw: whether the columns are elsewhere than before
 *
 * Puts each row where it belongs.
 */
void
zg_table_slots_allocate (ZgTableSlots *slots,
                         double        place,
                         int           width,
                         int           row_height,
                         gboolean      redraw)
{
  for (guint i = 0; i < slots->all->len; i++)
    {
      Slot *slot = g_ptr_array_index (slots->all, i);
      double y = (double) slot->position * row_height - place;

      if (slot->position == GTK_INVALID_LIST_POSITION)
        continue;
      /* GTK wants to be asked before it allots. */
      gtk_widget_measure (slot->widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (slot->widget,
                                &(GtkAllocation) { 0, (int) CLAMP (y, -FAR_AWAY, FAR_AWAY), width, row_height }, -1);
      if (redraw)
        gtk_widget_queue_draw (slot->widget);
    }
}

/**
 * zg_table_slots_measure:
 * @width: of the view, px
 *
 * Returns: the least height of a row, 0 while there is none
 */
int
zg_table_slots_measure (ZgTableSlots *slots,
                        int           width)
{
  int height = 0;

  if (slots->all->len > 0)
    gtk_widget_measure (((Slot *) g_ptr_array_index (slots->all, 0))->widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL,
                        NULL, NULL);
  return height;
}

/**
 * zg_table_slots_get_row:
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the row that shows it now
 */
GtkWidget *
zg_table_slots_get_row (ZgTableSlots *slots,
                        guint         position)
{
  Slot *slot = find (slots, position);

  return slot != NULL ? slot->widget : NULL;
}
