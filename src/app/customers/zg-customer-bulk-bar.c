/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-bulk-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-bulk-bar.h"
#include "zg-customer-bulk-job.h"
#include "zg-customer-desk.h"
#include "zg-customer-export.h"

/* How often it tells how far a long change is, ms. */
#define PROGRESS_INTERVAL 100

/**
 * ZgCustomerBulkBar:
 *
 * Below the list of customers while several are chosen: how many, and what can be done with all of them. While that is done it
 * shows how far it is, and a button stops it with everything as before.
 *
 * CSS node: `box.bulk`
 */
struct _ZgCustomerBulkBar
{
  GtkBox parent_instance;

  ZgListPage *list;             /* the parent; weak, NULL once it is gone */
  ZgSession *session;
  GtkLabel *count;
  GtkWidget *buttons;
  GtkWidget *merge;
  GtkWidget *stop;
  GtkEditable *tag;
  GtkEditable *about;
  GtkMenuButton *tag_button;
  GtkMenuButton *follow_up_button;
  GtkMenuButton *export_button;
  ZgCustomerBulk *running;      /* NULL when nothing is done */
  GCancellable *cancellable;    /* of @running */
  guint progress_timeout;
};

G_DEFINE_FINAL_TYPE (ZgCustomerBulkBar, zg_customer_bulk_bar, GTK_TYPE_BOX)

static void
update (ZgCustomerBulkBar *self)
{
  guint n = self->list != NULL ? zg_list_page_get_n_chosen (self->list) : 0;
  g_autofree char *text = NULL;

  if (self->running != NULL)
    /* TRANSLATORS: of a change for many customers: how many are done, of how many */
    text = g_strdup_printf (_("%1$d of %2$u done"), g_atomic_int_get (&self->running->n_done), self->running->ids->len);
  else
    text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->merge, n == 2);
  gtk_widget_set_visible (self->stop, self->running != NULL);
  gtk_widget_set_visible (self->buttons, self->running == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || self->running != NULL);
}

static gboolean
progress_cb (gpointer data)
{
  update (data);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgCustomerBulkBar) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerBulk *bulk = zg_customer_bulk_job_run_finish (result, &error);
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA);

  g_clear_pointer (&self->running, zg_customer_bulk_unref);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  update (self);
  if (bulk == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        zg_session_fail (self->session, error);
    }
  else if (toasts != NULL)
    zg_customer_bulk_job_offer_undo (bulk, self->session, ZG_TOAST_AREA (toasts));
  else
    zg_customer_bulk_unref (bulk);
}

static void
run (ZgCustomerBulkBar *self,
     ZgBulkKind         kind,
     const char        *text,
     ZgTime             due_at)
{
  g_autoptr (GArray) ids = zg_list_page_list_chosen (self->list);
  ZgCustomerBulk *bulk;

  if (self->running != NULL || ids->len == 0)
    return;
  bulk = zg_customer_bulk_new (kind, ids, text, zg_session_get_clock (self->session));
  bulk->due_at = due_at;
  bulk->staff_id = zg_session_get_clerk_id (self->session);
  self->running = zg_customer_bulk_ref (bulk);
  self->cancellable = g_cancellable_new ();
  self->progress_timeout = g_timeout_add (PROGRESS_INTERVAL, progress_cb, self);
  zg_customer_bulk_job_run_async (bulk, self->session, self->cancellable, done_cb, g_object_ref (self));
  gtk_menu_button_popdown (self->tag_button);
  gtk_menu_button_popdown (self->follow_up_button);
  zg_list_page_focus (self->list);
}

static void
add_tag_cb (ZgCustomerBulkBar *self)
{
  run (self, ZG_BULK_ADD_TAG, gtk_editable_get_text (self->tag), ZG_TIME_NONE);
}

static void
remove_tag_cb (ZgCustomerBulkBar *self)
{
  run (self, ZG_BULK_REMOVE_TAG, gtk_editable_get_text (self->tag), ZG_TIME_NONE);
}

static void
follow_up_cb (ZgCustomerBulkBar *self,
              GtkWidget         *button)
{
  int days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days"));

  run (self, ZG_BULK_ADD_FOLLOW_UP, gtk_editable_get_text (self->about),
       zg_customer_desk_due_in_days (days, zg_session_get_clock (self->session)));
}

static void
export_cb (ZgCustomerBulkBar *self,
           const char        *name)
{
  g_autoptr (GArray) ids = zg_list_page_list_chosen (self->list);

  gtk_menu_button_popdown (self->export_button);
  zg_customer_export_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, ids, name);
}

static void
export_table_cb (ZgCustomerBulkBar *self)
{
  /* Translators: the name of a file, without the folder; keep its ending */
  export_cb (self, _("customers.csv"));
}

static void
export_cards_cb (ZgCustomerBulkBar *self)
{
  /* Translators: the name of a file, without the folder; keep its ending */
  export_cb (self, _("customers.vcf"));
}

