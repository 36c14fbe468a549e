/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-espanso.h"

#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

/*
 * espanso's matches. Only plain ones are replies: a trigger that becomes a text. What runs a script or opens a form is
 * refused match by match, and so are anchors and aliases, which no match needs and which make a small file a large one.
 */

/* A list of matches is four deep; what is deeper is no such list, and libyaml's own stack has to end somewhere. */
#define MAX_DEPTH 32

typedef struct {
  yaml_parser_t parser;
  yaml_event_t event;
  gboolean has_event;
} Source;

static void
source_clear (Source *source)
{
  if (source->has_event)
    yaml_event_delete (&source->event);
  yaml_parser_delete (&source->parser);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
set_broken (Source  *source,
            GError **error)
{
  g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
               _("The file is no whole YAML: something is wrong on line %lu."),
               (gulong) MAX (source->parser.problem_mark.line, source->parser.mark.line) + 1);
  return FALSE;
}

/* Goes to the next event. */
static gboolean
next (Source  *source,
      GError **error)
{
  if (source->has_event)
    yaml_event_delete (&source->event);
  source->has_event = yaml_parser_parse (&source->parser, &source->event) != 0;
  return source->has_event || set_broken (source, error);
}

static guint64
get_line (const Source *source)
{
  return source->event.start_mark.line + 1;
}

static gboolean
is_foreign (const Source *source)
{
  switch (source->event.type)
    {
    case YAML_ALIAS_EVENT:
      return TRUE;
    case YAML_SCALAR_EVENT:
      return source->event.data.scalar.anchor != NULL;
    case YAML_SEQUENCE_START_EVENT:
      return source->event.data.sequence_start.anchor != NULL;
    case YAML_MAPPING_START_EVENT:
      return source->event.data.mapping_start.anchor != NULL;
    default:
      return FALSE;
    }
}

/* Goes behind the node that the source stands on. @foreign_out tells of anchors and aliases in it. */
static gboolean
skip_node (Source    *source,
           gboolean  *foreign_out,
           GError   **error)
{
  int depth = 0;

  while (TRUE)
    {
      *foreign_out |= is_foreign (source);
      if (source->event.type == YAML_SEQUENCE_START_EVENT || source->event.type == YAML_MAPPING_START_EVENT)
        depth++;
      else if (source->event.type == YAML_SEQUENCE_END_EVENT || source->event.type == YAML_MAPPING_END_EVENT)
        depth--;
      if (depth > MAX_DEPTH)
        return set_broken (source, error);
      if (depth == 0)
        return TRUE;
      if (!next (source, error))
        return FALSE;
    }
}

/* What was found in one match. */
typedef struct {
  guint64 line;
  char *trigger;
  char *replace;
  char *label;
  GPtrArray *search_terms;
  const char *reason;
} Match;

