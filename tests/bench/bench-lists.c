/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-figures.h"
#include "bench-loop.h"
#include "bench-people.h"
#include "zg-talk-popover.h"
#include "zg-ui-fixture.h"

/*
 * The real window over a big shop: how long a key in a search field keeps the main loop, and how long a frame of
 * scrolling takes. Beside it the same key in the search field of an empty libadwaita window.
 *
 * bench-lists [FOLDER [CUSTOMERS [ORDERS [ONLY]]]]
 */

#define LIMIT 8.0

/* A quick typist, and what follows the last letter: the filters are counted anew. */
#define KEY_MS 150
#define WORD_MS 1200
#define N_SCROLLS 120

/* As an input method hands it over: letters one by one, Chinese in words. "" takes the last character away. */
static const char * const keys[] = {
  "w", "x", "w", NULL, "zs", "", "l", NULL, "1", "3", "8", "7", NULL, "王", "晓", "雯", NULL, "文三", "路", "", NULL,
  "z", "h", "a", "n", "g", NULL, "喜欢", "黑色", NULL, "没有", "这个", NULL, "陈", "", "林", NULL, "2", "0", "2", "6",
};

/* For whoever looks for what takes the time: only the figures whose name contains this. */
static const char *only = "";

static GArray *blocks, *frames;
static gboolean ok = TRUE;

static void
begin_figures (void)
{
  g_clear_pointer (&blocks, g_array_unref);
  g_clear_pointer (&frames, g_array_unref);
  blocks = g_array_new (FALSE, FALSE, sizeof (double));
  frames = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
note (const char      *what,
      const BenchLoop *figures)
{
  g_array_append_val (blocks, figures->block);
  g_array_append_val (frames, figures->frame);
  if (*only != '\0')
    printf ("  %-8s turn %6.2f   frame %6.2f: layout %6.2f, drawing %6.2f   on the wall %6.2f ms   %u frames\n", what,
            figures->block, figures->frame, figures->layout, figures->drawing, figures->wall, figures->n_frames);
}

static double
print_figures (const char *what,
               double      reference)
{
  double p95 = bench_percentile (blocks, 0.95);

  printf ("%-24s median %6.2f   p95 %6.2f   max %6.2f ms   frame alone p95 %6.2f ms", what,
          bench_percentile (blocks, 0.5), p95, bench_percentile (blocks, 1), bench_percentile (frames, 0.95));
  if (reference > 0)
    {
      printf ("   empty window %.2f ms   ratio to limit %.2f%s", reference, p95 / LIMIT, p95 <= LIMIT ? "" : "   OVER");
      ok = ok && p95 <= LIMIT;
    }
  printf ("\n");
  fflush (stdout);
  return p95;
}

static void
press (GtkWidget  *text,
       const char *key)
{
  if (key == NULL)
    gtk_editable_set_text (GTK_EDITABLE (text), "");
  else if (*key == '\0')
    g_signal_emit_by_name (text, "backspace");
  else
    g_signal_emit_by_name (text, "insert-at-cursor", key);
}

typedef struct {
  GtkWidget *text;
  const char *key;
} Press;

static gboolean
press_cb (gpointer data)
{
  Press *job = data;

  press (job->text, job->key);
  return G_SOURCE_REMOVE;
}

/* All keys, one after the other, each from its press to the next. */
static double
type_keys (const char *what,
           GtkWidget  *entry,
           double      reference)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  if (strstr (what, only) == NULL)
    return 0;
  gtk_widget_grab_focus (entry);
  bench_loop_run (WORD_MS);
  begin_figures ();
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        {
          Press job = { text, keys[i] };
          BenchLoop figures;

          bench_loop_reset ();
          g_idle_add_full (G_PRIORITY_DEFAULT, press_cb, &job, NULL);
          bench_loop_run (i + 1 < G_N_ELEMENTS (keys) && keys[i + 1] != NULL ? KEY_MS : WORD_MS);
          figures = bench_loop_get ();
          note (keys[i] != NULL ? keys[i] : "(clear)", &figures);
        }
    }
  press (text, NULL);
  return print_figures (what, reference);
}

static double
bench_empty_window (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  double p95;

  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  bench_loop_watch (window);
  p95 = type_keys ("key, empty window", entry, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_loop_run (100);
  return p95;
}

/* The screen's scrollable with the most rows: a table, a list. */
static GtkAdjustment *
find_adjustment (GtkWidget *root)
{
  GtkAdjustment *best = NULL;

  if (GTK_IS_SCROLLABLE (root) && gtk_widget_get_mapped (root))
    best = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found != NULL && (best == NULL || gtk_adjustment_get_upper (found) > gtk_adjustment_get_upper (best)))
        best = found;
    }
  return best;
}

typedef struct {
  GtkAdjustment *adjustment;
  double step;
  guint n;
} Scroll;

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *frame_clock,
           gpointer       data)
{
  Scroll *scroll = data;
  BenchLoop figures = bench_loop_get ();

  note ("", &figures);
  bench_loop_reset ();
  gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + scroll->step);
  return ++scroll->n < N_SCROLLS;
}

