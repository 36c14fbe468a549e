/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-paste-answer.h"
#include "zg-paste-fill.h"

/* What a paste leaves open is answered, and what it says comes to a customer without taking anything that is known. */

static void
answer (ZgPaste      *paste,
        ZgPasteField  field,
        const char   *name)
{
  g_assert_cmpint (zg_paste_get_question (paste), ==, field);
  g_assert_true (zg_paste_answer (paste, field, name));
}

/* The city says the province. */
static void
test_city_settles_province (void)
{
  g_autoptr(ZgPaste) paste = zg_paste_parse ("王芳 13912345678 鼓楼区中山北路88号");

  g_assert_false (zg_paste_answer (paste, ZG_PASTE_CITY, "杭州市"));
  answer (paste, ZG_PASTE_CITY, "南京市");
  g_assert_cmpstr (paste->fields[ZG_PASTE_PROVINCE], ==, "江苏省");
  g_assert_cmpstr (paste->fields[ZG_PASTE_CITY], ==, "南京市");
  g_assert_cmpstr (paste->fields[ZG_PASTE_DISTRICT], ==, "鼓楼区");
  g_assert_cmpint (paste->confidence[ZG_PASTE_PROVINCE], ==, ZG_PASTE_CERTAIN);
  g_assert_cmpint (zg_paste_get_question (paste), ==, ZG_N_PASTE_FIELDS);
}

/* A province leaves what is in it. */
static void
test_province_narrows (void)
{
  g_autoptr(ZgPaste) paste = zg_paste_parse ("王芳 13912345678 鼓楼区中山北路88号");

  g_assert_true (zg_paste_answer (paste, ZG_PASTE_PROVINCE, "江苏省"));
  g_assert_nonnull (paste->ask[ZG_PASTE_CITY]);
  g_assert_cmpuint (paste->ask[ZG_PASTE_CITY]->len, ==, 2);
  answer (paste, ZG_PASTE_CITY, "徐州市");
  g_assert_cmpint (zg_paste_get_question (paste), ==, ZG_N_PASTE_FIELDS);

  zg_paste_free (g_steal_pointer (&paste));
  paste = zg_paste_parse ("王芳 13912345678 鼓楼区中山北路88号");
  g_assert_true (zg_paste_answer (paste, ZG_PASTE_PROVINCE, "福建省"));
  g_assert_cmpstr (paste->fields[ZG_PASTE_CITY], ==, "福州市");
}

/* Who says the city is asked for the district. */
static void
test_district_is_asked (void)
{
  g_autoptr(ZgPaste) paste = zg_paste_parse ("王芳 13912345678 江苏省 中山北路88号");

  g_assert_nonnull (paste->ask[ZG_PASTE_CITY]);
  answer (paste, ZG_PASTE_CITY, "南京市");
  answer (paste, ZG_PASTE_DISTRICT, "鼓楼区");
  g_assert_cmpstr (paste->fields[ZG_PASTE_DISTRICT], ==, "鼓楼区");
  g_assert_cmpint (zg_paste_get_question (paste), ==, ZG_N_PASTE_FIELDS);
}

/* The choices by which a paste is answered, one after the other: by what is left of a number. */
static guint
answer_all (ZgPaste *paste,
            guint    number)
{
  guint n_asked = 0;

  for (ZgPasteField field; (field = zg_paste_get_question (paste)) != ZG_N_PASTE_FIELDS; n_asked++)
    {
      const GPtrArray *choices = paste->ask[field];

      g_assert_cmpuint (choices->len, >, 0);
      g_assert_true (zg_paste_answer (paste, field, choices->pdata[number % choices->len]));
      number /= 3;
      g_assert_nonnull (paste->fields[field]);
      g_assert_cmpuint (n_asked, <, 3);
    }
  return n_asked;
}

