/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-product-advice.h"
#include "zg-product-fields.h"
#include "zg-product-find.h"
#include "zg-record-json.h"

/* `product size` and `product recommend`: what to tell a customer. */

typedef struct {
  const char *product;
  const char *customer;
  const char *order;
  ZgBodySize body;              /* what the call says of it; the rest is the customer's */
  ZgProduct *found;
  GPtrArray *recommendations;
} AdviceJob;

static void
advice_job_clear (AdviceJob *job)
{
  g_clear_pointer (&job->found, zg_product_free);
  g_clear_pointer (&job->recommendations, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AdviceJob, advice_job_clear)

static gboolean
load_size (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  AdviceJob *job = data;
  gint64 customer_id = job->customer != NULL ? zg_ctl_find_customer (db, job->customer, error) : 0;
  g_autoptr(ZgCustomer) customer = customer_id != 0 ? zg_customer_table_load (db, customer_id, error) : NULL;

  if (job->customer != NULL && customer == NULL)
    return FALSE;
  if (customer != NULL && job->body.height == 0)
    job->body.height = customer->size.height;
  if (customer != NULL && job->body.weight == 0)
    job->body.weight = customer->size.weight;
  job->found = zg_product_find_one (db, job->product, FALSE, error);
  return job->found != NULL;
}

static gboolean
load_recommendations (ZgDatabase    *db,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  AdviceJob *job = data;
  gint64 customer_id = job->customer != NULL ? zg_ctl_find_customer (db, job->customer, error) : 0;
  gint64 order_id = job->order != NULL ? zg_order_table_find_by_number (db, job->order, error) : 0;
  g_autoptr(ZgOrder) order = order_id != 0 ? zg_order_table_load (db, order_id, error) : NULL;

  if ((job->customer != NULL && customer_id == 0) || (job->order != NULL && order == NULL))
    return FALSE;
  if (job->product != NULL)
    {
      job->found = zg_product_find_one (db, job->product, FALSE, error);
      if (job->found == NULL)
        return FALSE;
    }
  if (customer_id == 0 && order != NULL)
    customer_id = order->customer_id;
  job->recommendations = zg_product_advice_recommend (db, customer_id, order, job->found != NULL ? job->found->id : 0,
                                                      ZG_PRODUCT_ADVICE_COUNT, error);
  return job->recommendations != NULL;
}

ZgCtlStatus
zg_ctl_product_size (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  const char *height = zg_ctl_options_get (ctl->options, "--height");
  const char *weight = zg_ctl_options_get (ctl->options, "--weight");
  g_auto(AdviceJob) job = { .product = arguments[0] };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  ZgSizeAdvice advice;

  job.customer = zg_ctl_options_get (ctl->options, "--customer");
  if ((height != NULL && !zg_body_size_parse_height (height, &job.body.height, &error))
      || (weight != NULL && !zg_body_size_parse_weight (weight, &job.body.weight, &error)))
    return zg_ctl_usage ("%s", error->message);
  if (!zg_ctl_read (ctl, load_size, &job, &error))
    return zg_ctl_fail (error);

  advice = zg_size_chart_advise (job.found->sizes, &job.body);
  text = zg_size_advice_to_text (&advice, &job.body);
  if (text == NULL)
    text = g_strdup (_("There is no size chart for this product."));
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "result", zg_size_result_to_word (advice.result));
      zg_json_set_text (object, "size", advice.size != NULL ? advice.size->size : NULL);
      zg_json_set_text (object, "smaller", advice.smaller != NULL ? advice.smaller->size : NULL);
      zg_json_set_text (object, "text", text);
      zg_ctl_print_object (object);
    }
  else
    zg_ctl_print ("%s", text);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_product_recommend (ZgCtl  *ctl,
                          int     n_arguments,
                          char  **arguments)
{
  g_auto(AdviceJob) job = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *array;

  job.customer = zg_ctl_options_get (ctl->options, "--customer");
  job.order = zg_ctl_options_get (ctl->options, "--order");
  job.product = zg_ctl_options_get (ctl->options, "--product");
  if (!zg_ctl_read (ctl, load_recommendations, &job, &error))
    return zg_ctl_fail (error);

  text = zg_product_advice_to_text (job.recommendations);
  if (!ctl->json)
    {
      zg_ctl_print ("%s", text != NULL ? text : _("There is nothing to recommend."));
      return ZG_CTL_DONE;
    }
  array = json_array_new ();
  for (guint i = 0; i < job.recommendations->len; i++)
    {
      const ZgRecommendation *recommendation = g_ptr_array_index (job.recommendations, i);
      JsonObject *object = zg_product_json_new_short (recommendation->product);

      zg_json_set_text (object, "reason", recommendation->reason);
      json_array_add_object_element (array, object);
    }
  zg_ctl_print_array (array);
  return ZG_CTL_DONE;
}
