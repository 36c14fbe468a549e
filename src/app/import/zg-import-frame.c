/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-frame"

#include "config.h"

#include "zg-import-frame.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-file-dialog.h"

/**
 * ZgImportFrame:
 *
 * What all windows have in which a file is on its way into the shop: the two buttons, which do the window's import.go and
 * import.cancel; a line that says what the file was taken for, or why it was not taken; while something is under way,
 * how far it is instead; the report with the refused rows, which can be saved; and what only this window has to show.
 */
struct _ZgImportFrame
{
  GtkWidget parent_instance;

  GtkWidget *content;
  char *rejects;

  /* template */
  GtkWidget *body;
  GtkButton *cancel_button;
  GtkButton *go_button;
  GtkLabel *note;
  GtkProgressBar *progress;
  GtkWidget *recognised;
  GtkImage *recognised_icon;
  GtkLabel *recognised_label;
  ZgImportReport *report;
  AdwWindowTitle *title;
};

enum {
  PROP_CONTENT = 1,
  PROP_NOTE,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgImportFrame, zg_import_frame, GTK_TYPE_WIDGET)

static void
say (ZgImportFrame *self,
     const char    *icon,
     const char    *style,
     const char    *text)
{
  gtk_image_set_from_icon_name (self->recognised_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->recognised_icon), (const char *[]) { style, NULL });
  gtk_label_set_text (self->recognised_label, text);
  gtk_widget_set_visible (self->recognised, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static void
save_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ZgImportFrame *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GError) error = NULL;

  if (self->rejects != NULL && file != NULL
      && !g_file_replace_contents (file, self->rejects, strlen (self->rejects), NULL, FALSE,
                                   G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    say (self, "dialog-error-symbolic", "error", error->message);
}

static void
save_rejects_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  /* Translators: the name of a file, without the folder */
  zg_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the refused rows"), _("refused-rows.csv"),
                       save_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
zg_import_frame_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ZgImportFrame *self = ZG_IMPORT_FRAME (object);

  switch (id)
    {
    case PROP_CONTENT:
      self->content = g_value_get_object (value);
      gtk_box_insert_child_after (GTK_BOX (self->body), self->content, GTK_WIDGET (self->report));
      break;
    case PROP_NOTE:
      gtk_label_set_text (self->note, g_value_get_string (value));
      break;
    case PROP_TITLE:
      adw_window_title_set_title (self->title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
zg_import_frame_dispose (GObject *object)
{
  ZgImportFrame *self = ZG_IMPORT_FRAME (object);

  GtkWidget *child;

  g_clear_pointer (&self->rejects, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_import_frame_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  /* What only this window has to show; it goes below the report. */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_import_frame_class_init (ZgImportFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = zg_import_frame_set_property;
  G_OBJECT_CLASS (klass)->dispose = zg_import_frame_dispose;
  install_properties (G_OBJECT_CLASS (klass));

  g_type_ensure (ZG_TYPE_IMPORT_REPORT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-import-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, body);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, go_button);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, note);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, progress);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, recognised);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, recognised_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, recognised_label);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, report);
  gtk_widget_class_bind_template_child (widget_class, ZgImportFrame, title);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL, save_rejects_cb);
}

static void
zg_import_frame_init (ZgImportFrame *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * zg_import_frame_get_report:
 *
 * Returns: (transfer none): the report, hidden until something is shown in it
 */
ZgImportReport *
zg_import_frame_get_report (ZgImportFrame *self)
{
  g_return_val_if_fail (ZG_IS_IMPORT_FRAME (self), NULL);

  return self->report;
}

/**
 * zg_import_frame_set_path:
 * @path: the file
 *
 * Says below the title which file it is.
 */
void
zg_import_frame_set_path (ZgImportFrame *self,
                          const char    *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  adw_window_title_set_subtitle (self->title, name);
}

/**
 * zg_import_frame_set_buttons:
 * @cancel: (nullable): what stands on the button of import.cancel; %NULL hides it
 * @go: (nullable): what stands on the button of import.go, which gets the focus unless somebody is at work in the
 *   content; %NULL hides it
 */
void
zg_import_frame_set_buttons (ZgImportFrame *self,
                             const char    *cancel,
                             const char    *go)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), cancel != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->go_button), go != NULL);
  if (cancel != NULL)
    gtk_button_set_label (self->cancel_button, cancel);
  if (go == NULL)
    return;
  gtk_button_set_label (self->go_button, go);
  if (gtk_widget_get_focus_child (self->body) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->go_button));
}

/**
 * zg_import_frame_set_rejects:
 * @text: (nullable): the refused rows, as they are saved when somebody asks for it
 */
void
zg_import_frame_set_rejects (ZgImportFrame *self,
                             const char    *text)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  g_free (self->rejects);
  self->rejects = g_strdup (text);
  zg_import_report_set_can_save (self->report, text != NULL && *text != '\0');
}

/**
 * zg_import_frame_work:
 * @text: what is under way
 *
 * Shows that something is under way, and nothing of what was before.
 */
void
zg_import_frame_work (ZgImportFrame *self,
                      const char    *text)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  gtk_widget_set_visible (self->recognised, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->report), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  zg_import_frame_set_progress (self, 0, text);
}

/**
 * zg_import_frame_set_progress:
 * @part: how far it is, from 0 to 1
 * @text: in words
 */
void
zg_import_frame_set_progress (ZgImportFrame *self,
                              double         part,
                              const char    *text)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  gtk_progress_bar_set_fraction (self->progress, part);
  gtk_progress_bar_set_text (self->progress, text);
}

/**
 * zg_import_frame_tell:
 * @text: what the file was taken for, or what was done
 *
 * Ends what was under way.
 */
void
zg_import_frame_tell (ZgImportFrame *self,
                      const char    *text)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  say (self, "object-select-symbolic", "success", text);
}

/**
 * zg_import_frame_fail:
 * @text: why the file was not taken
 *
 * Ends what was under way; there is nothing to report.
 */
void
zg_import_frame_fail (ZgImportFrame *self,
                      const char    *text)
{
  g_return_if_fail (ZG_IS_IMPORT_FRAME (self));

  gtk_widget_set_visible (GTK_WIDGET (self->report), FALSE);
  say (self, "dialog-error-symbolic", "error", text);
}
