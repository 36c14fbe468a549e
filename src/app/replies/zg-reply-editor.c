/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-editor"

#include "config.h"

#include "zg-reply-editor.h"

#include <glib/gi18n.h>

#include "zg-reply-form.h"
#include "zg-reply-keeper.h"
#include "zg-reply-proof.h"

struct _ZgReplyEditor
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgReplyLoad *load;            /* NULL until something was opened */
  gint64 new_group_id;          /* where a new reply goes unless another group is chosen */
  GCancellable *loading;
  ZgReplyKeeper *keeper;
  gboolean is_filling;
  gboolean is_saving;

  /* template */
  GtkWidget *banner;
  GtkWidget *box;
  GtkLabel *error;
  ZgReplyForm *form;
  GtkWidget *overwrite;
  GtkOrientable *panes;
  ZgReplyProof *proof;
};

enum {
  CANCEL,
  OPENED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyEditor, zg_reply_editor, GTK_TYPE_WIDGET)

static void
tell (ZgReplyEditor *self,
      const char    *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_hide (self->overwrite);
}

static void
show_proof (ZgReplyEditor *self)
{
  g_autofree char *body = NULL;

  if (self->load == NULL || self->is_filling)
    return;
  body = zg_reply_wordings_dup_current (zg_reply_form_get_wordings (self->form));
  zg_reply_proof_show (self->proof, self->load->person, self->load->sample, body);
}

static void
changed_cb (ZgReplyEditor *self)
{
  if (self->load == NULL || self->is_filling)
    return;

  tell (self, NULL);
  zg_reply_keeper_keep_soon (self->keeper);
}

static void
wordings_changed_cb (ZgReplyEditor *self)
{
  show_proof (self);
  changed_cb (self);
}

static void
fill (ZgReplyEditor *self,
      ZgReply       *reply)
{
  self->is_filling = TRUE;
  if (reply->group_id == 0)
    reply->group_id = self->new_group_id;
  zg_reply_form_fill (self->form, self->load, reply, zg_session_get_store (self->session));
  self->is_filling = FALSE;
  tell (self, NULL);
  show_proof (self);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgReplyEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgReplyLoad *load = zg_reply_load_run_finish (result, &error);

  if (load == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
        zg_session_fail (self->session, error);
      return;
    }

  g_clear_pointer (&self->load, zg_reply_load_free);
  self->load = load;
  zg_reply_keeper_set_load (self->keeper, load);
  gtk_widget_set_visible (self->banner, load->unsaved != NULL);
  fill (self, load->unsaved != NULL ? load->unsaved : load->reply);
  if (load->unsaved != NULL)
    load->reply->version = load->unsaved->id != 0 ? load->unsaved->version : load->reply->version;
  g_signal_emit (self, signals[OPENED], 0);
}

static void
discarded_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgReplyEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgReplyJob) job = zg_reply_job_run_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (job != NULL)
    zg_reply_editor_open (self, job->id, self->new_group_id);
  else
    tell (self, error->message);
}

static void
discard_cb (ZgReplyEditor *self)
{
  zg_reply_job_run_async (zg_reply_job_new (ZG_REPLY_JOB_KEEP_DRAFT, self->session, self->load->id), discarded_cb,
                          g_object_ref (self));
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgReplyEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgReplyJob *job = zg_reply_job_run_finish (result, &error);

  self->is_saving = FALSE;
  /* The window was closed meanwhile: nobody is there to be told. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      zg_reply_job_free (job);
      return;
    }
  if (job == NULL)
    {
      tell (self, error->message);
      gtk_widget_set_visible (self->overwrite, g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE));
      if (g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
        zg_reply_form_focus_shortcode (self->form);
      return;
    }

  zg_reply_keeper_set_load (self->keeper, NULL);
  g_clear_pointer (&self->load, zg_reply_load_free);
  g_signal_emit (self, signals[SAVED], 0, job);
}

static void
save (ZgReplyEditor  *self,
      ZgReplyJobKind  kind)
{
  g_autoptr (ZgReply) reply = NULL;
  g_autoptr (GError) error = NULL;
  ZgReplyJob *job;

  if (self->is_saving || self->load == NULL)
    return;
  reply = zg_reply_form_make_reply (self->form, self->load->reply);
  if (!zg_reply_form_check (self->form, reply, &error))
    {
      tell (self, error->message);
      return;
    }

  self->is_saving = TRUE;
  job = zg_reply_job_new (kind, self->session, reply->id);
  job->name = zg_reply_form_dup_new_group (self->form);
  job->picture = zg_reply_form_make_picture (self->form);
  job->reply = g_steal_pointer (&reply);
  job->opened = zg_reply_copy (self->load->reply);
  zg_reply_job_run_async (job, saved_cb, g_object_ref (self));
}

static void
save_cb (ZgReplyEditor *self)
{
  save (self, ZG_REPLY_JOB_SAVE);
}

/* Somebody else changed it in the meantime, the person knows, and wants it so. */
static void
overwrite_cb (ZgReplyEditor *self)
{
  save (self, ZG_REPLY_JOB_OVERWRITE);
}

static void
cancel_cb (ZgReplyEditor *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static gboolean
key_pressed_cb (ZgReplyEditor   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers != GDK_CONTROL_MASK || (keyval != GDK_KEY_s && keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  save_cb (self);
  return GDK_EVENT_STOP;
}

static void
zg_reply_editor_dispose (GObject *object)
{
  ZgReplyEditor *self = ZG_REPLY_EDITOR (object);

  g_clear_pointer (&self->keeper, zg_reply_keeper_free);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_EDITOR);
  g_clear_pointer (&self->load, zg_reply_load_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_reply_editor_parent_class)->dispose (object);
}

static void
zg_reply_editor_class_init (ZgReplyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_editor_dispose;

  signals[CANCEL] = g_signal_new ("cancel", ZG_TYPE_REPLY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", ZG_TYPE_REPLY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED] = g_signal_new ("saved", ZG_TYPE_REPLY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (ZG_TYPE_REPLY_FORM);
  g_type_ensure (ZG_TYPE_REPLY_PROOF);
  gtk_widget_class_set_css_name (widget_class, "replyeditor");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, error);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, form);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, overwrite);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, panes);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyEditor, proof);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, overwrite_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
