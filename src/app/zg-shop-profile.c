/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shop-profile"

#include "config.h"

#include "zg-shop-profile.h"

/* "0" when the hint bar is switched off. */
#define SETTING_SHOW_HINTS "window.hints"

struct _ZgShopProfile
{
  GObject parent_instance;

  ZgStore *store;
  char *shop_name;
  ZgStaff *clerk;
  GPtrArray *staff;
  gboolean set_up;
  gboolean show_hints;
};

enum {
  PROP_0,
  PROP_SHOP_NAME,
  PROP_CLERK_ID,
  PROP_CLERK_NAME,
  PROP_CLERK_NUMBER,
  PROP_SET_UP,
  PROP_SHOW_HINTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgShopProfile, zg_shop_profile, G_TYPE_OBJECT)

static void
fail (ZgShopProfile *self,
      const GError  *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
load_staff (ZgShopProfile  *self,
            ZgDatabase     *db,
            GError        **error)
{
  g_autoptr (GPtrArray) staff = zg_shop_table_load_staff (db, error);

  if (staff == NULL)
    return FALSE;

  g_ptr_array_unref (self->staff);
  self->staff = g_steal_pointer (&staff);
  g_clear_pointer (&self->clerk, zg_staff_free);
  /* Nobody on duty is no error here: the shop is new. */
  self->clerk = zg_shop_table_get_clerk (db, NULL);

  return TRUE;
}

/* A handful of single rows, which take less than a hand-over to another thread. */
static void
load (ZgShopProfile *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (self->store, &error);
  g_autofree char *hints = NULL;
  g_autofree char *set_up = NULL;

  if (db == NULL || !load_staff (self, db, &error))
    {
      fail (self, error);
      return;
    }

  g_free (self->shop_name);
  self->shop_name = zg_shop_table_get_setting (db, ZG_SETTING_SHOP_NAME, "", NULL);
  set_up = zg_shop_table_get_setting (db, ZG_SETTING_SET_UP, "0", NULL);
  hints = zg_shop_table_get_setting (db, SETTING_SHOW_HINTS, "1", NULL);
  self->set_up = g_strcmp0 (set_up, "1") == 0;
  self->show_hints = g_strcmp0 (hints, "0") != 0;
}

static void
store_changed_cb (ZgShopProfile *self,
                  guint          tables,
                  GArray        *customer_ids,
                  GArray        *order_ids)
{
  if ((tables & (ZG_TABLE_SETTING | ZG_TABLE_STAFF)) == 0)
    return;

  load (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_SHOP_NAME; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
zg_shop_profile_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ZgShopProfile *self = ZG_SHOP_PROFILE (object);

  switch (prop_id)
    {
    case PROP_SHOP_NAME:
      g_value_set_string (value, self->shop_name);
      break;
    case PROP_CLERK_ID:
      g_value_set_int64 (value, zg_shop_profile_get_clerk_id (self));
      break;
    case PROP_CLERK_NAME:
      g_value_set_string (value, zg_shop_profile_get_clerk_name (self));
      break;
    case PROP_CLERK_NUMBER:
      g_value_set_string (value, zg_shop_profile_get_clerk_number (self));
      break;
    case PROP_SET_UP:
      g_value_set_boolean (value, self->set_up);
      break;
    case PROP_SHOW_HINTS:
      g_value_set_boolean (value, self->show_hints);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_shop_profile_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ZgShopProfile *self = ZG_SHOP_PROFILE (object);

  switch (prop_id)
    {
    case PROP_SHOW_HINTS:
      zg_shop_profile_set_show_hints (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_shop_profile_finalize (GObject *object)
{
  ZgShopProfile *self = ZG_SHOP_PROFILE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->shop_name, g_free);
  g_clear_pointer (&self->clerk, zg_staff_free);
  g_clear_pointer (&self->staff, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_shop_profile_parent_class)->finalize (object);
}

static void
zg_shop_profile_class_init (ZgShopProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = zg_shop_profile_get_property;
  object_class->set_property = zg_shop_profile_set_property;
  object_class->finalize = zg_shop_profile_finalize;

  properties[PROP_SHOP_NAME] = g_param_spec_string ("shop-name", NULL, NULL, "", readable);
  properties[PROP_CLERK_ID] = g_param_spec_int64 ("clerk-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_CLERK_NAME] = g_param_spec_string ("clerk-name", NULL, NULL, "", readable);
  properties[PROP_CLERK_NUMBER] = g_param_spec_string ("clerk-number", NULL, NULL, "", readable);
  properties[PROP_SET_UP] = g_param_spec_boolean ("set-up", NULL, NULL, FALSE, readable);
  properties[PROP_SHOW_HINTS] =
    g_param_spec_boolean ("show-hints", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", ZG_TYPE_SHOP_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zg_shop_profile_init (ZgShopProfile *self)
{
  self->shop_name = g_strdup ("");
  self->staff = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_staff_free);
  self->show_hints = TRUE;
}

/* Writing *********************************************************************************************************/

typedef struct {
  char *key;
  char *text;
  char *number;
  gint64 id;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->key);
  g_free (change->text);
  g_free (change->number);
  g_free (change);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgShopProfile) self = user_data;
  g_autoptr (GError) error = NULL;
  Change *change = zg_store_finish (ZG_STORE (object), result, &error);

  if (change == NULL)
    fail (self, error);
  else
    change_free (change);
}

static void
write_change (ZgShopProfile *self,
              ZgStoreFunc    func,
              Change        *change)
{
  zg_store_write_async (self->store, func, change, change_free, NULL, written_cb, g_object_ref (self));
}

static gboolean
write_setting (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Change *change = data;

  return zg_shop_table_set_setting (db, change->key, change->text, error);
}

static gboolean
write_clerk (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Change *change = data;

  return zg_shop_table_set_clerk (db, change->id, error);
}

static gboolean
write_new_clerk (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Change *change = data;

  change->id = zg_shop_table_insert_staff (db, change->text, change->number, error);
  return change->id != 0 && zg_shop_table_set_clerk (db, change->id, error);
}

/* Public API ******************************************************************************************************/

/**
 * zg_shop_profile_new:
 * @store: the shop file
 *
 * Returns: (transfer full): what is known of the shop
 */
ZgShopProfile *
zg_shop_profile_new (ZgStore *store)
{
  ZgShopProfile *self;

  g_return_val_if_fail (ZG_IS_STORE (store), NULL);

  self = g_object_new (ZG_TYPE_SHOP_PROFILE, NULL);
  self->store = g_object_ref (store);
  load (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * zg_shop_profile_get_shop_name:
 *
 * Returns: (transfer none): what the shop is called, may be empty
 */
const char *
zg_shop_profile_get_shop_name (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), NULL);

  return self->shop_name;
}

/**
 * zg_shop_profile_set_shop_name:
 * @name: what the shop is called
 *
 * #ZgShopProfile:shop-name changes once it is written, as with all the setters.
 */
void
zg_shop_profile_set_shop_name (ZgShopProfile *self,
                               const char    *name)
{
  Change *change;

  g_return_if_fail (ZG_IS_SHOP_PROFILE (self));

  if (g_strcmp0 (name, self->shop_name) == 0)
    return;
  change = g_new0 (Change, 1);
  change->key = g_strdup (ZG_SETTING_SHOP_NAME);
  change->text = g_strdup (name);
  write_change (self, write_setting, change);
}

/**
 * zg_shop_profile_get_clerk_id:
 *
 * Returns: who works here, or 0 before the first start is done
 */
gint64
zg_shop_profile_get_clerk_id (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), 0);

  return self->clerk != NULL ? self->clerk->id : 0;
}

/**
 * zg_shop_profile_get_clerk_name:
 *
 * Returns: (transfer none): what the clerk is called, may be empty
 */
const char *
zg_shop_profile_get_clerk_name (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), NULL);

  return self->clerk != NULL ? self->clerk->name : "";
}

/**
 * zg_shop_profile_get_clerk_number:
 *
 * Returns: (transfer none): the number customers know the clerk by, may be empty
 */
const char *
zg_shop_profile_get_clerk_number (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), NULL);

  return self->clerk != NULL ? self->clerk->number : "";
}

