/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-toast"

#include "config.h"

#include "zg-import-toast.h"

#include <glib/gi18n.h>

#include "zg-import-task.h"

/* An import can be taken back after its window was closed, too: from the message that tells of it, and by Ctrl+Z. */

typedef struct {
  GWeakRef area;
  ZgSession *session;
  gint64 import_id;
} Import;

static Import *
import_new (ZgToastArea *area,
            ZgSession   *session,
            gint64       import_id)
{
  Import *import = g_new0 (Import, 1);

  g_weak_ref_init (&import->area, area);
  import->session = g_object_ref (session);
  import->import_id = import_id;
  return import;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_weak_ref_clear (&import->area);
  g_object_unref (import->session);
  g_free (import);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Import *import = user_data;
  g_autoptr (ZgToastArea) area = g_weak_ref_get (&import->area);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgImportUndo) undo = zg_import_task_undo_finish (result, &error);

  if (undo == NULL)
    {
      zg_session_fail (import->session, error);
    }
  else if (area != NULL)
    {
      g_autofree char *text = zg_import_task_undo_to_text (undo);

      zg_toast_area_show (area, text);
    }
  import_free (import);
}

static void
undo (gpointer data)
{
  Import *import = data;
  g_autoptr (ZgToastArea) area = g_weak_ref_get (&import->area);

  if (area != NULL)
    zg_import_task_undo_async (zg_session_get_store (import->session), zg_session_get_clock (import->session),
                               import->import_id, undone_cb,
                               import_new (area, import->session, import->import_id));
}

/**
 * zg_import_toast_show:
 * @area: where the message rises
 * @session: whose shop it was imported into
 * @import_id: the finished import
 * @n_orders: how many orders it brought or updated
 *
 * Says that an import is done and offers to take it back.
 */
void
zg_import_toast_show (ZgToastArea *area,
                      ZgSession   *session,
                      gint64       import_id,
                      gint64       n_orders)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %d order", "Imported %d orders", (int) n_orders),
                                           (int) n_orders);

  zg_toast_area_show_undo (area, text, NULL, undo, import_new (area, session, import_id), import_free);
}

/**
 * zg_import_toast_show_replies:
 * @area: where the message rises
 * @session: whose shop it was imported into
 * @import_id: the finished import
 * @n_replies: how many replies it brought or changed
 *
 * Says that an import of replies is done and offers to take it back.
 */
void
zg_import_toast_show_replies (ZgToastArea *area,
                              ZgSession   *session,
                              gint64       import_id,
                              gint64       n_replies)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %d reply", "Imported %d replies", (int) n_replies),
                                           (int) n_replies);

  zg_toast_area_show_undo (area, text, NULL, undo, import_new (area, session, import_id), import_free);
}

/**
 * zg_import_toast_show_contacts:
 * @area: where the message rises
 * @session: whose shop it was imported into
 * @import_id: the finished import
 * @n_people: how many customers it brought or filled in
 *
 * Says that an import of contacts is done and offers to take it back.
 */
void
zg_import_toast_show_contacts (ZgToastArea *area,
                               ZgSession   *session,
                               gint64       import_id,
                               gint64       n_people)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %d person", "Imported %d people", (int) n_people),
                                           (int) n_people);

  zg_toast_area_show_undo (area, text, NULL, undo, import_new (area, session, import_id), import_free);
}
