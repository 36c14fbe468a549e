/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-window"

#include "config.h"

#include "zg-merge-window.h"

#include <glib/gi18n.h>

#include "zg-adaptive-bin.h"
#include "zg-error-text.h"
#include "zg-hint-bar.h"
#include "zg-masked-phones.h"
#include "zg-merge-job.h"
#include "zg-merge-row.h"

#define WIDTH 760
#define HEIGHT 620
#define MIN_WIDTH 360

/**
 * ZgMergeWindow:
 *
 * Two entries that may be one person, side by side: what they say differently, with a choice for each, and what goes along.
 * Nothing is written before a person says that they are one, or that they are two.
 */
struct _ZgMergeWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  GCancellable *cancellable;
  ZgMergePair *pair;            /* NULL until it is loaded */
  gint64 kept_id;
  gint64 other_id;
  gboolean writing;

  /* template */
  ZgAdaptiveBin *bin;
  GtkWidget *content;
  GtkLabel *error;
  GtkWidget *heads;
  ZgHintBar *hints;
  GtkLabel *kept_facts;
  GtkLabel *kept_name;
  GtkWidget *merge;
  GtkLabel *moves;
  GtkLabel *other_facts;
  GtkLabel *other_name;
  GtkWidget *rows;
  GtkLabel *same;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgMergeWindow, zg_merge_window, ADW_TYPE_WINDOW)

/* Showing **********************************************************************************************************/

static void
show_error (ZgMergeWindow *self,
            const char    *text)
{
  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

static void
set_can_decide (ZgMergeWindow *self,
                gboolean       can_decide)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", can_decide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.not-same", can_decide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.swap", can_decide);
}

static void
chosen_cb (ZgMergeWindow *self,
           int            field,
           int            choice,
           ZgMergeRow    *row)
{
  g_autoptr (GError) error = NULL;

  if (self->pair == NULL)
    return;
  show_error (self, NULL);
  if (zg_merge_plan_choose (self->pair->plan, field, choice, &error))
    return;
  show_error (self, error->message);
  zg_merge_row_choose (row, self->pair->plan->choices[field]);
}

/* What tells one from the other where the names are the same. */
static char *
describe (ZgMergeWindow    *self,
          const ZgCustomer *customer)
{
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), NULL);
  const ZgCustomerPhone *phone = customer->phones->len > 0 ? customer->phones->pdata[0] : NULL;
  g_autofree char *number = db != NULL && phone != NULL ? zg_masked_phones_to_text (db, phone->phone) : NULL;
  g_autofree char *orders =
    g_strdup_printf (ngettext ("%d order", "%d orders", (int) customer->n_orders), (int) customer->n_orders);

  /* TRANSLATORS: of a customer: a phone number, and "3 orders" */
  return number != NULL ? g_strdup_printf (_("%s · %s"), number, orders) : g_steal_pointer (&orders);
}

static void
show_heads (ZgMergeWindow *self)
{
  g_autofree char *kept_facts = describe (self, self->pair->kept);
  g_autofree char *other_facts = describe (self, self->pair->other);
  /* TRANSLATORS: of two entries of one person: a name */
  g_autofree char *kept = g_strdup_printf (_("%s stays"), zg_customer_get_call_name (self->pair->kept));
  /* TRANSLATORS: of two entries of one person: a name */
  g_autofree char *other = g_strdup_printf (_("%s goes into it"), zg_customer_get_call_name (self->pair->other));

  gtk_label_set_text (self->kept_name, kept);
  gtk_label_set_text (self->other_name, other);
  gtk_label_set_text (self->kept_facts, kept_facts);
  gtk_label_set_text (self->other_facts, other_facts);
}

