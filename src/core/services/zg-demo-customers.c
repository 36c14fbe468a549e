/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-customers.h"

#include <string.h>

/* The people of the demo shop: some are written in the script, the others are thrown together from its lists. */

/* Percent of the invented whose data the platform hides. */
#define HIDDEN 14
/* Percent of them who are women. */
#define WOMEN 68

static char *
dup_text (JsonArray *array,
          guint      index)
{
  const char *text = index < json_array_get_length (array) ? json_array_get_string_element (array, index) : NULL;

  return g_strdup (text != NULL ? text : "");
}

/* [province, city, district, detail, label] */
static void
add_address (ZgCustomer *customer,
             JsonArray  *parts)
{
  g_autoptr(ZgAddress) address = zg_address_new ();
  const ZgCustomerPhone *phone = customer->phones->len > 0 ? customer->phones->pdata[0] : NULL;
  g_autofree char *label = dup_text (parts, 4);

  address->province = dup_text (parts, 0);
  address->city = dup_text (parts, 1);
  address->district = dup_text (parts, 2);
  address->detail = dup_text (parts, 3);
  address->disclosure = zg_disclosure_of_text (address->detail);
  zg_customer_add_address (customer, customer->name.text, phone != NULL ? phone->phone->text : NULL, address, label);
}

static void
read_pairs (JsonObject *person,
            const char *member,
            ZgCustomer *customer,
            void      (*add) (ZgCustomer *customer, const char *first, const char *second))
{
  for (guint i = 0; i < zg_demo_length (person, member); i++)
    {
      JsonArray *pair = json_array_get_array_element (json_object_get_array_member (person, member), i);

      add (customer, json_array_get_string_element (pair, 0), json_array_get_string_element (pair, 1));
    }
}

/* [height, weight, usual size, shoe size] */
static void
set_size (ZgCustomer *customer,
          JsonArray  *parts)
{
  g_autofree char *height = dup_text (parts, 0);
  g_autofree char *weight = dup_text (parts, 1);

  zg_body_size_parse_height (height, &customer->size.height, NULL);
  zg_body_size_parse_weight (weight, &customer->size.weight, NULL);
  customer->size.usual = dup_text (parts, 2);
  customer->size.shoe = dup_text (parts, 3);
}

static void
add_phone (ZgCustomer *customer,
           const char *text,
           const char *label)
{
  zg_customer_add_phone (customer, text, label);
}

static void
add_account (ZgCustomer *customer,
             const char *platform,
             const char *account)
{
  zg_customer_add_account (customer, platform, account);
}

/**
 * zg_demo_customer_read:
 * @person: a person of the script
 *
 * Returns: (transfer full): the customer
 */
ZgCustomer *
zg_demo_customer_read (JsonObject *person)
{
  ZgCustomer *customer = zg_customer_new ();

  zg_personal_set (&customer->name, zg_demo_text (person, "name"));
  zg_demo_set_text (&customer->call_name, zg_demo_text (person, "call"));
  zg_demo_set_text (&customer->level, zg_demo_text (person, "level"));
  zg_demo_set_text (&customer->note, zg_demo_text (person, "note"));
  zg_demo_set_text (&customer->caution, zg_demo_text (person, "caution"));
  zg_demo_set_text (&customer->source, zg_demo_text (person, "source"));
  if (json_object_has_member (person, "birthday"))
    zg_birthday_parse (zg_demo_text (person, "birthday"), &customer->birthday, NULL);
  if (json_object_has_member (person, "size"))
    set_size (customer, json_object_get_array_member (person, "size"));
  read_pairs (person, "phones", customer, add_phone);
  read_pairs (person, "accounts", customer, add_account);
  for (guint i = 0; i < zg_demo_length (person, "addresses"); i++)
    add_address (customer, json_array_get_array_element (json_object_get_array_member (person, "addresses"), i));
  for (guint i = 0; i < zg_demo_length (person, "tags"); i++)
    g_ptr_array_add (customer->tags, dup_text (json_object_get_array_member (person, "tags"), i));
  return customer;
}

/* 张** */
static char *
mask_name (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, 1);

  return g_strconcat (first, "**", NULL);
}

/* The zeros in the middle make it nobody's: numbers with four of them there were never given out. */
static char *
invent_phone (ZgDemoBook *book,
              int         index,
              gboolean    hidden)
{
  const char *middle = hidden ? "****" : zg_demo_text (book->root, "phone_middle");
  int n_digits = (int) zg_demo_number (book->root, "phone_digits", 4);
  int tail = (index * 7919 + 1234) % (n_digits == 4 ? 10000 : 1000);

  return g_strdup_printf ("%s%s%0*d", zg_demo_book_pick (book, "phone_prefixes"), middle, n_digits, tail);
}

