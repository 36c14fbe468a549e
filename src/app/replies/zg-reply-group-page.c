/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-group-page"

#include "config.h"

#include "zg-reply-group-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-reply-job.h"

/*
 * A row is the group's name to be typed over, how many replies it has, and its buttons. The names are written when Enter
 * is pressed or the field is left; Escape brings the old name back.
 */

struct _ZgReplyGroupPage
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* not owned: it holds this */
  GPtrArray *groups;            /* ZgReplyGroup in their order */
  gint64 focus_id;              /* the group whose buttons had the focus before the rows were made anew */
  gboolean stale;               /* the rows are not those of the groups: nobody has looked at them */

  GtkWidget *scroller;
  GtkListBox *list;
  GtkEditable *new_name;
};

G_DEFINE_FINAL_TYPE (ZgReplyGroupPage, zg_reply_group_page, GTK_TYPE_WIDGET)

static const ZgReplyGroup *
get_group (ZgReplyGroupPage *self,
           GtkWidget        *widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (widget), "zg-id");

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (self->groups, i);

      if (id != NULL && group->id == *id)
        return group;
    }
  return NULL;
}

static void
set_group (GtkWidget          *widget,
           const ZgReplyGroup *group)
{
  g_object_set_data_full (G_OBJECT (widget), "zg-id", g_memdup2 (&group->id, sizeof group->id), g_free);
}

static ZgReplyJob *
make_job (ZgReplyGroupPage   *self,
          ZgReplyJobKind      kind,
          const ZgReplyGroup *group)
{
  ZgReplyJob *job = zg_reply_job_new (kind, self->session, 0);

  job->group_id = group->id;
  self->focus_id = group->id;
  return job;
}

static void
rename_group (ZgReplyGroupPage *self,
              GtkWidget        *entry)
{
  const ZgReplyGroup *group = get_group (self, entry);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *done = NULL;
  ZgReplyJob *job;

  if (group == NULL || g_str_equal (name, group->name))
    return;
  if (*name == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), group->name);
      return;
    }

  job = make_job (self, ZG_REPLY_JOB_RENAME_GROUP, group);
  job->name = g_steal_pointer (&name);
  /* Translators: the new name of a group of replies */
  done = g_strdup_printf (_("The group is called “%s” now"), job->name);
  zg_reply_job_run (job, self->toasts, done);
}

static void
entry_left_cb (GtkEventController *focus,
               ZgReplyGroupPage   *self)
{
  rename_group (self, gtk_event_controller_get_widget (focus));
}

static gboolean
entry_key_cb (GtkEventController *keys,
              guint               keyval,
              guint               keycode,
              GdkModifierType     state,
              ZgReplyGroupPage   *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  const ZgReplyGroup *group = get_group (self, entry);

  if (keyval != GDK_KEY_Escape || group == NULL
      || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), group->name))
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (entry), group->name);
  return GDK_EVENT_STOP;
}

static void
shift (ZgReplyGroupPage *self,
       GtkWidget        *button,
       int               step)
{
  const ZgReplyGroup *group = get_group (self, button);
  ZgReplyJob *job;

  if (group == NULL)
    return;
  job = make_job (self, ZG_REPLY_JOB_SHIFT_GROUP, group);
  job->step = step;
  zg_reply_job_run (job, NULL, NULL);
}

static void
up_cb (ZgReplyGroupPage *self,
       GtkWidget        *button)
{
  shift (self, button, -1);
}

static void
down_cb (ZgReplyGroupPage *self,
         GtkWidget        *button)
{
  shift (self, button, 1);
}

static void
delete_group (ZgReplyGroupPage   *self,
              const ZgReplyGroup *group,
              gint64              move_to)
{
  ZgReplyJob *job = make_job (self, ZG_REPLY_JOB_DELETE_GROUP, group);
  /* Translators: the name of a group of replies */
  g_autofree char *done = g_strdup_printf (_("Deleted the group “%s”"), group->name);

  job->move_to = move_to;
  self->focus_id = 0;
  zg_reply_job_run (job, self->toasts, done);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgReplyGroupPage *self = ZG_REPLY_GROUP_PAGE (widget);
  gint64 group_id, move_to;

  g_variant_get (parameter, "(xx)", &group_id, &move_to);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (self->groups, i);

      if (group->id == group_id)
        {
          delete_group (self, group, move_to);
          return;
        }
    }
}

/* One that has replies asks where they go; that is the menu of the button. */
static GMenuModel *
create_delete_menu (ZgReplyGroupPage   *self,
                    const ZgReplyGroup *group)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  if (group->n_replies == 0)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Delete the empty group"), NULL);

      g_menu_item_set_action_and_target (item, "group.delete", "(xx)", group->id, (gint64) 0);
      g_menu_append_item (menu, item);
      return G_MENU_MODEL (menu);
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZgReplyGroup *other = g_ptr_array_index (self->groups, i);
      g_autoptr (GMenuItem) item = NULL;

      if (other->id == group->id)
        continue;
      item = g_menu_item_new (other->name, NULL);
      g_menu_item_set_action_and_target (item, "group.delete", "(xx)", group->id, other->id);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _("Delete, and its replies go to"), G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
