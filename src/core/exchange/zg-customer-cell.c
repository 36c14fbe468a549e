/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-customer-cell.h"

/*
 * Each stands on a line of its own, with bars between its parts: `13800138000|office`. A bar, a backslash and a line end
 * that belong to a text have a backslash before them; the line end is written as n then.
 */

/**
 * zg_customer_cell_split:
 * @cell: a cell
 *
 * Returns: (transfer full) (element-type GPtrArray): for each line its parts, which are texts; lines of blanks are none
 */
GPtrArray *
zg_customer_cell_split (const char *cell)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) part = g_string_new (NULL);
  gboolean is_blank = TRUE;

  for (const char *at = cell;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          g_string_append_c (part, *at == 'n' ? '\n' : *at);
          is_blank = FALSE;
        }
      else if (*at != '|' && *at != '\n' && *at != '\0')
        {
          /* A spreadsheet may have put a return before the line end. */
          if (*at != '\r')
            g_string_append_c (part, *at);
          is_blank = is_blank && g_ascii_isspace (*at);
        }
      else
        {
          g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
          if (*at == '|')
            {
              is_blank = FALSE;
              continue;
            }
          if (!is_blank)
            {
              g_ptr_array_add (lines, g_steal_pointer (&parts));
              parts = g_ptr_array_new_with_free_func (g_free);
            }
          g_ptr_array_set_size (parts, 0);
          is_blank = TRUE;
          if (*at == '\0')
            return lines;
        }
    }
}

static const char *
get_part (GPtrArray *parts,
          guint      index)
{
  return index < parts->len ? g_ptr_array_index (parts, index) : "";
}

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * zg_customer_cell_read_phones:
 * @customer: gets the phones
 * @cell: `number|label` on each line
 */
void
zg_customer_cell_read_phones (ZgCustomer *customer,
                              const char *cell)
{
  g_autoptr(GPtrArray) lines = zg_customer_cell_split (cell);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *parts = g_ptr_array_index (lines, i);

      zg_customer_add_phone (customer, get_part (parts, 0), get_part (parts, 1));
    }
}

/**
 * zg_customer_cell_read_accounts:
 * @customer: gets the accounts
 * @cell: `platform|account` on each line
 */
void
zg_customer_cell_read_accounts (ZgCustomer *customer,
                                const char *cell)
{
  g_autoptr(GPtrArray) lines = zg_customer_cell_split (cell);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *parts = g_ptr_array_index (lines, i);

      if (parts->len >= 2 && *get_part (parts, 0) != '\0')
        zg_customer_add_account (customer, get_part (parts, 0), get_part (parts, 1));
    }
}

/**
 * zg_customer_cell_read_addresses:
 * @customer: gets the addresses
 * @cell: `province|city|district|detail|postcode|recipient|phone|label|disclosure` on each line; what is missing at the
 *   end is empty, and a line without bars is an address in one piece
 */
void
zg_customer_cell_read_addresses (ZgCustomer *customer,
                                 const char *cell)
{
  g_autoptr(GPtrArray) lines = zg_customer_cell_split (cell);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *parts = g_ptr_array_index (lines, i);
      const char *disclosure = get_part (parts, 8);
      g_autoptr(ZgAddress) address = NULL;

      if (parts->len == 1)
        {
          address = zg_address_parse_export (get_part (parts, 0));
        }
      else
        {
          address = zg_address_new ();
          address->province = dup_or_null (get_part (parts, 0));
          address->city = dup_or_null (get_part (parts, 1));
          address->district = dup_or_null (get_part (parts, 2));
          address->detail = dup_or_null (get_part (parts, 3));
          address->postcode = dup_or_null (get_part (parts, 4));
          address->disclosure = zg_disclosure_of_text (address->detail);
          if (disclosure[0] >= '0' && disclosure[0] <= '4' && disclosure[1] == '\0')
            address->disclosure = (ZgDisclosure) (disclosure[0] - '0');
        }
      zg_customer_add_address (customer, get_part (parts, 5), get_part (parts, 6), address, get_part (parts, 7));
    }
}

/**
 * zg_customer_cell_read_tags:
 * @customer: gets the tags
 * @cell: one on each line
 */
void
zg_customer_cell_read_tags (ZgCustomer *customer,
                            const char *cell)
{
  g_autoptr(GPtrArray) lines = zg_customer_cell_split (cell);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *tag = g_strstrip (g_strdup (get_part (g_ptr_array_index (lines, i), 0)));

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (customer->tags, tag, g_str_equal, NULL))
        g_ptr_array_add (customer->tags, g_steal_pointer (&tag));
    }
}
