/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-bulk-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-bulk-bar.h"
#include "zg-customer-bulk.h"
#include "zg-customer-desk.h"
#include "zg-customer-export.h"

/**
 * ZgCustomerBulkBar:
 *
 * What can be done with all customers that are chosen.
 */
struct _ZgCustomerBulkBar
{
  ZgBulkBar parent_instance;

  GtkWidget *merge;
  GtkEditable *tag;
  GtkEditable *about;
  GtkMenuButton *tag_button;
  GtkMenuButton *follow_up_button;
  GtkMenuButton *export_button;
};

G_DEFINE_FINAL_TYPE (ZgCustomerBulkBar, zg_customer_bulk_bar, ZG_TYPE_BULK_BAR)

static void
run (ZgCustomerBulkBar *self,
     ZgBulkKind         kind,
     const char        *text,
     ZgTime             due_at)
{
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));
  ZgCustomerBulk *bulk = zg_customer_bulk_new (kind, ids, text,
                                               zg_session_get_clock (zg_bulk_bar_get_session (ZG_BULK_BAR (self))));

  bulk->due_at = due_at;
  gtk_menu_button_popdown (self->tag_button);
  gtk_menu_button_popdown (self->follow_up_button);
  zg_bulk_bar_run (ZG_BULK_BAR (self), &bulk->bulk);
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
       zg_customer_desk_due_in_days (days, zg_session_get_clock (zg_bulk_bar_get_session (ZG_BULK_BAR (self)))));
}

static void
export_cb (ZgCustomerBulkBar *self,
           const char        *name)
{
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));

  gtk_menu_button_popdown (self->export_button);
  zg_customer_export_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             zg_bulk_bar_get_session (ZG_BULK_BAR (self)), ids, name);
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
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "customers.round-for", "@ax",
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
}

/* Who has been there for longer stays. */
static void
merge_cb (ZgCustomerBulkBar *self)
{
  ZgListPage *list = zg_bulk_bar_get_list (ZG_BULK_BAR (self));
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));
  gint64 a, b;

  if (ids->len != 2)
    return;
  a = g_array_index (ids, gint64, 0);
  b = g_array_index (ids, gint64, 1);
  zg_list_page_clear_choice (list);
  gtk_widget_activate_action (GTK_WIDGET (list), "customers.merge", "(xx)", MIN (a, b), MAX (a, b));
}

static char *
zg_customer_bulk_bar_count (ZgBulkBar *bar,
                            guint      n)
{
  return g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
}

static char *
zg_customer_bulk_bar_describe (ZgBulkBar    *bar,
                               const ZgBulk *parent)
{
  const ZgCustomerBulk *bulk = (const ZgCustomerBulk *) parent;
  guint n = parent->done_ids->len;

  if (bulk->kind == ZG_BULK_ADD_FOLLOW_UP)
    return g_strdup_printf (ngettext ("Follow-up kept for %u customer", "Follow-up kept for %u customers", n), n);
  if (n == 0)
    return g_strdup (bulk->kind == ZG_BULK_ADD_TAG ? _("All of them have this tag already") : _("None of them has this tag"));
  /* TRANSLATORS: a tag, and how many customers */
  if (bulk->kind == ZG_BULK_ADD_TAG)
    return g_strdup_printf (ngettext ("Tag “%1$s” added to %2$u customer", "Tag “%1$s” added to %2$u customers", n), bulk->text,
                            n);
  /* TRANSLATORS: a tag, and how many customers */
  return g_strdup_printf (ngettext ("Tag “%1$s” taken from %2$u customer", "Tag “%1$s” taken from %2$u customers", n),
                          bulk->text, n);
}

static void
zg_customer_bulk_bar_chosen (ZgBulkBar *bar,
                             guint      n)
{
  gtk_widget_set_visible (ZG_CUSTOMER_BULK_BAR (bar)->merge, n == 2);
}

static void
zg_customer_bulk_bar_class_init (ZgCustomerBulkBarClass *klass)
{
  ZG_BULK_BAR_CLASS (klass)->count = zg_customer_bulk_bar_count;
  ZG_BULK_BAR_CLASS (klass)->describe = zg_customer_bulk_bar_describe;
  ZG_BULK_BAR_CLASS (klass)->chosen = zg_customer_bulk_bar_chosen;
}

/* A popover with a field and a row of buttons below it. */
static GtkWidget *
add_field (ZgCustomerBulkBar *self,
           const char        *label,
           const char        *hint,
           GtkMenuButton    **button_out,
           GtkEditable      **entry_out)
{
  GtkWidget *box = zg_bulk_bar_add_popover (ZG_BULK_BAR (self), label, button_out);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
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
      GtkWidget *button = zg_bulk_bar_add_button (ZG_BULK_BAR (self), row, _(choices[i].label), G_CALLBACK (follow_up_cb));

      g_object_set_data (G_OBJECT (button), "days", GINT_TO_POINTER (choices[i].days));
    }
}

static void
add_exports (ZgCustomerBulkBar *self)
{
  ZgBulkBar *bar = ZG_BULK_BAR (self);
  GtkWidget *box = zg_bulk_bar_add_popover (bar, _("Export"), &self->export_button);

  zg_bulk_bar_add_button (bar, box, _("Table (CSV)…"), G_CALLBACK (export_table_cb));
  zg_bulk_bar_add_button (bar, box, _("Contacts (vCard)…"), G_CALLBACK (export_cards_cb));
}

static void
zg_customer_bulk_bar_init (ZgCustomerBulkBar *self)
{
  ZgBulkBar *bar = ZG_BULK_BAR (self);
  GtkWidget *buttons = zg_bulk_bar_get_buttons (bar);
  GtkWidget *row = add_field (self, _("Tag"), _("Which tag"), &self->tag_button, &self->tag);

  g_signal_connect_swapped (self->tag, "activate", G_CALLBACK (add_tag_cb), self);
  gtk_widget_add_css_class (zg_bulk_bar_add_button (bar, row, _("Add tag"), G_CALLBACK (add_tag_cb)), "suggested-action");
  zg_bulk_bar_add_button (bar, row, _("Remove tag"), G_CALLBACK (remove_tag_cb));
  row = add_field (self, C_("several customers", "Follow-up"), _("What about, may be empty"), &self->follow_up_button,
                   &self->about);
  add_days (self, row);
  zg_bulk_bar_add_button (bar, buttons, C_("several customers", "Round…"), G_CALLBACK (round_cb));
  add_exports (self);
  self->merge = zg_bulk_bar_add_button (bar, buttons, _("Merge…"), G_CALLBACK (merge_cb));
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
  GtkWidget *self = g_object_new (ZG_TYPE_CUSTOMER_BULK_BAR, NULL);

  zg_bulk_bar_set_list (ZG_BULK_BAR (self), list, session, _("Choose nobody"));
  return self;
}
