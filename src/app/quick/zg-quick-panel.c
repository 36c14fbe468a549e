/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-panel"

#include "config.h"

#include "zg-quick-panel.h"

#include <glib/gi18n.h>

#include "zg-error-text.h"
#include "zg-foreground.h"
#include "zg-hint-bar.h"
#include "zg-key-cap.h"
#include "zg-quick-finder.h"
#include "zg-quick-size.h"
#include "zg-reply-copy.h"

/**
 * ZgQuickPanel:
 *
 * The replies in a small window that comes from anywhere, copies one and gets out of the way. It fills and copies as the
 * Replies screen does: the book, the draft and the guard are the same. It is kept, hidden, for the next time.
 */
struct _ZgQuickPanel
{
  AdwWindow parent_instance;

  ZgSession *session;
  gboolean copying;
  gboolean wanted_again;        /* somebody opened it while a text was on its way to the clipboard */
  gint64 copy_id;               /* the reply that is to be copied as soon as it is there, or 0 */
  gboolean enter_waits;         /* Enter was faster than the replies */
  gboolean linger;              /* hides when one goes elsewhere, not as soon as the text is copied */

  /* template */
  GtkWidget *clamp;
  GtkWidget *doubt;
  GtkLabel *doubt_label;
  ZgKeyCap *escape_key;
  ZgQuickFinder *finder;
  ZgHintBar *hints;
  ZgToastArea *toasts;
};

enum {
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgQuickPanel, zg_quick_panel, ADW_TYPE_WINDOW)

static void
hide (ZgQuickPanel *self)
{
  self->enter_waits = self->linger = self->wanted_again = FALSE;
  gtk_widget_hide (GTK_WIDGET (self));
}

static void
show_doubt (ZgQuickPanel *self,
            gboolean      doubt)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);

  if (doubt && customer != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("You were away for a while. Still for %s? Then copy once more."),
                                               zg_customer_get_call_name (customer));

      gtk_label_set_text (self->doubt_label, text);
    }
  gtk_widget_set_visible (self->doubt, doubt);
}

static void copy_when_ready (ZgQuickPanel *self);

/* Who has opened it again meanwhile wants it for the next one. */
static void
copied_cb (gboolean copied,
           gpointer user_data)
{
  ZgQuickPanel *self = user_data;
  gboolean wanted_again = self->wanted_again;

  self->copying = self->wanted_again = FALSE;
  /* The shop may have been closed, and the panel with it, before the clipboard answered. */
  if (self->finder == NULL)
    return;
  if (self->copy_id != 0)
    copy_when_ready (self);
  else if (!copied)
    self->linger = FALSE;
  else if (!self->linger && !wanted_again
           && zg_message_turn_get_next (zg_reply_draft_get_turn (zg_quick_finder_get_draft (self->finder))) == 0)
    {
      zg_quick_finder_stop_asking (self->finder);
      hide (self);
    }
}

/* Stays until the clipboard holds the text: on Wayland a window that is gone can't set it. */
static void
copy (ZgQuickPanel *self)
{
  ZgReplyDraft *draft = zg_quick_finder_get_draft (self->finder);
  ZgCopyVerdict verdict;

  if (self->copying)
    return;

  self->copying = TRUE;
  verdict = zg_reply_copy_draft (GTK_WINDOW (self), self->session, self->toasts, draft, copied_cb, self);
  if (verdict != ZG_COPY_STARTED)
    self->copying = self->linger = FALSE;
  if (verdict == ZG_COPY_MISSING)
    {
      zg_toast_area_dismiss (self->toasts);
      zg_quick_finder_ask (self->finder);
    }
  self->enter_waits = verdict == ZG_COPY_NOTHING && !zg_quick_finder_is_loaded (self->finder);
  show_doubt (self, verdict == ZG_COPY_DOUBT);
}

