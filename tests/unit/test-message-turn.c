/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-message-turn.h"
#include "zg-reply.h"

/* Several messages of one reply, and a picture after them, are copied one after the other. */

#define SEP ZG_REPLY_MESSAGE_SEPARATOR

static void
test_parts (void)
{
  static const struct {
    const char *text;
    gboolean has_picture;
    guint n_parts;
    const char *texts[4];
    gsize starts[4];
  } rows[] = {
    { NULL, FALSE, 0, { NULL }, { 0 } },
    { "", TRUE, 1, { NULL }, { 0 } },
    { "您好", FALSE, 1, { "您好" }, { 0 } },
    { "您好", TRUE, 2, { "您好", NULL }, { 0 } },
    { "您好" SEP "在的" SEP "请讲", FALSE, 3, { "您好", "在的", "请讲" }, { 0, 7, 14 } },
    { SEP "在的" SEP " \t\r\n" SEP "请讲\n" SEP, TRUE, 3, { "在的", "请讲\n", NULL }, { 1, 13 } },
  };
  g_autoptr(ZgMessageTurn) again = zg_message_turn_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgMessageTurn) turn = zg_message_turn_new ();

      zg_message_turn_set (turn, rows[i].text, rows[i].has_picture);
      g_assert_cmpuint (zg_message_turn_get_n_parts (turn), ==, rows[i].n_parts);
      for (guint part = 0; part < rows[i].n_parts; part++)
        {
          g_assert_cmpstr (zg_message_turn_get_text (turn, part), ==, rows[i].texts[part]);
          g_assert_cmpint (zg_message_turn_is_picture (turn, part), ==, rows[i].texts[part] == NULL);
          if (rows[i].texts[part] != NULL)
            g_assert_cmpuint (zg_message_turn_get_start (turn, part), ==, rows[i].starts[part]);
        }
      /* Behind the last part there is nothing: no message, and no picture either. */
      for (guint part = rows[i].n_parts; part < rows[i].n_parts + 2; part++)
        {
          g_assert_null (zg_message_turn_get_text (turn, part));
          g_assert_false (zg_message_turn_is_picture (turn, part));
        }
    }

  /* Nothing is left of what was there before. */
  zg_message_turn_set (again, "您好" SEP "在的" SEP "请讲", TRUE);
  zg_message_turn_set (again, SEP "亲" SEP "嗯", FALSE);
  g_assert_cmpuint (zg_message_turn_get_n_parts (again), ==, 2);
  g_assert_cmpstr (zg_message_turn_get_text (again, 0), ==, "亲");
  g_assert_cmpuint (zg_message_turn_get_start (again, 0), ==, 1);
  g_assert_cmpuint (zg_message_turn_get_start (again, 1), ==, 5);
}

static void
test_turns (void)
{
  g_autoptr(ZgMessageTurn) turn = zg_message_turn_new ();

  /* Nothing to copy: nothing to go on to. */
  zg_message_turn_advance (turn);
  g_assert_cmpuint (zg_message_turn_get_next (turn), ==, 0);

  zg_message_turn_set (turn, "a" SEP "b", TRUE);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (zg_message_turn_get_next (turn), ==, i % 3);
      zg_message_turn_advance (turn);
    }

  /* Filled anew, as after the copy was logged: goes on where it was. */
  zg_message_turn_set (turn, "A" SEP "B", TRUE);
  g_assert_cmpuint (zg_message_turn_get_next (turn), ==, 1);
  /* No such part any more. */
  zg_message_turn_set (turn, "A", FALSE);
  g_assert_cmpuint (zg_message_turn_get_next (turn), ==, 0);

  zg_message_turn_set (turn, "a" SEP "b", FALSE);
  zg_message_turn_advance (turn);
  zg_message_turn_restart (turn);
  g_assert_cmpuint (zg_message_turn_get_next (turn), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message-turn/parts", test_parts);
  g_test_add_func ("/message-turn/turns", test_turns);
  return g_test_run ();
}
