/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "zg-delimited-reader.h"

/* No real row is longer. */
#define LIMIT (1024 * 1024)

static char *path;

/*
 * Reads @bytes and writes what came as text: each record as its line, a colon and its fields between bars, a damaged one
 * as its line and a word.
 */
static char *
describe (const char *bytes,
          gsize       length)
{
  static const char * const words[] = {
    [ZG_RECORD_TOO_LONG] = "too long", [ZG_RECORD_UNCLOSED_QUOTE] = "unclosed", [ZG_RECORD_NUL] = "nul",
    [ZG_RECORD_BAD_TEXT] = "bad text",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDelimitedReader) reader = NULL;
  GString *text = g_string_new (NULL);
  gboolean has_record;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  reader = zg_delimited_reader_open (path, &error);
  g_assert_no_error (error);
  while (zg_delimited_reader_next (reader, &has_record, &error) && has_record)
    {
      ZgRecordFault fault = zg_delimited_reader_get_fault (reader);

      g_string_append_printf (text, "%" G_GUINT64_FORMAT ":", zg_delimited_reader_get_line (reader));
      if (fault != ZG_RECORD_SOUND)
        g_string_append (text, words[fault]);
      for (guint i = 0; i < zg_delimited_reader_get_n_fields (reader) && fault == ZG_RECORD_SOUND; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", zg_delimited_reader_get_field (reader, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name;
  const char *bytes;
  const char *expected;
} cases[] = {
  { "plain", "a,b\nc,d\n", "1:a|b\n2:c|d\n" },
  { "no line break at the end", "a,b\nc,d", "1:a|b\n2:c|d\n" },
  { "crlf", "a,b\r\nc,d\r\n", "1:a|b\n2:c|d\n" },
  { "cr", "a,b\rc,d\r", "1:a|b\n2:c|d\n" },
  { "empty lines", "\n\na\r\n\r\nb\n\n", "1:\n2:\n3:a\n4:\n5:b\n6:\n" },
  { "empty fields", ",\n,,\na,\n", "1:|\n2:||\n3:a|\n" },
  { "a quoted empty field is a record", "\"\"\na\n", "1:\n2:a\n" },
  { "quotes", "\"a,b\",\"c\"\"d\",\"\"\n", "1:a,b|c\"d|\n" },
  { "only quotes", "\"\"\"\",\"\"\"\"\"\"\n", "1:\"|\"\"\n" },
  { "line break in quotes", "\"a\nb\",c\nd\n", "1:a\nb|c\n3:d\n" },
  { "crlf in quotes counts once", "\"a\r\nb\r\n\",c\r\nd\r\n", "1:a\r\nb\r\n|c\n4:d\n" },
  { "equals before the quote", "=\"35153131470000579\",b\n", "1:35153131470000579|b\n" },
  { "equals in the middle", "a,=\"\",=\"1,2\",=\"x\"\"y\"\n", "1:a||1,2|x\"y\n" },
  { "equals alone", "=a,=,a=\"b\"\n", "1:=a|=|a=\"b\"\n" },
  { "equals at the end", "a,=", "1:a|=\n" },
  { "apostrophe in quotes", "\"'13800001111\"\n", "1:'13800001111\n" },
  { "quote inside a plain field", "27\" screen,b\"c\",d\n", "1:27\" screen|b\"c\"|d\n" },
  { "text behind the quote", "\"a\"b,\"c\" ,\"d\"\"e\"f\"\n", "1:ab|c |d\"ef\"\n" },
  { "trailing empty fields", "a,b,,,\n", "1:a|b|||\n" },
  { "blanks stay", " a , b\n", "1: a | b\n" },
  { "quote open at the end", "a,b\n\"c,d\ne,f\n", "1:a|b\n2:unclosed\n3:e|f\n" },
  { "quote open in the last line", "a,b\nc,\"d", "1:a|b\n2:unclosed\n" },
  { "quote open at the last byte", "a,b\nc,\"", "1:a|b\n2:unclosed\n" },
  { "quote open behind one that spans lines", "\"a\nb\",\"c\nd,e\n", "1:unclosed\n2:unclosed\n3:d|e\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = describe (cases[i].bytes, strlen (cases[i].bytes));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* @text without its first record and with line numbers one less. */
static char *
drop_first (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (strchr (text, '\n') + 1, "\n", -1);
  GString *result = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *rest;
      guint64 line = g_ascii_strtoull (lines[i], &rest, 10);

      /* What is behind a line break inside a field has no number. */
      if (rest == lines[i])
        g_string_append_printf (result, "%s\n", rest);
      else
        g_string_append_printf (result, "%" G_GUINT64_FORMAT "%s\n", line - 1, rest);
    }
  return g_string_free (result, FALSE);
}

/* The same wherever a block of the file ends. */
static void
test_blocks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize shift = 0; shift < strlen (cases[i].bytes); shift++)
      {
        gsize pad = 256 * 1024 - shift - 1;
        g_autoptr(GString) bytes = g_string_sized_new (pad + 100);
        g_autofree char *text = NULL;
        g_autofree char *without_first = NULL;
        g_autofree char *alone = describe (cases[i].bytes, strlen (cases[i].bytes));

        for (gsize n = 0; n < pad; n++)
          g_string_append_c (bytes, 'x');
        g_string_append_c (bytes, '\n');
        g_string_append (bytes, cases[i].bytes);
        text = describe (bytes->str, bytes->len);
        g_test_message ("%s, %" G_GSIZE_FORMAT " bytes before the end of a block", cases[i].name, shift);
        without_first = drop_first (text);
        g_assert_cmpstr (without_first, ==, alone);
      }
}

static void
test_delimiters (void)
{
  g_autofree char *tab = describe ("a\tb,c\t\"d\te\"\n", 12);
  g_autofree char *semicolon = describe ("a;b,c;\"d;e\"\n", 12);

  g_assert_cmpstr (tab, ==, "1:a|b,c|d\te\n");
  g_assert_cmpstr (semicolon, ==, "1:a|b,c|d;e\n");
}

static void
test_bad_bytes (void)
{
  static const char nul[] = "a,b\nc\0,d\ne,f\n";
  static const char bad[] = "\xef\xbb\xbf" "a,b\nc\xff,d\ne,f\n";
  g_autofree char *with_nul = describe (nul, sizeof nul - 1);
  g_autofree char *with_bad = describe (bad, sizeof bad - 1);

  g_assert_cmpstr (with_nul, ==, "1:a|b\n2:nul\n3:e|f\n");
  g_assert_cmpstr (with_bad, ==, "1:a|b\n2:bad text\n3:e|f\n");
}

static void
append_many (GString    *bytes,
             const char *text,
             gsize       length)
{
  gsize end = bytes->len + length;

  while (bytes->len < end)
    g_string_append (bytes, text);
}

/* A record over the limit is refused with its line, in bounded memory, and the next one is read. */
static void
test_too_long (void)
{
  static const struct {
    const char *before, *fill, *after, *expected;
  } long_cases[] = {
    { "a,b\n", "0123456789", "\nc,d\n", "1:a|b\n2:too long\n3:c|d\n" },
    { "a,b\n", "0123456789", "\r\nc,d\n", "1:a|b\n2:too long\n3:c|d\n" },
    { "a,b\n", "0123456789", "", "1:a|b\n2:too long\n" },
    { "a,b\n\"", "0123456789", "\nc,d\n", "1:a|b\n2:too long\n3:c|d\n" },
    { "a,b\n", "x,", "\nc,d\n", "1:a|b\n2:too long\n3:c|d\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (long_cases); i++)
    {
      g_autoptr(GString) bytes = g_string_new (long_cases[i].before);
      g_autofree char *text = NULL;

      append_many (bytes, long_cases[i].fill, 2 * LIMIT + 12345 * i);
      g_string_append (bytes, long_cases[i].after);
      text = describe (bytes->str, bytes->len);
      g_assert_cmpstr (text, ==, long_cases[i].expected);
    }
}

/* A quote that is open over many lines is found at the limit; the rows after its line are read. */
static void
test_unclosed_over_limit (void)
{
  g_autoptr(GString) bytes = g_string_new ("a,b\nc,\"d\n");
  g_autofree char *text = NULL;
  guint n_lines = 0;

  append_many (bytes, "e,f\n", LIMIT + 1000);
  text = describe (bytes->str, bytes->len);
  g_assert_true (g_str_has_prefix (text, "1:a|b\n2:unclosed\n3:e|f\n4:e|f\n"));
  for (const char *at = text; *at != '\0'; at++)
    n_lines += *at == '\n' ? 1 : 0;
  g_assert_cmpuint (n_lines, ==, 2 + (bytes->len - strlen ("a,b\nc,\"d\n")) / 4);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
  path = g_build_filename (folder, "orders.csv", NULL);
  g_test_add_func ("/delimited-reader/cases", test_cases);
  g_test_add_func ("/delimited-reader/blocks", test_blocks);
  g_test_add_func ("/delimited-reader/delimiters", test_delimiters);
  g_test_add_func ("/delimited-reader/bad-bytes", test_bad_bytes);
  g_test_add_func ("/delimited-reader/too-long", test_too_long);
  g_test_add_func ("/delimited-reader/unclosed-over-limit", test_unclosed_over_limit);
  status = g_test_run ();

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
