/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/* Tells options from the other words of a call. They may stand anywhere; behind "--" there are none. */

static const struct {
  const char *name;
  gboolean has_value;
  gboolean is_for_all;          /* else for the commands whose usage names it */
} options[] = {
  { "--db", TRUE, TRUE },
  { "--now", TRUE, TRUE },
  { "--as", TRUE, TRUE },
  { "--json", FALSE, TRUE },
  { "--help", FALSE, TRUE },
  { "--again", TRUE, FALSE },
  { "--all", FALSE, FALSE },
  { "--amount", TRUE, FALSE },
  { "--at", TRUE, FALSE },
  { "--bin", FALSE, FALSE },
  { "--convert", FALSE, FALSE },
  { "--courier", TRUE, FALSE },
  { "--customer", TRUE, FALSE },
  { "--dry-run", FALSE, FALSE },
  { "--due", TRUE, FALSE },
  { "--duplicates", TRUE, FALSE },
  { "--format", TRUE, FALSE },
  { "--form", TRUE, FALSE },
  { "--from", TRUE, FALSE },
  { "--height", TRUE, FALSE },
  { "--item", TRUE, FALSE },
  { "--keep-orders", FALSE, FALSE },
  { "--kind", TRUE, FALSE },
  { "--limit", TRUE, FALSE },
  { "--marketing", FALSE, FALSE },
  { "--method", TRUE, FALSE },
  { "--off", FALSE, FALSE },
  { "--order", TRUE, FALSE },
  { "--outcome", TRUE, FALSE },
  { "--paper", TRUE, FALSE },
  { "--platform", TRUE, FALSE },
  { "--product", TRUE, FALSE },
  { "--reason", TRUE, FALSE },
  { "--refunds", FALSE, FALSE },
  { "--rejects", TRUE, FALSE },
  { "--rewrite-backups", FALSE, FALSE },
  { "--reply", TRUE, FALSE },
  { "--satisfaction", TRUE, FALSE },
  { "--service", FALSE, FALSE },
  { "--set", TRUE, FALSE },
  { "--shop", TRUE, FALSE },
  { "--text", TRUE, FALSE },
  { "--to", TRUE, FALSE },
  { "--tracking", TRUE, FALSE },
  { "--until", TRUE, FALSE },
  { "--weight", TRUE, FALSE },
  { "--yes", FALSE, FALSE },
};

struct _ZgCtlOptions {
  GPtrArray *words;             /* of char *, and NULL at the end */
  GPtrArray *values[G_N_ELEMENTS (options)];    /* NULL for what was not given; an option without value has "" */
};

static int
find_option (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (strcmp (options[i].name, name) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
take_option (ZgCtlOptions  *self,
             int            argc,
             char         **argv,
             int           *index,
             GError       **error)
{
  const char *word = argv[*index];
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : g_strdup (word);
  const char *value = "";
  int option = find_option (name);

  if (option < 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("There is no option “%s”."), name);
      return FALSE;
    }
  if (!options[option].has_value && equals != NULL)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("The option “%s” has no value."), name);
      return FALSE;
    }
  if (options[option].has_value && equals == NULL && *index + 1 >= argc)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("The option “%s” needs a value."), name);
      return FALSE;
    }

  if (equals != NULL)
    value = equals + 1;
  else if (options[option].has_value)
    value = argv[++*index];
  if (self->values[option] == NULL)
    self->values[option] = g_ptr_array_new ();
  g_ptr_array_add (self->values[option], (gpointer) value);
  return TRUE;
}

/**
 * zg_ctl_options_parse:
 * @argc: how many words the call has
 * @argv: its words, the program's name first; has to live as long as the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the call; %NULL with %ZG_DOMAIN_ERROR_INVALID when there is no such option, or
 *   its value is missing
 */
ZgCtlOptions *
zg_ctl_options_parse (int      argc,
                      char   **argv,
                      GError **error)
{
  g_autoptr(ZgCtlOptions) self = g_new0 (ZgCtlOptions, 1);
  gboolean ended = FALSE;

  self->words = g_ptr_array_new ();
  for (int i = 1; i < argc; i++)
    {
      if (!ended && strcmp (argv[i], "--") == 0)
        ended = TRUE;
      else if (ended || !g_str_has_prefix (argv[i], "--"))
        g_ptr_array_add (self->words, argv[i]);
      else if (!take_option (self, argc, argv, &i, error))
        return NULL;
    }
  g_ptr_array_add (self->words, NULL);
  return g_steal_pointer (&self);
}

/**
 * zg_ctl_options_free:
 * @self: (transfer full): a call
 */
void
zg_ctl_options_free (ZgCtlOptions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

/**
 * zg_ctl_options_get_words:
 * @self: a call
 * @n_words_out: (out): how many
 *
 * Returns: (transfer none) (array length=n_words_out): what is no option: the command and what it is about
 */
char **
zg_ctl_options_get_words (ZgCtlOptions *self,
                          int          *n_words_out)
{
  *n_words_out = (int) self->words->len - 1;
  return (char **) self->words->pdata;
}

/* What a command's usage does not name it does not know. */
static gboolean
usage_names (const char *usage,
             const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (usage, name); at != NULL; at = strstr (at + 1, name))
    {
      if (strchr (" ]", at[length]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_ctl_options_check:
 * @self: a call
 * @command: a command's name
 * @usage: its usage
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when an option was given that the command does not have
 */
gboolean
zg_ctl_options_check (ZgCtlOptions  *self,
                      const char    *command,
                      const char    *usage,
                      GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (self->values[i] == NULL || options[i].is_for_all || usage_names (usage, options[i].name))
        continue;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: the first %s is a command, "order show", the second an option, "--limit" */
                   _("“%s” has no option “%s”."), command, options[i].name);
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_ctl_options_has:
 * @self: a call
 * @name: an option
 *
 * Returns: whether it was given
 */
gboolean
zg_ctl_options_has (ZgCtlOptions *self,
                    const char   *name)
{
  return zg_ctl_options_get (self, name) != NULL;
}

/**
 * zg_ctl_options_get:
 * @self: a call
 * @name: an option
 *
 * Returns: (transfer none) (nullable): its value, the last one when it was given more than once
 */
const char *
zg_ctl_options_get (ZgCtlOptions *self,
                    const char   *name)
{
  guint n_values = zg_ctl_options_count (self, name);

  return n_values > 0 ? zg_ctl_options_get_nth (self, name, n_values - 1) : NULL;
}

/**
 * zg_ctl_options_count:
 * @self: a call
 * @name: an option
 *
 * Returns: how often it was given
 */
guint
zg_ctl_options_count (ZgCtlOptions *self,
                      const char   *name)
{
  int option = find_option (name);

  g_return_val_if_fail (option >= 0, 0);
  return self->values[option] != NULL ? self->values[option]->len : 0;
}

/**
 * zg_ctl_options_get_nth:
 * @self: a call
 * @name: an option
 * @nth: less than zg_ctl_options_count()
 *
 * Returns: (transfer none): its value
 */
const char *
zg_ctl_options_get_nth (ZgCtlOptions *self,
                        const char   *name,
                        guint         nth)
{
  g_return_val_if_fail (nth < zg_ctl_options_count (self, name), NULL);
  return g_ptr_array_index (self->values[find_option (name)], nth);
}
