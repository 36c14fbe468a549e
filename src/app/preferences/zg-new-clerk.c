/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-clerk"

#include "config.h"

#include "zg-new-clerk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  ZgShopProfile *profile;
  GtkEditable *name;
  GtkEditable *number;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->profile);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (question->number)));

  if (g_str_equal (response, "add") && *name != '\0')
    zg_shop_profile_add_clerk (question->profile, name, number);
}

static void
name_changed_cb (GtkEditable      *name,
                 AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (name)));

  adw_message_dialog_set_response_enabled (dialog, "add", *text != '\0');
}

static GtkWidget *
add_row (GtkWidget  *list,
         const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

/**
 * zg_new_clerk_ask:
 * @profile: the shop they work in
 *
 * Asks for the name of somebody new, who then sits at the desk.
 */
void
zg_new_clerk_ask (GtkWindow     *parent,
                  ZgShopProfile *profile)
{
  GtkWidget *widget = adw_message_dialog_new (parent, _("New person"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GtkWidget *list = gtk_list_box_new ();
  Question *question = g_new0 (Question, 1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  question->profile = g_object_ref (profile);
  question->name = GTK_EDITABLE (add_row (list, _("Name")));
  question->number = GTK_EDITABLE (add_row (list, _("Number, if customers know you by one")));
  adw_message_dialog_set_extra_child (dialog, list);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "add", FALSE);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (question->name, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
