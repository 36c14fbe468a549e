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
  static const Parse parses[] = { zg_body_size_parse_height, zg_body_size_parse_weight };

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
    { { 1650, 52500, (char *) "37", (char *) "M" }, "165 cm · 52.5 kg · shoes 37 · M" },
    { { 1655, 52750, (char *) "", NULL }, "165.5 cm · 52.75 kg" },
    { { 0, 52666, NULL, (char *) "均码" }, "52.67 kg · 均码" },
    { { 1600, 50050, NULL, (char *) "" }, "160 cm · 50.05 kg" },
    { { 0, 0, NULL, NULL }, "" },
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
      int again;

      g_assert_true (zg_body_size_parse_height (height, &again, NULL));
      g_assert_cmpint (again, ==, 400 + value * 10 + value % 10);
      g_assert_true (zg_body_size_parse_weight (weight, &again, NULL));
      g_assert_cmpint (again, ==, 2000 + value * 1010);
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
test_shoe (void)
{
  static const struct {
    const char *text;
    const char *shoe;
  } rows[] = {
    { "37", "37" }, { " 37码 ", "37" }, { "３７碼", "37" }, { "鞋码：37.5", "37.5" }, { "EU 37", "37" }, { "eu37", "37" },
    { "歐碼 37號", "37" }, { "37.0", "37" }, { "235", "235" }, { "23.5cm", "23.5cm" }, { "US 7", "US 7" },
    { "37偏大", "37偏大" }, { "码", "码" }, { "鞋码", NULL }, { ".0", ".0" }, { "", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shoe = zg_body_size_normalise_shoe (rows[i].text);

      g_assert_cmpstr (shoe, ==, rows[i].shoe);
    }
}

static void
test_value (void)
{
  g_auto (ZgBodySize) size = { .height = 1650, .shoe = g_strdup ("37"), .usual = g_strdup ("M") };
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
  g_clear_pointer (&size.shoe, g_free);
  size.height = 0;
  g_assert_true (zg_body_size_equal (&size, &copy));

  g_free (copy.usual);
  copy.usual = g_strnfill (ZG_BODY_SIZE_MAX_WORDS, 'x');
  g_assert_true (zg_body_size_validate (&copy, NULL));
  g_free (copy.usual);
  copy.usual = g_strnfill (ZG_BODY_SIZE_MAX_WORDS + 1, 'x');
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
  g_test_add_func ("/body-size/shoe", test_shoe);
  g_test_add_func ("/body-size/value", test_value);
  return g_test_run ();
}
