/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-money.h"
#include "zg-order-create.h"
#include "zg-order-desk.h"
#include "zg-order-table.h"
#include "zg-platform.h"
#include "zg-record-json.h"
#include "zg-store-error.h"

/* `parse-order`, `order new`, `order repeat`: orders that come by chat. */

typedef struct {
  ZgCtl *ctl;
  const char *paste;            /* nullable */
  const char *platform;
  const char *repeated;         /* nullable: the number of an earlier order */
  char **fields;
  int n_fields;
  ZgNewOrder *made;
  ZgOrderFile *file;
} NewJob;

static void
new_job_clear (NewJob *job)
{
  g_clear_pointer (&job->made, zg_new_order_free);
  g_clear_pointer (&job->file, zg_order_file_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewJob, new_job_clear)

static gboolean
sketch (ZgDatabase  *db,
        NewJob      *job,
        GError     **error)
{
  g_auto(GStrv) titles = NULL;
  g_autoptr(ZgOrder) earlier = NULL;
  g_autoptr(ZgOrderPaste) paste = NULL;

  if (job->repeated != NULL)
    {
      gint64 id = zg_order_table_find_by_number (db, job->repeated, error);

      earlier = id != 0 ? zg_order_table_load (db, id, error) : NULL;
      job->made = earlier != NULL ? zg_new_order_repeat (earlier) : NULL;
      return job->made != NULL;
    }
  titles = zg_order_create_load_titles (db, error);
  if (titles == NULL)
    return FALSE;
  paste = zg_order_paste_parse (job->paste != NULL ? job->paste : "", (const char * const *) titles);
  job->made = zg_new_order_from_paste (paste, job->platform);
  return TRUE;
}

static gboolean
create (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  NewJob *job = data;

  g_clear_pointer (&job->made, zg_new_order_free);
  if (!sketch (db, job, error))
    return FALSE;
  for (int i = 0; i < job->n_fields; i++)
    {
      g_auto(GStrv) parts = g_strsplit (job->fields[i], "=", 2);

      if (!zg_order_desk_set_field (job->made->order, parts[0], parts[1], error))
        return FALSE;
    }
  if (!zg_order_create (db, job->made, job->ctl->staff_id, job->ctl->clock, error))
    return FALSE;
  job->file = zg_order_desk_open (db, job->made->order->id, job->ctl->clock, error);
  return job->file != NULL;
}

static ZgCtlStatus
run (ZgCtl  *ctl,
     NewJob *job)
{
  g_autoptr(GError) error = NULL;
  const ZgOrder *order;
  g_autofree char *items = NULL;
  g_autofree char *total = NULL;

  for (int i = 0; i < job->n_fields; i++)
    if (strchr (job->fields[i], '=') == NULL)
      return zg_ctl_usage (_("“%s” is not of the form field=value."), job->fields[i]);
  if (!zg_ctl_write (ctl, create, job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    {
      zg_ctl_print_json (zg_record_json_order (job->file, zg_clock_get_zone (ctl->clock)));
      return ZG_CTL_DONE;
    }
  order = job->file->order;
  items = zg_order_items_to_text (order);
  total = zg_money_to_text (order->total, order->currency);
  zg_ctl_print ("%s  %s  %s", order->number, zg_order_state_to_label (order->state), total);
  zg_ctl_print ("  %s", items);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_order_new (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  const char *platform = zg_ctl_options_get (ctl->options, "--platform");
  g_auto(NewJob) job = { .ctl = ctl, .fields = arguments, .n_fields = n_arguments,
                         .paste = zg_ctl_options_get (ctl->options, "--text"),
                         .platform = platform != NULL ? platform : "wechat" };

  if (!zg_platform_is_known (job.platform))
    return zg_ctl_usage (_("“%s” is no platform."), job.platform);
  return run (ctl, &job);
}

ZgCtlStatus
zg_ctl_order_repeat (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(NewJob) job = { .ctl = ctl, .repeated = arguments[0], .fields = arguments + 1, .n_fields = n_arguments - 1 };

  return run (ctl, &job);
}

/* parse-order ******************************************************************************************************/

static gboolean
load_titles (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  char ***titles = data;

  *titles = zg_order_create_load_titles (db, error);
  return *titles != NULL;
}

static void
set_amount (JsonObject *object,
            const char *key,
            gint64      minor)
{
  if (minor < 0)
    json_object_set_null_member (object, key);
  else
    zg_json_set_money (object, key, minor, "CNY");
}

static JsonObject *
item_to_json (const ZgPastedItem *item)
{
  JsonObject *object = json_object_new ();
  JsonObject *confidence = json_object_new ();

  zg_json_set_text (object, "title", item->title);
  zg_json_set_text (object, "colour", item->colour);
  zg_json_set_text (object, "size", item->size);
  json_object_set_int_member (object, "quantity", item->quantity);
  set_amount (object, "price", item->price);
  zg_json_set_text (confidence, "title", zg_paste_confidence_get_key (item->title_confidence));
  zg_json_set_text (confidence, "quantity", zg_paste_confidence_get_key (item->quantity_confidence));
  zg_json_set_text (confidence, "price", zg_paste_confidence_get_key (item->price_confidence));
  json_object_set_object_member (object, "confidence", confidence);
  return object;
}

static void
print_json (const ZgOrderPaste *paste)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < paste->items->len; i++)
    json_array_add_object_element (items, item_to_json (g_ptr_array_index (paste->items, i)));
  json_object_set_array_member (object, "items", items);
  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    zg_json_set_text (object, zg_paste_field_get_key (i), paste->person->fields[i]);
  set_amount (object, "total", paste->total);
  set_amount (object, "postage", paste->postage);
  set_amount (object, "discount", paste->discount);
  set_amount (object, "deposit", paste->deposit);
  json_object_set_boolean_member (object, "paid", paste->is_paid);
  json_object_set_boolean_member (object, "sum_fits", paste->sum_fits);
  zg_json_set_text (object, "note", paste->note);
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

static void
print_text (const ZgOrderPaste *paste)
{
  for (guint i = 0; i < paste->items->len; i++)
    {
      const ZgPastedItem *item = g_ptr_array_index (paste->items, i);
      g_autofree char *price = item->price >= 0 ? zg_money_to_text (item->price, "CNY") : g_strdup ("");

      zg_ctl_print ("%s %s %s ×%" G_GINT64_FORMAT "  %s", item->title, item->colour != NULL ? item->colour : "",
                    item->size != NULL ? item->size : "", item->quantity, price);
    }
  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    if (paste->person->fields[i] != NULL && i != ZG_PASTE_NOTE)
      zg_ctl_print ("%s", paste->person->fields[i]);
  if (paste->total >= 0)
    {
      g_autofree char *total = zg_money_to_text (paste->total, "CNY");

      zg_ctl_print ("%s", total);
    }
  if (paste->note != NULL)
    zg_ctl_print ("%s", paste->note);
}

ZgCtlStatus
zg_ctl_parse_order (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(GStrv) titles = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderPaste) paste = NULL;

  /* Without a shop there are no goods that it knows, and the rest is understood all the same. */
  if (!zg_ctl_read (ctl, load_titles, &titles, &error) && !g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    return zg_ctl_fail (error);
  paste = zg_order_paste_parse (arguments[0], (const char * const *) titles);
  if (ctl->json)
    print_json (paste);
  else
    print_text (paste);
  return ZG_CTL_DONE;
}
