/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-vcard.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "zg-vcard-reader.h"
#include "zg-vcard-writer.h"

/* What holds for every file of cards, whatever bytes it has. */

/* (transfer full) (nullable): all that a file says; NULL for one that is refused as a whole. */
static GPtrArray *
read_bytes (const char *bytes,
            gsize       size)
{
  int fd = memfd_create ("cards", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_record_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgVcardReader) reader = NULL;
  ZgContactRecord *record = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, size), ==, (gssize) size);
  reader = zg_vcard_reader_open (path, &error);
  g_assert_cmpint (reader == NULL, ==, error != NULL);
  while (reader != NULL)
    {
      g_assert_true (zg_vcard_reader_next (reader, &record, &error));
      if (record == NULL)
        break;
      g_ptr_array_add (records, record);
    }
  close (fd);
  return reader != NULL ? g_steal_pointer (&records) : NULL;
}

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_record (const ZgContactRecord *record)
{
  const ZgCustomer *customer = record->customer;

  g_assert_cmpint (record->line, >, 0);
  check_text (customer->name.text);
  check_text (customer->call_name);
  check_text (customer->note);
  check_text (record->refusal);
  g_assert_cmpint (customer->phones->len, <=, 100);
  g_assert_cmpint (customer->addresses->len, <=, 100);
  g_assert_cmpint (customer->accounts->len, <=, 100);
  g_assert_cmpint (customer->tags->len, <=, 100);
  for (guint i = 0; i < customer->phones->len; i++)
    check_text (((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone->text);
  for (guint i = 0; i < customer->tags->len; i++)
    check_text (g_ptr_array_index (customer->tags, i));
  for (guint i = 0; i < record->left_out->len; i++)
    check_text (((ZgContactLeftOut *) g_ptr_array_index (record->left_out, i))->field);
  if (record->refusal == NULL)
    g_assert_true (*zg_customer_get_call_name (customer) != '\0');
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* What is written of somebody is one card, in lines that are not too long and not cut within a character. */
static void
check_written (const ZgCustomer *customer)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) records = NULL;
  const ZgContactRecord *back;

  zg_vcard_append (text, customer);
  lines = g_strsplit (text->str, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }

  records = read_bytes (text->str, text->len);
  g_assert_nonnull (records);
  g_assert_cmpint (records->len, ==, 1);
  back = g_ptr_array_index (records, 0);
  g_assert_cmpint (back->left_out->len, ==, 0);
  g_assert_cmpstr (or_empty (back->customer->level), ==, or_empty (customer->level));
  g_assert_true (zg_birthday_equal (&back->customer->birthday, &customer->birthday));
}

/**
 * check_vcard:
 * @input: (array length=size): any bytes
 * @size: how many
 *
 * Stops the program where anything does not hold that has to.
 */
void
check_vcard (const char *input,
             gsize       size)
{
  g_autoptr(GPtrArray) records = read_bytes (input, size);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ZgContactRecord *record = g_ptr_array_index (records, i);

      check_record (record);
      if (record->refusal == NULL)
        check_written (record->customer);
    }
}
