/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-global-shortcut"

#include "config.h"

#include "zg-global-shortcut.h"

#include "zg-computer-settings.h"
#include "zg-portal.h"
#include "zg-shortcut-session.h"

/* Whether it was turned on; everything else the portal remembers, the key above all. */
#define SETTING "global-shortcut"

/**
 * ZgGlobalShortcut:
 *
 * A key of the desktop, through the portal org.freedesktop.portal.GlobalShortcuts. The person turns it on, and the portal
 * asks which key it shall be; from then on each start asks the portal for the same, which it grants without a word.
 */
struct _ZgGlobalShortcut
{
  GObject parent_instance;

  char *id;
  char *description;
  char *preferred_trigger;
  GSettings *settings;          /* or NULL */
  ZgPortal *portal;
  GDBusConnection *connection;  /* where the portal is, or NULL */
  gboolean wanted;              /* to be bound as soon as there is a portal */

  char *parent_window;          /* where the portal's dialog goes, may be empty */
  ZgShortcutSession *session;   /* what is asked or given, or NULL */

  ZgShortcutState state;
  char *trigger;                /* how the portal describes the key, may be empty */
};

enum {
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgGlobalShortcut, zg_global_shortcut, G_TYPE_OBJECT)

static void
set_state (ZgGlobalShortcut *self,
           ZgShortcutState   state)
{
  if (state != ZG_SHORTCUT_BOUND)
    g_clear_pointer (&self->trigger, g_free);
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_turned_on (ZgGlobalShortcut *self,
               gboolean          on)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, SETTING, on);
}

/* The portal takes the key back. */
static void
end_session (ZgGlobalShortcut *self)
{
  g_clear_pointer (&self->session, zg_shortcut_session_close);
}

static void
bound_cb (const char *trigger,
          gpointer    user_data)
{
  ZgGlobalShortcut *self = user_data;

  self->wanted = trigger != NULL;
  set_turned_on (self, trigger != NULL);
  g_free (self->trigger);
  self->trigger = g_strdup (trigger);
  set_state (self, trigger != NULL ? ZG_SHORTCUT_BOUND : ZG_SHORTCUT_REFUSED);
}

static void
failed_cb (const GError *error,
           gpointer      user_data)
{
  ZgGlobalShortcut *self = user_data;

  end_session (self);
  self->wanted = FALSE;
  /* Somebody has answered, and is not asked again at the next start. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_turned_on (self, FALSE);
  else
    g_debug ("The desktop gives no key: %s", error->message);
  set_state (self, ZG_SHORTCUT_REFUSED);
}

static void
activated_cb (const char *token,
              gpointer    user_data)
{
  g_signal_emit (user_data, signals[ACTIVATED], 0, token);
}

/* It stays turned on: the next start may find the desktop in another mood, and a person who says no turns it off. */
static void
closed_cb (gpointer user_data)
{
  ZgGlobalShortcut *self = user_data;

  g_clear_pointer (&self->session, zg_shortcut_session_free);
  self->wanted = FALSE;
  set_state (self, ZG_SHORTCUT_ENDED);
}

/* A session can bind only once, so there is a new one each time. */
static void
open_session (ZgGlobalShortcut *self)
{
  static const ZgShortcutSessionFuncs funcs = { bound_cb, failed_cb, activated_cb, closed_cb };
  ZgShortcutWish wish = { self->id, self->description, self->preferred_trigger };

  end_session (self);
  set_state (self, ZG_SHORTCUT_ASKING);
  self->session = zg_shortcut_session_open (self->connection, &wish, self->parent_window, &funcs, self);
  /* A window of now may be gone when the portal comes back. */
  g_free (self->parent_window);
  self->parent_window = g_strdup ("");
}

/* The portal may come back, as after an update; the key is asked for again then. */
static void
portal_cb (GDBusConnection *connection,
           gpointer         user_data)
{
  ZgGlobalShortcut *self = user_data;

  if (connection == NULL)
    g_clear_pointer (&self->session, zg_shortcut_session_free);
  g_set_object (&self->connection, connection);
  if (connection == NULL)
    set_state (self, ZG_SHORTCUT_MISSING);
  else if (self->wanted)
    open_session (self);
  else
    set_state (self, ZG_SHORTCUT_OFFERED);
}

static void
zg_global_shortcut_dispose (GObject *object)
{
  ZgGlobalShortcut *self = ZG_GLOBAL_SHORTCUT (object);

  end_session (self);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->portal, zg_portal_free);

  G_OBJECT_CLASS (zg_global_shortcut_parent_class)->dispose (object);
}

