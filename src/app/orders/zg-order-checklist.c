/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-checklist"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-checklist.h"

/**
 * ZgOrderChecklist:
 *
 * The confirmation list of an order: a card of rows that people tick, and a card of what the program checks, where
 * those that passed share a row. A row is ticked by a click anywhere in it, by Space and by Enter.
 *
 * Signals:
 *   tick (check, on)   somebody wants to tick a row, or to take its tick off
 *
 * CSS node: `orderchecklist`
 */
struct _ZgOrderChecklist
{
  GtkWidget parent_instance;

  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *computed_count;
  GtkWidget *computed;
  GArray *rows;                 /* (element-type Row): as they stand in the list */
};

/* A row that people tick. The widgets belong to the list. */
typedef struct {
  ZgCheck check;
  char *label;
  GtkWidget *row;
  GtkWidget *button;
  GtkWidget *value;
  GtkWidget *by;
  GtkWidget *note;
  GtkWidget *note_box;
  gboolean on;
} Row;

enum {
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderChecklist, zg_order_checklist, GTK_TYPE_WIDGET)

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->label);
}

static Row *
get_row (ZgOrderChecklist *self,
         guint             i)
{
  return &g_array_index (self->rows, Row, i);
}

static void
zg_order_checklist_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_pointer (&ZG_ORDER_CHECKLIST (object)->rows, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_order_checklist_parent_class)->dispose (object);
}

static void
zg_order_checklist_class_init (ZgOrderChecklistClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_checklist_dispose;

  signals[TICK] = g_signal_new ("tick", ZG_TYPE_ORDER_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderchecklist");
}

static GtkWidget *
create_label (const char *text,
              const char *first_class,
              const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
create_icon (const char *name,
             const char *tone,
             const char *label)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, tone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return icon;
}

static void
toggle (ZgOrderChecklist *self,
        GtkListBoxRow    *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (index >= 0 && index < (int) self->rows->len)
    g_signal_emit (self, signals[TICK], 0, (int) get_row (self, index)->check, !get_row (self, index)->on);
}

static gboolean
key_pressed_cb (ZgOrderChecklist *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_space || !GTK_IS_LIST_BOX_ROW (focus))
    return GDK_EVENT_PROPAGATE;
  toggle (self, GTK_LIST_BOX_ROW (focus));
  return GDK_EVENT_STOP;
}

static GtkWidget *
add_card (ZgOrderChecklist  *self,
          const char        *title,
          GtkWidget        **count_out)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (header, "facts-header");
  gtk_box_append (GTK_BOX (header), create_label (title, "section", NULL));
  *count_out = create_label (NULL, "caption", "dim-label");
  gtk_widget_add_css_class (*count_out, "numeric");
  gtk_widget_set_hexpand (*count_out, TRUE);
  gtk_box_append (GTK_BOX (header), *count_out);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_widget_add_css_class (list, "inset-focus");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (header, GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return list;
}

static GtkWidget *
create_wrapping_label (const char *first_class,
                       const char *second_class)
{
  GtkWidget *label = create_label (NULL, first_class, second_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* The texts of a row: what it is and what it says, and below why its tick does not hold any more. */
static GtkWidget *
create_texts (Row *row)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = create_label (row->label, "list-text", NULL);

  row->value = create_label (NULL, "secondary", "dim-label");
  row->note = create_wrapping_label ("caption", "warning");
  row->note_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* Of an address the end tells more. */
  if (row->check == ZG_CHECK_ADDRESS)
    gtk_label_set_ellipsize (GTK_LABEL (row->value), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (row->value, "numeric");
  gtk_widget_set_hexpand (row->value, TRUE);
  /* Where there is little room, the value gives way; the shop's own words are as long as it likes. */
  if (!zg_check_is_own (row->check))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), row->value);
  gtk_box_append (GTK_BOX (row->note_box), create_icon ("dialog-warning-symbolic", "warning", _("Changed")));
  gtk_box_append (GTK_BOX (row->note_box), row->note);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), row->note_box);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

static void
add_row (ZgOrderChecklist *self,
         ZgCheck           check,
         const char       *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Row row = { .check = check, .label = g_strdup (label), .row = gtk_list_box_row_new (),
              .button = gtk_check_button_new () };

  /* The row is what one clicks and what has the focus; the box shows how it stands. */
  gtk_widget_set_can_target (row.button, FALSE);
  gtk_widget_set_focusable (row.button, FALSE);
  gtk_widget_set_valign (row.button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row.button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row.row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), row.button);
  gtk_box_append (GTK_BOX (box), create_texts (&row));
  row.by = create_label (NULL, "caption", "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (row.by), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (row.by, "numeric");
  gtk_box_append (GTK_BOX (box), row.by);
  gtk_widget_add_css_class (box, "check-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row.row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row.row);
  g_array_append_val (self->rows, row);
}

static void
zg_order_checklist_init (ZgOrderChecklist *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->list = add_card (self, _("Confirmation list"), &self->count);
  self->computed = add_card (self, _("Checked by the program"), &self->computed_count);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);

  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (toggle), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
}

/* The hour alone for today, which is when most ticks are made. */
static char *
describe_time (ZgTime   time,
               ZgClock *clock)
{
  g_autoptr (GDateTime) then = zg_time_to_date_time (time, zg_clock_get_zone (clock));
  g_autoptr (GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));

  if (then != NULL && g_date_time_get_year (then) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, "%H:%M");
  return zg_time_to_text (time, zg_clock_now (clock), zg_clock_get_zone (clock));
}

