/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-replies-screen"

#include "config.h"

#include "zg-replies-screen.h"

#include <adwaita.h>

#include "zg-reply-book.h"
#include "zg-reply-choice.h"
#include "zg-reply-groups.h"
#include "zg-reply-hints.h"
#include "zg-reply-job.h"
#include "zg-reply-list.h"
#include "zg-reply-none.h"
#include "zg-reply-preview-copy.h"
#include "zg-reply-sheet.h"
#include "zg-reply-words.h"
#include "zg-reply-workshop.h"

/*
 * The replies: groups, what is found, and the chosen one filled for the person the clerk talks to. The one way from
 * here to the clipboard is copy_selected().
 */

#define PREVIEW_WIDTH_WIDE 392
#define PREVIEW_WIDTH_MEDIUM 292

struct _ZgRepliesScreen
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgReplyBook *book;
  ZgReplyGroups *groups;
  ZgReplyList *list;
  ZgReplyWorkshop *workshop;

  GtkBox *empty;
  GtkWidget *group_pane;
  GtkListBox *group_list;
  GtkBox *panes;
  ZgReplyPreview *preview;
  GtkScrolledWindow *preview_pane;
  GtkBox *sheet;                /* holds the preview below the list */
  GtkStack *stack;
  ZgToastArea *toasts;
  ZgReplyChoice *choice;
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_COLUMN_MODE,
};

static void screen_iface_init (ZgScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgRepliesScreen, zg_replies_screen, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_SCREEN, screen_iface_init))

static void
copy_selected (ZgRepliesScreen *self)
{
  ZgCopyVerdict verdict = zg_reply_preview_copy (self->preview, self->session, self->toasts);

  if (verdict == ZG_COPY_STARTED || verdict == ZG_COPY_CHANGED)
    zg_reply_list_focus (self->list);
}

static void
list_copy_cb (ZgRepliesScreen *self,
              guint            number)
{
  zg_reply_list_select (self->list, number - 1);
  copy_selected (self);
}

static void
saved_cb (ZgRepliesScreen *self,
          ZgReplyJob      *job)
{
  zg_reply_draft_note_written (zg_reply_preview_get_draft (self->preview), job->reply);
}

static ZgReplyItem *
tell_workshop (ZgRepliesScreen *self)
{
  ZgReplyItem *item = zg_reply_list_get_selected (self->list);

  zg_reply_workshop_set_chosen (self->workshop, item != NULL ? zg_reply_item_get_reply (item) : NULL);
  return item;
}

static void
list_selected_cb (ZgRepliesScreen *self)
{
  ZgReplyItem *item = tell_workshop (self);

  if (item != NULL)
    zg_reply_preview_show_soon (self->preview, item);
  else
    zg_reply_preview_show (self->preview, NULL);
}

static void
show_caption (ZgRepliesScreen *self)
{
  zg_reply_list_show_caption (self->list, zg_session_get_order (self->session));
}

static void
show_groups (ZgRepliesScreen *self)
{
  gboolean beside = self->column_mode >= ZG_COLUMN_MODE_WIDE;

  zg_reply_groups_update (self->groups, self->book);
  zg_reply_workshop_set_groups (self->workshop, zg_reply_book_get_groups (self->book), zg_reply_book_get_group (self->book));
  gtk_widget_set_visible (self->group_pane, beside);
  zg_reply_list_set_group_menu (self->list, beside ? NULL : zg_reply_groups_get_menu (self->groups),
                                zg_reply_groups_get_label (self->groups));
  show_caption (self);
}

/* Where the next key is wanted: at what is missing in the chosen reply, or at the list. */
static void
focus_chosen (ZgRepliesScreen *self)
{
  zg_reply_preview_show (self->preview, tell_workshop (self));
  if (!zg_reply_preview_focus_missing (self->preview))
    zg_reply_list_focus (self->list);
}

static void
book_loaded_cb (ZgRepliesScreen *self)
{
  ZgReplyChoiceOutcome outcome = zg_reply_choice_renew (self->choice);

  if (zg_reply_workshop_get_toast_area (self->workshop) == NULL)
    gtk_stack_set_visible_child_name (self->stack, zg_reply_book_get_n_replies (self->book) > 0 ? "work" : "empty");
  show_groups (self);
  zg_reply_preview_show (self->preview, tell_workshop (self));
  if (outcome == ZG_REPLY_CHOICE_DISPLACED)
    zg_reply_draft_note_displaced (zg_reply_preview_get_draft (self->preview));
  else if (outcome == ZG_REPLY_CHOICE_WANTED)
    focus_chosen (self);
}