static void
round_cb (ZgCustomerBulkBar *self)
{
  g_autoptr (GArray) ids = zg_list_page_list_chosen (self->list);

  gtk_widget_activate_action (GTK_WIDGET (self), "customers.round-for", "@ax",
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
}

static void
clear_cb (ZgCustomerBulkBar *self)
{
  zg_list_page_clear_choice (self->list);
  zg_list_page_focus (self->list);
}

/* Who has been there for longer stays. */
static void
merge_cb (ZgCustomerBulkBar *self)
{
  g_autoptr (GArray) ids = zg_list_page_list_chosen (self->list);
  gint64 a, b;

  if (ids->len != 2)
    return;
  a = g_array_index (ids, gint64, 0);
  b = g_array_index (ids, gint64, 1);
  zg_list_page_clear_choice (self->list);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "customers.merge", "(xx)", MIN (a, b), MAX (a, b));
}

static void
stop_cb (ZgCustomerBulkBar *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
zg_customer_bulk_bar_dispose (GObject *object)
{
  ZgCustomerBulkBar *self = ZG_CUSTOMER_BULK_BAR (object);

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_pointer (&self->running, zg_customer_bulk_unref);
  g_clear_weak_pointer (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_bulk_bar_parent_class)->dispose (object);
}

static void
zg_customer_bulk_bar_class_init (ZgCustomerBulkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_customer_bulk_bar_dispose;
}

static GtkWidget *
add_button (ZgCustomerBulkBar *self,
            GtkWidget         *box,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_popover (GtkWidget      *bar,
             const char     *label,
             const char     *hint,
             GtkMenuButton **button_out,
             GtkEditable   **entry_out)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (GTK_BOX (bar), button);
  *button_out = GTK_MENU_BUTTON (button);
  *entry_out = GTK_EDITABLE (entry);
  return row;
}

static void
add_days (ZgCustomerBulkBar *self,
          GtkWidget         *row)
{
  static const struct {
    int days;
    const char *label;
  } choices[] = { { 1, N_("Tomorrow") }, { 3, N_("In 3 days") }, { 7, N_("In a week") } };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = add_button (self, row, _(choices[i].label), G_CALLBACK (follow_up_cb));

      g_object_set_data (G_OBJECT (button), "days", GINT_TO_POINTER (choices[i].days));
    }
}

static void
add_exports (ZgCustomerBulkBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  add_button (self, box, _("Table (CSV)…"), G_CALLBACK (export_table_cb));
  add_button (self, box, _("Contacts (vCard)…"), G_CALLBACK (export_cards_cb));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Export"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (GTK_BOX (self->buttons), button);
  self->export_button = GTK_MENU_BUTTON (button);
}

static void
zg_customer_bulk_bar_init (ZgCustomerBulkBar *self)
{
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *row, *clear;

  gtk_widget_add_css_class (GTK_WIDGET (self), "bulk");
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_set_hexpand (count, TRUE);
  gtk_box_append (GTK_BOX (self), count);
  self->count = GTK_LABEL (count);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self), self->buttons);
  row = add_popover (self->buttons, _("Tag"), _("Which tag"), &self->tag_button, &self->tag);
  g_signal_connect_swapped (self->tag, "activate", G_CALLBACK (add_tag_cb), self);
  gtk_widget_add_css_class (add_button (self, row, _("Add tag"), G_CALLBACK (add_tag_cb)), "suggested-action");
  add_button (self, row, _("Remove tag"), G_CALLBACK (remove_tag_cb));
  row = add_popover (self->buttons, C_("several customers", "Follow-up"), _("What about, may be empty"),
                     &self->follow_up_button, &self->about);
  add_days (self, row);
  add_button (self, self->buttons, C_("several customers", "Round…"), G_CALLBACK (round_cb));
  add_exports (self);
  self->merge = add_button (self, self->buttons, _("Merge…"), G_CALLBACK (merge_cb));
  clear = add_button (self, self->buttons, "", G_CALLBACK (clear_cb));
  gtk_button_set_icon_name (GTK_BUTTON (clear), "window-close-symbolic");
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_tooltip_text (clear, _("Choose nobody (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose nobody"), -1);
  self->stop = add_button (self, GTK_WIDGET (self), _("Stop"), G_CALLBACK (stop_cb));
}

/**
 * zg_customer_bulk_bar_new:
 * @list: the list of customers, which becomes its parent
 * @session: the shop
 *
 * Returns: (transfer floating): a bar that is seen while several customers are chosen
 */
GtkWidget *
zg_customer_bulk_bar_new (ZgListPage *list,
                          ZgSession  *session)
{
  ZgCustomerBulkBar *self = g_object_new (ZG_TYPE_CUSTOMER_BULK_BAR, "spacing", 6, NULL);

  g_set_weak_pointer (&self->list, list);
  self->session = g_object_ref (session);
  g_signal_connect_object (list, "choice-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
