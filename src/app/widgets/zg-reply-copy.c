/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-copy"

#include "config.h"

#include "zg-reply-copy.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-error-text.h"
#include "zg-picture-table.h"
#include "zg-reply-desk.h"
#include "zg-session-write.h"

/* The one way from a reply to the clipboard and into the customer's timeline. "Copied" is said only when it is there. */

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  ZgReply *reply;
  gint64 customer_id;
  gint64 order_id;
  gint64 staff_id;
  gint64 contact_id;
  ZgTime at;
  char *text;
  char *addressee;
  ZgReplyDraft *draft;          /* or NULL */
  guint round;                  /* of the draft */
  guint part;
  guint n_parts;
  gboolean is_logged_elsewhere;
  GtkWindow *window;            /* while the picture is read */
  ZgPicture *picture;
  ZgReplyCopied copied;
  gpointer user_data;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->session);
  g_clear_object (&copy->toasts);
  zg_reply_free (copy->reply);
  g_free (copy->text);
  g_free (copy->addressee);
  g_clear_pointer (&copy->draft, zg_reply_draft_free);
  g_clear_pointer (&copy->picture, zg_picture_free);
  g_clear_object (&copy->window);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

/* What is taken back. */
typedef struct {
  gint64 contact_id;
  gint64 customer_id;
} Copied;

static gboolean
undo_copy (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Copied *copied = data;

  return zg_reply_desk_undo_copy (db, copied->contact_id, copied->customer_id, error);
}

static void
undo_cb (gpointer user_data)
{
  Copy *copy = user_data;
  Copied *copied = g_new (Copied, 1);

  *copied = (Copied) { copy->contact_id, copy->customer_id };
  zg_session_write (copy->session, undo_copy, copied, g_free);
}

static gboolean
log_copy (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Copy *copy = data;

  if (copy->part > 0)
    copy->contact_id = zg_reply_desk_log_next_message (db, copy->reply, copy->customer_id, copy->order_id, copy->text,
                                                       copy->staff_id, copy->at, error);
  else
    copy->contact_id = zg_reply_desk_log_copy (db, copy->reply, copy->customer_id, copy->order_id, copy->text,
                                             copy->staff_id, copy->at, error);
  return copy->contact_id != 0;
}

static char *
make_toast (const Copy *copy)
{
  if (copy->n_parts > 1 && copy->addressee != NULL)
    /* Translators: which of several messages of a reply was copied, and for whom: "Copied 2/3 for Amy" */
    return g_strdup_printf (_("Copied %u/%u for %s"), copy->part + 1, copy->n_parts, copy->addressee);
  if (copy->n_parts > 1)
    return g_strdup_printf (_("Copied %u/%u"), copy->part + 1, copy->n_parts);
  return copy->addressee != NULL ? g_strdup_printf (_("Copied for %s"), copy->addressee) : g_strdup (_("Copied"));
}

static void
logged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ZgSession) session = ZG_SESSION (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(Copy) copy = zg_store_finish (ZG_STORE (source), result, &error);
  g_autofree char *text = NULL;
  g_autoptr(ZgToastArea) toasts = NULL;

  /* The text is on the clipboard all the same; what failed is said, not taken back. */
  if (copy == NULL)
    {
      zg_session_fail (session, error);
      return;
    }
  if (copy->contact_id <= 0)
    return;

  text = make_toast (copy);
  /* The toasts keep what takes it back: that must hold neither them nor the window, or nothing of it ever goes. */
  toasts = g_steal_pointer (&copy->toasts);
  g_clear_object (&copy->window);
  zg_toast_area_show_undo (toasts, text, _("Undo the entry"), undo_cb, g_steal_pointer (&copy),
                           (GDestroyNotify) copy_free);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = make_toast (copy);
  ZgSession *session = copy->session;

  if (!zg_clipboard_copy_finish (GTK_WINDOW (source), result, &error))
    {
      g_autofree char *advice = zg_error_text_to_body (error);

      zg_toast_area_show (copy->toasts, advice);
      if (copy->copied != NULL)
        copy->copied (FALSE, copy->user_data);
      return;
    }

  zg_toast_area_show (copy->toasts, text);
  if (copy->draft != NULL)
    zg_reply_draft_note_copied (copy->draft, copy->round, copy->part);
  if (copy->copied != NULL)
    copy->copied (TRUE, copy->user_data);
  if (copy->is_logged_elsewhere)
    return;
  zg_store_write_async (zg_session_get_store (session), log_copy, g_steal_pointer (&copy), (GDestroyNotify) copy_free, NULL,
                        logged_cb, g_object_ref (session));
}

