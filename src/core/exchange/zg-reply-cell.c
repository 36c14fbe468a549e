/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-cell.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Several messages stand in one cell with a line "---" between them, several wordings with a line "===". A line of a
 * text that looks so gets a backslash, and so does one that looks like one with backslashes: taking one off gives it
 * back.
 */

#define MESSAGE_MARK "---"
#define WORDING_MARK "==="

static gboolean
is_line (const char *line,
         gsize       length,
         const char *mark)
{
  if (length > 0 && line[length - 1] == '\r')
    length--;
  return length == strlen (mark) && strncmp (line, mark, length) == 0;
}

/* Whether a line is one of the two marks behind any number of backslashes. */
static gboolean
looks_like_mark (const char *line,
                 gsize       length)
{
  gsize n = strspn (line, "\\");

  return n <= length && (is_line (line + n, length - n, MESSAGE_MARK) || is_line (line + n, length - n, WORDING_MARK));
}

static void
add_escaped (GString    *cell,
             const char *text)
{
  while (TRUE)
    {
      gsize length = strcspn (text, "\n");

      if (looks_like_mark (text, length))
        g_string_append_c (cell, '\\');
      g_string_append_len (cell, text, (gssize) length);
      if (text[length] == '\0')
        return;
      g_string_append_c (cell, '\n');
      text += length + 1;
    }
}

static void
add_wording (GString    *cell,
             const char *body)
{
  g_auto(GStrv) messages = zg_reply_split_messages (body);

  for (gsize i = 0; messages[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (cell, "\n" MESSAGE_MARK "\n");
      add_escaped (cell, messages[i]);
    }
}

/**
 * zg_reply_cell_from_wording:
 * @body: a body
 *
 * Returns: (transfer full): its cell
 */
char *
zg_reply_cell_from_wording (const char *body)
{
  GString *cell = g_string_new (NULL);

  add_wording (cell, body);
  return g_string_free (cell, FALSE);
}

/**
 * zg_reply_cell_from_wordings:
 * @bodies: (element-type utf8): bodies
 *
 * Returns: (transfer full): one cell of them
 */
char *
zg_reply_cell_from_wordings (GPtrArray *bodies)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    {
      if (i > 0)
        g_string_append (cell, "\n" WORDING_MARK "\n");
      add_wording (cell, g_ptr_array_index (bodies, i));
    }
  return g_string_free (cell, FALSE);
}

/**
 * zg_reply_cell_to_wordings:
 * @cell: a cell with one or several wordings
 *
 * Returns: (transfer full) (element-type utf8): the bodies, at least one, as they stand: zg_reply_normalise() takes out
 *   what is blank
 */
GPtrArray *
zg_reply_cell_to_wordings (const char *cell)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) body = g_string_new (NULL);
  const char *separator = "";

  while (TRUE)
    {
      gsize length = strcspn (cell, "\n");

      if (is_line (cell, length, MESSAGE_MARK))
        {
          g_string_append (body, ZG_REPLY_MESSAGE_SEPARATOR);
          separator = "";
        }
      else if (is_line (cell, length, WORDING_MARK))
        {
          g_ptr_array_add (bodies, g_strdup (body->str));
          g_string_truncate (body, 0);
          separator = "";
        }
      else
        {
          gsize skip = cell[0] == '\\' && looks_like_mark (cell, length) ? 1 : 0;

          g_string_append (body, separator);
          g_string_append_len (body, cell + skip, (gssize) (length - skip));
          separator = "\n";
        }
      if (cell[length] == '\0')
        break;
      cell += length + 1;
    }
  g_ptr_array_add (bodies, g_strdup (body->str));
  return bodies;
}

/**
 * zg_reply_cell_from_keywords:
 * @keywords: (element-type utf8): keywords
 *
 * Returns: (transfer full): one line of them, between " / "
 */
char *
zg_reply_cell_from_keywords (GPtrArray *keywords)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < keywords->len; i++)
    {
      if (i > 0)
        g_string_append (cell, " / ");
      for (const char *p = g_ptr_array_index (keywords, i); *p != '\0'; p++)
        {
          if (*p == '/' || *p == '\\')
            g_string_append_c (cell, '\\');
          g_string_append_c (cell, *p);
        }
    }
  return g_string_free (cell, FALSE);
}

/**
 * zg_reply_cell_to_keywords:
 * @cell: keywords between slashes
 *
 * Returns: (transfer full) (element-type utf8): the keywords
 */
