/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-birthday-sql.h"

#include "zg-birthday.h"
#include "zg-customer-filter.h"

/* The month that a filter means, as its first and last day. */
static gboolean
find_month (int        birthday,
            ZgTime     now,
            GTimeZone *zone,
            GDate     *first_out,
            GDate     *last_out)
{
  g_autoptr(GDateTime) today = zg_time_to_date_time (now, zone);

  if (birthday == 0 || today == NULL)
    return FALSE;

  g_date_clear (first_out, 1);
  g_date_set_dmy (first_out, 1, (GDateMonth) (birthday <= 12 ? birthday : g_date_time_get_month (today)),
                  (GDateYear) g_date_time_get_year (today));
  if (birthday == ZG_BIRTHDAY_NEXT_MONTH)
    g_date_add_months (first_out, 1);
  *last_out = *first_out;
  g_date_add_months (last_out, 1);
  g_date_subtract_days (last_out, 1);
  return TRUE;
}

/*
 * The column has a day of a leap month and that of the ordinary one as the same number. In a year with such a month they
 * are kept apart: @days is one of three lists, of what is kept either way, by the ordinary and by the leap month alone.
 */
static void
sort_day (const char *key,
          char      **keys,
          GString    *days[3])
{
  g_autofree char *other_key = NULL;
  ZgBirthday birthday, other;
  int number, list = 0;

  if (!zg_birthday_from_text (key, &birthday, NULL))
    return;

  number = zg_birthday_get_day (&birthday);
  if (birthday.calendar == ZG_CALENDAR_LUNAR)
    {
      other = birthday;
      other.is_leap_month = !birthday.is_leap_month;
      other_key = zg_birthday_get_key (&other);
      if (!g_strv_contains ((const char * const *) keys, other_key))
        list = birthday.is_leap_month ? 2 : 1;
      else if (birthday.is_leap_month)
        return;
    }
  g_string_append_printf (days[list], ", %d", number);
}

/**
 * zg_birthday_sql_of_month:
 * @month: a month of a customer filter: 1 to 12, %ZG_BIRTHDAY_THIS_MONTH, %ZG_BIRTHDAY_NEXT_MONTH, or 0 for any
 * @now: what time it is
 * @zone: (nullable): where, %NULL for the computer's
 *
 * The columns customer.birthday and birthday_day are asked whether the birthday is kept in that month, solar or lunar.
 *
 * Returns: (transfer full) (nullable): a condition without parameters, %NULL for any month
 */
char *
zg_birthday_sql_of_month (int        month,
                          ZgTime     now,
                          GTimeZone *zone)
{
  /* No day is 0: none of the lists is ever empty. */
  g_autoptr(GString) either = g_string_new ("0");
  g_autoptr(GString) ordinary = g_string_new ("0");
  g_autoptr(GString) leap = g_string_new ("0");
  g_autoptr(GString) condition = g_string_new (NULL);
  g_auto(GStrv) keys = NULL;
  GDate first, last;

  if (!find_month (month, now, zone, &first, &last))
    return NULL;

  keys = zg_birthday_list_keys (&first, &last);
  for (gsize i = 0; keys[i] != NULL; i++)
    sort_day (keys[i], keys, (GString *[]) { either, ordinary, leap });

  g_string_append_printf (condition, "birthday_day IN (%s, %s, %s)", either->str, ordinary->str, leap->str);
  /* A plus sign marks the leap month, see zg_birthday_to_text(). */
  if (ordinary->len > 1 || leap->len > 1)
    g_string_append_printf (condition, " AND (birthday_day IN (%s) OR (birthday_day IN (%s) AND birthday NOT LIKE '%%+%%')"
                            " OR (birthday_day IN (%s) AND birthday LIKE '%%+%%'))", either->str, ordinary->str, leap->str);
  return g_string_free (g_steal_pointer (&condition), FALSE);
}
