/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-attachment.h"
#include "zg-customer-desk.h"
#include "zg-customer-dossier.h"
#include "zg-customer-erase.h"
#include "zg-customer-interest.h"
#include "zg-customer-table.h"
#include "zg-integer.h"
#include "zg-record-json.h"
#include "zg-shop-copies.h"

/* `customer erase`, `dossier`, `attach` and `interest`: what is kept of a customer, and that it can be seen and erased. */

typedef struct {
  gint64 id;
  ZgCustomer *customer;
} LoadJob;

static gboolean
load_customer (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  LoadJob *job = data;

  job->customer = zg_customer_table_load (db, job->id, error);
  return job->customer != NULL;
}

static const char *
kind_to_word (ZgShopCopyKind kind)
{
  static const char * const words[] = {
    [ZG_SHOP_COPY_BACKUP] = "backup",
    [ZG_SHOP_COPY_MIGRATION] = "migration",
    [ZG_SHOP_COPY_REPLACED] = "replaced",
    [ZG_SHOP_COPY_UNFINISHED] = "unfinished",
  };

  return words[kind];
}

/* Rewrites the copies one by one; one that can't be is told, and the others are still done. @left gets those that are not. */
static gboolean
rewrite_copies (ZgCtl           *ctl,
                const ZgErased  *erased,
                GPtrArray       *left)
{
  gboolean all = TRUE;

  for (guint i = 0; i < erased->copies->len; i++)
    {
      const ZgShopCopy *copy = g_ptr_array_index (erased->copies, i);
      g_autoptr(GError) error = NULL;
      gboolean was_changed;

      if (zg_shop_copies_rewrite (ctl->store, copy, ctl->clock, NULL, &was_changed, &error))
        continue;
      fprintf (stderr, "%s: %s\n", copy->path, error->message);
      g_ptr_array_add (left, (gpointer) copy);
      all = FALSE;
    }
  return all;
}

static void
print_erased (ZgCtl          *ctl,
              gint64          id,
              const ZgErased *erased,
              GPtrArray      *left,
              gboolean        rewritten)
{
  JsonObject *object = json_object_new ();
  JsonArray *copies = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < left->len; i++)
    {
      const ZgShopCopy *copy = g_ptr_array_index (left, i);
      JsonObject *entry = json_object_new ();

      zg_json_set_text (entry, "path", copy->path);
      zg_json_set_text (entry, "kind", kind_to_word (copy->kind));
      json_array_add_object_element (copies, entry);
    }
  zg_json_set_id (object, "erased", id);
  json_object_set_int_member (object, "orders", erased->n_orders);
  json_object_set_boolean_member (object, "orders_kept", erased->orders_kept);
  json_object_set_boolean_member (object, "backups_rewritten", rewritten);
  json_object_set_array_member (object, "copies", copies);
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

ZgCtlStatus
zg_ctl_customer_erase (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  gboolean rewrite = zg_ctl_options_has (ctl->options, "--rewrite-backups");
  gboolean rewritten = FALSE;
  LoadJob job = { 0 };
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(ZgErased) erased = NULL;
  g_autoptr(GPtrArray) left = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (!zg_integer_parse (arguments[0], 1, G_MAXINT64, &job.id))
    return zg_ctl_usage (_("“%s” is no id of a customer; “search customers” gives it."), arguments[0]);
  if (!zg_ctl_options_has (ctl->options, "--yes"))
    return zg_ctl_usage (_("Nothing was erased. There is no way back from it: add --yes if you mean it."));
  if (!zg_ctl_read (ctl, load_customer, &job, &error))
    return zg_ctl_fail (error);
  customer = job.customer;

  erased = zg_customer_erase (ctl->store, job.id, customer->uid, zg_ctl_options_has (ctl->options, "--keep-orders"),
                              ctl->clock, NULL, &error);
  if (erased == NULL)
    return zg_ctl_fail (error);
  if (rewrite)
    rewritten = rewrite_copies (ctl, erased, left);
  else
    g_ptr_array_extend (left, erased->copies, NULL, NULL);

  if (ctl->json)
    {
      print_erased (ctl, job.id, erased, left, rewritten);
      return !rewrite || rewritten ? ZG_CTL_DONE : ZG_CTL_PARTLY;
    }
  if (rewritten)
    g_ptr_array_set_size (erased->copies, 0);
  text = zg_erased_to_text (erased);
  zg_ctl_print ("%s", text);
  for (guint i = 0; i < left->len; i++)
    zg_ctl_print ("  %s", ((const ZgShopCopy *) g_ptr_array_index (left, i))->path);
  return !rewrite || rewritten ? ZG_CTL_DONE : ZG_CTL_PARTLY;
}

typedef struct {
  const char *query;
  ZgCustomerDossier *dossier;
} DossierJob;

static gboolean
load_dossier (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  DossierJob *job = data;
  gint64 id = zg_ctl_find_customer (db, job->query, error);

  if (id == 0)
    return FALSE;
  job->dossier = zg_customer_dossier_load (db, id, error);
  return job->dossier != NULL;
}

