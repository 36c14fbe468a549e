/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-file-dialog"

#include "config.h"

#include "zg-file-dialog.h"

#include <glib/gi18n.h>

/* GtkFileChooserNative, which newer GTK replaces by GtkFileDialog. It goes through the portal, so that a sandboxed
 * program gets exactly the files that were chosen. */

typedef struct {
  ZgFileDialogDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Request;

static void
request_free (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  if (request->destroy != NULL)
    request->destroy (request->user_data);
  g_free (request);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      if (g_list_model_get_n_items (files) > 0)
        request->done (files, request->user_data);
    }
  g_object_unref (dialog);
}

/* Nobody is left to answer to. */
static void
parent_destroyed_cb (GtkNativeDialog *dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser           *chooser,
            const ZgFileDialogFilter *filter)
{
  g_autoptr (GtkFileFilter) file_filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (file_filter, filter->name);
  if (filter->patterns == NULL)
    gtk_file_filter_add_pattern (file_filter, "*");
  else
    for (guint i = 0; filter->patterns[i] != NULL; i++)
      gtk_file_filter_add_suffix (file_filter, filter->patterns[i]);
  gtk_file_chooser_add_filter (chooser, file_filter);
}

static void
show_dialog (GtkFileChooserNative *dialog,
             ZgFileDialogDone      done,
             gpointer              user_data,
             GDestroyNotify        destroy)
{
  Request *request = g_new0 (Request, 1);

  request->done = done;
  request->user_data = user_data;
  request->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog is nobody's child: it lives until it is answered, or its window goes. */
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, request_free, 0);
  g_signal_connect_object (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (dialog)), "destroy",
                           G_CALLBACK (parent_destroyed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * zg_file_dialog_open:
 * @title: what the files are for, translated
 * @filters: (array length=n_filters): kinds of files, the first is preset
 * @folder: (nullable): where to begin
 * @multiple: whether several can be chosen
 * @done: called with the chosen files
 * @destroy: (nullable): frees @user_data, also when nothing was chosen
 *
 * Lets the person choose files to read.
 */
void
zg_file_dialog_open (GtkWindow                *parent,
                     const char               *title,
                     const ZgFileDialogFilter *filters,
                     guint                     n_filters,
                     GFile                    *folder,
                     gboolean                  multiple,
                     ZgFileDialogDone          done,
                     gpointer                  user_data,
                     GDestroyNotify            destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (done != NULL);

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), multiple);
  for (guint i = 0; i < n_filters; i++)
    add_filter (GTK_FILE_CHOOSER (dialog), &filters[i]);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  show_dialog (dialog, done, user_data, destroy);
}

/**
 * zg_file_dialog_save:
 * @title: what the file is for, translated
 * @name: the suggested file name
 * @done: called with the chosen file
 * @destroy: (nullable): frees @user_data, also when nothing was chosen
 *
 * Lets the person choose where to write a file.
 */
void
zg_file_dialog_save (GtkWindow        *parent,
                     const char       *title,
                     const char       *name,
                     ZgFileDialogDone  done,
                     gpointer          user_data,
                     GDestroyNotify    destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (done != NULL);

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_dialog (dialog, done, user_data, destroy);
}
