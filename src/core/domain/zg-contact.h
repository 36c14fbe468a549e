/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_CONTACT_COPY = 0,          /* a reply was copied for this customer */
  ZG_CONTACT_NOTE = 1,
  ZG_CONTACT_CALL = 2,
  ZG_CONTACT_CHANGE = 3,        /* something about the customer or order was changed */
} ZgContactKind;

/**
 * ZgContact:
 * @title: what it was: the reply's title, or empty
 * @text: what was said or noted
 *
 * A line of a customer's timeline that is no order: a copy, a note, a call, a change.
 */
typedef struct {
  gint64 id;
  char *uid;
  ZgTime at;
  ZgContactKind kind;
  gint64 customer_id;
  gint64 order_id;
  gint64 reply_id;
  gint64 staff_id;
  char *staff_name;
  char *title;
  char *text;
} ZgContact;

ZgContact *zg_contact_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgContact *zg_contact_copy (const ZgContact *contact) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_free (ZgContact *contact);
const char *zg_contact_kind_to_word (ZgContactKind kind);

typedef enum {
  ZG_FOLLOW_UP_OPEN = 0,
  ZG_FOLLOW_UP_DONE = 1,
} ZgFollowUpState;

/**
 * ZgFollowUp:
 *
 * Somebody to get back to at a time.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  gint64 customer_id;
  gint64 order_id;
  gint64 reply_id;
  gint64 staff_id;
  ZgTime due_at;
  ZgFollowUpState state;
  ZgTime done_at;
  char *text;
  char *outcome;
} ZgFollowUp;

ZgFollowUp *zg_follow_up_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_follow_up_free (ZgFollowUp *follow_up);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContact, zg_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgFollowUp, zg_follow_up_free)

G_END_DECLS
