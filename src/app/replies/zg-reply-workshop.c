/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-workshop"

#include "config.h"

#include "zg-reply-workshop.h"

#include <glib/gi18n.h>

#include "zg-reply-bin.h"
#include "zg-reply-chosen.h"
#include "zg-reply-group-page.h"
#include "zg-reply-health-page.h"
#include "zg-reply-menu.h"

struct _ZgReplyWorkshop
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *list_toasts;     /* those of the list; not owned */
  GSimpleActionGroup *actions;
  GMenuModel *menu;
  GMenu *group_menu;
  gint64 shown_group_id;        /* the group whose replies are listed, 0 for all */
  ZgReplyChosen *chosen;
  gboolean is_entered;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *delete_button;
  ZgToastArea *toasts;          /* over the pages */
  GtkStack *stack;
  ZgReplyEditor *editor;
  ZgReplyBin *bin;
  ZgReplyGroupPage *groups;
  ZgReplyHealthPage *health;
};

enum {
  ENTERED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyWorkshop, zg_reply_workshop, GTK_TYPE_WIDGET)

static gboolean
shows (ZgReplyWorkshop *self,
       const char      *page)
{
  return self->is_entered && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
enter (ZgReplyWorkshop *self,
       const char      *page,
       const char      *title)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_label_set_text (self->title, title);
  self->is_entered = TRUE;
  zg_reply_chosen_set_seen (self->chosen, FALSE);
  gtk_widget_set_visible (self->delete_button, shows (self, "editor") && zg_reply_editor_get_id (self->editor) != 0);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
leave (ZgReplyWorkshop *self,
       gint64           id)
{
  self->is_entered = FALSE;
  zg_reply_chosen_set_seen (self->chosen, TRUE);
  g_signal_emit (self, signals[LEFT], 0, id);
}

static void
editor_opened_cb (ZgReplyWorkshop *self)
{
  enter (self, "editor", zg_reply_editor_get_id (self->editor) != 0 ? _("Edit the reply") : _("New reply"));
  zg_reply_editor_focus (self->editor);
}

static void
editor_saved_cb (ZgReplyWorkshop *self,
                 ZgReplyJob      *job)
{
  gint64 id = job->id;
  /* Translators: the title of a reply */
  g_autofree char *done = g_strdup_printf (_("Saved “%s”"), job->reply->title);

  leave (self, id);
  zg_reply_job_offer_undo (job, self->list_toasts, done);
}

/* What goes back to the editor that was left with something typed in it. */
typedef struct {
  ZgReplyWorkshop *self;
  gint64 id;
} GoOn;

static void
go_on_free (gpointer data)
{
  GoOn *go_on = data;

  g_object_unref (go_on->self);
  g_free (go_on);
}

static void
go_on_cb (gpointer data)
{
  GoOn *go_on = data;

  if (go_on->self->session != NULL)
    zg_reply_editor_open (go_on->self->editor, go_on->id, go_on->self->shown_group_id);
}

static void
leave_editor (ZgReplyWorkshop *self)
{
  gint64 id = zg_reply_editor_get_id (self->editor);
  gboolean kept = zg_reply_editor_keep (self->editor);
  GoOn *go_on;

  leave (self, id);
  if (!kept)
    return;

  go_on = g_new0 (GoOn, 1);
  go_on->self = g_object_ref (self);
  go_on->id = id;
  zg_toast_area_show_undo (self->list_toasts, _("Not saved, but what you typed is kept"), _("Go on"), go_on_cb, go_on,
                           go_on_free);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;

  zg_reply_editor_open (self->editor, 0, self->shown_group_id);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *id,
         gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;

  zg_reply_editor_open (self->editor, g_variant_get_int64 (id), 0);
}

static void
delete_edited_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;
  gint64 id = zg_reply_editor_get_id (self->editor);

  zg_reply_editor_keep (self->editor);
  leave (self, 0);
  zg_reply_job_run (zg_reply_job_new (ZG_REPLY_JOB_DELETE, self->session, id), self->list_toasts,
                    _("The reply is in the bin"));
}

