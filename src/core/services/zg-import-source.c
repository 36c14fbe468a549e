/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-source.h"

#include <string.h>

#include "zg-taobao-profile.h"

/*
 * The reading half of an import. What is read and not taken yet is some batches at the most, so memory does not grow
 * with the file; and what is remembered of refused rows has a limit, too.
 */

#define BATCH_SIZE 250
/* So many batches are read ahead. */
#define MAX_AHEAD 16
/* So many lines of one order are written at once; no order has more, but a file may say so. */
#define MAX_LINES 1000
/* So many refused rows are remembered; all are counted. */
#define MAX_REJECTS 1000
/* A refused row is kept whole, to be mended and imported again, or not at all. */
#define MAX_RAW (16 * 1024)
#define MAX_RAW_TOGETHER (4 * 1024 * 1024)

struct _ZgImportSource {
  const ZgImportOptions *options;
  ZgTime evidence_at;
  ZgDelimitedReader *reader;
  ZgTaobaoProfile *profile;
  char *header;
  const char *encoding;
  GPtrArray *columns;
  GPtrArray *left_out;
  GThread *thread;

  /* The reading thread's. */
  ZgImportBatch *batch;
  ZgImportRecord *open_lines;   /* lines of one order that follow each other are one record */
  guint n_remembered;
  gsize n_raw;

  GMutex mutex;
  GCond condition;
  GQueue ahead;
  GQueue spent;                 /* arrays of records, to be freed where there is time for it */
  gboolean stopped;
};

static ZgImportBatch *
batch_new (void)
{
  ZgImportBatch *batch = g_new0 (ZgImportBatch, 1);

  batch->records = g_ptr_array_new_full (BATCH_SIZE, (GDestroyNotify) zg_ready_record_free);
  batch->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_import_reject_free);
  return batch;
}

/**
 * zg_import_batch_free:
 * @batch: (transfer full): a batch
 */
void
zg_import_batch_free (ZgImportBatch *batch)
{
  g_ptr_array_unref (batch->records);
  g_ptr_array_unref (batch->rejects);
  g_clear_error (&batch->error);
  g_free (batch);
}

/* Takes @reason. */
static void
reject (ZgImportSource *self,
        guint64         line,
        char           *reason)
{
  g_autofree char *raw = NULL;
  ZgImportReject *entry;

  self->batch->n_rejected++;
  if (self->n_remembered >= MAX_REJECTS)
    {
      g_free (reason);
      return;
    }

  self->n_remembered++;
  entry = g_new0 (ZgImportReject, 1);
  entry->line = line;
  entry->reason = reason;
  if (zg_delimited_reader_get_fault (self->reader) != ZG_RECORD_TOO_LONG)
    raw = zg_delimited_reader_get_raw (self->reader);
  if (raw != NULL && strlen (raw) <= MAX_RAW && self->n_raw + strlen (raw) <= MAX_RAW_TOGETHER)
    {
      self->n_raw += strlen (raw);
      entry->raw = g_steal_pointer (&raw);
    }
  g_ptr_array_add (self->batch->rejects, entry);
}

/* Lines of one order follow each other; together they are what the file says of it. */
static gboolean
joins_open_lines (ZgImportSource       *self,
                  const ZgImportRecord *record)
{
  return self->open_lines != NULL && (record->fields & ZG_IMPORT_LINES) != 0
         && self->open_lines->order->items->len < MAX_LINES
         && strcmp (self->open_lines->order->number, record->order->number) == 0;
}

static void
close_lines (ZgImportSource *self)
{
  if (self->open_lines != NULL)
    g_ptr_array_add (self->batch->records, zg_ready_record_new (g_steal_pointer (&self->open_lines)));
}

static void
take_record (ZgImportSource *self,
             ZgImportRecord *record)
{
  ZgOrder *order = record->order;

  order->facts->evidence_at = self->evidence_at;
  if (self->options->platform != NULL)
    {
      g_free (order->platform);
      order->platform = g_strdup (self->options->platform);
    }
  if (order->shop[0] == '\0' && self->options->shop != NULL)
    {
      g_free (order->shop);
      order->shop = g_strdup (self->options->shop);
    }

  if (joins_open_lines (self, record))
    {
      zg_import_record_join (self->open_lines, record);
      return;
    }

  close_lines (self);
  if ((record->fields & ZG_IMPORT_LINES) != 0)
    self->open_lines = record;
  else
    g_ptr_array_add (self->batch->records, zg_ready_record_new (record));
}

static void
read_row (ZgImportSource *self)
{
  g_autoptr(ZgImportRecord) record = zg_import_record_new ();
  g_autofree char *reason = NULL;

  switch (zg_taobao_profile_read (self->profile, self->reader, record, &reason))
    {
    case ZG_ROW_ORDER:
      self->batch->n_rows++;
      take_record (self, g_steal_pointer (&record));
      break;
    case ZG_ROW_REFUSED:
      self->batch->n_rows++;
      reject (self, record->line, g_steal_pointer (&reason));
      break;
    case ZG_ROW_NOTHING:
    default:
      break;
    }
}

/* (transfer full): the next rows of the file. */
static ZgImportBatch *
read_batch (ZgImportSource *self)
{
  gboolean has_record = TRUE;

  self->batch = batch_new ();
  while (has_record && self->batch->records->len < BATCH_SIZE && self->batch->n_rejected < BATCH_SIZE)
    {
      if (!zg_delimited_reader_next (self->reader, &has_record, &self->batch->error))
        break;
      if (has_record)
        read_row (self);
    }
  if (!has_record && self->batch->error == NULL)
    close_lines (self);
  self->batch->is_last = !has_record || self->batch->error != NULL;
  self->batch->progress = zg_delimited_reader_get_progress (self->reader);
  return g_steal_pointer (&self->batch);
}

