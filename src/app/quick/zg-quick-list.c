/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-list"

#include "config.h"

#include "zg-quick-list.h"

#include "zg-quick-row.h"

/**
 * ZgQuickList:
 *
 * The best replies, as many as there are digits. Only the chosen one unfolds its text, and asks in place for what is
 * missing in it. The rows are made once: a key that finds others shows these in them.
 */
struct _ZgQuickList
{
  GtkWidget parent_instance;

  ZgReplyDraft *draft;          /* of the chosen row */
  gboolean asking;
  guint tick;                   /* scrolls to the chosen row once the rows have their places, or 0 */

  /* template */
  GtkListBox *box;
  GtkWidget *scroller;
};

enum {
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgQuickList, zg_quick_list, GTK_TYPE_WIDGET)

static ZgQuickRow *
get_row (ZgQuickList *self,
         int          position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, position);

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) ? ZG_QUICK_ROW (row) : NULL;
}

static ZgQuickRow *
get_selected (ZgQuickList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row != NULL ? ZG_QUICK_ROW (row) : NULL;
}

static void
refresh_selected (ZgQuickList *self)
{
  ZgQuickRow *row = get_selected (self);

  if (row != NULL && zg_reply_draft_get_fill (self->draft) != NULL)
    zg_quick_row_unfold (row, self->draft, self->asking);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *frame_clock,
           gpointer       user_data)
{
  ZgQuickList *self = ZG_QUICK_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  ZgQuickRow *row = get_selected (self);
  graphene_rect_t bounds;

  self->tick = 0;
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
row_activated_cb (ZgQuickList *self,
                  ZgQuickRow  *row)
{
  zg_quick_list_select (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  g_signal_emit (self, signals[COPY], 0);
}

static void
answered_cb (ZgQuickList *self,
             const char  *name,
             const char  *answer)
{
  zg_reply_draft_answer (self->draft, name, answer);
  refresh_selected (self);

  /* On to the next question; when that was the last one, Enter has done what it is for. */
  if (answer[0] != '\0' && !zg_quick_list_ask (self))
    g_signal_emit (self, signals[COPY], 0);
}

/* The button that was pressed may be gone; what follows is to copy, with Enter in the search field. */
static void
replace_cb (ZgQuickList          *self,
            const ZgWordingEntry *entry)
{
  zg_reply_draft_replace (self->draft, entry);
  refresh_selected (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-screen", NULL);
}

static void
zg_quick_list_dispose (GObject *object)
{
  ZgQuickList *self = ZG_QUICK_LIST (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_QUICK_LIST);
  g_clear_pointer (&self->draft, zg_reply_draft_free);

  G_OBJECT_CLASS (zg_quick_list_parent_class)->dispose (object);
}

static void
zg_quick_list_class_init (ZgQuickListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_quick_list_dispose;

  /**
   * ZgQuickList::copy:
   * @self: the list
   *
   * The chosen reply should be copied: it was clicked, or its last question was answered.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "quicklist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/quick/zg-quick-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgQuickList, box);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickList, scroller);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
zg_quick_list_init (ZgQuickList *self)
{
  self->draft = zg_reply_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < ZG_QUICK_N_ROWS; i++)
    {
      GtkWidget *row = zg_quick_row_new ();

      gtk_widget_hide (row);
      g_signal_connect_object (zg_quick_row_get_ask (ZG_QUICK_ROW (row)), "answered", G_CALLBACK (answered_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (zg_quick_row_get_hint (ZG_QUICK_ROW (row)), "replace", G_CALLBACK (replace_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->box, row);
    }
}

static int
find_position (GPtrArray *items,
               gint64     reply_id)
{
  for (guint i = 0; i < items->len; i++)
    if (zg_reply_item_get_reply (g_ptr_array_index (items, i))->id == reply_id)
      return (int) i;

  return 0;
}

/**
 * zg_quick_list_show:
 * @self: the list
 * @items: (element-type ZgReplyItem): the best replies, %ZG_QUICK_N_ROWS at the most
 * @query: what was searched for, to mark it
 * @clock: what time it is
 *
 * Shows other replies, or the same filled anew. What was chosen stays chosen while it is among them and nothing else is
 * searched for; see zg_quick_list_select() to begin at the top.
 */
void
zg_quick_list_show (ZgQuickList *self,
                    GPtrArray   *items,
                    const char  *query,
                    ZgClock     *clock)
{
  ZgReplyItem *chosen = zg_reply_draft_get_item (self->draft);
  gint64 chosen_id = chosen != NULL ? zg_reply_item_get_reply (chosen)->id : 0;

  for (guint i = 0; i < ZG_QUICK_N_ROWS; i++)
    zg_quick_row_show (ZG_QUICK_ROW (gtk_list_box_get_row_at_index (self->box, (int) i)),
                       i < items->len ? g_ptr_array_index (items, i) : NULL, i + 1, query, clock);

  if (!zg_quick_list_select (self, find_position (items, chosen_id)))
    {
      gtk_list_box_unselect_all (self->box);
      zg_reply_draft_set_item (self->draft, NULL);
    }
}

/**
 * zg_quick_list_set_words:
 * @self: the list
 * @words: (nullable): what the chosen text is checked for
 */
void
zg_quick_list_set_words (ZgQuickList *self,
                         ZgWording   *words)
{
  zg_reply_draft_set_words (self->draft, words);
  refresh_selected (self);
}

/**
 * zg_quick_list_select:
 * @self: the list
 * @position: from 0
 *
 * Chooses a reply, which unfolds; the one before folds.
 *
 * Returns: whether there is one
 */
gboolean
zg_quick_list_select (ZgQuickList *self,
                      int          position)
{
  ZgQuickRow *before = get_selected (self);
  ZgQuickRow *row = get_row (self, position);
  ZgReplyItem *item = row != NULL ? zg_quick_row_get_item (row) : NULL;
  ZgReplyItem *item_before = zg_reply_draft_get_item (self->draft);

  if (row == NULL)
    return FALSE;

  if (before != NULL && before != row)
    zg_quick_row_fold (before);
  if (item_before == NULL || zg_reply_item_get_reply (item)->id != zg_reply_item_get_reply (item_before)->id)
    self->asking = FALSE;
  zg_reply_draft_set_item (self->draft, item);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
  refresh_selected (self);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);

  return TRUE;
}

/**
 * zg_quick_list_move:
 * @self: the list
 * @step: how many rows down
 *
 * Chooses another reply, not beyond the ends.
 */
void
zg_quick_list_move (ZgQuickList *self,
                    int          step)
{
  ZgQuickRow *row = get_selected (self);
  int position = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step : 0;

  position = CLAMP (position, 0, ZG_QUICK_N_ROWS - 1);
  while (position > 0 && get_row (self, position) == NULL)
    position--;
  zg_quick_list_select (self, position);
}

/**
 * zg_quick_list_get_draft:
 * @self: the list
 *
 * Returns: (transfer none): the chosen reply as it would be copied; the draft of nothing when there is none
 */
ZgReplyDraft *
zg_quick_list_get_draft (ZgQuickList *self)
{
  return self->draft;
}

/**
 * zg_quick_list_ask:
 * @self: the list
 *
 * Asks in place for what is missing in the chosen reply, and puts the focus there.
 *
 * Returns: whether there was anything to ask
 */
gboolean
zg_quick_list_ask (ZgQuickList *self)
{
  ZgQuickRow *row = get_selected (self);

  if (row == NULL || zg_reply_draft_is_complete (self->draft))
    return FALSE;

  self->asking = TRUE;
  refresh_selected (self);
  zg_reply_ask_focus_first (zg_quick_row_get_ask (row));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);

  return TRUE;
}

/**
 * zg_quick_list_choose:
 * @self: the list
 * @number: from 1
 *
 * Returns: whether that is one of the answers on show, and is the answer now
 */
gboolean
zg_quick_list_choose (ZgQuickList *self,
                      guint        number)
{
  ZgQuickRow *row = get_selected (self);

  return self->asking && row != NULL && zg_reply_ask_choose (zg_quick_row_get_ask (row), number);
}

/**
 * zg_quick_list_stop_asking:
 * @self: the list
 *
 * Leaves everything as it was before something was asked.
 *
 * Returns: whether something was asked
 */
gboolean
zg_quick_list_stop_asking (ZgQuickList *self)
{
  gboolean asked = self->asking;

  self->asking = FALSE;
  zg_reply_draft_forget_answers (self->draft);
  refresh_selected (self);

  return asked;
}

/**
 * zg_quick_list_next_wording:
 * @self: the list
 *
 * Shows the next way to say the chosen reply.
 */
void
zg_quick_list_next_wording (ZgQuickList *self)
{
  if (zg_reply_draft_get_item (self->draft) == NULL)
    return;

  zg_reply_draft_next_wording (self->draft);
  refresh_selected (self);
}