static gboolean
read_picture (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Copy *copy = data;

  /* Without one there is a sentence, as with any other copy that fails. */
  copy->picture = zg_picture_table_load (db, copy->reply->picture_id, NULL);
  return TRUE;
}

static void
picture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;
  const ZgPicture *picture;
  GtkWindow *window;

  if (zg_store_finish (ZG_STORE (source), result, &error) == NULL)
    zg_session_fail (copy->session, error);
  picture = copy->picture;
  if (picture == NULL)
    {
      if (error == NULL)
        zg_toast_area_show (copy->toasts, _("The picture could not be read, so nothing was copied."));
      if (copy->copied != NULL)
        copy->copied (FALSE, copy->user_data);
      return;
    }
  window = copy->window;
  zg_clipboard_copy_picture_async (window, picture, NULL, copied_cb, g_steal_pointer (&copy));
}

static Copy *
copy_new (ZgSession         *session,
          ZgToastArea       *toasts,
          const ZgAddressee *addressee,
          const ZgReply     *reply,
          const char        *text)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->session = g_object_ref (session);
  copy->toasts = g_object_ref (toasts);
  copy->reply = zg_reply_copy (reply);
  copy->customer_id = addressee->customer_id;
  copy->order_id = addressee->order_id;
  copy->staff_id = zg_session_get_clerk_id (session);
  copy->at = zg_clock_now (zg_session_get_clock (session));
  copy->text = g_strdup (text);
  copy->addressee = g_strdup (addressee->call_name);

  return copy;
}

/**
 * zg_reply_copy_text:
 * @window: the focused window
 * @session: the shop
 * @toasts: where to say so
 * @addressee: whom the text was filled for
 * @reply: what it was filled from
 * @text: the complete text
 * @copied: (nullable): called once the clipboard holds the text, or could not be given it
 * @user_data: for @copied
 *
 * Copies a filled reply, says for whom, and logs it; the toast takes the log entry back.
 */
void
zg_reply_copy_text (GtkWindow         *window,
                    ZgSession         *session,
                    ZgToastArea       *toasts,
                    const ZgAddressee *addressee,
                    const ZgReply     *reply,
                    const char        *text,
                    ZgReplyCopied      copied,
                    gpointer           user_data)
{
  Copy *copy = copy_new (session, toasts, addressee, reply, text);

  copy->copied = copied;
  copy->user_data = user_data;
  zg_clipboard_copy_async (window, text, NULL, copied_cb, copy);
}

static void
start (Copy      *copy,
       GtkWindow *window,
       gboolean   is_picture)
{
  if (is_picture)
    {
      copy->window = g_object_ref (window);
      /* Not the store's to free: whoever waits for the copy is told of a failure, too. */
      zg_store_read_async (zg_session_get_store (copy->session), read_picture, copy, NULL, NULL, picture_read_cb, copy);
    }
  else
    {
      zg_clipboard_copy_async (window, copy->text, NULL, copied_cb, copy);
    }
}

