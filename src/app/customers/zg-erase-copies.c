/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-erase-copies"

#include "config.h"

#include "zg-erase-copies.h"

#include <glib/gi18n.h>

#include "zg-erase-task.h"
#include "zg-markup.h"

/**
 * ZgEraseCopies:
 *
 * The copies of the shop file that may still hold who was erased, with date and size, and what became of each. They are made
 * anew one after the other.
 *
 * Signals: changed (): it began, another copy is done, or it stopped.
 */
struct _ZgEraseCopies
{
  AdwPreferencesGroup parent_instance;

  ZgSession *session;
  GPtrArray *copies;            /* ZgShopCopy */
  GPtrArray *rows;              /* of each copy */
  guint n_done;
  GCancellable *cancellable;    /* while it goes on */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgEraseCopies, zg_erase_copies, ADW_TYPE_PREFERENCES_GROUP)

static void rewrite_next (ZgEraseCopies *self);

static const char *
kind_to_label (ZgShopCopyKind kind)
{
  switch (kind)
    {
    case ZG_SHOP_COPY_MIGRATION:
      return _("Before a new release");
    case ZG_SHOP_COPY_REPLACED:
      return _("Replaced by a backup");
    case ZG_SHOP_COPY_UNFINISHED:
      return _("Unfinished copy");
    case ZG_SHOP_COPY_BACKUP:
    default:
      return _("Backup");
    }
}

static void
show_state (AdwActionRow *row,
            const char   *state)
{
  const char *facts = g_object_get_data (G_OBJECT (row), "zg-facts");
  g_autofree char *text = g_strjoin (" · ", facts, state, NULL);

  zg_markup_row_set_subtitle (row, text);
}

static void
add_row (ZgEraseCopies    *self,
         const ZgShopCopy *copy)
{
  GtkWidget *row = adw_action_row_new ();
  ZgClock *clock = zg_session_get_clock (self->session);
  g_autofree char *time = zg_time_to_text (copy->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autofree char *size = g_format_size (copy->size);

  g_object_set_data_full (G_OBJECT (row), "zg-facts", g_strjoin (" · ", time, size, NULL), g_free);
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), kind_to_label (copy->kind));
  show_state (ADW_ACTION_ROW (row), NULL);
  gtk_widget_set_tooltip_text (row, copy->path);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
rewritten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgEraseCopies) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean was_changed;
  gboolean ok = zg_erase_task_rewrite_finish (result, &was_changed, &error);
  AdwActionRow *row;

  if (self->rows == NULL)
    return;

  row = self->rows->pdata[self->n_done];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_state (row, _("stopped, it is as it was"));
      g_clear_object (&self->cancellable);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  show_state (row, !ok ? error->message : was_changed ? _("made anew without them") : _("nothing to take out"));
  self->n_done++;
  rewrite_next (self);
}

static void
rewrite_next (ZgEraseCopies *self)
{
  if (self->n_done == self->copies->len || g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&self->cancellable);
    }
  else
    {
      show_state (self->rows->pdata[self->n_done], _("is made anew…"));
      zg_erase_task_rewrite_async (self->session, self->copies->pdata[self->n_done], self->cancellable, rewritten_cb,
                                   g_object_ref (self));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zg_erase_copies_dispose (GObject *object)
{
  ZgEraseCopies *self = ZG_ERASE_COPIES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_erase_copies_parent_class)->dispose (object);
}

static void
zg_erase_copies_class_init (ZgEraseCopiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_erase_copies_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_ERASE_COPIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_erase_copies_init (ZgEraseCopies *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * zg_erase_copies_show:
 * @session: the shop
 * @copies: (element-type ZgShopCopy): its copies
 *
 * Shows which copies there are, instead of what was shown before.
 */
void
zg_erase_copies_show (ZgEraseCopies *self,
                      ZgSession     *session,
                      GPtrArray     *copies)
{
  g_return_if_fail (ZG_IS_ERASE_COPIES (self));
  g_return_if_fail (!zg_erase_copies_is_busy (self));

  g_set_object (&self->session, session);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  self->copies = g_ptr_array_ref (copies);
  self->n_done = 0;
  for (guint i = 0; i < copies->len; i++)
    add_row (self, copies->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), copies->len > 0);
}

/**
 * zg_erase_copies_get_n_left:
 *
 * Returns: how many copies nobody has tried to make anew yet
 */
guint
zg_erase_copies_get_n_left (ZgEraseCopies *self)
{
  g_return_val_if_fail (ZG_IS_ERASE_COPIES (self), 0);

  return self->copies != NULL ? self->copies->len - self->n_done : 0;
}

/**
 * zg_erase_copies_is_busy:
 *
 * Returns: whether copies are made anew
 */
gboolean
zg_erase_copies_is_busy (ZgEraseCopies *self)
{
  g_return_val_if_fail (ZG_IS_ERASE_COPIES (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * zg_erase_copies_rewrite:
 *
 * Makes the copies that are left anew, one after the other.
 */
void
zg_erase_copies_rewrite (ZgEraseCopies *self)
{
  g_return_if_fail (ZG_IS_ERASE_COPIES (self));

  if (self->cancellable != NULL || zg_erase_copies_get_n_left (self) == 0)
    return;
  self->cancellable = g_cancellable_new ();
  rewrite_next (self);
}

/**
 * zg_erase_copies_stop:
 *
 * Leaves the copies that are left as they are.
 */
void
zg_erase_copies_stop (ZgEraseCopies *self)
{
  g_return_if_fail (ZG_IS_ERASE_COPIES (self));

  g_cancellable_cancel (self->cancellable);
}
