/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-starter-row"

#include "config.h"

#include "zg-starter-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-reply-table.h"
#include "zg-starter-library.h"

/**
 * ZgStarterRow:
 *
 * How many of the ready-made replies are in the shop, and the button that takes them out or puts them in again. Either
 * is the undo of the other; what the shop has changed in a reply stays.
 */
struct _ZgStarterRow
{
  AdwActionRow parent_instance;

  ZgSession *session;
  GtkButton *button;
  gboolean has_starters;
};

G_DEFINE_FINAL_TYPE (ZgStarterRow, zg_starter_row, ADW_TYPE_ACTION_ROW)

typedef struct {
  ZgClock *clock;
  gboolean remove;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  zg_clock_unref (change->clock);
  g_free (change);
}

static gboolean
write_change (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Change *change = data;

  return change->remove
         ? zg_starter_library_remove (db, change->clock, NULL, NULL, error)
         : zg_starter_library_install (db, zg_starter_library_pick_language (g_get_language_names ()), change->clock,
                                       NULL, error);
}

static void
update (ZgStarterRow *self)
{
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), NULL);
  g_autoptr (GPtrArray) replies = db != NULL ? zg_reply_table_load_all (db, NULL) : NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; replies != NULL && i < replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);

      n += reply->starter != NULL && *reply->starter != '\0';
    }

  self->has_starters = n > 0;
  text = n > 0 ? g_strdup_printf (ngettext ("%u is in the shop; what you changed stays when they are taken out",
                                            "%u are in the shop; what you changed stays when they are taken out", n), n)
               : g_strdup (_("none are in the shop"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_button_set_label (self->button, n > 0 ? _("Take out") : _("Put in"));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgStarterRow) self = user_data;
  g_autoptr (GError) error = NULL;
  Change *change = zg_store_finish (ZG_STORE (object), result, &error);

  if (change != NULL)
    change_free (change);
  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  if (error != NULL)
    zg_session_fail (self->session, error);
  update (self);
}

static void
clicked_cb (ZgStarterRow *self)
{
  Change *change = g_new0 (Change, 1);

  change->clock = zg_clock_ref (zg_session_get_clock (self->session));
  change->remove = self->has_starters;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  zg_store_write_async (zg_session_get_store (self->session), write_change, change, change_free, NULL, written_cb,
                        g_object_ref (self));
}

static void
zg_starter_row_dispose (GObject *object)
{
  g_clear_object (&ZG_STARTER_ROW (object)->session);

  G_OBJECT_CLASS (zg_starter_row_parent_class)->dispose (object);
}

static void
zg_starter_row_class_init (ZgStarterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_starter_row_dispose;
}

static void
zg_starter_row_init (ZgStarterRow *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (self), _("Ready-made replies"));
}

/**
 * zg_starter_row_new:
 * @session: whose shop it is
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
zg_starter_row_new (ZgSession *session)
{
  ZgStarterRow *self = g_object_new (ZG_TYPE_STARTER_ROW, NULL);

  self->session = g_object_ref (session);
  update (self);
  return GTK_WIDGET (self);
}
