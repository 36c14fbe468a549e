/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/zg-preferences-window.h"
#include "preferences/zg-shortcut-row.h"
#include "quick/zg-quick-panel.h"
#include "zg-application.h"
#include "zg-computer-settings.h"
#include "zg-mock-portal.h"
#include "zg-ui-fixture.h"

/* The key of the desktop that opens the quick panel, before a portal of our own. */

typedef struct {
  ZgUiFixture shop;
  GSettings *settings;
  ZgMockPortal *portal;
  ZgGlobalShortcut *shortcut;
  ZgWindow *window;
  GtkWidget *preferences;
  GtkWidget *row;
  guint n_activated;
  char *token;
} Fixture;

static void
activated_cb (Fixture    *fixture,
              const char *token)
{
  fixture->n_activated++;
  g_free (fixture->token);
  fixture->token = g_strdup (token);
}

/* With "none" as data there is no portal, with "other" one without shortcuts. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  zg_ui_fixture_set_up (&fixture->shop, NULL);
  fixture->settings = zg_computer_settings_new ();
  g_assert_nonnull (fixture->settings);
  g_settings_reset (fixture->settings, "global-shortcut");
  if (g_strcmp0 (data, "none") != 0)
    fixture->portal = zg_mock_portal_new (g_strcmp0 (data, "other") != 0);
  fixture->shortcut = zg_global_shortcut_new ("quick-reply", "Find a <b>reply</b> & copy it", "CTRL+ALT+space");
  g_signal_connect_swapped (fixture->shortcut, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  if (fixture->window != NULL)
    zg_ui_fixture_close_window (&fixture->shop, fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->shortcut), (gpointer *) &fixture->shortcut);
  g_object_unref (fixture->shortcut);
  zg_ui_wait_until (fixture->shortcut == NULL);
  g_clear_pointer (&fixture->portal, zg_mock_portal_free);
  g_settings_reset (fixture->settings, "global-shortcut");
  g_object_unref (fixture->settings);
  g_free (fixture->token);
  zg_ui_fixture_tear_down (&fixture->shop, NULL);
}

static void
wait_for (Fixture         *fixture,
          ZgShortcutState  state)
{
  zg_ui_wait_until (zg_global_shortcut_get_state (fixture->shortcut) == state);
}

static gboolean
is_turned_on (Fixture *fixture)
{
  return g_settings_get_boolean (fixture->settings, "global-shortcut");
}

static void
open_preferences (Fixture *fixture)
{
  fixture->window = zg_ui_fixture_open_window (&fixture->shop);
  fixture->preferences = GTK_WIDGET (zg_preferences_window_new (GTK_WINDOW (fixture->window), fixture->shop.session,
                                                                fixture->shortcut));
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  gtk_test_widget_wait_for_draw (fixture->preferences);
  fixture->row = zg_ui_find (fixture->preferences, ZG_TYPE_SHORTCUT_ROW, NULL);
  g_assert_nonnull (fixture->row);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = zg_ui_find (fixture->row, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* What the row says, whatever the widget made of it. */
#define assert_says(fixture, text) g_assert_nonnull (zg_ui_find ((fixture)->row, GTK_TYPE_LABEL, text))

/* Nothing is offered, and the other way is explained. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  open_preferences (fixture);
  wait_for (fixture, ZG_SHORTCUT_MISSING);

  assert_says (fixture, "This desktop gives none on request. Bind one to the command below.");
  g_assert_null (zg_ui_find (fixture->row, GTK_TYPE_BUTTON, NULL));
  g_assert_nonnull (zg_ui_find (fixture->preferences, GTK_TYPE_LABEL, "zhanggui --quick-reply"));

  /* Who asks all the same gets nothing and loses nothing. */
  zg_global_shortcut_bind (fixture->shortcut, "");
  zg_global_shortcut_unbind (fixture->shortcut);
  g_assert_cmpint (zg_global_shortcut_get_state (fixture->shortcut), ==, ZG_SHORTCUT_MISSING);
}

/* It comes to the bus later, as when the desktop starts it on demand. */
static void
test_appears (Fixture       *fixture,
              gconstpointer  data)
{
  open_preferences (fixture);
  wait_for (fixture, ZG_SHORTCUT_MISSING);
  fixture->portal = zg_mock_portal_new (TRUE);
  wait_for (fixture, ZG_SHORTCUT_OFFERED);
  assert_says (fixture, "Opens the panel from any program; the desktop asks which key");
}

