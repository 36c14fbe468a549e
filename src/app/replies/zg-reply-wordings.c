/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-wordings"

#include "config.h"

#include "zg-reply-wordings.h"

#include <glib/gi18n.h>

/*
 * Each wording is a box: its title with a button that takes it away, the rows of its messages, and a button for one more
 * message. A row is the message and a button that takes it away. What there is one of has no button.
 */

struct _ZgReplyWordings
{
  GtkWidget parent_instance;

  GtkWidget *wordings;
  GtkWidget *add_wording;
  ZgReplyChecker checker;
  gpointer checker_data;
  GDestroyNotify checker_destroy;
  GtkWidget *current;           /* the box of the wording that has or had the cursor; not owned */
  ZgReplyBody *current_body;    /* the message that has or had it, of any wording, or NULL; not owned */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyWordings, zg_reply_wordings, GTK_TYPE_WIDGET)

/* The parts of a wording's box. */
static GtkWidget *
get_part (GtkWidget  *wording,
          const char *name)
{
  return g_object_get_data (G_OBJECT (wording), name);
}

static ZgReplyBody *
get_body (GtkWidget *row)
{
  return ZG_REPLY_BODY (gtk_widget_get_first_child (row));
}

static guint
count_children (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
update_messages (GtkWidget *wording,
                 guint      number)
{
  GtkWidget *messages = get_part (wording, "messages");
  guint n = count_children (messages);
  guint place = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (messages); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *label = NULL;

      place++;
      /* Translators: for who does not see it: which text of a reply is edited */
      label = g_strdup_printf (_("Wording %u, message %u"), number, place);
      zg_reply_body_set_label (get_body (row), label);
      gtk_widget_set_visible (gtk_widget_get_last_child (row), n > 1);
    }
}

/* Titles, buttons and names after something came or went. */
static void
update (ZgReplyWordings *self)
{
  guint n = count_children (self->wordings);
  guint number = 0;

  for (GtkWidget *wording = gtk_widget_get_first_child (self->wordings); wording != NULL;
       wording = gtk_widget_get_next_sibling (wording))
    {
      g_autofree char *title = NULL;

      number++;
      /* Translators: one of several ways to say the same */
      title = g_strdup_printf (_("Wording %u"), number);
      gtk_label_set_text (GTK_LABEL (get_part (wording, "title")), title);
      gtk_widget_set_visible (get_part (wording, "head"), n > 1);
      update_messages (wording, number);
    }
}

static void
emit_changed (ZgReplyWordings *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
check (ZgReplyWordings *self,
       ZgReplyBody     *body)
{
  g_autofree char *text = self->checker != NULL ? zg_reply_body_dup_text (body) : NULL;

  if (text != NULL)
    self->checker (body, text, self->checker_data);
}

static void
body_changed_cb (ZgReplyWordings *self,
                 ZgReplyBody     *body)
{
  check (self, body);
  emit_changed (self);
}

static void
body_focused_cb (ZgReplyWordings *self,
                 ZgReplyBody     *body)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (body));
  GtkWidget *wording = gtk_widget_get_parent (gtk_widget_get_parent (row));

  self->current_body = body;
  if (wording == self->current)
    return;
  self->current = wording;
  emit_changed (self);
}

static void
remove_message_cb (ZgReplyWordings *self,
                   GtkWidget       *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  GtkWidget *messages = gtk_widget_get_parent (row);
  GtkWidget *neighbour = gtk_widget_get_prev_sibling (row);

  zg_reply_body_focus (get_body (neighbour != NULL ? neighbour : gtk_widget_get_next_sibling (row)));
  if (self->current_body == get_body (row))
    self->current_body = NULL;
  gtk_box_remove (GTK_BOX (messages), row);
  update (self);
  emit_changed (self);
}

