/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-check-form.h"

#include <string.h>

#include "zg-error.h"

#define NOW (100 * ZG_TIME_DAY)

static ZgOrder *
make_order (void)
{
  ZgOrder *order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();

  order->number = g_strdup ("202609221046579");
  order->courier = g_strdup ("圆通");
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "13800002468");
  zg_address_free (order->address);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路 100 号幸福小区 3 幢 501");
  item->title = g_strdup ("云朵针织开衫");
  item->colour = g_strdup ("黑色");
  g_ptr_array_add (order->items, item);
  return order;
}

static char *
describe (const ZgCheckForm *form)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *row = form->rows->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", row->active ? "" : "-", zg_check_to_key (row->check),
                              row->read_back ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_standard (void)
{
  g_autoptr (ZgCheckForm) form = zg_check_form_new ();
  g_autoptr (ZgCheckForm) copy = zg_check_form_copy (form);
  g_autofree char *text = describe (copy);

  g_assert_cmpstr (text, ==, "recipient* address* colour* size* quantity* courier* ship-time* buyer-note");
  g_assert_cmpint (zg_check_form_count_active (form), ==, ZG_N_HUMAN_CHECKS);
  g_assert_cmpstr (zg_check_form_get_label (NULL, ZG_CHECK_STOCK), ==, zg_check_to_label (ZG_CHECK_STOCK));
  g_assert_true (zg_check_form_validate (form, NULL));
}

static void
test_keys (void)
{
  static const char * const wrong[] = { "own-", "own-0", "own--1", "own-x", "own-1x", "own", "Own-1", "own-99999999999" };
  ZgCheck check;

  g_assert_true (zg_check_from_key ("own-12", &check));
  g_assert_cmpint (check, ==, zg_check_from_own (12));
  g_assert_cmpstr (zg_check_to_key (check), ==, "own-12");
  g_assert_true (zg_check_is_human (check));
  g_assert_true (zg_check_is_own (check));
  g_assert_false (zg_check_is_own (ZG_CHECK_REFUND));
  g_assert_false (zg_check_is_own (ZG_CHECK_OWN));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (zg_check_from_key (wrong[i], NULL));
}

static void
test_edit (void)
{
  g_autoptr (ZgCheckForm) form = zg_check_form_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  ZgCheckFormRow *bag = zg_check_form_add (form, "  礼品袋\n放了 ", &error);
  ZgCheck first = bag->check;

  g_assert_no_error (error);
  g_assert_cmpstr (bag->label, ==, "礼品袋 放了");
  g_assert_cmpstr (zg_check_form_get_label (form, first), ==, "礼品袋 放了");
  zg_check_form_place (form, first, 0);
  zg_check_form_find (form, ZG_CHECK_SIZE)->active = FALSE;
  zg_check_form_place (form, ZG_CHECK_RECIPIENT, 99);
  g_assert_true (zg_check_form_set_label (form, ZG_CHECK_COLOUR, "花色", &error));
  text = describe (form);
  g_assert_cmpstr (text, ==, "own-1 address* colour* -size* quantity* courier* ship-time* buyer-note recipient*");
  g_assert_cmpstr (zg_check_form_get_label (form, ZG_CHECK_COLOUR), ==, "花色");

  /* Its own words come back with an empty text, and with the words themselves. */
  g_assert_true (zg_check_form_set_label (form, ZG_CHECK_COLOUR, " ", &error));
  g_assert_null (zg_check_form_find (form, ZG_CHECK_COLOUR)->label);
  g_assert_true (zg_check_form_set_label (form, ZG_CHECK_COLOUR, zg_check_to_label (ZG_CHECK_COLOUR), &error));
  g_assert_null (zg_check_form_find (form, ZG_CHECK_COLOUR)->label);

  /* A number is never given twice: ticks of the removed row would be those of the new one. */
  g_assert_true (zg_check_form_remove (form, first, &error));
  g_assert_null (zg_check_form_find (form, first));
  g_assert_cmpint (zg_check_form_add (form, "贺卡写了", &error)->check, ==, zg_check_from_own (2));
}

static void
test_refusals (void)
{
  static const char * const words[] = {
    "", "   ", "\n", "Colour",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
  };
  g_autoptr (ZgCheckForm) form = zg_check_form_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_null (zg_check_form_add (form, words[i], &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_cmpint (form->rows->len, ==, ZG_N_HUMAN_CHECKS);
  g_assert_cmpint (form->next_own, ==, 1);

  g_assert_false (zg_check_form_set_label (form, ZG_CHECK_SIZE, "Colour", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (zg_check_form_remove (form, ZG_CHECK_SIZE, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);

  for (guint i = 0; i < form->rows->len; i++)
    ((ZgCheckFormRow *) form->rows->pdata[i])->active = FALSE;
  g_assert_false (zg_check_form_validate (form, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

/* The list of an order follows the form: order, words, what is switched off; a row of the shop's own holds it up. */
static void
test_evaluate (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (ZgCheckForm) form = zg_check_form_new ();
  g_autoptr (GPtrArray) ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_tick_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  ZgChecklistContext context = { .form = form };
  ZgCheck bag = zg_check_form_add (form, "礼品袋放了", NULL)->check;
  int done, total;

  zg_check_form_place (form, bag, 0);
  for (int i = 0; i < ZG_N_HUMAN_CHECKS; i++)
    zg_check_form_find (form, i)->active = i == ZG_CHECK_COLOUR;
  rows = zg_checklist_evaluate (order, &context, NULL);
  g_assert_cmpint (rows->len, ==, 2 + ZG_N_CHECKS - ZG_N_HUMAN_CHECKS);
  g_assert_cmpstr (((ZgCheckRow *) rows->pdata[0])->label, ==, "礼品袋放了");
  g_assert_cmpint (((ZgCheckRow *) rows->pdata[0])->state, ==, ZG_CHECK_OPEN);
  g_assert_cmpint (((ZgCheckRow *) rows->pdata[1])->check, ==, ZG_CHECK_COLOUR);
  g_assert_cmpint (((ZgCheckRow *) rows->pdata[2])->check, ==, ZG_CHECK_PHONE_VALID);
  zg_checklist_count (rows, &done, &total);
  g_assert_cmpint (done, ==, 0);
  g_assert_cmpint (total, ==, 2);

  g_ptr_array_add (ticks, zg_tick_new (ZG_CHECK_COLOUR, NOW, 1, "黑色"));
  g_ptr_array_unref (rows);
  rows = zg_checklist_evaluate (order, &context, ticks);
  g_assert_false (zg_checklist_is_complete (rows));

  g_ptr_array_add (ticks, zg_tick_new (bag, NOW, 1, NULL));
  g_ptr_array_unref (rows);
  rows = zg_checklist_evaluate (order, &context, ticks);
  g_assert_true (zg_checklist_is_complete (rows));

  /* What a row of the shop's own stands for is in no field, so no change drops its tick. */
  g_free (order->courier);
  order->courier = g_strdup ("中通");
  dropped = zg_checklist_drop_changed (order, &context, ticks, NOW);
  g_assert_cmpint (dropped->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check-form/standard", test_standard);
  g_test_add_func ("/check-form/keys", test_keys);
  g_test_add_func ("/check-form/edit", test_edit);
  g_test_add_func ("/check-form/refusals", test_refusals);
  g_test_add_func ("/check-form/evaluate", test_evaluate);

  return g_test_run ();
}
