/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-card"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-attachment-card.h"
#include "zg-attachment-editor.h"
#include "zg-attachment-job.h"
#include "zg-attachment-source.h"
#include "zg-attachment-view.h"
#include "zg-attachment-window.h"
#include "zg-card.h"
#include "zg-file-dialog.h"
#include "zg-scroll.h"
#include "zg-thumbnails.h"

/**
 * ZgAttachmentCard:
 *
 * The files that belong to a customer: screenshots of payments, pictures of damage. They are chosen, dropped or pasted; Enter
 * looks at one, its pencil changes its name and the order it is about. Everything can be taken back.
 */
struct _ZgAttachmentCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  gint64 customer_id;
  GPtrArray *attachments;       /* as the shop file has them now */
  GPtrArray *order_names;
  ZgThumbnails *thumbnails;
  ZgCard *card;
  ZgCardRow *saving;            /* what was typed there is on its way */
};

enum {
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgAttachmentCard, zg_attachment_card, GTK_TYPE_WIDGET)

static ZgToastArea *
get_toasts (ZgAttachmentCard *self)
{
  return ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA));
}

static void
tell (ZgAttachmentCard *self,
      const char       *text)
{
  if (get_toasts (self) != NULL)
    zg_toast_area_show (get_toasts (self), text);
}

static const ZgAttachment *
find (ZgAttachmentCard *self,
      gint64            id)
{
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    {
      const ZgAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (attachment->id == id)
        return attachment;
    }
  return NULL;
}

static void
show_row (ZgAttachmentCard   *self,
          const ZgAttachment *attachment,
          int                 position)
{
  ZgCardRow *row = zg_card_put (self->card, attachment->id, position);
  GtkWidget *view = zg_attachment_view_new (attachment, zg_thumbnails_get (self->thumbnails, attachment->id),
                                            zg_session_get_clock (self->session));

  zg_card_row_show (row, attachment->id, view, attachment->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Enter to open"), -1);
}

static void
thumbnail_loaded_cb (ZgAttachmentCard *self,
                     gint64            id)
{
  const ZgAttachment *attachment = find (self, id);

  if (attachment != NULL)
    show_row (self, attachment, -1);
}

/* Writing **************************************************************************************************************/

typedef struct {
  ZgAttachmentCard *self;
  ZgCardRow *row;               /* (nullable) */
  const char *done;
} Save;

static void
end (ZgAttachmentCard *self,
     ZgCardRow        *row)
{
  gboolean was_editing = zg_card_row_get_fields (row) != NULL;

  zg_card_end (self->card, row);
  if (was_editing)
    g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Save *save = user_data;
  g_autoptr (ZgAttachmentCard) self = save->self;
  g_autoptr (ZgCardRow) row = save->row;
  g_autoptr (GError) error = NULL;
  ZgAttachmentJob *job = zg_attachment_job_run_finish (result, &error);

  if (self->saving == row)
    g_clear_object (&self->saving);
  if (job == NULL)
    {
      if (row == NULL || zg_card_row_get_fields (row) == NULL || !zg_card_row_tell (row, error))
        zg_session_fail (self->session, error);
      return;
    }

  if (row != NULL)
    end (self, row);
  /* The window may have been closed meanwhile. */
  if (get_toasts (self) != NULL)
    zg_attachment_job_offer_undo (job, get_toasts (self), save->done);
  else
    zg_attachment_job_free (job);
}

/* @job: (transfer full); @row: (nullable) */
static void
save (ZgAttachmentCard *self,
      ZgCardRow        *row,
      ZgAttachmentJob  *job,
      const char       *done)
{
  Save *data = g_new0 (Save, 1);

  data->self = g_object_ref (self);
  data->done = done;
  if (row != NULL)
    {
      data->row = g_object_ref (row);
      zg_card_row_tell (row, NULL);
      g_set_object (&self->saving, row);
    }
  zg_attachment_job_run_async (job, saved_cb, data);
}

static void
commit (ZgAttachmentCard *self,
        ZgCardRow        *row,
        gboolean          insist)
{
  ZgAttachmentEditor *editor = ZG_ATTACHMENT_EDITOR (zg_card_row_get_fields (row));
  const ZgAttachment *before = zg_attachment_editor_get_before (editor);
  const ZgAttachment *present = insist ? find (self, before->id) : NULL;
  ZgAttachmentJob *job;

  if (!zg_attachment_editor_is_changed (editor))
    {
      end (self, row);
      return;
    }
  job = zg_attachment_job_new (ZG_ATTACHMENT_JOB_CHANGE, self->session, self->customer_id);
  g_ptr_array_add (job->attachments, zg_attachment_copy (present != NULL ? present : before));
  job->after = zg_attachment_editor_build (editor);
  save (self, row, job, _("Saved"));
}

static void
remove_row (ZgAttachmentCard *self,
            ZgCardRow        *row)
{
  const ZgAttachment *attachment = find (self, zg_card_row_get_id (row));
  ZgAttachmentJob *job;

  if (attachment == NULL)
    return;
  job = zg_attachment_job_new (ZG_ATTACHMENT_JOB_REMOVE, self->session, self->customer_id);
  g_ptr_array_add (job->attachments, zg_attachment_copy (attachment));
  save (self, row, job, _("Removed"));
}

/* Adding ***************************************************************************************************************/

typedef struct {
  ZgAttachmentCard *self;
  gint64 customer_id;           /* whose page it was when they were given */
} Adding;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Adding *adding = user_data;
  g_autoptr (ZgAttachmentCard) self = adding->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attachments = zg_attachment_read_finish (result, &error);
  ZgAttachmentJob *job;

  if (attachments == NULL)
    {
      tell (self, error->message);
      return;
    }
  job = zg_attachment_job_new (ZG_ATTACHMENT_JOB_ADD, self->session, adding->customer_id);
  g_ptr_array_unref (job->attachments);
  job->attachments = g_steal_pointer (&attachments);
  save (self, NULL, job, _("Added"));
}

