/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-copy"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-error-text.h"
#include "zg-order-copy.h"
#include "zg-order-text.h"
#include "zg-reply-copy.h"
#include "zg-ship-notice.h"

/*
 * What gets copied from the Orders screen. A text about an order is made on the reading thread, guarded as in Replies
 * (nothing half filled leaves), and written into the customer's timeline once it is on the clipboard.
 */

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  ZgClock *clock;
  gint64 order_id;
  gint64 staff_id;
  gboolean is_notice;           /* that it left; else the reply for @stage */
  ZgStage stage;
  char *about;                  /* (nullable): what the customer said */
  ZgOrderText *text;
  ZgReplyCopied copied;         /* nullable */
  gpointer copied_data;
} Copy;

static void
copy_free (Copy *copy)
{
  /* Nothing was copied: something was missing, or there is no such reply. */
  if (copy->copied != NULL)
    copy->copied (FALSE, copy->copied_data);
  g_object_unref (copy->session);
  g_object_unref (copy->toasts);
  zg_clock_unref (copy->clock);
  g_clear_pointer (&copy->text, zg_order_text_free);
  g_free (copy->about);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
show_error (ZgToastArea  *toasts,
            const GError *error)
{
  g_autofree char *text = zg_error_text_to_body (error);

  zg_toast_area_show (toasts, text);
}

static gboolean
make (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Copy *copy = data;

  copy->text = copy->is_notice
               ? zg_ship_notice_make (db, copy->order_id, copy->staff_id, copy->clock, error)
               : zg_order_text_make (db, copy->order_id, copy->stage, copy->about, copy->staff_id, copy->clock, error);
  return copy->text != NULL;
}

static void
made_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgToastArea) toasts = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Copy) copy = zg_store_finish (ZG_STORE (store), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (toasts));

  if (copy == NULL)
    {
      show_error (toasts, error);
    }
  else if (copy->text->fill->missing->len > 0)
    {
      g_autofree char *text = zg_order_text_describe_missing (copy->text);

      /* Replies is where one fills in what is missing; it opens with the field in focus. */
      gtk_widget_activate_action (GTK_WIDGET (toasts), "win.talk-to", "(xx)", copy->text->customer_id,
                                  copy->order_id);
      gtk_widget_activate_action (GTK_WIDGET (toasts), "win.open-reply", "x", copy->text->reply->id);
      gtk_widget_activate_action (GTK_WIDGET (toasts), "win.toast", "s", text);
    }
  else if (root != NULL)
    {
      const ZgAddressee addressee = { copy->text->customer_id, copy->order_id, copy->text->call_name };

      zg_reply_copy_text (GTK_WINDOW (root), copy->session, toasts, &addressee, copy->text->reply,
                          copy->text->fill->text, g_steal_pointer (&copy->copied), copy->copied_data);
    }
}

static Copy *
copy_new (ZgSession   *session,
          ZgToastArea *toasts,
          gint64       order_id)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->session = g_object_ref (session);
  copy->toasts = g_object_ref (toasts);
  copy->clock = zg_clock_ref (zg_session_get_clock (session));
  copy->order_id = order_id;
  copy->staff_id = zg_session_get_clerk_id (session);
  return copy;
}

static void
start (Copy *copy)
{
  zg_store_read_async (zg_session_get_store (copy->session), make, copy, (GDestroyNotify) copy_free, NULL, made_cb,
                       g_object_ref (copy->toasts));
}

/**
 * zg_order_copy_for_stage:
 * @session: the shop
 * @toasts: where to say what happened
 * @order_id: an order
 * @stage: what the text is for
 * @about: (nullable): what the customer said, to choose among several replies
 * @copied: (nullable): called once the clipboard holds the text, or nothing could be copied
 * @user_data: for @copied
 *
 * Copies the shop's reply for where an order stands, filled for it.
 */
void
zg_order_copy_for_stage (ZgSession     *session,
                         ZgToastArea   *toasts,
                         gint64         order_id,
                         ZgStage        stage,
                         const char    *about,
                         ZgReplyCopied  copied,
                         gpointer       user_data)
{
  Copy *copy = copy_new (session, toasts, order_id);

  copy->stage = stage;
  copy->about = g_strdup (about);
  copy->copied = copied;
  copy->copied_data = user_data;
  start (copy);
}

/**
 * zg_order_copy_read_back:
 * @session: the shop
 * @toasts: where to say what happened
 * @order_id: an order
 *
 * Copies the text that reads an order back to its customer.
 */
void
zg_order_copy_read_back (ZgSession   *session,
                         ZgToastArea *toasts,
                         gint64       order_id)
{
  zg_order_copy_for_stage (session, toasts, order_id, ZG_STAGE_CONFIRMATION, NULL, NULL, NULL);
}

/**
 * zg_order_copy_notice:
 * @session: the shop
 * @toasts: where to say what happened
 * @order_id: an order that left
 *
 * Copies the text that tells a customer so.
 */
void
zg_order_copy_notice (ZgSession   *session,
                      ZgToastArea *toasts,
                      gint64       order_id)
{
  Copy *copy = copy_new (session, toasts, order_id);

  copy->is_notice = TRUE;
  start (copy);
}

static void
text_copied_cb (GObject      *window,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ZgToastArea) toasts = user_data;
  g_autoptr (GError) error = NULL;

  if (zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error))
    zg_toast_area_show (toasts, _("Copied"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (toasts, error);
}

/**
 * zg_order_copy_text:
 * @toasts: where to say what happened
 * @text: what to copy
 *
 * Copies a value of an order.
 */
void
zg_order_copy_text (ZgToastArea *toasts,
                    const char  *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (toasts));

  if (root != NULL)
    zg_clipboard_copy_async (GTK_WINDOW (root), text, NULL, text_copied_cb, g_object_ref (toasts));
}
