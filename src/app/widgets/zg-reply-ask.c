/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-ask"

#include "config.h"

#include "zg-reply-ask.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * What is missing in a reply, and where to say it: buttons for choices, a field for anything else. An answer is told
 * at once when it is a choice, and on Enter when it is typed. What the order knows stands in the field, or its button has
 * the focus, so that Enter alone accepts it.
 */

struct _ZgReplyAsk
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  GtkLabel *heading;
  GPtrArray *choices;           /* the buttons of the first question, not owned */
  GtkWidget *first;             /* what takes the focus, not owned */
  GHashTable *offers;           /* name → answer, where the order knows nothing; or NULL */
  char *shown;                  /* what is asked and offered, to leave typed text alone while nothing changes */
  guint round;                  /* and for which reply and person */
};

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyAsk, zg_reply_ask, GTK_TYPE_WIDGET)

static void
choice_clicked_cb (GtkButton *button,
                   ZgReplyAsk *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "zg-name"));
  g_autofree char *answer = g_strdup (gtk_button_get_label (button));

  g_signal_emit (self, signals[ANSWERED], 0, name, answer);
}

static void
entry_activated_cb (GtkEntry   *entry,
                    ZgReplyAsk *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (entry), "zg-name"));
  g_autofree char *answer = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  g_signal_emit (self, signals[ANSWERED], 0, name, g_strstrip (answer));
}

static GtkWidget *
make_choices (ZgReplyAsk      *self,
              const ZgMissing *missing,
              gboolean         is_first)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 8);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_widget_set_hexpand (flow, TRUE);
  for (gsize i = 0; missing->choices[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (missing->choices[i]);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_widget_add_css_class (button, "choice");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "zg-name", g_strdup (missing->name), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (choice_clicked_cb), self);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), child, -1);
      if (is_first)
        g_ptr_array_add (self->choices, button);
    }
  return flow;
}

/* What stands there already, or NULL. */
static const char *
get_offer (ZgReplyAsk      *self,
           const ZgMissing *missing)
{
  if (missing->prefill != NULL || self->offers == NULL)
    return missing->prefill;
  return g_hash_table_lookup (self->offers, missing->name);
}

static GtkWidget *
make_entry (ZgReplyAsk      *self,
            const ZgMissing *missing)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *offer = get_offer (self, missing);

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Type it, then Enter"));
  gtk_editable_set_text (GTK_EDITABLE (entry), offer != NULL ? offer : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, missing->label, -1);
  g_object_set_data_full (G_OBJECT (entry), "zg-name", g_strdup (missing->name), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activated_cb), self);
  return entry;
}

/* The button with what the order knows, else the first. */
static GtkWidget *
find_offered (ZgReplyAsk      *self,
              const ZgMissing *missing)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (self->choices, i)), get_offer (self, missing)) == 0)
      return g_ptr_array_index (self->choices, i);

  return g_ptr_array_index (self->choices, 0);
}

static void
add_question (ZgReplyAsk      *self,
              const ZgMissing *missing,
              int              row)
{
  GtkWidget *label = gtk_label_new (missing->label);
  GtkWidget *answer;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "section");
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);

  if (missing->is_broken)
    {
      answer = gtk_label_new (missing->fault);
      gtk_label_set_wrap (GTK_LABEL (answer), TRUE);
      gtk_label_set_xalign (GTK_LABEL (answer), 0);
      gtk_widget_set_hexpand (answer, TRUE);
    }
  else if (missing->choices != NULL)
    {
      answer = make_choices (self, missing, self->first == NULL);
    }
  else
    {
      answer = make_entry (self, missing);
    }

  gtk_grid_attach (self->grid, answer, 1, row, 1, 1);
  if (self->first == NULL && !missing->is_broken)
    self->first = missing->choices != NULL ? find_offered (self, missing) : answer;
}

/* What is asked, and what is offered for it: another reply may have other choices, another order know something else. */
static char *
join_names (GPtrArray *missing)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    {
      const ZgMissing *one = g_ptr_array_index (missing, i);
      g_autofree char *choices = one->choices != NULL ? g_strjoinv ("|", one->choices) : NULL;

      g_string_append_printf (names, "%s:%s=%s\n", one->name, choices != NULL ? choices : "",
                              one->prefill != NULL ? one->prefill : "");
    }
  return g_string_free (names, FALSE);
}

static void
zg_reply_ask_dispose (GObject *object)
{
  ZgReplyAsk *self = ZG_REPLY_ASK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_ASK);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->offers, g_hash_table_unref);

  G_OBJECT_CLASS (zg_reply_ask_parent_class)->dispose (object);
}

static void
zg_reply_ask_class_init (ZgReplyAskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_ask_dispose;

  /**
   * ZgReplyAsk::answered:
   * @self: the box
   * @name: what was asked
   * @answer: the answer, may be empty
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "replyask");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/widgets/zg-reply-ask.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyAsk, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyAsk, grid);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyAsk, heading);
}

static void
zg_reply_ask_init (ZgReplyAsk *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_reply_ask_show:
 * @self: the box
 * @missing: (element-type ZgMissing): what is missing; the box hides when it is nothing
 * @round: zg_reply_draft_get_round(): what was typed for another reply or person is forgotten
 */
void
zg_reply_ask_show (ZgReplyAsk *self,
                   GPtrArray  *missing,
                   guint       round)
{
  g_autofree char *names = join_names (missing);
  g_autofree char *heading = NULL;
  GtkWidget *child;

  gtk_widget_set_visible (GTK_WIDGET (self), missing->len > 0);
  if (g_strcmp0 (names, self->shown) == 0 && round == self->round)
    return;

  self->round = round;
  g_free (self->shown);
  self->shown = g_steal_pointer (&names);
  self->first = NULL;
  g_ptr_array_set_size (self->choices, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  heading = g_strdup_printf (ngettext ("%u thing is missing; say it to copy", "%u things are missing; say them to copy",
                                       missing->len), missing->len);
  gtk_label_set_text (self->heading, heading);
  for (guint i = 0; i < missing->len; i++)
    add_question (self, g_ptr_array_index (missing, i), (int) i);
}

/**
 * zg_reply_ask_focus_first:
 * @self: the box
 *
 * Returns: whether there was something to answer that took the focus
 */
gboolean
zg_reply_ask_focus_first (ZgReplyAsk *self)
{
  return self->first != NULL && gtk_widget_grab_focus (self->first);
}

/**
 * zg_reply_ask_choose:
 * @self: the box
 * @number: from 1
 *
 * Presses the button of the first question with that number.
 *
 * Returns: whether there is one
 */
gboolean
zg_reply_ask_choose (ZgReplyAsk *self,
                     guint       number)
{
  if (number < 1 || number > self->choices->len)
    return FALSE;

  choice_clicked_cb (g_ptr_array_index (self->choices, number - 1), self);
  return TRUE;
}

/**
 * zg_reply_ask_set_offers:
 * @self: the box
 * @offers: (nullable) (element-type utf8 utf8): answers by what is asked
 *
 * Lets answers stand in the fields where the order knows nothing, to be accepted with Enter. From the next question on.
 */
void
zg_reply_ask_set_offers (ZgReplyAsk *self,
                         GHashTable *offers)
{
  g_clear_pointer (&self->offers, g_hash_table_unref);
  self->offers = offers != NULL ? g_hash_table_ref (offers) : NULL;
}
