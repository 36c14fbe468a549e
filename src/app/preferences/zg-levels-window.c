/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-levels-window"

#include "config.h"

#include "zg-levels-window.h"

#include <glib/gi18n.h>

#include "zg-error-text.h"
#include "zg-level-job.h"
#include "zg-level-row.h"
#include "zg-markup.h"

/**
 * ZgLevelsWindow:
 *
 * The member levels of the shop and their rules. Saving them changes nobody's level: whose level is another than the one that
 * fits is told, and given the fitting one when a person says so.
 */
struct _ZgLevelsWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  GtkListBox *list;
  GtkWidget *save_button;
  GtkLabel *error;
  AdwActionRow *suggest_row;
  GtkWidget *suggest_button;
  ZgToastArea *toasts;
  GPtrArray *suggestions;       /* of the last look, or NULL */
};

G_DEFINE_FINAL_TYPE (ZgLevelsWindow, zg_levels_window, ADW_TYPE_WINDOW)

static void
show_error (ZgLevelsWindow *self,
            const GError   *error)
{
  g_autofree char *text = error != NULL ? zg_error_text_to_body (error) : NULL;

  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

static void
move_cb (ZgLevelsWindow *self,
         int             by,
         GtkWidget      *row)
{
  g_autoptr (GtkWidget) held = g_object_ref (row);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  gtk_list_box_remove (self->list, row);
  if (by != 0)
    gtk_list_box_insert (self->list, row, MAX (0, place + by));
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

static GtkWidget *
add_level (ZgLevelsWindow      *self,
           const ZgMemberLevel *level)
{
  GtkWidget *row = zg_level_row_new (level);

  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  return row;
}

static void
add_cb (ZgLevelsWindow *self)
{
  g_autoptr (ZgMemberLevel) level = zg_member_level_new ("", 0, 0);
  GtkWidget *row = add_level (self, level);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  zg_level_row_focus (ZG_LEVEL_ROW (row));
}

/* Suggestions *******************************************************************************************************/

static void
show_suggestions (ZgLevelsWindow *self)
{
  guint n = self->suggestions->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u customer would get another level",
                                                     "%u customers would get another level", n), n);

  zg_markup_row_set_subtitle (self->suggest_row, text);
  gtk_widget_set_sensitive (self->suggest_button, n > 0);
}

static void
suggested_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgLevelsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *suggestions = zg_level_job_suggest_finish (result, &error);

  if (self->session == NULL || suggestions == NULL)
    {
      if (self->session != NULL)
        show_error (self, error);
      g_clear_pointer (&suggestions, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->suggestions = suggestions;
  show_suggestions (self);
}

static void
suggest (ZgLevelsWindow *self)
{
  gtk_widget_set_sensitive (self->suggest_button, FALSE);
  zg_level_job_suggest_async (self->session, suggested_cb, g_object_ref (self));
}

static void
apply_cb (ZgLevelsWindow *self)
{
  if (self->suggestions == NULL || self->suggestions->len == 0)
    return;
  gtk_widget_set_sensitive (self->suggest_button, FALSE);
  zg_level_job_apply (self->session, self->suggestions, self->toasts);
}

static void
store_changed_cb (ZgLevelsWindow *self,
                  guint           tables)
{
  if (self->session != NULL && (tables & ZG_TABLE_CUSTOMER) != 0)
    suggest (self);
}

/* Saving ************************************************************************************************************/

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgLevelsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = zg_level_job_save_finish (result, &error);

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, TRUE);
  show_error (self, error);
  if (!saved)
    return;
  zg_toast_area_show (self->toasts, _("Saved"));
  suggest (self);
}

static void
save_cb (ZgLevelsWindow *self)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (levels, zg_level_row_get_level (ZG_LEVEL_ROW (row)));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  zg_level_job_save_async (self->session, levels, saved_cb, g_object_ref (self));
}

/* Widget ************************************************************************************************************/

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* What is still read or written holds the closed window for a moment, longer than its parent may live. */
static void
zg_levels_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zg_levels_window_parent_class)->unrealize (widget);

  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
zg_levels_window_dispose (GObject *object)
{
  ZgLevelsWindow *self = ZG_LEVELS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_LEVELS_WINDOW);

  G_OBJECT_CLASS (zg_levels_window_parent_class)->dispose (object);
}

static void
zg_levels_window_class_init (ZgLevelsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_levels_window_dispose;
  widget_class->unrealize = zg_levels_window_unrealize;

  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/preferences/zg-levels-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, suggest_button);
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, suggest_row);
  gtk_widget_class_bind_template_child (widget_class, ZgLevelsWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
zg_levels_window_init (ZgLevelsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_levels_window_new:
 * @parent: the window
 * @session: whose shop it is
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_levels_window_new (GtkWindow *parent,
                      ZgSession *session)
{
  ZgLevelsWindow *self = g_object_new (ZG_TYPE_LEVELS_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (session), &error);
  g_autoptr (GPtrArray) levels = db != NULL ? zg_level_table_load (db, &error) : NULL;

  self->session = g_object_ref (session);
  if (levels == NULL)
    show_error (self, error);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    add_level (self, levels->pdata[i]);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  suggest (self);
  return GTK_WINDOW (self);
}
