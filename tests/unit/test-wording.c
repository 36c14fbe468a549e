/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "zg-reply.h"
#include "zg-starter-library.h"
#include "zg-wording-list.h"

/*
 * The wording check: no false alarm and no miss on the sentences of fixtures/wording, and none in the starter library;
 * folding, places, exceptions.
 */

static ZgWording *
load (const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = zg_wording_list_load_shipped (language, &error);

  g_assert_no_error (error);
  return zg_wording_new (entries);
}

/* "promise:绝对 superlative:最好" */
static char *
describe (GArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? "\t" : "", zg_wording_kind_to_word (finding->entry->kind),
                              finding->entry->word);
    }
  return g_string_free (text, FALSE);
}

static char *
unescape (const char *sentence)
{
  GString *text = g_string_new (sentence);

  g_string_replace (text, "<U+200B>", "\u200b", 0);
  return g_string_free (text, FALSE);
}

/* The words that are found lie where they are said to lie. */
static void
check_places (const char *text,
              GArray     *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);
      g_autofree char *part = g_strndup (text + finding->start, finding->end - finding->start);
      g_autofree char *found = zg_wording_text_fold (part);
      g_autofree char *word = zg_wording_text_fold (finding->entry->word);

      g_assert_true (g_utf8_validate (part, -1, NULL));
      g_assert_cmpstr (found, ==, finding->entry->kind == ZG_WORDING_ADDRESS ? "" : word);
    }
}

static void
test_sentences (gconstpointer data)
{
  const char *language = data;
  g_autofree char *name = g_strconcat (language, ".tsv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "wording", name, NULL);
  g_autoptr(ZgWording) wording = load (language);
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  guint n[2] = { 0 };

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 2);
      g_autofree char *sentence = NULL;
      g_autoptr(GArray) findings = NULL;
      g_autofree char *found = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      sentence = unescape (columns[0]);
      findings = zg_wording_check (wording, sentence, NULL, 0, ZG_WORDING_NONE);
      found = describe (findings);
      if (g_strcmp0 (found, columns[1] != NULL ? columns[1] : "") != 0)
        {
          g_test_message ("%s: “%s” should give “%s”, not “%s”", language, sentence, columns[1], found);
          g_test_fail ();
        }
      check_places (sentence, findings);
      n[columns[1] != NULL ? 1 : 0]++;
    }

  g_assert_cmpuint (n[0], >=, g_str_equal (language, "zh_CN") ? 50 : 10);
  g_assert_cmpuint (n[1], >=, g_str_equal (language, "zh_CN") ? 50 : 10);
}

static void
check_reply (ZgWording     *wording,
             const ZgReply *reply,
             const char    *text)
{
  g_autoptr(GArray) findings = zg_wording_check_body (wording, text, reply->stages);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);

      g_test_message ("%s “%s”: %s “%s” (%s) in “%s”", reply->starter, reply->title,
                      zg_wording_kind_to_word (finding->entry->kind), finding->entry->word, finding->entry->advice, text);
      g_test_fail ();
    }
}

/* What the program ships would not be warned of in its own shop. */
static void
test_library (gconstpointer data)
{
  const char *language = data;
  g_autoptr(ZgWording) wording = load (language);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) replies = zg_starter_library_load (language, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = replies->pdata[i];

      check_reply (wording, reply, reply->body);
      for (guint k = 0; k < reply->variants->len; k++)
        check_reply (wording, reply, reply->variants->pdata[k]);
    }
}

/* Of the shipped list: every kind is there, every word says what to do, every exception can work. */
static void
test_list (gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = zg_wording_list_load_shipped (data, &error);
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n[ZG_N_WORDING_KINDS] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const ZgWordingEntry *entry = entries->pdata[i];
      g_autofree char *word = zg_wording_text_fold (entry->word);

      n[entry->kind]++;
      g_assert_true (entry->is_shipped && entry->enabled);
      g_assert_cmpstr (entry->language, ==, data);
      g_assert_cmpstr (word, !=, "");
      g_assert_cmpstr (entry->advice, !=, "");
      for (gsize k = 0; entry->exceptions[k] != NULL; k++)
        {
          g_autofree char *exception = zg_wording_text_fold (entry->exceptions[k]);

          if (strstr (exception, word) == NULL || strcmp (exception, word) == 0)
            g_error ("“%s” is no exception of “%s”", entry->exceptions[k], entry->word);
        }
      if (!g_hash_table_add (words, g_steal_pointer (&word)))
        g_error ("“%s” stands there twice", entry->word);
    }
  for (int kind = 0; kind < ZG_N_WORDING_KINDS; kind++)
    g_assert_cmpuint (n[kind], >, 0);
}

