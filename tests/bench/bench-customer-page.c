/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-figures.h"
#include "bench-loop.h"
#include "bench-people.h"
#include "customers/zg-customer-page.h"
#include "customers/zg-customer-timeline.h"
#include "customers/zg-timeline-filter.h"
#include "customers/zg-timeline-row.h"
#include "zg-contact-table.h"
#include "zg-customer-desk.h"
#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-timeline.h"
#include "zg-ui-fixture.h"

/*
 * The page of a customer over a big shop, from the click to the first frame with all that is known: reading, on whatever
 * thread, building and drawing. Beside it the toolkit alone: a new list of as many rows of two labels in an empty window.
 *
 * bench-customer-page [FOLDER [CUSTOMERS [ORDERS]]]
 */

#define PAGE_LIMIT 30.0
#define TIMELINE_LIMIT 20.0
#define N_OPENED 80
#define N_LINES 10000
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define LONG_HISTORY "十年老客"

static gboolean ok = TRUE;

/* Somebody with a long history ************************************************************************************/

static gboolean
add_line (ZgDatabase  *db,
          gint64       customer_id,
          guint        number,
          GError     **error)
{
  ZgTime at = NOW - (ZgTime) number * 9 * ZG_TIME_HOUR;

  if (number % 2 == 0)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();
      ZgOrderItem *item = zg_order_item_new ();

      g_free (order->platform);
      order->platform = g_strdup ("taobao");
      order->number = g_strdup_printf ("88%017u", number);
      order->customer_id = customer_id;
      order->ordered_at = at;
      order->state = ZG_ORDER_COMPLETED;
      order->total = order->paid = 21900;
      item->title = g_strdup ("云朵针织开衫");
      item->colour = g_strdup ("黑色");
      item->quantity = 1;
      g_ptr_array_add (order->items, item);
      return zg_order_table_insert (db, order, 0, error);
    }
  else
    {
      g_autoptr(ZgContact) contact = zg_contact_new ();

      contact->at = at;
      contact->kind = number % 8 / 2;
      contact->customer_id = customer_id;
      contact->title = contact->kind == ZG_CONTACT_NOTE ? NULL : g_strdup ("催付：第一次");
      contact->text = g_strdup ("您拍的云朵针织开衫给您留着呢，方便时付款就好");
      return zg_contact_table_insert (db, contact, error);
    }
}

static gboolean
find_or_add (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 *id = data;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  if (!zg_database_query_int64 (db, "SELECT coalesce(max(id), 0) FROM customer WHERE name = '" LONG_HISTORY "'", id, error)
      || *id != 0)
    return *id != 0;

  zg_personal_set (&customer->name, LONG_HISTORY);
  zg_customer_add_phone (customer, "13800002468", NULL);
  if (!zg_customer_table_insert (db, customer, NOW, 0, error))
    return FALSE;
  *id = customer->id;
  for (guint i = 0; i < N_LINES; i++)
    if (!add_line (db, customer->id, i, error))
      return FALSE;
  return zg_customer_table_refresh_totals (db, customer->id, error);
}

/* Figures ***********************************************************************************************************/

/* The main thread and the one that reads, ms. */
static double
all_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A window that was just opened looks for duplicates in the background: what it takes would count as the page's. */
static void
wait_until_quiet (void)
{
  double before;
  double after = all_cpu ();

  do
    {
      before = after;
      bench_loop_run (500);
      after = all_cpu ();
    }
  while (after - before > 50);
}

typedef struct {
  GtkWidget *shown;
  gboolean (*is_shown) (GtkWidget *shown);
  double cpu;
  gint64 wall;
  gboolean over;
} Opening;

static void
begin (Opening   *opening,
       GtkWidget *shown)
{
  *opening = (Opening) { .shown = shown, .cpu = all_cpu (), .wall = g_get_monotonic_time () };
}

static void
painted_cb (GdkFrameClock *frame_clock,
            Opening       *opening)
{
  if (opening->shown == NULL || opening->over || !gtk_widget_get_mapped (opening->shown)
      || (opening->is_shown != NULL && !opening->is_shown (opening->shown)))
    return;
  opening->cpu = all_cpu () - opening->cpu;
  opening->wall = g_get_monotonic_time () - opening->wall;
  opening->over = TRUE;
}

static void
wait_for (Opening *opening)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!opening->over && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (opening->over);
}

