/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-health-page"

#include "config.h"

#include "zg-reply-health-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-reply-health-row.h"
#include "zg-reply-job.h"

/* Of one kind so many are listed; who mends these sees the next. */
#define MAX_ROWS 50
#define MAX_USES 10

struct _ZgReplyHealthPage
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* not owned: it holds this */
  GCancellable *loading;

  GtkStack *stack;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (ZgReplyHealthPage, zg_reply_health_page, GTK_TYPE_WIDGET)

typedef struct {
  ZgStore *store;
  gint64 staff_id;
  ZgTime now;
  ZgReplyHealth *health;
} HealthLoad;

static void
health_load_free (gpointer data)
{
  HealthLoad *load = data;

  g_object_unref (load->store);
  g_clear_pointer (&load->health, zg_reply_health_free);
  g_free (load);
}

/* Returns the list to fill. */
static GtkListBox *
add_section (ZgReplyHealthPage *self,
             const char        *heading,
             guint              count)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (head), label);
  if (count > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", count);
      GtkWidget *sum = gtk_label_new (number);

      gtk_widget_add_css_class (sum, "caption");
      gtk_widget_add_css_class (sum, "dim-label");
      gtk_widget_add_css_class (sum, "numeric");
      gtk_box_append (GTK_BOX (head), sum);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (self->sections, head);
  gtk_box_append (self->sections, list);
  return GTK_LIST_BOX (list);
}

static void
show_findings (ZgReplyHealthPage   *self,
               const ZgReplyHealth *health)
{
  ZgClock *clock = zg_session_get_clock (self->session);
  GtkListBox *list = NULL;
  guint n = 0;

  for (guint i = 0; i < health->findings->len; i++)
    {
      const ZgReplyFinding *finding = g_ptr_array_index (health->findings, i);
      const ZgReplyFinding *before = i > 0 ? g_ptr_array_index (health->findings, i - 1) : NULL;

      if (before == NULL || before->fault != finding->fault)
        {
          list = add_section (self, zg_reply_fault_to_label (finding->fault), health->counts[finding->fault]);
          n = 0;
        }
      if (n++ < MAX_ROWS)
        gtk_list_box_append (list, zg_reply_health_row_new (finding, clock));
    }
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const ZgReply *first = *(ZgReply * const *) a, *second = *(ZgReply * const *) b;

  if (first->use_count != second->use_count)
    return first->use_count > second->use_count ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static void
show_uses (ZgReplyHealthPage   *self,
           const ZgReplyHealth *health)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  GtkListBox *list = NULL;

  for (guint i = 0; i < health->replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (health->replies, i);

      if (reply->use_count > 0)
        g_ptr_array_add (replies, reply);
    }
  g_ptr_array_sort (replies, compare_uses);

  for (guint i = 0; i < replies->len && i < MAX_USES; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);
      g_autoptr (GPtrArray) uses = g_ptr_array_new ();

      for (guint k = 0; k < health->uses->len; k++)
        {
          if (((ZgReplyUse *) g_ptr_array_index (health->uses, k))->reply_id == reply->id)
            g_ptr_array_add (uses, g_ptr_array_index (health->uses, k));
        }
      if (list == NULL)
        list = add_section (self, _("Used most"), 0);
      gtk_list_box_append (list, zg_reply_health_row_new_use (reply, uses, zg_session_get_clock (self->session)));
    }
}

/* The first row is where the keyboard begins, also when the row that had the focus is mended and gone. */
static void
focus_first (ZgReplyHealthPage *self)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  while (list != NULL && !GTK_IS_LIST_BOX (list))
    list = gtk_widget_get_next_sibling (list);
  if (list != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
}

static void
show (ZgReplyHealthPage   *self,
      const ZgReplyHealth *health)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  show_findings (self, health);
  show_uses (self, health);
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_first_child (GTK_WIDGET (self->sections)) != NULL
                                                   ? "list" : "empty");
  focus_first (self);
}

/* On a thread and a connection of its own: nobody's search waits for it. */
static void
check (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  HealthLoad *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgDatabase) db = zg_store_open_reader (load->store, &error);

  if (db != NULL)
    load->health = zg_reply_health_check (db, load->staff_id, load->now, &error);
  if (load->health == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ZgReplyHealthPage *self = ZG_REPLY_HEALTH_PAGE (source);
  HealthLoad *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
        zg_session_fail (self->session, error);
      return;
    }
  if (self->stack != NULL)
    show (self, load->health);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *id)
{
  ZgReplyHealthPage *self = ZG_REPLY_HEALTH_PAGE (widget);

  zg_reply_job_run (zg_reply_job_new (ZG_REPLY_JOB_DELETE, self->session, g_variant_get_int64 (id)), self->toasts,
                    _("The reply is in the bin"));
}

static void
zg_reply_health_page_dispose (GObject *object)
{
  ZgReplyHealthPage *self = ZG_REPLY_HEALTH_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_reply_health_page_parent_class)->dispose (object);
}

static void
zg_reply_health_page_class_init (ZgReplyHealthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_health_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "health.delete", "x", delete_cb);
}

static void
zg_reply_health_page_init (ZgReplyHealthPage *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->stack = GTK_STACK (stack);
  self->sections = GTK_BOX (sections);
  gtk_widget_set_parent (stack, GTK_WIDGET (self));
  gtk_widget_set_valign (sections, GTK_ALIGN_START);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), sections);
  gtk_widget_add_css_class (clamp, "form");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack,
                       zg_empty_state_new ("object-select-symbolic", _("All replies are in order"),
                                           _("None is broken, expired, there twice or out of use.")), "empty");
}

/**
 * zg_reply_health_page_new:
 * @session: the shop
 * @toasts: where to say what was deleted
 *
 * Returns: (transfer full): an empty page; zg_reply_health_page_reload() fills it
 */
GtkWidget *
zg_reply_health_page_new (ZgSession   *session,
                          ZgToastArea *toasts)
{
  ZgReplyHealthPage *self = g_object_new (ZG_TYPE_REPLY_HEALTH_PAGE, NULL);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  return GTK_WIDGET (self);
}

/**
 * zg_reply_health_page_reload:
 * @self: the page
 *
 * Looks at the replies anew.
 */
void
zg_reply_health_page_reload (ZgReplyHealthPage *self)
{
  HealthLoad *load;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ZG_IS_REPLY_HEALTH_PAGE (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  load = g_new0 (HealthLoad, 1);
  load->store = g_object_ref (zg_session_get_store (self->session));
  load->staff_id = zg_session_get_clerk_id (self->session);
  load->now = zg_clock_now (zg_session_get_clock (self->session));
  task = g_task_new (self, self->loading, checked_cb, NULL);
  g_task_set_task_data (task, load, health_load_free);
  g_task_run_in_thread (task, check);
}
