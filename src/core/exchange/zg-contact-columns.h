/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgContactColumn:
 * @ZG_CONTACT_COLUMN_UNKNOWN: not known; what stands in it goes into the note under its name
 * @ZG_CONTACT_COLUMN_NOTHING: says nothing of the person
 * @ZG_CONTACT_COLUMN_FACT: goes into the note under a name of ours
 * @ZG_CONTACT_COLUMN_PHOTO: where a picture is
 *
 * What a column of another program's table holds.
 */
typedef enum {
  ZG_CONTACT_COLUMN_UNKNOWN,
  ZG_CONTACT_COLUMN_NOTHING,
  ZG_CONTACT_COLUMN_FACT,
  ZG_CONTACT_COLUMN_PHOTO,
  ZG_CONTACT_COLUMN_NAME,
  ZG_CONTACT_COLUMN_FAMILY,
  ZG_CONTACT_COLUMN_GIVEN,
  ZG_CONTACT_COLUMN_ADDITIONAL,
  ZG_CONTACT_COLUMN_CALL_NAME,
  ZG_CONTACT_COLUMN_BIRTHDAY,
  ZG_CONTACT_COLUMN_NOTE,
  ZG_CONTACT_COLUMN_TAGS,
  ZG_CONTACT_COLUMN_PHONE,
  ZG_CONTACT_COLUMN_PHONE_LABEL,
  ZG_CONTACT_COLUMN_ADDRESS_LABEL,
  ZG_CONTACT_COLUMN_ADDRESS_TEXT,
  ZG_CONTACT_COLUMN_STREET,
  ZG_CONTACT_COLUMN_CITY,
  ZG_CONTACT_COLUMN_REGION,
  ZG_CONTACT_COLUMN_POSTCODE,
  ZG_CONTACT_COLUMN_COUNTRY,
  ZG_CONTACT_COLUMN_BOX,
  ZG_CONTACT_COLUMN_EXTENDED,
} ZgContactColumn;

/**
 * ZgContactField:
 * @column: what the field holds
 * @group: which phone or address it belongs to; phones and addresses are counted each for themselves
 * @label: (nullable): what such a phone or address is called, not translated, or the name of a fact
 *
 * A field of a header.
 */
typedef struct {
  ZgContactColumn column;
  int group;
  const char *label;
} ZgContactField;

#define ZG_CONTACT_MAX_GROUPS 32

ZgContactField zg_contact_field_find (ZgContactFormat  format,
                                      const char      *name);
gboolean zg_contact_columns_recognise (GPtrArray       *names,
                                       ZgContactFormat *format_out);

G_END_DECLS
