/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "customers/zg-round-bar.h"
#include "preferences/zg-level-row.h"
#include "preferences/zg-levels-window.h"
#include "zg-member-level.h"
#include "zg-round.h"
#include "zg-segment.h"
#include "zg-ui-fixture.h"

/* A round in the window: a text is copied for whose turn it is and for nobody else, and it goes on when all of it was. */

typedef struct {
  gint64 reply_id;
  gint64 round_id;
  ZgClock *clock;
  ZgRoundSum *sum;
} Job;

static gboolean
start (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Job *job = data;
  g_autoptr (ZgSegment) segment = zg_segment_new ("all", "");

  job->round_id = zg_round_start (db, segment, job->reply_id, TRUE, 0, job->clock, error);
  return job->round_id != 0;
}

static gboolean
sum_up (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Job *job = data;

  job->sum = zg_round_sum_up (db, job->round_id, error);
  return job->sum != NULL;
}

static gint64
count (ZgUiFixture  *fixture,
       gint64        round_id,
       ZgRoundState  state)
{
  Job job = { .round_id = round_id };
  gint64 n;

  g_assert_true (zg_store_read (fixture->store, sum_up, &job, NULL));
  n = job.sum->counts[state];
  zg_round_sum_free (job.sum);
  return n;
}

/* Goes on with a new round from the banner. */
static gint64
open_round (ZgUiFixture *fixture,
            ZgWindow   **window_out,
            const char  *body)
{
  Job job = { .clock = fixture->clock };
  GtkWidget *screen, *go_on;

  job.reply_id = zg_ui_fixture_add_text (fixture, "news", body);
  g_assert_true (zg_store_write (fixture->store, start, &job, NULL));
  *window_out = zg_ui_fixture_open_window (fixture);
  g_assert_true (zg_window_show_screen (*window_out, "customers"));
  screen = GTK_WIDGET (zg_window_get_screen (*window_out, "customers"));
  zg_ui_wait_until (zg_ui_find (screen, GTK_TYPE_BUTTON, "Go on") != NULL);
  go_on = zg_ui_find (screen, GTK_TYPE_BUTTON, "Go on");
  g_signal_emit_by_name (go_on, "clicked");
  zg_ui_wait_until (zg_session_get_customer_id (fixture->session) != 0);
  return job.round_id;
}

static void
step (ZgWindow        *window,
      ZgRoundStepKind  kind)
{
  GtkWidget *bar = zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "customers")), ZG_TYPE_ROUND_BAR, NULL);

  g_assert_nonnull (bar);
  g_signal_emit_by_name (bar, "step", (int) kind, NULL);
}

static void
test_somebody_else (ZgUiFixture   *fixture,
                    gconstpointer  data)
{
  gint64 first = zg_ui_fixture_add_customer (fixture, "Amy", "Amy", NULL);
  gint64 second = zg_ui_fixture_add_customer (fixture, "Bea", "Bea", NULL);
  ZgWindow *window;
  gint64 round_id = open_round (fixture, &window, "Hello {customer.name}");

  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, first);

  /* They talk to somebody else meanwhile: the first try only brings them back. */
  zg_session_talk_to (fixture->session, second, 0);
  step (window, ZG_ROUND_STEP_COPY);
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, first);
  g_assert_cmpint (count (fixture, round_id, ZG_ROUND_COPIED), ==, 0);

  step (window, ZG_ROUND_STEP_COPY);
  zg_ui_wait_until (count (fixture, round_id, ZG_ROUND_COPIED) == 1);
  zg_ui_assert_clipboard (GTK_WIDGET (window), "Hello Amy");
  zg_ui_wait_until (zg_session_get_customer_id (fixture->session) == second);
  g_assert_cmpuint (zg_ui_fixture_count_copies (fixture, first), ==, 1);
  g_assert_cmpuint (zg_ui_fixture_count_copies (fixture, second), ==, 0);

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_messages (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  gint64 first = zg_ui_fixture_add_customer (fixture, "Amy", "Amy", NULL);
  gint64 second = zg_ui_fixture_add_customer (fixture, "Bea", "Bea", NULL);
  ZgWindow *window;
  gint64 round_id = open_round (fixture, &window, "Hello {customer.name}\036New in");

  step (window, ZG_ROUND_STEP_COPY);
  zg_ui_wait_until (count (fixture, round_id, ZG_ROUND_COPIED) == 1);
  zg_ui_assert_clipboard (GTK_WIDGET (window), "Hello Amy");
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, first);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Copy 2/2 for Amy") != NULL);
  step (window, ZG_ROUND_STEP_COPY);
  zg_ui_wait_until (zg_session_get_customer_id (fixture->session) == second);
  zg_ui_assert_clipboard (GTK_WIDGET (window), "New in");
  g_assert_cmpuint (zg_ui_fixture_count_copies (fixture, first), ==, 1);

  /* The whole of it is one step. */
  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "customers")), "screen.undo", NULL);
  zg_ui_wait_until (zg_session_get_customer_id (fixture->session) == first);
  g_assert_cmpuint (zg_ui_fixture_count_copies (fixture, first), ==, 0);

  zg_ui_fixture_close_window (fixture, window);
}

static GPtrArray *
load_levels (ZgUiFixture *fixture)
{
  return zg_level_table_load (zg_store_get_list_reader (fixture->store, NULL), NULL);
}

static guint
count_levels (ZgUiFixture *fixture)
{
  g_autoptr (GPtrArray) levels = load_levels (fixture);

  return levels->len;
}

static void
test_levels (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWindow *levels = zg_levels_window_new (GTK_WINDOW (window), fixture->session);
  GtkWidget *row;

  gtk_window_present (levels);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (levels));
  g_signal_emit_by_name (zg_ui_find (GTK_WIDGET (levels), GTK_TYPE_BUTTON, "New level"), "clicked");
  row = zg_ui_find (GTK_WIDGET (levels), ZG_TYPE_LEVEL_ROW, NULL);
  g_assert_nonnull (row);

  /* Without a name it stays, and it is said why. */
  g_signal_emit_by_name (zg_ui_find (GTK_WIDGET (levels), GTK_TYPE_BUTTON, "_Save"), "clicked");
  zg_ui_wait_until (gtk_widget_get_sensitive (zg_ui_find (GTK_WIDGET (levels), GTK_TYPE_BUTTON, "_Save")));
  g_assert_cmpuint (count_levels (fixture), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (zg_ui_find (row, ADW_TYPE_ENTRY_ROW, NULL)), "Gold");
  g_signal_emit_by_name (zg_ui_find (GTK_WIDGET (levels), GTK_TYPE_BUTTON, "_Save"), "clicked");
  zg_ui_wait_until (count_levels (fixture) == 1);

  gtk_window_destroy (levels);
  zg_ui_fixture_close_window (fixture, window);
}

#define ADD(path, func) \
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  ADD ("/rounds/somebody-else", test_somebody_else);
  ADD ("/rounds/messages", test_messages);
  ADD ("/rounds/levels", test_levels);
  return g_test_run ();
}