/* Whatever is chosen, three questions are enough, and then the city is known. */
static void
test_every_answer (void)
{
  static const char * const texts[] = {
    "王芳 13912345678 鼓楼区中山北路88号", "王芳 13912345678 朝阳区建国路1号", "王芳 13912345678 西湖区", "13912345678 江苏省中山路1号",
    "13912345678 广东省", "王芳 13912345678 南京市中山路1号", "王芳 13912345678 城关区", "陳小姐 0912345678 大安區忠孝東路1號",
    "王芳 13912345678 海南省", "王芳 13912345678 重庆市中山路1号", "王芳 13912345678 新华区1号",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint number = 0; number < 60; number++)
      {
        g_autoptr(ZgPaste) paste = zg_paste_parse (texts[i]);

        g_test_message ("%s %u", texts[i], number);
        answer_all (paste, number);
        g_assert_nonnull (paste->fields[ZG_PASTE_CITY]);
      }
}

static const ZgPasteValues values = {
  .fields = {
    [ZG_PASTE_NAME] = "张三", [ZG_PASTE_PHONE] = "13800138000", [ZG_PASTE_PROVINCE] = "浙江省",
    [ZG_PASTE_CITY] = "杭州市", [ZG_PASTE_DISTRICT] = "西湖区", [ZG_PASTE_DETAIL] = "文三路 100 号",
    [ZG_PASTE_NOTE] = "放门卫",
  },
};

static const ZgPasteItem *
find (const GPtrArray *items,
      ZgCustomerField  field)
{
  for (guint i = 0; i < items->len; i++)
    if (((const ZgPasteItem *) items->pdata[i])->field == field)
      return items->pdata[i];
  g_assert_not_reached ();
}

static ZgCustomerAddress *
add_known_address (ZgCustomer *customer,
                   const char *detail)
{
  g_autoptr(ZgAddress) address = zg_address_new ();

  address->province = g_strdup ("浙江省");
  address->city = g_strdup ("杭州市");
  address->district = g_strdup ("西湖区");
  address->detail = g_strdup (detail);
  address->disclosure = zg_disclosure_of_text (detail);
  return zg_customer_add_address (customer, NULL, NULL, address, "办公室");
}

/* Somebody new gets all of it, and the address says who receives there. */
static void
test_new_customer (void)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GPtrArray) items = zg_paste_fill_list (&values, customer);
  const ZgCustomerAddress *address;

  g_assert_cmpuint (items->len, ==, 4);
  for (guint i = 0; i < items->len; i++)
    g_assert_null (((const ZgPasteItem *) items->pdata[i])->known);
  g_assert_true (zg_paste_fill_apply (&values, items, customer));
  g_assert_cmpstr (customer->name.text, ==, "张三");
  g_assert_cmpstr (((ZgCustomerPhone *) customer->phones->pdata[0])->phone->text, ==, "13800138000");
  g_assert_cmpstr (customer->note, ==, "放门卫");
  address = customer->addresses->pdata[0];
  g_assert_cmpstr (address->address->detail, ==, "文三路 100 号");
  g_assert_cmpstr (address->recipient.text, ==, "张三");
  g_assert_cmpstr (address->phone.text, ==, "13800138000");
}

/* What is known stays, unless somebody chooses otherwise. */
static void
test_nothing_is_overwritten (void)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GPtrArray) items = NULL;

  zg_personal_set (&customer->name, "李四");
  zg_customer_add_phone (customer, "13900000000", NULL);
  add_known_address (customer, "别的路 1 号");
  customer->note = g_strdup ("老客户");
  items = zg_paste_fill_list (&values, customer);
  g_assert_cmpint (find (items, ZG_CUSTOMER_FIELD_NAME)->choice, ==, ZG_PASTE_LEAVE);
  g_assert_cmpstr (find (items, ZG_CUSTOMER_FIELD_NAME)->known, ==, "李四");

  g_assert_true (zg_paste_fill_apply (&values, items, customer));
  g_assert_cmpstr (customer->name.text, ==, "李四");
  g_assert_cmpuint (customer->phones->len, ==, 2);
  g_assert_cmpuint (customer->addresses->len, ==, 2);
  g_assert_cmpstr (customer->note, ==, "老客户\n放门卫");
}

