/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-session"

#include "config.h"

#include "zg-session.h"

/* After this long without a key or the pointer, the person at the desk may have forgotten whom they were talking to. */
#define IDLE_AFTER (3 * 60 * G_USEC_PER_SEC)

struct _ZgSession
{
  GObject parent_instance;

  ZgStore *store;
  ZgClock *clock;
  gint64 customer_id;
  gint64 order_id;
  ZgCustomer *customer;
  ZgOrder *order;
  gint64 clerk_id;
  char *clerk_name;
  char *shop_name;
  gboolean show_hints;
  gboolean idle;
  gint64 touched_at;
  guint idle_timeout;
};

enum {
  PROP_0,
  PROP_STORE,
  PROP_CUSTOMER_ID,
  PROP_ORDER_ID,
  PROP_CLERK_ID,
  PROP_CLERK_NAME,
  PROP_SHOP_NAME,
  PROP_SHOW_HINTS,
  PROP_IDLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  PERSON_CHANGED,
  RECENTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgSession, zg_session, G_TYPE_OBJECT)

static void
set_idle (ZgSession *self,
          gboolean   idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

static gboolean
idle_timeout_cb (gpointer data)
{
  ZgSession *self = data;
  gint64 left = self->touched_at + IDLE_AFTER - g_get_monotonic_time ();

  self->idle_timeout = 0;
  if (left > 0)
    self->idle_timeout = g_timeout_add (left / 1000 + 1, idle_timeout_cb, self);
  else
    set_idle (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
zg_session_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ZgSession *self = ZG_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_CUSTOMER_ID:
      g_value_set_int64 (value, self->customer_id);
      break;
    case PROP_ORDER_ID:
      g_value_set_int64 (value, self->order_id);
      break;
    case PROP_CLERK_ID:
      g_value_set_int64 (value, self->clerk_id);
      break;
    case PROP_CLERK_NAME:
      g_value_set_string (value, self->clerk_name);
      break;
    case PROP_SHOP_NAME:
      g_value_set_string (value, self->shop_name);
      break;
    case PROP_SHOW_HINTS:
      g_value_set_boolean (value, self->show_hints);
      break;
    case PROP_IDLE:
      g_value_set_boolean (value, self->idle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_session_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  ZgSession *self = ZG_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_SHOW_HINTS:
      zg_session_set_show_hints (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_session_finalize (GObject *object)
{
  ZgSession *self = ZG_SESSION (object);

  g_clear_handle_id (&self->idle_timeout, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->clerk_name, g_free);
  g_clear_pointer (&self->shop_name, g_free);

  G_OBJECT_CLASS (zg_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /* NULL only where no shop file could be opened. */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_ORDER_ID] = g_param_spec_int64 ("order-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_CLERK_ID] = g_param_spec_int64 ("clerk-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_CLERK_NAME] = g_param_spec_string ("clerk-name", NULL, NULL, "", readable);
  properties[PROP_SHOP_NAME] = g_param_spec_string ("shop-name", NULL, NULL, "", readable);
  properties[PROP_SHOW_HINTS] =
    g_param_spec_boolean ("show-hints", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_IDLE] = g_param_spec_boolean ("idle", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_session_class_init (ZgSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_session_get_property;
  object_class->set_property = zg_session_set_property;
  object_class->finalize = zg_session_finalize;
  install_properties (object_class);

  signals[PERSON_CHANGED] =
    g_signal_new ("person-changed", ZG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECENTS_CHANGED] =
    g_signal_new ("recents-changed", ZG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_session_init (ZgSession *self)
{
  self->clerk_name = g_strdup ("");
  self->shop_name = g_strdup ("");
  self->show_hints = TRUE;
  zg_session_touch (self);
}

/**
 * zg_session_new:
 * @store: (nullable): the shop file
 * @clock: (nullable): what time it is
 *
 * Returns: (transfer full): a session that talks to nobody yet
 */
ZgSession *
zg_session_new (ZgStore *store,
                ZgClock *clock)
{
  ZgSession *self = g_object_new (ZG_TYPE_SESSION, "store", store, NULL);

  self->clock = clock;

  return self;
}

/**
 * zg_session_get_store:
 *
 * Returns: (transfer none): the shop file
 */
ZgStore *
zg_session_get_store (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * zg_session_get_clock:
 *
 * Returns: (transfer none): what time it is for the shop
 */
ZgClock *
zg_session_get_clock (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->clock;
}

/**
 * zg_session_get_customer_id:
 *
 * Returns: whom the clerk is talking to, or 0
 */
gint64
zg_session_get_customer_id (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), 0);

  return self->customer_id;
}

/**
 * zg_session_get_order_id:
 *
 * Returns: about which order they are talking, or 0
 */
gint64
zg_session_get_order_id (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), 0);

  return self->order_id;
}

/**
 * zg_session_get_customer:
 *
 * Returns: (transfer none) (nullable): whom the clerk is talking to; %NULL for nobody, and until
 *   #ZgSession::person-changed says that they have been loaded
 */
const ZgCustomer *
zg_session_get_customer (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->customer;
}

/**
 * zg_session_get_order:
 *
 * Returns: (transfer none) (nullable): about which order they are talking, as zg_session_get_customer()
 */
const ZgOrder *
zg_session_get_order (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->order;
}

/**
 * zg_session_talk_to:
 * @customer_id: whom the clerk talks to from now on, or 0
 * @order_id: about which order, or 0
 *
 * Changes whom everything is filled in for. #ZgSession::person-changed follows when they have been loaded.
 */
void
zg_session_talk_to (ZgSession *self,
                    gint64     customer_id,
                    gint64     order_id)
{
  g_return_if_fail (ZG_IS_SESSION (self));

  if (self->customer_id == customer_id && self->order_id == order_id)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->customer_id != customer_id)
    {
      self->customer_id = customer_id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUSTOMER_ID]);
    }
  if (self->order_id != order_id)
    {
      self->order_id = order_id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_ID]);
    }
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[PERSON_CHANGED], 0);
}

