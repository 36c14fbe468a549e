/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-duplicates-window"

#include "config.h"

#include "zg-duplicates-window.h"

#include <glib/gi18n.h>

#include "zg-duplicate-row.h"
#include "zg-error-text.h"
#include "zg-masked-phones.h"
#include "zg-merge-job.h"
#include "zg-merge-window.h"
#include "zg-toast-area.h"

#define WIDTH 760
#define MIN_WIDTH 360
/* Nobody works through more at a time; the next ones come when these are done. */
#define N_SHOWN 100
/* A scan that takes no longer is done again by itself when customers change, in microseconds, and so much later, in ms. */
#define QUICK_SCAN (500 * 1000)
#define RESCAN_DELAY 300

/**
 * ZgDuplicatesWindow:
 *
 * Looks through the whole shop for customers who may be one person, and goes through what was found, the surest first.
 */
struct _ZgDuplicatesWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  GCancellable *cancellable;    /* of the scan and of what follows it */
  ZgDuplicates *duplicates;     /* NULL until the first scan is done */
  gint64 scan_began;
  gint64 scan_took;
  guint rescan_timeout;
  int focus_row;                /* which row was opened last */

  /* template */
  GtkListBox *list;
  AdwStatusPage *none;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkWidget *stop;
  GtkLabel *summary;
  ZgToastArea *toasts;
};

typedef struct {
  GArray *ids;
  ZgTime now;
  GPtrArray *rows;
} RowsJob;

G_DEFINE_FINAL_TYPE (ZgDuplicatesWindow, zg_duplicates_window, ADW_TYPE_WINDOW)

/* Showing **********************************************************************************************************/

static void
rows_job_free (gpointer data)
{
  RowsJob *job = data;

  g_array_unref (job->ids);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job);
}

static gboolean
load_rows (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  RowsJob *job = data;

  job->rows = zg_list_table_customer_rows (db, (gint64 *) job->ids->data, job->ids->len, job->now, error);
  return job->rows != NULL && zg_masked_phones_apply (db, job->rows, error);
}

static const ZgCustomerRow *
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ZgCustomerRow *row = g_ptr_array_index (rows, i);

      if (row != NULL && row->id == id)
        return row;
    }
  return NULL;
}

static void
clear_list (ZgDuplicatesWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static char *
make_summary (ZgDuplicatesWindow *self)
{
  guint n = self->duplicates->pairs->len;
  guint n_crowded = self->duplicates->n_crowded;
  g_autofree char *pairs = g_strdup_printf (ngettext ("%u pair may be one person. Nothing is merged before you have seen both.",
                                                      "%u pairs may be one person. Nothing is merged before you have seen both.",
                                                      n), n);
  g_autofree char *crowded = NULL;

  if (n_crowded == 0)
    return g_steal_pointer (&pairs);
  crowded = g_strdup_printf (ngettext ("%u phone or address that very many share was left out.",
                                       "%u phones or addresses that very many share were left out.", n_crowded), n_crowded);
  return g_strconcat (pairs, " ", crowded, NULL);
}

static void
show_list (ZgDuplicatesWindow *self,
           GPtrArray          *rows)
{
  g_autofree char *summary = make_summary (self);
  GtkListBoxRow *row;
  int n = 0;

  clear_list (self);
  for (guint i = 0; i < self->duplicates->pairs->len && i < N_SHOWN; i++)
    {
      const ZgDuplicate *pair = &g_array_index (self->duplicates->pairs, ZgDuplicate, i);
      const ZgCustomerRow *a = find_row (rows, pair->a_id);
      const ZgCustomerRow *b = find_row (rows, pair->b_id);

      /* One may be gone since. */
      if (a == NULL || b == NULL)
        continue;
      gtk_list_box_append (self->list, zg_duplicate_row_new (pair, a, b));
      n++;
    }

  gtk_label_set_text (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  row = n > 0 ? gtk_list_box_get_row_at_index (self->list, CLAMP (self->focus_row, 0, n - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
rows_loaded_cb (GObject      *store,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ZgDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RowsJob *job = zg_store_finish (ZG_STORE (store), result, &error);

  if (job == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        zg_session_fail (self->session, error);
      return;
    }
  show_list (self, job->rows);
  rows_job_free (job);
}

static void
load_list (ZgDuplicatesWindow *self)
{
  RowsJob *job = g_new0 (RowsJob, 1);

  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->now = zg_clock_now (zg_session_get_clock (self->session));
  for (guint i = 0; i < self->duplicates->pairs->len && i < N_SHOWN; i++)
    {
      const ZgDuplicate *pair = &g_array_index (self->duplicates->pairs, ZgDuplicate, i);

      g_array_append_val (job->ids, pair->a_id);
      g_array_append_val (job->ids, pair->b_id);
    }
  zg_store_read_async (zg_session_get_store (self->session), load_rows, job, rows_job_free, self->cancellable,
                       rows_loaded_cb, g_object_ref (self));
}

/* Looking **********************************************************************************************************/

static void
progress_cb (double   part,
             gpointer data)
{
  ZgDuplicatesWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, part);
}

static void
scanned_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgDuplicates *duplicates = zg_duplicates_scan_finish (ZG_STORE (store), result, &error);

  if (duplicates == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *text = zg_error_text_to_body (error);

          adw_status_page_set_description (self->none, text);
          gtk_stack_set_visible_child_name (self->stack, "none");
        }
      return;
    }
  self->scan_took = g_get_monotonic_time () - self->scan_began;
  g_clear_pointer (&self->duplicates, zg_duplicates_free);
  self->duplicates = duplicates;
  load_list (self);
}

static void
scan (ZgDuplicatesWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->scan_began = g_get_monotonic_time ();
  zg_duplicates_scan_async (zg_session_get_store (self->session), progress_cb, self, self->cancellable, scanned_cb,
                            g_object_ref (self));
}

static void
begin (ZgDuplicatesWindow *self)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "scan");
  gtk_widget_grab_focus (self->stop);
  scan (self);
}

