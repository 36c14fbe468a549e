/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-session"

#include "config.h"

#include "zg-session.h"

#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-session-write.h"

/* After three minutes without a key or the pointer one may have forgotten whom one was talking to. */
#define IDLE_AFTER (3 * 60 * G_USEC_PER_SEC)

struct _ZgSession
{
  GObject parent_instance;

  ZgStore *store;
  ZgClock *clock;
  ZgShopProfile *profile;

  gint64 customer_id;
  gint64 order_id;
  ZgCustomer *customer;
  ZgOrder *order;
  GPtrArray *recents;

  ZgIdleWatch *idle_watch;
  ZgUnfinishedErase *unfinished_erase;
};

enum {
  PROP_0,
  PROP_STORE,
  PROP_CUSTOMER_ID,
  PROP_ORDER_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  PERSON_CHANGED,
  RECENTS_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgSession, zg_session, G_TYPE_OBJECT)

/* Single rows by id are read at once: that takes less than a hand-over to another thread. */
static void
load_person (ZgSession *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (self->store, &error);

  g_clear_pointer (&self->customer, zg_customer_free);
  g_clear_pointer (&self->order, zg_order_free);
  if (db != NULL && self->customer_id != 0)
    self->customer = zg_customer_table_load (db, self->customer_id, &error);
  if (self->customer != NULL && self->order_id != 0)
    self->order = zg_order_table_load (db, self->order_id, &error);
  if (error != NULL && !g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    zg_session_fail (self, error);

  /* One buyer's data must never go to another. */
  if (self->order != NULL && self->order->customer_id != self->customer_id)
    g_clear_pointer (&self->order, zg_order_free);
  if (self->customer == NULL)
    self->customer_id = 0;
  if (self->order == NULL)
    self->order_id = 0;
}

static void
person_changed (ZgSession *self)
{
  load_person (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUSTOMER_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_ID]);
  g_signal_emit (self, signals[PERSON_CHANGED], 0);
}

static void
load_recents (ZgSession *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (self->store, &error);
  g_autoptr (GPtrArray) recents = db != NULL ? zg_shop_table_load_recents (db, &error) : NULL;

  if (recents == NULL)
    {
      zg_session_fail (self, error);
      return;
    }
  g_ptr_array_unref (self->recents);
  self->recents = g_steal_pointer (&recents);
}