static ZgCopyVerdict
copy_draft (GtkWindow      *window,
            ZgSession      *session,
            ZgToastArea    *toasts,
            ZgReplyDraft   *draft,
            gboolean        is_logged_elsewhere,
            ZgReplyCopied   copied,
            gpointer        user_data)
{
  const ZgFill *fill = zg_reply_draft_get_fill (draft);
  const ZgMessageTurn *turn = zg_reply_draft_get_turn (draft);
  guint part = zg_message_turn_get_next (turn);
  const ZgCustomer *customer = zg_session_get_customer (session);
  ZgAddressee addressee = { zg_session_get_customer_id (session), zg_session_get_order_id (session),
                            customer != NULL ? zg_customer_get_call_name (customer) : NULL };
  Copy *copy;

  if (fill == NULL || zg_message_turn_get_n_parts (turn) == 0)
    return ZG_COPY_NOTHING;
  if (!zg_reply_draft_is_complete (draft))
    return ZG_COPY_MISSING;
  if (fill->is_personal && customer != NULL && zg_idle_watch_take_doubt (zg_session_get_idle_watch (session)))
    return ZG_COPY_DOUBT;
  switch (zg_reply_draft_take_change (draft))
    {
    case ZG_REPLY_CHANGE_WORDS:
      zg_toast_area_show (toasts, _("This reply was changed just now; read it and press Enter again."));
      return ZG_COPY_CHANGED;
    case ZG_REPLY_CHANGE_REPLY:
      zg_toast_area_show (toasts, _("Another reply stands here now; read it and press Enter again."));
      return ZG_COPY_CHANGED;
    default:
      break;
    }
  if (zg_reply_draft_take_staleness (draft, zg_clock_now (zg_session_get_clock (session))))
    {
      zg_toast_area_show (toasts, _("This reply is not valid today. Copy once more to use it all the same."));
      return ZG_COPY_STALE;
    }

  copy = copy_new (session, toasts, &addressee, zg_reply_item_get_reply (zg_reply_draft_get_item (draft)),
                   zg_message_turn_is_picture (turn, part) ? _("[picture]") : zg_message_turn_get_text (turn, part));
  copy->draft = zg_reply_draft_ref (draft);
  copy->round = zg_reply_draft_get_round (draft);
  copy->part = part;
  copy->n_parts = zg_message_turn_get_n_parts (turn);
  copy->is_logged_elsewhere = is_logged_elsewhere;
  copy->copied = copied;
  copy->user_data = user_data;
  start (copy, window, zg_message_turn_is_picture (turn, part));

  return ZG_COPY_STARTED;
}

/**
 * zg_reply_copy_draft:
 * @window: the window that copies; comes to the front when it is not there
 * @session: the shop, and whom the clerk talks to
 * @toasts: where to say so
 * @draft: what to copy
 * @copied: (nullable): called once the clipboard holds the text, or could not be given it
 * @user_data: for @copied; @window is still there then
 *
 * The copy guard: whoever asks for a chosen reply comes through here, and nothing half filled leaves. Then it is copied
 * as with zg_reply_copy_text().
 *
 * Returns: what came of it; only with %ZG_COPY_STARTED something may reach the clipboard
 */
ZgCopyVerdict
zg_reply_copy_draft (GtkWindow          *window,
                     ZgSession          *session,
                     ZgToastArea        *toasts,
                     ZgReplyDraft       *draft,
                     ZgReplyCopied       copied,
                     gpointer            user_data)
{
  return copy_draft (window, session, toasts, draft, FALSE, copied, user_data);
}

/**
 * zg_reply_copy_draft_unlogged:
 * @window: the window that copies
 * @session: the shop, and whom the clerk talks to
 * @toasts: where to say so
 * @draft: what to copy
 * @copied: called once the clipboard holds the text, or could not be given it
 * @user_data: for @copied
 *
 * The same for who logs the copy, as a round does: it goes on where that is written.
 *
 * Returns: what came of it
 */
ZgCopyVerdict
zg_reply_copy_draft_unlogged (GtkWindow     *window,
                              ZgSession     *session,
                              ZgToastArea   *toasts,
                              ZgReplyDraft  *draft,
                              ZgReplyCopied  copied,
                              gpointer       user_data)
{
  return copy_draft (window, session, toasts, draft, TRUE, copied, user_data);
}
