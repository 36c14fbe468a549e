/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-page-flow.h"

G_BEGIN_DECLS

gboolean zg_paper_pdf_write (ZgPageFlow        *flow,
                             const ZgPaperSize *size,
                             const char        *title,
                             const char        *path,
                             GError           **error);

G_END_DECLS
