/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-help-window"

#include "config.h"

#include "zg-reply-help-window.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-composition.h"
#include "zg-empty-state.h"
#include "zg-error-text.h"
#include "zg-reply-help-row.h"
#include "zg-reply-load.h"
#include "zg-toast-area.h"

struct _ZgReplyHelpWindow
{
  AdwWindow parent_instance;

  GCancellable *loading;
  ZgReplyLoad *load;            /* NULL until it is read */
  gboolean inserts;

  GtkEditable *search;
  GtkLabel *caption;
  ZgToastArea *toasts;
  GtkStack *stack;
  GtkBox *sections;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyHelpWindow, zg_reply_help_window, ADW_TYPE_WINDOW)

/* What is copied, and where that is said. */
typedef struct {
  ZgToastArea *toasts;
  char *text;
} Copy;

static void
copied_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      user_data)
{
  Copy *copy = user_data;
  g_autoptr (GError) error = NULL;
  /* Translators: a placeholder */
  g_autofree char *done = g_strdup_printf (_("Copied %s"), copy->text);
  g_autofree char *advice = NULL;

  if (!zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error))
    advice = zg_error_text_to_body (error);
  zg_toast_area_show (copy->toasts, advice != NULL ? advice : done);
  g_object_unref (copy->toasts);
  g_free (copy->text);
  g_free (copy);
}

static void
choose (ZgReplyHelpWindow *self,
        GtkListBoxRow     *row)
{
  g_autofree char *text = g_strdup (zg_reply_help_row_get_text (row));
  Copy *copy;

  if (self->inserts)
    {
      g_signal_emit (self, signals[CHOSEN], 0, text);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  copy = g_new0 (Copy, 1);
  copy->toasts = g_object_ref (self->toasts);
  copy->text = g_strdup (text);
  zg_clipboard_copy_async (GTK_WINDOW (self), text, NULL, copied_cb, copy);
}

static const char *
get_heading (ZgBraceKind kind)
{
  switch (kind)
    {
    case ZG_BRACE_PLACEHOLDER:
      return _("Filled in from the customer, the order and the shop");
    case ZG_BRACE_FORM:
      return _("Other ways to write");
    case ZG_BRACE_FACE:
      return _("Faces");
    default:
      g_return_val_if_reached ("");
    }
}

static GtkListBox *
add_section (ZgReplyHelpWindow *self,
             ZgBraceKind        kind)
{
  GtkWidget *heading = gtk_label_new (get_heading (kind));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "section");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_widget_add_css_class (list, "inset-focus");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, get_heading (kind), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (choose), self);
  gtk_box_append (self->sections, heading);
  gtk_box_append (self->sections, list);
  return GTK_LIST_BOX (list);
}

static GtkListBoxRow *
get_first_row (ZgReplyHelpWindow *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  return heading != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_next_sibling (heading)), 0) : NULL;
}

static void
fill (ZgReplyHelpWindow *self)
{
  g_autoptr (GPtrArray) braces = zg_brace_search (gtk_editable_get_text (self->search));
  ZgFillContext *context = self->load->person != NULL ? self->load->person : self->load->sample;
  GtkListBox *list = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint i = 0; i < braces->len; i++)
    {
      const ZgBrace *brace = g_ptr_array_index (braces, i);

      if (i == 0 || brace->kind != ((const ZgBrace *) g_ptr_array_index (braces, i - 1))->kind)
        list = add_section (self, brace->kind);
      gtk_list_box_append (list, zg_reply_help_row_new (brace, context));
    }
  gtk_stack_set_visible_child_name (self->stack, braces->len > 0 ? "list" : "nothing");
}

static void
search_changed_cb (ZgReplyHelpWindow *self)
{
  if (self->load != NULL)
    fill (self);
}

