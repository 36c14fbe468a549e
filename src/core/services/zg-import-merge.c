/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-merge.h"

#include <string.h>

#include "zg-import-marks.h"

/*
 * What a file changes about an order that is known, as a pure function over the two.
 *
 * Three rules, field by field. Older evidence only fills in what is unknown. What the platform repeats unchanged does
 * not undo what the desk has changed since: each order keeps a mark of what the platform last said of each field. And
 * hidden data never takes the place of data that tells more.
 */

/* A merge under way. */
typedef struct {
  ZgOrder *known;
  const ZgImportRecord *record;
  gboolean is_newer;            /* or as new */
  gboolean changed;
  ZgImportMarks marks;
} Merge;

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* Whether the platform says something else of a field than last time; notes what it says now. */
static gboolean
platform_changed (Merge        *merge,
                  ZgImportMark  mark,
                  const char   *text)
{
  return merge->is_newer && zg_import_marks_note (&merge->marks, mark, text);
}

static void
merge_text (Merge         *merge,
            ZgImportMark   mark,
            char         **known,
            const char    *said)
{
  gboolean says_new = platform_changed (merge, mark, said);

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
merge_personal (Merge            *merge,
                ZgImportMark      mark,
                ZgPersonal       *known,
                const ZgPersonal *said)
{
  gboolean says_new = platform_changed (merge, mark, said->text);
  gboolean tells_more = said->disclosure > known->disclosure;

  if (said->disclosure == ZG_DISCLOSURE_ABSENT || zg_personal_equal (known, said))
    return;
  if (!tells_more && !(says_new && said->disclosure == known->disclosure))
    return;

  zg_personal_copy (known, said);
  merge->changed = TRUE;
}

static void
merge_address (Merge *merge)
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
  if (is_new)
    platform_changed (merge, ZG_MARK_NEW_ADDRESS, text);
  says_new = platform_changed (merge, ZG_MARK_ADDRESS, text);
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
merge_number (Merge  *merge,
              gint64 *known,
              gint64  said)
{
  if (*known == said || (!merge->is_newer && *known != 0))
    return;
  *known = said;
  merge->changed = TRUE;
}

static void
merge_fact (Merge       *merge,
            char       **known,
            const char  *said)
{
  if (is_empty (said) || g_strcmp0 (*known, said) == 0 || (!merge->is_newer && !is_empty (*known)))
    return;
  g_free (*known);
  *known = g_strdup (said);
  merge->changed = TRUE;
}

/* A file speaks of some holds only: the others stay. */
static void
merge_holds (Merge *merge)
{
  ZgHold mask = merge->record->known_holds;
  ZgHold holds = (merge->known->holds & ~mask) | (merge->record->order->holds & mask);

  if (!merge->is_newer || holds == merge->known->holds)
    return;
  merge->known->holds = holds;
  merge->changed = TRUE;
}

/* Only newer lines tell that there is no refund any more: a list of orders has 0.00 for one that is asked for. */
static void
merge_refund (Merge                 *merge,
              const ZgPlatformFacts *said,
              ZgPlatformFacts       *known)
{
  gboolean tells_state = (merge->record->known_holds & ZG_HOLD_REFUND) != 0;

  if (tells_state && said->evidence_at > known->evidence_at && is_empty (said->refund_state) && !is_empty (known->refund_state))
    {
      known->refund_state[0] = '\0';
      merge->changed = TRUE;
    }
  merge_fact (merge, &known->refund_state, said->refund_state);
  if (said->refund != 0 || (tells_state && said->evidence_at > known->evidence_at))
    merge_number (merge, &known->refund, said->refund);
}

static void
merge_facts (Merge *merge)
{
  const ZgPlatformFacts *said = merge->record->order->facts;
  ZgPlatformFacts *known = merge->known->facts;
  ZgImportFields fields = merge->record->fields;

  if ((fields & ZG_IMPORT_STATE) != 0)
    {
      if (said->state != ZG_ORDER_STATE_UNKNOWN && said->state != known->state
          && (merge->is_newer || known->state == ZG_ORDER_STATE_UNKNOWN))
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

/* The same line of an order: by the platform's number, else by all that it says. */
static gboolean
same_line (const ZgOrderItem *a,
           const ZgOrderItem *b,
           gboolean           is_changed)
{
  if (!is_empty (a->line_number) && !is_empty (b->line_number))
    return strcmp (a->line_number, b->line_number) == 0;
  return g_strcmp0 (a->title, b->title) == 0 && (is_changed || g_strcmp0 (a->properties, b->properties) == 0)
         && a->price == b->price && a->quantity == b->quantity;
}

/* What the buyer has changed the only item to: the lines go on telling what was ordered at first. */
static const char *
get_new_sku (const Merge *merge)
{
  const ZgOrderItem *item;

  if (!zg_import_marks_has (&merge->marks, ZG_MARK_NEW_SKU) || merge->known->items->len != 1)
    return NULL;
  item = g_ptr_array_index (merge->known->items, 0);
  return item->properties;
}

static void
set_new_sku (Merge      *merge,
             const char *properties)
{
  ZgOrderItem *item = g_ptr_array_index (merge->known->items, 0);

  if (g_strcmp0 (item->properties, properties) == 0)
    return;
  g_free (item->properties);
  item->properties = g_strdup (properties);
  zg_order_item_parse_properties (item);
  merge->changed = TRUE;
}

/* A list of orders tells the titles; prices and numbers only come line by line. */
static gboolean
is_line (const ZgOrderItem *item)
{
  return item->price != 0 || !is_empty (item->sku) || !is_empty (item->line_number);
}

/**
 * zg_import_items_are_lines:
 * @order: an order
 *
 * Returns: whether its items are known line by line, not just by their titles
 */
gboolean
zg_import_items_are_lines (const ZgOrder *order)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      if (is_line (g_ptr_array_index (order->items, i)))
        return TRUE;
    }
  return FALSE;
}

static void
replace_items (Merge *merge)
{
  const GPtrArray *said = merge->record->order->items;

  g_ptr_array_set_size (merge->known->items, 0);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (merge->known->items, zg_order_item_copy (g_ptr_array_index (said, i)));
  merge->changed = TRUE;
}

/* Lines of the file that are not known are added; an order may be spread over several places of a file. */
static void
add_lines (Merge *merge)
{
  const GPtrArray *said = merge->record->order->items;
  g_autofree gboolean *used = g_new0 (gboolean, merge->known->items->len + 1);
  guint n_known = merge->known->items->len;
  gboolean is_changed = get_new_sku (merge) != NULL && said->len == 1;

  for (guint i = 0; i < said->len; i++)
    {
      const ZgOrderItem *line = g_ptr_array_index (said, i);
      gboolean found = FALSE;

      for (guint k = 0; k < n_known && !found; k++)
        {
          if (used[k] || !same_line (line, g_ptr_array_index (merge->known->items, k), is_changed))
            continue;
          used[k] = found = TRUE;
        }
      if (found)
        continue;
      g_ptr_array_add (merge->known->items, zg_order_item_copy (line));
      merge->changed = TRUE;
    }
}

static void
merge_lines (Merge *merge)
{
  g_autofree char *text = zg_import_describe_items (merge->record->order);
  g_autofree char *new_sku = g_strdup (get_new_sku (merge));

  /* The desk may have corrected a line; only when the platform says something else do its lines count again. */
  if (zg_import_items_are_lines (merge->known))
    {
      if (platform_changed (merge, ZG_MARK_ITEMS, text))
        add_lines (merge);
      return;
    }

  replace_items (merge);
  if (new_sku != NULL && merge->known->items->len == 1)
    set_new_sku (merge, new_sku);
  platform_changed (merge, ZG_MARK_ITEMS, text);
}

static void
merge_items (Merge *merge)
{
  ZgImportFields fields = merge->record->fields;
  const GPtrArray *said = merge->record->order->items;

  if ((fields & (ZG_IMPORT_LINES | ZG_IMPORT_TITLES)) == 0 || said->len == 0)
    return;

  if ((fields & ZG_IMPORT_LINES) != 0)
    merge_lines (merge);
  else if (merge->known->items->len == 0)
    replace_items (merge);

  if ((fields & ZG_IMPORT_NEW_SKU) != 0 && merge->known->items->len == 1)
    {
      const char *properties = ((ZgOrderItem *) g_ptr_array_index (said, 0))->properties;

      if (platform_changed (merge, ZG_MARK_NEW_SKU, properties))
        set_new_sku (merge, properties);
    }
}

static void
merge_order (Merge *merge)
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
  merge_items (merge);
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
  Merge merge = { .known = known, .record = record };

  if (known->facts == NULL)
    {
      known->facts = zg_platform_facts_new ();
      known->facts->state = ZG_ORDER_STATE_UNKNOWN;
    }
  merge.is_newer = evidence_at >= known->facts->evidence_at;
  zg_import_marks_read (&merge.marks, known->facts->marks);

  merge_order (&merge);
  merge_facts (&merge);

  if (g_strcmp0 (known->facts->marks, merge.marks.text) != 0)
    {
      g_free (known->facts->marks);
      known->facts->marks = g_strdup (merge.marks.text);
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
  g_autofree char *items = (record->fields & ZG_IMPORT_LINES) != 0 ? zg_import_describe_items (order) : NULL;
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
    [ZG_MARK_ITEMS] = { ZG_IMPORT_LINES, items },
    [ZG_MARK_NEW_ADDRESS] = { ZG_IMPORT_NEW_ADDRESS, address },
    [ZG_MARK_NEW_SKU] = { ZG_IMPORT_NEW_SKU, only != NULL ? only->properties : NULL },
  };
  ZgImportMarks marks;

  zg_import_marks_read (&marks, NULL);
  for (int mark = 0; mark < ZG_N_MARKS; mark++)
    {
      if ((record->fields & fields[mark].field) != 0)
        zg_import_marks_note (&marks, mark, fields[mark].text);
    }
  g_free (order->facts->marks);
  order->facts->marks = g_strdup (marks.text);
}
