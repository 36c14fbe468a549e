/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-contact.h"
#include "zg-platform.h"
#include "zg-reply.h"
#include "zg-width.h"

/* Words are the contract of files and of the command line: they never change, and lead back to where they came from. */

static void
test_stages (void)
{
  static const char * const words[ZG_N_STAGES] = {
    "greeting", "need", "recommend", "objection", "closing", "confirmation", "payment", "shipping", "delay",
    "after-sale", "review", "bad-review", "handover", "farewell", "busy", "away", "status-line", "promotion",
    "birthday",
  };
  ZgStage stage = ZG_STAGE_NEED;

  for (int i = 0; i < ZG_N_STAGES; i++)
    {
      g_assert_cmpstr (zg_stage_to_word ((ZgStage) i), ==, words[i]);
      g_assert_true (zg_stage_from_word (words[i], &stage));
      g_assert_cmpint (stage, ==, i);
      g_assert_nonnull (zg_stage_to_label ((ZgStage) i));
    }

  g_assert_false (zg_stage_from_word ("Greeting", &stage));
  g_assert_false (zg_stage_from_word (NULL, NULL));
  /* a set of stages is kept in 32 bits */
  g_assert_cmpint (ZG_N_STAGES, <=, 32);
}

static void
test_platforms (void)
{
  const char * const *words = zg_platform_list ();
  guint n = g_strv_length ((char **) words);

  g_assert_true (zg_platform_is_known ("taobao"));
  g_assert_true (zg_platform_is_known ("other"));
  g_assert_false (zg_platform_is_known ("Taobao"));
  g_assert_false (zg_platform_is_known (""));
  g_assert_false (zg_platform_is_known (NULL));
  g_assert_cmpstr (words[0], ==, "taobao");
  g_assert_cmpstr (words[n - 1], ==, "other");
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (zg_platform_is_known (words[i]));
      g_assert_cmpstr (zg_platform_to_label (words[i]), !=, "");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (words[i], !=, words[j]);
    }

  g_assert_cmpstr (zg_platform_to_label ("taobao"), ==, "Taobao");
  g_assert_cmpstr (zg_platform_to_label ("闲鱼"), ==, "闲鱼");
  g_assert_cmpstr (zg_platform_to_label (""), ==, "Other");
  g_assert_cmpstr (zg_platform_to_label (NULL), ==, "Other");
}

static void
test_contacts (void)
{
  g_autoptr (ZgContact) contact = zg_contact_new ();
  g_autoptr (ZgFollowUp) follow_up = zg_follow_up_new ();

  g_assert_cmpstr (zg_contact_kind_to_word (ZG_CONTACT_COPY), ==, "copy");
  g_assert_cmpstr (zg_contact_kind_to_word (ZG_CONTACT_NOTE), ==, "note");
  g_assert_cmpstr (zg_contact_kind_to_word (ZG_CONTACT_CALL), ==, "call");
  g_assert_cmpstr (zg_contact_kind_to_word (ZG_CONTACT_CHANGE), ==, "change");

  contact->title = g_strdup ("t");
  contact->staff_name = g_strdup ("s");
  follow_up->text = g_strdup ("t");
  g_assert_cmpint (follow_up->state, ==, ZG_FOLLOW_UP_OPEN);
}

static void
test_reply_copy (void)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autoptr (ZgReply) copy = NULL;

  reply->id = 1;
  reply->title = g_strdup ("核对");
  reply->shortcode = g_strdup ("hd");
  reply->body = g_strdup ("{客户|亲}");
  reply->stages = 1u << ZG_STAGE_CONFIRMATION;
  reply->favourite = TRUE;
  reply->use_count = 9;
  g_ptr_array_add (reply->keywords, g_strdup ("地址"));
  g_ptr_array_add (reply->variants, g_strdup ("v"));

  copy = zg_reply_copy (reply);
  g_ptr_array_set_size (reply->keywords, 0);
  g_ptr_array_set_size (reply->variants, 0);
  g_assert_cmpint (copy->id, ==, 1);
  g_assert_cmpstr (copy->title, ==, "核对");
  g_assert_cmpstr (copy->shortcode, ==, "hd");
  g_assert_cmpstr (copy->body, ==, "{客户|亲}");
  g_assert_cmpint (copy->stages, ==, 1u << ZG_STAGE_CONFIRMATION);
  g_assert_true (copy->favourite);
  g_assert_cmpint (copy->use_count, ==, 9);
  g_assert_cmpstr (copy->keywords->pdata[0], ==, "地址");
  g_assert_cmpstr (copy->variants->pdata[0], ==, "v");
}

