/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-talk-popover"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-talk-popover.h"
#include "zg-clipboard.h"
#include "zg-composition.h"
#include "zg-talk-row.h"
#include "zg-talk-search.h"

/* A clipboard text longer than this is no nick, phone or order number. */
#define MAX_KNOWN_CHARS 40

/**
 * ZgTalkPopover:
 *
 * The search for whom to talk to, under the customer chip. It opens with the last eight customers, or with what the
 * clipboard holds where the shop knows that nick, phone or order number.
 */
struct _ZgTalkPopover
{
  GtkPopover parent_instance;

  ZgSession *session;
  GCancellable *cancellable;

  /* template */
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkLabel *nothing_label;
};

G_DEFINE_FINAL_TYPE (ZgTalkPopover, zg_talk_popover, GTK_TYPE_POPOVER)

static const char *
get_query (ZgTalkPopover *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
has_digit (const char *text)
{
  return text[strcspn (text, "0123456789")] != '\0';
}

/* A digit chooses a line, unless it may be part of a phone or order number: at the start, and after another digit. */
static gboolean
digits_choose (ZgTalkPopover *self)
{
  const char *query = get_query (self);

  return *query != '\0' && !has_digit (query);
}

/* The row of a line, if there is such a line now: rows of the search before are kept out of sight. */
static GtkListBoxRow *
get_row (ZgTalkPopover *self,
         int            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) ? row : NULL;
}

static void
show_talk (ZgTalkPopover *self,
           const ZgTalk  *talk,
           int            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);
  g_autofree char *key = NULL;

  if (talk->place >= 0)
    key = g_strdup_printf ("Alt+%d", talk->place + 1);
  else if (digits_choose (self))
    key = g_strdup_printf ("%d", index + 1);
  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (zg_talk_row_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  zg_talk_row_show (ZG_TALK_ROW (row), talk, key);
  gtk_widget_show (GTK_WIDGET (row));
}

static void
show_talks (ZgTalkPopover *self,
            GPtrArray     *talks)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < talks->len; i++)
    show_talk (self, g_ptr_array_index (talks, i), (int) i);
  for (int i = (int) talks->len; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_hide (GTK_WIDGET (row));

  gtk_list_box_select_row (self->list, get_row (self, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), talks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), talks->len == 0);
  gtk_label_set_text (self->nothing_label, *get_query (self) != '\0'
                                             ? _("Nobody found")
                                             : _("Nobody yet. Type a name, a nick, a phone or an order number."));
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ZgTalkPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) talks = zg_talk_search_finish (ZG_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (talks == NULL)
    zg_session_fail (self->session, error);
  else
    show_talks (self, talks);
}

static void
search (ZgTalkPopover *self)
{
  /* The entry also says that it changed while it is being built. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_talk_search_async (self->session, get_query (self), self->cancellable, searched_cb, g_object_ref (self));
}

static void
choose_row (ZgTalkPopover *self,
            GtkListBoxRow *row)
{
  ZgTalkRow *talk_row = ZG_TALK_ROW (row);
  gint64 customer_id = zg_talk_row_get_customer_id (talk_row);
  gint64 order_id = zg_talk_row_get_order_id (talk_row);
  gint64 reply_id = zg_talk_row_get_reply_id (talk_row);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (reply_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-reply", "x", reply_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "(xx)", customer_id, order_id);
}

static void
choose_selected (ZgTalkPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose_row (self, row);
}

static void
move_selection (ZgTalkPopover *self,
                int            step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = get_row (self, MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
key_pressed_cb (ZgTalkPopover   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *row;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || zg_composition_is_under_way (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    {
      move_selection (self, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && digits_choose (self))
    {
      row = get_row (self, keyval - GDK_KEY_1);
      if (row != NULL)
        choose_row (self, row);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* A popover keeps all keys to itself. Those it has no use for, such as Ctrl+Q or the Alt+1 that its own lines show, are
 * the window's, and what they do leaves the search. */
static gboolean
window_key_cb (ZgTalkPopover         *self,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 || zg_composition_is_under_way (GTK_WIDGET (self->entry))
      || root == NULL
      || !gtk_event_controller_key_forward (controller, GTK_WIDGET (root)))
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
stop_search_cb (ZgTalkPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
recognised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ZgTalkPopover) self = user_data;
  g_autofree char *text = zg_talk_recognise_finish (ZG_SESSION (object), result, NULL);

  /* Whoever has begun to type knows better. */
  if (text == NULL || self->session == NULL || *get_query (self) != '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
clipboard_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ZgTalkPopover) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text == NULL || self->session == NULL)
    return;
  g_strstrip (text);
  if (*text == '\0' || strchr (text, '\n') != NULL || g_utf8_strlen (text, -1) > MAX_KNOWN_CHARS)
    return;

  zg_talk_recognise_async (self->session, text, NULL, recognised_cb, g_object_ref (self));
}

