/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl.h"
#include "zg-money.h"
#include "zg-product-desk.h"
#include "zg-product-fields.h"
#include "zg-product-find.h"
#include "zg-product-table.h"

/* `product …`: what the shop sells. */

typedef struct {
  ZgCtl *ctl;
  const char *word;             /* a code, an id or a title */
  char **arguments;
  int n_arguments;
  ZgProduct *product;
  GPtrArray *products;
  GPtrArray *found;
} ProductJob;

static void
product_job_clear (ProductJob *job)
{
  g_clear_pointer (&job->product, zg_product_free);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  g_clear_pointer (&job->products, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProductJob, product_job_clear)

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ProductJob *job = data;
  g_autoptr(ZgProductFinder) finder = NULL;

  job->products = zg_product_table_list (db, zg_ctl_options_has (job->ctl->options, "--bin"), error);
  if (job->products == NULL)
    return FALSE;
  finder = zg_product_finder_new (job->products);
  job->found = zg_product_finder_find (finder, job->word);
  return TRUE;
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ProductJob *job = data;

  job->product = zg_product_find_one (db, job->word, FALSE, error);
  return job->product != NULL;
}

/* The product as it is in the file now. */
static gboolean
load_again (ZgDatabase  *db,
            ProductJob  *job,
            GError     **error)
{
  gint64 id = job->product->id;

  zg_product_free (job->product);
  job->product = zg_product_table_load (db, id, error);
  return job->product != NULL;
}

/* Sets the fields of the call; the currency first, because prices are of it. */
static gboolean
set_fields (ZgDatabase  *db,
            ProductJob  *job,
            GError     **error)
{
  for (int pass = 0; pass < 2; pass++)
    for (int i = 1; i < job->n_arguments; i++)
      {
        g_auto(GStrv) parts = g_strsplit (job->arguments[i], "=", 2);

        if ((strcmp (parts[0], "currency") == 0) == (pass == 0)
            && !zg_product_set_field (db, job->product, parts[0], parts[1], error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ProductJob *job = data;

  job->product = zg_product_new (job->word);
  return set_fields (db, job, error)
         && zg_product_desk_save (db, job->product, zg_clock_now (job->ctl->clock), NULL, error) && load_again (db, job, error);
}

static gboolean
set (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ProductJob *job = data;

  return load (db, job, cancellable, error) && set_fields (db, job, error)
         && zg_product_desk_save (db, job->product, zg_clock_now (job->ctl->clock), NULL, error) && load_again (db, job, error);
}

static gboolean
delete (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  ProductJob *job = data;

  return load (db, job, cancellable, error)
         && zg_product_desk_delete (db, job->product->id, zg_clock_now (job->ctl->clock), NULL, error)
         && load_again (db, job, error);
}

static gboolean
restore (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  ProductJob *job = data;

  job->product = zg_product_find_one (db, job->word, TRUE, error);
  return job->product != NULL
         && zg_product_desk_restore (db, job->product->id, zg_clock_now (job->ctl->clock), NULL, error)
         && load_again (db, job, error);
}

static char *
format_stock (gint64 stock)
{
  if (stock == ZG_PRODUCT_NONE)
    return g_strdup ("");
  /* TRANSLATORS: %s is a number of pieces that are there */
  return stock == 0 ? g_strdup (_("sold out")) : g_strdup_printf (_("stock %d"), (int) stock);
}

static void
print_line (const ZgProduct *product)
{
  g_autofree char *price = product->price != 0 ? zg_money_to_text (product->price, product->currency) : g_strdup ("");
  g_autofree char *stock = format_stock (zg_product_get_stock (product));

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s", product->id, product->code, product->title, price, stock);
}

static void
print_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      zg_ctl_print ("  %s", lines[i]);
}

static void
print_product (const ZgProduct *product)
{
  g_autofree char *sizes = zg_size_chart_to_text (product->sizes);

  print_line (product);
  print_lines (product->link);
  print_lines (product->points);
  print_lines (product->reason);
  print_lines (product->cautions);
  print_lines (product->attributes);
  zg_ctl_print ("  %s", zg_return_policy_to_label (product->return_policy));
  for (guint i = 0; i < product->variants->len; i++)
    {
      const ZgVariant *variant = g_ptr_array_index (product->variants, i);
      g_autofree char *stock = format_stock (variant->stock);

      zg_ctl_print ("  %u  %s %s  %s  %s", i + 1, variant->colour, variant->size, variant->sku, stock);
    }
  print_lines (sizes);
  for (guint i = 0; i < product->related->len; i++)
    {
      const ZgRelatedProduct *related = g_ptr_array_index (product->related, i);

      zg_ctl_print ("  + %s  %s", related->title, related->reason);
    }
}

/* Runs a job on one product and shows it as it is then. */
static ZgCtlStatus
run_job (ZgCtl       *ctl,
         ZgStoreFunc  func,
         gboolean     is_write,
         ProductJob  *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = is_write ? zg_ctl_open (ctl, func == add, &error) && zg_ctl_write (ctl, func, job, &error)
                         : zg_ctl_read (ctl, func, job, &error);

  if (!ok)
    return zg_ctl_fail (error);
  if (ctl->json)
    zg_ctl_print_object (zg_product_json_new (job->product));
  else
    print_product (job->product);
  return ZG_CTL_DONE;
}

static gboolean
are_fields (int          n_arguments,
            char       **arguments,
            const char **wrong_out)
{
  for (int i = 1; i < n_arguments; i++)
    if (strchr (arguments[i], '=') == NULL)
      {
        *wrong_out = arguments[i];
        return FALSE;
      }
  return TRUE;
}

ZgCtlStatus
zg_ctl_product_list (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : "" };
  g_autoptr(GError) error = NULL;
  JsonArray *array;

  if (!zg_ctl_read (ctl, list, &job, &error))
    return zg_ctl_fail (error);
  array = ctl->json ? json_array_new () : NULL;
  for (guint i = 0; i < job.found->len; i++)
    {
      const ZgProduct *product = g_ptr_array_index (job.found, i);

      if (ctl->json)
        json_array_add_object_element (array, zg_product_json_new_short (product));
      else
        print_line (product);
    }
  if (ctl->json)
    zg_ctl_print_array (array);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_product_show (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = arguments[0] };

  return run_job (ctl, load, FALSE, &job);
}

ZgCtlStatus
zg_ctl_product_add (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = arguments[0], .arguments = arguments, .n_arguments = n_arguments };
  const char *wrong;

  if (!are_fields (n_arguments, arguments, &wrong))
    return zg_ctl_usage (_("“%s” is not of the form field=value."), wrong);
  return run_job (ctl, add, TRUE, &job);
}

ZgCtlStatus
zg_ctl_product_set (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = arguments[0], .arguments = arguments, .n_arguments = n_arguments };
  const char *wrong;

  if (!are_fields (n_arguments, arguments, &wrong))
    return zg_ctl_usage (_("“%s” is not of the form field=value."), wrong);
  return run_job (ctl, set, TRUE, &job);
}

ZgCtlStatus
zg_ctl_product_delete (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = arguments[0] };

  return run_job (ctl, delete, TRUE, &job);
}

ZgCtlStatus
zg_ctl_product_restore (ZgCtl  *ctl,
                        int     n_arguments,
                        char  **arguments)
{
  g_auto(ProductJob) job = { .ctl = ctl, .word = arguments[0] };

  return run_job (ctl, restore, TRUE, &job);
}
