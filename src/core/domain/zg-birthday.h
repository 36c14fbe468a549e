/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-lunar.h"

G_BEGIN_DECLS

typedef enum {
  ZG_CALENDAR_SOLAR = 0,
  ZG_CALENDAR_LUNAR = 1,
} ZgCalendar;

/**
 * ZgBirthday:
 * @calendar: which calendar the other fields are in
 * @year: year of that calendar, 0 when it is not known
 * @month: 1 to 12; 0 means that no birthday is known, which is what an empty value says
 * @day: day of the month
 * @is_leap_month: whether a lunar month is the leap month of its number
 *
 * The day on which somebody was born, as they tell it. All forms of it are of the calendar that the person uses.
 */
typedef struct {
  ZgCalendar calendar;
  int year;
  int month;
  int day;
  gboolean is_leap_month;
} ZgBirthday;

/**
 * ZgBirthdayNext:
 * @solar: the day on which it is kept
 * @lunar: the same day in the lunar calendar; its year is 0 where that is not known
 * @days: how many days are left until then, 0 on the day itself
 * @age: how old they become, 0 when the year of birth is not known or it is the day of birth
 *
 * When a birthday comes next.
 */
typedef struct {
  GDate solar;
  ZgLunarDate lunar;
  int days;
  int age;
} ZgBirthdayNext;

gboolean zg_birthday_is_known (const ZgBirthday *birthday);
gboolean zg_birthday_equal (const ZgBirthday *a,
                            const ZgBirthday *b);
gboolean zg_birthday_validate (const ZgBirthday  *birthday,
                               GError           **error);

/* zg-birthday-text.c: the form that files and tables keep */
char *zg_birthday_to_text (const ZgBirthday *birthday) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_birthday_from_text (const char  *text,
                                ZgBirthday  *birthday_out,
                                GError     **error);

/* zg-birthday-parse.c: whatever somebody may have written */
gboolean zg_birthday_parse (const char  *text,
                            ZgBirthday  *birthday_out,
                            GError     **error);

/* zg-birthday-next.c: on which day it is kept */
gboolean zg_birthday_get_next (const ZgBirthday *birthday,
                               const GDate      *today,
                               ZgBirthdayNext   *next_out);
char *zg_birthday_get_key (const ZgBirthday *birthday) G_GNUC_WARN_UNUSED_RESULT;
int zg_birthday_get_day (const ZgBirthday *birthday);
char **zg_birthday_list_keys (const GDate *from,
                              const GDate *to) G_GNUC_WARN_UNUSED_RESULT;

/* zg-birthday-words.c: for people */
char *zg_birthday_format (const ZgBirthday *birthday) G_GNUC_WARN_UNUSED_RESULT;
char *zg_birthday_format_both (const ZgBirthday *birthday,
                               const GDate      *today) G_GNUC_WARN_UNUSED_RESULT;
char *zg_birthday_format_countdown (const ZgBirthdayNext *next) G_GNUC_WARN_UNUSED_RESULT;
char *zg_lunar_format (const ZgLunarDate *lunar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
