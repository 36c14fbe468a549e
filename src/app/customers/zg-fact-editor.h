/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-kind.h"

G_BEGIN_DECLS

#define ZG_TYPE_FACT_EDITOR (zg_fact_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgFactEditor, zg_fact_editor, ZG, FACT_EDITOR, GtkWidget)

GtkWidget *zg_fact_editor_new (const ZgFactKind *kind,
                               const ZgCustomer *customer,
                               guint             index,
                               ZgClock          *clock);
const ZgFactKind *zg_fact_editor_get_kind (ZgFactEditor *self);
const ZgCustomer *zg_fact_editor_get_before (ZgFactEditor *self);
ZgCustomer *zg_fact_editor_build (ZgFactEditor  *self,
                                  ZgFactIntent   intent,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_fact_editor_is_changed (ZgFactEditor *self);
gboolean zg_fact_editor_tell (ZgFactEditor *self,
                              const GError *error);

G_END_DECLS