static void
person_changed_cb (ZgRepliesScreen *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);

  zg_reply_preview_set_addressee (self->preview, customer != NULL ? zg_customer_get_call_name (customer) : NULL,
                                  zg_session_get_customer_id (self->session),
                                  zg_session_get_order_id (self->session));
  zg_reply_book_set_person (self->book, zg_session_get_customer_id (self->session),
                            zg_session_get_order_id (self->session), zg_session_get_clerk_id (self->session));
  zg_reply_editor_refresh_person (zg_reply_workshop_get_editor (self->workshop));
}

static void
store_changed_cb (ZgRepliesScreen *self,
                  guint            tables)
{
  if ((tables & (ZG_TABLE_REPLY | ZG_TABLE_SETTING | ZG_TABLE_STAFF | ZG_TABLE_CONTACT)) != 0)
    zg_reply_book_reload (self->book);
  if ((tables & ZG_TABLE_REPLY) != 0)
    zg_reply_workshop_refresh (self->workshop);
}

static void
workshop_entered_cb (ZgRepliesScreen *self)
{
  gtk_stack_set_visible_child_name (self->stack, "workshop");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back", TRUE);
  zg_screen_hints_changed (ZG_SCREEN (self));
}

static void
workshop_left_cb (ZgRepliesScreen *self,
                  gint64           id)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back", FALSE);
  gtk_stack_set_visible_child_name (self->stack, zg_reply_book_get_n_replies (self->book) > 0 ? "work" : "empty");
  zg_reply_choice_show_later (self->choice, id);
  zg_reply_list_focus (self->list);
  zg_screen_hints_changed (ZG_SCREEN (self));
}

/* `screen.new` is `reply.new`, and so for `edit` and `back`. */
static void
workshop_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *name = g_strconcat ("reply", strchr (action_name, '.'), NULL);

  gtk_widget_activate_action (widget, name, NULL);
}

static void
show_group (ZgRepliesScreen *self,
            gint64           group_id)
{
  zg_reply_book_set_group (self->book, group_id);
  zg_reply_list_select (self->list, 0);
  show_groups (self);
}

static void
group_selected_cb (ZgRepliesScreen *self,
                   GtkListBoxRow   *row)
{
  if (row != NULL && self->book != NULL)
    show_group (self, zg_reply_groups_get_row_id (self->groups, row));
}

static void
show_group_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  show_group (ZG_REPLIES_SCREEN (widget), g_variant_get_int64 (parameter));
}

static void
query_changed_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  show_caption (ZG_REPLIES_SCREEN (widget));
}

static void
next_wording_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zg_reply_preview_next_wording (ZG_REPLIES_SCREEN (widget)->preview);
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_reply_list_focus (ZG_REPLIES_SCREEN (widget)->list);
}

/* Out of a question first, then out of the query. */
static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean asks = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->preview));

  if (zg_reply_workshop_leave (self->workshop))
    return;
  if (!zg_reply_preview_forget_answers (self->preview) && !asks)
    zg_reply_list_clear_query (self->list);
  zg_reply_list_focus (self->list);
}

static void
set_column_mode (ZgRepliesScreen *self,
                 ZgColumnMode     mode)
{
  gboolean below = mode < ZG_COLUMN_MODE_MEDIUM;

  self->column_mode = mode;
  zg_reply_sheet_place (GTK_WIDGET (self->preview), self->preview_pane, self->sheet, below);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), below ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview_pane),
                               mode == ZG_COLUMN_MODE_WIDE ? PREVIEW_WIDTH_WIDE : PREVIEW_WIDTH_MEDIUM, -1);
  zg_reply_preview_set_compact (self->preview, below);
  if (self->workshop != NULL)
    zg_reply_workshop_set_column_mode (self->workshop, mode);
  if (self->book != NULL)
    show_groups (self);
}

