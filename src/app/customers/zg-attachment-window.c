/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-attachment-source.h"
#include "zg-attachment-window.h"
#include "zg-clipboard.h"
#include "zg-file-dialog.h"
#include "zg-picture-decode.h"
#include "zg-toast-area.h"

/**
 * ZgAttachmentWindow:
 *
 * A file that belongs to a customer, as large as one likes: a picture fits the window at first, + and - make it larger and
 * smaller, 0 fits it again. Ctrl+C copies it as an image, Ctrl+S saves a copy, Esc closes. What can't be shown says why in one
 * sentence, and can be saved all the same.
 */
struct _ZgAttachmentWindow
{
  AdwWindow parent_instance;

  ZgAttachment *attachment;     /* with its bytes once they are there */
  GdkTexture *texture;
  GCancellable *cancellable;
  double scale;                 /* 0 fits the window */

  GtkWidget *scroller;
  GtkWidget *picture;
  GtkWidget *status;
  GtkWidget *stack;

  /* template */
  AdwWindowTitle *title;
  GtkWidget *copy;
  GtkWidget *zoom;
  ZgToastArea *toasts;
};

G_DEFINE_FINAL_TYPE (ZgAttachmentWindow, zg_attachment_window, ADW_TYPE_WINDOW)

/* More than a screen has even when one looks closely; what is larger is shown smaller. */
#define MAX_SIDE 4096

#define STEP 1.25
#define MIN_SCALE 0.05
#define MAX_SCALE 8.0

/* Zooming **************************************************************************************************************/

static double
get_fitting_scale (ZgAttachmentWindow *self)
{
  double across = (double) gtk_widget_get_width (self->scroller) / gdk_texture_get_width (self->texture);
  double down = (double) gtk_widget_get_height (self->scroller) / gdk_texture_get_height (self->texture);

  return MIN (1.0, MIN (across, down));
}

static void
set_scale (ZgAttachmentWindow *self,
           double              scale)
{
  GtkPolicyType policy = scale == 0 ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;

  self->scale = scale;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), policy, policy);
  gtk_widget_set_size_request (self->picture, (int) (gdk_texture_get_width (self->texture) * scale),
                               (int) (gdk_texture_get_height (self->texture) * scale));
  gtk_widget_set_halign (self->picture, scale == 0 ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->picture, scale == 0 ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  ZgAttachmentWindow *self = ZG_ATTACHMENT_WINDOW (widget);
  double scale;

  if (self->texture == NULL)
    return;
  scale = self->scale != 0 ? self->scale : get_fitting_scale (self);
  if (g_str_equal (name, "view.zoom-fit"))
    set_scale (self, 0);
  else
    set_scale (self, CLAMP (g_str_equal (name, "view.zoom-in") ? scale * STEP : scale / STEP, MIN_SCALE, MAX_SCALE));
}

/* Copying and saving ***************************************************************************************************/

static void
copied_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgAttachmentWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error);

  if (copied || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    zg_toast_area_show (self->toasts, copied ? _("Copied") : error->message);
}

static void
encode (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (data), (GDestroyNotify) g_bytes_unref);
}

static void
encoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgAttachmentWindow) self = user_data;
  g_autoptr (GBytes) png = g_task_propagate_pointer (G_TASK (result), NULL);

  if (png != NULL)
    zg_clipboard_copy_image_async (GTK_WINDOW (self), self->attachment->media_type, self->attachment->bytes, png,
                                   self->cancellable, copied_cb, g_object_ref (self));
}

/* As PNG too, which every chat program takes; that takes a while for a photo. */
static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  ZgAttachmentWindow *self = ZG_ATTACHMENT_WINDOW (widget);
  g_autoptr (GTask) task = NULL;

  if (self->texture == NULL)
    return;
  task = g_task_new (NULL, self->cancellable, encoded_cb, g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (self->texture), g_object_unref);
  g_task_run_in_thread (task, encode);
}

typedef struct {
  GtkWidget *widget;
  GBytes *bytes;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->widget);
  g_bytes_unref (copy->bytes);
  g_free (copy);
}

static void
tell (GtkWidget  *widget,
      const char *text)
{
  if (ZG_IS_ATTACHMENT_WINDOW (widget))
    zg_toast_area_show (ZG_ATTACHMENT_WINDOW (widget)->toasts, text);
  else if (gtk_widget_get_root (widget) != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static void
saved_cb (GObject      *file,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    tell (widget, _("Copy saved"));
  else
    tell (widget, error->message);
}

static void
place_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  Copy *copy = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  g_file_replace_contents_bytes_async (file, copy->bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, saved_cb, g_object_ref (copy->widget));
}

static void
save_copy (GtkWidget          *widget,
           const ZgAttachment *attachment)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Copy *copy = g_new0 (Copy, 1);

  copy->widget = g_object_ref (widget);
  copy->bytes = g_bytes_ref (attachment->bytes);
  zg_file_dialog_save (GTK_WINDOW (root), _("Save a copy"), attachment->name, place_chosen_cb, copy, copy_free);
}

