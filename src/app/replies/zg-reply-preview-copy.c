/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-preview-copy"

#include "config.h"

#include "zg-reply-preview-copy.h"

/* The next message is next. */
static void
copied_cb (gboolean copied,
           gpointer user_data)
{
  g_autoptr (ZgReplyPreview) preview = user_data;

  if (copied && gtk_widget_get_root (GTK_WIDGET (preview)) != NULL)
    zg_reply_preview_refresh (preview);
}

/**
 * zg_reply_preview_copy:
 * @preview: a preview in a window
 * @session: whom the clerk talks to
 * @toasts: where to say what happened
 *
 * Copies what the preview shows, or shows there why not: the focus goes to what is missing.
 *
 * Returns: what became of it
 */
ZgCopyVerdict
zg_reply_preview_copy (ZgReplyPreview *preview,
                       ZgSession      *session,
                       ZgToastArea    *toasts)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (preview));
  ZgCopyVerdict verdict;

  if (root == NULL)
    return ZG_COPY_NOTHING;

  verdict = zg_reply_copy_draft (GTK_WINDOW (root), session, toasts, zg_reply_preview_get_draft (preview), copied_cb,
                                 g_object_ref (preview));
  if (verdict != ZG_COPY_STARTED)
    g_object_unref (preview);
  zg_reply_preview_show_doubt (preview, verdict == ZG_COPY_DOUBT);
  if (verdict == ZG_COPY_MISSING)
    zg_reply_preview_focus_missing (preview);
  return verdict;
}
