/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-change.h"

#define ROAD "浙江省杭州市西湖区文三路"

static const struct {
  const char *from;
  const char *to;
  const char *short_from;
  const char *short_to;
} table[] = {
  /* short texts stay whole */
  { "黑色", "白色", "黑色", "白色" },
  { "L", "", "L", "" },
  { "", "", "", "" },
  { "王晓雯 138 0000", "王晓雯 138 0001", "王晓雯 138 0000", "王晓雯 138 0001" },
  { "王晓雯 138 0000 2468", "王晓雷 138 0000 2468", "王晓雯 138 0000 2468", "王晓雷 138 0000 2468" },
  /* numbers are never cut */
  { ROAD " 100 号幸福小区 3 幢 501", ROAD " 100 号幸福小区 3 幢 502", "…幢 501", "…幢 502" },
  { ROAD " 100 号幸福小区 3 幢 501", ROAD " 1000 号幸福小区 3 幢 501", "…三路 100 号幸…", "…三路 1000 号幸…" },
  { ROAD "100号幸福小区东区三幢五楼", ROAD "200号幸福小区东区三幢五楼", "…文三路100号幸福…", "…文三路200号幸福…" },
  { ROAD "100号幸福小区东区3A幢五楼", ROAD "100号幸福小区东区3B幢五楼", "…区东区3A幢五楼", "…区东区3B幢五楼" },
  /* a character in the middle, at the start, at the end */
  { "浙江省杭州市西湖区文三路幸福小区三幢一单元五楼", "浙江省杭州市西湖区文二路幸福小区三幢一单元五楼", "浙江省杭州市西湖区文三路幸福小区三幢一单元五楼",
    "浙江省杭州市西湖区文二路幸福小区三幢一单元五楼" },
  { ROAD "幸福小区三幢一单元五楼东户", "浙江省杭州市西湖区文二路幸福小区三幢一单元五楼东户", "…湖区文三路幸福…", "…湖区文二路幸福…" },
  { ROAD "幸福小区三幢一单元五楼东户", "折江省杭州市西湖区文三路幸福小区三幢一单元五楼东户", "浙江省杭…", "折江省杭…" },
  { ROAD "幸福小区三幢一单元五楼", ROAD "幸福小区三幢一单元五楼东户", "…元五楼", "…元五楼东户" },
  { ROAD "幸福小区三幢一单元五楼东户", ROAD "幸福小区三幢一单元五楼", "…元五楼东户", "…元五楼" },
  { ROAD "幸福小区三幢一单元五楼东户", "", ROAD "幸福小区三幢一单元五楼东户", "" },
  /* the same piece twice must not be counted from both ends */
  { "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈", "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈", "…哈哈哈哈", "…哈哈哈" },
  /* nothing in common */
  { ROAD "幸福小区三幢一单元五楼东户", "abcdefghijklmnopqrstuvwxyz", ROAD "幸福小区三幢一单元五楼东户",
    "abcdefghijklmnopqrstuvwxyz" },
};

static void
test_shorten (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      zg_change_shorten (table[i].from, table[i].to, &from, &to);
      g_assert_cmpstr (from, ==, table[i].short_from);
      g_assert_cmpstr (to, ==, table[i].short_to);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/shorten", test_shorten);
  return g_test_run ();
}
