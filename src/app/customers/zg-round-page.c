/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-page"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-round-page.h"

#include "zg-round-bar.h"
#include "zg-round-copy.h"
#include "zg-round-end.h"
#include "zg-round-keys.h"
#include "zg-round-turn.h"

/**
 * ZgRoundPage:
 *
 * A walk through a segment: whose turn it is, the text for them, and keys for copied, skipped and stop. The clerk talks to
 * whose turn it is, and nothing is copied while they talk to somebody else. It goes on to the next only when the clipboard
 * holds the text and that is written.
 */
struct _ZgRoundPage
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* around it */
  gint64 round_id;
  ZgRoundJob *turn;             /* what is shown, or NULL */
  gboolean is_busy;             /* while something is copied or written */

  /* template */
  GtkLabel *about;
  ZgRoundBar *bar;
  GtkWidget *box;
  ZgRoundEnd *end;
  GtkWidget *other;
  GtkLabel *other_label;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkLabel *title;
  ZgRoundTurn *turn_card;
};

enum {
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundPage, zg_round_page, GTK_TYPE_WIDGET)

static const ZgRoundMember *
get_member (ZgRoundPage *self)
{
  return self->turn != NULL ? self->turn->step->member : NULL;
}

static gboolean
is_talking_to_them (ZgRoundPage *self)
{
  const ZgRoundMember *member = get_member (self);

  return member != NULL && zg_session_get_customer_id (self->session) == member->customer_id;
}

/* Showing ***********************************************************************************************************/

static void
update_other (ZgRoundPage *self)
{
  gboolean is_other = get_member (self) != NULL && !is_talking_to_them (self);
  g_autofree char *text = NULL;

  if (is_other)
    text = g_strdup_printf (_("You talk to somebody else now. The round is at %s."),
                            zg_customer_get_call_name (self->turn->customer));
  gtk_label_set_text (self->other_label, is_other ? text : "");
  gtk_widget_set_visible (self->other, is_other);
}

static void
update_bar (ZgRoundPage *self)
{
  if (get_member (self) != NULL)
    zg_round_bar_show (self->bar, zg_round_turn_get_draft (self->turn_card),
                       zg_customer_get_call_name (self->turn->customer));
}

static void
show_head (ZgRoundPage *self)
{
  const ZgRoundSum *sum = self->turn->sum;
  gint64 n_members = zg_round_sum_get_n_members (sum);
  gint64 n_done = n_members - sum->counts[ZG_ROUND_TO_DO];
  /* TRANSLATORS: how far a round is: customer 12 of 57 */
  g_autofree char *progress = g_strdup_printf (_("%1$ld of %2$ld"), (glong) MIN (n_done + 1, n_members), (glong) n_members);
  g_autofree char *title = g_strdup_printf (_("Round: %s"), sum->round->name);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->about, sum->round->marketing ? _("Invites to buy: consent and budget count")
                                                         : _("Order service: never limited"));
  gtk_label_set_text (self->progress_label, get_member (self) != NULL ? progress : "");
  gtk_progress_bar_set_fraction (self->progress, n_members > 0 ? (double) n_done / (double) n_members : 1);
}

/* Takes what the shop file says: whose turn it is, or that it is the end. */
static void
take_turn (ZgRoundPage *self,
           ZgRoundJob  *job)
{
  const ZgRoundMember *before = get_member (self);
  gint64 position_before = before != NULL ? before->position : 0;
  gboolean is_other = job->step->member == NULL || job->step->member->position != position_before;

  g_clear_pointer (&self->turn, zg_round_job_free);
  self->turn = job;
  show_head (self);
  zg_round_turn_show (self->turn_card, job, is_other);
  update_other (self);
  if (job->step->member == NULL)
    {
      zg_round_end_show (self->end, job->sum);
      gtk_stack_set_visible_child_name (self->stack, "end");
      gtk_widget_grab_focus (GTK_WIDGET (self->end));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "walk");
  if (!is_other)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    zg_round_page_go_on (self);
}

/* Steps *************************************************************************************************************/

static void run (ZgRoundPage *self, ZgRoundJob *job);

