/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-store.h"

#include <glib/gi18n.h>

#include "zg-shop-file.h"
#include "zg-store-private.h"

/*
 * The shop file as a service. One thread writes, one thread answers what the window asks; each has a queue that is
 * served strictly in order, so that an edit never overtakes the one before it. Only the reading thread's query is
 * ever interrupted: an interrupted write would be rolled back.
 */

typedef struct {
  ZgStore *store;
  ZgDatabaseChanges changes;
} ChangedMessage;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ZgStore, zg_store, G_TYPE_OBJECT)

static void
changed_message_free (ChangedMessage *message)
{
  g_array_unref (message->changes.customer_ids);
  g_array_unref (message->changes.order_ids);
  g_object_unref (message->store);
  g_free (message);
}

static gboolean
emit_changed (gpointer data)
{
  ChangedMessage *message = data;
  ZgDatabaseChanges *changes = &message->changes;

  g_signal_emit (message->store, changed_signal, 0, changes->tables,
                 changes->many ? NULL : changes->customer_ids, changes->many ? NULL : changes->order_ids);
  return G_SOURCE_REMOVE;
}

/* Tells the main context what the transaction changed that was just committed. */
static void
post_changed (ZgStore *self)
{
  ChangedMessage *message = g_new0 (ChangedMessage, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  message->store = g_object_ref (self);
  zg_database_take_changes (self->writer, &message->changes);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed, message, (GDestroyNotify) changed_message_free);
  g_source_attach (source, self->context);
}

static gboolean
run_transaction (ZgStore       *self,
                 ZgStoreFunc    func,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  if (!zg_database_begin (self->writer, error))
    return FALSE;

  if (!func (self->writer, data, cancellable, error))
    {
      zg_database_rollback (self->writer);
      return FALSE;
    }

  return zg_database_commit (self->writer, error);
}

static gboolean
run_write (ZgStoreFunc    func,
           gpointer       data,
           GCancellable  *cancellable,
           gpointer       owner,
           GError       **error)
{
  ZgStore *self = owner;
  const ZgBulkJob *bulk = func == zg_store_run_bulk ? data : NULL;
  gboolean ok;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (func == zg_store_run_wipe)
    return func (self->writer, data, cancellable, error);

  /* SQLite takes the setting only outside of a transaction. */
  if (bulk != NULL)
    zg_database_set_bulk (self->writer, TRUE, bulk->lazy);
  ok = run_transaction (self, func, data, cancellable, error);
  if (bulk != NULL)
    zg_database_set_bulk (self->writer, FALSE, FALSE);

  /* The command line has no loop that takes messages out: those of a long import would pile up. */
  if (ok && self->writer->changes.tables != 0 && g_signal_has_handler_pending (self, changed_signal, 0, FALSE))
    post_changed (self);
  return ok;
}

static void
interrupt_reader (GCancellable *cancellable,
                  ZgDatabase   *reader)
{
  zg_database_interrupt (reader);
}

static gboolean
run_read (ZgStoreFunc    func,
          gpointer       data,
          GCancellable  *cancellable,
          gpointer       owner,
          GError       **error)
{
  ZgStore *self = owner;
  gulong handler = 0;
  gboolean ok;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!zg_database_begin (self->reader, error))
    return FALSE;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_reader), self->reader, NULL);
  ok = func (self->reader, data, cancellable, error);
  /* Waits for the callback, so that a late one can't interrupt the next job. */
  g_cancellable_disconnect (cancellable, handler);

  zg_database_rollback (self->reader);
  return ok;
}

/*
 * A store that is closed does nothing any more: whoever asks while the program ends is told that it was cancelled. For who
 * holds the lock: an import asks from a thread of its own, also while the store is being closed.
 */
static gboolean
refuse_closed (ZgStore  *self,
               GError  **error)
{
  if (!g_atomic_int_get (&self->is_closing))
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The shop file is closed."));
  return TRUE;
}

static gboolean
refuse_write (ZgStore  *self,
              GError  **error)
{
  if (refuse_closed (self, error))
    return TRUE;
  if (self->writer != NULL)
    return FALSE;

  if (error != NULL)
    *error = g_error_copy (self->read_only_reason);
  return TRUE;
}

