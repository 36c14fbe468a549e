/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-view"

#include "config.h"

#include "zg-chase-card.h"
#include "zg-merge-card.h"
#include "zg-notice-card.h"
#include "zg-order-card.h"
#include "zg-order-checklist.h"
#include "zg-order-conflict.h"
#include "zg-order-facts.h"
#include "zg-order-gate.h"
#include "zg-order-job.h"
#include "zg-order-notes.h"
#include "zg-order-record.h"
#include "zg-order-steps.h"
#include "zg-order-view.h"
#include "zg-parcel-card.h"
#include "zg-ship-window.h"
#include "zg-shipments-card.h"

/**
 * ZgOrderView:
 *
 * What one works through on an order's page: where it stands and the step that comes next, the confirmation list, and
 * what is in it and where it goes. Every step goes through the gate; what leaves is asked about first.
 *
 * CSS node: `orderview`
 */
struct _ZgOrderView
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* outlives the view */
  const ZgOrderFile *file;      /* of the page, until it says otherwise; NULL while nothing is shown */
  GPtrArray *cards;             /* (element-type ZgOrderCard): the widgets' parents own them */

  /* template */
  GtkBox *banners;
  ZgOrderChecklist *checklist;
  GtkBox *columns;
  ZgOrderConflict *conflict;
  GtkBox *main;
  GtkButton *next;
  GtkBox *side;
  GtkWidget *state_line;
  ZgOrderSteps *steps;
};

G_DEFINE_FINAL_TYPE (ZgOrderView, zg_order_view, GTK_TYPE_WIDGET)

typedef enum {
  BANNERS,      /* over the columns */
  MAIN,         /* below the checklist */
  SIDE,
} Place;

/* The cards of the page, from above to below in their place. */
static const struct {
  Place place;
  GType (*get_type) (void);
} cards[] = {
  { BANNERS, zg_notice_card_get_type },
  { BANNERS, zg_parcel_card_get_type },
  { BANNERS, zg_merge_card_get_type },
  { MAIN, zg_order_notes_get_type },
  { SIDE, zg_order_facts_get_type },
  { SIDE, zg_chase_card_get_type },
  { SIDE, zg_shipments_card_get_type },
  { SIDE, zg_order_record_get_type },
};

static void
add_cards (ZgOrderView *self)
{
  GtkBox *places[] = { [BANNERS] = self->banners, [MAIN] = self->main, [SIDE] = self->side };

  self->cards = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      GtkWidget *card = g_object_new (cards[i].get_type (), NULL);

      gtk_box_append (places[cards[i].place], card);
      g_ptr_array_add (self->cards, card);
    }
}

static void
tick_cb (ZgOrderView *self,
         int          check,
         gboolean     on)
{
  ZgOrderJob *job = zg_order_job_new (on ? ZG_ORDER_JOB_TICK : ZG_ORDER_JOB_UNTICK, self->session, self->file->order->id);

  job->check = check;
  job->label = g_strdup (zg_order_checklist_get_label (self->checklist, check));
  zg_order_job_run (job, self->toasts);
}

static void
move (ZgOrderView  *self,
      ZgOrderState  to)
{
  ZgOrderJob *job = zg_order_job_new (ZG_ORDER_JOB_MOVE, self->session, self->file->order->id);

  job->to = to;
  zg_order_job_run (job, self->toasts);
}

static void
take_over_cb (ZgOrderView *self)
{
  if (self->file != NULL && self->file->order->facts != NULL)
    zg_order_view_move (self, self->file->order->facts->state);
}

static void
zg_order_view_dispose (GObject *object)
{
  ZgOrderView *self = ZG_ORDER_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->file = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_order_view_parent_class)->dispose (object);
}

static void
zg_order_view_class_init (ZgOrderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_view_dispose;

  g_type_ensure (ZG_TYPE_ORDER_CHECKLIST);
  g_type_ensure (ZG_TYPE_ORDER_CONFLICT);
  g_type_ensure (ZG_TYPE_ORDER_STEPS);
  gtk_widget_class_set_css_name (widget_class, "orderview");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, banners);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, checklist);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, columns);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, conflict);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, main);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, next);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, side);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, state_line);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderView, steps);
  gtk_widget_class_bind_template_callback (widget_class, take_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, tick_cb);
  gtk_widget_class_bind_template_callback (widget_class, zg_order_view_move_on);
}