static void
bin_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;

  zg_reply_bin_reload (self->bin);
  enter (self, "bin", _("Deleted replies"));
}

static void
groups_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;

  enter (self, "groups", _("Groups of replies"));
  zg_reply_group_page_focus (self->groups);
}

static void
health_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ZgReplyWorkshop *self = user_data;

  zg_reply_health_page_reload (self->health);
  enter (self, "health", _("Health of the replies"));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  zg_reply_workshop_leave (user_data);
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb, .parameter_type = "x" },
  { .name = "delete-edited", .activate = delete_edited_cb },
  { .name = "bin", .activate = bin_cb },
  { .name = "groups", .activate = groups_cb },
  { .name = "health", .activate = health_cb },
};

static GtkWidget *
create_bar (ZgReplyWorkshop *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "screen-bar");
  gtk_widget_set_tooltip_text (back, _("Back to the replies (Alt+←)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the replies"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "screen.back");
  gtk_widget_add_css_class (back, "flat");
  self->title = GTK_LABEL (title);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "screen-heading");
  self->delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->delete_button, _("Delete this reply"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Delete this reply"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->delete_button), "reply.delete-edited");
  gtk_widget_add_css_class (self->delete_button, "flat");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), self->delete_button);
  return bar;
}

static void
zg_reply_workshop_dispose (GObject *object)
{
  ZgReplyWorkshop *self = ZG_REPLY_WORKSHOP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->group_menu);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chosen, zg_reply_chosen_free);

  G_OBJECT_CLASS (zg_reply_workshop_parent_class)->dispose (object);
}

static void
zg_reply_workshop_class_init (ZgReplyWorkshopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_workshop_dispose;

  signals[ENTERED] = g_signal_new ("entered", ZG_TYPE_REPLY_WORKSHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", ZG_TYPE_REPLY_WORKSHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_reply_workshop_init (ZgReplyWorkshop *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  self->group_menu = g_menu_new ();
  self->menu = zg_reply_menu_new (G_MENU_MODEL (self->group_menu));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), create_bar (self));
  self->stack = GTK_STACK (stack);
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  zg_toast_area_set_child (self->toasts, stack);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->toasts));
}

/**
 * zg_reply_workshop_new:
 * @session: the shop
 * @list_toasts: where to say what was done to the chosen reply
 *
 * Returns: (transfer full): the pages, none of them entered
 */
GtkWidget *
zg_reply_workshop_new (ZgSession   *session,
                       ZgToastArea *list_toasts)
{
  ZgReplyWorkshop *self = g_object_new (ZG_TYPE_REPLY_WORKSHOP, NULL);

  self->session = g_object_ref (session);
  self->list_toasts = list_toasts;
  self->editor = g_object_new (ZG_TYPE_REPLY_EDITOR, NULL);
  zg_reply_editor_set_session (self->editor, session);
  self->bin = ZG_REPLY_BIN (zg_reply_bin_new (session, self->toasts));
  self->groups = ZG_REPLY_GROUP_PAGE (zg_reply_group_page_new (session, self->toasts));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->editor), "editor");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->bin), "bin");
  self->health = ZG_REPLY_HEALTH_PAGE (zg_reply_health_page_new (session, self->toasts));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->groups), "groups");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->health), "health");
  g_signal_connect_object (self->editor, "opened", G_CALLBACK (editor_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "saved", G_CALLBACK (editor_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (leave_editor), self, G_CONNECT_SWAPPED);
  self->chosen = zg_reply_chosen_new (session, list_toasts, self->actions);
  zg_reply_job_tidy (session);
  return GTK_WIDGET (self);
}

/**
 * zg_reply_workshop_get_actions:
 *
 * Returns: (transfer none): what can be done, for the name `reply`
 */
GActionGroup *
zg_reply_workshop_get_actions (ZgReplyWorkshop *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * zg_reply_workshop_get_menu:
 *
 * Returns: (transfer none): the same as a menu
 */
GMenuModel *
zg_reply_workshop_get_menu (ZgReplyWorkshop *self)
{
  return self->menu;
}

/**
 * zg_reply_workshop_add_bindings:
 * @screen_class: the class of the screen that has the actions
 *
 * Puts the actions on their keys.
 */
void
zg_reply_workshop_add_bindings (GtkWidgetClass *screen_class)
{
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_Up, GDK_ALT_MASK, "reply.shift", "i", -1);
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_Down, GDK_ALT_MASK, "reply.shift", "i", 1);
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_Delete, GDK_ALT_MASK, "reply.delete", NULL);
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_F1, 0, "win.reply-help", NULL);
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_d, GDK_CONTROL_MASK, "reply.favourite", NULL);
  gtk_widget_class_add_binding_action (screen_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reply.duplicate", NULL);
}

