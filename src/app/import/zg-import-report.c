/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-report"

#include "config.h"

#include "zg-import-report.h"

#include <glib/gi18n.h>

/* So many refused rows are shown; the file that can be saved has all that are remembered. */
#define MAX_SHOWN_REJECTS 100

/**
 * ZgImportReport:
 *
 * What an import brings or has brought: four counts, and the refused rows with their reasons.
 */
struct _ZgImportReport
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *reject_head;
  GtkListBox *reject_list;
  GtkLabel *reject_title;
  GtkWidget *save_button;
  GtkFlowBox *tiles;
};

G_DEFINE_FINAL_TYPE (ZgImportReport, zg_import_report, GTK_TYPE_WIDGET)

static void
add_tile (ZgImportReport *self,
          gint64          number,
          const char     *label,
          gboolean        is_error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GtkWidget *figure = gtk_label_new (text);
  GtkWidget *caption = gtk_label_new (label);

  gtk_widget_add_css_class (figure, "figure");
  if (is_error && number > 0)
    gtk_widget_add_css_class (figure, "error");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_flow_box_insert (self->tiles, box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
clear (ZgImportReport *self)
{
  GtkWidget *child;
  GtkListBoxRow *row;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_flow_box_remove (self->tiles, child);
  while ((row = gtk_list_box_get_row_at_index (self->reject_list, 0)) != NULL)
    gtk_list_box_remove (self->reject_list, GTK_WIDGET (row));
}

static void
add_reject (ZgImportReport *self,
            guint64         line_number,
            const char     *content,
            const char     *reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *line = g_strdup_printf (_("Line %d"), (int) line_number);
  GtkWidget *where = gtk_label_new (line);
  GtkWidget *why = gtk_label_new (reason);

  gtk_widget_add_css_class (box, "reject-row");
  gtk_widget_add_css_class (where, "secondary");
  gtk_widget_add_css_class (where, "numeric");
  gtk_widget_add_css_class (why, "secondary");
  gtk_widget_add_css_class (why, "error");
  gtk_label_set_width_chars (GTK_LABEL (where), 9);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_widget_set_valign (where, GTK_ALIGN_BASELINE);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_wrap (GTK_LABEL (why), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (why), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (why, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), where);
  if (content != NULL && *content != '\0')
    {
      GtkWidget *what = gtk_label_new (content);

      gtk_widget_add_css_class (what, "secondary");
      gtk_label_set_width_chars (GTK_LABEL (what), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (what), 16);
      gtk_label_set_xalign (GTK_LABEL (what), 0);
      gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
      gtk_widget_set_valign (what, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (box), what);
    }
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_append (self->reject_list, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
zg_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_IMPORT_REPORT);

  G_OBJECT_CLASS (zg_import_report_parent_class)->dispose (object);
}

static void
zg_import_report_class_init (ZgImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_import_report_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgImportReport, reject_head);
  gtk_widget_class_bind_template_child (widget_class, ZgImportReport, reject_list);
  gtk_widget_class_bind_template_child (widget_class, ZgImportReport, reject_title);
  gtk_widget_class_bind_template_child (widget_class, ZgImportReport, save_button);
  gtk_widget_class_bind_template_child (widget_class, ZgImportReport, tiles);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
zg_import_report_init (ZgImportReport *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

static void
show_rejects_head (ZgImportReport *self,
                   gint64          n_rejected)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%d row was refused", "%d rows were refused", (int) n_rejected),
                                           (int) n_rejected);

  gtk_label_set_text (self->reject_title, text);
  gtk_widget_set_visible (self->reject_head, n_rejected > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->reject_list), n_rejected > 0);
}

/**
 * zg_import_report_set_can_save:
 * @can_save: whether the refused rows are rows that can be saved, mended and imported again; of cards there are none
 */
