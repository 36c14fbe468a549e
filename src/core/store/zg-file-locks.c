/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-file-locks"

#include "config.h"

#include "zg-file-locks.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * SQLite locks its files with POSIX record locks, and a process loses all of these on a file as soon as it closes any
 * descriptor of it, whoever in the process had opened that (sqlite.org/howtocorrupt.html, 2.2). In a desktop program
 * somebody does: a file chooser that shows the shop's folder looks into each file to find out its type. Another program
 * that opens the shop after that believes to be alone: it empties the shared memory under our feet, and at its end it
 * deletes the journal that we go on writing.
 *
 * Locks of an open file description do not have that fault (fcntl(2), F_OFD_SETLK) and exclude POSIX locks of other
 * programs as before. But they belong to one descriptor, while SQLite counts on locks of the whole process. So for each
 * file there is one descriptor of our own that holds all locks, whichever of SQLite's descriptors asks for them; it is
 * closed with the last of these.
 */

/* One for each file that SQLite has locked. */
typedef struct {
  dev_t device;
  ino_t inode;
  int fd;
  guint n_users;
} LockedFile;

static GMutex mutex;
/* SQLite's descriptors, each with the file it is of. */
static GHashTable *files_by_fd;
static int (*plain_fcntl) (int fd, int command, ...);
static int (*plain_close) (int fd);

static LockedFile *
find_same_file (const struct stat *info)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, files_by_fd);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LockedFile *file = value;

      if (file->device == info->st_dev && file->inode == info->st_ino)
        return file;
    }
  return NULL;
}

/* A description of our own of the file that @fd is of: dup() would share the one of @fd. -1 without /proc. */
static int
open_again (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  int own = g_open (path, O_RDWR | O_CLOEXEC, 0);

  return own >= 0 ? own : g_open (path, O_RDONLY | O_CLOEXEC, 0);
}

/* The descriptor that holds the locks of the file that @fd is of; -1 when there can be none. */
static int
get_lock_fd (int fd)
{
  LockedFile *file = g_hash_table_lookup (files_by_fd, GINT_TO_POINTER (fd));
  struct stat info;
  int own;

  if (file != NULL)
    return file->fd;
  if (fstat (fd, &info) != 0)
    return -1;

  file = find_same_file (&info);
  if (file == NULL)
    {
      own = open_again (fd);
      if (own < 0)
        return -1;
      file = g_new0 (LockedFile, 1);
      file->device = info.st_dev;
      file->inode = info.st_ino;
      file->fd = own;
    }
  file->n_users++;
  g_hash_table_insert (files_by_fd, GINT_TO_POINTER (fd), file);
  return file->fd;
}

/* In the place of fcntl(): what is about locks is asked of the descriptor that holds them. */
static int
lock_fcntl (int fd,
            int command,
            ...)
{
  va_list arguments;
  void *argument;
  struct flock lock;
  int lock_fd;
  int result;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command != F_SETLK && command != F_GETLK)
    return plain_fcntl (fd, command, argument);

  g_mutex_lock (&mutex);
  lock_fd = get_lock_fd (fd);
  g_mutex_unlock (&mutex);
  if (lock_fd < 0)
    return plain_fcntl (fd, command, argument);

  lock = *(struct flock *) argument;
  lock.l_pid = 0;
  result = plain_fcntl (lock_fd, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, &lock);
  if (result == 0 && command == F_GETLK)
    *(struct flock *) argument = lock;
  return result;
}

/* In the place of close(): with SQLite's last descriptor of a file all locks on it end. */
static int
lock_close (int fd)
{
  gpointer value = NULL;

  g_mutex_lock (&mutex);
  if (g_hash_table_steal_extended (files_by_fd, GINT_TO_POINTER (fd), NULL, &value))
    {
      LockedFile *file = value;

      if (--file->n_users == 0)
        {
          close (file->fd);
          g_free (file);
        }
    }
  g_mutex_unlock (&mutex);
  return plain_close (fd);
}

/**
 * zg_file_locks_install:
 *
 * Gives SQLite locks that outlast other readers of its files in the same process. To be called once, before the first
 * connection is opened. Changes nothing where the system has no such locks.
 */
void
zg_file_locks_install (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  if (vfs == NULL || vfs->iVersion < 3)
    return;
  files_by_fd = g_hash_table_new (NULL, NULL);
  plain_fcntl = (int (*) (int, int, ...)) vfs->xGetSystemCall (vfs, "fcntl");
  plain_close = (int (*) (int)) vfs->xGetSystemCall (vfs, "close");
  if (plain_fcntl == NULL || plain_close == NULL
      || vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) lock_close) != SQLITE_OK)
    return;
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) lock_fcntl);
}
