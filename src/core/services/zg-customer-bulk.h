/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-bulk.h"

G_BEGIN_DECLS

/**
 * ZgBulkKind:
 * @ZG_BULK_ADD_TAG: everybody gets a tag
 * @ZG_BULK_REMOVE_TAG: everybody loses a tag
 * @ZG_BULK_ADD_FOLLOW_UP: the clerk gets back to everybody
 * @ZG_BULK_DELETE_FOLLOW_UP: takes @ZG_BULK_ADD_FOLLOW_UP back; its ids are follow-ups
 */
typedef enum {
  ZG_BULK_ADD_TAG,
  ZG_BULK_REMOVE_TAG,
  ZG_BULK_ADD_FOLLOW_UP,
  ZG_BULK_DELETE_FOLLOW_UP,
} ZgBulkKind;

/**
 * ZgCustomerBulk:
 * @text: the tag, or what the follow-up is about
 * @due_at: of a follow-up
 *
 * One change for many customers. Who is gone meanwhile, or is so already, is passed by.
 */
typedef struct {
  ZgBulk bulk;
  ZgBulkKind kind;
  char *text;
  ZgTime due_at;
} ZgCustomerBulk;

ZgCustomerBulk *zg_customer_bulk_new (ZgBulkKind  kind,
                                      GArray     *ids,
                                      const char *text,
                                      ZgClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerBulk, zg_bulk_unref)

G_END_DECLS
