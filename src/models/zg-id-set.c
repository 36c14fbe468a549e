/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-id-set.h"

#define IDS_PER_BLOCK 4096

typedef struct {
  gint64 index;                 /* of the block: id / IDS_PER_BLOCK */
  guint64 bits[IDS_PER_BLOCK / 64];
} Block;

struct _ZgIdSet
{
  GHashTable *blocks;
  guint size;
};

/**
 * zg_id_set_new:
 *
 * Returns: (transfer full): an empty set
 */
ZgIdSet *
zg_id_set_new (void)
{
  ZgIdSet *set = g_new0 (ZgIdSet, 1);

  set->blocks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return set;
}

/**
 * zg_id_set_free:
 * @set: (transfer full) (nullable): a set
 */
void
zg_id_set_free (ZgIdSet *set)
{
  if (set == NULL)
    return;

  g_hash_table_unref (set->blocks);
  g_free (set);
}

static Block *
find_block (ZgIdSet  *set,
            gint64    id,
            gboolean  make)
{
  gint64 index = id / IDS_PER_BLOCK;
  Block *block = g_hash_table_lookup (set->blocks, &index);

  if (block == NULL && make)
    {
      block = g_new0 (Block, 1);
      block->index = index;
      g_hash_table_insert (set->blocks, &block->index, block);
    }
  return block;
}

/**
 * zg_id_set_put:
 * @set: a set
 * @id: a row id, which is positive
 * @in: whether it is to be in the set
 */
void
zg_id_set_put (ZgIdSet  *set,
               gint64    id,
               gboolean  in)
{
  Block *block = find_block (set, id, in);
  guint place = (guint) (id % IDS_PER_BLOCK);
  guint64 bit = G_GUINT64_CONSTANT (1) << (place % 64);

  if (block == NULL || ((block->bits[place / 64] & bit) != 0) == !!in)
    return;
  block->bits[place / 64] ^= bit;
  set->size += in ? 1 : -1;
}

/**
 * zg_id_set_has:
 * @set: a set
 * @id: a row id
 *
 * Returns: whether it is in the set
 */
gboolean
zg_id_set_has (ZgIdSet *set,
               gint64   id)
{
  Block *block = find_block (set, id, FALSE);
  guint place = (guint) (id % IDS_PER_BLOCK);

  return block != NULL && (block->bits[place / 64] & (G_GUINT64_CONSTANT (1) << (place % 64))) != 0;
}

/**
 * zg_id_set_clear:
 * @set: a set
 */
void
zg_id_set_clear (ZgIdSet *set)
{
  g_hash_table_remove_all (set->blocks);
  set->size = 0;
}

/**
 * zg_id_set_get_size:
 * @set: a set
 *
 * Returns: how many ids are in it
 */
guint
zg_id_set_get_size (ZgIdSet *set)
{
  return set->size;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * zg_id_set_list:
 * @set: a set
 *
 * Returns: (transfer full) (element-type gint64): the ids, the smallest first
 */
GArray *
zg_id_set_list (ZgIdSet *set)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), set->size);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, set->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Block *block = value;

      for (guint place = 0; place < IDS_PER_BLOCK; place++)
        {
          gint64 id = block->index * IDS_PER_BLOCK + place;

          if (block->bits[place / 64] == 0)
            place |= 63;
          else if ((block->bits[place / 64] & (G_GUINT64_CONSTANT (1) << (place % 64))) != 0)
            g_array_append_val (ids, id);
        }
    }
  g_array_sort (ids, compare_ids);
  return ids;
}
