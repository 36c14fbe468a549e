/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-error.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-starter-library.h"
#include "zg-store-error.h"
#include "zg-wording-list.h"
#include "zg-wording-table.h"

/* The shop's changes lie over the shipped word list, and taking them back leaves nothing of them. */

typedef struct {
  char *folder;
  ZgDatabase *db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
  shop_folder_remove (self->folder);
}

static GPtrArray *
load (Fixture    *self,
      const char *language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = zg_wording_list_load (self->db, language, &error);

  g_assert_no_error (error);
  return entries;
}

/* (transfer full) (nullable) */
static ZgWordingEntry *
find (Fixture    *self,
      const char *word)
{
  g_autoptr(GPtrArray) entries = load (self, "zh_CN");

  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((ZgWordingEntry *) entries->pdata[i])->word, word) == 0)
      return zg_wording_entry_copy (entries->pdata[i]);
  return NULL;
}

static void
save (Fixture        *self,
      ZgWordingEntry *entry)
{
  g_autoptr(GError) error = NULL;

  zg_wording_list_save (self->db, entry, &error);
  g_assert_no_error (error);
}

static void
assert_finds (Fixture    *self,
              const char *text,
              guint       n)
{
  g_autoptr(GPtrArray) entries = load (self, "zh_CN");
  g_autoptr(ZgWording) wording = zg_wording_new (entries);
  g_autoptr(GArray) findings = zg_wording_check (wording, text, NULL, 0, ZG_WORDING_NONE);

  g_assert_cmpuint (findings->len, ==, n);
}

/* A shipped entry keeps its place in the list, whatever the shop makes of it. */
static void
test_change_shipped (Fixture       *self,
                     gconstpointer  data)
{
  static const char * const exceptions[] = { "绝对伏特加", NULL };
  g_autoptr(GPtrArray) before = load (self, "zh_CN");
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(ZgWordingEntry) entry = find (self, "绝对");
  g_autoptr(ZgWordingEntry) read = NULL;

  assert_finds (self, "亲，绝对伏特加", 1);
  g_assert_true (entry->is_shipped);
  g_assert_cmpint (entry->id, ==, 0);
  g_strfreev (entry->exceptions);
  entry->exceptions = g_strdupv ((char **) exceptions);
  g_free (entry->advice);
  entry->advice = g_strdup ("算了");
  save (self, entry);
  g_assert_cmpint (entry->id, !=, 0);
  assert_finds (self, "亲，绝对伏特加", 0);
  assert_finds (self, "亲，绝对值", 1);

  read = find (self, "绝对");
  g_assert_true (read->is_shipped);
  g_assert_cmpstr (read->advice, ==, "算了");
  g_assert_cmpstr (read->exceptions[0], ==, "绝对伏特加");
  g_assert_null (read->exceptions[1]);

  read->enabled = FALSE;
  save (self, read);
  assert_finds (self, "亲，绝对值", 0);
  g_assert_cmpint (read->version, ==, 2);

  after = load (self, "zh_CN");
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpstr (((ZgWordingEntry *) after->pdata[i])->word, ==, ((ZgWordingEntry *) before->pdata[i])->word);
}

static void
test_restore (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgWordingEntry) entry = find (self, "绝对");
  g_autoptr(ZgWordingEntry) restored = NULL;
  g_autofree char *advice = g_strdup (entry->advice);

  g_assert_true (zg_wording_list_restore (self->db, entry, &error));    /* nothing to do */
  entry->enabled = FALSE;
  save (self, entry);
  g_assert_true (zg_wording_list_restore (self->db, entry, &error));
  g_assert_no_error (error);

  restored = find (self, "绝对");
  g_assert_cmpint (restored->id, ==, 0);
  g_assert_true (restored->enabled);
  g_assert_cmpstr (restored->advice, ==, advice);

  g_assert_false (zg_wording_list_restore (self->db, entry, &error));   /* somebody else did */
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
}

/* All changes of what was shipped at once; the words that the shop added stay. */
static void
test_restore_all (Fixture       *self,
                  gconstpointer  data)
{
  static const char * const words[] = { "绝对", "保证", "不行" };
  g_autoptr(ZgWordingEntry) own = zg_wording_entry_new ("zh_CN", ZG_WORDING_PROMISE, "包在我身上", "", NULL);
  g_autoptr(ZgWordingEntry) found = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(ZgWordingEntry) entry = find (self, words[i]);

      entry->enabled = FALSE;
      save (self, entry);
    }
  save (self, own);

  g_assert_true (zg_wording_table_delete_shipped (self->db, "zh_TW", &error));
  found = find (self, "绝对");
  g_assert_false (found->enabled);
  g_assert_true (zg_wording_table_delete_shipped (self->db, "zh_CN", &error));
  entries = zg_wording_table_load (self->db, "zh_CN", &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((ZgWordingEntry *) entries->pdata[0])->word, ==, "包在我身上");
}

