/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-load.h"
#include "zg-customer-timeline.h"
#include "zg-scroll-end.h"
#include "zg-timeline-cards.h"
#include "zg-timeline-filter.h"
#include "zg-timeline-edit.h"

/* A screen of them is there at once; the others come while one reads. */
#define FIRST_ROWS 10
#define MORE_ROWS 24

/**
 * ZgCustomerTimeline:
 *
 * What happened between the shop and a customer, newest first, all of it or one kind. However long that is, there are no more
 * rows than one has scrolled by: more come near their end, where nothing stands below that one wants to reach, and by a button.
 * Signal: `mode-changed`, when a note begins or ends to be changed.
 */
struct _ZgCustomerTimeline
{
  GtkWidget parent_instance;

  ZgSession *session;
  gint64 customer_id;
  ZgTimelineKinds wanted;       /* stays from customer to customer, also where there is nothing of it */
  ZgTimelineKinds kinds;        /* what is shown */
  gboolean is_shown;            /* whether the rows are of this customer */
  gboolean has_earlier;
  gboolean scrolls;
  gboolean begins_again;        /* what was typed and not saved is wanted back */
  GCancellable *cancellable;    /* (nullable): while more is loaded */
  ZgScrollEnd *scroll_end;

  ZgTimelineEdit *edit;
  GtkWidget *filter;
  GtkWidget *cards;
  GtkWidget *earlier;
  GtkWidget *nothing;
};

enum {
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerTimeline, zg_customer_timeline, GTK_TYPE_WIDGET)

static ZgTimelineCards *
get_cards (ZgCustomerTimeline *self)
{
  return ZG_TIMELINE_CARDS (self->cards);
}

static ZgTimelinePlace
get_last_place (ZgCustomerTimeline *self)
{
  guint n = zg_timeline_cards_get_n_rows (get_cards (self));

  if (n == 0 || !self->is_shown)
    return (ZgTimelinePlace) { 0 };
  return zg_timeline_row_get_place (zg_timeline_cards_get_row (get_cards (self), n - 1));
}

static void
stop_loading (ZgCustomerTimeline *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What was left ***********************************************************************************************************/

static ZgTimelinePlace
get_left_place (ZgCustomerTimeline *self)
{
  const ZgContact *left = zg_timeline_edit_get_left (self->edit);

  if (left == NULL || left->customer_id != self->customer_id)
    return (ZgTimelinePlace) { 0 };
  return (ZgTimelinePlace) { .at = left->at, .id = left->id };
}

static gboolean
begin_left (ZgCustomerTimeline *self)
{
  ZgTimelinePlace place = get_left_place (self);
  ZgTimelineRow *row = place.id != 0 && self->is_shown ? zg_timeline_cards_find (get_cards (self), &place) : NULL;

  if (row != NULL)
    zg_timeline_edit_begin_left (self->edit, row);
  return row != NULL;
}

/* Whoever is on the page now, and whatever of their timeline is shown. */
static void
again_cb (ZgCustomerTimeline *self)
{
  const ZgContact *left = zg_timeline_edit_get_left (self->edit);

  if (left == NULL || begin_left (self))
    return;
  self->begins_again = TRUE;
  self->wanted = ZG_TIMELINE_ALL;
  self->is_shown = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "customers.open", "x", left->customer_id);
}

/* Loading more ************************************************************************************************************/

static void
show_end (ZgCustomerTimeline *self)
{
  if (!self->has_earlier && gtk_widget_has_focus (self->earlier))
    gtk_widget_child_focus (self->cards, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->earlier, self->has_earlier);
  gtk_widget_set_visible (self->nothing, zg_timeline_cards_get_n_rows (get_cards (self)) == 0);
}

static guint
find_behind (ZgCustomerTimeline    *self,
             const ZgTimelinePlace *place)
{
  guint n = zg_timeline_cards_get_n_rows (get_cards (self));

  for (guint i = n; i > 0; i--)
    {
      ZgTimelinePlace shown = zg_timeline_row_get_place (zg_timeline_cards_get_row (get_cards (self), i - 1));

      if (zg_timeline_place_compare (&shown, place) <= 0)
        return i;
    }
  return 0;
}

