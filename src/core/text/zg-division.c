/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-division.h"

#include <gio/gio.h>
#include <string.h>

#include "zg-text-resources.h"

/*
 * The divisions of China, from data/divisions/divisions.tsv: numbered as they stand there, so that what stands in one
 * another lies side by side. Read once, by whoever needs it first; 3,600 lines take less than a millisecond.
 */

/* "Cities" that no address shows: what stands directly under a province is in them. */
#define DIRECTLY "直辖"

static GArray *divisions;

static void
register_resource (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      zg_text_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

/**
 * zg_division_data_load:
 * @name: a file of data/divisions
 *
 * Returns: (transfer full): what stands in it
 */
char *
zg_division_data_load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_BASE "/data/divisions/", name, NULL);
  g_autoptr(GBytes) bytes = NULL;

  register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static ZgDivision *
get_mutable (guint number)
{
  return &g_array_index (divisions, ZgDivision, number);
}

static void
add_child (guint parent,
           guint child)
{
  ZgDivision *above = get_mutable (parent);

  if (above->n_children == 0)
    above->first_child = child;
  above->n_children++;
}

/* Where the lines are that a line may stand in; @skipped is such a "city", or a municipality's second one. */
typedef struct {
  guint province;
  guint city;
  gboolean is_directly;
} Place;

static void
add_line (Place      *place,
          guint32     code,
          const char *name,
          const char *traditional)
{
  ZgDivision division = { name, traditional, code, ZG_DIVISION_NONE, ZG_DIVISION_NONE, 0, ZG_DIVISION_PROVINCE };
  guint number = divisions->len;

  if (code % 10000 == 0)
    {
      place->province = number;
      place->city = ZG_DIVISION_NONE;
    }
  else if (code % 100 == 0)
    {
      place->is_directly = strcmp (name, DIRECTLY) == 0;
      /* 500200 is 重庆市 once more, for the counties: they stand in the one city of that name. */
      if (place->is_directly || (place->city != ZG_DIVISION_NONE && strcmp (name, get_mutable (place->city)->name) == 0))
        return;
      division.level = ZG_DIVISION_CITY;
      division.parent = place->province;
      place->city = number;
    }
  else
    {
      division.level = place->is_directly ? ZG_DIVISION_CITY : ZG_DIVISION_DISTRICT;
      division.parent = place->is_directly ? place->province : place->city;
    }

  g_array_append_val (divisions, division);
  if (division.level == ZG_DIVISION_DISTRICT)
    add_child (division.parent, number);
}

/* The text of the file stays and holds the names. */
static void
read_table (void)
{
  char *line = zg_division_data_load ("divisions.tsv");
  Place place = { ZG_DIVISION_NONE, ZG_DIVISION_NONE, FALSE };

  divisions = g_array_sized_new (FALSE, FALSE, sizeof (ZgDivision), 3700);
  while (*line != '\0')
    {
      char *next = line + strcspn (line, "\n");
      char *name = line + strcspn (line, "\t\n");
      char *traditional;

      if (*next != '\0')
        *next++ = '\0';
      if (*line != '#' && *name == '\t')
        {
          name++;
          traditional = strchr (name, '\t');
          if (traditional != NULL)
            *traditional++ = '\0';
          add_line (&place, (guint32) g_ascii_strtoull (line, NULL, 10), name, traditional);
        }
      line = next;
    }
}

static void
ensure_table (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      read_table ();
      g_once_init_leave (&ready, 1);
    }
}

/**
 * zg_division_count:
 *
 * Returns: how many divisions there are; they are numbered from 0. Any thread
 */
guint
zg_division_count (void)
{
  ensure_table ();
  return divisions->len;
}

/**
 * zg_division_get:
 * @number: less than zg_division_count()
 *
 * Returns: the division, which stays. Any thread
 */
const ZgDivision *
zg_division_get (guint number)
{
  ensure_table ();
  g_assert (number < divisions->len);
  return &g_array_index (divisions, ZgDivision, number);
}

/**
 * zg_division_find_code:
 * @code: a code of GB/T 2260
 *
 * Returns: the number of the division, or %ZG_DIVISION_NONE
 */
guint
zg_division_find_code (guint32 code)
{
  guint low = 0, high = zg_division_count ();

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (zg_division_get (middle)->code < code)
        low = middle + 1;
      else
        high = middle;
    }
  return low < zg_division_count () && zg_division_get (low)->code == code ? low : ZG_DIVISION_NONE;
}

/**
 * zg_division_is_within:
 * @number: a division
 * @above: a division
 *
 * Returns: whether @number stands in @above, or is it
 */
gboolean
zg_division_is_within (guint number,
                       guint above)
{
  while (number != ZG_DIVISION_NONE && number != above)
    number = zg_division_get (number)->parent;
  return number == above && number != ZG_DIVISION_NONE;
}

/**
 * zg_division_get_above:
 * @number: a division, or %ZG_DIVISION_NONE
 * @level: a level
 *
 * Returns: the division of @level in which @number stands, or which it is; %ZG_DIVISION_NONE when it stands higher
 */
guint
zg_division_get_above (guint           number,
                       ZgDivisionLevel level)
{
  while (number != ZG_DIVISION_NONE && zg_division_get (number)->level > level)
    number = zg_division_get (number)->parent;
  return number != ZG_DIVISION_NONE && zg_division_get (number)->level == level ? number : ZG_DIVISION_NONE;
}

/**
 * zg_division_get_name:
 * @number: a division
 * @traditional: whether the traditional name is wanted, where there is one
 *
 * Returns: the name
 */
const char *
zg_division_get_name (guint    number,
                      gboolean traditional)
{
  const ZgDivision *division = zg_division_get (number);

  return traditional && division->traditional != NULL ? division->traditional : division->name;
}
