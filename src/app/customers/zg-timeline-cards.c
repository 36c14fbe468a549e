/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-timeline-cards"

#include "config.h"

#include "zg-timeline-cards.h"

#define N_PERIODS (ZG_TIMELINE_EARLIER + 1)

/**
 * ZgTimelineCards:
 *
 * The rows of a timeline, newest first, a card for each heading. A row stays the same widget while it shows the same thing, so
 * that a change elsewhere takes neither the focus nor what is being typed, and a row that is being edited stays even if what
 * it shows is gone. Signal: `row-added`.
 */
struct _ZgTimelineCards
{
  GtkWidget parent_instance;

  ZgClock *clock;
  GPtrArray *rows;
  GtkWidget *headings[N_PERIODS];
  GtkWidget *lists[N_PERIODS];
};

enum {
  ROW_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTimelineCards, zg_timeline_cards, GTK_TYPE_WIDGET)

/* Rows *****************************************************************************************************************/

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_has_focus (widget) || gtk_widget_get_focus_child (widget) != NULL;
}

/* Puts the row into the card that it belongs to today, behind the one above it. */
static void
place_row (ZgTimelineCards *self,
           guint            index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  GtkWidget *above = index > 0 ? g_ptr_array_index (self->rows, index - 1) : NULL;
  ZgTimelinePlace place = zg_timeline_row_get_place (ZG_TIMELINE_ROW (row));
  GtkWidget *list = self->lists[zg_timeline_get_period (place.at, zg_clock_now (self->clock),
                                                        zg_clock_get_zone (self->clock))];
  GtkWidget *parent = gtk_widget_get_parent (row);
  gboolean had_focus;
  int position = 0;

  if (parent == list)
    return;

  had_focus = parent != NULL && has_focus (row);
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), row);
  if (above != NULL && gtk_widget_get_parent (above) == list)
    position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (above)) + 1;
  gtk_list_box_insert (GTK_LIST_BOX (list), row, position);
  if (had_focus)
    gtk_widget_grab_focus (row);
}

static void
insert_row (ZgTimelineCards *self,
            guint            index,
            ZgTimelineEntry *entry)
{
  GtkWidget *row = zg_timeline_row_new ();

  g_ptr_array_insert (self->rows, (int) index, g_object_ref_sink (row));
  zg_timeline_row_show (ZG_TIMELINE_ROW (row), entry, self->clock);
  place_row (self, index);
  g_signal_emit (self, signals[ROW_ADDED], 0, row);
}

/* Whoever has the focus passes it on to what takes the place. */
static void
remove_row (ZgTimelineCards *self,
            guint            index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  GtkWidget *next = NULL;

  if (has_focus (row) && index + 1 < self->rows->len)
    next = g_ptr_array_index (self->rows, index + 1);
  else if (has_focus (row) && index > 0)
    next = g_ptr_array_index (self->rows, index - 1);
  if (next != NULL)
    gtk_widget_grab_focus (next);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  g_ptr_array_remove_index (self->rows, index);
}

static void
update_headings (ZgTimelineCards *self)
{
  ZgTime now = zg_clock_now (self->clock);
  GTimeZone *zone = zg_clock_get_zone (self->clock);

  for (ZgTimelinePeriod period = 0; period < N_PERIODS; period++)
    {
      gboolean visible = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lists[period]), 0) != NULL;
      g_autofree char *heading = zg_timeline_period_to_label (period, now, zone);

      gtk_widget_set_visible (self->headings[period], visible);
      gtk_widget_set_visible (self->lists[period], visible);
      if (g_str_equal (heading, gtk_label_get_text (GTK_LABEL (self->headings[period]))))
        continue;
      gtk_label_set_text (GTK_LABEL (self->headings[period]), heading);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[period]), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
    }
}

/* An order is opened, a note changed. A row with an action of its own would not come by here again when it shows a note. */
static void
row_activated_cb (GtkListBox    *list,
                  ZgTimelineRow *row)
{
  ZgTimelinePlace place = zg_timeline_row_get_place (row);

  if (place.is_order)
    gtk_widget_activate_action (GTK_WIDGET (row), "win.open-order", "x", place.id);
  else if (zg_timeline_row_get_note (row) != NULL && zg_timeline_row_get_editor (row) == NULL)
    g_signal_emit_by_name (row, "intent", (int) ZG_NOTE_BEGIN);
}

/* Class ****************************************************************************************************************/

static void
zg_timeline_cards_dispose (GObject *object)
{
  ZgTimelineCards *self = ZG_TIMELINE_CARDS (object);
  GtkWidget *child;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->clock, zg_clock_unref);

  G_OBJECT_CLASS (zg_timeline_cards_parent_class)->dispose (object);
}

