/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/stat.h>

#include "zg-application.h"

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
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Zhanggui"));

  application = zg_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