ZgCtlStatus
zg_ctl_customer_dossier (ZgCtl  *ctl,
                         int     n_arguments,
                         char  **arguments)
{
  GTimeZone *zone = zg_clock_get_zone (ctl->clock);
  DossierJob job = { .query = arguments[0] };
  g_autoptr(ZgCustomerDossier) dossier = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, load_dossier, &job, &error))
    return zg_ctl_fail (error);
  dossier = job.dossier;

  if (ctl->json)
    {
      g_autoptr(JsonNode) node = zg_customer_dossier_to_json (dossier, zone);

      text = json_to_string (node, TRUE);
    }
  else
    {
      text = zg_customer_dossier_to_text (dossier, zone);
    }

  if (n_arguments == 1)
    fputs (text, stdout);
  else if (!g_file_set_contents_full (arguments[1], text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return zg_ctl_fail (error);
  if (n_arguments == 1 && ctl->json)
    putchar ('\n');
  return ZG_CTL_DONE;
}

typedef struct {
  ZgCtl *ctl;
  const char *query;
  ZgAttachment *attachment;
  ZgInterest *interest;
} KeepJob;

static gboolean
keep (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  KeepJob *job = data;
  gint64 id = zg_ctl_find_customer (db, job->query, error);

  if (id == 0)
    return FALSE;
  if (job->attachment != NULL)
    return zg_customer_attachment_add (db, job->attachment, id, 0, job->ctl->staff_id, job->ctl->clock, error);
  job->interest->customer_id = id;
  job->interest->staff_id = job->ctl->staff_id;
  return zg_customer_interest_add (db, job->interest, job->ctl->clock, error);
}

static void
print_kept (ZgCtl      *ctl,
            JsonObject *object,
            const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  if (ctl->json)
    {
      zg_ctl_print_json (node);
      return;
    }
  json_node_unref (node);
  zg_ctl_print ("%s", text);
}

ZgCtlStatus
zg_ctl_customer_attach (ZgCtl  *ctl,
                        int     n_arguments,
                        char  **arguments)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (arguments[1]);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = zg_customer_attachment_read_file (file, NULL, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(ZgAttachment) attachment = bytes != NULL ? zg_attachment_new (name, bytes, &error) : NULL;
  KeepJob job = { ctl, arguments[0], attachment, NULL };
  JsonObject *object;

  if (attachment == NULL)
    {
      fprintf (stderr, "%s: ", arguments[1]);
      return zg_ctl_fail (error);
    }
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, keep, &job, &error))
    return zg_ctl_fail (error);

  object = json_object_new ();
  zg_json_set_id (object, "id", attachment->id);
  zg_json_set_id (object, "customer", attachment->customer_id);
  zg_json_set_text (object, "name", attachment->name);
  zg_json_set_text (object, "media_type", attachment->media_type);
  json_object_set_int_member (object, "size", attachment->size);
  print_kept (ctl, object, attachment->name);
  return ZG_CTL_DONE;
}

/* A day, 2026-10-01: what is due then is due when the desk opens. */
static gboolean
parse_day (ZgCtl       *ctl,
           const char  *text,
           ZgTime      *time_out)
{
  int year, month, day, length = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || text[length] != '\0'
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  *time_out = zg_customer_desk_due_on (year, month, day, ctl->clock);
  return TRUE;
}

ZgCtlStatus
zg_ctl_customer_interest (ZgCtl  *ctl,
                          int     n_arguments,
                          char  **arguments)
{
  const char *reason = zg_ctl_options_get (ctl->options, "--reason");
  const char *again = zg_ctl_options_get (ctl->options, "--again");
  g_autoptr(ZgInterest) interest = zg_interest_new ();
  KeepJob job = { ctl, arguments[0], NULL, interest };
  g_autoptr(GError) error = NULL;
  JsonObject *object;

  g_free (interest->product);
  interest->product = g_strdup (arguments[1]);
  g_free (interest->reason);
  interest->reason = g_strdup (reason != NULL ? reason : "");
  if (!zg_interest_validate (interest, &error))
    return zg_ctl_usage ("%s", error->message);
  if (again != NULL && !parse_day (ctl, again, &interest->ask_again_at))
    return zg_ctl_usage (_("“%s” is no day; write it like 2026-10-01."), again);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, keep, &job, &error))
    return zg_ctl_fail (error);

  object = json_object_new ();
  zg_json_set_id (object, "id", interest->id);
  zg_json_set_id (object, "customer", interest->customer_id);
  zg_json_set_text (object, "product", interest->product);
  zg_json_set_text (object, "reason", interest->reason);
  zg_json_set_text (object, "state", zg_interest_state_to_word (interest->state));
  zg_json_set_time (object, "ask_again_at", interest->ask_again_at, zg_clock_get_zone (ctl->clock));
  zg_json_set_id (object, "follow_up", interest->follow_up_id);
  print_kept (ctl, object, interest->product);
  return ZG_CTL_DONE;
}