static void
prefill (ZgTalkPopover *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  /* What this program copied is a reply, and no news. */
  if (!zg_clipboard_is_ours (gtk_widget_get_display (GTK_WIDGET (self)))
      && gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, clipboard_read_cb, g_object_ref (self));
}

static void
zg_talk_popover_map (GtkWidget *widget)
{
  ZgTalkPopover *self = ZG_TALK_POPOVER (widget);

  GTK_WIDGET_CLASS (zg_talk_popover_parent_class)->map (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  prefill (self);
}

static gboolean
focus_screen_cb (gpointer user_data)
{
  ZgTalkPopover *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-screen", NULL);

  return G_SOURCE_REMOVE;
}

/* Whoever has been chosen is now served: the next key belongs to the screen, not to the chip. */
static void
zg_talk_popover_closed (GtkPopover *popover)
{
  if (GTK_POPOVER_CLASS (zg_talk_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (zg_talk_popover_parent_class)->closed (popover);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_screen_cb, g_object_ref (popover), g_object_unref);
}

static void
new_customer_cb (ZgTalkPopover *self)
{
  g_autofree char *query = g_strdup (get_query (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-customer", "s", query);
}

static void
nobody_cb (ZgTalkPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.no-customer", NULL);
}

static void
zg_talk_popover_dispose (GObject *object)
{
  ZgTalkPopover *self = ZG_TALK_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_TALK_POPOVER);

  G_OBJECT_CLASS (zg_talk_popover_parent_class)->dispose (object);
}

static void
zg_talk_popover_class_init (ZgTalkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_talk_popover_dispose;
  widget_class->map = zg_talk_popover_map;
  GTK_POPOVER_CLASS (klass)->closed = zg_talk_popover_closed;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-talk-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgTalkPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkPopover, list);
  gtk_widget_class_bind_template_child (widget_class, ZgTalkPopover, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_customer_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, window_key_cb);
}

static void
zg_talk_popover_init (ZgTalkPopover *self)
{
  GtkEditable *text;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_set_offset (GTK_POPOVER (self), 0, 9);

  text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  /* The entry's own property for this is newer than our floor. */
  gtk_text_set_placeholder_text (GTK_TEXT (text), _("Name, nick, phone, order number"));
  /* It gets keys of its own. */
  zg_composition_guard (GTK_WIDGET (self));
}

/**
 * zg_talk_popover_new:
 * @session: what is searched
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
zg_talk_popover_new (ZgSession *session)
{
  ZgTalkPopover *self = g_object_new (ZG_TYPE_TALK_POPOVER, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * zg_talk_popover_set_slim:
 * @slim: whether the window is a narrow strip
 */
void
zg_talk_popover_set_slim (ZgTalkPopover *self,
                          gboolean       slim)
{
  g_return_if_fail (ZG_IS_TALK_POPOVER (self));

  gtk_widget_set_size_request (GTK_WIDGET (self), slim ? 340 : 400, -1);
}
