/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-segment-editor"

#include "config.h"

#include "zg-segment-editor.h"

#include <glib/gi18n.h>

#include "zg-error-text.h"
#include "zg-segment-form.h"

#define WIDTH 332
#define MAX_HEIGHT 380
/* After the last key press, in ms. */
#define APPLY_DELAY 250

/**
 * ZgSegmentEditor:
 *
 * Whom the list shows: all that a filter can ask, tried at once, and a name to keep it under.
 */
struct _ZgSegmentEditor
{
  GtkPopover parent_instance;

  ZgSession *session;
  ZgSegment *segment;           /* (nullable): the saved one that is being changed */
  guint apply_timeout;

  ZgSegmentForm *form;
  GtkLabel *sentence;
  GtkLabel *error;
  GtkEditable *name;
  GtkWidget *save;
};

enum {
  CHANGED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgSegmentEditor, zg_segment_editor, GTK_TYPE_POPOVER)

static void
show_error (ZgSegmentEditor *self,
            const char      *text)
{
  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

/* (transfer full) (nullable): what is asked, with the reason shown when it can't be read. */
static ZgCustomerFilter *
read_form (ZgSegmentEditor *self)
{
  g_autoptr (GError) error = NULL;
  ZgCustomerFilter *filter = zg_segment_form_get_filter (self->form, &error);

  show_error (self, filter == NULL ? error->message : NULL);
  return filter;
}

static void
update_save (ZgSegmentEditor        *self,
             const ZgCustomerFilter *filter)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->save, *name != '\0' && filter != NULL && !zg_customer_filter_is_empty (filter));
}

static void
apply (ZgSegmentEditor *self)
{
  g_autoptr (ZgCustomerFilter) filter = read_form (self);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  update_save (self, filter);
  if (filter == NULL)
    return;
  text = zg_customer_filter_to_text (filter);
  g_signal_emit (self, signals[CHANGED], 0, text);
}

static gboolean
apply_cb (gpointer data)
{
  ZgSegmentEditor *self = data;

  self->apply_timeout = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ZgSegmentEditor *self)
{
  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  self->apply_timeout = g_timeout_add (APPLY_DELAY, apply_cb, self);
}

static void
name_changed_cb (ZgSegmentEditor *self)
{
  g_autoptr (ZgCustomerFilter) filter = read_form (self);

  update_save (self, filter);
}

static void
clear_cb (ZgSegmentEditor *self)
{
  g_autoptr (ZgCustomerFilter) filter = zg_customer_filter_new ();

  zg_segment_form_set_filter (self->form, filter);
  apply (self);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgSegmentEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgSegmentJob *job = zg_segment_job_run_finish (result, &error);

  if (job == NULL)
    {
      g_autofree char *text = zg_error_text_to_body (error);

      show_error (self, text);
      update_save (self, NULL);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SAVED], 0, job);
}

static void
save_cb (ZgSegmentEditor *self)
{
  g_autoptr (ZgCustomerFilter) filter = read_form (self);
  g_autoptr (ZgSegment) segment = NULL;
  g_autofree char *text = NULL;
  ZgSegmentJob *job;

  if (!gtk_widget_get_sensitive (self->save) || filter == NULL)
    return;
  apply (self);
  text = zg_customer_filter_to_text (filter);
  segment = self->segment != NULL ? zg_segment_copy (self->segment) : zg_segment_new ("", "");
  g_free (segment->name);
  g_free (segment->filter);
  segment->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  segment->filter = g_steal_pointer (&text);

  gtk_widget_set_sensitive (self->save, FALSE);
  job = zg_segment_job_new (ZG_SEGMENT_JOB_SAVE, self->session, segment);
  job->before = self->segment != NULL ? zg_segment_copy (self->segment) : NULL;
  zg_segment_job_run_async (job, saved_cb, g_object_ref (self));
}

static void
name_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ZG_SEGMENT_EDITOR (widget)->name));
}