add_button (ZgReplyGroupPage   *self,
            GtkWidget          *row,
            const ZgReplyGroup *group,
            const char         *icon_name,
            const char         *label,
            GCallback           clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_group (button, group);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
create_name (ZgReplyGroupPage   *self,
             const ZgReplyGroup *group)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), group->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the group"), -1);
  set_group (entry, group);
  g_signal_connect_object (entry, "activate", G_CALLBACK (rename_group), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
create_row (ZgReplyGroupPage   *self,
            const ZgReplyGroup *group,
            guint               index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%d", group->n_replies);
  GtkWidget *count = gtk_label_new (number);
  GtkWidget *remove = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_delete_menu (self, group);
  GtkWidget *button;

  gtk_widget_add_css_class (row, "manage-row");
  gtk_box_append (GTK_BOX (row), create_name (self, group));
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (count), 3);
  gtk_box_append (GTK_BOX (row), count);
  button = add_button (self, row, group, "go-up-symbolic", _("Further up"), G_CALLBACK (up_cb));
  gtk_widget_set_sensitive (button, index > 0);
  button = add_button (self, row, group, "go-down-symbolic", _("Further down"), G_CALLBACK (down_cb));
  gtk_widget_set_sensitive (button, index + 1 < self->groups->len);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (remove), "user-trash-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (remove), menu);
  gtk_widget_set_tooltip_text (remove, _("Delete this group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete this group"), -1);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (remove, self->groups->len > 1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
make_rows (ZgReplyGroupPage *self)
{
  GtkWidget *row;

  self->stale = FALSE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (self->groups, i);

      row = create_row (self, group, i);
      gtk_list_box_append (self->list, row);
      /* The field and the buttons have the focus, not the row. */
      gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
      if (group->id == self->focus_id)
        gtk_widget_grab_focus (gtk_widget_get_first_child (row));
    }
  self->focus_id = 0;
}

static void
zg_reply_group_page_map (GtkWidget *widget)
{
  ZgReplyGroupPage *self = ZG_REPLY_GROUP_PAGE (widget);

  if (self->stale)
    make_rows (self);
  GTK_WIDGET_CLASS (zg_reply_group_page_parent_class)->map (widget);
}

static void
add_cb (ZgReplyGroupPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->new_name)));
  g_autofree char *done = NULL;
  ZgReplyJob *job;

  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->new_name));
      return;
    }
  job = zg_reply_job_new (ZG_REPLY_JOB_ADD_GROUP, self->session, 0);
  job->name = g_steal_pointer (&name);
  /* Translators: the name of a group of replies */
  done = g_strdup_printf (_("Made the group “%s”"), job->name);
  zg_reply_job_run (job, self->toasts, done);
  gtk_editable_set_text (self->new_name, "");
}

static void
zg_reply_group_page_dispose (GObject *object)
{
  ZgReplyGroupPage *self = ZG_REPLY_GROUP_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_reply_group_page_parent_class)->dispose (object);
}

static void
zg_reply_group_page_class_init (ZgReplyGroupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_group_page_dispose;
  widget_class->map = zg_reply_group_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "group.delete", "(xx)", delete_cb);
}

static GtkWidget *
create_new_row (ZgReplyGroupPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *add = gtk_button_new_with_label (_("New group"));

  self->new_name = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the new group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the new group"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), add);
  return row;
}

static void
zg_reply_group_page_init (ZgReplyGroupPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_group_free);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Groups of replies"), -1);
  gtk_box_append (GTK_BOX (box), create_new_row (self));
  gtk_box_append (GTK_BOX (box), list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "form");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * zg_reply_group_page_new:
 * @session: the shop
 * @toasts: where to say what was done
 *
 * Returns: (transfer full): an empty list
 */
GtkWidget *
zg_reply_group_page_new (ZgSession   *session,
                         ZgToastArea *toasts)
{
  ZgReplyGroupPage *self = g_object_new (ZG_TYPE_REPLY_GROUP_PAGE, NULL);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  return GTK_WIDGET (self);
}

/**
 * zg_reply_group_page_show:
 * @groups: (element-type ZgReplyGroup): the groups in their order
 *
 * A row for each is made when somebody looks: it is rarely opened, and the rows of twenty groups hold 5 MiB.
 */
void
zg_reply_group_page_show (ZgReplyGroupPage *self,
                          GPtrArray        *groups)
{
  g_return_if_fail (ZG_IS_REPLY_GROUP_PAGE (self));

  g_ptr_array_ref (groups);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_rows (self);
}

/**
 * zg_reply_group_page_focus:
 *
 * Puts the focus where a new group is named.
 */
void
zg_reply_group_page_focus (ZgReplyGroupPage *self)
{
  g_return_if_fail (ZG_IS_REPLY_GROUP_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->new_name));
}
