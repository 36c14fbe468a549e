/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-bulk-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-bulk-bar.h"
#include "zg-order-bulk.h"
#include "zg-order-flag.h"
#include "zg-order-printing.h"
#include "zg-order-refusals.h"
#include "zg-parcel-job.h"

/* Nobody packs more in one box. */
#define MAX_MERGED 20

/**
 * ZgOrderBulkBar:
 *
 * What can be done with all orders that are chosen. Each goes through the gate on its own: those that it refuses are listed
 * with the reason, the others have moved.
 */
struct _ZgOrderBulkBar
{
  ZgBulkBar parent_instance;

  GtkEditable *reason;
  GtkMenuButton *more_button;
  GtkMenuButton *flag_button;
  GtkMenuButton *print_button;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (ZgOrderBulkBar, zg_order_bulk_bar, ZG_TYPE_BULK_BAR)

static ZgClock *
get_clock (ZgOrderBulkBar *self)
{
  return zg_session_get_clock (zg_bulk_bar_get_session (ZG_BULK_BAR (self)));
}

static void
move_cb (ZgOrderBulkBar *self,
         GtkWidget      *button)
{
  ZgOrderState to = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "state"));
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));
  const char *reason = gtk_editable_get_text (self->reason);

  gtk_menu_button_popdown (self->more_button);
  zg_bulk_bar_run (ZG_BULK_BAR (self),
                   &zg_order_bulk_new_move (ids, to, *reason != '\0' ? reason : NULL, get_clock (self))->bulk);
  /* It was about these orders. */
  gtk_editable_set_text (self->reason, "");
}

static void
flag_cb (ZgOrderBulkBar *self,
         GtkWidget      *button)
{
  int flag = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "flag"));
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));

  gtk_menu_button_popdown (self->flag_button);
  zg_bulk_bar_run (ZG_BULK_BAR (self), &zg_order_bulk_new_flag (ids, flag, get_clock (self))->bulk);
}

static void
print (ZgOrderBulkBar *self,
       gboolean        sheets)
{
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));

  gtk_menu_button_popdown (self->print_button);
  if (ids->len > 0)
    zg_order_printing_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), zg_bulk_bar_get_session (ZG_BULK_BAR (self)),
                           (const gint64 *) ids->data, ids->len, sheets, NULL);
}

static void
print_slips_cb (ZgOrderBulkBar *self)
{
  print (self, FALSE);
}

static void
print_sheets_cb (ZgOrderBulkBar *self)
{
  print (self, TRUE);
}

/* Why it may not be is said by the rule, which sees the orders. */
static void
merge_cb (ZgOrderBulkBar *self)
{
  g_autoptr (GArray) ids = zg_bulk_bar_list_chosen (ZG_BULK_BAR (self));
  ZgParcelJob *job = zg_parcel_job_new (ZG_PARCEL_JOB_MERGE, zg_bulk_bar_get_session (ZG_BULK_BAR (self)));

  for (guint i = 0; i < ids->len; i++)
    zg_parcel_job_add (job, g_array_index (ids, gint64, i));
  zg_parcel_job_run (job, ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA)));
}

static void
zg_order_bulk_bar_chosen (ZgBulkBar *bar,
                          guint      n)
{
  gtk_widget_set_visible (ZG_ORDER_BULK_BAR (bar)->merge_button, n >= 2 && n <= MAX_MERGED);
}

static char *
zg_order_bulk_bar_count (ZgBulkBar *bar,
                         guint      n)
{
  return g_strdup_printf (ngettext ("%u order chosen", "%u orders chosen", n), n);
}

static char *
zg_order_bulk_bar_describe (ZgBulkBar    *bar,
                            const ZgBulk *parent)
{
  const ZgOrderBulk *bulk = (const ZgOrderBulk *) parent;
  guint n = parent->done_ids->len;
  guint n_refused = parent->refused->len;
  g_autofree char *done = NULL;
  g_autofree char *refused = NULL;

  if (bulk->kind == ZG_ORDER_BULK_SET_FLAG)
    return n > 0 ? g_strdup_printf (ngettext ("%1$s put on %2$u order", "%1$s put on %2$u orders", n),
                                    zg_order_flag_to_label (bulk->flag), n)
                 : g_strdup (_("All of them have this flag already"));

  /* TRANSLATORS: how many orders, and where they stand now, "Packed" */
  done = g_strdup_printf (ngettext ("%1$u order is now “%2$s”", "%1$u orders are now “%2$s”", n), n,
                          zg_order_state_to_label (bulk->to));
  if (n_refused == 0)
    return g_steal_pointer (&done);
  refused = g_strdup_printf (ngettext ("%u was refused", "%u were refused", n_refused), n_refused);
  /* TRANSLATORS: two sentences, "3 orders are now “Packed”" and "2 were refused" */
  return n > 0 ? g_strdup_printf (_("%1$s, %2$s"), done, refused) : g_steal_pointer (&refused);
}

