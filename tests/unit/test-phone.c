/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-phone.h"

#include <string.h>

#define NONE ZG_PHONE_NONE
#define MOBILE ZG_PHONE_MOBILE
#define LAND ZG_PHONE_LAND_LINE
#define FOREIGN ZG_PHONE_FOREIGN
#define UNKNOWN ZG_PHONE_UNKNOWN

#define ABSENT ZG_DISCLOSURE_ABSENT
#define CIPHER ZG_DISCLOSURE_CIPHER
#define MASKED ZG_DISCLOSURE_MASKED
#define VIRTUAL ZG_DISCLOSURE_VIRTUAL
#define PLAIN ZG_DISCLOSURE_PLAIN

static const struct {
  const char *text;
  ZgPhoneKind kind;
  ZgDisclosure disclosure;
  const char *digits;
  const char *extension;
  const char *shown;
} table[] = {
  { "13800138000", MOBILE, PLAIN, "13800138000", NULL, "138 0013 8000" },
  { "'13800001111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "\t13800001111 ", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "=\"13800001111\"", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "\"'13800001111\"", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "\"\t13800001111\"", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "138-0000-1111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "138 0000 1111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "１３８００００１１１１", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "+8613800001111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "＋86 138 0000 1111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "86-13800001111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "8613800001111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "0086 13800001111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "0086-138-0000-1111", MOBILE, PLAIN, "13800001111", NULL, "138 0000 1111" },
  { "19900001111", MOBILE, PLAIN, "19900001111", NULL, "199 0000 1111" },

  { "17012345678-1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678-1234" },
  { "17012345678转1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678转1234" },
  { "17012345678,1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678,1234" },
  { "17012345678，1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678，1234" },
  { "17012345678 转 1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678 转 1234" },
  { "17012345678#1234", MOBILE, VIRTUAL, NULL, "1234", "17012345678#1234" },

  { "183****2807", UNKNOWN, MASKED, NULL, NULL, "183****2807" },
  { "1******6198", UNKNOWN, MASKED, NULL, NULL, "1******6198" },
  { "****", UNKNOWN, MASKED, NULL, NULL, "****" },
  { "183****2807-1234", UNKNOWN, MASKED, NULL, NULL, "183****2807-1234" },
  { "##aGVsbG8=", UNKNOWN, CIPHER, NULL, NULL, "##aGVsbG8=" },
  { "$$aGVsbG8=", UNKNOWN, CIPHER, NULL, NULL, "$$aGVsbG8=" },

  { "0571-00002468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "0571-0000 2468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "057100002468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "(0571)00002468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "（0571）00002468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "010-12345678", LAND, PLAIN, "01012345678", NULL, "010-1234 5678" },
  { "021 1234 5678", LAND, PLAIN, "02112345678", NULL, "021-1234 5678" },
  { "0771-1234567", LAND, PLAIN, "07711234567", NULL, "0771-123 4567" },
  { "0771-1234567-801", LAND, PLAIN, "07711234567", "801", "0771-123 4567-801" },
  { "010-12345678转801", LAND, PLAIN, "01012345678", "801", "010-1234 5678-801" },
  { "010-12345678 ext. 801", LAND, PLAIN, "01012345678", "801", "010-1234 5678-801" },
  { "+86 571 0000 2468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "+86-10-12345678", LAND, PLAIN, "01012345678", NULL, "010-1234 5678" },
  { "+86 0571-00002468", LAND, PLAIN, "057100002468", NULL, "0571-0000 2468" },
  { "400-123-4567", LAND, PLAIN, "4001234567", NULL, "400-123-4567" },
  { "8001234567", LAND, PLAIN, "8001234567", NULL, "8001234567" },
  { "02-2345-6789", LAND, PLAIN, "0223456789", NULL, "02-2345-6789" },
  { "0912-345-678", MOBILE, PLAIN, "0912345678", NULL, "0912-345-678" },

  { "+1 380 013 8000", FOREIGN, PLAIN, "+13800138000", NULL, "+1 380 013 8000" },
  { "+852 9123 4567", FOREIGN, PLAIN, "+85291234567", NULL, "+852 9123 4567" },
  { "00852 91234567", FOREIGN, PLAIN, "+85291234567", NULL, "00852 91234567" },
  { "+44 (20) 7946-0000", FOREIGN, PLAIN, "+442079460000", NULL, "+44 (20) 7946-0000" },

  { "1380013800", UNKNOWN, PLAIN, "1380013800", NULL, "1380013800" },
  { "138001380001", UNKNOWN, PLAIN, "138001380001", NULL, "138001380001" },
  { "12800138000", UNKNOWN, PLAIN, "12800138000", NULL, "12800138000" },
  { "88887777", UNKNOWN, PLAIN, "88887777", NULL, "88887777" },
  { "86123456", UNKNOWN, PLAIN, "86123456", NULL, "86123456" },
  { "wxid_abc", UNKNOWN, PLAIN, NULL, NULL, "wxid_abc" },
  { "13800138000 王", UNKNOWN, PLAIN, NULL, NULL, "13800138000 王" },
  { "13800138000/13900139000", UNKNOWN, PLAIN, NULL, NULL, "13800138000/13900139000" },
  { "17012345678-", UNKNOWN, PLAIN, NULL, NULL, "17012345678-" },
  { "13800138000-", UNKNOWN, PLAIN, NULL, NULL, "13800138000-" },
  { "+", UNKNOWN, PLAIN, NULL, NULL, "+" },
  { "+86", UNKNOWN, PLAIN, NULL, NULL, "+86" },
  { "0086", UNKNOWN, PLAIN, NULL, NULL, "0086" },

  { NULL, NONE, ABSENT, NULL, NULL, "" },
  { "", NONE, ABSENT, NULL, NULL, "" },
  { "'", NONE, ABSENT, NULL, NULL, "" },
  { "=\"\"", NONE, ABSENT, NULL, NULL, "" },
  { "null", NONE, ABSENT, NULL, NULL, "" },
  { "-", NONE, ABSENT, NULL, NULL, "" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ZgPhone) phone = zg_phone_parse (table[i].text);
      g_autofree char *shown = zg_phone_to_text (phone);

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (phone->kind, ==, table[i].kind);
      g_assert_cmpint (phone->disclosure, ==, table[i].disclosure);
      g_assert_cmpstr (phone->digits, ==, table[i].digits);
      g_assert_cmpstr (phone->extension, ==, table[i].extension);
      g_assert_cmpstr (shown, ==, table[i].shown);
      g_assert_cmpint (phone->text != NULL, ==, table[i].disclosure != ABSENT);
    }
}

/* What was read once reads the same from the text that is kept and from the text that is shown. */
static void
test_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ZgPhone) phone = zg_phone_parse (table[i].text);
      g_autofree char *shown = zg_phone_to_text (phone);
      g_autoptr (ZgPhone) again = zg_phone_parse (phone->text);
      g_autoptr (ZgPhone) from_shown = zg_phone_parse (shown);

      g_assert_cmpstr (again->text, ==, phone->text);
      g_assert_cmpstr (again->digits, ==, phone->digits);
      g_assert_cmpint (again->disclosure, ==, phone->disclosure);
      g_assert_cmpstr (from_shown->digits, ==, phone->digits);
      g_assert_cmpstr (from_shown->extension, ==, phone->extension);
      g_assert_cmpint (from_shown->disclosure, ==, phone->disclosure);
    }
}

