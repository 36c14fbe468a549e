/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-new-rows.h"
#include "zg-search-index.h"
#include "zg-search-rebuild.h"
#include "zg-store.h"

/* Everything that is known of a customer finds this customer and nobody else, as a clerk types it, whichever way the
 * customer came into the shop file. */

#define NOW ((ZgTime) 1790000000 * ZG_TIME_SECOND)
#define MAX_QUERIES 16

typedef enum {
  FIELD_NAME,
  FIELD_CALL_NAME,
  FIELD_ACCOUNT,
  FIELD_SECOND_ACCOUNT,
  FIELD_PHONE,
  FIELD_SECOND_PHONE,
  FIELD_RECIPIENT,
  FIELD_ADDRESS,
  FIELD_SECOND_ADDRESS,
  FIELD_NOTE,
  FIELD_CAUTION,
  FIELD_TAG,
} Field;

/* Each is somebody of whom nothing else is known. Their places are their ids from 1 on. */
static const struct {
  Field field;
  const char *text;
  const char *queries[MAX_QUERIES];
} people[] = {
  /* All of a name, part of it, one character, its pinyin and initials; blanks and an apostrophe between syllables. */
  { FIELD_NAME, "孟浩然", { "孟浩然", "浩然", "孟", "然", "menghaoran", "mengh", "mhr", "MHR", "meng hao ran", "Meng Haoran", "ｍｈｒ" } },
  { FIELD_NAME, "西安平", { "xi'an ping", "xi’anping", "xianping", "xap", "安平" } },
  { FIELD_CALL_NAME, "孔老师", { "孔老师", "老师", "孔", "konglaoshi", "kls", "孔老師" } },
  { FIELD_ACCOUNT, "青岚_Qinglan88", { "青岚_Qinglan88", "青岚", "qinglan88", "QINGLAN", "lan88", "岚_q", "_qinglan", "qlq", "ｌａｎ８８" } },
  { FIELD_SECOND_ACCOUNT, "wxid_7k2pz", { "wxid_7k2pz", "7k2pz", "7K2", "ｗｘｉｄ＿７ｋ", "wxid7k2pz" } },
  /* All of a phone, its tail, any three digits or more of it; as people write and copy it. */
  { FIELD_PHONE, "13655550142", { "13655550142", "0142", "42", "142", "1365555", "5555014", "１３６５５５５０１４２", "136 5555 0142",
                                  "136-5555-0142", "+86 136 5555 0142", "+8613655550142", "86-136-5555-0142", "136-5555" } },
  { FIELD_SECOND_PHONE, "+86 137-6666-0253", { "13766660253", "0253", "253", "137-6666-0253", "0086 13766660253" } },
  { FIELD_PHONE, "0571-8888 6364-801", { "057188886364", "0571-88886364", "6364", "88886364", "(0571)88886364", "+86 571 8888 6364",
                                         "0571-88886364-801", "0571-8888" } },
  { FIELD_PHONE, "+1 (415) 555-0475", { "+14155550475", "14155550475", "0475", "415 555 0475", "(415) 555-0475", "+1 415 555 0475" } },
  { FIELD_PHONE, "0912-345-586", { "0912345586", "0912-345-586", "586", "912345" } },
  /* Addresses: who receives, each level, the detail, over the border of two levels. */
  { FIELD_RECIPIENT, "诸葛亮", { "诸葛亮", "诸葛", "葛亮", "諸葛亮" } },
  { FIELD_ADDRESS, "云南省 大理白族自治州 剑川县 沙溪镇寺登街 17 号(671301)",
    { "云南省", "云南", "大理白族自治州", "大理", "剑川县", "寺登街", "寺登街 17 号", "云南省大理白族自治州剑川县沙溪镇", "雲南 劍川",
      "州剑川", "沙溪鎮" } },
  { FIELD_SECOND_ADDRESS, "台湾 台南市 东区 中华东路三段 99 巷(701)", { "台南市", "臺南市", "台南", "臺灣", "中华东路", "中華東路", "99巷" } },
  /* Notes, what to be careful about, tags. */
  { FIELD_NOTE, "对羊绒过敏，只要纯棉\n周末才收货", { "羊绒", "对羊绒过敏", "羊絨過敏", "纯棉", "周末", "週末才收貨", "对羊绒过敏,只要纯棉" } },
  { FIELD_CAUTION, "拒收过两次", { "拒收", "两次", "兩次", "拒收过两次" } },
  { FIELD_TAG, "团购群主", { "团购群主", "团购", "群主", "團購" } },
  /* Surnames as they are read, not as their characters are; what people say who do not know it; two characters. */
  { FIELD_NAME, "单雄信", { "shanxiongxin", "shanx", "sxx", "danxiongxin", "單雄信" } },
  { FIELD_NAME, "曾国藩", { "zengguofan", "zgf", "cengguofan", "曾國藩" } },
  { FIELD_NAME, "仇香", { "qiuxiang", "qx", "chouxiang" } },
  { FIELD_NAME, "尉迟敬德", { "yuchijingde", "ycjd", "尉遲敬德" } },
  { FIELD_NAME, "查慎行", { "zhashenxing", "zsx", "chashenxing" } },
  { FIELD_NAME, "解晓东", { "xiexiaodong", "xxd", "jiexiaodong" } },
  { FIELD_NAME, "区瑞强", { "ouruiqiang", "orq", "quruiqiang", "區瑞強" } },
  { FIELD_NAME, "朴树生", { "piaoshusheng", "pss", "pushusheng" } },
  { FIELD_NAME, "盖苏文", { "gesuwen", "gsw", "gaisuwen", "蓋蘇文" } },
  { FIELD_CALL_NAME, "缪女士", { "miaonvshi", "miaonushi", "miaonüshi", "mns", "繆女士" } },
  { FIELD_CALL_NAME, "小翟", { "xiaozhai", "xz" } },
  { FIELD_CALL_NAME, "老单", { "laoshan", "ls", "laodan" } },
  { FIELD_ACCOUNT, "乐小米的店", { "yuexiaomi", "yxmdd", "lexiaomi" } },
  { FIELD_NAME, "覃辉", { "qinhui", "qh", "tanhui" } },
  { FIELD_NAME, "佘太君", { "shetaijun", "stj" } },
  { FIELD_NAME, "冼星海", { "xianxinghai", "xxh" } },
  { FIELD_NAME, "令狐冲", { "linghuchong", "lhc", "令狐沖" } },
  { FIELD_NAME, "澹台明", { "tantaiming", "ttm", "澹臺明" } },
  /* ü is typed as v, as u, or as it is. */
  { FIELD_NAME, "吕蒙正", { "lvmengzheng", "lumengzheng", "lümengzheng", "LÜ MENG", "lv meng", "lu\xcc\x88meng", "lmz", "呂蒙正" } },
  { FIELD_NAME, "陆逊", { "luxun", "陸遜" } },
  { FIELD_CALL_NAME, "绿萝妈", { "lvluoma", "lülu", "llm", "綠蘿媽" } },
  { FIELD_ACCOUNT, "女王范儿", { "nvwang", "nuwang", "nüwang", "nwfe" } },
  /* What is looked for in texts is no pinyin, but it is simplified. */
  { FIELD_NOTE, "呂宋芒果過敏", { "吕宋", "呂宋", "过敏 芒果" , "芒果過敏" } },
  { FIELD_TAG, "劉家親戚", { "刘家亲戚", "劉家", "刘家", "亲戚" } },
  { FIELD_ADDRESS, "廣東省 廣州市 越秀區 臺安街 8 號(510030)", { "广东", "廣東", "广州市越秀区", "台安街", "臺安街 8 號" } },
  { FIELD_ACCOUNT, "鹹蛋超人", { "咸蛋超人", "鹹蛋", "xdcr", "xiandan" } },
  { FIELD_NAME, "後藤惠", { "后藤惠", "後藤", "houteng", "hth" } },
  /* Full width, upper case, letters with marks, pictures, and what means something elsewhere. */
  { FIELD_ACCOUNT, "ＫＴ－９９３６", { "KT-9936", "kt-99", "ＫＴ－９９", "kt9936", "t-9" } },
  { FIELD_NAME, "José Ñandú", { "José", "jose", "josenandu", "JOSÉ ÑANDÚ", "ñandú" } },
  { FIELD_NAME, "Müller & Söhne <KG>", { "müller", "muller", "MÜLLER", "Müller & Söhne", "söhne <kg>", "söhne" } },
  { FIELD_ACCOUNT, "🐼胖达🎋", { "🐼胖", "胖达🎋", "🐼", "胖达", "pangda", "胖達" } },
  { FIELD_CALL_NAME, "O'Brien \"Bob\"", { "O'Brien", "o’brien", "\"Bob\"", "obrien", "brien \"b" } },
  { FIELD_NOTE, "折扣 7.5% *仅限* - 不退", { "折扣 7.5%", "*仅限*", "7.5%", "- 不退", "% * - 折扣" } },
  { FIELD_TAG, "VIP*2026", { "vip*2026", "VIP", "ｖｉｐ", "vip*", "p*2" } },
};