/* Enter takes the first of what was looked for; before that there is nothing that could be meant. */
static void
search_activated_cb (ZgReplyHelpWindow *self)
{
  GtkListBoxRow *row = get_first_row (self);

  if (row != NULL && *gtk_editable_get_text (self->search) != '\0')
    choose (self, row);
}

/* From the search into what it found, as in every other list. */
static gboolean
key_pressed_cb (ZgReplyHelpWindow *self,
                guint              keyval)
{
  GtkListBoxRow *row = get_first_row (self);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL
      || zg_composition_is_under_way (GTK_WIDGET (self->search)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* Out of the search first, then out of the window. */
static void
search_stopped_cb (ZgReplyHelpWindow *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_caption (ZgReplyHelpWindow *self)
{
  const ZgFillContext *person = self->load->person;
  g_autofree char *examples = NULL;
  g_autofree char *caption = NULL;

  if (person != NULL && person->customer != NULL)
    /* Translators: above examples: whom they are filled for */
    examples = g_strdup_printf (_("The examples are filled for %s."), zg_customer_get_call_name (person->customer));
  else
    examples = g_strdup (_("The examples are filled for a sample customer."));
  caption = g_strjoin (" ", self->inserts ? _("A click or Enter writes it into the text.") : _("A click or Enter copies it."),
                       examples, NULL);
  gtk_label_set_text (self->caption, caption);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgReplyHelpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgReplyLoad *load = zg_reply_load_run_finish (result, &error);

  if (load == NULL)
    {
      g_autofree char *advice = zg_error_text_to_body (error);

      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        zg_toast_area_show (self->toasts, advice);
      return;
    }

  self->load = load;
  show_caption (self);
  fill (self);
}

static void
zg_reply_help_window_dispose (GObject *object)
{
  ZgReplyHelpWindow *self = ZG_REPLY_HELP_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->load, zg_reply_load_free);

  G_OBJECT_CLASS (zg_reply_help_window_parent_class)->dispose (object);
}

static void
zg_reply_help_window_class_init (ZgReplyHelpWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_help_window_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_REPLY_HELP_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_top (ZgReplyHelpWindow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _("Name, pinyin or initials"), NULL);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a placeholder"), -1);
  g_signal_connect_swapped (search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (search, keys);
  self->caption = GTK_LABEL (caption);
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (top, "help-top");
  gtk_box_append (GTK_BOX (top), search);
  gtk_box_append (GTK_BOX (top), caption);
  return top;
}

static GtkWidget *
create_list (ZgReplyHelpWindow *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->sections = GTK_BOX (sections);
  self->stack = GTK_STACK (stack);
  gtk_widget_add_css_class (sections, "help-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), sections);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, zg_empty_state_new ("edit-find-symbolic", _("No such placeholder"),
                                                        _("Try another word for it, the pinyin or the initials.")),
                       "nothing");
  return stack;
}

static void
zg_reply_help_window_init (ZgReplyHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->loading = g_cancellable_new ();
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_top (self));
  zg_toast_area_set_child (self->toasts, create_list (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("What can be written in braces"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->search));
}

/**
 * zg_reply_help_window_new:
 * @parent: the window over which it stands
 * @session: the shop, and whom the clerk talks to
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgReplyHelpWindow *
zg_reply_help_window_new (GtkWindow *parent,
                          ZgSession *session)
{
  ZgReplyHelpWindow *self = g_object_new (ZG_TYPE_REPLY_HELP_WINDOW, "transient-for", parent, NULL);

  zg_reply_load_run_async (session, 0, self->loading, loaded_cb, g_object_ref (self));
  return self;
}

/**
 * zg_reply_help_window_set_inserts:
 *
 * Lets a row be chosen, for who writes it into a text, instead of copying what it shows.
 */
void
zg_reply_help_window_set_inserts (ZgReplyHelpWindow *self)
{
  g_return_if_fail (ZG_IS_REPLY_HELP_WINDOW (self));

  self->inserts = TRUE;
}
