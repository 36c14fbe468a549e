/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-input"

#include "config.h"

#include "zg-table-choice.h"
#include "zg-table-input.h"
#include "zg-table-view-private.h"

/* What the focus, keys and the pointer do in the rows of a table: as in GTK's own lists. */

typedef enum {
  MOVE_LINE,
  MOVE_PAGE,
  MOVE_ALL,
} Move;

/* There is a row for the cursor, also where it is out of sight or the view has no size yet. */
static gboolean
focus_row (ZgTableView *self,
           guint        position)
{
  GtkWidget *row;

  if (position >= zg_table_view_get_n_rows (self))
    return FALSE;
  self->cursor = position;
  zg_table_view_update_slots (self);
  row = zg_table_slots_get_row (self->slots, position);
  return row != NULL && gtk_widget_grab_focus (row);
}

static gboolean
zg_table_view_grab_focus (GtkWidget *widget)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  guint position = self->selected != GTK_INVALID_LIST_POSITION ? self->selected : 0;

  zg_table_view_scroll_to (self, position);
  return focus_row (self, position);
}

/* Tab goes into the list and out of it, not from row to row. */
static gboolean
zg_table_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* With @extend all from where it began are chosen. */
static void
go_to (ZgTableView *self,
       guint        position,
       gboolean     extend)
{
  if (extend)
    zg_table_choice_extend (self, position);
  else
    zg_table_choice_begin (self, position);
  zg_table_view_set_selected (self, position);
  zg_table_view_scroll_to (self, position);
  focus_row (self, position);
  g_signal_emit_by_name (self, "chosen", position);
}

static void
activate (ZgTableView *self,
          guint        position)
{
  if (position < zg_table_view_get_n_rows (self))
    g_signal_emit_by_name (self, "activate", position);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  gint64 last = (gint64) zg_table_view_get_n_rows (self) - 1;
  gint64 position = self->cursor <= last ? self->cursor : self->selected <= last ? self->selected : 0;
  int page = MAX (gtk_widget_get_height (widget) / self->layout.row_height - 1, 1);
  int unit, direction;
  gboolean extend;

  if (last < 0)
    return FALSE;
  g_variant_get (arguments, "(iib)", &unit, &direction, &extend);
  position += direction * (unit == MOVE_LINE ? 1 : unit == MOVE_PAGE ? page : last);
  go_to (self, (guint) CLAMP (position, 0, last), extend);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);

  if (self->cursor >= zg_table_view_get_n_rows (self))
    return FALSE;
  zg_table_view_set_selected (self, self->cursor);
  activate (self, self->cursor);
  return TRUE;
}

static gboolean
zg_table_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  guint position = keyboard_tooltip ? self->cursor : zg_table_input_find_position (self, y);
  GtkWidget *row = position < zg_table_view_get_n_rows (self) ? zg_table_slots_get_row (self->slots, position) : NULL;
  const char *tip = ZG_IS_TABLE_ROW (row) ? zg_table_row_get_tip (ZG_TABLE_ROW (row), x) : NULL;

  if (tip != NULL)
    gtk_tooltip_set_text (tooltip, tip);
  return tip != NULL;
}

static void
bind_key (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           pad_keyval,
          Move            unit,
          int             direction)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, move_cb, "(iib)", unit, direction, FALSE);
  gtk_widget_class_add_binding (widget_class, pad_keyval, 0, move_cb, "(iib)", unit, direction, FALSE);
  gtk_widget_class_add_binding (widget_class, keyval, GDK_SHIFT_MASK, move_cb, "(iib)", unit, direction, TRUE);
  gtk_widget_class_add_binding (widget_class, pad_keyval, GDK_SHIFT_MASK, move_cb, "(iib)", unit, direction, TRUE);
}

/**
 * zg_table_input_class_init:
 * @widget_class: of #ZgTableView
 */
void
zg_table_input_class_init (GtkWidgetClass *widget_class)
{
  widget_class->focus = zg_table_view_focus;
  widget_class->grab_focus = zg_table_view_grab_focus;
  widget_class->query_tooltip = zg_table_view_query_tooltip;
  g_signal_new ("activate", ZG_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("chosen", ZG_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  zg_table_choice_class_init (widget_class);

  bind_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, MOVE_LINE, -1);
  bind_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, MOVE_LINE, 1);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, MOVE_PAGE, -1);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, MOVE_PAGE, 1);
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_ALL, -1);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, MOVE_ALL, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
}

static void
pressed_cb (ZgTableView *self,
            int          n_press,
            double       x,
            double       y)
{
  if (n_press == 2 && !self->layout.two_lines)
    activate (self, zg_table_input_find_position (self, y));
}

static void
toggle (ZgTableView *self,
        guint        position)
{
  zg_table_choice_toggle (self, position);
  zg_table_view_set_selected (self, position);
  focus_row (self, position);
}

/* Not when it is pressed: that may become a swipe, which scrolls. */
static void
released_cb (ZgTableView *self,
             int          n_press,
             double       x,
             double       y,
             GtkGesture  *click)
{
  guint position = zg_table_input_find_position (self, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  gboolean is_finger = self->layout.two_lines && zg_table_choice_get_size (self) > 0;

  if (position == GTK_INVALID_LIST_POSITION || n_press > 1)
    return;
  if (self->choice != NULL && ((state & GDK_CONTROL_MASK) != 0 || is_finger))
    {
      toggle (self, position);
      return;
    }
  if (self->choice != NULL && (state & GDK_SHIFT_MASK) != 0)
    {
      go_to (self, position, TRUE);
      return;
    }
  zg_table_choice_clear (self);
  go_to (self, position, FALSE);
  if (self->layout.two_lines)
    activate (self, position);
}

/* A finger has no Ctrl. */
static void
long_pressed_cb (ZgTableView *self,
                 double       x,
                 double       y,
                 GtkGesture  *press)
{
  guint position = zg_table_input_find_position (self, y);

  if (self->choice == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  toggle (self, position);
}

static void
moved_cb (ZgTableView *self,
          double       x,
          double       y)
{
  guint before = zg_table_input_find_position (self, self->pointer_y);

  self->pointer_y = y;
  if (zg_table_input_find_position (self, y) != before)
    zg_table_view_show_slots (self);
}

static void
left_cb (ZgTableView *self)
{
  self->pointer_y = -1;
  zg_table_view_show_slots (self);
}

/**
 * zg_table_input_add_pointer:
 *
 * Lets one click into the view.
 */
void
zg_table_input_add_pointer (ZgTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * zg_table_input_find_position:
 * @y: in the view, px; below 0 is nowhere
 *
 * Returns: the position of the row there, or %GTK_INVALID_LIST_POSITION
 */
guint
zg_table_input_find_position (ZgTableView *self,
                              double       y)
{
  double position = (zg_table_view_get_place (self) + y) / self->layout.row_height;

  return y >= 0 && position < zg_table_view_get_n_rows (self) ? (guint) position : GTK_INVALID_LIST_POSITION;
}
