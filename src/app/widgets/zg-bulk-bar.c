/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-bulk-bar"

#include "config.h"

#include "zg-bulk-bar.h"

#include <glib/gi18n.h>

#include "zg-bulk-job.h"

/* How often it tells how far a long change is, ms. */
#define PROGRESS_INTERVAL 100

/**
 * ZgBulkBar:
 *
 * Below a list while several rows are chosen: how many, and what can be done with all of them. While that is done it shows
 * how far it is, and a button stops it with everything as before. Each list has a kind of its own with the buttons.
 *
 * CSS node: `box.bulk`
 */
typedef struct {
  ZgListPage *list;             /* the parent; weak, NULL once it is gone */
  ZgSession *session;
  GtkLabel *count;
  GtkWidget *buttons;
  GtkWidget *clear;
  GtkWidget *stop;
  ZgBulk *running;              /* NULL when nothing is done */
  GCancellable *cancellable;    /* of @running */
  guint progress_timeout;
} ZgBulkBarPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ZgBulkBar, zg_bulk_bar, GTK_TYPE_BOX)

static ZgBulkBarPrivate *
get_private (ZgBulkBar *self)
{
  return zg_bulk_bar_get_instance_private (self);
}

static void
update (ZgBulkBar *self)
{
  ZgBulkBarPrivate *priv = get_private (self);
  guint n = priv->list != NULL ? zg_list_page_get_n_chosen (priv->list) : 0;
  g_autofree char *text = NULL;

  if (priv->running != NULL)
    /* TRANSLATORS: of a change for many: how many are done, of how many */
    text = g_strdup_printf (_("%1$d of %2$u done"), g_atomic_int_get (&priv->running->n_done), priv->running->ids->len);
  else
    text = ZG_BULK_BAR_GET_CLASS (self)->count (self, n);
  gtk_label_set_text (priv->count, text);
  gtk_widget_set_visible (priv->stop, priv->running != NULL);
  gtk_widget_set_visible (priv->buttons, priv->running == NULL);
  gtk_widget_set_visible (priv->clear, priv->running == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || priv->running != NULL);
  if (ZG_BULK_BAR_GET_CLASS (self)->chosen != NULL)
    ZG_BULK_BAR_GET_CLASS (self)->chosen (self, n);
}

static gboolean
progress_cb (gpointer data)
{
  update (data);
  return G_SOURCE_CONTINUE;
}

static void
tell (ZgBulkBar *self,
      ZgBulk    *bulk)
{
  ZgBulkBarClass *klass = ZG_BULK_BAR_GET_CLASS (self);
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA);
  g_autofree char *text = klass->describe (self, bulk);

  if (klass->done != NULL)
    klass->done (self, bulk);
  if (toasts != NULL)
    zg_bulk_job_offer_undo (zg_bulk_ref (bulk), text, get_private (self)->session, ZG_TOAST_AREA (toasts));
}

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgBulkBar) self = user_data;
  ZgBulkBarPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgBulk) bulk = zg_bulk_job_run_finish (result, &error);

  g_clear_pointer (&priv->running, zg_bulk_unref);
  g_clear_object (&priv->cancellable);
  g_clear_handle_id (&priv->progress_timeout, g_source_remove);
  if (priv->session == NULL)
    return;
  update (self);
  if (bulk != NULL)
    tell (self, bulk);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    zg_session_fail (priv->session, error);
}

static void
clear_cb (ZgBulkBar *self)
{
  ZgBulkBarPrivate *priv = get_private (self);

  zg_list_page_clear_choice (priv->list);
  zg_list_page_focus (priv->list);
}

static void
stop_cb (ZgBulkBar *self)
{
  g_cancellable_cancel (get_private (self)->cancellable);
}

static void
zg_bulk_bar_dispose (GObject *object)
{
  ZgBulkBarPrivate *priv = get_private (ZG_BULK_BAR (object));

  g_clear_handle_id (&priv->progress_timeout, g_source_remove);
  g_clear_pointer (&priv->running, zg_bulk_unref);
  g_clear_weak_pointer (&priv->list);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (zg_bulk_bar_parent_class)->dispose (object);
}

static void
zg_bulk_bar_class_init (ZgBulkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_bulk_bar_dispose;
}

