/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "zg-ctl.h"
#include "zg-shop-file.h"

/* zhangguictl: the same shop from the command line, over the core alone. Arguments in, core, text or JSON out. */

const ZgCtlCommand zg_ctl_commands[] = {
  { "import", "FILE… [--platform P] [--shop NAME] [--dry-run] [--rejects FILE]",
    N_("read order exports"), 1, -1, zg_ctl_import },
  { "import-undo", "IMPORT_ID", N_("take an import back"), 1, 1, zg_ctl_import_undo },
  { "export", "customers|orders|replies|followups FILE [--format csv|json]",
    N_("write a table to a file"), 2, 2, zg_ctl_export },
  { "search", "customers|orders|replies QUERY [--limit N]", N_("search as the window does"), 1, 2, zg_ctl_search },
  { "customer show", "ID|QUERY", N_("show a customer"), 1, 1, zg_ctl_customer_show },
  { "order show", "NUMBER", N_("show an order"), 1, 1, zg_ctl_order_show },
  { "order status", "NUMBER STATUS [--at TIME] [--reason TEXT]", N_("move an order"), 2, 2, zg_ctl_order_status },
  { "order undo", "NUMBER", N_("take the last step back"), 1, 1, zg_ctl_order_undo },
  { "order check", "NUMBER KEY… [--off]", N_("tick rows of the checklist"), 2, -1, zg_ctl_order_check },
  { "order set", "NUMBER FIELD=VALUE…", N_("edit an order"), 2, -1, zg_ctl_order_set },
  { "reply list", "", N_("list the replies"), 0, 0, zg_ctl_reply_list },
  { "reply show", "SHORTCODE|ID", N_("show a reply"), 1, 1, zg_ctl_reply_show },
  { "reply fill", "SHORTCODE|ID [--customer ID|QUERY] [--order NUMBER] [--set NAME=VALUE]…",
    N_("fill a reply"), 1, 1, zg_ctl_reply_fill },
  { "due", "[--until TIME]", N_("what is due"), 0, 0, zg_ctl_due },
  { "check", "", N_("check the shop file and its search index"), 0, 0, zg_ctl_check },
  { "stats", "", N_("count rows and bytes"), 0, 0, zg_ctl_stats },
  { "backup", "FILE", N_("write a verified copy"), 1, 1, zg_ctl_backup },
  { "restore", "FILE", N_("put a copy in the place of the shop file"), 1, 1, zg_ctl_restore },
  { "demo", "", N_("fill an empty shop with invented data"), 0, 0, zg_ctl_demo },
  { NULL }
};

static void
print_command (const ZgCtlCommand *command)
{
  printf ("  %s %s\n      %s\n", command->name, command->arguments, _(command->summary));
}

/* Help for all commands, or for those that begin with @prefix. */
static int
print_help (const char *prefix)
{
  printf (_("Usage: %s [--db FILE] [--now TIME] [--as CLERK] [--json] COMMAND …\n"), "zhangguictl");
  putchar ('\n');
  for (const ZgCtlCommand *command = zg_ctl_commands; command->name != NULL; command++)
    {
      if (g_str_has_prefix (command->name, prefix))
        print_command (command);
    }
  return ZG_CTL_DONE;
}

/* (nullable): the command that the arguments begin with; @n_words of them are its name. */
static const ZgCtlCommand *
find_command (int    n_arguments,
              char **arguments,
              int   *n_words)
{
  for (const ZgCtlCommand *command = zg_ctl_commands; command->name != NULL; command++)
    {
      g_auto(GStrv) words = g_strsplit (command->name, " ", -1);
      int n = g_strv_length (words);

      if (n_arguments < n || strcmp (words[0], arguments[0]) != 0)
        continue;
      if (n == 1 || strcmp (words[1], arguments[1]) == 0)
        {
          *n_words = n;
          return command;
        }
    }
  return NULL;
}

/* Options may stand anywhere, so commands take theirs out before the rest is counted. */
static int
count_positional (int    n_arguments,
                  char **arguments)
{
  int n = 0;

  for (int i = 0; i < n_arguments; i++)
    {
      if (!g_str_has_prefix (arguments[i], "--"))
        n++;
      else if (strchr (arguments[i], '=') == NULL && strcmp (arguments[i], "--off") != 0
               && strcmp (arguments[i], "--dry-run") != 0)
        i++;
    }
  return n;
}

static gboolean
set_up (ZgCtl   *ctl,
        int     *n_arguments,
        char   **arguments,
        GError **error)
{
  const char *path = zg_ctl_take_option (n_arguments, arguments, "--db");
  const char *now = zg_ctl_take_option (n_arguments, arguments, "--now");
  ZgTime time;

  ctl->staff = g_strdup (zg_ctl_take_option (n_arguments, arguments, "--as"));
  ctl->json = zg_ctl_take_flag (n_arguments, arguments, "--json");
  ctl->path = path != NULL ? g_strdup (path) : zg_shop_file_default_path ();
  ctl->clock = zg_clock_new_system ();
  if (now == NULL)
    return TRUE;

  if (!zg_ctl_parse_time (ctl, now, &time, error))
    return FALSE;
  {
    g_autoptr(ZgClock) system = g_steal_pointer (&ctl->clock);

    ctl->clock = zg_clock_new_fixed (time, zg_clock_get_zone (system));
  }
  return TRUE;
}

static void
tear_down (ZgCtl *ctl)
{
  if (ctl->store != NULL)
    zg_store_close (ctl->store);
  g_clear_object (&ctl->store);
  g_clear_pointer (&ctl->clock, zg_clock_unref);
  g_free (ctl->path);
  g_free (ctl->staff);
}

static int
run (ZgCtl  *ctl,
     int     n_arguments,
     char  **arguments)
{
  const ZgCtlCommand *command;
  int n_words = 0;
  int n_positional;

  if (zg_ctl_take_flag (&n_arguments, arguments, "--help") || n_arguments == 0)
    return print_help (n_arguments > 0 ? arguments[0] : "");

  command = find_command (n_arguments, arguments, &n_words);
  if (command == NULL)
    return zg_ctl_usage (_("There is no command “%s”. “%s --help” lists them."), arguments[0], "zhangguictl");

  n_positional = count_positional (n_arguments - n_words, arguments + n_words);
  if (n_positional < command->min_arguments
      || (command->max_arguments >= 0 && n_positional > command->max_arguments))
    return zg_ctl_usage (_("Usage: %s"), command->arguments[0] != '\0' ? command->arguments : command->name);

  return command->run (ctl, n_arguments - n_words, arguments + n_words);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char **arguments = g_new0 (char *, argc + 1);
  const char *locale_folder = g_getenv ("ZG_LOCALEDIR");
  int n_arguments = argc - 1;
  ZgCtl ctl = { 0 };
  int status;

  umask (077);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (int i = 0; i < n_arguments; i++)
    arguments[i] = argv[i + 1];

  if (set_up (&ctl, &n_arguments, arguments, &error))
    status = run (&ctl, n_arguments, arguments);
  else
    status = zg_ctl_usage ("%s", error->message);
  tear_down (&ctl);
  return status;
}
