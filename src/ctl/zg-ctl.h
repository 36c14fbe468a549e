/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-ctl-options.h"
#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

/* What the program ends with; the numbers are a contract. */
typedef enum {
  ZG_CTL_DONE = 0,
  ZG_CTL_FAILED = 1,
  ZG_CTL_USAGE = 2,
  ZG_CTL_PARTLY = 3,
  ZG_CTL_UNRESOLVED = 4,
} ZgCtlStatus;

/**
 * ZgCtl:
 * @store: (nullable): opened by the first command that needs it
 * @staff_id: who acts, 0 when the shop has no staff
 *
 * One call of the program: its options, and what commands share.
 */
typedef struct {
  ZgCtlOptions *options;
  char *path;
  const char *staff;
  gboolean json;
  ZgClock *clock;
  ZgStore *store;
  gint64 staff_id;
} ZgCtl;

/**
 * ZgCtlCommand:
 * @name: the command, with its sub-command after a blank
 * @arguments: how it is called, for the help; an option that is not in it is a wrong usage
 * @summary: what it does, for the help
 * @min_arguments: fewer are a wrong usage
 * @max_arguments: more are a wrong usage, -1 for any number
 */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  int min_arguments;
  int max_arguments;
  ZgCtlStatus (*run) (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments);
} ZgCtlCommand;

extern const ZgCtlCommand zg_ctl_commands[];

ZgCtlStatus zg_ctl_fail (GError *error);
ZgCtlStatus zg_ctl_usage (const char *format,
                          ...) G_GNUC_PRINTF (1, 2);
gboolean zg_ctl_read (ZgCtl        *ctl,
                      ZgStoreFunc   func,
                      gpointer      data,
                      GError      **error);
gboolean zg_ctl_write (ZgCtl        *ctl,
                       ZgStoreFunc   func,
                       gpointer      data,
                       GError      **error);
gboolean zg_ctl_open (ZgCtl     *ctl,
                      gboolean   create,
                      GError   **error);
gboolean zg_ctl_parse_time (ZgCtl       *ctl,
                            const char  *text,
                            ZgTime      *time_out,
                            GError     **error);

void zg_ctl_print (const char *format,
                   ...) G_GNUC_PRINTF (1, 2);
void zg_ctl_print_json (JsonNode *node);
void zg_ctl_print_object (JsonObject *object);
void zg_ctl_print_array (JsonArray *array);

ZgCtlStatus zg_ctl_search (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_duplicates (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_merge (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_unmerge (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_not_same (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_attach (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_dossier (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_erase (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_customer_interest (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_mergeable (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_merge (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_unmerge (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_apart (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_ship (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_status (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_new (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_repeat (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_parse_order (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_bulk (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_undo (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_check (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_pay (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_print (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_order_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_open (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_step (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_offer (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_choose (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_done (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_close (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_reopen (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_resend (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_attach (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_case_rule (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_add (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_delete (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_restore (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_size (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_product_recommend (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promotion_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promotion_add (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promotion_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promotion_delete (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promise_add (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promise_keep (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promise_withdraw (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_promise_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_fill (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_health (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_lint (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_reply_suggest (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_segment_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_segment_count (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_segment_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_segment_save (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_segment_delete (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_start (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_next (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_copied (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_skip (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_undo (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_stop (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_round_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_show (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_done (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_skip (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_stop (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_resume (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_cause (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_report (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_chase_ladder (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_checklist_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_checklist_add (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_checklist_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_checklist_remove (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_level_list (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_level_set (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_level_suggest (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_import (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_import_undo (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_export (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_parse_address (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_due (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_check (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_stats (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_backup (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_restore (ZgCtl *ctl, int n_arguments, char **arguments);
ZgCtlStatus zg_ctl_demo (ZgCtl *ctl, int n_arguments, char **arguments);

G_END_DECLS