/* A wording of the script with up to three numbers in it: "示例路 %d 号 %d 幢 %d 室". */
static char *
invent_detail (ZgDemoBook *book)
{
  const char *form = zg_demo_book_pick (book, "details");
  GString *detail = g_string_new (NULL);
  int numbers[] = {
    zg_demo_book_roll (book, 1, 199), zg_demo_book_roll (book, 1, 18),
    zg_demo_book_roll (book, 1, 22) * 100 + zg_demo_book_roll (book, 1, 6),
  };
  gsize n_used = 0;

  for (const char *p = form; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "%d") && n_used < G_N_ELEMENTS (numbers))
        {
          g_string_append_printf (detail, "%d", numbers[n_used++]);
          p++;
        }
      else
        g_string_append_c (detail, *p);
    }
  return g_string_free (detail, FALSE);
}

static void
invent_address (ZgDemoBook *book,
                ZgCustomer *customer,
                gboolean    hidden)
{
  JsonArray *places = zg_demo_book_get_list (book, "places");
  guint index = (guint) zg_demo_book_roll (book, 0, (int) json_array_get_length (places) - 1);
  JsonArray *place = json_array_get_array_element (places, index);
  g_autoptr(JsonArray) parts = json_array_new ();
  g_autofree char *detail = invent_detail (book);

  for (guint i = 0; i < 3; i++)
    json_array_add_string_element (parts, json_array_get_string_element (place, i));
  json_array_add_string_element (parts, hidden ? "***" : detail);
  add_address (customer, parts);
}

/* What people are called, with the surname in it where the language does so: "%s女士". */
static char *
invent_call (ZgDemoBook *book,
             gboolean    is_woman,
             const char *surname,
             const char *given)
{
  const char *form = zg_demo_book_pick (book, is_woman ? "calls_women" : "calls_men");
  const char *gap = strstr (form, "%s");

  if (gap == NULL)
    return g_strdup (given);
  return g_strdup_printf ("%.*s%s%s", (int) (gap - form), form, surname, gap + strlen ("%s"));
}

/* The family's name stands first in Chinese; a script that has "given_first" says otherwise. */
static char *
invent_name (ZgDemoBook *book,
             const char *surname,
             const char *given)
{
  if (json_object_get_boolean_member_with_default (book->root, "given_first", FALSE))
    return g_strconcat (given, " ", surname, NULL);
  return g_strconcat (surname, given, NULL);
}

/**
 * zg_demo_customer_invent:
 * @book: a book
 * @index: which of the invented it is
 *
 * Returns: (transfer full): a customer who is in no script
 */
ZgCustomer *
zg_demo_customer_invent (ZgDemoBook *book,
                         int         index)
{
  ZgCustomer *customer = zg_customer_new ();
  gboolean hidden = zg_demo_book_chance (book, HIDDEN);
  const char *surname = zg_demo_book_pick (book, "surnames");
  gboolean is_woman = zg_demo_book_chance (book, WOMEN);
  const char *given = zg_demo_book_pick (book, is_woman ? "women" : "men");
  const char *platform = zg_demo_book_pick (book, "platforms");
  g_autofree char *name = invent_name (book, surname, given);
  g_autofree char *masked = mask_name (name);
  g_autofree char *phone = invent_phone (book, index, hidden);
  g_autofree char *account = NULL;

  zg_personal_set (&customer->name, hidden ? masked : name);
  g_free (customer->call_name);
  customer->call_name = invent_call (book, is_woman, surname, given);
  zg_demo_set_text (&customer->source, zg_demo_book_pick (book, "sources"));
  zg_customer_add_phone (customer, phone, NULL);
  account = hidden ? g_strdup_printf ("t**%d", index % 10)
                   : g_strdup_printf ("%s%d", zg_demo_book_pick (book, "nicks"), 100 + index * 13);
  zg_customer_add_account (customer, platform, account);
  invent_address (book, customer, hidden);
  for (int n_tags = zg_demo_book_roll (book, -1, 2); n_tags > 0; n_tags--)
    {
      const char *tag = zg_demo_book_pick (book, "tags");

      if (!g_ptr_array_find_with_equal_func (customer->tags, tag, g_str_equal, NULL))
        g_ptr_array_add (customer->tags, g_strdup (tag));
    }
  return customer;
}

/**
 * zg_demo_customer_level:
 * @book: a book
 * @n_orders: how often somebody has ordered
 *
 * Returns: (transfer none): the member level that goes with it
 */
const char *
zg_demo_customer_level (ZgDemoBook *book,
                        int         n_orders)
{
  JsonArray *levels = zg_demo_book_get_list (book, "levels");

  return json_array_get_string_element (levels, n_orders >= 5 ? 2 : n_orders >= 3 ? 1 : 0);
}
