/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wait-row"

#include "config.h"

#include "zg-wait-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-waiting.h"

/**
 * ZgWaitRow:
 *
 * For how many minutes a customer may wait who was told "one moment, please".
 */
struct _ZgWaitRow
{
  AdwActionRow parent_instance;

  ZgSession *session;
  GtkSpinButton *minutes;
  guint n_writing;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (ZgWaitRow, zg_wait_row, ADW_TYPE_ACTION_ROW)

static gboolean
write_minutes (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return zg_waiting_set_minutes (db, *(gint64 *) data, error);
}

static void
show (ZgWaitRow *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), &error);
  gint64 minutes = db != NULL ? zg_waiting_get_minutes (db, &error) : 0;

  if (error != NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }

  self->is_showing = TRUE;
  gtk_spin_button_set_value (self->minutes, minutes);
  self->is_showing = FALSE;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgWaitRow) self = user_data;
  g_autoptr (GError) error = NULL;

  g_free (zg_store_finish (ZG_STORE (object), result, &error));
  self->n_writing--;
  if (self->session == NULL || error == NULL)
    return;
  zg_session_fail (self->session, error);
  show (self);
}

static void
changed_cb (ZgWaitRow *self)
{
  gint64 *minutes;

  if (self->is_showing || self->session == NULL)
    return;

  minutes = g_new (gint64, 1);
  *minutes = gtk_spin_button_get_value_as_int (self->minutes);
  self->n_writing++;
  zg_store_write_async (zg_session_get_store (self->session), write_minutes, minutes, g_free, NULL, written_cb,
                        g_object_ref (self));
}

/* What is being written is newer than what was. */
static void
store_changed_cb (ZgWaitRow *self,
                  guint      tables)
{
  if ((tables & ZG_TABLE_SETTING) != 0 && self->n_writing == 0 && self->session != NULL)
    show (self);
}

/* Who scrolls through the preferences does not mean the number that passes under the pointer. */
static void
ignore_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
zg_wait_row_dispose (GObject *object)
{
  g_clear_object (&ZG_WAIT_ROW (object)->session);

  G_OBJECT_CLASS (zg_wait_row_parent_class)->dispose (object);
}

static void
zg_wait_row_class_init (ZgWaitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_wait_row_dispose;
}

static void
zg_wait_row_init (ZgWaitRow *self)
{
  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, ZG_WAITING_MAX_MINUTES, 1));
  gtk_spin_button_set_numeric (self->minutes, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->minutes), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Minutes a customer may wait"), -1);
  ignore_scrolling (GTK_WIDGET (self->minutes));
  g_signal_connect_object (self->minutes, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->minutes));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->minutes));
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (self), _("Minutes a customer may wait"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (self), _("after a reply that says “one moment, please”; then you are told"));
}

/**
 * zg_wait_row_new:
 * @session: whose shop it is
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
zg_wait_row_new (ZgSession *session)
{
  ZgWaitRow *self = g_object_new (ZG_TYPE_WAIT_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
