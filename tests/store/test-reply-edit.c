/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-error.h"
#include "zg-picture-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-edit.h"
#include "zg-reply-group-edit.h"
#include "zg-reply-place.h"
#include "zg-reply-unsaved.h"
#include "zg-shop-file.h"
#include "zg-statement.h"

/* Edits of replies: each does what it says, and taken back all is as it was before. */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  gint64 groups[3];
  ZgReplyUndo *undo;            /* of what a test does */
  char *before;                 /* all there was when remember() was called */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char * const names[] = { "问候", "催付", "售后" };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->undo = zg_reply_undo_new ();
  self->folder = g_dir_make_tmp ("zg-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "shop.db", NULL);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->groups[i] = zg_reply_group_edit_add (self->db, names[i], NULL, &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->before);
  zg_reply_undo_free (self->undo);
}

static ZgReply *
make_reply (Fixture    *self,
            int         group,
            const char *title,
            const char *shortcode)
{
  ZgReply *reply = zg_reply_new ();

  reply->group_id = self->groups[group];
  reply->title = g_strdup (title);
  reply->shortcode = g_strdup (shortcode);
  reply->body = g_strdup_printf ("{客户|亲}，%s", title);
  return reply;
}

static gint64
add (Fixture    *self,
     int         group,
     const char *title,
     const char *shortcode)
{
  g_autoptr(ZgReply) reply = make_reply (self, group, title, shortcode);
  g_autoptr(GError) error = NULL;

  zg_reply_edit_save (self->db, reply, NULL, NOW, NULL, &error);
  g_assert_no_error (error);
  return reply->id;
}

