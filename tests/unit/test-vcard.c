/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "contact-words.h"
#include "zg-vcard-reader.h"
#include "zg-vcard-writer.h"

/* Cards in all their versions, and as broken as they come. The files were written by hand. */

static GPtrArray *
read_path (const char *path)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_record_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgVcardReader) reader = zg_vcard_reader_open (path, &error);
  ZgContactRecord *record;

  g_assert_no_error (error);
  do
    {
      zg_vcard_reader_next (reader, &record, &error);
      g_assert_no_error (error);
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  while (record != NULL);
  return g_steal_pointer (&records);
}

static GPtrArray *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "contacts", name, NULL);

  return read_path (path);
}

static GPtrArray *
read_text (const char *text,
           gssize      length)
{
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) records = NULL;
  int fd = g_file_open_tmp ("cards-XXXXXX.vcf", &path, NULL);

  g_close (fd, NULL);
  g_file_set_contents (path, text, length, NULL);
  records = read_path (path);
  g_unlink (path);
  return g_steal_pointer (&records);
}

static void
check (const char         *name,
       const char * const *expected,
       gsize               n_expected)
{
  g_autoptr(GPtrArray) records = read_fixture (name);

  for (guint i = 0; i < MIN (records->len, n_expected); i++)
    {
      g_autofree char *text = describe_contact (g_ptr_array_index (records, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpint (records->len, ==, n_expected);
}

static void
test_android (void)
{
  static const char * const expected[] = {
    "王小明 [13800138000] [work02083331234] <home广东省|广州市|越秀区|示例街1号|510180> *1990-05-17 "
    "“喜欢浅色，身高一米六二；不要在晚上打电话。” -PHOTO",
  };

  check ("android-2.1.vcf", expected, G_N_ELEMENTS (expected));
}

static void
test_gbk (void)
{
  static const char * const expected[] = {
    "陈晓雯 [13900139000]",
    "朱镕基 [13900139001] “没有说编码”",
    "李说谎 [13900139002]",
  };

  check ("gbk-2.1.vcf", expected, G_N_ELEMENTS (expected));
}

static void
test_apple (void)
{
  static const char * const expected[] = {
    "欧阳娜娜/娜姐 [客服13800138001] [home01083331234] <home浙江省|杭州市|西湖区|文三路 100 号 3 幢, 501|310012> #老客 #代发 "
    "*--02-29 “备注很长备注很长备注很长备注很长备注很长备注很长备注很长备注很长备注很长备注很长备注很长备注很长\n"
    "Website: https://example.com\nE-mail: nana@example.com\nCompany: 示例公司 市场部” -X-MADE-UP",
  };

  check ("apple-3.0.vcf", expected, G_N_ELEMENTS (expected));
}

static void
test_four (void)
{
  static const char * const expected[] = {
    "Müller, Anna [home02083331234-12] [work+49301234567] <home|||Hauptstraße 1, Berlin, 10115, Deutschland|> *--05-17 "
    "“Messenger: xmpp:anna@example.com”",
  };

  check ("four-4.0.vcf", expected, G_N_ELEMENTS (expected));
}

static void
test_broken (void)
{
  static const char * const expected[] = {
    "赵折行 [13700137000] “这一行很长很长这一行很长很长这一行很长很长这一行很长很长这一行很长很长这一行很长很长接着没有空格的一行，见 "
    "http://example.com/a:b”",
    "钱没有尾 [13700137001] !the card has no end",
    "孙二月 [13700137002] “短\n第二行\nBirthday: 1990-02-31” -Birthday -PHOTO",
    "李有助理 [13700137003]",
    " “谁也不是” !there is no name, phone number or account",
    "周切断 [1370013] !the card has no end; the file is cut off there",
  };

  check ("broken.vcf", expected, G_N_ELEMENTS (expected));
}

#define HEAD "BEGIN:VCARD\r\nVERSION:3.0\r\n"
#define TAIL "\r\nEND:VCARD\r\n"

static void
test_single (void)
{
  static const struct {
    const char *body;
    const char *expected;
  } cases[] = {
    { "FN:王\\n小\\,明", "王\n小,明" },
    { "N:Wang;Xiaoming;;Ms;", "Xiaoming Wang" },
    { "N:单;田芳\r\nFN:单田芳老师\r\nTEL:13800138000", "单田芳老师 [13800138000]" },
    { "FN:王\r\nTEL:0000000000000000000000000000000000000000000000000000000000001",
      "王 “Phone: 0000000000000000000000000000000000000000000000000000000000001” -TEL" },
    { "FN:王\r\nTEL:13800138000\r\nTEL;TYPE=CELL:+86 138-0013-8000", "王 [13800138000]" },
    { "FN:👩‍👧 \xd8\xb3\xd8\xa7\xd8\xb1\xd8\xa9", "👩‍👧 \xd8\xb3\xd8\xa7\xd8\xb1\xd8\xa9" },
    { "fn:小写\r\ntel;type=cell:13800138000", "小写 [13800138000]" },
    { "FN:王\r\nX-ZHANGGUI-ACCOUNT;PLATFORM=taobao:tb_1\r\nX-WECHAT:wx1", "王 @taobao:tb_1 @wechat:wx1" },
    { "FN;CHARSET=BIG5;ENCODING=QUOTED-PRINTABLE:=A4=FD=A4=70=A9=FA", "王小明" },
    { "FN;CHARSET=no/such//TRANSLIT:王", "王" },
    { "FN;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=\r\nEND:VCARD", "王" },
    { "FN:=E7=8E=8B", "=E7=8E=8B" },
    { "FN:王\r\nLABEL:广东省 广州市 越秀区 示例街1号", "王 <广东省|广州市|越秀区|示例街1号|>" },
    { "FN:王\r\nADR:;;示例街1号;广州市;广东省;000000;\r\nLABEL:同一个", "王 <广东省|广州市||示例街1号|>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].body, TAIL, NULL);
      g_autoptr(GPtrArray) records = read_text (text, -1);
      g_autofree char *found = NULL;

      g_assert_cmpint (records->len, ==, 1);
      found = describe_contact (g_ptr_array_index (records, 0));
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What is no text refuses its card and no other. */
static void
test_no_text (void)
{
  static const char text[] = HEAD "FN:王\0小明" TAIL HEAD "FN:\xff\xff\xfe" TAIL HEAD "FN:好" TAIL;
  g_autoptr(GPtrArray) records = read_text (text, sizeof text - 1);

  g_assert_cmpint (records->len, ==, 3);
  g_assert_nonnull (((ZgContactRecord *) g_ptr_array_index (records, 0))->refusal);
  g_assert_nonnull (((ZgContactRecord *) g_ptr_array_index (records, 1))->refusal);
  g_assert_null (((ZgContactRecord *) g_ptr_array_index (records, 2))->refusal);
}

/* A picture of 5 MiB, folded or in one line, is skipped without being kept. */
static void
test_photo (void)
{
  for (int folded = 0; folded < 2; folded++)
    {
      g_autoptr(GString) text = g_string_new (HEAD "FN:王\r\nPHOTO;ENCODING=b;TYPE=JPEG:");
      g_autoptr(GPtrArray) records = NULL;
      g_autofree char *found = NULL;
      const ZgContactLeftOut *left_out;

      while (text->len < 5 * 1024 * 1024)
        g_string_append (text, folded ? "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZH\r\n " : "QUJDREVGR0hJSktMTU5PUFFS");
      g_string_append (text, "\r\nTEL:13800138000" TAIL);
      records = read_text (text->str, (gssize) text->len);
      g_assert_cmpint (records->len, ==, 1);
      found = describe_contact (g_ptr_array_index (records, 0));
      g_assert_cmpstr (found, ==, "王 [13800138000] -PHOTO");
      left_out = g_ptr_array_index (((ZgContactRecord *) g_ptr_array_index (records, 0))->left_out, 0);
      g_assert_nonnull (strstr (left_out->reason, folded ? "(4.9" : "(5.2"));
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new (HEAD "FN:");
  g_autoptr(GPtrArray) records = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "王");
  g_string_append (text, TAIL HEAD "FN:王\r\n");
  for (int i = 0; i < 3000; i++)
    g_string_append (text, "TEL:13800138000\r\n");
  g_string_append (text, "END:VCARD\r\n" HEAD "FN:");
  for (int i = 0; i < 1024 * 1024; i++)
    g_string_append (text, "ab");
  g_string_append (text, TAIL);

  records = read_text (text->str, (gssize) text->len);
  g_assert_cmpint (records->len, ==, 3);
  g_assert_cmpstr (((ZgContactRecord *) g_ptr_array_index (records, 0))->refusal, ==,
                   "the name has 10000 characters; more than 1000 is no name");
  g_assert_cmpstr (((ZgContactRecord *) g_ptr_array_index (records, 1))->refusal, ==,
                   "the card is too long to be a person's");
  g_assert_nonnull (((ZgContactRecord *) g_ptr_array_index (records, 2))->refusal);
}

static void
test_recognise (void)
{
  static const struct {
    const char *head;
    gsize length;
    gboolean is_card;
  } cases[] = {
    { "BEGIN:VCARD\n", 12, TRUE }, { "begin:vcard", 11, TRUE }, { "\xef\xbb\xbf\r\n BEGIN : VCARD", 19, TRUE },
    { "\xff\xfe" "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0", 24, TRUE }, { "BEGIN:VCALENDAR", 15, FALSE },
    { "BEGIN:VCAR", 10, FALSE }, { "", 0, FALSE }, { "name,phones", 11, FALSE }, { "xBEGIN:VCARD", 12, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (zg_vcard_recognise (cases[i].head, cases[i].length), ==, cases[i].is_card);
}

/* Every encoding of a file, with its mark or without. */
static void
test_file_encodings (void)
{
  static const char card[] = HEAD "FN:王小明\r\nTEL:13800138000" TAIL;
  static const char * const encodings[] = { "UTF-8", "GB18030", "UTF-16" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (card, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr(GPtrArray) records = read_text (bytes, (gssize) length);
      g_autofree char *found = NULL;

      g_assert_cmpint (records->len, ==, 1);
      found = describe_contact (g_ptr_array_index (records, 0));
      g_assert_cmpstr (found, ==, "王小明 [13800138000]");
    }
}

/* Names in Latin-1 would come out as rare Chinese characters: the file is refused as a whole. */
static void
test_latin_1 (void)
{
  g_autofree char *path = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgVcardReader) reader = NULL;
  int fd = g_file_open_tmp ("cards-XXXXXX.vcf", &path, NULL);

  g_close (fd, NULL);
  for (int i = 0; i < 5; i++)
    g_string_append (text, HEAD "FN:J\xfcrgen Gr\xf6\xdf" "er, B\xe4" "cker in K\xf6ln" TAIL);
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
  reader = zg_vcard_reader_open (path, &error);
  g_unlink (path);
  g_assert_null (reader);
  g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_ENCODING);
}

static ZgCustomer *
make_customer (void)
{
  ZgCustomer *customer = zg_customer_new ();
  g_autoptr(ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路,100号;3幢\\501(310012)");

  zg_personal_set (&customer->name, "欧阳娜娜");
  customer->uid = g_strdup ("0123456789abcdef0123456789abcdef");
  customer->call_name = g_strdup ("娜姐");
  customer->note = g_strdup ("第一行\n第二行，逗号,分号;反斜杠\\n 都在；而且这一行很长很长很长很长很长很长很长很长很长很长很长很长很长很长");
  customer->level = g_strdup ("金卡");
  customer->caution = g_strdup ("退过货");
  customer->source = g_strdup ("wechat");
  customer->type = g_strdup ("bargain");
  customer->birthday = (ZgBirthday) { ZG_CALENDAR_LUNAR, 1990, 5, 17, TRUE };
  zg_customer_add_phone (customer, "13800138000", NULL);
  zg_customer_add_phone (customer, "010-83331234", "home");
  zg_customer_add_phone (customer, "13900139000", "客服");
  zg_customer_add_phone (customer, "183****2807", NULL);
  zg_customer_add_account (customer, "taobao", "tb;1,2");
  zg_customer_add_address (customer, NULL, NULL, address, "仓库");
  g_ptr_array_add (customer->tags, g_strdup ("老客"));
  g_ptr_array_add (customer->tags, g_strdup ("a,b"));
  return customer;
}

/* What is written comes back, and no line is too long or cut within a character. */
static void
test_round_trip (void)
{
  g_autoptr(ZgCustomer) customer = make_customer ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *found = NULL;
  g_auto(GStrv) lines = NULL;
  const ZgCustomer *back;

  zg_vcard_append (text, customer);
  zg_vcard_append (text, customer);
  lines = g_strsplit (text->str, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }

  records = read_text (text->str, -1);
  g_assert_cmpint (records->len, ==, 2);
  found = describe_contact (g_ptr_array_index (records, 0));
  g_assert_cmpstr (found, ==,
                   "欧阳娜娜/娜姐 [13800138000] [home01083331234] [客服13900139000] "
                   "<仓库浙江省|杭州市|西湖区|文三路,100号;3幢\\501|310012> #老客 #a,b @taobao:tb;1,2 *L1990+05-17 "
                   "“第一行\n第二行，逗号,分号;反斜杠\\n 都在；而且这一行很长很长很长很长很长很长很长很长很长很长很长很长很长很长”");
  back = ((ZgContactRecord *) g_ptr_array_index (records, 1))->customer;
  g_assert_cmpstr (back->uid, ==, customer->uid);
  g_assert_cmpstr (back->level, ==, "金卡");
  g_assert_cmpstr (back->caution, ==, "退过货");
  g_assert_cmpstr (back->source, ==, "wechat");
  g_assert_cmpstr (back->type, ==, "bargain");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/android", test_android);
  g_test_add_func ("/vcard/gbk", test_gbk);
  g_test_add_func ("/vcard/apple", test_apple);
  g_test_add_func ("/vcard/four", test_four);
  g_test_add_func ("/vcard/broken", test_broken);
  g_test_add_func ("/vcard/single", test_single);
  g_test_add_func ("/vcard/no-text", test_no_text);
  g_test_add_func ("/vcard/photo", test_photo);
  g_test_add_func ("/vcard/limits", test_limits);
  g_test_add_func ("/vcard/recognise", test_recognise);
  g_test_add_func ("/vcard/file-encodings", test_file_encodings);
  g_test_add_func ("/vcard/latin-1", test_latin_1);
  g_test_add_func ("/vcard/round-trip", test_round_trip);
  return g_test_run ();
}
