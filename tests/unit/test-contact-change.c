/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-contact-change.h"

/* What a file says of somebody who is there: gaps are filled, what is known stays, what differs is told. */

static ZgCustomer *
make_known (void)
{
  ZgCustomer *customer = zg_customer_new ();
  g_autoptr(ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号");

  zg_personal_set (&customer->name, "王小明");
  customer->call_name = g_strdup ("小王");
  customer->note = g_strdup ("喜欢浅色\n不要晚上打电话");
  customer->source = g_strdup ("taobao");
  customer->size.height = 1620;
  zg_customer_add_phone (customer, "13800138000", "办公室");
  zg_customer_add_address (customer, NULL, NULL, address, "家");
  g_ptr_array_add (customer->tags, g_strdup ("老客"));
  return customer;
}

typedef void (*Say) (ZgCustomer *said);

static void
say_name (ZgCustomer *said)
{
  zg_personal_set (&said->name, "王大明");
}

static void
say_call_name_as_name (ZgCustomer *said)
{
  zg_personal_set (&said->name, "小王");
}

static void
say_hidden_name (ZgCustomer *said)
{
  zg_personal_set (&said->name, "王**");
}

static void
say_part_of_note (ZgCustomer *said)
{
  said->note = g_strdup ("喜欢浅色");
}

static void
say_note (ZgCustomer *said)
{
  said->note = g_strdup ("喜欢深色");
}

static void
say_source (ZgCustomer *said)
{
  said->source = g_strdup ("wechat");
}

static void
say_level (ZgCustomer *said)
{
  said->level = g_strdup ("金卡");
}

static void
say_phones (ZgCustomer *said)
{
  zg_customer_add_phone (said, "138-0013-8000", "手机");
  zg_customer_add_phone (said, "13900139000", NULL);
}

static void
say_same_address (ZgCustomer *said)
{
  g_autoptr(ZgAddress) address = zg_address_parse_export ("浙江省杭州市西湖区文三路100号");

  zg_customer_add_address (said, NULL, NULL, address, NULL);
}

static void
say_tags (ZgCustomer *said)
{
  g_ptr_array_add (said->tags, g_strdup ("老客"));
  g_ptr_array_add (said->tags, g_strdup ("会员"));
}

static void
say_weight (ZgCustomer *said)
{
  said->size.weight = 50000;
}

static void
say_height (ZgCustomer *said)
{
  said->size.height = 1700;
}

static void
say_birthday (ZgCustomer *said)
{
  said->birthday = (ZgBirthday) { ZG_CALENDAR_SOLAR, 1990, 5, 17, FALSE };
}

static void
test_complete (void)
{
  static const struct {
    Say say;
    const char *filled;         /* (nullable) */
    const char *differs;        /* (nullable) */
  } cases[] = {
    { say_name, NULL, "name" }, { say_call_name_as_name, NULL, NULL }, { say_hidden_name, NULL, NULL },
    { say_part_of_note, NULL, NULL }, { say_note, NULL, "note" }, { say_source, NULL, NULL }, { say_level, "level", NULL },
    { say_phones, "phone", NULL }, { say_same_address, NULL, NULL }, { say_tags, "tags", NULL }, { say_weight, "size", NULL },
    { say_height, NULL, "size" }, { say_birthday, "birthday", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgCustomer) known = make_known ();
      g_autoptr(ZgContactRecord) record = zg_contact_record_new (1);
      g_autoptr(ZgContactChange) change = NULL;
      g_autoptr(ZgContactChange) again = NULL;

      cases[i].say (record->customer);
      change = zg_contact_change_new (record);
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (zg_contact_change_complete (change, known, record), ==, cases[i].filled != NULL);
      g_assert_cmpint (change->filled->len, ==, cases[i].filled != NULL);
      if (cases[i].filled != NULL)
        g_assert_cmpstr (g_ptr_array_index (change->filled, 0), ==, cases[i].filled);
      g_assert_cmpint (change->differences->len, ==, cases[i].differs != NULL);
      if (change->differences->len > 0)
        g_assert_cmpstr (((ZgContactDifference *) g_ptr_array_index (change->differences, 0))->field, ==, cases[i].differs);

      /* The same once more fills nothing. */
      again = zg_contact_change_new (record);
      g_assert_false (zg_contact_change_complete (again, known, record));
      g_assert_cmpstr (known->name.text, ==, "王小明");
      g_assert_cmpstr (((ZgCustomerPhone *) g_ptr_array_index (known->phones, 0))->label, ==, "办公室");
      g_assert_cmpint (known->size.height, ==, 1620);
    }
}

static void
test_words (void)
{
  static const ZgDuplicatePolicy policies[] = { ZG_DUPLICATES_ASK, ZG_DUPLICATES_SKIP, ZG_DUPLICATES_UPDATE };
  ZgDuplicatePolicy found;

  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_assert_true (zg_duplicate_policy_from_word (zg_duplicate_policy_to_word (policies[i]), &found));
      g_assert_cmpint (found, ==, policies[i]);
    }
  g_assert_false (zg_duplicate_policy_from_word ("new", &found));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-change/complete", test_complete);
  g_test_add_func ("/contact-change/words", test_words);
  return g_test_run ();
}