static GtkWidget *
create_remove_button (const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static ZgReplyBody *
add_message (ZgReplyWordings *self,
             GtkWidget       *wording,
             const char      *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *body = zg_reply_body_new (text);
  GtkWidget *remove = create_remove_button (_("Take this message away"));

  gtk_widget_set_hexpand (body, TRUE);
  gtk_box_append (GTK_BOX (row), body);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (get_part (wording, "messages")), row);
  g_signal_connect_object (body, "changed", G_CALLBACK (body_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (body, "focused", G_CALLBACK (body_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_message_cb), self, G_CONNECT_SWAPPED);
  check (self, ZG_REPLY_BODY (body));
  return ZG_REPLY_BODY (body);
}

static void
add_message_cb (ZgReplyWordings *self,
                GtkWidget       *button)
{
  ZgReplyBody *body = add_message (self, gtk_widget_get_parent (button), "");

  update (self);
  zg_reply_body_focus (body);
  emit_changed (self);
}

static void
remove_wording_cb (ZgReplyWordings *self,
                   GtkWidget       *button)
{
  GtkWidget *wording = gtk_widget_get_parent (gtk_widget_get_parent (button));
  GtkWidget *neighbour = gtk_widget_get_prev_sibling (wording);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_next_sibling (wording);
  self->current = neighbour;
  self->current_body = NULL;
  gtk_box_remove (GTK_BOX (self->wordings), wording);
  update (self);
  zg_reply_wordings_focus (self);
  emit_changed (self);
}

static GtkWidget *
create_head (ZgReplyWordings *self,
             GtkWidget       *wording)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *remove = create_remove_button (_("Take this wording away"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "secondary");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), remove);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_wording_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (wording), "head", head);
  g_object_set_data (G_OBJECT (wording), "title", title);
  return head;
}

static GtkWidget *
add_wording (ZgReplyWordings *self,
             const char      *body)
{
  GtkWidget *wording = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *messages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *more = gtk_button_new_with_label (_("Another message after it"));
  g_auto (GStrv) texts = zg_reply_split_messages (body);

  g_object_set_data (G_OBJECT (wording), "messages", messages);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, "secondary");
  gtk_widget_set_tooltip_text (more, _("Copied as a second one, after the first was sent"));
  g_signal_connect_object (more, "clicked", G_CALLBACK (add_message_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (wording), create_head (self, wording));
  gtk_box_append (GTK_BOX (wording), messages);
  gtk_box_append (GTK_BOX (wording), more);
  gtk_widget_add_css_class (wording, "card");
  gtk_widget_add_css_class (wording, "form-card");
  gtk_box_append (GTK_BOX (self->wordings), wording);

  for (gsize i = 0; texts[i] != NULL; i++)
    add_message (self, wording, texts[i]);
  if (texts[0] == NULL)
    add_message (self, wording, "");
  return wording;
}

static void
add_wording_cb (ZgReplyWordings *self)
{
  self->current = add_wording (self, "");
  update (self);
  zg_reply_wordings_focus (self);
  emit_changed (self);
}

static char *
dup_wording (GtkWidget *wording)
{
  GtkWidget *messages = get_part (wording, "messages");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (messages); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *text = zg_reply_body_dup_text (get_body (row));

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  return zg_reply_join_messages (texts);
}

static void
zg_reply_wordings_dispose (GObject *object)
{
  ZgReplyWordings *self = ZG_REPLY_WORDINGS (object);

  self->current = NULL;
  self->current_body = NULL;
  zg_reply_wordings_set_checker (self, NULL, NULL, NULL);
  g_clear_pointer (&self->wordings, gtk_widget_unparent);
  g_clear_pointer (&self->add_wording, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_reply_wordings_parent_class)->dispose (object);
}

static void
zg_reply_wordings_class_init (ZgReplyWordingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_wordings_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_REPLY_WORDINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
zg_reply_wordings_init (ZgReplyWordings *self)
{
  GtkLayoutManager *layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  self->wordings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->wordings, GTK_WIDGET (self));
  self->add_wording = gtk_button_new_with_label (_("Another wording, taken in turn"));
  gtk_widget_set_tooltip_text (self->add_wording, _("So that nobody reads the same sentence twice"));
  gtk_widget_set_halign (self->add_wording, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add_wording, "flat");
  gtk_widget_add_css_class (self->add_wording, "secondary");
  gtk_widget_set_parent (self->add_wording, GTK_WIDGET (self));
  g_signal_connect_swapped (self->add_wording, "clicked", G_CALLBACK (add_wording_cb), self);
}

/**
 * zg_reply_wordings_load:
 * @reply: what to edit
 */