/**
 * zg_session_get_clerk_id:
 *
 * Returns: who works here, or 0 before the first start is done
 */
gint64
zg_session_get_clerk_id (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), 0);

  return self->clerk_id;
}

/**
 * zg_session_get_clerk_name:
 *
 * Returns: (transfer none): what the clerk is called, may be empty
 */
const char *
zg_session_get_clerk_name (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->clerk_name;
}

/**
 * zg_session_get_shop_name:
 *
 * Returns: (transfer none): what the shop is called, may be empty
 */
const char *
zg_session_get_shop_name (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->shop_name;
}

/**
 * zg_session_get_show_hints:
 *
 * Returns: whether the window shows the keys that are true now
 */
gboolean
zg_session_get_show_hints (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), FALSE);

  return self->show_hints;
}

/**
 * zg_session_set_show_hints:
 *
 * Sets whether the window shows the keys that are true now.
 */
void
zg_session_set_show_hints (ZgSession *self,
                           gboolean   show_hints)
{
  g_return_if_fail (ZG_IS_SESSION (self));

  show_hints = !!show_hints;
  if (self->show_hints == show_hints)
    return;
  self->show_hints = show_hints;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_HINTS]);
}

/**
 * zg_session_touch:
 *
 * Somebody used the keyboard or the pointer: the three minutes start anew.
 */
void
zg_session_touch (ZgSession *self)
{
  g_return_if_fail (ZG_IS_SESSION (self));

  /* Called for every movement of the pointer: the timer looks at the time itself instead of being set anew. */
  self->touched_at = g_get_monotonic_time ();
  if (self->idle_timeout == 0)
    self->idle_timeout = g_timeout_add (IDLE_AFTER / 1000, idle_timeout_cb, self);
  set_idle (self, FALSE);
}