static void
zg_timeline_cards_class_init (ZgTimelineCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_timeline_cards_dispose;

  signals[ROW_ADDED] = g_signal_new ("row-added", ZG_TYPE_TIMELINE_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, ZG_TYPE_TIMELINE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinecards");
}

static void
zg_timeline_cards_init (ZgTimelineCards *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < N_PERIODS; i++)
    {
      self->headings[i] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->headings[i]), 0);
      gtk_widget_add_css_class (self->headings[i], "section");
      gtk_widget_set_parent (self->headings[i], GTK_WIDGET (self));
      self->lists[i] = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lists[i]), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (self->lists[i], "boxed-list");
      gtk_widget_add_css_class (self->lists[i], "inset-focus");
      g_signal_connect (self->lists[i], "row-activated", G_CALLBACK (row_activated_cb), NULL);
      gtk_widget_set_parent (self->lists[i], GTK_WIDGET (self));
    }
}

/**
 * zg_timeline_cards_new:
 *
 * Returns: (transfer floating): cards without rows
 */
GtkWidget *
zg_timeline_cards_new (void)
{
  return g_object_new (ZG_TYPE_TIMELINE_CARDS, NULL);
}

/**
 * zg_timeline_cards_set_clock:
 * @clock: what time it is
 */
void
zg_timeline_cards_set_clock (ZgTimelineCards *self,
                             ZgClock         *clock)
{
  g_return_if_fail (ZG_IS_TIMELINE_CARDS (self));
  g_return_if_fail (self->clock == NULL);

  self->clock = zg_clock_ref (clock);
}

/**
 * zg_timeline_cards_get_n_rows:
 *
 * Returns: how many rows there are
 */
guint
zg_timeline_cards_get_n_rows (ZgTimelineCards *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_CARDS (self), 0);

  return self->rows->len;
}

/**
 * zg_timeline_cards_get_row:
 * @index: from 0, newest first
 *
 * Returns: (transfer none): a row
 */
ZgTimelineRow *
zg_timeline_cards_get_row (ZgTimelineCards *self,
                           guint            index)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_CARDS (self) && index < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, index);
}

/**
 * zg_timeline_cards_find:
 * @place: where something stands
 *
 * Returns: (transfer none) (nullable): the row that shows it
 */
ZgTimelineRow *
zg_timeline_cards_find (ZgTimelineCards       *self,
                        const ZgTimelinePlace *place)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_CARDS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZgTimelinePlace shown = zg_timeline_row_get_place (g_ptr_array_index (self->rows, i));

      if (zg_timeline_place_compare (&shown, place) == 0)
        return g_ptr_array_index (self->rows, i);
    }
  return NULL;
}

/**
 * zg_timeline_cards_replace:
 * @entries: (element-type ZgTimelineEntry): what to show; taken out
 *
 * Shows other lines, in the widgets that are there already.
 */
void
zg_timeline_cards_replace (ZgTimelineCards *self,
                           GPtrArray       *entries)
{
  g_return_if_fail (ZG_IS_TIMELINE_CARDS (self));

  for (guint i = self->rows->len; i > 0; i--)
    if (i > entries->len || zg_timeline_row_get_editor (g_ptr_array_index (self->rows, i - 1)) != NULL)
      remove_row (self, i - 1);
  for (guint i = 0; i < entries->len; i++)
    {
      ZgTimelineEntry *entry = g_steal_pointer (&g_ptr_array_index (entries, i));

      if (i >= self->rows->len)
        insert_row (self, i, entry);
      else
        {
          zg_timeline_row_show (g_ptr_array_index (self->rows, i), entry, self->clock);
          place_row (self, i);
        }
    }
  update_headings (self);
}

/* What is not there any more goes, unless somebody is typing there. */
static guint
leave_behind (ZgTimelineCards *self,
              guint            index)
{
  if (zg_timeline_row_get_editor (g_ptr_array_index (self->rows, index)) == NULL)
    {
      remove_row (self, index);
      return index;
    }
  place_row (self, index);
  return index + 1;
}

/**
 * zg_timeline_cards_update:
 * @first: the row from which on @entries tell what there is
 * @entries: (element-type ZgTimelineEntry): what there is now; taken out
 * @has_earlier: whether there is more behind them, so that the rows behind the last of them may stay
 *
 * Brings the rows up to date.
 */
void
zg_timeline_cards_update (ZgTimelineCards *self,
                          guint            first,
                          GPtrArray       *entries,
                          gboolean         has_earlier)
{
  guint i = first;

  g_return_if_fail (ZG_IS_TIMELINE_CARDS (self));

  for (guint j = 0; j < entries->len; j++)
    {
      ZgTimelineEntry *entry = g_steal_pointer (&g_ptr_array_index (entries, j));
      ZgTimelinePlace place = zg_timeline_entry_get_place (entry);
      int order = 1;

      while (i < self->rows->len && order > 0)
        {
          ZgTimelinePlace shown = zg_timeline_row_get_place (g_ptr_array_index (self->rows, i));

          order = zg_timeline_place_compare (&place, &shown);
          if (order > 0)
            i = leave_behind (self, i);
        }
      if (order == 0 && i < self->rows->len)
        {
          zg_timeline_row_show (g_ptr_array_index (self->rows, i), entry, self->clock);
          place_row (self, i);
        }
      else
        insert_row (self, i, entry);
      i++;
    }
  while (i < self->rows->len)
    if (has_earlier)
      place_row (self, i++);
    else
      i = leave_behind (self, i);
  update_headings (self);
}
