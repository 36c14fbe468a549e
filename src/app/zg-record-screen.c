/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-record-screen"

#include "config.h"

#include "zg-record-screen.h"

#include <glib/gi18n.h>

/**
 * ZgRecordScreen:
 *
 * The list of all records of a kind, and the page of one: how one comes from one to the other and back, and what keeps
 * a form from being lost on the way. The Customers and the Orders screen are such.
 */
typedef struct {
  ZgSession *session;
  ZgColumnMode column_mode;
  ZgToastArea *toasts;
  GtkBox *box;
  GtkStack *stack;
  ZgListPage *list;
  GtkWidget *walk;              /* or NULL, see zg_record_screen_show_walk() */
  gboolean from_walk;           /* whether the page was opened from it */
  ZgRecordPage *page;           /* NULL where no shop file could be opened */
} ZgRecordScreenPrivate;

enum {
  PROP_0,
  PROP_SESSION,
  PROP_COLUMN_MODE,
};

static void zg_record_screen_screen_init (ZgScreenInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ZgRecordScreen, zg_record_screen, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (ZgRecordScreen)
                                  G_IMPLEMENT_INTERFACE (ZG_TYPE_SCREEN, zg_record_screen_screen_init))

static ZgRecordScreenPrivate *
get_private (gpointer self)
{
  return zg_record_screen_get_instance_private (ZG_RECORD_SCREEN (self));
}

