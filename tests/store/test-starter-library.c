/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-reply-table.h"
#include "zg-shop-file.h"
#include "zg-starter-library.h"

/* The starter library goes into the shop and out of it in one step, and what the shop changed stays. */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->clock = zg_clock_new_fixed (NOW, zg_time_zone_china ());
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
  zg_clock_unref (self->clock);
}

static guint
count (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) replies = zg_reply_table_load_all (self->db, &error);

  g_assert_no_error (error);
  return replies->len;
}

static int
install (Fixture    *self,
         const char *language)
{
  g_autoptr(GError) error = NULL;
  int n_added = -1;

  zg_starter_library_install (self->db, language, self->clock, &n_added, &error);
  g_assert_no_error (error);
  return n_added;
}

static void
assert_removed (Fixture *self,
                int      n_removed,
                int      n_kept)
{
  g_autoptr(GError) error = NULL;
  int removed = -1, kept = -1;

  zg_starter_library_remove (self->db, self->clock, &removed, &kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (removed, ==, n_removed);
  g_assert_cmpint (kept, ==, n_kept);
}

static ZgReply *
load_by_code (Fixture    *self,
              const char *shortcode)
{
  g_autoptr(GError) error = NULL;
  gint64 id = zg_reply_table_find_by_shortcode (self->db, shortcode, &error);
  ZgReply *reply = zg_reply_table_load (self->db, id, &error);

  g_assert_no_error (error);
  return reply;
}

static void
test_install (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) shipped = zg_starter_library_load ("zh_CN", NULL);
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(ZgReply) reply = NULL;
  g_autoptr(ZgReply) wait = NULL;
  g_autoptr(ZgReply) several = NULL;

  g_assert_cmpint (install (self, "zh_CN"), ==, shipped->len);
  g_assert_cmpuint (count (self), ==, shipped->len);
  g_assert_cmpint (install (self, "zh_CN"), ==, 0);
  g_assert_cmpuint (count (self), ==, shipped->len);

  groups = zg_reply_table_load_groups (self->db, NULL);
  g_assert_cmpstr (((ZgReplyGroup *) groups->pdata[0])->name, ==, "进门问好");
  for (guint i = 0; i < groups->len; i++)
    g_assert_cmpint (((ZgReplyGroup *) groups->pdata[i])->n_replies, >, 0);

  reply = load_by_code (self, "hddz");
  g_assert_cmpstr (reply->title, ==, "核对地址");
  g_assert_cmpstr (reply->group_name, ==, "核对订单");
  g_assert_cmpuint (reply->variants->len, ==, 2);
  g_assert_cmpuint (reply->stages & (1u << ZG_STAGE_CONFIRMATION), !=, 0);
  g_assert_false (reply->starts_wait);
  wait = load_by_code (self, "qsd");
  g_assert_true (wait->starts_wait);
  several = load_by_code (self, "thdz");
  g_assert_nonnull (strstr (several->body, ZG_REPLY_MESSAGE_SEPARATOR));
}

static void
test_remove (Fixture       *self,
             gconstpointer  data)
{
  int n = install (self, "zh_TW");

  assert_removed (self, n, 0);
  g_assert_cmpuint (count (self), ==, 0);
  assert_removed (self, 0, 0);

  /* And back: the same rows come out of the bin. */
  g_assert_cmpint (install (self, "zh_TW"), ==, n);
  g_assert_cmpuint (count (self), ==, n);
  assert_removed (self, n, 0);

  /* In another language after that. */
  g_assert_cmpint (install (self, "en"), ==, n);
  g_assert_cmpuint (count (self), ==, n);
}

static void
test_keep_edited (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int n = install (self, "zh_CN");
  g_autoptr(ZgReply) edited = load_by_code (self, "hddz");
  g_autoptr(ZgReply) liked = load_by_code (self, "hddd");
  g_autoptr(ZgReply) varied = load_by_code (self, "wh");

  g_free (edited->body);
  edited->body = g_strdup ("{称呼}，您的地址是 {地址}，是吗？");
  g_assert_true (zg_reply_table_update (self->db, edited, NOW, &error));
  g_ptr_array_add (varied->variants, g_strdup ("您好呀"));
  g_assert_true (zg_reply_table_update (self->db, varied, NOW, &error));
  /* Use and favour are no edit. */
  liked->favourite = TRUE;
  g_assert_true (zg_reply_table_update (self->db, liked, NOW, &error));
  g_assert_true (zg_reply_table_note_use (self->db, liked->id, NOW, &error));

  assert_removed (self, n - 2, 2);
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpint (install (self, "zh_CN"), ==, n - 2);
}

/* The shop's own reply has the shortcode already: it keeps it. */
static void
test_shortcode_taken (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) own = zg_reply_new ();
  g_autoptr(ZgReply) found = NULL;
  int n;

  own->group_id = zg_reply_table_ensure_group (self->db, "自己的", &error);
  own->title = g_strdup ("自己的核对");
  own->shortcode = g_strdup ("hddz");
  own->body = g_strdup ("您好");
  own->starter = g_strdup ("");
  g_assert_true (zg_reply_table_insert (self->db, own, NOW, &error));

  n = install (self, "zh_CN");
  found = load_by_code (self, "hddz");
  g_assert_cmpstr (found->title, ==, "自己的核对");
  g_assert_cmpuint (count (self), ==, n + 1);
  assert_removed (self, n, 0);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpint (install (self, "zh_CN"), ==, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/starter-library/install", Fixture, NULL, set_up, test_install, tear_down);
  g_test_add ("/starter-library/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/starter-library/keep-edited", Fixture, NULL, set_up, test_keep_edited, tear_down);
  g_test_add ("/starter-library/shortcode-taken", Fixture, NULL, set_up, test_shortcode_taken, tear_down);

  return g_test_run ();
}
