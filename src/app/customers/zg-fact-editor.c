/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fact-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-fact-editor.h"
#include "zg-store-error.h"

/**
 * ZgFactEditor:
 *
 * The fields to change one thing in that is known of a customer, with what else can be done to it and what is wrong with what
 * was typed. It remembers the customer as they were when it was made, so that what was typed can be told from what others
 * changed. Enter, Ctrl+S and its buttons tell by the signal `intent` what the person wants.
 */
struct _ZgFactEditor
{
  GtkWidget parent_instance;

  const ZgFactKind *kind;
  ZgCustomer *before;
  guint index;

  GtkWidget *fields;
  GtkWidget *tools;
  GtkWidget *message;
  GtkWidget *insist;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the buttons do. */
static const char * const actions[] = {
  [ZG_FACT_BEGIN] = NULL,
  [ZG_FACT_COMMIT] = "fact.commit",
  [ZG_FACT_INSIST] = "fact.insist",
  [ZG_FACT_CANCEL] = "fact.cancel",
  [ZG_FACT_REMOVE] = "fact.remove",
  [ZG_FACT_PREFER] = "fact.prefer",
};

G_DEFINE_FINAL_TYPE (ZgFactEditor, zg_fact_editor, GTK_TYPE_WIDGET)

static void
want (ZgFactEditor *self,
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
    if (g_strcmp0 (name, actions[intent]) == 0)
      {
        want (ZG_FACT_EDITOR (widget), intent);
        return;
      }
}

static gboolean
key_pressed_cb (ZgFactEditor    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

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
commit_cb (ZgFactEditor *self)
{
  want (self, ZG_FACT_COMMIT);
}

/* Enter in any of the fields. A note has several lines; there it is Ctrl+Enter. */
static void
connect_entries (GtkWidget *widget,
                 ZgFactEditor *self)
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
create_tools (ZgFactEditor *self,
              gboolean      can_be_first)
{
  GtkWidget *save = gtk_button_new_with_label (_("Save"));

  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (can_be_first)
    gtk_box_append (GTK_BOX (self->tools), create_tool ("go-top-symbolic", _("Put it first"), actions[ZG_FACT_PREFER]));
  gtk_box_append (GTK_BOX (self->tools), create_tool ("user-trash-symbolic", _("Remove"), actions[ZG_FACT_REMOVE]));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), actions[ZG_FACT_COMMIT]);
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->tools), save);
  gtk_widget_set_parent (self->tools, GTK_WIDGET (self));
}

static void
create_message (ZgFactEditor *self)
{
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "secondary");
  gtk_widget_hide (self->message);
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));

  self->insist = gtk_button_new_with_label (_("Save mine"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insist), actions[ZG_FACT_INSIST]);
  gtk_widget_set_halign (self->insist, GTK_ALIGN_START);
  gtk_widget_hide (self->insist);
  gtk_widget_set_parent (self->insist, GTK_WIDGET (self));
}

static void
zg_fact_editor_dispose (GObject *object)
{
  ZgFactEditor *self = ZG_FACT_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->before, zg_customer_free);

  G_OBJECT_CLASS (zg_fact_editor_parent_class)->dispose (object);
}

static void
zg_fact_editor_class_init (ZgFactEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_fact_editor_dispose;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_FACT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  for (ZgFactIntent intent = ZG_FACT_COMMIT; intent < G_N_ELEMENTS (actions); intent++)
    gtk_widget_class_install_action (widget_class, actions[intent], NULL, action_cb);
}

