/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-merge.h"

#include <string.h>

/*
 * What a file changes about an order that is known, as a pure function over the two.
 *
 * Three rules, field by field. Older evidence only fills in what is unknown. What the platform repeats unchanged does
 * not undo what the desk has changed since: each order keeps a mark of what the platform last said of each field. And
 * hidden data never takes the place of data that tells more.
 */

/* The fields that have a mark, in the order of the marks. */
typedef enum {
  MARK_RECIPIENT,
  MARK_PHONE,
  MARK_ADDRESS,
  MARK_BUYER_NOTE,
  MARK_SELLER_NOTE,
  MARK_COURIER,
  MARK_TRACKING,
  MARK_ITEMS,
  N_MARKS
} Mark;

#define MARK_LENGTH 8

/* FNV-1a: a mark only has to differ when the text does. */
static void
make_mark (const char *text,
           char        mark[MARK_LENGTH + 1])
{
  guint32 hash = 2166136261u;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;
  g_snprintf (mark, MARK_LENGTH + 1, "%08x", hash);
}

/* A merge under way. */
typedef struct {
  ZgOrder *known;
  const ZgImportRecord *record;
  gboolean is_newer;            /* or as new */
  gboolean changed;
  char marks[N_MARKS * MARK_LENGTH + 1];
} Merge;

/* Whether the platform says something else of a field than last time; notes what it says now. */
static gboolean
platform_changed (Merge      *merge,
                  Mark        mark,
                  const char *text)
{
  char *place = merge->marks + mark * MARK_LENGTH;
  char fresh[MARK_LENGTH + 1];

  if (!merge->is_newer)
    return FALSE;

  make_mark (text, fresh);
  if (strncmp (place, fresh, MARK_LENGTH) == 0)
    return FALSE;
  memcpy (place, fresh, MARK_LENGTH);
  return TRUE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static void
merge_text (Merge       *merge,
            Mark         mark,
            char       **known,
            const char  *said)
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
                Mark              mark,
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
  gboolean says_new = platform_changed (merge, MARK_ADDRESS, text);
  gboolean was_empty = known == NULL || zg_address_is_empty (known);

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
    {
      merge_fact (merge, &known->refund_state, said->refund_state);
      merge_number (merge, &known->refund, said->refund);
    }
  merge_holds (merge);
}

/* The same line of an order: by the platform's number, else by all that it says. */
static gboolean
same_line (const ZgOrderItem *a,
           const ZgOrderItem *b)
{
  if (!is_empty (a->line_number) && !is_empty (b->line_number))
    return strcmp (a->line_number, b->line_number) == 0;
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->properties, b->properties) == 0
         && a->price == b->price && a->quantity == b->quantity;
}

static gboolean
is_line (const ZgOrderItem *item)
{
  return item->price != 0 || !is_empty (item->properties) || !is_empty (item->line_number);
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

static char *
describe_items (const ZgOrder *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      g_string_append_printf (text, "%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n", item->title != NULL ? item->title : "",
                              item->properties != NULL ? item->properties : "",
                              item->line_number != NULL ? item->line_number : "", item->quantity, item->price);
    }
  return g_string_free (text, FALSE);
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

  for (guint i = 0; i < said->len; i++)
    {
      const ZgOrderItem *line = g_ptr_array_index (said, i);
      gboolean found = FALSE;

      for (guint k = 0; k < n_known && !found; k++)
        {
          if (used[k] || !same_line (line, g_ptr_array_index (merge->known->items, k)))
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
merge_items (Merge *merge)
{
  ZgImportFields fields = merge->record->fields;
  gboolean known_lines = zg_import_items_are_lines (merge->known);
  gboolean had_none = merge->known->items->len == 0;
  g_autofree char *text = NULL;

  if ((fields & (ZG_IMPORT_LINES | ZG_IMPORT_TITLES)) == 0 || merge->record->order->items->len == 0)
    return;

  if ((fields & ZG_IMPORT_LINES) != 0)
    {
      /* The desk may have corrected a line; only when the platform says something else do its lines count again. */
      text = describe_items (merge->record->order);
      if (!known_lines)
        replace_items (merge);
      else if (platform_changed (merge, MARK_ITEMS, text))
        add_lines (merge);
      if (!known_lines)
        platform_changed (merge, MARK_ITEMS, text);
    }
  else if (had_none)
    {
      replace_items (merge);
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
    merge_personal (merge, MARK_RECIPIENT, &known->recipient, &said->recipient);
  if ((fields & ZG_IMPORT_PHONE) != 0)
    merge_personal (merge, MARK_PHONE, &known->phone, &said->phone);
  if ((fields & ZG_IMPORT_ADDRESS) != 0)
    merge_address (merge);
  if ((fields & ZG_IMPORT_BUYER_NOTE) != 0)
    merge_text (merge, MARK_BUYER_NOTE, &known->buyer_note, said->buyer_note);
  if ((fields & ZG_IMPORT_SELLER_NOTE) != 0)
    merge_text (merge, MARK_SELLER_NOTE, &known->seller_note, said->seller_note);
  if ((fields & ZG_IMPORT_COURIER) != 0)
    merge_text (merge, MARK_COURIER, &known->courier, said->courier);
  if ((fields & ZG_IMPORT_TRACKING) != 0)
    merge_text (merge, MARK_TRACKING, &known->tracking, said->tracking);
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
  memset (merge.marks, '-', N_MARKS * MARK_LENGTH);
  if (known->facts->marks != NULL && strlen (known->facts->marks) == N_MARKS * MARK_LENGTH)
    memcpy (merge.marks, known->facts->marks, N_MARKS * MARK_LENGTH);

  merge_order (&merge);
  merge_facts (&merge);

  if (g_strcmp0 (known->facts->marks, merge.marks) != 0)
    {
      g_free (known->facts->marks);
      known->facts->marks = g_strdup (merge.marks);
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
  g_autofree char *items = (record->fields & ZG_IMPORT_LINES) != 0 ? describe_items (order) : NULL;
  const struct {
    ZgImportFields field;
    const char *text;
  } fields[N_MARKS] = {
    [MARK_RECIPIENT] = { ZG_IMPORT_RECIPIENT, order->recipient.text },
    [MARK_PHONE] = { ZG_IMPORT_PHONE, order->phone.text },
    [MARK_ADDRESS] = { ZG_IMPORT_ADDRESS, address },
    [MARK_BUYER_NOTE] = { ZG_IMPORT_BUYER_NOTE, order->buyer_note },
    [MARK_SELLER_NOTE] = { ZG_IMPORT_SELLER_NOTE, order->seller_note },
    [MARK_COURIER] = { ZG_IMPORT_COURIER, order->courier },
    [MARK_TRACKING] = { ZG_IMPORT_TRACKING, order->tracking },
    [MARK_ITEMS] = { ZG_IMPORT_LINES, items },
  };
  char marks[N_MARKS * MARK_LENGTH + 1] = { 0 };

  memset (marks, '-', N_MARKS * MARK_LENGTH);
  for (int mark = 0; mark < N_MARKS; mark++)
    {
      char fresh[MARK_LENGTH + 1];

      if ((record->fields & fields[mark].field) == 0)
        continue;
      make_mark (fields[mark].text, fresh);
      memcpy (marks + mark * MARK_LENGTH, fresh, MARK_LENGTH);
    }
  g_free (order->facts->marks);
  order->facts->marks = g_strdup (marks);
}