static void
zg_replies_screen_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_COLUMN_MODE:
      g_value_set_enum (value, self->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zg_replies_screen_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_COLUMN_MODE:
      set_column_mode (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
make_workshop (ZgRepliesScreen *self)
{
  GtkWidget *workshop = zg_reply_workshop_new (self->session, self->toasts);

  self->workshop = ZG_REPLY_WORKSHOP (workshop);
  zg_reply_workshop_set_column_mode (self->workshop, self->column_mode);
  gtk_stack_add_named (self->stack, workshop, "workshop");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reply", zg_reply_workshop_get_actions (self->workshop));
  zg_reply_preview_set_menu (self->preview, zg_reply_workshop_get_menu (self->workshop));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back", FALSE);
  g_signal_connect_object (zg_reply_workshop_get_editor (self->workshop), "saved", G_CALLBACK (saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "entered", G_CALLBACK (workshop_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "left", G_CALLBACK (workshop_left_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_replies_screen_constructed (GObject *object)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (object);
  ZgStore *store = zg_session_get_store (self->session);

  G_OBJECT_CLASS (zg_replies_screen_parent_class)->constructed (object);

  self->book = zg_reply_book_new (store, zg_session_get_clock (self->session));
  self->groups = zg_reply_groups_new (self->group_list);
  self->list = g_object_new (ZG_TYPE_REPLY_LIST, NULL);
  zg_toast_area_set_child (self->toasts, GTK_WIDGET (self->list));
  zg_reply_list_set_book (self->list, self->book, zg_session_get_clock (self->session));
  self->choice = zg_reply_choice_new (self->book, self->list);
  gtk_box_append (self->empty, zg_reply_none_new ());
  make_workshop (self);

  g_signal_connect_object (self->list, "copy", G_CALLBACK (list_copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selected", G_CALLBACK (list_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "loaded", G_CALLBACK (book_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "failed", G_CALLBACK (zg_session_fail), self->session,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (zg_reply_list_refresh_rows),
                           self->list, G_CONNECT_SWAPPED);

  zg_reply_words_watch (self->session, self->preview, zg_reply_workshop_get_editor (self->workshop));
  person_changed_cb (self);
}

static void
zg_replies_screen_dispose (GObject *object)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLIES_SCREEN);
  g_clear_pointer (&self->groups, zg_reply_groups_free);
  g_clear_pointer (&self->choice, zg_reply_choice_free);
  g_clear_object (&self->book);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_replies_screen_parent_class)->dispose (object);
}

static void
zg_replies_screen_focus (ZgScreen *screen)
{
  zg_reply_list_focus (ZG_REPLIES_SCREEN (screen)->list);
}

static void
zg_replies_screen_open (ZgScreen *screen,
                        gint64    id)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (screen);

  zg_reply_workshop_leave (self->workshop);
  if (id != 0 && zg_reply_choice_open (self->choice, id))
    focus_chosen (self);
  show_groups (self);
}

static const ZgHint *
zg_replies_screen_get_hints (ZgScreen *screen,
                             gsize    *n_hints_out)
{
  return zg_reply_hints_get (zg_reply_workshop_get_place (ZG_REPLIES_SCREEN (screen)->workshop), n_hints_out);
}

static ZgToastArea *
zg_replies_screen_get_toast_area (ZgScreen *screen)
{
  ZgRepliesScreen *self = ZG_REPLIES_SCREEN (screen);
  ZgToastArea *toasts = zg_reply_workshop_get_toast_area (self->workshop);

  return toasts != NULL ? toasts : self->toasts;
}

/* What was typed is put into the shop file at once: nothing would be lost with the window. */
static gboolean
zg_replies_screen_has_unsaved (ZgScreen *screen)
{
  zg_reply_workshop_keep (ZG_REPLIES_SCREEN (screen)->workshop);
  return FALSE;
}

static void
screen_iface_init (ZgScreenInterface *iface)
{
  iface->focus = zg_replies_screen_focus;
  iface->get_hints = zg_replies_screen_get_hints;
  iface->get_toast_area = zg_replies_screen_get_toast_area;
  iface->open = zg_replies_screen_open;
  iface->has_unsaved = zg_replies_screen_has_unsaved;
}

static void
zg_replies_screen_class_init (ZgRepliesScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = zg_replies_screen_constructed;
  object_class->get_property = zg_replies_screen_get_property;
  object_class->set_property = zg_replies_screen_set_property;
  object_class->dispose = zg_replies_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  g_type_ensure (ZG_TYPE_REPLY_PREVIEW);
  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_class_set_css_name (widget_class, "repliesscreen");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-replies-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, empty);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, group_list);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, group_pane);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, panes);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, preview);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, sheet);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgRepliesScreen, toasts);
  gtk_widget_class_bind_template_callback (widget_class, copy_selected);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);

  gtk_widget_class_install_action (widget_class, "screen.back", NULL, workshop_cb);
  gtk_widget_class_install_action (widget_class, "screen.edit", NULL, workshop_cb);
  gtk_widget_class_install_action (widget_class, "screen.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "screen.new", NULL, workshop_cb);
  gtk_widget_class_install_action (widget_class, "screen.escape", NULL, escape_cb);
  gtk_widget_class_install_action (widget_class, "replies.next-wording", NULL, next_wording_cb);
  gtk_widget_class_install_action (widget_class, "replies.query-changed", NULL, query_changed_cb);
  gtk_widget_class_install_action (widget_class, "replies.show-group", "x", show_group_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_ALT_MASK, "replies.next-wording", NULL);
  zg_reply_workshop_add_bindings (widget_class);
}

static void
zg_replies_screen_init (ZgRepliesScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
