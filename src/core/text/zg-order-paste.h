/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-paste.h"

G_BEGIN_DECLS

/**
 * ZgPastedItem:
 * @title: what it is: of the titles that are known where one fits, else as it was written
 * @colour: (nullable)
 * @size: (nullable)
 * @quantity: how many pieces; 1 where nobody said it
 * @price: for one piece in minor units, -1 where nobody said it
 * @is_known: whether @title is one of those that are known
 * @title_confidence: how sure the title is
 * @quantity_confidence: how sure the quantity is
 * @price_confidence: how sure the price is
 */
typedef struct {
  char *title;
  char *colour;
  char *size;
  gint64 quantity;
  gint64 price;
  gboolean is_known;
  ZgPasteConfidence title_confidence;
  ZgPasteConfidence quantity_confidence;
  ZgPasteConfidence price_confidence;
} ZgPastedItem;

/**
 * ZgOrderPaste:
 * @person: who gets it, and where
 * @items: (element-type ZgPastedItem): what was ordered, in the order it was said
 * @total: what is to be paid in all, minor units; -1 where nobody said it
 * @postage: -1 where nobody said it, 0 for free
 * @discount: 0 where nobody said it
 * @deposit: 0 where nobody said it
 * @is_paid: whether it says that the total was paid
 * @note: (nullable): what is left to be known
 * @sum_fits: whether items, postage and discount come to @total; %TRUE where something of it is not known
 *
 * An order as a customer writes it into a chat, guessed from the text.
 */
typedef struct {
  ZgPaste *person;
  GPtrArray *items;
  gint64 total;
  gint64 postage;
  gint64 discount;
  gint64 deposit;
  gboolean is_paid;
  char *note;
  gboolean sum_fits;
} ZgOrderPaste;

ZgOrderPaste *zg_order_paste_parse (const char         *text,
                                    const char * const *titles) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_paste_free (ZgOrderPaste *paste);
gboolean zg_order_paste_is_empty (const ZgOrderPaste *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderPaste, zg_order_paste_free)

G_END_DECLS
