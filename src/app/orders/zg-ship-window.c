/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ship-window"

#include "config.h"

#include "zg-ship-window.h"

#include <glib/gi18n.h>

#include "zg-composition.h"
#include "zg-error-text.h"
#include "zg-filtered-orders.h"
#include "zg-order-banner.h"
#include "zg-order-gate.h"
#include "zg-order-load.h"
#include "zg-ship-job.h"
#include "zg-ship-pieces.h"
#include "zg-wrap-layout.h"

/* So many of the couriers that were used are a click away. */
#define MAX_COURIERS 6

/**
 * ZgShipWindow:
 *
 * Asks how an order leaves: with whom, under which number, which pieces of it, and why, where a rule wants to know. What is
 * refused is said here, and nothing that was typed is lost.
 */
struct _ZgShipWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* of the window that it belongs to, which stays */
  gint64 order_id;
  gint64 version;
  guint n_orders;
  gboolean had_tracking;
  gboolean is_sending;

  /* template */
  GtkEditable *courier;
  GtkWidget *couriers;
  GtkLabel *error;
  GtkLabel *parcel;
  ZgShipPieces *pieces;
  GtkWidget *question;
  GtkLabel *question_text;
  GtkEditable *reason;
  GtkWidget *ship;
  GtkEditable *tracking;
};

G_DEFINE_FINAL_TYPE (ZgShipWindow, zg_ship_window, ADW_TYPE_WINDOW)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* What is shown *****************************************************************************************************/

/* What a reason is asked for, a line each; empty when nothing is. */
static char *
describe_question (const ZgOrderFile *file)
{
  int n_open = file->n_total - file->n_done;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (zg_order_gate_needs_reason (file->order, ZG_ORDER_SHIPPED))
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%d row of the confirmation list is still open. "
                                                       "Why is the order shipped all the same?",
                                                       "%d rows of the confirmation list are still open. "
                                                       "Why is the order shipped all the same?", n_open), n_open));
  for (guint i = 0; i < file->mates->parcel->len; i++)
    {
      const ZgOrder *mate = g_ptr_array_index (file->mates->parcel, i);
      g_autofree char *tail = zg_order_number_tail (mate->number);

      if (zg_parcel_has_left (mate))
        continue;
      if (zg_order_gate_needs_reason (mate, ZG_ORDER_SHIPPED))
        /* TRANSLATORS: %s is the end of an order's number, …579 */
        g_ptr_array_add (lines, g_strdup_printf (_("The confirmation list of %s is not complete."), tail));
      if (zg_parcel_address_differs (file->order, mate))
        /* TRANSLATORS: %s is the end of an order's number, …579 */
        g_ptr_array_add (lines, g_strdup_printf (_("%s has another address. Why do they go together all the same?"), tail));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
show_parcel (ZgShipWindow      *self,
             const ZgOrderFile *file)
{
  g_autoptr (GPtrArray) mates = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < file->mates->parcel->len; i++)
    {
      ZgOrder *mate = g_ptr_array_index (file->mates->parcel, i);

      if (!zg_parcel_has_left (mate))
        g_ptr_array_add (mates, mate);
    }
  self->n_orders = 1 + mates->len;
  if (mates->len > 0)
    {
      names = zg_order_banner_name_orders (mates);
      /* TRANSLATORS: %s is another order, or several: "…512 ¥89" */
      text = g_strdup_printf (_("The whole parcel leaves, with %s."), names);
    }
  show_text (self->parcel, text);
}

static void
show_file (ZgShipWindow      *self,
           const ZgOrderFile *file)
{
  g_autofree char *question = describe_question (file);

  self->order_id = file->order->id;
  self->version = file->order->version;
  show_parcel (self, file);
  zg_ship_pieces_show (self->pieces, file);
  gtk_label_set_text (self->question_text, question);
  gtk_widget_set_visible (self->question, *question != '\0');
}

