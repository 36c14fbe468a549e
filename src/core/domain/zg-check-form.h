/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-checklist.h"

G_BEGIN_DECLS

/**
 * ZgCheckFormRow:
 * @check: a row that a person ticks
 * @label: (nullable): the shop's own words for it; %NULL for those of the standard list
 * @active: whether orders have the row
 * @read_back: whether the customer's yes to the read-back text ticks it
 *
 * A row of the confirmation list as the shop wants it.
 */
typedef struct {
  ZgCheck check;
  char *label;
  gboolean active;
  gboolean read_back;
} ZgCheckFormRow;

/**
 * ZgCheckForm:
 * @rows: (element-type ZgCheckFormRow): the rows that people tick, in the order of the list; all standard ones are there
 * @version: how often the shop saved it; a save of an older one is refused
 * @next_own: the number that the next row of the shop's own gets; numbers are never given twice
 *
 * The confirmation list of a shop: which rows people tick. What the program checks is not up to the shop.
 */
struct _ZgCheckForm
{
  GPtrArray *rows;
  gint64 version;
  int next_own;
};

ZgCheckForm *zg_check_form_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgCheckForm *zg_check_form_copy (const ZgCheckForm *form) G_GNUC_WARN_UNUSED_RESULT;
void zg_check_form_free (ZgCheckForm *form);
ZgCheckFormRow *zg_check_form_find (const ZgCheckForm *form,
                                    ZgCheck            check);
const char *zg_check_form_get_label (const ZgCheckForm *form,
                                     ZgCheck            check);
int zg_check_form_count_active (const ZgCheckForm *form);
ZgCheckFormRow *zg_check_form_add (ZgCheckForm  *form,
                                   const char   *label,
                                   GError      **error);
gboolean zg_check_form_remove (ZgCheckForm  *form,
                               ZgCheck       check,
                               GError      **error);
gboolean zg_check_form_set_label (ZgCheckForm  *form,
                                  ZgCheck       check,
                                  const char   *label,
                                  GError      **error);
void zg_check_form_place (ZgCheckForm *form,
                          ZgCheck      check,
                          guint        place);
gboolean zg_check_form_validate (const ZgCheckForm  *form,
                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCheckForm, zg_check_form_free)

G_END_DECLS