/**
 * zg_reply_workshop_get_place:
 *
 * Returns: where the clerk is
 */
ZgReplyPlace
zg_reply_workshop_get_place (ZgReplyWorkshop *self)
{
  if (!self->is_entered)
    return ZG_REPLY_PLACE_LIST;
  return shows (self, "editor") ? ZG_REPLY_PLACE_EDITOR : ZG_REPLY_PLACE_PAGE;
}

/**
 * zg_reply_workshop_get_editor:
 *
 * Returns: (transfer none): the editor, for zg_reply_editor_set_checker()
 */
ZgReplyEditor *
zg_reply_workshop_get_editor (ZgReplyWorkshop *self)
{
  return self->editor;
}

/**
 * zg_reply_workshop_get_toast_area:
 *
 * Returns: (transfer none) (nullable): where messages are to rise while a page is entered, %NULL while none is
 */
ZgToastArea *
zg_reply_workshop_get_toast_area (ZgReplyWorkshop *self)
{
  return self->is_entered ? self->toasts : NULL;
}

/**
 * zg_reply_workshop_set_column_mode:
 * @mode: how much room there is
 */
void
zg_reply_workshop_set_column_mode (ZgReplyWorkshop *self,
                                   ZgColumnMode     mode)
{
  zg_reply_editor_set_column_mode (self->editor, mode);
}

/**
 * zg_reply_workshop_set_groups:
 * @groups: (nullable) (element-type ZgReplyGroup): all groups
 * @shown_id: the one whose replies are listed, 0 for all
 */
void
zg_reply_workshop_set_groups (ZgReplyWorkshop *self,
                              GPtrArray       *groups,
                              gint64           shown_id)
{
  self->shown_group_id = shown_id;
  if (groups == NULL)
    return;

  zg_reply_group_page_show (self->groups, groups);
  zg_reply_menu_show_groups (self->group_menu, groups);
}

/**
 * zg_reply_workshop_set_chosen:
 * @reply: (nullable): the reply that the actions are about
 */
void
zg_reply_workshop_set_chosen (ZgReplyWorkshop *self,
                              const ZgReply   *reply)
{
  zg_reply_chosen_set (self->chosen, reply);
}

/**
 * zg_reply_workshop_refresh:
 *
 * Shows anew what changed in the shop file.
 */
void
zg_reply_workshop_refresh (ZgReplyWorkshop *self)
{
  if (shows (self, "bin"))
    zg_reply_bin_reload (self->bin);
  if (shows (self, "health"))
    zg_reply_health_page_reload (self->health);
}

/**
 * zg_reply_workshop_leave:
 *
 * Goes back to the list. What was typed and not saved is kept, and a message offers to go on with it.
 *
 * Returns: whether a page was left
 */
gboolean
zg_reply_workshop_leave (ZgReplyWorkshop *self)
{
  if (!self->is_entered)
    return FALSE;

  if (shows (self, "editor"))
    leave_editor (self);
  else
    leave (self, 0);
  return TRUE;
}

/**
 * zg_reply_workshop_keep:
 *
 * Puts what was typed and not saved where closing the window does not lose it.
 */
void
zg_reply_workshop_keep (ZgReplyWorkshop *self)
{
  if (shows (self, "editor"))
    zg_reply_editor_keep (self->editor);
}
