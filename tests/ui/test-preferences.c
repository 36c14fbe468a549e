/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/zg-preferences-window.h"
#include "preferences/zg-number-row.h"
#include "zg-round.h"
#include "zg-ui-fixture.h"
#include "zg-waiting.h"

/* What is set in the preferences is in the shop file. */

typedef struct {
  ZgUiFixture shop;
  ZgWindow *window;
  GtkWidget *preferences;
  GtkSpinButton *minutes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  zg_ui_fixture_set_up (&fixture->shop, NULL);
  fixture->window = zg_ui_fixture_open_window (&fixture->shop);
  g_set_weak_pointer (&fixture->preferences,
                      GTK_WIDGET (zg_preferences_window_new (GTK_WINDOW (fixture->window), fixture->shop.session, NULL)));
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  gtk_test_widget_wait_for_draw (fixture->preferences);
  fixture->minutes = GTK_SPIN_BUTTON (zg_ui_find (zg_ui_find (fixture->preferences, ZG_TYPE_NUMBER_ROW, NULL),
                                                  GTK_TYPE_SPIN_BUTTON, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  zg_ui_wait_until (fixture->preferences == NULL);
  zg_ui_fixture_close_window (&fixture->shop, fixture->window);
  zg_ui_fixture_tear_down (&fixture->shop, NULL);
}

static gint64
get_minutes (Fixture *fixture)
{
  return zg_waiting_get_minutes (zg_store_get_list_reader (fixture->shop.store, NULL), NULL);
}

static gboolean
set_minutes (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_waiting_set_minutes (db, GPOINTER_TO_INT (data), error);
}

static void
test_minutes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->minutes), ==, ZG_WAITING_DEFAULT_MINUTES);
  /* Faster than they are written. */
  for (int i = 0; i < 20; i++)
    gtk_spin_button_spin (fixture->minutes, GTK_SPIN_STEP_FORWARD, 1);
  zg_ui_wait_until (get_minutes (fixture) == ZG_WAITING_DEFAULT_MINUTES + 20);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->minutes), ==, ZG_WAITING_DEFAULT_MINUTES + 20);
  gtk_spin_button_spin (fixture->minutes, GTK_SPIN_END, 0);
  zg_ui_wait_until (get_minutes (fixture) == ZG_WAITING_MAX_MINUTES);

  /* Another window, or the command line. */
  zg_store_write (fixture->shop.store, set_minutes, GINT_TO_POINTER (8), &error);
  g_assert_no_error (error);
  zg_ui_wait_until (gtk_spin_button_get_value_as_int (fixture->minutes) == 8);
  g_assert_cmpint (get_minutes (fixture), ==, 8);
}

/* Typed, and the window closed without Enter. */
static void
test_typed_minutes (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->minutes));
  gtk_editable_set_text (GTK_EDITABLE (fixture->minutes), "12");
  gtk_window_close (GTK_WINDOW (fixture->preferences));
  zg_ui_wait_until (fixture->preferences == NULL);
  zg_ui_wait_until (get_minutes (fixture) == 12);
}

static gboolean
get_masks (Fixture *fixture)
{
  g_autofree char *value = zg_shop_table_get_setting (zg_store_get_list_reader (fixture->shop.store, NULL),
                                                      ZG_SETTING_MASK_PHONES, "", NULL);

  return g_strcmp0 (value, "1") == 0;
}

static gboolean
set_masks (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_MASK_PHONES, data, error);
}

/* The switch is what the shop file says, whoever changes it. */
static void
test_mask (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *title = zg_ui_find (fixture->preferences, GTK_TYPE_LABEL, "Hide the middle of phone numbers in lists");
  GtkSwitch *toggle = GTK_SWITCH (zg_ui_find (gtk_widget_get_ancestor (title, ADW_TYPE_ACTION_ROW), GTK_TYPE_SWITCH, NULL));

  g_assert_false (gtk_switch_get_active (toggle));
  gtk_switch_set_active (toggle, TRUE);
  zg_ui_wait_until (get_masks (fixture));
  g_assert_true (zg_store_write (fixture->shop.store, set_masks, (gpointer) "", NULL));
  zg_ui_wait_until (!gtk_switch_get_active (toggle));
  g_assert_false (get_masks (fixture));
}

/* The first key that is pressed does not replace the name of the shop, which is the first field. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->preferences));

  g_assert_nonnull (focus);
  g_assert_false (GTK_IS_TEXT (focus));
}

/* Who turns the wheel wants to see what is below. */
static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->minutes));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_NONE);
      n++;
    }
  g_assert_cmpint (n, ==, 1);
}

/* The rules about customers stand there, too. */
static void
test_customers (Fixture       *fixture,
                gconstpointer  data)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->shop.store, NULL);
  GtkWidget *row = gtk_widget_get_ancestor (zg_ui_find (fixture->preferences, GTK_TYPE_LABEL,
                                                        "Invitations to buy in a month"), ZG_TYPE_NUMBER_ROW);
  GtkSpinButton *budget = GTK_SPIN_BUTTON (zg_ui_find (row, GTK_TYPE_SPIN_BUTTON, NULL));

  g_assert_cmpint (gtk_spin_button_get_value_as_int (budget), ==, ZG_MARKETING_DEFAULT_BUDGET);
  gtk_spin_button_set_value (budget, 0);
  zg_ui_wait_until (zg_marketing_get_budget (db, NULL) == 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  ADD ("/preferences/minutes", test_minutes);
  ADD ("/preferences/typed-minutes", test_typed_minutes);
  ADD ("/preferences/mask", test_mask);
  ADD ("/preferences/wheel", test_wheel);
  ADD ("/preferences/customers", test_customers);
  ADD ("/preferences/focus", test_focus);

  return g_test_run ();
}
