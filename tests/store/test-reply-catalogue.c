/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-reply-catalogue.h"
#include "zg-reply-table.h"
#include "zg-shop-table.h"
#include "zg-store.h"

/* What the desktop's search is told of the replies. */

#define NOW (G_GINT64_CONSTANT (1790000000) * G_USEC_PER_SEC)
#define CLERK 1

typedef struct {
  char *folder;
  char *path;
  ZgStore *store;
  ZgReplyCatalogue *catalogue;
} Fixture;

typedef struct {
  const char *shortcode;
  const char *title;
  const char *body;
  ZgTime valid_until;
  gboolean is_private;
} Sample;

static const Sample samples[] = {
  { "fhtz", "发货通知", "{客户|亲}，您的包裹已经发出，{快递} {运单号}，今天{今天}。\n第二行不看", 0, FALSE },
  { "wh", "问好", "亲，{店铺}欢迎您" ZG_REPLY_MESSAGE_SEPARATOR "发货了", 0, FALSE },
  { "old", "去年的活动", "过期", NOW, FALSE },
  { "mine", "私藏", "别人的 {{括号}}", 0, TRUE },
};

static gboolean
insert (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  gint64 group_id = zg_reply_table_ensure_group (db, "发货", error);
  gint64 staff_id = zg_shop_table_insert_staff (db, "小陈", "01", error);
  gint64 other_id = zg_shop_table_insert_staff (db, "小林", "02", error);

  g_assert_cmpint (staff_id, ==, CLERK);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ZgReply) reply = zg_reply_new ();

      reply->group_id = group_id;
      reply->shortcode = g_strdup (samples[i].shortcode);
      reply->title = g_strdup (samples[i].title);
      reply->body = g_strdup (samples[i].body);
      reply->valid_until = samples[i].valid_until != 0 ? samples[i].valid_until : ZG_TIME_NONE;
      reply->owner_id = samples[i].is_private ? other_id : 0;
      if (!zg_reply_table_insert (db, reply, NOW, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Fixture *fixture = data;

  fixture->catalogue = zg_reply_catalogue_load (db, CLERK, NOW, error);
  return fixture->catalogue != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = shop_folder_make (&fixture->path);
  fixture->store = zg_store_open (fixture->path, &error);
  g_assert_no_error (error);
  zg_store_write (fixture->store, insert, NULL, &error);
  g_assert_no_error (error);
  zg_store_read (fixture->store, load, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  zg_reply_catalogue_free (fixture->catalogue);
  zg_store_close (fixture->store);
  g_object_unref (fixture->store);
  shop_folder_remove (fixture->folder);
  g_free (fixture->path);
}

static char *
find_titles (Fixture    *fixture,
             const char *typed)
{
  g_auto (GStrv) terms = g_strsplit (typed, " ", -1);
  g_auto (GStrv) uids = zg_reply_catalogue_find (fixture->catalogue, (const char * const *) terms);
  GString *titles = g_string_new (NULL);

  for (gsize i = 0; uids[i] != NULL; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", zg_reply_catalogue_lookup (fixture->catalogue, uids[i])->title);

  return g_string_free (titles, FALSE);
}

/* By what a reply is called; never by a word somewhere in its text. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    const char *typed;
    const char *titles;
  } cases[] = {
    { "fhtz", "发货通知" },
    { "发货", "发货通知" },
    { "fahuo", "发货通知" },
    { "wenhao", "问好" },
    { "WH", "问好" },
    { "包裹", "" },
    { "", "" },
    { " ", "" },
    { "old", "" },
    { "mine", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = find_titles (fixture, cases[i].typed);

      if (!g_str_equal (titles, cases[i].titles))
        g_error ("“%s” finds “%s”", cases[i].typed, titles);
    }
}

static void
test_describe (void)
{
  static const struct {
    const char *body;
    const char *line;
  } cases[] = {
    { "{客户|亲}，您的包裹已经发出，{快递} {运单号}。\n第二行", "亲，您的包裹已经发出，[Courier] [Tracking number]。" },
    { "亲，欢迎您" ZG_REPLY_MESSAGE_SEPARATOR "下一条", "亲，欢迎您" },
    { "没有要填的", "没有要填的" },
    { "{{括号}}", "{括号}" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZgReply reply = { .body = (char *) cases[i].body };
      g_autofree char *line = zg_reply_catalogue_describe (&reply);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_null (zg_reply_catalogue_lookup (fixture->catalogue, "no such uid"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/reply-catalogue/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/reply-catalogue/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add_func ("/reply-catalogue/describe", test_describe);

  return g_test_run ();
}
