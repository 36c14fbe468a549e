/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-import-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>

/*
 * Who runs an import holds a lock for as long: on one byte of the shop file, far behind its end and all bytes that SQLite
 * locks. The system lets go of it when the program ends, however that ends, so the lock of an import that was killed is
 * never held, whichever program has its process number by now, and after a power cut none is. Like the locks of
 * zg-file-locks.c it belongs to an open file description: others in the same process may open and close the file.
 */

#define FIRST_BYTE ((goffset) 1 << 48)

static struct flock
make_lock (gint64 import_id)
{
  return (struct flock) { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST_BYTE + import_id, .l_len = 1 };
}

/**
 * zg_import_lock_take:
 * @path: the shop file
 * @import_id: an import that begins
 *
 * Returns: what is to be closed at the import's end; -1 where there are no such locks
 */
int
zg_import_lock_take (const char *path,
                     gint64      import_id)
{
  struct flock lock = make_lock (import_id);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &lock) != 0)
    {
      g_close (fd, NULL);
      return -1;
    }
  return fd;
}

/**
 * zg_import_lock_is_held:
 * @path: the shop file
 * @import_id: an import
 *
 * Returns: whether somebody runs the import now, in this program or another one; also where that can't be found out
 */
gboolean
zg_import_lock_is_held (const char *path,
                        gint64      import_id)
{
  struct flock lock = make_lock (import_id);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_held = fd < 0 || fcntl (fd, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;

  if (fd >= 0)
    g_close (fd, NULL);
  return is_held;
}
