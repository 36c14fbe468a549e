/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "zg-decoder.h"
#include "zg-exchange-error.h"

static char *path;

static ZgDecoder *
open_bytes (const char  *data,
            gsize        length,
            GError     **error)
{
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  return zg_decoder_open (path, error);
}

static GString *
read_all (ZgDecoder *decoder)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gboolean at_end = FALSE;

  while (!at_end && zg_decoder_read (decoder, text, &at_end, &error))
    continue;
  g_assert_no_error (error);
  g_assert_cmpfloat (zg_decoder_get_progress (decoder), ==, 1);
  return text;
}

/* What the decoder writes for a byte that is no text. */
#define BAD "\xef\xbf\xbd"

#define CASE(name, bytes, encoding, text) { name, bytes, sizeof bytes - 1, encoding, text, sizeof text - 1 }

static const struct {
  const char *name;
  const char *bytes;
  gsize n_bytes;
  const char *encoding;
  const char *text;
  gsize length;
} cases[] = {
  CASE ("ascii", "a,b\n", "UTF-8", "a,b\n"),
  CASE ("utf-8", "订单编号,王\n", "UTF-8", "订单编号,王\n"),
  CASE ("utf-8 with mark", "\xef\xbb\xbf订单\n", "UTF-8", "订单\n"),
  CASE ("utf-8 with mark, damaged", "\xef\xbb\xbf订\xff单\n", "UTF-8", "订" BAD "单\n"),
  CASE ("utf-8 with mark, cut at the end", "\xef\xbb\xbf订\xe5\x8d", "UTF-8", "订" BAD BAD),
  CASE ("utf-8 with nul", "订\0单", "UTF-8", "订\0单"),
  CASE ("gb18030, two bytes", "\xb6\xa9\xb5\xa5,\xcd\xf5\r\n", "GB18030", "订单,王\r\n"),
  CASE ("gb18030, four bytes", "\x95\x32\x82\x36,\x81\x30\x84\x36\n", "GB18030", "𠀀,¥\n"),
  CASE ("gb18030, trail byte is a letter", "\x8b\x61\n", "GB18030", "媋\n"),
  CASE ("gb18030, stray lead before a line break", "\xb6\xa9\xb5\n1,2\n", "GB18030", "订" BAD "\n1,2\n"),
  CASE ("gb18030, stray lead before a quote", "\xb6\xa9\xb5\",", "GB18030", "订" BAD "\","),
  CASE ("gb18030, no lead", "\xb6\xa9\xff\x80 a", "GB18030", "订" BAD BAD " a"),
  CASE ("gb18030, broken four bytes", "\xb6\xa9\x81\x30\x84\n", "GB18030", "订" BAD "0" BAD "\n"),
  CASE ("gb18030, cut at the end", "\xb6\xa9\x81\x30\x84", "GB18030", "订" BAD "0" BAD),
  CASE ("utf-16le", "\xff\xfe\xa2\x8b,\0\x40\xd8\x00\xdc", "UTF-16LE", "订,𠀀"),
  CASE ("utf-16be", "\xfe\xff\x8b\xa2\0,\xd8\x40\xdc\x00", "UTF-16BE", "订,𠀀"),
  CASE ("utf-16le, lone surrogate", "\xff\xfe\x40\xd8" "a\0", "UTF-16LE", BAD "a"),
  CASE ("utf-16le, odd byte", "\xff\xfe" "a\0b", "UTF-16LE", "a" BAD),
};

static void
test_encodings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgDecoder) decoder = open_bytes (cases[i].bytes, cases[i].n_bytes, &error);
      g_autoptr(GString) text = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpstr (zg_decoder_get_encoding (decoder), ==, cases[i].encoding);
      text = read_all (decoder);
      g_assert_cmpmem (text->str, text->len, cases[i].text, cases[i].length);
      g_string_free (g_steal_pointer (&text), TRUE);
    }
}

