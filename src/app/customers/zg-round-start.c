/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-start"

#include "config.h"

#include "zg-round-start.h"

#include <glib/gi18n.h>

#include "zg-error-text.h"
#include "zg-markup.h"
#include "zg-round-choice.h"
#include "zg-round-job.h"
#include "zg-round-load.h"

/**
 * ZgRoundStart:
 *
 * Before a round: for whom, which reply, and whether it invites to buy. It tells how many will be passed over and why. Rounds
 * that were stopped for now stand first.
 */
struct _ZgRoundStart
{
  AdwWindow parent_instance;

  ZgSession *session;
  char *wanted;                 /* the text of the filter that it was opened with */
  GArray *customer_ids;         /* those who were chosen one by one, or NULL */
  GPtrArray *segments;          /* what can be chosen; the chosen ones have no filter */
  gboolean is_filling;
  ZgMarketingCounts counts;
  gboolean is_counted;
  gboolean had_focus;           /* the button that starts it */
  GCancellable *loading;
  GCancellable *counting;

  /* template */
  ZgRoundChoice *choice;
  GtkWidget *delay_row;
  GtkLabel *error;
  GtkSwitch *marketing;
  AdwActionRow *marketing_row;
  AdwPreferencesGroup *open_group;
  GtkLabel *outlook;
  AdwComboRow *segment_row;
  GtkButton *start_button;
};

enum {
  WALK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundStart, zg_round_start, ADW_TYPE_WINDOW)

static const ZgSegment *
get_segment (ZgRoundStart *self)
{
  guint selected = adw_combo_row_get_selected (self->segment_row);

  return selected < self->segments->len ? g_ptr_array_index (self->segments, selected) : NULL;
}

/* The chosen customers are the first, where there are any. */
static GArray *
get_ids (ZgRoundStart *self)
{
  return adw_combo_row_get_selected (self->segment_row) == 0 ? self->customer_ids : NULL;
}

static void
show_error (ZgRoundStart *self,
            const GError *error)
{
  g_autofree char *text = error != NULL ? zg_error_text_to_body (error) : NULL;

  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

/* Showing ***********************************************************************************************************/

static gint64
count_allowed (ZgRoundStart *self)
{
  const ZgMarketingCounts *counts = &self->counts;

  return gtk_switch_get_active (self->marketing) ? counts->n_customers - counts->n_refused - counts->n_enough
                                                 : counts->n_customers;
}

static void
append_line (GString    *text,
             gint64      count,
             const char *words)
{
  if (count > 0)
    g_string_append_printf (text, "\n%ld  %s", (glong) count, words);
}

static void
show_outlook (ZgRoundStart *self)
{
  const ZgMarketingCounts *counts = &self->counts;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 n_allowed = count_allowed (self);
  gint64 n_passed = counts->n_customers - n_allowed;

  if (!self->is_counted)
    {
      gtk_label_set_text (self->outlook, _("Counting…"));
      return;
    }
  g_string_append_printf (text, ngettext ("%ld customer", "%ld customers", (gulong) counts->n_customers),
                          (glong) counts->n_customers);
  if (n_passed > 0)
    {
      g_autofree char *enough = zg_round_reason_to_text (ZG_ROUND_NOT_ALLOWED, zg_round_limit_to_word (ZG_ROUND_LIMIT_BUDGET));
      g_autofree char *refused = zg_round_reason_to_text (ZG_ROUND_NOT_ALLOWED,
                                                          zg_round_limit_to_word (ZG_ROUND_LIMIT_CONSENT));

      /* TRANSLATORS: after the number of customers */
      g_string_append_printf (text, ngettext (", %ld of them will be passed over:", ", %ld of them will be passed over:",
                                              (gulong) n_passed), (glong) n_passed);
      append_line (text, counts->n_refused, refused);
      append_line (text, counts->n_enough, enough);
    }
  if (gtk_switch_get_active (self->marketing))
    append_line (text, counts->n_unasked, _("Nobody asked them yet whether they may be contacted."));
  gtk_label_set_text (self->outlook, text->str);
}

/* Enter starts it, once there is something to start; who does something else in the window is left alone. */
static void
take_focus (ZgRoundStart *self)
{
  if (!self->had_focus && gtk_widget_get_sensitive (GTK_WIDGET (self->start_button)))
    self->had_focus = gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

static void
update (ZgRoundStart *self)
{
  gint64 n_allowed = count_allowed (self);
  gboolean is_marketing = gtk_switch_get_active (self->marketing);
  /* TRANSLATORS: a button that starts a round, and with how many customers */
  g_autofree char *label = g_strdup_printf (_("Start with %ld"), (glong) n_allowed);

  zg_markup_row_set_subtitle (self->marketing_row,
                              is_marketing ? _("Consent counts, and how often they were invited this month")
                                           : _("Order service is never limited"));
  gtk_button_set_label (self->start_button, self->is_counted ? label : _("Start"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button),
                            self->is_counted && n_allowed > 0 && zg_round_choice_get_reply (self->choice) != NULL);
  show_outlook (self);
  take_focus (self);
}

static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgRoundStart) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgMarketingCounts counts;

  if (!zg_round_load_counts_finish (result, &counts, &error))
    {
      if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }
  if (self->session == NULL)
    return;
  self->counts = counts;
  self->is_counted = TRUE;
  update (self);
}

