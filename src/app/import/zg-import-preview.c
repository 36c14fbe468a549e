/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-preview"

#include "config.h"

#include "zg-import-preview.h"

#include <glib/gi18n.h>

#include "zg-hidden-label.h"
#include "zg-money.h"
#include "zg-pill.h"

/* A narrower table, in letters, has no room for all columns beside each other. */
#define ROOMY 76

/**
 * ZgImportPreview:
 *
 * The first orders of a file as they were understood, and which of its columns are read. Where there is no room for a
 * table each order has two lines.
 */
struct _ZgImportPreview
{
  GtkWidget parent_instance;

  gboolean is_narrow;
  guint idle_id;

  /* template */
  GtkWidget *box;
  GtkLabel *columns;
  GtkLabel *count;
  GtkLabel *left_out;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (ZgImportPreview, zg_import_preview, GTK_TYPE_WIDGET)

enum {
  OUTCOME,
  NUMBER,
  BUYER,
  RECIPIENT,
  GOODS,
  TOTAL,
  STATE,
  N_COLUMNS
};

/* Where a cell stands while there is room, and among the two lines of an order while there is not; -1: nowhere. */
static const struct {
  const char *title;
  gboolean expand;
  int narrow_column;
  int narrow_row;
} layout[N_COLUMNS] = {
  [OUTCOME] = { NULL, FALSE, 0, 0 },
  [NUMBER] = { N_("Order number"), FALSE, 1, 0 },
  [BUYER] = { N_("Buyer"), TRUE, -1, 0 },
  [RECIPIENT] = { N_("Recipient and phone"), TRUE, 1, 1 },
  [GOODS] = { N_("Goods"), TRUE, -1, 0 },
  [TOTAL] = { N_("Amount"), FALSE, 2, 0 },
  [STATE] = { N_("State"), FALSE, 2, 1 },
};

/* Puts the cells where they stand; the cells of the header have the row 0. */
static void
arrange (ZgImportPreview *self)
{
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (GTK_WIDGET (self->table));

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->table));
       cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "zg-cell"));
      int row = at / N_COLUMNS, column = at % N_COLUMNS;
      GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (manager, cell));

      gtk_widget_set_halign (cell, column == TOTAL || (column == STATE && self->is_narrow) ? GTK_ALIGN_END
                                                                                          : GTK_ALIGN_START);
      gtk_widget_set_visible (cell, !self->is_narrow || (row > 0 && layout[column].narrow_column >= 0));
      gtk_grid_layout_child_set_column (child, self->is_narrow ? MAX (0, layout[column].narrow_column) : column);
      gtk_grid_layout_child_set_row (child, self->is_narrow ? 2 * row + layout[column].narrow_row : row);
    }
}

