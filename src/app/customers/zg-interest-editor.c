/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-interest-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-desk.h"
#include "zg-fact-label.h"
#include "zg-fit-layout.h"
#include "zg-interest-editor.h"

/**
 * ZgInterestEditor:
 *
 * The fields for what a customer asked for and did not buy: what, why not, and when to ask again, which is typed as a day in any
 * form or chosen from the buttons below it. It remembers what was there when it was made.
 */
struct _ZgInterestEditor
{
  GtkWidget parent_instance;

  ZgInterest *before;
  ZgClock *clock;

  GtkWidget *product;
  GtkWidget *reason;
  GtkWidget *day;
  GtkWidget *told;              /* what day that is */
};

G_DEFINE_FINAL_TYPE (ZgInterestEditor, zg_interest_editor, GTK_TYPE_WIDGET)

/* Days to choose, as zg_day_parse() understands them. */
static const struct {
  const char *label;
  const char *text;
} days[] = {
  { N_("In a week"), "1 week" },
  { N_("In two weeks"), "2 weeks" },
  { N_("In a month"), "1 month" },
};

static char *
dup_day (ZgTime   at,
         ZgClock *clock)
{
  g_autoptr (GDateTime) day = zg_time_to_date_time (at, zg_clock_get_zone (clock));

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("");
}

/* A day that was not touched stays at its hour. */
static gboolean
read_day (ZgInterestEditor  *self,
          ZgTime            *at_out,
          GError           **error)
{
  g_autofree char *before = dup_day (self->before->ask_again_at, self->clock);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));

  *at_out = self->before->ask_again_at;
  return g_str_equal (before, text) || zg_customer_desk_parse_day (text, self->clock, at_out, error);
}

/* What was typed in words is told as a date. */
static void
day_changed_cb (ZgInterestEditor *self)
{
  g_autofree char *told = NULL;
  ZgTime at;

  if (read_day (self, &at, NULL) && at != ZG_TIME_NONE)
    {
      g_autoptr (GDateTime) day = zg_time_to_date_time (at, zg_clock_get_zone (self->clock));

      /* TRANSLATORS: strftime(3): a day with its weekday. In Chinese: %-m月%-d日 %A */
      told = g_date_time_format (day, _("%A, %B %-d"));
    }
  /* It keeps its line, or the buttons below it would move. */
  gtk_label_set_text (GTK_LABEL (self->told), told != NULL ? told : "");
}

static void
day_chosen_cb (ZgInterestEditor *self,
               GtkWidget        *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");
  g_autofree char *day = NULL;
  ZgTime at;

  if (!zg_customer_desk_parse_day (text, self->clock, &at, NULL))
    return;
  day = dup_day (at, self->clock);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  gtk_widget_grab_focus (self->day);
  gtk_editable_set_position (GTK_EDITABLE (self->day), -1);
}

static GtkWidget *
add_entry (ZgInterestEditor *self,
           const char       *label,
           const char       *placeholder,
           const char       *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return entry;
}

static void
add_reason (ZgInterestEditor *self)
{
  const char * const *reasons = zg_interest_list_reasons ();
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  /* TRANSLATORS: why somebody did not buy */
  gtk_string_list_append (labels, _("Why not: not said"));
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      gtk_string_list_append (labels, zg_interest_reason_to_label (reasons[i]));
      if (g_strcmp0 (reasons[i], self->before->reason) == 0)
        chosen = i + 1;
    }
  self->reason = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->reason), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why they did not buy it"), -1);
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));
}

