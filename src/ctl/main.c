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

#define PROGRAM "zhangguictl"

static const char usage[] = N_("Usage: %s [--db FILE] [--now TIME] [--as CLERK] [--json] COMMAND …\n");

const ZgCtlCommand zg_ctl_commands[] = {
  { "import", N_("FILE… [--format F] [--platform P] [--shop NAME] [--duplicates skip|update|ask] [--convert] "
                  "[--dry-run] [--rejects FILE]"),
    N_("read order exports, contacts and files of replies"), 1, -1, zg_ctl_import },
  { "import-undo", N_("[IMPORT_ID]"), N_("take an import back, or list what can be taken back"), 0, 1, zg_ctl_import_undo },
  { "export", N_("customers|orders|replies|followups FILE [--format csv|json|vcard|qianniu|espanso]"),
    N_("write a table to a file"), 2, 2, zg_ctl_export },
  { "search", N_("customers|orders|replies QUERY [--limit N]"), N_("search as the window does"), 1, 2, zg_ctl_search },
  { "customer show", N_("ID|QUERY"), N_("show a customer"), 1, 1, zg_ctl_customer_show },
  { "customer set", N_("ID|QUERY FIELD=VALUE…"), N_("change what is known of a customer"), 2, -1, zg_ctl_customer_set },
  { "customer duplicates", "", N_("find customers who may be one person"), 0, 0, zg_ctl_customer_duplicates },
  { "customer merge", N_("KEEP_ID OTHER_ID [FIELD=keep|other|both]… [--dry-run]"), N_("make one customer of two"), 2, -1,
    zg_ctl_customer_merge },
  { "customer unmerge", N_("[MERGE_ID]"), N_("take a merge back, or list what can be taken back"), 0, 1,
    zg_ctl_customer_unmerge },
  { "customer not-same", N_("ID ID [--off]"), N_("note that two customers are two people"), 2, 2, zg_ctl_customer_not_same },
  { "customer attach", N_("ID|QUERY FILE"), N_("keep a file with a customer"), 2, 2, zg_ctl_customer_attach },
  { "customer interest", N_("ID|QUERY PRODUCT [--reason price|size|waiting|compared|other] [--again DATE]"),
    N_("note what a customer asked for and did not buy"), 2, 2, zg_ctl_customer_interest },
  { "customer dossier", N_("ID|QUERY [FILE]"), N_("say all that is known of a customer"), 1, 2, zg_ctl_customer_dossier },
  { "customer erase", N_("ID --yes [--keep-orders] [--rewrite-backups]"), N_("erase a customer for good"), 1, 1,
    zg_ctl_customer_erase },
  { "order show", N_("NUMBER"), N_("show an order"), 1, 1, zg_ctl_order_show },
  { "order status", N_("NUMBER STATUS [--at TIME] [--reason TEXT]"), N_("move an order"), 2, 2, zg_ctl_order_status },
  { "order new", N_("[FIELD=VALUE]… [--text CHAT] [--platform P]"), N_("write an order, from a chat or by its fields"), 0, -1,
    zg_ctl_order_new },
  { "order repeat", N_("NUMBER [FIELD=VALUE]…"), N_("write the same order once more"), 1, -1, zg_ctl_order_repeat },
  { "order bulk", N_("STATUS NUMBER… [--reason TEXT]"), N_("move several orders, with a result for each"), 2, -1,
    zg_ctl_order_bulk },
  { "order pay", N_("NUMBER AMOUNT [--kind whole|deposit|balance|part] [--method TEXT] [--at TIME]"),
    N_("note money that came in, or went back with a minus"), 2, 2, zg_ctl_order_pay },
  { "order undo", N_("NUMBER"), N_("take the last step back"), 1, 1, zg_ctl_order_undo },
  { "order check", N_("NUMBER KEY… [--off]"), N_("tick rows of the checklist"), 2, -1, zg_ctl_order_check },
  { "order set", N_("NUMBER FIELD=VALUE…"), N_("edit an order"), 2, -1, zg_ctl_order_set },
  { "order mergeable", "", N_("list orders that could go in one parcel"), 0, 0, zg_ctl_order_mergeable },
  { "order merge", N_("NUMBER NUMBER…"), N_("put orders in one parcel"), 2, -1, zg_ctl_order_merge },
  { "order unmerge", N_("PARCEL"), N_("take a parcel apart"), 1, 1, zg_ctl_order_unmerge },
  { "order apart", N_("NUMBER NUMBER [--off]"), N_("note that two orders go in two parcels"), 2, 2, zg_ctl_order_apart },
  { "order ship", N_("NUMBER [--courier C] [--tracking T] [--item N=QTY]… [--at TIME] [--reason TEXT]"),
    N_("send an order with its parcel, or a part of it"), 1, 1, zg_ctl_order_ship },
  { "order print", N_("NUMBER… FILE.pdf [--form slip|sheet] [--paper A4|A5|100x150]"),
    N_("write packing slips or order sheets to a PDF file"), 2, -1, zg_ctl_order_print },
  { "case open", N_("NUMBER TYPE [--reason TEXT] [--amount AMOUNT]"), N_("open a case on an order"), 2, 2, zg_ctl_case_open },
  { "case list", N_("[--all] [--refunds]"), N_("list the open cases, or orders in refund without one"), 0, 0, zg_ctl_case_list },
  { "case show", N_("ID"), N_("show a case"), 1, 1, zg_ctl_case_show },
  { "case step", N_("ID STEP [--reason TEXT]"), N_("move a case to its next step"), 2, 2, zg_ctl_case_step },
  { "case offer", N_("ID REMEDY [--amount AMOUNT]"), N_("offer the buyer something"), 2, 2, zg_ctl_case_offer },
  { "case choose", N_("ID N [--off]"), N_("note what the buyer chose of it"), 2, 2, zg_ctl_case_choose },
  { "case done", N_("ID N"), N_("note that it is done"), 2, 2, zg_ctl_case_done },
  { "case set", N_("ID FIELD=VALUE…"), N_("edit a case: who, due, tracking, courier, number, note, reason"), 2, -1,
    zg_ctl_case_set },
  { "case close", N_("ID [--outcome TEXT] [--satisfaction yes|so-so|no]"), N_("close a case"), 1, 1, zg_ctl_case_close },
  { "case reopen", N_("ID"), N_("go on with a closed case"), 1, 1, zg_ctl_case_reopen },
  { "case resend", N_("ID [--item N=QUANTITY]…"), N_("send goods again, as an order of their own"), 1, 1, zg_ctl_case_resend },
  { "case attach", N_("ID FILE"), N_("keep a file with a case"), 2, 2, zg_ctl_case_attach },
  { "case rule", N_("TYPE STEP HOURS|default [--platform P]"), N_("set how long a step of a case may take"), 3, 3,
    zg_ctl_case_rule },
  { "product list", N_("[QUERY] [--bin]"), N_("find products; without a query list all"), 0, 1, zg_ctl_product_list },
  { "product show", N_("CODE|ID|TITLE"), N_("show a product"), 1, 1, zg_ctl_product_show },
  { "product add", N_("TITLE FIELD=VALUE…"), N_("add a product"), 1, -1, zg_ctl_product_add },
  { "product set", N_("CODE|ID|TITLE FIELD=VALUE…"), N_("edit a product"), 2, -1, zg_ctl_product_set },
  { "product delete", N_("CODE|ID|TITLE"), N_("put a product into the bin"), 1, 1, zg_ctl_product_delete },
  { "product restore", N_("CODE|ID|TITLE"), N_("take a product out of the bin"), 1, 1, zg_ctl_product_restore },
  { "product size", N_("CODE|ID|TITLE [--customer ID|QUERY] [--height 165cm] [--weight 52kg]"),
    N_("say which size somebody takes"), 1, 1, zg_ctl_product_size },
  { "product recommend", N_("[--customer ID|QUERY] [--order NUMBER] [--product CODE|ID|TITLE]"),
    N_("recommend two products, with reasons"), 0, 0, zg_ctl_product_recommend },
  { "promise add", N_("NUMBER TEXT --due TIME [--amount AMOUNT]"), N_("note what was promised on an order"), 2, 2,
    zg_ctl_promise_add },
  { "promise keep", N_("ID"), N_("note that a promise is kept"), 1, 1, zg_ctl_promise_keep },
  { "promise withdraw", N_("ID"), N_("take a promise back"), 1, 1, zg_ctl_promise_withdraw },
  { "promise list", "", N_("list what was promised and not kept yet"), 0, 0, zg_ctl_promise_list },
  { "promotion list", "", N_("list the promotions"), 0, 0, zg_ctl_promotion_list },
  { "promotion add", N_("TITLE FIELD=VALUE…"), N_("add a promotion: rule, link, from, until, products"), 1, -1,
    zg_ctl_promotion_add },
  { "promotion set", N_("ID FIELD=VALUE…"), N_("edit a promotion"), 2, -1, zg_ctl_promotion_set },
  { "promotion delete", N_("ID"), N_("put a promotion into the bin"), 1, 1, zg_ctl_promotion_delete },
  { "reply list", "", N_("list the replies"), 0, 0, zg_ctl_reply_list },
  { "reply show", N_("SHORTCODE|ID"), N_("show a reply"), 1, 1, zg_ctl_reply_show },
  { "reply fill", N_("SHORTCODE|ID [--customer ID|QUERY] [--order NUMBER] [--product CODE|ID|TITLE] [--set NAME=VALUE]…"),
    N_("fill a reply"), 1, 1, zg_ctl_reply_fill },
  { "reply health", "", N_("list the replies that need a hand"), 0, 0, zg_ctl_reply_health },
  { "reply lint", N_("[SHORTCODE|ID]"), N_("check the wording of the replies"), 0, 1, zg_ctl_reply_lint },
  { "reply suggest", N_("TEXT"), N_("find the replies that answer a customer"), 1, -1, zg_ctl_reply_suggest },
  { "parse-order", N_("TEXT"), N_("goods, recipient and sums from a pasted chat"), 1, 1, zg_ctl_parse_order },
  { "parse-address", N_("TEXT"), N_("fields from a pasted name, phone number and address"), 1, -1, zg_ctl_parse_address },
  { "segment list", "", N_("list the segments with their counts"), 0, 0, zg_ctl_segment_list },
  { "segment count", N_("SEGMENT|FILTER"), N_("count the customers of a segment"), 1, 1, zg_ctl_segment_count },
  { "segment show", N_("SEGMENT|FILTER [--limit N]"), N_("list the customers of a segment"), 1, 1, zg_ctl_segment_show },
  { "segment save", N_("NAME FILTER"), N_("save a filter by a name"), 2, 2, zg_ctl_segment_save },
  { "segment delete", N_("NAME"), N_("delete a saved filter"), 1, 1, zg_ctl_segment_delete },
  { "round start", N_("SEGMENT|FILTER --reply SHORTCODE|ID [--service] [--marketing]"),
    N_("start a walk through a segment"), 1, 1, zg_ctl_round_start },
  { "round next", N_("[ROUND]"), N_("whose turn it is, and the text for them"), 0, 1, zg_ctl_round_next },
  { "round copied", N_("[ROUND] [--text TEXT]"), N_("note that the text was copied"), 0, 1, zg_ctl_round_copied },
  { "round skip", N_("[ROUND] [--reason TEXT]"), N_("pass over whose turn it is"), 0, 1, zg_ctl_round_skip },
  { "round undo", N_("[ROUND]"), N_("take the last step of a round back"), 0, 1, zg_ctl_round_undo },
  { "round stop", N_("[ROUND]"), N_("end a round"), 0, 1, zg_ctl_round_stop },
  { "round show", N_("[ROUND]"), N_("what came of a round"), 0, 1, zg_ctl_round_show },
  { "chase list", N_("[--all]"), N_("list the unpaid orders whose buyers are to be reminded now"), 0, 0, zg_ctl_chase_list },
  { "chase show", N_("NUMBER"), N_("show the reminders of an unpaid order"), 1, 1, zg_ctl_chase_show },
  { "chase done", N_("NUMBER"), N_("the next reminder is done"), 1, 1, zg_ctl_chase_done },
  { "chase skip", N_("NUMBER"), N_("leave the next reminder out"), 1, 1, zg_ctl_chase_skip },
  { "chase stop", N_("NUMBER"), N_("leave the buyer alone"), 1, 1, zg_ctl_chase_stop },
  { "chase resume", N_("NUMBER"), N_("remind the buyer again"), 1, 1, zg_ctl_chase_resume },
  { "chase cause", N_("NUMBER CAUSE"), N_("say why it is not paid: forgot, hesitating, price, payment or mistake"), 2, 2,
    zg_ctl_chase_cause },
  { "chase report", N_("[--from TIME] [--to TIME]"), N_("what was paid after a reminder"), 0, 0, zg_ctl_chase_report },
  { "chase ladder", N_("[STEPS|standard] [--platform P]"), N_("show or set when reminders are due, like \"20m 3h -2h\""), 0, 1,
    zg_ctl_chase_ladder },
  { "checklist list", "", N_("list the rows of the confirmation list"), 0, 0, zg_ctl_checklist_list },
  { "checklist add", N_("LABEL [FIELD=VALUE]…"), N_("add a row of your own to the confirmation list"), 1, -1,
    zg_ctl_checklist_add },
  { "checklist set", N_("KEY FIELD=VALUE…"), N_("change a row: label, active, read-back, place"), 2, -1,
    zg_ctl_checklist_set },
  { "checklist remove", N_("KEY"), N_("remove a row of your own"), 1, 1, zg_ctl_checklist_remove },
  { "level list", "", N_("list the member levels with their rules"), 0, 0, zg_ctl_level_list },
  { "level set", N_("[NAME=SPENT/ORDERS]…"), N_("set the member levels, the lowest first"), 0, -1, zg_ctl_level_set },
  { "level suggest", N_("[ID|QUERY]"), N_("whose member level should be another"), 0, 1, zg_ctl_level_suggest },
  { "due", N_("[--until TIME]"), N_("what is due"), 0, 0, zg_ctl_due },
  { "check", "", N_("check the shop file and its search index"), 0, 0, zg_ctl_check },
  { "stats", "", N_("count rows and bytes"), 0, 0, zg_ctl_stats },
  { "backup", N_("FILE"), N_("write a verified copy"), 1, 1, zg_ctl_backup },
  { "restore", N_("FILE"), N_("put a copy in the place of the shop file"), 1, 1, zg_ctl_restore },
  { "demo", "", N_("fill an empty shop with invented data"), 0, 0, zg_ctl_demo },
  { NULL }
};

