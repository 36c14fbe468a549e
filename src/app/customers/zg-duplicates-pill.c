/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-duplicates-pill"

#include "config.h"

#include "zg-duplicates-pill.h"

#include <glib/gi18n.h>

#include "zg-duplicates.h"

/* How long after they are first seen, or after a change of customers, they are looked through, in ms; and so many times as long as that
 * took last: in a large shop it is done seldom. */
#define DELAY 2000
#define DELAY_FACTOR 100

/**
 * ZgDuplicatesPill:
 *
 * How many customers may be there twice, behind the filters of their list; seen only while there are some. It looks by
 * itself, in the background.
 *
 * CSS node: `duplicatespill`
 */
struct _ZgDuplicatesPill
{
  GtkWidget parent_instance;

  ZgSession *session;
  GCancellable *cancellable;
  gboolean looks;               /* whether somebody has seen the customers */
  guint timeout;
  gint64 scan_began;            /* microseconds, 0 while none runs */
  gint64 scan_took;
  gboolean changed;             /* customers changed while it looked */

  GtkWidget *button;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (ZgDuplicatesPill, zg_duplicates_pill, GTK_TYPE_WIDGET)

static void scan_later (ZgDuplicatesPill *self);

static void
scanned_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgDuplicatesPill) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgDuplicates) duplicates = zg_duplicates_scan_finish (ZG_STORE (store), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->scan_took = g_get_monotonic_time () - self->scan_began;
  self->scan_began = 0;
  /* Without an answer there is only no pill. */
  text = g_strdup_printf ("%'u", duplicates != NULL ? duplicates->pairs->len : 0);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), duplicates != NULL && duplicates->pairs->len > 0);
  if (self->changed)
    scan_later (self);
  self->changed = FALSE;
}

static gboolean
scan_cb (gpointer data)
{
  ZgDuplicatesPill *self = data;

  self->timeout = 0;
  self->scan_began = g_get_monotonic_time ();
  zg_duplicates_scan_async (zg_session_get_store (self->session), NULL, NULL, self->cancellable, scanned_cb,
                            g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
scan_later (ZgDuplicatesPill *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, (guint) (DELAY + self->scan_took / 1000 * DELAY_FACTOR), scan_cb, self,
                                        NULL);
}

static void
store_changed_cb (ZgDuplicatesPill *self,
                  guint             tables)
{
  if (!self->looks || (tables & ZG_TABLE_CUSTOMER) == 0)
    return;
  if (self->scan_began != 0)
    self->changed = TRUE;
  else
    scan_later (self);
}

static void
zg_duplicates_pill_dispose (GObject *object)
{
  ZgDuplicatesPill *self = ZG_DUPLICATES_PILL (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_duplicates_pill_parent_class)->dispose (object);
}

static void
zg_duplicates_pill_class_init (ZgDuplicatesPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_duplicates_pill_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "duplicatespill");
}

static void
zg_duplicates_pill_init (ZgDuplicatesPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_hide (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->count = GTK_LABEL (count);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Possible duplicates")));
  gtk_box_append (GTK_BOX (box), count);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "customers.duplicates");
  gtk_widget_set_tooltip_text (self->button, _("Look at customers who may be there twice"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Possible duplicates"), -1);
  gtk_widget_add_css_class (self->button, "segment");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * zg_duplicates_pill_new:
 * @session: the shop
 *
 * Returns: (transfer floating): a pill that activates `customers.duplicates`
 */
GtkWidget *
zg_duplicates_pill_new (ZgSession *session)
{
  ZgDuplicatesPill *self = g_object_new (ZG_TYPE_DUPLICATES_PILL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * zg_duplicates_pill_look:
 * @self: a pill
 *
 * Begins to look, because somebody sees the customers: before that nobody has to pay for it.
 */
void
zg_duplicates_pill_look (ZgDuplicatesPill *self)
{
  g_return_if_fail (ZG_IS_DUPLICATES_PILL (self));

  if (self->looks)
    return;
  self->looks = TRUE;
  scan_later (self);
}