/* What was asked for from outside is copied here, where the focus is, once everything is there for it. */
static void
copy_when_ready (ZgQuickPanel *self)
{
  ZgReplyDraft *draft = zg_quick_finder_get_draft (self->finder);
  ZgReplyItem *item = zg_reply_draft_get_item (draft);
  gint64 reply_id = self->copy_id;

  if (reply_id == 0 || self->copying || !zg_quick_finder_is_loaded (self->finder))
    return;

  self->copy_id = 0;
  if (item == NULL || zg_reply_item_get_reply (item)->id != reply_id)
    {
      zg_toast_area_show (self->toasts, _("This reply does not exist any more."));
      return;
    }
  /* Who chose it elsewhere has not seen yet for whom it is filled in. */
  self->linger = zg_reply_draft_get_fill (draft)->is_personal;
  copy (self);
}

/* Of a program that has only just been started. */
static void
loaded_cb (ZgQuickPanel *self)
{
  if (self->enter_waits)
    copy (self);
  else
    copy_when_ready (self);
}

static void
edited_cb (ZgQuickPanel *self)
{
  self->enter_waits = FALSE;
  show_doubt (self, FALSE);
  zg_toast_area_dismiss (self->toasts);
}

static void
failed_cb (ZgQuickPanel *self,
           const GError *error)
{
  g_autofree char *text = zg_error_text_to_body (error);

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    zg_toast_area_show (self->toasts, text);
}

static void
active_cb (ZgQuickPanel *self)
{
  if (self->linger && !self->copying && !gtk_window_is_active (GTK_WINDOW (self)))
    hide (self);
}

/* Where a choice has the focus its number is a key, too. A field for text keeps its digits. Escape comes here before a
 * message takes it for itself. */
static gboolean
panel_key_cb (ZgQuickPanel    *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || gtk_widget_get_native (focus) != GTK_NATIVE (self)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape && !zg_quick_finder_is_composing (self->finder))
    {
      zg_quick_panel_escape (self);
      return GDK_EVENT_STOP;
    }
  if (keyval < GDK_KEY_1 || keyval > GDK_KEY_9 || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  return zg_quick_finder_choose (self->finder, keyval - GDK_KEY_0) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
touched_cb (ZgQuickPanel *self)
{
  if (self->session != NULL)
    zg_idle_watch_touch (zg_session_get_idle_watch (self->session));

  return GDK_EVENT_PROPAGATE;
}

static void
zg_quick_panel_dispose (GObject *object)
{
  ZgQuickPanel *self = ZG_QUICK_PANEL (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_QUICK_PANEL);

  G_OBJECT_CLASS (zg_quick_panel_parent_class)->dispose (object);
}

static void
zg_quick_panel_class_init (ZgQuickPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_quick_panel_dispose;

  /**
   * ZgQuickPanel::leave:
   * @self: the panel
   * @action: one of the main window's actions
   * @parameter: (nullable): for it
   *
   * The panel has hidden; the main window should come and do that.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);

  g_type_ensure (ZG_TYPE_HINT_BAR);
  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_QUICK_FINDER);
  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/quick/zg-quick-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, clamp);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, doubt);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, escape_key);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, finder);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, hints);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPanel, toasts);
  gtk_widget_class_bind_template_callback (widget_class, copy);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  zg_quick_panel_class_bind_keys (widget_class);
}

static void
zg_quick_panel_init (ZgQuickPanel *self)
{
  const ZgHint hints[] = {
    { "Enter", _("copy and hide") },
    { "1–9", _("copy this one") },
  };
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* By itself: a dialog that stands over the main window would take its keys and clicks. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));

  zg_quick_panel_install_actions (self);
  zg_hint_bar_set_hints (self->hints, hints, G_N_ELEMENTS (hints));
  zg_key_cap_set_label (self->escape_key, "Esc");
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

/**
 * zg_quick_panel_new:
 * @session: what all windows share
 *
 * Returns: (transfer none): a new panel, hidden, owned by GTK until it is destroyed
 */
ZgQuickPanel *
zg_quick_panel_new (ZgSession *session)
{
  ZgQuickPanel *self = g_object_new (ZG_TYPE_QUICK_PANEL, NULL);

  self->session = g_object_ref (session);
  zg_quick_finder_set_session (self->finder, session);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * zg_quick_panel_open:
 * @self: the panel
 * @query: (nullable): what to search for; without it, and if the panel was hidden, it begins with what fits now
 * @timestamp: when that was asked for, in the display's time, or %GDK_CURRENT_TIME
 *
 * Brings the panel to the front with the focus in its search field.
 */
void
zg_quick_panel_open (ZgQuickPanel *self,
                     const char   *query,
                     guint32       timestamp)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  self->enter_waits = self->linger = FALSE;
  self->wanted_again = self->copying;
  self->copy_id = 0;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      zg_quick_size_fit (ADW_CLAMP (self->clamp));
      zg_quick_finder_stop_asking (self->finder);
      zg_reply_draft_note_shown (zg_quick_finder_get_draft (self->finder));
      show_doubt (self, FALSE);
      zg_quick_finder_search (self->finder, query != NULL ? query : "");
    }
  else if (query != NULL)
    {
      zg_quick_finder_search (self->finder, query);
    }
  zg_quick_finder_focus (self->finder);
  zg_foreground_present (GTK_WINDOW (self), timestamp);
}

/**
 * zg_quick_panel_copy_reply:
 * @self: the panel
 * @reply_id: which reply
 * @timestamp: when that was asked for, in the display's time, or %GDK_CURRENT_TIME
 *
 * Opens the panel on a reply that was chosen elsewhere, and copies it as Enter does, once the panel has the focus. What
 * tells of a customer stays on show, with the customer's name, until one goes elsewhere. Where a desktop refuses a copy
 * that answers no key it says that Enter copies.
 */
void
zg_quick_panel_copy_reply (ZgQuickPanel *self,
                           gint64        reply_id,
                           guint32       timestamp)
{
  zg_quick_panel_open (self, "", timestamp);
  zg_quick_finder_pin (self->finder, reply_id);
  self->copy_id = reply_id;
  copy_when_ready (self);
}

/**
 * zg_quick_panel_open_reply:
 * @self: the panel
 * @reply_id: which reply
 *
 * Shows a reply before all others until something is typed, and chooses it.
 */
void
zg_quick_panel_open_reply (ZgQuickPanel *self,
                           gint64        reply_id)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  zg_quick_finder_pin (self->finder, reply_id);
}