/* Also when the answer is there before the method returns. */
static void
test_bind (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->portal->answer = data != NULL ? ZG_MOCK_GRANTS_AT_ONCE : ZG_MOCK_GRANTS;
  open_preferences (fixture);
  wait_for (fixture, ZG_SHORTCUT_OFFERED);
  g_assert_cmpint (fixture->portal->n_binds, ==, 0);

  click (fixture, "Choose…");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  assert_says (fixture, "Ctrl+Alt+Space, works while Zhanggui is running");
  g_assert_cmpstr (fixture->portal->app_id, ==, APPLICATION_ID);
  g_assert_cmpstr (fixture->portal->shortcut_id, ==, "quick-reply");
  g_assert_cmpstr (fixture->portal->description, ==, "Find a <b>reply</b> & copy it");
  g_assert_cmpstr (fixture->portal->preferred_trigger, ==, "CTRL+ALT+space");
  /* The portal's dialog comes over the preferences, on either kind of display. */
  g_assert_true (g_str_has_prefix (fixture->portal->parent_window, "x11:")
                 || g_str_has_prefix (fixture->portal->parent_window, "wayland:"));
  g_assert_true (is_turned_on (fixture));

  zg_mock_portal_change_trigger (fixture->portal, "A&B <b>");
  zg_ui_wait_until (zg_ui_find (fixture->row, GTK_TYPE_LABEL, "A&B <b>, works while Zhanggui is running") != NULL);

  click (fixture, "Turn off");
  g_assert_cmpint (zg_global_shortcut_get_state (fixture->shortcut), ==, ZG_SHORTCUT_OFFERED);
  g_assert_false (is_turned_on (fixture));
  zg_ui_wait_until (fixture->portal->n_closed_sessions == 1);
}

static void
test_activated (Fixture       *fixture,
                gconstpointer  data)
{
  zg_global_shortcut_bind (fixture->shortcut, "");
  wait_for (fixture, ZG_SHORTCUT_BOUND);

  zg_mock_portal_activate (fixture->portal, "quick-reply", "token-7");
  zg_ui_wait_until (fixture->n_activated == 1);
  g_assert_cmpstr (fixture->token, ==, "token-7");

  /* Somebody else's is not ours. */
  zg_mock_portal_activate (fixture->portal, "another", NULL);
  zg_mock_portal_activate (fixture->portal, "quick-reply", NULL);
  zg_ui_wait_until (fixture->n_activated == 2);
  g_assert_null (fixture->token);
}

/* The person said no; the next start does not ask again, and the button does. */
static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->portal->answer = ZG_MOCK_REFUSES;
  g_settings_set_boolean (fixture->settings, "global-shortcut", TRUE);
  open_preferences (fixture);
  zg_global_shortcut_resume (fixture->shortcut);
  wait_for (fixture, ZG_SHORTCUT_REFUSED);
  assert_says (fixture, "There was no key. Choose one again, or bind one to the command below.");
  g_assert_false (is_turned_on (fixture));
  zg_ui_wait_until (fixture->portal->n_closed_sessions == 1);

  fixture->portal->answer = ZG_MOCK_GRANTS;
  click (fixture, "Choose…");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  g_assert_true (is_turned_on (fixture));
}

/* The desktop could not: that says nothing of what the person wants. */
static void
test_fail (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->portal->answer = g_str_equal (data, "throws") ? ZG_MOCK_THROWS : ZG_MOCK_FAILS;
  g_settings_set_boolean (fixture->settings, "global-shortcut", TRUE);
  zg_global_shortcut_resume (fixture->shortcut);
  wait_for (fixture, ZG_SHORTCUT_REFUSED);
  g_assert_true (is_turned_on (fixture));
}

/* Nothing was chosen in the dialog, but then in the desktop's settings. */
static void
test_nothing_granted (Fixture       *fixture,
                      gconstpointer  data)
{
  fixture->portal->answer = ZG_MOCK_GRANTS_NOTHING;
  zg_global_shortcut_bind (fixture->shortcut, "");
  wait_for (fixture, ZG_SHORTCUT_REFUSED);
  g_assert_false (is_turned_on (fixture));

  zg_mock_portal_change_trigger (fixture->portal, "F9");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  g_assert_cmpstr (zg_global_shortcut_get_trigger (fixture->shortcut), ==, "F9");
  g_assert_true (is_turned_on (fixture));
}