static void
zg_bulk_bar_init (ZgBulkBar *self)
{
  ZgBulkBarPrivate *priv = get_private (self);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bulk");
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_set_hexpand (count, TRUE);
  priv->clear = zg_bulk_bar_add_button (self, head, "", G_CALLBACK (clear_cb));
  gtk_button_set_icon_name (GTK_BUTTON (priv->clear), "window-close-symbolic");
  gtk_widget_add_css_class (priv->clear, "flat");
  gtk_box_append (GTK_BOX (head), count);
  gtk_box_append (GTK_BOX (self), head);
  priv->count = GTK_LABEL (count);

  priv->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self), priv->buttons);
  priv->stop = zg_bulk_bar_add_button (self, GTK_WIDGET (self), _("Stop"), G_CALLBACK (stop_cb));
}

/**
 * zg_bulk_bar_set_list:
 * @list: the list, which becomes the bar's parent
 * @session: the shop
 * @clear_label: what the button that lets all rows go is called, translated
 */
void
zg_bulk_bar_set_list (ZgBulkBar  *self,
                      ZgListPage *list,
                      ZgSession  *session,
                      const char *clear_label)
{
  ZgBulkBarPrivate *priv = get_private (self);
  /* TRANSLATORS: %s is "Choose nobody" */
  g_autofree char *tooltip = g_strdup_printf (_("%s (Esc)"), clear_label);

  g_set_weak_pointer (&priv->list, list);
  priv->session = g_object_ref (session);
  gtk_widget_set_tooltip_text (priv->clear, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear_label, -1);
  g_signal_connect_object (list, "choice-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * zg_bulk_bar_get_list:
 *
 * Returns: (transfer none) (nullable): the list, %NULL once it is gone
 */
ZgListPage *
zg_bulk_bar_get_list (ZgBulkBar *self)
{
  return get_private (self)->list;
}

/**
 * zg_bulk_bar_get_session:
 *
 * Returns: (transfer none): the shop
 */
ZgSession *
zg_bulk_bar_get_session (ZgBulkBar *self)
{
  return get_private (self)->session;
}

/**
 * zg_bulk_bar_get_buttons:
 *
 * Returns: (transfer none): the box that the buttons stand in
 */
GtkWidget *
zg_bulk_bar_get_buttons (ZgBulkBar *self)
{
  return get_private (self)->buttons;
}

/**
 * zg_bulk_bar_add_button:
 * @box: where it goes
 * @label: what it does, translated
 * @clicked: void (ZgBulkBar *self)
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
zg_bulk_bar_add_button (ZgBulkBar  *self,
                        GtkWidget  *box,
                        const char *label,
                        GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * zg_bulk_bar_add_popover:
 * @label: what its button says, translated
 * @button_out: (out) (transfer none): the button, to close it with
 *
 * Returns: (transfer none): the vertical box that opens over the button
 */
GtkWidget *
zg_bulk_bar_add_popover (ZgBulkBar      *self,
                         const char     *label,
                         GtkMenuButton **button_out)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (GTK_BOX (get_private (self)->buttons), button);
  *button_out = GTK_MENU_BUTTON (button);
  return box;
}

/**
 * zg_bulk_bar_list_chosen:
 *
 * Returns: (transfer full) (element-type gint64): the rows that are chosen
 */
GArray *
zg_bulk_bar_list_chosen (ZgBulkBar *self)
{
  return zg_list_page_list_chosen (get_private (self)->list);
}

/**
 * zg_bulk_bar_run:
 * @bulk: (transfer full): a change for the rows that are chosen
 *
 * Does it, unless something else is being done or nothing is chosen, and tells of it.
 */
void
zg_bulk_bar_run (ZgBulkBar *self,
                 ZgBulk    *bulk)
{
  ZgBulkBarPrivate *priv = get_private (self);

  if (priv->running != NULL || bulk->ids->len == 0)
    {
      zg_bulk_unref (bulk);
      return;
    }

  bulk->staff_id = zg_session_get_clerk_id (priv->session);
  priv->running = zg_bulk_ref (bulk);
  priv->cancellable = g_cancellable_new ();
  priv->progress_timeout = g_timeout_add (PROGRESS_INTERVAL, progress_cb, self);
  zg_bulk_job_run_async (bulk, priv->session, priv->cancellable, done_cb, g_object_ref (self));
  zg_list_page_focus (priv->list);
}