static double
print_figures (const char *what,
               GArray     *cpu,
               GArray     *wall,
               double      limit,
               double      reference)
{
  double p95 = bench_percentile (cpu, 0.95);

  printf ("%-36s median %6.2f   p95 %6.2f   max %6.2f ms", what, bench_percentile (cpu, 0.5), p95, bench_percentile (cpu, 1));
  if (wall != NULL)
    printf ("   on the wall median %6.2f ms", bench_percentile (wall, 0.5));
  if (reference > 0)
    printf ("   ratio to the toolkit %.1f", bench_percentile (cpu, 0.5) / reference);
  if (limit > 0)
    {
      printf ("   ratio to limit %.2f%s", p95 / limit, p95 <= limit ? "" : "   OVER");
      ok = ok && p95 <= limit;
    }
  printf ("\n");
  fflush (stdout);
  return bench_percentile (cpu, 0.5);
}

/* The toolkit alone *************************************************************************************************/

static GtkWidget *
make_plain_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_box_append (GTK_BOX (box), gtk_label_new ("复制了 催付：第一次"));
      gtk_box_append (GTK_BOX (box), gtk_label_new ("您拍的云朵针织开衫给您留着呢，方便时付款就好"));
      gtk_list_box_append (GTK_LIST_BOX (list), box);
    }
  return list;
}

static double
bench_toolkit (void)
{
  GtkWidget *window = adw_window_new ();
  g_autoptr(GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  Opening opening = { 0 };
  double median;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &opening);
  for (guint i = 0; i < N_OPENED; i++)
    {
      GtkWidget *list;

      adw_window_set_content (ADW_WINDOW (window), NULL);
      bench_loop_run (40);
      begin (&opening, NULL);
      list = make_plain_list ();
      adw_window_set_content (ADW_WINDOW (window), list);
      opening.shown = list;
      wait_for (&opening);
      g_array_append_val (cpu, opening.cpu);
    }
  median = print_figures ("twelve rows in an empty window", cpu, NULL, 0, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_loop_run (100);
  return median;
}

/* The page **********************************************************************************************************/

/* In turn with somebody else, so that each time all of it is new. */
static void
bench_open (const char   *what,
            ZgScreen     *screen,
            Opening      *opening,
            const gint64 *ids,
            double        limit,
            double        reference)
{
  g_autoptr(GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) layout = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) drawing = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *timeline = zg_ui_find (GTK_WIDGET (screen), ZG_TYPE_CUSTOMER_TIMELINE, NULL);

  for (guint i = 0; i < N_OPENED; i++)
    {
      double wall_ms;
      BenchLoop figures;

      zg_screen_open (screen, 1 + i);
      bench_loop_run (150);
      bench_loop_reset ();
      begin (opening, timeline);
      zg_screen_open (screen, ids[i]);
      wait_for (opening);
      wall_ms = (double) opening->wall / 1000;
      g_array_append_val (cpu, opening->cpu);
      g_array_append_val (wall, wall_ms);
      bench_loop_run (150);
      figures = bench_loop_get ();
      g_array_append_val (blocks, figures.block);
      g_array_append_val (layout, figures.layout);
      g_array_append_val (drawing, figures.drawing);
    }
  print_figures (what, cpu, wall, limit, reference);
  print_figures ("  longest turn of the main loop", blocks, NULL, 0, 0);
  print_figures ("  layout", layout, NULL, 0, 0);
  print_figures ("  drawing", drawing, NULL, 0, 0);
}

static gboolean
begins_with_note (GtkWidget *timeline)
{
  GtkWidget *row = zg_ui_find (timeline, ZG_TYPE_TIMELINE_ROW, NULL);

  return row != NULL && zg_timeline_row_get_note (ZG_TIMELINE_ROW (row)) != NULL;
}

static gboolean
begins_with_order (GtkWidget *timeline)
{
  return !begins_with_note (timeline);
}