static void
undo_cb (gpointer user_data)
{
  g_autoptr (ZgRoundPage) self = g_weak_ref_get (user_data);

  if (self != NULL && self->toasts != NULL)
    zg_round_page_take_back (self);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* @name is whom it was done for: by now it is somebody else's turn. */
static void
offer_undo (ZgRoundPage    *self,
            ZgRoundJobKind  kind,
            const char     *name)
{
  g_autofree char *text = g_strdup_printf (kind == ZG_ROUND_JOB_SKIP ? _("%s skipped") : _("Copied for %s"), name);
  GWeakRef *page = g_new0 (GWeakRef, 1);

  g_weak_ref_init (page, self);
  zg_toast_area_show_undo (self->toasts, text, NULL, undo_cb, page, free_weak_ref);
}

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgRoundPage) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgRoundJob *job = zg_round_job_run_finish (result, &error);
  g_autofree char *name = NULL;

  self->is_busy = FALSE;
  if (self->session == NULL || (job != NULL && job->round_id != self->round_id))
    {
      zg_round_job_free (job);
      return;
    }
  if (job == NULL)
    {
      zg_session_fail (self->session, error);
      /* Somebody at another desk was quicker, or it is not allowed any more: the page shows how it is. */
      if (self->turn != NULL && self->turn->kind != ZG_ROUND_JOB_LOOK)
        run (self, zg_round_job_new (ZG_ROUND_JOB_LOOK, self->session, self->round_id));
      else if (self->turn == NULL)
        zg_round_page_leave (self);
      return;
    }

  if (self->turn != NULL && self->turn->customer != NULL)
    name = g_strdup (zg_customer_get_call_name (self->turn->customer));
  if (!job->stays && name != NULL
      && (job->kind == ZG_ROUND_JOB_COPIED || job->kind == ZG_ROUND_JOB_NEXT_MESSAGE || job->kind == ZG_ROUND_JOB_SKIP))
    offer_undo (self, job->kind, name);
  if (!job->stays)
    {
      take_turn (self, job);
      return;
    }
  zg_round_job_free (job);
  zg_round_turn_refresh (self->turn_card);
}

static void
run (ZgRoundPage *self,
     ZgRoundJob  *job)
{
  self->is_busy = TRUE;
  zg_round_job_run_async (job, done_cb, g_object_ref (self));
}

static void
copied_cb (ZgRoundJob *job,
           gpointer    user_data)
{
  g_autoptr (ZgRoundPage) self = user_data;

  self->is_busy = FALSE;
  if (job != NULL)
    run (self, job);
}

static void
copy (ZgRoundPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  ZgCopyVerdict verdict;

  if (self->is_busy || get_member (self) == NULL)
    return;
  if (!is_talking_to_them (self))
    {
      zg_round_page_go_on (self);
      zg_toast_area_show (self->toasts, _("You talked to somebody else. Look whom this is for and press Enter again."));
      return;
    }

  self->is_busy = TRUE;
  verdict = zg_round_copy (GTK_WINDOW (root), self->toasts, self->turn, zg_round_turn_get_draft (self->turn_card), copied_cb,
                           g_object_ref (self));
  if (verdict == ZG_COPY_STARTED)
    return;

  self->is_busy = FALSE;
  g_object_unref (self);
  if (verdict == ZG_COPY_MISSING)
    zg_round_turn_focus_missing (self->turn_card);
  else if (verdict == ZG_COPY_DOUBT)
    zg_toast_area_show (self->toasts, _("You were away for a while. Look whom this is for and press Enter again."));
}

static void
skip (ZgRoundPage *self,
      const char  *reason)
{
  const ZgRoundMember *member = get_member (self);
  ZgRoundJob *job;

  if (self->is_busy || member == NULL)
    return;
  /* Some of its messages were copied, so they are not skipped. */
  if (zg_round_turn_is_between_messages (self->turn_card))
    {
      run (self, zg_round_job_new (ZG_ROUND_JOB_LOOK, self->session, self->round_id));
      return;
    }
  job = zg_round_job_new (ZG_ROUND_JOB_SKIP, self->session, self->round_id);
  job->position = member->position;
  job->text = g_strdup (reason);
  run (self, job);
}

static void
open_page (ZgRoundPage *self)
{
  if (get_member (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "customers.open", "x", get_member (self)->customer_id);
}

/* Signals ***********************************************************************************************************/

static void
step_cb (ZgRoundPage *self,
         int          step,
         const char  *reason)
{
  switch ((ZgRoundStepKind) step)
    {
    case ZG_ROUND_STEP_COPY:
      copy (self);
      break;
    case ZG_ROUND_STEP_SKIP:
      skip (self, reason);
      break;
    case ZG_ROUND_STEP_TAKE_BACK:
      zg_round_page_take_back (self);
      break;
    case ZG_ROUND_STEP_OPEN:
      open_page (self);
      break;
    case ZG_ROUND_STEP_LEAVE:
    default:
      zg_round_page_leave (self);
      break;
    }
}

static void
answered_cb (ZgRoundPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->bar));
  copy (self);
}