/* The number of what left before is not that of the rest. */
static gboolean
has_own_number (const ZgOrderFile *file)
{
  if (file->order->tracking == NULL || *file->order->tracking == '\0')
    return FALSE;
  for (guint i = 0; i < file->shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (file->shipments, i);

      if (g_strcmp0 (shipment->tracking, file->order->tracking) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
fill (ZgShipWindow      *self,
      const ZgOrderFile *file)
{
  gboolean has_courier = file->order->courier != NULL && *file->order->courier != '\0';

  self->had_tracking = has_own_number (file);
  gtk_editable_set_text (self->courier, has_courier ? file->order->courier : "");
  gtk_editable_set_text (self->tracking, self->had_tracking ? file->order->tracking : "");
  gtk_widget_grab_focus (GTK_WIDGET (has_courier ? self->tracking : self->courier));
}

static void
courier_cb (ZgShipWindow *self,
            GtkWidget    *button)
{
  gtk_editable_set_text (self->courier, gtk_button_get_label (GTK_BUTTON (button)));
  gtk_widget_grab_focus (GTK_WIDGET (self->tracking));
}

static gboolean
load_couriers (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  GPtrArray **couriers = data;

  *couriers = zg_filtered_orders_list_couriers (db, error);
  return *couriers != NULL;
}

static void
free_couriers (gpointer data)
{
  GPtrArray **couriers = data;

  g_clear_pointer (couriers, g_ptr_array_unref);
  g_free (couriers);
}

static void
couriers_loaded_cb (GObject      *store,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ZgShipWindow) self = user_data;
  GPtrArray **couriers = zg_store_finish (ZG_STORE (store), result, NULL);

  /* Without them there is only more to type; there is room for them from the beginning. */
  if (couriers == NULL)
    return;
  for (guint i = 0; self->session != NULL && i < MIN ((*couriers)->len, MAX_COURIERS); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (g_ptr_array_index (*couriers, i));

      gtk_widget_add_css_class (button, "courier-choice");
      g_signal_connect_object (button, "clicked", G_CALLBACK (courier_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->couriers), button);
    }
  free_couriers (couriers);
}

/* Sending ***********************************************************************************************************/

static void
changed_cb (ZgShipWindow *self)
{
  show_text (self->error, NULL);
}

static void
reloaded_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ZgShipWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrderFile) file = zg_order_load_finish (result, &error);

  if (self->session == NULL)
    return;
  if (file == NULL)
    show_text (self->error, error->message);
  else
    show_file (self, file);
}

static void
show_refusal (ZgShipWindow *self,
              const GError *error)
{
  g_autofree char *text = zg_error_text_to_body (error);

  if (g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE))
    {
      show_text (self->error, _("Somebody else changed this order meanwhile. What you typed is still here: look at it and ship again."));
      zg_order_load_async (self->session, self->order_id, NULL, reloaded_cb, g_object_ref (self));
    }
  else
    {
      show_text (self->error, text);
    }
}

static void
sent_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgShipWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgShipJob) job = zg_ship_job_run_finish (result, &error);

  if (self->session == NULL)
    return;
  self->is_sending = FALSE;
  gtk_widget_set_sensitive (self->ship, TRUE);
  if (job == NULL)
    {
      show_refusal (self, error);
      return;
    }
  zg_ship_job_offer_undo (g_steal_pointer (&job), self->toasts);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ship_cb (ZgShipWindow *self)
{
  g_autofree char *reason = dup_text (self->reason);
  g_autofree char *tracking = dup_text (self->tracking);
  ZgShipJob *job;

  if (self->is_sending)
    return;
  if (gtk_widget_get_visible (self->question) && *reason == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  job = zg_ship_job_new (self->session, self->order_id);
  job->version = self->version;
  job->n_orders = self->n_orders;
  job->courier = dup_text (self->courier);
  /* Nothing means that the order keeps the number of what left before. */
  job->tracking = *tracking != '\0' || self->had_tracking ? g_steal_pointer (&tracking) : NULL;
  job->pieces = zg_ship_pieces_read (self->pieces, &job->n_left);
  job->reason = *reason != '\0' ? g_steal_pointer (&reason) : NULL;
  self->is_sending = TRUE;
  gtk_widget_set_sensitive (self->ship, FALSE);
  show_text (self->error, NULL);
  zg_ship_job_run_async (job, sent_cb, g_object_ref (self));
}

/* Widget ************************************************************************************************************/

static void
zg_ship_window_dispose (GObject *object)
{
  ZgShipWindow *self = ZG_SHIP_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (zg_ship_window_parent_class)->dispose (object);
}

static void
zg_ship_window_class_init (ZgShipWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_ship_window_dispose;

  g_type_ensure (ZG_TYPE_SHIP_PIECES);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-ship-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, courier);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, couriers);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, parcel);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, pieces);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, question);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, question_text);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, ship);
  gtk_widget_class_bind_template_child (widget_class, ZgShipWindow, tracking);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ship_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_ship_window_init (ZgShipWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->couriers, zg_wrap_layout_new (6));
  zg_composition_guard (GTK_WIDGET (self));
}

/**
 * zg_ship_window_open:
 * @parent: the window of the order
 * @session: the shop
 * @toasts: where to tell what left
 * @file: an order that may be shipped, if need be with a reason
 *
 * Opens the window.
 */
void
zg_ship_window_open (GtkWindow         *parent,
                     ZgSession         *session,
                     ZgToastArea       *toasts,
                     const ZgOrderFile *file)
{
  ZgShipWindow *self = g_object_new (ZG_TYPE_SHIP_WINDOW, "transient-for", parent, NULL);
  g_autofree char *tail = zg_order_number_tail (file->order->number);
  /* TRANSLATORS: the title of a window; %s is the end of an order's number, …579 */
  g_autofree char *title = g_strdup_printf (_("Ship %s"), tail);
  GPtrArray **couriers = g_new0 (GPtrArray *, 1);

  self->session = g_object_ref (session);
  self->toasts = g_object_ref (toasts);
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_file (self, file);
  fill (self, file);
  zg_store_read_async (zg_session_get_store (session), load_couriers, couriers, free_couriers, NULL, couriers_loaded_cb,
                       g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
