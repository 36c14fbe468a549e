/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-body-size.h"

#include "zg-error.h"

#include <string.h>

typedef gboolean (*Parse) (const char  *text,
                           int         *value_out,
                           GError     **error);

/* What is kept, or the beginning of the sentence. */
static const struct {
  Parse parse;
  const char *text;
  int value;
  const char *fault;
} written[] = {
  { zg_body_size_parse_height, "165", 1650, NULL },
  { zg_body_size_parse_height, "165cm", 1650, NULL },
  { zg_body_size_parse_height, " 165 CM ", 1650, NULL },
  { zg_body_size_parse_height, "１６５", 1650, NULL },
  { zg_body_size_parse_height, "身高165", 1650, NULL },
  { zg_body_size_parse_height, "身高：165厘米", 1650, NULL },
  { zg_body_size_parse_height, "165公分", 1650, NULL },
  { zg_body_size_parse_height, "165.5", 1655, NULL },
  { zg_body_size_parse_height, "1.65", 1650, NULL },
  { zg_body_size_parse_height, "1.65m", 1650, NULL },
  { zg_body_size_parse_height, "1.7米", 1700, NULL },
  { zg_body_size_parse_height, "1米65", 1650, NULL },
  { zg_body_size_parse_height, "1m65", 1650, NULL },
  { zg_body_size_parse_height, "1650mm", 1650, NULL },
  { zg_body_size_parse_height, "5'6\"", 1676, NULL },
  { zg_body_size_parse_height, "5'6", 1676, NULL },
  { zg_body_size_parse_height, "", 0, NULL },
  { zg_body_size_parse_height, "  ", 0, NULL },
  { zg_body_size_parse_height, "40", 400, NULL },
  { zg_body_size_parse_height, "250", 2500, NULL },
  { zg_body_size_parse_height, "250.1", 0, "A height lies between" },
  { zg_body_size_parse_height, "39", 0, "A height lies between" },
  { zg_body_size_parse_height, "1650", 0, "A height lies between" },
  { zg_body_size_parse_height, "999999", 0, "A height lies between" },
  { zg_body_size_parse_height, "0", 0, "“0” is not a height" },
  { zg_body_size_parse_height, "tall", 0, "“tall” is not a height" },
  { zg_body_size_parse_height, "165斤", 0, "“165斤” is not a height" },
  { zg_body_size_parse_height, "165/52", 0, "“165/52” is not a height" },
  { zg_body_size_parse_height, "-165", 0, "“-165” is not a height" },
  { zg_body_size_parse_height, "1.65.1", 0, "“1.65.1” is not a height" },
  { zg_body_size_parse_height, "1米6", 0, "“1米6” is not a height" },
  { zg_body_size_parse_height, "5'", 0, "“5'” is not a height" },
  { zg_body_size_parse_height, "\xff", 0, "“" },
  { zg_body_size_parse_height, "1234567", 0, "“1234567” is not a height" },

  { zg_body_size_parse_weight, "52.5kg", 52500, NULL },
  { zg_body_size_parse_weight, "52.5", 52500, NULL },
  { zg_body_size_parse_weight, "105斤", 52500, NULL },
  { zg_body_size_parse_weight, "体重105斤", 52500, NULL },
  { zg_body_size_parse_weight, "105 市斤", 52500, NULL },
  { zg_body_size_parse_weight, "105.5斤", 52750, NULL },
  { zg_body_size_parse_weight, "52公斤", 52000, NULL },
  { zg_body_size_parse_weight, "52千克", 52000, NULL },
  { zg_body_size_parse_weight, "100台斤", 60000, NULL },
  { zg_body_size_parse_weight, "116lbs", 52664, NULL },
  { zg_body_size_parse_weight, "79.9", 79900, NULL },
  { zg_body_size_parse_weight, "200", 100000, NULL },
  { zg_body_size_parse_weight, "120kg", 120000, NULL },
  { zg_body_size_parse_weight, "", 0, NULL },
  { zg_body_size_parse_weight, "105", 0, "“105” may be kilograms or half" },
  { zg_body_size_parse_weight, "80", 0, "“80” may be kilograms or half" },
  { zg_body_size_parse_weight, "199.9", 0, "“199.9” may be kilograms or half" },
  { zg_body_size_parse_weight, "1", 0, "A weight lies between" },
  { zg_body_size_parse_weight, "301kg", 0, "A weight lies between" },
  { zg_body_size_parse_weight, "0", 0, "“0” is not a weight" },
  { zg_body_size_parse_weight, "52cm", 0, "“52cm” is not a weight" },
  { zg_body_size_parse_weight, "斤", 0, "“斤” is not a weight" },

  { zg_body_size_parse_shoe, "37", 370, NULL },
  { zg_body_size_parse_shoe, "37.5", 375, NULL },
  { zg_body_size_parse_shoe, "37码", 370, NULL },
  { zg_body_size_parse_shoe, "鞋碼 37碼", 370, NULL },
  { zg_body_size_parse_shoe, "37号", 370, NULL },
  { zg_body_size_parse_shoe, "EU 37", 370, NULL },
  { zg_body_size_parse_shoe, "EU 23.5", 235, NULL },
  { zg_body_size_parse_shoe, "歐碼 23.5", 235, NULL },
  { zg_body_size_parse_shoe, "23.5码", 235, NULL },
  { zg_body_size_parse_shoe, "235", 370, NULL },
  { zg_body_size_parse_shoe, "250", 400, NULL },
  { zg_body_size_parse_shoe, "235mm", 370, NULL },
  { zg_body_size_parse_shoe, "237", 375, NULL },
  { zg_body_size_parse_shoe, "23.5cm", 370, NULL },
  { zg_body_size_parse_shoe, "23.5公分", 370, NULL },
  { zg_body_size_parse_shoe, "", 0, NULL },
  { zg_body_size_parse_shoe, "23.5", 0, "“23.5” may be a child's size" },
  { zg_body_size_parse_shoe, "7", 0, "A shoe size lies between" },
  { zg_body_size_parse_shoe, "99", 0, "A shoe size lies between" },
  { zg_body_size_parse_shoe, "400", 0, "A shoe size lies between" },
  { zg_body_size_parse_shoe, "10mm", 0, "“10mm” is not a shoe size" },
  { zg_body_size_parse_shoe, "0", 0, "“0” is not a shoe size" },
  { zg_body_size_parse_shoe, "M", 0, "“M” is not a shoe size" },
  { zg_body_size_parse_shoe, "EU235mm", 0, "“EU235mm” is not a shoe size" },
  { zg_body_size_parse_shoe, "US 7", 0, "“US 7” is not a shoe size" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_utf8_make_valid (written[i].text, -1);
      int value = -7;
      gboolean good = written[i].parse (written[i].text, &value, &error);

      g_test_message ("%s", shown);
      g_assert_cmpint (good, ==, written[i].fault == NULL);
      g_assert_cmpint (value, ==, good ? written[i].value : -7);
      if (good)
        continue;

      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (!g_str_has_prefix (error->message, written[i].fault))
        g_assert_cmpstr (error->message, ==, written[i].fault);
    }
}