static void
zg_order_bulk_bar_done (ZgBulkBar    *bar,
                        const ZgBulk *bulk)
{
  if (bulk->refused->len > 0)
    zg_order_refusals_show (zg_bulk_bar_get_list (bar), bulk);
}

static void
zg_order_bulk_bar_class_init (ZgOrderBulkBarClass *klass)
{
  ZG_BULK_BAR_CLASS (klass)->count = zg_order_bulk_bar_count;
  ZG_BULK_BAR_CLASS (klass)->describe = zg_order_bulk_bar_describe;
  ZG_BULK_BAR_CLASS (klass)->chosen = zg_order_bulk_bar_chosen;
  ZG_BULK_BAR_CLASS (klass)->done = zg_order_bulk_bar_done;
}

static GtkWidget *
add_move (ZgOrderBulkBar *self,
          GtkWidget      *box,
          ZgOrderState    to)
{
  GtkWidget *button = zg_bulk_bar_add_button (ZG_BULK_BAR (self), box, zg_order_state_next_label (to), G_CALLBACK (move_cb));

  g_object_set_data (G_OBJECT (button), "state", GINT_TO_POINTER (to));
  return button;
}

static void
add_more (ZgOrderBulkBar *self)
{
  static const ZgOrderState states[] = { ZG_ORDER_PAID, ZG_ORDER_SHIPPED, ZG_ORDER_RECEIVED, ZG_ORDER_COMPLETED,
                                         ZG_ORDER_CLOSED };
  GtkWidget *box = zg_bulk_bar_add_popover (ZG_BULK_BAR (self), C_("several orders", "More"), &self->more_button);
  GtkWidget *entry = gtk_entry_new ();
  const char *hint = _("Reason, where the list is not complete");

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  self->reason = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (box), entry);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_add_css_class (add_move (self, box, states[i]), "flat");
}

static void
add_flags (ZgOrderBulkBar *self)
{
  GtkWidget *box = zg_bulk_bar_add_popover (ZG_BULK_BAR (self), _("Flag"), &self->flag_button);

  for (int flag = 0; flag < ZG_N_ORDER_FLAGS; flag++)
    {
      GtkWidget *button = zg_bulk_bar_add_button (ZG_BULK_BAR (self), box, zg_order_flag_to_label (flag),
                                                  G_CALLBACK (flag_cb));

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "flag", GINT_TO_POINTER (flag));
    }
}

static void
zg_order_bulk_bar_init (ZgOrderBulkBar *self)
{
  ZgBulkBar *bar = ZG_BULK_BAR (self);
  GtkWidget *box = zg_bulk_bar_get_buttons (bar);

  add_move (self, box, ZG_ORDER_PACKED);
  self->merge_button = zg_bulk_bar_add_button (bar, box, C_("several orders", "Merge"), G_CALLBACK (merge_cb));
  gtk_widget_set_visible (self->merge_button, FALSE);
  add_more (self);
  add_flags (self);
  box = zg_bulk_bar_add_popover (bar, _("Print"), &self->print_button);
  gtk_widget_add_css_class (zg_bulk_bar_add_button (bar, box, _("Packing slips…"), G_CALLBACK (print_slips_cb)), "flat");
  gtk_widget_add_css_class (zg_bulk_bar_add_button (bar, box, _("Order sheets…"), G_CALLBACK (print_sheets_cb)), "flat");
}

/**
 * zg_order_bulk_bar_new:
 * @list: the list of orders, which becomes its parent
 * @session: the shop
 *
 * Returns: (transfer floating): a bar that is seen while several orders are chosen
 */
GtkWidget *
zg_order_bulk_bar_new (ZgListPage *list,
                       ZgSession  *session)
{
  GtkWidget *self = g_object_new (ZG_TYPE_ORDER_BULK_BAR, NULL);

  zg_bulk_bar_set_list (ZG_BULK_BAR (self), list, session, _("Choose no order"));
  return self;
}
