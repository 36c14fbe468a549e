/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fact-row"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-copy-button.h"
#include "zg-fact-row.h"

/**
 * ZgFactRow:
 *
 * One thing that is known of a customer: what it is at the left, what one reads in the middle, a button that copies it at the
 * right. Activated, it becomes the fields to change it in, in the same place. Enter, and leaving the row, save; Esc does not.
 * What was typed and is not saved comes again with the next edit. Saving, and all that can be wrong with it, is for whoever
 * listens to the signal `intent`.
 */
struct _ZgFactRow
{
  GtkListBoxRow parent_instance;

  const ZgFactKind *kind;
  guint index;
  gint64 part_id;
  ZgCustomer *before;           /* as they were when the fields were opened */
  guint edited_index;
  gboolean is_new;
  gboolean editing;

  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *middle;            /* the view or the editor, over what is wrong with what was typed */
  GtkWidget *view;
  GtkWidget *editor;            /* also kept while it is not shown, with what was typed and not saved */
  GtkWidget *tools;             /* below the editor */
  GtkWidget *prefer;
  GtkWidget *message;
  GtkWidget *insist;
  GtkWidget *copy;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the buttons of a row do. */
static const char * const actions[] = {
  [ZG_FACT_BEGIN] = "fact.begin",
  [ZG_FACT_COMMIT] = "fact.commit",
  [ZG_FACT_INSIST] = "fact.insist",
  [ZG_FACT_CANCEL] = "fact.cancel",
  [ZG_FACT_REMOVE] = "fact.remove",
  [ZG_FACT_PREFER] = "fact.prefer",
};

G_DEFINE_FINAL_TYPE (ZgFactRow, zg_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
want (ZgFactRow    *self,
      ZgFactIntent  intent)
{
  g_signal_emit (self, signals[INTENT], 0, (int) intent);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  for (ZgFactIntent intent = 0; intent < G_N_ELEMENTS (actions); intent++)
    if (g_str_equal (name, actions[intent]))
      {
        want (ZG_FACT_ROW (widget), intent);
        return;
      }
}

/* The focus went somewhere else in the window: what was typed counts. In another window it may come back. */
static void
focus_left_cb (ZgFactRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editing && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    want (self, ZG_FACT_COMMIT);
}

static gboolean
key_pressed_cb (ZgFactRow       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (!self->editing)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape && modifiers == 0)
    want (self, ZG_FACT_CANCEL);
  else if ((keyval == GDK_KEY_s || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
           && modifiers == GDK_CONTROL_MASK)
    want (self, ZG_FACT_COMMIT);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
commit_cb (ZgFactRow *self)
{
  want (self, ZG_FACT_COMMIT);
}

/* Enter in any of the fields. A note has several lines; there it is Ctrl+Enter. */
static void
connect_entries (GtkWidget *widget,
                 ZgFactRow *self)
{
  if (GTK_IS_ENTRY (widget))
    {
      g_signal_connect_object (widget, "activate", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    connect_entries (child, self);
}

static GtkWidget *
create_tool (const char *icon_name,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
create_tools (ZgFactRow *self)
{
  GtkWidget *save = gtk_button_new_with_label (_("Save"));

  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->prefer = create_tool ("go-top-symbolic", _("Put it first"), actions[ZG_FACT_PREFER]);
  gtk_box_append (GTK_BOX (self->tools), self->prefer);
  gtk_box_append (GTK_BOX (self->tools), create_tool ("user-trash-symbolic", _("Remove"), actions[ZG_FACT_REMOVE]));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), actions[ZG_FACT_COMMIT]);
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->tools), save);
  gtk_widget_hide (self->tools);
  gtk_box_append (GTK_BOX (self->middle), self->tools);
}

static void
create_message (ZgFactRow *self)
{
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "secondary");
  gtk_widget_hide (self->message);
  gtk_box_append (GTK_BOX (self->middle), self->message);

  self->insist = gtk_button_new_with_label (_("Save mine"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insist), actions[ZG_FACT_INSIST]);
  gtk_widget_set_halign (self->insist, GTK_ALIGN_START);
  gtk_widget_hide (self->insist);
  gtk_box_append (GTK_BOX (self->middle), self->insist);
}

static void
zg_fact_row_dispose (GObject *object)
{
  ZgFactRow *self = ZG_FACT_ROW (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->before, zg_customer_free);

  G_OBJECT_CLASS (zg_fact_row_parent_class)->dispose (object);
}

static void
zg_fact_row_class_init (ZgFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_fact_row_dispose;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], NULL, action_cb);
}