/* What was chosen takes the place of what was known; its label stays. */
static void
test_replace (void)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GPtrArray) items = NULL;
  const ZgCustomerAddress *address;

  zg_personal_set (&customer->name, "李四");
  zg_customer_add_phone (customer, "13900000000", "办公室");
  add_known_address (customer, "别的路 1 号");
  items = zg_paste_fill_list (&values, customer);
  for (guint i = 0; i < items->len; i++)
    ((ZgPasteItem *) items->pdata[i])->choice = ZG_PASTE_REPLACE;
  g_assert_true (zg_paste_fill_apply (&values, items, customer));
  g_assert_cmpstr (customer->name.text, ==, "张三");
  g_assert_cmpuint (customer->phones->len, ==, 1);
  g_assert_cmpstr (((ZgCustomerPhone *) customer->phones->pdata[0])->label, ==, "办公室");
  g_assert_cmpuint (customer->addresses->len, ==, 1);
  address = customer->addresses->pdata[0];
  g_assert_cmpstr (address->address->detail, ==, "文三路 100 号");
  g_assert_cmpstr (address->label, ==, "办公室");
  g_assert_cmpstr (address->recipient.text, ==, "张三");
}

/* What a platform has hidden gives way; what is there already is not asked about. */
static void
test_hidden_and_known (void)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GPtrArray) items = NULL;

  zg_personal_set (&customer->name, "张*");
  zg_customer_add_phone (customer, "138 0013 8000", NULL);
  add_known_address (customer, "文三路***号");
  items = zg_paste_fill_list (&values, customer);
  g_assert_cmpint (find (items, ZG_CUSTOMER_FIELD_NAME)->choice, ==, ZG_PASTE_REPLACE);
  g_assert_true (find (items, ZG_CUSTOMER_FIELD_PHONES)->is_known);
  g_assert_cmpint (find (items, ZG_CUSTOMER_FIELD_ADDRESSES)->choice, ==, ZG_PASTE_REPLACE);

  g_assert_true (zg_paste_fill_apply (&values, items, customer));
  g_assert_cmpuint (customer->phones->len, ==, 1);
  g_assert_cmpuint (customer->addresses->len, ==, 1);

  g_ptr_array_unref (g_steal_pointer (&items));
  items = zg_paste_fill_list (&values, customer);
  for (guint i = 0; i < items->len; i++)
    g_assert_true (((const ZgPasteItem *) items->pdata[i])->is_known);
  g_assert_false (zg_paste_fill_apply (&values, items, customer));
}

/* What is cut stays a text, and a short one is all there. */
static void
test_cut (void)
{
  g_autofree char *nothing = zg_paste_cut (NULL);
  g_autofree char *all = zg_paste_cut ("张三 13800138000");
  g_autoptr(GString) text = g_string_new ("x");
  g_autofree char *start = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (all, ==, "张三 13800138000");
  while (text->len < 100 * 1000)
    g_string_append (text, "张");
  start = zg_paste_cut (text->str);
  g_assert_true (g_utf8_validate (start, -1, NULL));
  g_assert_cmpuint (strlen (start), <, 10 * 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste-fill/city-settles-province", test_city_settles_province);
  g_test_add_func ("/paste-fill/province-narrows", test_province_narrows);
  g_test_add_func ("/paste-fill/district-is-asked", test_district_is_asked);
  g_test_add_func ("/paste-fill/every-answer", test_every_answer);
  g_test_add_func ("/paste-fill/new-customer", test_new_customer);
  g_test_add_func ("/paste-fill/nothing-is-overwritten", test_nothing_is_overwritten);
  g_test_add_func ("/paste-fill/replace", test_replace);
  g_test_add_func ("/paste-fill/hidden-and-known", test_hidden_and_known);
  g_test_add_func ("/paste-fill/cut", test_cut);
  return g_test_run ();
}
