/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/stat.h>

#include "zg-application.h"
#include "zg-tooltip-width.h"

/* A thread that reads a packed resource holds the lock of the resources while it makes the class that unpacks it, and for
 * that waits for the lock of the classes, which the main thread holds while it looks up a template in the resources: as
 * soon as a third one wants to write there, none goes on. GTK's reader of icons is such a third one. Made beforehand, the
 * class needs no lock (seen once in a loaded start, GLib 2.74). */
static void
make_unpacker (void)
{
  g_type_class_unref (g_type_class_ref (G_TYPE_ZLIB_DECOMPRESSOR));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ZgApplication) application = NULL;
  /* Set by `meson devenv`, which runs the program from the build folder. */
  const char *locale_folder = g_getenv ("ZG_LOCALEDIR");

  /* Before anything is written: the shop's data are nobody else's business. */
  umask (077);

  setlocale (LC_ALL, "");
  make_unpacker ();
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Zhanggui"));

  application = zg_application_new ();
  g_signal_connect (application, "startup", G_CALLBACK (zg_tooltip_width_init), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
