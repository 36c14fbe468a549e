/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-list"

#include "config.h"

#include "zg-reply-list.h"

#include <glib/gi18n.h>

#include "zg-composition.h"
#include "zg-empty-state.h"
#include "zg-reply-drag.h"
#include "zg-reply-row.h"
#include "zg-table-view.h"

/* With the gap to the next, px; style.css has the rest. */
#define ROW_HEIGHT 56

/*
 * The search field and what it finds. The focus stays in the field: the arrows choose, Enter and the digits copy. While
 * an input method composes, all keys are its own: a digit chooses a candidate; for Enter see zg-composition.c.
 */

struct _ZgReplyList
{
  GtkWidget parent_instance;

  ZgReplyBook *book;
  ZgClock *clock;

  GtkWidget *bar;
  GtkLabel *caption;
  GtkEditable *entry;
  GtkMenuButton *group_button;
  GtkBox *nothing;
  GtkWidget *scroller;
  GtkSingleSelection *selection;
  GtkStack *stack;
  ZgTableView *view;
};

enum {
  COPY,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyList, zg_reply_list, GTK_TYPE_WIDGET)

static void
row_copy_cb (ZgReplyRow  *row,
             ZgReplyList *self)
{
  ZgReplyItem *item = zg_reply_row_get_item (row);

  if (item != NULL)
    g_signal_emit (self, signals[COPY], 0, zg_reply_item_get_number (item));
}

/* In a frame that is styled as the row of any list. */
static GtkWidget *
make_row (gpointer data)
{
  GtkWidget *frame = g_object_new (GTK_TYPE_BOX, "css-name", "row", "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *row = zg_reply_row_new ();

  gtk_widget_add_css_class (frame, "activatable");
  gtk_widget_set_hexpand (row, TRUE);
  g_signal_connect (row, "copy", G_CALLBACK (row_copy_cb), data);
  gtk_box_append (GTK_BOX (frame), row);
  zg_reply_drag_add_row (frame, ((ZgReplyList *) data)->book);
  return frame;
}

static void
show_row (GtkWidget *frame,
          gpointer   item,
          gpointer   data)
{
  ZgReplyList *self = data;

  gtk_accessible_update_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  zg_reply_item_get_reply (item)->title, -1);
  zg_reply_row_show (ZG_REPLY_ROW (gtk_widget_get_first_child (frame)), item, zg_reply_book_get_query (self->book),
                     self->clock);
}

static void
show_stack_page (ZgReplyList *self)
{
  gboolean has_hits = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  /* While a person's replies are read there are none for a moment: that is not "nothing found". */
  gtk_stack_set_visible_child_name (self->stack, has_hits || zg_reply_book_get_query (self->book)[0] == '\0' ? "hits"
                                                                                                             : "nothing");
}

static void
query_changed_cb (ZgReplyList *self)
{
  if (self->book == NULL)
    return;

  zg_reply_book_set_query (self->book, gtk_editable_get_text (self->entry));
  zg_reply_list_select (self, 0);
  show_stack_page (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "replies.query-changed", NULL);
}

static void
activated_cb (ZgReplyList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[COPY], 0, position + 1);
}

/* A search field keeps Escape for itself. */
static void
query_stopped_cb (ZgReplyList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "screen.escape", NULL);
}

static void
view_activated_cb (ZgReplyList *self,
                   guint        position)
{
  g_signal_emit (self, signals[COPY], 0, position + 1);
}

static void
view_chosen_cb (ZgReplyList *self,
                guint        position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

static void
selected_cb (ZgReplyList *self)
{
  zg_table_view_set_selected (self->view, gtk_single_selection_get_selected (self->selection));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
move_selection (ZgReplyList *self,
                int          step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else
    position = (guint) CLAMP ((gint64) position + step, 0, (gint64) n - 1);
  zg_reply_list_select (self, position);
}

/* In the capture phase, before the field takes a digit as text. */
static gboolean
key_pressed_cb (ZgReplyList     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const char *text = gtk_editable_get_text (self->entry);

  if (zg_composition_is_under_way (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  /* The focus is nearly always here, and what is to be taken back is what was done to a reply, not a letter. */
  if (keyval == GDK_KEY_z && modifiers == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_selection (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_selection (self, -8);
      return GDK_EVENT_STOP;
    default:
      break;
    }

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_1 + GDK_KEY_1;
  /* "#100" searches for a number. */
  if (keyval < GDK_KEY_1 || keyval > GDK_KEY_9 || text[0] == '#')
    return GDK_EVENT_PROPAGATE;

  if (keyval - GDK_KEY_0 <= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    g_signal_emit (self, signals[COPY], 0, keyval - GDK_KEY_0);
  return GDK_EVENT_STOP;
}

static void
zg_reply_list_dispose (GObject *object)
{
  ZgReplyList *self = ZG_REPLY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->book);
  g_clear_pointer (&self->clock, zg_clock_unref);

  G_OBJECT_CLASS (zg_reply_list_parent_class)->dispose (object);
}

static void
zg_reply_list_class_init (ZgReplyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_list_dispose;

  /**
   * ZgReplyList::copy:
   * @self: the list
   * @number: which hit, from 1
   *
   * A reply should be copied: by Enter, its digit or its button.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * ZgReplyList::selected:
   * @self: the list
   *
   * Another reply is chosen.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_TABLE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "replylist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-list.ui");
  /* Only bound children are taken away with the template. */
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, bar);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, caption);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, group_button);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, nothing);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyList, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_stopped_cb);
}