/**
 * zg_quick_panel_escape:
 * @self: the panel
 *
 * Out of a question first, then away.
 */
void
zg_quick_panel_escape (ZgQuickPanel *self)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  if (!zg_quick_finder_stop_asking (self->finder))
    hide (self);
}

/**
 * zg_quick_panel_leave:
 * @self: the panel
 * @action: one of the main window's actions
 * @parameter: (nullable): for it
 *
 * Hides, and lets the main window do that.
 */
void
zg_quick_panel_leave (ZgQuickPanel *self,
                      const char   *action,
                      GVariant     *parameter)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  hide (self);
  g_signal_emit (self, signals[LEAVE], 0, action, parameter);
}

/**
 * zg_quick_panel_focus:
 * @self: the panel
 *
 * Puts the focus into the search field.
 */
void
zg_quick_panel_focus (ZgQuickPanel *self)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  zg_quick_finder_focus (self->finder);
}

/**
 * zg_quick_panel_switch_customer:
 * @self: the panel
 *
 * Opens the search for whom to talk to.
 */
void
zg_quick_panel_switch_customer (ZgQuickPanel *self)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  zg_quick_finder_switch_customer (self->finder);
}

/**
 * zg_quick_panel_next_wording:
 * @self: the panel
 *
 * Shows the next way to say the chosen reply.
 */
void
zg_quick_panel_next_wording (ZgQuickPanel *self)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  zg_quick_finder_next_wording (self->finder);
}

/**
 * zg_quick_panel_undo:
 * @self: the panel
 *
 * Takes the last copy out of the customer's timeline again.
 */
void
zg_quick_panel_undo (ZgQuickPanel *self)
{
  g_return_if_fail (ZG_IS_QUICK_PANEL (self));

  zg_toast_area_undo (self->toasts);
}

/**
 * zg_quick_panel_get_session:
 * @self: the panel
 *
 * Returns: (transfer none): what all windows share
 */
ZgSession *
zg_quick_panel_get_session (ZgQuickPanel *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_PANEL (self), NULL);

  return self->session;
}
