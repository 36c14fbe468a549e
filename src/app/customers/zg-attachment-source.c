/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-source"

#include "config.h"

#include "zg-attachment-source.h"

#include <glib/gi18n.h>

#include "zg-attachment-table.h"
#include "zg-customer-attachment.h"
#include "zg-error.h"

/* Where attachments come from: files that were chosen or dropped, a picture on the clipboard, the shop file. None of it is read
 * on the window's thread, and none of it further than can be kept. */

/* Who drops a whole folder of photos meant something else. */
#define MAX_FILES 20

/* What chat programs put on the clipboard, the best first. */
static const char *media_types[] = { "image/png", "image/jpeg", NULL };

static ZgAttachment *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) bytes = zg_customer_attachment_read_file (file, cancellable, error);
  g_autofree char *name = g_file_get_basename (file);

  return bytes != NULL ? zg_attachment_new (name, bytes, error) : NULL;
}

static void
read_files (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GPtrArray *files = data;
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_attachment_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      ZgAttachment *attachment = read_file (files->pdata[i], cancellable, &error);

      if (attachment == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_ptr_array_add (attachments, attachment);
    }
  g_task_return_pointer (task, g_steal_pointer (&attachments), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * zg_attachment_read_files_async:
 * @files: (element-type GFile): what was chosen or dropped
 * @cancellable: (nullable): to give up
 *
 * Reads files that are to belong to a customer; when one of them can't be kept, none is.
 */
void
zg_attachment_read_files_async (GListModel          *files,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  g_task_set_task_data (task, list, (GDestroyNotify) g_ptr_array_unref);
  if (list->len > MAX_FILES)
    g_task_return_new_error (task, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                             _("Add at most %d files at a time."), MAX_FILES);
  else
    g_task_run_in_thread (task, read_files);
}

/**
 * zg_attachment_clipboard_has_any:
 * @clipboard: a clipboard
 *
 * Returns: whether it holds a picture that can be kept
 */
gboolean
zg_attachment_clipboard_has_any (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  for (gsize i = 0; media_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, media_types[i]))
      return TRUE;
  return FALSE;
}

typedef struct {
  char *name;
  GInputStream *stream;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_free (paste->name);
  g_clear_object (&paste->stream);
  g_free (paste);
}

static void
read_stream (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Paste *paste = data;
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_attachment_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (ZG_ATTACHMENT_MAX_BYTES + 1);
  ZgAttachment *attachment = NULL;
  gsize length;

  if (g_input_stream_read_all (paste->stream, buffer, ZG_ATTACHMENT_MAX_BYTES + 1, &length, cancellable, &error))
    {
      bytes = g_bytes_new (buffer, length);
      attachment = zg_attachment_new (paste->name, bytes, &error);
    }
  if (attachment == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_ptr_array_add (attachments, attachment);
  g_task_return_pointer (task, g_steal_pointer (&attachments), (GDestroyNotify) g_ptr_array_unref);
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Paste *paste = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const char *media_type;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &media_type, &error);
  if (paste->stream == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      char *name = g_strconcat (paste->name, g_str_equal (media_type, "image/png") ? ".png" : ".jpg", NULL);

      g_free (paste->name);
      paste->name = name;
      g_task_run_in_thread (task, read_stream);
    }
}

/**
 * zg_attachment_read_clipboard_async:
 * @clipboard: a clipboard with a picture
 * @name: what to call it, without an ending
 * @cancellable: (nullable): to give up
 *
 * Reads the picture as it was copied.
 */
void
zg_attachment_read_clipboard_async (GdkClipboard        *clipboard,
                                    const char          *name,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Paste *paste = g_new0 (Paste, 1);

  paste->name = g_strdup (name);
  g_task_set_task_data (task, paste, paste_free);
  gdk_clipboard_read_async (clipboard, media_types, G_PRIORITY_DEFAULT, cancellable, clipboard_read_cb, task);
}

/**
 * zg_attachment_read_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgAttachment): what was read
 */
GPtrArray *
zg_attachment_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 id;
  ZgAttachment *attachment;
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  zg_attachment_free (job->attachment);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LoadJob *job = data;

  job->attachment = zg_attachment_table_load (db, job->id, error);
  return job->attachment != NULL;
}

/**
 * zg_attachment_load_async:
 * @session: the shop
 * @id: an attachment
 * @cancellable: (nullable): to give up
 *
 * Asks the shop file for an attachment with its bytes.
 */
void
zg_attachment_load_async (ZgSession           *session,
                          gint64               id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->id = id;
  zg_store_read_async (zg_session_get_store (session), load, job, load_job_free, cancellable, callback, user_data);
}

/**
 * zg_attachment_load_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the attachment with its bytes
 */
ZgAttachment *
zg_attachment_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  LoadJob *job = zg_store_finish (ZG_STORE (store), result, error);
  ZgAttachment *attachment = job != NULL ? g_steal_pointer (&job->attachment) : NULL;

  g_clear_pointer (&job, load_job_free);
  return attachment;
}