static Adding *
begin_adding (ZgAttachmentCard *self)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->self = g_object_ref (self);
  adding->customer_id = self->customer_id;
  return adding;
}

static void
chosen_cb (GListModel *files,
           gpointer    user_data)
{
  zg_attachment_card_add_files (user_data, files);
}

/* Looking at ***********************************************************************************************************/

static void
open_row (ZgAttachmentCard *self,
          ZgCardRow        *row)
{
  const ZgAttachment *attachment = find (self, zg_card_row_get_id (row));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (attachment != NULL)
    gtk_window_present (zg_attachment_window_new (GTK_WINDOW (root), self->session, attachment));
}

static void
begin (ZgAttachmentCard *self,
       ZgCardRow        *row)
{
  const ZgAttachment *attachment = find (self, zg_card_row_get_id (row));

  if (attachment == NULL || zg_card_row_get_fields (row) != NULL)
    return;
  zg_card_row_begin (row, zg_attachment_editor_new (attachment, self->order_names));
  zg_scroll_to_widget_later (GTK_WIDGET (row));
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
intent_cb (ZgAttachmentCard *self,
           ZgCardRow        *row,
           int               intent)
{
  if (self->saving == row)
    return;
  if (intent == ZG_CARD_BEGIN)
    open_row (self, row);
  else if (intent == ZG_ATTACHMENT_INTENT_EDIT)
    begin (self, row);
  else if (intent == ZG_ATTACHMENT_INTENT_SAVE)
    zg_attachment_save_copy_of (GTK_WIDGET (self), self->session, zg_card_row_get_id (row));
  else if (zg_card_row_get_fields (row) == NULL)
    return;
  else if (intent == ZG_CARD_CANCEL)
    end (self, row);
  else if (intent == ZG_CARD_REMOVE)
    remove_row (self, row);
  else
    commit (self, row, intent == ZG_CARD_INSIST);
}

/* Class ****************************************************************************************************************/

static void
zg_attachment_card_dispose (GObject *object)
{
  ZgAttachmentCard *self = ZG_ATTACHMENT_CARD (object);

  g_clear_object (&self->saving);
  if (self->thumbnails != NULL)
    zg_thumbnails_clear (self->thumbnails);
  g_clear_object (&self->thumbnails);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->card)));
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->order_names, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_attachment_card_parent_class)->dispose (object);
}