static void
zg_fact_row_init (ZgFactRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "facts-row");
  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (self->middle, TRUE);
  gtk_widget_set_valign (self->middle, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->middle, "fact");
  gtk_box_append (GTK_BOX (self->box), self->middle);
  create_tools (self);
  create_message (self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

static void
set_caption (ZgFactRow  *self,
             const char *text)
{
  self->caption = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->caption), 7);
  gtk_label_set_max_width_chars (GTK_LABEL (self->caption), 7);
  gtk_widget_set_valign (self->caption, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->caption, "secondary");
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_widget_add_css_class (self->caption, "fact-caption");
  gtk_box_prepend (GTK_BOX (self->box), self->caption);
}

/**
 * zg_fact_row_new:
 * @kind: what it shows
 *
 * Returns: (transfer floating): a row for something new, until zg_fact_row_show() says what it is
 */
GtkWidget *
zg_fact_row_new (const ZgFactKind *kind)
{
  ZgFactRow *self = g_object_new (ZG_TYPE_FACT_ROW, NULL);

  self->kind = kind;
  self->is_new = TRUE;
  if (kind->caption != NULL)
    set_caption (self, _(kind->caption));
  return GTK_WIDGET (self);
}

/**
 * zg_fact_row_get_kind:
 *
 * Returns: (transfer none): what it shows
 */
const ZgFactKind *
zg_fact_row_get_kind (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), NULL);

  return self->kind;
}

/**
 * zg_fact_row_get_part_id:
 *
 * Returns: the row of the shop file that it shows, 0 where there is none of its own
 */
gint64
zg_fact_row_get_part_id (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), 0);

  return self->part_id;
}

/**
 * zg_fact_row_is_new:
 *
 * Returns: whether it is for something that is not there yet
 */
gboolean
zg_fact_row_is_new (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), FALSE);

  return self->is_new;
}

/**
 * zg_fact_row_is_editing:
 *
 * Returns: whether it is being edited
 */
gboolean
zg_fact_row_is_editing (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), FALSE);

  return self->editing;
}

static gboolean
has_parts (ZgFactRow *self)
{
  return zg_customer_field_has_parts (self->kind->field) && self->kind->field != ZG_CUSTOMER_FIELD_TAGS;
}

/**
 * zg_fact_row_show:
 * @customer: whose it is
 * @index: its place where a customer has several, else 0
 *
 * Shows what is known. Fields that are open keep what was typed.
 */
void
zg_fact_row_show (ZgFactRow        *self,
                  const ZgCustomer *customer,
                  guint             index)
{
  g_autofree char *copy_text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ZG_IS_FACT_ROW (self));

  self->is_new = FALSE;
  self->index = index;
  self->part_id = 0;
  if (has_parts (self))
    self->part_id = *(gint64 *) g_ptr_array_index (zg_customer_get_parts (customer, self->kind->field), index);

  if (self->view != NULL)
    gtk_box_remove (GTK_BOX (self->middle), self->view);
  self->view = self->kind->create_view (self->kind, customer, index);
  gtk_box_prepend (GTK_BOX (self->middle), self->view);
  gtk_widget_set_visible (self->view, !self->editing);

  g_clear_pointer (&self->copy, gtk_widget_unparent);
  if (self->kind->dup_copy_text != NULL)
    copy_text = self->kind->dup_copy_text (customer, index);
  if (copy_text != NULL)
    {
      self->copy = zg_copy_button_new (copy_text, _(self->kind->copy_label));
      gtk_widget_set_visible (self->copy, !self->editing);
      gtk_box_append (GTK_BOX (self->box), self->copy);
    }

  name = zg_customer_field_to_text (customer, self->kind->field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->kind->caption != NULL ? _(self->kind->caption) : name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Enter to edit"), -1);
}

static void
set_editing (ZgFactRow *self,
             gboolean   editing)
{
  self->editing = editing;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !editing);
  gtk_widget_set_focusable (GTK_WIDGET (self), !editing);
  gtk_widget_set_visible (self->editor, editing);
  gtk_widget_set_visible (self->tools, editing && has_parts (self));
  gtk_widget_set_visible (self->prefer, !self->is_new && self->index > 0);
  if (self->caption != NULL)
    gtk_widget_set_visible (self->caption, !editing || !has_parts (self));
  if (self->view != NULL)
    gtk_widget_set_visible (self->view, !editing);
  if (self->copy != NULL)
    gtk_widget_set_visible (self->copy, !editing);
}