static void
zg_fact_editor_init (ZgFactEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * zg_fact_editor_new:
 * @kind: what is to be changed
 * @customer: of whom; copied
 * @index: its place where a customer has several, behind the last for a new one
 * @clock: what day it is
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
zg_fact_editor_new (const ZgFactKind *kind,
                    const ZgCustomer *customer,
                    guint             index,
                    ZgClock          *clock)
{
  ZgFactEditor *self = g_object_new (ZG_TYPE_FACT_EDITOR, NULL);

  self->kind = kind;
  self->before = zg_customer_copy (customer);
  self->index = index;
  self->fields = kind->create_editor (kind, customer, index, clock);
  connect_entries (self->fields, self);
  /* Where a choice is all there is, choosing is saying so. */
  if (GTK_IS_DROP_DOWN (self->fields))
    g_signal_connect_swapped (self->fields, "notify::selected", G_CALLBACK (commit_cb), self);
  gtk_widget_set_parent (self->fields, GTK_WIDGET (self));
  if (zg_fact_kind_has_parts (kind))
    create_tools (self, index > 0 && index < zg_customer_get_parts (customer, kind->field)->len);
  create_message (self);
  return GTK_WIDGET (self);
}

/**
 * zg_fact_editor_get_kind:
 *
 * Returns: (transfer none): what is changed
 */
const ZgFactKind *
zg_fact_editor_get_kind (ZgFactEditor *self)
{
  g_return_val_if_fail (ZG_IS_FACT_EDITOR (self), NULL);

  return self->kind;
}

/**
 * zg_fact_editor_get_before:
 *
 * Returns: (transfer none): the customer as they were when the fields were made
 */
const ZgCustomer *
zg_fact_editor_get_before (ZgFactEditor *self)
{
  g_return_val_if_fail (ZG_IS_FACT_EDITOR (self), NULL);

  return self->before;
}

/**
 * zg_fact_editor_build:
 * @intent: what is wanted: to save what was typed, to have it first, or to have it away
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer as they would be then; %NULL when what was typed is no value of this kind
 */
ZgCustomer *
zg_fact_editor_build (ZgFactEditor  *self,
                      ZgFactIntent   intent,
                      GError       **error)
{
  g_autoptr (ZgCustomer) after = NULL;
  GPtrArray *parts;

  g_return_val_if_fail (ZG_IS_FACT_EDITOR (self), NULL);

  after = zg_customer_copy (self->before);
  if (intent == ZG_FACT_REMOVE)
    {
      parts = zg_customer_get_parts (after, self->kind->field);
      if (self->index < parts->len)
        g_ptr_array_remove_index (parts, self->index);
      return g_steal_pointer (&after);
    }

  if (!self->kind->store (self->kind, self->fields, after, self->index, error))
    return NULL;
  if (intent == ZG_FACT_PREFER && self->index < zg_customer_get_parts (after, self->kind->field)->len)
    zg_customer_move_part (after, self->kind->field, self->index, 0);
  return g_steal_pointer (&after);
}

/**
 * zg_fact_editor_is_changed:
 *
 * Returns: whether anything was typed, be it a value or not
 */
gboolean
zg_fact_editor_is_changed (ZgFactEditor *self)
{
  g_autoptr (ZgCustomer) after = NULL;

  g_return_val_if_fail (ZG_IS_FACT_EDITOR (self), FALSE);

  after = zg_fact_editor_build (self, ZG_FACT_COMMIT, NULL);
  return after == NULL || !zg_customer_field_equal (self->before, after, self->kind->field);
}

/**
 * zg_fact_editor_tell:
 * @error: (nullable): why what was typed was not saved; %NULL takes back what was said
 *
 * Says below the fields what is wrong with what was typed, and offers to save it all the same where somebody else changed the
 * same thing.
 *
 * Returns: %FALSE when that is no matter of what was typed
 */
gboolean
zg_fact_editor_tell (ZgFactEditor *self,
                     const GError *error)
{
  g_return_val_if_fail (ZG_IS_FACT_EDITOR (self), FALSE);

  if (error != NULL && error->domain != ZG_DOMAIN_ERROR
      && !g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
    return FALSE;

  gtk_label_set_text (GTK_LABEL (self->message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
  gtk_widget_set_visible (self->insist, g_error_matches (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED));
  return TRUE;
}
