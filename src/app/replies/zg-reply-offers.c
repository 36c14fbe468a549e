/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-offers"

#include "config.h"

#include "zg-reply-offers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-brace.h"
#include "zg-emoticon.h"

/* So many are seen at once; the others are reached by scrolling or by typing on. */
#define MAX_HEIGHT 220

/* A name longer than this is none that could be offered, but text with a brace in it. */
#define MAX_TYPED 24

struct _ZgReplyOffers
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkScrolledWindow *scroller;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyOffers, zg_reply_offers, GTK_TYPE_POPOVER)

static void
add (ZgReplyOffers *self,
     const char    *text,
     const char    *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (label != NULL)
    {
      GtkWidget *meaning = gtk_label_new (label);

      gtk_widget_add_css_class (meaning, "caption");
      gtk_widget_add_css_class (meaning, "dim-label");
      gtk_box_append (GTK_BOX (box), meaning);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The focus stays in the text. */
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "zg-text", g_strdup (text), g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill (ZgReplyOffers *self,
      const char    *typed)
{
  g_autoptr (GPtrArray) braces = zg_brace_list (typed);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < braces->len; i++)
    {
      const ZgBrace *brace = g_ptr_array_index (braces, i);

      add (self, brace->text, brace->label);
    }
}

static void
choose (ZgReplyOffers *self,
        GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (row), "zg-text"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, text);
}

/* Keeps the row in sight: the list has no focus to follow. */
static void
scroll_to (ZgReplyOffers *self,
           GtkWidget     *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double x, y;

  if (gtk_widget_translate_coordinates (row, GTK_WIDGET (self->list), 0, 0, &x, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
}

static void
move (ZgReplyOffers *self,
      int            step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + step : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, GTK_WIDGET (row));
}

static void
zg_reply_offers_class_init (ZgReplyOffersClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_REPLY_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
zg_reply_offers_init (ZgReplyOffers *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (list);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Placeholders"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (choose), self);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX_HEIGHT);
  gtk_scrolled_window_set_child (self->scroller, list);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "reply-offers");
}

/**
 * zg_reply_offers_new:
 *
 * Returns: (transfer full): offers that are not shown; to be parented by a text view, and unparented with it
 */
GtkWidget *
zg_reply_offers_new (void)
{
  return g_object_new (ZG_TYPE_REPLY_OFFERS, NULL);
}

/**
 * zg_reply_offers_show:
 * @typed: what stands between the brace and the cursor
 * @cursor: where the cursor is in the parent
 *
 * Offers what fits: by its name in any language, by pinyin or initials.
 *
 * Returns: whether there is anything
 */
gboolean
zg_reply_offers_show (ZgReplyOffers      *self,
                      const char         *typed,
                      const GdkRectangle *cursor)
{
  g_return_val_if_fail (ZG_IS_REPLY_OFFERS (self), FALSE);

  fill (self, typed);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return FALSE;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), cursor);
  gtk_popover_popup (GTK_POPOVER (self));
  return TRUE;
}

/**
 * zg_reply_offers_hide:
 *
 * Takes the offers away.
 */
void
zg_reply_offers_hide (ZgReplyOffers *self)
{
  g_return_if_fail (ZG_IS_REPLY_OFFERS (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * zg_reply_offers_press:
 * @keyval: a key that the text got
 * @state: what is held with it
 *
 * Returns: whether the key was for the offers: the arrows choose, Enter and Tab take, Escape does without
 */
gboolean
zg_reply_offers_press (ZgReplyOffers   *self,
                       guint            keyval,
                       GdkModifierType  state)
{
  g_return_val_if_fail (ZG_IS_REPLY_OFFERS (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      choose (self, gtk_list_box_get_selected_row (self->list));
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * zg_reply_offers_dup_typed:
 * @buffer: a text
 * @brace: (out caller-allocates): where the brace stands
 *
 * Returns: (transfer full) (nullable): what was typed since the last brace that is still open; %NULL when the cursor is
 *   in no placeholder
 */
char *
zg_reply_offers_dup_typed (GtkTextBuffer *buffer,
                           GtkTextIter   *brace)
{
  GtkTextIter cursor, start;
  g_autofree char *before = NULL;
  const char *open, *face;
  int n_braces = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  start = cursor;
  gtk_text_iter_set_line_offset (&start, 0);
  before = gtk_text_buffer_get_text (buffer, &start, &cursor, FALSE);
  open = strrchr (before, '{');
  if (open == NULL || g_utf8_strlen (open + 1, -1) > MAX_TYPED)
    return NULL;
  face = zg_emoticon_skip_prefix (open + 1);
  if (strpbrk (face != NULL ? face : open, "}|:+") != NULL)
    return NULL;

  /* Two braces are one to be read, an odd one begins a placeholder. */
  for (const char *at = open; at >= before && *at == '{'; at--)
    n_braces++;
  if (n_braces % 2 == 0)
    return NULL;

  *brace = start;
  gtk_text_iter_forward_chars (brace, (int) g_utf8_pointer_to_offset (before, open));
  return g_strdup (open + 1);
}
