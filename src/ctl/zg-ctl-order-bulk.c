/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-order-bulk.h"
#include "zg-order-table.h"
#include "zg-record-json.h"

/* `order bulk`: many orders through the gate, with a result for each. */

typedef struct {
  char **numbers;
  int n_numbers;
  GArray *ids;
} FindJob;

static gboolean
find (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  FindJob *job = data;

  g_array_set_size (job->ids, 0);
  for (int i = 0; i < job->n_numbers; i++)
    {
      gint64 id = zg_order_table_find_by_number (db, job->numbers[i], error);

      if (id == 0)
        return FALSE;
      g_array_append_val (job->ids, id);
    }
  return TRUE;
}

static const char *
find_refusal (const ZgBulk *bulk,
              gint64        id)
{
  for (guint i = 0; i < bulk->refused->len; i++)
    {
      const ZgBulkRefusal *refusal = g_ptr_array_index (bulk->refused, i);

      if (refusal->id == id)
        return refusal->reason;
    }
  return NULL;
}

static ZgCtlStatus
print_results (ZgCtl         *ctl,
               const FindJob *job,
               const ZgBulk  *bulk)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (int i = 0; i < job->n_numbers; i++)
    {
      const char *reason = find_refusal (bulk, g_array_index (job->ids, gint64, i));
      JsonObject *object;

      if (!ctl->json)
        {
          zg_ctl_print ("%s  %s", job->numbers[i], reason != NULL ? reason : _("done"));
          continue;
        }
      object = json_object_new ();
      zg_json_set_text (object, "number", job->numbers[i]);
      json_object_set_boolean_member (object, "done", reason == NULL);
      zg_json_set_text (object, "reason", reason);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
  if (bulk->refused->len == 0)
    return ZG_CTL_DONE;
  return bulk->done_ids->len > 0 ? ZG_CTL_PARTLY : ZG_CTL_FAILED;
}

ZgCtlStatus
zg_ctl_order_bulk (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FindJob job = { .numbers = arguments + 1, .n_numbers = n_arguments - 1, .ids = ids };
  g_autoptr(ZgOrderBulk) bulk = NULL;
  g_autoptr(GError) error = NULL;
  ZgOrderState to;

  if (!zg_order_state_from_word (arguments[0], &to))
    return zg_ctl_usage (_("“%s” is no status; say unpaid, paid, packed, shipped, received, completed or closed."),
                         arguments[0]);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_read (ctl, find, &job, &error))
    return zg_ctl_fail (error);

  bulk = zg_order_bulk_new_move (ids, to, zg_ctl_options_get (ctl->options, "--reason"), ctl->clock);
  bulk->bulk.staff_id = ctl->staff_id;
  while (!zg_bulk_is_done (&bulk->bulk))
    if (!zg_ctl_write (ctl, zg_bulk_run, bulk, &error))
      return zg_ctl_fail (error);
  return print_results (ctl, &job, &bulk->bulk);
}