static void
test_plausible (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ZgPhone) phone = zg_phone_parse (table[i].text);
      gboolean plausible = zg_disclosure_is_hidden (table[i].disclosure) || table[i].kind == MOBILE ||
                           table[i].kind == LAND || table[i].kind == FOREIGN;

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (zg_phone_is_plausible (phone), ==, plausible);
    }
}

/* Whatever somebody pastes: the text is kept and nothing is made of it. */
static void
test_long (void)
{
  static const char * const units[] = { "1", "138", "转", "１", "+86", "(0571)", "- ", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (int n = 1; n <= 200; n += 7)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (ZgPhone) phone = NULL;
        g_autofree char *shown = NULL;

        for (int j = 0; j < n; j++)
          g_string_append (text, units[i]);
        phone = zg_phone_parse (text->str);
        shown = zg_phone_to_text (phone);
        if (strlen (text->str) >= 60 && phone->kind != NONE)
          {
            g_assert_cmpint (phone->kind, ==, UNKNOWN);
            g_assert_nonnull (phone->text);
            g_assert_null (phone->digits);
          }
      }
}

/* Who looks over the clerk's shoulder sees whose number it is, and not the number. */
static void
test_mask (void)
{
  static const struct {
    const char *text;
    const char *shown;
  } cases[] = {
    { "13800138000", "138****8000" },
    { "+86 138 0013 8000", "138****8000" },
    { "0571-88880468", "0571****0468" },
    { "0571-88880468-123", "0571****0468" },
    { "400-123-4567", "40****4567" },
    { "0912-345-678", "09****5678" },
    { "+1 202 555 0147", "+120****0147" },
    { "95588", "***88" },
    { "8888046", "***8046" },
    { "12", "12" },
    { "138****2807", "138****2807" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ZgPhone) phone = zg_phone_parse (cases[i].text);
      g_autofree char *shown = zg_phone_mask (phone);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* What is looked for besides what was typed; NULL where nothing is. */
static void
test_digits_of_typed (void)
{
  static const struct {
    const char *typed;
    const char *digits;
  } rows[] = {
    { "138 0000 2468", "13800002468" }, { "138-0000-2468", "13800002468" }, { "+8613800002468", "13800002468" },
    { "8613800002468", "13800002468" }, { "86-138 0000 2468", "13800002468" }, { "0086 13800002468", "13800002468" },
    { "+86 138 0000", "1380000" }, { "0571-0000 2468", "057100002468" }, { "0571-00002468-801", "057100002468" },
    { "(0571)00002468", "057100002468" }, { "+86 571 0000 2468", "057100002468" }, { "+1 (415) 555-0475", "+14155550475" },
    { "0014155550475", "+14155550475" }, { "(415) 555-0475", "4155550475" }, { "0000 2468", "00002468" },
    /* It is that already, or may be something else. */
    { "13800002468", NULL }, { "2468", NULL }, { "0086", NULL }, { "00862468", NULL }, { "00200009", NULL }, { "86", NULL }, { "", NULL }, { "3-502", NULL },
    { "24 68", NULL }, { "-", NULL }, { "138****2468", NULL }, { "2026-05", NULL }, { "138 0000 2468 王", NULL },
    { "1380000246813800002468138000024681380000 1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = zg_phone_digits_of_typed (rows[i].typed);

      if (g_strcmp0 (digits, rows[i].digits) != 0)
        g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (digits, ==, rows[i].digits);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/parse", test_parse);
  g_test_add_func ("/phone/stable", test_stable);
  g_test_add_func ("/phone/plausible", test_plausible);
  g_test_add_func ("/phone/long", test_long);
  g_test_add_func ("/phone/mask", test_mask);
  g_test_add_func ("/phone/digits-of-typed", test_digits_of_typed);
  return g_test_run ();
}