static void
show_more (ZgCustomerTimeline   *self,
           ZgTimeline           *timeline,
           const ZgTimelineSpan *span)
{
  gboolean had_focus = gtk_widget_has_focus (self->earlier);
  guint first = find_behind (self, &span->after);

  zg_timeline_cards_update (get_cards (self), first, timeline->entries, timeline->has_earlier);
  self->has_earlier = timeline->has_earlier;
  /* Who pressed the button goes on reading where it stood. */
  if (had_focus && first < zg_timeline_cards_get_n_rows (get_cards (self)))
    gtk_widget_grab_focus (GTK_WIDGET (zg_timeline_cards_get_row (get_cards (self), first)));
  show_end (self);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgCustomerTimeline) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgTimelineSpan span;
  g_autoptr (ZgTimeline) timeline = zg_timeline_load_finish (result, &span, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (timeline == NULL)
    zg_session_fail (self->session, error);
  else if (span.after.id != 0)
    show_more (self, timeline, &span);
  else
    zg_customer_timeline_show (self, timeline, &span);
}

static void
load (ZgCustomerTimeline   *self,
      const ZgTimelineSpan *span)
{
  stop_loading (self);
  self->cancellable = g_cancellable_new ();
  zg_timeline_load_async (self->session, self->customer_id, span, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
load_more (ZgCustomerTimeline *self)
{
  ZgTimelineSpan span = { .kinds = self->kinds, .after = get_last_place (self), .limit = MORE_ROWS };

  if (self->is_shown && self->has_earlier && self->cancellable == NULL && span.after.id != 0)
    load (self, &span);
}

static void
chosen_cb (ZgCustomerTimeline *self,
           guint               kinds)
{
  ZgTimelineSpan span = { .kinds = kinds, .limit = FIRST_ROWS };

  /* What is wrong with a note has to be put right first, or it would be forgotten. */
  if (zg_customer_timeline_has_changes (self))
    {
      zg_timeline_filter_show (ZG_TIMELINE_FILTER (self->filter), self->kinds, ZG_TIMELINE_ALL);
      zg_timeline_edit_focus (self->edit);
      return;
    }
  self->wanted = kinds;
  self->is_shown = FALSE;
  load (self, &span);
}

static void
near_end_cb (GtkWidget *widget)
{
  ZgCustomerTimeline *self = ZG_CUSTOMER_TIMELINE (widget);

  if (self->scrolls)
    load_more (self);
}

/* Class ****************************************************************************************************************/

static void
zg_customer_timeline_dispose (GObject *object)
{
  ZgCustomerTimeline *self = ZG_CUSTOMER_TIMELINE (object);
  GtkWidget *child;

  stop_loading (self);
  g_clear_pointer (&self->scroll_end, zg_scroll_end_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_timeline_parent_class)->dispose (object);
}

static void
zg_customer_timeline_class_init (ZgCustomerTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_timeline_dispose;

  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_CUSTOMER_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customertimeline");
}

static void
row_added_cb (ZgCustomerTimeline *self,
              ZgTimelineRow      *row)
{
  zg_timeline_edit_watch (self->edit, row);
}

static void
mode_changed_cb (ZgCustomerTimeline *self)
{
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
zg_customer_timeline_init (ZgCustomerTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->wanted = self->kinds = ZG_TIMELINE_ALL;
  self->scroll_end = zg_scroll_end_new (GTK_WIDGET (self), near_end_cb);

  self->filter = zg_timeline_filter_new ();
  g_signal_connect_object (self->filter, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->filter, GTK_WIDGET (self));
  self->cards = zg_timeline_cards_new ();
  g_signal_connect_object (self->cards, "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->cards, GTK_WIDGET (self));

  self->nothing = gtk_label_new (_("Nothing has happened yet. Orders, copied replies and notes will stand here."));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_hide (self->nothing);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));

  self->earlier = gtk_button_new_with_label (_("Show earlier"));
  gtk_widget_add_css_class (self->earlier, "flat");
  gtk_widget_set_halign (self->earlier, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (load_more), self, G_CONNECT_SWAPPED);
  gtk_widget_hide (self->earlier);
  gtk_widget_set_parent (self->earlier, GTK_WIDGET (self));
}

/**
 * zg_customer_timeline_set_session:
 * @session: the shop
 */
void
zg_customer_timeline_set_session (ZgCustomerTimeline *self,
                                  ZgSession          *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  zg_timeline_cards_set_clock (get_cards (self), zg_session_get_clock (session));
  self->edit = zg_timeline_edit_new (session);
  g_signal_connect_object (self->edit, "again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "mode-changed", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * zg_customer_timeline_set_customer:
 * @customer_id: whose timeline comes next
 *
 * The rows of another customer are not shown on; the choice of kinds stays.
 */
void
zg_customer_timeline_set_customer (ZgCustomerTimeline *self,
                                   gint64              customer_id)
{
  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  stop_loading (self);
  zg_timeline_edit_cancel (self->edit);
  self->customer_id = customer_id;
  self->is_shown = FALSE;
  self->has_earlier = FALSE;
}

/**
 * zg_customer_timeline_set_scrolls:
 * @scrolls: whether more comes near the end; not where something stands below that could never be reached then
 */
void
zg_customer_timeline_set_scrolls (ZgCustomerTimeline *self,
                                  gboolean            scrolls)
{
  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  self->scrolls = scrolls;
  zg_scroll_end_check_later (self->scroll_end);
}

/**
 * zg_customer_timeline_get_span:
 * @span_out: (out): what to read of the timeline, so that all that is shown can be brought up to date
 */
void
zg_customer_timeline_get_span (ZgCustomerTimeline *self,
                               ZgTimelineSpan     *span_out)
{
  ZgTimelinePlace left;

  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  *span_out = (ZgTimelineSpan) { .kinds = self->wanted, .until = get_last_place (self), .limit = FIRST_ROWS };
  left = get_left_place (self);
  if (self->begins_again && left.id != 0
      && (span_out->until.id == 0 || zg_timeline_place_compare (&left, &span_out->until) > 0))
    span_out->until = left;
}

/**
 * zg_customer_timeline_show:
 * @timeline: what happened; its entries are taken out
 * @span: what of it was asked for
 *
 * Shows the newest of it, or brings up to date what is shown.
 */
void
zg_customer_timeline_show (ZgCustomerTimeline   *self,
                           ZgTimeline           *timeline,
                           const ZgTimelineSpan *span)
{
  ZgTimelinePlace last = get_last_place (self);
  ZgTimelinePlace read = { 0 };

  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  /* Something else was chosen while it was read. */
  if (span->kinds != self->wanted)
    return;

  if (timeline->entries->len > 0)
    read = zg_timeline_entry_get_place (g_ptr_array_index (timeline->entries, timeline->entries->len - 1));
  if (!self->is_shown || timeline->kinds != self->kinds)
    {
      stop_loading (self);
      zg_timeline_cards_replace (get_cards (self), timeline->entries);
      self->has_earlier = timeline->has_earlier;
    }
  else
    {
      zg_timeline_cards_update (get_cards (self), 0, timeline->entries, timeline->has_earlier);
      if (!timeline->has_earlier || last.id == 0 || zg_timeline_place_compare (&read, &last) >= 0)
        self->has_earlier = timeline->has_earlier;
    }
  self->is_shown = TRUE;
  self->kinds = timeline->kinds;
  zg_timeline_filter_show (ZG_TIMELINE_FILTER (self->filter), timeline->kinds, timeline->available);
  show_end (self);
  zg_scroll_end_check_later (self->scroll_end);
  if (self->begins_again && begin_left (self))
    self->begins_again = FALSE;
}

/**
 * zg_customer_timeline_is_editing:
 *
 * Returns: whether a note is being changed
 */
gboolean
zg_customer_timeline_is_editing (ZgCustomerTimeline *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_TIMELINE (self), FALSE);

  return zg_timeline_edit_get_row (self->edit) != NULL;
}

/**
 * zg_customer_timeline_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_customer_timeline_has_changes (ZgCustomerTimeline *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_TIMELINE (self), FALSE);

  return zg_timeline_edit_has_changes (self->edit);
}

/**
 * zg_customer_timeline_cancel:
 *
 * Stops changing a note; what was typed can be had again.
 *
 * Returns: whether one was being changed
 */
gboolean
zg_customer_timeline_cancel (ZgCustomerTimeline *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_TIMELINE (self), FALSE);

  return zg_timeline_edit_cancel (self->edit);
}

/**
 * zg_customer_timeline_focus:
 *
 * Puts the focus into the note that is being changed, if it is not there.
 */
void
zg_customer_timeline_focus (ZgCustomerTimeline *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_TIMELINE (self));

  zg_timeline_edit_focus (self->edit);
}