static void
add_days (ZgInterestEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, zg_fit_layout_new (6));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(days[i].label));

      gtk_widget_add_css_class (button, "segment");
      g_object_set_data (G_OBJECT (button), "text", (gpointer) days[i].text);
      g_signal_connect_object (button, "clicked", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
add_tools (ZgInterestEditor *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = zg_card_tool_new (NULL, _("Save"), ZG_CARD_COMMIT);

  if (self->before->id != 0)
    gtk_box_append (GTK_BOX (tools), zg_card_tool_new ("user-trash-symbolic", _("Remove"), ZG_CARD_REMOVE));
  if (self->before->id != 0 && self->before->state == ZG_INTEREST_OPEN)
    gtk_box_append (GTK_BOX (tools), zg_card_tool_new (NULL, zg_interest_state_to_label (ZG_INTEREST_GIVEN_UP),
                                                       ZG_INTEREST_INTENT_GIVE_UP));
  else if (self->before->id != 0)
    gtk_box_append (GTK_BOX (tools), zg_card_tool_new (NULL, zg_interest_state_to_label (ZG_INTEREST_OPEN),
                                                       ZG_INTEREST_INTENT_REOPEN));
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (tools), save);
  gtk_widget_set_parent (tools, GTK_WIDGET (self));
}

static void
zg_interest_editor_dispose (GObject *object)
{
  ZgInterestEditor *self = ZG_INTEREST_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->before, zg_interest_free);
  g_clear_pointer (&self->clock, zg_clock_unref);

  G_OBJECT_CLASS (zg_interest_editor_parent_class)->dispose (object);
}

static void
zg_interest_editor_class_init (ZgInterestEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_interest_editor_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
zg_interest_editor_init (ZgInterestEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * zg_interest_editor_new:
 * @before: what is there, or a new one with customer and clerk; copied
 * @clock: what day it is
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
zg_interest_editor_new (const ZgInterest *before,
                        ZgClock          *clock)
{
  ZgInterestEditor *self = g_object_new (ZG_TYPE_INTEREST_EDITOR, NULL);
  g_autofree char *day = dup_day (before->ask_again_at, clock);

  self->before = zg_interest_copy (before);
  self->clock = zg_clock_ref (clock);
  self->product = add_entry (self, _("What they asked for"), _("What they asked for"), before->product);
  add_reason (self);
  self->day = add_entry (self, _("When to ask again"), _("Ask again: 10-1, 3 days …"), day);
  add_days (self);
  self->told = zg_fact_label_new_dim ("");
  gtk_widget_set_parent (self->told, GTK_WIDGET (self));
  add_tools (self);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  day_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * zg_interest_editor_get_before:
 *
 * Returns: (transfer none): what was there when the fields were made
 */
const ZgInterest *
zg_interest_editor_get_before (ZgInterestEditor *self)
{
  g_return_val_if_fail (ZG_IS_INTEREST_EDITOR (self), NULL);

  return self->before;
}

/**
 * zg_interest_editor_build:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the interest as it would be; %NULL with %ZG_DOMAIN_ERROR_INVALID when it can't be so
 */
ZgInterest *
zg_interest_editor_build (ZgInterestEditor  *self,
                          GError           **error)
{
  g_autoptr (ZgInterest) after = NULL;
  guint reason;

  g_return_val_if_fail (ZG_IS_INTEREST_EDITOR (self), NULL);

  after = zg_interest_copy (self->before);
  g_free (after->product);
  after->product = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->product)));
  reason = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reason));
  g_free (after->reason);
  after->reason = g_strdup (reason > 0 ? zg_interest_list_reasons ()[reason - 1] : "");
  if (!read_day (self, &after->ask_again_at, error) || !zg_interest_validate (after, error))
    return NULL;
  return g_steal_pointer (&after);
}

/**
 * zg_interest_editor_is_changed:
 *
 * Returns: whether anything was typed or chosen, be it right or not
 */
gboolean
zg_interest_editor_is_changed (ZgInterestEditor *self)
{
  g_autofree char *day = NULL;
  guint reason;

  g_return_val_if_fail (ZG_IS_INTEREST_EDITOR (self), FALSE);

  day = dup_day (self->before->ask_again_at, self->clock);
  reason = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reason));
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->product)), self->before->product)
         || !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->day)), day)
         || !g_str_equal (reason > 0 ? zg_interest_list_reasons ()[reason - 1] : "", self->before->reason);
}
