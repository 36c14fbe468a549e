/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-loop.h"

#include <time.h>

/*
 * A turn of the main loop is what lies between two waits: handlers of events, results from other threads, and the frame
 * with layout and drawing. While it lasts, no key is taken.
 */

static BenchLoop loop;
static double turn_began, turn_began_wall, frame_began, part_began;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
timed_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  loop.block = MAX (loop.block, now (CLOCK_THREAD_CPUTIME_ID) - turn_began);
  loop.wall = MAX (loop.wall, now (CLOCK_MONOTONIC) - turn_began_wall);
  result = g_poll (fds, n_fds, timeout);
  turn_began = now (CLOCK_THREAD_CPUTIME_ID);
  turn_began_wall = now (CLOCK_MONOTONIC);
  return result;
}

static void
before_paint_cb (void)
{
  frame_began = now (CLOCK_THREAD_CPUTIME_ID);
}

/* The handlers of GTK are older, so each of these is called when its part of the frame is done. */
static void
update_cb (void)
{
  part_began = now (CLOCK_THREAD_CPUTIME_ID);
}

static void
layout_cb (void)
{
  double over = now (CLOCK_THREAD_CPUTIME_ID);

  loop.layout = MAX (loop.layout, over - part_began);
  part_began = over;
}

static void
paint_cb (void)
{
  loop.drawing = MAX (loop.drawing, now (CLOCK_THREAD_CPUTIME_ID) - part_began);
}

static void
after_paint_cb (void)
{
  loop.frame = MAX (loop.frame, now (CLOCK_THREAD_CPUTIME_ID) - frame_began);
  loop.n_frames++;
}

/* From now on the turns are timed, and the frames of @window, which is shown. */
void
bench_loop_watch (GtkWidget *window)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (window);

  g_main_context_set_poll_func (NULL, timed_poll);
  g_signal_connect (frame_clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (frame_clock, "update", G_CALLBACK (update_cb), NULL);
  g_signal_connect (frame_clock, "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect (frame_clock, "paint", G_CALLBACK (paint_cb), NULL);
  g_signal_connect (frame_clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

void
bench_loop_reset (void)
{
  loop = (BenchLoop) { 0 };
  turn_began = now (CLOCK_THREAD_CPUTIME_ID);
  turn_began_wall = now (CLOCK_MONOTONIC);
}

BenchLoop
bench_loop_get (void)
{
  return loop;
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

void
bench_loop_run (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}
