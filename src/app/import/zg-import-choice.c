/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-choice"

#include "config.h"

#include "zg-import-choice.h"

#include <glib/gi18n.h>

#include "zg-file-dialog.h"

/* Where to go on once a file was chosen. */
typedef struct {
  GtkWindow *parent;            /* outlives the dialog */
  ZgSession *session;
  ZgImportOpen open;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->session);
  g_free (choice);
}

static void
chosen_cb (GListModel *files,
           gpointer    user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gtk_window_present (choice->open (choice->parent, choice->session, path));
}

/**
 * zg_import_choose:
 * @parent: the window to import into
 * @session: the session
 * @title: what the file is for, translated
 * @kind: what such files are called, translated
 * @endings: (array zero-terminated=1): how their names end
 * @open: makes the window that shows what the chosen file is
 *
 * Asks for a file to import.
 */
void
zg_import_choose (GtkWindow          *parent,
                  ZgSession          *session,
                  const char         *title,
                  const char         *kind,
                  const char * const *endings,
                  ZgImportOpen        open)
{
  const ZgFileDialogFilter filters[] = {
    { kind, endings },
    { _("All files"), NULL },
  };
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = parent;
  choice->session = g_object_ref (session);
  choice->open = open;
  zg_file_dialog_open (parent, title, filters, G_N_ELEMENTS (filters), NULL, FALSE, chosen_cb, choice,
                       (GDestroyNotify) choice_free);
}
