/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-store.h"

/* By which letters a name is found: surnames are read as surnames, given names as usual, ü as it is typed, and either script finds
 * the other. */

#define NOW ((ZgTime) 1790000000 * ZG_TIME_SECOND)

static const struct {
  const char *name;
  const char *query;
} cases[] = {
  { "单田芳", "shantianfang" }, { "曾小贤", "zengxiaoxian" }, { "仇英", "qiuying" }, { "尉迟恭", "yuchigong" },
  { "解缙", "xiejin" }, { "查良镛", "zhaliangyong" }, { "区志伟", "ouzhiwei" }, { "朴信惠", "piaoxinhui" },
  { "盖叫天", "gejiaotian" }, { "乐嘉", "yuejia" }, { "任盈盈", "renyingying" }, { "华罗庚", "hualuogeng" },
  { "万俟咏", "moqiyong" }, { "长孙无忌", "zhangsunwuji" }, { "王重阳", "wangchongyang" }, { "尉迟恭", "ycg" },
  { "吕布", "lvbu" }, { "吕布", "lubu" }, { "吕布", "lb" },
  { "张學友", "张学友" }, { "張学友", "張學友" }, { "刘德华", "劉德華" }, { "劉德華", "刘德华" }, { "龙应台", "龍應台" },
  { "龍應台", "龙应台" },
};

static gboolean
insert (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  zg_personal_set (&customer->name, data);
  return zg_customer_table_insert (db, customer, NOW, 0, error);
}

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = NULL;
      char *folder = shop_folder_make (&path);
      g_autoptr(ZgStore) store = zg_store_open (path, &error);
      g_autoptr(GArray) ids = NULL;

      g_assert_no_error (error);
      g_assert_true (zg_store_write (store, insert, (gpointer) cases[i].name, &error));
      ids = zg_find_table_customers (zg_store_get_list_reader (store, &error), cases[i].query, 10, &error);
      g_assert_no_error (error);
      if (ids->len != 1)
        {
          g_test_message ("“%s” does not find %s", cases[i].query, cases[i].name);
          g_test_fail ();
        }
      zg_store_close (store);
      shop_folder_remove (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-names/names", test_names);
  return g_test_run ();
}
