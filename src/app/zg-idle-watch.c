/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-idle-watch"

#include "config.h"

#include "zg-idle-watch.h"

/**
 * ZgIdleWatch:
 *
 * Knows when nobody has used the window for some time: the person at the desk may have turned to somebody else, and
 * may have forgotten whom they were talking to.
 */
struct _ZgIdleWatch
{
  GObject parent_instance;

  gint64 idle_after;
  gint64 touched_at;
  guint timeout;
  gboolean idle;
  gboolean doubt;
};

enum {
  PROP_0,
  PROP_IDLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgIdleWatch, zg_idle_watch, G_TYPE_OBJECT)

static void
set_idle (ZgIdleWatch *self,
          gboolean     idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  self->doubt |= idle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

static gboolean
timeout_cb (gpointer data)
{
  ZgIdleWatch *self = data;
  gint64 left = self->touched_at + self->idle_after - g_get_monotonic_time ();

  self->timeout = 0;
  if (left > 0)
    self->timeout = g_timeout_add (left / 1000 + 1, timeout_cb, self);
  else
    set_idle (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
zg_idle_watch_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IDLE:
      g_value_set_boolean (value, ZG_IDLE_WATCH (object)->idle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_idle_watch_finalize (GObject *object)
{
  g_clear_handle_id (&ZG_IDLE_WATCH (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (zg_idle_watch_parent_class)->finalize (object);
}

static void
zg_idle_watch_class_init (ZgIdleWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_idle_watch_get_property;
  object_class->finalize = zg_idle_watch_finalize;

  properties[PROP_IDLE] =
    g_param_spec_boolean ("idle", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_idle_watch_init (ZgIdleWatch *self)
{
}

/**
 * zg_idle_watch_new:
 * @idle_after: microseconds without a touch that count as idle
 *
 * Returns: (transfer full): a watch that was touched just now
 */
ZgIdleWatch *
zg_idle_watch_new (gint64 idle_after)
{
  ZgIdleWatch *self = g_object_new (ZG_TYPE_IDLE_WATCH, NULL);

  self->idle_after = idle_after;
  zg_idle_watch_touch (self);

  return self;
}

/**
 * zg_idle_watch_get_idle:
 *
 * Returns: whether nobody has used the window for so long
 */
gboolean
zg_idle_watch_get_idle (ZgIdleWatch *self)
{
  g_return_val_if_fail (ZG_IS_IDLE_WATCH (self), FALSE);

  return self->idle;
}

/**
 * zg_idle_watch_touch:
 *
 * Somebody used the keyboard or the pointer.
 */
void
zg_idle_watch_touch (ZgIdleWatch *self)
{
  g_return_if_fail (ZG_IS_IDLE_WATCH (self));

  /* Called for every movement of the pointer: the timer looks at the time itself instead of being set anew. */
  self->touched_at = g_get_monotonic_time ();
  if (self->timeout == 0)
    self->timeout = g_timeout_add (self->idle_after / 1000, timeout_cb, self);
  set_idle (self, FALSE);
}

/**
 * zg_idle_watch_take_doubt:
 *
 * Returns: whether nobody was there for a while, and nobody has been asked since whom they are talking to; asking is up
 *   to the caller, and is not asked for again
 */
gboolean
zg_idle_watch_take_doubt (ZgIdleWatch *self)
{
  gboolean doubt;

  g_return_val_if_fail (ZG_IS_IDLE_WATCH (self), FALSE);

  doubt = self->doubt;
  self->doubt = FALSE;

  return doubt;
}
