/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-banner"

#include "config.h"

#include "zg-round-banner.h"

#include <glib/gi18n.h>

#include "zg-round-job.h"
#include "zg-round-load.h"
#include "zg-session-write.h"
#include "zg-toast-area.h"

/**
 * ZgRoundBanner:
 *
 * One line above the list of customers while a round goes on: how far it is, a button to go on with it, and one to end it.
 * It is there as well when the program is started again.
 */
struct _ZgRoundBanner
{
  GtkBox parent_instance;

  ZgSession *session;
  gint64 round_id;              /* the newest that goes on, or 0 */
  gboolean is_walking;
  GCancellable *loading;
  GtkLabel *label;
};

enum {
  WALK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundBanner, zg_round_banner, GTK_TYPE_BOX)

static void
show (ZgRoundBanner    *self,
      const ZgRoundSum *sum)
{
  gint64 n_members = zg_round_sum_get_n_members (sum);
  /* TRANSLATORS: the name of a round, and how many of its customers are done */
  g_autofree char *text = g_strdup_printf (_("Round “%1$s”: %2$ld of %3$ld done"), sum->round->name,
                                           (glong) (n_members - sum->counts[ZG_ROUND_TO_DO]), (glong) n_members);

  self->round_id = sum->round->id;
  gtk_label_set_text (self->label, text);
}

static void
update (ZgRoundBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->round_id != 0 && !self->is_walking);
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgRoundBanner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgRoundOffer) offer = zg_round_load_offer_finish (result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (offer == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }
  self->round_id = 0;
  if (offer->open->len > 0)
    show (self, offer->open->pdata[0]);
  update (self);
}

static void
load (ZgRoundBanner *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  zg_round_load_offer_async (self->session, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (ZgRoundBanner *self,
                  guint          tables)
{
  if ((tables & ZG_TABLE_ROUND) != 0 && self->session != NULL)
    load (self);
}

static void
go_on_cb (ZgRoundBanner *self)
{
  if (self->round_id != 0)
    g_signal_emit (self, signals[WALK], 0, self->round_id);
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_round_take_back (db, *(gint64 *) data, error);
}

typedef struct {
  ZgSession *session;
  gint64 round_id;
} Ended;

static void
ended_free (gpointer data)
{
  Ended *ended = data;

  g_object_unref (ended->session);
  g_free (ended);
}

static void
undo_cb (gpointer data)
{
  Ended *ended = data;

  zg_session_write (ended->session, take_back, g_memdup2 (&ended->round_id, sizeof ended->round_id), g_free);
}

static void
ended_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgRoundBanner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgRoundJob) job = zg_round_job_run_finish (result, &error);
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA);
  Ended *ended;

  if (self->session == NULL)
    return;
  if (job == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }
  if (toasts == NULL)
    return;
  ended = g_new0 (Ended, 1);
  ended->session = g_object_ref (self->session);
  ended->round_id = job->round_id;
  zg_toast_area_show_undo (ZG_TOAST_AREA (toasts), _("The round is finished"), NULL, undo_cb, ended, ended_free);
}

static void
end_cb (ZgRoundBanner *self)
{
  if (self->round_id != 0)
    zg_round_job_run_async (zg_round_job_new (ZG_ROUND_JOB_STOP, self->session, self->round_id), ended_cb,
                            g_object_ref (self));
}

static void
zg_round_banner_dispose (GObject *object)
{
  ZgRoundBanner *self = ZG_ROUND_BANNER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_round_banner_parent_class)->dispose (object);
}

static void
zg_round_banner_class_init (ZgRoundBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_round_banner_dispose;

  signals[WALK] =
    g_signal_new ("walk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
zg_round_banner_init (ZgRoundBanner *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *go_on = gtk_button_new_with_label (C_("round", "Go on"));
  GtkWidget *end = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "banner");
  gtk_widget_add_css_class (GTK_WIDGET (self), "info");
  gtk_widget_add_css_class (GTK_WIDGET (self), "round-banner");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  self->label = GTK_LABEL (label);
  g_signal_connect_object (go_on, "clicked", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (end, "flat");
  gtk_widget_set_tooltip_text (end, _("End this round"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (end), GTK_ACCESSIBLE_PROPERTY_LABEL, _("End this round"), -1);
  g_signal_connect_object (end, "clicked", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), go_on);
  gtk_box_append (GTK_BOX (self), end);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * zg_round_banner_new:
 * @session: the shop
 *
 * Returns: (transfer floating): a line that is seen while a round goes on
 */
GtkWidget *
zg_round_banner_new (ZgSession *session)
{
  ZgRoundBanner *self = g_object_new (ZG_TYPE_ROUND_BANNER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

/**
 * zg_round_banner_set_is_walking:
 * @is_walking: whether the round itself is on the screen
 */
void
zg_round_banner_set_is_walking (ZgRoundBanner *self,
                                gboolean       is_walking)
{
  g_return_if_fail (ZG_IS_ROUND_BANNER (self));

  self->is_walking = is_walking;
  update (self);
}