static ZgStage
find_stage (const ZgCustomerFilter *filter)
{
  if (filter->unshipped)
    return ZG_STAGE_DELAY;
  return filter->birthday != 0 ? ZG_STAGE_BIRTHDAY : ZG_STAGE_PROMOTION;
}

/* Another segment: how many are in it, and what is proposed for them. */
static void
segment_cb (ZgRoundStart *self)
{
  const ZgSegment *segment = get_segment (self);
  g_autoptr (ZgCustomerFilter) filter = segment != NULL ? zg_customer_filter_parse (segment->filter, NULL) : NULL;

  if (self->is_filling || segment == NULL)
    return;
  if (filter != NULL)
    {
      zg_round_choice_set_stage (self->choice, find_stage (filter));
      gtk_switch_set_active (self->marketing, zg_round_is_marketing (filter));
    }
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  self->is_counted = FALSE;
  show_error (self, NULL);
  update (self);
  zg_round_load_counts_async (self->session, segment->filter, get_ids (self), self->counting, counted_cb,
                              g_object_ref (self));
}

static guint
find_filter (ZgRoundStart *self,
             const char   *filter)
{
  for (guint i = 0; i < self->segments->len; i++)
    if (g_strcmp0 (((const ZgSegment *) self->segments->pdata[i])->filter, filter) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
delay_cb (ZgRoundStart *self)
{
  guint place = find_filter (self, "unshipped");

  if (place == GTK_INVALID_LIST_POSITION)
    return;
  adw_combo_row_set_selected (self->segment_row, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

/* What there is *****************************************************************************************************/

static void
go_on_cb (ZgRoundStart *self,
          GtkWidget    *button)
{
  gint64 *round_id = g_object_get_data (G_OBJECT (button), "round");

  g_signal_emit (self, signals[WALK], 0, *round_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_open (ZgRoundStart     *self,
          const ZgRoundSum *sum)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (C_("round", "Go on"));
  gint64 n_members = zg_round_sum_get_n_members (sum);
  g_autofree char *progress = g_strdup_printf (_("%1$ld of %2$ld done"),
                                               (glong) (n_members - sum->counts[ZG_ROUND_TO_DO]), (glong) n_members);
  g_autofree char *name = g_strdup_printf (_("Go on with %s"), sum->round->name);

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), sum->round->name);
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), progress);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "round", g_memdup2 (&sum->round->id, sizeof sum->round->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->open_group, row);
}

/* The filter that it was opened with has a name where it is a segment, else its description is one. */
static void
add_wanted (ZgRoundStart *self)
{
  g_autoptr (ZgCustomerFilter) filter = zg_customer_filter_parse (self->wanted, NULL);
  g_autofree char *words = filter != NULL && !zg_customer_filter_is_empty (filter) ? zg_customer_filter_describe (filter) : NULL;

  if (filter == NULL || (words != NULL && find_filter (self, self->wanted) != GTK_INVALID_LIST_POSITION))
    return;
  g_ptr_array_insert (self->segments, 0, zg_segment_new (words != NULL ? words : _("All customers"), self->wanted));
}

static void
add_chosen (ZgRoundStart *self)
{
  guint n = self->customer_ids->len;
  g_autofree char *name = g_strdup_printf (ngettext ("%u chosen customer", "%u chosen customers", n), n);

  g_ptr_array_insert (self->segments, 0, zg_segment_new (name, ""));
}

static void
offered_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgRoundStart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgRoundOffer) offer = zg_round_load_offer_finish (result, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->session == NULL)
    return;
  if (offer == NULL)
    {
      show_error (self, error);
      return;
    }

  for (guint i = 0; i < offer->open->len; i++)
    add_open (self, offer->open->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), offer->open->len > 0);

  g_clear_pointer (&self->segments, g_ptr_array_unref);
  self->segments = g_ptr_array_ref (offer->segments);
  if (self->customer_ids != NULL)
    add_chosen (self);
  else
    add_wanted (self);
  for (guint i = 0; i < self->segments->len; i++)
    gtk_string_list_append (names, ((const ZgSegment *) self->segments->pdata[i])->name);
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->segment_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->segment_row, self->customer_ids != NULL ? 0 : find_filter (self, self->wanted));
  self->is_filling = FALSE;
  segment_cb (self);
}

