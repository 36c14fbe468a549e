/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-words"

#include "config.h"

#include "zg-reply-words.h"

#include <glib/gi18n.h>

#include "zg-word-list.h"

/* What the wording check says on the Replies screen: under the text that is about to be copied, and in the editor. */

static char *
describe (const ZgWordingEntry *entry)
{
  /* Translators: a word that was found, and what is the matter with it: “best”: superlative */
  return g_strdup_printf (_("“%s”: %s"), entry->word,
                          *entry->advice != '\0' ? entry->advice : zg_wording_kind_to_label (entry->kind));
}

/* A #ZgReplyChecker. One message need not address the customer: another one of the reply may. */
static void
check (ZgReplyBody *body,
       const char  *text,
       gpointer     user_data)
{
  ZgWording *words = zg_word_list_get_words (ZG_WORD_LIST (user_data));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ZgReplyMark));
  g_autoptr (GPtrArray) advice = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) findings = NULL;

  if (words == NULL)
    return;

  findings = zg_wording_check_body (words, text, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);
      ZgReplyMark mark = { .start = finding->start, .end = finding->end, .advice = describe (finding->entry) };

      g_ptr_array_add (advice, (gpointer) mark.advice);
      g_array_append_val (marks, mark);
    }
  zg_reply_body_set_marks (body, (const ZgReplyMark *) (gpointer) marks->data, marks->len);
}

static void
words_changed_cb (ZgReplyPreview *preview,
                  ZgWordList     *list)
{
  zg_reply_preview_set_words (preview, zg_word_list_get_words (list));
}

/**
 * zg_reply_words_watch:
 * @session: the shop
 * @preview: shows the text that is about to be copied
 * @editor: where replies are written
 *
 * Has both say what the shop's word list says.
 */
void
zg_reply_words_watch (ZgSession      *session,
                      ZgReplyPreview *preview,
                      ZgReplyEditor  *editor)
{
  ZgWordList *list = zg_word_list_get (session);

  g_signal_connect_object (list, "changed", G_CALLBACK (words_changed_cb), preview, G_CONNECT_SWAPPED);
  words_changed_cb (preview, list);
  zg_reply_editor_set_checker (editor, check, g_object_ref (list), g_object_unref);
}
