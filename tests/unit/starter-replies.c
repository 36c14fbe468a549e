/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "starter-replies.h"

#include "zg-reply-desk.h"

/* What the tests of the starter replies go through. */

/**
 * starter_replies_load:
 * @language: zh_CN, zh_TW or en
 *
 * Returns: (transfer full) (element-type ZgReply): the starter replies in that language
 */
GPtrArray *
starter_replies_load (const char *language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *replies = zg_starter_library_load (language, &error);

  g_assert_no_error (error);
  return replies;
}

/**
 * starter_replies_foreach_wording:
 * @language: (nullable): only in this language; %NULL for all
 * @func: is called with every text that a customer can get to read
 */
void
starter_replies_foreach_wording (const char         *language,
                                 StarterWordingFunc  func)
{
  const char * const *languages = zg_starter_library_list_languages ();
  guint n_wordings = 0;

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = NULL;

      if (language != NULL && !g_str_equal (language, languages[i]))
        continue;
      replies = starter_replies_load (languages[i]);
      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          for (guint n = 0; n < zg_reply_get_n_wordings (reply); n++, n_wordings++)
            func (reply, zg_reply_get_wording (reply, n));
        }
    }
  g_assert_cmpuint (n_wordings, >, 0);
}

/**
 * starter_reply_is_chinese:
 * @reply: a starter reply
 *
 * Returns: whether it is written in Chinese
 */
gboolean
starter_reply_is_chinese (const ZgReply *reply)
{
  return g_str_has_prefix (reply->starter, "zh_");
}

/**
 * starter_reply_has_stage:
 * @reply: a starter reply
 * @stage: a stage of the conversation
 *
 * Returns: whether it is for that stage
 */
gboolean
starter_reply_has_stage (const ZgReply *reply,
                         ZgStage        stage)
{
  return (reply->stages & (1u << stage)) != 0;
}