static void
test_session_closed (Fixture       *fixture,
                     gconstpointer  data)
{
  open_preferences (fixture);
  zg_global_shortcut_bind (fixture->shortcut, "");
  wait_for (fixture, ZG_SHORTCUT_BOUND);

  zg_mock_portal_close_session (fixture->portal);
  wait_for (fixture, ZG_SHORTCUT_ENDED);
  assert_says (fixture, "The desktop has taken the key back.");
  g_assert_true (is_turned_on (fixture));

  click (fixture, "Choose…");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  g_assert_cmpint (fixture->portal->n_binds, ==, 2);
  /* What is closed already is not closed again. */
  g_assert_cmpint (fixture->portal->n_closed_sessions, ==, 0);
}

/* Nobody answers the dialog; cancelling takes it away. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->portal->answer = ZG_MOCK_NEVER_ANSWERS;
  open_preferences (fixture);
  wait_for (fixture, ZG_SHORTCUT_OFFERED);
  click (fixture, "Choose…");
  wait_for (fixture, ZG_SHORTCUT_ASKING);
  assert_says (fixture, "The desktop is asked. Answer if it wants to know something.");
  zg_ui_wait_until (fixture->portal->n_binds == 1);

  click (fixture, "Cancel");
  g_assert_cmpint (zg_global_shortcut_get_state (fixture->shortcut), ==, ZG_SHORTCUT_OFFERED);
  zg_ui_wait_until (fixture->portal->n_closed_requests == 1 && fixture->portal->n_closed_sessions == 1);
}

/* Before the desktop has said where the session is: it is closed as soon as that is known, and nothing is bound in it. */
static void
test_cancel_at_once (Fixture       *fixture,
                     gconstpointer  data)
{
  zg_global_shortcut_look (fixture->shortcut);
  wait_for (fixture, ZG_SHORTCUT_OFFERED);
  for (guint i = 0; i < 2; i++)
    {
      zg_global_shortcut_bind (fixture->shortcut, "");
      g_assert_cmpint (zg_global_shortcut_get_state (fixture->shortcut), ==, ZG_SHORTCUT_ASKING);
      zg_global_shortcut_unbind (fixture->shortcut);
      g_assert_cmpint (zg_global_shortcut_get_state (fixture->shortcut), ==, ZG_SHORTCUT_OFFERED);
    }
  zg_ui_wait_until (fixture->portal->n_closed_sessions == 2);
  g_assert_cmpint (fixture->portal->sessions->len, ==, 0);
  g_assert_cmpint (fixture->portal->n_binds, ==, 0);

  /* The next question is not taken for the one that was taken back. */
  zg_global_shortcut_bind (fixture->shortcut, "");
  zg_global_shortcut_unbind (fixture->shortcut);
  zg_global_shortcut_bind (fixture->shortcut, "");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  g_assert_cmpint (fixture->portal->n_closed_sessions, ==, 3);
  g_assert_cmpint (fixture->portal->sessions->len, ==, 1);
  g_assert_cmpint (fixture->portal->n_binds, ==, 1);
}

/* An update of the portal takes its service away for a moment. */
static void
test_restarted (Fixture       *fixture,
                gconstpointer  data)
{
  zg_global_shortcut_bind (fixture->shortcut, "x11:1");
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  g_clear_pointer (&fixture->portal, zg_mock_portal_free);
  wait_for (fixture, ZG_SHORTCUT_MISSING);
  g_assert_true (is_turned_on (fixture));

  fixture->portal = zg_mock_portal_new (TRUE);
  wait_for (fixture, ZG_SHORTCUT_BOUND);
  /* The window of that time may be gone. */
  g_assert_cmpstr (fixture->portal->parent_window, ==, "");
}

/* Gone with the question open. */
static void
test_disposed (Fixture       *fixture,
               gconstpointer  data)
{
  ZgGlobalShortcut *shortcut = zg_global_shortcut_new ("quick-reply", "", "");

  fixture->portal->answer = ZG_MOCK_NEVER_ANSWERS;
  zg_global_shortcut_bind (shortcut, "");
  zg_ui_wait_until (fixture->portal->n_binds == 1);
  g_assert_finalize_object (shortcut);
  zg_ui_wait_until (fixture->portal->n_closed_requests == 1);

  /* And before there was anything. */
  shortcut = zg_global_shortcut_new ("quick-reply", "", "");
  zg_global_shortcut_look (shortcut);
  g_assert_finalize_object (shortcut);
}

/* The whole program **************************************************************************************************/

