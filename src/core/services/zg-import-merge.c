/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-merge.h"

#include "zg-import-merge-private.h"

/*
 * What a file changes about an order that is known, as a pure function over the two.
 *
 * Four rules, field by field. Evidence that is not newer only fills in what is unknown. What the platform repeats
 * unchanged does not undo what the desk has changed since: each order keeps a mark of what the platform last said of each
 * field. Hidden data never takes the place of data that tells more. And an address or variant that the buyer changed
 * after ordering, which some files say in a column of its own, stands against files that only know what was ordered,
 * whichever comes first.
 */

/**
 * zg_merge_platform_changed:
 * @merge: a merge
 * @mark: a field
 * @text: (nullable): what the file says of it
 *
 * Notes what the platform says. What it says for the first time is noted whenever that was said, or the same said again
 * would be taken for news.
 *
 * Returns: whether that is something else than last time
 */
gboolean
zg_merge_platform_changed (ZgMerge      *merge,
                           ZgImportMark  mark,
                           const char   *text)
{
  if (merge->age != ZG_EVIDENCE_NEWER && zg_import_marks_has (&merge->marks, mark))
    return FALSE;
  return zg_import_marks_note (&merge->marks, mark, text) && merge->age == ZG_EVIDENCE_NEWER;
}

/**
 * zg_merge_buyer_changed:
 * @merge: a merge
 * @mark: what the buyer can change
 * @text: (nullable): what they changed it to
 *
 * Like zg_merge_platform_changed(), but that they changed it at all is news even if the file is not.
 *
 * Returns: whether it is news
 */