/* All that replies and groups are, to see that an undo brings all of it back. Versions and times of change go on. */
static char *
describe (Fixture *self)
{
  static const char sql[] =
    "SELECT 'group', id, uid, name, position, '', '', '', '', '', '', '', '', '' FROM reply_group "
    "UNION ALL SELECT 'reply', id, uid, title, position, group_id, shortcode, body, favourite, valid_from, valid_until, "
    "owner_id, starts_wait, picture_id FROM reply WHERE deleted_at IS NULL "
    "UNION ALL SELECT 'keyword', reply_id, keyword, reply_keyword.position, '', '', '', '', '', '', '', '', '', '' FROM reply_keyword "
    "JOIN reply ON reply.id = reply_id WHERE deleted_at IS NULL "
    "ORDER BY 1, 2";
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(ZgStatement) statement = zg_statement_new (self->db, sql, &error);
  gboolean has_row = TRUE;

  g_assert_no_error (error);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    {
      for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
        g_string_append_printf (text, "%s|", zg_statement_get_text (statement, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
remember (Fixture *self)
{
  g_free (self->before);
  self->before = describe (self);
}

static void
assert_as_before (Fixture *self)
{
  g_autofree char *now = describe (self);

  g_assert_cmpstr (now, ==, self->before);
}

static void
take_back (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  zg_reply_undo_apply (self->db, self->undo, NOW, &error);
  g_assert_no_error (error);
  assert_as_before (self);
}

/* The titles of a group in their order. */
static char *
list_group (Fixture *self,
            int      group)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) replies = zg_reply_table_load_all (self->db, &error);
  g_autoptr(GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = replies->pdata[i];

      if (reply->group_id == self->groups[group])
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? " " : "", reply->title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

#define assert_group(self, group, titles) \
  G_STMT_START { g_autofree char *found = list_group (self, group); g_assert_cmpstr (found, ==, titles); } G_STMT_END

static void
test_create (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) reply = make_reply (self, 0, "  您好 ", " nh ");
  g_autoptr(ZgReply) kept = NULL;

  remember (self);
  g_free (reply->body);
  reply->body = g_strdup (" {客户|亲}，您好 \x1e\x1e 请说 \x1e");
  g_ptr_array_add (reply->keywords, g_strdup (" 在吗"));
  g_ptr_array_add (reply->keywords, g_strdup (""));
  g_ptr_array_add (reply->keywords, g_strdup ("在吗"));
  g_ptr_array_add (reply->variants, g_strdup (" \x1e"));
  g_ptr_array_add (reply->variants, g_strdup ("在的"));
  reply->valid_from = NOW;
  reply->valid_until = NOW + ZG_TIME_DAY;
  reply->starts_wait = TRUE;
  reply->stages = 5;
  g_assert_true (zg_reply_undo_is_empty (self->undo));
  zg_reply_edit_save (self->db, reply, NULL, NOW, self->undo, &error);
  g_assert_no_error (error);
  g_assert_false (zg_reply_undo_is_empty (self->undo));

  kept = zg_reply_table_load (self->db, reply->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->title, ==, "您好");
  g_assert_cmpstr (kept->shortcode, ==, "nh");
  g_assert_cmpstr (kept->body, ==, "{客户|亲}，您好\x1e请说");
  g_assert_cmpuint (kept->keywords->len, ==, 1);
  g_assert_cmpstr (kept->keywords->pdata[0], ==, "在吗");
  g_assert_cmpuint (kept->variants->len, ==, 1);
  g_assert_cmpint (kept->valid_from, ==, NOW);
  g_assert_cmpint (kept->valid_until, ==, NOW + ZG_TIME_DAY);
  g_assert_true (kept->starts_wait);
  g_assert_cmpint (kept->stages, ==, 5);
  g_assert_cmpint (kept->created_at, ==, NOW);

  take_back (self);
}

/* Where it stands may have changed beside an open form; only what the clerk changed there is written. */
static void
test_place (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = add (self, 0, "您好", "nh");
  g_autoptr(ZgReply) opened = zg_reply_table_load (self->db, id, &error);
  g_autoptr(ZgReply) typed = zg_reply_copy (opened);
  g_autoptr(ZgReply) chosen = NULL;
  g_autoptr(ZgReply) kept = NULL;

  zg_reply_place_set_favourite (self->db, id, TRUE, NULL, &error);
  g_assert_no_error (error);
  zg_reply_place_move (self->db, id, self->groups[1], 0, NULL, &error);
  g_assert_no_error (error);

  g_free (typed->body);
  typed->body = g_strdup ("您好呀");
  zg_reply_place_keep (self->db, typed, opened, &error);
  g_assert_no_error (error);
  zg_reply_edit_save (self->db, typed, NULL, NOW, NULL, &error);
  g_assert_no_error (error);
  kept = zg_reply_table_load (self->db, id, &error);
  g_assert_cmpstr (kept->body, ==, "您好呀");
  g_assert_true (kept->favourite);
  g_assert_cmpint (kept->group_id, ==, self->groups[1]);

  /* What the clerk did choose counts. */
  chosen = zg_reply_copy (kept);
  chosen->favourite = FALSE;
  chosen->group_id = self->groups[0];
  zg_reply_place_keep (self->db, chosen, kept, &error);
  g_assert_no_error (error);
  g_assert_false (chosen->favourite);
  g_assert_cmpint (chosen->group_id, ==, self->groups[0]);
}

static void
test_update (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = add (self, 0, "您好", "nh");
  g_autoptr(ZgReply) reply = zg_reply_table_load (self->db, id, &error);
  g_autoptr(ZgReply) stale = zg_reply_copy (reply);

  add (self, 0, "在的", "");
  add (self, 1, "付款", "");
  remember (self);

  g_free (reply->body);
  reply->body = g_strdup ("您好呀");
  reply->group_id = self->groups[1];
  reply->favourite = TRUE;
  g_ptr_array_add (reply->keywords, g_strdup ("在吗"));
  zg_reply_edit_save (self->db, reply, NULL, NOW + 5, self->undo, &error);
  g_assert_no_error (error);
  assert_group (self, 0, "在的");
  assert_group (self, 1, "付款 您好");
  g_assert_cmpint (reply->version, ==, 2);

  /* Somebody else saved first. */
  g_assert_false (zg_reply_edit_save (self->db, stale, NULL, NOW, NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);

  take_back (self);
}

static void
test_undo_is_refused (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = add (self, 0, "您好", "nh");
  g_autoptr(ZgReply) reply = zg_reply_table_load (self->db, id, &error);

  g_assert_true (zg_reply_edit_save (self->db, reply, NULL, NOW, self->undo, &error));
  g_assert_true (zg_reply_edit_save (self->db, reply, NULL, NOW, NULL, &error));
  g_assert_false (zg_reply_undo_apply (self->db, self->undo, NOW, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
}

/* Ordering a group is no new version: an open editor can still save, and does not move the reply back. */
static void
test_order_and_save (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = add (self, 0, "一", "");
  g_autoptr(ZgReply) open = zg_reply_table_load (self->db, id, &error);

  add (self, 0, "二", "");
  g_assert_true (zg_reply_place_shift (self->db, id, 1, NULL, &error));
  zg_reply_edit_save (self->db, open, NULL, NOW, NULL, &error);
  g_assert_no_error (error);
  assert_group (self, 0, "二 一");
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *long_body = g_strnfill (1024 * 1024, 'x');
  const struct {
    const char *title, *shortcode, *body;
    ZgTime from, until;
    GQuark domain;
    int code;
  } rows[] = {
    { " ", "", "好", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "", " \x1e ", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "", long_body, 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "", "{客户", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "", "{没有这个}", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "n h", "好", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "123456789012345678901234567890123", "好", 0, 0, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "", "好", NOW, NOW, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID },
    { "好", "nh", "好", 0, 0, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE },
  };

  add (self, 0, "您好", "nh");
  remember (self);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgReply) reply = make_reply (self, 0, rows[i].title, rows[i].shortcode);
      g_autoptr(GError) error = NULL;

      g_free (reply->body);
      reply->body = g_strdup (rows[i].body);
      reply->valid_from = rows[i].from;
      reply->valid_until = rows[i].until;
      g_assert_false (zg_reply_edit_save (self->db, reply, NULL, NOW, NULL, &error));
      g_assert_error (error, rows[i].domain, rows[i].code);
      assert_as_before (self);
    }
}

static void
test_duplicate (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) copy = NULL;
  gint64 id = add (self, 0, "您好", "nh");

  add (self, 0, "在的", "");
  remember (self);
  copy = zg_reply_table_load (self->db, zg_reply_edit_duplicate (self->db, id, NOW, self->undo, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->title, ==, "您好 (copy)");
  g_assert_cmpstr (copy->body, ==, "{客户|亲}，您好");
  g_assert_cmpstr (copy->shortcode, ==, "");
  assert_group (self, 0, "您好 您好 (copy) 在的");
  take_back (self);
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 ids[3];
  static const struct {
    int reply, step;
    const char *titles;
  } shifts[] = {
    { 0, 1, "二 一 三" },
    { 0, 5, "二 三 一" },
    { 0, -1, "二 一 三" },
    { 0, -7, "一 二 三" },
  };

  ids[0] = add (self, 0, "一", "");
  ids[1] = add (self, 0, "二", "");
  ids[2] = add (self, 0, "三", "");
  add (self, 1, "四", "");
  remember (self);

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_assert_true (zg_reply_place_shift (self->db, ids[shifts[i].reply], shifts[i].step, NULL, &error));
      assert_group (self, 0, shifts[i].titles);
    }

  /* It takes the other one's place, from above and from below. */
  g_assert_true (zg_reply_place_put (self->db, ids[0], ids[2], self->undo, &error));
  assert_group (self, 0, "二 三 一");
  g_assert_true (zg_reply_place_put (self->db, ids[0], ids[2], self->undo, &error));
  assert_group (self, 0, "二 一 三");
  g_assert_true (zg_reply_place_put (self->db, ids[1], ids[0], self->undo, &error));
  assert_group (self, 0, "一 二 三");
  g_assert_true (zg_reply_place_move (self->db, ids[1], self->groups[1], 0, self->undo, &error));
  g_assert_true (zg_reply_place_move (self->db, ids[0], self->groups[1], -1, self->undo, &error));
  assert_group (self, 0, "三");
  assert_group (self, 1, "二 四 一");
  take_back (self);
}

static void
test_favourite (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) reply = NULL;
  gint64 id = add (self, 0, "您好", "nh");

  remember (self);
  g_assert_true (zg_reply_place_set_favourite (self->db, id, TRUE, self->undo, &error));
  reply = zg_reply_table_load (self->db, id, &error);
  g_assert_true (reply->favourite);
  g_assert_cmpint (reply->version, ==, 1);
  take_back (self);
}

static void
test_bin (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bin = NULL;
  gint64 id = add (self, 0, "您好", "nh");
  const ZgReply *first;

  add (self, 0, "在的", "");
  remember (self);
  g_assert_true (zg_reply_edit_delete (self->db, id, NOW, self->undo, &error));
  assert_group (self, 0, "在的");
  g_assert_null (zg_reply_table_load (self->db, id, NULL));
  bin = zg_reply_table_load_bin (self->db, &error);
  g_assert_cmpuint (bin->len, ==, 1);
  first = bin->pdata[0];
  g_assert_cmpstr (first->title, ==, "您好");
  g_assert_cmpint (first->deleted_at, ==, NOW);
  take_back (self);

  /* Days later, when undo is gone. */
  g_assert_true (zg_reply_edit_delete (self->db, id, NOW, NULL, &error));
  g_assert_true (zg_reply_edit_restore (self->db, id, NOW, NULL, &error));
  assert_group (self, 0, "在的 您好");
}

/* The shortcode of a reply in the bin is free; who took it keeps it. */
static void
test_restore_without_shortcode (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) reply = NULL;
  gint64 id = add (self, 0, "您好", "nh");

  g_assert_true (zg_reply_edit_delete (self->db, id, NOW, NULL, &error));
  add (self, 1, "年货", "nh");
  remember (self);
  zg_reply_edit_restore (self->db, id, NOW, self->undo, &error);
  g_assert_no_error (error);
  reply = zg_reply_table_load (self->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reply->shortcode, ==, "");
  take_back (self);
}

static void
test_bin_is_emptied (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bin = NULL;
  gint64 old = add (self, 0, "旧的", "");
  gint64 young = add (self, 0, "新的", "");

  g_assert_true (zg_reply_edit_delete (self->db, old, NOW - ZG_REPLY_BIN_TIME - 1, NULL, &error));
  g_assert_true (zg_reply_edit_delete (self->db, young, NOW - ZG_REPLY_BIN_TIME, NULL, &error));
  g_assert_true (zg_reply_edit_tidy (self->db, NOW, &error));
  bin = zg_reply_table_load_bin (self->db, &error);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpstr (((ZgReply *) bin->pdata[0])->title, ==, "新的");
}

static gint64
count_pictures (Fixture *self)
{
  gint64 n = -1;

  g_assert_true (zg_database_query_int64 (self->db, "SELECT count(*) FROM picture", &n, NULL));
  return n;
}

/* The smallest thing that has the frame of a PNG. */
static ZgPicture *
make_picture (void)
{
  static const guint8 png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0,
    1, 2, 3, 4, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
  };
  g_autoptr(GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr(GError) error = NULL;
  ZgPicture *picture = zg_picture_new (bytes, &error);

  g_assert_no_error (error);
  return picture;
}

static void
test_picture (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgPicture) picture = make_picture ();
  g_autoptr(ZgPicture) kept = NULL;
  gint64 id = add (self, 0, "尺码表", "");
  g_autoptr(ZgReply) reply = zg_reply_table_load (self->db, id, &error);

  zg_reply_edit_save (self->db, reply, picture, NOW, NULL, &error);
  g_assert_no_error (error);
  kept = zg_picture_table_load (self->db, reply->picture_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->media_type, ==, "image/png");
  g_assert_cmpint (kept->width, ==, 3);
  g_assert_cmpint (kept->height, ==, 2);
  g_assert_true (g_bytes_equal (kept->bytes, picture->bytes));

  /* Taken off, it can be put back; and it stays as long as a copy has it, or the bin. */
  g_assert_cmpint (zg_reply_edit_duplicate (self->db, id, NOW, NULL, &error), >, 0);
  reply->picture_id = 0;
  g_assert_true (zg_reply_edit_save (self->db, reply, NULL, NOW, self->undo, &error));
  g_assert_true (zg_reply_edit_tidy (self->db, NOW, &error));
  g_assert_cmpint (count_pictures (self), ==, 1);
  g_assert_true (zg_reply_undo_apply (self->db, self->undo, NOW, &error));
  g_assert_true (zg_database_exec (self->db, "UPDATE reply SET picture_id = NULL", &error));
  g_assert_true (zg_reply_edit_tidy (self->db, NOW, &error));
  g_assert_cmpint (count_pictures (self), ==, 0);
  g_assert_null (zg_picture_table_load (self->db, picture->id, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
}

static void
test_groups (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  gint64 id;

  remember (self);
  id = zg_reply_group_edit_add (self->db, " 活动 ", self->undo, &error);
  g_assert_no_error (error);
  g_assert_true (zg_reply_group_edit_rename (self->db, self->groups[0], "您好", self->undo, &error));
  g_assert_true (zg_reply_group_edit_shift (self->db, id, -9, self->undo, &error));
  groups = zg_reply_table_load_groups (self->db, &error);
  g_assert_cmpstr (((ZgReplyGroup *) groups->pdata[0])->name, ==, "活动");
  g_assert_cmpstr (((ZgReplyGroup *) groups->pdata[1])->name, ==, "您好");
  take_back (self);

  g_assert_cmpint (zg_reply_group_edit_add (self->db, "催付 ", NULL, &error), ==, 0);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_false (zg_reply_group_edit_rename (self->db, self->groups[0], "催付", NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_true (zg_reply_group_edit_rename (self->db, self->groups[1], "催付", NULL, &error));
  g_assert_false (zg_reply_group_edit_rename (self->db, self->groups[0], " ", NULL, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

static void
test_delete_group (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 in_bin;

  add (self, 0, "一", "");
  add (self, 0, "二", "");
  add (self, 1, "三", "");
  in_bin = add (self, 0, "四", "");
  g_assert_true (zg_reply_edit_delete (self->db, in_bin, NOW, NULL, &error));
  remember (self);

  g_assert_false (zg_reply_group_edit_delete (self->db, self->groups[0], 0, self->undo, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);

  zg_reply_group_edit_delete (self->db, self->groups[0], self->groups[1], self->undo, &error);
  g_assert_no_error (error);
  assert_group (self, 1, "三 一 二");
  g_assert_true (zg_reply_edit_restore (self->db, in_bin, NOW, self->undo, &error));
  assert_group (self, 1, "三 一 二 四");
  take_back (self);
  assert_group (self, 0, "一 二");

  /* An empty one goes without a question, the last one never. */
  g_assert_true (zg_reply_group_edit_delete (self->db, self->groups[2], 0, NULL, &error));
  g_assert_true (zg_reply_group_edit_delete (self->db, self->groups[1], self->groups[0], NULL, &error));
  g_assert_false (zg_reply_group_edit_delete (self->db, self->groups[0], 0, NULL, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

/* Wordings come in turn for each customer, and nobody else's copies count. */
static void
test_wordings_in_turn (Fixture       *self,
                       gconstpointer  data)
{
  static const guint turns[] = { 0, 1, 2, 0 };
  g_autoptr(GError) error = NULL;
  gint64 id = add (self, 0, "您好", "");
  g_autoptr(ZgReply) reply = zg_reply_table_load (self->db, id, &error);
  guint index;

  g_assert_true (zg_database_exec (self->db,
    "INSERT INTO customer (id, uid, created_at, updated_at) VALUES (1, 'a', 1, 1), (2, 'b', 1, 1)", &error));
  g_ptr_array_add (reply->variants, g_strdup ("在的"));
  g_ptr_array_add (reply->variants, g_strdup ("亲，在"));
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_assert_true (zg_reply_desk_next_wording (self->db, reply, 1, &index, NULL, &error));
      g_assert_cmpuint (index, ==, turns[i]);
      g_assert_true (zg_reply_desk_next_wording (self->db, reply, 2, &index, NULL, &error));
      g_assert_cmpuint (index, ==, 0);
      g_assert_cmpint (zg_reply_desk_log_copy (self->db, reply, 1, 0, "您好", 0, NOW, &error), >, 0);
    }
}

/* What was typed comes back byte for byte, and need not be what could be saved. */
static void
test_unsaved (Fixture       *self,
              gconstpointer  data)
{
  static const char * const bodies[] = { "", "{客户", "一\x1e二", "'\"\\ \n\t😀", "%s" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgReply) typed = zg_reply_new ();
      g_autoptr(ZgReply) kept = NULL;
      g_autoptr(ZgReply) other = NULL;

      typed->id = 7 + i;
      typed->version = 3;
      typed->title = g_strdup ("");
      typed->shortcode = g_strdup ("n h");
      typed->body = g_strdup (bodies[i]);
      typed->stages = 0x80001;
      typed->group_id = 2;
      typed->valid_until = NOW;
      typed->owner_id = 9;
      typed->starts_wait = TRUE;
      g_ptr_array_add (typed->keywords, g_strdup ("在吗"));
      g_ptr_array_add (typed->variants, g_strdup (bodies[i]));
      g_assert_true (zg_reply_unsaved_keep (self->db, typed, &error));
      g_assert_true (zg_reply_unsaved_load (self->db, typed->id, &kept, &error));
      g_assert_nonnull (kept);
      g_assert_true (zg_reply_equal (kept, typed));
      g_assert_cmpint (kept->version, ==, 3);

      g_assert_true (zg_reply_unsaved_load (self->db, 1000, &other, &error));
      g_assert_null (other);
      g_assert_true (zg_reply_unsaved_clear (self->db, typed->id, &error));
      g_assert_true (zg_reply_unsaved_load (self->db, typed->id, &other, &error));
      g_assert_null (other);
      g_assert_no_error (error);
    }
}

/* A clerk's own replies are listed for nobody else. */
static void
test_owner (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) own = make_reply (self, 0, "自己的", "");
  gint64 clerk = zg_shop_table_insert_staff (self->db, "小陈", "02", &error);
  gint64 other = zg_shop_table_insert_staff (self->db, "小李", "03", &error);
  const struct { gint64 staff_id; guint n; } rows[] = { { clerk, 2 }, { other, 1 }, { 0, 1 } };

  add (self, 0, "大家的", "");
  own->owner_id = clerk;
  g_assert_true (zg_shop_table_set_clerk (self->db, other, &error));
  g_assert_true (zg_reply_edit_save (self->db, own, NULL, NOW, NULL, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) listed = zg_reply_desk_load (self->db, rows[i].staff_id, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (listed->len, ==, rows[i].n);
    }
}

#define ADD(name, func) g_test_add ("/reply-edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("create", test_create);
  ADD ("update", test_update);
  ADD ("place", test_place);
  ADD ("undo-is-refused", test_undo_is_refused);
  ADD ("order-and-save", test_order_and_save);
  ADD ("refused", test_refused);
  ADD ("duplicate", test_duplicate);
  ADD ("move", test_move);
  ADD ("favourite", test_favourite);
  ADD ("bin", test_bin);
  ADD ("restore-without-shortcode", test_restore_without_shortcode);
  ADD ("bin-is-emptied", test_bin_is_emptied);
  ADD ("picture", test_picture);
  ADD ("groups", test_groups);
  ADD ("delete-group", test_delete_group);
  ADD ("wordings-in-turn", test_wordings_in_turn);
  ADD ("unsaved", test_unsaved);
  ADD ("owner", test_owner);
  return g_test_run ();
}
