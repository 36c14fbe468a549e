/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

/*
 * Phone numbers in a pasted text: mobile phones, land lines, service numbers, those of Hong Kong, Macau, Taiwan and abroad,
 * numbers with an extension, hidden ones. Digits that stand together are cut into groups first: 0797-00001508.
 */

#define MAX_GROUPS 12
#define MAX_DIGITS 24

/* Digits side by side; @separator is what stands before them when it may stand within a number. */
typedef struct {
  guint start;
  guint end;
  gunichar separator;
} Group;

typedef struct {
  Group groups[MAX_GROUPS];
  guint n;
  guint end;
  gboolean has_plus;
} Cluster;

static gboolean
is_digit (const ZgPasteText *text,
          guint              at)
{
  return at < text->n && text->folded[at] >= '0' && text->folded[at] <= '9' &&
         (text->roles[at] == ZG_PASTE_ROLE_FREE);
}

static gboolean
is_star_or_digit (const ZgPasteText *text,
                  guint              at)
{
  return is_digit (text, at) || (at < text->n && text->folded[at] == '*');
}

static gboolean
may_join (gunichar c)
{
  return c == '-' || c == ' ' || c == '.' || c == '(' || c == ')' || (c >= 0x2010 && c <= 0x2015);
}

/* Reads groups from @start on, where a digit is. */
static void
read_cluster (const ZgPasteText *text,
              guint              start,
              Cluster           *cluster)
{
  guint at = start;

  cluster->n = 0;
  cluster->has_plus = start > 0 && text->folded[start - 1] == '+';
  while (cluster->n < MAX_GROUPS)
    {
      Group *group = &cluster->groups[cluster->n++];

      group->separator = cluster->n > 1 ? text->folded[at - 1] : 0;
      group->start = at;
      while (is_digit (text, at))
        at++;
      group->end = at;
      if (at + 1 < text->n && may_join (text->folded[at]) && is_digit (text, at + 1))
        at += 1;
      else if (at + 2 < text->n && text->folded[at] == ')' && may_join (text->folded[at + 1]) && is_digit (text, at + 2))
        at += 2;
      else
        break;
    }
  cluster->end = at;
}