static void
match_clear (Match *match)
{
  g_free (match->trigger);
  g_free (match->replace);
  g_free (match->label);
  g_ptr_array_unref (match->search_terms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Match, match_clear)

/* Why a match with such a key is no plain text, %NULL when it is. */
static const char *
find_reason (const char *key)
{
  static const char * const computed[] = { "vars", "form", "form_fields", NULL };
  static const char * const other[] = { "regex", "image_path", "html", "markdown", NULL };

  if (g_strv_contains (computed, key))
    return _("the match asks or computes with “vars” or “form”; only plain texts can be taken");
  if (g_strv_contains (other, key))
    return _("the match is no plain text; only “trigger” with “replace” can be taken");
  return NULL;
}

static void
take_scalar (char   **text,
             Source  *source)
{
  g_free (*text);
  *text = g_strndup ((const char *) source->event.data.scalar.value, source->event.data.scalar.length);
}

/* The first of several triggers is the shortcode; there is room for one. */
static gboolean
read_list (Source    *source,
           Match     *match,
           gboolean   triggers,
           gboolean  *foreign_out,
           GError   **error)
{
  if (!next (source, error))
    return FALSE;
  while (source->event.type != YAML_SEQUENCE_END_EVENT)
    {
      if (source->event.type == YAML_SCALAR_EVENT && triggers && match->trigger == NULL)
        take_scalar (&match->trigger, source);
      else if (source->event.type == YAML_SCALAR_EVENT && !triggers)
        g_ptr_array_add (match->search_terms, g_strdup ((const char *) source->event.data.scalar.value));
      if (!skip_node (source, foreign_out, error) || !next (source, error))
        return FALSE;
    }
  return TRUE;
}

/* The value of one key of a match. */
static gboolean
read_value (Source      *source,
            const char  *key,
            Match       *match,
            gboolean    *foreign_out,
            GError     **error)
{
  gboolean is_scalar = source->event.type == YAML_SCALAR_EVENT;

  if (find_reason (key) != NULL)
    match->reason = find_reason (key);
  if (is_scalar && strcmp (key, "trigger") == 0)
    take_scalar (&match->trigger, source);
  else if (is_scalar && strcmp (key, "replace") == 0)
    take_scalar (&match->replace, source);
  else if (is_scalar && strcmp (key, "label") == 0)
    take_scalar (&match->label, source);
  else if (source->event.type == YAML_SEQUENCE_START_EVENT && !is_foreign (source)
           && (strcmp (key, "triggers") == 0 || strcmp (key, "search_terms") == 0))
    return read_list (source, match, key[0] == 't', foreign_out, error);
  return skip_node (source, foreign_out, error);
}

static void
add_match (ZgReplyFile *file,
           Match       *match)
{
  g_autoptr(ZgReplyRecord) record = NULL;
  const char *name = match->trigger != NULL ? match->trigger : match->label != NULL ? match->label : "";

  if (match->reason == NULL && match->trigger == NULL)
    match->reason = _("the match has no “trigger”");
  if (match->reason == NULL && match->replace == NULL)
    match->reason = _("the match has no “replace”");
  if (match->reason != NULL)
    {
      zg_reply_file_refuse (file, match->line, name, match->reason);
      return;
    }

  record = zg_reply_record_new (match->line);
  zg_reply_record_take_flat_body (record, match->replace);
  g_free (record->reply->shortcode);
  record->reply->shortcode = g_strstrip (g_steal_pointer (&match->trigger));
  record->fields |= ZG_REPLY_HAS_SHORTCODE;
  if (match->label != NULL)
    {
      g_free (record->reply->title);
      record->reply->title = g_steal_pointer (&match->label);
      record->fields |= ZG_REPLY_HAS_TITLE;
    }
  if (match->search_terms->len > 0)
    {
      g_ptr_array_extend_and_steal (record->reply->keywords, g_ptr_array_ref (match->search_terms));
      match->search_terms = g_ptr_array_new_with_free_func (g_free);
      record->fields |= ZG_REPLY_HAS_KEYWORDS;
    }
  g_ptr_array_add (file->records, g_steal_pointer (&record));
}

/* The match that the source stands on. */
static gboolean
read_match (Source       *source,
            ZgReplyFile  *file,
            GError      **error)
{
  g_auto(Match) match = { .line = get_line (source), .search_terms = g_ptr_array_new_with_free_func (g_free) };
  gboolean foreign = is_foreign (source);

  if (source->event.type != YAML_MAPPING_START_EVENT)
    {
      zg_reply_file_refuse (file, match.line, "", _("this is no match"));
      return skip_node (source, &foreign, error);
    }
  if (!next (source, error))
    return FALSE;
  while (source->event.type != YAML_MAPPING_END_EVENT)
    {
      g_autofree char *key = NULL;

      foreign |= is_foreign (source);
      if (source->event.type == YAML_SCALAR_EVENT)
        take_scalar (&key, source);
      else if (!skip_node (source, &foreign, error))
        return FALSE;
      if (!next (source, error)
          || !read_value (source, key != NULL ? key : "", &match, &foreign, error)
          || !next (source, error))
        return FALSE;
    }
  if (foreign)
    match.reason = _("the match uses anchors or aliases; write its text out");
  add_match (file, &match);
  return TRUE;
}

/* The mapping that a file is, with its matches. */
static gboolean
read_top (Source       *source,
          ZgReplyFile  *file,
          gboolean     *has_matches_out,
          GError      **error)
{
  while (source->event.type != YAML_MAPPING_END_EVENT)
    {
      gboolean is_matches = source->event.type == YAML_SCALAR_EVENT
                            && strcmp ((const char *) source->event.data.scalar.value, "matches") == 0;
      gboolean foreign = FALSE;

      if (!skip_node (source, &foreign, error) || !next (source, error))
        return FALSE;
      if (is_matches && source->event.type == YAML_SEQUENCE_START_EVENT)
        {
          *has_matches_out = TRUE;
          if (!next (source, error))
            return FALSE;
          while (source->event.type != YAML_SEQUENCE_END_EVENT)
            if (!read_match (source, file, error) || !next (source, error))
              return FALSE;
        }
      else if (!skip_node (source, &foreign, error))
        return FALSE;
      if (!next (source, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_reply_espanso_read:
 * @file: an empty file; gets the replies
 * @text: what stands in it
 * @error: return location for an error
 *
 * Returns: %FALSE when it is no YAML with matches
 */
gboolean
zg_reply_espanso_read (ZgReplyFile  *file,
                       const char   *text,
                       GError      **error)
{
  g_auto(Source) source = { 0 };
  gboolean has_matches = FALSE;

  yaml_parser_initialize (&source.parser);
  yaml_parser_set_encoding (&source.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&source.parser, (const unsigned char *) text, strlen (text));
  do
    if (!next (&source, error))
      return FALSE;
  while (source.event.type == YAML_STREAM_START_EVENT || source.event.type == YAML_DOCUMENT_START_EVENT);

  if (source.event.type == YAML_MAPPING_START_EVENT
      && (!next (&source, error) || !read_top (&source, file, &has_matches, error)))
    return FALSE;
  if (!has_matches)
    g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                         _("There is no list of matches in the file."));
  return has_matches;
}
