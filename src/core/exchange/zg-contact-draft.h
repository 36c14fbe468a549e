/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-address.h"
#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgContactDraft:
 *
 * What another program's file says of somebody, gathered field by field until it is a customer of ours.
 */
typedef struct _ZgContactDraft ZgContactDraft;

ZgContactDraft *zg_contact_draft_new (guint64 line) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_draft_free (ZgContactDraft *draft);
ZgContactRecord *zg_contact_draft_get_record (ZgContactDraft *draft);
ZgContactRecord *zg_contact_draft_finish (ZgContactDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

void zg_contact_draft_set_full_name (ZgContactDraft *draft,
                                     const char     *name);
void zg_contact_draft_set_name_parts (ZgContactDraft *draft,
                                      const char     *family,
                                      const char     *given,
                                      const char     *additional);
void zg_contact_draft_set_call_name (ZgContactDraft *draft,
                                     const char     *name);
void zg_contact_draft_add_phone (ZgContactDraft *draft,
                                 const char     *field,
                                 const char     *text,
                                 const char     *label,
                                 gboolean        is_preferred);
void zg_contact_draft_add_address (ZgContactDraft         *draft,
                                   const ZgContactAddress *parts,
                                   const char             *label,
                                   gboolean                is_preferred);
void zg_contact_draft_add_address_text (ZgContactDraft *draft,
                                        const char     *text,
                                        const char     *label);
void zg_contact_draft_add_account (ZgContactDraft *draft,
                                   const char     *platform,
                                   const char     *account);
void zg_contact_draft_add_tag (ZgContactDraft *draft,
                               const char     *tag);
void zg_contact_draft_add_note (ZgContactDraft *draft,
                                const char     *text);
void zg_contact_draft_add_fact (ZgContactDraft *draft,
                                const char     *title,
                                const char     *text);
void zg_contact_draft_set_birthday (ZgContactDraft *draft,
                                    const char     *text,
                                    gboolean        omits_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactDraft, zg_contact_draft_free)

G_END_DECLS
