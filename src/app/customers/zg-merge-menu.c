/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-menu"

#include "config.h"

#include "zg-merge-menu.h"

#include <glib/gi18n.h>

#include "zg-customer-merge.h"
#include "zg-message.h"
#include "zg-session-write.h"

/* The merges that made a customer, as lines of their page's menu: each can be taken back, however long ago it was. */

#define CANCELLABLE_KEY "zg-merges-read"
/* A menu holds no more; who stands behind comes up when the later ones are taken back. */
#define MAX_LINES 5

typedef struct {
  gint64 customer_id;
  GPtrArray *merges;
  GMenu *menu;
  GTimeZone *zone;
  ZgTime now;
} ListJob;

static void
list_job_free (gpointer data)
{
  ListJob *job = data;

  g_clear_pointer (&job->merges, g_ptr_array_unref);
  g_object_unref (job->menu);
  g_time_zone_unref (job->zone);
  g_free (job);
}

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ListJob *job = data;

  job->merges = zg_merge_table_list (db, job->customer_id, error);
  return job->merges != NULL;
}

/* A label of a menu takes an underscore for a key. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
listed_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  ListJob *job = zg_store_finish (ZG_STORE (store), result, NULL);

  if (job == NULL)
    return;
  g_menu_remove_all (job->menu);
  for (guint i = 0; i < MIN (job->merges->len, MAX_LINES); i++)
    {
      const ZgCustomerMerge *merge = g_ptr_array_index (job->merges, i);
      g_autofree char *name = escape (merge->other_name);
      g_autofree char *at = zg_time_to_text (merge->at, job->now, job->zone);
      /* TRANSLATORS: of a menu: the name of a customer, and when they were merged */
      g_autofree char *label = g_strdup_printf (_("Undo merge with %s (%s)…"), name, at);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "customers.unmerge", "x", merge->id);
      g_menu_append_item (job->menu, item);
    }
  list_job_free (job);
}

/**
 * zg_merge_menu_fill:
 * @menu: a section of a menu
 * @session: the shop
 * @customer_id: a customer
 *
 * Has the menu tell soon which merges of this customer can be taken back, by `customers.unmerge`.
 */
void
zg_merge_menu_fill (GMenu     *menu,
                    ZgSession *session,
                    gint64     customer_id)
{
  GCancellable *cancellable = g_cancellable_new ();
  ZgClock *clock = zg_session_get_clock (session);
  ListJob *job = g_new0 (ListJob, 1);

  g_cancellable_cancel (g_object_get_data (G_OBJECT (menu), CANCELLABLE_KEY));
  g_object_set_data_full (G_OBJECT (menu), CANCELLABLE_KEY, cancellable, g_object_unref);
  job->customer_id = customer_id;
  job->menu = g_object_ref (menu);
  job->zone = g_time_zone_ref (zg_clock_get_zone (clock));
  job->now = zg_clock_now (clock);
  zg_store_read_async (zg_session_get_store (session), list, job, list_job_free, cancellable, listed_cb, NULL);
}

/* Taking back ******************************************************************************************************/

typedef struct {
  GtkWidget *widget;
  ZgSession *session;
  ZgClock *clock;
  gint64 merge_id;              /* what the person wants */
  ZgCustomerMerge *merge;
  ZgCustomerMerge *first;       /* what has to be taken back before, or the same */
} UndoJob;

static void
undo_job_free (gpointer data)
{
  UndoJob *job = data;

  g_object_unref (job->widget);
  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  zg_customer_merge_free (job->merge);
  zg_customer_merge_free (job->first);
  g_free (job);
}

static gboolean
look (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  UndoJob *job = data;
  g_autoptr (GPtrArray) merges = NULL;

  job->merge = zg_merge_table_load (db, job->merge_id, error);
  merges = job->merge != NULL ? zg_merge_table_list (db, job->merge->kept_id, error) : NULL;
  if (merges == NULL)
    return FALSE;
  if (merges->len > 0)
    job->first = g_ptr_array_steal_index (merges, 0);
  return TRUE;
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  UndoJob *job = data;
  g_autoptr (ZgCustomerMerge) merge = zg_customer_unmerge (db, job->first->id, job->clock, error);

  return merge != NULL;
}

static void
taken_back_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  UndoJob *job = zg_store_finish (ZG_STORE (store), result, &error);
  g_autofree char *text = NULL;

  if (job == NULL)
    {
      zg_session_fail (session, error);
      return;
    }
  /* TRANSLATORS: %s is a customer who was merged into another one */
  text = g_strdup_printf (_("%s is a customer of their own again"), job->first->other_name);
  gtk_widget_activate_action (job->widget, "win.toast", "s", text);
  undo_job_free (job);
}

static void
agreed_cb (gpointer data)
{
  const UndoJob *asked = data;
  UndoJob *job = g_new0 (UndoJob, 1);

  job->widget = g_object_ref (asked->widget);
  job->session = g_object_ref (asked->session);
  job->clock = zg_clock_ref (asked->clock);
  job->first = g_new0 (ZgCustomerMerge, 1);
  job->first->id = asked->first->id;
  job->first->other_name = g_strdup (asked->first->other_name);
  zg_store_write_async (zg_session_get_store (job->session), take_back, job, undo_job_free, NULL, taken_back_cb,
                        g_object_ref (job->session));
}

/* A later merge was made of what an earlier one left: the last one is taken back first. */
static char *
make_body (const UndoJob *job)
{
  g_autofree char *at = zg_time_to_text (job->first->at, zg_clock_now (job->clock), zg_clock_get_zone (job->clock));

  if (job->first->id != job->merge->id)
    /* TRANSLATORS: a customer, the day of their merge, and a customer who was merged earlier */
    return g_strdup_printf (_("%s was merged into the same customer later (%s). That merge has to be taken back before the "
                              "one with %s."), job->first->other_name, at, job->merge->other_name);
  return g_strdup_printf (_("They were merged: %s. What came with %s goes back to them; what was changed since stays."), at,
                          job->first->other_name);
}

static void
ask (UndoJob *job)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (job->widget));
  g_autofree char *heading = g_strdup_printf (_("Undo merge with %s?"), job->first->other_name);
  g_autofree char *body = make_body (job);

  zg_message_ask (window, heading, body, _("_Undo merge"), FALSE, agreed_cb, job, undo_job_free);
}

static void
looked_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  UndoJob *job = zg_store_finish (ZG_STORE (store), result, &error);

  if (job == NULL)
    zg_session_fail (session, error);
  else if (job->first != NULL && gtk_widget_get_root (job->widget) != NULL)
    ask (job);
  else
    undo_job_free (job);
}

/**
 * zg_merge_menu_undo:
 * @widget: the page
 * @session: the shop
 * @merge_id: a merge
 *
 * Asks whether to take a merge back, or a later one that has to go first, and does it.
 */
void
zg_merge_menu_undo (GtkWidget *widget,
                    ZgSession *session,
                    gint64     merge_id)
{
  UndoJob *job = g_new0 (UndoJob, 1);

  job->widget = g_object_ref (widget);
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->merge_id = merge_id;
  zg_store_read_async (zg_session_get_store (session), look, job, undo_job_free, NULL, looked_cb, g_object_ref (session));
}
