/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-marks.h"

/* @text with brackets around what is marked. */
static char *
show (const char *text,
      GArray     *marks)
{
  GString *shown = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const ZgMark *mark = &g_array_index (marks, ZgMark, i);

      g_assert_cmpuint (mark->start, >=, at);
      g_assert_cmpuint (mark->end, >, mark->start);
      g_string_append_len (shown, text + at, mark->start - at);
      g_string_append_printf (shown, "[%.*s]", (int) (mark->end - mark->start), text + mark->start);
      at = mark->end;
    }
  g_string_append (shown, text + at);
  return g_string_free (shown, FALSE);
}

static void
test_marks (void)
{
  static const struct {
    const char *text;
    const char *query;
    gboolean with_pinyin;
    const char *shown;
  } rows[] = {
    { "核对地址（简短）", "hddz", TRUE, "[核对地址]（简短）" },
    { "核对地址（简短）", "hddz", FALSE, "核对地址（简短）" },
    { "再核对地址", "hedui", TRUE, "再[核对]地址" },
    { "核对地址", "heduid", TRUE, "[核对地]址" },
    { "核对地址", "对地", TRUE, "核[对地]址" },
    { "核對地址", "核对", FALSE, "[核對]地址" },
    { "VIP 客户", "ｖｉｐ", TRUE, "[VIP] 客户" },
    { "核对地址和快递", "快递 核对", TRUE, "[核对]地址和[快递]" },
    { "核对地址和快递", "kuaidi 核对", TRUE, "[核对]地址和[快递]" },
    { "核对地址", "核对 对地", TRUE, "[核对地]址" },
    { "发货时间", "请问什么时候能发货呀", TRUE, "[发货]时间" },
    { "退换货流程", "我要换货或者退换", FALSE, "[退换货]流程" },
    { "发货时间", "", TRUE, "发货时间" },
    { "发货时间", "  ", TRUE, "发货时间" },
    { "", "发货", TRUE, "" },
    { "A&B <b>", "<b>", TRUE, "A&B [<b>]" },
    { "a\xff" "b", "b", TRUE, "a\xff" "[b]" },
    { "发货", "\xff", TRUE, "发货" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) marks = zg_marks_find (rows[i].text, rows[i].query, rows[i].with_pinyin);
      g_autofree char *shown = show (rows[i].text, marks);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/marks", test_marks);
  return g_test_run ();
}