static void
loaded_to_save_cb (GObject      *store,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgAttachment) attachment = zg_attachment_load_finish (result, &error);

  /* The window may have been closed meanwhile. */
  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (attachment == NULL)
    tell (widget, error->message);
  else
    save_copy (widget, attachment);
}

/**
 * zg_attachment_save_copy_of:
 * @widget: where that is wanted, in a window that has the action `win.toast`
 * @session: the shop
 * @id: an attachment
 *
 * Asks where to, and saves a copy there.
 */
void
zg_attachment_save_copy_of (GtkWidget *widget,
                            ZgSession *session,
                            gint64     id)
{
  zg_attachment_load_async (session, id, NULL, loaded_to_save_cb, g_object_ref (widget));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  ZgAttachmentWindow *self = ZG_ATTACHMENT_WINDOW (widget);

  if (self->attachment->bytes != NULL)
    save_copy (widget, self->attachment);
}

/* Loading **************************************************************************************************************/

static void
show_problem (ZgAttachmentWindow *self,
              const char         *text)
{
  gtk_label_set_text (GTK_LABEL (self->status), text);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->status);
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgAttachmentWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = zg_picture_decode_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  self->texture = g_steal_pointer (&texture);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (self->texture));
  set_scale (self, 0);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scroller);
  gtk_widget_show (self->copy);
  gtk_widget_show (self->zoom);
  gtk_widget_grab_focus (self->scroller);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgAttachmentWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgAttachment *attachment = zg_attachment_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (attachment == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  zg_attachment_free (self->attachment);
  self->attachment = attachment;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.save", TRUE);
  zg_picture_decode_async (attachment->bytes, MAX_SIDE, self->cancellable, decoded_cb, g_object_ref (self));
}

/* Class ****************************************************************************************************************/

static void
zg_attachment_window_dispose (GObject *object)
{
  ZgAttachmentWindow *self = ZG_ATTACHMENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->attachment, zg_attachment_free);

  G_OBJECT_CLASS (zg_attachment_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "view.copy" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "view.save" },
    { GDK_KEY_plus, 0, "view.zoom-in" },
    { GDK_KEY_equal, 0, "view.zoom-in" },
    { GDK_KEY_KP_Add, 0, "view.zoom-in" },
    { GDK_KEY_minus, 0, "view.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "view.zoom-out" },
    { GDK_KEY_0, 0, "view.zoom-fit" },
    { GDK_KEY_KP_0, 0, "view.zoom-fit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action, NULL);
}

static void
zg_attachment_window_class_init (ZgAttachmentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_attachment_window_dispose;

  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-attachment-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgAttachmentWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, ZgAttachmentWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ZgAttachmentWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZgAttachmentWindow, zoom);
  gtk_widget_class_install_action (widget_class, "view.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "view.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "view.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "view.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "view.zoom-fit", NULL, zoom_cb);
  add_keys (widget_class);
}

static void
zg_attachment_window_init (ZgAttachmentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->picture = gtk_picture_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->picture);
  gtk_widget_set_focusable (self->scroller, TRUE);
  self->status = gtk_label_new (_("Loading…"));
  gtk_label_set_wrap (GTK_LABEL (self->status), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->status), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (self->status, 18);
  gtk_widget_set_margin_end (self->status, 18);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->status);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  zg_toast_area_set_child (self->toasts, self->stack);
  gtk_widget_hide (self->copy);
  gtk_widget_hide (self->zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.save", FALSE);
}

/**
 * zg_attachment_window_new:
 * @parent: the window it stands before
 * @session: the shop
 * @attachment: what to show; its bytes are loaded
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWindow *
zg_attachment_window_new (GtkWindow          *parent,
                          ZgSession          *session,
                          const ZgAttachment *attachment)
{
  ZgAttachmentWindow *self = g_object_new (ZG_TYPE_ATTACHMENT_WINDOW, "transient-for", parent, NULL);

  self->attachment = zg_attachment_copy (attachment);
  gtk_window_set_title (GTK_WINDOW (self), attachment->name);
  adw_window_title_set_title (self->title, attachment->name);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), attachment->name);
  zg_attachment_load_async (session, attachment->id, self->cancellable, loaded_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