static void
test_kinds (void)
{
  for (int kind = 0; kind < ZG_N_WORDING_KINDS; kind++)
    {
      ZgWordingKind found;

      g_assert_true (zg_wording_kind_from_word (zg_wording_kind_to_word (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpstr (zg_wording_kind_to_label (kind), !=, "");
      g_assert_cmpstr (zg_wording_kind_to_description (kind), !=, "");
    }
  g_assert_false (zg_wording_kind_from_word ("kind", NULL));
  g_assert_false (zg_wording_kind_from_word (NULL, NULL));
}

/* How a text is read: what keeps characters apart goes, what parts words stays. */
static void
test_reading (void)
{
  static const struct {
    const char *text;
    const char *read;
  } rows[] = {
    { "", "" },
    { "加 微 信", "加微信" },
    { "加　微　信", "加微信" },
    { "加·微・信", "加微信" },
    { "加*微_信", "加微信" },
    { "加.微-信", "加微信" },
    { "加\u200b微\ufeff信\ufe0f", "加微信" },
    { "＋　Ｖ", "+v" },
    { "加 V 信", "加v信" },
    { "Q Q 号", "qq号" },
    { "Q.Q", "q.q" },
    { "絕對", "绝对" },
    { "the  best", "the best" },
    { "t h e", "the" },
    { "the-best", "the-best" },
    { "can’t", "can't" },
    { "No. 1", "no.1" },
    { "100 %", "100%" },
    { "加\n微信", "加\xef\xbf\xbc微信" },
    { "加\x1e微信", "加\xef\xbf\xbc微信" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *read = zg_wording_text_fold (rows[i].text);

      g_assert_cmpstr (read, ==, rows[i].read);
    }
}

static GPtrArray *
make_list (const char *word,
           const char *exceptions)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_wording_entry_free);
  g_auto(GStrv) parts = g_strsplit (exceptions, "|", -1);

  g_ptr_array_add (entries, zg_wording_entry_new ("zh_CN", ZG_WORDING_REFUSAL, word, "", (const char * const *) parts));
  return entries;
}

/* One word with exceptions in one text: where it is found, as "start-end" in bytes. */
static void
test_exceptions (void)
{
  static const struct {
    const char *word;
    const char *exceptions;
    const char *text;
    const char *found;
  } rows[] = {
    { "不行", "行不行", "不行", "0-6" },
    { "不行", "行不行", "行不行", "" },
    { "不行", "行不行", "不行不行", "0-6" },
    { "不行", "行不行", "行 不·行", "" },
    { "不行", "行不行|不行的话", "不行的话", "" },
    { "不行", "行不行|不行的话", "行不行的话", "" },
    { "不行", "不行的话", "不行，不行的话", "0-6" },
    { "最好", "最好先", "最好先最好", "9-15" },
    { "最好", "您最好|最好先看", "您最好先看，最好先问", "18-24" },
    { "啊", "啊啊啊啊", "啊啊啊啊啊", "" },               /* exceptions that overlap cover all of it */
    { "啊", "啊啊", "啊", "0-3" },
    { "best", "best man", "bestow the best, best man", "11-15" },
    { "100%", "100% 棉", "2100% 100%棉 100 %", "14-19" },
    { "V", "", "VIP V V1 v", "4-5 6-7 9-10" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) entries = make_list (rows[i].word, rows[i].exceptions);
      g_autoptr(ZgWording) wording = zg_wording_new (entries);
      g_autoptr(GArray) findings = zg_wording_check (wording, rows[i].text, NULL, 0, ZG_WORDING_NONE);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < findings->len; k++)
        {
          const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, k);

          g_string_append_printf (found, "%s%zu-%zu", k > 0 ? " " : "", finding->start, finding->end);
        }
      g_test_message ("%s in %s", rows[i].word, rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].found);
    }
}

/* Places are those of the text as it was written, however many bytes its characters have. */
static void
test_places (void)
{
  g_autoptr(ZgWording) wording = load ("zh_CN");
  const char *text = "😀亲，Ａ款絕·對\u200b好看";
  g_autoptr(GArray) findings = zg_wording_check (wording, text, NULL, 0, ZG_WORDING_NONE);
  const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (finding->start, ==, strlen ("😀亲，Ａ款"));
  g_assert_cmpuint (finding->end, ==, strlen ("😀亲，Ａ款絕·對"));
}

/* Braces are not the shop's words, but what a clerk can choose is; a name addresses the customer. */
static void
test_body (void)
{
  static const struct {
    const char *body;
    guint32 stages;
    const char *found;
  } rows[] = {
    { "{称呼|亲}，这款卖得不错，还有三个颜色。", 0, "" },
    { "{customer.name}，这款卖得不错，还有三个颜色。", 0, "" },
    { "{商品}这款卖得不错，还有三个颜色。", 0, "address:您" },
    { "这款卖得不错，还有三个颜色。", 1u << ZG_STAGE_STATUS_LINE, "" },
    { "这款卖得不错，绝对有三个颜色。", 1u << ZG_STAGE_HANDOVER, "promise:绝对" },
    { "您看：{?绝对:现货|预售}", 0, "" },
    { "您看：{?有没有:肯定有|没有}", 0, "promise:肯定" },
    { "您看：{?有没有:不|行|绝|对}", 0, "" },
    { "您看：绝{商品}对", 0, "" },
    { "您好，{表情:微笑}绝对", 0, "promise:绝对" },
    { "{{绝对}} 您", 0, "promise:绝对" },
    { "您看绝\x1e对", 0, "" },
  };
  g_autoptr(ZgWording) wording = load ("zh_CN");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) findings = zg_wording_check_body (wording, rows[i].body, rows[i].stages);
      g_autofree char *found = describe (findings);

      g_test_message ("%s", rows[i].body);
      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