void
zg_reply_wordings_load (ZgReplyWordings *self,
                        const ZgReply   *reply)
{
  GtkWidget *wording;

  g_return_if_fail (ZG_IS_REPLY_WORDINGS (self));

  self->current = NULL;
  self->current_body = NULL;
  while ((wording = gtk_widget_get_first_child (self->wordings)) != NULL)
    gtk_box_remove (GTK_BOX (self->wordings), wording);

  add_wording (self, reply->body != NULL ? reply->body : "");
  for (guint i = 0; i < reply->variants->len; i++)
    add_wording (self, g_ptr_array_index (reply->variants, i));
  update (self);
  emit_changed (self);
}

/**
 * zg_reply_wordings_store:
 * @reply: gets what was typed: the first wording as its body, the others as its variants
 */
void
zg_reply_wordings_store (ZgReplyWordings *self,
                         ZgReply         *reply)
{
  GtkWidget *wording;

  g_return_if_fail (ZG_IS_REPLY_WORDINGS (self));

  wording = gtk_widget_get_first_child (self->wordings);
  g_free (reply->body);
  reply->body = wording != NULL ? dup_wording (wording) : g_strdup ("");
  g_ptr_array_set_size (reply->variants, 0);
  for (wording = gtk_widget_get_next_sibling (wording); wording != NULL; wording = gtk_widget_get_next_sibling (wording))
    g_ptr_array_add (reply->variants, dup_wording (wording));
}

/**
 * zg_reply_wordings_dup_current:
 *
 * Returns: (transfer full): the wording that has or had the cursor, the first before any had it
 */
char *
zg_reply_wordings_dup_current (ZgReplyWordings *self)
{
  GtkWidget *wording;

  g_return_val_if_fail (ZG_IS_REPLY_WORDINGS (self), NULL);

  wording = self->current != NULL ? self->current : gtk_widget_get_first_child (self->wordings);
  return wording != NULL ? dup_wording (wording) : g_strdup ("");
}

/**
 * zg_reply_wordings_set_checker:
 * @checker: (nullable): looks at each message when it is shown and when it changed
 * @destroy: (nullable): frees @user_data
 *
 * See zg_reply_editor_set_checker().
 */
void
zg_reply_wordings_set_checker (ZgReplyWordings *self,
                               ZgReplyChecker   checker,
                               gpointer         user_data,
                               GDestroyNotify   destroy)
{
  g_return_if_fail (ZG_IS_REPLY_WORDINGS (self));

  if (self->checker_destroy != NULL)
    self->checker_destroy (self->checker_data);
  self->checker = checker;
  self->checker_data = user_data;
  self->checker_destroy = destroy;
}

/**
 * zg_reply_wordings_focus_fault:
 *
 * Puts the cursor into the first message that can't be kept as it is.
 *
 * Returns: whether there is one
 */
gboolean
zg_reply_wordings_focus_fault (ZgReplyWordings *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_WORDINGS (self), FALSE);

  for (GtkWidget *wording = gtk_widget_get_first_child (self->wordings); wording != NULL;
       wording = gtk_widget_get_next_sibling (wording))
    for (GtkWidget *row = gtk_widget_get_first_child (get_part (wording, "messages")); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (zg_reply_body_get_fault (get_body (row)) != NULL)
        {
          zg_reply_body_focus (get_body (row));
          return TRUE;
        }
  return FALSE;
}

static ZgReplyBody *
get_first_body (ZgReplyWordings *self)
{
  GtkWidget *wording = self->current != NULL ? self->current : gtk_widget_get_first_child (self->wordings);

  return wording != NULL ? get_body (gtk_widget_get_first_child (get_part (wording, "messages"))) : NULL;
}

/**
 * zg_reply_wordings_focus:
 *
 * Puts the cursor into the first message of the current wording.
 */
void
zg_reply_wordings_focus (ZgReplyWordings *self)
{
  ZgReplyBody *body;

  g_return_if_fail (ZG_IS_REPLY_WORDINGS (self));

  body = get_first_body (self);
  if (body != NULL)
    zg_reply_body_focus (body);
}

/**
 * zg_reply_wordings_insert:
 * @text: what is written in braces, with them
 *
 * Writes it where the cursor is or was, and leaves the cursor behind it.
 */
void
zg_reply_wordings_insert (ZgReplyWordings *self,
                          const char      *text)
{
  ZgReplyBody *body;

  g_return_if_fail (ZG_IS_REPLY_WORDINGS (self));

  body = self->current_body != NULL ? self->current_body : get_first_body (self);
  if (body == NULL)
    return;
  zg_reply_body_focus (body);
  zg_reply_body_insert (body, text);
}