/* Starting **********************************************************************************************************/

static void
started_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgRoundStart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgRoundJob) job = zg_round_job_run_finish (result, &error);

  if (self->session == NULL)
    return;
  if (job == NULL)
    {
      show_error (self, error);
      update (self);
      return;
    }
  g_signal_emit (self, signals[WALK], 0, job->round_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
start_cb (ZgRoundStart *self)
{
  const ZgSegment *segment = get_segment (self);
  const ZgReply *reply = zg_round_choice_get_reply (self->choice);
  GArray *ids = get_ids (self);
  ZgRoundJob *job;

  if (segment == NULL || reply == NULL)
    return;
  job = zg_round_job_new (ZG_ROUND_JOB_START, self->session, 0);
  job->name = g_strdup (segment->name);
  job->filter = g_strdup (segment->filter);
  job->customer_ids = ids != NULL ? g_array_ref (ids) : NULL;
  job->reply_id = reply->id;
  job->marketing = gtk_switch_get_active (self->marketing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), FALSE);
  zg_round_job_run_async (job, started_cb, g_object_ref (self));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* What is still read or written holds the closed window for a moment, longer than its parent may live. */
static void
zg_round_start_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zg_round_start_parent_class)->unrealize (widget);

  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
zg_round_start_dispose (GObject *object)
{
  ZgRoundStart *self = ZG_ROUND_START (object);

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->loading);
  g_clear_object (&self->counting);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_ROUND_START);

  G_OBJECT_CLASS (zg_round_start_parent_class)->dispose (object);
}

static void
zg_round_start_finalize (GObject *object)
{
  ZgRoundStart *self = ZG_ROUND_START (object);

  g_free (self->wanted);
  g_clear_pointer (&self->customer_ids, g_array_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_round_start_parent_class)->finalize (object);
}

static void
zg_round_start_class_init (ZgRoundStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_round_start_dispose;
  widget_class->unrealize = zg_round_start_unrealize;
  G_OBJECT_CLASS (klass)->finalize = zg_round_start_finalize;

  signals[WALK] =
    g_signal_new ("walk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (ZG_TYPE_ROUND_CHOICE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-round-start.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, choice);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, delay_row);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, error);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, marketing);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, marketing_row);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, open_group);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, outlook);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, segment_row);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundStart, start_button);
  gtk_widget_class_bind_template_callback (widget_class, delay_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
zg_round_start_init (ZgRoundStart *self)
{
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_segment_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_switch_set_active (self->marketing, TRUE);
}

/**
 * zg_round_start_new:
 * @parent: the window
 * @session: the shop
 * @filter: the text of a #ZgCustomerFilter that is proposed; empty for all customers
 * @customer_ids: (nullable) (element-type gint64): customers that were chosen one by one, instead
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_round_start_new (GtkWindow  *parent,
                    ZgSession  *session,
                    const char *filter,
                    GArray     *customer_ids)
{
  ZgRoundStart *self = g_object_new (ZG_TYPE_ROUND_START, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->wanted = g_strdup (filter);
  self->customer_ids = customer_ids != NULL ? g_array_ref (customer_ids) : NULL;
  self->loading = g_cancellable_new ();
  /* Beside a chat it is no wider than what it is for. */
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (480, MAX (360, gtk_widget_get_width (GTK_WIDGET (parent)))),
                               MIN (720, MAX (480, gtk_widget_get_height (GTK_WIDGET (parent)))));
  zg_round_choice_set_session (self->choice, session);
  update (self);
  zg_round_load_offer_async (session, self->loading, offered_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