static void
zg_record_screen_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ZgRecordScreenPrivate *priv = get_private (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_COLUMN_MODE:
      g_value_set_enum (value, priv->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_record_screen_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ZgRecordScreenPrivate *priv = get_private (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_COLUMN_MODE:
      priv->column_mode = g_value_get_enum (value);
      zg_list_page_set_column_mode (priv->list, priv->column_mode);
      if (priv->page != NULL)
        zg_record_page_set_column_mode (priv->page, priv->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_record_screen_dispose (GObject *object)
{
  ZgRecordScreenPrivate *priv = get_private (object);

  if (priv->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&priv->toasts)));
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (zg_record_screen_parent_class)->dispose (object);
}

static gboolean
is_editing (ZgRecordScreen *self)
{
  return zg_record_screen_shows_page (self) && zg_record_page_is_editing (get_private (self)->page);
}

static void
update_actions (ZgRecordScreen *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back",
                                 zg_record_screen_shows_page (self) || zg_record_screen_shows_walk (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.edit", get_private (self)->page != NULL);
  zg_screen_hints_changed (ZG_SCREEN (self));
}

/* Screen ************************************************************************************************************/

static void
zg_record_screen_focus (ZgScreen *screen)
{
  ZgRecordScreenPrivate *priv = get_private (screen);

  if (zg_record_screen_shows_page (ZG_RECORD_SCREEN (screen)))
    zg_record_page_focus (priv->page);
  else if (zg_record_screen_shows_walk (ZG_RECORD_SCREEN (screen)))
    gtk_widget_grab_focus (priv->walk);
  else
    zg_list_page_focus (priv->list);
}

static const ZgHint *
zg_record_screen_get_hints (ZgScreen *screen,
                            gsize    *n_hints_out)
{
  static ZgHint form_hints[2];
  ZgRecordScreen *self = ZG_RECORD_SCREEN (screen);

  if (!is_editing (self))
    return ZG_RECORD_SCREEN_GET_CLASS (self)->get_hints (self, zg_record_screen_shows_page (self), n_hints_out);

  form_hints[0] = (ZgHint) { "Ctrl+S", _("save") };
  form_hints[1] = (ZgHint) { "Esc", _("cancel") };
  *n_hints_out = G_N_ELEMENTS (form_hints);
  return form_hints;
}

static ZgToastArea *
zg_record_screen_get_toast_area (ZgScreen *screen)
{
  return get_private (screen)->toasts;
}

static void
zg_record_screen_open (ZgScreen *screen,
                       gint64    id)
{
  if (id != 0)
    zg_record_screen_show_page (ZG_RECORD_SCREEN (screen), id);
  else
    zg_record_screen_show_list (ZG_RECORD_SCREEN (screen));
}

static gboolean
zg_record_screen_has_unsaved (ZgScreen *screen)
{
  ZgRecordPage *page = get_private (screen)->page;

  return page != NULL && (zg_record_page_has_changes (page) || zg_record_page_has_drafts (page));
}

static void
zg_record_screen_screen_init (ZgScreenInterface *iface)
{
  iface->focus = zg_record_screen_focus;
  iface->get_hints = zg_record_screen_get_hints;
  iface->get_toast_area = zg_record_screen_get_toast_area;
  iface->open = zg_record_screen_open;
  iface->has_unsaved = zg_record_screen_has_unsaved;
}

/* Commands **********************************************************************************************************/

static gboolean
key_pressed_cb (ZgRecordScreen  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  ZgRecordScreenClass *klass = ZG_RECORD_SCREEN_GET_CLASS (self);
  gint64 id = zg_record_screen_get_id (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || id == 0 || is_editing (self)
      || klass->key_pressed == NULL)
    return GDK_EVENT_PROPAGATE;

  return klass->key_pressed (self, gdk_keyval_to_lower (keyval), id);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgRecordScreen *self = ZG_RECORD_SCREEN (widget);
  gint64 id = zg_record_screen_get_id (self);

  if (id == 0)
    return;
  if (!zg_record_screen_shows_page (self))
    zg_record_screen_show_page (self, id);
  zg_record_page_edit (get_private (self)->page);
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgRecordScreen *self = ZG_RECORD_SCREEN (widget);

  if (is_editing (self))
    return;
  zg_record_screen_show_list (self);
  zg_list_page_find (get_private (self)->list);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgRecordScreen *self = ZG_RECORD_SCREEN (widget);
  ZgRecordScreenPrivate *priv = get_private (self);

  if (zg_record_screen_shows_walk (self))
    zg_record_screen_show_list (self);
  else if (zg_record_page_cancel (priv->page))
    return;
  else if (priv->from_walk)
    zg_record_screen_show_walk (self, priv->walk);
  else
    zg_record_screen_show_list (self);
}

static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgRecordScreenPrivate *priv = get_private (widget);

  if (zg_record_screen_shows_page (ZG_RECORD_SCREEN (widget)) || zg_record_screen_shows_walk (ZG_RECORD_SCREEN (widget)))
    back_cb (widget, action_name, NULL);
  else if (zg_list_page_clear_choice (priv->list))
    zg_list_page_focus (priv->list);
  else if (zg_list_bar_clear_query (zg_list_page_get_bar (priv->list)))
    zg_list_page_find (priv->list);
  else
    zg_list_page_focus (priv->list);
}

/* Widget ************************************************************************************************************/

static void
zg_record_screen_constructed (GObject *object)
{
  ZgRecordScreen *self = ZG_RECORD_SCREEN (object);
  ZgRecordScreenPrivate *priv = get_private (self);
  ZgRecordScreenClass *klass = ZG_RECORD_SCREEN_GET_CLASS (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (zg_record_screen_parent_class)->constructed (object);

  priv->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  priv->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (priv->stack, FALSE);
  gtk_stack_set_vhomogeneous (priv->stack, FALSE);
  priv->list = klass->create_list (self);
  gtk_stack_add_child (priv->stack, GTK_WIDGET (priv->list));
  if (zg_session_get_store (priv->session) != NULL)
    {
      priv->page = klass->create_page (self);
      g_signal_connect_object (priv->page, "mode-changed", G_CALLBACK (zg_screen_hints_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (priv->stack, GTK_WIDGET (priv->page));
    }
  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_vexpand (GTK_WIDGET (priv->stack), TRUE);
  gtk_box_append (priv->box, GTK_WIDGET (priv->stack));
  zg_toast_area_set_child (priv->toasts, GTK_WIDGET (priv->box));
  gtk_widget_set_parent (GTK_WIDGET (priv->toasts), GTK_WIDGET (self));

  /* Bubbling: a text field that has the focus takes its letters first. */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_actions (self);
}

static void
zg_record_screen_class_init (ZgRecordScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = zg_record_screen_constructed;
  object_class->get_property = zg_record_screen_get_property;
  object_class->set_property = zg_record_screen_set_property;
  object_class->dispose = zg_record_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  gtk_widget_class_install_action (widget_class, "screen.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "screen.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "screen.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "screen.escape", NULL, escape_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_record_screen_init (ZgRecordScreen *self)
{
}

/**
 * zg_record_screen_get_session:
 *
 * Returns: (transfer none): what all screens share
 */
ZgSession *
zg_record_screen_get_session (ZgRecordScreen *self)
{
  return get_private (self)->session;
}

/**
 * zg_record_screen_get_toasts:
 *
 * Returns: (transfer none): where to tell what was done
 */
ZgToastArea *
zg_record_screen_get_toasts (ZgRecordScreen *self)
{
  return get_private (self)->toasts;
}

/**
 * zg_record_screen_get_list:
 *
 * Returns: (transfer none): the list
 */
ZgListPage *
zg_record_screen_get_list (ZgRecordScreen *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_SCREEN (self), NULL);

  return get_private (self)->list;
}

/**
 * zg_record_screen_get_page:
 *
 * Returns: (transfer none) (nullable): the page, shown or not; %NULL where no shop file could be opened
 */
ZgRecordPage *
zg_record_screen_get_page (ZgRecordScreen *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_SCREEN (self), NULL);

  return get_private (self)->page;
}

/**
 * zg_record_screen_shows_page:
 *
 * Returns: whether the page of one record is shown, not the list
 */
gboolean
zg_record_screen_shows_page (ZgRecordScreen *self)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  return priv->page != NULL && gtk_stack_get_visible_child (priv->stack) == GTK_WIDGET (priv->page);
}

/**
 * zg_record_screen_get_id:
 *
 * Returns: what the keys are about: the record whose page is shown, or which is chosen in the list; 0 for none
 */
gint64
zg_record_screen_get_id (ZgRecordScreen *self)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  if (zg_record_screen_shows_walk (self))
    return 0;
  return zg_record_screen_shows_page (self) ? zg_record_page_get_id (priv->page)
                                            : zg_list_page_get_selected (priv->list);
}

/**
 * zg_record_screen_show_page:
 * @id: a record
 *
 * Shows the page of a record. Not while another is being changed: nothing that was typed goes because of a click
 * elsewhere.
 */
void
zg_record_screen_show_page (ZgRecordScreen *self,
                            gint64          id)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  if (priv->page == NULL)
    return;

  priv->from_walk = zg_record_screen_shows_walk (self) || (priv->from_walk && zg_record_screen_shows_page (self));
  gtk_stack_set_visible_child (priv->stack, GTK_WIDGET (priv->page));
  update_actions (self);
  if (zg_record_page_get_id (priv->page) != id && zg_record_page_has_changes (priv->page))
    {
      zg_toast_area_show (priv->toasts, _("Save or cancel what you are editing first"));
      zg_record_page_focus (priv->page);
      return;
    }

  if (zg_record_page_get_id (priv->page) != id && zg_record_page_is_editing (priv->page))
    zg_record_page_cancel (priv->page);
  zg_record_page_open (priv->page, id);
  zg_record_page_focus (priv->page);
}

/**
 * zg_record_screen_show_list:
 *
 * Shows the list, with the record chosen whose page was shown.
 */
void
zg_record_screen_show_list (ZgRecordScreen *self)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  if (zg_record_screen_shows_page (self))
    zg_list_page_select (priv->list, zg_record_page_get_id (priv->page));
  priv->from_walk = FALSE;
  gtk_stack_set_visible_child (priv->stack, GTK_WIDGET (priv->list));
  zg_list_page_focus (priv->list);
  update_actions (self);
}

/**
 * zg_record_screen_add_banner:
 * @banner: (transfer floating): a line
 *
 * Puts a line above the list and the page.
 */
void
zg_record_screen_add_banner (ZgRecordScreen *self,
                             GtkWidget      *banner)
{
  gtk_box_prepend (get_private (self)->box, banner);
}

/**
 * zg_record_screen_show_walk:
 * @walk: (transfer floating): always the same widget
 *
 * Shows what leads through many records one by one, in the place of the list. A page that is opened from it leads back to it.
 */
void
zg_record_screen_show_walk (ZgRecordScreen *self,
                            GtkWidget      *walk)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  if (priv->walk == NULL)
    {
      priv->walk = walk;
      gtk_stack_add_child (priv->stack, walk);
    }
  priv->from_walk = FALSE;
  gtk_stack_set_visible_child (priv->stack, priv->walk);
  gtk_widget_grab_focus (priv->walk);
  update_actions (self);
}

/**
 * zg_record_screen_shows_walk:
 *
 * Returns: whether that is shown
 */
gboolean
zg_record_screen_shows_walk (ZgRecordScreen *self)
{
  ZgRecordScreenPrivate *priv = get_private (self);

  return priv->walk != NULL && gtk_stack_get_visible_child (priv->stack) == priv->walk;
}
