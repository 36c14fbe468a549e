/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-message-turn.h"

#include <string.h>

#include "zg-reply.h"

/*
 * A reply may be several messages, and a picture after them. The clipboard holds one thing at a time, so the first copy
 * takes the first message and each further one the next; after the last it begins again.
 */

struct _ZgMessageTurn
{
  GPtrArray *texts;
  GArray *starts;               /* where each text begins in what it was cut from, in bytes */
  gboolean has_picture;
  guint next;
};

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * zg_message_turn_new:
 *
 * Returns: (transfer full): the turn of a reply that has no parts yet
 */
ZgMessageTurn *
zg_message_turn_new (void)
{
  ZgMessageTurn *turn = g_new0 (ZgMessageTurn, 1);

  turn->texts = g_ptr_array_new_with_free_func (g_free);
  turn->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return turn;
}

/**
 * zg_message_turn_free:
 * @turn: (transfer full): a turn
 */
void
zg_message_turn_free (ZgMessageTurn *turn)
{
  g_ptr_array_unref (turn->texts);
  g_array_unref (turn->starts);
  g_free (turn);
}

/**
 * zg_message_turn_set:
 * @turn: a turn
 * @text: (nullable): the filled text, with %ZG_REPLY_MESSAGE_SEPARATOR between messages; blank ones are left out
 * @has_picture: whether a picture is copied after them
 *
 * Sets what is copied in turn. Whose turn it is stays, as long as there is such a part: a text that was filled anew
 * between two copies goes on where it was. See zg_message_turn_restart() for another text.
 */
void
zg_message_turn_set (ZgMessageTurn *turn,
                     const char    *text,
                     gboolean       has_picture)
{
  const char *message = text;

  g_ptr_array_set_size (turn->texts, 0);
  g_array_set_size (turn->starts, 0);
  while (message != NULL)
    {
      const char *end = strstr (message, ZG_REPLY_MESSAGE_SEPARATOR);
      g_autofree char *part = end != NULL ? g_strndup (message, (gsize) (end - message)) : g_strdup (message);
      gsize start = (gsize) (message - text);

      if (!is_blank (part))
        {
          g_ptr_array_add (turn->texts, g_steal_pointer (&part));
          g_array_append_val (turn->starts, start);
        }
      message = end != NULL ? end + strlen (ZG_REPLY_MESSAGE_SEPARATOR) : NULL;
    }

  turn->has_picture = has_picture;
  if (turn->next >= zg_message_turn_get_n_parts (turn))
    turn->next = 0;
}

/**
 * zg_message_turn_restart:
 * @turn: a turn
 *
 * Begins with the first part again: it is another reply, another wording, or for somebody else.
 */
void
zg_message_turn_restart (ZgMessageTurn *turn)
{
  turn->next = 0;
}

/**
 * zg_message_turn_advance:
 * @turn: a turn
 *
 * The clipboard holds the part whose turn it was.
 */
void
zg_message_turn_advance (ZgMessageTurn *turn)
{
  guint n_parts = zg_message_turn_get_n_parts (turn);

  turn->next = n_parts > 0 ? (turn->next + 1) % n_parts : 0;
}

/**
 * zg_message_turn_get_n_parts:
 * @turn: a turn
 *
 * Returns: how many copies the whole reply takes
 */
guint
zg_message_turn_get_n_parts (const ZgMessageTurn *turn)
{
  return turn->texts->len + (turn->has_picture ? 1 : 0);
}

/**
 * zg_message_turn_get_next:
 * @turn: a turn
 *
 * Returns: the part that the next copy takes, from 0
 */
guint
zg_message_turn_get_next (const ZgMessageTurn *turn)
{
  return turn->next;
}

/**
 * zg_message_turn_get_text:
 * @turn: a turn
 * @part: from 0
 *
 * Returns: (transfer none) (nullable): the message; %NULL for the picture
 */
const char *
zg_message_turn_get_text (const ZgMessageTurn *turn,
                          guint                part)
{
  return part < turn->texts->len ? g_ptr_array_index (turn->texts, part) : NULL;
}

/**
 * zg_message_turn_is_picture:
 * @turn: a turn
 * @part: from 0
 *
 * Returns: whether that part is the picture
 */
gboolean
zg_message_turn_is_picture (const ZgMessageTurn *turn,
                            guint                part)
{
  return turn->has_picture && part == turn->texts->len;
}

/**
 * zg_message_turn_get_start:
 * @turn: a turn
 * @part: a message
 *
 * Returns: where it begins in the text that zg_message_turn_set() was given, in bytes
 */
gsize
zg_message_turn_get_start (const ZgMessageTurn *turn,
                           guint                part)
{
  g_return_val_if_fail (part < turn->starts->len, 0);

  return g_array_index (turn->starts, gsize, part);
}