/* A step with each frame. */
static void
bench_scroll (const char *what,
              GtkWidget  *screen,
              double      step,
              double      start,
              double      reference)
{
  Scroll scroll = { find_adjustment (screen), step, 0 };
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  if (strstr (what, only) == NULL)
    return;
  gtk_adjustment_set_value (scroll.adjustment, start * gtk_adjustment_get_upper (scroll.adjustment));
  bench_loop_run (300);
  if (step == 0)
    scroll.step = gtk_adjustment_get_page_size (scroll.adjustment);
  begin_figures ();
  bench_loop_reset ();
  gtk_widget_add_tick_callback (screen, scroll_cb, &scroll, NULL);
  while (scroll.n < N_SCROLLS && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  bench_loop_run (300);
  print_figures (what, reference);
}

/* Presses the keys that it reads. Started once: to fork a process of this size is work that would be counted. */
static GOutputStream *
start_keyboard (void)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *keyboard = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "sh", "-c",
                                            "while read key; do xdotool key $key; done", NULL);

  g_assert_no_error (error);
  return g_subprocess_get_stdin_pipe (keyboard);
}

/* Real keys, from the server: Page Down walks from page to page, Home and End go over the whole list. */
static void
bench_page_keys (const char *what,
                 GtkWidget  *window,
                 GtkWidget  *screen,
                 double      reference)
{
  static const char * const names[] = { "Next", "Next", "Next", "Down", "Down", "End", "Prior", "Prior", "Up", "Home" };
  GtkAdjustment *adjustment = find_adjustment (screen);
  static GOutputStream *keyboard;
  double place;

  if (keyboard == NULL)
    keyboard = start_keyboard ();
  if (strstr (what, only) == NULL)
    return;
  gtk_widget_activate_action (window, "win.focus-screen", NULL);
  bench_loop_run (300);
  place = gtk_adjustment_get_value (adjustment);
  begin_figures ();
  for (guint i = 0; i < 6 * G_N_ELEMENTS (names); i++)
    {
      BenchLoop figures;

      bench_loop_reset ();
      g_output_stream_printf (keyboard, NULL, NULL, NULL, "%s\n", names[i % G_N_ELEMENTS (names)]);
      bench_loop_run (150);
      figures = bench_loop_get ();
      note (names[i % G_N_ELEMENTS (names)], &figures);
      if (i == 5 && gtk_adjustment_get_value (adjustment) <= place)
        g_error ("the keys do not reach the list");
    }
  print_figures (what, reference);
}

static void
bench_screen (ZgWindow   *window,
              const char *name,
              double      reference)
{
  g_autofree char *key = g_strdup_printf ("key, %s", name);
  GtkWidget *screen;

  if (strstr (name, only) == NULL && strstr (only, name) == NULL)
    return;
  zg_window_show_screen (window, name);
  screen = GTK_WIDGET (zg_window_get_screen (window, name));
  bench_loop_run (3000);
  type_keys (key, zg_ui_find (screen, GTK_TYPE_SEARCH_ENTRY, NULL), reference);
  bench_loop_run (2000);
  if (!g_str_equal (name, "replies"))
    {
      g_autofree char *wheel = g_strdup_printf ("wheel, %s", name);
      g_autofree char *page = g_strdup_printf ("a page a frame, %s", name);
      g_autofree char *page_keys = g_strdup_printf ("page keys, %s", name);

      bench_scroll (wheel, screen, 100, 0, reference);
      bench_scroll (page, screen, 0, 0.5, reference);
      bench_page_keys (page_keys, GTK_WIDGET (window), screen, reference);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgSession) session = NULL;
  const char *folder = argc > 1 ? argv[1] : g_get_tmp_dir ();
  const char *n_customers = argc > 2 ? argv[2] : "1000000";
  const char *n_orders = argc > 3 ? argv[3] : "1000000";
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  ZgClock *clock;
  ZgStore *store;
  ZgWindow *window;
  double reference;

  setlocale (LC_ALL, "");
  zg_ui_test_init (&argc, &argv);
  only = argc > 4 ? argv[4] : "";
  name = g_strdup_printf ("zg-shop-%s-%s.db", n_customers, n_orders);
  path = g_build_filename (folder, name, NULL);
  if (!bench_people_fill (path, (guint) atoi (n_customers), (guint) atoi (n_orders), &error))
    g_error ("%s", error->message);
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  clock = zg_clock_new_system ();
  session = zg_session_new (store, clock);

  printf ("%s customers, %s orders; processor time in the main loop, ms, limit %.0f\n", n_customers, n_orders, LIMIT);
  reference = bench_empty_window ();
  window = zg_window_new (NULL, session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  bench_loop_watch (GTK_WIDGET (window));
  bench_loop_run (1000);

  bench_screen (window, "customers", reference);
  bench_screen (window, "orders", reference);
  bench_screen (window, "replies", reference);
  zg_window_switch_customer (window);
  type_keys ("key, whom to talk to",
             zg_ui_find (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_TALK_POPOVER, NULL), GTK_TYPE_SEARCH_ENTRY, NULL), reference);

  gtk_window_destroy (GTK_WINDOW (window));
  zg_clock_unref (clock);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
