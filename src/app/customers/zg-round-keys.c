/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-keys"

#include "config.h"

#include "zg-round-keys.h"

#include <glib/gi18n.h>

/* The keys of a round. A key that is held down acts once, not for one customer after the other. */

/* The repeats of a held key come faster, ms. */
#define REPEAT_TIME 1000

typedef void (*Pressed) (GtkWidget       *page,
                         ZgRoundStepKind  step);

typedef struct {
  GtkWidget *page;
  ZgRoundBar *bar;              /* in @page */
  Pressed pressed;
  guint held;                   /* the last key, until it is released */
  guint32 held_at;
} Keys;

static gboolean
is_repeated (Keys    *keys,
             guint    keyval,
             guint32  at)
{
  gboolean is_repeated = keyval == keys->held && at - keys->held_at < REPEAT_TIME;

  keys->held = keyval;
  keys->held_at = at;
  return is_repeated;
}

static void
released_cb (Keys *keys)
{
  keys->held = 0;
}

/* What a key does now, -1 for nothing. Other buttons keep their Enter, and text fields and popovers all their keys. */
static int
find_step (Keys            *keys,
           guint            keyval,
           GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (keys->page));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || GTK_IS_EDITABLE (focus)
      || (focus != NULL && gtk_widget_get_native (focus) != gtk_widget_get_native (keys->page)))
    return -1;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !GTK_IS_BUTTON (focus) || zg_round_bar_is_copy_button (keys->bar, focus) ? ZG_ROUND_STEP_COPY : -1;
    case GDK_KEY_c:
      return ZG_ROUND_STEP_COPY;
    case GDK_KEY_s:
      return ZG_ROUND_STEP_SKIP;
    case GDK_KEY_BackSpace:
      return ZG_ROUND_STEP_TAKE_BACK;
    case GDK_KEY_o:
      return ZG_ROUND_STEP_OPEN;
    case GDK_KEY_q:
      return ZG_ROUND_STEP_LEAVE;
    default:
      return -1;
    }
}

static gboolean
pressed_cb (Keys               *keys,
            guint               keyval,
            guint               keycode,
            GdkModifierType     state,
            GtkEventController *controller)
{
  int step = find_step (keys, keyval, state);

  if (step < 0)
    return GDK_EVENT_PROPAGATE;
  if (!is_repeated (keys, keyval, gtk_event_controller_get_current_event_time (controller)))
    keys->pressed (keys->page, (ZgRoundStepKind) step);
  return GDK_EVENT_STOP;
}

static void
free_keys (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/**
 * zg_round_keys_attach:
 * @page: the page of a round
 * @bar: its buttons
 * @pressed: (type func): called with @page and a #ZgRoundStepKind
 *
 * Gives the page its keys. They come before the buttons, whose own Enter knows nothing of a key that is held down.
 */
void
zg_round_keys_attach (GtkWidget  *page,
                      ZgRoundBar *bar,
                      GCallback   pressed)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  keys->page = page;
  keys->bar = bar;
  keys->pressed = (Pressed) pressed;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (pressed_cb), keys, free_keys, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (released_cb), keys);
  gtk_widget_add_controller (page, controller);
}

/**
 * zg_round_keys_get_hints:
 * @n_hints_out: (out): how many
 *
 * Returns: (transfer none): the keys of a round
 */
const ZgHint *
zg_round_keys_get_hints (gsize *n_hints_out)
{
  static ZgHint hints[5];

  hints[0] = (ZgHint) { "Enter", _("copy, then the next") };
  hints[1] = (ZgHint) { "S", _("skip") };
  hints[2] = (ZgHint) { "⌫", _("take back") };
  hints[3] = (ZgHint) { "O", _("open their page") };
  hints[4] = (ZgHint) { "Esc", _("stop for now") };
  *n_hints_out = G_N_ELEMENTS (hints);
  return hints;
}
