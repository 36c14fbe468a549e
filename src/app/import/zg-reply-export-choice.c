/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-export"

#include "config.h"

#include "zg-reply-export-choice.h"

#include <glib/gi18n.h>

#include "zg-file-dialog.h"
#include "zg-reply-export.h"
#include "zg-reply-import-task.h"

/* Asks where the replies are to be written; the name's ending says how. */

typedef struct {
  GWeakRef parent;
  ZgSession *session;
  gboolean qianniu;
} Choice;

static Choice *
choice_new (GtkWindow *parent,
            ZgSession *session,
            gboolean   qianniu)
{
  Choice *choice = g_new0 (Choice, 1);

  g_weak_ref_init (&choice->parent, parent);
  choice->session = g_object_ref (session);
  choice->qianniu = qianniu;
  return choice;
}

static void
choice_free (Choice *choice)
{
  g_weak_ref_clear (&choice->parent);
  g_object_unref (choice->session);
  g_free (choice);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Choice *choice = user_data;
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&choice->parent);
  g_autoptr(GError) error = NULL;
  gint64 n_without_gbk;
  gint64 n = zg_reply_import_task_export_finish (result, &n_without_gbk, &error);

  if (n < 0)
    {
      zg_session_fail (choice->session, error);
    }
  else if (parent != NULL && n_without_gbk > 0)
    {
      g_autofree char *text = zg_reply_export_describe_without_gbk (n_without_gbk);

      gtk_widget_activate_action (parent, "win.toast", "s", text);
    }
  else if (parent != NULL)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Exported %d reply", "Exported %d replies", (int) n), (int) n);

      gtk_widget_activate_action (parent, "win.toast", "s", text);
    }
  choice_free (choice);
}

static void
chosen_cb (GListModel *files,
           gpointer    user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr(GtkWindow) parent = g_weak_ref_get (&choice->parent);

  if (path != NULL)
    zg_reply_import_task_export_async (zg_session_get_store (choice->session), zg_session_get_clock (choice->session), path,
                                       choice->qianniu, exported_cb, choice_new (parent, choice->session, choice->qianniu));
}

/**
 * zg_reply_export_choose:
 * @parent: the window
 * @session: whose replies
 * @qianniu: whether they become the table that 千牛 reads
 *
 * Asks for a file and writes all replies to it.
 */
void
zg_reply_export_choose (GtkWindow *parent,
                        ZgSession *session,
                        gboolean   qianniu)
{
  /* Translators: the names of files, without the folder; keep their ending */
  const char *name = qianniu ? _("replies-for-qianniu.csv") : _("replies.csv");

  zg_file_dialog_save (parent, _("Export replies"), name, chosen_cb, choice_new (parent, session, qianniu),
                       (GDestroyNotify) choice_free);
}
