/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-customer.h"
#include "zg-error.h"

static const struct {
  const char *call_name;
  const char *name;
  const char *account;
  const char *phone;
  const char *shown;
} name_table[] = {
  { "王小姐", "王晓雯", "晓雯_xw", "13800002468", "王小姐" },
  { NULL, "王晓雯", "晓雯_xw", "13800002468", "王晓雯" },
  { "  ", "王晓雯", NULL, NULL, "王晓雯" },
  { NULL, "王**", "晓雯_xw", "13800002468", "晓雯_xw" },
  { NULL, "王**", NULL, "13800002468", "王**" },
  { NULL, NULL, "晓***", "13800002468", "晓***" },
  { NULL, NULL, NULL, "183****2807", "183****2807" },
  { NULL, "null", "-", "", "" },
  { NULL, NULL, NULL, NULL, "" },
};

static void
test_call_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_table); i++)
    {
      g_autoptr (ZgCustomer) customer = zg_customer_new ();
      g_autoptr (GError) error = NULL;

      customer->call_name = g_strdup (name_table[i].call_name);
      zg_personal_set (&customer->name, name_table[i].name);
      zg_customer_add_account (customer, "taobao", name_table[i].account);
      zg_customer_add_phone (customer, name_table[i].phone, NULL);

      g_assert_cmpstr (zg_customer_get_call_name (customer), ==, name_table[i].shown);
      g_assert_cmpint (zg_customer_validate (customer, &error), ==, *name_table[i].shown != '\0');
      if (*name_table[i].shown == '\0')
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

/* A name that the platform shows goes before one that it hides, wherever it stands. */
static void
test_call_name_of_accounts (void)
{
  g_autoptr (ZgCustomer) customer = zg_customer_new ();

  zg_personal_set (&customer->name, "王**");
  zg_customer_add_account (customer, "douyin", "晓***");
  zg_customer_add_account (customer, "wechat", "xiaowen-demo");
  g_assert_cmpstr (zg_customer_get_call_name (customer), ==, "xiaowen-demo");
}

/* The same number in another dress is the same number; with another extension it is not. */
static void
test_phones (void)
{
  static const struct {
    const char *text;
    guint n_after;
  } table[] = {
    { "13800002468", 1 },
    { "+86 138 0000 2468", 1 },
    { "'138-0000-2468", 1 },
    { "0571-00002468", 2 },
    { "0571-00002468-801", 3 },
    { "183****2807", 4 },
    { "183****2807", 4 },
    { "183****2808", 5 },
    { "17012345678-1234", 6 },
    { "17012345678-1234", 6 },
    { "17012345678-1235", 7 },
    { "", 7 },
    { NULL, 7 },
    { "null", 7 },
  };
  g_autoptr (ZgCustomer) customer = zg_customer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ZgCustomerPhone *phone = zg_customer_add_phone (customer, table[i].text, "office");

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (customer->phones->len, ==, table[i].n_after);
      if (phone != NULL)
        g_assert_cmpstr (phone->label, ==, "office");
    }
}

static void
test_accounts (void)
{
  g_autoptr (ZgCustomer) customer = zg_customer_new ();
  ZgCustomerAccount *first = zg_customer_add_account (customer, "taobao", " 晓雯_xw ");

  g_assert_cmpstr (first->account.text, ==, "晓雯_xw");
  g_assert_true (zg_customer_add_account (customer, "taobao", "晓雯_xw") == first);
  g_assert_true (zg_customer_add_account (customer, "wechat", "晓雯_xw") != first);
  g_assert_null (zg_customer_add_account (customer, "wechat", "--"));
  g_assert_cmpint (customer->accounts->len, ==, 2);
}

