/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-brace.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-emoticon.h"
#include "zg-pinyin.h"

/* All that the filler understands besides the names of the table, an example of each. */
static const struct {
  const char *text;
  const char *label;
  const char *explanation;
} forms[] = {
  /* Translators: a placeholder with what stands there instead. Use a name that the table of placeholders has in your
   * language; keep {, | and } */
  { N_("{customer.name|dear}"), N_("else this word"),
    N_("What stands behind the bar is written where the value is unknown, and the reply can be copied.") },
  /* Translators: a placeholder with a number of days. Use the name that the table has in your language; keep {+3} */
  { N_("{today+3}"), N_("days added"),
    N_("So many days later or, with a minus, earlier. Any date can have it.") },
  /* Translators: a question that the program asks before the text is copied, and its answers. Keep {?, :, | and } */
  { N_("{?Colour:black|white}"), N_("ask, with answers to choose from"),
    N_("You choose one before the text is copied. What the order knows is chosen already.") },
  /* Translators: a question that the program asks before the text is copied. Keep {? and } */
  { N_("{?Note}"), N_("ask for a text"),
    N_("You write it before the text is copied.") },
  /* Translators: a face. In Chinese the word before the colon is 表情, and the name one of zg-emoticon.c; keep {, : and } */
  { N_("{face:smile}"), N_("a face of the chat program"),
    N_("As Wangwang or WeChat write it, by where the customer is; nothing elsewhere.") },
  { "{{", N_("a brace"),
    N_("Two braces are one to be read, for a text that has braces in it: {{ and }}.") },
};

static void
zg_brace_free (gpointer data)
{
  ZgBrace *brace = data;

  g_free (brace->text);
  g_free (brace);
}

static gboolean
has_typed (const char *text,
           const char *typed)
{
  gsize start, end;

  return *typed == '\0' || zg_find_typed (text, typed, &start, &end);
}

/* Takes @text. */
static ZgBrace *
add (GPtrArray   *found,
     ZgBraceKind  kind,
     char        *text)
{
  ZgBrace *brace = g_new0 (ZgBrace, 1);

  brace->kind = kind;
  brace->text = text;
  g_ptr_array_add (found, brace);
  return brace;
}

static void
add_placeholder (GPtrArray           *found,
                 const ZgPlaceholder *placeholder)
{
  const char *name = zg_placeholder_pick_name (placeholder, NULL);
  const char *label = zg_placeholder_get_label (placeholder);
  ZgBrace *brace = add (found, ZG_BRACE_PLACEHOLDER, g_strdup_printf ("{%s}", name));

  brace->label = strcmp (name, label) != 0 ? label : NULL;
  brace->explanation = zg_placeholder_get_explanation (placeholder);
  brace->placeholder = placeholder;
}

static void
add_form (GPtrArray *found,
          gsize      index)
{
  ZgBrace *brace = add (found, ZG_BRACE_FORM, g_strdup (_(forms[index].text)));

  brace->label = _(forms[index].label);
  brace->explanation = _(forms[index].explanation);
}

static void
add_faces (GPtrArray  *found,
           const char *prefix,
           gsize       length,
           const char *typed)
{
  g_autoptr (GPtrArray) names = zg_emoticon_list (typed);

  for (guint i = 0; i < names->len; i++)
    add (found, ZG_BRACE_FACE, g_strdup_printf ("{%.*s%s}", (int) length, prefix, (char *) names->pdata[i]));
}

/**
 * zg_brace_list:
 * @typed: what was typed behind a brace so far; "" lists all but the faces
 *
 * For completion. Placeholders are found as zg_placeholder_list() finds them, then the other forms; behind the word and
 * the colon that faces begin with, the faces.
 *
 * Returns: (transfer full) (element-type ZgBrace): what fits
 */
GPtrArray *
zg_brace_list (const char *typed)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (zg_brace_free);
  const char *face = zg_emoticon_skip_prefix (typed);
  g_autoptr (GPtrArray) placeholders = NULL;

  if (face != NULL)
    {
      add_faces (found, typed, (gsize) (face - typed), face);
      return found;
    }

  placeholders = zg_placeholder_list (typed);
  for (guint i = 0; i < placeholders->len; i++)
    add_placeholder (found, placeholders->pdata[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (has_typed (_(forms[i].text) + 1, typed))
        add_form (found, i);
    }
  return found;
}

/**
 * zg_brace_search:
 * @words: what is looked for, "" for all
 *
 * For the help page. What is called so comes before what has it in its explanation.
 *
 * Returns: (transfer full) (element-type ZgBrace): what fits: placeholders, then forms, then faces
 */
GPtrArray *
zg_brace_search (const char *words)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (zg_brace_free);
  g_autoptr (GPtrArray) placeholders = zg_placeholder_list (words);
  const char *face = zg_emoticon_skip_prefix (_("{face:smile}") + 1);

  for (guint i = 0; i < placeholders->len; i++)
    add_placeholder (found, placeholders->pdata[i]);
  for (guint i = 0; i < ZG_N_PLACEHOLDERS; i++)
    {
      const ZgPlaceholder *placeholder = zg_placeholder_get (i);

      if (!g_ptr_array_find (placeholders, placeholder, NULL)
          && has_typed (zg_placeholder_get_explanation (placeholder), words))
        add_placeholder (found, placeholder);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (has_typed (_(forms[i].text), words) || has_typed (_(forms[i].label), words)
          || has_typed (_(forms[i].explanation), words))
        add_form (found, i);
    }
  /* A translation that lost the word before the colon has no faces rather than wrong ones. */
  if (face != NULL)
    add_faces (found, _("{face:smile}") + 1, (gsize) (face - _("{face:smile}") - 1), words);
  return found;
}

/**
 * zg_brace_dup_other_names:
 * @brace: something of a list
 *
 * Returns: (transfer full) (nullable): under which names it can be written, too, separated by spaces; %NULL where there
 *   is one only
 */
char *
zg_brace_dup_other_names (const ZgBrace *brace)
{
  const ZgPlaceholder *placeholder = brace->placeholder;
  const char *own;
  g_autoptr (GString) names = NULL;

  if (placeholder == NULL)
    return NULL;

  own = zg_placeholder_pick_name (placeholder, NULL);
  names = g_string_new (NULL);
  for (int i = -1; i < (int) G_N_ELEMENTS (placeholder->aliases); i++)
    {
      const char *name = i < 0 ? placeholder->name : placeholder->aliases[i];
      g_autofree char *braced = name != NULL ? g_strdup_printf ("{%s}", name) : NULL;

      /* Some are the same in both kinds of Chinese. */
      if (braced == NULL || g_str_equal (name, own) || strstr (names->str, braced) != NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", braced);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