/* Ends a job that never began. Takes @error. */
static void
report (ZgStore             *self,
        GError              *error,
        gpointer             data,
        GDestroyNotify       destroy,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  g_task_report_error (self, callback, user_data, report, error);
  if (destroy != NULL)
    destroy (data);
}

/* A job that only looks whether another program has written since the last look. */
static gboolean
look_for_foreign_changes (ZgDatabase    *db,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  ZgStore *self = data;
  gint64 version = zg_database_get_data_version (db);

  if (version != self->data_version)
    {
      self->data_version = version;
      db->changes.tables = ZG_TABLES_ALL;
      db->changes.many = TRUE;
    }

  return TRUE;
}

static void
journal_changed_cb (ZgStore *self)
{
  zg_store_write_async (self, look_for_foreign_changes, self, NULL, NULL, NULL, NULL);
}

static void
zg_store_finalize (GObject *object)
{
  ZgStore *self = ZG_STORE (object);

  zg_store_close (self);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->read_only_reason);
  g_rw_lock_clear (&self->lock);
  g_free (self->path);

  G_OBJECT_CLASS (zg_store_parent_class)->finalize (object);
}

static void
zg_store_class_init (ZgStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_store_finalize;

  /**
   * ZgStore::changed:
   * @store: the store
   * @tables: (type uint): #ZgTables that were changed
   * @customer_ids: (nullable) (type GArray): ids (#gint64) of changed customers; %NULL when they are too many to name
   * @order_ids: (nullable) (type GArray): the same for orders
   *
   * Something was written, by this program or another, and is on disk. Emitted in the main context that was the
   * thread's default when the store was opened.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_ARRAY, G_TYPE_ARRAY);
}

static void
zg_store_init (ZgStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_rw_lock_init (&self->lock);
}

/**
 * zg_store_open:
 * @path: the shop file; made, with its folder, when there is none
 * @error: return location for an error
 *
 * Opens a shop, brought to the newest form. A file of a newer release is opened for reading only
 * (zg_store_is_read_only()); every write then fails with %ZG_STORE_ERROR_NEWER_SCHEMA.
 *
 * Returns: (transfer full) (nullable): the store; call zg_store_close() when done with it
 */
ZgStore *
zg_store_open (const char  *path,
               GError     **error)
{
  g_autoptr(ZgStore) self = g_object_new (ZG_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->writer = zg_shop_file_open_writer (path, &self->read_only_reason);
  if (self->writer == NULL
      && !g_error_matches (self->read_only_reason, ZG_STORE_ERROR, ZG_STORE_ERROR_NEWER_SCHEMA))
    {
      g_propagate_error (error, g_steal_pointer (&self->read_only_reason));
      return NULL;
    }

  self->reader = zg_database_open (path, ZG_DATABASE_READER, error);
  if (self->reader == NULL)
    return NULL;

  if (self->writer != NULL)
    {
      self->data_version = zg_database_get_data_version (self->writer);
      self->write_queue = zg_job_queue_new ("zg-store-write", run_write, self);
    }
  self->read_queue = zg_job_queue_new ("zg-store-read", run_read, self);
  return g_steal_pointer (&self);
}

/**
 * zg_store_close:
 * @store: a store
 *
 * Waits for the jobs in the queues and closes the file. Called again it does nothing.
 */
void
zg_store_close (ZgStore *store)
{
  if (store->monitor != NULL)
    g_signal_handlers_disconnect_by_data (store->monitor, store);
  g_clear_object (&store->monitor);

  /* Nobody begins anything from here on; who has begun is waited for. */
  g_atomic_int_set (&store->is_closing, TRUE);
  g_rw_lock_writer_lock (&store->lock);
  g_clear_pointer (&store->write_queue, zg_job_queue_free);
  g_clear_pointer (&store->read_queue, zg_job_queue_free);

  g_clear_pointer (&store->list_reader, zg_database_close);
  g_clear_pointer (&store->reader, zg_database_close);
  /* The last connection to close moves the journal into the file. */
  g_clear_pointer (&store->writer, zg_database_close);
  g_rw_lock_writer_unlock (&store->lock);
}

/**
 * zg_store_watch:
 * @store: a store
 *
 * From now on #ZgStore::changed also tells what other programs write.
 */
void
zg_store_watch (ZgStore *store)
{
  g_autofree char *journal = g_strconcat (store->path, "-wal", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (journal);

  if (store->monitor != NULL || store->writer == NULL)
    return;

  store->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (store->monitor != NULL)
    g_signal_connect_swapped (store->monitor, "changed", G_CALLBACK (journal_changed_cb), store);
}

/**
 * zg_store_get_path:
 *
 * Returns: (transfer none): the shop file
 */
const char *
zg_store_get_path (ZgStore *store)
{
  return store->path;
}

/**
 * zg_store_is_read_only:
 *
 * Returns: whether every write is refused because a newer release wrote the file
 */
gboolean
zg_store_is_read_only (ZgStore *store)
{
  return store->writer == NULL;
}

/**
 * zg_store_read:
 * @store: a store
 * @func: what to do
 * @data: what to do it with
 * @error: return location for an error
 *
 * Runs a job on the reading connection and waits for it. Not for the thread of a window.
 *
 * Returns: what @func returned
 */
gboolean
zg_store_read (ZgStore      *store,
               ZgStoreFunc   func,
               gpointer      data,
               GError      **error)
{
  g_autoptr(GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&store->lock);

  return !refuse_closed (store, error) && zg_job_queue_run (store->read_queue, func, data, error);
}

/**
 * zg_store_write:
 * @store: a store
 * @func: what to do
 * @data: what to do it with
 * @error: return location for an error
 *
 * Runs a job in a transaction and waits until it is on disk. Not for the thread of a window, and not from within a
 * job.
 *
 * Returns: whether it is on disk
 */
gboolean
zg_store_write (ZgStore      *store,
                ZgStoreFunc   func,
                gpointer      data,
                GError      **error)
{
  g_autoptr(GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&store->lock);

  if (refuse_write (store, error))
    return FALSE;
  return zg_job_queue_run (store->write_queue, func, data, error);
}

/**
 * zg_store_read_async:
 * @store: a store
 * @func: what to do, on the reading thread
 * @data: (transfer full): what to do it with; has room for the result
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): interrupts the query
 * @callback: (nullable): called in the caller's main context; it calls zg_store_finish()
 * @user_data: for @callback
 */
void
zg_store_read_async (ZgStore             *store,
                     ZgStoreFunc          func,
                     gpointer             data,
                     GDestroyNotify       destroy,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GError *error = NULL;

  if (refuse_closed (store, &error))
    {
      report (store, error, data, destroy, callback, user_data);
      return;
    }

  zg_job_queue_run_async (store->read_queue, G_OBJECT (store), func, data, destroy, cancellable, callback, user_data);
}

/**
 * zg_store_write_async:
 * @store: a store
 * @func: what to do, on the writing thread and in a transaction
 * @data: (transfer full): what to do it with; has room for the result
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): gives up while the job waits for its turn; a job that runs is not interrupted
 * @callback: (nullable): called in the caller's main context; it calls zg_store_finish()
 * @user_data: for @callback
 */
void
zg_store_write_async (ZgStore             *store,
                      ZgStoreFunc          func,
                      gpointer             data,
                      GDestroyNotify       destroy,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GError *error = NULL;

  if (refuse_write (store, &error))
    {
      report (store, error, data, destroy, callback, user_data);
      return;
    }

  zg_job_queue_run_async (store->write_queue, G_OBJECT (store), func, data, destroy, cancellable, callback, user_data);
}

/**
 * zg_store_finish:
 * @store: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends zg_store_read_async() and zg_store_write_async().
 *
 * Returns: (transfer full) (nullable): the job's data, now the caller's, or %NULL when it failed
 */
gpointer
zg_store_finish (ZgStore       *store,
                 GAsyncResult  *result,
                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