zg_reply_editor_init (ZgReplyEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (zg_reply_form_get_wordings (self->form), "changed", G_CALLBACK (wordings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * zg_reply_editor_set_session:
 * @session: the shop
 */
void
zg_reply_editor_set_session (ZgReplyEditor *self,
                             ZgSession     *session)
{
  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->keeper = zg_reply_keeper_new (session, self->form);
  zg_reply_form_set_session (self->form, session);
}

/**
 * zg_reply_editor_set_column_mode:
 * @mode: how much room there is
 *
 * Puts the preview beside the fields or below them.
 */
void
zg_reply_editor_set_column_mode (ZgReplyEditor *self,
                                 ZgColumnMode   mode)
{
  gboolean below = mode < ZG_COLUMN_MODE_MEDIUM;

  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));

  gtk_orientable_set_orientation (self->panes, below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->proof), below ? -1 : mode == ZG_COLUMN_MODE_WIDE ? 392 : 292, -1);
  zg_reply_proof_set_compact (self->proof, below);
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (self->proof), "sheet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->proof), "sheet");
}

/**
 * zg_reply_editor_set_checker:
 * @checker: (nullable): looks at each message when it is shown and when it changed
 * @destroy: (nullable): frees @user_data
 *
 * For what the editor itself knows nothing of, such as words that promise too much.
 */
void
zg_reply_editor_set_checker (ZgReplyEditor  *self,
                             ZgReplyChecker  checker,
                             gpointer        user_data,
                             GDestroyNotify  destroy)
{
  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));

  zg_reply_wordings_set_checker (zg_reply_form_get_wordings (self->form), checker, user_data, destroy);
}

/**
 * zg_reply_editor_open:
 * @id: a reply, 0 for a new one
 * @group_id: the group that a new one is put into, 0 for the first
 *
 * Shows a reply, or what was typed of it before and not saved. #ZgReplyEditor::opened tells when it is there.
 */
void
zg_reply_editor_open (ZgReplyEditor *self,
                      gint64         id,
                      gint64         group_id)
{
  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));

  zg_reply_keeper_rest (self->keeper);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->new_group_id = group_id;
  zg_reply_load_run_async (self->session, id, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * zg_reply_editor_get_id:
 *
 * Returns: the reply that is edited, 0 for a new one
 */
gint64
zg_reply_editor_get_id (ZgReplyEditor *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_EDITOR (self), 0);

  return self->load != NULL ? self->load->id : 0;
}

/**
 * zg_reply_editor_focus:
 *
 * Puts the focus where one begins: in the text, or in the title of a new reply.
 */
void
zg_reply_editor_focus (ZgReplyEditor *self)
{
  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));

  if (zg_reply_editor_get_id (self) != 0)
    zg_reply_wordings_focus (zg_reply_form_get_wordings (self->form));
  else
    zg_reply_form_focus (self->form);
}

/**
 * zg_reply_editor_keep:
 *
 * Puts what was typed and is not saved where neither a crash nor a closed window loses it.
 *
 * Returns: whether there is such
 */
gboolean
zg_reply_editor_keep (ZgReplyEditor *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_EDITOR (self), FALSE);

  return zg_reply_keeper_keep (self->keeper);
}

static void
person_loaded_cb (GObject      *store,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ZgReplyEditor) self = user_data;
  g_autoptr (ZgReplyLoad) load = zg_reply_load_run_finish (result, NULL);

  /* Without an answer the preview stays as it is: nothing is copied from it. */
  if (load == NULL || self->load == NULL)
    return;
  g_clear_pointer (&self->load->person, zg_fill_context_free);
  self->load->person = g_steal_pointer (&load->person);
  show_proof (self);
}

/**
 * zg_reply_editor_refresh_person:
 *
 * Shows how the current customer would read it, who is another one than before.
 */
void
zg_reply_editor_refresh_person (ZgReplyEditor *self)
{
  g_return_if_fail (ZG_IS_REPLY_EDITOR (self));

  if (self->load == NULL)
    return;
  g_clear_pointer (&self->load->person, zg_fill_context_free);
  show_proof (self);
  zg_reply_load_run_async (self->session, 0, NULL, person_loaded_cb, g_object_ref (self));
}
