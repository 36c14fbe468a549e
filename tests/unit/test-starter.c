/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "starter-replies.h"
#include "zg-template.h"

/* The replies that come with the program: complete in every language, filled by known names only, in their script. */

static GHashTable *
collect_keys (const char *language)
{
  g_autoptr(GPtrArray) replies = starter_replies_load (language);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = replies->pdata[i];

      g_assert_true (g_str_has_prefix (reply->starter, language));
      if (!g_hash_table_add (keys, g_strdup (reply->starter + strlen (language) + 1)))
        g_error ("%s stands there twice", reply->starter);
    }
  return keys;
}

static void
test_same_keys (void)
{
  const char * const *languages = zg_starter_library_list_languages ();
  g_autoptr(GHashTable) keys = collect_keys (languages[0]);

  for (gsize i = 1; languages[i] != NULL; i++)
    {
      g_autoptr(GHashTable) others = collect_keys (languages[i]);
      GHashTableIter iter;
      gpointer key;

      g_assert_cmpuint (g_hash_table_size (others), ==, g_hash_table_size (keys));
      g_hash_table_iter_init (&iter, keys);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (!g_hash_table_contains (others, key))
          g_error ("%s lacks %s", languages[i], (const char *) key);
    }
}

static void
test_shortcodes (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);
      g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          g_assert_cmpuint (strlen (reply->shortcode), >=, 2);
          g_assert_cmpuint (strspn (reply->shortcode, "abcdefghijklmnopqrstuvwxyz0123456789"), ==,
                            strlen (reply->shortcode));
          if (!g_hash_table_add (codes, reply->shortcode))
            g_error ("%s: the shortcode %s is taken", reply->starter, reply->shortcode);
        }
    }
}

static void
test_stages (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);
      guint32 covered = 0;

      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          g_assert_cmpuint (reply->stages, !=, 0);
          covered |= reply->stages;
        }
      for (int stage = 0; stage < ZG_N_STAGES; stage++)
        if ((covered & (1u << stage)) == 0)
          g_error ("%s has nothing for %s", languages[i], zg_stage_to_word (stage));
    }
}

static void
check_pieces (const ZgReply *reply,
              const char    *text)
{
  g_autoptr(GError) error = NULL;

  if (!zg_template_check (text, &error))
    g_error ("%s: %s", reply->starter, error->message);
}

static void
test_templates (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    starter_replies_foreach_wording (languages[i], check_pieces);
}

/* A Chinese text has no Latin words but the letters of sizes; it speaks to 您 or 亲, except where nobody is spoken to. */
static void
check_chinese (const ZgReply *reply,
               const char    *text)
{
  static const char * const allowed[] = { "S", "M", "L", "XL", NULL };
  const guint32 to_nobody = 1u << ZG_STAGE_HANDOVER | 1u << ZG_STAGE_STATUS_LINE;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      g_autofree char *word = g_strndup (p, length);

      if (length > 0 && !g_strv_contains (allowed, word))
        g_error ("%s: Latin word “%s”", reply->starter, word);
      p = length > 0 ? p + length : g_utf8_next_char (p);
    }

  if ((reply->stages & to_nobody) == 0 && strstr (text, "您") == NULL && strstr (text, "亲") == NULL)
    g_error ("%s does not address the customer", reply->starter);
}

/* The commonest characters that only one of the two scripts has. */
static void
check_traditional (const ZgReply *reply,
                   const char    *text)
{
  static const char simplified[] = "这来们对时会个说请让给订单货发运费换颜码优价问题见还没图样";

  check_chinese (reply, text);
  for (const char *p = simplified; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);

      if (strstr (text, character) != NULL)
        g_error ("%s has the simplified %s", reply->starter, character);
    }
}

static void
check_simplified (const ZgReply *reply,
                  const char    *text)
{
  static const char traditional[] = "這來們對時會個說請讓給訂單貨發運費換顏碼優價問題見還沒圖樣";

  check_chinese (reply, text);
  for (const char *p = traditional; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);

      if (strstr (text, character) != NULL)
        g_error ("%s has the traditional %s", reply->starter, character);
    }
}

static void
test_chinese (void)
{
  starter_replies_foreach_wording ("zh_CN", check_simplified);
  starter_replies_foreach_wording ("zh_TW", check_traditional);
}

static void
test_pick_language (void)
{
  static const struct {
    const char *locales[3];
    const char *language;
  } rows[] = {
    { { "zh_CN.UTF-8", "zh" }, "zh_CN" },
    { { "zh_SG" }, "zh_CN" },
    { { "zh" }, "zh_CN" },
    { { "zh_TW.UTF-8", "zh" }, "zh_TW" },
    { { "zh_HK" }, "zh_TW" },
    { { "zh_MO", "zh" }, "zh_TW" },
    { { "en_GB", "en" }, "en" },
    { { "de_DE", "C" }, "en" },
    { { "en_US", "zh_CN" }, "en" },
    { { "de", "zh_CN" }, "zh_CN" },
    { { "C" }, "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (zg_starter_library_pick_language (rows[i].locales), ==, rows[i].language);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/starter/same-keys", test_same_keys);
  g_test_add_func ("/starter/shortcodes", test_shortcodes);
  g_test_add_func ("/starter/stages", test_stages);
  g_test_add_func ("/starter/templates", test_templates);
  g_test_add_func ("/starter/chinese", test_chinese);
  g_test_add_func ("/starter/pick-language", test_pick_language);

  return g_test_run ();
}