/**
 * zg_shop_profile_set_clerk:
 * @staff_id: who sits at the desk from now on
 */
void
zg_shop_profile_set_clerk (ZgShopProfile *self,
                           gint64         staff_id)
{
  Change *change;

  g_return_if_fail (ZG_IS_SHOP_PROFILE (self));

  change = g_new0 (Change, 1);
  change->id = staff_id;
  write_change (self, write_clerk, change);
}

/**
 * zg_shop_profile_get_staff:
 *
 * Returns: (transfer none) (element-type ZgStaff): everybody who works here; good until the next notify::clerk-id
 */
GPtrArray *
zg_shop_profile_get_staff (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), NULL);

  return self->staff;
}

/**
 * zg_shop_profile_add_clerk:
 * @name: what they are called
 * @number: the number customers know them by, may be empty
 *
 * Somebody new works here, and sits at the desk now.
 */
void
zg_shop_profile_add_clerk (ZgShopProfile *self,
                           const char    *name,
                           const char    *number)
{
  Change *change;

  g_return_if_fail (ZG_IS_SHOP_PROFILE (self));

  change = g_new0 (Change, 1);
  change->text = g_strdup (name);
  change->number = g_strdup (number);
  write_change (self, write_new_clerk, change);
}

/**
 * zg_shop_profile_get_set_up:
 *
 * Returns: whether the questions of the first start were answered
 */
gboolean
zg_shop_profile_get_set_up (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), FALSE);

  return self->set_up;
}

/**
 * zg_shop_profile_get_show_hints:
 *
 * Returns: whether the window shows the keys that are true now
 */
gboolean
zg_shop_profile_get_show_hints (ZgShopProfile *self)
{
  g_return_val_if_fail (ZG_IS_SHOP_PROFILE (self), FALSE);

  return self->show_hints;
}

/**
 * zg_shop_profile_set_show_hints:
 *
 * Sets whether the window shows the keys that are true now.
 */
void
zg_shop_profile_set_show_hints (ZgShopProfile *self,
                                gboolean       show_hints)
{
  Change *change;

  g_return_if_fail (ZG_IS_SHOP_PROFILE (self));

  show_hints = !!show_hints;
  if (self->show_hints == show_hints)
    return;

  /* At once, so that a switch does not jump back for a moment. */
  self->show_hints = show_hints;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_HINTS]);

  change = g_new0 (Change, 1);
  change->key = g_strdup (SETTING_SHOW_HINTS);
  change->text = g_strdup (show_hints ? "1" : "0");
  write_change (self, write_setting, change);
}