static gboolean
concerns (GArray *ids,
          gint64  id)
{
  if (id == 0)
    return FALSE;
  if (ids == NULL)
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
store_changed_cb (ZgSession *self,
                  guint      tables,
                  GArray    *customer_ids,
                  GArray    *order_ids)
{
  if (((tables & ZG_TABLE_CUSTOMER) != 0 && concerns (customer_ids, self->customer_id))
      || ((tables & ZG_TABLE_ORDER) != 0 && concerns (order_ids, self->order_id)))
    person_changed (self);
  if ((tables & (ZG_TABLE_RECENT | ZG_TABLE_CUSTOMER)) != 0)
    {
      load_recents (self);
      g_signal_emit (self, signals[RECENTS_CHANGED], 0);
    }
}

typedef struct {
  gint64 customer_id;
  gint64 order_id;
  ZgTime at;
} RecentNote;

static gboolean
note_recent (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  RecentNote *note = data;

  return zg_shop_table_note_recent (db, note->customer_id, note->order_id, note->at, error);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_session_constructed (GObject *object)
{
  ZgSession *self = ZG_SESSION (object);

  G_OBJECT_CLASS (zg_session_parent_class)->constructed (object);

  self->unfinished_erase = zg_unfinished_erase_new (self->store);
  self->profile = zg_shop_profile_new (self->store);
  g_signal_connect_object (self->profile, "failed", G_CALLBACK (zg_session_fail), self, G_CONNECT_SWAPPED);
  load_recents (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_session_finalize (GObject *object)
{
  ZgSession *self = ZG_SESSION (object);

  g_clear_pointer (&self->customer, zg_customer_free);
  g_clear_pointer (&self->order, zg_order_free);
  g_clear_pointer (&self->recents, g_ptr_array_unref);
  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_object (&self->idle_watch);
  g_clear_object (&self->unfinished_erase);
  g_clear_object (&self->profile);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (zg_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, ZG_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_ORDER_ID] = g_param_spec_int64 ("order-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_session_class_init (ZgSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_session_get_property;
  object_class->set_property = zg_session_set_property;
  object_class->constructed = zg_session_constructed;
  object_class->finalize = zg_session_finalize;
  install_properties (object_class);

  signals[PERSON_CHANGED] =
    g_signal_new ("person-changed", ZG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECENTS_CHANGED] =
    g_signal_new ("recents-changed", ZG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", ZG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_session_init (ZgSession *self)
{
  self->recents = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_recent_free);
  self->idle_watch = zg_idle_watch_new (IDLE_AFTER);
}

/**
 * zg_session_new:
 * @store: the shop file
 * @clock: what time it is
 *
 * Returns: (transfer full): a session that talks to nobody yet
 */
ZgSession *
zg_session_new (ZgStore *store,
                ZgClock *clock)
{
  ZgSession *self = g_object_new (ZG_TYPE_SESSION, "store", store, NULL);

  self->clock = zg_clock_ref (clock);

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
 * zg_session_get_profile:
 *
 * Returns: (transfer none): the shop's name, who works here, the window's settings
 */
ZgShopProfile *
zg_session_get_profile (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->profile;
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
 * Returns: (transfer none) (nullable): whom the clerk is talking to; good until the next #ZgSession::person-changed
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
 * Returns: (transfer none) (nullable): about which order they are talking; good until the next
 *   #ZgSession::person-changed
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
 * @order_id: about which order, or 0. An order of somebody else is not taken
 *
 * Changes whom everything is filled in for.
 */
void
zg_session_talk_to (ZgSession *self,
                    gint64     customer_id,
                    gint64     order_id)
{
  g_return_if_fail (ZG_IS_SESSION (self));

  zg_idle_watch_touch (self->idle_watch);
  /* Who has just been chosen is meant. */
  zg_idle_watch_take_doubt (self->idle_watch);
  if (self->customer_id == customer_id && self->order_id == order_id)
    return;

  self->customer_id = customer_id;
  self->order_id = order_id;
  person_changed (self);

  if (self->customer != NULL && !zg_store_is_read_only (self->store))
    {
      RecentNote *note = g_new0 (RecentNote, 1);

      note->customer_id = self->customer_id;
      note->order_id = self->order_id;
      note->at = zg_clock_now (self->clock);
      zg_session_write (self, note_recent, note, g_free);
    }
}

/**
 * zg_session_get_recents:
 *
 * Returns: (transfer none) (element-type ZgRecent): the last eight customers in the order of their places; good until
 *   the next #ZgSession::recents-changed
 */
GPtrArray *
zg_session_get_recents (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->recents;
}

/**
 * zg_session_get_recent:
 * @place: 0 to 7
 *
 * Returns: (transfer none) (nullable): who has that place
 */
const ZgRecent *
zg_session_get_recent (ZgSession *self,
                       int        place)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  for (guint i = 0; i < self->recents->len; i++)
    {
      const ZgRecent *recent = g_ptr_array_index (self->recents, i);

      if (recent->place == place)
        return recent;
    }
  return NULL;
}

/**
 * zg_session_get_clerk_id:
 *
 * Returns: who works here, for what is written about who did it; 0 before the first start is done
 */
gint64
zg_session_get_clerk_id (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), 0);

  return zg_shop_profile_get_clerk_id (self->profile);
}

/**
 * zg_session_get_unfinished_erase:
 *
 * Returns: (transfer none): whether somebody who was erased is still in the bytes of the shop file
 */
ZgUnfinishedErase *
zg_session_get_unfinished_erase (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->unfinished_erase;
}

/**
 * zg_session_get_idle_watch:
 *
 * Returns: (transfer none): whether somebody is at the desk: "notify::idle" after three minutes without them
 */
ZgIdleWatch *
zg_session_get_idle_watch (ZgSession *self)
{
  g_return_val_if_fail (ZG_IS_SESSION (self), NULL);

  return self->idle_watch;
}

/**
 * zg_session_fail:
 * @error: what went wrong
 *
 * Tells the window of something that could not be done, so that it tells the person.
 */
void
zg_session_fail (ZgSession    *self,
                 const GError *error)
{
  g_return_if_fail (ZG_IS_SESSION (self));
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[FAILED], 0, error);
}
