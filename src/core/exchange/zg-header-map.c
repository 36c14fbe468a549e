/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-header-map.h"

#include <string.h>

#include "zg-cell.h"
#include "zg-width.h"

/* Columns are found by their names, wherever they stand: platforms add and move columns about once a year. */

struct _ZgHeaderMap {
  guint n_known;
  guint n_fields;
  int *first;           /* for each column the first field that has its name, -1 without one */
  int *columns;         /* for each field what its name stands for, -1 for an unknown name */
  int *next;            /* for each field the next one of the same column, -1 without one */
};

/**
 * zg_header_normalise:
 * @name: a column's name as the file has it
 *
 * Returns: (transfer full): without blanks and the mark of a currency, narrow forms, small letters
 */
char *
zg_header_normalise (const char *name)
{
  g_autofree char *narrow = zg_width_fold (name);
  g_autofree char *lower = g_utf8_strdown (narrow, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xfeff && c != '\'' && c != '"' && c != '=')
        g_string_append_unichar (result, c);
    }
  if (g_str_has_suffix (result->str, "(元)"))
    g_string_truncate (result, result->len - strlen ("(元)"));
  return g_string_free (result, FALSE);
}

/* The column that a name stands for, -1 for an unknown name. */
static int
find_column (const ZgColumnName *names,
             const char         *field)
{
  g_autofree char *name = zg_header_normalise (field);

  for (const ZgColumnName *known = names; known->name != NULL; known++)
    if (strcmp (known->name, name) == 0)
      return known->column;
  return -1;
}

/**
 * zg_header_map_new:
 * @reader: a reader that stands on what may be the header
 * @names: the names that are known, up to one without a name
 * @n_columns: how many columns they stand for
 *
 * Finds the columns by their names. A name can stand several times, and several names can stand for one column.
 *
 * Returns: (transfer full): where they are
 */
ZgHeaderMap *
zg_header_map_new (ZgDelimitedReader  *reader,
                   const ZgColumnName *names,
                   guint               n_columns)
{
  ZgHeaderMap *map = g_new0 (ZgHeaderMap, 1);

  map->n_fields = zg_delimited_reader_get_n_fields (reader);
  map->first = g_new (int, n_columns);
  map->columns = g_new (int, map->n_fields);
  map->next = g_new (int, map->n_fields);
  for (guint i = 0; i < n_columns; i++)
    map->first[i] = -1;

  /* From the end, so that each new field becomes the first of its column. */
  for (guint i = map->n_fields; i-- > 0;)
    {
      int column = find_column (names, zg_delimited_reader_get_field (reader, i));

      map->columns[i] = column;
      map->next[i] = -1;
      if (column < 0)
        continue;
      map->n_known++;
      map->next[i] = map->first[column];
      map->first[column] = (int) i;
    }
  return map;
}

/**
 * zg_header_map_free:
 * @map: (transfer full): where columns are
 */
void
zg_header_map_free (ZgHeaderMap *map)
{
  g_free (map->first);
  g_free (map->columns);
  g_free (map->next);
  g_free (map);
}

/**
 * zg_header_map_get_n_known:
 * @map: where columns are
 *
 * Returns: how many fields of the header have a known name
 */
guint
zg_header_map_get_n_known (const ZgHeaderMap *map)
{
  return map->n_known;
}

/**
 * zg_header_map_get_column:
 * @map: where columns are
 * @field: a field of the header
 *
 * Returns: the column that the field's name stands for, -1 for an unknown name
 */
int
zg_header_map_get_column (const ZgHeaderMap *map,
                          guint              field)
{
  return map->columns[field];
}

/**
 * zg_header_map_get_n_fields:
 * @map: where columns are
 *
 * Returns: how many fields the header has
 */
guint
zg_header_map_get_n_fields (const ZgHeaderMap *map)
{
  return map->n_fields;
}

/**
 * zg_header_map_has:
 * @map: where columns are
 * @column: a column
 *
 * Returns: whether the file has it
 */
gboolean
zg_header_map_has (const ZgHeaderMap *map,
                   guint              column)
{
  return map->first[column] >= 0;
}

/**
 * zg_header_map_get_first:
 * @map: where columns are
 * @column: a column
 *
 * Returns: the first field that has its name, -1 without one
 */
int
zg_header_map_get_first (const ZgHeaderMap *map,
                         guint              column)
{
  return map->first[column];
}

static char *
get (const ZgHeaderMap  *map,
     ZgDelimitedReader  *reader,
     guint               column,
     char             *(*convert) (const char *cell))
{
  for (int i = map->first[column]; i >= 0; i = map->next[i])
    {
      char *value = convert (zg_delimited_reader_get_field (reader, (guint) i));

      if (value[0] != '\0')
        return value;
      g_free (value);
    }
  return g_strdup ("");
}

/**
 * zg_header_map_get_text:
 * @map: where columns are
 * @reader: a reader that stands on a row
 * @column: a column
 *
 * Returns: (transfer full): the first text in the row for that column that is not empty, see zg_cell_to_text()
 */
char *
zg_header_map_get_text (const ZgHeaderMap *map,
                        ZgDelimitedReader *reader,
                        guint              column)
{
  return get (map, reader, column, zg_cell_to_text);
}

/**
 * zg_header_map_get_id:
 * @map: where columns are
 * @reader: a reader that stands on a row
 * @column: a column
 *
 * Returns: (transfer full): the same for ids, phones, amounts and times, see zg_cell_to_id()
 */
char *
zg_header_map_get_id (const ZgHeaderMap *map,
                      ZgDelimitedReader *reader,
                      guint              column)
{
  return get (map, reader, column, zg_cell_to_id);
}
