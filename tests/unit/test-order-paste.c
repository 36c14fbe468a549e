/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-order-paste.h"

#include <string.h>

/* Orders out of chats, from tests/fixtures/paste/orders.tsv. */

enum { TEXT, NAME, PHONE, PLACE, GOODS, TOTAL, POSTAGE, DISCOUNT, PAID, NOTE, N_COLUMNS };

static const char * const titles[] = {
  "云朵针织开衫", "帆布托特包", "羊毛围巾", "纯棉四件套", "工装裤", "毛绒拖鞋", "陶瓷马克杯", "真丝方巾", "童装卫衣", NULL
};

static void
append_amount (GString *text,
               gint64   minor)
{
  if (minor < 0)
    g_string_append (text, "-");
  else if (minor % 100 != 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ".%02d", minor / 100, (int) (minor % 100));
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, minor / 100);
}

static char *
describe_goods (const ZgOrderPaste *paste)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paste->items->len; i++)
    {
      const ZgPastedItem *item = g_ptr_array_index (paste->items, i);

      g_string_append_printf (text, "%s%s|%s|%s|%" G_GINT64_FORMAT "|", i > 0 ? ";" : "", item->title,
                              item->colour != NULL ? item->colour : "", item->size != NULL ? item->size : "", item->quantity);
      append_amount (text, item->price);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_amount (gint64 minor)
{
  GString *text = g_string_new (NULL);

  append_amount (text, minor);
  return g_string_free (text, FALSE);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* What is right only when all of it is right. */
static gboolean
check_line (char **cells,
            int    number)
{
  g_autofree char *chat = g_strcompress (cells[TEXT]);
  g_autoptr (ZgOrderPaste) paste = zg_order_paste_parse (chat, titles);
  g_autofree char *goods = describe_goods (paste);
  g_autofree char *total = describe_amount (paste->total);
  g_autofree char *postage = describe_amount (paste->postage);
  g_autofree char *discount = describe_amount (paste->discount);
  const char *found[N_COLUMNS] = {
    [NAME] = or_dash (paste->person->fields[ZG_PASTE_NAME]),
    [PHONE] = or_dash (paste->person->fields[ZG_PASTE_PHONE]),
    [PLACE] = or_dash (paste->person->fields[ZG_PASTE_DISTRICT]),
    [GOODS] = goods, [TOTAL] = total, [POSTAGE] = postage, [DISCOUNT] = discount,
    [PAID] = paste->is_paid ? "yes" : "no",
    [NOTE] = paste->note != NULL ? paste->note : "",
  };
  gboolean right = TRUE;

  for (int i = NAME; i < N_COLUMNS; i++)
    if (!(i == PLACE && g_str_equal (cells[i], "-")) && !g_str_equal (found[i], cells[i]))
      {
        g_test_message ("line %d, column %d: %s instead of %s", number, i + 1, found[i], cells[i]);
        right = FALSE;
      }
  return right;
}

static void
test_chats (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "paste", "orders.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n_wrong = 0, n_lines = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || lines[i][0] == '\0' || g_str_has_prefix (lines[i], "text\t"))
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, N_COLUMNS);
      n_lines++;
      n_wrong += check_line (cells, i + 1) ? 0 : 1;
    }
  g_test_message ("%d of %d chats are right in all of it", n_lines - n_wrong, n_lines);
  g_assert_cmpint (n_wrong, ==, 0);
}

/* How sure it is: what was written is certain, what follows is likely, a bare number is a guess. */
static void
test_confidence (void)
{
  g_autoptr (ZgOrderPaste) known = zg_order_paste_parse ("羊毛围巾 2条 单价89 合计178", titles);
  g_autoptr (ZgOrderPaste) guessed = zg_order_paste_parse ("手工糕点 36", titles);
  const ZgPastedItem *item = g_ptr_array_index (known->items, 0);

  g_assert_true (item->is_known);
  g_assert_cmpint (item->title_confidence, ==, ZG_PASTE_CERTAIN);
  g_assert_cmpint (item->quantity_confidence, ==, ZG_PASTE_CERTAIN);
  g_assert_cmpint (item->price_confidence, ==, ZG_PASTE_CERTAIN);
  g_assert_true (known->sum_fits);

  g_assert_cmpuint (guessed->items->len, <=, 1);
  if (guessed->items->len == 1)
    {
      item = g_ptr_array_index (guessed->items, 0);
      g_assert_false (item->is_known);
      g_assert_cmpint (item->title_confidence, ==, ZG_PASTE_GUESS);
      g_assert_cmpint (item->quantity_confidence, ==, ZG_PASTE_MISSING);
      g_assert_cmpint (item->price_confidence, ==, ZG_PASTE_GUESS);
    }
}

/* A total that the goods do not come to is told; nothing is bent to fit. */
static void
test_sum (void)
{
  g_autoptr (ZgOrderPaste) wrong = zg_order_paste_parse ("羊毛围巾 1条 89元，帆布托特包 1个 59元 合计150", titles);
  g_autoptr (ZgOrderPaste) right = zg_order_paste_parse ("羊毛围巾 1条 89元，帆布托特包 1个 59元 邮费2 合计150", titles);

  g_assert_false (wrong->sum_fits);
  g_assert_true (right->sum_fits);
  g_assert_cmpint (((ZgPastedItem *) wrong->items->pdata[0])->price, ==, 8900);
}

/* Whatever is pasted, it ends, and every letter of it is valid text. */
static void
test_anything (void)
{
  static const char * const texts[] = {
    "", " ", "\n\n", "；；", "xxxxxxxxxxxxxxxxxx", "99999999999999999999元", "×999999999999", "￥", "共", "要", "要要要要一件", "一一一一一一一一件",
    "\xff\xfe", "0件", "-3件 开衫", "1.234,50 €", "13800002468", "开衫*0", "合计0元", "和和和和", "🧥 2件",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ZgOrderPaste) paste = zg_order_paste_parse (texts[i], titles);

      for (guint j = 0; j < paste->items->len; j++)
        {
          const ZgPastedItem *item = g_ptr_array_index (paste->items, j);

          g_assert_true (g_utf8_validate (item->title, -1, NULL));
          g_assert_cmpint (item->quantity, >, 0);
          g_assert_cmpint (item->price, >=, -1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-paste/chats", test_chats);
  g_test_add_func ("/order-paste/confidence", test_confidence);
  g_test_add_func ("/order-paste/sum", test_sum);
  g_test_add_func ("/order-paste/anything", test_anything);

  return g_test_run ();
}
