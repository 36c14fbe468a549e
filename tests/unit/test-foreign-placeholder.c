/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-foreign-placeholder.h"
#include "zg-template.h"

/* Converted in a locale without a language, ours are written with their canonical names. */
static const struct {
  const char *text;
  const char *body;
  guint n_found;
} rows[] = {
  { "【姓名】您好", "{customer.name}您好", 1 },
  { "您好，#姓名#", "您好，{customer.name}", 1 },
  { "{nick}您好", "{customer.name}您好", 1 },
  { "%name%, hello", "{customer.name}, hello", 1 },
  { "Hi ${name}", "Hi {customer.name}", 1 },
  { "单号[订单号]", "单号{order.number}", 1 },
  { "{{customer_name}}", "{customer.name}", 1 },
  { "{{ contact.name }}, {{contact.first_name}}", "{customer.name}, {customer.name}", 2 },
  { "{{ first_name | default: \"there\" }}", "{customer.name|there}", 1 },
  { "{{name|亲}}", "{customer.name|亲}", 1 },
  { "<买家昵称>", "{customer.name}", 1 },
  { "＜收货人＞《运单号》「快遞」", "{order.recipient}{order.tracking}{order.courier}", 3 },
  { "｛订单号｝", "{order.number}", 1 },
  { "{Order_ID} {orderNumber} {order-no}", "{order.number} {order.number} {order.number}", 3 },
  { "{user.phone} {receiver_mobile}", "{order.phone} {order.phone}", 2 },
  { "$name$ 您好", "{customer.name} 您好", 1 },
  /* A name that nobody knows is asked for where the style is a placeholder's, and is text elsewhere. */
  { "{{voucher}} {coupon code}", "{?voucher} {?coupon code}", 2 },
  { "【温馨提示】您好", "【温馨提示】您好", 0 },
  { "#话题# [图片] <b>x</b> 《红楼梦》", "#话题# [图片] <b>x</b> 《红楼梦》", 0 },
  { "满100%减20%，$5 and $6", "满100%减20%，$5 and $6", 0 },
  /* Headings. */
  { "【活动】全场八折\n【商品】齐全\n【姓名】您好", "【活动】全场八折\n【商品】齐全\n{customer.name}您好", 1 },
  { "看看【活动】", "看看{shop.promotion}", 1 },
  /* Faces. */
  { "谢谢[微笑][玫瑰]", "谢谢{表情:微笑}{表情:玫瑰}", 2 },
  { "谢谢/:^_^/:-F", "谢谢{表情:微笑}{表情:玫瑰}", 2 },
  { "/:087 /:Y /:Yes [OK]", "{表情:飞吻} {表情:爱心} /:Yes {表情:成交}", 3 },
  /* Ours stay. */
  { "{客户|亲}{今天+3}{?颜色:黑|白}{表情:微笑}", "{客户|亲}{今天+3}{?颜色:黑|白}{表情:微笑}", 0 },
  /* Braces that mean nothing. */
  { "{ \"a\": 1 }", "{{ \"a\": 1 }}", 0 },
  { "a } b {", "a } b {{", 0 },
  { "{[订单号]}}", "{{{order.number}}}}", 1 },
  { "{\n姓名}", "{{\n姓名}}", 0 },
  { "【\n姓名】", "【\n姓名】", 0 },
  { "没有", "没有", 0 },
  { "", "", 0 },
};

static void
test_convert (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = zg_foreign_placeholders_convert (rows[i].text);
      g_autoptr(GArray) found = zg_foreign_placeholders_find (rows[i].text);
      g_autoptr(GError) error = NULL;

      g_assert_cmpstr (body, ==, rows[i].body);
      g_assert_cmpint (found->len, ==, rows[i].n_found);
      zg_template_check (body, &error);
      g_assert_no_error (error);
    }
}

static void
test_find (void)
{
  static const char *text = "您好[姓名]，{voucher}";
  g_autoptr(GArray) found = zg_foreign_placeholders_find (text);
  const ZgForeignPlaceholder *name = &g_array_index (found, ZgForeignPlaceholder, 0);
  const ZgForeignPlaceholder *voucher = &g_array_index (found, ZgForeignPlaceholder, 1);

  g_assert_cmpint (found->len, ==, 2);
  g_assert_cmpmem (text + name->start, name->end - name->start, "[姓名]", strlen ("[姓名]"));
  g_assert_cmpint (name->placeholder->id, ==, ZG_PLACEHOLDER_CUSTOMER_NAME);
  g_assert_cmpmem (text + voucher->start, voucher->end - voucher->start, "{voucher}", strlen ("{voucher}"));
  g_assert_null (voucher->placeholder);
  g_assert_cmpstr (voucher->replacement, ==, "{?voucher}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-placeholder/convert", test_convert);
  g_test_add_func ("/foreign-placeholder/find", test_find);
  return g_test_run ();
}
