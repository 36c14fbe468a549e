/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-timeline-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-note-job.h"
#include "zg-scroll.h"
#include "zg-timeline-edit.h"

/**
 * ZgTimelineEdit:
 *
 * Changing the notes of a timeline where they stand, one at a time, each change with its undo. When somebody else changed the
 * same note, the row says what it is now and keeps what was typed. Signals: `again`, when what was typed and not saved is wanted
 * back; `mode-changed`, when an edit begins or ends.
 */
struct _ZgTimelineEdit
{
  GObject parent_instance;

  ZgSession *session;
  ZgTimelineRow *editing;       /* (nullable) */
  ZgTimelineRow *saving;        /* (nullable): waits for the shop file */
  ZgNoteEditor *left;           /* (nullable): has what was typed and not saved */
};

enum {
  AGAIN,
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTimelineEdit, zg_timeline_edit, G_TYPE_OBJECT)

static ZgToastArea *
get_toasts (ZgTimelineRow *row)
{
  return (ZgToastArea *) gtk_widget_get_ancestor (GTK_WIDGET (row), ZG_TYPE_TOAST_AREA);
}

static void
set_editing (ZgTimelineEdit *self,
             ZgTimelineRow  *row)
{
  if (g_set_object (&self->editing, row))
    g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
finish (ZgTimelineEdit *self,
        ZgTimelineRow  *row)
{
  g_autoptr (ZgTimelineRow) kept = g_object_ref (row);

  zg_timeline_row_end (row);
  if (self->editing == row)
    set_editing (self, NULL);
}

/* Saving ***************************************************************************************************************/

typedef struct {
  ZgTimelineEdit *self;
  ZgTimelineRow *row;
  ZgToastArea *toasts;          /* of the row, which may be gone when it is saved */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->self);
  g_object_unref (save->row);
  g_clear_object (&save->toasts);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  ZgTimelineEdit *self = save->self;
  g_autoptr (GError) error = NULL;
  ZgNoteJob *job = zg_note_job_run_finish (result, &error);
  ZgNoteEditor *editor = zg_timeline_row_get_editor (save->row);

  if (self->saving == save->row)
    g_clear_object (&self->saving);
  if (job == NULL)
    {
      if (editor == NULL || !zg_note_editor_tell (editor, error))
        zg_session_fail (self->session, error);
      return;
    }

  finish (self, save->row);
  if (save->toasts != NULL)
    zg_note_job_offer_undo (job, save->toasts);
  else
    zg_note_job_free (job);
}

static void
save (ZgTimelineEdit *self,
      ZgTimelineRow  *row,
      const char     *text,
      gboolean        even_if_changed)
{
  ZgNoteEditor *editor = zg_timeline_row_get_editor (row);
  const ZgContact *before = editor != NULL ? zg_note_editor_get_before (editor) : zg_timeline_row_get_note (row);
  Save *data = g_new0 (Save, 1);

  if (editor != NULL)
    zg_note_editor_tell (editor, NULL);
  data->self = g_object_ref (self);
  data->row = g_object_ref (row);
  g_set_object (&data->toasts, get_toasts (row));
  g_set_object (&self->saving, row);
  zg_note_job_run_async (self->session, before, text, even_if_changed, saved_cb, data);
}

/* Changing *************************************************************************************************************/

static void
again_cb (gpointer data)
{
  g_signal_emit (data, signals[AGAIN], 0);
}

/* What was typed can be had again. */
static void
cancel (ZgTimelineEdit *self,
        ZgTimelineRow  *row)
{
  ZgNoteEditor *editor = zg_timeline_row_get_editor (row);
  gboolean is_changed = zg_note_editor_is_changed (editor);
  ZgToastArea *toasts = get_toasts (row);

  if (is_changed)
    g_set_object (&self->left, editor);
  finish (self, row);
  if (is_changed && toasts != NULL)
    zg_toast_area_show_undo (toasts, _("The changes were not saved"), _("Edit again"), again_cb, g_object_ref (self),
                             g_object_unref);
}

static void
begin (ZgTimelineEdit *self,
       ZgTimelineRow  *row,
       ZgNoteEditor   *left)
{
  if (self->editing == row)
    return;
  /* What is wrong there has to be put right first, or it would be forgotten. */
  if (self->editing != NULL && self->editing != self->saving)
    {
      zg_timeline_edit_focus (self);
      return;
    }

  zg_timeline_row_begin (row, left);
  zg_scroll_to_widget_later (GTK_WIDGET (row));
  set_editing (self, row);
}