static ZgCtlStatus
refuse_command (const char *word)
{
  return zg_ctl_usage (_("There is no command “%s”. “%s --help” lists them."), word, PROGRAM);
}

/* (transfer full): a command with what belongs behind it. */
static char *
describe_call (const ZgCtlCommand *command)
{
  if (command->arguments[0] == '\0')
    return g_strdup (command->name);
  return g_strjoin (" ", command->name, _(command->arguments), NULL);
}

/* Whether @command's name begins with the words of a call, or has them all. */
static gboolean
is_about (const ZgCtlCommand *command,
          int                 n_words,
          char              **words)
{
  g_auto(GStrv) parts = g_strsplit (command->name, " ", -1);
  int n_parts = g_strv_length (parts);

  for (int i = 0; i < n_words && i < n_parts; i++)
    {
      if (strcmp (parts[i], words[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Help for the commands that begin with @words. */
static ZgCtlStatus
print_help (int    n_words,
            char **words)
{
  gboolean is_known = FALSE;

  for (const ZgCtlCommand *command = zg_ctl_commands; command->name != NULL && !is_known; command++)
    is_known = is_about (command, n_words, words);
  if (!is_known)
    return refuse_command (words[0]);

  printf (_(usage), PROGRAM);
  putchar ('\n');
  for (const ZgCtlCommand *command = zg_ctl_commands; command->name != NULL; command++)
    {
      g_autofree char *call = describe_call (command);

      if (is_about (command, n_words, words))
        printf ("  %s\n      %s\n", call, _(command->summary));
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

static gboolean
set_up (ZgCtl         *ctl,
        ZgCtlOptions  *options,
        GError       **error)
{
  const char *path = zg_ctl_options_get (options, "--db");
  const char *now = zg_ctl_options_get (options, "--now");
  ZgTime time;

  ctl->options = options;
  ctl->staff = zg_ctl_options_get (options, "--as");
  ctl->json = zg_ctl_options_has (options, "--json");
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
}

static ZgCtlStatus
run (ZgCtl  *ctl,
     int     n_words,
     char  **words)
{
  const ZgCtlCommand *command;
  g_autoptr(GError) error = NULL;
  int n_name = 0;
  int n_arguments;

  if (zg_ctl_options_has (ctl->options, "--help"))
    return print_help (n_words, words);
  if (n_words == 0)
    {
      fprintf (stderr, _(usage), PROGRAM);
      return ZG_CTL_USAGE;
    }

  command = find_command (n_words, words, &n_name);
  if (command == NULL)
    return refuse_command (words[0]);
  if (!zg_ctl_options_check (ctl->options, command->name, command->arguments, &error))
    return zg_ctl_usage ("%s", error->message);

  n_arguments = n_words - n_name;
  if (n_arguments < command->min_arguments
      || (command->max_arguments >= 0 && n_arguments > command->max_arguments))
    {
      g_autofree char *call = describe_call (command);
      g_autofree char *line = g_strjoin (" ", PROGRAM, call, NULL);

      return zg_ctl_usage (_("Usage: %s"), line);
    }
  return command->run (ctl, n_arguments, words + n_name);
}

/* What could not be written was not done: a full disk, a reader that went away. */
static ZgCtlStatus
flush_output (ZgCtlStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  fprintf (stderr, "%s\n", _("The output can't be written."));
  return status == ZG_CTL_DONE ? ZG_CTL_FAILED : status;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCtlOptions) options = NULL;
  const char *locale_folder = g_getenv ("ZG_LOCALEDIR");
  ZgCtl ctl = { 0 };
  ZgCtlStatus status;
  char **words;
  int n_words;

  umask (077);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  options = zg_ctl_options_parse (argc, argv, &error);
  if (options == NULL || !set_up (&ctl, options, &error))
    {
      status = zg_ctl_usage ("%s", error->message);
    }
  else
    {
      words = zg_ctl_options_get_words (options, &n_words);
      status = run (&ctl, n_words, words);
    }
  tear_down (&ctl);
  return flush_output (status);
}