static void
test_own (Fixture       *self,
          gconstpointer  data)
{
  static const char * const exceptions[] = { "秒发货", NULL };
  g_autoptr(ZgWordingEntry) entry = zg_wording_entry_new ("zh_CN", ZG_WORDING_PROMISE, "秒发", "换成“当天发”", exceptions);
  g_autoptr(ZgWordingEntry) read = NULL;
  g_autoptr(GError) error = NULL;

  save (self, entry);
  assert_finds (self, "亲，秒 发", 1);
  assert_finds (self, "亲，秒发货", 0);
  read = find (self, "秒发");
  g_assert_false (read->is_shipped);
  g_assert_cmpint (read->kind, ==, ZG_WORDING_PROMISE);

  g_free (read->word);
  read->word = g_strdup ("秒发货");
  g_assert_false (zg_wording_list_save (self->db, read, &error));       /* its exception is no longer than it */
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_strfreev (read->exceptions);
  read->exceptions = g_new0 (char *, 1);
  save (self, read);
  assert_finds (self, "亲，秒发", 0);

  g_assert_true (zg_wording_list_restore (self->db, read, NULL));
  g_assert_null (find (self, "秒发货"));
  /* Undone: it comes back. */
  read->id = 0;
  save (self, read);
  assert_finds (self, "亲，秒发货", 1);
}

/* What can't work is refused with its sentence, and nothing is written. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  static const struct {
    ZgWordingKind kind;
    const char *word;
    const char *exception;
    const char *sentence;
  } rows[] = {
    { ZG_WORDING_PROMISE, "", NULL, "A word to warn of needs at least one letter." },
    { ZG_WORDING_PROMISE, " \u200b·", NULL, "A word to warn of needs at least one letter." },
    { ZG_WORDING_PROMISE, "绝对", NULL, "“绝对” is in the word list already." },
    { ZG_WORDING_PROMISE, "絕 對", NULL, "“绝对” is in the word list already." },
    { ZG_WORDING_LURE, "加v", NULL, "“加V” is in the word list already." },
    { ZG_WORDING_PROMISE, "秒发", "发货", "The exception “发货” has to be longer than the word “秒发” and contain it." },
    { ZG_WORDING_PROMISE, "秒发", "秒 发", "The exception “秒 发” has to be longer than the word “秒发” and contain it." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char * const exceptions[] = { rows[i].exception, NULL };
      g_autoptr(ZgWordingEntry) entry = zg_wording_entry_new ("zh_CN", rows[i].kind, rows[i].word, "", exceptions);
      g_autoptr(GPtrArray) written = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_false (zg_wording_list_save (self->db, entry, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, rows[i].sentence);
      written = zg_wording_table_load (self->db, "zh_CN", NULL);
      g_assert_cmpuint (written->len, ==, 0);
    }
}

static void
test_stale (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(ZgWordingEntry) entry = find (self, "绝对");
  g_autoptr(ZgWordingEntry) other = NULL;
  g_autoptr(GError) error = NULL;

  save (self, entry);
  other = find (self, "绝对");
  save (self, entry);
  g_assert_false (zg_wording_list_save (self->db, other, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
}

static void
assert_language (Fixture    *self,
                 const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = zg_wording_list_get_language (self->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, language);
}

/* The language in which the shop talks, not the one of the program. */
static void
test_language (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(ZgClock) clock = zg_clock_new_fixed ((ZgTime) 1790058000 * ZG_TIME_SECOND, zg_time_zone_china ());
  g_autoptr(GError) error = NULL;

  assert_language (self, zg_starter_library_pick_language (NULL));
  g_assert_true (zg_starter_library_install (self->db, "zh_TW", clock, NULL, &error));
  assert_language (self, "zh_TW");
  g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_WORDING_LANGUAGE, "zh_CN", &error));
  assert_language (self, "zh_CN");
  g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_WORDING_LANGUAGE, "fr", &error));
  assert_language (self, "zh_TW");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/wording-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("change-shipped", test_change_shipped);
  ADD ("restore", test_restore);
  ADD ("restore-all", test_restore_all);
  ADD ("own", test_own);
  ADD ("refused", test_refused);
  ADD ("stale", test_stale);
  ADD ("language", test_language);
#undef ADD

  return g_test_run ();
}
