/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-dossier-file"

#include "config.h"

#include "zg-dossier-file.h"

#include <glib/gi18n.h>

#include "zg-customer-dossier.h"
#include "zg-file-dialog.h"

/* Everything that the shop knows of a customer, in a file to be given to them: to be read by people, or by programs when its
 * name ends with .json. */

/* Only who works here may read it. */
#define FILE_MODE 0600

typedef struct {
  GWeakRef parent;
  ZgSession *session;
  gint64 customer_id;
  char *path;
} Writing;

static Writing *
writing_new (GtkWindow *parent,
             ZgSession *session,
             gint64     customer_id)
{
  Writing *writing = g_new0 (Writing, 1);

  g_weak_ref_init (&writing->parent, parent);
  writing->session = g_object_ref (session);
  writing->customer_id = customer_id;
  return writing;
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->parent);
  g_object_unref (writing->session);
  g_free (writing->path);
  g_free (writing);
}

static char *
to_text (const ZgCustomerDossier *dossier,
         const char              *path,
         GTimeZone               *zone)
{
  if (g_str_has_suffix (path, ".json"))
    {
      g_autoptr (JsonNode) node = zg_customer_dossier_to_json (dossier, zone);

      return json_to_string (node, TRUE);
    }
  return zg_customer_dossier_to_text (dossier, zone);
}

/* With a connection of its own, so that no search waits for it. */
static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Writing *writing = data;
  GTimeZone *zone = zg_clock_get_zone (zg_session_get_clock (writing->session));
  GError *error = NULL;
  g_autoptr (ZgDatabase) db = zg_store_open_reader (zg_session_get_store (writing->session), &error);
  g_autoptr (ZgCustomerDossier) dossier = db != NULL ? zg_customer_dossier_load (db, writing->customer_id, &error) : NULL;
  g_autofree char *text = dossier != NULL ? to_text (dossier, writing->path, zone) : NULL;

  if (text != NULL
      && g_file_set_contents_full (writing->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   FILE_MODE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&writing->parent);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (writing->path);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      zg_session_fail (writing->session, error);
      return;
    }
  /* Translators: %s is a file */
  text = g_strdup_printf (_("All facts, notes, orders and names of attachments are in %s"), shown);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", text);
}

/**
 * zg_dossier_file_write:
 * @parent: the window
 * @session: the shop
 * @customer_id: whom it is about
 * @path: the file; its ending says how
 *
 * Writes everything about a customer to a file that only its owner can read, and says where it is.
 */
void
zg_dossier_file_write (GtkWindow  *parent,
                       ZgSession  *session,
                       gint64      customer_id,
                       const char *path)
{
  Writing *writing = writing_new (parent, session, customer_id);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);

  writing->path = g_strdup (path);
  g_task_set_source_tag (task, zg_dossier_file_write);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  Writing *choice = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&choice->parent);

  if (path != NULL)
    zg_dossier_file_write (parent, choice->session, choice->customer_id, path);
}

/**
 * zg_dossier_file_choose:
 * @parent: the window
 * @session: the shop
 * @customer: whom it is about
 *
 * Asks for a file and writes everything about a customer to it.
 */
void
zg_dossier_file_choose (GtkWindow        *parent,
                        ZgSession        *session,
                        const ZgCustomer *customer)
{
  g_autofree char *name = g_strconcat (zg_customer_get_call_name (customer), ".txt", NULL);

  /* What people are called may not be what files are called. */
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_');
  zg_file_dialog_save (parent, _("Everything about this customer: .txt to read, .json for programs"), name,
                       file_chosen_cb, writing_new (parent, session, customer->id), writing_free);
}
