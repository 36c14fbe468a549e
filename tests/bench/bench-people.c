/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-people.h"

#include <glib/gstdio.h>

#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-starter-library.h"

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define ROWS_PER_COMMIT 5000

/* Surnames by how common they are, as far as a benchmark needs it. */
static const char * const surnames[] = {
  "王", "王", "王", "王", "王", "王", "王", "李", "李", "李", "李", "李", "李", "李", "张", "张", "张", "张", "张", "张",
  "张", "刘", "刘", "刘", "刘", "刘", "陈", "陈", "陈", "陈", "陈", "杨", "杨", "杨", "赵", "赵", "黄", "黄", "周", "周",
  "吴", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于",
  "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛",
  "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊",
};

static const char * const given[] = {
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
  "刚", "桂", "英", "华", "玉", "兰", "梅", "建", "国", "文", "志", "海", "晓", "雯", "欣", "怡", "佳", "雨", "婷", "子",
  "涵", "浩", "宇", "轩", "思", "梦", "琪", "一", "诺", "嘉", "俊", "豪", "瑞", "雪", "琳", "倩", "颖", "晨", "曦", "博",
};

static const char * const regions[][3] = {
  { "浙江省", "杭州市", "西湖区" }, { "广东省", "广州市", "越秀区" }, { "四川省", "成都市", "武侯区" },
  { "江苏省", "南京市", "鼓楼区" }, { "北京市", "北京市", "海淀区" }, { "上海市", "上海市", "浦东新区" },
  { "湖北省", "武汉市", "洪山区" }, { "山东省", "青岛市", "市南区" }, { "福建省", "泉州市", "丰泽区" },
  { "安徽省", "合肥市", "蜀山区" }, { "辽宁省", "大连市", "甘井子区" }, { "陕西省", "西安市", "雁塔区" },
};

static const char * const roads[] = { "文三路", "环市东路", "科华北路", "中山路", "解放大街", "学院路", "人民西路", "滨海大道" };
static const char * const estates[] = { "幸福小区", "阳光花园", "翠湖苑", "锦绣华庭", "书香门第", "金色家园", "海棠公寓" };
static const char * const phrases[] = {
  "喜欢黑色", "要开发票", "送礼用", "对羊毛过敏", "下午再打电话", "不要放驿站", "老客户介绍来的", "比较在意价格",
  "常穿大一码", "孩子刚上小学", "问过围巾什么时候到货", "寄到单位前台", "怕褪色", "要礼品袋", "周末在家", "喜欢素色",
};
static const char * const goods[] = { "云朵针织开衫", "帆布托特包", "羊毛围巾", "亚麻衬衫", "棉麻桌布", "童装卫衣", "真丝方巾" };
static const char * const colours[] = { "黑色", "米白", "燕麦色", "雾蓝", "酒红", "墨绿" };
static const char * const sizes[] = { "S", "M", "L", "XL", "均码" };

/* splitmix64: the same number gives the same person on every machine. */
static guint64
mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

#define PICK(array, bits) ((array)[(bits) % G_N_ELEMENTS (array)])

static char *
make_name (guint64 random)
{
  gboolean two = (random >> 40) % 10 < 8;

  return g_strconcat (PICK (surnames, random), PICK (given, random >> 8), two ? PICK (given, random >> 16) : "", NULL);
}

static char *
make_note (guint64 random)
{
  GString *note = g_string_new (NULL);
  guint n = 2 + (random >> 50) % 6;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (note, "%s%s", i > 0 ? "，" : "", PICK (phrases, mix (random + i)));
  return g_string_free (note, FALSE);
}

ZgCustomer *
bench_people_make (guint number)
{
  guint64 random = mix (number);
  ZgCustomer *customer = zg_customer_new ();
  g_autofree char *name = make_name (random);
  g_autofree char *phone = g_strdup_printf ("1%u%08u", 30 + (guint) (random % 60), (guint) (mix (random) % 100000000));
  g_autofree char *account = g_strdup_printf ("tb%u_%s", number, PICK (given, random >> 24));
  g_autoptr(ZgAddress) address = zg_address_new ();
  const char * const *region = PICK (regions, random >> 12);

  zg_personal_set (&customer->name, name);
  customer->note = make_note (random);
  address->province = g_strdup (region[0]);
  address->city = g_strdup (region[1]);
  address->district = g_strdup (region[2]);
  address->detail = g_strdup_printf ("%s%u号%s%u幢%u", PICK (roads, random >> 20), (guint) (random >> 28) % 800 + 1,
                                     PICK (estates, random >> 36), (guint) (random >> 44) % 30 + 1,
                                     (guint) (random >> 52) % 2000 + 100);
  address->disclosure = ZG_DISCLOSURE_PLAIN;
  zg_customer_add_phone (customer, phone, NULL);
  zg_customer_add_account (customer, "taobao", account);
  zg_customer_add_address (customer, name, phone, address, NULL);
  return customer;
}

