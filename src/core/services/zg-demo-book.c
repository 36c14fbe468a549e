/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-book.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "zg-services-data.h"

#define SEED 20260922

/**
 * zg_demo_book_open:
 * @language: a language of zg_starter_library_list_languages()
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the script of the demo shop in @language
 */
ZgDemoBook *
zg_demo_book_open (const char  *language,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autofree char *name = g_strconcat ("demo/", language, ".json", NULL);
  g_autoptr(JsonParser) parser = zg_services_data_load_json (name, error);
  ZgDemoBook *book;

  if (parser == NULL)
    return NULL;

  book = g_new0 (ZgDemoBook, 1);
  book->root = json_node_get_object (json_parser_get_root (parser));
  book->parser = g_steal_pointer (&parser);
  book->rand = g_rand_new_with_seed (SEED);
  book->clock = zg_clock_ref (clock);
  book->now = zg_clock_now (clock);
  return book;
}

/**
 * zg_demo_book_free:
 * @book: (transfer full): a book
 */
void
zg_demo_book_free (ZgDemoBook *book)
{
  g_object_unref (book->parser);
  g_rand_free (book->rand);
  zg_clock_unref (book->clock);
  g_free (book);
}

/**
 * zg_demo_book_roll:
 * @book: a book
 * @from: the smallest number
 * @to: the largest number
 *
 * Returns: a number
 */
int
zg_demo_book_roll (ZgDemoBook *book,
                   int         from,
                   int         to)
{
  return g_rand_int_range (book->rand, from, to + 1);
}

/**
 * zg_demo_book_chance:
 * @book: a book
 * @percent: how likely
 *
 * Returns: whether it happens
 */
gboolean
zg_demo_book_chance (ZgDemoBook *book,
                     int         percent)
{
  return g_rand_int_range (book->rand, 0, 100) < percent;
}

/**
 * zg_demo_book_get_list:
 * @book: a book
 * @name: a list of the script
 *
 * Returns: (transfer none): the list
 */
JsonArray *
zg_demo_book_get_list (ZgDemoBook *book,
                       const char *name)
{
  return json_object_get_array_member (book->root, name);
}

/**
 * zg_demo_book_pick:
 * @book: a book
 * @list: a list of texts of the script
 *
 * Returns: (transfer none): one of them
 */
const char *
zg_demo_book_pick (ZgDemoBook *book,
                   const char *list)
{
  JsonArray *array = zg_demo_book_get_list (book, list);
  int last = (int) json_array_get_length (array) - 1;

  return json_array_get_string_element (array, (guint) zg_demo_book_roll (book, 0, last));
}

/**
 * zg_demo_book_time_on_day:
 * @book: a book
 * @day: any moment of a day
 * @days_later: how many days after it, may be negative
 * @hour: of the clock's zone
 * @minute: of that hour
 *
 * Returns: the moment
 */
ZgTime
zg_demo_book_time_on_day (ZgDemoBook *book,
                          ZgTime      day,
                          int         days_later,
                          int         hour,
                          int         minute)
{
  GTimeZone *zone = zg_clock_get_zone (book->clock);
  g_autoptr(GDateTime) date = zg_time_to_date_time (day, zone);
  g_autoptr(GDateTime) moved = g_date_time_add_days (date, days_later);
  g_autoptr(GDateTime) moment = g_date_time_new (zone, g_date_time_get_year (moved), g_date_time_get_month (moved),
                                                 g_date_time_get_day_of_month (moved), hour, minute, 0);

  return g_date_time_to_unix (moment) * ZG_TIME_SECOND;
}

/**
 * zg_demo_book_read_time:
 * @book: a book
 * @text: "98m" or "3h" ago, "4d 20:14" so many days ago at that hour; with a plus in front as long from now
 *
 * Returns: the moment
 */
ZgTime
zg_demo_book_read_time (ZgDemoBook *book,
                        const char *text)
{
  int sign = *text == '+' ? 1 : -1;
  int number = 0, hour = 0, minute = 0;
  char unit = '\0';

  if (*text == '+')
    text++;
  if (sscanf (text, "%d%c %d:%d", &number, &unit, &hour, &minute) == 4 && unit == 'd')
    return zg_demo_book_time_on_day (book, book->now, sign * number, hour, minute);
  if (unit == 'h')
    return book->now + sign * number * ZG_TIME_HOUR;

  g_warn_if_fail (unit == 'm');
  return book->now + sign * number * ZG_TIME_MINUTE;
}

/**
 * zg_demo_text:
 * @object: a part of the script
 * @member: what of it
 *
 * Returns: (transfer none) (nullable): the text, %NULL when there is none
 */
const char *
zg_demo_text (JsonObject *object,
              const char *member)
{
  return object != NULL ? json_object_get_string_member_with_default (object, member, NULL) : NULL;
}

/**
 * zg_demo_number:
 * @object: (nullable): a part of the script
 * @member: what of it
 * @fallback: when there is none
 *
 * Returns: the number
 */
gint64
zg_demo_number (JsonObject *object,
                const char *member,
                gint64      fallback)
{
  return object != NULL ? json_object_get_int_member_with_default (object, member, fallback) : fallback;
}

/**
 * zg_demo_length:
 * @object: (nullable): a part of the script
 * @member: a list of it
 *
 * Returns: how long the list is, 0 when there is none
 */
guint
zg_demo_length (JsonObject *object,
                const char *member)
{
  if (object == NULL || !json_object_has_member (object, member))
    return 0;
  return json_array_get_length (json_object_get_array_member (object, member));
}

/**
 * zg_demo_set_text:
 * @field: (inout): a field of a value
 * @text: (nullable): the text; %NULL leaves the field as it is
 */
void
zg_demo_set_text (char       **field,
                  const char  *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}