static void
key_cb (ZgRoundPage     *self,
        ZgRoundStepKind  step)
{
  step_cb (self, step, NULL);
}

static gboolean
concerns (GArray *ids,
          gint64  id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return ids == NULL;
}

/* Somebody wrote something about whose turn it is, or the reply: not while its messages are copied one after the other. */
static void
store_changed_cb (ZgRoundPage *self,
                  guint        tables,
                  GArray      *customer_ids)
{
  const ZgRoundMember *member = get_member (self);

  if (self->is_busy || member == NULL || zg_round_turn_is_between_messages (self->turn_card))
    return;
  if ((tables & ZG_TABLE_REPLY) != 0
      || ((tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_CONTACT)) != 0
          && concerns (customer_ids, member->customer_id)))
    run (self, zg_round_job_new (ZG_ROUND_JOB_LOOK, self->session, self->round_id));
}

/* Widget ************************************************************************************************************/

static gboolean
zg_round_page_grab_focus (GtkWidget *widget)
{
  ZgRoundPage *self = ZG_ROUND_PAGE (widget);

  return gtk_widget_grab_focus (get_member (self) != NULL ? GTK_WIDGET (self->bar) : GTK_WIDGET (self->end));
}

static void
zg_round_page_dispose (GObject *object)
{
  ZgRoundPage *self = ZG_ROUND_PAGE (object);

  g_clear_object (&self->session);
  self->toasts = NULL;
  g_clear_pointer (&self->turn, zg_round_job_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_round_page_parent_class)->dispose (object);
}

static void
zg_round_page_class_init (ZgRoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_round_page_dispose;
  widget_class->grab_focus = zg_round_page_grab_focus;

  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_ROUND_BAR);
  g_type_ensure (ZG_TYPE_ROUND_END);
  g_type_ensure (ZG_TYPE_ROUND_TURN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "roundpage");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-round-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, about);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, bar);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, box);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, end);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, other);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, other_label);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, progress);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, title);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundPage, turn_card);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_bar);
  gtk_widget_class_bind_template_callback (widget_class, zg_round_page_go_on);
  gtk_widget_class_bind_template_callback (widget_class, zg_round_page_leave);
  gtk_widget_class_bind_template_callback (widget_class, zg_round_page_take_back);
}

static void
zg_round_page_init (ZgRoundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_round_keys_attach (GTK_WIDGET (self), self->bar, G_CALLBACK (key_cb));
}

/**
 * zg_round_page_new:
 * @session: the shop, and whom the clerk talks to
 * @toasts: the area around the page
 *
 * Returns: (transfer floating): a page without a round
 */
GtkWidget *
zg_round_page_new (ZgSession   *session,
                   ZgToastArea *toasts)
{
  ZgRoundPage *self = g_object_new (ZG_TYPE_ROUND_PAGE, NULL);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  zg_round_turn_set_session (self->turn_card, session);
  g_signal_connect_object (session, "person-changed", G_CALLBACK (update_other), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * zg_round_page_open:
 * @round_id: a round
 *
 * Goes on with a round where it stands.
 */
void
zg_round_page_open (ZgRoundPage *self,
                    gint64       round_id)
{
  if (round_id != self->round_id)
    g_clear_pointer (&self->turn, zg_round_job_free);
  self->round_id = round_id;
  run (self, zg_round_job_new (ZG_ROUND_JOB_LOOK, self->session, round_id));
}

/**
 * zg_round_page_go_on:
 *
 * Talks to whose turn it is, and is ready for the next key.
 */
void
zg_round_page_go_on (ZgRoundPage *self)
{
  const ZgRoundMember *member = get_member (self);

  if (member != NULL)
    zg_session_talk_to (self->session, member->customer_id, member->order_id);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * zg_round_page_take_back:
 *
 * Takes the last copy or skip back: it is that customer's turn again.
 */
void
zg_round_page_take_back (ZgRoundPage *self)
{
  if (self->is_busy || self->turn == NULL)
    return;
  zg_toast_area_dismiss (self->toasts);
  run (self, zg_round_job_new (ZG_ROUND_JOB_TAKE_BACK, self->session, self->round_id));
}

/**
 * zg_round_page_leave:
 *
 * It is enough for now. All that was done is written, so there is nothing to save.
 */
void
zg_round_page_leave (ZgRoundPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}