static ZgOrder *
make_order (guint number,
            guint n_customers)
{
  guint64 random = mix ((guint64) number << 20);
  ZgOrder *order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();
  guint age = (guint) (random % 1000);

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  g_free (order->number);
  order->number = g_strdup_printf ("%019" G_GUINT64_FORMAT, (guint64) (G_GUINT64_CONSTANT (3900000000000000000) + number * G_GUINT64_CONSTANT (977)));
  order->customer_id = 1 + random % n_customers;
  order->ordered_at = NOW - (ZgTime) number * ZG_TIME_MINUTE;
  /* The newest are open, as in a real shop. */
  order->state = number < 500 ? (ZgOrderState) (age % 4) : age < 290 ? ZG_ORDER_CLOSED : ZG_ORDER_COMPLETED;
  order->paid_at = order->state == ZG_ORDER_UNPAID ? ZG_TIME_NONE : order->ordered_at + ZG_TIME_MINUTE;
  order->total = 1000 + random % 50000;
  order->paid = order->state == ZG_ORDER_UNPAID ? 0 : order->total;
  item->title = g_strdup (PICK (goods, random >> 8));
  item->colour = g_strdup (PICK (colours, random >> 16));
  item->size = g_strdup (PICK (sizes, random >> 24));
  item->price = order->total;
  item->quantity = 1;
  g_ptr_array_add (order->items, item);
  return order;
}

static gboolean
insert_rows (ZgDatabase  *db,
             guint        first,
             guint        end,
             gboolean     orders,
             guint        n_customers,
             GError     **error)
{
  if (!zg_database_begin (db, error))
    return FALSE;

  for (guint i = first; i < end; i++)
    {
      g_autoptr(ZgCustomer) customer = orders ? NULL : bench_people_make (i);
      g_autoptr(ZgOrder) order = orders ? make_order (i, n_customers) : NULL;

      if (orders ? !zg_order_table_insert (db, order, 0, error) : !zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
    }
  return zg_database_commit (db, error);
}

static gboolean
insert_all (ZgDatabase  *db,
            guint        n_customers,
            guint        n_orders,
            GError     **error)
{
  for (guint i = 0; i < n_customers; i += ROWS_PER_COMMIT)
    {
      if (!insert_rows (db, i, MIN (i + ROWS_PER_COMMIT, n_customers), FALSE, n_customers, error))
        return FALSE;
    }
  for (guint i = 0; i < n_orders; i += ROWS_PER_COMMIT)
    {
      if (!insert_rows (db, i, MIN (i + ROWS_PER_COMMIT, n_orders), TRUE, n_customers, error))
        return FALSE;
    }
  /* The totals of the customers are set in one statement. */
  return zg_database_exec (db,
    "UPDATE customer SET (n_orders, spent, last_order_at) = (SELECT count(*) FILTER (WHERE state <> 6), "
    "coalesce(sum(paid) FILTER (WHERE state BETWEEN 1 AND 5), 0), max(ordered_at) FROM shop_order "
    "WHERE customer_id = customer.id)", error);
}

/* A shop that works: the first questions are answered, and there are replies. */
static gboolean
set_up_shop (ZgDatabase  *db,
             GError     **error)
{
  g_autoptr(ZgClock) clock = zg_clock_new_system ();
  int n_replies;

  return zg_database_begin (db, error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SHOP_NAME, "青禾小铺", error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SET_UP, "1", error)
         && zg_shop_table_insert_staff (db, "小陈", "02", error) != 0
         && zg_starter_library_install (db, "zh_CN", clock, &n_replies, error)
         && zg_database_commit (db, error);
}

/* Makes a shop file of that size, unless there is one. What was interrupted is not taken for one. */
gboolean
bench_people_fill (const char  *shop_path,
                   guint        n_customers,
                   guint        n_orders,
                   GError     **error)
{
  g_autofree char *part_path = g_strconcat (shop_path, ".part", NULL);
  ZgDatabase *db;
  gboolean filled;

  if (g_file_test (shop_path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_remove (part_path);
  db = zg_shop_file_open_writer (part_path, error);
  if (db == NULL)
    return FALSE;
  filled = zg_database_exec (db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000", error)
           && insert_all (db, n_customers, n_orders, error)
           && set_up_shop (db, error)
           && zg_database_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  zg_database_close (db);
  return filled && g_rename (part_path, shop_path) == 0;
}
