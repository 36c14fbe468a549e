/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-message"

#include "config.h"

#include "zg-message.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-error-text.h"

/* AdwMessageDialog, which newer libadwaita replaces by AdwAlertDialog. Its texts are plain text. */

typedef struct {
  ZgMessageDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "do"))
    question->done (question->user_data);
}

/**
 * zg_message_show:
 * @heading: what happened, in a few words
 * @body: (nullable): more about it
 *
 * Tells something that must not be missed.
 */
void
zg_message_show (GtkWindow  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * zg_message_ask:
 * @heading: the question
 * @body: (nullable): what it means
 * @button: the label of the button that agrees
 * @destructive: whether something is lost by it
 * @done: called when the person agrees
 * @destroy: (nullable): frees @user_data, whatever was answered
 *
 * Asks. For what can be undone, do it and offer the undo instead.
 */
void
zg_message_ask (GtkWindow      *parent,
                const char     *heading,
                const char     *body,
                const char     *button,
                gboolean        destructive,
                ZgMessageDone   done,
                gpointer        user_data,
                GDestroyNotify  destroy)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);

  question->done = done;
  question->user_data = user_data;
  question->destroy = destroy;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", button, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "do");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * zg_message_show_error:
 * @error: any error
 *
 * Tells what went wrong and what one can do.
 */
void
zg_message_show_error (GtkWindow    *parent,
                       const GError *error)
{
  g_autofree char *body = zg_error_text_to_body (error);

  zg_message_show (parent, zg_error_text (error).heading, body);
}
