/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-customer-table.h"
#include "zg-duplicates.h"
#include "zg-record-json.h"

/* `customer duplicates`. */

static JsonObject *
make_customer (const ZgCustomer *customer)
{
  JsonObject *object = json_object_new ();
  const char *phone = NULL;

  if (customer->phones->len > 0)
    phone = ((const ZgCustomerPhone *) g_ptr_array_index (customer->phones, 0))->phone->text;
  zg_json_set_id (object, "id", customer->id);
  zg_json_set_text (object, "name", zg_customer_get_call_name (customer));
  zg_json_set_text (object, "phone", phone);
  json_object_set_int_member (object, "orders", customer->n_orders);
  return object;
}

static JsonObject *
make_pair (const ZgDuplicate *pair,
           const ZgCustomer  *a,
           const ZgCustomer  *b)
{
  g_auto(GStrv) words = zg_duplicate_reasons_to_words (pair->reasons);
  JsonObject *object = json_object_new ();
  JsonArray *reasons = json_array_new ();
  JsonArray *customers = json_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    json_array_add_string_element (reasons, words[i]);
  json_array_add_object_element (customers, make_customer (a));
  json_array_add_object_element (customers, make_customer (b));
  json_object_set_string_member (object, "strength", zg_duplicate_strength_to_word (pair->strength));
  json_object_set_array_member (object, "reasons", reasons);
  json_object_set_array_member (object, "customers", customers);
  return object;
}

static void
print_pair (const ZgDuplicate *pair,
            const ZgCustomer  *a,
            const ZgCustomer  *b)
{
  g_autofree char *reasons = zg_duplicate_reasons_to_text (pair->reasons);

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  |  %" G_GINT64_FORMAT "  %s  |  %s  |  %s", a->id, zg_customer_get_call_name (a),
                b->id, zg_customer_get_call_name (b), zg_duplicate_strength_to_label (pair->strength), reasons);
}

static ZgCtlStatus
print_duplicates (ZgCtl               *ctl,
                  ZgDatabase          *db,
                  const ZgDuplicates  *duplicates)
{
  JsonArray *pairs = ctl->json ? json_array_new () : NULL;

  for (guint i = 0; i < duplicates->pairs->len; i++)
    {
      const ZgDuplicate *pair = &g_array_index (duplicates->pairs, ZgDuplicate, i);
      g_autoptr(ZgCustomer) a = zg_customer_table_load (db, pair->a_id, NULL);
      g_autoptr(ZgCustomer) b = zg_customer_table_load (db, pair->b_id, NULL);

      /* Somebody may have merged them in the meantime. */
      if (a == NULL || b == NULL)
        continue;
      if (pairs != NULL)
        json_array_add_object_element (pairs, make_pair (pair, a, b));
      else
        print_pair (pair, a, b);
    }
  if (pairs != NULL)
    {
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "pairs", pairs);
      json_object_set_int_member (object, "crowded", duplicates->n_crowded);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else if (duplicates->pairs->len == 0)
    {
      zg_ctl_print ("%s", _("No two customers look like one person."));
    }
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_customer_duplicates (ZgCtl  *ctl,
                            int     n_arguments,
                            char  **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(ZgDuplicates) duplicates = NULL;

  if (!zg_ctl_open (ctl, FALSE, &error))
    return zg_ctl_fail (error);
  db = zg_store_open_reader (ctl->store, &error);
  if (db == NULL)
    return zg_ctl_fail (error);
  duplicates = zg_duplicates_scan (db, NULL, NULL, NULL, &error);
  if (duplicates == NULL)
    return zg_ctl_fail (error);
  return print_duplicates (ctl, db, duplicates);
}
