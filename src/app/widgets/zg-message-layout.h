/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-message-turn.h"
#include "zg-template.h"

G_BEGIN_DECLS

ZgFill *zg_message_layout_new (const ZgFill        *fill,
                               GArray              *findings,
                               const ZgMessageTurn *turn,
                               PangoAttrList       *attributes,
                               GArray              *marked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
