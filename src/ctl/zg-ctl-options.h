/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ZgCtlOptions ZgCtlOptions;

ZgCtlOptions *zg_ctl_options_parse (int      argc,
                                    char   **argv,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_ctl_options_free (ZgCtlOptions *self);
char **zg_ctl_options_get_words (ZgCtlOptions *self,
                                 int          *n_words_out);
gboolean zg_ctl_options_check (ZgCtlOptions  *self,
                               const char    *command,
                               const char    *usage,
                               GError       **error);
gboolean zg_ctl_options_has (ZgCtlOptions *self,
                             const char   *name);
const char *zg_ctl_options_get (ZgCtlOptions *self,
                                const char   *name);
guint zg_ctl_options_count (ZgCtlOptions *self,
                            const char   *name);
const char *zg_ctl_options_get_nth (ZgCtlOptions *self,
                                    const char   *name,
                                    guint         nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCtlOptions, zg_ctl_options_free)

G_END_DECLS