static void
zg_segment_editor_closed (GtkPopover *popover)
{
  ZgSegmentEditor *self = ZG_SEGMENT_EDITOR (popover);

  if (self->apply_timeout != 0)
    apply (self);
}

static void
zg_segment_editor_dispose (GObject *object)
{
  ZgSegmentEditor *self = ZG_SEGMENT_EDITOR (object);

  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  g_clear_pointer (&self->segment, zg_segment_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_segment_editor_parent_class)->dispose (object);
}

static void
zg_segment_editor_class_init (ZgSegmentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_segment_editor_dispose;
  GTK_POPOVER_CLASS (klass)->closed = zg_segment_editor_closed;

  /**
   * ZgSegmentEditor::changed:
   * @self: the editor
   * @text: the text of the filter that is asked for now, empty for everybody
   */
  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_SEGMENT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ZgSegmentEditor::saved:
   * @self: the editor
   * @job: (transfer full): the #ZgSegmentJob that was done
   */
  signals[SAVED] = g_signal_new ("saved", ZG_TYPE_SEGMENT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "segment-editor.name", NULL, name_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "segment-editor.name", NULL);
}

static GtkWidget *
create_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_bar (ZgSegmentEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_entry_new ();
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  self->name = GTK_EDITABLE (name);
  self->save = gtk_button_new_with_label (_("Save"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (name), _("Name to keep it"));
  gtk_widget_set_tooltip_text (name, _("Name to keep it (Ctrl+S)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name to keep it"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (name), 10);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect_swapped (name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (name, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (bar), clear);
  gtk_box_append (GTK_BOX (bar), name);
  gtk_box_append (GTK_BOX (bar), self->save);
  return bar;
}

static void
zg_segment_editor_init (ZgSegmentEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->form = g_object_new (ZG_TYPE_SEGMENT_FORM, NULL);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->form));
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  self->sentence = GTK_LABEL (create_label (box, "secondary"));
  self->error = GTK_LABEL (create_label (box, "error"));
  gtk_widget_hide (GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "segment-editor");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * zg_segment_editor_new:
 * @session: the shop
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
zg_segment_editor_new (ZgSession *session)
{
  ZgSegmentEditor *self = g_object_new (ZG_TYPE_SEGMENT_EDITOR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * zg_segment_editor_show:
 * @self: the editor
 * @filter: the text of the filter that is in force, empty for none
 * @segment: (nullable): the saved segment that is to be changed
 *
 * Fills the fields; the caller pops it up.
 */
void
zg_segment_editor_show (ZgSegmentEditor *self,
                        const char      *filter,
                        const ZgSegment *segment)
{
  g_autoptr (ZgCustomerFilter) asked = NULL;

  g_return_if_fail (ZG_IS_SEGMENT_EDITOR (self));

  asked = zg_customer_filter_parse (filter, NULL);
  if (asked == NULL)
    asked = zg_customer_filter_new ();
  g_clear_pointer (&self->segment, zg_segment_free);
  self->segment = segment != NULL ? zg_segment_copy (segment) : NULL;
  zg_segment_form_set_filter (self->form, asked);
  gtk_editable_set_text (self->name, segment != NULL ? segment->name : "");
  show_error (self, NULL);
  update_save (self, asked);
}

/**
 * zg_segment_editor_show_count:
 * @self: the editor
 * @n_rows: how many customers the list shows
 *
 * Says whom the list shows, and how many they are.
 */
void
zg_segment_editor_show_count (ZgSegmentEditor *self,
                              guint            n_rows)
{
  g_autoptr (ZgCustomerFilter) filter = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ZG_IS_SEGMENT_EDITOR (self));

  filter = zg_segment_form_get_filter (self->form, NULL);
  if (filter == NULL)
    return;
  words = zg_customer_filter_is_empty (filter) ? g_strdup (_("everybody")) : zg_customer_filter_describe (filter);
  /* TRANSLATORS: %u: how many customers, %s: whom a filter lets through */
  text = g_strdup_printf (ngettext ("%u customer: %s", "%u customers: %s", n_rows), n_rows, words);
  gtk_label_set_text (self->sentence, text);
}