/* What finds nobody. */
static const char * const strangers[] = {
  "孟然", "浩孟", "menghaoranx", "hrm", "13655550143", "0141", "136555501423", "055550142", "云北", "羊毛", "收货周末", "lvbu", "lü bu", "lüxun", "shan xin",
  "*", "%", "-", "'", "\"", "' OR '1'='1", "*然孟", "VIP2027", "𪚥", "🐻", "1", "9", "州", "绒", "99 巷", "0086", "00555501", "3-502",
};

static ZgCustomer *
make_customer (gsize index)
{
  ZgCustomer *customer = zg_customer_new ();
  const char *text = people[index].text;
  g_autoptr(ZgAddress) address = NULL;
  Field field = people[index].field;

  if (field == FIELD_ADDRESS || field == FIELD_SECOND_ADDRESS)
    address = zg_address_parse_export (text);
  else
    address = zg_address_new ();

  switch (field)
    {
    case FIELD_NAME:
      zg_personal_set (&customer->name, text);
      break;
    case FIELD_CALL_NAME:
      customer->call_name = g_strdup (text);
      break;
    case FIELD_SECOND_ACCOUNT:
      zg_customer_add_account (customer, "taobao", "##Zk4xQ0dB##");
      G_GNUC_FALLTHROUGH;
    case FIELD_ACCOUNT:
      zg_customer_add_account (customer, "wechat", text);
      break;
    case FIELD_SECOND_PHONE:
      zg_customer_add_phone (customer, "138****8888", NULL);
      G_GNUC_FALLTHROUGH;
    case FIELD_PHONE:
      zg_customer_add_phone (customer, text, NULL);
      break;
    case FIELD_RECIPIENT:
      address->province = g_strdup ("海南省");
      zg_customer_add_address (customer, text, NULL, address, NULL);
      break;
    case FIELD_SECOND_ADDRESS:
      {
        g_autoptr(ZgAddress) nothing = zg_address_new ();

        zg_customer_add_address (customer, NULL, NULL, nothing, NULL);
      }
      G_GNUC_FALLTHROUGH;
    case FIELD_ADDRESS:
      zg_customer_add_address (customer, NULL, NULL, address, NULL);
      break;
    case FIELD_NOTE:
      customer->note = g_strdup (text);
      break;
    case FIELD_CAUTION:
      customer->caution = g_strdup (text);
      break;
    case FIELD_TAG:
      g_ptr_array_add (customer->tags, g_strdup (text));
      break;
    }
  return customer;
}

