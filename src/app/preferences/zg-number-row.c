/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-number-row"

#include "config.h"

#include "zg-number-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"

/**
 * ZgNumberRow:
 *
 * A number of the shop, written as it is changed.
 */
struct _ZgNumberRow
{
  AdwActionRow parent_instance;

  const ZgNumberKind *kind;
  ZgSession *session;
  GtkSpinButton *number;
  guint n_writing;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (ZgNumberRow, zg_number_row, ADW_TYPE_ACTION_ROW)

typedef struct {
  const ZgNumberKind *kind;
  gint64 number;
} Change;

static gboolean
write_number (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Change *change = data;

  return change->kind->set (db, change->number, error);
}

static void
show (ZgNumberRow *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), &error);
  gint64 number = db != NULL ? self->kind->get (db, &error) : 0;

  if (error != NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }

  self->is_showing = TRUE;
  gtk_spin_button_set_value (self->number, number);
  self->is_showing = FALSE;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgNumberRow) self = user_data;
  g_autoptr (GError) error = NULL;

  g_free (zg_store_finish (ZG_STORE (object), result, &error));
  self->n_writing--;
  if (self->session == NULL || error == NULL)
    return;
  zg_session_fail (self->session, error);
  show (self);
}

static void
changed_cb (ZgNumberRow *self)
{
  Change *change;

  if (self->is_showing || self->session == NULL)
    return;

  change = g_new (Change, 1);
  *change = (Change) { self->kind, gtk_spin_button_get_value_as_int (self->number) };
  self->n_writing++;
  zg_store_write_async (zg_session_get_store (self->session), write_number, change, g_free, NULL, written_cb,
                        g_object_ref (self));
}

/* What is being written is newer than what was. */
static void
store_changed_cb (ZgNumberRow *self,
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
zg_number_row_dispose (GObject *object)
{
  g_clear_object (&ZG_NUMBER_ROW (object)->session);

  G_OBJECT_CLASS (zg_number_row_parent_class)->dispose (object);
}

static void
zg_number_row_class_init (ZgNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_number_row_dispose;
}

static void
zg_number_row_init (ZgNumberRow *self)
{
  self->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 1, 1));
  gtk_spin_button_set_numeric (self->number, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_CENTER);
  ignore_scrolling (GTK_WIDGET (self->number));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
}

/**
 * zg_number_row_new:
 * @kind: which number; has to live as long as the row
 * @session: whose shop it is
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
zg_number_row_new (const ZgNumberKind *kind,
                   ZgSession          *session)
{
  ZgNumberRow *self = g_object_new (ZG_TYPE_NUMBER_ROW, NULL);

  self->kind = kind;
  self->session = g_object_ref (session);
  gtk_spin_button_set_range (self->number, kind->least, kind->most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->title), -1);
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (self), _(kind->title));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (self), _(kind->subtitle));
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show (self);
  g_signal_connect_object (self->number, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
