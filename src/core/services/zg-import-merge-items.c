/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <string.h>

#include "zg-import-merge-private.h"
#include "zg-import-merge.h"

/*
 * What a file changes about the items of an order that is known. Some files know them by their titles alone, others line
 * by line; and an order may be spread over several places of a file.
 */

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
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

/* All that a file says of a line; two that are alike differ in which of them it is. */
static char *
describe_line (const GPtrArray *items,
               guint            index)
{
  const ZgOrderItem *item = g_ptr_array_index (items, index);
  guint n_alike = 0;

  for (guint i = 0; i < index; i++)
    n_alike += same_line (item, g_ptr_array_index (items, i));
  return g_strdup_printf ("%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%u", item->title != NULL ? item->title : "",
                          item->properties != NULL ? item->properties : "",
                          item->line_number != NULL ? item->line_number : "", item->quantity, item->price, n_alike);
}

/* All that a file says of an order's lines. */
static char *
describe_items (const GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *line = describe_line (items, i);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

/**
 * zg_merge_mark_lines:
 * @marks: (inout): marks of an order
 * @items: (element-type ZgOrderItem): lines that the platform tells
 *
 * Notes the lines together, and each that is not noted yet.
 */
void
zg_merge_mark_lines (ZgImportMarks   *marks,
                     const GPtrArray *items)
{
  g_autofree char *all = describe_items (items);

  zg_import_marks_note (marks, ZG_MARK_ITEMS, all);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = describe_line (items, i);

      if (!zg_import_marks_has_line (marks, text))
        zg_import_marks_add_line (marks, text);
    }
}

static void
replace_items (ZgMerge *merge)
{
  const GPtrArray *said = merge->record->order->items;

  g_ptr_array_set_size (merge->known->items, 0);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (merge->known->items, zg_order_item_copy (g_ptr_array_index (said, i)));
  merge->changed = TRUE;
}

/* Adds lines that are not known. One that the platform told before is: the desk may have corrected it since. */
static void
add_lines (ZgMerge *merge)
{
  const GPtrArray *said = merge->record->order->items;
  g_autofree gboolean *used = g_new0 (gboolean, merge->known->items->len + 1);
  guint n_known = merge->known->items->len;

  for (guint i = 0; i < said->len; i++)
    {
      const ZgOrderItem *line = g_ptr_array_index (said, i);
      g_autofree char *text = describe_line (said, i);
      gboolean found = zg_import_marks_has_line (&merge->marks, text);

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
set_text (ZgMerge     *merge,
          char       **known,
          const char  *said)
{
  if (g_strcmp0 (*known != NULL ? *known : "", said != NULL ? said : "") == 0)
    return;
  g_free (*known);
  *known = g_strdup (said);
  merge->changed = TRUE;
}

/* The buyer changed the variant of the only item. The shop's own number for the one before would mislead the packer. */
static void
change_sku (ZgMerge           *merge,
            const ZgOrderItem *said)
{
  ZgOrderItem *item = g_ptr_array_index (merge->known->items, 0);

  if (g_strcmp0 (item->properties, said->properties) == 0)
    return;
  set_text (merge, &item->properties, said->properties);
  set_text (merge, &item->colour, said->colour);
  set_text (merge, &item->size, said->size);
  set_text (merge, &item->sku, NULL);
}

/* The line of the only item, whose variant the buyer changed: all else that it says counts. */
static void
merge_line_but_sku (ZgMerge           *merge,
                    const ZgOrderItem *said)
{
  ZgOrderItem *item = g_ptr_array_index (merge->known->items, 0);

  set_text (merge, &item->line_number, said->line_number);
  set_text (merge, &item->title, said->title);
  merge->changed |= item->price != said->price || item->quantity != said->quantity;
  item->price = said->price;
  item->quantity = said->quantity;
}

/* Whether the file tells a line that the platform did not tell before. */
static gboolean
tells_new_line (ZgMerge *merge)
{
  const GPtrArray *said = merge->record->order->items;
  gboolean is_new = FALSE;

  for (guint i = 0; i < said->len && !is_new; i++)
    {
      g_autofree char *text = describe_line (said, i);

      is_new = !zg_import_marks_has_line (&merge->marks, text);
    }
  return is_new;
}

/* Whether the file's only line is that of the only item, whose variant the buyer changed: lines go on telling what was
 * ordered at first. */
static gboolean
is_changed_item (ZgMerge *merge,
                 gboolean is_first)
{
  const GPtrArray *said = merge->record->order->items;
  const GPtrArray *known = merge->known->items;

  if (!zg_import_marks_has (&merge->marks, ZG_MARK_NEW_SKU) || known->len != 1 || said->len != 1)
    return FALSE;
  return is_first || g_strcmp0 (((const ZgOrderItem *) g_ptr_array_index (known, 0))->title,
                                ((const ZgOrderItem *) g_ptr_array_index (said, 0))->title) == 0;
}

static void
merge_lines (ZgMerge *merge)
{
  const GPtrArray *said = merge->record->order->items;
  gboolean is_first = !zg_import_marks_has (&merge->marks, ZG_MARK_ITEMS);
  gboolean is_new = tells_new_line (merge);

  if (is_changed_item (merge, is_first))
    {
      if (is_first || (is_new && merge->age == ZG_EVIDENCE_NEWER))
        merge_line_but_sku (merge, g_ptr_array_index (said, 0));
    }
  else if (!zg_import_items_are_lines (merge->known))
    {
      replace_items (merge);
    }
  else if (is_new && merge->age != ZG_EVIDENCE_OLDER)
    {
      add_lines (merge);
    }

  if (is_new && merge->age == ZG_EVIDENCE_NEWER)
    zg_import_marks_clear_lines (&merge->marks);
  if (is_first || (is_new && merge->age != ZG_EVIDENCE_OLDER))
    zg_merge_mark_lines (&merge->marks, said);
}

/**
 * zg_merge_items:
 * @merge: a merge
 *
 * Merges what the file says of the order's items.
 */
void
zg_merge_items (ZgMerge *merge)
{
  const GPtrArray *said = merge->record->order->items;
  gboolean is_changed = (merge->record->fields & ZG_IMPORT_NEW_SKU) != 0;
  gboolean is_news;

  /* What has left in part hangs on the lines as they are: other ones would count as not sent yet. */
  if ((merge->record->fields & (ZG_IMPORT_LINES | ZG_IMPORT_TITLES)) == 0 || said->len == 0 || merge->known->partly_shipped)
    return;
  if ((merge->record->fields & ZG_IMPORT_LINES) != 0)
    {
      merge_lines (merge);
      return;
    }

  is_news = is_changed
            && zg_merge_buyer_changed (merge, ZG_MARK_NEW_SKU,
                                       ((const ZgOrderItem *) g_ptr_array_index (said, 0))->properties);
  if (merge->known->items->len == 0)
    replace_items (merge);
  else if (is_news && merge->known->items->len == 1)
    change_sku (merge, g_ptr_array_index (said, 0));
}