static void
test_reply_messages (void)
{
  static const struct {
    const char *body;
    const char *messages[4];
    const char *joined;
  } rows[] = {
    { "在的", { "在的" }, "在的" },
    { "在的\x1e您请说", { "在的", "您请说" }, "在的\x1e您请说" },
    { "\x1e在的\x1e \n\x1e您\n请说\x1e", { "在的", "您\n请说" }, "在的\x1e您\n请说" },
    { "", { NULL }, "" },
    { " \x1e\u3000", { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) messages = zg_reply_split_messages (rows[i].body);
      g_autofree char *joined = zg_reply_join_messages (messages);

      g_assert_true (g_strv_equal ((const char * const *) messages, rows[i].messages));
      g_assert_cmpstr (joined, ==, rows[i].joined);
    }
}

static void
test_reply_keywords (void)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autofree char *text = NULL;

  zg_reply_set_keywords (reply, " 在吗，有货 吗,,在吗；hello;\n");
  g_assert_cmpuint (reply->keywords->len, ==, 3);
  g_assert_cmpstr (reply->keywords->pdata[1], ==, "有货 吗");
  text = zg_reply_keywords_to_text (reply);
  g_assert_cmpstr (text, ==, "在吗, 有货 吗, hello");
  zg_reply_set_keywords (reply, text);
  g_assert_cmpuint (reply->keywords->len, ==, 3);
}

static void
test_reply_equal (void)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autoptr (ZgReply) other = NULL;

  reply->title = g_strdup (" 您好 ");
  reply->body = g_strdup ("在\x1e");
  zg_reply_normalise (reply);
  g_assert_cmpstr (reply->title, ==, "您好");
  g_assert_cmpstr (reply->shortcode, ==, "");
  other = zg_reply_copy (reply);
  g_assert_true (zg_reply_equal (reply, other));
  other->starts_wait = TRUE;
  g_assert_false (zg_reply_equal (reply, other));
  other->starts_wait = FALSE;
  g_ptr_array_add (other->variants, g_strdup ("在的"));
  g_assert_false (zg_reply_equal (reply, other));
  /* How it is used is no edit. */
  g_ptr_array_set_size (other->variants, 0);
  other->use_count = 9;
  g_assert_true (zg_reply_equal (reply, other));
}

static void
test_reply_validity (void)
{
  static const struct {
    ZgTime from, until, now;
    gboolean valid;
  } rows[] = {
    { ZG_TIME_NONE, ZG_TIME_NONE, 5, TRUE },
    { 5, ZG_TIME_NONE, 4, FALSE },
    { 5, ZG_TIME_NONE, 5, TRUE },
    { ZG_TIME_NONE, 5, 4, TRUE },
    { ZG_TIME_NONE, 5, 5, FALSE },
    { 3, 5, 4, TRUE },
  };
  g_autoptr (ZgReply) reply = zg_reply_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      reply->valid_from = rows[i].from;
      reply->valid_until = rows[i].until;
      g_assert_cmpint (zg_reply_is_valid_at (reply, rows[i].now), ==, rows[i].valid);
    }

  g_assert_true (zg_reply_is_visible_to (reply, 0));
  g_assert_true (zg_reply_is_visible_to (reply, 2));
  reply->owner_id = 2;
  g_assert_true (zg_reply_is_visible_to (reply, 2));
  g_assert_false (zg_reply_is_visible_to (reply, 1));
  g_assert_false (zg_reply_is_visible_to (reply, 0));
}

static void
test_width (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } table[] = {
    { "１３８ＡＢｃ", "138ABc" },
    { "（，。：；！～）", "(,。:;!~)" },
    { "　a\xC2\xA0z", " a z" },
    { "￥5", "￥5" },
    { "林", "林" },
    { "\xEF\xBC", "\xEF\xBC" },
    { "\xE3\x80", "\xE3\x80" },
    { "\xC2", "\xC2" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *folded = zg_width_fold (table[i].text);

      g_assert_cmpstr (folded, ==, table[i].folded);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/stages", test_stages);
  g_test_add_func ("/words/platforms", test_platforms);
  g_test_add_func ("/words/contacts", test_contacts);
  g_test_add_func ("/words/reply-copy", test_reply_copy);
  g_test_add_func ("/words/reply-messages", test_reply_messages);
  g_test_add_func ("/words/reply-validity", test_reply_validity);
  g_test_add_func ("/words/reply-keywords", test_reply_keywords);
  g_test_add_func ("/words/reply-equal", test_reply_equal);
  g_test_add_func ("/words/width", test_width);
  return g_test_run ();
}
