/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-choice"

#include "config.h"

#include "zg-row-list.h"
#include "zg-table-choice.h"
#include "zg-table-view-private.h"

/*
 * Several rows of a table chosen at once, for what is done with all of them: Ctrl and Shift as everywhere, Space for the row
 * with the focus, a long touch. While some are, those are what looks chosen, and arrow keys do not lose them. They are known
 * by their ids, so that they stay chosen in another order.
 */

static gint64
get_id (ZgTableView *view,
        guint        position)
{
  return zg_row_list_get_id (ZG_ROW_LIST (view->model), position);
}

static gboolean
can_choose (ZgTableView *view,
            guint        position)
{
  return view->choice != NULL && ZG_IS_ROW_LIST (view->model) && position < zg_table_view_get_n_rows (view);
}

static void
changed (ZgTableView *view)
{
  zg_table_view_update_slots (view);
  g_signal_emit_by_name (view, "choice-changed");
}

/**
 * zg_table_choice_allow:
 * @view: a view whose list is a #ZgRowList
 *
 * Lets people choose several rows.
 */
void
zg_table_choice_allow (ZgTableView *view)
{
  g_return_if_fail (view->choice == NULL);

  view->choice = zg_id_set_new ();
  view->anchor = view->extent = GTK_INVALID_LIST_POSITION;
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

/**
 * zg_table_choice_is_shown:
 * @position: a row
 *
 * Returns: whether it is to look chosen: as one of several, or else as the one
 */
gboolean
zg_table_choice_is_shown (ZgTableView *view,
                          guint        position)
{
  if (zg_table_choice_get_size (view) > 0)
    return zg_id_set_has (view->choice, get_id (view, position));
  return position == view->selected;
}

/**
 * zg_table_choice_begin:
 * @position: the row that a key or the pointer went to, or %GTK_INVALID_LIST_POSITION
 *
 * What is chosen with Shift begins here.
 */
void
zg_table_choice_begin (ZgTableView *view,
                       guint        position)
{
  view->anchor = view->extent = position;
}

/**
 * zg_table_choice_toggle:
 * @position: a row
 *
 * Adds it to those that are chosen, or takes it away. The row that was gone to before is the first of them.
 */
void
zg_table_choice_toggle (ZgTableView *view,
                        guint        position)
{
  gint64 id;

  if (!can_choose (view, position))
    return;

  id = get_id (view, position);
  if (zg_id_set_get_size (view->choice) == 0 && can_choose (view, view->anchor) && view->anchor == view->selected)
    zg_id_set_put (view->choice, get_id (view, view->anchor), view->anchor != position);
  zg_id_set_put (view->choice, id, !zg_id_set_has (view->choice, id));
  zg_table_choice_begin (view, position);
  changed (view);
}

static void
put_range (ZgTableView *view,
           guint        from,
           guint        to,
           gboolean     in)
{
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    zg_id_set_put (view->choice, get_id (view, i), in);
}

/**
 * zg_table_choice_extend:
 * @position: a row
 *
 * Chooses all from where it began to there.
 */
void
zg_table_choice_extend (ZgTableView *view,
                        guint        position)
{
  if (!can_choose (view, position))
    return;

  if (!can_choose (view, view->anchor))
    zg_table_choice_begin (view, can_choose (view, view->selected) ? view->selected : position);
  if (can_choose (view, view->extent))
    put_range (view, view->anchor, view->extent, FALSE);
  put_range (view, view->anchor, position, TRUE);
  view->extent = position;
  changed (view);
}

/**
 * zg_table_choice_clear:
 *
 * Returns: whether any were chosen
 */
gboolean
zg_table_choice_clear (ZgTableView *view)
{
  if (zg_table_choice_get_size (view) == 0)
    return FALSE;

  zg_id_set_clear (view->choice);
  changed (view);
  return TRUE;
}

/**
 * zg_table_choice_get_size:
 *
 * Returns: how many are chosen; 0 while only one row is, as ever
 */
guint
zg_table_choice_get_size (ZgTableView *view)
{
  return view->choice != NULL ? zg_id_set_get_size (view->choice) : 0;
}

/**
 * zg_table_choice_list:
 *
 * Returns: (transfer full) (element-type gint64): the ids of those that are chosen
 */
GArray *
zg_table_choice_list (ZgTableView *view)
{
  return view->choice != NULL ? zg_id_set_list (view->choice) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  ZgTableView *view = ZG_TABLE_VIEW (widget);

  if (!can_choose (view, view->cursor))
    return FALSE;
  zg_table_choice_toggle (view, view->cursor);
  return TRUE;
}

static gboolean
all_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  ZgTableView *view = ZG_TABLE_VIEW (widget);

  if (!can_choose (view, 0))
    return FALSE;
  put_range (view, 0, zg_table_view_get_n_rows (view) - 1, TRUE);
  changed (view);
  return TRUE;
}

/**
 * zg_table_choice_class_init:
 * @widget_class: of #ZgTableView
 */
void
zg_table_choice_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, all_cb, NULL);
  g_signal_new ("choice-changed", ZG_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