static void
zg_reply_list_init (ZgReplyList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *nothing;

  gtk_widget_init_template (GTK_WIDGET (self));

  nothing = zg_empty_state_new ("edit-find-symbolic", _("No such reply"),
                                _("Try other words, the pinyin or the initials of the title."));
  zg_empty_state_add_button (ZG_EMPTY_STATE (nothing), _("Clear"), "screen.escape", FALSE);
  gtk_widget_set_hexpand (nothing, TRUE);
  gtk_box_append (self->nothing, nothing);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * zg_reply_list_set_book:
 * @self: the list
 * @book: what to show
 * @clock: what time it is
 */
void
zg_reply_list_set_book (ZgReplyList *self,
                        ZgReplyBook *book,
                        ZgClock     *clock)
{
  self->book = g_object_ref (book);
  self->clock = zg_clock_ref (clock);
  self->selection = gtk_single_selection_new (g_object_ref (zg_reply_book_get_hits (book)));
  zg_table_view_set_rows (self->view, ROW_HEIGHT, make_row, show_row, self);
  zg_table_view_set_model (self->view, G_LIST_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "chosen", G_CALLBACK (view_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (view_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "loaded", G_CALLBACK (show_stack_page), self, G_CONNECT_SWAPPED);
}

/**
 * zg_reply_list_get_selected:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): the chosen reply
 */
ZgReplyItem *
zg_reply_list_get_selected (ZgReplyList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * zg_reply_list_select:
 * @self: the list
 * @position: from 0
 *
 * Chooses a hit and scrolls to it.
 */
void
zg_reply_list_select (ZgReplyList *self,
                      guint        position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;

  gtk_single_selection_set_selected (self->selection, position);
  zg_table_view_scroll_to (self->view, position);
}

static guint
find_reply (ZgReplyList *self,
            gint64       id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZgReplyItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (zg_reply_item_get_reply (item)->id == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * zg_reply_list_select_reply:
 * @self: the list
 * @id: a reply
 *
 * Chooses a reply and scrolls to it.
 *
 * Returns: whether it is listed
 */
gboolean
zg_reply_list_select_reply (ZgReplyList *self,
                            gint64       id)
{
  guint position = find_reply (self, id);

  zg_reply_list_select (self, position);
  return position != GTK_INVALID_LIST_POSITION;
}

/**
 * zg_reply_list_keep_reply:
 * @self: the list
 * @id: the reply that was chosen before the list was made anew
 *
 * Chooses it wherever it is now. What is in sight stays in sight.
 *
 * Returns: whether it is listed
 */
gboolean
zg_reply_list_keep_reply (ZgReplyList *self,
                          gint64       id)
{
  guint position = find_reply (self, id);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
  return position != GTK_INVALID_LIST_POSITION;
}

/**
 * zg_reply_list_focus:
 * @self: the list
 *
 * Puts the focus into the search field. What is in it is selected, so that the next word takes its place.
 */
void
zg_reply_list_focus (ZgReplyList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * zg_reply_list_clear_query:
 * @self: the list
 *
 * Returns: whether there was a query to clear
 */
gboolean
zg_reply_list_clear_query (ZgReplyList *self)
{
  if (gtk_editable_get_text (self->entry)[0] == '\0')
    return FALSE;

  gtk_editable_set_text (self->entry, "");
  return TRUE;
}

/**
 * zg_reply_list_show_caption:
 * @self: the list
 * @order: (nullable): the order that decides what comes first
 *
 * Says what the list shows, in a few words.
 */
void
zg_reply_list_show_caption (ZgReplyList   *self,
                            const ZgOrder *order)
{
  guint n = g_list_model_get_n_items (zg_reply_book_get_hits (self->book));
  const char *query = zg_reply_book_get_query (self->book);
  g_autofree char *caption = NULL;

  if (query[0] != '\0')
    {
      caption = g_strdup_printf (ngettext ("%u reply · “%s”", "%u replies · “%s”", n), n, query);
    }
  else if (order != NULL)
    {
      g_autofree char *tail = zg_order_number_tail (order->number);

      /* Translators: above the list of replies: the tail of an order's number, and where it stands: "Unpaid" */
      caption = g_strdup_printf (_("Order %s · %s · what fits comes first"), tail, zg_order_state_to_label (order->state));
    }
  else
    {
      caption = g_strdup_printf (ngettext ("%u reply", "%u replies", n), n);
    }
  gtk_label_set_text (self->caption, caption);
}

/**
 * zg_reply_list_set_group_menu:
 * @self: the list
 * @menu: (nullable): the groups, where there is no room for them beside the list
 * @label: (nullable): the group that is shown
 */
void
zg_reply_list_set_group_menu (ZgReplyList *self,
                              GMenuModel  *menu,
                              const char  *label)
{
  gtk_widget_set_visible (GTK_WIDGET (self->group_button), menu != NULL);
  gtk_menu_button_set_menu_model (self->group_button, menu);
  if (label != NULL)
    gtk_menu_button_set_label (self->group_button, label);
}

/**
 * zg_reply_list_refresh_rows:
 * @self: the list
 *
 * Draws the rows anew, as after a change of the colours.
 */
void
zg_reply_list_refresh_rows (ZgReplyList *self)
{
  zg_table_view_refresh (self->view);
}
