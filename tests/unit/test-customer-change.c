/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-customer-change.h"
#include "zg-error.h"

#include <string.h>

/* An edit, and what it makes of a customer who was edited by somebody else in the meantime. Customers are written as lines:
 * "name|note|tags|id:phone id:phone". */

static ZgCustomer *
make (const char *text)
{
  ZgCustomer *customer = zg_customer_new ();
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  g_auto (GStrv) tags = g_strsplit (parts[2], " ", -1);
  g_auto (GStrv) phones = g_strsplit (parts[3], " ", -1);

  zg_personal_set (&customer->name, parts[0]);
  customer->note = g_strdup (parts[1]);
  for (int i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (customer->tags, g_strdup (tags[i]));
  for (int i = 0; phones[i] != NULL; i++)
    {
      char *number;
      gint64 id = g_ascii_strtoll (phones[i], &number, 10);

      zg_customer_add_phone (customer, number + 1, NULL)->id = id;
    }
  return customer;
}

static char *
tell (const ZgCustomer *customer)
{
  GString *text = g_string_new (customer->name.text);

  g_string_append_printf (text, "|%s|", customer->note);
  for (guint i = 0; i < customer->tags->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) customer->tags->pdata[i]);
  g_string_append_c (text, '|');
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *phone = customer->phones->pdata[i];

      g_string_append_printf (text, "%s%d:%s", i > 0 ? " " : "", (int) phone->id, phone->phone->text);
    }
  return g_string_free (text, FALSE);
}

/* The last one is what comes out when the edit counts anyway; NULL where it is no different. */
static const struct {
  const char *before;
  const char *after;
  const char *present;
  const char *expected;         /* NULL when somebody else changed the same thing */
  const char *anyway;
} table[] = {
  /* Nobody else did anything. */
  { "王|a||1:101", "李|a||1:101", "王|a||1:101", "李|a||1:101" },
  { "王|a||1:101", "王|||1:101", "王|a||1:101", "王|||1:101" },
  /* Somebody else did something else. */
  { "王|a||1:101", "李|a||1:101", "王|b|x|1:101 2:102", "李|b|x|1:101 2:102" },
  /* Somebody else did the same. */
  { "王|a||1:101", "李|a||1:101", "李|a||1:101", "李|a||1:101" },
  { "王|a||1:101", "王|a||1:103", "王|a||1:103", "王|a||1:103" },
  { "王|a||1:101", "王|a||", "王|a||", "王|a||" },
  /* Somebody else did something different to the same thing. */
  { "王|a||1:101", "李|a||1:101", "赵|a||1:101", NULL, "李|a||1:101" },
  { "王|a||1:101", "王|a||1:103", "王|a||1:104", NULL, "王|a||1:103" },
  { "王|a||1:101", "王|a||1:103", "王|a||", NULL, "王|a||0:103" },
  { "王|a||1:101", "王|a||", "王|a||1:104", NULL, "王|a||" },
  /* Each phone counts for itself, and so does what is first. */
  { "王|a||1:101 2:102", "王|a||1:103 2:102", "王|a||1:101 2:104", "王|a||1:103 2:104" },
  { "王|a||1:101 2:102", "王|a||2:102 1:101", "王|a||1:101 2:102 3:105", "王|a||2:102 1:101 3:105" },
  { "王|a||1:101", "王|a||0:105 1:101", "王|a||1:101 2:102", "王|a||0:105 1:101 2:102" },
  { "王|a||1:101", "王|a||1:101 0:105", "王|a||1:101 2:102", "王|a||1:101 2:102 0:105" },
  { "王|a||1:101", "王|a||1:101 0:105", "王|a||1:101 2:105", "王|a||1:101 2:105" },
  /* Taking the deletion of the first one back: its row is gone. */
  { "王|a||2:102", "王|a||1:101 2:102", "王|a||2:102 3:103", "王|a||0:101 2:102 3:103" },
  /* Tags never disagree. */
  { "王|a|x y|", "王|a|x z|", "王|a|x y q|", "王|a|x q z|" },
  { "王|a|x|", "王|a||", "王|a||", "王|a||" },
};

static void
test_apply (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (int anyway = 0; anyway < 2; anyway++)
      {
        g_autoptr (ZgCustomer) before = make (table[i].before);
        g_autoptr (ZgCustomer) after = make (table[i].after);
        g_autoptr (ZgCustomer) target = make (table[i].present);
        const char *expected = anyway && table[i].anyway != NULL ? table[i].anyway : table[i].expected;
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;

        g_test_message ("%s → %s on %s", table[i].before, table[i].after, table[i].present);
        if (!zg_customer_change_apply (target, before, after, anyway, &error))
          {
            g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED);
            g_assert_null (expected);
            continue;
          }
        text = tell (target);
        g_assert_cmpstr (text, ==, expected);
      }
}

/* Every field is compared, copied and told: one that the table forgets would be lost by an edit beside it. */
static void
test_every_field (void)
{
  g_autoptr (ZgCustomer) nobody = zg_customer_new ();
  g_autoptr (ZgCustomer) full = make ("王晓雯|喜欢黑色|老客|1:13800002468");
  g_autoptr (ZgCustomer) copy = NULL;
  g_autoptr (ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号");
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  full->call_name = g_strdup ("王小姐");
  full->level = g_strdup ("金牌");
  full->type = g_strdup ("price");
  full->consent = ZG_CONSENT_NO;
  full->caution = g_strdup ("退过三次");
  full->source = g_strdup ("朋友介绍");
  full->birthday = (ZgBirthday) { .calendar = ZG_CALENDAR_LUNAR, .month = 8, .day = 18 };
  full->size = (ZgBodySize) { .height = 1650, .weight = 52500, .usual = g_strdup ("L") };
  zg_customer_add_account (full, "taobao", "晓雯_xw");
  zg_customer_add_address (full, "王晓雯", "13800002468", address, "家");

  copy = zg_customer_copy (full);
  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    {
      g_autofree char *told = zg_customer_field_to_text (full, field);
      ZgCustomerField found;

      g_test_message ("%s: %s", zg_customer_field_to_word (field), told);
      g_assert_cmpstr (told, !=, "");
      g_assert_true (zg_customer_field_equal (full, copy, field));
      g_assert_false (zg_customer_field_equal (full, nobody, field));
      g_assert_true (zg_customer_field_from_word (zg_customer_field_to_word (field), &found));
      g_assert_cmpint (found, ==, field);
    }
  g_assert_true (zg_customer_change_describe (nobody, full, &title, &text));
  g_assert_nonnull (strstr (text, "文三路100号"));
  g_clear_pointer (&title, g_free);
  g_clear_pointer (&text, g_free);
  g_assert_false (zg_customer_change_describe (copy, full, &title, &text));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-change/apply", test_apply);
  g_test_add_func ("/customer-change/every-field", test_every_field);
  return g_test_run ();
}
