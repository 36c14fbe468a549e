/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-erase.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-table.h"
#include "zg-erase-table.h"
#include "zg-error.h"
#include "zg-shop-copies.h"
#include "zg-shop-table.h"
#include "zg-store-wipe.h"

/*
 * Erases a customer for good, as privacy laws give everybody the right to. First the rows, in one transaction, then what is
 * left of their bytes in the file. The shop remembers that the second part is still to be done, so that it is, whatever
 * comes between. There is no undo: the function wants to be told who it is about.
 */

#define SETTING_WIPE "privacy.wipe-due"

/**
 * zg_erased_free:
 * @erased: (transfer full): what erasing came to
 */
void
zg_erased_free (ZgErased *erased)
{
  g_clear_pointer (&erased->copies, g_ptr_array_unref);
  g_free (erased);
}

/**
 * zg_erased_to_text:
 * @erased: what erasing came to
 *
 * Returns: (transfer full): it in whole sentences, also what is still to be done about the copies
 */
char *
zg_erased_to_text (const ZgErased *erased)
{
  g_autoptr(GString) text = g_string_new (_("The customer was erased for good."));

  if (erased->n_orders > 0)
    g_string_append_c (text, ' ');
  if (erased->n_orders > 0 && erased->orders_kept)
    g_string_append_printf (text, ngettext ("%ld order stays without recipient, phone, address and notes.",
                                            "%ld orders stay without recipient, phone, address and notes.",
                                            (gulong) erased->n_orders), (glong) erased->n_orders);
  else if (erased->n_orders > 0)
    g_string_append_printf (text, ngettext ("%ld order was deleted.", "%ld orders were deleted.", (gulong) erased->n_orders),
                            (glong) erased->n_orders);
  if (erased->copies->len > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u backup of the shop may still hold them until it is rewritten.",
                                              "%u backups of the shop may still hold them until they are rewritten.",
                                              erased->copies->len), erased->copies->len);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zg_customer_erase_confirms:
 * @customer: a customer
 * @typed: (nullable): what somebody typed who was asked whether they mean it
 *
 * Returns: whether it is the customer's name, what they are called, or their uid
 */
gboolean
zg_customer_erase_confirms (const ZgCustomer *customer,
                            const char       *typed)
{
  g_autofree char *bare = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  return bare[0] != '\0'
         && (g_strcmp0 (bare, customer->uid) == 0 || g_strcmp0 (bare, customer->name.text) == 0
             || g_strcmp0 (bare, zg_customer_get_call_name (customer)) == 0);
}

typedef struct {
  gint64 customer_id;
  const char *confirmation;
  gboolean keep_orders;
  ZgTime now;
  gint64 n_orders;
} EraseJob;

static gboolean
erase_rows (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  EraseJob *job = data;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, job->customer_id, error);

  if (customer == NULL)
    return FALSE;
  if (!zg_customer_erase_confirms (customer, job->confirmation))
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("That is not this customer's name. Nothing was erased."));
      return FALSE;
    }
  return zg_shop_table_set_setting (db, SETTING_WIPE, "1", error)
         && zg_erase_table_erase (db, job->customer_id, job->keep_orders, job->now, &job->n_orders, error);
}

static gboolean
look_whether_due (ZgDatabase    *db,
                  gpointer       is_due_out,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, SETTING_WIPE, "", error);

  if (value == NULL)
    return FALSE;
  *(gboolean *) is_due_out = value[0] != '\0';
  return TRUE;
}

static gboolean
note_done (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_shop_table_set_setting (db, SETTING_WIPE, "", error);
}

/**
 * zg_customer_erase_is_due:
 * @db: a connection
 *
 * Returns: whether zg_customer_erase_finish() has something to do
 */
gboolean
zg_customer_erase_is_due (ZgDatabase *db)
{
  gboolean is_due = FALSE;

  return look_whether_due (db, &is_due, NULL, NULL) && is_due;
}

/**
 * zg_customer_erase_finish:
 * @store: a shop that may be written
 * @cancellable: (nullable): to give up; it can be called again
 * @error: return location for an error
 *
 * Makes the bytes of who was erased leave the file, if that was broken off: by a full disk, or the end of the program. Does
 * nothing else. Not for the thread of a window.
 *
 * Returns: whether nothing is left to do
 */
gboolean
zg_customer_erase_finish (ZgStore       *store,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gboolean is_due = FALSE;

  if (!zg_store_read (store, look_whether_due, &is_due, error))
    return FALSE;
  if (!is_due || (zg_store_wipe (store, cancellable, error) && zg_store_write (store, note_done, NULL, error)))
    return TRUE;
  /* TRANSLATORS: in front of a sentence that says why, with a blank between */
  g_prefix_error (error, "%s ", _("Who was erased is gone from the shop, but not yet from the bytes of its file."));
  return FALSE;
}

/**
 * zg_customer_erase:
 * @store: a shop
 * @customer_id: a customer
 * @confirmation: the customer's name or uid, typed by somebody who means it
 * @keep_orders: whether the orders stay for the books, without anything about who bought them
 * @clock: what time it is
 * @cancellable: (nullable): once the rows are gone they stay gone
 * @error: return location for an error
 *
 * Erases a customer for good. No import brings them back. Not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): what it came to; %NULL with %ZG_DOMAIN_ERROR_REFUSED when @confirmation is not the
 *   customer's; with another error nothing was erased, or zg_customer_erase_finish() is still to be done
 */
ZgErased *
zg_customer_erase (ZgStore       *store,
                   gint64         customer_id,
                   const char    *confirmation,
                   gboolean       keep_orders,
                   ZgClock       *clock,
                   GCancellable  *cancellable,
                   GError       **error)
{
  EraseJob job = { customer_id, confirmation, keep_orders, zg_clock_now (clock), 0 };
  g_autoptr(ZgErased) erased = g_new0 (ZgErased, 1);

  if (!zg_store_write (store, erase_rows, &job, error) || !zg_customer_erase_finish (store, cancellable, error))
    return NULL;

  erased->n_orders = job.n_orders;
  erased->orders_kept = keep_orders;
  erased->copies = zg_shop_copies_list (zg_store_get_path (store), error);
  return erased->copies != NULL ? g_steal_pointer (&erased) : NULL;
}