static char *
lookup (const ZgPlaceholder *placeholder,
        int                  offset,
        gpointer             data)
{
  return g_strdup (placeholder->id == ZG_PLACEHOLDER_ORDER_ADDRESS ? "绝对路 5 号" : "王小姐");
}

/* Nobody can choose another word for a street; the name that was filled in is an address. */
static void
test_fill (void)
{
  const char *body = "{称呼}，寄到{地址}保证没错，请核对一下。";
  g_autoptr(ZgWording) wording = load ("zh_CN");
  g_autoptr(ZgFill) fill = zg_template_fill (body, ZG_EMOTICONS_NONE, lookup, NULL, NULL);
  g_autoptr(GArray) findings = zg_wording_check_fill (wording, body, fill, 0);
  g_autofree char *found = describe (findings);

  g_assert_cmpstr (found, ==, "promise:保证");
  check_places (fill->text, findings);
}

static void
test_replacement (void)
{
  static const struct {
    ZgWordingKind kind;
    const char *advice;
    const char *replacement;
  } rows[] = {
    { ZG_WORDING_PROMISE, "换成“尽量”，或者说“会试试”。", "尽量" },
    { ZG_WORDING_PROMISE, "改成「盡量」。", "盡量" },
    { ZG_WORDING_PROMISE, "说实际情况。", NULL },
    { ZG_WORDING_PROMISE, "换成“”。", NULL },
    { ZG_WORDING_PROMISE, "换成“尽量", NULL },
    { ZG_WORDING_PROMISE, "", NULL },
    { ZG_WORDING_ADDRESS, "称呼一声“您”。", NULL },
    { ZG_WORDING_SELF, "多说“您”。", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgWordingEntry) entry = zg_wording_entry_new ("zh_CN", rows[i].kind, "保证", rows[i].advice, NULL);
      g_autofree char *replacement = zg_wording_entry_dup_replacement (entry);

      g_assert_cmpstr (replacement, ==, rows[i].replacement);
    }
}

/* What is switched off is not looked for; nor does a list without words of address miss them. */
static void
test_disabled (void)
{
  g_autoptr(GPtrArray) entries = make_list ("绝对", "");
  g_autoptr(ZgWording) wording = NULL;
  g_autoptr(GArray) findings = NULL;

  ((ZgWordingEntry *) entries->pdata[0])->enabled = FALSE;
  wording = zg_wording_new (entries);
  findings = zg_wording_check (wording, "绝对是正品，放心购买就好了", NULL, 0, ZG_WORDING_NONE);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A long text is read to its end, also where everything in it is a word and an exception of it. */
static void
test_long_text (void)
{
  g_autoptr(GPtrArray) entries = make_list ("啊", "啊啊啊啊啊啊啊啊");
  g_autoptr(ZgWording) dense = zg_wording_new (entries);
  g_autoptr(ZgWording) wording = load ("zh_CN");
  g_autoptr(GString) same = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new ("您好，");
  g_autoptr(GArray) none = NULL;
  g_autoptr(GArray) findings = NULL;

  while (same->len < 64 * 1024)
    g_string_append (same, "啊");
  none = zg_wording_check (dense, same->str, NULL, 0, ZG_WORDING_NONE);
  g_assert_cmpuint (none->len, ==, 0);

  while (text->len < 64 * 1024)
    g_string_append (text, "最后，最好，您最好，行不行，");
  findings = zg_wording_check (wording, text->str, NULL, 0, ZG_WORDING_NONE);
  g_assert_cmpuint (findings->len, ==, (text->len - strlen ("您好，")) / strlen ("最后，最好，您最好，行不行，"));
  check_places (text->str, findings);
}

int
main (int   argc,
      char *argv[])
{
  const char * const *languages = zg_starter_library_list_languages ();

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *sentences = g_strconcat ("/wording/sentences/", languages[i], NULL);
      g_autofree char *library = g_strconcat ("/wording/library/", languages[i], NULL);
      g_autofree char *list = g_strconcat ("/wording/list/", languages[i], NULL);

      g_test_add_data_func (sentences, languages[i], test_sentences);
      g_test_add_data_func (library, languages[i], test_library);
      g_test_add_data_func (list, languages[i], test_list);
    }
  g_test_add_func ("/wording/kinds", test_kinds);
  g_test_add_func ("/wording/reading", test_reading);
  g_test_add_func ("/wording/exceptions", test_exceptions);
  g_test_add_func ("/wording/places", test_places);
  g_test_add_func ("/wording/body", test_body);
  g_test_add_func ("/wording/fill", test_fill);
  g_test_add_func ("/wording/replacement", test_replacement);
  g_test_add_func ("/wording/disabled", test_disabled);
  g_test_add_func ("/wording/long-text", test_long_text);

  return g_test_run ();
}
