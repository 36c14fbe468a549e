/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-global-shortcut"

#include "config.h"

#include "zg-global-shortcut.h"

#include <glib/gi18n.h>

#include "zg-computer-settings.h"
#include "zg-portal.h"
#include "zg-portal-request.h"

#define SHORTCUTS_INTERFACE "org.freedesktop.portal.GlobalShortcuts"
#define SESSION_INTERFACE "org.freedesktop.portal.Session"

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
  ZgPortalRequest *request;     /* the question that is open, or NULL */
  char *session;                /* object path, or NULL */
  guint signal_ids[3];

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

/* What is asked and what was given. The portal takes the key back. */
static void
end_session (ZgGlobalShortcut *self)
{
  g_clear_pointer (&self->request, zg_portal_request_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    if (self->signal_ids[i] != 0)
      {
        g_dbus_connection_signal_unsubscribe (self->connection, self->signal_ids[i]);
        self->signal_ids[i] = 0;
      }
  if (self->session != NULL)
    g_dbus_connection_call (self->connection, ZG_PORTAL_NAME, self->session, SESSION_INTERFACE, "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  g_clear_pointer (&self->session, g_free);
}

/* Takes the trigger from what the portal lists. Returns whether our shortcut is in it. */
static gboolean
read_trigger (ZgGlobalShortcut *self,
              GVariant         *shortcuts)
{
  GVariantIter iter;
  const char *id;
  GVariant *values;
  gboolean found = FALSE;

  g_variant_iter_init (&iter, shortcuts);
  while (g_variant_iter_loop (&iter, "(&s@a{sv})", &id, &values))
    if (g_str_equal (id, self->id))
      {
        g_clear_pointer (&self->trigger, g_free);
        g_variant_lookup (values, "trigger_description", "s", &self->trigger);
        found = TRUE;
      }

  return found;
}

static void
activated_cb (GDBusConnection *connection,
              const char      *sender,
              const char      *object_path,
              const char      *interface_name,
              const char      *signal_name,
              GVariant        *parameters,
              gpointer         user_data)
{
  ZgGlobalShortcut *self = user_data;
  g_autoptr (GVariant) options = NULL;
  const char *session;
  const char *id;
  const char *token = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(osta{sv})")))
    return;

  g_variant_get (parameters, "(&o&st@a{sv})", &session, &id, NULL, &options);
  if (!g_str_equal (session, self->session) || !g_str_equal (id, self->id))
    return;

  g_variant_lookup (options, "activation_token", "&s", &token);
  g_signal_emit (self, signals[ACTIVATED], 0, token);
}

static void
shortcuts_changed_cb (GDBusConnection *connection,
                      const char      *sender,
                      const char      *object_path,
                      const char      *interface_name,
                      const char      *signal_name,
                      GVariant        *parameters,
                      gpointer         user_data)
{
  ZgGlobalShortcut *self = user_data;
  g_autoptr (GVariant) shortcuts = NULL;
  const char *session;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(oa(sa{sv}))")))
    return;

  g_variant_get (parameters, "(&o@a(sa{sv}))", &session, &shortcuts);
  if (g_str_equal (session, self->session) && read_trigger (self, shortcuts))
    {
      set_turned_on (self, TRUE);
      set_state (self, ZG_SHORTCUT_BOUND);
    }
}

/* It stays turned on: the next start may find the desktop in another mood, and a person who says no turns it off. */
static void
session_closed_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *object_path,
                   const char      *interface_name,
                   const char      *signal_name,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  ZgGlobalShortcut *self = user_data;

  g_clear_pointer (&self->session, g_free);
  self->wanted = FALSE;
  end_session (self);
  set_state (self, ZG_SHORTCUT_ENDED);
}

static void
refuse (ZgGlobalShortcut *self,
        const GError     *error)
{
  self->wanted = FALSE;
  /* Somebody has answered, and is not asked again at the next start. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_turned_on (self, FALSE);
  else
    g_debug ("The desktop gives no key: %s", error->message);
  set_state (self, ZG_SHORTCUT_REFUSED);
}

static void
bound_cb (GVariant     *results,
          const GError *error,
          gpointer      user_data)
{
  ZgGlobalShortcut *self = user_data;
  g_autoptr (ZgPortalRequest) request = g_steal_pointer (&self->request);
  g_autoptr (GVariant) shortcuts = NULL;
  gboolean bound;

  if (error != NULL)
    {
      end_session (self);
      refuse (self, error);
      return;
    }

  shortcuts = g_variant_lookup_value (results, "shortcuts", G_VARIANT_TYPE ("a(sa{sv})"));
  bound = shortcuts != NULL && read_trigger (self, shortcuts);
  /* One that was not bound is not listed. The session stays: a desktop that lists it later says so. */
  self->wanted = bound;
  set_turned_on (self, bound);
  set_state (self, bound ? ZG_SHORTCUT_BOUND : ZG_SHORTCUT_REFUSED);
}

static void
listen (ZgGlobalShortcut *self)
{
  const struct {
    const char *interface;
    const char *name;
    const char *path;
    GDBusSignalCallback callback;
  } heard[] = {
    { SHORTCUTS_INTERFACE, "Activated", ZG_PORTAL_PATH, activated_cb },
    { SHORTCUTS_INTERFACE, "ShortcutsChanged", ZG_PORTAL_PATH, shortcuts_changed_cb },
    { SESSION_INTERFACE, "Closed", self->session, session_closed_cb },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (heard) == G_N_ELEMENTS (self->signal_ids));
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    self->signal_ids[i] = g_dbus_connection_signal_subscribe (self->connection, ZG_PORTAL_NAME, heard[i].interface,
                                                              heard[i].name, heard[i].path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                              heard[i].callback, self, NULL);
}

static void
bind_shortcut (ZgGlobalShortcut *self)
{
  GVariantBuilder shortcuts;
  GVariantBuilder options;
  GVariant *token;

  g_variant_builder_init (&shortcuts, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_builder_open (&shortcuts, G_VARIANT_TYPE ("(sa{sv})"));
  g_variant_builder_add (&shortcuts, "s", self->id);
  g_variant_builder_open (&shortcuts, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&shortcuts, "{sv}", "description", g_variant_new_string (self->description));
  g_variant_builder_add (&shortcuts, "{sv}", "preferred_trigger", g_variant_new_string (self->preferred_trigger));
  g_variant_builder_close (&shortcuts);
  g_variant_builder_close (&shortcuts);

  self->request = zg_portal_request_new (self->connection, bound_cb, self);
  token = g_variant_new_string (zg_portal_request_get_token (self->request));
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", token);
  zg_portal_request_call (self->request, SHORTCUTS_INTERFACE, "BindShortcuts",
                          g_variant_new ("(oa(sa{sv})sa{sv})", self->session, &shortcuts, self->parent_window, &options));
  /* A window of now may be gone when the portal comes back. */
  g_clear_pointer (&self->parent_window, g_free);
  self->parent_window = g_strdup ("");
}

static void
session_created_cb (GVariant     *results,
                    const GError *error,
                    gpointer      user_data)
{
  ZgGlobalShortcut *self = user_data;
  g_autoptr (ZgPortalRequest) request = g_steal_pointer (&self->request);
  g_autoptr (GError) nowhere = NULL;
  const char *session = NULL;

  /* A string by mistake of the first version, and for ever since. */
  if (error == NULL && (!g_variant_lookup (results, "session_handle", "&s", &session) || !g_variant_is_object_path (session)))
    error = nowhere = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The desktop could not do it."));
  if (error != NULL)
    {
      refuse (self, error);
      return;
    }

  self->session = g_strdup (session);
  listen (self);
  bind_shortcut (self);
}

/* A session can bind only once, so there is a new one each time. */
static void
create_session (ZgGlobalShortcut *self)
{
  GVariantBuilder options;
  GVariant *token;

  end_session (self);
  set_state (self, ZG_SHORTCUT_ASKING);
  self->request = zg_portal_request_new (self->connection, session_created_cb, self);
  token = g_variant_new_string (zg_portal_request_get_token (self->request));
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", token);
  g_variant_builder_add (&options, "{sv}", "session_handle_token", token);
  zg_portal_request_call (self->request, SHORTCUTS_INTERFACE, "CreateSession", g_variant_new ("(a{sv})", &options));
}

/* The portal may come back, as after an update; the key is asked for again then. */
static void
portal_cb (GDBusConnection *connection,
           gpointer         user_data)
{
  ZgGlobalShortcut *self = user_data;

  if (connection == NULL)
    {
      g_clear_pointer (&self->session, g_free);
      end_session (self);
    }
  g_set_object (&self->connection, connection);
  if (connection == NULL)
    set_state (self, ZG_SHORTCUT_MISSING);
  else if (self->wanted)
    create_session (self);
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
  self->portal = zg_portal_new (SHORTCUTS_INTERFACE, portal_cb, self);
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
    create_session (self);
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