GPtrArray *
zg_reply_cell_to_keywords (const char *cell)
{
  GPtrArray *keywords = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) keyword = g_string_new (NULL);

  for (const char *p = cell; ; p++)
    {
      if (*p == '/' || *p == '\0')
        {
          char *stripped = g_strstrip (g_strdup (keyword->str));

          g_string_truncate (keyword, 0);
          if (*stripped != '\0')
            g_ptr_array_add (keywords, stripped);
          else
            g_free (stripped);
          if (*p == '\0')
            return keywords;
          continue;
        }
      if (*p == '\\' && (p[1] == '/' || p[1] == '\\'))
        p++;
      g_string_append_c (keyword, *p);
    }
}

/**
 * zg_reply_cell_from_stages:
 * @stages: bit set of 1 << #ZgStage
 *
 * Returns: (transfer full): their words
 */
char *
zg_reply_cell_from_stages (guint32 stages)
{
  GString *cell = g_string_new (NULL);

  for (int i = 0; i < ZG_N_STAGES; i++)
    if (stages & (1u << i))
      {
        if (cell->len > 0)
          g_string_append_c (cell, ' ');
        g_string_append (cell, zg_stage_to_word ((ZgStage) i));
      }
  return g_string_free (cell, FALSE);
}

/* A stage by its word, or by its name in the user's language. */
static gboolean
find_stage (const char *word,
            ZgStage    *stage_out)
{
  if (zg_stage_from_word (word, stage_out))
    return TRUE;
  for (int i = 0; i < ZG_N_STAGES; i++)
    if (strcmp (zg_stage_to_label ((ZgStage) i), word) == 0)
      {
        *stage_out = (ZgStage) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_reply_cell_to_stages:
 * @cell: words between blanks or commas
 * @stages_out: (out): bit set of 1 << #ZgStage
 * @reason_out: (out) (transfer full): why they make no sense, translated
 *
 * Returns: whether all are stages
 */
gboolean
zg_reply_cell_to_stages (const char  *cell,
                         guint32     *stages_out,
                         char       **reason_out)
{
  g_autoptr(GString) plain = g_string_new (cell);
  g_auto(GStrv) words = NULL;

  g_string_replace (plain, "、", " ", 0);
  g_string_replace (plain, "，", " ", 0);
  words = g_strsplit_set (plain->str, " ,;\n\t", -1);
  *stages_out = 0;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      ZgStage stage;

      if (*words[i] == '\0')
        continue;
      if (!find_stage (words[i], &stage))
        {
          *reason_out = g_strdup_printf (_("there is no stage “%s”"), words[i]);
          return FALSE;
        }
      *stages_out |= 1u << stage;
    }
  return TRUE;
}

/**
 * zg_reply_cell_to_flag:
 * @cell: yes or no in some way
 * @flag_out: (out): which
 * @reason_out: (out) (transfer full): why it makes no sense, translated
 *
 * Returns: whether it is one of them
 */
gboolean
zg_reply_cell_to_flag (const char  *cell,
                       gboolean    *flag_out,
                       char       **reason_out)
{
  static const char * const words[2][8] = {
    { "", "0", "no", "false", "否", "n", "FALSE", NULL },
    { "1", "yes", "true", "是", "y", "TRUE", "√", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains (words[i], cell))
      {
        *flag_out = i == 1;
        return TRUE;
      }
  *reason_out = g_strdup_printf (_("“%s” is neither 1 for yes nor 0 for no"), cell);
  return FALSE;
}

/**
 * zg_reply_cell_to_time:
 * @cell: a time, empty for none
 * @zone: the zone when it names none
 * @time_out: (out): the moment, or %ZG_TIME_NONE
 * @reason_out: (out) (transfer full): why it makes no sense, translated
 *
 * Returns: whether it is a time or none
 */
gboolean
zg_reply_cell_to_time (const char  *cell,
                       GTimeZone   *zone,
                       ZgTime      *time_out,
                       char       **reason_out)
{
  *time_out = ZG_TIME_NONE;
  /* Spreadsheets write days as 2026/5/1. */
  if (*cell == '\0' || zg_time_parse_iso (cell, zone, time_out, NULL))
    return TRUE;
  *reason_out = g_strdup_printf (_("“%s” is no time; write it like 2026-05-01 09:30"), cell);
  return FALSE;
}
