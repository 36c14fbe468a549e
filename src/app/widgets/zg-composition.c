/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-composition"

#include "config.h"

#include "zg-composition.h"

/*
 * While an input method composes, Enter and Escape are about the composition and about nothing else. Most input methods
 * keep these keys to themselves then, but some end the composition and let the key go on: the field has the text already
 * and nothing is being composed any more when the key arrives at whoever would copy a reply or open a row. So the key is
 * caught on its way down, given to the input method, and kept, until it is let go of: one that is held down repeats.
 */

typedef struct {
  GtkWidget *widget;
  guint held_keycode;           /* of a key that was pressed while composing, or 0 */
} Guard;

/* The input method of a field; what shows a GtkText within itself may be given as well. */
static GtkIMContext *
find_context (GtkWidget *field)
{
  g_autoptr(GListModel) controllers = NULL;

  if (GTK_IS_EDITABLE (field) && !GTK_IS_TEXT (field))
    field = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));
  if (field == NULL || !GTK_IS_TEXT (field))
    return NULL;

  controllers = gtk_widget_observe_controllers (field);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller)) != NULL)
        return gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller));
    }
  return NULL;
}

static gboolean
is_composing (GtkIMContext *context)
{
  g_autofree char *preedit = NULL;

  gtk_im_context_get_preedit_string (context, &preedit, NULL, NULL);
  return preedit != NULL && preedit[0] != '\0';
}

/* The field of GTK 4.8 takes chosen text away as a composition starts, gives the primary selection up with it, and takes
 * that for a loss of the selection, upon which it resets the input method: the letter is lost. A letter takes the place of
 * chosen text in any case, so that goes before the input method is asked. Seen on Wayland with an input method in the
 * program itself. */
static void
make_room (GtkWidget       *focus,
           guint            keyval,
           GdkModifierType  state)
{
  gboolean is_letter = (keyval >= GDK_KEY_a && keyval <= GDK_KEY_z) || (keyval >= GDK_KEY_A && keyval <= GDK_KEY_Z);

  if (is_letter && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0
      && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    gtk_editable_delete_selection (GTK_EDITABLE (focus));
}

static gboolean
pressed_cb (GtkEventController *controller,
            guint               keyval,
            guint               keycode,
            GdkModifierType     state,
            Guard              *guard)
{
  GtkRoot *root = gtk_widget_get_root (guard->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkIMContext *context = focus != NULL ? find_context (focus) : NULL;

  if (context != NULL && !is_composing (context))
    make_room (focus, keyval, state);
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter && keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (context == NULL || !is_composing (context))
    return keycode == guard->held_keycode ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

  guard->held_keycode = keycode;
  gtk_im_context_filter_keypress (context, gtk_event_controller_get_current_event (controller));
  return GDK_EVENT_STOP;
}

static void
released_cb (GtkEventController *controller,
             guint               keyval,
             guint               keycode,
             GdkModifierType     state,
             Guard              *guard)
{
  if (keycode == guard->held_keycode)
    guard->held_keycode = 0;
}

/* The key may be let go of over another window. */
static void
left_cb (Guard *guard)
{
  guard->held_keycode = 0;
}

/**
 * zg_composition_is_under_way:
 * @field: a field for text
 *
 * For digits and arrows that do something in a field: while this is so they are the input method's.
 *
 * Returns: whether an input method is composing in it
 */
gboolean
zg_composition_is_under_way (GtkWidget *field)
{
  GtkIMContext *context;

  g_return_val_if_fail (GTK_IS_WIDGET (field), FALSE);

  context = find_context (field);
  return context != NULL && is_composing (context);
}

/**
 * zg_composition_guard:
 * @widget: a window or a popover
 *
 * From now on Enter and Escape do nothing in any field of @widget but end a composition that is under way there.
 * A popover gets keys of its own and needs its own guard.
 */
void
zg_composition_guard (GtkWidget *widget)
{
  GtkEventController *keys;
  GtkEventController *focus;
  Guard *guard;

  /* A window that is hidden and shown again is added to the application again. */
  if (g_object_get_data (G_OBJECT (widget), "zg-composition-guard") != NULL)
    return;

  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  guard = g_new0 (Guard, 1);
  guard->widget = widget;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), guard);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), guard);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), guard);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
  g_object_set_data_full (G_OBJECT (widget), "zg-composition-guard", guard, g_free);
}
