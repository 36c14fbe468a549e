/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-paste"

#include "config.h"

#include "zg-customer-paste.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-paste-window.h"
#include "zg-paste.h"

/* What a customer sent is pasted on their page. */

static void
saved_cb (GtkWidget     *page,
          ZgCustomerJob *job)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (page, ZG_TYPE_TOAST_AREA);

  if (toasts != NULL)
    zg_customer_job_offer_undo (job, ZG_TOAST_AREA (toasts), _("Saved"));
  else
    zg_customer_job_free (job);
}

/**
 * zg_customer_paste_open:
 * @page: the page of a customer
 * @session: the shop
 * @customer: who they are
 * @text: (nullable): what was pasted already
 *
 * Opens the window in which a pasted text becomes what is known of them.
 */
void
zg_customer_paste_open (GtkWidget        *page,
                        ZgSession        *session,
                        const ZgCustomer *customer,
                        const char       *text)
{
  GtkWindow *window = zg_paste_window_new (GTK_WINDOW (gtk_widget_get_root (page)), session, customer, text);

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

typedef struct {
  GtkWidget *page;
  ZgSession *session;
  ZgCustomer *customer;
} Read;

static void
read_free (Read *read)
{
  g_object_unref (read->page);
  g_object_unref (read->session);
  zg_customer_free (read->customer);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Read) read = user_data;
  g_autofree char *whole = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autofree char *text = zg_paste_cut (whole);
  g_autoptr (ZgPaste) paste = zg_paste_parse (text);

  /* Somebody may have left the page meanwhile. */
  if (!gtk_widget_get_mapped (read->page))
    return;
  if (zg_paste_is_empty (paste))
    gtk_widget_activate_action (read->page, "win.toast", "s", _("No name, phone number or address was copied"));
  else
    zg_customer_paste_open (read->page, read->session, read->customer, text);
}

/**
 * zg_customer_paste_clipboard:
 * @page: the page of a customer
 * @session: the shop
 * @customer: who they are
 *
 * Does that with the text on the clipboard, if it says anything of somebody.
 */
void
zg_customer_paste_clipboard (GtkWidget        *page,
                             ZgSession        *session,
                             const ZgCustomer *customer)
{
  Read *read = g_new0 (Read, 1);

  read->page = g_object_ref (page);
  read->session = g_object_ref (session);
  read->customer = zg_customer_copy (customer);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, read_cb, read);
}
