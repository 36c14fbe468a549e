/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-person-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-choice-facts.h"
#include "zg-fact-label.h"
#include "zg-level-fact.h"
#include "zg-person-facts.h"
#include "zg-tags-editor.h"

/* Who a customer is, and what to remember of them: texts of one line, and the note. */

static GtkWidget *
create_text_view (const ZgFactKind *kind,
                  const ZgCustomer *customer,
                  guint             index,
                  ZgClock          *clock)
{
  g_autofree char *text = zg_customer_field_to_text (customer, kind->field);

  return zg_fact_label_new (text);
}

static GtkWidget *
create_name_view (const ZgFactKind *kind,
                  const ZgCustomer *customer,
                  guint             index,
                  ZgClock          *clock)
{
  return zg_fact_label_new_hidden (customer->name.text, customer->name.disclosure);
}

static GtkWidget *
create_entry (const ZgFactKind *kind,
              const ZgCustomer *customer,
              guint             index,
              ZgClock          *clock)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = zg_customer_field_to_text (customer, kind->field);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->add_label), -1);
  return entry;
}

static GtkWidget *
create_tags_editor (const ZgFactKind *kind,
                    const ZgCustomer *customer,
                    guint             index,
                    ZgClock          *clock)
{
  g_autofree char *text = zg_customer_field_to_text (customer, kind->field);

  return zg_tags_editor_new (text, _(kind->add_label));
}

static gboolean
store_tags (const ZgFactKind  *kind,
            GtkWidget         *editor,
            ZgCustomer        *customer,
            guint              index,
            GError           **error)
{
  return zg_customer_field_set_text (customer, kind->field, zg_tags_editor_get_text (ZG_TAGS_EDITOR (editor)), error);
}

static gboolean
store_entry (const ZgFactKind  *kind,
             GtkWidget         *editor,
             ZgCustomer        *customer,
             guint              index,
             GError           **error)
{
  return zg_customer_field_set_text (customer, kind->field, gtk_editable_get_text (GTK_EDITABLE (editor)), error);
}

/* Remember *************************************************************************************************************/

static GtkWidget *
create_caution_view (const ZgFactKind *kind,
                     const ZgCustomer *customer,
                     guint             index,
                     ZgClock          *clock)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = zg_fact_label_new (customer->caution);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_remove_css_class (label, "list-text");
  gtk_widget_add_css_class (label, "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_add_css_class (icon, "fact-caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take care"), -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
create_note_editor (const ZgFactKind *kind,
                    const ZgCustomer *customer,
                    guint             index,
                    ZgClock          *clock)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *note = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), customer->note != NULL ? customer->note : "",
                            -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (note), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->add_label), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), note);
  gtk_widget_add_css_class (frame, "note-frame");
  return frame;
}

static gboolean
store_note (const ZgFactKind  *kind,
            GtkWidget         *editor,
            ZgCustomer        *customer,
            guint              index,
            GError           **error)
{
  GtkWidget *note = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (editor));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (note));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return zg_customer_field_set_text (customer, kind->field, text, error);
}

/* The kinds ************************************************************************************************************/

static const ZgFactKind name = {
  .field = ZG_CUSTOMER_FIELD_NAME,
  .caption = N_("Name"),
  .add_label = N_("Name"),
  .create_view = create_name_view,
  .create_editor = create_entry,
  .store = store_entry,
};

static const ZgFactKind call_name = {
  .field = ZG_CUSTOMER_FIELD_CALL_NAME,
  .caption = N_("Call them"),
  .add_label = N_("How to call them"),
  .create_view = create_text_view,
  .create_editor = create_entry,
  .store = store_entry,
};

static const ZgFactKind tags = {
  .field = ZG_CUSTOMER_FIELD_TAGS,
  .caption = N_("Tags"),
  .add_label = N_("Tags"),
  .create_view = create_text_view,
  .create_editor = create_tags_editor,
  .store = store_tags,
};

static const ZgFactKind source = {
  .field = ZG_CUSTOMER_FIELD_SOURCE,
  .caption = N_("From"),
  .add_label = N_("Where they come from"),
  .create_view = create_text_view,
  .create_editor = create_entry,
  .store = store_entry,
};

static const ZgFactKind caution = {
  .field = ZG_CUSTOMER_FIELD_CAUTION,
  .add_label = N_("Take care, and why"),
  .create_view = create_caution_view,
  .create_editor = create_entry,
  .store = store_entry,
};

static const ZgFactKind note = {
  .field = ZG_CUSTOMER_FIELD_NOTE,
  .add_label = N_("Note"),
  .create_view = create_text_view,
  .create_editor = create_note_editor,
  .store = store_note,
};

/**
 * zg_person_facts_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): who a customer is
 */
const ZgFactKind * const *
zg_person_facts_get (void)
{
  static const ZgFactKind * const kinds[] = {
    &name, &call_name, &zg_type_fact, &zg_level_fact, &tags, &source, &zg_consent_fact, NULL,
  };

  return kinds;
}

/**
 * zg_memory_facts_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): what to remember of a customer
 */
const ZgFactKind * const *
zg_memory_facts_get (void)
{
  static const ZgFactKind * const kinds[] = { &caution, &note, NULL };

  return kinds;
}