static gboolean
arrange_later (gpointer data)
{
  ZgImportPreview *self = data;

  self->idle_id = 0;
  self->is_narrow = !self->is_narrow;
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
zg_import_preview_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ZgImportPreview *self = ZG_IMPORT_PREVIEW (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  gboolean is_narrow = width < PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * ROOMY;

  pango_font_metrics_unref (metrics);
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  /* A layout must not change while it is being made. */
  if (is_narrow != self->is_narrow && self->idle_id == 0)
    self->idle_id = g_idle_add (arrange_later, self);
}

static void
zg_import_preview_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (ZG_IMPORT_PREVIEW (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
add_cell (ZgImportPreview *self,
          guint            row,
          guint            column,
          GtkWidget       *cell)
{
  g_object_set_data (G_OBJECT (cell), "zg-cell", GUINT_TO_POINTER (row * N_COLUMNS + column));
  gtk_widget_set_hexpand (cell, layout[column].expand);
  gtk_grid_attach (self->table, cell, (int) column, (int) row, 1, 1);
}

static void
add_text (ZgImportPreview *self,
          guint            row,
          guint            column,
          const char      *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_css_classes (label, row == 0 ? (const char *[]) { "caption", "dim-label", NULL }
                                              : (const char *[]) { "secondary", "numeric", NULL });
  gtk_label_set_ellipsize (GTK_LABEL (label), column == TOTAL ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), column == TOTAL ? 1 : 0);
  add_cell (self, row, column, label);
}

/* What the platform hides has its lock here, too. */
static void
add_personal (ZgImportPreview *self,
              guint            row,
              guint            column,
              const char      *text,
              ZgDisclosure     disclosure)
{
  GtkWidget *label = zg_hidden_label_new ();

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (label), text, disclosure);
  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_ellipsize (zg_hidden_label_get_label (ZG_HIDDEN_LABEL (label)), PANGO_ELLIPSIZE_END);
  add_cell (self, row, column, label);
}

static GtkWidget *
make_pill (ZgImportOutcome outcome)
{
  switch (outcome)
    {
    case ZG_IMPORT_NEW:
      /* Translators: an order in a file that the shop does not have */
      return zg_pill_new (C_("order", "New"), ZG_TONE_INFO);
    case ZG_IMPORT_UPDATED:
      return zg_pill_new (_("Changed"), ZG_TONE_SUCCESS);
    case ZG_IMPORT_UNCHANGED:
    default:
      return zg_pill_new (_("Same"), ZG_TONE_NEUTRAL);
    }
}

static void
add_sample (ZgImportPreview      *self,
            guint                 row,
            const ZgImportSample *sample)
{
  const ZgOrder *order = sample->order;
  const ZgOrderItem *item = order->items->len > 0 ? g_ptr_array_index (order->items, 0) : NULL;
  g_autofree char *person = g_strdup_printf ("%s %s", order->recipient.text != NULL ? order->recipient.text : "",
                                             order->phone.text != NULL ? order->phone.text : "");
  g_autofree char *total = zg_money_to_text (order->total, order->currency);
  gboolean knows_state = order->facts->state != ZG_ORDER_STATE_UNKNOWN;

  add_cell (self, row, OUTCOME, make_pill (sample->outcome));
  add_text (self, row, NUMBER, order->number);
  add_personal (self, row, BUYER, sample->account.text, sample->account.disclosure);
  add_personal (self, row, RECIPIENT, g_strstrip (person), MIN (order->recipient.disclosure, order->phone.disclosure));
  add_text (self, row, GOODS, item != NULL ? item->title : "");
  add_text (self, row, TOTAL, total);
  add_text (self, row, STATE, knows_state ? zg_order_state_to_label (order->facts->state) : "");
}

static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

static void
show_columns (ZgImportPreview      *self,
              const ZgImportResult *result)
{
  g_autofree char *columns = join (result->columns);
  g_autofree char *left_out = result->left_out->len > 0 ? join (result->left_out) : g_strdup (_("none"));

  gtk_label_set_text (self->columns, columns);
  gtk_label_set_text (self->left_out, left_out);
}

static void
zg_import_preview_dispose (GObject *object)
{
  ZgImportPreview *self = ZG_IMPORT_PREVIEW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_import_preview_parent_class)->dispose (object);
}

static void
zg_import_preview_class_init (ZgImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_import_preview_dispose;
  widget_class->measure = zg_import_preview_measure;
  widget_class->size_allocate = zg_import_preview_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgImportPreview, box);
  gtk_widget_class_bind_template_child (widget_class, ZgImportPreview, columns);
  gtk_widget_class_bind_template_child (widget_class, ZgImportPreview, count);
  gtk_widget_class_bind_template_child (widget_class, ZgImportPreview, left_out);
  gtk_widget_class_bind_template_child (widget_class, ZgImportPreview, table);
}

static void
zg_import_preview_init (ZgImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_import_preview_show:
 * @result: what an import would bring, or has brought: then there is nothing to look at
 *
 * Shows the first orders.
 */
void
zg_import_preview_show (ZgImportPreview      *self,
                        const ZgImportResult *result)
{
  const ZgImportCounts *counts = &result->counts;
  int n_orders = (int) (counts->orders_new + counts->orders_updated + counts->orders_unchanged);
  guint n = result->samples->len;
  g_autofree char *count = g_strdup_printf (ngettext ("the first %d of %d order", "the first %d of %d orders", n_orders),
                                            (int) n, n_orders);
  GtkWidget *cell;

  g_return_if_fail (ZG_IS_IMPORT_PREVIEW (self));

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, cell);
  for (guint column = 0; column < N_COLUMNS; column++)
    add_text (self, 0, column, layout[column].title != NULL ? _(layout[column].title) : "");
  for (guint i = 0; i < n; i++)
    add_sample (self, i + 1, g_ptr_array_index (result->samples, i));
  arrange (self);

  show_columns (self, result);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