static void
test_parse_long (void)
{
  static const char * const units[] = { "1", "身高", "斤", "\xff", "'" };
  static const Parse parses[] = {
    zg_body_size_parse_height, zg_body_size_parse_weight, zg_body_size_parse_shoe
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (parses); j++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        int value;

        while (text->len < 10000)
          g_string_append (text, units[i]);
        g_assert_false (parses[j] (text->str, &value, &error));
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
        g_assert_cmpuint (strlen (error->message), <, 400);
      }
}

static void
test_words (void)
{
  static const struct {
    ZgBodySize size;
    const char *line;
  } rows[] = {
    { { 1650, 52500, 370, (char *) "M" }, "165 cm · 52.5 kg · EU 37 · M" },
    { { 1655, 52750, 375, NULL }, "165.5 cm · 52.75 kg · EU 37.5" },
    { { 0, 52666, 0, (char *) "均码" }, "52.67 kg · 均码" },
    { { 1600, 50050, 0, (char *) "" }, "160 cm · 50.05 kg" },
    { { 0, 0, 0, NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = zg_body_size_format (&rows[i].size);

      g_assert_cmpstr (line, ==, rows[i].line);
    }
}

/* A form shows what is kept, and reads it again when somebody leaves the field. */
static void
test_stable (void)
{
  for (int value = 1; value < 200; value++)
    {
      g_autofree char *height = zg_body_size_format_height (400 + value * 10 + value % 10);
      g_autofree char *weight = zg_body_size_format_weight (2000 + value * 1010);
      g_autofree char *shoe = zg_body_size_format_shoe (150 + value * 2);
      int again;

      g_assert_true (zg_body_size_parse_height (height, &again, NULL));
      g_assert_cmpint (again, ==, 400 + value * 10 + value % 10);
      g_assert_true (zg_body_size_parse_weight (weight, &again, NULL));
      g_assert_cmpint (again, ==, 2000 + value * 1010);
      g_assert_true (zg_body_size_parse_shoe (shoe, &again, NULL));
      g_assert_cmpint (again, ==, 150 + value * 2);
    }
}

static void
test_usual (void)
{
  static const struct {
    const char *text;
    const char *usual;
  } rows[] = {
    { "M", "M" }, { " xl ", "XL" }, { "ＸＬ", "XL" }, { "2xl", "2XL" }, { "xxl码", "XXL" }, { "m號", "M" }, { "L号", "L" },
    { "均码", "均码" }, { "27码", "27码" }, { "27", "27" }, { "170/92a", "170/92a" }, { "small", "small" },
    { "M或L", "M或L" }, { "m码偏大", "m码偏大" }, { "", NULL }, { "  ", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *usual = zg_body_size_normalise_usual (rows[i].text);

      g_assert_cmpstr (usual, ==, rows[i].usual);
    }
}

static void
test_value (void)
{
  g_auto (ZgBodySize) size = { .height = 1650, .usual = g_strdup ("M") };
  g_auto (ZgBodySize) copy = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (zg_body_size_is_known (&copy));
  zg_body_size_copy (&size, &copy);
  g_assert_true (zg_body_size_equal (&size, &copy));
  g_assert_true (zg_body_size_is_known (&copy));
  copy.usual[0] = 'L';
  g_assert_false (zg_body_size_equal (&size, &copy));
  zg_body_size_clear (&copy);
  g_assert_false (zg_body_size_is_known (&copy));
  copy.usual = g_strdup ("");
  g_clear_pointer (&size.usual, g_free);
  size.height = 0;
  g_assert_true (zg_body_size_equal (&size, &copy));

  g_free (copy.usual);
  copy.usual = g_strnfill (ZG_BODY_SIZE_MAX_USUAL, 'x');
  g_assert_true (zg_body_size_validate (&copy, NULL));
  g_free (copy.usual);
  copy.usual = g_strnfill (ZG_BODY_SIZE_MAX_USUAL + 1, 'x');
  g_assert_false (zg_body_size_validate (&copy, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-size/parse", test_parse);
  g_test_add_func ("/body-size/parse-long", test_parse_long);
  g_test_add_func ("/body-size/words", test_words);
  g_test_add_func ("/body-size/stable", test_stable);
  g_test_add_func ("/body-size/usual", test_usual);
  g_test_add_func ("/body-size/value", test_value);
  return g_test_run ();
}
