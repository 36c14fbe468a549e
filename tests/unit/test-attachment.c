/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-attachment.h"
#include "zg-error.h"
#include "zg-interest.h"

/* What may be kept with a customer: files, and what they asked for. */

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x05\x08\x06\0\0\0crc4\0\0\0\0IEND\xae\x42\x60\x82"

static void
test_names (void)
{
  static const struct {
    const char *given;
    const char *kept;
  } cases[] = {
    { "付款截图.png", "付款截图.png" },
    { "/home/wang/桌面/破损.jpg", "破损.jpg" },
    { "C:\\Users\\wang\\a.pdf", "a.pdf" },
    { "../../etc/passwd", "passwd" },
    { "..", "file" },
    { "folder/", "file" },
    { "", "file" },
    { NULL, "file" },
    { " \t\n", "file" },
    { "a\nb\x01" "c.txt", "abc.txt" },
    { "invoice\xe2\x80\xae" "gpj.exe", "invoicegpj.exe" },
    { "A&B <b>.png", "A&B <b>.png" },
    { "bad\xff.png", "bad\xef\xbf\xbd.png" },
    { "👕 新.png", "👕 新.png" },
  };
  g_autofree char *long_name = g_strnfill (10000, 'x');
  g_autofree char *cut = zg_attachment_make_name (long_name);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = zg_attachment_make_name (cases[i].given);

      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
  g_assert_cmpuint (strlen (cut), <=, 255);
}

static void
test_types (void)
{
  static const struct {
    const char *bytes;
    gsize size;
    const char *media_type;
  } cases[] = {
    { PNG, sizeof PNG - 1, "image/png" },
    { PNG, sizeof PNG - 3, "application/octet-stream" },
    { "%PDF-1.7\n", 9, "application/pdf" },
    { "%PDF", 4, "application/octet-stream" },
    { "plain text", 10, "application/octet-stream" },
    { "\0", 1, "application/octet-stream" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgAttachment) attachment = zg_attachment_new ("x.png", bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (attachment->media_type, ==, cases[i].media_type);
      g_assert_cmpint (attachment->size, ==, (gint64) cases[i].size);
    }
}

static void
test_sizes (void)
{
  static const struct {
    gsize size;
    gboolean is_kept;
  } cases[] = { { 0, FALSE }, { 1, TRUE }, { ZG_ATTACHMENT_MAX_BYTES, TRUE }, { ZG_ATTACHMENT_MAX_BYTES + 1, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (cases[i].size), cases[i].size);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgAttachment) attachment = zg_attachment_new ("x", bytes, &error);

      g_assert_cmpint (attachment != NULL, ==, cases[i].is_kept);
      if (!cases[i].is_kept)
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

static void
test_interests (void)
{
  static const struct {
    const char *product;
    const char *reason;
    gboolean is_valid;
  } cases[] = {
    { " 亚麻衬衫 ", "price", TRUE },
    { "亚麻衬衫", "", TRUE },
    { "亚麻衬衫", "expensive", FALSE },
    { "  ", "price", FALSE },
    { "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgInterest) interest = zg_interest_new ();
      g_autoptr(GError) error = NULL;

      g_free (interest->product);
      interest->product = g_strdup (cases[i].product);
      g_free (interest->reason);
      interest->reason = g_strdup (cases[i].reason);
      g_assert_cmpint (zg_interest_validate (interest, &error), ==, cases[i].is_valid);
      if (cases[i].is_valid)
        g_assert_cmpstr (interest->product, ==, "亚麻衬衫");
      else
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

static void
test_reasons (void)
{
  g_autoptr(GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char * const *reason = zg_interest_list_reasons (); *reason != NULL; reason++)
    {
      const char *label = zg_interest_reason_to_label (*reason);

      g_assert_cmpstr (label, !=, *reason);
      g_assert_true (g_hash_table_add (labels, (gpointer) label));
    }
  g_assert_cmpstr (zg_interest_reason_to_label ("of a newer release"), ==, "of a newer release");
  g_assert_cmpstr (zg_interest_reason_to_label (NULL), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment/names", test_names);
  g_test_add_func ("/attachment/types", test_types);
  g_test_add_func ("/attachment/sizes", test_sizes);
  g_test_add_func ("/interest/validate", test_interests);
  g_test_add_func ("/interest/reasons", test_reasons);

  return g_test_run ();
}
