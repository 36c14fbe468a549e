/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "zg-reply-suggest.h"
#include "zg-starter-library.h"

/* What customers write, and the starter replies that answer it. */
#define QUESTIONS "fixtures/replies/questions-zh_CN.tsv"
#define N_SHOWN 3
#define LEAST_PART 0.9

/* Whether one of the @wanted keys, separated by "|", is among the first. */
static gboolean
is_among_first (GPtrArray  *replies,
                GArray     *suggestions,
                const char *wanted)
{
  g_auto(GStrv) keys = g_strsplit (wanted, "|", -1);

  for (guint i = 0; i < suggestions->len && i < N_SHOWN; i++)
    {
      guint index = g_array_index (suggestions, ZgReplySuggestion, i).index;
      const ZgReply *reply = g_ptr_array_index (replies, index);

      if (g_strv_contains ((const char * const *) keys, strchr (reply->starter, '/') + 1))
        return TRUE;
    }
  return FALSE;
}

static void
show_miss (GPtrArray  *replies,
           GArray     *suggestions,
           const char *question)
{
  g_autoptr(GString) line = g_string_new (question);

  for (guint i = 0; i < suggestions->len && i < N_SHOWN; i++)
    {
      const ZgReplySuggestion *suggestion = &g_array_index (suggestions, ZgReplySuggestion, i);
      const ZgReply *reply = g_ptr_array_index (replies, suggestion->index);

      g_string_append_printf (line, "  %.2f %s", suggestion->score, reply->title);
    }
  g_test_message ("missed: %s", line->str);
}

static void
test_questions (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, QUESTIONS, NULL);
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) replies = zg_starter_library_load ("zh_CN", &error);
  g_autoptr(ZgReplySuggester) suggester = NULL;
  guint n = 0, n_found = 0;

  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  suggester = zg_reply_suggester_new (replies);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr(GArray) suggestions = NULL;

      if (lines[i][0] == '#')
        g_test_message ("%u of %u so far; %s", n_found, n, lines[i]);
      if (g_strv_length (cells) != 2)
        continue;
      suggestions = zg_reply_suggester_suggest (suggester, cells[0], 0);
      n++;
      if (is_among_first (replies, suggestions, cells[1]))
        n_found++;
      else
        show_miss (replies, suggestions, cells[0]);
    }

  g_test_message ("%u of %u questions (%.1f %%) have their answer among the first %d", n_found, n, 100.0 * n_found / n, N_SHOWN);
  g_assert_cmpuint (n, >=, 60);
  g_assert_cmpfloat ((double) n_found / n, >=, LEAST_PART);
}

static void
test_bad_input (void)
{
  g_autoptr(GPtrArray) replies = zg_starter_library_load ("zh_CN", NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(ZgReplySuggester) suggester = zg_reply_suggester_new (replies);
  g_autoptr(ZgReplySuggester) empty = zg_reply_suggester_new (none);
  static const char * const texts[] = { "", " ", "？？？", "\xff\xfe", "的", "1234567", "🌸", "qwertzuiop" };
  g_autofree char *book = g_strnfill (1 << 20, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GArray) suggestions = zg_reply_suggester_suggest (suggester, texts[i], 0);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (suggestions->len, ==, 0);
    }
  g_array_unref (zg_reply_suggester_suggest (suggester, book, 0));
  g_array_unref (zg_reply_suggester_suggest (empty, "什么时候发货", 0));
}

/* The same question in other writing, and asked twice. */
static void
test_writing (void)
{
  static const char * const texts[] = { "什么时候发货", "什麼時候發貨", "　什么时候发货？？", "什么时候发货" };
  g_autoptr(GPtrArray) replies = zg_starter_library_load ("zh_CN", NULL);
  g_autoptr(ZgReplySuggester) suggester = zg_reply_suggester_new (replies);
  g_autoptr(GArray) first = zg_reply_suggester_suggest (suggester, texts[0], 0);

  g_assert_cmpuint (first->len, >, 0);
  for (gsize i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GArray) other = zg_reply_suggester_suggest (suggester, texts[i], 0);

      g_assert_cmpmem (first->data, first->len * sizeof (ZgReplySuggestion), other->data,
                       other->len * sizeof (ZgReplySuggestion));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-suggest/questions", test_questions);
  g_test_add_func ("/reply-suggest/bad-input", test_bad_input);
  g_test_add_func ("/reply-suggest/writing", test_writing);
  return g_test_run ();
}
