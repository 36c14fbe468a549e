/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-fill-context.h"

G_BEGIN_DECLS

/*
 * ZgReplyProof shows a text that is being written as a customer would read it: the current one, or somebody invented.
 */
#define ZG_TYPE_REPLY_PROOF (zg_reply_proof_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyProof, zg_reply_proof, ZG, REPLY_PROOF, GtkWidget)

void zg_reply_proof_show (ZgReplyProof  *self,
                          ZgFillContext *person,
                          ZgFillContext *sample,
                          const char    *body);
void zg_reply_proof_set_compact (ZgReplyProof *self,
                                 gboolean      compact);

G_END_DECLS