static gboolean
rescan_cb (gpointer data)
{
  ZgDuplicatesWindow *self = data;

  self->rescan_timeout = 0;
  scan (self);
  return G_SOURCE_REMOVE;
}

/* Taken back, merged elsewhere, or edited: in a shop of usual size what is shown follows at once. */
static void
store_changed_cb (ZgDuplicatesWindow *self,
                  guint               tables)
{
  if ((tables & ZG_TABLE_CUSTOMER) == 0 || self->duplicates == NULL || self->scan_took > QUICK_SCAN)
    return;
  g_clear_handle_id (&self->rescan_timeout, g_source_remove);
  self->rescan_timeout = g_timeout_add (RESCAN_DELAY, rescan_cb, self);
}

/* Deciding *********************************************************************************************************/

/* A merged entry is gone from all pairs that it was in. */
static void
forget (ZgDuplicatesWindow *self,
        const ZgMergeJob   *job)
{
  GArray *pairs = self->duplicates->pairs;

  for (guint i = pairs->len; i > 0; i--)
    {
      const ZgDuplicate *pair = &g_array_index (pairs, ZgDuplicate, i - 1);
      gboolean has_other = pair->a_id == job->other_id || pair->b_id == job->other_id;
      gboolean has_kept = pair->a_id == job->kept_id || pair->b_id == job->kept_id;

      if (has_other && (job->same || has_kept))
        g_array_remove_index (pairs, i - 1);
    }
}

static void
done_cb (ZgDuplicatesWindow *self,
         ZgMergeJob         *job)
{
  forget (self, job);
  load_list (self);
  zg_merge_job_offer_undo (job, self->toasts);
}

static void
row_activated_cb (ZgDuplicatesWindow *self,
                  GtkListBoxRow      *row)
{
  const ZgDuplicate *pair = zg_duplicate_row_get_pair (row);
  GtkWindow *window = zg_merge_window_new (GTK_WINDOW (self), self->session, pair->a_id, pair->b_id);

  self->focus_row = gtk_list_box_row_get_index (row);
  g_signal_connect_object (window, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
scan_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  begin (ZG_DUPLICATES_WINDOW (widget));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_toast_area_undo (ZG_DUPLICATES_WINDOW (widget)->toasts);
}

/* GObject **********************************************************************************************************/

/* A scan of a closed window is of use to nobody. */
static void
zg_duplicates_window_unmap (GtkWidget *widget)
{
  ZgDuplicatesWindow *self = ZG_DUPLICATES_WINDOW (widget);

  g_clear_handle_id (&self->rescan_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (zg_duplicates_window_parent_class)->unmap (widget);
}

static void
zg_duplicates_window_dispose (GObject *object)
{
  ZgDuplicatesWindow *self = ZG_DUPLICATES_WINDOW (object);

  g_clear_handle_id (&self->rescan_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->duplicates, zg_duplicates_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_duplicates_window_parent_class)->dispose (object);
}

static void
zg_duplicates_window_class_init (ZgDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_duplicates_window_dispose;
  widget_class->unmap = zg_duplicates_window_unmap;

  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, none);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, stop);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ZgDuplicatesWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.scan", NULL, scan_again_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "duplicates.scan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "duplicates.undo", NULL);
}

static void
zg_duplicates_window_init (ZgDuplicatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_duplicates_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 *
 * Returns: (transfer none): a new window, owned by GTK, which looks at once
 */
GtkWindow *
zg_duplicates_window_new (GtkWindow *parent,
                          ZgSession *session)
{
  ZgDuplicatesWindow *self = g_object_new (ZG_TYPE_DUPLICATES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), MIN_WIDTH, WIDTH), 640);
  begin (self);
  return GTK_WINDOW (self);
}