static void
zg_global_shortcut_finalize (GObject *object)
{
  ZgGlobalShortcut *self = ZG_GLOBAL_SHORTCUT (object);

  g_clear_object (&self->settings);
  g_free (self->id);
  g_free (self->description);
  g_free (self->preferred_trigger);
  g_free (self->parent_window);
  g_free (self->trigger);

  G_OBJECT_CLASS (zg_global_shortcut_parent_class)->finalize (object);
}

static void
zg_global_shortcut_class_init (ZgGlobalShortcutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = zg_global_shortcut_dispose;
  object_class->finalize = zg_global_shortcut_finalize;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_GLOBAL_SHORTCUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", ZG_TYPE_GLOBAL_SHORTCUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
zg_global_shortcut_init (ZgGlobalShortcut *self)
{
  self->portal = zg_portal_new (ZG_SHORTCUTS_INTERFACE, portal_cb, self);
  self->settings = zg_computer_settings_new ();
  self->parent_window = g_strdup ("");
}

/**
 * zg_global_shortcut_new:
 * @id: what the portal keeps the key under
 * @description: what it does, for people
 * @preferred_trigger: the key to offer, as in the shortcuts specification of freedesktop.org
 *
 * Returns: (transfer full): a shortcut that nobody was asked about yet
 */
ZgGlobalShortcut *
zg_global_shortcut_new (const char *id,
                        const char *description,
                        const char *preferred_trigger)
{
  ZgGlobalShortcut *self = g_object_new (ZG_TYPE_GLOBAL_SHORTCUT, NULL);

  self->id = g_strdup (id);
  self->description = g_strdup (description);
  self->preferred_trigger = g_strdup (preferred_trigger);

  return self;
}

/**
 * zg_global_shortcut_look:
 *
 * Looks whether the desktop has the portal, without asking anybody anything. The answer comes with #ZgGlobalShortcut::changed.
 */
void
zg_global_shortcut_look (ZgGlobalShortcut *self)
{
  g_return_if_fail (ZG_IS_GLOBAL_SHORTCUT (self));

  zg_portal_look (self->portal);
}

/**
 * zg_global_shortcut_resume:
 *
 * At the start: binds the key again, if it was turned on.
 */
void
zg_global_shortcut_resume (ZgGlobalShortcut *self)
{
  g_return_if_fail (ZG_IS_GLOBAL_SHORTCUT (self));

  if (self->settings != NULL && g_settings_get_boolean (self->settings, SETTING))
    zg_global_shortcut_bind (self, "");
}

/**
 * zg_global_shortcut_bind:
 * @parent_window: the window that a dialog of the portal's goes over, see zg_window_handle_export(); may be empty
 *
 * Asks the desktop for the key.
 */
void
zg_global_shortcut_bind (ZgGlobalShortcut *self,
                         const char       *parent_window)
{
  g_return_if_fail (ZG_IS_GLOBAL_SHORTCUT (self));

  self->wanted = TRUE;
  g_free (self->parent_window);
  self->parent_window = g_strdup (parent_window);
  if (self->connection != NULL)
    open_session (self);
  else
    zg_global_shortcut_look (self);
}

/**
 * zg_global_shortcut_unbind:
 *
 * Gives the key back, or takes the question back.
 */
void
zg_global_shortcut_unbind (ZgGlobalShortcut *self)
{
  g_return_if_fail (ZG_IS_GLOBAL_SHORTCUT (self));

  self->wanted = FALSE;
  set_turned_on (self, FALSE);
  end_session (self);
  if (self->connection != NULL)
    set_state (self, ZG_SHORTCUT_OFFERED);
}

/**
 * zg_global_shortcut_get_state:
 *
 * Returns: how far it is
 */
ZgShortcutState
zg_global_shortcut_get_state (ZgGlobalShortcut *self)
{
  g_return_val_if_fail (ZG_IS_GLOBAL_SHORTCUT (self), ZG_SHORTCUT_UNKNOWN);

  return self->state;
}

/**
 * zg_global_shortcut_get_trigger:
 *
 * Returns: (transfer none): how the desktop describes the key, empty where it doesn't or there is none
 */
const char *
zg_global_shortcut_get_trigger (ZgGlobalShortcut *self)
{
  g_return_val_if_fail (ZG_IS_GLOBAL_SHORTCUT (self), NULL);

  return self->trigger != NULL ? self->trigger : "";
}
