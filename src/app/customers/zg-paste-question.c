/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-question"

#include "config.h"

#include "zg-paste-question.h"

#include <glib/gi18n.h>

#include "zg-paste-answer.h"

/* So many choices have a key of their own. */
#define MAX_KEYS 9

/**
 * ZgPasteQuestion:
 *
 * What a pasted text leaves open, with a button for each choice; hidden when nothing is. It tells which was chosen by its
 * signal `answer` (a field's number, the choice).
 */
struct _ZgPasteQuestion
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkFlowBox *choices;
  ZgPasteField field;
};

enum {
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPasteQuestion, zg_paste_question, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget       *button,
            ZgPasteQuestion *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  g_signal_emit (self, signals[ANSWER], 0, (int) self->field, name);
}

static gboolean
zg_paste_question_grab_focus (GtkWidget *widget)
{
  GtkFlowBoxChild *first = gtk_flow_box_get_child_at_index (ZG_PASTE_QUESTION (widget)->choices, 0);

  return first != NULL && gtk_widget_get_visible (widget) && gtk_widget_grab_focus (gtk_flow_box_child_get_child (first));
}

static void
zg_paste_question_dispose (GObject *object)
{
  g_clear_pointer (&ZG_PASTE_QUESTION (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_paste_question_parent_class)->dispose (object);
}

static void
zg_paste_question_class_init (ZgPasteQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_paste_question_dispose;
  widget_class->grab_focus = zg_paste_question_grab_focus;

  signals[ANSWER] = g_signal_new ("answer", ZG_TYPE_PASTE_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pastequestion");
}

static void
zg_paste_question_init (ZgPasteQuestion *self)
{
  self->field = ZG_N_PASTE_FIELDS;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "warning");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  self->choices = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->choices, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->choices, MAX_KEYS);
  gtk_flow_box_set_row_spacing (self->choices, 6);
  gtk_flow_box_set_column_spacing (self->choices, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->choices));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
make_question (const ZgPaste *paste,
               ZgPasteField   field)
{
  switch (field)
    {
    case ZG_PASTE_PROVINCE:
      return g_strdup (_("Which province is meant?"));
    case ZG_PASTE_CITY:
      /* TRANSLATORS: a district of which there are several, such as 鼓楼区 */
      return paste->fields[ZG_PASTE_DISTRICT] != NULL
               ? g_strdup_printf (_("Which city is %s in?"), paste->fields[ZG_PASTE_DISTRICT])
               : g_strdup (_("Which city is meant?"));
    default:
      return g_strdup (_("Which district is meant?"));
    }
}

static void
add_choice (ZgPasteQuestion *self,
            guint            number,
            const char      *name)
{
  g_autofree char *text = number <= MAX_KEYS ? g_strdup_printf ("%u  %s", number, name) : g_strdup (name);
  GtkWidget *button = gtk_button_new_with_label (text);

  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_flow_box_insert (self->choices, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/**
 * zg_paste_question_show:
 * @paste: what was understood of a text
 *
 * Asks the first thing that it leaves open, if any.
 */
void
zg_paste_question_show (ZgPasteQuestion *self,
                        const ZgPaste   *paste)
{
  GtkWidget *child;

  g_return_if_fail (ZG_IS_PASTE_QUESTION (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_flow_box_remove (self->choices, child);
  self->field = zg_paste_get_question (paste);
  gtk_widget_set_visible (GTK_WIDGET (self), self->field != ZG_N_PASTE_FIELDS);
  if (self->field != ZG_N_PASTE_FIELDS)
    {
      const GPtrArray *names = paste->ask[self->field];
      g_autofree char *question = make_question (paste, self->field);

      gtk_label_set_text (self->label, question);
      for (guint i = 0; i < names->len; i++)
        add_choice (self, i + 1, g_ptr_array_index (names, i));
    }
}

/**
 * zg_paste_question_choose:
 * @number: which choice, from 1
 *
 * Returns: whether there is one of that number
 */
gboolean
zg_paste_question_choose (ZgPasteQuestion *self,
                          guint            number)
{
  GtkFlowBoxChild *child;

  g_return_val_if_fail (ZG_IS_PASTE_QUESTION (self), FALSE);

  child = gtk_flow_box_get_child_at_index (self->choices, (int) number - 1);
  if (child == NULL)
    return FALSE;
  clicked_cb (gtk_flow_box_child_get_child (child), self);
  return TRUE;
}
