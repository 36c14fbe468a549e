/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-personal.h"

#define ABSENT ZG_DISCLOSURE_ABSENT
#define CIPHER ZG_DISCLOSURE_CIPHER
#define MASKED ZG_DISCLOSURE_MASKED
#define VIRTUAL ZG_DISCLOSURE_VIRTUAL
#define PLAIN ZG_DISCLOSURE_PLAIN

static const struct {
  const char *text;
  ZgDisclosure disclosure;
} disclosure_table[] = {
  { NULL, ABSENT },
  { "", ABSENT },
  { "  \t", ABSENT },
  { "-", ABSENT },
  { "--", ABSENT },
  { "——", ABSENT },
  { "null", ABSENT },
  { "None", ABSENT },
  { "nan", ABSENT },
  { "无", ABSENT },
  { " 无 ", ABSENT },
  { "'", ABSENT },
  { "\"\"", ABSENT },
  { "=\"\"", ABSENT },
  { "林**", MASKED },
  { "林＊＊", MASKED },
  { "183****2807", MASKED },
  { "****", MASKED },
  { "***", MASKED },
  { "t**3", MASKED },
  { "##AbCd0123==", CIPHER },
  { "#abc#def#1##", CIPHER },
  { "$$xyz", CIPHER },
  { "$abc$def$1$$", CIPHER },
  { "~AgAAAB~CLVS~1~", CIPHER },
  { "##a*b", CIPHER },
  { "林小明", PLAIN },
  { "Nan", PLAIN },
  { "A&B <b>", PLAIN },
  { "$5 shop", PLAIN },
  { "#1 fan", PLAIN },
  { "~", PLAIN },
  { "~~", PLAIN },
  { "无名", PLAIN },
  { "0", PLAIN },
};

static void
test_disclosure (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (disclosure_table); i++)
    {
      g_test_message ("%s", disclosure_table[i].text);
      g_assert_cmpint (zg_disclosure_of_text (disclosure_table[i].text), ==, disclosure_table[i].disclosure);
    }
}

static void
test_hidden (void)
{
  static const gboolean hidden[] = { FALSE, TRUE, TRUE, TRUE, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_cmpint (zg_disclosure_is_hidden ((ZgDisclosure) i), ==, hidden[i]);
}

static const struct {
  const char *candidate;
  ZgDisclosure candidate_disclosure;
  const char *known;
  ZgDisclosure known_disclosure;
  gboolean improves;
} improves_table[] = {
  { "林小明", PLAIN, NULL, ABSENT, TRUE },
  { "林小明", PLAIN, "##c", CIPHER, TRUE },
  { "林小明", PLAIN, "林**", MASKED, TRUE },
  { "林小明", PLAIN, "林小红", PLAIN, TRUE },
  { "林小明", PLAIN, "林小明", PLAIN, FALSE },
  { "林**", MASKED, "林小明", PLAIN, FALSE },
  { "林**", MASKED, "陈**", MASKED, FALSE },
  { "林**", MASKED, "##c", CIPHER, TRUE },
  { "林**", MASKED, NULL, ABSENT, TRUE },
  { "##c", CIPHER, "林**", MASKED, FALSE },
  { "##c", CIPHER, NULL, ABSENT, TRUE },
  { "17012345678-12", VIRTUAL, "183****2807", MASKED, TRUE },
  { "17012345678-12", VIRTUAL, "13800138000", PLAIN, FALSE },
  { "13800138000", PLAIN, "17012345678-12", VIRTUAL, TRUE },
  { NULL, ABSENT, "林小明", PLAIN, FALSE },
  { NULL, ABSENT, "林**", MASKED, FALSE },
  { NULL, ABSENT, NULL, ABSENT, FALSE },
};

static void
test_improves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (improves_table); i++)
    {
      g_auto (ZgPersonal) candidate = ZG_PERSONAL_INIT;
      g_auto (ZgPersonal) known = ZG_PERSONAL_INIT;

      zg_personal_set_full (&candidate, improves_table[i].candidate, improves_table[i].candidate_disclosure);
      zg_personal_set_full (&known, improves_table[i].known, improves_table[i].known_disclosure);
      g_test_message ("%s for %s", candidate.text, known.text);
      g_assert_cmpint (zg_personal_improves (&candidate, &known), ==, improves_table[i].improves);
    }
}

static void
test_identifies (void)
{
  for (int disclosure = ABSENT; disclosure <= PLAIN; disclosure++)
    {
      g_auto (ZgPersonal) personal = ZG_PERSONAL_INIT;

      zg_personal_set_full (&personal, "林", (ZgDisclosure) disclosure);
      g_assert_cmpint (zg_personal_identifies (&personal), ==, disclosure == PLAIN);
    }
}

static void
test_set_and_copy (void)
{
  g_auto (ZgPersonal) a = ZG_PERSONAL_INIT;
  g_auto (ZgPersonal) b = ZG_PERSONAL_INIT;

  zg_personal_set (&a, "  林小明\t");
  g_assert_cmpstr (a.text, ==, "林小明");
  g_assert_cmpint (a.disclosure, ==, PLAIN);

  zg_personal_copy (&b, &a);
  g_assert_true (zg_personal_equal (&a, &b));
  g_assert_true (a.text != b.text);
  zg_personal_copy (&b, &b);
  g_assert_cmpstr (b.text, ==, "林小明");

  zg_personal_set (&a, a.text);
  g_assert_cmpstr (a.text, ==, "林小明");

  zg_personal_set (&a, "林**");
  g_assert_false (zg_personal_equal (&a, &b));
  zg_personal_set (&a, "null");
  g_assert_null (a.text);
  g_assert_cmpint (a.disclosure, ==, ABSENT);
  zg_personal_set_full (&a, "   ", PLAIN);
  g_assert_null (a.text);
  g_assert_cmpint (a.disclosure, ==, ABSENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal/disclosure", test_disclosure);
  g_test_add_func ("/personal/hidden", test_hidden);
  g_test_add_func ("/personal/improves", test_improves);
  g_test_add_func ("/personal/identifies", test_identifies);
  g_test_add_func ("/personal/set-and-copy", test_set_and_copy);
  return g_test_run ();
}
