/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wording-entry-window"

#include "config.h"

#include "zg-wording-entry-window.h"

#include <glib/gi18n.h>

#include "zg-wording-change.h"
#include "zg-wording-window.h"

/**
 * ZgWordingEntryWindow:
 *
 * A word to warn of: what to say instead, and the expressions in which it is harmless. What was shipped keeps its word and
 * kind.
 */
struct _ZgWordingEntryWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  ZgWordingEntry *entry;

  /* template */
  GtkEditable *advice_row;
  GtkLabel *error;
  GtkEditable *exceptions_row;
  AdwComboRow *kind_row;
  GtkWidget *restore_button;
  GtkEditable *word_row;
};

G_DEFINE_FINAL_TYPE (ZgWordingEntryWindow, zg_wording_entry_window, ADW_TYPE_WINDOW)

static char *
get_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* One after the other, parted by any comma. */
static char **
split_exceptions (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,，、;；]", text, 0, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static void
changed_cb (const GError *error,
            gpointer      user_data)
{
  ZgWordingEntryWindow *self = user_data;

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static void
save_cb (ZgWordingEntryWindow *self)
{
  g_autoptr (ZgWordingEntry) entry = zg_wording_entry_copy (self->entry);
  g_autofree char *exceptions = get_text (self->exceptions_row);

  g_free (entry->advice);
  entry->advice = get_text (self->advice_row);
  g_strfreev (entry->exceptions);
  entry->exceptions = split_exceptions (exceptions);
  if (!entry->is_shipped)
    {
      g_free (entry->word);
      entry->word = get_text (self->word_row);
      entry->kind = adw_combo_row_get_selected (self->kind_row);
    }
  zg_wording_change_run (self->session, ZG_WORDING_CHANGE_SAVE, entry, changed_cb, G_OBJECT (self));
}

static void
restored_cb (const GError *error,
             gpointer      user_data)
{
  ZgWordingEntryWindow *self = user_data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (error == NULL && self->session != NULL && ZG_IS_WORDING_WINDOW (parent))
    {
      g_ptr_array_add (entries, self->entry);
      zg_wording_change_offer_undo (zg_wording_window_get_toasts (ZG_WORDING_WINDOW (parent)), self->session, entries);
    }
  changed_cb (error, self);
}

static void
restore_cb (ZgWordingEntryWindow *self)
{
  zg_wording_change_run (self->session, ZG_WORDING_CHANGE_RESTORE, self->entry, restored_cb, G_OBJECT (self));
}

static void
zg_wording_entry_window_dispose (GObject *object)
{
  ZgWordingEntryWindow *self = ZG_WORDING_ENTRY_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entry, zg_wording_entry_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_WORDING_ENTRY_WINDOW);

  G_OBJECT_CLASS (zg_wording_entry_window_parent_class)->dispose (object);
}

static void
zg_wording_entry_window_class_init (ZgWordingEntryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_wording_entry_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/preferences/zg-wording-entry-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, advice_row);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, exceptions_row);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingEntryWindow, word_row);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_wording_entry_window_init (ZgWordingEntryWindow *self)
{
  const char *labels[ZG_N_WORDING_KINDS + 1] = { NULL };
  g_autoptr (GtkStringList) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < ZG_N_WORDING_KINDS; i++)
    labels[i] = zg_wording_kind_to_label (i);
  kinds = gtk_string_list_new (labels);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/**
 * zg_wording_entry_window_new:
 * @session: the shop
 * @entry: what to edit; a new one has no word
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgWordingEntryWindow *
zg_wording_entry_window_new (GtkWindow            *parent,
                             ZgSession            *session,
                             const ZgWordingEntry *entry)
{
  ZgWordingEntryWindow *self = g_object_new (ZG_TYPE_WORDING_ENTRY_WINDOW, "transient-for", parent, NULL);
  g_autofree char *exceptions = g_strjoinv (_(", "), entry->exceptions);

  self->session = g_object_ref (session);
  self->entry = zg_wording_entry_copy (entry);
  adw_combo_row_set_selected (self->kind_row, entry->kind);
  gtk_editable_set_text (self->word_row, entry->word);
  gtk_editable_set_text (self->advice_row, entry->advice);
  gtk_editable_set_text (self->exceptions_row, exceptions);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row), !entry->is_shipped);
  gtk_widget_set_sensitive (GTK_WIDGET (self->word_row), !entry->is_shipped);
  gtk_widget_set_visible (self->restore_button, entry->id != 0);
  gtk_button_set_label (GTK_BUTTON (self->restore_button),
                        entry->is_shipped ? _("As it was shipped") : _("Take out of the list"));
  gtk_widget_grab_focus (GTK_WIDGET (entry->is_shipped ? self->advice_row : self->word_row));

  return self;
}
