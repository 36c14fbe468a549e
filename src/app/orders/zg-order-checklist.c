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
  struct {
    GtkWidget *row;
    GtkWidget *check;
    GtkWidget *value;
    GtkWidget *by;
    GtkWidget *note;
    GtkWidget *note_box;
    gboolean on;
  } rows[ZG_N_HUMAN_CHECKS];
};

enum {
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderChecklist, zg_order_checklist, GTK_TYPE_WIDGET)

static void
zg_order_checklist_dispose (GObject *object)
{
  GtkWidget *child;

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

  if (index >= 0 && index < ZG_N_HUMAN_CHECKS)
    g_signal_emit (self, signals[TICK], 0, index, !self->rows[index].on);
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

static void
add_row (ZgOrderChecklist *self,
         ZgCheck           check)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *note_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;

  self->rows[check].row = row;
  self->rows[check].check = gtk_check_button_new ();
  self->rows[check].value = create_label (NULL, "secondary", "dim-label");
  self->rows[check].by = create_label (NULL, "caption", "dim-label");
  self->rows[check].note = create_label (NULL, "caption", "warning");
  self->rows[check].note_box = note_box;

  /* The row is what one clicks and what has the focus; the box shows how it stands. */
  gtk_widget_set_can_target (self->rows[check].check, FALSE);
  gtk_widget_set_focusable (self->rows[check].check, FALSE);
  gtk_widget_set_valign (self->rows[check].check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[check].check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  zg_check_to_label (check), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zg_check_to_label (check), -1);
  gtk_label_set_ellipsize (GTK_LABEL (self->rows[check].by), PANGO_ELLIPSIZE_NONE);
  /* Of an address the end tells more. */
  if (check == ZG_CHECK_ADDRESS)
    gtk_label_set_ellipsize (GTK_LABEL (self->rows[check].value), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (self->rows[check].by, "numeric");
  gtk_widget_add_css_class (self->rows[check].value, "numeric");
  gtk_label_set_wrap (GTK_LABEL (self->rows[check].note), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->rows[check].note), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->rows[check].note), PANGO_WRAP_WORD_CHAR);

  /* Where there is little room, the value gives way. */
  label = create_label (zg_check_to_label (check), "list-text", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_hexpand (self->rows[check].value, TRUE);
  gtk_box_append (GTK_BOX (line), self->rows[check].value);
  gtk_box_append (GTK_BOX (note_box), create_icon ("dialog-warning-symbolic", "warning", _("Changed")));
  gtk_box_append (GTK_BOX (note_box), self->rows[check].note);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), note_box);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->rows[check].check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->rows[check].by);
  gtk_widget_add_css_class (box, "check-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
zg_order_checklist_init (ZgOrderChecklist *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->list = add_card (self, _("Confirmation list"), &self->count);
  self->computed = add_card (self, _("Checked by the program"), &self->computed_count);
  for (int check = 0; check < ZG_N_HUMAN_CHECKS; check++)
    add_row (self, check);

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
show_row (ZgOrderChecklist *self,
          const ZgCheckRow *row,
          ZgClock          *clock)
{
  gboolean dropped = row->state == ZG_CHECK_DROPPED;
  g_autofree char *time = describe_time (row->at, clock);
  g_autofree char *by = g_strstrip (g_strdup_printf ("%s %s", row->by != NULL ? row->by : "", time));
  const char *value = row->value != NULL ? row->value : row->note;

  if (value == NULL)
    value = row->check == ZG_CHECK_COURIER ? _("no courier chosen yet") : _("not there yet");
  self->rows[row->check].on = row->state == ZG_CHECK_OK && row->at != ZG_TIME_NONE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->rows[row->check].check), row->state == ZG_CHECK_OK);
  gtk_label_set_text (GTK_LABEL (self->rows[row->check].value), value);
  gtk_label_set_text (GTK_LABEL (self->rows[row->check].by), by);
  gtk_label_set_text (GTK_LABEL (self->rows[row->check].note), dropped && row->note != NULL ? row->note : "");
  gtk_widget_set_visible (self->rows[row->check].note_box, dropped);
  if (dropped)
    gtk_widget_add_css_class (self->rows[row->check].row, "dropped");
  else
    gtk_widget_remove_css_class (self->rows[row->check].row, "dropped");
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

  for (guint i = ZG_N_HUMAN_CHECKS; i < rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (rows, i);

      if (row->state == ZG_CHECK_WARN)
        {
          n_failed++;
          add_computed (self, FALSE, zg_check_to_label (row->check), row->note);
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
  for (guint i = 0; i < file->rows->len && i < ZG_N_HUMAN_CHECKS; i++)
    show_row (self, g_ptr_array_index (file->rows, i), clock);
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
  int index = 0;

  g_return_if_fail (ZG_IS_ORDER_CHECKLIST (self));

  for (int i = ZG_N_HUMAN_CHECKS - 1; i >= 0; i--)
    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rows[i].check)))
      index = i;
  gtk_widget_grab_focus (self->rows[index].row);
}
