/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-page"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-form.h"
#include "zg-order-head.h"
#include "zg-order-job.h"
#include "zg-order-load.h"
#include "zg-order-page.h"
#include "zg-order-printing.h"
#include "zg-order-view.h"
#include "zg-scroll.h"

/**
 * ZgOrderPage:
 *
 * One order: where it stands and the step that comes next, the confirmation list, what is in it and where it goes, and
 * the form to change that. Actions, for its menus:
 *   order.move        s   move to that state; what leaves is asked about first
 *   order.undo-move       take the desk's last step back
 *   order.flag        i   put up that flag; the state is the flag that is up
 *   order.print-slip      print the packing slip of its parcel
 *   order.print-sheet     print all that is known of it
 */
struct _ZgOrderPage
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;
  gint64 id;
  ZgOrderFile *file;            /* NULL until it is loaded */
  GCancellable *cancellable;
  gboolean rebase;              /* the order is loaded again because somebody else saved it first */
  gboolean resume;              /* the form is gone on with once its order is there again */
  gboolean edit_when_loaded;
  gboolean focus_list;          /* the focus goes to the checklist once there is one */

  /* template */
  ZgOrderForm *form;
  ZgOrderHead *head;
  GtkScrolledWindow *scroller;
  GtkWidget *slim_buttons;
  GtkStack *stack;
  ZgOrderView *view;
  ZgColumnMode column_mode;
};

static void zg_order_page_record_page_init (ZgRecordPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgOrderPage, zg_order_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_RECORD_PAGE, zg_order_page_record_page_init))

static gboolean
is_editing (ZgOrderPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0;
}

static gboolean
is_slim (ZgOrderPage *self)
{
  return self->column_mode == ZG_COLUMN_MODE_SLIM;
}

/* What is shown *****************************************************************************************************/

static void
show_layout (ZgOrderPage *self)
{
  gboolean form = is_editing (self);

  zg_order_head_set_layout (self->head, self->column_mode, form);
  gtk_widget_set_visible (self->slim_buttons, is_slim (self) && !form);
}

static void
show_file (ZgOrderPage *self)
{
  zg_order_head_show (self->head, self->file, zg_session_get_clock (self->session));
  zg_order_view_show (self->view, self->file);
  show_layout (self);
  if (!is_editing (self))
    gtk_stack_set_visible_child_name (self->stack, "page");
  if (self->focus_list)
    zg_record_page_focus (ZG_RECORD_PAGE (self));
  if (self->edit_when_loaded)
    zg_record_page_edit (ZG_RECORD_PAGE (self));
}

static void
show_mode (ZgOrderPage *self,
           const char  *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  show_layout (self);
  zg_record_page_mode_changed (ZG_RECORD_PAGE (self));
}

/* The fields still hold what was typed. */
static void
resume (ZgOrderPage *self)
{
  self->resume = FALSE;
  show_mode (self, "form");
  zg_order_form_focus (self->form);
}

/* Loading ***********************************************************************************************************/

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrderFile) file = zg_order_load_finish (result, &error);

  /* The window may have been closed meanwhile. */
  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      zg_session_fail (self->session, error);
      gtk_widget_activate_action (GTK_WIDGET (self), "screen.back", NULL);
      return;
    }

  g_clear_pointer (&self->file, zg_order_file_free);
  self->file = g_steal_pointer (&file);
  if (self->rebase || self->resume)
    zg_order_form_rebase (self->form, self->file->order);
  self->rebase = FALSE;
  show_file (self);
  if (self->resume)
    resume (self);
}

static void
load (ZgOrderPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_order_load_async (self->session, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (ZgOrderPage *self,
                  guint        tables,
                  GArray      *customer_ids,
                  GArray      *order_ids)
{
  /* Another order of the same buyer, or a setting, may change what the checklist says of this one. */
  if (self->id != 0 && (tables & (ZG_TABLE_ORDER | ZG_TABLE_CUSTOMER | ZG_TABLE_CONTACT | ZG_TABLE_PARCEL
                                   | ZG_TABLE_SETTING | ZG_TABLE_STAFF)) != 0)
    load (self);
}

/* What is done ******************************************************************************************************/

static void
next_cb (ZgOrderPage *self)
{
  zg_order_view_move_on (self->view);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgOrderState to;

  if (zg_order_state_from_word (g_variant_get_string (parameter, NULL), &to))
    zg_order_view_move (ZG_ORDER_PAGE (widget)->view, to);
}

static void
undo_move_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (widget);

  zg_order_job_run (zg_order_job_new (ZG_ORDER_JOB_UNDO_MOVE, self->session, self->id), self->toasts);
}

static void
flag_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (widget);
  ZgOrderJob *job = zg_order_job_new (ZG_ORDER_JOB_SET_FLAG, self->session, self->id);

  job->flag = g_variant_get_int32 (parameter);
  zg_order_job_run (job, self->toasts);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (widget);

  if (self->file != NULL)
    zg_order_printing_run (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, &self->id, 1,
                           g_str_equal (action_name, "order.print-sheet"), NULL);
}

/* The form **********************************************************************************************************/

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrderJob) job = zg_order_job_run_finish (result, &error);

  if (self->session == NULL)
    return;
  if (job == NULL)
    {
      self->rebase = g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
      if (self->rebase)
        {
          zg_toast_area_show (self->toasts, _("Somebody else changed this order meanwhile. What you typed is still "
                                              "here: look at it and save again."));
          load (self);
        }
      else
        zg_session_fail (self->session, error);
      return;
    }

  show_mode (self, "page");
  zg_record_page_focus (ZG_RECORD_PAGE (self));
  zg_order_job_offer_undo (g_steal_pointer (&job), self->toasts);
}

