/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-importer.h"
#include "zg-list-table.h"

/*
 * What the desk waits for while an import runs: bench-during-import EXPORT FOLDER. A search and the log entry of a copy,
 * one after the other, a few times a second, until the import is done; each beside its limit.
 */

#define LIMIT_MS 50.0
/* Nobody copies more often than this. */
#define PAUSE (150 * G_TIME_SPAN_MILLISECOND)

typedef struct {
  ZgStore *store;
  const char *path;
  GMutex mutex;
  GCond condition;
  gboolean done;
  gint64 n_rows;
} Import;

static const char * const queries[] = { "文三路", "王伟", "0001", "wxw", "越秀", "陈", "zs", "幸福小区" };

static gpointer
run_import (gpointer data)
{
  Import *self = data;
  g_autoptr(ZgClock) clock = zg_clock_new_system ();
  ZgImportOptions options = { .at_desk = TRUE, .clock = clock };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportResult) result = zg_importer_run (self->store, self->path, &options, NULL, &error);

  g_assert_no_error (error);
  g_mutex_lock (&self->mutex);
  self->n_rows = result->n_rows;
  self->done = TRUE;
  g_cond_signal (&self->condition);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static gboolean
wait_for_import (Import *self)
{
  gint64 until = g_get_monotonic_time () + PAUSE;
  gboolean done;

  g_mutex_lock (&self->mutex);
  while (!self->done && g_cond_wait_until (&self->condition, &self->mutex, until))
    ;
  done = self->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

static gboolean
search (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GArray) ids = zg_find_table_customers (db, data, 50, error);
  g_autoptr(GPtrArray) rows = NULL;

  if (ids == NULL)
    return FALSE;
  rows = zg_list_table_customer_rows (db, (gint64 *) ids->data, ids->len, g_get_real_time (), error);
  return rows != NULL;
}

static gboolean
add_customer (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return zg_customer_table_insert (db, data, g_get_real_time (), 0, error);
}

static gboolean
log_copy (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return zg_contact_table_insert (db, data, error);
}

static void
note (GArray *times,
      gint64  start)
{
  double ms = (g_get_monotonic_time () - start) / 1000.0;

  g_array_append_val (times, ms);
}

static void
work_meanwhile (Import *import,
                gint64  customer_id,
                GArray *searches,
                GArray *copies)
{
  for (guint i = 0; !wait_for_import (import); i++)
    {
      g_autoptr(ZgContact) contact = zg_contact_new ();
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_assert_true (zg_store_read (import->store, search, (gpointer) queries[i % G_N_ELEMENTS (queries)], &error));
      note (searches, start);

      contact->at = g_get_real_time ();
      contact->kind = ZG_CONTACT_COPY;
      contact->customer_id = customer_id;
      contact->text = g_strdup ("您好，您的订单已经发出");
      start = g_get_monotonic_time ();
      g_assert_true (zg_store_write (import->store, log_copy, contact, &error));
      note (copies, start);
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static gboolean
print (const char *what,
       GArray     *times)
{
  const double *values = (const double *) times->data;
  gboolean ok;

  g_array_sort (times, compare_doubles);
  ok = values[times->len * 95 / 100] <= LIMIT_MS;
  printf ("%s while an import runs, %u times: p50 %.1f ms, p95 %.1f ms, longest %.1f ms (limit %.0f) %s\n", what,
          times->len, values[times->len / 2], values[times->len * 95 / 100], values[times->len - 1], LIMIT_MS,
          ok ? "ok" : "TOO SLOW");
  return ok;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = g_build_filename (argv[2], "during-import.db", NULL);
  g_autoptr(GArray) searches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) copies = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = NULL;
  Import import = { .path = argv[1] };
  GThread *thread;
  gint64 start;
  gboolean ok;

  setlocale (LC_ALL, "");
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  zg_personal_set (&customer->name, "王晓雯");
  g_assert_true (zg_store_write (store, add_customer, customer, &error));

  import.store = store;
  g_mutex_init (&import.mutex);
  g_cond_init (&import.condition);
  start = g_get_monotonic_time ();
  thread = g_thread_new ("import", run_import, &import);
  work_meanwhile (&import, customer->id, searches, copies);
  g_thread_join (thread);

  printf ("%ld orders imported in %.1f s beside %u copies\n", (glong) import.n_rows,
          (g_get_monotonic_time () - start) / 1e6, copies->len);
  if (searches->len == 0)
    {
      printf ("the file is too short to measure anything\n");
      return 1;
    }
  ok = print ("a search", searches);
  ok = print ("a copy", copies) && ok;
  zg_store_close (store);
  return ok ? 0 : 1;
}
