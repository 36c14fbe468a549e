/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-exchange-error.h"

G_BEGIN_DECLS

/**
 * ZgContactFormat:
 * @ZG_CONTACT_FORMAT_VCARD: vCard 2.1, 3.0 or 4.0
 * @ZG_CONTACT_FORMAT_GOOGLE: a table of Google Contacts, with the old or the new header
 * @ZG_CONTACT_FORMAT_OUTLOOK: a table of Outlook, in English or Chinese
 * @ZG_CONTACT_FORMAT_CSV: our own table, complete
 */
typedef enum {
  ZG_CONTACT_FORMAT_VCARD,
  ZG_CONTACT_FORMAT_GOOGLE,
  ZG_CONTACT_FORMAT_OUTLOOK,
  ZG_CONTACT_FORMAT_CSV,
} ZgContactFormat;

#define ZG_N_CONTACT_FORMATS 4

/* More than this nobody is called, in characters, and nobody's note has. */
#define ZG_CONTACT_MAX_NAME 1000
#define ZG_CONTACT_MAX_NOTE 100000

/**
 * ZgContactLeftOut:
 * @field: the field as the file calls it
 * @reason: why it is not taken, translated
 *
 * What a file says of somebody and the shop does not keep.
 */
typedef struct {
  char *field;
  char *reason;
} ZgContactLeftOut;

/**
 * ZgContactRecord:
 * @line: the line of the file that it begins on
 * @customer: the person; with a uid only where the file is ours
 * @left_out: (element-type ZgContactLeftOut): what is not taken
 * @refusal: (nullable): why nothing of it can be taken, translated
 * @raw: (nullable): the row as it stands in the file, for what can be saved and mended
 *
 * Somebody on the way from a file.
 */
typedef struct {
  guint64 line;
  ZgCustomer *customer;
  GPtrArray *left_out;
  char *refusal;
  char *raw;
} ZgContactRecord;

const char *zg_contact_format_to_word (ZgContactFormat format);
gboolean zg_contact_format_from_word (const char      *word,
                                      ZgContactFormat *format_out);
const char *zg_contact_format_to_label (ZgContactFormat format);
ZgContactRecord *zg_contact_record_new (guint64 line) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_record_free (ZgContactRecord *record);
void zg_contact_record_leave_out (ZgContactRecord *record,
                                  const char      *field,
                                  const char      *reason);
void zg_contact_record_refuse (ZgContactRecord *record,
                               const char      *reason);
void zg_contact_record_check (ZgContactRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactRecord, zg_contact_record_free)

G_END_DECLS