/* What both say alike is told in one line, so that the eye rests on the rest. */
static void
show_rows (ZgMergeWindow *self)
{
  const ZgMergePlan *plan = self->pair->plan;
  gboolean stacked = zg_adaptive_bin_get_column_mode (self->bin) == ZG_COLUMN_MODE_SLIM;
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);

  for (int field = 0; field < ZG_N_MERGE_FIELDS; field++)
    {
      GtkWidget *row;

      if (zg_merge_plan_differs (plan, field))
        {
          row = zg_merge_row_new (plan, field);
          zg_merge_row_set_stacked (ZG_MERGE_ROW (row), stacked);
          g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      else if (plan->kept.values[field].disclosure != ZG_DISCLOSURE_ABSENT
               && plan->other.values[field].disclosure != ZG_DISCLOSURE_ABSENT)
        {
          g_ptr_array_add (same, (gpointer) zg_merge_field_to_label (field));
        }
    }
  gtk_widget_set_visible (self->rows, gtk_widget_get_first_child (self->rows) != NULL);

  g_ptr_array_add (same, NULL);
  /* TRANSLATORS: between names of fields */
  list = g_strjoinv (_(", "), (char **) same->pdata);
  text = g_strdup_printf (_("The same in both: %s"), list);
  gtk_label_set_text (self->same, text);
  gtk_widget_set_visible (GTK_WIDGET (self->same), same->len > 1);
}

static void
show_moves (ZgMergeWindow *self)
{
  const ZgMergeMoves *moves = &self->pair->moves;
  g_autofree char *orders =
    g_strdup_printf (ngettext ("%d order", "%d orders", (int) moves->n_orders), (int) moves->n_orders);
  g_autofree char *follow_ups =
    g_strdup_printf (ngettext ("%d follow-up", "%d follow-ups", (int) moves->n_follow_ups), (int) moves->n_follow_ups);
  g_autofree char *contacts = g_strdup_printf (ngettext ("%d line of the timeline", "%d lines of the timeline",
                                                         (int) moves->n_contacts), (int) moves->n_contacts);
  /* TRANSLATORS: "2 orders", "1 follow-up", "5 lines of the timeline" */
  g_autofree char *text = g_strdup_printf (_("All phones, accounts, addresses and tags of both stay, and gaps are filled. "
                                             "%s, %s and %s go along. You can take it back."),
                                           orders, follow_ups, contacts);

  gtk_label_set_text (self->moves, text);
}

/* Nothing can be decided any more; what was shown stays readable. */
static void
show_gone (ZgMergeWindow *self,
           const GError  *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    text = g_strdup (_("One of the two is not in the shop any more: merged or erased elsewhere. There is nothing left to "
                       "merge."));
  else
    text = zg_error_text_to_body (error);
  g_clear_pointer (&self->pair, zg_merge_pair_free);
  set_can_decide (self, FALSE);
  gtk_widget_set_sensitive (self->rows, FALSE);
  show_error (self, text);
}

/* Whether both are as they are shown, so that what was chosen still counts. */
static gboolean
is_as_shown (ZgMergeWindow     *self,
             const ZgMergePair *pair)
{
  const ZgMergePlan *shown = self->pair != NULL ? self->pair->plan : NULL;

  return shown != NULL && shown->kept.id == pair->plan->kept.id && shown->kept.version == pair->plan->kept.version
         && shown->other.id == pair->plan->other.id && shown->other.version == pair->plan->other.version;
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgMergePair *pair = zg_merge_pair_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_show (self->content);
  if (pair == NULL)
    {
      show_gone (self, error);
      return;
    }
  if (is_as_shown (self, pair))
    {
      zg_merge_pair_free (pair);
      return;
    }

  g_clear_pointer (&self->pair, zg_merge_pair_free);
  self->pair = pair;
  show_heads (self);
  show_rows (self);
  show_moves (self);
  set_can_decide (self, TRUE);
  gtk_widget_set_sensitive (self->rows, TRUE);
  gtk_widget_grab_focus (self->merge);
}

