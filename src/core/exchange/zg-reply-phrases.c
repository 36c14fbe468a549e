/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-phrases.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Plain text as shops keep it: one phrase a line. A line is a group, for all phrases up to the next one, when it is
 *   a heading of Markdown:                  # 问候
 *   in square brackets of the wide kind:    【问候】
 *   a short text that ends with a colon:    问候：
 * A face of WeChat, [微笑], is none of these. A number or a bullet before a phrase is the list's, not the phrase's.
 */

#define MAX_GROUP_LENGTH 20

/* (transfer full) (nullable): the group that a line names. */
static char *
read_group (const char *line)
{
  static const char * const colons[] = { ":", "：" };
  gsize n_hashes = strspn (line, "#");

  if (n_hashes > 0 && line[n_hashes] == ' ')
    return g_strstrip (g_strdup (line + n_hashes));
  if (g_utf8_strlen (line, -1) > MAX_GROUP_LENGTH)
    return NULL;
  if (g_str_has_prefix (line, "【") && g_str_has_suffix (line, "】") && strstr (line, "】")[strlen ("】")] == '\0')
    return g_strstrip (g_strndup (line + strlen ("【"), strlen (line) - strlen ("【】")));
  for (guint i = 0; i < G_N_ELEMENTS (colons); i++)
    if (g_str_has_suffix (line, colons[i]))
      {
        g_autofree char *name = g_strstrip (g_strndup (line, strlen (line) - strlen (colons[i])));

        /* 亲，如下： introduces something and heads nothing. */
        if (*name != '\0' && strpbrk (name, ",!?;") == NULL && strstr (name, "，") == NULL && strstr (name, "。") == NULL
            && strstr (name, "！") == NULL && strstr (name, "？") == NULL)
          return g_steal_pointer (&name);
      }
  return NULL;
}

static const char *
skip_bullet (const char *line)
{
  static const char * const bullets[] = { "- ", "* ", "· ", "• " };
  gsize n_digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  if (n_digits == 0 || n_digits > 3)
    return line;
  if (g_str_has_prefix (line + n_digits, "、"))
    return line + n_digits + strlen ("、");
  /* 3.5 kg is no third phrase. */
  if (line[n_digits] == '.' && !g_ascii_isdigit (line[n_digits + 1]))
    return line + n_digits + 1;
  return line;
}

/**
 * zg_reply_phrases_read:
 * @file: an empty file; gets the phrases
 * @text: what stands in it
 * @error: return location for an error
 *
 * Returns: whether there is a phrase in it
 */
gboolean
zg_reply_phrases_read (ZgReplyFile  *file,
                       const char   *text,
                       GError      **error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      char *name = read_group (line);
      ZgReplyRecord *record;

      if (name != NULL)
        {
          g_free (group);
          group = name;
          continue;
        }
      line = skip_bullet (line);
      if (line[strspn (line, " \t")] == '\0')
        continue;

      record = zg_reply_record_new (i + 1);
      zg_reply_record_take_flat_body (record, line);
      record->raw = g_strdup_printf ("%s\n", line);
      if (group != NULL)
        {
          g_free (record->reply->group_name);
          record->reply->group_name = g_strdup (group);
          record->fields |= ZG_REPLY_HAS_GROUP;
        }
      g_ptr_array_add (file->records, record);
    }

  if (file->records->len > 0)
    return TRUE;
  g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_EMPTY, _("There is no phrase in the file."));
  return FALSE;
}