void
zg_import_report_set_can_save (ZgImportReport *self,
                               gboolean        can_save)
{
  g_return_if_fail (ZG_IS_IMPORT_REPORT (self));

  gtk_widget_set_visible (self->save_button, can_save);
}

/**
 * zg_import_report_show:
 * @result: what an import brings, or has brought
 *
 * Shows the counts and the refused rows.
 */
void
zg_import_report_show (ZgImportReport       *self,
                       const ZgImportResult *result)
{
  const ZgImportCounts *counts = &result->counts;

  g_return_if_fail (ZG_IS_IMPORT_REPORT (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  add_tile (self, counts->orders_new, _("new orders"), FALSE);
  add_tile (self, counts->orders_updated, _("updated"), FALSE);
  add_tile (self, counts->orders_unchanged, _("unchanged"), FALSE);
  /* TRANSLATORS: under a number of orders: their buyers were erased from the shop, so they come in without them */
  if (counts->anonymous > 0)
    add_tile (self, counts->anonymous, _("without buyer (erased)"), FALSE);
  add_tile (self, result->n_rejected, _("refused"), TRUE);
  show_rejects_head (self, result->n_rejected);
  for (guint i = 0; i < result->rejects->len && i < MAX_SHOWN_REJECTS; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);

      add_reject (self, reject->line, NULL, reject->reason);
    }
}

/**
 * zg_import_report_show_replies:
 * @plan: what an import of replies brings
 *
 * Shows the counts and the refused rows.
 */
void
zg_import_report_show_replies (ZgImportReport    *self,
                               const ZgReplyPlan *plan)
{
  g_return_if_fail (ZG_IS_IMPORT_REPORT (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  add_tile (self, plan->n_new, _("new replies"), FALSE);
  add_tile (self, plan->n_updated, _("changed"), FALSE);
  add_tile (self, plan->n_unchanged, _("unchanged"), FALSE);
  add_tile (self, plan->refusals->len, _("refused"), TRUE);
  show_rejects_head (self, plan->refusals->len);
  for (guint i = 0; i < plan->refusals->len && i < MAX_SHOWN_REJECTS; i++)
    {
      const ZgReplyRefusal *refusal = g_ptr_array_index (plan->refusals, i);

      add_reject (self, refusal->line, refusal->content, refusal->reason);
    }
}

/**
 * zg_import_report_show_contacts:
 * @result: what an import of contacts brings
 * @counts: (array fixed-size=6): how many people become what, by #ZgContactOutcome, with what somebody answered
 *
 * Shows the counts and the refused people.
 */
void
zg_import_report_show_contacts (ZgImportReport              *self,
                                const ZgContactImportResult *result,
                                const gint64                *counts)
{
  guint n_shown = 0;

  g_return_if_fail (ZG_IS_IMPORT_REPORT (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  add_tile (self, counts[ZG_CONTACT_NEW], _("new customers"), FALSE);
  /* TRANSLATORS: under a number of customers of whom the shop gets to know more */
  add_tile (self, counts[ZG_CONTACT_UPDATED], _("filled in"), FALSE);
  add_tile (self, counts[ZG_CONTACT_SAME] + counts[ZG_CONTACT_SKIPPED], _("unchanged"), FALSE);
  /* TRANSLATORS: under a number of people of whom somebody has to say whether they are customers already */
  add_tile (self, counts[ZG_CONTACT_ASKED], _("to decide"), FALSE);
  add_tile (self, counts[ZG_CONTACT_REFUSED], _("refused"), TRUE);
  show_rejects_head (self, counts[ZG_CONTACT_REFUSED]);
  for (guint i = 0; i < result->changes->len && n_shown < MAX_SHOWN_REJECTS; i++)
    {
      const ZgContactChange *change = g_ptr_array_index (result->changes, i);

      if (change->outcome != ZG_CONTACT_REFUSED)
        continue;
      add_reject (self, change->line, change->name, change->reason);
      n_shown++;
    }
}