/**
 * zg_fact_row_begin:
 * @customer: whose it is
 *
 * Opens the fields, with what was typed and not saved before, if there was anything.
 */
void
zg_fact_row_begin (ZgFactRow        *self,
                   const ZgCustomer *customer)
{
  g_return_if_fail (ZG_IS_FACT_ROW (self));

  if (self->editor == NULL)
    {
      if (self->is_new && has_parts (self))
        self->index = zg_customer_get_parts (customer, self->kind->field)->len;
      self->before = zg_customer_copy (customer);
      self->edited_index = self->index;
      self->editor = g_object_ref_sink (self->kind->create_editor (self->kind, customer, self->index));
      connect_entries (self->editor, self);
      gtk_box_prepend (GTK_BOX (self->middle), self->editor);
    }
  gtk_widget_show (GTK_WIDGET (self));
  set_editing (self, TRUE);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}

/**
 * zg_fact_row_leave:
 *
 * Closes the fields; what was typed comes again with the next edit.
 */
void
zg_fact_row_leave (ZgFactRow *self)
{
  g_return_if_fail (ZG_IS_FACT_ROW (self));

  if (self->editor == NULL)
    return;

  /* Before the field goes: an entry that is hidden with the focus complains. */
  self->editing = FALSE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  set_editing (self, FALSE);
  gtk_widget_hide (self->message);
  gtk_widget_hide (self->insist);
}

/**
 * zg_fact_row_end:
 *
 * Closes the fields and forgets what was typed.
 */
void
zg_fact_row_end (ZgFactRow *self)
{
  g_return_if_fail (ZG_IS_FACT_ROW (self));

  if (self->editor == NULL)
    return;

  zg_fact_row_leave (self);
  gtk_box_remove (GTK_BOX (self->middle), self->editor);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->before, zg_customer_free);
}

/**
 * zg_fact_row_take_over:
 * @other: a row of the same kind that was left with something typed
 *
 * Takes what was typed there.
 */
void
zg_fact_row_take_over (ZgFactRow *self,
                       ZgFactRow *other)
{
  g_return_if_fail (ZG_IS_FACT_ROW (self) && ZG_IS_FACT_ROW (other) && self->kind == other->kind);

  if (self == other || self->editor != NULL || other->editor == NULL)
    return;

  gtk_box_remove (GTK_BOX (other->middle), other->editor);
  g_signal_handlers_disconnect_by_data (other->editor, other);
  self->editor = g_steal_pointer (&other->editor);
  self->before = g_steal_pointer (&other->before);
  self->edited_index = other->edited_index;
  connect_entries (self->editor, self);
  gtk_box_prepend (GTK_BOX (self->middle), self->editor);
  gtk_widget_hide (self->editor);
}

/**
 * zg_fact_row_get_before:
 *
 * Returns: (transfer none) (nullable): the customer as they were when the fields were opened
 */
const ZgCustomer *
zg_fact_row_get_before (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), NULL);

  return self->before;
}

/**
 * zg_fact_row_get_edited_index:
 *
 * Returns: its place in zg_fact_row_get_before() where a customer has several; behind the last for a new one
 */
guint
zg_fact_row_get_edited_index (ZgFactRow *self)
{
  g_return_val_if_fail (ZG_IS_FACT_ROW (self), 0);

  return self->edited_index;
}

/**
 * zg_fact_row_build:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer as they were when the fields were opened, with what was typed; %NULL when
 *   that is no value of this kind
 */
ZgCustomer *
zg_fact_row_build (ZgFactRow  *self,
                   GError    **error)
{
  g_autoptr (ZgCustomer) customer = NULL;

  g_return_val_if_fail (ZG_IS_FACT_ROW (self) && self->editor != NULL, NULL);

  customer = zg_customer_copy (self->before);
  return self->kind->store (self->kind, self->editor, customer, self->edited_index, error) ? g_steal_pointer (&customer)
                                                                                           : NULL;
}

/**
 * zg_fact_row_tell:
 * @message: what is wrong with what was typed
 * @can_insist: whether it can be saved all the same
 *
 * Says below the fields why it was not saved.
 */
void
zg_fact_row_tell (ZgFactRow  *self,
                  const char *message,
                  gboolean    can_insist)
{
  g_return_if_fail (ZG_IS_FACT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_show (self->message);
  gtk_widget_set_visible (self->insist, can_insist);
}