gboolean
zg_merge_buyer_changed (ZgMerge      *merge,
                        ZgImportMark  mark,
                        const char   *text)
{
  gboolean is_first = !zg_import_marks_has (&merge->marks, mark);

  return zg_merge_platform_changed (merge, mark, text) || is_first;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static void
merge_text (ZgMerge       *merge,
            ZgImportMark   mark,
            char         **known,
            const char    *said)
{
  gboolean says_new = zg_merge_platform_changed (merge, mark, said);

  /* A column that is empty now says nothing: platforms blank their columns after a while. */
  if (is_empty (said) || g_strcmp0 (*known, said) == 0)
    return;
  if (!says_new && !is_empty (*known))
    return;

  g_free (*known);
  *known = g_strdup (said);
  merge->changed = TRUE;
}

static void
merge_personal (ZgMerge          *merge,
                ZgImportMark      mark,
                ZgPersonal       *known,
                const ZgPersonal *said)
{
  gboolean says_new = zg_merge_platform_changed (merge, mark, said->text);
  gboolean tells_more = said->disclosure > known->disclosure;

  if (said->disclosure == ZG_DISCLOSURE_ABSENT || zg_personal_equal (known, said))
    return;
  if (!tells_more && !(says_new && said->disclosure == known->disclosure))
    return;

  zg_personal_copy (known, said);
  merge->changed = TRUE;
}

static void
merge_address (ZgMerge *merge)
{
  const ZgAddress *said = merge->record->order->address;
  ZgAddress *known = merge->known->address;
  g_autofree char *text = said != NULL ? zg_address_to_text (said) : NULL;
  gboolean is_new = (merge->record->fields & ZG_IMPORT_NEW_ADDRESS) != 0;
  gboolean was_empty = known == NULL || zg_address_is_empty (known);
  gboolean says_new;

  /* A form without the column for changes tells the address of the first day. */
  if (!is_new && !was_empty && zg_import_marks_has (&merge->marks, ZG_MARK_NEW_ADDRESS))
    return;
  says_new = is_new ? zg_merge_buyer_changed (merge, ZG_MARK_NEW_ADDRESS, text)
                    : zg_merge_platform_changed (merge, ZG_MARK_ADDRESS, text);
  if (said == NULL || zg_address_is_empty (said) || (!was_empty && zg_address_equal (known, said)))
    return;
  if (!was_empty && !zg_address_improves (said, known))
    return;
  /* The same disclosure: only a change of the platform's own counts. */
  if (!was_empty && said->disclosure == known->disclosure && !says_new)
    return;

  g_clear_pointer (&merge->known->address, zg_address_free);
  merge->known->address = zg_address_copy (said);
  merge->changed = TRUE;
}

static void
merge_number (ZgMerge *merge,
              gint64  *known,
              gint64   said)
{
  if (*known == said || (merge->age != ZG_EVIDENCE_NEWER && *known != 0))
    return;
  *known = said;
  merge->changed = TRUE;
}

static void
merge_fact (ZgMerge     *merge,
            char       **known,
            const char  *said)
{
  if (is_empty (said) || g_strcmp0 (*known, said) == 0 || (merge->age != ZG_EVIDENCE_NEWER && !is_empty (*known)))
    return;
  g_free (*known);
  *known = g_strdup (said);
  merge->changed = TRUE;
}

/* A file speaks of some holds only: the others stay. */
static void
merge_holds (ZgMerge *merge)
{
  ZgHold mask = merge->record->known_holds;
  ZgHold holds = (merge->known->holds & ~mask) | (merge->record->order->holds & mask);

  /* Of the same age: that there is a hold is said by some columns, that there is none just by others' silence. */
  if (merge->age == ZG_EVIDENCE_SAME)
    holds |= merge->known->holds;
  if (merge->age == ZG_EVIDENCE_OLDER || holds == merge->known->holds)
    return;
  merge->known->holds = holds;
  merge->changed = TRUE;
}

/* Only newer lines tell that there is no refund any more: a list of orders has 0.00 for one that is asked for. */
static void
merge_refund (ZgMerge               *merge,
              const ZgPlatformFacts *said,
              ZgPlatformFacts       *known)
{
  gboolean tells_end = (merge->record->known_holds & ZG_HOLD_REFUND) != 0 && merge->age == ZG_EVIDENCE_NEWER;

  if (tells_end && is_empty (said->refund_state) && !is_empty (known->refund_state))
    {
      known->refund_state[0] = '\0';
      merge->changed = TRUE;
    }
  merge_fact (merge, &known->refund_state, said->refund_state);
  if (said->refund != 0 || tells_end)
    merge_number (merge, &known->refund, said->refund);
}

static void
merge_facts (ZgMerge *merge)
{
  const ZgPlatformFacts *said = merge->record->order->facts;
  ZgPlatformFacts *known = merge->known->facts;
  ZgImportFields fields = merge->record->fields;

  if ((fields & ZG_IMPORT_STATE) != 0)
    {
      if (said->state != ZG_ORDER_STATE_UNKNOWN && said->state != known->state
          && (merge->age == ZG_EVIDENCE_NEWER || known->state == ZG_ORDER_STATE_UNKNOWN))
        {
          known->state = said->state;
          merge->changed = TRUE;
        }
      merge_fact (merge, &known->state_text, said->state_text);
      merge_fact (merge, &known->close_reason, said->close_reason);
    }

  if ((fields & ZG_IMPORT_REFUND) != 0)
    merge_refund (merge, said, known);
  merge_holds (merge);
}

static void
merge_order (ZgMerge *merge)
{
  const ZgOrder *said = merge->record->order;
  ZgOrder *known = merge->known;
  ZgImportFields fields = merge->record->fields;

  if ((fields & ZG_IMPORT_TIMES) != 0 && known->ordered_at == ZG_TIME_NONE && said->ordered_at != ZG_TIME_NONE)
    {
      known->ordered_at = said->ordered_at;
      merge->changed = TRUE;
    }
  if ((fields & ZG_IMPORT_MONEY) != 0)
    {
      merge_number (merge, &known->goods, said->goods);
      merge_number (merge, &known->postage, said->postage);
      merge_number (merge, &known->total, said->total);
      merge_number (merge, &known->paid, said->paid);
    }
  if ((fields & ZG_IMPORT_RECIPIENT) != 0)
    merge_personal (merge, ZG_MARK_RECIPIENT, &known->recipient, &said->recipient);
  if ((fields & ZG_IMPORT_PHONE) != 0)
    merge_personal (merge, ZG_MARK_PHONE, &known->phone, &said->phone);
  if ((fields & ZG_IMPORT_ADDRESS) != 0)
    merge_address (merge);
  if ((fields & ZG_IMPORT_BUYER_NOTE) != 0)
    merge_text (merge, ZG_MARK_BUYER_NOTE, &known->buyer_note, said->buyer_note);
  if ((fields & ZG_IMPORT_SELLER_NOTE) != 0)
    merge_text (merge, ZG_MARK_SELLER_NOTE, &known->seller_note, said->seller_note);
  if ((fields & ZG_IMPORT_COURIER) != 0)
    merge_text (merge, ZG_MARK_COURIER, &known->courier, said->courier);
  if ((fields & ZG_IMPORT_TRACKING) != 0)
    merge_text (merge, ZG_MARK_TRACKING, &known->tracking, said->tracking);
  zg_merge_items (merge);
}

/**
 * zg_import_merge:
 * @known: an order as the shop has it; changed in place
 * @record: what a file says of it
 *
 * The order's state is not touched: the order gate moves it.
 *
 * Returns: whether anything about @known is different now, the time of the evidence and the marks included
 */
gboolean
zg_import_merge (ZgOrder              *known,
                 const ZgImportRecord *record)
{
  ZgTime evidence_at = record->order->facts->evidence_at;
  g_autofree char *marks = NULL;
  ZgMerge merge = { .known = known, .record = record };

  if (known->facts == NULL)
    {
      known->facts = zg_platform_facts_new ();
      known->facts->state = ZG_ORDER_STATE_UNKNOWN;
    }
  zg_import_marks_read (&merge.marks, known->facts->marks);
  merge.age = evidence_at > known->facts->evidence_at ? ZG_EVIDENCE_NEWER
              : evidence_at == known->facts->evidence_at ? ZG_EVIDENCE_SAME : ZG_EVIDENCE_OLDER;

  merge_order (&merge);
  merge_facts (&merge);

  marks = zg_import_marks_to_text (&merge.marks);
  zg_import_marks_clear (&merge.marks);
  if (g_strcmp0 (known->facts->marks, marks) != 0)
    {
      g_free (known->facts->marks);
      known->facts->marks = g_steal_pointer (&marks);
      merge.changed = TRUE;
    }
  if (evidence_at > known->facts->evidence_at)
    {
      known->facts->evidence_at = evidence_at;
      merge.changed = TRUE;
    }
  return merge.changed;
}

/**
 * zg_import_merge_new:
 * @order: (inout): an order that a file has made known, to be written as it is
 * @record: where it comes from
 *
 * Sets the marks of a new order, so that the next file is compared with this one.
 */
void
zg_import_merge_new (ZgOrder              *order,
                     const ZgImportRecord *record)
{
  g_autofree char *address = order->address != NULL ? zg_address_to_text (order->address) : NULL;
  const ZgOrderItem *only = order->items->len == 1 ? g_ptr_array_index (order->items, 0) : NULL;
  const struct {
    ZgImportFields field;
    const char *text;
  } fields[ZG_N_MARKS] = {
    [ZG_MARK_RECIPIENT] = { ZG_IMPORT_RECIPIENT, order->recipient.text },
    [ZG_MARK_PHONE] = { ZG_IMPORT_PHONE, order->phone.text },
    [ZG_MARK_ADDRESS] = { ZG_IMPORT_ADDRESS, address },
    [ZG_MARK_BUYER_NOTE] = { ZG_IMPORT_BUYER_NOTE, order->buyer_note },
    [ZG_MARK_SELLER_NOTE] = { ZG_IMPORT_SELLER_NOTE, order->seller_note },
    [ZG_MARK_COURIER] = { ZG_IMPORT_COURIER, order->courier },
    [ZG_MARK_TRACKING] = { ZG_IMPORT_TRACKING, order->tracking },
    [ZG_MARK_NEW_SKU] = { ZG_IMPORT_NEW_SKU, only != NULL ? only->properties : NULL },
    [ZG_MARK_NEW_ADDRESS] = { ZG_IMPORT_NEW_ADDRESS, address },
  };
  g_auto(ZgImportMarks) marks = { 0 };

  zg_import_marks_read (&marks, NULL);
  for (int mark = 0; mark < ZG_N_MARKS; mark++)
    {
      if ((record->fields & fields[mark].field) != 0)
        zg_import_marks_note (&marks, mark, fields[mark].text);
    }
  if ((record->fields & ZG_IMPORT_LINES) != 0)
    zg_merge_mark_lines (&marks, order->items);
  g_free (order->facts->marks);
  order->facts->marks = zg_import_marks_to_text (&marks);
}
