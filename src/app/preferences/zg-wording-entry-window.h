/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"
#include "zg-wording-entry.h"

G_BEGIN_DECLS

#define ZG_TYPE_WORDING_ENTRY_WINDOW (zg_wording_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgWordingEntryWindow, zg_wording_entry_window, ZG, WORDING_ENTRY_WINDOW, AdwWindow)

ZgWordingEntryWindow *zg_wording_entry_window_new (GtkWindow            *parent,
                                                   ZgSession            *session,
                                                   const ZgWordingEntry *entry);

G_END_DECLS