/* The timeline alone: all of its lines and its notes in turn, from the click to the frame. */
static void
bench_choose (const char *what,
              ZgScreen   *screen,
              Opening    *opening,
              double      reference)
{
  g_autoptr(GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *timeline = zg_ui_find (GTK_WIDGET (screen), ZG_TYPE_CUSTOMER_TIMELINE, NULL);
  GtkWidget *filter = zg_ui_find (timeline, ZG_TYPE_TIMELINE_FILTER, NULL);

  for (guint i = 0; i < N_OPENED; i++)
    {
      gboolean notes = i % 2 == 0;
      double wall_ms;

      bench_loop_run (100);
      begin (opening, timeline);
      opening->is_shown = notes ? begins_with_note : begins_with_order;
      g_signal_emit_by_name (filter, "chosen", notes ? ZG_TIMELINE_NOTES : ZG_TIMELINE_ALL);
      wait_for (opening);
      wall_ms = (double) opening->wall / 1000;
      g_array_append_val (cpu, opening->cpu);
      g_array_append_val (wall, wall_ms);
    }
  print_figures (what, cpu, wall, TIMELINE_LIMIT, reference);
}

/* All that the page asks for. */
static void
print_desk (ZgDatabase *db,
            gint64      id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  ZgTimelineSpan span = { .kinds = ZG_TIMELINE_ALL, .limit = 12 };

  for (guint i = 0; i < 100; i++)
    {
      double begun = bench_cpu ();
      g_autoptr(ZgCustomerFile) file = zg_customer_desk_open (db, id, &span, &error);
      double taken = bench_cpu () - begun;

      g_assert_no_error (error);
      g_array_append_val (cpu, taken);
    }
  print_figures ("  reading all about them", cpu, NULL, 0, 0);
}

/* Parts of the long history, from the shop file. */
static void
bench_parts (ZgStore *store,
             gint64   id)
{
  static const struct {
    const char *what;
    ZgTimelineKinds kinds;
    int days;
  } parts[] = {
    { "  reading the first part", ZG_TIMELINE_ALL, 0 },
    { "  reading a part far behind", ZG_TIMELINE_ALL, 3600 },
    { "  reading notes alone", ZG_TIMELINE_NOTES, 0 },
    { "  reading notes far behind", ZG_TIMELINE_NOTES, 3600 },
  };
  g_autoptr(GError) error = NULL;
  ZgDatabase *db = zg_store_open_reader (store, &error);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
      ZgTimelineSpan span = { .kinds = parts[i].kinds, .limit = 12 };

      if (parts[i].days > 0)
        span.after = (ZgTimelinePlace) { .at = NOW - parts[i].days * ZG_TIME_DAY, .id = 1 };
      for (guint j = 0; j < 200; j++)
        {
          double begun = bench_cpu ();
          g_autoptr(ZgTimeline) timeline = zg_timeline_load (db, id, &span, &error);
          double taken = bench_cpu () - begun;

          g_assert_no_error (error);
          g_assert_cmpuint (timeline->entries->len, ==, 12);
          g_array_append_val (cpu, taken);
        }
      print_figures (parts[i].what, cpu, NULL, 0, 0);
    }
  print_desk (db, id);
  zg_database_close (db);
}

static void
bench_window (ZgSession *session,
              gint64     n_customers,
              gint64     long_id,
              double     reference)
{
  ZgWindow *window = zg_window_new (NULL, session);
  Opening opening = { 0 };
  gint64 any[N_OPENED];
  gint64 same[N_OPENED];

  for (guint i = 0; i < N_OPENED; i++)
    {
      any[i] = 1000 + (i * G_GINT64_CONSTANT (7919) * 104729) % (n_customers - 1000);
      same[i] = long_id;
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  bench_loop_watch (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), &opening);
  zg_window_show_screen (window, "customers");
  bench_loop_run (3000);
  wait_until_quiet ();
  bench_open ("the page of anybody", zg_window_get_screen (window, "customers"), &opening, any, PAGE_LIMIT, reference);
  bench_open ("the page with 10,000 lines", zg_window_get_screen (window, "customers"), &opening, same, PAGE_LIMIT,
              reference);
  bench_choose ("the timeline of 10,000 lines alone", zg_window_get_screen (window, "customers"), &opening, reference);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgSession) session = NULL;
  const char *folder = argc > 1 ? argv[1] : g_get_tmp_dir ();
  const char *n_customers = argc > 2 ? argv[2] : "1000000";
  const char *n_orders = argc > 3 ? argv[3] : "1000000";
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  ZgClock *clock;
  ZgStore *store;
  gint64 long_id = 0;
  double reference;

  setlocale (LC_ALL, "");
  zg_ui_test_init (&argc, &argv);
  name = g_strdup_printf ("zg-shop-%s-%s.db", n_customers, n_orders);
  path = g_build_filename (folder, name, NULL);
  if (!bench_people_fill (path, (guint) atoi (n_customers), (guint) atoi (n_orders), &error))
    g_error ("%s", error->message);
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  if (!zg_store_write (store, find_or_add, &long_id, &error))
    g_error ("%s", error->message);
  clock = zg_clock_new_system ();
  session = zg_session_new (store, clock);

  printf ("%s customers, %s orders; processor time of all threads to the first frame, ms\n", n_customers, n_orders);
  reference = bench_toolkit ();
  bench_window (session, atoi (n_customers), long_id, reference);
  bench_parts (store, long_id);
  zg_clock_unref (clock);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
