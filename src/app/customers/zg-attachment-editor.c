/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-attachment-editor.h"
#include "zg-attachment-view.h"
#include "zg-customer-orders.h"

/**
 * ZgAttachmentEditor:
 *
 * The fields for a file that belongs to a customer: what it is called, and about which order it is. It remembers what was there
 * when it was made.
 */
struct _ZgAttachmentEditor
{
  GtkWidget parent_instance;

  ZgAttachment *before;
  GArray *order_ids;            /* of what can be chosen; the first is none */

  GtkWidget *name;
  GtkWidget *order;
};

G_DEFINE_FINAL_TYPE (ZgAttachmentEditor, zg_attachment_editor, GTK_TYPE_WIDGET)

static void
add_order (ZgAttachmentEditor *self,
           GtkStringList      *labels,
           gint64              id,
           const char         *label)
{
  gtk_string_list_append (labels, label);
  g_array_append_val (self->order_ids, id);
}

/* The last ones; the one it is about now, which may be older, stands at the end then. */
static void
add_orders (ZgAttachmentEditor *self,
            GPtrArray          *order_names)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  add_order (self, labels, 0, _("About no order"));
  for (guint i = 0; i < order_names->len; i++)
    {
      const ZgOrderName *order = g_ptr_array_index (order_names, i);
      g_autofree char *label = g_strdup_printf (_("Order %s"), order->number);

      if (order->id == self->before->order_id)
        chosen = i + 1;
      add_order (self, labels, order->id, label);
    }
  if (chosen == 0 && self->before->order_id != 0)
    {
      g_autofree char *label = g_strdup_printf (_("Order %s"), self->before->order_number);

      chosen = self->order_ids->len;
      add_order (self, labels, self->before->order_id, label);
    }
  self->order = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About which order it is"), -1);
  gtk_widget_set_parent (self->order, GTK_WIDGET (self));
}

static void
add_tools (ZgAttachmentEditor *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = zg_card_tool_new (NULL, _("Save"), ZG_CARD_COMMIT);

  gtk_box_append (GTK_BOX (tools), zg_card_tool_new ("user-trash-symbolic", _("Remove"), ZG_CARD_REMOVE));
  gtk_box_append (GTK_BOX (tools), zg_card_tool_new ("document-save-symbolic", _("Save a copy"), ZG_ATTACHMENT_INTENT_SAVE));
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (tools), save);
  gtk_widget_set_parent (tools, GTK_WIDGET (self));
}

static void
zg_attachment_editor_dispose (GObject *object)
{
  ZgAttachmentEditor *self = ZG_ATTACHMENT_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->before, zg_attachment_free);
  g_clear_pointer (&self->order_ids, g_array_unref);

  G_OBJECT_CLASS (zg_attachment_editor_parent_class)->dispose (object);
}

static void
zg_attachment_editor_class_init (ZgAttachmentEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_attachment_editor_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
zg_attachment_editor_init (ZgAttachmentEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->order_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * zg_attachment_editor_new:
 * @before: what is there; copied
 * @order_names: (element-type ZgOrderName): the orders it can be about
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
zg_attachment_editor_new (const ZgAttachment *before,
                          GPtrArray          *order_names)
{
  ZgAttachmentEditor *self = g_object_new (ZG_TYPE_ATTACHMENT_EDITOR, NULL);

  self->before = zg_attachment_copy (before);
  self->name = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->name), before->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the file is called"), -1);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  add_orders (self, order_names);
  add_tools (self);
  return GTK_WIDGET (self);
}

/**
 * zg_attachment_editor_get_before:
 *
 * Returns: (transfer none): what was there when the fields were made
 */
const ZgAttachment *
zg_attachment_editor_get_before (ZgAttachmentEditor *self)
{
  g_return_val_if_fail (ZG_IS_ATTACHMENT_EDITOR (self), NULL);

  return self->before;
}

/**
 * zg_attachment_editor_build:
 *
 * Returns: (transfer full): the file as it would be; without a name it keeps the one it has
 */
ZgAttachment *
zg_attachment_editor_build (ZgAttachmentEditor *self)
{
  ZgAttachment *after;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ZG_IS_ATTACHMENT_EDITOR (self), NULL);

  after = zg_attachment_copy (self->before);
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  if (*name != '\0')
    {
      g_free (after->name);
      after->name = g_steal_pointer (&name);
    }
  after->order_id = g_array_index (self->order_ids, gint64, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)));
  return after;
}

/**
 * zg_attachment_editor_is_changed:
 *
 * Returns: whether anything was typed or chosen
 */
gboolean
zg_attachment_editor_is_changed (ZgAttachmentEditor *self)
{
  g_autoptr (ZgAttachment) after = zg_attachment_editor_build (self);

  return after->order_id != self->before->order_id || !g_str_equal (after->name, self->before->name);
}