static void
test_addresses (void)
{
  g_autoptr (ZgCustomer) customer = zg_customer_new ();
  g_autoptr (ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号");
  g_autoptr (ZgAddress) empty = zg_address_new ();
  ZgCustomerAddress *first = zg_customer_add_address (customer, "王晓雯", "13800002468", address, "home");

  g_assert_true (zg_customer_add_address (customer, "王晓雯", "13800002468", address, NULL) == first);
  g_assert_true (zg_customer_add_address (customer, "王晓雷", "13800002468", address, NULL) != first);
  g_assert_null (zg_customer_add_address (customer, "王晓雯", "13800002468", empty, NULL));
  g_assert_cmpint (customer->addresses->len, ==, 2);
  g_assert_cmpstr (first->label, ==, "home");
  g_assert_true (zg_address_equal (first->address, address));
  g_assert_true (first->address != address);

  first = zg_customer_add_address (customer, "王晓雯", "17012345678-1234", address, NULL);
  g_assert_cmpint (first->phone.disclosure, ==, ZG_DISCLOSURE_VIRTUAL);
}

static void
test_copy (void)
{
  g_autoptr (ZgCustomer) customer = zg_customer_new ();
  g_autoptr (ZgCustomer) copy = NULL;
  g_autoptr (ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号");

  customer->id = 3;
  customer->uid = g_strdup ("u");
  customer->version = 4;
  zg_personal_set (&customer->name, "王晓雯");
  customer->call_name = g_strdup ("王小姐");
  customer->level = g_strdup ("金");
  customer->note = g_strdup ("n");
  customer->caution = g_strdup ("c");
  customer->source = g_strdup ("s");
  customer->n_orders = 7;
  customer->spent = 128600;
  customer->last_order_at = 5;
  customer->last_contact_at = 6;
  zg_customer_add_phone (customer, "010-12345678-801", "office");
  zg_customer_add_account (customer, "taobao", "晓雯_xw");
  zg_customer_add_address (customer, "王晓雯", "13800002468", address, "home");
  g_ptr_array_add (customer->tags, g_strdup ("送礼"));

  copy = zg_customer_copy (customer);
  g_ptr_array_set_size (customer->phones, 0);
  g_ptr_array_set_size (customer->accounts, 0);
  g_ptr_array_set_size (customer->addresses, 0);
  g_ptr_array_set_size (customer->tags, 0);
  zg_personal_set (&customer->name, "x");

  g_assert_cmpint (copy->id, ==, 3);
  g_assert_cmpstr (copy->uid, ==, "u");
  g_assert_cmpint (copy->version, ==, 4);
  g_assert_cmpstr (copy->name.text, ==, "王晓雯");
  g_assert_cmpstr (copy->call_name, ==, "王小姐");
  g_assert_cmpstr (copy->level, ==, "金");
  g_assert_cmpstr (copy->note, ==, "n");
  g_assert_cmpstr (copy->caution, ==, "c");
  g_assert_cmpstr (copy->source, ==, "s");
  g_assert_cmpint (copy->n_orders, ==, 7);
  g_assert_cmpint (copy->spent, ==, 128600);
  g_assert_cmpint (copy->last_order_at, ==, 5);
  g_assert_cmpint (copy->last_contact_at, ==, 6);
  g_assert_cmpstr (((ZgCustomerPhone *) copy->phones->pdata[0])->phone->extension, ==, "801");
  g_assert_cmpstr (((ZgCustomerAccount *) copy->accounts->pdata[0])->account.text, ==, "晓雯_xw");
  g_assert_true (zg_address_equal (((ZgCustomerAddress *) copy->addresses->pdata[0])->address, address));
  g_assert_cmpstr (copy->tags->pdata[0], ==, "送礼");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer/call-name", test_call_name);
  g_test_add_func ("/customer/call-name-of-accounts", test_call_name_of_accounts);
  g_test_add_func ("/customer/phones", test_phones);
  g_test_add_func ("/customer/accounts", test_accounts);
  g_test_add_func ("/customer/addresses", test_addresses);
  g_test_add_func ("/customer/copy", test_copy);
  return g_test_run ();
}
