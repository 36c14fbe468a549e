/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "zg-customer-table.h"
#include "zg-search-index.h"
#include "zg-store.h"

/*
 * For test-kill.py. `acknowledge write SHOP` adds customers for ever and says each one's id when it is on disk;
 * `early` says it before, which the test has to notice. `acknowledge check SHOP ID…` looks whether they are there.
 */

static gboolean early;

static void
say (gint64 id)
{
  char line[32];
  int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", id);

  if (write (STDOUT_FILENO, line, length) != length)
    _exit (1);
}

static gboolean
add (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgCustomer *customer = data;

  if (!zg_customer_table_insert (db, customer, 1, 0, error))
    return FALSE;
  if (early)
    say (customer->id);
  return TRUE;
}

static int
write_for_ever (ZgStore *store)
{
  while (TRUE)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();
      g_autoptr(GError) error = NULL;

      zg_personal_set (&customer->name, "王晓雯");
      zg_customer_add_phone (customer, "13800002468", NULL);
      if (!zg_store_write (store, add, customer, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      if (!early)
        say (customer->id);
    }
}

typedef struct {
  char **ids;
  guint n_lost;
} Check;

static gboolean
check (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Check *self = data;

  for (char **id = self->ids; *id != NULL; id++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, g_ascii_strtoll (*id, NULL, 10), NULL);

      if (customer == NULL)
        self->n_lost++;
    }
  return zg_search_index_check (db, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (argv[2], &error);
  Check job = { argv + 3, 0 };

  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  early = strcmp (argv[1], "early") == 0;
  if (strcmp (argv[1], "check") != 0)
    return write_for_ever (store);

  if (!zg_store_write (store, check, &job, &error))
    fprintf (stderr, "%s\n", error->message);
  zg_store_close (store);
  if (job.n_lost > 0)
    fprintf (stderr, "%u acknowledged rows are lost\n", job.n_lost);
  return error != NULL || job.n_lost > 0 ? 1 : 0;
}
