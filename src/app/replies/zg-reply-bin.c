/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-bin"

#include "config.h"

#include "zg-reply-bin.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-reply-job.h"

struct _ZgReplyBin
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* not owned: it holds this */
  GCancellable *loading;

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ZgReplyBin, zg_reply_bin, GTK_TYPE_WIDGET)

typedef struct {
  GPtrArray *replies;
} BinLoad;

static void
bin_load_free (gpointer data)
{
  BinLoad *load = data;

  g_clear_pointer (&load->replies, g_ptr_array_unref);
  g_free (load);
}

static void
restore_cb (ZgReplyBin *self,
            GtkWidget  *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "zg-id");
  const char *title = g_object_get_data (G_OBJECT (button), "zg-title");
  /* Translators: the title of a reply */
  g_autofree char *done = g_strdup_printf (_("“%s” is back"), title);

  zg_reply_job_run (zg_reply_job_new (ZG_REPLY_JOB_RESTORE, self->session, *id), self->toasts, done);
}

static GtkWidget *
create_restore_button (ZgReplyBin    *self,
                       const ZgReply *reply)
{
  GtkWidget *button = gtk_button_new_with_label (_("Bring back"));
  /* Translators: a button's name for who does not see it; the title of a reply */
  g_autofree char *label = g_strdup_printf (_("Bring back “%s”"), reply->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "zg-id", g_memdup2 (&reply->id, sizeof reply->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "zg-title", g_strdup (reply->title), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe (ZgReplyBin    *self,
          const ZgReply *reply)
{
  ZgClock *clock = zg_session_get_clock (self->session);
  ZgTime left = reply->deleted_at + ZG_REPLY_BIN_TIME - zg_clock_now (clock);
  int days = (int) MAX ((left + ZG_TIME_DAY - 1) / ZG_TIME_DAY, 0);
  g_autofree char *when = zg_time_to_text (reply->deleted_at, zg_clock_now (clock), zg_clock_get_zone (clock));

  /* Translators: of a reply in the bin: its group, when it was deleted, how long it is kept */
  return g_strdup_printf (ngettext ("%s · deleted %s · kept for %d more day", "%s · deleted %s · kept for %d more days",
                                    days), reply->group_name, when, days);
}

static GtkWidget *
create_row (ZgReplyBin    *self,
            const ZgReply *reply)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (reply->title);
  g_autofree char *facts = describe (self, reply);
  GtkWidget *line = gtk_label_new (facts);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "who");
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_widget_add_css_class (line, "caption");
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), create_restore_button (self, reply));
  gtk_widget_add_css_class (row, "manage-row");
  return row;
}

static void
show (ZgReplyBin *self,
      GPtrArray  *replies)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < replies->len; i++)
    {
      gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (replies, i)));
      /* The buttons have the focus, not the rows. */
      gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->list)), FALSE);
    }
  gtk_stack_set_visible_child_name (self->stack, replies->len > 0 ? "list" : "empty");
  /* The first one is where the keyboard begins, also when the one that had the focus is back and gone from here. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
read_bin (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  BinLoad *load = data;

  load->replies = zg_reply_table_load_bin (db, error);
  return load->replies != NULL;
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgReplyBin) self = user_data;
  g_autoptr (GError) error = NULL;
  BinLoad *load = zg_store_finish (ZG_STORE (store), result, &error);

  if (load == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
        zg_session_fail (self->session, error);
      return;
    }
  if (self->stack != NULL)
    show (self, load->replies);
  bin_load_free (load);
}

static void
zg_reply_bin_dispose (GObject *object)
{
  ZgReplyBin *self = ZG_REPLY_BIN (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_reply_bin_parent_class)->dispose (object);
}

static void
zg_reply_bin_class_init (ZgReplyBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_bin_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_reply_bin_init (ZgReplyBin *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->stack = GTK_STACK (stack);
  self->list = GTK_LIST_BOX (list);
  gtk_widget_set_parent (stack, GTK_WIDGET (self));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Deleted replies"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_widget_add_css_class (clamp, "form");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack,
                       zg_empty_state_new ("user-trash-symbolic", _("The bin is empty"),
                                           _("Deleted replies stay here for 30 days.")), "empty");
}

/**
 * zg_reply_bin_new:
 * @session: the shop
 * @toasts: where to say what was brought back
 *
 * Returns: (transfer full): an empty list; zg_reply_bin_reload() fills it
 */
GtkWidget *
zg_reply_bin_new (ZgSession   *session,
                  ZgToastArea *toasts)
{
  ZgReplyBin *self = g_object_new (ZG_TYPE_REPLY_BIN, NULL);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  return GTK_WIDGET (self);
}

/**
 * zg_reply_bin_reload:
 *
 * Reads the bin anew.
 */
void
zg_reply_bin_reload (ZgReplyBin *self)
{
  g_return_if_fail (ZG_IS_REPLY_BIN (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  zg_store_read_async (zg_session_get_store (self->session), read_bin, g_new0 (BinLoad, 1), bin_load_free,
                       self->loading, loaded_cb, g_object_ref (self));
}