static gboolean
insert_people (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(ZgCustomer) customer = make_customer (i);

      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
      g_assert_cmpint (customer->id, ==, i + 1);
    }
  return TRUE;
}

/* First nobody is known, then all is written, as it is while an import runs or as a clerk does it. */
static gboolean
change_people (ZgDatabase    *db,
               gpointer       hold,
               GCancellable  *cancellable,
               GError       **error)
{
  if (hold != NULL)
    zg_search_index_hold (db);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(ZgCustomer) nobody = zg_customer_new ();
      g_autoptr(ZgCustomer) customer = make_customer (i);

      zg_personal_set (&nobody->name, "无名氏");
      if (!zg_customer_table_insert (db, nobody, NOW, 0, error))
        return FALSE;
      customer->id = nobody->id;
      customer->version = nobody->version;
      if (!zg_customer_table_update (db, customer, NOW, error))
        return FALSE;
    }
  return hold == NULL || zg_search_index_release (db, error);
}

static gboolean
go_on (gpointer   data,
       GError   **error)
{
  return TRUE;
}

/* As an import brings new ones. It has no tags: those are set afterwards. */
static gboolean
bring_people (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(ZgNewRows) rows = zg_new_rows_begin (db, 0, error);
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_new_customer_free);
  g_autoptr(GPtrArray) orders = g_ptr_array_new ();

  if (rows == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ZgNewCustomer *fresh = zg_new_customer_new (make_customer (i));

      g_ptr_array_set_size (fresh->customer->tags, 0);
      fresh->customer->id = zg_new_rows_take_customer_id (rows);
      g_ptr_array_add (customers, fresh);
    }
  if (!zg_new_rows_write (rows, customers, orders, NOW, go_on, NULL, error) || !zg_new_rows_finish (rows, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(ZgCustomer) customer = NULL;

      if (people[i].field != FIELD_TAG)
        continue;
      customer = zg_customer_table_load (db, i + 1, error);
      if (customer == NULL)
        return FALSE;
      g_ptr_array_add (customer->tags, g_strdup (people[i].text));
      if (!zg_customer_table_update (db, customer, NOW, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_and_rebuild (ZgDatabase    *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return insert_people (db, data, cancellable, error) && zg_search_rebuild_begin (db, error);
}

static gboolean
check_index (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_search_index_check (db, error);
}

static void
check_query (ZgDatabase *db,
             const char *query,
             gint64      id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_find_table_customers (db, query, 10, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  g_autofree char *wanted = id != 0 ? g_strdup_printf (" %" G_GINT64_FORMAT, id) : g_strdup ("");

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  if (strcmp (found->str, wanted) == 0)
    return;
  g_test_message ("“%s” finds%s instead of%s", query, *found->str != '\0' ? found->str : " nobody",
                  id != 0 ? wanted : " nobody");
  g_test_fail ();
}

typedef struct {
  ZgStoreFunc fill;
  gpointer data;
} Way;

static void
test_people (gconstpointer data)
{
  const Way *way = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder = shop_folder_make (&path);
  g_autoptr(ZgStore) store = zg_store_open (path, &error);
  g_autoptr(ZgDatabase) db = NULL;

  g_assert_no_error (error);
  zg_store_write (store, way->fill, way->data, &error);
  g_assert_no_error (error);
  zg_search_rebuild_finish (store, &error);
  g_assert_no_error (error);
  zg_store_write (store, check_index, NULL, &error);
  g_assert_no_error (error);

  db = zg_store_open_reader (store, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    for (gsize k = 0; k < MAX_QUERIES && people[i].queries[k] != NULL; k++)
      check_query (db, people[i].queries[k], i + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    check_query (db, strangers[i], 0);

  g_clear_pointer (&db, zg_database_close);
  zg_store_close (store);
  shop_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  static const Way inserted = { insert_people, NULL };
  static const Way rebuilt = { insert_and_rebuild, NULL };
  static const Way brought = { bring_people, NULL };
  static const Way changed = { change_people, NULL };
  static const Way changed_at_once = { change_people, (gpointer) "hold" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/search-fields/inserted", &inserted, test_people);
  g_test_add_data_func ("/search-fields/rebuilt", &rebuilt, test_people);
  g_test_add_data_func ("/search-fields/brought", &brought, test_people);
  g_test_add_data_func ("/search-fields/changed", &changed, test_people);
  g_test_add_data_func ("/search-fields/changed-at-once", &changed_at_once, test_people);
  return g_test_run ();
}
