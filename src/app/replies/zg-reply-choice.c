/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-choice"

#include "config.h"

#include "zg-reply-choice.h"

/* What was chosen stays chosen, wherever it goes in the list, and what was asked for is chosen as soon as it is there. */

struct _ZgReplyChoice
{
  ZgReplyBook *book;
  ZgReplyList *list;            /* not owned: it goes together with this */
  gint64 chosen_id;             /* what was chosen when the book was last read anew, or 0 */
  gint64 wanted_id;             /* what is chosen once it is listed, or 0 */
  gboolean is_opened;           /* the wanted one is to be copied, not only to be seen */
};

static void
loading_cb (ZgReplyChoice *choice)
{
  ZgReplyItem *item = zg_reply_list_get_selected (choice->list);

  choice->chosen_id = item != NULL ? zg_reply_item_get_reply (item)->id : 0;
}

/**
 * zg_reply_choice_new:
 * @book: the replies
 * @list: where they are listed; lives as long as the choice
 *
 * Returns: (transfer full): a choice
 */
ZgReplyChoice *
zg_reply_choice_new (ZgReplyBook *book,
                     ZgReplyList *list)
{
  ZgReplyChoice *choice = g_new0 (ZgReplyChoice, 1);

  choice->book = g_object_ref (book);
  choice->list = list;
  g_signal_connect_swapped (book, "loading", G_CALLBACK (loading_cb), choice);
  return choice;
}

/**
 * zg_reply_choice_free:
 * @choice: (transfer full): a choice
 */
void
zg_reply_choice_free (ZgReplyChoice *choice)
{
  g_signal_handlers_disconnect_by_data (choice->book, choice);
  g_object_unref (choice->book);
  g_free (choice);
}

/**
 * zg_reply_choice_show_later:
 * @choice: a choice
 * @id: a reply, or 0
 *
 * Chooses a reply now if it is listed, or else when the book was read anew.
 */
void
zg_reply_choice_show_later (ZgReplyChoice *choice,
                            gint64         id)
{
  choice->wanted_id = id != 0 && !zg_reply_list_select_reply (choice->list, id) ? id : 0;
  choice->is_opened = FALSE;
}

/**
 * zg_reply_choice_open:
 * @choice: a choice
 * @id: a reply, to be copied
 *
 * Chooses a reply whatever was searched for and whichever group was shown. While another customer's replies are still
 * being read that happens later, see zg_reply_choice_renew().
 *
 * Returns: whether it is chosen now
 */
gboolean
zg_reply_choice_open (ZgReplyChoice *choice,
                      gint64         id)
{
  zg_reply_list_clear_query (choice->list);
  if (zg_reply_list_select_reply (choice->list, id))
    return TRUE;

  zg_reply_book_set_group (choice->book, 0);
  zg_reply_choice_show_later (choice, id);
  choice->is_opened = choice->wanted_id != 0;
  return !choice->is_opened;
}

/**
 * zg_reply_choice_renew:
 * @choice: a choice
 *
 * After the book was read anew: chooses what is to be chosen. What is in sight stays in sight, unless something was wanted.
 *
 * Returns: what came of it
 */
ZgReplyChoiceOutcome
zg_reply_choice_renew (ZgReplyChoice *choice)
{
  ZgReplyChoiceOutcome outcome = ZG_REPLY_CHOICE_KEPT;

  if (choice->wanted_id != 0 && zg_reply_list_select_reply (choice->list, choice->wanted_id))
    outcome = choice->is_opened ? ZG_REPLY_CHOICE_WANTED : ZG_REPLY_CHOICE_KEPT;
  else if (choice->chosen_id != 0 && !zg_reply_list_keep_reply (choice->list, choice->chosen_id))
    outcome = ZG_REPLY_CHOICE_DISPLACED;

  if (zg_reply_list_get_selected (choice->list) == NULL)
    zg_reply_list_select (choice->list, 0);
  choice->wanted_id = 0;
  choice->is_opened = FALSE;
  return outcome;
}