static void
reload (ZgMergeWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_merge_pair_load_async (self->session, self->kept_id, self->other_id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* Another window, or another program, may have merged or erased one of them meanwhile. */
static void
store_changed_cb (ZgMergeWindow *self,
                  guint          tables,
                  GArray        *customer_ids)
{
  gboolean concerned = customer_ids == NULL;

  if ((tables & ZG_TABLE_CUSTOMER) == 0 || self->writing || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  for (guint i = 0; !concerned && i < customer_ids->len; i++)
    {
      gint64 id = g_array_index (customer_ids, gint64, i);

      concerned = id == self->kept_id || id == self->other_id;
    }
  if (concerned)
    reload (self);
}

static void
mode_cb (ZgMergeWindow *self)
{
  gboolean stacked = zg_adaptive_bin_get_column_mode (self->bin) == ZG_COLUMN_MODE_SLIM;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->heads),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->heads), !stacked);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !stacked);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    zg_merge_row_set_stacked (ZG_MERGE_ROW (row), stacked);
}

/* Deciding *********************************************************************************************************/

/* Somebody at another desk was quicker: both are shown as they are now, with the reason above the buttons. */
static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgMergeJob *job = zg_merge_job_run_finish (result, &error);

  self->writing = FALSE;
  if (job == NULL)
    {
      g_autofree char *text = zg_error_text_to_body (error);

      show_error (self, text);
      reload (self);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, job);
  gtk_window_close (GTK_WINDOW (self));
}

static void
decide (ZgMergeWindow *self,
        gboolean       same)
{
  if (self->writing || self->pair == NULL)
    return;
  self->writing = TRUE;
  show_error (self, NULL);
  zg_merge_job_run_async (zg_merge_job_new (self->session, self->pair, same), done_cb, g_object_ref (self));
}

static void
merge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  decide (ZG_MERGE_WINDOW (widget), TRUE);
}

static void
not_same_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  decide (ZG_MERGE_WINDOW (widget), FALSE);
}

static void
swap_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgMergeWindow *self = ZG_MERGE_WINDOW (widget);
  gint64 kept_id = self->kept_id;

  if (self->writing)
    return;
  self->kept_id = self->other_id;
  self->other_id = kept_id;
  show_error (self, NULL);
  reload (self);
}

/* GObject **********************************************************************************************************/

static void
zg_merge_window_dispose (GObject *object)
{
  ZgMergeWindow *self = ZG_MERGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pair, zg_merge_pair_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_merge_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, content);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, heads);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, hints);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, kept_facts);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, kept_name);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, merge);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, moves);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, other_facts);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, other_name);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeWindow, same);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
zg_merge_window_class_init (ZgMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_merge_window_dispose;

  /**
   * ZgMergeWindow::done:
   * @self: the window
   * @job: (transfer full): the #ZgMergeJob that was done
   *
   * It was merged, or noted that they are two people.
   */
  signals[DONE] = g_signal_new ("done", ZG_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);

  g_type_ensure (ZG_TYPE_ADAPTIVE_BIN);
  g_type_ensure (ZG_TYPE_HINT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-merge-window.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "merge.not-same", NULL, not_same_cb);
  gtk_widget_class_install_action (widget_class, "merge.swap", NULL, swap_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "merge.not-same", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, 0, "merge.swap", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "merge.merge", NULL);
}

static void
zg_merge_window_init (ZgMergeWindow *self)
{
  const ZgHint hints[] = {
    { "Ctrl+Enter", _("merge") },
    { "N", _("not the same person") },
    { "X", _("keep the other one") },
    { "S", C_("decide about duplicates", "later") },
    { "Tab", _("next field") },
    { "←→", _("other value") },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  zg_hint_bar_set_hints (self->hints, hints, G_N_ELEMENTS (hints));
  set_can_decide (self, FALSE);
}

/**
 * zg_merge_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 * @kept_id: who is to stay; a person may swap them
 * @other_id: who is to go into them
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_merge_window_new (GtkWindow *parent,
                     ZgSession *session,
                     gint64     kept_id,
                     gint64     other_id)
{
  ZgMergeWindow *self = g_object_new (ZG_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->kept_id = kept_id;
  self->other_id = other_id;
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), MIN_WIDTH, WIDTH),
                               HEIGHT);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WINDOW (self);
}
