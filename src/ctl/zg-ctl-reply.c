/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "zg-ctl-find.h"
#include "zg-ctl-lint.h"
#include "zg-ctl.h"
#include "zg-order-table.h"
#include "zg-record-json.h"
#include "zg-product-find.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-wording-list.h"

/* `reply …`: list, show, fill. */

typedef struct {
  ZgCtl *ctl;
  const char *reply;
  const char *customer;
  const char *order;
  GHashTable *answers;
  GPtrArray *replies;
  ZgReply *found;
  ZgFill *fill;
  ZgWording *word_list;
  GArray *findings;             /* ZgWordingFinding */
} ReplyJob;

static void
reply_job_clear (ReplyJob *job)
{
  g_clear_pointer (&job->answers, g_hash_table_unref);
  g_clear_pointer (&job->replies, g_ptr_array_unref);
  g_clear_pointer (&job->found, zg_reply_free);
  g_clear_pointer (&job->fill, zg_fill_free);
  g_clear_pointer (&job->findings, g_array_unref);
  g_clear_pointer (&job->word_list, zg_wording_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReplyJob, reply_job_clear)

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ReplyJob *job = data;

  job->replies = zg_reply_desk_load (db, job->ctl->staff_id, error);
  return job->replies != NULL;
}

static gboolean
find (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ReplyJob *job = data;
  gint64 id = zg_ctl_find_reply (db, job->reply, error);

  if (id == 0)
    return FALSE;
  job->found = zg_reply_table_load (db, id, error);
  return job->found != NULL;
}

static gboolean
talk_about (ZgDatabase     *db,
            ZgFillContext  *context,
            const char     *word,
            GError        **error)
{
  g_autoptr(ZgProduct) product = word != NULL ? zg_product_find_one (db, word, FALSE, error) : NULL;

  return word == NULL || (product != NULL && zg_fill_context_set_product (context, db, product->id, error));
}

static gboolean
fill (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ReplyJob *job = data;
  g_autoptr(ZgFillContext) context = NULL;
  gint64 customer_id = 0, order_id = 0;
  const char *body;
  guint wording;

  if (!find (db, job, cancellable, error))
    return FALSE;
  if (job->customer != NULL && (customer_id = zg_ctl_find_customer (db, job->customer, error)) == 0)
    return FALSE;
  if (job->order != NULL && (order_id = zg_order_table_find_by_number (db, job->order, error)) == 0)
    return FALSE;

  context = zg_fill_context_load (db, customer_id, order_id, job->ctl->staff_id, job->ctl->clock, error);
  if (context == NULL || !talk_about (db, context, zg_ctl_options_get (job->ctl->options, "--product"), error)
      || !zg_reply_desk_next_wording (db, job->found, customer_id, &wording, NULL, error))
    return FALSE;
  job->word_list = zg_wording_list_compile (db, error);
  if (job->word_list == NULL)
    return FALSE;
  body = zg_reply_get_wording (job->found, wording);
  job->fill = zg_fill_context_fill_known (context, body, job->answers);
  job->findings = zg_wording_check_fill (job->word_list, body, job->fill, job->found->stages);
  return TRUE;
}

ZgCtlStatus
zg_ctl_reply_list (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ReplyJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();

  if (!zg_ctl_read (ctl, list, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (job.replies, i);

      if (ctl->json)
        json_array_add_element (array, zg_record_json_reply (reply, zg_clock_get_zone (ctl->clock)));
      else
        zg_ctl_print ("%s  %s  %s", reply->shortcode, reply->group_name, reply->title);
    }

  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, array);
      zg_ctl_print_json (node);
    }
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_reply_show (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ReplyJob) job = { .ctl = ctl, .reply = arguments[0] };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, find, &job, &error))
    return zg_ctl_fail (error);

  if (ctl->json)
    zg_ctl_print_json (zg_record_json_reply (job.found, zg_clock_get_zone (ctl->clock)));
  else
    zg_ctl_print ("%s  %s\n%s", job.found->shortcode, job.found->title, job.found->body);
  return ZG_CTL_DONE;
}

static void
print_fill_json (const ZgFill *result,
                 GArray       *findings)
{
  JsonObject *object = json_object_new ();
  JsonArray *missing = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < result->missing->len; i++)
    json_array_add_string_element (missing, ((ZgMissing *) g_ptr_array_index (result->missing, i))->name);
  json_object_set_string_member (object, "text", result->text);
  json_object_set_array_member (object, "missing", missing);
  json_object_set_array_member (object, "warnings", zg_ctl_lint_to_json (findings));
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

/* One after the other, parted as in a CSV file. */
static void
print_messages (const char *text)
{
  g_auto(GStrv) messages = zg_reply_split_messages (text);

  for (gsize i = 0; messages[i] != NULL; i++)
    zg_ctl_print (i > 0 ? "---\n%s" : "%s", messages[i]);
}

/* Reads all --set NAME=VALUE; (transfer full) (nullable): %NULL when one of them has no "=". */
static GHashTable *
read_answers (ZgCtl *ctl)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < zg_ctl_options_count (ctl->options, "--set"); i++)
    {
      g_auto(GStrv) parts = g_strsplit (zg_ctl_options_get_nth (ctl->options, "--set", i), "=", 2);
      const ZgPlaceholder *placeholder;

      if (parts[0] == NULL || parts[1] == NULL)
        return NULL;
      /* A name may be typed in another width or in traditional characters: the filler knows it as it is written. */
      placeholder = zg_placeholder_find (parts[0]);
      if (placeholder != NULL)
        g_hash_table_insert (answers, g_strdup (placeholder->name), g_strdup (parts[1]));
      g_hash_table_insert (answers, g_strdup (parts[0]), g_strdup (parts[1]));
    }
  return g_steal_pointer (&answers);
}

ZgCtlStatus
zg_ctl_reply_fill (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ReplyJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;

  job.customer = zg_ctl_options_get (ctl->options, "--customer");
  job.order = zg_ctl_options_get (ctl->options, "--order");
  job.answers = read_answers (ctl);
  if (job.answers == NULL)
    return zg_ctl_usage (_("Usage: %s"), "reply fill … --set NAME=VALUE");
  job.reply = arguments[0];

  if (!zg_ctl_read (ctl, fill, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.fill->missing->len; i++)
    {
      const ZgMissing *missing = g_ptr_array_index (job.fill->missing, i);

      /* The name is what --set takes, the label what a person reads; where no answer helps, why. */
      if (missing->fault != NULL)
        fprintf (stderr, "%s\n", missing->fault);
      else
        fprintf (stderr, strcmp (missing->name, missing->label) != 0 ? "%s  %s\n" : "%s\n", missing->name, missing->label);
    }
  if (ctl->json)
    print_fill_json (job.fill, job.findings);
  else if (job.fill->missing->len == 0)
    print_messages (job.fill->text);
  return job.fill->missing->len > 0 ? ZG_CTL_UNRESOLVED : ZG_CTL_DONE;
}