static void
show_row (Row              *widgets,
          const ZgCheckRow *row,
          ZgClock          *clock)
{
  gboolean dropped = row->state == ZG_CHECK_DROPPED;
  g_autofree char *time = describe_time (row->at, clock);
  g_autofree char *by = g_strstrip (g_strdup_printf ("%s %s", row->by != NULL ? row->by : "", time));
  const char *value = row->value != NULL ? row->value : row->note;

  if (value == NULL && !zg_check_is_own (row->check))
    value = row->check == ZG_CHECK_COURIER ? _("no courier chosen yet") : _("not there yet");
  widgets->on = row->state == ZG_CHECK_OK && row->at != ZG_TIME_NONE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widgets->button), row->state == ZG_CHECK_OK);
  gtk_label_set_text (GTK_LABEL (widgets->value), value != NULL ? value : "");
  gtk_label_set_text (GTK_LABEL (widgets->by), by);
  gtk_label_set_text (GTK_LABEL (widgets->note), dropped && row->note != NULL ? row->note : "");
  gtk_widget_set_visible (widgets->note_box, dropped);
  if (dropped)
    gtk_widget_add_css_class (widgets->row, "dropped");
  else
    gtk_widget_remove_css_class (widgets->row, "dropped");
}

static gboolean
has_row (ZgOrderChecklist *self,
         guint             i,
         const ZgCheckRow *row)
{
  return i < self->rows->len && get_row (self, i)->check == row->check
         && g_str_equal (get_row (self, i)->label, row->label);
}

/* The widgets stay, with the focus, unless the shop has changed its list. */
static void
show_rows (ZgOrderChecklist *self,
           GPtrArray        *rows,
           ZgClock          *clock)
{
  guint n_human = 0;
  gboolean same = TRUE;

  while (n_human < rows->len && zg_check_is_human (((ZgCheckRow *) rows->pdata[n_human])->check))
    {
      same = same && has_row (self, n_human, rows->pdata[n_human]);
      n_human++;
    }
  if (!same || n_human != self->rows->len)
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), get_row (self, i)->row);
      g_array_set_size (self->rows, 0);
      for (guint i = 0; i < n_human; i++)
        add_row (self, ((ZgCheckRow *) rows->pdata[i])->check, ((ZgCheckRow *) rows->pdata[i])->label);
    }
  for (guint i = 0; i < n_human; i++)
    show_row (get_row (self, i), rows->pdata[i], clock);
}

static void
add_computed (ZgOrderChecklist *self,
              gboolean          passed,
              const char       *title,
              const char       *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = create_label (title, "secondary", NULL);
  GtkWidget *label = create_label (note, "secondary", passed ? "dim-label" : "warning");

  /* In a narrow window it is the note that gives way. */
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_label_set_wrap (GTK_LABEL (label), !passed);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!passed)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, note);
  gtk_box_append (GTK_BOX (box), passed ? create_icon ("object-select-symbolic", "success", _("Passed"))
                                        : create_icon ("dialog-warning-symbolic", "warning", _("Look at this")));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "check-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->computed), row);
}

static void
show_computed (ZgOrderChecklist *self,
               GPtrArray        *rows)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *passed = NULL;
  g_autofree char *count = NULL;
  GtkWidget *child;
  int n_passed = 0, n_failed = 0;

  while ((child = gtk_widget_get_first_child (self->computed)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->computed), child);

  for (guint i = 0; i < rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (rows, i);

      if (zg_check_is_human (row->check))
        continue;
      if (row->state == ZG_CHECK_WARN)
        {
          n_failed++;
          add_computed (self, FALSE, row->label, row->note);
          continue;
        }
      n_passed++;
      if (row->note != NULL)
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? " · " : "", row->note);
    }

  if (n_failed > 0)
    {
      passed = g_strdup_printf (ngettext ("The other %d", "The other %d", n_passed), n_passed);
      count = g_strdup_printf (ngettext ("%d to look at", "%d to look at", n_failed), n_failed);
    }
  else
    {
      passed = g_strdup_printf (ngettext ("All %d", "All %d", n_passed), n_passed);
      count = g_strdup (_("nothing to look at"));
    }
  if (n_passed > 0)
    add_computed (self, TRUE, passed, notes->str);
  gtk_label_set_text (GTK_LABEL (self->computed_count), count);
}

/**
 * zg_order_checklist_show:
 * @file: an order with its checklist
 * @clock: what time it is
 */
void
zg_order_checklist_show (ZgOrderChecklist  *self,
                         const ZgOrderFile *file,
                         ZgClock           *clock)
{
  g_autofree char *count = g_strdup_printf ("%d/%d", file->n_done, file->n_total);

  g_return_if_fail (ZG_IS_ORDER_CHECKLIST (self));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  show_rows (self, file->rows, clock);
  show_computed (self, file->rows);
}

/**
 * zg_order_checklist_focus:
 *
 * Puts the focus on the first row that is not done, or on the first.
 */
void
zg_order_checklist_focus (ZgOrderChecklist *self)
{
  guint index = 0;

  g_return_if_fail (ZG_IS_ORDER_CHECKLIST (self));

  for (guint i = self->rows->len; i > 0; i--)
    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (get_row (self, i - 1)->button)))
      index = i - 1;
  if (index < self->rows->len)
    gtk_widget_grab_focus (get_row (self, index)->row);
}

/**
 * zg_order_checklist_get_label:
 * @check: a row that people tick
 *
 * Returns: (transfer none): what it is called
 */
const char *
zg_order_checklist_get_label (ZgOrderChecklist *self,
                              ZgCheck           check)
{
  g_return_val_if_fail (ZG_IS_ORDER_CHECKLIST (self), "");

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->check == check)
      return get_row (self, i)->label;
  return "";
}