static void
save_cb (ZgOrderPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrder) order = NULL;
  ZgOrderJob *job;

  if (!zg_order_form_is_changed (self->form))
    {
      zg_record_page_cancel (ZG_RECORD_PAGE (self));
      return;
    }
  order = zg_order_form_make_order (self->form, &error);
  if (order == NULL)
    {
      zg_toast_area_show (self->toasts, error->message);
      return;
    }
  job = zg_order_job_new (ZG_ORDER_JOB_SAVE, self->session, self->id);
  job->order = g_steal_pointer (&order);
  zg_order_job_run_async (job, saved_cb, g_object_ref (self));
}

/* Another order may be shown by now: what was typed belongs to its own. */
static void
resume_cb (gpointer data)
{
  ZgOrderPage *self = data;

  if (self->session == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "orders.open", "x", zg_order_form_get_id (self->form));
  self->resume = self->id == zg_order_form_get_id (self->form);
}

/* Record page *******************************************************************************************************/

static void
zg_order_page_open (ZgRecordPage *page,
                    gint64        id)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  self->resume = FALSE;
  if (self->id != id)
    {
      self->id = id;
      self->edit_when_loaded = FALSE;
      zg_order_view_clear (self->view);
      g_clear_pointer (&self->file, zg_order_file_free);
    }
  load (self);
}

static gint64
zg_order_page_get_id (ZgRecordPage *page)
{
  return ZG_ORDER_PAGE (page)->id;
}

/* The first open row of the checklist, or the form. */
static void
zg_order_page_focus (ZgRecordPage *page)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  self->focus_list = self->file == NULL;
  if (self->file == NULL)
    return;
  if (is_editing (self))
    zg_order_form_focus (self->form);
  else
    zg_order_view_focus (self->view);
}

static void
zg_order_page_edit (ZgRecordPage *page)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  self->edit_when_loaded = self->file == NULL;
  if (self->file == NULL || is_editing (self))
    return;
  zg_order_view_cancel (self->view);
  zg_order_form_start (self->form, self->file->order);
  show_mode (self, "form");
  zg_order_form_focus (self->form);
}

static gboolean
zg_order_page_is_editing (ZgRecordPage *page)
{
  return is_editing (ZG_ORDER_PAGE (page));
}

static gboolean
zg_order_page_has_changes (ZgRecordPage *page)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  return is_editing (self) && zg_order_form_is_changed (self->form);
}

/* What was opened on the page, or the form. */
static gboolean
zg_order_page_cancel (ZgRecordPage *page)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  if (zg_order_view_cancel (self->view))
    return TRUE;
  if (!is_editing (self))
    return FALSE;

  show_mode (self, "page");
  zg_order_page_focus (page);
  if (zg_order_form_is_changed (self->form))
    zg_toast_area_show_undo (self->toasts, _("Changes discarded"), NULL, resume_cb, g_object_ref (self),
                             g_object_unref);
  return TRUE;
}

/* The facts stand beside the checklist or below it; the narrowest window has its two buttons at the bottom. */
static void
zg_order_page_set_column_mode (ZgRecordPage *page,
                               ZgColumnMode  mode)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (page);

  self->column_mode = mode;
  zg_order_view_set_column_mode (self->view, mode);
  if (is_slim (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "slim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "slim");
  show_layout (self);
}

static void
zg_order_page_record_page_init (ZgRecordPageInterface *iface)
{
  iface->open = zg_order_page_open;
  iface->get_id = zg_order_page_get_id;
  iface->focus = zg_order_page_focus;
  iface->edit = zg_order_page_edit;
  iface->is_editing = zg_order_page_is_editing;
  iface->has_changes = zg_order_page_has_changes;
  iface->cancel = zg_order_page_cancel;
  iface->set_column_mode = zg_order_page_set_column_mode;
}

/* Widget ************************************************************************************************************/

static void
zg_order_page_dispose (GObject *object)
{
  ZgOrderPage *self = ZG_ORDER_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->file, zg_order_file_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_order_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, form);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, head);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, slim_buttons);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderPage, view);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, zg_order_page_cancel);
}

static void
zg_order_page_class_init (ZgOrderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_page_dispose;

  g_type_ensure (ZG_TYPE_ORDER_FORM);
  g_type_ensure (ZG_TYPE_ORDER_HEAD);
  g_type_ensure (ZG_TYPE_ORDER_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "order.move", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "order.undo-move", NULL, undo_move_cb);
  gtk_widget_class_install_action (widget_class, "order.flag", "i", flag_cb);
  gtk_widget_class_install_action (widget_class, "order.print-slip", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "order.print-sheet", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "order.print-slip", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderpage");
}

static void
zg_order_page_init (ZgOrderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_scroll_add_page_keys (GTK_WIDGET (self), self->scroller);
  self->column_mode = ZG_COLUMN_MODE_WIDE;
}

/**
 * zg_order_page_new:
 * @session: what all screens share, with a shop file
 * @toasts: where to tell what was done; outlives the page
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
zg_order_page_new (ZgSession   *session,
                   ZgToastArea *toasts)
{
  ZgOrderPage *self = g_object_new (ZG_TYPE_ORDER_PAGE, NULL);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  zg_order_view_set_session (self->view, session, toasts);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * zg_order_page_get_order:
 *
 * Returns: (transfer none) (nullable): the order that is shown
 */
const ZgOrder *
zg_order_page_get_order (ZgOrderPage *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_PAGE (self), NULL);

  return self->file != NULL ? self->file->order : NULL;
}