static void
zg_attachment_card_class_init (ZgAttachmentCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_attachment_card_dispose;

  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_ATTACHMENT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_attachment_card_init (ZgAttachmentCard *self)
{
  self->card = ZG_CARD (zg_card_new (_("Files"), _("Add a picture or a file"), "page.attach"));
  g_signal_connect_object (self->card, "intent", G_CALLBACK (intent_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * zg_attachment_card_set_session:
 * @session: the shop
 */
void
zg_attachment_card_set_session (ZgAttachmentCard *self,
                                ZgSession        *session)
{
  g_return_if_fail (ZG_IS_ATTACHMENT_CARD (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->thumbnails = zg_thumbnails_new (session);
  g_signal_connect_object (self->thumbnails, "loaded", G_CALLBACK (thumbnail_loaded_cb), self, G_CONNECT_SWAPPED);
}

/**
 * zg_attachment_card_show:
 * @customer_id: a customer
 * @attachments: (element-type ZgAttachment): their files, the newest first
 * @order_names: (element-type ZgOrderName): what these can be about
 *
 * Shows what is known now. What is being typed stays.
 */
void
zg_attachment_card_show (ZgAttachmentCard *self,
                         gint64            customer_id,
                         GPtrArray        *attachments,
                         GPtrArray        *order_names)
{
  g_return_if_fail (ZG_IS_ATTACHMENT_CARD (self));

  self->customer_id = customer_id;
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  self->attachments = g_ptr_array_ref (attachments);
  g_clear_pointer (&self->order_names, g_ptr_array_unref);
  self->order_names = g_ptr_array_ref (order_names);
  for (guint i = 0; i < attachments->len; i++)
    show_row (self, attachments->pdata[i], (int) i);
  zg_card_keep (self->card, (int) attachments->len);
  zg_thumbnails_load (self->thumbnails, attachments);
}

/**
 * zg_attachment_card_clear:
 *
 * Shows nobody.
 */
void
zg_attachment_card_clear (ZgAttachmentCard *self)
{
  g_return_if_fail (ZG_IS_ATTACHMENT_CARD (self));

  self->customer_id = 0;
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  zg_thumbnails_clear (self->thumbnails);
  zg_card_clear (self->card);
}

/**
 * zg_attachment_card_choose:
 *
 * Asks for files to add.
 */
void
zg_attachment_card_choose (ZgAttachmentCard *self)
{
  static const char * const pictures[] = { "png", "jpg", "jpeg", NULL };
  ZgFileDialogFilter filters[] = { { _("All files"), NULL }, { _("Pictures"), pictures } };

  g_return_if_fail (ZG_IS_ATTACHMENT_CARD (self));

  if (self->customer_id != 0)
    zg_file_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Add a picture or a file"), filters,
                         G_N_ELEMENTS (filters), NULL, TRUE, chosen_cb, g_object_ref (self), g_object_unref);
}

/**
 * zg_attachment_card_add_files:
 * @files: (element-type GFile): what was chosen or dropped
 *
 * Reads them, and keeps them with the customer.
 */
void
zg_attachment_card_add_files (ZgAttachmentCard *self,
                              GListModel       *files)
{
  g_return_if_fail (ZG_IS_ATTACHMENT_CARD (self));

  if (self->customer_id != 0)
    zg_attachment_read_files_async (files, NULL, read_cb, begin_adding (self));
}

/**
 * zg_attachment_card_paste:
 *
 * Keeps the picture on the clipboard with the customer.
 *
 * Returns: whether there is one
 */
gboolean
zg_attachment_card_paste (ZgAttachmentCard *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *name = NULL;
  ZgClock *clock;

  g_return_val_if_fail (ZG_IS_ATTACHMENT_CARD (self), FALSE);

  if (self->customer_id == 0 || !zg_attachment_clipboard_has_any (clipboard))
    return FALSE;
  clock = zg_session_get_clock (self->session);
  now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  /* TRANSLATORS: strftime(3): what a pasted picture is called, without the ending of the file */
  name = g_date_time_format (now, _("Picture %Y-%m-%d %H.%M"));
  zg_attachment_read_clipboard_async (clipboard, name, NULL, read_cb, begin_adding (self));
  return TRUE;
}

/**
 * zg_attachment_card_is_editing:
 *
 * Returns: whether anything is being changed
 */
gboolean
zg_attachment_card_is_editing (ZgAttachmentCard *self)
{
  g_return_val_if_fail (ZG_IS_ATTACHMENT_CARD (self), FALSE);

  return zg_card_get_edited (self->card) != NULL;
}

/**
 * zg_attachment_card_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_attachment_card_has_changes (ZgAttachmentCard *self)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_ATTACHMENT_CARD (self), FALSE);

  row = zg_card_get_edited (self->card);
  return row != NULL && zg_attachment_editor_is_changed (ZG_ATTACHMENT_EDITOR (zg_card_row_get_fields (row)));
}

/**
 * zg_attachment_card_cancel:
 *
 * Stops changing.
 *
 * Returns: whether anything was being changed
 */
gboolean
zg_attachment_card_cancel (ZgAttachmentCard *self)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_ATTACHMENT_CARD (self), FALSE);

  row = zg_card_get_edited (self->card);
  if (row != NULL)
    end (self, row);
  return row != NULL;
}