static const struct {
  const char *bytes;
  ZgExchangeError code;
} refused[] = {
  { "", ZG_EXCHANGE_ERROR_EMPTY },
  { "PK\x03\x04 something", ZG_EXCHANGE_ERROR_SPREADSHEET },
  { "\xd0\xcf\x11\xe0\xa1\xb1", ZG_EXCHANGE_ERROR_SPREADSHEET },
  { "<html><body>", ZG_EXCHANGE_ERROR_WEB_PAGE },
  { "\r\n  <TABLE border=1>", ZG_EXCHANGE_ERROR_WEB_PAGE },
  { "\xef\xbb\xbf<!DOCTYPE html>", ZG_EXCHANGE_ERROR_WEB_PAGE },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (open_bytes (refused[i].bytes, strlen (refused[i].bytes), &error));
      g_assert_error (error, ZG_EXCHANGE_ERROR, (int) refused[i].code);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* A character that is cut by the end of a block must not make the whole file GB18030, and comes out whole. */
static void
test_cut_by_block (void)
{
  for (gsize pad = 256 * 1024 - 4; pad <= 256 * 1024; pad++)
    {
      g_autoptr(GString) bytes = g_string_new (NULL);
      g_autoptr(ZgDecoder) utf8 = NULL;
      g_autoptr(ZgDecoder) gb18030 = NULL;
      g_autoptr(GString) text = NULL;

      for (gsize i = 0; i < pad; i++)
        g_string_append_c (bytes, 'a');
      g_string_append (bytes, "订𠀀b");
      utf8 = open_bytes (bytes->str, bytes->len, NULL);
      g_assert_cmpstr (zg_decoder_get_encoding (utf8), ==, "UTF-8");
      text = read_all (utf8);
      g_assert_true (g_string_equal (text, bytes));

      g_string_truncate (bytes, pad);
      g_string_append (bytes, "\xb6\xa9\x95\x32\x82\x36" "b");
      gb18030 = open_bytes (bytes->str, bytes->len, NULL);
      g_assert_cmpstr (zg_decoder_get_encoding (gb18030), ==, "GB18030");
      g_string_free (g_steal_pointer (&text), TRUE);
      text = read_all (gb18030);
      g_assert_cmpstr (text->str + pad, ==, "订𠀀b");
    }
}

/* A damaged row further down does not make the file another: its header is UTF-8. */
static void
test_damaged_utf8 (void)
{
  static const char bytes[] = "订单编号,备注\n1,\xcd\xf5\n2,王\n";
  g_autoptr(ZgDecoder) decoder = open_bytes (bytes, strlen (bytes), NULL);
  g_autoptr(GString) text = read_all (decoder);

  g_assert_cmpstr (zg_decoder_get_encoding (decoder), ==, "UTF-8");
  g_assert_cmpstr (text->str, ==, "订单编号,备注\n1," BAD BAD "\n2,王\n");
}

/* All of it is looked at: one byte at the end of a long file decides. */
static void
test_whole_file_decides (void)
{
  g_autoptr(GString) bytes = g_string_new ("a,b,c,d,e\n");
  g_autoptr(ZgDecoder) decoder = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (bytes, "1,2,3,4,5\n");
  g_string_append (bytes, "\xcd\xf5\n");
  decoder = open_bytes (bytes->str, bytes->len, NULL);
  g_assert_cmpstr (zg_decoder_get_encoding (decoder), ==, "GB18030");
}

static void
test_paths (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-decoder-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (zg_decoder_open (folder, &error));
  g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_null (zg_decoder_open (missing, &error));
  g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (zg_decoder_open ("/dev/zero", &error));
  g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (zg_decoder_open (pipe, &error));
  g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_UNREADABLE);
  g_unlink (pipe);
  g_rmdir (folder);
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
  g_test_add_func ("/decoder/encodings", test_encodings);
  g_test_add_func ("/decoder/refused", test_refused);
  g_test_add_func ("/decoder/cut-by-block", test_cut_by_block);
  g_test_add_func ("/decoder/whole-file-decides", test_whole_file_decides);
  g_test_add_func ("/decoder/damaged-utf-8", test_damaged_utf8);
  g_test_add_func ("/decoder/paths", test_paths);
  status = g_test_run ();

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
