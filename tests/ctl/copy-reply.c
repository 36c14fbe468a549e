/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-store.h"

/*
 * For tests of the command line, which only fills replies: `copy-reply SHOP SHORTCODE CUSTOMER SECONDS` notes that a reply
 * was copied for a customer, so many seconds after 1970, as the window does it.
 */

typedef struct {
  const char *shortcode;
  gint64 customer_id;
  ZgTime at;
} CopyJob;

static gboolean
copy (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const CopyJob *job = data;
  gint64 id = zg_reply_table_find_by_shortcode (db, job->shortcode, error);
  g_autoptr(ZgReply) reply = id > 0 ? zg_reply_table_load (db, id, error) : NULL;

  return reply != NULL && zg_reply_desk_log_copy (db, reply, job->customer_id, 0, reply->body, 0, job->at, error) > 0;
}

int
main (int    argc,
      char **argv)
{
  CopyJob job = { argv[2], g_ascii_strtoll (argv[3], NULL, 10), g_ascii_strtoll (argv[4], NULL, 10) * ZG_TIME_SECOND };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (argv[1], &error);
  gboolean ok = store != NULL && zg_store_write (store, copy, &job, &error);

  if (!ok)
    fprintf (stderr, "%s\n", error != NULL ? error->message : "no such reply");
  if (store != NULL)
    zg_store_close (store);
  return ok ? 0 : 1;
}