typedef struct {
  Fixture *fixture;
  ZgApplication *application;
  gboolean demo;
} Run;

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return GTK_WINDOW (window);
    }
  return NULL;
}

/* That the program has not asked the desktop anything: we come later, and the portal has heard of nobody else. */
static void
assert_silent (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  zg_global_shortcut_look (fixture->shortcut);
  wait_for (fixture, ZG_SHORTCUT_OFFERED);
  g_assert_cmpint (fixture->portal->n_calls, ==, 1);
}

/* The panel comes while a modal window is open, which leaves it its keys. */
static void
press_key (Run *run)
{
  GtkWindow *preferences;
  GtkWindow *panel;

  g_action_group_activate_action (G_ACTION_GROUP (find_window (ZG_TYPE_WINDOW)), "preferences", NULL);
  preferences = find_window (ZG_TYPE_PREFERENCES_WINDOW);
  zg_mock_portal_activate (run->fixture->portal, "quick-reply", "token");
  zg_ui_wait_until ((panel = find_window (ZG_TYPE_QUICK_PANEL)) != NULL);
  g_assert_true (gtk_window_get_group (panel) != gtk_window_get_group (preferences));
  gtk_window_destroy (preferences);
}

static gboolean
steps_cb (gpointer data)
{
  Run *run = data;
  ZgGlobalShortcut *shortcut = zg_application_get_shortcut (run->application);

  if (run->demo || !is_turned_on (run->fixture))
    assert_silent (run->fixture);
  if (run->demo)
    zg_global_shortcut_bind (shortcut, "");
  if (run->demo || is_turned_on (run->fixture))
    zg_ui_wait_until (zg_global_shortcut_get_state (shortcut) == ZG_SHORTCUT_BOUND);
  if (run->demo)
    press_key (run);
  g_application_quit (G_APPLICATION (run->application));

  return G_SOURCE_REMOVE;
}

static void
activate_cb (Run *run)
{
  g_idle_add (steps_cb, run);
}

static void
run_application (Fixture    *fixture,
                 const char *option)
{
  g_autoptr (ZgApplication) application = zg_application_new ();
  Run run = { fixture, application, g_str_equal (option, "--demo") };
  char *argv[] = { (char *) "zhanggui", (char *) option, NULL };

  g_signal_connect_data (application, "activate", G_CALLBACK (activate_cb), &run, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 2, argv), ==, 0);
}

/* The key opens the panel. A shop that is thrown away leaves the key to the real one until it is asked for. */
static void
test_panel (Fixture       *fixture,
            gconstpointer  data)
{
  g_settings_set_boolean (fixture->settings, "global-shortcut", TRUE);
  run_application (fixture, "--demo");
}

/* Turned on, the key is back at each start; else the desktop hears nothing of us. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  run_application (fixture, "--background");
  g_assert_cmpint (fixture->portal->n_binds, ==, 0);

  g_settings_set_boolean (fixture->settings, "global-shortcut", TRUE);
  run_application (fixture, "--background");
  g_assert_cmpint (fixture->portal->n_binds, ==, 1);
  g_assert_cmpstr (fixture->portal->parent_window, ==, "");
  g_assert_true (is_turned_on (fixture));
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  ADD ("/global-shortcut/missing", "none", test_missing);
  ADD ("/global-shortcut/no-such-interface", "other", test_missing);
  ADD ("/global-shortcut/appears", "none", test_appears);
  ADD ("/global-shortcut/bind", NULL, test_bind);
  ADD ("/global-shortcut/bind-at-once", "at once", test_bind);
  ADD ("/global-shortcut/activated", NULL, test_activated);
  ADD ("/global-shortcut/refuse", NULL, test_refuse);
  ADD ("/global-shortcut/fail", "fails", test_fail);
  ADD ("/global-shortcut/throw", "throws", test_fail);
  ADD ("/global-shortcut/nothing-granted", NULL, test_nothing_granted);
  ADD ("/global-shortcut/session-closed", NULL, test_session_closed);
  ADD ("/global-shortcut/cancel", NULL, test_cancel);
  ADD ("/global-shortcut/cancel-at-once", NULL, test_cancel_at_once);
  ADD ("/global-shortcut/restarted", NULL, test_restarted);
  ADD ("/global-shortcut/disposed", NULL, test_disposed);
  ADD ("/global-shortcut/panel", NULL, test_panel);
  ADD ("/global-shortcut/start", NULL, test_start);

  return g_test_run ();
}