static void
commit (ZgTimelineEdit *self,
        ZgTimelineRow  *row,
        gboolean        even_if_changed)
{
  ZgNoteEditor *editor = zg_timeline_row_get_editor (row);
  g_autofree char *text = zg_note_editor_dup_text (editor);

  if (zg_note_editor_is_changed (editor))
    save (self, row, text, even_if_changed);
  else
    finish (self, row);
}

static void
intent_cb (ZgTimelineEdit *self,
           int             intent,
           ZgTimelineRow  *row)
{
  if (self->saving == row)
    return;
  if (intent == ZG_NOTE_BEGIN)
    begin (self, row, NULL);
  else if (intent == ZG_NOTE_REMOVE)
    save (self, row, "", FALSE);
  else if (zg_timeline_row_get_editor (row) == NULL)
    return;
  else if (intent == ZG_NOTE_CANCEL)
    cancel (self, row);
  else
    commit (self, row, intent == ZG_NOTE_INSIST);
}

/* Class ****************************************************************************************************************/

static void
zg_timeline_edit_dispose (GObject *object)
{
  ZgTimelineEdit *self = ZG_TIMELINE_EDIT (object);

  g_clear_object (&self->editing);
  g_clear_object (&self->saving);
  g_clear_object (&self->left);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_timeline_edit_parent_class)->dispose (object);
}

static void
zg_timeline_edit_class_init (ZgTimelineEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_timeline_edit_dispose;

  signals[AGAIN] = g_signal_new ("again", ZG_TYPE_TIMELINE_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_TIMELINE_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
zg_timeline_edit_init (ZgTimelineEdit *self)
{
}

/**
 * zg_timeline_edit_new:
 * @session: the shop
 *
 * Returns: (transfer full): nothing is changed yet
 */
ZgTimelineEdit *
zg_timeline_edit_new (ZgSession *session)
{
  ZgTimelineEdit *self = g_object_new (ZG_TYPE_TIMELINE_EDIT, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * zg_timeline_edit_watch:
 * @row: a row of the timeline
 *
 * Does what people want of its note, whenever it shows one.
 */
void
zg_timeline_edit_watch (ZgTimelineEdit *self,
                        ZgTimelineRow  *row)
{
  g_return_if_fail (ZG_IS_TIMELINE_EDIT (self));

  g_signal_connect_object (row, "intent", G_CALLBACK (intent_cb), self, G_CONNECT_SWAPPED);
}

/**
 * zg_timeline_edit_get_row:
 *
 * Returns: (transfer none) (nullable): the row whose note is being changed
 */
ZgTimelineRow *
zg_timeline_edit_get_row (ZgTimelineEdit *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_EDIT (self), NULL);

  return self->editing;
}

/**
 * zg_timeline_edit_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_timeline_edit_has_changes (ZgTimelineEdit *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_EDIT (self), FALSE);

  /* What is on its way to the shop file is not lost. */
  return self->editing != NULL && self->editing != self->saving
         && zg_note_editor_is_changed (zg_timeline_row_get_editor (self->editing));
}

/**
 * zg_timeline_edit_cancel:
 *
 * Stops changing; what was typed can be had again.
 *
 * Returns: whether anything was being changed
 */
gboolean
zg_timeline_edit_cancel (ZgTimelineEdit *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_EDIT (self), FALSE);

  if (self->editing == NULL)
    return FALSE;
  if (self->editing == self->saving)
    finish (self, self->editing);
  else
    cancel (self, self->editing);
  return TRUE;
}

/**
 * zg_timeline_edit_focus:
 *
 * Puts the focus into what is being changed, if it is not there.
 */
void
zg_timeline_edit_focus (ZgTimelineEdit *self)
{
  g_return_if_fail (ZG_IS_TIMELINE_EDIT (self));

  if (self->editing != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->editing)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->editing), GTK_DIR_TAB_FORWARD);
}

/**
 * zg_timeline_edit_get_left:
 *
 * Returns: (transfer none) (nullable): the note about which something was typed and not saved
 */
const ZgContact *
zg_timeline_edit_get_left (ZgTimelineEdit *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_EDIT (self), NULL);

  return self->left != NULL ? zg_note_editor_get_before (self->left) : NULL;
}

/**
 * zg_timeline_edit_begin_left:
 * @row: the row of that note
 *
 * Opens what was typed and not saved.
 */
void
zg_timeline_edit_begin_left (ZgTimelineEdit *self,
                             ZgTimelineRow  *row)
{
  g_autoptr (ZgNoteEditor) left = NULL;

  g_return_if_fail (ZG_IS_TIMELINE_EDIT (self));

  if (self->left == NULL || self->editing != NULL)
    return;
  left = g_steal_pointer (&self->left);
  begin (self, row, left);
}