static void
zg_order_view_init (ZgOrderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_cards (self);
}

/* A box without anything in it would still be kept apart from its neighbours. */
static void
show_banners (ZgOrderView *self)
{
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->banners)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    any = any || gtk_widget_get_visible (child);
  gtk_widget_set_visible (GTK_WIDGET (self->banners), any);
}

/**
 * zg_order_view_set_session:
 * @session: what all screens share
 * @toasts: where to tell what was done; outlives the view
 */
void
zg_order_view_set_session (ZgOrderView *self,
                           ZgSession   *session,
                           ZgToastArea *toasts)
{
  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  g_set_object (&self->session, session);
  self->toasts = toasts;
  for (guint i = 0; i < self->cards->len; i++)
    zg_order_card_set_session (g_ptr_array_index (self->cards, i), session, toasts);
}

/**
 * zg_order_view_show:
 * @file: an order with all that belongs to it; stays until the next is shown, or the view is cleared
 */
void
zg_order_view_show (ZgOrderView       *self,
                    const ZgOrderFile *file)
{
  ZgClock *clock = zg_session_get_clock (self->session);
  ZgOrderState next = zg_order_gate_next (file->order);

  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  self->file = file;
  if (next != ZG_ORDER_STATE_UNKNOWN)
    gtk_button_set_label (self->next, zg_order_state_next_label (next));
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != ZG_ORDER_STATE_UNKNOWN);
  zg_order_steps_show (self->steps, file->order);
  zg_order_conflict_show (self->conflict, file->order);
  zg_order_checklist_show (self->checklist, file, clock);
  for (guint i = 0; i < self->cards->len; i++)
    zg_order_card_show (g_ptr_array_index (self->cards, i), file, clock);
  show_banners (self);
}

/**
 * zg_order_view_clear:
 *
 * Another order is on its way.
 */
void
zg_order_view_clear (ZgOrderView *self)
{
  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  self->file = NULL;
  for (guint i = 0; i < self->cards->len; i++)
    zg_order_card_clear (g_ptr_array_index (self->cards, i));
}

/**
 * zg_order_view_set_column_mode:
 * @mode: how much room the window has
 *
 * Puts the facts beside the checklist or below it; the narrowest window has the next step in its head alone.
 */
void
zg_order_view_set_column_mode (ZgOrderView  *self,
                               ZgColumnMode  mode)
{
  gboolean beside = mode >= ZG_COLUMN_MODE_MEDIUM;
  int side_width = mode == ZG_COLUMN_MODE_WIDE ? 352 : 292;

  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->columns, beside ? 18 : 6);
  gtk_widget_set_size_request (GTK_WIDGET (self->side), beside ? side_width : -1, -1);
  gtk_widget_set_visible (self->state_line, mode > ZG_COLUMN_MODE_SLIM);
}

/**
 * zg_order_view_move:
 * @to: where the order is to stand
 *
 * Moves the order. Where it is to leave, a window asks how, and why where the gate wants a reason.
 */
void
zg_order_view_move (ZgOrderView  *self,
                    ZgOrderState  to)
{
  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  if (self->file == NULL)
    return;
  if (to == ZG_ORDER_SHIPPED && zg_order_gate_offers (self->file->order, to))
    zg_ship_window_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->toasts, self->file);
  else
    move (self, to);
}

/**
 * zg_order_view_move_on:
 *
 * Takes the step that comes next.
 */
void
zg_order_view_move_on (ZgOrderView *self)
{
  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  if (self->file != NULL && zg_order_gate_next (self->file->order) != ZG_ORDER_STATE_UNKNOWN)
    zg_order_view_move (self, zg_order_gate_next (self->file->order));
}

/**
 * zg_order_view_cancel:
 *
 * Leaves what was opened in a card.
 *
 * Returns: whether there was anything to leave
 */
gboolean
zg_order_view_cancel (ZgOrderView *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_VIEW (self), FALSE);

  for (guint i = 0; i < self->cards->len; i++)
    if (zg_order_card_cancel (g_ptr_array_index (self->cards, i)))
      return TRUE;
  return FALSE;
}

/**
 * zg_order_view_focus:
 *
 * Puts the focus on the first open row of the checklist.
 */
void
zg_order_view_focus (ZgOrderView *self)
{
  g_return_if_fail (ZG_IS_ORDER_VIEW (self));

  zg_order_checklist_focus (self->checklist);
}