static void
free_spent (ZgImportSource *self)
{
  g_autoptr(GPtrArray) records = NULL;

  g_mutex_lock (&self->mutex);
  records = g_queue_pop_head (&self->spent);
  g_mutex_unlock (&self->mutex);
}

static gpointer
read_ahead (gpointer data)
{
  ZgImportSource *self = data;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      g_autoptr(ZgImportBatch) batch = NULL;
      g_autoptr(GMutexLocker) locker = NULL;

      free_spent (self);
      batch = read_batch (self);
      locker = g_mutex_locker_new (&self->mutex);
      while (!self->stopped && self->ahead.length >= MAX_AHEAD)
        g_cond_wait (&self->condition, &self->mutex);
      if (self->stopped)
        return NULL;
      is_last = batch->is_last;
      g_queue_push_tail (&self->ahead, g_steal_pointer (&batch));
      g_cond_signal (&self->condition);
    }
  return NULL;
}

/**
 * zg_import_source_open:
 * @path: an order export
 * @options: how to import it; has to live as long as the source
 * @evidence_at: when the file was made
 * @error: return location for an error
 *
 * Opens the file and finds out what it is.
 *
 * Returns: (transfer full) (nullable): a source that is read on from now
 */
ZgImportSource *
zg_import_source_open (const char             *path,
                       const ZgImportOptions  *options,
                       ZgTime                  evidence_at,
                       GError                **error)
{
  g_autoptr(ZgImportSource) self = g_new0 (ZgImportSource, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->condition);
  g_queue_init (&self->ahead);
  g_queue_init (&self->spent);
  self->options = options;
  self->evidence_at = evidence_at;

  self->reader = zg_delimited_reader_open (path, error);
  if (self->reader == NULL)
    return NULL;
  self->profile = zg_taobao_profile_recognise (self->reader, error);
  if (self->profile == NULL)
    return NULL;

  self->header = zg_delimited_reader_get_raw (self->reader);
  self->encoding = zg_delimited_reader_get_encoding (self->reader);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  zg_taobao_profile_list_columns (self->profile, self->reader, self->columns, self->left_out);
  self->thread = g_thread_new ("zg-import-read", read_ahead, self);
  return g_steal_pointer (&self);
}

/**
 * zg_import_source_close:
 * @source: (transfer full): a source, read to its end or not
 */
void
zg_import_source_close (ZgImportSource *source)
{
  g_mutex_lock (&source->mutex);
  source->stopped = TRUE;
  g_cond_signal (&source->condition);
  g_mutex_unlock (&source->mutex);
  g_clear_pointer (&source->thread, g_thread_join);

  g_queue_clear_full (&source->ahead, (GDestroyNotify) zg_import_batch_free);
  g_queue_clear_full (&source->spent, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&source->open_lines, zg_import_record_free);
  g_clear_pointer (&source->profile, zg_taobao_profile_free);
  g_clear_pointer (&source->reader, zg_delimited_reader_close);
  g_mutex_clear (&source->mutex);
  g_cond_clear (&source->condition);
  g_clear_pointer (&source->columns, g_ptr_array_unref);
  g_clear_pointer (&source->left_out, g_ptr_array_unref);
  g_free (source->header);
  g_free (source);
}

/**
 * zg_import_source_get_format:
 * @source: a source
 *
 * Returns: (transfer none): what the file was taken for, as the command line says it
 */
const char *
zg_import_source_get_format (ZgImportSource *source)
{
  return zg_taobao_profile_get_format (source->profile);
}

/**
 * zg_import_source_get_encoding:
 * @source: a source
 *
 * Returns: (transfer none): the file's encoding
 */
const char *
zg_import_source_get_encoding (ZgImportSource *source)
{
  return source->encoding;
}

/**
 * zg_import_source_get_header:
 * @source: a source
 *
 * Returns: (transfer none): the header as it stands in the file
 */
const char *
zg_import_source_get_header (ZgImportSource *source)
{
  return source->header;
}

/**
 * zg_import_source_get_columns:
 * @source: a source
 * @left_out: whether to tell of the columns that are not read
 *
 * Returns: (transfer none) (element-type utf8): the names of the columns, as they stand in the file
 */
GPtrArray *
zg_import_source_get_columns (ZgImportSource *source,
                              gboolean        left_out)
{
  return left_out ? source->left_out : source->columns;
}

/**
 * zg_import_source_next:
 * @source: a source whose last batch was not taken yet
 *
 * Waits for the next batch.
 *
 * Returns: (transfer full): the batch
 */
ZgImportBatch *
zg_import_source_next (ZgImportSource *source)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&source->mutex);

  while (source->ahead.length == 0)
    g_cond_wait (&source->condition, &source->mutex);
  g_cond_signal (&source->condition);
  return g_queue_pop_head (&source->ahead);
}

/**
 * zg_import_source_give_back:
 * @source: a source
 * @records: (transfer full) (element-type ZgReadyRecord): records that nobody needs any more
 *
 * Has them freed on the source's thread, while what is read ahead is written.
 */
void
zg_import_source_give_back (ZgImportSource *source,
                            GPtrArray      *records)
{
  g_mutex_lock (&source->mutex);
  g_queue_push_tail (&source->spent, records);
  g_mutex_unlock (&source->mutex);
}