/* (transfer full): the digits of the groups from @first to @last; empty when there are too many. */
static char *
join_groups (const ZgPasteText *text,
             const Cluster     *cluster,
             guint              first,
             guint              last)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (guint i = first; i <= last && digits->len <= MAX_DIGITS; i++)
    for (guint k = cluster->groups[i].start; k < cluster->groups[i].end && digits->len <= MAX_DIGITS; k++)
      g_string_append_c (digits, (char) text->folded[k]);
  if (digits->len > MAX_DIGITS)
    g_string_truncate (digits, 0);
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static gboolean
is_mobile (const char *digits)
{
  return strlen (digits) == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* How many digits the area of a land line has: 010 and 02x, or 03xx to 09xx; 0 when it is none. */
static guint
area_length (const char *digits)
{
  if (digits[0] != '0' || digits[1] == '0' || digits[1] == '\0')
    return 0;
  return digits[1] <= '2' ? 3 : 4;
}

static gboolean
is_land_line (const char *digits)
{
  guint area = area_length (digits);
  gsize length = strlen (digits);

  return area > 0 && digits[area] != '\0' && (length == area + 7 || length == area + 8);
}

static gboolean
is_taiwanese_mobile (const char *digits)
{
  return strlen (digits) == 10 && g_str_has_prefix (digits, "09");
}

/* Reads an extension behind a number: 转66, -8012, ,3012. (nullable): it; @end_out: where it ends. */
static char *
read_extension (const ZgPasteText *text,
                guint              at,
                guint             *end_out)
{
  static const char * const marks[] = { "转", "-", ",", "#", "_", "分机", "ext", "x", NULL };
  guint start = at;
  guint digits;

  for (guint n = 0; n < 2 && start < text->n && text->folded[start] == ' '; n++)
    start++;
  for (int i = 0; marks[i] != NULL; i++)
    if (zg_paste_text_has_word (text, start, marks[i], &digits))
      {
        guint end;

        /* A comma or a blank before a hyphen may as well part two fields. */
        if ((strcmp (marks[i], ",") == 0 || start > at) && i > 0 && i < 7 && !(strcmp (marks[i], ",") == 0 && start == at))
          return NULL;
        while (digits < text->n && text->folded[digits] == ' ')
          digits++;
        for (end = digits; is_digit (text, end); end++)
          ;
        if (end == digits || end - digits > 6 || (strcmp (marks[i], ",") == 0 && end - digits != 4))
          return NULL;
        if (end < text->n && (text->folded[end] == '-' || zg_paste_text_is_free (text, end)))
          return NULL;
        *end_out = end;
        return zg_paste_text_dup (text, digits, end);
      }
  return NULL;
}

static gboolean
is_sign (gunichar c)
{
  return c == '-' || c == '_' || c == '.' || c == '~' || c == '#' || c == '/';
}

static void
take (ZgPasteText *text,
      ZgPaste     *paste,
      guint        start,
      guint        end,
      const char  *number,
      gboolean     is_sure)
{
  guint last = end;
  g_autofree char *extension = number[0] != '+' ? read_extension (text, end, &last) : NULL;
  char *whole = extension != NULL ? g_strconcat (number, "-", extension, NULL) : g_strdup (number);

  zg_paste_text_mark (text, start, last, ZG_PASTE_ROLE_PHONE);
  /* 何雨-138…: here the sign joins nothing. */
  if (start > 0 && is_sign (text->folded[start - 1]))
    text->roles[start - 1] = ZG_PASTE_ROLE_BREAK;
  if (is_sign (text->folded[last]))
    text->roles[last] = ZG_PASTE_ROLE_BREAK;
  if (paste->phones->len == 0)
    paste->confidence[ZG_PASTE_PHONE] = is_sure && extension == NULL ? ZG_PASTE_CERTAIN : ZG_PASTE_LIKELY;
  if (g_ptr_array_find_with_equal_func (paste->phones, whole, g_str_equal, NULL))
    g_free (whole);
  else
    g_ptr_array_add (paste->phones, whole);
}

/* 86, +86, 0086 and (+86) before group @first; where the number begins with it. */
static guint
include_country (const ZgPasteText *text,
                 const Cluster     *cluster,
                 guint              first)
{
  guint start = cluster->groups[first].start;

  if (first > 0)
    {
      g_autofree char *before = join_groups (text, cluster, first - 1, first - 1);

      if (strcmp (before, "86") == 0 || strcmp (before, "0086") == 0)
        start = cluster->groups[first - 1].start;
    }
  if (start > 0 && text->folded[start - 1] == '+')
    start--;
  return start;
}

/* A single group of digits that ends in a mobile number: with a country code, a room or a postcode before it. */
static gboolean
take_glued (ZgPasteText *text,
            ZgPaste     *paste,
            Group       *group,
            const char  *digits)
{
  gsize length = strlen (digits);
  gsize head = length > 11 ? length - 11 : 0;
  gboolean is_glued = group->start > 0 && (g_unichar_isalnum (text->folded[group->start - 1]) ||
                                           text->folded[group->start - 1] == '-');

  if (head == 0 || head > 6 || !is_mobile (digits + head))
    return FALSE;
  if ((head == 2 && g_str_has_prefix (digits, "86")) || (head == 4 && g_str_has_prefix (digits, "0086")))
    {
      take (text, paste, group->start, group->end, digits + head, TRUE);
      return TRUE;
    }
  if ((head <= 4 && is_glued) || (head == 6 && digits[0] != '1'))
    {
      take (text, paste, group->start + head, group->end, digits + head, FALSE);
      return TRUE;
    }
  return FALSE;
}

/* A mobile number with a postcode glued behind it, or a second number. */
static gboolean
take_leading (ZgPasteText *text,
              ZgPaste     *paste,
              Group       *group,
              const char  *digits)
{
  g_autofree char *first = g_strndup (digits, 11);

  if (strlen (digits) == 22 && is_mobile (first) && is_mobile (digits + 11))
    {
      take (text, paste, group->start + 11, group->end, digits + 11, FALSE);
      take (text, paste, group->start, group->start + 11, first, FALSE);
      return TRUE;
    }
  return FALSE;
}

/* Taiwan, Hong Kong, Macau and abroad: with the code of the country. */
static gboolean
take_foreign (ZgPasteText   *text,
              ZgPaste       *paste,
              const Cluster *cluster,
              const char    *digits,
              guint          first,
              guint          last)
{
  guint start = cluster->groups[first].start;
  gboolean has_plus = cluster->has_plus && first == 0;
  g_autofree char *number = NULL;

  if (!has_plus && !((g_str_has_prefix (digits, "852") || g_str_has_prefix (digits, "853")) && strlen (digits) == 11 &&
                     last > first && cluster->groups[first].end - start == 3))
    return FALSE;
  if (strlen (digits) < 8 || strlen (digits) > 15 || g_str_has_prefix (digits, "86"))
    return has_plus && FALSE;

  number = g_strconcat ("+", digits, NULL);
  take (text, paste, has_plus ? start - 1 : start, cluster->groups[last].end, number, TRUE);
  return TRUE;
}

/* Whether the groups from @first to @last together are a number; takes it then. */
static gboolean
take_groups (ZgPasteText   *text,
             ZgPaste       *paste,
             const Cluster *cluster,
             guint          first,
             guint          last)
{
  g_autofree char *digits = join_groups (text, cluster, first, last);
  guint start = cluster->groups[first].start;
  guint end = cluster->groups[last].end;
  guint n_first = cluster->groups[first].end - start;

  if (is_mobile (digits) && (first == last || n_first == 3))
    {
      take (text, paste, include_country (text, cluster, first), end, digits, TRUE);
      return TRUE;
    }
  if (is_taiwanese_mobile (digits) && (first == last || n_first == 4))
    {
      take (text, paste, start, end, digits, TRUE);
      return TRUE;
    }
  if (is_land_line (digits) && last - first <= 2 && (first == last || n_first == area_length (digits)))
    {
      g_autofree char *number = g_strdup_printf ("%.*s-%s", (int) area_length (digits), digits, digits + area_length (digits));

      if (start > 0 && text->folded[start - 1] == '(')
        start--;
      take (text, paste, start, end, number, TRUE);
      return TRUE;
    }
  if (strlen (digits) == 10 && (g_str_has_prefix (digits, "400") || g_str_has_prefix (digits, "800")))
    {
      take (text, paste, start, end, digits, TRUE);
      return TRUE;
    }
  return take_foreign (text, paste, cluster, digits, first, last);
}

/* Digits that stand alone and are a mobile number but for one that is missing or too many. */
static void
mark_doubtful (ZgPasteText *text,
               ZgPaste     *paste,
               Group       *group)
{
  guint length = group->end - group->start;
  guint end = group->end;

  if (text->folded[group->start] != '1' || text->folded[group->start + 1] < '3' || (length != 10 && length != 12) ||
      (group->start > 0 && (text->folded[group->start - 1] == '-' || g_ascii_isalpha ((char) MIN (text->folded[group->start - 1], 127)))))
    return;
  if (length == 10 && end < text->n && text->chars[end] < 0x10000 &&
      g_utf8_strchr ("零一二三四五六七八九〇壹贰两", -1, text->folded[end]) != NULL)
    end++;
  if (paste->ask[ZG_PASTE_PHONE] == NULL)
    paste->ask[ZG_PASTE_PHONE] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (paste->ask[ZG_PASTE_PHONE], zg_paste_text_dup (text, group->start, end));
  zg_paste_text_mark (text, group->start, end, ZG_PASTE_ROLE_DOUBTFUL);
}

static void
take_cluster (ZgPasteText *text,
              ZgPaste     *paste,
              Cluster     *cluster)
{
  for (guint first = 0; first < cluster->n;)
    {
      Group *group = &cluster->groups[first];
      g_autofree char *digits = join_groups (text, cluster, first, first);
      gboolean is_taken = take_groups (text, paste, cluster, first, first) || take_glued (text, paste, group, digits) ||
                          take_leading (text, paste, group, digits);
      guint last = first;

      for (guint next = first + 1; !is_taken && next < MIN (cluster->n, first + 5); next++)
        {
          is_taken = take_groups (text, paste, cluster, first, next);
          last = next;
        }
      if (!is_taken)
        mark_doubtful (text, paste, group);
      first = is_taken ? last + 1 : first + 1;
      /* An extension was taken with its number. */
      while (first < cluster->n && text->roles[cluster->groups[first].start] != ZG_PASTE_ROLE_FREE)
        first++;
    }
}

/* 138****3001, 0571-****3009, 1**********: as they were written, without a country code. */
static guint
take_hidden (ZgPasteText *text,
             ZgPaste     *paste,
             guint        start)
{
  guint end = start, n_stars = 0, n_joined = 0;
  guint begin = start;
  g_autofree char *number = NULL;

  while (end < text->n && (is_star_or_digit (text, end) ||
                           (text->folded[end] == '-' && is_star_or_digit (text, end + 1))) && end - start < 20)
    {
      n_stars += text->folded[end] == '*';
      n_joined += text->folded[end] == '-';
      end++;
    }
  if (n_stars < 2)
    return start;
  if (zg_paste_text_has_word (text, begin, "86-", NULL))
    begin += 3;
  if ((text->folded[begin] != '1' || end - begin != 11) &&
      (text->folded[begin] != '0' || end - begin - n_joined < 10 || end - begin - n_joined > 12))
    return start;

  number = zg_paste_text_dup (text, begin, end);
  take (text, paste, start, end, number, FALSE);
  return end;
}

/* Addresses of pages hold digits that are no phone numbers; orders, parcels and times, too. */
static guint
skip_other_numbers (ZgPasteText *text,
                    guint        at)
{
  static const char * const pages[] = { "http://", "https://", "www.", NULL };
  static const char * const words[] = { "订单号", "订单编号", "快递单号", "运单号", "单号", "编号", NULL };
  guint end = at;

  for (int i = 0; pages[i] != NULL && end == at; i++)
    if (zg_paste_text_has_word (text, at, pages[i], NULL))
      while (end < text->n && text->folded[end] != ' ' && text->folded[end] != '\n' && text->folded[end] < 0x2E80)
        end++;
  for (int i = 0; words[i] != NULL && end == at; i++)
    if (zg_paste_text_has_word (text, at, words[i], &end))
      {
        while (end < text->n && (text->folded[end] == ' ' || text->folded[end] == ':'))
          end++;
        while (end < text->n && (g_ascii_isalnum ((char) MIN (text->folded[end], 127)) || text->folded[end] == '-'))
          end++;
      }
  zg_paste_text_mark (text, at, end, ZG_PASTE_ROLE_REST);
  return end;
}

/* 2026/5/17 14:32:08: a date, and a time when one follows. */
static guint
skip_time (ZgPasteText *text,
           guint        start)
{
  guint at = start, n_parts = 1;

  if (!zg_paste_text_has_word (text, start, "20", NULL) || (start > 0 && is_digit (text, start - 1)))
    return start;
  while (at < text->n && at - start < 20)
    {
      gunichar c = text->folded[at];

      if (c == '-' || c == '/' || c == ':' || c == '.')
        n_parts++;
      else if (!is_digit (text, at) && !(c == ' ' && is_digit (text, at + 1) && n_parts == 3))
        break;
      at++;
    }
  /* A year has four digits, and a time without a date is too short to be taken for anything. */
  if (n_parts < 3 || is_digit (text, start + 4))
    return start;
  zg_paste_text_mark (text, start, at, ZG_PASTE_ROLE_REST);
  return at;
}

/**
 * zg_paste_find_numbers:
 * @text: a pasted text
 * @paste: takes the phone numbers, and asks for one that has not the digits it should have
 *
 * The first step.
 */
void
zg_paste_find_numbers (ZgPasteText *text,
                       ZgPaste     *paste)
{
  for (guint at = 0; at < text->n;)
    {
      Cluster cluster;
      guint next = skip_other_numbers (text, at);

      if (next == at && is_digit (text, at))
        next = skip_time (text, at);
      if (next == at && is_digit (text, at))
        next = take_hidden (text, paste, at);
      if (next == at && is_digit (text, at))
        {
          read_cluster (text, at, &cluster);
          take_cluster (text, paste, &cluster);
          next = MAX (cluster.end, at + 1);
        }
      at = MAX (next, at + 1);
    }
}
