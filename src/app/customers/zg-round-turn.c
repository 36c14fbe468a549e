/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-turn"

#include "config.h"

#include "zg-round-turn.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-reply-ask.h"
#include "zg-reply-text.h"
#include "zg-round-person.h"
#include "zg-wording-hint.h"
#include "zg-word-list.h"

/**
 * ZgRoundTurn:
 *
 * Whose turn it is in a round, and the text for them as it would be copied, with what is missing in it.
 */
struct _ZgRoundTurn
{
  GtkWidget parent_instance;

  ZgReplyDraft *draft;
  gint64 round_id;
  GHashTable *answers;          /* what was answered last in this round, offered to all: it is about the goods mostly */

  /* template */
  ZgReplyAsk *ask;
  GtkWidget *box;
  ZgWordingHint *hint;
  GtkLabel *passed;
  ZgRoundPerson *person;
  ZgReplyText *text;
  GtkWidget *unasked;
};

enum {
  CHANGED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundTurn, zg_round_turn, GTK_TYPE_WIDGET)

/* Why some were passed over on the way to whose turn it is, and how many that are so far. */
static void
show_passed (ZgRoundTurn      *self,
             const ZgRoundJob *job)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *reasons = job->sum->reasons;

  for (guint i = 0; i < reasons->len && job->step->n_passed_over > 0; i++)
    {
      const ZgRoundReason *reason = reasons->pdata[i];
      g_autofree char *words = NULL;

      if (reason->state != ZG_ROUND_NOT_ALLOWED)
        continue;
      words = zg_round_reason_to_text (reason->state, reason->reason);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* TRANSLATORS: how many customers a round passed over so far, and why */
      g_string_append_printf (text, _("Passed over so far: %1$ld. %2$s"), (glong) reason->count, words);
    }
  gtk_label_set_text (self->passed, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->passed), text->len > 0);
}

static void
replace_cb (ZgRoundTurn          *self,
            const ZgWordingEntry *entry)
{
  zg_reply_draft_replace (self->draft, entry);
  zg_round_turn_refresh (self);
}

/* As everywhere else: the last answer copies. */
static void
answered_cb (ZgRoundTurn *self,
             const char  *name,
             const char  *answer)
{
  zg_reply_draft_answer (self->draft, name, answer);
  if (answer[0] != '\0')
    g_hash_table_insert (self->answers, g_strdup (name), g_strdup (answer));
  zg_round_turn_refresh (self);
  if (answer[0] == '\0')
    return;
  if (zg_reply_draft_is_complete (self->draft))
    g_signal_emit (self, signals[ANSWERED], 0);
  else
    zg_reply_ask_focus_first (self->ask);
}

static void
words_changed_cb (ZgRoundTurn *self,
                  ZgWordList  *words)
{
  zg_reply_draft_set_words (self->draft, zg_word_list_get_words (words));
  zg_round_turn_refresh (self);
}

static void
zg_round_turn_dispose (GObject *object)
{
  ZgRoundTurn *self = ZG_ROUND_TURN (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_ROUND_TURN);
  g_clear_pointer (&self->draft, zg_reply_draft_free);
  g_clear_pointer (&self->answers, g_hash_table_unref);

  G_OBJECT_CLASS (zg_round_turn_parent_class)->dispose (object);
}

static void
zg_round_turn_class_init (ZgRoundTurnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_round_turn_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_REPLY_ASK);
  g_type_ensure (ZG_TYPE_REPLY_TEXT);
  g_type_ensure (ZG_TYPE_ROUND_PERSON);
  g_type_ensure (ZG_TYPE_WORDING_HINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-round-turn.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, ask);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, box);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, hint);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, passed);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, person);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, text);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundTurn, unasked);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
}

static void
zg_round_turn_init (ZgRoundTurn *self)
{
  self->draft = zg_reply_draft_new ();
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_reply_ask_set_offers (self->ask, self->answers);
  g_signal_connect_swapped (self->ask, "answered", G_CALLBACK (answered_cb), self);
  /* What is below it was given its height before that of the text was known. */
  g_signal_connect_swapped (self->text, "laid-out", G_CALLBACK (gtk_widget_queue_resize), self->ask);
  /* The tints of a text are attributes, which no style sheet changes. */
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (zg_round_turn_refresh), self);
}

/**
 * zg_round_turn_set_session:
 * @session: the shop, for the words that its texts are checked for
 */
void
zg_round_turn_set_session (ZgRoundTurn *self,
                           ZgSession   *session)
{
  ZgWordList *words = zg_word_list_get (session);

  g_return_if_fail (ZG_IS_ROUND_TURN (self));

  g_signal_connect_object (words, "changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  words_changed_cb (self, words);
}

/**
 * zg_round_turn_show:
 * @job: where a round stands
 * @is_other: whether that is another customer than before: nobody gets what was answered for somebody else
 *
 * Shows whose turn it is; at the end of a round it forgets the last.
 */
void
zg_round_turn_show (ZgRoundTurn      *self,
                    const ZgRoundJob *job,
                    gboolean          is_other)
{
  const ZgRoundMember *member = job->step->member;

  g_return_if_fail (ZG_IS_ROUND_TURN (self));

  /* Without a reply in between, another customer's text would be told as one that was changed. */
  if (is_other || member == NULL)
    zg_reply_draft_set_item (self->draft, NULL);
  if (job->round_id != self->round_id)
    g_hash_table_remove_all (self->answers);
  self->round_id = job->round_id;
  if (member == NULL)
    return;
  zg_reply_draft_set_person (self->draft, member->customer_id, member->order_id);
  zg_reply_draft_set_item (self->draft, job->item);
  zg_round_person_show (self->person, job);
  show_passed (self, job);
  gtk_widget_set_visible (self->unasked, job->step->is_unasked);
  zg_round_turn_refresh (self);
}

/**
 * zg_round_turn_refresh:
 *
 * Shows which message is next, after one of several was copied.
 */
void
zg_round_turn_refresh (ZgRoundTurn *self)
{
  const ZgFill *fill;

  g_return_if_fail (ZG_IS_ROUND_TURN (self));

  fill = zg_reply_draft_get_fill (self->draft);
  if (fill == NULL)
    return;
  zg_reply_text_show_turn (self->text, fill, zg_reply_draft_get_findings (self->draft), zg_reply_draft_get_turn (self->draft));
  zg_reply_ask_show (self->ask, fill->missing, zg_reply_draft_get_round (self->draft));
  zg_wording_hint_show (self->hint, zg_reply_draft_get_findings (self->draft));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * zg_round_turn_get_draft:
 *
 * Returns: (transfer none): the text for whose turn it is
 */
ZgReplyDraft *
zg_round_turn_get_draft (ZgRoundTurn *self)
{
  g_return_val_if_fail (ZG_IS_ROUND_TURN (self), NULL);

  return self->draft;
}

/**
 * zg_round_turn_is_between_messages:
 *
 * Returns: whether some of several messages were copied, and not all
 */
gboolean
zg_round_turn_is_between_messages (ZgRoundTurn *self)
{
  g_return_val_if_fail (ZG_IS_ROUND_TURN (self), FALSE);

  /* After the last message the first is next again. */
  return zg_message_turn_get_next (zg_reply_draft_get_turn (self->draft)) != 0;
}

/**
 * zg_round_turn_focus_missing:
 *
 * Returns: whether something is missing that can be answered; it has the focus then
 */
gboolean
zg_round_turn_focus_missing (ZgRoundTurn *self)
{
  g_return_val_if_fail (ZG_IS_ROUND_TURN (self), FALSE);

  return zg_reply_ask_focus_first (self->ask);
}
