/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-import-preview"

#include "config.h"

#include "zg-reply-import-preview.h"

#include <glib/gi18n.h>

#include "zg-pill.h"

/* So many replies are shown; all are counted. */
#define MAX_SHOWN 100

/**
 * ZgReplyImportPreview:
 *
 * What an import of replies would do, reply by reply.
 */
struct _ZgReplyImportPreview
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkListBox *list;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (ZgReplyImportPreview, zg_reply_import_preview, GTK_TYPE_WIDGET)

static GtkWidget *
make_line (const char *text,
           const char *style,
           int         n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_pill (const ZgReplyChange *change)
{
  GtkWidget *pill;

  switch (change->kind)
    {
    case ZG_REPLY_CHANGE_NEW:
      /* Translators: a reply in a file that the shop does not have */
      pill = zg_pill_new (C_("reply", "New"), ZG_TONE_INFO);
      break;
    case ZG_REPLY_CHANGE_UPDATE:
      pill = zg_pill_new (_("Changed"), ZG_TONE_SUCCESS);
      break;
    case ZG_REPLY_CHANGE_NONE:
    default:
      pill = zg_pill_new (_("Same"), ZG_TONE_NEUTRAL);
      break;
    }
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_size_request (pill, 52, -1);
  return pill;
}

/* A changed reply says what it was and what it will be, another one what it says. */
static void
add_change (ZgReplyImportPreview *self,
            const ZgReplyChange  *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *where = g_strdup_printf ("%s · %s", change->after->title, change->after->group_name);
  g_autoptr(GPtrArray) differences = zg_reply_change_describe (change);

  gtk_widget_add_css_class (row, "reject-row");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), make_pill (change));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (lines), make_line (where, NULL, 1));
  if (change->kind != ZG_REPLY_CHANGE_UPDATE)
    gtk_box_append (GTK_BOX (lines), make_line (change->after->body, "secondary", 2));
  for (guint i = 0; change->kind == ZG_REPLY_CHANGE_UPDATE && i < differences->len; i++)
    {
      const ZgReplyDifference *difference = g_ptr_array_index (differences, i);
      /* Translators: a field of a reply, what it was, and what it becomes */
      g_autofree char *text = g_strdup_printf (_("%s: %s → %s"), difference->field,
                                               *difference->before != '\0' ? difference->before : "–",
                                               *difference->after != '\0' ? difference->after : "–");

      gtk_box_append (GTK_BOX (lines), make_line (text, "secondary", 3));
    }
  gtk_list_box_append (self->list, row);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

static void
zg_reply_import_preview_dispose (GObject *object)
{
  g_clear_pointer (&ZG_REPLY_IMPORT_PREVIEW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_reply_import_preview_parent_class)->dispose (object);
}

static void
zg_reply_import_preview_class_init (ZgReplyImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_import_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-reply-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportPreview, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportPreview, list);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportPreview, title);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_reply_import_preview_init (ZgReplyImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_reply_import_preview_show:
 * @plan: what an import would do
 *
 * What changes comes first: that is what somebody has to decide about.
 */
void
zg_reply_import_preview_show (ZgReplyImportPreview *self,
                              const ZgReplyPlan    *plan)
{
  static const ZgReplyChangeKind order[] = { ZG_REPLY_CHANGE_UPDATE, ZG_REPLY_CHANGE_NEW, ZG_REPLY_CHANGE_NONE };
  g_autofree char *title = NULL;
  GtkListBoxRow *row;
  guint n = 0;

  g_return_if_fail (ZG_IS_REPLY_IMPORT_PREVIEW (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (gsize kind = 0; kind < G_N_ELEMENTS (order); kind++)
    for (guint i = 0; i < plan->changes->len && n < MAX_SHOWN; i++)
      {
        const ZgReplyChange *change = g_ptr_array_index (plan->changes, i);

        if (change->kind != order[kind])
          continue;
        add_change (self, change);
        n++;
      }
  title = g_strdup_printf (_("Preview: %u of %u"), n, plan->changes->len);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
